//! What councils should talk about: topics of residents, to be supported and suggested.
use crate::{
    api::{Precondition, use_api},
    offline::item::What,
    routes::Route,
    ui::{
        A, ActButton, Acts, Back, ButtonLink, Fetched, Load, Look, OutcomeNotice, Screen, Screens,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    councils::series::wire::{Support, TopicList, TopicRow},
    residents::Viewer,
};
use leptos::prelude::*;

/// So many topics stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

/// All topics, the most supported first.
#[component]
pub fn TopicsPage() -> impl IntoView {
    let api = use_api();
    let words = &use_text().councils;
    let page = Fetched::new(move || async move { api.council_topics().await });
    view! {
        <Back to=Route::Councils words=words.heading />
        <Load resource=page then=move |list: TopicList| view! { <Shown list /> } />
    }
}

#[component]
fn Shown(list: TopicList) -> impl IntoView {
    let words = &use_text().councils.topics;
    let api = use_api();
    let is_guest = api.me().is_none_or(|me| me.viewer == Viewer::Guest);
    let is_empty = list.items.is_empty();
    let may_support = list.may_support;
    // One signal for each, so that a support stays seen when one turns to another screen.
    let rows: Vec<_> = list.items.into_iter().map(RwSignal::new).collect();
    let mut screens = vec![Screen::new(move || view! { <First is_empty is_guest /> })];
    for rows in rows.chunks(ON_A_SCREEN) {
        let rows = rows.to_vec();
        screens.push(Screen::new(move || {
            let row = |row| view! { <li><Topic row may_support /></li> };
            view! { <ul class="list">{rows.clone().into_iter().map(row).collect_view()}</ul> }
        }));
    }
    view! { <Screens heading=words.heading screens /> }
}

/// What topics are, and the way to suggest one.
#[component]
fn First(is_empty: bool, is_guest: bool) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.topics;
    let what = if is_empty { words.none } else { words.what_for };
    let sign_in = (is_guest && !is_empty).then(|| {
        view! {
            <p class="notice">{words.sign_in_first}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in look=Look::Quiet />
        }
    });
    view! {
        <p>{what}</p>
        <div class="stack stack--tight">
            <ButtonLink to=Route::SayTopic("kind") words=words.suggest />
            <p>{words.suggest_means}</p>
        </div>
        {sign_in}
    }
}

fn done(text: &Text, support: &Support) -> String {
    let words = &text.councils.topics;
    if support.supports { words.supported } else { words.taken_back }.to_owned()
}

/// One topic, and the button that supports it.
#[component]
fn Topic(row: RwSignal<TopicRow>, may_support: bool) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.topics;
    let first = row.get_untracked();
    let id = first.id;
    // What has ended is talked about no more.
    let may_support = may_support && !first.stage.is_end();
    let acts = Acts::at(format!("councils/topics/{id}"), "support", row, done)
        .later(|text, it| Some((What::Support, done(text, it))), &Route::CouncilTopics);
    let press = move || {
        let supports = !row.with_untracked(|row| row.supports);
        acts.send(Support { supports }, |_| Precondition::None);
    };
    let button = move || {
        let words = match row.with(|row| row.supports) {
            true => (words.take_back)(id.0),
            false => (words.support)(id.0),
        };
        view! {
            <ActButton words casts=true look=Look::Quiet busy=acts.busy() on_press=press />
        }
    };
    let taken_up = first.series.map(|series| {
        let words = (words.taken_up)(series.0);
        view! { <ButtonLink to=Route::Series(series) words look=Look::Quiet /> }
    });
    let supports = move || (words.n_supports)(row.with(|row| row.n_supports));
    view! {
        <article class="card">
            <p class="card__number">{(text.proposals.number)(id.0)}</p>
            <h2>
                <A href=Route::Feedback(id).href() attr:class="card__link">{first.title}</A>
            </h2>
            <p><strong>{supports}</strong></p>
            <p>{(text.feedback.stage)(first.stage)}</p>
            {first.is_mine.then(|| view! { <p class="soft">{words.mine}</p> })}
            <OutcomeNotice outcome=acts.outcome />
            {may_support.then(|| view! { {button} })}
            {taken_up}
        </article>
    }
}
