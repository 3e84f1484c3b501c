//! What happens to a project; replaying the events of its stream gives its state.
use super::{
    Acceptance, Closing, Entry, Planned, Project, Report, Says, Stage, VoiceAnswer,
    plan::planned_anew,
};
use crate::{
    channels::Channel,
    contests::Reason,
    feedback::Said,
    ids::{ContestId, ProposalId, ResidentId, StaffId, Version},
    money::Money,
    proposals::PhotoId,
    time::{Day, Moment, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// How a project begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// The contest it won.
    pub contest: ContestId,
    /// What it may spend.
    pub award: Money,
    /// Who answers for it.
    pub responsible: StaffId,
    /// What is to be done by when.
    pub plan: Vec<Planned>,
}

/// What happened to a project; ids, never names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was begun.
    Begun(Begun),
    /// A resident would like to join the team.
    Asked {
        /// Who.
        resident: ResidentId,
    },
    /// They joined.
    Joined {
        /// Who.
        resident: ResidentId,
    },
    /// They were told no.
    TurnedAway {
        /// Who.
        resident: ResidentId,
    },
    /// They left, or do not ask any more.
    Left {
        /// Who.
        resident: ResidentId,
    },
    /// Somebody else of the office answers for it.
    TakenOver {
        /// Who.
        by: StaffId,
    },
    /// What is not done yet was planned anew.
    Planned {
        /// The steps from here on.
        plan: Vec<Planned>,
        /// Why.
        reason: Reason,
    },
    /// Somebody told of the work.
    Reported {
        /// What.
        report: Report,
    },
    /// Money was paid.
    Paid {
        /// The line of the book.
        entry: Entry,
    },
    /// An earlier payment was corrected.
    Corrected {
        /// The line of the book.
        entry: Entry,
    },
    /// Residents are asked whether it is done.
    Finished {
        /// What was done.
        words: Said,
        /// Pictures of it.
        photos: Vec<PhotoId>,
        /// The last day on which they say what they think.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// A resident said what they think; the record keeps who, the page does not say.
    Spoken {
        /// Which word of the project.
        n: u32,
        /// In which round.
        round: u32,
        /// What.
        says: Says,
        /// How it came.
        channel: Channel,
    },
    /// Somebody who says that it is not done was answered.
    Answered {
        /// Which word.
        n: u32,
        /// What.
        answer: VoiceAnswer,
    },
    /// The work goes on.
    Resumed {
        /// The steps from here on.
        plan: Vec<Planned>,
        /// Why.
        reason: Reason,
    },
    /// It is done, and the report is out.
    Closed {
        /// The report.
        closing: Closing,
    },
    /// It was given up.
    Stopped {
        /// Why.
        reason: Reason,
        /// What becomes of the rest of the money.
        rest: Reason,
    },
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Begun(_) => "begun",
            Self::Asked { .. } => "asked",
            Self::Joined { .. } => "joined",
            Self::TurnedAway { .. } => "turned_away",
            Self::Left { .. } => "left",
            Self::TakenOver { .. } => "taken_over",
            Self::Planned { .. } => "planned",
            Self::Reported { .. } => "reported",
            Self::Paid { .. } => "paid",
            Self::Corrected { .. } => "corrected",
            Self::Finished { .. } => "finished",
            Self::Spoken { .. } => "spoken",
            Self::Answered { .. } => "answered",
            Self::Resumed { .. } => "resumed",
            Self::Closed { .. } => "closed",
            Self::Stopped { .. } => "stopped",
        }
    }

    /// The reason that everybody can read, where there is one.
    pub fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Planned { reason, .. }
            | Self::Resumed { reason, .. }
            | Self::Stopped { reason, .. } => Some(reason),
            Self::Begun(_)
            | Self::Asked { .. }
            | Self::Joined { .. }
            | Self::TurnedAway { .. }
            | Self::Left { .. }
            | Self::TakenOver { .. }
            | Self::Reported { .. }
            | Self::Paid { .. }
            | Self::Corrected { .. }
            | Self::Finished { .. }
            | Self::Spoken { .. }
            | Self::Answered { .. }
            | Self::Closed { .. } => None,
        }
    }

    /// Is it a step of the work or of the money, which everybody reads on the project's page? Who
    /// asks to join, joins or leaves, and who said what, is not: the team stands there by name.
    pub fn is_public(&self) -> bool {
        match self {
            Self::Begun(_)
            | Self::TakenOver { .. }
            | Self::Planned { .. }
            | Self::Reported { .. }
            | Self::Paid { .. }
            | Self::Corrected { .. }
            | Self::Finished { .. }
            | Self::Resumed { .. }
            | Self::Closed { .. }
            | Self::Stopped { .. } => true,
            Self::Asked { .. }
            | Self::Joined { .. }
            | Self::TurnedAway { .. }
            | Self::Left { .. }
            | Self::Spoken { .. }
            | Self::Answered { .. } => false,
        }
    }

    /// By which day the work is to be done from here on, where it says so.
    pub fn due(&self) -> Option<Day> {
        let plan = match self {
            Self::Begun(begun) => &begun.plan,
            Self::Planned { plan, .. } | Self::Resumed { plan, .. } => plan,
            Self::Asked { .. }
            | Self::Joined { .. }
            | Self::TurnedAway { .. }
            | Self::Left { .. }
            | Self::TakenOver { .. }
            | Self::Reported { .. }
            | Self::Paid { .. }
            | Self::Corrected { .. }
            | Self::Finished { .. }
            | Self::Spoken { .. }
            | Self::Answered { .. }
            | Self::Closed { .. }
            | Self::Stopped { .. } => return None,
        };
        plan.iter().map(|step| step.due).max()
    }
}

/// The project that an event of beginning starts.
pub fn started(id: ProposalId, begun: &Begun) -> Project {
    Project {
        id,
        version: Version::FIRST,
        contest: begun.contest,
        award: begun.award,
        responsible: begun.responsible,
        joined: Vec::new(),
        asking: Vec::new(),
        plan: begun.plan.iter().cloned().map(Into::into).collect(),
        reports: Vec::new(),
        entries: Vec::new(),
        n_rounds: 0,
        stage: Stage::Underway,
    }
}

/// The project after an event. Never decides: what was decided has happened.
#[must_use]
pub fn apply(project: &Project, event: &Event, at: Moment) -> Project {
    let mut after = project.clone();
    match event {
        // What residents say are rows of their own: many speak at once, and none waits for another.
        Event::Begun(_) | Event::Spoken { .. } | Event::Answered { .. } => return after,
        Event::Asked { resident } => after.asking.push(*resident),
        Event::Joined { resident } => {
            after.asking.retain(|id| id != resident);
            after.joined.push(*resident);
        }
        Event::TurnedAway { resident } => after.asking.retain(|id| id != resident),
        Event::Left { resident } => {
            after.asking.retain(|id| id != resident);
            after.joined.retain(|id| id != resident);
        }
        Event::TakenOver { by } => after.responsible = *by,
        Event::Planned { plan, .. } => after.plan = planned_anew(&project.plan, plan),
        Event::Reported { report } => reported(&mut after, report),
        Event::Paid { entry } | Event::Corrected { entry } => after.entries.push(entry.clone()),
        Event::Finished { words, photos, until } => {
            after.n_rounds = project.n_rounds.saturating_add(1);
            let (words, photos) = (words.clone(), photos.clone());
            let round = after.n_rounds;
            let acceptance = Acceptance { round, at, words, photos, until: *until };
            after.stage = Stage::Accepting { acceptance };
        }
        Event::Resumed { plan, .. } => {
            after.plan = planned_anew(&project.plan, plan);
            after.stage = Stage::Underway;
        }
        Event::Closed { closing } => {
            debug_assert!(matches!(project.stage, Stage::Accepting { .. }), "asked before closing");
            if let Stage::Accepting { acceptance } = &project.stage {
                let (acceptance, closing) = (acceptance.clone(), closing.clone());
                after.stage = Stage::Delivered { acceptance, closing };
            }
        }
        Event::Stopped { reason, rest } => {
            let (reason, rest) = (reason.clone(), rest.clone());
            after.stage = Stage::Stopped { at, reason, rest, cost: project.spent() };
        }
    }
    after.version = project.version.next();
    after
}

fn reported(after: &mut Project, report: &Report) {
    let reached = report.reached.as_ref();
    let step =
        after.plan.iter_mut().find(|step| step.reached.is_none() && reached == Some(&step.title));
    if let Some(step) = step {
        step.reached = Some(report.at);
    }
    after.reports.push(report.clone());
}
