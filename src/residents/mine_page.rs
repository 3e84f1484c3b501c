//! What one has sent and supported, and where each stands.
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, Load, Look, PageHeading, Screen, Screens},
    words::use_text,
};
use huiyin_domain::proposals::wire::{MyProposals, ProposalCard};
use leptos::prelude::*;

/// Everything of one's own.
#[component]
pub fn MinePage() -> impl IntoView {
    let text = use_text();
    let words = &text.residents;
    let api = use_api();
    if api.me().is_none() {
        return view! {
            <PageHeading words=words.mine />
            <p>{words.mine_sign_in}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any();
    }
    let mine =
        LocalResource::new(move || async move { api.get::<MyProposals>("proposals/mine").await });
    view! { <Load resource=mine then=move |mine| view! { <Shown mine /> } /> }.into_any()
}

/// How many stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

#[component]
fn Shown(mine: MyProposals) -> impl IntoView {
    let words = &use_text().residents;
    let api = use_api();
    let name = api.me().map(|me| me.name);
    let mut screens = Vec::new();
    let is_empty = mine.sent.is_empty();
    for cards in mine.sent.chunks(ON_A_SCREEN) {
        let cards = cards.to_vec();
        screens.push(Screen::new(
            move || view! { <Cards heading=words.my_proposals cards=cards.clone() /> },
        ));
    }
    for cards in mine.co_signed.chunks(ON_A_SCREEN) {
        let cards = cards.to_vec();
        screens.push(Screen::new(
            move || view! { <Cards heading=words.my_co_signs cards=cards.clone() /> },
        ));
    }
    if is_empty {
        screens.insert(0, Screen::new(move || view! { <p>{words.no_proposals}</p> }));
    }
    screens.push(Screen::new(|| view! { <MyDoors /> }));
    view! {
        <p>{name}</p>
        <Screens heading=words.mine screens />
    }
}

#[component]
fn Cards(heading: &'static str, cards: Vec<ProposalCard>) -> impl IntoView {
    let card = |card: ProposalCard| view! { <li><Card card /></li> };
    view! {
        <section class="stack stack--tight">
            <h2>{heading}</h2>
            <ul class="list">{cards.into_iter().map(card).collect_view()}</ul>
        </section>
    }
}

/// One proposal, and where it stands in one sentence.
#[component]
fn Card(card: ProposalCard) -> impl IntoView {
    let text = use_text();
    let amount = card.stage.cost().map(|cost| text.language.yuan(cost)).unwrap_or_default();
    let standing = (text.proposals.status)(&card.stage, &amount);
    view! {
        <article class="card">
            <p class="card__number">{(text.proposals.number)(card.id.0)}</p>
            <h3>
                <leptos_router::components::A
                    href=Route::Proposal(card.id).href() attr:class="card__link"
                >
                    {card.title}
                </leptos_router::components::A>
            </h3>
            <p>{standing}</p>
        </article>
    }
}

/// What else is one's own.
#[component]
fn MyDoors() -> impl IntoView {
    let text = use_text();
    view! {
        <section class="stack">
            <ButtonLink to=Route::Recordings words=text.residents.to_recordings look=Look::Quiet />
            <ButtonLink to=Route::Times words=text.residents.to_times look=Look::Quiet />
            <ButtonLink to=Route::Help words=text.residents.to_help look=Look::Quiet />
            <ButtonLink to=Route::Devices words=text.residents.to_devices look=Look::Quiet />
        </section>
    }
}
