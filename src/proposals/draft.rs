//! A proposal that is being written: one draft for each contest.
use crate::{routes::Route, ui::Form};
use huiyin_domain::{
    ids::{ContestId, ProposalId},
    problems::FieldProblem,
    proposals::ProposalForm,
};

/// A proposal that is being written (草稿).
pub type Draft = crate::ui::Draft<ProposalForm>;

/// The draft as the screens write it.
pub type Writing = crate::ui::Writing<ProposalForm>;

impl Form for ProposalForm {
    type For = ContestId;

    fn drawer(contest: ContestId) -> String {
        format!("draft.{contest}")
    }

    fn path(contest: ContestId) -> String {
        format!("contests/{contest}/proposals")
    }

    fn sent(contest: ContestId, number: u32) -> Route {
        Route::Proposed(contest, ProposalId(number))
    }

    fn is_begun(&self) -> bool {
        !self.is_blank()
    }

    fn problems(&self) -> Vec<FieldProblem> {
        self.parse().err().unwrap_or_default()
    }
}
