//! Writing a proposal, alone or with others, and changing it.
use huiyin_app::{coaching, proposals};

super::bundle! {
    writing:
    "/contests/:id/propose/:step" => proposals::propose_page::ProposePage,
    "/contests/:id/proposed/:proposal" => proposals::proposed_page::ProposedPage,
    "/proposals/:id/edit" => proposals::edit_page::EditPage,
    "/proposals/:id/edit/:step" => proposals::edit_page::EditPage,
    "/proposals/:id/texts" => proposals::texts_page::TextsPage,
    "/proposals/:id/invite" => proposals::invite_page::InvitePage,
    "/proposals/:id/join" => proposals::join_page::JoinPage,
    "/proposals/:id/merge" => proposals::merge_page::MergePage,
    "/proposals/:id/coaching" => coaching::ask_page::AskPage,
    "/coaching" => coaching::list_page::ListPage,
    "/coaching/:id" => coaching::thread_page::ThreadPage,
}
