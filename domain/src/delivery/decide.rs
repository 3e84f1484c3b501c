//! What a command to a project does, or why it is refused.
use super::{
    ACCEPTANCE_DAYS_MAX, Begun, Closing, DeliveryRefusal, Entry, EntryKind, Event, ForWhat,
    MilestoneTitle, Payment, Planned, Project, Report, ReportBy, Says, Scene, VoiceAnswer,
    check_plan, may,
    spending::{check_correction, check_payment},
};
use crate::{
    channels::Channel,
    contests::{Contest, Reason},
    feedback::Said,
    ids::ResidentId,
    money::Money,
    proposals::{PHOTOS_MAX, PhotoId, Proposal},
    refusals::Refusal,
    residents::Viewer,
    time::{DAY_MS, Day, Moment, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// What a person can ask of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// A resident would like to join the team (加入项目组).
    Ask,
    /// They leave it, or do not ask any more.
    Leave,
    /// An author or the office lets somebody join.
    LetIn {
        /// Whom.
        resident: ResidentId,
    },
    /// Or tells them no.
    TurnAway {
        /// Whom.
        resident: ResidentId,
    },
    /// A member of the office answers for it from now on.
    TakeOver,
    /// Plan anew what is not done yet.
    Plan {
        /// The steps from here on.
        plan: Vec<Planned>,
        /// Why, for everybody to read.
        reason: Reason,
    },
    /// Tell of the work (进展).
    Report {
        /// What was done.
        words: Said,
        /// Pictures that the server already has.
        photos: Vec<PhotoId>,
        /// The step that is done with it, by its place in the plan, from one.
        reached: Option<u32>,
    },
    /// Enter a payment (拨付).
    Pay {
        /// Which.
        payment: Payment,
    },
    /// Correct a payment downwards (冲销).
    Correct {
        /// Which.
        of: u32,
        /// By how much.
        amount: Money,
        /// Why.
        words: ForWhat,
    },
    /// It is done, says the office, and asks the residents (提请验收).
    Finish {
        /// What was done.
        words: Said,
        /// Pictures that the server already has.
        photos: Vec<PhotoId>,
        /// The last day on which they say what they think.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// A resident says what they think.
    Say {
        /// What.
        says: Says,
    },
    /// Answer one who says that it is not done.
    Answer {
        /// Which word.
        n: u32,
        /// What.
        words: Said,
    },
    /// Go on with the work, since it is not done.
    Resume {
        /// The steps from here on.
        plan: Vec<Planned>,
        /// Why, for everybody to read.
        reason: Reason,
    },
    /// Close it with a report (结项).
    Close {
        /// What was done.
        done: Said,
        /// What was learnt.
        learnt: Said,
    },
    /// Give it up (中止).
    Stop {
        /// Why, for everybody to read.
        reason: Reason,
        /// What becomes of the rest of the money.
        rest: Reason,
    },
}

impl Command {
    /// Is it a resident's own word, which needs no version: others may speak at the same time?
    pub fn is_of_one_person(&self) -> bool {
        match self {
            Self::Ask | Self::Leave | Self::Say { .. } => true,
            Self::LetIn { .. }
            | Self::TurnAway { .. }
            | Self::TakeOver
            | Self::Plan { .. }
            | Self::Report { .. }
            | Self::Pay { .. }
            | Self::Correct { .. }
            | Self::Finish { .. }
            | Self::Answer { .. }
            | Self::Resume { .. }
            | Self::Close { .. }
            | Self::Stop { .. } => false,
        }
    }

    /// The photos it names.
    pub fn photos(&self) -> &[PhotoId] {
        match self {
            Self::Report { photos, .. } | Self::Finish { photos, .. } => photos,
            Self::Pay { payment } => &payment.photos,
            Self::Ask
            | Self::Leave
            | Self::LetIn { .. }
            | Self::TurnAway { .. }
            | Self::TakeOver
            | Self::Plan { .. }
            | Self::Correct { .. }
            | Self::Say { .. }
            | Self::Answer { .. }
            | Self::Resume { .. }
            | Self::Close { .. }
            | Self::Stop { .. } => &[],
        }
    }
}

/// Makes a project of a proposal that won, with a plan.
pub fn begin(
    by: &Viewer,
    now: Moment,
    contest: &Contest,
    proposal: &Proposal,
    plan: Vec<Planned>,
) -> Result<Begun, Refusal> {
    let (responsible, award) = may::may_begin(by, now, contest, proposal)?;
    check_plan(&plan, now.in_china().date())?;
    Ok(Begun { contest: contest.id, award, responsible, plan })
}

/// What a command does, or why it is refused. `n_voices` of the project have been heard so far,
/// and `channel` is the way on which a resident's word comes.
pub fn decide(
    scene: &Scene,
    project: &Project,
    command: Command,
    (n_voices, channel): (u32, Channel),
) -> Result<Event, Refusal> {
    match command {
        Command::Ask => may::may_ask(scene, project).map(|resident| Event::Asked { resident }),
        Command::Leave => may::may_leave(scene, project).map(|resident| Event::Left { resident }),
        Command::LetIn { resident } => {
            may::may_let_in(scene, project, resident).map(|()| Event::Joined { resident })
        }
        Command::TurnAway { resident } => turn_away(scene, project, resident),
        Command::TakeOver => may::may_take_over(scene, project).map(|by| Event::TakenOver { by }),
        Command::Plan { plan, reason } => {
            may::may_run(scene, project)?;
            check_plan(&plan, scene.today())?;
            Ok(Event::Planned { plan, reason })
        }
        Command::Report { words, photos, reached } => {
            report(scene, project, words, photos, reached)
        }
        Command::Pay { payment } => pay(scene, project, payment),
        Command::Correct { of, amount, words } => correct(scene, project, of, amount, words),
        Command::Finish { words, photos, until } => finish(scene, project, words, photos, until),
        Command::Say { says } => {
            let round = may::may_say(scene, project)?;
            Ok(Event::Spoken { n: n_voices.saturating_add(1), round, says, channel })
        }
        Command::Answer { n, words } => answer(scene, project, n, words),
        Command::Resume { plan, reason } => {
            may::may_resume(scene, project)?;
            check_plan(&plan, scene.today())?;
            Ok(Event::Resumed { plan, reason })
        }
        Command::Close { done, learnt } => {
            may::may_close(scene, project)?;
            let closing = Closing { at: scene.now, done, learnt, cost: project.spent() };
            Ok(Event::Closed { closing })
        }
        Command::Stop { reason, rest } => {
            may::may_stop(scene, project).map(|()| Event::Stopped { reason, rest })
        }
    }
}

fn turn_away(scene: &Scene, project: &Project, resident: ResidentId) -> Result<Event, Refusal> {
    may::may_say_who_joins(scene, project)?;
    if !project.asking.contains(&resident) {
        return Err(DeliveryRefusal::DidNotAsk.into());
    }
    Ok(Event::TurnedAway { resident })
}

fn not_too_many(photos: &[PhotoId]) -> Result<(), Refusal> {
    if photos.len() <= PHOTOS_MAX {
        return Ok(());
    }
    Err(DeliveryRefusal::TooManyPhotos { max: PHOTOS_MAX as u32 }.into())
}

fn report(
    scene: &Scene,
    project: &Project,
    words: Said,
    photos: Vec<PhotoId>,
    reached: Option<u32>,
) -> Result<Event, Refusal> {
    let by = may::may_report(scene, project)?;
    not_too_many(&photos)?;
    let reached = match (reached, by) {
        (None, _) => None,
        (Some(n), ReportBy::Office) => Some(still_to_reach(project, n)?),
        // That a step is done is for whoever answers for it to say.
        (Some(_), ReportBy::Team) => return Err(Refusal::OrganiserOnly),
    };
    Ok(Event::Reported { report: Report { at: scene.now, by, words, photos, reached } })
}

fn still_to_reach(project: &Project, n: u32) -> Result<MilestoneTitle, Refusal> {
    let at = usize::try_from(n).ok().and_then(|n| n.checked_sub(1));
    let step = at.and_then(|at| project.plan.get(at));
    let step = step.ok_or(DeliveryRefusal::UnknownMilestone { n })?;
    match step.reached {
        None => Ok(step.title.clone()),
        Some(_) => Err(DeliveryRefusal::MilestoneReached { n }.into()),
    }
}

fn pay(scene: &Scene, project: &Project, payment: Payment) -> Result<Event, Refusal> {
    may::may_keep_the_book(scene, project)?;
    not_too_many(&payment.photos)?;
    check_payment(project, &payment, scene.today())?;
    let Payment { amount, on, words, receipt, photos } = payment;
    let entry = Entry {
        n: project.next_entry(),
        kind: EntryKind::Paid,
        at: scene.now,
        on,
        amount,
        words,
        receipt: Some(receipt),
        photos,
    };
    Ok(Event::Paid { entry })
}

fn correct(
    scene: &Scene,
    project: &Project,
    of: u32,
    amount: Money,
    words: ForWhat,
) -> Result<Event, Refusal> {
    may::may_keep_the_book(scene, project)?;
    check_correction(project, of, amount)?;
    let entry = Entry {
        n: project.next_entry(),
        kind: EntryKind::Corrected { of },
        at: scene.now,
        on: scene.today(),
        amount,
        words,
        receipt: None,
        photos: Vec::new(),
    };
    Ok(Event::Corrected { entry })
}

fn finish(
    scene: &Scene,
    project: &Project,
    words: Said,
    photos: Vec<PhotoId>,
    until: Day,
) -> Result<Event, Refusal> {
    may::may_run(scene, project)?;
    not_too_many(&photos)?;
    let today = scene.today();
    if until <= today {
        return Err(Refusal::DayNotLater { than: today });
    }
    let latest = scene.now.plus_millis(ACCEPTANCE_DAYS_MAX * DAY_MS).in_china().date();
    if latest < until {
        return Err(Refusal::DayTooFar { latest });
    }
    Ok(Event::Finished { words, photos, until })
}

fn answer(scene: &Scene, project: &Project, n: u32, words: Said) -> Result<Event, Refusal> {
    may::may_answer(scene, project)?;
    let voice = scene.voice.filter(|voice| voice.n == n);
    let voice = voice.ok_or(DeliveryRefusal::UnknownVoice { n })?;
    if voice.says.is_done() {
        return Err(DeliveryRefusal::NothingToAnswer.into());
    }
    if voice.answer.is_some() {
        return Err(DeliveryRefusal::AnsweredAlready.into());
    }
    Ok(Event::Answered { n, answer: VoiceAnswer { at: scene.now, words } })
}
