//! Words of objections.
mod en;
mod plain;
mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use zh::CHINESE;

use huiyin_domain::{ids::ProposalId, objections::Against};

/// Words of objections, in one language.
pub struct Words {
    /// The way there, and the heading.
    pub heading: &'static str,
    /// What this is.
    pub means: &'static str,
    /// The contest waits for so many answers.
    pub waits: fn(u32) -> String,
    /// Until when one can object.
    pub until: fn(&str) -> String,
    /// There are none.
    pub none: &'static str,
    /// Objects.
    pub object: &'static str,
    /// Whoever is not signed in does so first.
    pub sign_in: &'static str,
    /// There is nothing to object to now.
    pub not_now: &'static str,
    /// Against what, with the proposal's title.
    pub against: fn(Against, Option<&str>) -> String,
    /// The question against what.
    pub against_what: &'static str,
    /// What is wrong with it.
    pub said: &'static str,
    /// How to say it.
    pub said_hint: &'static str,
    /// Sends it.
    pub send: &'static str,
    /// It was sent.
    pub sent: &'static str,
    /// One's own.
    pub mine: &'static str,
    /// By which day it is answered.
    pub due: fn(&str) -> String,
    /// So many working days late.
    pub late: fn(u32) -> String,
    /// The office agrees.
    pub upheld: &'static str,
    /// It does not.
    pub not_upheld: &'static str,
    /// The proposal left the shortlist.
    pub taken_off: &'static str,
    /// The proposal came on it, for so much.
    pub put_on: fn(&str) -> String,
    /// At the desk: so many wait.
    pub see: fn(u32) -> String,
    /// At the desk: so many more are not on the page.
    pub more: fn(u32) -> String,
    /// At the desk: none waits.
    pub all_answered: &'static str,
    /// The heading of the answer.
    pub answer: &'static str,
    /// Does the office agree?
    pub do_you_agree: &'static str,
    /// What changes?
    pub what_changes: &'static str,
    /// What the words say.
    pub as_said: &'static str,
    /// The proposal leaves the shortlist.
    pub take_off: &'static str,
    /// The proposal comes on it.
    pub come_on: &'static str,
    /// What it will cost.
    pub cost: &'static str,
    /// At most so much.
    pub cost_hint: fn(&str) -> String,
    /// Why, or what is changed.
    pub words: &'static str,
    /// Everybody reads it.
    pub words_hint: &'static str,
    /// Sends the answer.
    pub send_answer: &'static str,
    /// The answer was sent.
    pub answered: &'static str,
    /// Over proposals of which at most one can be carried out.
    pub only_one: &'static str,
    /// A proposal by its number.
    pub number: fn(ProposalId) -> String,
    /// Which proposals, by number.
    pub numbers: &'static str,
    /// How to write them.
    pub numbers_hint: &'static str,
    /// Why, for everybody to read.
    pub group_why: &'static str,
    /// Names the group.
    pub name_group: &'static str,
    /// Over winners and the reserve list.
    pub reserve_heading: &'static str,
    /// What one can do there.
    pub reserve_means: &'static str,
    /// The next one comes up.
    pub come_up: &'static str,
    /// A winner drops out.
    pub drop_out: &'static str,
    /// Which proposal.
    pub which: &'static str,
    /// Does it.
    pub reserve_do: &'static str,
    /// It was done.
    pub reserve_done: &'static str,
    /// Takes the nth group back.
    pub take_group_back: fn(usize) -> String,
    /// The result as a table.
    pub result_table: &'static str,
    /// All proposals as a table.
    pub proposals_table: &'static str,
    /// The result as data.
    pub result_data: &'static str,
}
