//! Parts that few need, which may have to be fetched first; the program that starts says how.
use crate::{
    aloud,
    api::{Api, ApiError},
    browser::document,
    ui::{Fetched, Load, once},
};
use huiyin_domain::{contests::wire::ContestPage, ids::ProposalId};
use leptos::{prelude::*, task::spawn_local};
use std::{pin::Pin, sync::OnceLock};

/// A part on its way. It does not come without the network.
pub type Coming<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// How a part is fetched.
pub type Part<T> = fn() -> Coming<T>;

/// Reads what the server says instead of what was asked for.
pub type Reader = fn(&str) -> Option<ApiError>;

/// Shows something.
pub type Show = fn() -> AnyView;

/// What looks after the app while there is no network.
#[derive(Clone, Copy)]
pub struct Keeping {
    /// Begins to; once.
    pub begin: fn(Api),
    /// Sends what waits.
    pub send: fn(Api),
    /// What there is to say of it, around every page.
    pub show: Show,
}

/// How each part is fetched.
#[derive(Clone, Copy)]
pub struct Apart {
    /// Reads what the server says instead of what was asked for.
    pub problems: Part<Reader>,
    /// The button that listens for commands.
    pub voice: Part<Show>,
    /// What waits to be sent, what was read before, new versions.
    pub offline: Part<Keeping>,
    /// Reading aloud, and what stands beside its button.
    pub reading: Part<fn(aloud::Reader) -> AnyView>,
    /// The promise to answer a proposal.
    pub promise: Part<fn(ProposalId) -> AnyView>,
    /// What an organiser does with a contest.
    pub managing: Part<fn(RwSignal<ContestPage>) -> AnyView>,
}

static APART: OnceLock<Apart> = OnceLock::new();

/// Says how the parts are fetched; once, before the app is shown.
pub fn provide(apart: Apart) {
    // Said twice, the first holds: both would fetch the same.
    let _ = APART.set(apart);
}

/// How the parts are fetched. Panics outside the app.
pub fn parts() -> Apart {
    *APART.get().expect("the program provides it before the app is shown")
}

/// Shows a part as soon as it is here; what does not come is not missed by the page.
#[component]
pub fn Later(
    /// How it is fetched.
    part: Part<Show>,
) -> impl IntoView {
    let here = once(part());
    move || here.get().and_then(Result::ok).map(|show| show())
}

/// Shows a part about something as soon as it is here, after the first page; what does not come is
/// not missed.
pub fn later_about<T: Copy + Send + 'static>(part: Part<fn(T) -> AnyView>, it: T) -> AnyView {
    let here = RwSignal::new(None);
    let fetched = async move {
        if let Ok(show) = part().await {
            let _ = here.try_set(Some(show));
        }
    };
    document::after_first_page(move || spawn_local(fetched));
    (move || here.get().map(|show| show(it))).into_any()
}

/// Shows a part about something which this person is here for: if it does not come, that is told,
/// with a way to try again.
pub fn wanted_about<T: Copy + Send + 'static>(part: Part<fn(T) -> AnyView>, it: T) -> AnyView {
    let resource = Fetched::new(part);
    view! { <Load resource has_heading=true then=move |show| show(it) /> }.into_any()
}
