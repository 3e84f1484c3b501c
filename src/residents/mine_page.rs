//! My echoes: everything one has sent, co-signed or follows, and where each stands.
use crate::{
    accessibility::use_modes,
    api::use_api,
    feedback::standing::sentence,
    routes::Route,
    ui::{A, ButtonLink, Fetched, Load, Look, PageHeading, Screen, Screens},
    words::use_text,
};
use huiyin_domain::feedback::wire::{Echo, Mine, MyEchoes, Names};
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
    let mine = Fetched::new(move || async move { api.get::<MyEchoes>("feedback/mine").await });
    view! { <Load resource=mine then=move |mine| view! { <Shown mine /> } /> }.into_any()
}

/// How many stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

#[component]
fn Shown(mine: MyEchoes) -> impl IntoView {
    let text = use_text();
    let words = &text.feedback.mine;
    let api = use_api();
    let name = api.me().map(|me| me.name);
    let names = StoredValue::new(mine.names);
    let (waiting, others): (Vec<_>, Vec<_>) =
        mine.items.into_iter().partition(|echo| echo.waits_for_me);
    let is_empty = waiting.is_empty() && others.is_empty();
    let n_on_a_screen = if use_modes().is_elder() { ON_A_SCREEN } else { usize::MAX };
    let mut screens = Vec::new();
    for (heading, echoes) in [(words.waits, waiting), (words.others, others)] {
        for echoes in echoes.chunks(n_on_a_screen) {
            let echoes = StoredValue::new(echoes.to_vec());
            screens.push(Screen::new(move || view! { <Echoes heading echoes names /> }));
        }
    }
    if is_empty {
        screens.push(Screen::new(move || {
            view! {
                <p>{words.none}</p>
                <ButtonLink to=Route::HaveSay words=text.home.say />
            }
        }));
    }
    screens.push(Screen::new(|| view! { <ToNotices /> }));
    screens.push(Screen::new(|| view! { <MyDoors /> }));
    view! {
        <p>{name}</p>
        <Screens heading=text.residents.mine screens />
    }
}

#[component]
fn Echoes(
    heading: &'static str,
    echoes: StoredValue<Vec<Echo>>,
    names: StoredValue<Names>,
) -> impl IntoView {
    let card = |echo: &Echo| {
        let echo = echo.clone();
        view! { <li><EchoCard echo names /></li> }
    };
    view! {
        <section class="stack stack--tight">
            <h2>{heading}</h2>
            <ul class="list">{echoes.with_value(|all| all.iter().map(card).collect_view())}</ul>
        </section>
    }
}

/// One of them, and where it stands in one sentence.
#[component]
fn EchoCard(echo: Echo, names: StoredValue<Names>) -> impl IntoView {
    let text = use_text();
    let Echo { mine, card, .. } = echo;
    let is_mine = mine == Mine::Sent;
    let standing = names.with_value(|names| sentence((&card).into(), names, is_mine));
    let kind = (text.feedback.kind)(card.kind);
    view! {
        <article class="card">
            <p class="card__number">{(text.proposals.number)(card.id.0)}</p>
            <h3>
                <A href=Route::Feedback(card.id).href() attr:class="card__link">{card.title}</A>
            </h3>
            <p>{standing}</p>
            <p class="soft">{(text.feedback.mine.why)(mine)} " · " {kind}</p>
        </article>
    }
}

/// What happened, and on which ways one hears of it.
#[component]
fn ToNotices() -> impl IntoView {
    let words = &use_text().notices;
    view! {
        <section class="stack">
            <ButtonLink to=Route::Notices words=words.see look=Look::Quiet />
            <ButtonLink to=Route::NoticeChoices words=words.choices.open look=Look::Quiet />
        </section>
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
            <ButtonLink to=Route::Coaching words=text.coaching.list.heading look=Look::Quiet />
            <ButtonLink to=Route::Devices words=text.residents.to_devices look=Look::Quiet />
        </section>
    }
}
