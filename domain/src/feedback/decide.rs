//! What comes of what a person asks of a submission.
use super::{
    AnswerForm, BuiltForm, Event, Evidence, MOST_DAYS, Milestone, Opinion, Owner, Said,
    Satisfaction, Scene, Submission, Theme, Timeliness, Verdict, answer_form,
    may::{
        may_acknowledge, may_answer, may_appeal, may_close, may_confirm, may_deliver, may_extend,
        may_pass_on, may_reopen, may_sort, may_uphold, may_withdraw, not_at_this_stage,
    },
};
use crate::{
    channels::Channel,
    ids::PlaceId,
    problems::{FieldProblem, ProblemKind},
    proposals::PhotoId,
    refusals::Refusal,
    time::{Day, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// What a person can ask of a submission.
///
/// `told` says how the office heard it, when staff enter the resident's own word: by telephone or
/// on paper. Residents leave it out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// It is done, or the answer will do (确认).
    Confirm {
        /// How content the resident is.
        satisfaction: Satisfaction,
        /// How the office heard it.
        #[serde(default)]
        told: Option<Channel>,
    },
    /// The answer is not right (申诉).
    Appeal {
        /// Why.
        words: Opinion,
        /// How the office heard it.
        #[serde(default)]
        told: Option<Channel>,
    },
    /// It is not done (没办好).
    Reopen {
        /// What is missing.
        words: Opinion,
        /// How the office heard it.
        #[serde(default)]
        told: Option<Channel>,
    },
    /// Take it back.
    Withdraw,
    /// Tell the resident who looks at it (首次回应).
    Acknowledge {
        /// In words; nothing left of a template.
        words: String,
    },
    /// Say what it is about, and where.
    Sort {
        /// What.
        theme: Theme,
        /// One of the community's places; without one it stays where it is.
        place: Option<PlaceId>,
    },
    /// Pass it on (转办).
    PassOn {
        /// To whom.
        to: Owner,
        /// Why.
        reason: Said,
    },
    /// Put its day off (延期).
    Extend {
        /// To this working day.
        #[serde(with = "iso_day")]
        due: Day,
        /// Why.
        reason: Said,
    },
    /// Answer it (答复).
    Answer {
        /// As the owner fills it in.
        form: AnswerForm,
    },
    /// Let an answer stand in spite of an appeal (维持).
    Uphold {
        /// Why; nothing left of a template.
        words: String,
    },
    /// Report a step (进展).
    Report {
        /// What was done.
        words: Said,
        /// Pictures that the server already has.
        photos: Vec<PhotoId>,
    },
    /// Report that it is done (办好了).
    Deliver {
        /// As the owner fills it in.
        form: BuiltForm,
    },
    /// End what nobody can confirm any more.
    CloseWithoutAuthor {
        /// How it ends, for everybody to read.
        words: Said,
    },
}

/// What a command comes to, or why it does nothing.
pub fn decide(
    scene: &Scene,
    submission: &Submission,
    command: Command,
) -> Result<Event, ProblemKind> {
    match command {
        Command::Confirm { satisfaction, told } => {
            let channel = may_confirm(scene, submission, told)?;
            Ok(Event::Confirmed { satisfaction, channel })
        }
        Command::Appeal { words, told } => {
            let channel = may_appeal(scene, submission, told)?;
            let due = scene.in_days(submission.days.decision);
            Ok(Event::Appealed { words, channel, due })
        }
        Command::Reopen { words, told } => {
            let channel = may_reopen(scene, submission, told)?;
            let due = scene.in_days(submission.days.decision);
            Ok(Event::Reopened { words, channel, due })
        }
        Command::Withdraw => Ok(may_withdraw(scene, submission).map(|()| Event::Withdrawn)?),
        Command::Acknowledge { words } => {
            may_acknowledge(scene, submission)?;
            Ok(Event::Acknowledged { words: said(&words)? })
        }
        Command::Sort { theme, place } => {
            may_sort(scene, submission)?;
            // A theme that is mended does not take away where it is.
            Ok(Event::Sorted { theme, place: place.or(submission.content.place) })
        }
        Command::PassOn { to, reason } => pass_on(scene, submission, to, reason),
        Command::Extend { due, reason } => extend(scene, submission, due, reason),
        Command::Answer { form } => answer(scene, submission, &form),
        Command::Uphold { words } => {
            may_uphold(scene, submission)?;
            Ok(Event::Upheld { words: said(&words)? })
        }
        Command::Report { words, photos } => {
            may_deliver(scene, submission)?;
            filled("words", &words)?;
            answer_form::not_too_many(&photos).map_err(invalid)?;
            Ok(Event::Reported { milestone: Milestone { at: scene.now, words, photos } })
        }
        Command::Deliver { form } => deliver(scene, submission, &form),
        Command::CloseWithoutAuthor { words } => {
            may_close(scene, submission)?;
            filled("words", &words)?;
            Ok(Event::ClosedWithoutAuthor { words })
        }
    }
}

fn pass_on(
    scene: &Scene,
    submission: &Submission,
    to: Owner,
    reason: Said,
) -> Result<Event, ProblemKind> {
    may_pass_on(scene, submission)?;
    let from = submission.stage.duty().ok_or_else(|| not_at_this_stage(submission))?.owner;
    if to == from {
        return Err(Refusal::AlreadyTheirs.into());
    }
    is_there(scene, to)?;
    filled("reason", &reason)?;
    Ok(Event::PassedOn { from, to, reason })
}

fn is_there(scene: &Scene, owner: Owner) -> Result<(), Refusal> {
    let Owner::Department { id } = owner else { return Ok(()) };
    let is_there = scene.departments.iter().any(|it| it.id == id && !it.is_dissolved);
    if is_there { Ok(()) } else { Err(Refusal::DepartmentDissolved) }
}

fn extend(
    scene: &Scene,
    submission: &Submission,
    due: Day,
    reason: Said,
) -> Result<Event, ProblemKind> {
    let from = may_extend(scene, submission)?.due;
    is_workday(scene, due)?;
    if due <= from || due <= scene.today() {
        return Err(Refusal::DayNotLater { than: from.max(scene.today()) }.into());
    }
    let latest =
        scene.calendar.after_working_days(from.max(scene.today()), submission.days.extension);
    if latest < due {
        return Err(Refusal::DayTooFar { latest }.into());
    }
    filled("reason", &reason)?;
    Ok(Event::Extended { from, to: due, reason })
}

fn is_workday(scene: &Scene, day: Day) -> Result<(), Refusal> {
    // A year without a calendar yet counts by Monday to Friday, as everywhere.
    match scene.calendar.is_workday(day) {
        Ok(false) => Err(Refusal::NotAWorkday { next: scene.calendar.after_working_days(day, 1) }),
        Ok(true) | Err(_) => Ok(()),
    }
}

fn answer(scene: &Scene, submission: &Submission, form: &AnswerForm) -> Result<Event, ProblemKind> {
    let by = may_answer(scene, submission)?;
    let read = form.parse(submission.content.requests.len());
    let verdict = read.map_err(|problems| ProblemKind::Invalid { problems })?;
    let today = scene.today();
    match &verdict {
        Verdict::Adopted { plan } | Verdict::PartlyAdopted { plan, .. } => {
            check_day(scene, plan.by)?;
        }
        Verdict::Deferred { until, .. } => {
            check_day(scene, *until)?;
            if submission.answer().is_some_and(|before| before.verdict.is_deferred()) {
                return Err(Refusal::ExtendedOften { most: 1 }.into());
            }
        }
        Verdict::MergedInto { into, .. } => {
            if *into == submission.id || scene.merged_into.contains(&submission.id) {
                return Err(Refusal::WouldGoInCircles.into());
            }
        }
        Verdict::AlreadyPlanned { .. }
        | Verdict::NotAdopted { .. }
        | Verdict::Chosen { .. }
        | Verdict::NotChosen => {}
    }
    let due = submission.stage.duty().map_or(today, |duty| duty.due);
    let timeliness = match scene.calendar.working_days_between(due, today) {
        // What is put off in time is not decided yet; what is put off too late is late for ever.
        0 if verdict.is_deferred() => Timeliness::NotYet,
        0 => Timeliness::InTime,
        n_days => Timeliness::Late { n_days },
    };
    let appeal_until = scene.in_days(submission.days.appeal);
    Ok(Event::Answered { by, verdict, appeal_until, timeliness })
}

fn check_day(scene: &Scene, day: Day) -> Result<(), Refusal> {
    is_workday(scene, day)?;
    if day < scene.today() {
        return Err(Refusal::DayNotLater { than: scene.today() });
    }
    let latest = scene.in_days(MOST_DAYS);
    if latest < day {
        return Err(Refusal::DayTooFar { latest });
    }
    Ok(())
}

fn deliver(scene: &Scene, submission: &Submission, form: &BuiltForm) -> Result<Event, ProblemKind> {
    may_deliver(scene, submission)?;
    let read = form.parse(submission.content.requests.len());
    let (words, photos, requests) = read.map_err(|problems| ProblemKind::Invalid { problems })?;
    let evidence = Evidence { at: scene.now, words, photos, requests };
    Ok(Event::Delivered { evidence, confirm_until: scene.in_days(submission.days.confirmation) })
}

fn said(words: &str) -> Result<Said, ProblemKind> {
    answer_form::said("words", words).map_err(invalid)
}

/// Is nothing left of a template?
fn filled(field: &str, words: &Said) -> Result<(), ProblemKind> {
    answer_form::said(field, words.as_str()).map(drop).map_err(invalid)
}

fn invalid(problem: FieldProblem) -> ProblemKind {
    ProblemKind::Invalid { problems: vec![problem] }
}
