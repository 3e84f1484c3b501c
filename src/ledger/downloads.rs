//! The selection as files, for whoever counts themselves: all of it, or the part that is shown.
use super::filter;
use crate::{api::use_api, words::use_text};
use huiyin_domain::feedback::wire::LedgerFilter;
use leptos::prelude::*;

/// Links to the whole selection as a table, and to the shown part of it as data, in which stands
/// where the next part begins.
#[component]
pub(super) fn Downloads(
    /// What is chosen.
    chosen: LedgerFilter,
    /// Where the shown part begins.
    after: Option<String>,
) -> impl IntoView {
    let words = &use_text().ledger;
    let api = use_api();
    let csv = api.address(&format!("ledger.csv{}", filter::query(&chosen, None)));
    let json = api.address(&format!("ledger{}", filter::query(&chosen, after.as_deref())));
    view! {
        <section class="stack">
            <h2>{words.downloads}</h2>
            <p>{words.downloads_mean}</p>
            <a class="button button--quiet" href=csv download="ledger.csv">{words.csv}</a>
            <a class="button button--quiet" href=json download="ledger.json">{words.json}</a>
        </section>
    }
}
