//! The screens on which usual times are given, in the order an answer asks for.
use huiyin_domain::times::{TimesForm, WeekDay, When};

/// One screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Any, none or some.
    When,
    /// The evenings from Monday to Friday.
    Weekdays,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
    /// How they would attend.
    Attend,
    /// The answer once more.
    Check,
}

impl Step {
    const ALL: [Self; 6] =
        [Self::When, Self::Weekdays, Self::Saturday, Self::Sunday, Self::Attend, Self::Check];

    /// The screen at an address.
    pub fn parse(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == raw)
    }

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Weekdays => "weekdays",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
            Self::Attend => "attend",
            Self::Check => "check",
        }
    }

    /// The days it asks for.
    pub fn days(self) -> &'static [WeekDay] {
        match self {
            Self::Weekdays => &[
                WeekDay::Monday,
                WeekDay::Tuesday,
                WeekDay::Wednesday,
                WeekDay::Thursday,
                WeekDay::Friday,
            ],
            Self::Saturday => &[WeekDay::Saturday],
            Self::Sunday => &[WeekDay::Sunday],
            Self::When | Self::Attend | Self::Check => &[],
        }
    }

    /// Does an answer that begins so ask for this screen?
    fn is_asked(self, when: Option<When>) -> bool {
        match self {
            Self::When | Self::Check => true,
            Self::Weekdays | Self::Saturday | Self::Sunday => {
                matches!(when, Some(When::At) | None)
            }
            Self::Attend => when != Some(When::Never),
        }
    }

    /// The screens of this answer, in order.
    pub fn path(form: &TimesForm) -> Vec<Self> {
        Self::ALL.into_iter().filter(|step| step.is_asked(form.when)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_asked_for_days_who_can_never_or_always_come() {
        let path = |when| Step::path(&TimesForm { when, ..TimesForm::default() });
        assert_eq!(path(Some(When::Never)), [Step::When, Step::Check]);
        assert_eq!(path(Some(When::Always)), [Step::When, Step::Attend, Step::Check]);
        assert_eq!(path(Some(When::At)), Step::ALL);
        for step in Step::ALL {
            assert_eq!(Step::parse(step.name()), Some(step));
        }
    }
}
