//! The recovery codes, shown once, to be printed.
use crate::{
    browser::document,
    routes::Route,
    ui::{ActButton, ButtonLink, Look, PageHeading},
    words::use_text,
};
use leptos::prelude::*;

/// The sheet with the codes, and the way on.
#[component]
pub fn CodesSheet(
    /// As they are printed.
    codes: Vec<String>,
) -> impl IntoView {
    let words = &use_text().staff.account;
    let code = |code: String| view! { <li class="number">{code}</li> };
    view! {
        <div class="no-print stack">
            <PageHeading words=words.sheet />
            <p class="notice notice--warn">{words.once}</p>
        </div>
        <article class="sheet">
            <h2 class="sheet__title">{words.sheet}</h2>
            <p>{words.sheet_means}</p>
            <ol class="sheet__steps">{codes.into_iter().map(code).collect_view()}</ol>
        </article>
        <div class="no-print stack">
            <ActButton words=words.print on_press=document::print />
            <ButtonLink to=Route::Account words=words.to_account look=Look::Quiet />
            <ButtonLink to=Route::Desk words=words.to_desk look=Look::Quiet />
        </div>
    }
}
