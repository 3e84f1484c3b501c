//! The first screen: what is open now, and one large button for each thing one can do.
use crate::{
    api::{Api, use_api},
    routes::Route,
    ui::{ButtonLink, Load, Look, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    contests::{
        Origin, Phase,
        wire::{ContestCard, HomePage as Page, Offer},
    },
    residents::Viewer,
    time::Moment,
};
use leptos::prelude::*;
use leptos_router::components::A;

/// What is open now, and what this person may do.
#[component]
pub fn HomePage() -> impl IntoView {
    let api = use_api();
    let page = LocalResource::new(move || async move { api.get::<Page>("home").await });
    view! { <Load resource=page then=move |page| view! { <Open page api /> } /> }
}

#[component]
fn Open(page: Page, api: Api) -> impl IntoView {
    let text = use_text();
    api.note_time(page.now);
    let now = page.now;
    let greeting = match &page.me {
        Some(me) => view! { <p class="home-hello">{(text.home.hello)(&me.name)}</p> }.into_any(),
        None => view! {
            <p>{text.home.guest}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in look=Look::Quiet />
        }
        .into_any(),
    };
    let is_staff = page.me.is_some_and(|me| matches!(me.viewer, Viewer::Staff { .. }));
    let is_open = |card: &ContestCard| card.phase < Phase::Objection;
    let (open, past): (Vec<_>, Vec<_>) = page.contests.into_iter().partition(is_open);
    let cards = |cards: Vec<ContestCard>| {
        let card = |card| view! { <li><OpenCard card now is_staff /></li> };
        view! { <ul class="list">{cards.into_iter().map(card).collect_view()}</ul> }
    };
    let has_past = !past.is_empty();
    view! {
        <PageHeading words=text.home.heading />
        {greeting}
        <p class="notice notice--warn" hidden=!api.is_clock_wrong()>{text.frame.clock_is_wrong}</p>
        {if open.is_empty() {
            view! { <p>{text.home.nothing}</p> }.into_any()
        } else {
            cards(open).into_any()
        }}
        {has_past.then(|| view! { <h2>{text.home.past}</h2> {cards(past)} })}
    }
}

#[component]
fn OpenCard(card: ContestCard, now: Moment, is_staff: bool) -> impl IntoView {
    let text = use_text();
    let id = card.id;
    let until = card.ends.map(|ends| {
        let language = text.language;
        (text.contests.until)(&language.moment(ends), &language.time_left(now, ends))
    });
    let origin = match &card.origin {
        Origin::Here => None,
        Origin::Imported { place, .. } => Some((text.contests.imported)(place)),
        Origin::Generated => Some(text.contests.generated.to_owned()),
    };
    let title = card.title.clone();
    let about = title.clone();
    let button = move |offer: Offer| {
        let (to, words) = match offer {
            Offer::Propose => (Route::Propose(id, "what"), text.contests.propose),
            Offer::Vote => (Route::Vote(id), text.contests.vote),
            Offer::SeeResult => (Route::Result(id), text.contests.see_result),
            Offer::Count | Offer::Publish | Offer::MoveOn { .. } => return None,
        };
        Some(view! { <ButtonLink to words about=about.clone() /> })
    };
    let look = Look::Quiet;
    let read = (text.home.read_proposals)(card.n_proposals);
    let (about, run) = (title.clone(), title.clone());
    view! {
        <article class="card">
            <h2>
                <A href=Route::Contest(id).href()>{title}</A>
            </h2>
            <p>
                <strong>{(text.contests.phase)(card.phase)}</strong>
                {until.map(|until| format!(" · {until}"))}
            </p>
            {origin.map(|origin| view! { <p class="soft">{origin}</p> })}
            {card.offers.into_iter().map(button).collect_view()}
            <ButtonLink to=Route::Proposals(id) words=read about look />
            {is_staff.then(|| view! {
                <ButtonLink to=Route::Contest(id) words=text.contests.run about=run look />
            })}
        </article>
    }
}
