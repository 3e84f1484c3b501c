//! Projects: what becomes of a proposal that won, and how our promise follows its project.
use super::{
    Because, Event, Evidence, Milestone, Opinion, Owner, ReasonCode, Said, Satisfaction, Stage,
    StageKind, Submission, Timeliness, Verdict, days::day_of,
};
use crate::{
    calendar::WorkCalendar,
    channels::Channel,
    contests::Reason,
    delivery::{self, Says},
    proposals::PhotoId,
    time::{Day, Moment},
};

/// What an event of a project does to our promise; `None` where it does nothing. `by_author`: did
/// whoever sent the proposal do it, or is it their word that is answered?
pub fn echo_project(
    submission: &Submission,
    event: &delivery::Event,
    by_author: bool,
    now: Moment,
    calendar: &WorkCalendar,
) -> Option<Event> {
    let kind = submission.stage.kind();
    if kind.is_end() {
        return None;
    }
    let step = || Some(Event::InProject { step: Box::new(event.clone()) });
    let in_delivery = kind == StageKind::InDelivery;
    match event {
        // The record of a submission is public and stays; who works on the project stands in its
        // team, for as long as they belong to it.
        delivery::Event::Asked { .. }
        | delivery::Event::TurnedAway { .. }
        | delivery::Event::Joined { .. }
        | delivery::Event::Left { .. } => None,
        delivery::Event::Begun(_)
        | delivery::Event::TakenOver { .. }
        | delivery::Event::Planned { .. }
        | delivery::Event::Paid { .. }
        | delivery::Event::Corrected { .. }
        | delivery::Event::Resumed { .. }
        | delivery::Event::Closed { .. } => step(),
        delivery::Event::Reported { report } if in_delivery => {
            let (words, photos) = (report.words.clone(), report.photos.clone());
            Some(Event::Reported { milestone: Milestone { at: report.at, words, photos } })
        }
        delivery::Event::Reported { .. } => step(),
        delivery::Event::Finished { words, photos, until } if in_delivery => {
            Some(delivered(words, photos.clone(), *until, now))
        }
        delivery::Event::Finished { .. } => step(),
        delivery::Event::Spoken { says, channel, .. } if by_author => {
            spoken(submission, says, *channel, now, calendar)
        }
        delivery::Event::Spoken { .. } => None,
        // Who had opened it again is told that it is done after all, and has the word once more.
        delivery::Event::Answered { answer, .. } if by_author && in_delivery => {
            let until = calendar.after_working_days(day_of(now), submission.days.confirmation);
            Some(delivered(&answer.words, Vec::new(), until, now))
        }
        delivery::Event::Answered { .. } => step(),
        delivery::Event::Stopped { reason, .. } => stopped(submission, reason, now, calendar),
    }
}

fn delivered(words: &Said, photos: Vec<PhotoId>, confirm_until: Day, now: Moment) -> Event {
    let evidence = Evidence { at: now, words: words.clone(), photos, requests: Vec::new() };
    Event::Delivered { evidence, confirm_until }
}

/// The author's own word is the word we wait for.
fn spoken(
    submission: &Submission,
    says: &Says,
    channel: Channel,
    now: Moment,
    calendar: &WorkCalendar,
) -> Option<Event> {
    if submission.stage.kind() != StageKind::Delivered {
        return None;
    }
    match says {
        Says::Done { .. } => {
            Some(Event::Confirmed { satisfaction: Satisfaction::NotSaid, channel })
        }
        Says::NotDone { words } => {
            let due = calendar.after_working_days(day_of(now), submission.days.decision);
            let words = Opinion::parse(words.as_str()).ok()?;
            Some(Event::Reopened { words, channel, due })
        }
    }
}

/// What was promised is not going to be: that is an answer, with its reason.
fn stopped(
    submission: &Submission,
    reason: &Reason,
    now: Moment,
    calendar: &WorkCalendar,
) -> Option<Event> {
    let today = day_of(now);
    let words = Said::parse(reason.as_str()).ok()?;
    let because = Because { code: ReasonCode::Other, words };
    let owed = submission.stage.duty().map_or(today, |duty| duty.due);
    let timeliness = match calendar.working_days_between(owed, today) {
        0 => Timeliness::InTime,
        n_days => Timeliness::Late { n_days },
    };
    let appeal_until = calendar.after_working_days(today, submission.days.appeal);
    let verdict = Verdict::NotAdopted { because };
    Some(Event::Answered { by: Owner::Office, verdict, appeal_until, timeliness })
}

/// Where a submission stands after a step of its project that says nothing else: a new plan moves
/// its day, and what goes on is not done yet.
pub(super) fn after_step(stage: &Stage, step: &delivery::Event) -> Stage {
    let Some(due) = step.due() else { return stage.clone() };
    let after = match step {
        delivery::Event::Resumed { .. } => super::event::reopened(stage, due),
        delivery::Event::Begun(_)
        | delivery::Event::Asked { .. }
        | delivery::Event::Joined { .. }
        | delivery::Event::TurnedAway { .. }
        | delivery::Event::Left { .. }
        | delivery::Event::TakenOver { .. }
        | delivery::Event::Planned { .. }
        | delivery::Event::Reported { .. }
        | delivery::Event::Paid { .. }
        | delivery::Event::Corrected { .. }
        | delivery::Event::Finished { .. }
        | delivery::Event::Spoken { .. }
        | delivery::Event::Answered { .. }
        | delivery::Event::Closed { .. }
        | delivery::Event::Stopped { .. } => stage.clone(),
    };
    super::event::with_duty(&after, |duty| super::Duty { due, ..duty })
}
