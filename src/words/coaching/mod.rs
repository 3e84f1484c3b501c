//! Words of coaching: asking for a volunteer, being one, and what both say to each other.
mod en;
mod plain;
mod zh;

pub use en::{ENGLISH, refusal as refusal_in_english};
pub use plain::PLAIN;
pub use zh::{CHINESE, refusal as refusal_in_chinese};

use crate::words::Room;
use huiyin_domain::coaching::{End, Party, StageKind, wire::LineKind};

said!(List: zh::LIST, en::LIST, plain::LIST);
said!(Thread: zh::THREAD, en::THREAD, plain::THREAD);

/// Words of coaching, in one language.
pub struct Words {
    /// What it is called.
    pub heading: &'static str,
    /// On a proposal's page, for everybody: that there is help, and how to ask.
    pub offered: &'static str,
    /// On one's own proposal's page: to the request.
    pub open: &'static str,
    /// The heading of the request.
    pub ask_heading: &'static str,
    /// What a volunteer does and does not do, and who reads it.
    pub means: &'static str,
    /// Only whoever is signed in asks.
    pub sign_in: &'static str,
    /// What is needed.
    pub need: &'static str,
    /// What to write there, and who reads it.
    pub need_hint: &'static str,
    /// Sends the request.
    pub send: &'static str,
    /// It was sent.
    pub sent: &'static str,
    /// The text stands fast.
    pub not_now: &'static str,
    /// To the one that is asked for or goes on.
    pub see: &'static str,
    /// To one that has ended, by its number.
    pub see_ended: fn(u32) -> String,
    /// A proposal by its number and title.
    pub about: fn(u32, &str) -> String,
    /// What the authors need.
    pub needs: fn(&str) -> String,
    /// Who helps.
    pub coach: fn(&str) -> String,
    /// By which day a first word is owed, and how many working days late that is.
    pub due: fn(&str, u32) -> String,
    /// The list.
    pub list: Room<List>,
    /// One coaching.
    pub thread: Room<Thread>,
}

/// Words of the list of those who wait.
pub struct List {
    /// The heading, and the words of links to it.
    pub heading: &'static str,
    /// What volunteers do.
    pub lead: &'static str,
    /// Only whoever is signed in is one.
    pub sign_in: &'static str,
    /// What being on the list means.
    pub join_means: &'static str,
    /// Puts oneself on it.
    pub join: &'static str,
    /// After that.
    pub joined: &'static str,
    /// One is on it.
    pub is_on: &'static str,
    /// Takes oneself off it.
    pub leave: &'static str,
    /// After that.
    pub left: &'static str,
    /// Nobody waits.
    pub none: &'static str,
    /// Over those who wait.
    pub waiting: &'static str,
    /// Over those who are helped.
    pub running: &'static str,
}

/// Words of one coaching.
pub struct Thread {
    /// The heading, with the proposal's number.
    pub heading: fn(u32) -> String,
    /// Who reads it.
    pub only_yours: &'static str,
    /// For somebody who has no part in it any more.
    pub past: &'static str,
    /// Where it stands.
    pub stage: fn(StageKind) -> &'static str,
    /// How it ended.
    pub end: fn(End) -> &'static str,
    /// To the proposal.
    pub read_proposal: &'static str,
    /// Over what was said.
    pub lines: &'static str,
    /// Nothing yet.
    pub no_lines: &'static str,
    /// Oneself.
    pub you: &'static str,
    /// Somebody else, and what they are called.
    pub by: fn(Party, Option<&str>) -> String,
    /// What a line is.
    pub kind: fn(LineKind) -> &'static str,
    /// What would one like to say?
    pub say: &'static str,
    /// How to say it.
    pub say_hint: &'static str,
    /// Says it.
    pub send: &'static str,
    /// It was said.
    pub said: &'static str,
    /// What taking it means.
    pub take_means: &'static str,
    /// Takes it.
    pub take: &'static str,
    /// After that.
    pub taken: &'static str,
    /// Whom does the office name?
    pub name: &'static str,
    /// A volunteer, and how many they help now.
    pub volunteer: fn(&str, u32) -> String,
    /// Names them.
    pub name_do: &'static str,
    /// After that.
    pub named: &'static str,
    /// There is nobody to name.
    pub nobody: &'static str,
    /// A word of thanks?
    pub thanks: &'static str,
    /// What to write there.
    pub thanks_hint: &'static str,
    /// Ends it.
    pub end_it: &'static str,
    /// Ends it while nobody helps.
    pub end_waiting: &'static str,
    /// After that.
    pub ended: &'static str,
    /// Why does the coach help no more?
    pub lay_down_why: &'static str,
    /// Why does the office look for another?
    pub free_why: &'static str,
    /// Who reads the reason.
    pub reason_hint: &'static str,
    /// Helps no more.
    pub lay_down: &'static str,
    /// Frees the authors.
    pub free: &'static str,
    /// After that.
    pub laid_down: &'static str,
}
