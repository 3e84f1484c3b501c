//! A contest that waits: while an objection has no answer, its next phase does not begin.
use super::{Contest, Event, Phase};
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// Objections that wait for their answer, and hold the contest where they were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// In which phase they were made.
    pub in_phase: Phase,
    /// How many have no answer yet; never 0.
    pub n_open: u32,
}

impl Contest {
    /// Where it is now: by its dates, and no further than open objections let it go.
    pub fn phase(&self, now: Moment) -> Phase {
        let by_date = self.schedule.phase(now);
        self.held.map_or(by_date, |held| by_date.min(held.in_phase))
    }

    /// When what is now ends, where that is known: not while it waits past its date.
    pub fn ends(&self, now: Moment) -> Option<Moment> {
        if self.waits(now).is_some() { None } else { self.schedule.ends(now) }
    }

    /// Has the date of the next phase passed, and does the contest wait for answers? For how
    /// many.
    pub fn waits(&self, now: Moment) -> Option<u32> {
        let held = self.held?;
        (held.in_phase < self.schedule.phase(now)).then_some(held.n_open)
    }

    /// What an objection does to the contest.
    pub fn objected(&self) -> Event {
        let n_open = self.held.map_or(0, |held| held.n_open).saturating_add(1);
        Event::Objected { n_open }
    }

    /// What the answer to an objection does to the contest.
    pub fn objection_answered(&self) -> Event {
        let n_open = self.held.map_or(0, |held| held.n_open).saturating_sub(1);
        Event::ObjectionAnswered { n_open }
    }
}

/// The contest held, or held no more. When it waited past a date, what comes later is put off by
/// as long as it waited, so that nobody has fewer days to vote.
pub(super) fn hold(contest: &mut Contest, n_open: u32, at: Moment) {
    let in_phase = contest.phase(at);
    if n_open == 0 {
        if contest.waits(at).is_some()
            && let Some(next) = in_phase.next()
        {
            contest.schedule = contest.schedule.put_off(next, at);
        }
        contest.held = None;
    } else {
        contest.held = Some(Held { in_phase, n_open });
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        CountState, Origin, Schedule,
        sample::{self, at},
    };
    use super::*;

    fn contest() -> Contest {
        let mut contest = sample::contest();
        contest.schedule = contest.schedule.entered(Phase::Notice, at(5));
        assert_eq!((contest.count, contest.origin.clone()), (CountState::NotYet, Origin::Here));
        contest
    }

    #[test]
    fn an_open_objection_holds_the_date_and_nobody_loses_a_day_to_vote() {
        let mut held = contest();
        hold(&mut held, 1, at(8));
        assert_eq!((held.phase(at(9)), held.ends(at(9))), (Phase::Notice, Some(at(10))));
        assert_eq!((held.phase(at(12)), held.ends(at(12))), (Phase::Notice, None));
        assert_eq!((held.phase(at(30)), held.waits(at(30))), (Phase::Notice, Some(1)));
        hold(&mut held, 0, at(13));
        assert_eq!(held.phase(at(13)), Phase::Voting);
        assert_eq!(held.schedule.start(Phase::Counting), Some(at(20)));
    }

    #[test]
    fn an_answer_in_time_moves_no_date() {
        let mut held = contest();
        let before: Schedule = held.schedule.clone();
        hold(&mut held, 1, at(8));
        hold(&mut held, 2, at(8));
        hold(&mut held, 1, at(9));
        hold(&mut held, 0, at(9));
        assert_eq!((held.schedule, held.held), (before, None));
    }
}
