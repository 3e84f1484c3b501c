//! One's own ballot among the published ones, by its receipt.
use super::{
    counter::{Counter, CounterState},
    find,
    work::{Answer, FoundBallot, FoundMark, Job},
};
use crate::{
    api::use_api,
    ballots::kept::Place,
    ui::{ActButton, Look, TextField, Told},
    words::{results::Teller, use_text},
};
use huiyin_domain::contests::wire::ResultPage;
use leptos::prelude::*;
use std::sync::Arc;

/// Looks for a ballot: with the receipt this phone keeps, or one that is typed.
#[component]
pub fn Mine(
    /// The result.
    page: Arc<ResultPage>,
    /// Writes names.
    teller: Teller,
) -> impl IntoView {
    let words = &use_text().results;
    let api = use_api();
    let counter = Counter::new();
    let held = Place::of(&api, page.contest).ballot().filter(|held| held.in_box.is_some());
    let typed = RwSignal::new(held.map_or(String::new(), |held| held.receipt().grouped()));
    let asked = RwSignal::new(String::new());
    let is_wrong = RwSignal::new(false);
    let fault = Signal::derive(move || is_wrong.get().then(|| words.receipt_wrong.to_owned()));
    let look = move || {
        let receipt = find::receipt(&typed.get_untracked());
        is_wrong.set(receipt.is_none());
        if let Some(receipt) = receipt {
            asked.set(receipt.clone());
            counter.count(api, &page, Job::Find { receipt });
        }
    };
    let shown = {
        let teller = teller.clone();
        move || match counter.answer() {
            Some(Answer::Found(found)) => {
                view! { <Found found asked=asked.get() teller=teller.clone() /> }.into_any()
            }
            Some(_) | None => ().into_any(),
        }
    };
    view! {
        <section class="stack">
            <h2>{words.mine}</h2>
            <p>{words.mine_hint}</p>
            <TextField
                name="receipt"
                label=words.receipt
                hint=words.receipt_hint.to_owned()
                value=typed
                fault
                keyboard="numeric"
                is_code=true
            />
            <ActButton
                words=words.find.to_owned()
                look=Look::Quiet
                busy=Signal::derive(move || counter.is_busy())
                on_press=look
            />
            <CounterState counter teller />
            <Told>{shown}</Told>
        </section>
    }
}

#[component]
fn Found(found: Vec<FoundBallot>, asked: String, teller: Teller) -> impl IntoView {
    let words = &use_text().results;
    if found.is_empty() {
        let said = (words.not_found)(&asked);
        return view! { <p class="notice notice--warn">{said}</p> }.into_any();
    }
    let ballot = |FoundBallot { voter, marks }: FoundBallot| {
        let is_blank = marks.is_empty();
        let said = if is_blank { (words.found_blank)(&voter) } else { (words.found)(&voter) };
        let line = |(at, mark): (usize, &FoundMark)| {
            view! { <li>{teller.marked(&mark.key, at + 1, mark.points)}</li> }
        };
        let names = marks.iter().enumerate().map(line).collect_view();
        view! {
            <div class="notice notice--good">
                <p>{said}</p>
                {(!is_blank).then(|| view! { <ul>{names}</ul> })}
            </div>
        }
    };
    found.into_iter().map(ballot).collect_view().into_any()
}
