//! What one wants to know first: who won, what it costs, how many voted.
use crate::words::{results::Teller, use_text};
use huiyin_domain::contests::wire::ResultPage;
use leptos::prelude::*;
use std::sync::Arc;

/// The winners, in the order in which they were chosen.
#[component]
pub fn Winners(
    /// The result.
    page: Arc<ResultPage>,
    /// Writes amounts and names.
    teller: Teller,
) -> impl IntoView {
    let words = &use_text().results;
    let tally = &page.tally;
    let row = |(at, key): (usize, &String)| {
        let outcome = tally.outcomes.iter().find(|outcome| outcome.project == *key);
        let said =
            outcome.map(|it| format!("{} · {}", teller.points(it.points), teller.amount(it.cost)));
        view! {
            <li class="card results-winner">
                <span class="status" data-status="good_end">{(words.place)(at + 1)}</span>
                <h3>{teller.title(key)}</h3>
                <p class="number">{teller.key(key)} " · " {said}</p>
            </li>
        }
    };
    let winners = tally.winners.iter().enumerate().map(row).collect_view();
    view! {
        <section class="stack">
            <h2>{(words.winners)(tally.winners.len())}</h2>
            {tally.winners.is_empty().then(|| view! { <p>{words.no_winners}</p> })}
            <ol class="list">{winners}</ol>
        </section>
    }
}

/// Money and turnout.
#[component]
pub fn Facts(
    /// The result.
    page: Arc<ResultPage>,
    /// Writes amounts.
    teller: Teller,
) -> impl IntoView {
    let words = &use_text().results;
    let tally = &page.tally;
    let left = tally.budget.saturating_sub(tally.total_cost);
    view! {
        <section class="stack">
            <h2>{words.facts}</h2>
            <dl class="facts">
                <dt>{words.budget}</dt>
                <dd>{teller.amount(tally.budget)}</dd>
                <dt>{words.spent}</dt>
                <dd>{teller.amount(tally.total_cost)}</dd>
                <dt>{words.left}</dt>
                <dd>{teller.amount(left)}</dd>
                <dt>{words.turnout}</dt>
                <dd>{(words.turnout_is)(tally.n_voters, page.n_eligible, tally.n_blank)}</dd>
            </dl>
        </section>
    }
}
