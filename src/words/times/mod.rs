//! Words of usual times: when somebody can come to a council, and how they would attend.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use huiyin_domain::times::{Attend, DayPart, WeekDay, WeekTimes};

/// Words of usual times, in one language.
pub struct Words {
    /// The page's heading.
    pub heading: &'static str,
    /// What it is for.
    pub what_for: &'static str,
    /// For those who are not signed in.
    pub sign_in_first: &'static str,
    /// For staff.
    pub staff: &'static str,
    /// When nothing has been said.
    pub not_said: &'static str,
    /// Over what has been said.
    pub said: &'static str,
    /// When.
    pub said_on: fn(&str) -> String,
    /// Says it.
    pub say: &'static str,
    /// Says it anew.
    pub change: &'static str,
    /// Any, none, or some.
    pub when: &'static str,
    /// How to answer.
    pub when_hint: &'static str,
    /// Any.
    pub always: &'static str,
    /// None.
    pub never: &'static str,
    /// Some, to be chosen.
    pub some: &'static str,
    /// From Monday to Friday.
    pub weekdays: &'static str,
    /// How to answer.
    pub weekdays_hint: &'static str,
    /// On one day.
    pub on_day: fn(&str) -> String,
    /// How to answer.
    pub day_hint: &'static str,
    /// How they would attend.
    pub attend: &'static str,
    /// How to answer.
    pub attend_hint: &'static str,
    /// The last screen.
    pub check: &'static str,
    /// Sends it.
    pub send: &'static str,
    /// It is kept.
    pub kept: &'static str,
    /// A day.
    pub day: fn(WeekDay) -> &'static str,
    /// A part of a day, with its hours.
    pub part: fn(DayPart) -> &'static str,
    /// A part of a day, without.
    pub part_short: fn(DayPart) -> &'static str,
    /// A way to attend.
    pub attending: fn(Attend) -> &'static str,
    /// A whole answer, in sentences.
    pub answer: fn(&WeekTimes) -> Vec<String>,
}
