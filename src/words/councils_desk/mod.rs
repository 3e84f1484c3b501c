//! Words of the desk of whoever plans councils: series, times, needs, the plan, the call list.
mod acts_en;
mod acts_zh;
mod day_mark;
mod en;
mod plan_en;
mod plan_zh;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use crate::councils_desk::act::Act;
use huiyin_domain::{
    calendar::DayName,
    councils::{
        Group, Hours, SlotKind,
        rules::RulePart,
        series::{
            Event, StageKind, Worth,
            wire::{Marks, Obstacle, OnlyChance, SeriesCard, WayOut},
        },
    },
    problems::FieldFault,
};

/// Words of the desk of whoever plans councils, in one language.
pub struct Words {
    /// All series.
    pub list: List,
    /// Beginning one.
    pub new: New,
    /// One series.
    pub show: Show,
    /// A stage.
    pub stage: fn(StageKind) -> &'static str,
    /// A kind of time.
    pub kind: fn(SlotKind) -> &'static str,
    /// What is special about a day: a holiday, or a make-up day.
    pub day_mark: fn(Hours, SlotKind) -> Option<&'static str>,
    /// The day is a public holiday.
    pub holiday: fn(&DayName) -> String,
    /// A later notice can make another kind of day of it.
    pub provisional: &'static str,
    /// To an act, a verb first.
    pub act: fn(Act) -> &'static str,
    /// The question of an act's page.
    pub heading: fn(Act) -> &'static str,
    /// What an act means, before it is done.
    pub means: fn(Act) -> &'static str,
    /// The button that does it.
    pub send: fn(Act) -> &'static str,
    /// After it was done.
    pub done: fn(Act) -> &'static str,
    /// When the act is not possible, or not any more.
    pub not_now: &'static str,
    /// What was typed, to be taken along.
    pub typed: &'static str,
    /// To the page of the series.
    pub to_series: &'static str,
    /// What is wrong with a field, where this room says it in words of its own.
    pub fault: fn(&str, &FieldFault) -> Option<&'static str>,
    /// Why something is done, for everybody to read.
    pub reason: fn(Act) -> &'static str,
    /// Who reads it.
    pub reason_hint: &'static str,
    /// The topics.
    pub topics: Topics,
    /// What a plan has to keep to.
    pub needs: Needs,
    /// Times.
    pub slots: Slots,
    /// Until when residents are asked.
    pub poll: Poll,
    /// The plan.
    pub plan: Plan,
    /// Who has answered.
    pub who: Who,
}

/// All series.
pub struct List {
    /// The heading.
    pub heading: &'static str,
    /// To it, a verb first.
    pub see: &'static str,
    /// What it is for.
    pub lead: &'static str,
    /// There are none.
    pub none: &'static str,
    /// Over the cards.
    pub cards: &'static str,
    /// Where one stands, in one sentence.
    pub stands: fn(&SeriesCard) -> String,
    /// Begins one.
    pub begin: &'static str,
}

/// Beginning a series.
pub struct New {
    /// The heading.
    pub heading: &'static str,
    /// What comes of it.
    pub means: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// How to say it.
    pub title_hint: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// How to say it.
    pub about_hint: &'static str,
    /// Begins it.
    pub begin: &'static str,
}

/// One series.
pub struct Show {
    /// No times yet.
    pub no_times_yet: &'static str,
    /// So many times, and nobody is asked yet.
    pub not_asked: fn(u32) -> String,
    /// Residents answer until then; so many have.
    pub asking: fn(&str, u32) -> String,
    /// The end is past; so many have answered.
    pub asked: fn(&str, u32) -> String,
    /// So many times are chosen, the first of them this one.
    pub scheduled: fn(u32, Option<&str>) -> String,
    /// It has ended.
    pub closed: fn(&str) -> String,
    /// It was given up, and why.
    pub cancelled: fn(&str) -> String,
    /// Over what waits for the organiser.
    pub acts: &'static str,
    /// Nothing does.
    pub nothing: &'static str,
    /// To who has answered.
    pub who: &'static str,
    /// To why the chosen times are as they are.
    pub why: &'static str,
    /// Over the times.
    pub times: &'static str,
    /// There are none.
    pub no_times: &'static str,
    /// What residents marked.
    pub marks: fn(Marks) -> String,
    /// Where, with seats and places on the line.
    pub room: fn(&str, u32, u32) -> String,
    /// In working hours, and why.
    pub working_hours: fn(&str) -> String,
    /// It was chosen.
    pub chosen: &'static str,
    /// Over the times that were taken out.
    pub withdrawn: &'static str,
    /// Why one was taken out.
    pub because: fn(&str) -> String,
    /// Over the topics.
    pub topics: &'static str,
    /// There are none.
    pub no_topics: &'static str,
    /// A topic, with how many support it.
    pub topic: fn(&str, u32) -> String,
    /// Over what a plan has to keep to.
    pub needs: &'static str,
    /// Over what happened.
    pub story: &'static str,
    /// What happened, in a sentence.
    pub event: fn(&Event) -> String,
}

/// The topics.
pub struct Topics {
    /// The question.
    pub which: &'static str,
    /// How many, and what the order means.
    pub hint: fn(usize) -> String,
    /// A topic, with how many support it.
    pub topic: fn(&str, u32) -> String,
    /// Another series has taken it up.
    pub taken: &'static str,
    /// Nobody has suggested any.
    pub none: &'static str,
    /// Over those that are chosen.
    pub order: &'static str,
    /// None is.
    pub nothing: &'static str,
    /// Moves one forward.
    pub forward: &'static str,
}

/// What a plan has to keep to.
pub struct Needs {
    /// How many councils.
    pub n_sessions: &'static str,
    /// What that means.
    pub n_sessions_hint: &'static str,
    /// Days between.
    pub gap: &'static str,
    /// What that means.
    pub gap_hint: &'static str,
    /// The quorum.
    pub quorum: &'static str,
    /// What that means.
    pub quorum_hint: &'static str,
    /// Days of notice.
    pub notice: &'static str,
    /// What that means.
    pub notice_hint: &'static str,
    /// At most so many of each kind.
    pub most: &'static str,
    /// What that means.
    pub most_hint: &'static str,
    /// The limit of one kind.
    pub most_of: fn(&str) -> String,
    /// Who leads how many.
    pub leads: &'static str,
    /// What that means.
    pub leads_hint: &'static str,
    /// How many one person leads.
    pub leads_of: fn(&str) -> String,
    /// None.
    pub leads_none: &'static str,
    /// At most so many.
    pub leads_most: fn(u32) -> String,
    /// All of it in sentences.
    pub sentences: fn(&huiyin_domain::councils::series::Needs) -> Vec<String>,
}

/// Times.
pub struct Slots {
    /// The first day of a rule.
    pub from_day: &'static str,
    /// The last.
    pub until_day: &'static str,
    /// Which parts of the days.
    pub parts: &'static str,
    /// One of them.
    pub part: fn(RulePart) -> &'static str,
    /// When a council begins there.
    pub begins: fn(RulePart) -> &'static str,
    /// How long it is.
    pub minutes: &'static str,
    /// Over the room.
    pub room_heading: &'static str,
    /// Which room.
    pub room: &'static str,
    /// Its seats.
    pub seats: &'static str,
    /// Places on the line.
    pub online: &'static str,
    /// None.
    pub online_hint: &'static str,
    /// The address.
    pub link: &'static str,
    /// May be empty.
    pub link_hint: &'static str,
    /// Who could lead.
    pub leads: &'static str,
    /// With nobody, everybody could.
    pub leads_hint: &'static str,
    /// Asks for the times.
    pub propose: &'static str,
    /// Over the times.
    pub proposed: fn(u32) -> String,
    /// How to choose from them.
    pub proposed_hint: &'static str,
    /// The rule gives none.
    pub none: &'static str,
    /// Adds those that are chosen.
    pub add: fn(u32) -> String,
    /// Something was changed since.
    pub changed: &'static str,
    /// The day of one time.
    pub day: &'static str,
    /// When it begins.
    pub from: &'static str,
    /// When it ends.
    pub until: &'static str,
    /// Why in working hours.
    pub why: &'static str,
    /// When that is needed.
    pub why_hint: &'static str,
    /// Which time is taken out.
    pub which: &'static str,
}

/// Until when residents are asked.
pub struct Poll {
    /// The question.
    pub until: &'static str,
    /// The first of the times, the days of notice before it, and the last day that is left.
    pub before: fn(&str, u32, &str) -> String,
    /// Until when they are asked now.
    pub so_far: fn(&str) -> String,
}

/// The plan.
pub struct Plan {
    /// Over the times.
    pub times: &'static str,
    /// For how many a time is the only chance.
    pub only_chance: fn(&OnlyChance) -> String,
    /// How good it is.
    pub worth: fn(Worth) -> Vec<String>,
    /// None is better.
    pub proven: &'static str,
    /// Perhaps one is, by no more than this: what the plan is worth, and the bound.
    pub within: fn(Worth, Worth) -> String,
    /// Over the groups.
    pub groups: &'static str,
    /// A group: how many of how many have a seat.
    pub group: fn(Group, Option<u32>, u32) -> String,
    /// How many are planned for, and how many of them can come at no time.
    pub planned_for: fn(u32, u32) -> String,
    /// These times are too near for a notice, and in no plan.
    pub too_near: fn(&[String]) -> String,
    /// Takes it.
    pub take: &'static str,
    /// Plans anew.
    pub again: &'static str,
    /// Over the times that are not in the plan.
    pub not_among: &'static str,
    /// What is told of each of them.
    pub not_among_means: &'static str,
    /// Back to the plan that was found.
    pub to_found: &'static str,
    /// Over the reasons why there is none.
    pub none: &'static str,
    /// It is proven that so many councils cannot be.
    pub none_proven: fn(u32) -> String,
    /// Over what is in the way.
    pub in_the_way: &'static str,
    /// What is in the way.
    pub obstacle: fn(&Obstacle) -> String,
    /// Nothing is by itself.
    pub only_together: &'static str,
    /// Over the ways out.
    pub ways: &'static str,
    /// What they are.
    pub ways_means: &'static str,
    /// No single change is enough.
    pub no_way: &'static str,
    /// There was no time to try every change.
    pub not_all_tried: &'static str,
    /// None was found in time, and there may be one.
    pub not_in_time: &'static str,
    /// What can be done then.
    pub not_in_time_means: &'static str,
    /// One way out.
    pub way_out: fn(&WayOut) -> String,
    /// Leads to where that is changed.
    pub change_needs: &'static str,
    /// More times help, too.
    pub more_times: &'static str,
    /// Over other times.
    pub other: &'static str,
    /// When one chooses others.
    pub other_means: &'static str,
    /// Which.
    pub other_which: &'static str,
    /// So many are to be chosen.
    pub other_hint: fn(u32) -> String,
    /// Why.
    pub other_reason: &'static str,
    /// Takes them.
    pub take_other: &'static str,
}

/// Who has answered.
pub struct Who {
    /// The heading.
    pub heading: &'static str,
    /// Over the groups.
    pub groups: &'static str,
    /// A group: how many answered, how many only said their usual week, and how many nothing.
    pub group: fn(Group, [u32; 3]) -> String,
    /// Nobody has.
    pub nobody: &'static str,
    /// How many have said nothing, and how many of them are on the list.
    pub silent: fn(u32, u32) -> String,
    /// Everybody has said something.
    pub all: &'static str,
    /// The title of the list on paper.
    pub list: &'static str,
    /// What to ask.
    pub ask: fn(&str) -> String,
    /// Where somebody lives is not known.
    pub no_home: &'static str,
    /// Over those of a group on the list: who they are, and how many.
    pub of_group: fn(Group, u32) -> String,
    /// Their number.
    pub phone: fn(&str) -> String,
    /// No number is known.
    pub no_phone: &'static str,
    /// They were reached.
    pub reached: &'static str,
    /// They were not.
    pub not_reached: &'static str,
    /// Prints it.
    pub print: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_only_marks_are_open_nobody_is_said_to_be_missing() {
        let worth = Worth { worst_group_percent: 90, n_seated: 42, n_marks: 61 };
        for words in [&CHINESE, &ENGLISH] {
            let open_marks = (words.plan.within)(worth, Worth { n_marks: 64, ..worth });
            assert!(!open_marks.contains(|it: char| it.is_ascii_digit()), "{open_marks}");
            let open_seats = (words.plan.within)(worth, Worth { n_seated: 45, ..worth });
            assert!(open_seats.contains('3'), "{open_seats}");
        }
    }
}
