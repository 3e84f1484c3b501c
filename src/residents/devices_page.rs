//! The devices one is signed in on, each of which can be signed out.
use crate::{
    accessibility::use_modes,
    api::{Api, ApiError, use_api},
    routes::Route,
    ui::{ActButton, Alarm, ButtonLink, Fetched, Load, Look, PageHeading, say},
    words::use_text,
};
use huiyin_domain::residents::wire::Session;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use serde::Deserialize;

#[derive(Clone, Deserialize)]
struct Sessions {
    items: Vec<Session>,
}

/// Where one is signed in.
#[component]
pub fn DevicesPage() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    if api.me().is_none() {
        return view! {
            <PageHeading words=text.residents.devices />
            <p>{text.home.guest}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any();
    }
    let sessions = Fetched::new(move || async move { api.get::<Sessions>("sessions").await });
    let device = move |session: Session| view! { <li><Device session sessions api /></li> };
    view! {
        <PageHeading words=text.residents.devices />
        <p>{text.residents.devices_hint}</p>
        <Load resource=sessions has_heading=true then=move |sessions: Sessions| view! {
            <ul class="list">{sessions.items.into_iter().map(device).collect_view()}</ul>
        } />
        <ButtonLink to=Route::Help words=text.helping.help.heading look=Look::Quiet />
        <ButtonLink to=Route::Helping words=text.helping.helping.heading look=Look::Quiet />
    }
    .into_any()
}

#[component]
fn Device(
    session: Session,
    sessions: Fetched<Result<Sessions, ApiError>>,
    api: Api,
) -> impl IntoView {
    let text = use_text();
    let (id, is_this_one) = (session.id, session.is_this_one);
    let navigate = use_navigate();
    let modes = use_modes();
    let error = RwSignal::new(None);
    let end = Action::new_local(move |(): &()| {
        let navigate = navigate.clone();
        async move {
            match api.delete(&format!("sessions/{id}")).await {
                Ok(()) if is_this_one => {
                    for item in api.waiting().await {
                        api.drop_letter(&item.letter.key).await;
                    }
                    api.set_session(None);
                    modes.leave();
                    navigate(&Route::Home.href(), Default::default());
                }
                Ok(()) => {
                    say(text.residents.signed_out_there.to_owned());
                    sessions.refetch();
                }
                Err(problem) => error.set(Some(text.problems.error(&problem))),
            }
        }
    });
    let n_waiting = api.offline.n_waiting;
    let is_warned = RwSignal::new(false);
    let press = move || {
        // Signing out with things waiting asks first: they would be lost.
        if is_this_one && n_waiting.get_untracked() > 0 && !is_warned.get_untracked() {
            return is_warned.set(true);
        }
        end.dispatch_local(());
    };
    let language = text.language;
    let since = (text.residents.since)(
        &language.moment(session.since),
        &language.moment(session.last_used),
    );
    let words = if is_this_one {
        text.residents.sign_out.to_owned()
    } else {
        (text.residents.sign_out_there)(&format!("{} · {id}", session.device))
    };
    let words = Signal::derive(move || match is_warned.get() {
        true => text.offline.leave_sure.to_owned(),
        false => words.clone(),
    });
    let warning = move || {
        is_warned.get().then(|| {
            let means = (text.offline.leave_ask)(n_waiting.get());
            view! {
                <Alarm words=means />
                <ButtonLink to=Route::Waiting words=text.offline.see look=Look::Quiet />
            }
        })
    };
    view! {
        <article class="card">
            <h2>{session.device}</h2>
            {is_this_one.then(|| view! { <p><strong>{text.residents.this_device}</strong></p> })}
            <p>{since}</p>
            {move || error.get().map(|words: String| view! {
                <Alarm words=words />
            })}
            {warning}
            <ActButton casts=true
                words
                look=Look::Warn
                busy=end.pending()
                on_press=press
            />
        </article>
    }
}
