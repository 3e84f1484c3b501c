//! The proposal form: read once, on both sides, by the same function.
use super::{Content, Estimate, PHOTOS_MAX, PhotoId, Place, REQUESTS_MAX, Request, Title, Why};
use crate::{
    contests::Reason,
    money::Money,
    problems::{FieldFault, FieldProblem},
    words::{Words, WordsProblem},
};
use serde::{Deserialize, Serialize};

/// A proposal as its author fills it in; also the draft on the phone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProposalForm {
    /// What, in one sentence.
    pub title: String,
    /// The things asked for, one a line; may be left empty.
    pub requests: String,
    /// Where.
    pub place: String,
    /// Why.
    pub why: String,
    /// What it might cost, in yuan as typed; empty with `cost_unknown`.
    pub cost: String,
    /// "I don't know what it costs."
    pub cost_unknown: bool,
    /// Photos that the server already has.
    pub photos: Vec<PhotoId>,
}

impl From<&Content> for ProposalForm {
    /// What is written already, to be written anew.
    fn from(content: &Content) -> Self {
        // Where the title stood in for a list, there is no list to be mended.
        let is_title =
            matches!(&content.requests[..], [it] if it.as_str() == content.title.as_str());
        let requests = content.requests.iter().map(Request::as_str).collect::<Vec<_>>().join("\n");
        let (cost, cost_unknown) = match content.estimate {
            Estimate::Unknown => (String::new(), true),
            Estimate::About { cost } => (cost.grouped(), false),
        };
        Self {
            title: content.title.to_string(),
            requests: if is_title { String::new() } else { requests },
            place: content.place.to_string(),
            why: content.why.to_string(),
            cost,
            cost_unknown,
            photos: content.photos.clone(),
        }
    }
}

/// A new version of a proposal's text, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EditForm {
    /// The whole text as it shall be.
    pub form: ProposalForm,
    /// Why it changes; may be empty as long as nobody has co-signed.
    pub why: String,
}

impl EditForm {
    /// Reads the text and the reason, or says everything that is wrong, field by field; the
    /// reason is the field `edit_why`.
    pub fn parse(&self) -> Result<(Content, Option<Reason>), Vec<FieldProblem>> {
        let why = match self.why.trim() {
            "" => Ok(None),
            _ => words::<400>("edit_why", &self.why).map(Some),
        };
        match (self.form.parse(), why) {
            (Ok(content), Ok(why)) => Ok((content, why)),
            (content, why) => {
                let mut faults = content.err().unwrap_or_default();
                faults.extend(why.err());
                Err(faults)
            }
        }
    }
}

/// The numbered requests in a text of one a line; numbering typed by hand is taken off.
pub fn requests_of(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| {
        let line = line.trim();
        let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
        let rest = line[digits..].strip_prefix(['.', '、', ')', '）', '．']);
        if digits > 0 { rest.unwrap_or(line).trim() } else { line }
    });
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

impl ProposalForm {
    /// Reads the form, or says everything that is wrong with it, field by field.
    pub fn parse(&self) -> Result<Content, Vec<FieldProblem>> {
        let title = self.parse_title();
        let requests = self.parse_requests();
        let place = words::<100>("place", &self.place);
        let why = words::<2000>("why", &self.why);
        let estimate = self.parse_estimate();
        let photos = self.parse_photos();
        match (title, requests, place, why, estimate, photos) {
            (Ok(title), Ok(requests), Ok(place), Ok(why), Ok(estimate), Ok(photos)) => {
                // A sentence is enough: without a list, what is asked for is the title.
                let first = || Request::shortened(title.as_str()).ok();
                let requests =
                    if requests.is_empty() { first().into_iter().collect() } else { requests };
                Ok(Content { title, place, why, requests, estimate, photos })
            }
            (title, requests, place, why, estimate, photos) => {
                let faults = [
                    title.err(),
                    requests.err(),
                    place.err(),
                    why.err(),
                    estimate.err(),
                    photos.err(),
                ];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }

    /// What, alone: each screen of the form checks its own field with these.
    pub fn parse_title(&self) -> Result<Title, FieldProblem> {
        words("title", &self.title)
    }

    /// Where, alone.
    pub fn parse_place(&self) -> Result<Place, FieldProblem> {
        words("place", &self.place)
    }

    /// Why, alone.
    pub fn parse_why(&self) -> Result<Why, FieldProblem> {
        words("why", &self.why)
    }

    /// The requests, alone; none is right too.
    pub fn parse_requests(&self) -> Result<Vec<Request>, FieldProblem> {
        let lines = requests_of(&self.requests);
        if lines.len() > REQUESTS_MAX {
            return Err(fault("requests", FieldFault::TooMany { max: REQUESTS_MAX }));
        }
        let requests: Result<Vec<_>, WordsProblem> =
            lines.iter().map(|line| Request::parse(line)).collect();
        requests.map_err(|problem| fault("requests", FieldFault::Words(problem)))
    }

    /// The cost, alone.
    pub fn parse_estimate(&self) -> Result<Estimate, FieldProblem> {
        if self.cost_unknown {
            return Ok(Estimate::Unknown);
        }
        let cost = Money::parse(&self.cost);
        cost.map(|cost| Estimate::About { cost })
            .map_err(|problem| fault("cost", FieldFault::Money(problem)))
    }

    fn parse_photos(&self) -> Result<Vec<PhotoId>, FieldProblem> {
        if self.photos.len() > PHOTOS_MAX {
            return Err(fault("photos", FieldFault::TooMany { max: PHOTOS_MAX }));
        }
        Ok(self.photos.clone())
    }

    /// Has anything been filled in?
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

fn fault(field: &str, fault: FieldFault) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault }
}

fn words<const MAX: usize>(field: &str, raw: &str) -> Result<Words<MAX>, FieldProblem> {
    Words::parse(raw).map_err(|problem| fault(field, FieldFault::Words(problem)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> ProposalForm {
        ProposalForm {
            title: "在3号楼门口加装扶手".into(),
            place: "3号楼1单元门口".into(),
            why: "下雪天老人上台阶容易滑倒".into(),
            cost: "８，０００".into(),
            ..ProposalForm::default()
        }
    }

    #[test]
    fn one_sentence_is_enough_and_becomes_the_first_request() {
        let content = filled().parse().unwrap();
        assert_eq!(content.requests[0].as_str(), "在3号楼门口加装扶手");
        assert_eq!(content.estimate, Estimate::About { cost: Money::yuan(8_000) });
    }

    #[test]
    fn requests_are_numbered_lines_with_or_without_numbers_typed() {
        assert_eq!(requests_of("1、装扶手\n2. 补台阶\n\n 换灯 "), ["装扶手", "补台阶", "换灯"]);
        assert_eq!(requests_of("3号楼装灯"), ["3号楼装灯"]);
        assert_eq!(requests_of("12"), ["12"]);
    }

    #[test]
    fn every_fault_is_told_at_once_with_its_field() {
        let problems = ProposalForm::default().parse().unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["title", "place", "why", "cost"]);
        let unknown = ProposalForm { cost: String::new(), cost_unknown: true, ..filled() };
        assert_eq!(unknown.parse().unwrap().estimate, Estimate::Unknown);
    }

    #[test]
    fn a_text_that_is_taken_up_again_reads_the_same() {
        let listed = ProposalForm { requests: "装扶手\n补台阶".into(), ..filled() };
        let unknown = ProposalForm { cost: String::new(), cost_unknown: true, ..filled() };
        for form in [filled(), listed, unknown] {
            let content = form.parse().unwrap();
            assert_eq!(ProposalForm::from(&content).parse().unwrap(), content);
        }
        let alone = filled().parse().unwrap();
        assert_eq!(ProposalForm::from(&alone).requests, "", "the list follows the title");
    }

    #[test]
    fn nine_requests_are_one_too_many() {
        let form = ProposalForm { requests: "修灯\n".repeat(REQUESTS_MAX + 1), ..filled() };
        let problems = form.parse().unwrap_err();
        assert_eq!(problems[0].fault, FieldFault::TooMany { max: REQUESTS_MAX });
    }
}
