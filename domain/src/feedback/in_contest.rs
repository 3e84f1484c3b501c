//! Proposals in a contest: the contest decides, and the promise follows.
use super::{
    Because, Content, DaysAllowed, Event, FirstAnswer, Owner, ReasonCode, Said, Stage, Submission,
    Timeliness, Verdict, days::day_of,
};
use crate::{
    calendar::WorkCalendar,
    contests::{Contest, Reason},
    ids::SubmissionId,
    proposals,
    time::{Day, Moment},
};

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

fn because(code: ReasonCode, reason: &Reason) -> Option<Because> {
    Some(Because { code, words: Said::parse(reason.as_str()).ok()? })
}

impl Content {
    /// The text of a proposal as that of what was sent.
    pub fn of_proposal(text: &proposals::Content) -> Self {
        Self {
            title: text.title.clone(),
            words: text.why.clone(),
            requests: text.requests.clone(),
            place: None,
            where_words: Some(text.place.clone()),
            photos: text.photos.clone(),
        }
    }
}

/// What an event of a proposal, whose text is now this, does to our promise to answer it; `None`
/// where it does nothing.
pub fn echo(
    submission: &Submission,
    event: &proposals::Event,
    text: &proposals::Content,
    due: Day,
    now: Moment,
    calendar: &WorkCalendar,
) -> Option<Event> {
    if submission.stage.kind().is_end() && !promises_anew(event) {
        return None;
    }
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
    let not_adopted = |code: ReasonCode, reason: &Reason| {
        let because = because(code, reason)?;
        Some(answered(Verdict::NotAdopted { because }))
    };
    match event {
        proposals::Event::Submitted
        | proposals::Event::CoSigned
        | proposals::Event::CoSignWithdrawn
        | proposals::Event::CoSignMoved
        | proposals::Event::AuthorJoined
        | proposals::Event::AuthorLeft
        // What becomes of a project is told by its own steps.
        | proposals::Event::Begun
        | proposals::Event::Delivered
        | proposals::Event::Stopped { .. }
        // What a department finds is told with the public answer.
        | proposals::Event::Assessed { .. } => None,
        proposals::Event::Passed
        | proposals::Event::Returned { .. }
        | proposals::Event::Qualified
        | proposals::Event::Admitted { .. }
        | proposals::Event::SentToReview { .. }
        | proposals::Event::MergeOffered { .. }
        | proposals::Event::MergeTakenBack
        | proposals::Event::MergeDeclined => Some(Event::InContest { step: event.clone() }),
        proposals::Event::Edited { n, why, .. } => {
            let content = Box::new(Content::of_proposal(text));
            Some(Event::Rewritten { n: *n, content, why: why.clone() })
        }
        proposals::Event::RuledOut { reason, .. } => not_adopted(ReasonCode::NotAllowed, reason),
        proposals::Event::Merged { into, why } => {
            let because = because(ReasonCode::AskedBefore, why)?;
            Some(answered(Verdict::MergedInto { into: SubmissionId(into.0), because }))
        }
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
        proposals::Event::SetAside { reason } => not_adopted(ReasonCode::CannotBeBuilt, reason),
        proposals::Event::Won { award } | proposals::Event::CalledUp { award, .. } => {
            let by = calendar.after_working_days(today, submission.days.delivery);
            Some(answered(Verdict::Chosen { award: *award, by }))
        }
        // The office has written down why, for everybody to read.
        proposals::Event::GivenBack { reason, .. } => not_adopted(ReasonCode::Other, reason),
        proposals::Event::NotSelected | proposals::Event::Reserved { .. } => {
            Some(answered(Verdict::NotChosen))
        }
    }
}

/// Does this say yes after all, also where the author has taken an earlier no and it had ended?
/// What is on the ballot, or gets money, is owed again to everybody who stands behind it.
fn promises_anew(event: &proposals::Event) -> bool {
    match event {
        proposals::Event::Shortlisted { .. }
        | proposals::Event::Won { .. }
        | proposals::Event::CalledUp { .. } => true,
        proposals::Event::Submitted
        | proposals::Event::CoSigned
        | proposals::Event::CoSignWithdrawn
        | proposals::Event::CoSignMoved
        | proposals::Event::Withdrawn
        | proposals::Event::AuthorJoined
        | proposals::Event::AuthorLeft
        | proposals::Event::Passed
        | proposals::Event::Returned { .. }
        | proposals::Event::RuledOut { .. }
        | proposals::Event::Edited { .. }
        | proposals::Event::Qualified
        | proposals::Event::Admitted { .. }
        | proposals::Event::SentToReview { .. }
        | proposals::Event::Assessed { .. }
        | proposals::Event::SetAside { .. }
        | proposals::Event::MergeOffered { .. }
        | proposals::Event::MergeTakenBack
        | proposals::Event::MergeDeclined
        | proposals::Event::Merged { .. }
        | proposals::Event::NotSelected
        | proposals::Event::Reserved { .. }
        | proposals::Event::GivenBack { .. }
        | proposals::Event::Begun
        | proposals::Event::Delivered
        | proposals::Event::Stopped { .. } => false,
    }
}
