//! Entering, screen by screen, for the staff of the office.
use super::{
    check_step::CheckStep,
    done::DonePage,
    draft::Entering,
    opinion_steps::{AskedStep, SentAsStep, WhereStep, WordsStep},
    proposal_steps::{
        ContestStep, CostStep, NumberStep, PlaceStep, RequestsStep, TitleStep, WhyStep,
    },
    received_steps::{CameByStep, DayStep, WhatStep},
    series_steps::{DatesStep, GroupStep, JoinStep, SeriesStep},
    step::Step,
    step_form::StepForm,
    whom_step::WhomStep,
};
use crate::{
    api::use_api,
    routes::Route,
    times::{
        questions::{Answering, TimesQuestion, problems},
        step::Step as TimesStep,
    },
    ui::{ButtonLink, NotFoundPage, PageHeading},
    words::use_text,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The screens of what the office enters; without one named, the first.
#[component]
pub fn EnterPage() -> impl IntoView {
    let api = use_api();
    let text = use_text();
    let params = use_params_map();
    let step = Memo::new(move |_| match params.read().get("step") {
        Some(name) => Step::parse(&name),
        None => Some(Step::What),
    });
    let entering = Entering::take_up();
    let is_staff = Memo::new(move |_| api.me().is_some_and(|me| me.viewer.organiser().is_some()));
    move || match (is_staff.get(), step.get()) {
        (true, Some(step)) => screen(step, entering),
        (true, None) => view! { <NotFoundPage /> }.into_any(),
        (false, _) => view! {
            <PageHeading words=text.entering.heading />
            <p class="notice">{text.entering.staff_only}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any(),
    }
}

fn screen(step: Step, entering: Entering) -> AnyView {
    match step {
        Step::What => view! { <WhatStep entering /> }.into_any(),
        Step::Whom => view! { <WhomStep entering /> }.into_any(),
        Step::CameBy => view! { <CameByStep entering /> }.into_any(),
        Step::Day => view! { <DayStep entering /> }.into_any(),
        Step::Contest => view! { <ContestStep entering /> }.into_any(),
        Step::Title => view! { <TitleStep entering /> }.into_any(),
        Step::Requests => view! { <RequestsStep entering /> }.into_any(),
        Step::Place => view! { <PlaceStep entering /> }.into_any(),
        Step::Why => view! { <WhyStep entering /> }.into_any(),
        Step::Cost => view! { <CostStep entering /> }.into_any(),
        Step::SentAs => view! { <SentAsStep entering /> }.into_any(),
        Step::Words => view! { <WordsStep entering /> }.into_any(),
        Step::Where => view! { <WhereStep entering /> }.into_any(),
        Step::Asked => view! { <AskedStep entering /> }.into_any(),
        Step::Number => view! { <NumberStep entering /> }.into_any(),
        Step::Times(step) => view! { <TimesScreen step entering /> }.into_any(),
        Step::Series => view! { <SeriesStep entering /> }.into_any(),
        Step::Dates => view! { <DatesStep entering /> }.into_any(),
        Step::Join => view! { <JoinStep entering /> }.into_any(),
        Step::Group => view! { <GroupStep entering /> }.into_any(),
        Step::Check => view! { <CheckStep entering /> }.into_any(),
        Step::Done => view! { <DonePage /> }.into_any(),
    }
}

/// One screen of a resident's times.
#[component]
fn TimesScreen(step: TimesStep, entering: Entering) -> impl IntoView {
    let faults = RwSignal::new(Vec::new());
    let answering = Answering {
        form: Signal::derive(move || entering.with(|draft| draft.times.clone())),
        change: Callback::new(move |answer: Box<dyn FnOnce(&mut _) + Send + Sync>| {
            entering.write(|draft| answer(&mut draft.times));
        }),
        faults,
    };
    view! {
        <StepForm step=Step::Times(step) entering faults check=move |draft| problems(step, &draft.times)>
            <TimesQuestion step answering />
        </StepForm>
    }
}
