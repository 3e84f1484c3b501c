//! What is sent about moderation: the public log, one case, and the form of a report.
use super::{About, Case, Part, Rule, Ruling, Stage};
use crate::{
    contests::Reason,
    feedback::Content,
    ids::{CaseId, Version},
    problems::{FieldFault, FieldProblem},
    time::{Day, Moment, iso_day},
    words::WordsProblem,
};
use serde::{Deserialize, Serialize};

/// Something this person may do with a case next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// Hide something.
    Hide,
    /// Hide nothing.
    Keep,
    /// Disagree.
    Appeal,
    /// Let it be read again.
    Restore,
    /// Let it stay hidden.
    Uphold,
}

/// What was hidden, without saying which photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// All its words.
    Text,
    /// One photo.
    Photo,
}

impl PartKind {
    /// Without saying which photo.
    pub fn of(part: &Part) -> Self {
        match part {
            Part::Text => Self::Text,
            Part::Photo { .. } => Self::Photo,
        }
    }
}

/// What was hidden and why, without who decided it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicRuling {
    /// What.
    pub part: PartKind,
    /// Against which rule it was.
    pub rule: Rule,
    /// Why.
    pub words: Reason,
    /// When.
    pub at: Moment,
}

impl PublicRuling {
    fn of(ruling: &Ruling) -> Self {
        let Ruling { part, rule, words, at, .. } = ruling;
        Self { part: PartKind::of(part), rule: *rule, words: words.clone(), at: *at }
    }
}

/// What came of a case that is over, or of its appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The office looks at it.
    Reported,
    /// Nothing was hidden.
    Kept,
    /// Something is hidden.
    Hidden,
    /// Its author does not agree.
    Appealed,
    /// It stays hidden.
    Upheld,
    /// It is to be read again.
    Restored,
}

/// A case as everybody reads it: without the words that are hidden, and without names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Its number.
    pub id: CaseId,
    /// About what.
    #[serde(flatten)]
    pub about: About,
    /// When it was first reported.
    pub opened_at: Moment,
    /// For what it was reported.
    pub rules: Vec<Rule>,
    /// How often.
    pub n_reports: u32,
    /// Where it stands.
    pub standing: Standing,
    /// What was hidden and why, if anything was.
    pub ruling: Option<PublicRuling>,
    /// The office's last word: why nothing was hidden, or what it answered to the appeal.
    pub said: Option<Reason>,
    /// When that was.
    pub said_at: Option<Moment>,
    /// By which day the office owes a word, while it does.
    #[serde(with = "crate::time::iso_day_if_any")]
    pub due: Option<Day>,
}

impl CaseRow {
    /// A case as everybody reads it.
    pub fn of(case: &Case) -> Self {
        let (standing, ruling, said) = match &case.stage {
            Stage::Reported { .. } => (Standing::Reported, None, None),
            Stage::Kept { at, words } => (Standing::Kept, None, Some((*at, words.clone()))),
            Stage::Hidden { ruling } => (Standing::Hidden, Some(ruling), None),
            Stage::Appealed { ruling, .. } => (Standing::Appealed, Some(ruling), None),
            Stage::Upheld { ruling, at, words } => {
                (Standing::Upheld, Some(ruling), Some((*at, words.clone())))
            }
            Stage::Restored { ruling, at, words } => {
                (Standing::Restored, Some(ruling), Some((*at, words.clone())))
            }
        };
        Self {
            id: case.id,
            about: case.about,
            opened_at: case.opened_at,
            rules: case.rules.clone(),
            n_reports: case.n_reports,
            standing,
            ruling: ruling.map(PublicRuling::of),
            said_at: said.as_ref().map(|(at, _)| *at),
            said: said.map(|(_, words)| words),
            due: case.stage.due(),
        }
    }
}

/// The public log (处理记录), or what waits for the office.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseList {
    /// The newest first; what waits, by its day.
    pub items: Vec<CaseRow>,
    /// Where the next part begins.
    pub next: Option<String>,
}

/// A report as the office reads it; not who has sent it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportView {
    /// When.
    pub at: Moment,
    /// For what.
    pub rule: Rule,
    /// What they say.
    pub words: Option<Reason>,
}

/// One case, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasePage {
    /// As everybody reads it.
    pub row: CaseRow,
    /// How often it has changed.
    pub version: Version,
    /// What was reported; for the office.
    pub reports: Vec<ReportView>,
    /// What the author says; for the office and the author.
    pub plea: Option<Reason>,
    /// What it says, with what is hidden; for the office and the author.
    pub whole: Option<Content>,
    /// The same of what is words alone: an objection, or a word on a project.
    #[serde(default)]
    pub said: Option<String>,
    /// What this person may do.
    pub offers: Vec<Offer>,
}

/// A report (举报), as it is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportForm {
    /// About what.
    #[serde(flatten)]
    pub about: About,
    /// For what, once that is chosen.
    pub rule: Option<Rule>,
    /// More about it; needed for what no rule names.
    #[serde(default)]
    pub words: String,
}

impl ReportForm {
    /// Takes the form, or says everything that is wrong with it.
    pub fn parse(&self) -> Result<(Rule, Option<Reason>), Vec<FieldProblem>> {
        let problem = |field: &str, fault| FieldProblem { field: field.to_owned(), fault };
        let Some(rule) = self.rule else {
            return Err(vec![problem("rule", FieldFault::NothingChosen)]);
        };
        let words = match (self.words.trim(), rule) {
            ("", Rule::Other) => Err(WordsProblem::Empty),
            ("", _) => Ok(None),
            (words, _) => Reason::parse(words).map(Some),
        };
        match words {
            Ok(words) => Ok((rule, words)),
            Err(fault) => Err(vec![problem("words", FieldFault::Words(fault))]),
        }
    }
}

/// The answer to a report: the number of its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// Which.
    pub case: CaseId,
    /// By which day the office decides.
    #[serde(with = "iso_day")]
    pub due: Day,
}
