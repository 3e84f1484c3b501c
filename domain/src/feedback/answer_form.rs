//! The forms of an answer and of what was built: read once, on both sides, by the same functions.
use super::{Because, Built, Plan, ReasonCode, RequestVerdict, Said, Verdict};
use crate::{
    ids::SubmissionId,
    problems::{FieldFault, FieldProblem},
    time::{Day, parse_day},
    words::Words,
};
use serde::{Deserialize, Serialize};

/// What kind of answer is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// [`Verdict::Adopted`].
    Adopted,
    /// [`Verdict::PartlyAdopted`].
    PartlyAdopted,
    /// [`Verdict::AlreadyPlanned`].
    AlreadyPlanned,
    /// [`Verdict::MergedInto`].
    MergedInto,
    /// [`Verdict::Deferred`].
    Deferred,
    /// [`Verdict::NotAdopted`].
    NotAdopted,
}

impl VerdictKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Adopted,
        Self::PartlyAdopted,
        Self::AlreadyPlanned,
        Self::MergedInto,
        Self::Deferred,
        Self::NotAdopted,
    ];

    /// Is a reason of the list owed with it?
    pub fn needs_reason(self) -> bool {
        match self {
            Self::Adopted | Self::PartlyAdopted => false,
            Self::AlreadyPlanned | Self::MergedInto | Self::Deferred | Self::NotAdopted => true,
        }
    }

    /// Is a day owed with it: of the plan, or of taking it up again?
    pub fn needs_day(self) -> bool {
        match self {
            Self::Adopted | Self::PartlyAdopted | Self::Deferred => true,
            Self::AlreadyPlanned | Self::MergedInto | Self::NotAdopted => false,
        }
    }
}

/// The answer to one request, or what became of it, as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestForm {
    /// Adopted, or built; `None` until it is chosen.
    pub is_done: Option<bool>,
    /// Why not.
    pub code: Option<ReasonCode>,
    /// Why not in words, or how it was built otherwise than asked; empty when as asked.
    pub words: String,
}

/// An answer as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    /// What kind.
    pub verdict: Option<VerdictKind>,
    /// What will be done, or the reason in words.
    pub words: String,
    /// The reason.
    pub code: Option<ReasonCode>,
    /// A day, as `2026-12-03`.
    pub day: String,
    /// The number of the submission it goes on with.
    pub into: String,
    /// One for each request, for a partly adopted one.
    pub requests: Vec<RequestForm>,
}

/// What was built, as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BuiltForm {
    /// What was done.
    pub words: String,
    /// Pictures that the server already has.
    pub photos: Vec<crate::proposals::PhotoId>,
    /// One for each request.
    pub requests: Vec<RequestForm>,
}

impl AnswerForm {
    /// Reads the form for a submission of so many requests, or says everything that is wrong.
    pub fn parse(&self, n_requests: usize) -> Result<Verdict, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let words = keep(&mut problems, said("words", &self.words));
        let kind = keep(&mut problems, chosen("verdict", self.verdict));
        let Some(kind) = kind else { return Err(problems) };
        let because = match kind.needs_reason() {
            true => {
                let code = keep(&mut problems, chosen("code", self.code));
                code.zip(words.clone()).map(|(code, words)| Because { code, words })
            }
            false => None,
        };
        let day = match kind.needs_day() {
            true => keep(&mut problems, day(&self.day)),
            false => None,
        };
        let plan = day.zip(words).map(|(by, words)| Plan { words, by });
        let verdict = match kind {
            VerdictKind::Adopted => plan.map(|plan| Verdict::Adopted { plan }),
            VerdictKind::PartlyAdopted => {
                let requests = self.request_verdicts(n_requests, &mut problems);
                plan.zip(requests).map(|(plan, requests)| Verdict::PartlyAdopted { plan, requests })
            }
            VerdictKind::AlreadyPlanned => {
                because.map(|because| Verdict::AlreadyPlanned { because })
            }
            VerdictKind::MergedInto => {
                let into = keep(&mut problems, number(&self.into));
                into.zip(because).map(|(into, because)| Verdict::MergedInto { into, because })
            }
            VerdictKind::Deferred => {
                day.zip(because).map(|(until, because)| Verdict::Deferred { until, because })
            }
            VerdictKind::NotAdopted => because.map(|because| Verdict::NotAdopted { because }),
        };
        match verdict {
            Some(verdict) if problems.is_empty() => Ok(verdict),
            Some(_) | None => Err(problems),
        }
    }

    fn request_verdicts(
        &self,
        n_requests: usize,
        problems: &mut Vec<FieldProblem>,
    ) -> Option<Vec<RequestVerdict>> {
        let mut verdicts = Vec::new();
        for n in 0..n_requests {
            let form = self.requests.get(n).cloned().unwrap_or_default();
            verdicts.push(match keep(problems, chosen(&field(n), form.is_done))? {
                true => RequestVerdict::Adopted,
                false => RequestVerdict::NotAdopted { because: form.because(n, problems)? },
            });
        }
        let n_adopted = verdicts.iter().filter(|it| **it == RequestVerdict::Adopted).count();
        if n_adopted == 0 || n_adopted == verdicts.len() {
            problems.push(fault("verdict", FieldFault::NotInParts));
            return None;
        }
        Some(verdicts)
    }
}

impl BuiltForm {
    /// Reads the form for a submission of so many requests: words, pictures and each request.
    pub fn parse(
        &self,
        n_requests: usize,
    ) -> Result<(Said, Vec<crate::proposals::PhotoId>, Vec<Built>), Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let words = keep(&mut problems, said("words", &self.words));
        problems.extend(not_too_many(&self.photos).err());
        let requests = self.built(n_requests, &mut problems);
        match (words, requests) {
            (Some(words), Some(requests)) if problems.is_empty() => {
                Ok((words, self.photos.clone(), requests))
            }
            (_, _) => Err(problems),
        }
    }

    fn built(&self, n_requests: usize, problems: &mut Vec<FieldProblem>) -> Option<Vec<Built>> {
        let mut built = Vec::new();
        for n in 0..n_requests {
            let form = self.requests.get(n).cloned().unwrap_or_default();
            built.push(match keep(problems, chosen(&field(n), form.is_done))? {
                true if form.words.trim().is_empty() => Built::AsAsked,
                true => {
                    Built::Otherwise { words: keep(problems, said(&words_field(n), &form.words))? }
                }
                false => Built::Not { because: form.because(n, problems)? },
            });
        }
        Some(built)
    }
}

impl RequestForm {
    fn because(&self, n: usize, problems: &mut Vec<FieldProblem>) -> Option<Because> {
        let code = keep(problems, chosen(&format!("{}.code", field(n)), self.code));
        let words = keep(problems, said(&words_field(n), &self.words));
        code.zip(words).map(|(code, words)| Because { code, words })
    }
}

/// The name of the n-th request's field, from nought.
fn field(n: usize) -> String {
    format!("requests.{n}")
}

fn words_field(n: usize) -> String {
    format!("{}.words", field(n))
}

fn keep<T>(problems: &mut Vec<FieldProblem>, read: Result<T, FieldProblem>) -> Option<T> {
    read.map_err(|problem| problems.push(problem)).ok()
}

fn chosen<T>(field: &str, choice: Option<T>) -> Result<T, FieldProblem> {
    choice.ok_or_else(|| fault(field, FieldFault::NothingChosen))
}

/// Words of the office. Templates mark with 【…】 what must be filled in, so that none is sent as
/// it stands.
pub fn said(field: &str, raw: &str) -> Result<Said, FieldProblem> {
    let words = Words::parse(raw).map_err(|problem| fault(field, FieldFault::Words(problem)))?;
    match raw.contains(['【', '】']) {
        true => Err(fault(field, FieldFault::Unfilled)),
        false => Ok(words),
    }
}

/// Are these no more photos than may be sent with anything?
pub(super) fn not_too_many(photos: &[crate::proposals::PhotoId]) -> Result<(), FieldProblem> {
    let max = crate::proposals::PHOTOS_MAX;
    if photos.len() <= max { Ok(()) } else { Err(fault("photos", FieldFault::TooMany { max })) }
}

fn day(raw: &str) -> Result<Day, FieldProblem> {
    parse_day(raw).ok_or_else(|| fault("day", FieldFault::Date))
}

fn number(raw: &str) -> Result<SubmissionId, FieldProblem> {
    let digits: Option<String> = raw
        .chars()
        .filter(|character| !crate::digits::is_separator(*character))
        .map(|character| Some(char::from(b'0' + crate::digits::digit(character)?)))
        .collect();
    let number = digits.and_then(|digits| digits.parse().ok());
    number.ok_or_else(|| fault("into", FieldFault::UnknownSubmission))
}

fn fault(field: &str, fault: FieldFault) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault }
}
