//! Starts the browser app. What binds its rooms together is here, and not in the library, so that
//! the workers are made of the same library without it.
#![recursion_limit = "256"]

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod later;
#[cfg(target_arch = "wasm32")]
mod outlet;

/// Replaces the static shell by the app.
fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        huiyin_app::apart::provide(later::APART);
        // The page keeps its frame until the app can draw the same: nothing is empty between.
        wasm_bindgen_futures::spawn_local(async {
            use huiyin_app::{api::Config, browser};
            let config = Config::read(&browser::address::settings().await);
            browser::address::listen();
            browser::early::first().await;
            browser::document::mount(move || app::App(app::AppProps { config }));
        });
    }
}
