//! What happened to a submission, without what is hidden of it.
use super::{Event, Stage, Submission};
use crate::moderation::hides_text;

/// An event as everybody reads it: while something of the submission is hidden, what it said at
/// any time is what it says now. The record itself keeps every word.
#[must_use]
pub fn veiled(mut event: Event, submission: &Submission) -> Event {
    if submission.veils.is_empty() {
        return event;
    }
    let now = || submission.content.clone();
    match &mut event {
        Event::Sent(sent) => sent.content = now(),
        Event::Rewritten { content, why, .. } => {
            **content = now();
            *why = None;
        }
        Event::Moderated { content: Some(content), .. } => **content = now(),
        Event::Appealed { words, .. } | Event::Reopened { words, .. } => {
            if hides_text(&submission.veils) {
                *words = submission.content.words.clone();
            }
        }
        Event::Moderated { content: None, .. }
        | Event::Acknowledged { .. }
        | Event::Sorted { .. }
        | Event::PassedOn { .. }
        | Event::Extended { .. }
        | Event::Answered { .. }
        | Event::Upheld { .. }
        | Event::InContest { .. }
        | Event::InProject { .. }
        | Event::Shortlisted { .. }
        | Event::Reported { .. }
        | Event::Delivered { .. }
        | Event::Confirmed { .. }
        | Event::Withdrawn
        | Event::ClosedWithoutAuthor { .. }
        | Event::Escalated { .. }
        | Event::AuthorLeft => {}
    }
    event
}

/// A submission as everybody reads it: while its text is hidden, what its author has said against
/// an answer reads as the text does.
#[must_use]
pub fn veiled_submission(mut submission: Submission) -> Submission {
    if !hides_text(&submission.veils) {
        return submission;
    }
    let stand_in = submission.content.words.clone();
    let answer = match &mut submission.stage {
        Stage::Waiting { .. } => None,
        Stage::Appealed { answer, appeal, .. } => {
            appeal.words = stand_in.clone();
            Some(answer)
        }
        Stage::Answered { answer, .. }
        | Stage::Deferred { answer, .. }
        | Stage::InDelivery { answer, .. }
        | Stage::Delivered { answer, .. } => Some(answer),
        Stage::Ended { answer, .. } => answer.as_mut(),
    };
    if let Some(settled) = answer.and_then(|answer| answer.appeal.as_mut()) {
        settled.appeal.words = stand_in;
    }
    submission
}
