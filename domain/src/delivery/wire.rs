//! What is sent about projects.
use super::{
    Event, Milestone, Offer, Planned, Project, Report, Says, Stage, VoiceAnswer,
    spending::{Entry, EntryKind},
};
use crate::{
    ids::{ContestId, ProposalId, ResidentId, Version},
    moderation::Veil,
    money::Money,
    proposals::PhotoId,
    time::{Day, Moment, iso_day_if_any},
};
use serde::{Deserialize, Serialize};

/// Begins a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeginForm {
    /// Of which proposal.
    pub proposal: ProposalId,
    /// What is to be done by when.
    pub plan: Vec<Planned>,
}

/// What became of the money so far (公开账目).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spending {
    /// What it may spend.
    pub award: Money,
    /// What was spent.
    pub spent: Money,
    /// What is left.
    pub left: Money,
}

impl Spending {
    /// Of a project.
    pub fn of(project: &Project) -> Self {
        Self { award: project.award, spent: project.spent(), left: project.left() }
    }
}

/// A project on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectCard {
    /// Its number.
    pub id: ProposalId,
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
    /// Where it stands.
    pub stage: Stage,
    /// What became of the money.
    pub spending: Spending,
    /// The currency of it.
    pub currency: String,
    /// How many steps are done.
    pub n_reached: u32,
    /// Of how many.
    pub n_milestones: u32,
    /// The next step.
    pub next: Option<Milestone>,
    /// The newest photo of the work, or the first of the proposal.
    pub photo: Option<PhotoId>,
    /// How many who say that it is not done have no answer.
    pub n_unanswered: u32,
}

/// A list of projects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectList {
    /// Those that go on first, the newest first.
    pub items: Vec<ProjectCard>,
}

/// A proposal that won and is no project yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToBegin {
    /// Its number.
    pub id: ProposalId,
    /// What.
    pub title: String,
    /// Its contest's name.
    pub contest_title: String,
    /// What it gets.
    pub award: Money,
    /// The currency of it.
    pub currency: String,
    /// Can it be begun now? Only once the time for objections is over.
    pub can_begin: bool,
}

/// What of the projects waits for the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeProjects {
    /// What won and is to be begun (待立项).
    pub to_begin: Vec<ToBegin>,
    /// What goes on.
    pub items: Vec<ProjectCard>,
}

/// Somebody who would like to join, as those see it who decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskingRow {
    /// Their number.
    pub resident: ResidentId,
    /// As they want to be called.
    pub name: String,
}

/// Who works on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Who of the office answers for it.
    pub responsible: Option<String>,
    /// The authors, as they want to be called.
    pub authors: Vec<String>,
    /// Who joined them.
    pub joined: Vec<String>,
    /// Who would like to; told to those who decide.
    pub asking: Vec<AskingRow>,
    /// Does whoever asks belong to it?
    pub is_mine: bool,
    /// Have they asked to join?
    pub has_asked: bool,
}

/// A line of the book, with what is left of a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryRow {
    /// The line.
    pub entry: Entry,
    /// What is left of it after corrections; nothing where it is a correction itself.
    pub left: Option<Money>,
}

impl EntryRow {
    /// All lines of a project's book, the oldest first.
    pub fn all_of(project: &Project) -> Vec<Self> {
        let row = |entry: &Entry| Self {
            left: match entry.kind {
                EntryKind::Paid => project.left_of(entry.n),
                EntryKind::Corrected { .. } => None,
            },
            entry: entry.clone(),
        };
        project.entries.iter().map(row).collect()
    }
}

/// A resident's word on the work, as everybody reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceRow {
    /// Which.
    pub n: u32,
    /// In which round.
    pub round: u32,
    /// When.
    pub at: Moment,
    /// What.
    pub says: Says,
    /// What they were answered.
    pub answer: Option<VoiceAnswer>,
    /// Is it whoever asks?
    pub is_mine: bool,
    /// Whether its words are hidden, and why; the office alone reads them in spite of it.
    #[serde(default)]
    pub veils: Vec<Veil>,
}

/// One line of a project's story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryLine {
    /// When.
    pub at: Moment,
    /// What.
    pub event: Event,
}

/// One project, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectPage {
    /// Its number.
    pub id: ProposalId,
    /// How often it has changed; a command names it.
    pub version: Version,
    /// The server's clock.
    pub now: Moment,
    /// Its contest.
    pub contest: ContestId,
    /// Its contest's name.
    pub contest_title: String,
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
    /// The currency of its money.
    pub currency: String,
    /// Where it stands.
    pub stage: Stage,
    /// Who works on it.
    pub team: Team,
    /// What is to be done by when.
    pub plan: Vec<Milestone>,
    /// By which day all of it is.
    #[serde(with = "iso_day_if_any")]
    pub due: Option<Day>,
    /// What was told of the work, the newest first.
    pub reports: Vec<Report>,
    /// What became of the money.
    pub spending: Spending,
    /// Every line of the book, the oldest first.
    pub entries: Vec<EntryRow>,
    /// What residents say, the newest first.
    pub voices: Vec<VoiceRow>,
    /// How many of the last round say that it is done.
    pub n_done: u32,
    /// How many say that it is not.
    pub n_not_done: u32,
    /// How many of those of all rounds have no answer.
    pub n_unanswered: u32,
    /// What happened, newest first.
    pub story: Vec<StoryLine>,
    /// What this person may do.
    pub offers: Vec<Offer>,
}
