//! One contest, and the form for proposals to it on paper.
use huiyin_app::{contests, paper};

super::bundle! {
    contest:
    "/contests/:id" => contests::show_page::ShowPage,
    "/print/proposal/:id" => paper::proposal_page::ProposalSheetPage,
}
