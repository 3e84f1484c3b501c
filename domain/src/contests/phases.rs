//! Phases of a contest, and the dates by which they follow one another.
use crate::time::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a contest is (阶段).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// 筹备: only the organiser works on it.
    Preparing,
    /// 征集: residents propose and co-sign.
    Collecting,
    /// 会审: departments look at what came in.
    Reviewing,
    /// 公示: the shortlist and the sealed rules are shown.
    Notice,
    /// 投票: everyone votes.
    Voting,
    /// 计票: the box is closed.
    Counting,
    /// 异议: the result is out and may be challenged.
    Objection,
    /// 结果: the result stands.
    Results,
    /// 实施: the winners are being carried out.
    Implementing,
    /// 结束: all is done.
    Closed,
}

impl Phase {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::Preparing,
        Self::Collecting,
        Self::Reviewing,
        Self::Notice,
        Self::Voting,
        Self::Counting,
        Self::Objection,
        Self::Results,
        Self::Implementing,
        Self::Closed,
    ];

    /// May it be given a date? Notice begins with the list and the sealed rules, and the time for
    /// objections with the result: both with what the office does, and not by themselves.
    pub fn takes_date(self) -> bool {
        match self {
            Self::Preparing | Self::Notice | Self::Objection => false,
            Self::Collecting
            | Self::Reviewing
            | Self::Voting
            | Self::Counting
            | Self::Results
            | Self::Implementing
            | Self::Closed => true,
        }
    }

    /// The one that follows.
    pub fn next(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|phase| *phase == self)?;
        Self::ALL.get(at + 1).copied()
    }
}

/// When each phase of a contest begins (日程).
///
/// A phase is reached when its beginning and those of all phases before it have passed; a phase
/// without a date waits for the organiser's hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Schedule(BTreeMap<Phase, Moment>);

impl Schedule {
    /// A schedule from its dates; `None` when they do not follow one another.
    pub fn new(starts: impl IntoIterator<Item = (Phase, Moment)>) -> Option<Self> {
        let schedule = Self(starts.into_iter().collect());
        schedule.is_in_order().then_some(schedule)
    }

    fn is_in_order(&self) -> bool {
        self.0.values().zip(self.0.values().skip(1)).all(|(early, late)| early <= late)
    }

    /// Where things are at `now`.
    pub fn phase(&self, now: Moment) -> Phase {
        let reached = |phase: &Phase| self.0.get(phase).is_some_and(|start| *start <= now);
        let n_reached = Phase::ALL[1..].iter().take_while(|phase| reached(phase)).count();
        Phase::ALL[n_reached]
    }

    /// When this phase begins or began.
    pub fn start(&self, phase: Phase) -> Option<Moment> {
        self.0.get(&phase).copied()
    }

    /// When what is now ends, where that is known.
    pub fn ends(&self, now: Moment) -> Option<Moment> {
        self.start(self.phase(now).next()?)
    }

    /// Enters `phase` at `at`; dates of later phases that have already passed wait for a hand.
    #[must_use]
    pub fn entered(&self, phase: Phase, at: Moment) -> Self {
        let mut starts = self.0.clone();
        starts.retain(|other, start| *other < phase || *start > at);
        starts.insert(phase, at);
        Self(starts)
    }

    /// Lets `phase` begin at `at` instead, and everything after it as much later.
    #[must_use]
    pub fn put_off(&self, phase: Phase, at: Moment) -> Self {
        let Some(start) = self.start(phase) else { return self.clone() };
        let by = at.millis().saturating_sub(start.millis());
        let later = |other: &Phase, start: &Moment| {
            if *other < phase { *start } else { start.plus_millis(by) }
        };
        Self(self.0.iter().map(|(other, start)| (*other, later(other, start))).collect())
    }

    /// Sets a date; `None` when the dates would no longer follow one another.
    #[must_use]
    pub fn with(&self, phase: Phase, at: Moment) -> Option<Self> {
        let mut starts = self.0.clone();
        starts.insert(phase, at);
        Self::new(starts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64) -> Moment {
        Moment::from_millis(day * crate::time::DAY_MS)
    }

    #[test]
    fn phases_follow_their_dates_and_wait_where_there_is_none() {
        let dates = [
            (Phase::Collecting, at(10)),
            (Phase::Reviewing, at(20)),
            (Phase::Voting, at(40)),
            (Phase::Counting, at(50)),
        ];
        let schedule = Schedule::new(dates).unwrap();
        assert_eq!(schedule.phase(at(9)), Phase::Preparing);
        assert_eq!(schedule.phase(at(10)), Phase::Collecting);
        assert_eq!(schedule.ends(at(10)), Some(at(20)));
        // Notice has no date: nobody votes before it was given.
        assert_eq!(schedule.phase(at(45)), Phase::Reviewing);
        let noticed = schedule.entered(Phase::Notice, at(30));
        assert_eq!(noticed.phase(at(39)), Phase::Notice);
        assert_eq!(noticed.phase(at(40)), Phase::Voting);
        assert_eq!(noticed.phase(at(50)), Phase::Counting);
    }

    #[test]
    fn a_late_notice_does_not_open_the_vote_by_an_old_date() {
        let dates = [(Phase::Collecting, at(1)), (Phase::Reviewing, at(2)), (Phase::Voting, at(3))];
        let late = Schedule::new(dates).unwrap().entered(Phase::Notice, at(5));
        assert_eq!(late.phase(at(6)), Phase::Notice);
        assert_eq!(late.start(Phase::Voting), None);
    }

    #[test]
    fn dates_out_of_order_make_no_schedule() {
        assert_eq!(Schedule::new([(Phase::Voting, at(5)), (Phase::Counting, at(4))]), None);
    }
}
