//! The form of times on paper: when somebody can usually come to a council.
use super::sheet::{Ask, Foot, Head, OfficeBox, PrintPage, Tick};
use crate::{
    api::use_api,
    routes::Route,
    ui::{Fetched, Load},
    words::use_text,
};
use huiyin_domain::{
    communities::Community,
    times::{Attend, WeekDay},
};
use leptos::prelude::*;

/// The form of times.
#[component]
pub fn TimesSheetPage() -> impl IntoView {
    let api = use_api();
    let text = use_text();
    let community = Fetched::new(move || async move { api.get::<Community>("").await });
    view! {
        <PrintPage
            title=text.paper.times.title back=Route::Times back_words=text.times.heading
        >
            <Load resource=community has_heading=true then=|community| view! {
                <Sheet community />
            } />
        </PrintPage>
    }
}

#[component]
fn Sheet(community: Community) -> impl IntoView {
    let words = &use_text().paper;
    let number = "3".to_owned();
    view! {
        <article class="sheet paper">
            <Head community=community.clone() title=words.times.title number />
            <p>{words.times.what_for}</p>
            <Ask number=1 words=words.who.name lines=1 />
            <Ask number=2 words=words.who.home hint=words.who.home_hint lines=1 />
            <Week />
            <Foot community until=None to=Route::Times />
            <p>{words.times.change}</p>
            <OfficeBox entered=words.office.entered_times />
        </article>
    }
}

/// The days of the week, written out, each with the parts at which a council can sit.
#[component]
fn Week() -> impl IntoView {
    let text = use_text();
    let words = &text.paper.times;
    let part = |part| view! { <Tick words=(text.times.part_short)(part) /> };
    let day = move |day: WeekDay| {
        view! {
            <li class="paper-day">
                <strong class="paper-day__name">{(text.times.day)(day)}</strong>
                {day.parts().iter().copied().map(part).collect_view()}
            </li>
        }
    };
    let attend = |attend| view! { <Tick words=(text.times.attending)(attend) /> };
    view! {
        <Ask number=3 words=text.times.when hint=words.how>
            <ul class="paper-week">
                {WeekDay::ALL.into_iter().map(day).collect_view()}
                <li class="paper-day"><Tick words=words.any /> <Tick words=words.none /></li>
            </ul>
        </Ask>
        <Ask number=4 words=text.times.attend>
            <p class="paper-ticks">{Attend::ALL.into_iter().map(attend).collect_view()}</p>
        </Ask>
    }
}
