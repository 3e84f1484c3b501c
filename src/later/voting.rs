//! The vote: filling in a ballot, checking it, and its paper.
use huiyin_app::{ballots, paper};

super::bundle! {
    voting:
    "/contests/:id/vote" => ballots::vote_page::VotePage,
    "/contests/:id/vote/check" => ballots::check_page::CheckPage,
    "/contests/:id/vote/done" => ballots::done_page::DonePage,
    "/print/ballot/:id" => paper::ballot_page::BallotSheetPage,
}
