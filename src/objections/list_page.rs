//! All objections in a contest, and the way to object.
use super::card::ObjectionCard;
use crate::{
    api::use_api,
    contests::use_contest_id,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, NotFoundPage, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{contests::Phase, ids::ContestId, objections::wire::ObjectionsPage};
use leptos::prelude::*;

/// The objections in a contest.
#[component]
pub fn ListPage() -> impl IntoView {
    let contest = use_contest_id();
    move || match contest.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: ContestId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let page = Fetched::new(move || async move {
        api.get::<ObjectionsPage>(&format!("contests/{id}/objections")).await
    });
    view! {
        <Back to=Route::Contest(id) words=text.ballots.to_contest />
        <Load resource=page then=|page: ObjectionsPage| view! { <Shown page /> } />
    }
}

#[component]
fn Shown(page: ObjectionsPage) -> impl IntoView {
    let text = use_text();
    let words = &text.objections;
    let page = StoredValue::new(page);
    let first = Screen::new(move || {
        page.with_value(|page| {
            let waits = page.waits.map(words.waits);
            view! {
                <p>{page.title.clone()}</p>
                <p>{words.means}</p>
                {waits.map(|waits| view! { <p class="notice notice--warn">{waits}</p> })}
                <ToObject page=page.clone() />
            }
        })
    });
    let all = Screen::new(move || {
        page.with_value(|page| {
            let cards = page.items.iter().cloned();
            let cards = cards.map(|view| view! { <ObjectionCard view /> }).collect_view();
            let none = page.items.is_empty().then(|| view! { <p>{words.none}</p> });
            view! { <section class="stack">{none}{cards}</section> }
        })
    });
    view! { <Screens heading=words.heading screens=vec![first, all] /> }
}

/// The button, for whoever can object; guests sign in first.
#[component]
fn ToObject(page: ObjectionsPage) -> impl IntoView {
    let text = use_text();
    let words = &text.objections;
    let is_time = matches!(page.phase, Phase::Notice | Phase::Objection) && page.waits.is_none();
    let is_guest = use_api().me().is_none();
    let until = page.ends.filter(|_| is_time);
    let until = until.map(|ends| (words.until)(&text.language.moment(ends)));
    let to = if !page.objectable.is_empty() {
        let to = Route::Object(page.contest);
        Some(view! { <ButtonLink to words=words.object /> }.into_any())
    } else if is_time && is_guest {
        let (to, look) = (Route::SignIn, Look::Quiet);
        Some(view! { <ButtonLink to words=words.sign_in look /> }.into_any())
    } else {
        None
    };
    view! { {until.map(|until| view! { <p>{until}</p> })} {to} }
}
