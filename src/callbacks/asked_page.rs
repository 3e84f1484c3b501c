//! The confirmation of a request to be called back: its number, and what comes next.
use super::use_callback_id;
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, Fetched, Load, Look, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    callbacks::wire::{CallbackPage, Standing},
    ids::CallbackId,
};
use leptos::prelude::*;

/// How a request stands. The number stands in the address, so this page can be found again.
#[component]
pub fn AskedPage() -> impl IntoView {
    let id = use_callback_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: CallbackId) -> impl IntoView {
    let api = use_api();
    let page =
        Fetched::new(
            move || async move { api.get::<CallbackPage>(&format!("callbacks/{id}")).await },
        );
    view! { <Load resource=page then=|page| view! { <Shown page /> } /> }
}

#[component]
fn Shown(page: CallbackPage) -> impl IntoView {
    let text = use_text();
    let words = &text.callbacks;
    let heading = match page.standing {
        Standing::Waiting => words.asked,
        Standing::Talked => words.talked,
        Standing::NotReached => words.not_reached,
    };
    let is_waiting = page.standing == Standing::Waiting;
    let hours = text.language.of(&page.office_hours);
    let next = is_waiting.then(|| {
        view! {
            <section class="stack stack--tight">
                <h2>{words.next}</h2>
                <p>{(words.will_call)(page.when, &hours)}</p>
                <p>{words.know_us}</p>
                <p>{words.change}</p>
            </section>
        }
    });
    view! {
        <PageHeading words=heading />
        <div class="notice notice--good">
            <p>{words.your_number}</p>
            <p class="number number--big">{(words.number)(page.id.0)}</p>
        </div>
        {next}
        <ButtonLink to=Route::Home words=text.frame.go_home />
        <ButtonLink to=Route::CallMe words=words.again look=Look::Quiet />
    }
}
