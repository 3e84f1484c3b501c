//! The screens on which a proposal is written, in their order.
use huiyin_domain::{accessibility::Layout, proposals::ProposalForm};

/// One screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// What.
    What,
    /// What is asked for in detail.
    Requests,
    /// Where.
    Where,
    /// Why.
    Why,
    /// What it might cost.
    Cost,
    /// Photos.
    Photo,
    /// All answers, before sending.
    Check,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::What, Self::Requests, Self::Where, Self::Why, Self::Cost, Self::Photo, Self::Check];

    /// Those that are asked one after the other; the others can be answered from the last one.
    ///
    /// The elder mode asks what cannot be done without: a sentence, a place, a reason.
    pub fn path(layout: Layout) -> &'static [Self] {
        match layout {
            Layout::Standard => &Self::ALL,
            Layout::Elder => &[Self::What, Self::Where, Self::Why, Self::Photo, Self::Check],
        }
    }

    /// The screen at an address.
    pub fn parse(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == raw)
    }

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Requests => "requests",
            Self::Where => "where",
            Self::Why => "why",
            Self::Cost => "cost",
            Self::Photo => "photo",
            Self::Check => "check",
        }
    }

    /// Its place on the path, from one; `None` when it is not asked on it.
    pub fn place(self, layout: Layout) -> Option<usize> {
        Self::path(layout).iter().position(|step| *step == self).map(|at| at + 1)
    }

    /// The one after it; after the last, and after what is not asked on the path, the last.
    pub fn next(self, layout: Layout) -> Self {
        let after = self.place(layout).and_then(|at| Self::path(layout).get(at));
        after.copied().unwrap_or(Self::Check)
    }

    /// The one before it.
    pub fn before(self, layout: Layout) -> Option<Self> {
        let at = self.place(layout)?;
        at.checked_sub(2).and_then(|at| Self::path(layout).get(at).copied())
    }

    /// The screen of a field of the form.
    pub fn of_field(field: &str) -> Self {
        match field {
            "title" => Self::What,
            "requests" => Self::Requests,
            "place" => Self::Where,
            "why" => Self::Why,
            "cost" => Self::Cost,
            "photos" => Self::Photo,
            _ => Self::Check,
        }
    }

    /// Where to go on writing: the first question that has no answer yet.
    pub fn to_go_on(form: &ProposalForm) -> Self {
        let open = form.parse().err().unwrap_or_default();
        open.first().map_or(Self::Check, |fault| Self::of_field(&fault.field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_has_an_address_and_neighbours() {
        for step in Step::ALL {
            assert_eq!(Step::parse(step.name()), Some(step));
        }
        let standard = Layout::Standard;
        assert_eq!(Step::What.before(standard), None);
        assert_eq!(Step::What.next(standard), Step::Requests);
        assert_eq!(Step::Check.next(standard), Step::Check);
        assert_eq!(Step::Check.before(standard), Some(Step::Photo));
    }

    #[test]
    fn the_elder_mode_asks_less_and_comes_back_from_the_rest() {
        let elder = Layout::Elder;
        assert_eq!(Step::What.next(elder), Step::Where);
        assert_eq!(Step::Photo.before(elder), Some(Step::Why));
        for asked_later in [Step::Requests, Step::Cost] {
            assert_eq!(asked_later.place(elder), None);
            assert_eq!(asked_later.next(elder), Step::Check);
            assert_eq!(asked_later.before(elder), None);
        }
    }

    #[test]
    fn writing_goes_on_at_the_first_question_without_an_answer() {
        let mut form = ProposalForm::default();
        assert_eq!(Step::to_go_on(&form), Step::What);
        form.title = "handrails".to_owned();
        assert_eq!(Step::to_go_on(&form), Step::Where);
        form.place = "building 3".to_owned();
        form.why = "the steps are steep".to_owned();
        form.cost_unknown = true;
        assert_eq!(Step::to_go_on(&form), Step::Check);
    }
}
