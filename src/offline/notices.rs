//! What the frame says of the network, of what waits, and of new versions.
use super::{Arrived, Update};
use crate::{
    api::use_api,
    browser::{background, document},
    routes::Route,
    ui::{ActButton, ButtonLink, Look, Told},
    words::use_text,
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Everything there is to say; nothing most of the time.
#[component]
pub fn OfflineNotices() -> impl IntoView {
    let words = &use_text().offline;
    let offline = use_api().offline;
    let path = use_location().pathname;
    // What the next page shows was read when it was read. These notices may come after the first
    // page, of which it is known already.
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            offline.note_read(None);
        }
        now
    });
    let is_silent = move || {
        offline.read_at.get().is_none()
            && offline.update.get().is_none()
            && offline.arrived.with(Vec::is_empty)
            && offline.n_waiting.get() == 0
    };
    view! {
        <section class="offline no-print" aria-label=words.told.state hidden=is_silent>
            <Told>
                <ReadEarlier />
                <NewVersion />
                {move || offline.arrived.get().into_iter().map(come).collect_view()}
                <Waiting />
            </Told>
        </section>
    }
}

/// When what is shown was read.
#[component]
fn ReadEarlier() -> impl IntoView {
    let text = use_text();
    let words = &text.offline;
    let offline = use_api().offline;
    move || {
        offline.read_at.get().map(|at| {
            view! {
                <div class="notice notice--warn stack">
                    <p>{(words.told.read_at)(&text.language.moment(at))}</p>
                    <ActButton words=words.told.read_again look=Look::Quiet on_press=document::reload />
                </div>
            }
        })
    }
}

/// A new version waits until it is asked for: nobody's page is taken from under their hands.
#[component]
fn NewVersion() -> impl IntoView {
    let words = &use_text().offline;
    let offline = use_api().offline;
    move || {
        offline.update.get().map(|update| {
            let means = match update {
                Update::Waits => words.told.new_version,
                Update::TakenElsewhere => words.told.taken_elsewhere,
            };
            view! {
                <div class="notice stack">
                    <p>{means}</p>
                    <ActButton
                        words=words.told.update_now look=Look::Quiet on_press=background::update_now
                    />
                </div>
            }
        })
    }
}

/// Something that waited is there now.
fn come(arrived: Arrived) -> impl IntoView {
    let words = &use_text().offline;
    let means = (words.told.arrived)(arrived.what, arrived.number);
    view! { <p class="notice notice--good">{means}</p> }
}

/// How many things wait, with the way to them.
#[component]
fn Waiting() -> impl IntoView {
    let words = &use_text().offline;
    let offline = use_api().offline;
    // It is counted every minute: the same number leaves the link as it is.
    let n_waiting = Memo::new(move |_| offline.n_waiting.get());
    move || {
        let n = n_waiting.get();
        (n > 0).then(|| {
            view! {
                <ButtonLink to=Route::Waiting words=(words.told.n_waiting)(n) look=Look::Quiet />
            }
        })
    }
}
