//! One series, for whoever plans it: where it stands, what waits, its times, topics and needs.
use super::{
    act::Act,
    standing::{Standing, Times},
};
use crate::{
    api::use_api,
    councils::use_series_id,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, NotFoundPage, Screen, Screens},
    words::{isolated, use_text},
};
use huiyin_domain::{
    councils::series::{
        Stage,
        wire::{SeriesPage, SeriesStory, TopicRow},
    },
    ids::SeriesId,
};
use leptos::prelude::*;

/// One series.
#[component]
pub fn ShowPage() -> impl IntoView {
    let id = use_series_id();
    move || match id.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Loaded id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: SeriesId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { api.series(id).await });
    view! {
        <Back to=Route::DeskSeriesAll words=use_text().councils_desk.list.heading />
        <Load resource=page then=|page| view! { <Shown page /> } />
    }
}

#[component]
fn Shown(page: SeriesPage) -> impl IntoView {
    let heading = page.series.title.to_string();
    let page = RwSignal::new(page);
    let screens = vec![
        Screen::new(move || view! { <Now page /> }),
        Screen::new(move || view! { <Times page /> }),
        Screen::new(move || view! { <Topics page /> <Needs page /> }),
        Screen::new(move || view! { <Story page /> }),
    ];
    view! { <Screens heading screens /> }
}

/// Where it stands, and a large link for each thing that can be done.
#[component]
fn Now(page: RwSignal<SeriesPage>) -> impl IntoView {
    let words = &use_text().councils_desk;
    let now = use_api().now();
    let (id, about, acts, is_asking, was_asked) = page.with_untracked(|page| {
        let (is_asking, was_asked) = match page.series.stage {
            Stage::Polling { until } => (now <= until, true),
            Stage::Scheduled { .. } => (false, true),
            Stage::TopicsOpen | Stage::Closed { .. } | Stage::Cancelled { .. } => (false, false),
        };
        let acts = Act::offered(&page.offers);
        (page.series.id, page.series.about.to_string(), acts, is_asking, was_asked)
    });
    let has_none = acts.is_empty();
    let look = |is_main: bool| if is_main { Look::Main } else { Look::Quiet };
    // While residents answer, those who have not are called; after that, the likeliest act is next.
    let act = move |(at, act): (usize, Act)| {
        let look = look(at == 0 && !is_asking);
        view! { <ButtonLink to=Route::DeskSeriesAct(id, act.name()) words=(words.act)(act) look /> }
    };
    let has_plan = page.with_untracked(|page| page.series.stage.plan().is_some());
    let why = has_plan.then(|| {
        view! { <ButtonLink to=Route::SeriesPlan(id) words=words.show.why look=Look::Quiet /> }
    });
    let who = was_asked.then(|| {
        let to = Route::DeskSeriesWho(id);
        view! { <ButtonLink to words=words.show.who look=look(is_asking) /> }
    });
    view! {
        <section class="stack">
            <Standing page />
            <p class="prose">{about}</p>
            <h2>{words.show.acts}</h2>
            {has_none.then(|| view! { <p>{words.show.nothing}</p> })}
            {why}
            {who}
            {acts.into_iter().enumerate().map(act).collect_view()}
        </section>
    }
}

/// Its topics, in its order.
#[component]
fn Topics(page: RwSignal<SeriesPage>) -> impl IntoView {
    let words = &use_text().councils_desk.show;
    let topics = page.with_untracked(|page| page.topics.clone());
    let is_empty = topics.is_empty();
    let line = |topic: TopicRow| {
        let said = (words.topic)(&isolated(&topic.title), topic.n_supports);
        view! { <li>{said}</li> }
    };
    view! {
        <section class="stack stack--tight">
            <h2>{words.topics}</h2>
            {is_empty.then(|| view! { <p>{words.no_topics}</p> })}
            <ol class="list">{topics.into_iter().map(line).collect_view()}</ol>
        </section>
    }
}

/// What a plan has to keep to.
#[component]
fn Needs(page: RwSignal<SeriesPage>) -> impl IntoView {
    let words = &use_text().councils_desk;
    let sentences = page.with_untracked(|page| (words.needs.sentences)(&page.series.needs));
    let line = |said: String| view! { <li>{said}</li> };
    view! {
        <section class="stack stack--tight">
            <h2>{words.show.needs}</h2>
            <ul class="list">{sentences.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}

/// What happened, newest first, with the reasons.
#[component]
fn Story(page: RwSignal<SeriesPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.councils_desk.show;
    let line = |line: &SeriesStory| {
        view! {
            <li>
                <span class="story__when">{text.language.long_day(line.at)}</span>
                <p>{(words.event)(&line.event)}</p>
            </li>
        }
    };
    let lines = page.with_untracked(|page| page.story.iter().map(line).collect_view());
    view! {
        <section class="stack stack--tight">
            <h2>{words.story}</h2>
            <ol class="story">{lines}</ol>
        </section>
    }
}
