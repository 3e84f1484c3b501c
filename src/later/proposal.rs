//! One proposal, as everybody reads it.
use huiyin_app::proposals;

super::bundle! {
    proposal:
    "/proposals/:id" => proposals::show_page::ShowPage,
}
