//! The screens on which one says when one can come to a series, in the order an answer asks for.
use super::draft::{Draft, How};
use huiyin_domain::councils::series::wire::SeriesPage;

/// One screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// How one would like to answer.
    How,
    /// The dated times.
    Days,
    /// How one would attend.
    Attend,
    /// Whose days one's are like.
    Group,
    /// The answer once more.
    Check,
}

impl Step {
    const ALL: [Self; 5] = [Self::How, Self::Days, Self::Attend, Self::Group, Self::Check];

    /// The screen at an address.
    pub fn parse(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == raw)
    }

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::How => "how",
            Self::Days => "days",
            Self::Attend => "attend",
            Self::Group => "group",
            Self::Check => "check",
        }
    }

    /// Does this answer ask for this screen?
    fn is_asked(self, draft: &Draft, page: &SeriesPage) -> bool {
        let is_rest = draft.how == Some(How::OnlyNew);
        match self {
            Self::How | Self::Check => true,
            Self::Days => draft.how.is_none_or(How::asks_for_days),
            Self::Attend => draft.is_possible(page) && !(is_rest && draft.form.attend.is_some()),
            Self::Group => !is_rest,
        }
    }

    /// The screens of this answer, in order.
    pub fn path(draft: &Draft, page: &SeriesPage) -> Vec<Self> {
        Self::ALL.into_iter().filter(|step| step.is_asked(draft, page)).collect()
    }

    /// The screens before and after it.
    pub fn neighbours(self, draft: &Draft, page: &SeriesPage) -> (Option<Self>, Self) {
        let path = Self::path(draft, page);
        let order = |step: &Self| Self::ALL.iter().position(|it| it == step);
        // A screen that this answer does not ask for lies between its neighbours all the same.
        let before = path.iter().rfind(|step| order(step) < order(&self)).copied();
        let after = path.iter().find(|step| order(step) > order(&self)).copied();
        (before, after.unwrap_or(Self::Check))
    }
}
