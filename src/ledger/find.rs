//! Finding something by the number on its receipt.
use crate::{
    routes::Route,
    ui::{ErrorSummary, Fault, TextField},
    words::use_text,
};
use huiyin_domain::{
    digits::{digit, is_separator},
    ids::SubmissionId,
    problems::{FieldFault, FieldProblem},
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

const NUMBER: &str = "number";

/// The number as typed or spoken: full-width, grouped, in Chinese digits.
fn number(typed: &str) -> Option<SubmissionId> {
    let mut number = 0_u32;
    let mut n_digits = 0;
    for character in typed.chars().filter(|it| !is_separator(*it)) {
        number = number.checked_mul(10)?.checked_add(u32::from(digit(character)?))?;
        n_digits += 1;
    }
    (n_digits > 0).then_some(SubmissionId(number))
}

/// One field and one button.
#[component]
pub(super) fn Find() -> impl IntoView {
    let words = &use_text().ledger.find;
    let typed = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<Fault>::new());
    let fault = Signal::derive(move || Fault::for_field(&faults.get(), NUMBER));
    let navigate = use_navigate();
    let go = move || match number(&typed.get_untracked()) {
        Some(id) => navigate(&Route::Number(id).href(), Default::default()),
        None => {
            let fault = FieldFault::UnknownSubmission;
            faults.set(Fault::of(&[FieldProblem { field: NUMBER.to_owned(), fault }]));
        }
    };
    view! {
        <section class="stack">
            <h2>{words.heading}</h2>
            <ErrorSummary faults />
            <form class="stack" aria-label=words.heading novalidate on:submit=move |event| {
                event.prevent_default();
                go();
            }>
                <TextField
                    name=NUMBER label=words.number hint=words.hint value=typed fault
                    keyboard="numeric" is_code=true is_spoken=true
                />
                <button type="submit" class="button">{words.go}</button>
            </form>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written_or_said() {
        for typed in ["128", " 1 2 8 ", "１２８", "一二八", "幺二八"] {
            assert_eq!(number(typed), Some(SubmissionId(128)), "{typed}");
        }
        for typed in ["", " ", "twelve", "99999999999"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }
}
