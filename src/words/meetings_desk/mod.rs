//! Words of those who run a council: what it waits for, each act, the session, and who comes.
mod en;
mod fields;
mod run;
mod zh;

pub use en::ENGLISH;
pub use fields::Fields;
pub use run::{People, Run};
pub use zh::CHINESE;

use crate::meetings_desk::act::Act;
use huiyin_domain::councils::{
    meeting::{StageKind, wire::SeatCounts},
    rules::Clash,
};

/// Words of those who run a council, in one language.
pub struct Words {
    /// The heading of the list, and the words of links to it.
    pub heading: &'static str,
    /// There are none.
    pub none: &'static str,
    /// What a council at this stage waits for.
    pub waits: fn(StageKind) -> &'static str,
    /// To one of them.
    pub open: &'static str,
    /// To older ones.
    pub older: &'static str,
    /// Back to the first of the list.
    pub newest: &'static str,
    /// On which day notice must be given.
    pub notice_by: fn(&str) -> String,
    /// Who leads it.
    pub leads: fn(&str) -> String,
    /// Nobody does.
    pub nobody_leads: &'static str,
    /// How many come and wait.
    pub counts: fn(&SeatCounts) -> String,
    /// What the day of a council has become.
    pub day_changed: fn(&Clash) -> String,
    /// Where it could go.
    pub move_to: fn(&str) -> String,
    /// There is no better day near.
    pub move_nowhere: &'static str,
    /// Opens the form with that day.
    pub to_move: &'static str,
    /// Why it is moved then, for everybody to read.
    pub move_reason: fn(&Clash) -> String,
    /// Over what can be done.
    pub acts: &'static str,
    /// Over what is so.
    pub facts: &'static str,
    /// To the session.
    pub to_run: &'static str,
    /// To who comes.
    pub to_people: &'static str,
    /// To the page that residents see.
    pub to_public: &'static str,
    /// Back to the council.
    pub back: &'static str,
    /// The words of the link to an act, a verb first; also the heading of its page.
    pub act: fn(Act) -> &'static str,
    /// What it means, before it is done.
    pub means: fn(Act) -> &'static str,
    /// Does it.
    pub send: fn(Act) -> &'static str,
    /// After it.
    pub done: fn(Act) -> &'static str,
    /// It cannot be done now.
    pub not_now: &'static str,
    /// What is filled in.
    pub fields: Fields,
    /// The session.
    pub run: Run,
    /// Who comes.
    pub people: People,
}
