//! What is sent about coaching: requests, the list of volunteers, and the words between them.
use super::{End, Need, Party, StageKind};
use crate::{
    ids::{CoachingId, ProposalId, ResidentId, Version},
    problems::{FieldFault, FieldProblem},
    time::{Day, Moment, iso_day_if_any},
};
use serde::{Deserialize, Serialize};

/// Something this person may do with a coaching next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// Say something.
    Say,
    /// Help these authors.
    Take,
    /// Name a volunteer.
    Name,
    /// Need no more help.
    End,
    /// Help no more.
    LayDown,
}

/// As whom somebody looks at a coaching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// An author.
    Author,
    /// The coach.
    Coach,
    /// The office.
    Office,
    /// A volunteer who could take it, and reads only what is needed.
    Volunteer,
    /// Somebody who had a part in it a moment ago, and reads nothing any more.
    Past,
}

impl Reader {
    /// Do they read what was said?
    pub fn reads_words(self) -> bool {
        match self {
            Self::Author | Self::Coach | Self::Office => true,
            Self::Volunteer | Self::Past => false,
        }
    }
}

/// A request for a coach as it is filled in; the words may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AskForm {
    /// What help is needed.
    pub words: String,
}

impl AskForm {
    /// Takes the form, or says everything that is wrong with it.
    pub fn parse(&self) -> Result<Option<Need>, Vec<FieldProblem>> {
        match self.words.trim() {
            "" => Ok(None),
            words => Need::parse(words).map(Some).map_err(|why| {
                vec![FieldProblem { field: "words".to_owned(), fault: FieldFault::Words(why) }]
            }),
        }
    }
}

/// Puts oneself on the list of volunteers, or takes oneself off it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VolunteerForm {
    /// On it?
    pub willing: bool,
}

/// What a line of the words between them is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// What the authors need.
    Need,
    /// Something that was said.
    Said,
    /// Why the coach, or the office, laid it down.
    LaidDown,
    /// A word of thanks.
    Thanks,
}

impl LineKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Need, Self::Said, Self::LaidDown, Self::Thanks];

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Said => "said",
            Self::LaidDown => "laid_down",
            Self::Thanks => "thanks",
        }
    }

    /// The way back from [`LineKind::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// One line of the words between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// When.
    pub at: Moment,
    /// By whom of them.
    pub by: Party,
    /// What they are called; nobody when it was the office, or when they have left.
    pub name: Option<String>,
    /// Did whoever asks write it?
    pub is_mine: bool,
    /// What it is.
    pub kind: LineKind,
    /// What they wrote.
    pub words: String,
}

/// Somebody on the list of volunteers; for the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Volunteer {
    /// Who.
    pub id: ResidentId,
    /// What they are called.
    pub name: String,
    /// How many proposals they coach now.
    pub n_coached: u32,
}

/// One coaching, as far as whoever asks may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoachingPage {
    /// Its number.
    pub id: CoachingId,
    /// How often it has changed; a command names it.
    pub version: Version,
    /// Of which proposal.
    pub proposal: ProposalId,
    /// What that is called.
    pub title: String,
    /// When the authors asked.
    pub asked_at: Moment,
    /// Where it stands.
    pub stage: StageKind,
    /// How it ended, if it has.
    pub end: Option<End>,
    /// By which day the authors have a first word, while they wait for it.
    #[serde(with = "iso_day_if_any")]
    pub due: Option<Day>,
    /// So many working days late.
    pub n_days_late: u32,
    /// What the coach is called, while there is one.
    pub coach_name: Option<String>,
    /// As whom this person looks at it.
    pub reader: Reader,
    /// What the authors need, where they have said so.
    pub need: Option<String>,
    /// What was said, the oldest first; for those who read it.
    pub lines: Vec<Line>,
    /// Whom the office can name.
    pub volunteers: Vec<Volunteer>,
    /// What this person may do.
    pub offers: Vec<Offer>,
}

/// A coaching on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoachingRow {
    /// Its number.
    pub id: CoachingId,
    /// Of which proposal.
    pub proposal: ProposalId,
    /// What that is called.
    pub title: String,
    /// Where it stands.
    pub stage: StageKind,
    /// By which day the authors have a first word, while they wait for it.
    #[serde(with = "iso_day_if_any")]
    pub due: Option<Day>,
    /// So many working days late.
    pub n_days_late: u32,
    /// What the authors need, where they have said so.
    pub need: Option<String>,
    /// What the coach is called, while there is one.
    pub coach_name: Option<String>,
}

/// Who waits for a coach, for volunteers and the office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoachingList {
    /// Is whoever asks on the list of volunteers? `None` for those who cannot be.
    pub is_volunteer: Option<bool>,
    /// Authors who wait for a coach, by their day; for volunteers and the office.
    pub waiting: Vec<CoachingRow>,
    /// Those whom this person coaches; for the office all that go on.
    pub running: Vec<CoachingRow>,
}

/// What an author finds about coaching on the page of their proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalCoaching {
    /// Of which proposal.
    pub proposal: ProposalId,
    /// What that is called.
    pub title: String,
    /// The one that is asked for or goes on.
    pub open: Option<CoachingId>,
    /// Those that have ended, the newest first.
    pub ended: Vec<CoachingId>,
    /// May this person ask for one?
    pub may_ask: bool,
}
