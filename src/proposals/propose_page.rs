//! Writing a proposal: one question a screen, every answer kept as it is written.
use super::{
    check_step::CheckStep,
    cost_step::CostStep,
    draft::{Sheet, Writing},
    photo_step::PhotoStep,
    question_form::Place,
    step::Step,
    words_step::{PlaceStep, RequestsStep, WhatStep, WhyStep},
};
use crate::{contests::use_contest_id, ui::NotFoundPage};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The screens of a proposal that is being written.
#[component]
pub fn ProposePage() -> impl IntoView {
    let contest = use_contest_id();
    let params = use_params_map();
    let query = use_query_map();
    let place = Memo::new(move |_| {
        let step = Step::parse(&params.read().get("step")?)?;
        Some(Place { step, is_change: query.read().get("back").as_deref() == Some("check") })
    });
    let writing =
        Memo::new(move |_| contest.get().map(|contest| Writing::take_up(Sheet::New(contest))));
    move || match (place.get(), writing.get()) {
        (Some(place), Some(writing)) => screen(place, writing),
        (None, _) | (_, None) => view! { <NotFoundPage /> }.into_any(),
    }
}

fn screen(place: Place, writing: Writing) -> AnyView {
    question(place, writing).unwrap_or_else(|| view! { <CheckStep writing /> }.into_any())
}

/// The screen of one question; none for the answers, which differ with what is written.
pub fn question(place: Place, writing: Writing) -> Option<AnyView> {
    let screen = match place.step {
        Step::What => view! { <WhatStep place writing /> }.into_any(),
        Step::Requests => view! { <RequestsStep place writing /> }.into_any(),
        Step::Where => view! { <PlaceStep place writing /> }.into_any(),
        Step::Why => view! { <WhyStep place writing /> }.into_any(),
        Step::Cost => view! { <CostStep place writing /> }.into_any(),
        Step::Photo => view! { <PhotoStep place writing /> }.into_any(),
        Step::Check => return None,
    };
    Some(screen)
}
