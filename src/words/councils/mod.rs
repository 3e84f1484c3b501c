//! The words of councils for residents: topics, times, and why the times are as they are.
mod again_en;
mod again_zh;
pub(super) mod en;
pub mod meeting_refusals_en;
pub mod meeting_refusals_zh;
mod plain;
pub mod refusals_en;
pub mod refusals_zh;
mod standing;
pub(super) mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use standing::Standing;
pub use zh::CHINESE;

use crate::councils::replan::Verdict;
use crate::words::Room;
use huiyin_domain::{
    calendar::DayName,
    councils::{
        Group,
        planner::Progress,
        series::{Event, Mark, StageKind, Worth, wire::Why},
    },
};

said!(Hub: zh::HUB, en::HUB);
said!(Topics: zh::TOPICS, en::TOPICS, plain::TOPICS);
said!(Show: zh::SHOW, en::SHOW, plain::SHOW);
said!(Answer: zh::ANSWER, en::ANSWER, plain::ANSWER);
said!(Plan: zh::PLAN, en::PLAN, plain::PLAN);
said!(Again: again_zh::AGAIN, again_en::AGAIN, plain::AGAIN);
said!(Sheet: zh::SHEET, en::SHEET);

/// Words of councils for residents, in one language.
pub struct Words {
    /// The room itself: on the button that leads there, and as its heading.
    pub heading: &'static str,
    /// What it is for.
    pub what_for: &'static str,
    /// Where a series stands, in a word.
    pub stage: fn(StageKind) -> &'static str,
    /// Whose days somebody's are like.
    pub group: fn(Group) -> &'static str,
    /// Can they come?
    pub mark: fn(Mark) -> &'static str,
    /// The first page of the room, and the entry on the first screen.
    pub hub: Room<Hub>,
    /// What councils should talk about.
    pub topics: Room<Topics>,
    /// One series.
    pub show: Room<Show>,
    /// Saying when one can come.
    pub answer: Room<Answer>,
    /// Why the times are as they are.
    pub plan: Room<Plan>,
    /// Planning again in this browser.
    pub again: Room<Again>,
    /// The same on paper.
    pub sheet: Room<Sheet>,
}

/// Words of the first page of the room.
pub struct Hub {
    /// So many series wait for an answer.
    pub waiting: fn(usize) -> String,
    /// Over those that wait.
    pub ask: &'static str,
    /// To the question.
    pub answer: &'static str,
    /// Until when.
    pub until: fn(&str) -> String,
    /// Over the next councils.
    pub next: &'static str,
    /// To one of them, by its number.
    pub council: fn(u32) -> String,
    /// Over all series.
    pub all: &'static str,
    /// There are none.
    pub none: &'static str,
    /// A series among others: its title, and its number, as two may have one title.
    pub titled: fn(u32, &str) -> String,
    /// So many councils.
    pub n_sessions: fn(u32) -> String,
    /// One has answered.
    pub answered: &'static str,
}

/// Words of topics.
pub struct Topics {
    /// The heading, and the words of links to it.
    pub heading: &'static str,
    /// What they are.
    pub what_for: &'static str,
    /// There are none.
    pub none: &'static str,
    /// So many support it.
    pub n_supports: fn(u32) -> String,
    /// It is one's own.
    pub mine: &'static str,
    /// Supports the one with this number.
    pub support: fn(u32) -> String,
    /// Takes that back.
    pub take_back: fn(u32) -> String,
    /// After either.
    pub supported: &'static str,
    /// After that.
    pub taken_back: &'static str,
    /// To the series that took it up.
    pub taken_up: fn(u32) -> String,
    /// For those who are not signed in.
    pub sign_in_first: &'static str,
    /// Suggests one.
    pub suggest: &'static str,
    /// What comes of it.
    pub suggest_means: &'static str,
}

/// Words of one series.
pub struct Show {
    /// The one big sentence: where it stands, and what one can do.
    pub standing: fn(&Standing) -> String,
    /// Says when one can come.
    pub answer: &'static str,
    /// Answers only about what is new.
    pub answer_new: fn(usize) -> String,
    /// Changes the answer.
    pub change: &'static str,
    /// Over its purpose.
    pub about: &'static str,
    /// Over its topics.
    pub topics: &'static str,
    /// It has none yet.
    pub no_topics: &'static str,
    /// Over its times.
    pub times: &'static str,
    /// There are none yet.
    pub no_times: &'static str,
    /// Where.
    pub room: fn(&str, u32, u32) -> String,
    /// The day may still change.
    pub provisional: &'static str,
    /// The day is a public holiday.
    pub holiday: fn(&DayName) -> String,
    /// Why in working hours.
    pub in_working_hours: fn(&str) -> String,
    /// Why it is no longer offered.
    pub withdrawn: fn(&str) -> String,
    /// What one said about it.
    pub my_mark: fn(Mark) -> String,
    /// So many have answered.
    pub n_answers: fn(u32) -> String,
    /// What others said is shown after one's own answer.
    pub hidden: &'static str,
    /// Over what everybody said.
    pub totals: &'static str,
    /// So many said so.
    pub n_marks: fn(Mark, u32) -> String,
    /// Opens the table.
    pub as_table: &'static str,
    /// The heads of its columns.
    pub columns: [&'static str; 4],
    /// Over the chosen times.
    pub chosen: &'static str,
    /// To the reasons.
    pub why: &'static str,
    /// Over the times that were not chosen.
    pub others: &'static str,
    /// Why not this one?
    pub why_not: fn(&str) -> String,
    /// Over what happened.
    pub story: &'static str,
    /// What happened.
    pub event: fn(&Event) -> String,
}

/// Words of saying when one can come.
pub struct Answer {
    /// How one would like to answer.
    pub how: &'static str,
    /// Until when, and that others' answers stay hidden.
    pub how_hint: fn(&str) -> String,
    /// From one's usual week.
    pub week: &'static str,
    /// What that means.
    pub week_means: &'static str,
    /// Any.
    pub always: &'static str,
    /// None.
    pub never: &'static str,
    /// One by one.
    pub each: &'static str,
    /// One by one, from what one said before.
    pub each_again: &'static str,
    /// Only those that are new.
    pub only_new: fn(usize) -> String,
    /// What that means.
    pub only_new_means: &'static str,
    /// To the usual week, where it is not known.
    pub to_week: &'static str,
    /// What that is good for.
    pub to_week_means: &'static str,
    /// The days.
    pub days: &'static str,
    /// How to answer.
    pub days_hint: &'static str,
    /// They are filled in from the usual week.
    pub from_week: &'static str,
    /// All times of a day.
    pub whole_day: fn(&str) -> String,
    /// None of a day.
    pub no_day: fn(&str) -> String,
    /// A part of a day and its mark.
    pub part_mark: fn(&str, Mark) -> String,
    /// This time has no answer.
    pub open: fn(&str) -> String,
    /// Some have none.
    pub some_open: &'static str,
    /// Whose days one's are like.
    pub group: &'static str,
    /// What that is for.
    pub group_hint: &'static str,
    /// One would rather not say.
    pub no_group: &'static str,
    /// The last screen.
    pub check: &'static str,
    /// In a word: the times.
    pub short_days: &'static str,
    /// How one attends.
    pub short_attend: &'static str,
    /// Whose days.
    pub short_group: &'static str,
    /// A time and its mark.
    pub line: fn(&str, Mark) -> String,
    /// Nothing is answered yet.
    pub not_said: &'static str,
    /// Begins.
    pub begin: &'static str,
    /// What sending means.
    pub send_means: &'static str,
    /// Sends it.
    pub send: &'static str,
    /// It cannot be answered now.
    pub not_now: &'static str,
    /// For those who are not signed in.
    pub sign_in_first: &'static str,
    /// For staff.
    pub staff: &'static str,
    /// Back to the series.
    pub to_series: &'static str,
    /// It is kept.
    pub sent: &'static str,
    /// What one said.
    pub said: &'static str,
    /// Until when it can be changed.
    pub until: fn(&str) -> String,
    /// What comes next.
    pub next: &'static str,
    /// What comes next, in a sentence.
    pub next_means: &'static str,
    /// Calls the office.
    pub call: &'static str,
}

/// Words of why the times are as they are.
pub struct Plan {
    /// The heading.
    pub heading: &'static str,
    /// The times are not chosen yet.
    pub not_yet: &'static str,
    /// How they were chosen, in a few sentences.
    pub rule: &'static str,
    /// How good a plan is.
    pub worth: fn(&Worth) -> String,
    /// It is the best there is.
    pub best: &'static str,
    /// Another could be better by so much at most.
    pub within: fn(&Worth, &Worth) -> String,
    /// The organiser took another one; how good the best would be, and why not.
    pub other: fn(&Worth, &str) -> String,
    /// Over the chosen times.
    pub each: &'static str,
    /// For so many it is the only chance.
    pub only_chance: fn(u32) -> String,
    /// So many of a group among them.
    pub of_group: fn(Group, u32) -> String,
    /// Over the groups.
    pub groups: &'static str,
    /// So many of so many have a seat.
    pub seats: fn(Group, u32, u32) -> String,
    /// The group is too small to be told.
    pub small: fn(Group, u32) -> String,
    /// So many can come at none of the times, of so many.
    pub nowhere: fn(u32, u32) -> String,
    /// Opens the table.
    pub as_table: &'static str,
    /// The heads of its columns.
    pub columns: [&'static str; 3],
    /// In the table, for a group too small to be told.
    pub not_told: &'static str,
    /// Over how to plan it again.
    pub again: &'static str,
    /// How to.
    pub again_means: &'static str,
    /// Before the checksum.
    pub checksum: &'static str,
    /// Downloads what it was planned from.
    pub download: &'static str,
    /// Why not this time?
    pub why_not: fn(&str) -> String,
    /// Why not, in a sentence.
    pub why: fn(&Why) -> String,
    /// Over the best plan that has it.
    pub instead: &'static str,
    /// It is proven that no plan with it is better.
    pub best_with_it: &'static str,
    /// So many would gain a chance, so many would lose their only one.
    pub swap: fn(u32, u32) -> String,
    /// Over those who would gain one.
    pub who_gains: &'static str,
    /// So many of a group would; without a number, where they are few.
    pub gains: fn(Group, Option<u32>) -> String,
    /// Over those who would lose their only one.
    pub who_loses: &'static str,
    /// So many of a group would.
    pub loses: fn(Group, Option<u32>) -> String,
    /// How the two compare: the one without it, and this one.
    pub compare: fn(&Worth, &Worth) -> String,
    /// To the whole plan.
    pub to_plan: &'static str,
}

/// Words of planning again.
pub struct Again {
    /// The heading.
    pub heading: &'static str,
    /// What it does, and for how many seconds at most.
    pub means: fn(u32) -> String,
    /// Starts it.
    pub start: &'static str,
    /// Starts it once more.
    pub once_more: &'static str,
    /// Told while the file is on its way.
    pub fetching: &'static str,
    /// Told while it plans.
    pub planning: &'static str,
    /// Before there is anything to say.
    pub beginning: &'static str,
    /// How far it has come.
    pub progress: fn(&Progress) -> String,
    /// Stops it.
    pub cancel: &'static str,
    /// It was stopped.
    pub cancelled: &'static str,
    /// The browser gave up.
    pub broken: &'static str,
    /// The file cannot be planned from; where it is wrong.
    pub unreadable: fn(&str) -> String,
    /// How it compares with the best that was published.
    pub verdict: fn(&Worth, &Verdict) -> String,
    /// The best that was published.
    pub published: fn(&Worth) -> String,
    /// What was found here.
    pub here: fn(&Worth) -> String,
    /// So many answers, so many milliseconds.
    pub took: fn(u32, i64) -> String,
    /// Before the file's checksum: it is the published one.
    pub same_file: &'static str,
    /// Before the file's checksum: it is not.
    pub other_file: &'static str,
}

/// Words of the form on paper.
pub struct Sheet {
    /// Its title.
    pub title: &'static str,
    /// To it.
    pub open: &'static str,
    /// How to mark it.
    pub how: &'static str,
    /// The times.
    pub times: &'static str,
    /// It can be changed.
    pub change: &'static str,
    /// Nobody is asked now.
    pub closed: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [&Words; 3] = [&CHINESE, &PLAIN, &ENGLISH];

    #[test]
    fn where_only_marks_are_open_nobody_is_said_to_be_missing() {
        let worth = Worth { worst_group_percent: 90, n_seated: 42, n_marks: 61 };
        for words in ALL {
            let open_marks = (words.plan.within)(&worth, &Worth { n_marks: 64, ..worth });
            assert!(!open_marks.contains(|it: char| it.is_ascii_digit()), "{open_marks}");
            let open_seats = (words.plan.within)(&worth, &Worth { n_seated: 45, ..worth });
            assert!(open_seats.contains('3'), "{open_seats}");
        }
    }

    #[test]
    fn what_was_not_found_in_time_does_not_read_as_impossible() {
        for words in ALL {
            let impossible = (words.plan.why)(&Why::Impossible);
            assert_ne!((words.plan.why)(&Why::NotFoundInTime), impossible);
        }
    }
}
