//! The page of the address, in its place in the frame.
//!
//! All pages stand side by side, so the router's own outlets, made for pages inside pages, would
//! only weigh; its links, its history and its hooks are used as everywhere.
use crate::later::{BUNDLES, Bundle};
use huiyin_app::{home::page::HomePage, ui::NotFoundPage};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    hooks::use_url,
    location::{BrowserUrl, LocationProvider, Url},
    params::ParamsMap,
};

/// The page that is shown, and its address as long as it is this page's.
#[derive(Clone)]
struct Shown {
    /// Where it stands among all pages; nothing if there is none at this address.
    nth: Option<usize>,
    params: ArcRwSignal<ParamsMap>,
    url: ArcRwSignal<Url>,
}

/// Shows the page of the address; its hooks see nothing of the address it is left for.
#[component]
pub fn Outlet(
    /// The path below which the app lives, without a slash at its end.
    base: String,
) -> impl IntoView {
    let (pages, base, url) = (StoredValue::new(all_pages()), StoredValue::new(base), use_url());
    let find = move |now: &Url| {
        let path = base.with_value(|base| now.path().strip_prefix(base.as_str()))?;
        // Below the app, and not beside it under a longer name.
        if !path.is_empty() && !path.starts_with('/') {
            return None;
        }
        let fits = |(nth, (at, _)): (usize, &(Address, Page))| Some((nth, at.fits(path)?));
        pages.with_value(|pages| pages.iter().enumerate().find_map(fits))
    };
    let open = move |now: Url| {
        let (nth, params) = find(&now).unzip();
        let params = ArcRwSignal::new(params.unwrap_or_default());
        Shown { nth, params, url: ArcRwSignal::new(now) }
    };
    let shown = RwSignal::new(open(url.get_untracked()));
    let go = move || {
        let (Some(before), Some(now)) = (shown.try_get_untracked(), url.try_get_untracked()) else {
            return;
        };
        let next = open(now);
        if next.nth.is_some() && next.nth == before.nth {
            before.params.set(next.params.get_untracked());
            before.url.set(next.url.get_untracked());
        } else {
            shown.set(next);
        }
    };
    let history = use_context::<BrowserUrl>();
    Effect::watch(
        move || url.track(),
        move |(), _, _| {
            history.iter().for_each(LocationProvider::ready_to_complete);
            // A page may read its address in the browser: what was just woken writes it there,
            // and comes before this.
            spawn_local(async move { go() });
        },
        false,
    );
    move || {
        let Shown { nth, params, url } = shown.get();
        provide_context(ArcMemo::from(params));
        provide_context(url);
        let page = nth.and_then(|nth| pages.with_value(|pages| pages.get(nth).copied()));
        page.map_or_else(|| NotFoundPage().into_any(), |(_, page)| page.open())
    }
}

/// The first screen comes with the app; every other page is in a bundle.
fn all_pages() -> Vec<(Address, Page)> {
    let mut pages = vec![(Address("/"), Page::Home)];
    for bundle in BUNDLES {
        for (nth, at) in bundle.addresses.iter().enumerate() {
            let address = Address(at);
            // Put in order one by one: what sorts at once weighs more than all addresses.
            let place = pages.partition_point(|(before, _)| before.order().lt(address.order()));
            pages.insert(place, (address, Page::Later { bundle, nth }));
        }
    }
    pages
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

    /// What varies in it, if this is the address.
    fn fits(self, path: &str) -> Option<ParamsMap> {
        let mut given = parts(path);
        let mut params = ParamsMap::new();
        for wanted in parts(self.0) {
            match (wanted.strip_prefix(':'), given.next()) {
                (None, Some(part)) if part == wanted => {}
                (Some(name), Some(part)) => {
                    params.insert(name.trim_end_matches('?'), part.to_owned());
                }
                (Some(name), None) if name.ends_with('?') => {}
                (Some(_) | None, Some(_) | None) => return None,
            }
        }
        given.next().is_none().then_some(params)
    }
}

fn parts(path: &str) -> impl Iterator<Item = &str> {
    // A file server shows the same page under its whole name.
    path.split('/').filter(|part| !part.is_empty() && *part != "index.html")
}
