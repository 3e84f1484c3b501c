//! All ways to get help, on one page: each of them counts the same.
use crate::{
    api::use_api,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, Screen, Screens, WholeNumber},
    words::use_text,
};
use huiyin_domain::contests::wire::{ContestCard, HomePage as Page, Offer};
use leptos::prelude::*;

/// Call, be called, be helped, speak, or write on paper.
#[component]
pub fn AskPage() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let page = Fetched::new(move || async move { api.get::<Page>("home").await });
    view! {
        <Back to=Route::Home words=text.frame.go_home />
        <Load resource=page then=move |page| view! { <Ways page /> } />
    }
}

#[component]
fn Ways(page: Page) -> impl IntoView {
    let words = &use_text().home.ask;
    let offers = |card: &&ContestCard| card.offers.contains(&Offer::Propose);
    let collecting = page.contests.iter().find(offers).map(|card| card.id);
    let mut screens = vec![
        Screen::new(move || view! { <p>{words.hint}</p> <ByPhone page=page.clone() /> }),
        Screen::new(move || {
            view! {
                <Way to=Route::Help words=words.helper means=words.helper_means />
                <Way to=Route::Voice words=words.voice means=words.voice_means />
            }
        }),
    ];
    screens.push(Screen::new(move || {
        view! { <Way to=Route::HaveSay words=words.say means=words.say_means /> }
    }));
    if let Some(id) = collecting {
        screens.push(Screen::new(move || {
            view! {
                <Way to=Route::Speak(id) words=words.speak means=words.speak_means />
                <Way to=Route::PrintProposal(id) words=words.paper means=words.paper_means />
            }
        }));
    }
    view! { <Screens heading=use_text().home.ask_heading screens /> }
}

/// The hot-line and the office, and being called back.
#[component]
fn ByPhone(page: Page) -> impl IntoView {
    let text = use_text();
    let words = &text.home.ask;
    let community = page.community;
    let call = format!("tel:{}", community.hot_line.replace([' ', '-'], ""));
    let language = text.language;
    let hours =
        (words.hours)(&language.of(&community.hot_line_hours), &language.of(&community.office));
    view! {
        <a class="button" href=call>
            <span>{words.call} " " <WholeNumber number=community.hot_line /></span>
        </a>
        <p>{hours}</p>
        <Way to=Route::CallMe words=words.call_me means=words.call_me_means />
    }
}

/// One way, and what it means.
#[component]
fn Way(to: Route, words: &'static str, means: &'static str) -> impl IntoView {
    view! {
        <div class="stack stack--tight">
            <ButtonLink to words look=Look::Quiet />
            <p>{means}</p>
        </div>
    }
}
