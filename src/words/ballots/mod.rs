//! Words of voting.
pub(super) mod en;
mod plain;
mod styles;
pub(super) mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use styles::Styles;
pub use zh::CHINESE;

use huiyin_domain::ballots::BallotProblem;

/// Words of voting, in one language.
pub struct Words {
    /// The heading, with the contest's name.
    pub heading: fn(&str) -> String,
    /// Back to the contest.
    pub to_contest: &'static str,
    /// How many may be chosen, and in what order they stand.
    pub how: fn(usize) -> String,
    /// Until when, and how long that is.
    pub until: fn(&str, &str) -> String,
    /// Why a ballot is none.
    pub wrong: fn(&BallotProblem) -> String,
    /// Who can see a ballot: nobody.
    pub secrecy: &'static str,
    /// The question over the cards.
    pub question: &'static str,
    /// A proposal's number.
    pub number: fn(&str) -> String,
    /// What it costs.
    pub cost: fn(&str) -> String,
    /// To the page of the proposal with this number.
    pub read_more: fn(&str) -> String,
    /// On a chosen card.
    pub chosen: &'static str,
    /// How many are chosen, and how many may be.
    pub so_far: fn(usize, usize) -> String,
    /// One more than allowed was pressed.
    pub too_many: fn(usize) -> String,
    /// To the second screen.
    pub look_again: &'static str,
    /// For guests.
    pub sign_in_first: &'static str,
    /// Signs in, and returns to vote.
    pub sign_in: &'static str,
    /// For staff.
    pub residents_only: &'static str,
    /// The ballot was handed out to another device.
    pub elsewhere: &'static str,
    /// A ballot of this number is in the box.
    pub already: fn(&str) -> String,
    /// Voting has not begun; the phase by its name.
    pub not_yet: fn(&str) -> String,
    /// Voting is over, since when.
    pub closed: fn(Option<&str>) -> String,
    /// To the proposals.
    pub read_proposals: &'static str,
    /// To the result.
    pub see_result: &'static str,
    /// The heading of the second screen.
    pub check_heading: &'static str,
    /// Back to the cards.
    pub to_cards: &'static str,
    /// Over the choices.
    pub you_vote_for: &'static str,
    /// Over a blank ballot.
    pub nothing_chosen: &'static str,
    /// What a blank ballot does.
    pub blank_means: &'static str,
    /// Confirms a blank ballot.
    pub blank: &'static str,
    /// When it was not confirmed.
    pub blank_first: &'static str,
    /// Changes the choices.
    pub change: &'static str,
    /// Casts the ballot.
    pub cast: &'static str,
    /// While it is being cast.
    pub casting: &'static str,
    /// When the phone cannot keep the ballot's secret.
    pub cannot_keep: &'static str,
    /// Another window has voted later.
    pub newer: &'static str,
    /// The heading of the last screen.
    pub done_heading: &'static str,
    /// What was cast: in which contest, for how many proposals.
    pub done: fn(&str, usize) -> String,
    /// Unfolds what was cast.
    pub what_was_cast: &'static str,
    /// Over the receipt's number.
    pub receipt: &'static str,
    /// What the number is for.
    pub receipt_is_for: &'static str,
    /// Until when it may be changed.
    pub may_change: fn(Option<&str>) -> String,
    /// Changes the vote.
    pub change_vote: &'static str,
    /// Keeps the receipt as a file.
    pub save_receipt: &'static str,
    /// It was kept.
    pub saved: &'static str,
    /// It could not be kept.
    pub not_saved: &'static str,
    /// The file's name.
    pub file_name: &'static str,
    /// The file's text: the contest's name and the number.
    pub receipt_file: fn(&str, &str) -> String,
    /// The heading when this phone has cast nothing.
    pub nothing_cast: &'static str,
    /// What that means.
    pub nothing_cast_here: &'static str,
    /// To the cards.
    pub go_vote: &'static str,
    /// The other ways of voting.
    pub styles: Styles,
}
