//! Contests: proposals, votes and results.
use huiyin_app::{
    ballots, coaching, contests, delivery, objections, paper, proposals, rehearsal, results,
};

super::bundle! {
    contest:
    "/contests" => contests::list_page::ListPage,
    "/contests/:id" => contests::show_page::ShowPage,
    "/contests/:id/proposals" => proposals::list_page::ListPage,
    "/contests/:id/propose/:step" => proposals::propose_page::ProposePage,
    "/contests/:id/proposed/:proposal" => proposals::proposed_page::ProposedPage,
    "/proposals/:id" => proposals::show_page::ShowPage,
    "/proposals/:id/edit" => proposals::edit_page::EditPage,
    "/proposals/:id/edit/:step" => proposals::edit_page::EditPage,
    "/proposals/:id/texts" => proposals::texts_page::TextsPage,
    "/proposals/:id/invite" => proposals::invite_page::InvitePage,
    "/proposals/:id/join" => proposals::join_page::JoinPage,
    "/proposals/:id/merge" => proposals::merge_page::MergePage,
    "/proposals/:id/coaching" => coaching::ask_page::AskPage,
    "/coaching" => coaching::list_page::ListPage,
    "/coaching/:id" => coaching::thread_page::ThreadPage,
    "/projects" => delivery::list_page::ListPage,
    "/projects/:id" => delivery::show_page::ShowPage,
    "/projects/:id/:act" => delivery::act_page::ActPage,
    "/contests/:id/vote" => ballots::vote_page::VotePage,
    "/contests/:id/vote/check" => ballots::check_page::CheckPage,
    "/contests/:id/vote/done" => ballots::done_page::DonePage,
    "/contests/:id/result" => results::result_page::ResultPage,
    "/contests/:id/result/:key" => results::why_page::WhyPage,
    "/contests/:id/recount" => results::recount_page::RecountPage,
    "/contests/:id/objections" => objections::list_page::ListPage,
    "/contests/:id/object" => objections::object_page::ObjectPage,
    "/contests/:id/rehearsal" => rehearsal::page::RehearsalPage,
    "/print/result/:id" => results::poster_page::PosterPage,
    "/print/proposal/:id" => paper::proposal_page::ProposalSheetPage,
    "/print/ballot/:id" => paper::ballot_page::BallotSheetPage,
}
