//! A proposal that is being written: one draft for each contest, and one for each new version.
use super::step::Step;
use crate::{offline::item::What, routes::Route, ui::Form};
use huiyin_domain::{
    ids::{ContestId, ProposalId},
    problems::FieldProblem,
    proposals::ProposalForm,
};

/// A proposal that is being written (草稿).
pub type Draft = crate::ui::Draft<ProposalForm>;

/// The draft as the screens write it.
pub type Writing = crate::ui::Writing<ProposalForm>;

/// What a text is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A new proposal in a contest.
    New(ContestId),
    /// A new version of a proposal.
    Again(ProposalId),
}

impl Sheet {
    /// One screen of it.
    pub fn screen(self, step: Step) -> Route {
        match (self, step) {
            (Self::New(contest), step) => Route::Propose(contest, step.name()),
            (Self::Again(proposal), Step::Check) => Route::EditProposal(proposal),
            (Self::Again(proposal), step) => Route::EditProposalStep(proposal, step.name()),
        }
    }

    /// The page from which one came to write it.
    pub fn door(self) -> Route {
        match self {
            Self::New(contest) => Route::Contest(contest),
            Self::Again(proposal) => Route::Proposal(proposal),
        }
    }
}

impl Form for ProposalForm {
    type For = Sheet;

    fn drawer(of: Sheet) -> String {
        match of {
            Sheet::New(contest) => format!("draft.{contest}"),
            Sheet::Again(proposal) => format!("draft.proposal.{proposal}"),
        }
    }

    fn path(of: Sheet) -> String {
        match of {
            Sheet::New(contest) => format!("contests/{contest}/proposals"),
            Sheet::Again(proposal) => format!("proposals/{proposal}/text"),
        }
    }

    fn sent(of: Sheet, number: u32) -> Route {
        match of {
            Sheet::New(contest) => Route::Proposed(contest, ProposalId(number)),
            Sheet::Again(proposal) => Route::Proposal(proposal),
        }
    }

    fn later(of: Sheet) -> Option<What> {
        match of {
            Sheet::New(_) => Some(What::Proposal),
            Sheet::Again(_) => None,
        }
    }

    fn told(&self, of: Sheet) -> (String, Route) {
        (format!("{}\n{}\n{}", self.title, self.place, self.why), of.screen(Step::Check))
    }

    fn is_begun(&self) -> bool {
        !self.is_blank()
    }

    fn problems(&self) -> Vec<FieldProblem> {
        self.parse().err().unwrap_or_default()
    }
}
