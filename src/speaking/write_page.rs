//! The office listens to one recording and writes down what is said.
use super::{
    desk_fields::{SayUnclear, WriteDown},
    player::Playback,
    show_page::done,
    use_recording_id,
    your_answer::Written,
};
use crate::{
    api::use_api,
    routes::Route,
    ui::{Acts, Back, Fetched, Load, NotFoundPage, OutcomeNotice, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    ids::RecordingId,
    recordings::{
        Misheard,
        wire::{Offer, RecordingPage},
    },
};
use leptos::prelude::*;

/// One recording, to be written down.
#[component]
pub fn WritePage() -> impl IntoView {
    let id = use_recording_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: RecordingId) -> impl IntoView {
    let api = use_api();
    let page =
        Fetched::new(
            move || async move { api.get::<RecordingPage>(&format!("recordings/{id}")).await },
        );
    view! { <Load resource=page then=move |page| view! { <Shown page /> } /> }
}

#[component]
fn Shown(page: RecordingPage) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.desk;
    let (id, heading) = (page.id, (words.one)(page.number.0));
    let by = page.author_name.as_deref().map(words.by);
    let recorded =
        (text.speaking.messages.recorded)(&text.language.moment(page.begun), page.seconds);
    let page = RwSignal::new(page);
    let acts = Acts::new(format!("recordings/{id}"), page, done);
    let has_sound = Memo::new(move |_| page.with(|page| page.stage.sound().is_some()));
    let may =
        move |offer: Offer| Memo::new(move |_| page.with(|page| page.offers.contains(&offer)));
    let (may_write, may_say_unclear) = (may(Offer::Write), may(Offer::SayUnclear));
    let stage = move || page.with(|page| (text.speaking.messages.stage)(page.stage.kind()));
    view! {
        <Back to=Route::DeskRecordings words=words.to_queue />
        <PageHeading words=heading />
        <OutcomeNotice outcome=acts.outcome />
        <p><strong>{stage}</strong></p>
        {by.map(|by| view! { <p>{by}</p> })}
        <p class="soft">{recorded}</p>
        {move || has_sound.get().then(|| view! {
            <section class="stack">
                <h2 id="original-sound">{words.original}</h2>
                <Playback id />
            </section>
        })}
        <Before page />
        {move || may_write.get().then(|| view! { <WriteDown page acts /> })}
        {move || may_say_unclear.get().then(|| view! { <SayUnclear acts /> })}
    }
}

/// What the resident said to earlier texts.
#[component]
fn Before(page: RwSignal<RecordingPage>) -> impl IntoView {
    let words = &use_text().speaking.desk;
    let misheard = Memo::new(move |_| page.with(|page| page.misheard.clone()));
    let one = move |misheard: Misheard| {
        let note = match &misheard.note {
            Some(note) => (words.misheard_note)(note.as_str()),
            None => words.misheard_without_note.to_owned(),
        };
        view! {
            <li class="stack stack--tight">
                <p><strong>{note}</strong></p>
                <Written content=misheard.content />
            </li>
        }
    };
    move || {
        let misheard = misheard.get();
        (!misheard.is_empty()).then(|| {
            view! {
                <section class="stack">
                    <h2>{words.misheard}</h2>
                    <ol class="list">{misheard.into_iter().map(one).collect_view()}</ol>
                </section>
            }
        })
    }
}
