//! The banner on every page while somebody helps: who helps whom, until when, and the way out.
use crate::{
    api::{Api, use_api},
    routes::Route,
    ui::{ActButton, ButtonLink, Fetched, Look, say},
    words::use_text,
};
use huiyin_domain::{
    helping::{
        Standing,
        wire::{HelpCard, HelpList},
    },
    residents::wire::Me,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};

/// For the helper: whom they act for, with the button to end it. For the resident, on their own
/// phone: who acts for them, with the way to end it.
#[component]
pub fn HelpBanner() -> impl IntoView {
    let api = use_api();
    let me = Memo::new(move |_| api.me());
    move || match me.get() {
        Some(me) if me.help.is_some() => view! { <Acting me api /> }.into_any(),
        Some(me) if me.viewer.resident().is_some() => view! { <Helped api /> }.into_any(),
        Some(_) | None => ().into_any(),
    }
}

#[component]
fn Acting(me: Me, api: Api) -> impl IntoView {
    let text = use_text();
    let words = &text.first.banner;
    let navigate = use_navigate();
    let sentence = me.help.map(|help| {
        let until = text.language.moment(help.until);
        (words.helping)(&help.helper_name, &me.name, &until)
    });
    let finish = Action::new_local(move |(): &()| {
        let navigate = navigate.clone();
        async move {
            // Without an answer the session still ends by its time; this phone lets go of it now.
            let _ = api.delete("helping/session").await;
            api.end_help();
            say(words.finished.to_owned());
            navigate(&Route::Helping.href(), Default::default());
        }
    });
    view! {
        <aside class="help-banner" aria-label=words.label>
            <p class="help-banner__words">{sentence}</p>
            <ActButton
                words=words.finish.to_owned()
                look=Look::Quiet
                busy=finish.pending()
                on_press=move || { finish.dispatch_local(()); }
            />
        </aside>
    }
}

/// Where one is in the app, as far as it matters here: the list is read again when one comes to
/// the first screen or leaves the pages of help, and not at every step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Somewhere {
    First,
    OfHelp,
    Else,
}

impl Somewhere {
    fn of(path: &str) -> Self {
        match path.trim_end_matches('/').rsplit_once('/') {
            None | Some((_, "")) => Self::First,
            Some(_) if path.contains(&Route::Help.href()) => Self::OfHelp,
            Some(_) => Self::Else,
        }
    }
}

#[component]
fn Helped(api: Api) -> impl IntoView {
    let path = use_location().pathname;
    let somewhere = Memo::new(move |_| path.with(|path| Somewhere::of(path)));
    let list = Fetched::new(move || {
        somewhere.track();
        async move { api.get::<HelpList>("help").await.ok() }
    });
    let running = move || {
        let cards = list.get().flatten().map(|list| list.items).unwrap_or_default();
        cards.into_iter().filter(|card| card.standing == Standing::Running).collect::<Vec<_>>()
    };
    move || {
        let cards = running();
        // The page of help says the same, and more.
        let is_shown = !cards.is_empty() && somewhere.get() != Somewhere::OfHelp;
        is_shown.then(|| view! { <WhoHelps cards /> })
    }
}

#[component]
fn WhoHelps(cards: Vec<HelpCard>) -> impl IntoView {
    let text = use_text();
    let words = &text.first.banner;
    let line = |card: HelpCard| {
        let name = card.helper_name.unwrap_or_default();
        let sentence = (words.helped)(&name, &text.language.moment(card.until));
        view! { <p class="help-banner__words">{sentence}</p> }
    };
    view! {
        <aside class="help-banner" aria-label=words.label>
            {cards.into_iter().map(line).collect_view()}
            <ButtonLink to=Route::Help words=words.look look=Look::Quiet />
        </aside>
    }
}
