//! The figures of a selection: sentences of a part and a whole, each with its bar.
use crate::{
    ui::{Bar, BarLook, bar_length},
    words::use_text,
};
use huiyin_domain::{
    feedback::figures::{Counts, Rates, Share},
    time::Day,
};
use leptos::prelude::*;

/// Writes a part and a whole as a sentence.
type Sentence = fn(Share) -> String;

/// All figures.
#[component]
pub(super) fn Figures(
    /// The day on which they are so.
    on: Day,
    /// What the selection adds up to.
    counts: Counts,
    /// The rates that follow.
    rates: Rates,
) -> impl IntoView {
    let text = use_text();
    let words = &text.ledger.figures;
    let rows: [(Sentence, Share); 5] = [
        (words.in_time, rates.in_time),
        (words.adopted, rates.adopted),
        (words.delivered, rates.delivered),
        (words.confirmed, rates.confirmed),
        (words.content, rates.content),
    ];
    let row = |(sentence, share): (Sentence, Share)| {
        let bar = (share.whole > 0).then(|| {
            let length = bar_length(share.part.into(), share.whole.into());
            view! { <Bar length look=BarLook::Filled /> }
        });
        view! {
            <li>
                <p class="number">{sentence(share)}</p>
                {bar}
            </li>
        }
    };
    view! {
        <section class="stack stack--tight">
            <h2>{words.heading}</h2>
            <p class="soft">{(text.ledger.on)(&text.language.date(on))}</p>
            <p class="number"><strong>{(words.sent)(counts.n_sent)}</strong></p>
            <p class="number"><strong>{(words.overdue)(counts.n_overdue)}</strong></p>
            <ul class="list">{rows.map(row).collect_view()}</ul>
            <p class="soft">{words.whole_means}</p>
        </section>
    }
}
