//! Bundles of pages that are fetched when somebody first enters one of them.
//!
//! With the feature `split` each bundle is a file of its own beside the app; without it, all are
//! part of the app. A bundle that does not come is told as a lost connection, and asked for again.
// What the macro of `wasm_split_helpers` writes between the files.
#![allow(unsafe_code)]
mod apart;
mod aside;
mod contest;
mod gatherings;
mod lists;
mod office;
mod projects;
mod proposal;
mod recounting;
mod results;
mod saying;
mod voting;
mod writing;

pub use apart::APART;

use huiyin_app::{
    api::ApiError,
    ui::{Fetched, Load},
};
use leptos::prelude::*;
use std::pin::Pin;

/// All of them.
pub const BUNDLES: [Bundle; 12] = [
    office::BUNDLE,
    lists::BUNDLE,
    contest::BUNDLE,
    proposal::BUNDLE,
    writing::BUNDLE,
    voting::BUNDLE,
    results::BUNDLE,
    recounting::BUNDLE,
    projects::BUNDLE,
    gatherings::BUNDLE,
    saying::BUNDLE,
    aside::BUNDLE,
];

/// Pages that come together.
#[derive(Clone, Copy)]
pub struct Bundle {
    /// Where its pages stand; `:name` is a part that varies, `:name?` may be missing at the end.
    pub addresses: &'static [&'static str],
    fetch: fn() -> Coming,
}

/// A bundle on its way.
type Coming = Pin<Box<dyn Future<Output = Result<Show, NotHere>>>>;

/// Shows the page at the nth address.
type Show = fn(usize) -> AnyView;

/// The bundle did not come.
pub struct NotHere;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotHere {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

impl Bundle {
    /// The page at the nth address, as soon as the bundle is here.
    pub fn open(self, nth: usize) -> AnyView {
        let here = move || async move { (self.fetch)().await.map_err(|NotHere| ApiError::Away) };
        let here = Fetched::new(here);
        let then = move |show: Show| show(nth);
        view! { <Load resource=here then /> }.into_any()
    }
}

/// A bundle: its name, and its pages with their addresses.
macro_rules! bundle {
    ($bundle:ident: $($address:literal => $page:path,)*) => {
        /// Its pages.
        pub const BUNDLE: super::Bundle =
            super::Bundle { addresses: &[$($address),*], fetch: || Box::pin(fetched()) };

        fn show(nth: usize) -> leptos::prelude::AnyView {
            use leptos::prelude::*;
            const PAGES: &[fn() -> AnyView] = &[$(|| $page().into_any()),*];
            PAGES[nth]()
        }

        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($bundle, fallible)]
        fn fetched() -> Result<super::Show, super::NotHere> {
            Ok(show)
        }

        #[cfg(not(feature = "split"))]
        async fn fetched() -> Result<super::Show, super::NotHere> {
            Ok(show)
        }
    };
}
use bundle;
