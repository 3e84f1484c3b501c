//! Results, counted again by whoever likes, what other rules would have made, and on paper.
use huiyin_app::{rehearsal, results};

super::bundle! {
    recounting:
    "/contests/:id/recount" => results::recount_page::RecountPage,
    "/contests/:id/rehearsal" => rehearsal::page::RehearsalPage,
    "/print/result/:id" => results::poster_page::PosterPage,
}
