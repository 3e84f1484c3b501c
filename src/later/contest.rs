//! Contests and their proposals, as everybody reads them.
use huiyin_app::{contests, paper, proposals};

super::bundle! {
    contest:
    "/contests" => contests::list_page::ListPage,
    "/contests/:id" => contests::show_page::ShowPage,
    "/contests/:id/proposals" => proposals::list_page::ListPage,
    "/proposals/:id" => proposals::show_page::ShowPage,
    "/print/proposal/:id" => paper::proposal_page::ProposalSheetPage,
}
