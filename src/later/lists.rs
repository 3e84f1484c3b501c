//! The lists from which one goes on: contests, and the proposals of one.
use huiyin_app::{contests, proposals};

super::bundle! {
    lists:
    "/contests" => contests::list_page::ListPage,
    "/contests/:id/proposals" => proposals::list_page::ListPage,
}
