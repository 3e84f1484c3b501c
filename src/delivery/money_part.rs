//! The public book: what there was, what was spent, what is left, and every line of it.
use crate::{
    ui::{Bar, BarLook, PlotTable, bar_length},
    words::use_text,
};
use huiyin_domain::delivery::{
    EntryKind,
    wire::{EntryRow, Spending},
};
use leptos::prelude::*;

/// Three amounts, each with its bar.
#[component]
pub fn Amounts(
    /// The amounts.
    spending: Spending,
    /// Their currency.
    currency: String,
) -> impl IntoView {
    let text = use_text();
    let words = &text.delivery.money;
    let most = spending.award.in_fen();
    let lines = [
        (words.award, spending.award, BarLook::Outline),
        (words.spent, spending.spent, BarLook::Filled),
        (words.left, spending.left, BarLook::Dashed),
    ];
    let line = move |(name, amount, look)| {
        let said = text.language.money(amount, &currency);
        let length = bar_length(amount.in_fen(), most);
        view! {
            <li>
                <p>{name} " " <strong>{said}</strong></p>
                <Bar length look />
            </li>
        }
    };
    view! { <ul class="list">{lines.into_iter().map(line).collect_view()}</ul> }
}

/// The amounts, and the table of all payments and corrections.
#[component]
pub fn Book(
    /// The amounts.
    spending: Spending,
    /// Every line, the oldest first.
    entries: Vec<EntryRow>,
    /// Their currency.
    currency: String,
) -> impl IntoView {
    let text = use_text();
    let words = &text.delivery.money;
    let row = |row: &EntryRow| {
        let entry = &row.entry;
        let amount = text.language.money(entry.amount, &currency);
        let (amount, shown) = match entry.kind {
            EntryKind::Paid => {
                (amount, entry.receipt.as_ref().map(ToString::to_string).unwrap_or_default())
            }
            EntryKind::Corrected { of } => (format!("−{amount}"), (words.corrects)(of)),
        };
        vec![
            (words.nth)(entry.n),
            text.language.date(entry.on),
            entry.words.to_string(),
            amount,
            shown,
        ]
    };
    let rows: Vec<_> = entries.iter().map(row).collect();
    let table = (!rows.is_empty()).then(|| {
        let columns = vec![words.n, words.on, words.what, words.amount, words.receipt];
        view! { <PlotTable words=words.table columns named_by=0 rows /> }
    });
    let is_empty = entries.is_empty();
    view! {
        <section class="stack">
            <h2>{words.heading}</h2>
            <Amounts spending currency />
            {is_empty.then(|| view! { <p>{words.nothing}</p> })}
            {table}
        </section>
    }
}
