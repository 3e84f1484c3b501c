//! Voting, last screen: the ballot is in the box, and this is its number.
use super::{
    address::ForContest,
    chosen::Chosen,
    kept::{HeldBallot, InBox, Place},
    paper::{Paper, WhoVotes},
};
use crate::{
    api::use_api,
    browser::files,
    routes::Route,
    ui::{ActButton, ButtonLink, Fetched, Look, PageHeading, say},
    words::use_text,
};
use huiyin_domain::{contests::Phase, ids::ContestId};
use leptos::prelude::*;

/// The receipt of a ballot that is in the box; found again at every visit.
#[component]
pub fn DonePage() -> impl IntoView {
    view! { <ForContest then=|id| view! { <Done id /> }.into_any() /> }
}

#[component]
fn Done(id: ContestId) -> impl IntoView {
    let words = &use_text().ballots;
    let held = Place::of(&use_api(), id).ballot();
    let in_box = held.and_then(|held| held.in_box.clone().map(|in_box| (held, in_box)));
    match in_box {
        Some((held, in_box)) => view! { <Receipt id held in_box /> }.into_any(),
        None => view! {
            <PageHeading words=words.nothing_cast />
            <p>{words.nothing_cast_here}</p>
            <WhoVotes />
            <ButtonLink to=Route::Vote(id) words=words.go_vote />
        }
        .into_any(),
    }
}

#[component]
fn Receipt(id: ContestId, held: HeldBallot, in_box: InBox) -> impl IntoView {
    let text = use_text();
    let words = &text.ballots;
    let number = held.receipt().grouped();
    let api = use_api();
    let paper = Fetched::new(move || Paper::load(api, id));
    let kept = in_box.closes;
    let next = move || {
        // The close may have been moved since; without an answer what was kept must do.
        let (closes, is_closed) = match paper.get()? {
            Ok(paper) => (paper.sheet.closes, paper.phase > Phase::Voting),
            Err(_) => (kept, kept.is_some_and(|closes| closes <= api.now())),
        };
        let when = closes.map(|closes| text.language.moment(closes));
        Some(view! { <MayChange id when is_closed /> })
    };
    // Folded up: who stands beside the voter sees the receipt, and not the vote.
    let marks = in_box.marked.choices.clone();
    let ballot = move || {
        let (paper, marks) = (paper.get()?.ok()?, marks.clone());
        let is_blank = marks.is_blank();
        (!is_blank).then(|| {
            view! {
                <details class="card ballots-cast">
                    <summary>{words.what_was_cast}</summary>
                    <Chosen paper marks />
                </details>
            }
        })
    };
    let file = (words.receipt_file)(&in_box.title, &number);
    let save = move || {
        let is_saved = files::save_text(words.file_name, &file).is_some();
        say(if is_saved { words.saved } else { words.not_saved }.to_owned());
    };
    let has_chosen = in_box.marked.choices.keys().len();
    view! {
        <PageHeading words=words.done_heading />
        <p class="notice notice--good">{(words.done)(&in_box.title, has_chosen)}</p>
        <section class="card">
            <h2>{words.receipt}</h2>
            <p class="number number--big">{number}</p>
            <p>{words.receipt_is_for}</p>
            <ActButton words=words.save_receipt.to_owned() look=Look::Quiet on_press=save />
        </section>
        {ballot}
        {next}
        <ButtonLink to=Route::Home words=text.frame.go_home look=Look::Quiet />
    }
}

/// Whether the vote can still be changed, and what one can do then.
#[component]
fn MayChange(id: ContestId, when: Option<String>, is_closed: bool) -> impl IntoView {
    let words = &use_text().ballots;
    if is_closed {
        view! {
            <p class="notice">{(words.closed)(when.as_deref())}</p>
            <ButtonLink to=Route::Result(id) words=words.see_result />
        }
        .into_any()
    } else {
        view! {
            <p>{(words.may_change)(when.as_deref())}</p>
            <ButtonLink to=Route::Vote(id) words=words.change_vote look=Look::Quiet />
        }
        .into_any()
    }
}
