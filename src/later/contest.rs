//! A contest and a proposal, as everybody reads them.
use huiyin_app::{contests, paper, proposals};

super::bundle! {
    contest:
    "/contests/:id" => contests::show_page::ShowPage,
    "/proposals/:id" => proposals::show_page::ShowPage,
    "/print/proposal/:id" => paper::proposal_page::ProposalSheetPage,
}
