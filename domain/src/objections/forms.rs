//! The forms of this room: an objection, and its answer.
use super::{Against, Change};
use crate::{
    contests::Reason,
    money::Money,
    problems::{FieldFault, FieldProblem},
    words::Words,
};
use serde::{Deserialize, Serialize};

/// What somebody objects.
pub type Said = Words<1000>;

fn fault(field: &str, fault: FieldFault) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault }
}

/// An objection as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ObjectionForm {
    /// Against what, once it is chosen.
    pub against: Option<Against>,
    /// What is wrong with it.
    pub words: String,
}

impl ObjectionForm {
    /// Reads the form, or says everything that is wrong with it.
    pub fn parse(&self) -> Result<(Against, Said), Vec<FieldProblem>> {
        let against = self.against.ok_or_else(|| fault("against", FieldFault::NothingChosen));
        let said = Said::parse(&self.words).map_err(|why| fault("words", FieldFault::Words(why)));
        match (against, said) {
            (Ok(against), Ok(said)) => Ok((against, said)),
            (against, said) => Err([against.err(), said.err()].into_iter().flatten().collect()),
        }
    }
}

/// What the office chose to change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// What the words say.
    #[default]
    AsSaid,
    /// The proposal leaves the shortlist.
    TakenOff,
    /// The proposal comes on it.
    PutOn,
}

/// An answer as the office fills it in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    /// Does the office agree? `None` until one of the two was chosen.
    pub upheld: Option<bool>,
    /// What changes, where it agrees.
    pub change: ChangeKind,
    /// What the proposal will cost, in yuan, where it comes on the shortlist.
    pub cost: String,
    /// Why, or what is changed.
    pub words: String,
}

impl AnswerForm {
    /// Reads the form; what was not asked for is passed over.
    pub fn parse(&self) -> Result<(Option<Change>, Reason), Vec<FieldProblem>> {
        let change = match (self.upheld, self.change) {
            (None, _) => Err(fault("upheld", FieldFault::NothingChosen)),
            (Some(false), _) => Ok(None),
            (Some(true), ChangeKind::AsSaid) => Ok(Some(Change::AsSaid)),
            (Some(true), ChangeKind::TakenOff) => Ok(Some(Change::TakenOff)),
            (Some(true), ChangeKind::PutOn) => match Money::parse(&self.cost) {
                Ok(cost) => Ok(Some(Change::PutOn { cost })),
                Err(why) => Err(fault("cost", FieldFault::Money(why))),
            },
        };
        let words = Reason::parse(&self.words);
        let words = words.map_err(|why| fault("words", FieldFault::Words(why)));
        match (change, words) {
            (Ok(change), Ok(words)) => Ok((change, words)),
            (change, words) => Err([change.err(), words.err()].into_iter().flatten().collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_told_with_its_field() {
        let fields = |faults: Vec<FieldProblem>| {
            faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>()
        };
        let nothing = ObjectionForm::default().parse().unwrap_err();
        assert_eq!(fields(nothing), ["against", "words"]);
        let nothing = AnswerForm::default().parse().unwrap_err();
        assert_eq!(fields(nothing), ["upheld", "words"]);
        let change = ChangeKind::PutOn;
        let dear = AnswerForm { upheld: Some(true), change, words: "行".into(), ..nothing_yet() };
        assert_eq!(fields(dear.parse().unwrap_err()), ["cost"]);
        let no = AnswerForm { upheld: Some(false), ..dear };
        assert_eq!(no.parse().unwrap().0, None, "the other fields are passed over");
    }

    fn nothing_yet() -> AnswerForm {
        AnswerForm::default()
    }

    #[test]
    fn what_it_is_against_reads_back_from_its_name() {
        let proposal = crate::ids::ProposalId(12);
        for against in [
            Against::Shortlisted { proposal },
            Against::Refused { proposal },
            Against::Rules,
            Against::Result,
        ] {
            assert_eq!(Against::parse(&against.key()), Some(against));
        }
        assert_eq!(Against::parse("shortlisted-"), None);
    }
}
