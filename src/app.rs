//! The app: its contexts, the frame around every page, and the way to the pages.
use crate::outlet::Outlet;
use huiyin_app::{
    accessibility::provide_modes,
    api::{Api, Config, DeepLinks},
    browser::{address, document},
    ui::{Frame, provide_live},
    words::provide_language,
};
use leptos::prelude::*;
use leptos_router::components::Router;

/// The whole app.
#[component]
pub fn App(
    /// What `config.json` says.
    config: Config,
) -> impl IntoView {
    let layout = provide_modes().layout();
    let language = provide_language();
    provide_live();
    if config.deep_links == DeepLinks::Hash {
        address::keep_behind_hash();
    }
    Api::provide(config);
    // Pages are made anew in another language or layout, so both are plain values in them.
    move || {
        language.track();
        layout.track();
        view! { <Pages /> }
    }
}

#[component]
fn Pages() -> impl IntoView {
    // The router reads the address once, when it is made.
    address::show_as_path();
    let base = document::base_path();
    let base = base.trim_end_matches('/').to_owned();
    view! {
        <Router base=base.clone()>
            <Frame><Outlet base /></Frame>
        </Router>
    }
}
