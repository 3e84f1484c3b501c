//! The whole ballot read back: what is chosen, the points that are given, or the order.
use super::paper::Paper;
use crate::words::use_text;
use huiyin_domain::{ballots::Marks, counting::BallotStyle};
use leptos::prelude::*;

/// What these marks say, one proposal after another.
#[component]
pub fn Chosen(
    /// The ballot they stand on.
    paper: Paper,
    /// The marks.
    marks: Marks,
) -> impl IntoView {
    let text = use_text();
    let words = &text.ballots;
    let style = paper.sheet.rules.ballot;
    let currency = &paper.sheet.rules.currency;
    let said = |at: usize, key: &str| match style {
        BallotStyle::Approval { .. } | BallotStyle::Knapsack => None,
        BallotStyle::Points { .. } => Some((words.styles.given)(marks.points_of(key))),
        BallotStyle::Ranking { .. } => Some((words.styles.place)(at + 1)),
    };
    let row = |(at, key): (usize, &str)| {
        let card = paper.card(key)?;
        let cost = card.stage.cost().map(|cost| text.language.money(cost, currency));
        let said = said(at, key);
        Some(view! {
            <li class="card">
                {said.map(|said| view! { <span class="ballots-card__given">{said}</span> })}
                <span class="ballots-card__number">{(words.number)(key)}</span>
                <strong class="ballots-card__title" dir="auto">{card.title.clone()}</strong>
                <span class="number">{cost.map(|cost| (words.cost)(&cost))}</span>
            </li>
        })
    };
    let heading = match style {
        BallotStyle::Approval { .. } | BallotStyle::Knapsack => words.you_vote_for,
        BallotStyle::Points { .. } => words.styles.you_give,
        BallotStyle::Ranking { .. } => words.styles.you_order,
    };
    let rows = marks.keys().into_iter().enumerate().filter_map(row).collect_view();
    view! {
        <h2>{heading}</h2>
        <ol class="list" data-read-back="">{rows}</ol>
    }
}
