//! Who helps me: what it is, who does so now, who did, and the way to let somebody.
use super::{kept, stopping::Stopping};
use crate::{
    api::{Api, ApiError, use_api},
    routes::Route,
    ui::{ActButton, ButtonLink, Fetched, Load, Look, OutcomeNotice, PageHeading, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    helping::{
        Standing,
        wire::{HelpCard, HelpList},
    },
    residents::Viewer,
};
use leptos::prelude::*;

/// Let somebody help, and see who does.
#[component]
pub fn HelpPage() -> impl IntoView {
    let heading = use_text().helping.help.heading;
    view! { <ForResidents heading then=|api| view! { <Helps api /> }.into_any() /> }
}

/// Shows what only residents have; says to everybody else why not, and what they can do.
#[component]
pub fn ForResidents(
    /// The heading for everybody else.
    heading: &'static str,
    /// What residents see, as themselves, with its own heading.
    then: fn(Api) -> AnyView,
) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.help;
    let api = use_api();
    let me = Memo::new(move |_| api.me());
    move || {
        let (why, to, button) = match me.get().map(|me| (me.viewer, me.help)) {
            Some((Viewer::Resident { .. }, None)) => return then(api),
            Some((_, Some(_))) => (words.in_person, Route::Helping, text.helping.helping.heading),
            Some((Viewer::Staff { .. }, None)) => {
                (words.residents_only, Route::Helping, text.helping.helping.heading)
            }
            Some((Viewer::Guest, None)) | None => {
                (words.sign_in_first, Route::SignIn, text.frame.sign_in)
            }
        };
        view! {
            <PageHeading words=heading />
            <What />
            <p class="notice">{why}</p>
            <ButtonLink to words=button />
        }
        .into_any()
    }
}

/// What it is, in three sentences.
#[component]
fn What() -> impl IntoView {
    let sentences = use_text().helping.help.what.map(|sentence| view! { <p>{sentence}</p> });
    view! { <div class="stack stack--tight">{sentences.into_iter().collect_view()}</div> }
}

type Helps = Fetched<Result<HelpList, ApiError>>;

#[component]
fn Helps(api: Api) -> impl IntoView {
    let words = &use_text().helping.help;
    let list: Helps = Fetched::new(move || async move { api.get("help").await });
    // The code that waited for somebody is of no use any more.
    let stopping = Stopping::new("help", words.stopped, kept::forget_code, move || list.refetch());
    view! {
        <Load resource=list then=move |list: HelpList| view! { <Parts list stopping /> } />
    }
}

/// How many that are past stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

/// Those who help now come first: what can be ended must be found.
#[component]
fn Parts(list: HelpList, stopping: Stopping) -> impl IntoView {
    let words = &use_text().helping.help;
    let is_past = |card: &HelpCard| match card.standing {
        Standing::Waiting { .. } | Standing::Running => false,
        Standing::Lapsed | Standing::Withdrawn | Standing::TimeOver | Standing::Ended { .. } => {
            true
        }
    };
    let (past, now): (Vec<_>, Vec<_>) = list.items.into_iter().partition(is_past);
    let mut screens = Vec::new();
    for card in now {
        screens.push(Screen::new(move || view! { <Now card=card.clone() stopping /> }));
    }
    screens.push(Screen::new(move || {
        view! {
            <What />
            <ButtonLink to=Route::HelpStart("what") words=words.begin />
        }
    }));
    for (at, cards) in past.chunks(ON_A_SCREEN).enumerate() {
        let cards = cards.to_vec();
        let heading = (at == 0).then_some(words.past);
        screens.push(Screen::new(move || {
            let card = |card| view! { <li><Past card /></li> };
            view! {
                {heading.map(|words| view! { <h2>{words}</h2> })}
                <ul class="list">{cards.clone().into_iter().map(card).collect_view()}</ul>
            }
        }));
    }
    view! {
        <OutcomeNotice outcome=stopping.outcome />
        <Screens heading=words.heading screens />
    }
}

/// Somebody who helps now, or a code that waits for somebody.
#[component]
fn Now(card: HelpCard, stopping: Stopping) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.help;
    let id = card.id;
    let (busy, stop) = (stopping.busy(), move || stopping.stop(id));
    let may = (words.may)(&text.helping.scopes(card.scopes));
    let name = match (&card.standing, &card.helper_name) {
        (Standing::Waiting { code_until }, _) => {
            let until = text.language.moment(*code_until);
            return view! {
                <article class="card">
                    <p>{(words.waiting)(&until)}</p>
                    <p>{may}</p>
                    <ButtonLink to=Route::HelpStart("code") words=words.show_code look=Look::Quiet />
                    <ActButton casts=true words=words.cancel look=Look::Warn busy on_press=stop />
                </article>
            }
            .into_any();
        }
        (_, name) => name.clone().unwrap_or_default(),
    };
    let day = text.language.moment(card.from);
    let log = (words.see_log)(Some(&name), &day);
    view! {
        <article class="card">
            <p><strong>{(words.by)(&name, &text.language.moment(card.until))}</strong></p>
            <p>{may}</p>
            <ActButton casts=true words=(words.stop)(&name) look=Look::Warn busy on_press=stop />
            <ButtonLink to=Route::HelpLog(id) words=log look=Look::Quiet />
        </article>
    }
    .into_any()
}

#[component]
fn Past(card: HelpCard) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.help;
    let name = card.helper_name.as_deref();
    let log = (words.see_log)(name, &text.language.moment(card.from));
    view! {
        <article class="card">
            <p><strong>{(words.was_helped)(name)}</strong></p>
            <ButtonLink to=Route::HelpLog(card.id) words=log look=Look::Quiet />
        </article>
    }
}
