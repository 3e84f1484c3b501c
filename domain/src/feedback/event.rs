//! What happens to a submission; replaying the events of its stream gives its state.
use super::{
    Answer, Appeal, Content, DaysAllowed, Delivery, Duty, End, Escalation, Evidence, FirstAnswer,
    Kind, Milestone, Opinion, Outcome, Owner, Said, Satisfaction, Settled, Stage, Submission,
    Theme, Timeliness, Verdict, days::day_of, in_project::after_step,
};
use crate::{
    channels::Channel,
    contests::Reason,
    delivery,
    ids::{PlaceId, SubmissionId, Version},
    moderation, proposals,
    time::{Day, Moment, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// How a submission begins; without its author, who can leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// What kind of thing it is.
    pub what: Kind,
    /// How it came.
    pub channel: Channel,
    /// What it says.
    pub content: Content,
    /// When the resident sent it; earlier than the entry itself when it came on paper.
    pub sent_at: Moment,
    /// The days promised.
    pub days: DaysAllowed,
    /// Who owes the decision, and by which day.
    pub duty: Duty,
    /// By which day the first word is owed.
    #[serde(with = "iso_day")]
    pub first_due: Day,
}

/// What happened to a submission; ids, never names or telephone numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was sent.
    Sent(Box<Sent>),
    /// The resident was told who looks at it.
    Acknowledged {
        /// What was said.
        words: Said,
    },
    /// The office has sorted it.
    Sorted {
        /// What it is about.
        theme: Theme,
        /// Where it is, if that is one of the community's places.
        place: Option<PlaceId>,
    },
    /// It was passed on (转办). The day stays.
    PassedOn {
        /// From whom.
        from: Owner,
        /// To whom.
        to: Owner,
        /// Why.
        reason: Said,
    },
    /// Its day was put off (延期).
    Extended {
        /// The old day.
        #[serde(with = "iso_day")]
        from: Day,
        /// The new one.
        #[serde(with = "iso_day")]
        to: Day,
        /// Why.
        reason: Said,
    },
    /// It was answered.
    Answered {
        /// By whom.
        by: Owner,
        /// What was decided.
        verdict: Verdict,
        /// The last day of an appeal.
        #[serde(with = "iso_day")]
        appeal_until: Day,
        /// Was it in time?
        timeliness: Timeliness,
    },
    /// The answer stays as it was, in spite of the appeal.
    Upheld {
        /// Why.
        words: Said,
    },
    /// A step of the proposal on its way to the vote, which decides nothing yet.
    InContest {
        /// Which.
        step: proposals::Event,
    },
    /// A step of the project that the proposal became.
    InProject {
        /// Which.
        step: Box<delivery::Event>,
    },
    /// Its authors have given the proposal a new text.
    Rewritten {
        /// Which version it is now.
        n: u32,
        /// The text.
        content: Box<Content>,
        /// Why, where they said so.
        why: Option<Reason>,
    },
    /// It was reported as against the rules, and the office has decided.
    Moderated {
        /// What.
        step: moderation::Step,
        /// What it says from here on, where that changes.
        content: Option<Box<Content>>,
    },
    /// It was put on the shortlist of its contest (入围): the vote decides.
    Shortlisted {
        /// By which day the result is there.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// The resident appealed.
    Appealed {
        /// Why.
        words: Opinion,
        /// How they said so.
        channel: Channel,
        /// By which day it is answered.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// A step of the delivery was reported.
    Reported {
        /// Which.
        milestone: Milestone,
    },
    /// It is done, says the office.
    Delivered {
        /// What shows it.
        evidence: Evidence,
        /// From the day after, somebody calls and asks.
        #[serde(with = "iso_day")]
        confirm_until: Day,
    },
    /// The resident says that it is not done (重新打开).
    Reopened {
        /// What is missing.
        words: Opinion,
        /// How they said so.
        channel: Channel,
        /// By which day it is.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// The resident says that it is done, or that the answer will do.
    Confirmed {
        /// How content they are.
        satisfaction: Satisfaction,
        /// How they said so.
        channel: Channel,
    },
    /// The resident took it back.
    Withdrawn,
    /// The office ended it after the resident had left.
    ClosedWithoutAuthor {
        /// How.
        words: Said,
    },
    /// It went up by itself, being late.
    Escalated {
        /// To whom.
        to: Escalation,
        /// Late by so many working days.
        n_days: u32,
    },
    /// Its author has left the community and their person was erased; it goes on.
    AuthorLeft,
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Sent(_) => "sent",
            Self::Acknowledged { .. } => "acknowledged",
            Self::Sorted { .. } => "sorted",
            Self::PassedOn { .. } => "passed_on",
            Self::Extended { .. } => "extended",
            Self::Answered { .. } => "answered",
            Self::Upheld { .. } => "upheld",
            Self::InContest { .. } => "in_contest",
            Self::InProject { .. } => "in_project",
            Self::Rewritten { .. } => "rewritten",
            Self::Moderated { .. } => "moderated",
            Self::Shortlisted { .. } => "shortlisted",
            Self::Appealed { .. } => "appealed",
            Self::Reported { .. } => "reported",
            Self::Delivered { .. } => "delivered",
            Self::Reopened { .. } => "reopened",
            Self::Confirmed { .. } => "confirmed",
            Self::Withdrawn => "withdrawn",
            Self::ClosedWithoutAuthor { .. } => "closed_without_author",
            Self::Escalated { .. } => "escalated",
            Self::AuthorLeft => "author_left",
        }
    }
}

/// The submission that an event of sending begins.
pub fn begin(id: SubmissionId, sent: &Sent) -> Submission {
    let first = FirstAnswer::Owed { due: sent.first_due };
    Submission {
        id,
        version: Version::FIRST,
        kind: sent.what,
        channel: sent.channel,
        content: sent.content.clone(),
        theme: None,
        sent_at: sent.sent_at,
        days: sent.days,
        n_pass_ons: 0,
        n_extensions: 0,
        n_reopened: 0,
        timeliness: Timeliness::NotYet,
        veils: Vec::new(),
        stage: Stage::Waiting { duty: sent.duty, first },
    }
}

/// The submission after an event. Never decides: what was decided has happened. An event that
/// cannot follow on a state leaves its stage as it was, which `huiyin verify` finds.
#[must_use]
pub fn apply(submission: &Submission, event: &Event, at: Moment) -> Submission {
    let mut after = submission.clone();
    after.version = submission.version.next();
    match event {
        Event::Sent(_)
        | Event::Escalated { .. }
        | Event::AuthorLeft
        | Event::InContest { .. }
        | Event::InProject { .. } => {}
        // Where the office has found it to be stays; the words of the resident are the new ones.
        Event::Rewritten { content, .. } => {
            let place = submission.content.place;
            after.content = Content { place, ..content.as_ref().clone() };
        }
        Event::Moderated { step, content } => {
            let place = submission.content.place;
            if let Some(content) = content {
                after.content = Content { place, ..content.as_ref().clone() };
            }
            after.veils = moderation::veils_after(&submission.veils, step);
        }
        Event::Sorted { theme, place } => {
            after.theme = Some(*theme);
            after.content.place = *place;
        }
        Event::PassedOn { .. } => after.n_pass_ons = submission.n_pass_ons.saturating_add(1),
        Event::Extended { .. } => after.n_extensions = submission.n_extensions.saturating_add(1),
        Event::Reopened { .. } => after.n_reopened = submission.n_reopened.saturating_add(1),
        Event::Answered { timeliness, .. } if submission.timeliness == Timeliness::NotYet => {
            after.timeliness = *timeliness;
        }
        Event::Answered { .. }
        | Event::Acknowledged { .. }
        | Event::Shortlisted { .. }
        | Event::Upheld { .. }
        | Event::Appealed { .. }
        | Event::Reported { .. }
        | Event::Delivered { .. }
        | Event::Confirmed { .. }
        | Event::Withdrawn
        | Event::ClosedWithoutAuthor { .. } => {}
    }
    after.stage = next_stage(&submission.stage, event, at);
    after
}

fn next_stage(stage: &Stage, event: &Event, at: Moment) -> Stage {
    match event {
        Event::Sent(_)
        | Event::Sorted { .. }
        | Event::Escalated { .. }
        | Event::AuthorLeft
        | Event::Moderated { .. }
        | Event::Rewritten { .. } => stage.clone(),
        Event::InContest { step } => first_word(stage, step, at),
        Event::InProject { step } => after_step(stage, step),
        Event::Acknowledged { words } => acknowledged(stage, words, at),
        Event::PassedOn { to, .. } => with_duty(stage, |duty| Duty { owner: *to, ..duty }),
        Event::Extended { to, .. } => with_duty(stage, |duty| Duty { due: *to, ..duty }),
        Event::Answered { by, verdict, appeal_until, .. } => {
            let appeal = pending(stage).map(|appeal| Settled { appeal, outcome: Outcome::Revised });
            let answer = Answer { at, by: *by, verdict: verdict.clone(), appeal };
            standing_after(stage, answer, *appeal_until)
        }
        Event::Shortlisted { due } => {
            let owner = stage.duty().map_or(Owner::Office, |duty| duty.owner);
            Stage::Waiting {
                duty: Duty { owner, due: *due },
                first: FirstAnswer::Shortlisted { at },
            }
        }
        Event::Upheld { words } => upheld(stage, words, at),
        Event::Appealed { words, channel, due } => {
            let appeal = Appeal { at, words: words.clone(), channel: *channel };
            appealed(stage, appeal, *due)
        }
        Event::Reported { milestone } => reported(stage, milestone),
        Event::Delivered { evidence, confirm_until } => delivered(stage, evidence, *confirm_until),
        Event::Reopened { due, .. } => reopened(stage, *due),
        Event::Confirmed { satisfaction, channel } => {
            let (channel, satisfaction) = (*channel, *satisfaction);
            ended(stage, End::Confirmed { at, channel, satisfaction })
        }
        Event::Withdrawn => ended(stage, End::Withdrawn { at }),
        Event::ClosedWithoutAuthor { words } => {
            ended(stage, End::WithoutAuthor { at, words: words.clone() })
        }
    }
}

fn acknowledged(stage: &Stage, words: &Said, at: Moment) -> Stage {
    let Stage::Waiting { duty, .. } = stage else { return stage.clone() };
    Stage::Waiting { duty: *duty, first: FirstAnswer::Given { at, words: words.clone() } }
}

/// A step that comes with words of the office is a first answer, if none was given yet.
fn first_word(stage: &Stage, step: &proposals::Event, at: Moment) -> Stage {
    let words = step.reason().and_then(|reason| Said::parse(reason.as_str()).ok());
    match (stage, words) {
        (Stage::Waiting { first: FirstAnswer::Owed { .. }, .. }, Some(words)) => {
            acknowledged(stage, &words, at)
        }
        _ => stage.clone(),
    }
}

fn upheld(stage: &Stage, words: &Said, at: Moment) -> Stage {
    let Stage::Appealed { answer, appeal, .. } = stage else { return stage.clone() };
    let outcome = Outcome::Upheld { words: words.clone() };
    let settled = Settled { appeal: appeal.clone(), outcome };
    let answer = Answer { appeal: Some(settled), ..answer.clone() };
    standing_after(stage, answer, day_of(at))
}

pub(super) fn with_duty(stage: &Stage, change: impl FnOnce(Duty) -> Duty) -> Stage {
    let mut after = stage.clone();
    match &mut after {
        Stage::Waiting { duty, .. }
        | Stage::Deferred { duty, .. }
        | Stage::Appealed { duty, .. }
        | Stage::InDelivery { duty, .. } => *duty = change(*duty),
        Stage::Answered { .. } | Stage::Delivered { .. } | Stage::Ended { .. } => {}
    }
    after
}

fn pending(stage: &Stage) -> Option<Appeal> {
    if let Stage::Appealed { appeal, .. } = stage {
        return Some(appeal.clone());
    }
    // The one appeal stays with every later answer.
    stage.answer()?.appeal.as_ref().map(|settled| settled.appeal.clone())
}

fn delivery_of(stage: &Stage) -> Delivery {
    match stage {
        Stage::Appealed { delivery, .. }
        | Stage::InDelivery { delivery, .. }
        | Stage::Delivered { delivery, .. } => delivery.clone(),
        Stage::Waiting { .. }
        | Stage::Answered { .. }
        | Stage::Deferred { .. }
        | Stage::Ended { .. } => Delivery::default(),
    }
}

/// Where an answer leads: to its delivery, to its next day, or to the resident.
fn standing_after(before: &Stage, answer: Answer, appeal_until: Day) -> Stage {
    let owner = before.duty().map_or(answer.by, |duty| duty.owner);
    match &answer.verdict {
        Verdict::Adopted { plan } | Verdict::PartlyAdopted { plan, .. } => {
            let duty = Duty { owner, due: plan.by };
            Stage::InDelivery { duty, delivery: delivery_of(before), answer, appeal_until }
        }
        Verdict::Chosen { by, .. } => {
            let duty = Duty { owner, due: *by };
            Stage::InDelivery { duty, delivery: delivery_of(before), answer, appeal_until }
        }
        Verdict::Deferred { until, .. } => {
            Stage::Deferred { duty: Duty { owner, due: *until }, answer, appeal_until }
        }
        Verdict::AlreadyPlanned { .. }
        | Verdict::MergedInto { .. }
        | Verdict::NotChosen
        | Verdict::NotAdopted { .. } => Stage::Answered { answer, appeal_until },
    }
}

fn appealed(stage: &Stage, appeal: Appeal, due: Day) -> Stage {
    match stage {
        Stage::Answered { answer, .. } => {
            let duty = Duty { owner: answer.by, due };
            Stage::Appealed { answer: answer.clone(), appeal, duty, delivery: Delivery::default() }
        }
        Stage::Deferred { answer, duty, .. } | Stage::InDelivery { answer, duty, .. } => {
            let (answer, duty) = (answer.clone(), Duty { due, ..*duty });
            Stage::Appealed { answer, appeal, duty, delivery: delivery_of(stage) }
        }
        Stage::Waiting { .. }
        | Stage::Appealed { .. }
        | Stage::Delivered { .. }
        | Stage::Ended { .. } => stage.clone(),
    }
}

fn reported(stage: &Stage, milestone: &Milestone) -> Stage {
    let mut after = stage.clone();
    if let Stage::InDelivery { delivery, .. } = &mut after {
        delivery.milestones.push(milestone.clone());
    }
    after
}

fn delivered(stage: &Stage, evidence: &Evidence, confirm_until: Day) -> Stage {
    let Stage::InDelivery { answer, duty, delivery, .. } = stage else { return stage.clone() };
    Stage::Delivered {
        answer: answer.clone(),
        owner: duty.owner,
        delivery: delivery.clone(),
        evidence: evidence.clone(),
        confirm_until,
    }
}

pub(super) fn reopened(stage: &Stage, due: Day) -> Stage {
    let Stage::Delivered { answer, owner, delivery, .. } = stage else { return stage.clone() };
    Stage::InDelivery {
        // What is missing was just said; the answer itself was taken long ago.
        appeal_until: day_of(answer.at),
        answer: answer.clone(),
        duty: Duty { owner: *owner, due },
        delivery: delivery.clone(),
    }
}

fn ended(stage: &Stage, end: End) -> Stage {
    if stage.kind().is_end() {
        return stage.clone();
    }
    let (answer, evidence) = (stage.answer().cloned(), stage.evidence().cloned());
    Stage::Ended { end, answer, evidence }
}
