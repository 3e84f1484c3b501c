//! What an organiser's forms have in common: the version they were decided on, and their faults.
use crate::{api::Precondition, ui::Fault, words::use_text};
use huiyin_domain::{contests::wire::ContestPage, problems::FieldFault};

/// Commands name the version the organiser has seen.
pub(super) fn seen(page: &ContestPage) -> Precondition {
    Precondition::Version(page.contest.version)
}

/// What is wrong with the field `id`, which the form's type calls `name`.
pub(super) fn fault_at(id: &str, name: &str, fault: &FieldFault) -> Fault {
    Fault { field: id.to_owned(), words: (use_text().faults.fault)(name, fault) }
}
