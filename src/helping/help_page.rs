//! Who helps me: what it is, who does so now, who did, and the way to let somebody.
use super::{kept, stopping::Stopping};
use crate::{
    api::{Api, ApiError, use_api},
    routes::Route,
    ui::{ActButton, ButtonLink, Load, Look, OutcomeNotice, PageHeading},
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
    let words = &use_text().helping.help;
    view! {
        <PageHeading words=words.heading />
        <div class="stack stack--tight">
            {words.what.map(|sentence| view! { <p>{sentence}</p> }).into_iter().collect_view()}
        </div>
        <ForResidents then=|api| view! { <Helps api /> }.into_any() />
    }
}

/// Shows what only residents have; says to everybody else why not, and what they can do.
#[component]
pub fn ForResidents(
    /// What residents see, as themselves.
    then: fn(Api) -> AnyView,
) -> impl IntoView {
    let text = use_text();
    let words = &text.helping.help;
    let api = use_api();
    let me = Memo::new(move |_| api.me());
    move || match me.get().map(|me| (me.viewer, me.help)) {
        Some((_, Some(_))) => view! {
            <p class="notice notice--warn">{words.in_person}</p>
            <ButtonLink to=Route::Helping words=text.helping.helping.heading look=Look::Quiet />
        }
        .into_any(),
        Some((Viewer::Resident { .. }, None)) => then(api),
        Some((Viewer::Staff { .. }, None)) => view! {
            <p class="notice">{words.residents_only}</p>
            <ButtonLink to=Route::Helping words=text.helping.helping.heading />
        }
        .into_any(),
        Some((Viewer::Guest, None)) | None => view! {
            <p class="notice">{words.sign_in_first}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any(),
    }
}

type Helps = LocalResource<Result<HelpList, ApiError>>;

#[component]
fn Helps(api: Api) -> impl IntoView {
    let words = &use_text().helping.help;
    let list: Helps = LocalResource::new(move || async move { api.get("help").await });
    let refresh = move || {
        kept::forget_code();
        list.refetch();
    };
    let stopping = Stopping::new("help", words.stopped, refresh);
    view! {
        <OutcomeNotice outcome=stopping.outcome />
        <Load resource=list has_heading=true then=move |list: HelpList| view! {
            <Parts list stopping />
        } />
    }
}

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
    let (has_past, has_now) = (!past.is_empty(), !now.is_empty());
    let now_card = move |card| view! { <li><Now card stopping /></li> };
    let past_card = |card| view! { <li><Past card /></li> };
    let now = now.into_iter().map(now_card).collect_view();
    let past = past.into_iter().map(past_card).collect_view();
    view! {
        {has_now.then(|| view! { <h2>{words.now}</h2> <ul class="list">{now}</ul> })}
        <ButtonLink to=Route::HelpStart("what") words=words.begin />
        {has_past.then(|| view! { <h2>{words.past}</h2> <ul class="list">{past}</ul> })}
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
            <h3>{(words.was_helped)(name)}</h3>
            <ButtonLink to=Route::HelpLog(card.id) words=log look=Look::Quiet />
        </article>
    }
}
