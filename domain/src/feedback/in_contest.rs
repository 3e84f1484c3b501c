//! Proposals in a contest: the contest decides, and the promise follows.
use super::{
    Because, DaysAllowed, Event, FirstAnswer, Owner, ReasonCode, Said, Stage, Submission,
    Timeliness, Verdict, days::day_of,
};
use crate::{calendar::WorkCalendar, contests::Contest, proposals, time::Day, time::Moment};

/// By which day a proposal in a contest is decided: so many working days after the vote closes;
/// after it was sent, while that day is not set.
pub fn contest_due(
    contest: &Contest,
    days: DaysAllowed,
    sent_on: Day,
    calendar: &WorkCalendar,
) -> Day {
    let closes = contest.schedule.start(crate::contests::Phase::Counting).map(day_of);
    let from = closes.map_or(sent_on, |closes| closes.max(sent_on));
    calendar.after_working_days(from, days.decision)
}

/// What an event of a proposal does to our promise to answer it; `None` where it does nothing.
pub fn echo(
    submission: &Submission,
    event: &proposals::Event,
    due: Day,
    now: Moment,
    calendar: &WorkCalendar,
) -> Option<Event> {
    let today = day_of(now);
    let answered = |verdict| {
        let owed = submission.stage.duty().map_or(today, |duty| duty.due);
        let timeliness = match calendar.working_days_between(owed, today) {
            0 => Timeliness::InTime,
            n_days => Timeliness::Late { n_days },
        };
        let appeal_until = calendar.after_working_days(today, submission.days.appeal);
        Event::Answered { by: Owner::Office, verdict, appeal_until, timeliness }
    };
    if submission.stage.kind().is_end() {
        return None;
    }
    match event {
        proposals::Event::Submitted
        | proposals::Event::CoSigned
        | proposals::Event::CoSignWithdrawn => None,
        proposals::Event::Withdrawn => Some(Event::Withdrawn),
        proposals::Event::Shortlisted { .. } => match &submission.stage {
            // A cost that is corrected later is no new word to the resident.
            Stage::Waiting { first: FirstAnswer::Shortlisted { .. }, .. } => None,
            Stage::Waiting { .. }
            | Stage::Answered { .. }
            | Stage::Deferred { .. }
            | Stage::Appealed { .. }
            | Stage::InDelivery { .. }
            | Stage::Delivered { .. }
            | Stage::Ended { .. } => Some(Event::Shortlisted { due }),
        },
        proposals::Event::SetAside { reason } => {
            let words = Said::parse(reason.as_str()).ok()?;
            let because = Because { code: ReasonCode::CannotBeBuilt, words };
            Some(answered(Verdict::NotAdopted { because }))
        }
        proposals::Event::Won { award } => {
            let by = calendar.after_working_days(today, submission.days.delivery);
            Some(answered(Verdict::Chosen { award: *award, by }))
        }
        proposals::Event::NotSelected => Some(answered(Verdict::NotChosen)),
    }
}
