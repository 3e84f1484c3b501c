//! What few need on any page: what the server's refusals mean, listening for commands, and the like.
use super::NotHere;
use huiyin_app::{
    aloud::{self, Reader},
    apart::{Apart, Keeping},
    api::ApiError,
    contests::manage::ManageSection,
    feedback::promise::Promise,
    offline::{keeping, notices::OfflineNotices},
    voice::Listening,
    words::problems,
};
use huiyin_domain::{contests::wire::ContestPage, ids::ProposalId};
use leptos::prelude::*;

/// How each is fetched.
pub const APART: Apart = Apart {
    problems: || Box::pin(async { read().await.map_err(|NotHere| ApiError::Away) }),
    voice: || Box::pin(async { listening().await.map_err(|NotHere| ApiError::Away) }),
    offline: || Box::pin(async { keep().await.map_err(|NotHere| ApiError::Away) }),
    reading: || Box::pin(async { reading().await.map_err(|NotHere| ApiError::Away) }),
    promise: || Box::pin(async { promising().await.map_err(|NotHere| ApiError::Away) }),
    managing: || Box::pin(async { managing().await.map_err(|NotHere| ApiError::Away) }),
};

const KEEPING: Keeping = Keeping { begin: keeping::begin, send: keeping::send, show: show_notices };

fn show_notices() -> AnyView {
    view! { <OfflineNotices /> }.into_any()
}

fn show_listening() -> AnyView {
    view! { <Listening /> }.into_any()
}

fn show_managing(page: RwSignal<ContestPage>) -> AnyView {
    view! { <ManageSection page /> }.into_any()
}

fn show_promise(proposal: ProposalId) -> AnyView {
    view! { <Promise proposal /> }.into_any()
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(problems, fallible)]
fn read() -> Result<fn(&str) -> Option<ApiError>, NotHere> {
    Ok(problems::read)
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(voice, fallible)]
fn listening() -> Result<fn() -> AnyView, NotHere> {
    Ok(show_listening)
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(offline, fallible)]
fn keep() -> Result<Keeping, NotHere> {
    Ok(KEEPING)
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(reading, fallible)]
fn reading() -> Result<fn(Reader) -> AnyView, NotHere> {
    Ok(aloud::show)
}

#[cfg(not(feature = "split"))]
async fn reading() -> Result<fn(Reader) -> AnyView, NotHere> {
    Ok(aloud::show)
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(promise, fallible)]
fn promising() -> Result<fn(ProposalId) -> AnyView, NotHere> {
    Ok(show_promise)
}

#[cfg(not(feature = "split"))]
async fn promising() -> Result<fn(ProposalId) -> AnyView, NotHere> {
    Ok(show_promise)
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(managing, fallible)]
fn managing() -> Result<fn(RwSignal<ContestPage>) -> AnyView, NotHere> {
    Ok(show_managing)
}

#[cfg(not(feature = "split"))]
async fn managing() -> Result<fn(RwSignal<ContestPage>) -> AnyView, NotHere> {
    Ok(show_managing)
}

#[cfg(not(feature = "split"))]
async fn keep() -> Result<Keeping, NotHere> {
    Ok(KEEPING)
}

#[cfg(not(feature = "split"))]
async fn read() -> Result<fn(&str) -> Option<ApiError>, NotHere> {
    Ok(problems::read)
}

#[cfg(not(feature = "split"))]
async fn listening() -> Result<fn() -> AnyView, NotHere> {
    Ok(show_listening)
}
