//! Refusals that belong to a field: shown beside it, as a fault of what was typed there.
use super::{forms::Does, typed::Typed};
use crate::{
    ui::{Fault, Outcome},
    words::use_text,
};
use huiyin_domain::refusals::Refusal;
use leptos::prelude::*;

/// The field whose content a rule refuses, where it is one field's.
fn field_of(refusal: &Refusal) -> Option<&'static str> {
    let is_of_the_day =
        matches!(refusal, Refusal::NotAWorkday { .. } | Refusal::DayNotLater { .. });
    let is_of_whom =
        matches!(refusal, Refusal::TooManyDepartments { .. } | Refusal::DepartmentDissolved);
    let is_of_the_cost = matches!(refusal, Refusal::AboveCap { .. } | Refusal::CostsNothing);
    let is_of_the_time = matches!(refusal, Refusal::TooManyMonths { .. });
    let is_of_the_list = matches!(refusal, Refusal::NotOnTheList { .. });
    let is_of_the_other = matches!(
        refusal,
        Refusal::NoSuchProposal { .. } | Refusal::CannotTakeIn { .. } | Refusal::WouldGoInCircles
    );
    let fields = [
        (is_of_the_day, "due"),
        (is_of_whom, "lead"),
        (is_of_the_cost, "cost"),
        (is_of_the_time, "months"),
        (is_of_the_list, "item"),
        (is_of_the_other, "into"),
    ];
    fields.into_iter().find(|(is_its, _)| *is_its).map(|(_, field)| field)
}

/// Puts a refusal beside its field, and takes it from the top of the form, where it would be said
/// twice.
pub(super) fn shown_at_its_field(typed: Typed, acts: Does) {
    let text = use_text();
    Effect::new(move || {
        let Some(Outcome::Failed(error)) = acts.outcome.get() else { return };
        let Some(refusal) = error.refusal() else { return };
        if let Some(field) = field_of(refusal) {
            let words = (text.problems.refusal)(refusal);
            acts.outcome.set(None);
            typed.faults.set(vec![Fault { field: field.to_owned(), words }]);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::{money::Money, time::parse_day};

    #[test]
    fn a_day_off_is_told_at_the_day_and_a_stale_page_at_the_top() {
        let next = parse_day("2027-01-04").unwrap();
        assert_eq!(field_of(&Refusal::NotAWorkday { next }), Some("due"));
        assert_eq!(field_of(&Refusal::AboveCap { cap: Money::yuan(50_000) }), Some("cost"));
        assert_eq!(field_of(&Refusal::RulesAreSealed), None);
    }
}
