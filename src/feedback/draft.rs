//! An opinion that is being written: one draft on the phone.
use super::step::Step;
use crate::{offline::item::What, routes::Route, ui::Form};
use huiyin_domain::{feedback::OpinionForm, ids::SubmissionId, problems::FieldProblem};

/// The draft as the screens write it.
pub type Writing = crate::ui::Writing<OpinionForm>;

impl Form for OpinionForm {
    type For = ();

    fn drawer((): ()) -> String {
        "draft.opinion".to_owned()
    }

    fn path((): ()) -> String {
        "feedback".to_owned()
    }

    fn sent((): (), number: u32) -> Route {
        Route::FeedbackSent(SubmissionId(number))
    }

    fn later((): ()) -> Option<What> {
        Some(What::Opinion)
    }

    fn told(&self, (): ()) -> (String, Route) {
        (self.words.clone(), Route::Say(Step::Check.name()))
    }

    /// Having chosen a kind is a beginning, too: the next screen may be loaded anew.
    fn is_begun(&self) -> bool {
        *self != Self::default()
    }

    fn problems(&self) -> Vec<FieldProblem> {
        self.parse().err().unwrap_or_default()
    }
}
