//! Every step of the count, and every tie, as a sentence each.
use crate::ui::Parts;
use crate::words::{results::Teller, use_text};
use huiyin_domain::contests::wire::ResultPage;
use leptos::prelude::*;
use std::sync::Arc;

/// The steps, one after another.
#[component]
pub fn Steps(
    /// The result.
    page: Arc<ResultPage>,
    /// Writes amounts and names.
    teller: Teller,
) -> impl IntoView {
    let words = &use_text().results;
    let shares = page.tally.shares.as_ref().map(|shares| (words.shares)(shares, &teller));
    let len = page.tally.steps.len();
    let row = move |at: usize| {
        let said = (words.step)(at + 1, &page.tally.steps[at], &teller);
        view! { <p class="results-step">{said}</p> }.into_any()
    };
    view! {
        <section class="stack">
            <h2>{words.steps}</h2>
            <p>{shares}</p>
            <Parts id="steps" len row more=words.show_all_steps />
        </section>
    }
}

/// Where proposals were exactly equal, and who came first.
#[component]
pub fn Ties(
    /// The result.
    page: Arc<ResultPage>,
    /// Writes amounts and names.
    teller: Teller,
) -> impl IntoView {
    let words = &use_text().results;
    let len = page.tally.ties.len();
    let row = move |at: usize| {
        let said = (words.tie)(&page.tally.ties[at], &teller);
        view! { <p class="results-step">{said}</p> }.into_any()
    };
    view! {
        <section class="stack">
            <h2>{words.ties}</h2>
            {(len == 0).then(|| view! { <p>{words.no_ties}</p> })}
            <Parts id="ties" len row more=words.show_all_ties />
        </section>
    }
}
