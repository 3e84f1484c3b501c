//! Saying when one can come to a series, one question a screen.
use super::{
    check_step::CheckStep,
    days_step::DaysStep,
    draft::Answering,
    plain_steps::{AttendStep, GroupStep, HowStep, Place},
    step::Step,
    use_series_id,
};
use crate::{
    api::use_api,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, NotFoundPage, PageHeading},
    words::{councils::Standing, use_text},
};
use huiyin_domain::{
    councils::series::{Offer, wire::SeriesPage},
    ids::SeriesId,
    residents::Viewer,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// One screen of an answer that is being given.
#[component]
pub fn AnswerPage() -> impl IntoView {
    let id = use_series_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: SeriesId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { api.series(id).await });
    view! {
        <Load resource=page then=move |page: SeriesPage| {
            if page.offers.contains(&Offer::Answer) {
                view! { <Screens page /> }.into_any()
            } else {
                view! { <NotNow page /> }.into_any()
            }
        } />
    }
}

#[component]
fn Screens(page: SeriesPage) -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let place = Memo::new(move |_| {
        let step = Step::parse(&params.read().get("step")?)?;
        Some(Place { step, is_change: query.read().get("back").as_deref() == Some("check") })
    });
    let answering = Answering::take_up(page);
    move || match place.get() {
        Some(place) => screen(place, answering),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

fn screen(place: Place, answering: Answering) -> AnyView {
    match place.step {
        Step::How => view! { <HowStep place answering /> }.into_any(),
        Step::Days => view! { <DaysStep place answering /> }.into_any(),
        Step::Attend => view! { <AttendStep place answering /> }.into_any(),
        Step::Group => view! { <GroupStep place answering /> }.into_any(),
        Step::Check => view! { <CheckStep place answering /> }.into_any(),
    }
}

/// Why this person cannot answer now, and what they can do.
#[component]
fn NotNow(page: SeriesPage) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.answer;
    let api = use_api();
    let viewer = api.me().map(|me| me.viewer);
    let standing = Standing::of(&page, viewer.as_ref(), api.now());
    let is_open = matches!(standing, Standing::Others { .. });
    let why = match viewer {
        Some(Viewer::Staff { .. }) if is_open => {
            view! { <p class="notice">{words.staff}</p> }.into_any()
        }
        None | Some(Viewer::Guest) if is_open => view! {
            <p class="notice">{words.sign_in_first}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any(),
        None | Some(Viewer::Guest | Viewer::Resident { .. } | Viewer::Staff { .. }) => {
            view! { <p class="notice">{(text.councils.show.standing)(&standing)}</p> }.into_any()
        }
    };
    view! {
        <Back to=Route::Series(page.series.id) words=words.to_series />
        <PageHeading words=words.not_now />
        {why}
    }
}
