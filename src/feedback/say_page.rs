//! Having something to say: the door, and then one question a screen.
use super::{
    check_step::CheckStep,
    draft::Writing,
    question::Place,
    step::Step,
    steps::{Begun, KindStep, PhotoStep, RequestsStep, WhatStep, WhereStep},
};
use crate::{
    api::use_api,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    contests::wire::{ContestCard, HomePage, Offer},
    ids::ContestId,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The door: while a contest collects proposals, one chooses where it belongs.
#[component]
pub fn DoorPage() -> impl IntoView {
    let api = use_api();
    let home = Fetched::new(move || async move { api.get::<HomePage>("home").await });
    let open = move |home: HomePage| {
        let offers = |card: &&ContestCard| card.offers.contains(&Offer::Propose);
        match home.contests.iter().find(offers) {
            Some(card) => view! { <Choice contest=card.id title=card.title.clone() /> }.into_any(),
            None => {
                let place = Place { step: Step::Kind, is_change: false };
                view! { <KindStep place writing=Writing::take_up(()) /> }.into_any()
            }
        }
    };
    view! { <Load resource=home then=open /> }
}

#[component]
fn Choice(contest: ContestId, title: String) -> impl IntoView {
    let text = use_text();
    let words = &text.feedback.say;
    view! {
        <Back to=Route::Home words=text.frame.go_home />
        <PageHeading words=words.door />
        <Begun writing=Writing::take_up(()) />
        <div class="stack stack--tight">
            <ButtonLink to=Route::Say(Step::Kind.name()) words=words.to_opinion />
            <p>{words.to_opinion_means}</p>
        </div>
        <div class="stack stack--tight">
            <ButtonLink
                to=Route::Propose(contest, "what") words=words.to_contest look=Look::Quiet
            />
            <p>{(words.to_contest_means)(&title)}</p>
        </div>
    }
}

/// The screens of an opinion that is being written.
#[component]
pub fn SayPage() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let place = Memo::new(move |_| {
        let step = Step::parse(&params.read().get("step")?)?;
        Some(Place { step, is_change: query.read().get("back").as_deref() == Some("check") })
    });
    let writing = Writing::take_up(());
    move || match place.get() {
        Some(place) => screen(place, writing),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

fn screen(place: Place, writing: Writing) -> AnyView {
    match place.step {
        Step::Kind => view! { <KindStep place writing /> }.into_any(),
        Step::What => view! { <WhatStep place writing /> }.into_any(),
        Step::Where => view! { <WhereStep place writing /> }.into_any(),
        Step::Photo => view! { <PhotoStep place writing /> }.into_any(),
        Step::Requests => view! { <RequestsStep place writing /> }.into_any(),
        Step::Check => view! { <CheckStep writing /> }.into_any(),
    }
}
