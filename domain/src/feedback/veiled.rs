//! What happened to a submission, without what is hidden of it.
use super::{Event, Submission};

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
        | Event::Appealed { .. }
        | Event::Reported { .. }
        | Event::Delivered { .. }
        | Event::Reopened { .. }
        | Event::Confirmed { .. }
        | Event::Withdrawn
        | Event::ClosedWithoutAuthor { .. }
        | Event::Escalated { .. }
        | Event::AuthorLeft => {}
    }
    event
}
