//! Whom a step concerns, and when a message about it may disturb them.
use super::Why;
use crate::{
    delivery,
    feedback::Event,
    ids::DepartmentId,
    proposals,
    time::{DAY_MS, Moment},
};
use chrono::Timelike;

/// How a step concerns people, apart from who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The author's alone: it was taken, sorted, acknowledged.
    OfAuthor,
    /// Of everybody who stands behind it.
    OfAll,
    /// Of whoever answers for what is late, and of everybody who stands behind it.
    OfLateness,
    /// Of nobody: there is no one left whom it could reach.
    OfNobody,
}

impl Step {
    /// How an event concerns people.
    pub fn of(event: &Event) -> Self {
        match event {
            Event::Sent(_) | Event::Sorted { .. } | Event::Acknowledged { .. } => Self::OfAuthor,
            Event::Moderated { .. } => Self::OfAuthor,
            Event::InContest { step } => Self::in_contest(step),
            Event::InProject { step } => Self::in_project(step),
            Event::PassedOn { .. }
            | Event::Extended { .. }
            | Event::Answered { .. }
            | Event::Upheld { .. }
            | Event::Shortlisted { .. }
            | Event::Rewritten { .. }
            | Event::Appealed { .. }
            | Event::Reported { .. }
            | Event::Delivered { .. }
            | Event::Reopened { .. }
            | Event::Confirmed { .. }
            | Event::Withdrawn
            | Event::ClosedWithoutAuthor { .. } => Self::OfAll,
            Event::Escalated { .. } => Self::OfLateness,
            Event::AuthorLeft => Self::OfNobody,
        }
    }

    /// A step of a proposal before its vote. What is asked of the author is the author's alone;
    /// how far it has come is of everybody who stands behind it.
    fn in_contest(step: &proposals::Event) -> Self {
        use proposals::Event as E;
        match step {
            E::Passed
            | E::MergeOffered { .. }
            | E::MergeTakenBack
            | E::MergeDeclined
            | E::Submitted
            | E::CoSigned
            | E::CoSignWithdrawn
            | E::CoSignMoved
            | E::AuthorJoined
            | E::AuthorLeft
            | E::Assessed { .. } => Self::OfAuthor,
            E::Returned { .. }
            | E::Qualified
            | E::Admitted { .. }
            | E::SentToReview { .. }
            | E::RuledOut { .. }
            | E::Edited { .. }
            | E::Shortlisted { .. }
            | E::SetAside { .. }
            | E::Merged { .. }
            | E::Won { .. }
            | E::NotSelected
            | E::Begun
            | E::Delivered
            | E::Stopped { .. }
            | E::Reserved { .. }
            | E::CalledUp { .. }
            | E::GivenBack { .. }
            | E::Withdrawn => Self::OfAll,
        }
    }

    /// A step of a project. Who works on it is the team's; the work and the money are everybody's.
    fn in_project(step: &delivery::Event) -> Self {
        use delivery::Event as E;
        match step {
            E::Asked { .. }
            | E::Joined { .. }
            | E::TurnedAway { .. }
            | E::Left { .. }
            | E::TakenOver { .. }
            | E::Spoken { .. } => Self::OfAuthor,
            E::Begun(_)
            | E::Planned { .. }
            | E::Reported { .. }
            | E::Paid { .. }
            | E::Corrected { .. }
            | E::Finished { .. }
            | E::Answered { .. }
            | E::Resumed { .. }
            | E::Closed { .. }
            | E::Stopped { .. } => Self::OfAll,
        }
    }
}

/// The departments that a step asks to look at a proposal, the lead first.
pub fn asked_to_review(event: &Event) -> Vec<DepartmentId> {
    match event {
        Event::InContest { step: proposals::Event::SentToReview { lead, others, .. } } => {
            std::iter::once(*lead).chain(others.iter().copied()).collect()
        }
        Event::InContest { .. }
        | Event::InProject { .. }
        | Event::Rewritten { .. }
        | Event::Moderated { .. }
        | Event::Sent(_)
        | Event::Acknowledged { .. }
        | Event::Sorted { .. }
        | Event::PassedOn { .. }
        | Event::Extended { .. }
        | Event::Answered { .. }
        | Event::Upheld { .. }
        | Event::Shortlisted { .. }
        | Event::Appealed { .. }
        | Event::Reported { .. }
        | Event::Delivered { .. }
        | Event::Reopened { .. }
        | Event::Confirmed { .. }
        | Event::Withdrawn
        | Event::ClosedWithoutAuthor { .. }
        | Event::Escalated { .. }
        | Event::AuthorLeft => Vec::new(),
    }
}

/// Does an event reach people for this reason? The author is always told, whoever acted, except
/// of what they did with their own hand.
pub fn reaches(event: &Event, why: Why) -> bool {
    match (Step::of(event), why) {
        (Step::OfNobody, _) => false,
        (Step::OfAuthor | Step::OfAll | Step::OfLateness, Why::Sent) => true,
        (Step::OfAll | Step::OfLateness, Why::CoSigned | Why::Followed) => true,
        (Step::OfAuthor, Why::CoSigned | Why::Followed) => false,
        (Step::OfLateness, Why::Duty | Why::Oversight) => true,
        (Step::OfAuthor | Step::OfAll, Why::Duty) => makes_a_duty(event),
        (Step::OfAuthor | Step::OfAll, Why::Oversight) => false,
    }
}

/// May a step go out to residents as a message? What is only sorted or passed on moves no day and
/// leaves them nothing to do: it stands in the story and in the inbox, and disturbs nobody.
pub fn goes_out(event: &Event) -> bool {
    match event {
        Event::Sorted { .. } | Event::PassedOn { .. } => false,
        Event::InContest { step } => step_goes_out(step),
        Event::InProject { step } => work_goes_out(step),
        Event::Rewritten { .. }
        | Event::Moderated { .. }
        | Event::Sent(_)
        | Event::Acknowledged { .. }
        | Event::Extended { .. }
        | Event::Answered { .. }
        | Event::Upheld { .. }
        | Event::Shortlisted { .. }
        | Event::Appealed { .. }
        | Event::Reported { .. }
        | Event::Delivered { .. }
        | Event::Reopened { .. }
        | Event::Confirmed { .. }
        | Event::Withdrawn
        | Event::ClosedWithoutAuthor { .. }
        | Event::Escalated { .. }
        | Event::AuthorLeft => true,
    }
}

fn step_goes_out(step: &proposals::Event) -> bool {
    use proposals::Event as E;
    match step {
        E::Passed
        | E::Returned { .. }
        | E::Qualified
        | E::Admitted { .. }
        | E::RuledOut { .. }
        | E::Edited { .. }
        | E::Shortlisted { .. }
        | E::SetAside { .. }
        | E::MergeOffered { .. }
        | E::Merged { .. }
        | E::Won { .. }
        | E::NotSelected
        | E::Begun
        | E::Delivered
        | E::Stopped { .. }
        | E::Reserved { .. }
        | E::CalledUp { .. }
        | E::GivenBack { .. }
        | E::Withdrawn => true,
        E::SentToReview { .. }
        | E::MergeTakenBack
        | E::MergeDeclined
        | E::Submitted
        | E::CoSigned
        | E::CoSignWithdrawn
        | E::CoSignMoved
        | E::AuthorJoined
        | E::AuthorLeft
        | E::Assessed { .. } => false,
    }
}

/// Every payment stands in the inbox and on the project's page; it disturbs nobody.
fn work_goes_out(step: &delivery::Event) -> bool {
    use delivery::Event as E;
    match step {
        E::Begun(_)
        | E::Joined { .. }
        | E::Planned { .. }
        | E::Reported { .. }
        | E::Finished { .. }
        | E::Answered { .. }
        | E::Resumed { .. }
        | E::Closed { .. }
        | E::Stopped { .. } => true,
        E::Asked { .. }
        | E::TurnedAway { .. }
        | E::Left { .. }
        | E::TakenOver { .. }
        | E::Paid { .. }
        | E::Corrected { .. }
        | E::Spoken { .. } => false,
    }
}

/// Does an event give somebody of the staff something to do?
pub fn makes_a_duty(event: &Event) -> bool {
    match event {
        Event::Sent(_)
        | Event::PassedOn { .. }
        | Event::Appealed { .. }
        | Event::Reopened { .. }
        | Event::Answered { .. }
        | Event::Upheld { .. } => true,
        Event::InContest { .. } => !asked_to_review(event).is_empty(),
        Event::InProject { .. }
        | Event::Acknowledged { .. }
        | Event::Moderated { .. }
        | Event::Rewritten { .. }
        | Event::Sorted { .. }
        | Event::Extended { .. }
        | Event::Shortlisted { .. }
        | Event::Reported { .. }
        | Event::Delivered { .. }
        | Event::Confirmed { .. }
        | Event::Withdrawn
        | Event::ClosedWithoutAuthor { .. }
        | Event::Escalated { .. }
        | Event::AuthorLeft => false,
    }
}

/// The hours in which messages may disturb somebody: from eight until nine in the evening.
const DAY_HOURS: std::ops::Range<u32> = 8..21;

/// When a message may go out: now, or at eight on the next morning. What is late becomes so at
/// midnight, and nobody wants to be woken for it.
pub fn awaits_the_day(now: Moment) -> Moment {
    let clock = now.in_china();
    if DAY_HOURS.contains(&clock.hour()) {
        return now;
    }
    let midnight = clock.date().and_hms_opt(0, 0, 0).expect("every day begins with midnight");
    let eight = Moment::from_china(midnight).plus_millis(i64::from(DAY_HOURS.start) * 3_600_000);
    if now < eight { eight } else { eight.plus_millis(DAY_MS) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::Escalation;

    #[test]
    fn what_changes_nothing_for_a_resident_stays_in_the_inbox() {
        let sorted = Event::Sorted { theme: crate::feedback::Theme::Repairs, place: None };
        assert!(reaches(&sorted, Why::Sent) && !goes_out(&sorted));
        let late = Event::Escalated { to: Escalation::Office, n_days: 1 };
        assert!(goes_out(&late) && goes_out(&Event::Withdrawn));
    }

    #[test]
    fn a_review_is_a_duty_of_those_who_are_asked_and_a_question_is_the_authors() {
        let ids = [2, 5].map(DepartmentId);
        let due = at_day();
        let (lead, others) = (ids[0], vec![ids[1]]);
        let step = proposals::Event::SentToReview { lead, others, due, keeps: true };
        let sent = Event::InContest { step };
        assert_eq!(asked_to_review(&sent), ids);
        assert!(reaches(&sent, Why::Duty) && reaches(&sent, Why::CoSigned) && !goes_out(&sent));
        let declined = Event::InContest { step: proposals::Event::MergeDeclined };
        assert!(reaches(&declined, Why::Sent) && !reaches(&declined, Why::CoSigned));
        assert!(!reaches(&declined, Why::Duty));
    }

    fn at_day() -> crate::time::Day {
        Moment::parse("2026-11-22T08:00:00+08:00").unwrap().in_china().date()
    }

    #[test]
    fn the_author_is_told_of_every_step_there_is_somebody_to_tell() {
        let late = Event::Escalated { to: Escalation::Office, n_days: 1 };
        assert!(reaches(&late, Why::Sent) && reaches(&late, Why::Followed));
        assert!(reaches(&late, Why::Duty) && reaches(&late, Why::Oversight));
        assert!(reaches(&Event::Withdrawn, Why::Sent) && reaches(&Event::Withdrawn, Why::CoSigned));
        assert!(!reaches(&Event::Withdrawn, Why::Duty));
        assert!(Why::ALL.into_iter().all(|why| !reaches(&Event::AuthorLeft, why)));
    }

    #[test]
    fn nobody_is_woken() {
        let at = |raw: &str| Moment::parse(raw).unwrap();
        for (now, goes) in [
            ("2026-11-22T00:05:00+08:00", "2026-11-22T08:00:00+08:00"),
            ("2026-11-22T07:59:59+08:00", "2026-11-22T08:00:00+08:00"),
            ("2026-11-22T08:00:00+08:00", "2026-11-22T08:00:00+08:00"),
            ("2026-11-22T20:59:59+08:00", "2026-11-22T20:59:59+08:00"),
            ("2026-11-22T21:00:00+08:00", "2026-11-23T08:00:00+08:00"),
        ] {
            assert_eq!(awaits_the_day(at(now)), at(goes), "{now}");
        }
    }
}
