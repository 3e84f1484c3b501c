//! The app: its contexts, the frame around every page, and the way to the pages.
use crate::later::{BUNDLES, Bundle};
use huiyin_app::{
    accessibility::provide_modes,
    api::{Api, Config, DeepLinks},
    browser::{address, document},
    home::page::HomePage,
    ui::{Frame, NotFoundPage, provide_live},
    words::provide_language,
};
use leptos::{children::ToChildren, prelude::*, tachys::view::iterators::StaticVec};
use leptos_router::{
    PartialPathMatch, PathSegment, PossibleRouteMatch,
    any_nested_route::AnyNestedRoute,
    components::{Route, RouteChildren, RouteProps, Router, Routes, RoutesProps},
};
use std::borrow::Cow;

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
    let routes = move || {
        let children: RouteChildren<_> = ToChildren::to_children(all_routes);
        Routes(RoutesProps::builder().fallback(NotFoundPage).children(children).build())
    };
    view! {
        <Router base>
            <Frame>{routes()}</Frame>
        </Router>
    }
}

/// The first screen comes with the app; every other page is in a bundle.
fn all_routes() -> StaticVec<AnyNestedRoute> {
    let mut pages = vec![(Address("/"), Page::Home)];
    for bundle in BUNDLES {
        for (nth, at) in bundle.addresses.iter().enumerate() {
            let address = Address(at);
            // Put in order one by one: what sorts at once weighs more than all addresses.
            let place = pages.partition_point(|(before, _)| before.order().lt(address.order()));
            pages.insert(place, (address, Page::Later { bundle, nth }));
        }
    }
    pages.into_iter().map(|(address, page)| route(address, page)).collect::<Vec<_>>().into()
}

/// One type of route for all pages: a type for each would weigh more than the first screen.
fn route(path: Address, page: Page) -> AnyNestedRoute {
    Route(RouteProps::builder().path(path).view(move || page.open()).build())
}

/// Where a page's code is.
#[derive(Clone, Copy)]
enum Page {
    Home,
    Later { bundle: Bundle, nth: usize },
}

impl Page {
    fn open(self) -> AnyView {
        match self {
            Self::Home => view! { <HomePage /> }.into_any(),
            Self::Later { bundle, nth } => bundle.open(nth),
        }
    }
}

/// A whole address with parts that vary, as the bundles write it.
#[derive(Clone, Copy)]
struct Address(&'static str);

impl Address {
    /// What is named goes before what varies: `/contests/new` is no contest's number.
    fn order(self) -> impl Iterator<Item = u8> {
        self.0.bytes().map(|byte| if byte == b':' { u8::MAX } else { byte })
    }
}

fn parts(path: &str) -> impl Iterator<Item = &str> {
    // A file server shows the same page under its whole name.
    path.split('/').filter(|part| !part.is_empty() && *part != "index.html")
}

impl PossibleRouteMatch for Address {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let mut given = parts(path);
        let mut params = Vec::new();
        for wanted in parts(self.0) {
            match (wanted.strip_prefix(':'), given.next()) {
                (None, Some(part)) if part == wanted => {}
                (Some(name), Some(part)) => {
                    params.push((Cow::Borrowed(name.trim_end_matches('?')), part.to_owned()));
                }
                (Some(name), None) if name.ends_with('?') => {}
                (Some(_) | None, Some(_) | None) => return None,
            }
        }
        given.next().is_none().then(|| PartialPathMatch::new("", params, path))
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        path.extend(parts(self.0).map(|part| match part.strip_prefix(':') {
            Some(name) => PathSegment::Param(name.to_owned().into()),
            None => PathSegment::Static(part.into()),
        }));
    }
}
