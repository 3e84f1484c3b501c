//! Results, counted again by whoever likes, and what other rules would have made.
use huiyin_app::{rehearsal, results};

super::bundle! {
    results:
    "/contests/:id/result" => results::result_page::ResultPage,
    "/contests/:id/result/:key" => results::why_page::WhyPage,
    "/contests/:id/recount" => results::recount_page::RecountPage,
    "/contests/:id/rehearsal" => rehearsal::page::RehearsalPage,
    "/print/result/:id" => results::poster_page::PosterPage,
}
