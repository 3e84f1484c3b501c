//! One series: where it stands, what one can do, what it is about, and its times.
use super::{
    draft::{has_answered, is_only_new},
    times_part::{times_screens, totals_screens},
    use_series_id,
};
use crate::{
    api::use_api,
    notices::seen::SeriesSeen,
    routes::Route,
    ui::{A, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, PartHeading, Screen, Screens},
    words::{councils::Standing, use_text},
};
use huiyin_domain::{
    councils::series::{
        Asked, Offer, StageKind,
        wire::{SeriesPage, SeriesStory, TopicRow},
    },
    ids::{CouncilId, SeriesId, SlotId},
    residents::Viewer,
};
use leptos::prelude::*;
use std::sync::Arc;

type Page = Arc<SeriesPage>;

/// So many links stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 4;

/// One series.
#[component]
pub fn ShowPage() -> impl IntoView {
    let id = use_series_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: SeriesId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { api.series(id).await.map(Arc::new) });
    view! {
        <Back to=Route::Councils words=use_text().councils.heading />
        <Load resource=page then=move |page: Page| view! {
            <SeriesSeen series=page.series.clone() />
            <Shown page />
        } />
    }
}

#[component]
fn Shown(page: Page) -> impl IntoView {
    let heading = page.series.title.to_string();
    let screen = |show: fn(Page) -> AnyView| {
        let page = page.clone();
        Screen::new(move || show(page.clone()))
    };
    let mut screens = vec![screen(|page| view! { <Now page /> }.into_any())];
    if page.series.stage.plan().is_some() {
        screens.push(screen(|page| view! { <Chosen page /> }.into_any()));
    }
    screens.push(screen(|page| view! { <About page /> }.into_any()));
    screens.extend(times_screens(&page));
    if page.series.stage.kind() != StageKind::TopicsOpen {
        screens.extend(totals_screens(&page));
    }
    screens.extend(others(&page));
    screens.push(screen(|page| view! { <Happened page /> }.into_any()));
    view! { <Screens heading screens /> }
}

/// The one big sentence, and the main act.
#[component]
fn Now(page: Page) -> impl IntoView {
    let text = use_text();
    let words = &text.councils;
    let api = use_api();
    let viewer = api.me().map(|me| me.viewer);
    let standing = Standing::of(&page, viewer.as_ref(), api.now());
    let id = page.series.id;
    let n_new = page.mine.as_ref().map_or(0, |mine| mine.open.len());
    let answer = page.offers.contains(&Offer::Answer).then(|| {
        let (to, words) = match (is_only_new(&page), has_answered(&page)) {
            (true, _) => ("days", (words.show.answer_new)(n_new)),
            (false, true) => ("how", words.show.change.to_owned()),
            (false, false) => ("how", words.show.answer.to_owned()),
        };
        view! { <ButtonLink to=Route::SeriesAnswer(id, to) words /> }
    });
    // Who is asked only about what is new may still change the rest.
    let change = is_only_new(&page).then(|| {
        let to = Route::SeriesAnswer(id, "how");
        view! { <ButtonLink to words=words.show.change look=Look::Quiet /> }
    });
    let is_asked = matches!(standing, Standing::Others { .. })
        && viewer.is_none_or(|viewer| viewer == Viewer::Guest);
    let sign_in =
        is_asked.then(|| view! { <ButtonLink to=Route::SignIn words=text.frame.sign_in /> });
    let print = (page.series.stage.kind() == StageKind::Polling).then(|| {
        let to = Route::PrintSeries(id);
        view! { <ButtonLink to words=words.sheet.open look=Look::Quiet /> }
    });
    view! {
        <section class="stack">
            <p class="notice feedback-standing">{(words.show.standing)(&standing)}</p>
            {answer}
            {change}
            {sign_in}
            {print}
        </section>
    }
}

/// The chosen times, each with its council, and the way to the reasons.
#[component]
fn Chosen(page: Page) -> impl IntoView {
    let text = use_text();
    let words = &text.councils;
    let stage = &page.series.stage;
    let slots = stage.plan().map(|plan| plan.slots.clone()).unwrap_or_default();
    let councils = stage.councils().to_vec();
    let worth = stage.plan().map(|plan| (words.plan.worth)(&plan.worth));
    let series = &page.series;
    let row = |(slot, council): (SlotId, CouncilId)| {
        let slot = &series.slot(slot)?.slot;
        let at = text.language.hours(slot.hours);
        let room = slot.room.name.to_string();
        Some(view! {
            <li class="stack stack--tight">
                <p><strong>{at}</strong> " " {room}</p>
                <ButtonLink
                    to=Route::Council(council) words=(words.hub.council)(council.0)
                    look=Look::Quiet
                />
            </li>
        })
    };
    let rows = slots.into_iter().zip(councils).filter_map(row).collect_view();
    view! {
        <section class="stack">
            <h2>{words.show.chosen}</h2>
            <ol class="list">{rows}</ol>
            {worth.map(|worth| view! { <p>{worth}</p> })}
            <ButtonLink to=Route::SeriesPlan(series.id) words=words.show.why look=Look::Quiet />
        </section>
    }
}

/// What it is for, and what it is about.
#[component]
fn About(page: Page) -> impl IntoView {
    let words = &use_text().councils;
    let topic = |topic: TopicRow| {
        view! {
            <li>
                <A href=Route::Feedback(topic.id).href() attr:class="card__link">{topic.title}</A>
                <p>{(words.topics.n_supports)(topic.n_supports)}</p>
            </li>
        }
    };
    let topics = if page.topics.is_empty() {
        view! { <p>{words.show.no_topics}</p> }.into_any()
    } else {
        let topics = page.topics.iter().cloned().map(topic).collect_view();
        view! { <ol class="list">{topics}</ol> }.into_any()
    };
    view! {
        <section class="stack stack--tight">
            <h2>{words.show.about}</h2>
            <p class="prose">{page.series.about.to_string()}</p>
        </section>
        <section class="stack stack--tight">
            <h2>{words.show.topics}</h2>
            {topics}
            <ButtonLink to=Route::CouncilTopics words=words.topics.heading look=Look::Quiet />
        </section>
    }
}

/// The times that were offered and not chosen, each with its reasons.
fn others(page: &Page) -> Vec<Screen> {
    let Some(plan) = page.series.stage.plan() else { return Vec::new() };
    let is_other = |asked: &&Asked| !plan.slots.contains(&asked.slot.id);
    let others: Vec<_> = page.series.offered().into_iter().filter(is_other).cloned().collect();
    let id = page.series.id;
    let chunk = |(nth, chunk): (usize, &[Asked])| {
        let chunk = chunk.to_vec();
        Screen::new(move || {
            let text = use_text();
            let words = &text.councils.show;
            let link = |asked: Asked| {
                let to = Route::SeriesWhy(id, asked.slot.id);
                let at = text.language.hours(asked.slot.hours);
                let words = (words.why_not)(&format!("{at} · {}", asked.slot.room.name));
                view! { <ButtonLink to words look=Look::Quiet /> }
            };
            view! {
                <PartHeading words=words.others nth />
                {chunk.clone().into_iter().map(link).collect_view()}
            }
        })
    };
    others.chunks(ON_A_SCREEN).enumerate().map(chunk).collect()
}

/// What happened, newest first.
#[component]
fn Happened(page: Page) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.show;
    let line = |story: &SeriesStory| {
        view! {
            <li>
                <span class="story__when">{text.language.moment(story.at)}</span>
                {(words.event)(&story.event)}
            </li>
        }
    };
    let lines = page.story.iter().map(line).collect_view();
    view! {
        <section class="stack stack--tight">
            <h2>{words.story}</h2>
            <ol class="story">{lines}</ol>
        </section>
    }
}
