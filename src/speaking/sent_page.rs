//! A recording that was sent: its number, and what happens next; made to be read again later.
use super::use_recording_id;
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, Fetched, Load, Look, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::{ids::RecordingId, recordings::wire::RecordingPage};
use leptos::prelude::*;

/// The confirmation of a recording.
#[component]
pub fn SentPage() -> impl IntoView {
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
    view! { <Load resource=page then=move |page| view! { <Sent page /> } /> }
}

#[component]
fn Sent(page: RecordingPage) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.recording;
    let proposals = &text.proposals;
    let step = |step| view! { <li>{step}</li> };
    view! {
        <PageHeading words=words.sent />
        <div class="notice notice--good">
            <p>{words.number}</p>
            <p class="number number--big">{(proposals.number)(page.number.0)}</p>
            <p>{proposals.writing.number_means}</p>
        </div>
        <section class="stack stack--tight">
            <h2>{proposals.writing.next}</h2>
            <ol class="picture-steps">{words.next.into_iter().map(step).collect_view()}</ol>
        </section>
        <ButtonLink to=Route::Recording(page.id) words=words.look />
        <ButtonLink
            to=Route::Contest(page.contest) words=proposals.writing.to_contest look=Look::Quiet
        />
    }
}
