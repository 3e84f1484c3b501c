//! What came out, and why.
use huiyin_app::results;

super::bundle! {
    results:
    "/contests/:id/result" => results::result_page::ResultPage,
    "/contests/:id/result/:key" => results::why_page::WhyPage,
}
