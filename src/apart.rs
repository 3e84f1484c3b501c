//! Parts that few need, which may have to be fetched first; the program that starts says how.
use crate::{
    aloud::{self, Ending, Place},
    api::{Api, ApiError},
    ui::once,
};
use huiyin_domain::ids::ProposalId;
use leptos::prelude::*;
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
    /// Reading aloud, from a place on.
    pub reading: Part<fn(aloud::Reader, u32, Place) -> Ending>,
    /// The promise to answer a proposal.
    pub promise: Part<fn(ProposalId) -> AnyView>,
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

/// Shows a part about something as soon as it is here; what does not come is not missed.
pub fn later_about<T: Copy + Send + 'static>(part: Part<fn(T) -> AnyView>, it: T) -> AnyView {
    let here = once(part());
    (move || here.get().and_then(Result::ok).map(|show| show(it))).into_any()
}
