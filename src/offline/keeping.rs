//! Looking after what waits and after new versions, for as long as the app is open.
use super::Update;
use crate::{
    api::Api,
    browser::background::{self, News},
};
use gloo_timers::callback::Interval;
use leptos::{ev, prelude::*, task::spawn_local};

/// What waits is tried again so often while the app is open: a server that was away does not call.
const AGAIN_MS: u32 = 60_000;

/// Starts the worker, and sends what waits: now, when the network comes back, and now and then.
pub fn begin(api: Api) {
    background::start(move |news| match news {
        News::NewVersion => api.offline.update.set(Some(Update::Waits)),
        News::ChangedElsewhere => api.offline.update.set(Some(Update::TakenElsewhere)),
        News::Send => send(api),
    });
    // For the app's whole life.
    let _ = window_event_listener(ev::online, move |_| {
        background::look_for_update();
        send(api);
    });
    Interval::new(AGAIN_MS, move || {
        if api.offline.n_waiting.get_untracked() > 0 {
            send(api);
        }
    })
    .forget();
    send(api);
}

/// Sends what waits.
pub fn send(api: Api) {
    spawn_local(api.send_waiting());
}
