//! The days a community allows itself, and what follows when one has passed.
use super::{Owes, Submission};
use crate::{
    calendar::WorkCalendar,
    time::{Day, Moment},
};
use serde::{Deserialize, Serialize};

/// No table may allow more working days than this for anything: about a year.
pub const MOST_DAYS: u32 = 250;

/// The days a community allows itself (办理时限), all in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysAllowed {
    /// Until the resident hears who looks at it.
    pub first_answer: u32,
    /// Until the decision, counted from the day it was sent.
    pub decision: u32,
    /// For the resident to appeal, counted from the answer.
    pub appeal: u32,
    /// For the resident to say whether it is done, before somebody calls and asks.
    pub confirmation: u32,
    /// For carrying out what a vote has chosen.
    pub delivery: u32,
    /// The most by which one extension may put a day off.
    pub extension: u32,
    /// Extensions of one duty.
    pub extensions_most: u32,
    /// Overdue by so many, the head of the office is told.
    pub to_office: u32,
    /// Overdue by so many, the sub-district is told.
    pub to_street: u32,
}

impl Default for DaysAllowed {
    /// What the better hot-lines (12345) promise: a word within two working days, a decision
    /// within fifteen.
    fn default() -> Self {
        Self {
            first_answer: 2,
            decision: 15,
            appeal: 10,
            confirmation: 10,
            delivery: 120,
            extension: 10,
            extensions_most: 2,
            to_office: 1,
            to_street: 5,
        }
    }
}

impl DaysAllowed {
    /// Can a community promise this? Every span is at least a day and at most [`MOST_DAYS`], and
    /// the first word does not come after the decision.
    pub fn is_sound(&self) -> bool {
        let Self { first_answer, decision, appeal, confirmation, delivery, extension, .. } = *self;
        let spans = [first_answer, decision, appeal, confirmation, delivery, extension];
        spans.into_iter().all(|days| (1..=MOST_DAYS).contains(&days))
            && first_answer <= decision
            && 1 <= self.to_office
            && self.to_office <= self.to_street
            && self.to_street <= MOST_DAYS
    }
}

/// How high it has gone up by itself (督办).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Escalation {
    /// The head of the office sees to it (居委会督办).
    Office,
    /// The sub-district sees to it (街道督办).
    Street,
}

/// Something is overdue (超期): derived from the day alone, so that nobody can pause it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Late {
    /// By so many working days; at least one.
    pub n_days: u32,
    /// How high it has gone; `None` on the first days where the table waits.
    pub escalation: Option<Escalation>,
}

impl Submission {
    /// How late is what is owed on this day? Late begins with the first working day after the
    /// due day.
    pub fn late(&self, today: Day, calendar: &WorkCalendar) -> Option<Late> {
        let Owes { duty, .. } = self.owes()?;
        let n_days = calendar.working_days_between(duty.due, today);
        let escalation = match n_days {
            0 => return None,
            n if self.days.to_street <= n => Some(Escalation::Street),
            n if self.days.to_office <= n => Some(Escalation::Office),
            _ => None,
        };
        Some(Late { n_days, escalation })
    }
}

/// What was due before this day is overdue today: it is the last working day up to today.
pub fn overdue_before(today: Day, calendar: &WorkCalendar) -> Day {
    let mut day = today;
    while let Some(before) = day.pred_opt() {
        if 0 < calendar.working_days_between(before, day) {
            break;
        }
        day = before;
    }
    day
}

/// The day on the wall calendar at this moment.
pub(super) fn day_of(now: Moment) -> Day {
    now.in_china().date()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_day;

    #[test]
    fn one_day_tells_what_is_overdue_through_weekends_holidays_and_make_up_days() {
        let calendar = WorkCalendar::built_in();
        let first = parse_day("2026-01-25").unwrap();
        // The spring festival with its make-up days lies within these.
        for today in first.iter_days().take(60) {
            let before = overdue_before(today, &calendar);
            for due in first.iter_days().take(70) {
                let is_overdue = calendar.working_days_between(due, today) >= 1;
                assert_eq!(due < before, is_overdue, "due {due}, today {today}");
            }
        }
    }

    #[test]
    fn a_community_cannot_promise_nothing_or_everything() {
        assert!(DaysAllowed::default().is_sound());
        for unsound in [
            DaysAllowed { decision: 0, ..DaysAllowed::default() },
            DaysAllowed { decision: MOST_DAYS + 1, ..DaysAllowed::default() },
            DaysAllowed { first_answer: 16, ..DaysAllowed::default() },
            DaysAllowed { to_office: 6, ..DaysAllowed::default() },
        ] {
            assert!(!unsound.is_sound(), "{unsound:?}");
        }
    }
}
