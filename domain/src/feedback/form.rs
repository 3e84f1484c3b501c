//! The form of an opinion: read once, on both sides, by the same function.
use super::{Content, Opinion};
use crate::{
    ids::PlaceId,
    problems::{FieldFault, FieldProblem},
    proposals::{self, PHOTOS_MAX, PhotoId, REQUESTS_MAX, Request, Title},
    words::{Words, WordsProblem},
};
use serde::{Deserialize, Serialize};

/// As what it is sent; what is sent in a contest goes through the contest's own form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SendAs {
    /// An opinion or a complaint (意见).
    #[default]
    Opinion,
    /// A proposal outside any contest (建议).
    Proposal,
    /// Something a council should talk about (议题).
    Topic,
}

impl SendAs {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Opinion, Self::Proposal, Self::Topic];
}

impl From<SendAs> for super::Kind {
    fn from(sent_as: SendAs) -> Self {
        match sent_as {
            SendAs::Opinion => Self::Opinion,
            SendAs::Proposal => Self::Proposal,
            SendAs::Topic => Self::Topic,
        }
    }
}

/// An opinion as its author fills it in; also the draft on the phone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OpinionForm {
    /// As what it is sent.
    pub sent_as: SendAs,
    /// What one has to say.
    pub words: String,
    /// The things asked for, one a line; may be left empty.
    pub requests: String,
    /// Where: one of the community's places.
    pub place: Option<PlaceId>,
    /// Where, in words; may be left empty when a place is chosen.
    pub where_words: String,
    /// Photos that the server already has.
    pub photos: Vec<PhotoId>,
}

impl OpinionForm {
    /// Reads the form, or says everything that is wrong with it, field by field.
    pub fn parse(&self) -> Result<Content, Vec<FieldProblem>> {
        let words = self.parse_words();
        let requests = self.parse_requests();
        let where_words = self.parse_where();
        let photos = match self.photos.len() <= PHOTOS_MAX {
            true => Ok(self.photos.clone()),
            false => Err(fault("photos", FieldFault::TooMany { max: PHOTOS_MAX })),
        };
        match (words, requests, where_words, photos) {
            (Ok(words), Ok(requests), Ok(where_words), Ok(photos)) => {
                let title = title_of(&words);
                let first = || Request::shortened(title.as_str()).ok();
                let requests =
                    if requests.is_empty() { first().into_iter().collect() } else { requests };
                Ok(Content { title, words, requests, place: self.place, where_words, photos })
            }
            (words, requests, where_words, photos) => {
                let faults = [words.err(), requests.err(), where_words.err(), photos.err()];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }

    /// What one has to say, alone: each screen checks its own field.
    pub fn parse_words(&self) -> Result<Opinion, FieldProblem> {
        Words::parse(&self.words).map_err(|problem| fault("words", FieldFault::Words(problem)))
    }

    /// The requests, alone; none is right too.
    pub fn parse_requests(&self) -> Result<Vec<Request>, FieldProblem> {
        let lines = proposals::requests_of(&self.requests);
        if lines.len() > REQUESTS_MAX {
            return Err(fault("requests", FieldFault::TooMany { max: REQUESTS_MAX }));
        }
        let requests: Result<Vec<_>, WordsProblem> =
            lines.iter().map(|line| Request::parse(line)).collect();
        requests.map_err(|problem| fault("requests", FieldFault::Words(problem)))
    }

    /// Where, alone: a place, or words, or both.
    pub fn parse_where(&self) -> Result<Option<proposals::Place>, FieldProblem> {
        match (self.where_words.trim(), self.place) {
            ("", Some(_)) => Ok(None),
            ("", None) => Err(fault("where_words", FieldFault::NothingChosen)),
            (words, _) => Words::parse(words)
                .map(Some)
                .map_err(|problem| fault("where_words", FieldFault::Words(problem))),
        }
    }

    /// Has anything been filled in?
    pub fn is_blank(&self) -> bool {
        *self == Self { sent_as: self.sent_as, ..Self::default() }
    }
}

/// The first sentence of what was said, as the title under which it is found.
pub(crate) fn title_of(words: &Opinion) -> Title {
    let text = words.as_str();
    let ends = ['\n', '。', '!', '?', '！', '？', '；'];
    let first = text.split(ends).map(str::trim).find(|part| !part.is_empty()).unwrap_or(text);
    Title::shortened(first).expect("an opinion has at least one character that is not a space")
}

fn fault(field: &str, fault: FieldFault) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> OpinionForm {
        OpinionForm {
            words: "三号楼的楼道灯坏了三个月。晚上看不见台阶。".into(),
            place: Some(PlaceId(3)),
            ..OpinionForm::default()
        }
    }

    #[test]
    fn one_sentence_and_a_place_are_enough() {
        let content = filled().parse().unwrap();
        assert_eq!(content.title.as_str(), "三号楼的楼道灯坏了三个月");
        assert_eq!(content.requests[0].as_str(), "三号楼的楼道灯坏了三个月");
        assert_eq!(content.where_words, None);
    }

    #[test]
    fn every_fault_is_told_at_once_with_its_field() {
        let problems = OpinionForm::default().parse().unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["words", "where_words"]);
    }

    #[test]
    fn two_thousand_line_breaks_are_nothing_said() {
        let form = OpinionForm { words: "\n".repeat(2_000), ..filled() };
        let empty = FieldFault::Words(WordsProblem::Empty);
        assert_eq!(form.parse().unwrap_err()[0].fault, empty);
        let form = OpinionForm { words: format!("{}灯坏了", "。\n".repeat(900)), ..filled() };
        assert_eq!(form.parse().unwrap().title.as_str(), "灯坏了");
    }

    #[test]
    fn a_text_of_marks_alone_is_its_own_title() {
        let form = OpinionForm { words: "？？？".into(), ..filled() };
        assert_eq!(form.parse().unwrap().title.as_str(), "？？？");
    }
}
