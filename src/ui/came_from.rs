//! The page from which one goes to sign in, so that one goes on there afterwards.
use crate::{api::use_api, routes::Route};
use huiyin_domain::residents::Viewer;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use std::cell::RefCell;

/// A page, and who looked at it.
#[derive(Clone, Debug)]
struct Shown {
    /// Its whole path, with its query.
    address: String,
    by: Option<Viewer>,
}

thread_local! {
    /// The page shown last that is not about signing in.
    static PAGE: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

/// Is this the page where one signs in? File servers show it under its whole name, too.
fn is_sign_in(path: &str) -> bool {
    let path = path.trim_end_matches("index.html").trim_end_matches('/');
    path.ends_with(&Route::SignIn.href())
}

/// Notes each page that is shown; runs inside the router.
pub(super) fn note_pages() {
    let (location, api) = (use_location(), use_api());
    Effect::new(move || {
        let (path, query) = (location.pathname.get(), location.search.get());
        if is_sign_in(&path) {
            return;
        }
        let query = query.trim_start_matches('?');
        let mark = if query.is_empty() { "" } else { "?" };
        let by = untrack(|| api.me()).map(|me| me.viewer);
        PAGE.set(Some(Shown { address: format!("{path}{mark}{query}"), by }));
    });
}

/// Where this person came from, as a whole path; nothing for those who came to sign in at once,
/// and where it was somebody else who looked.
pub fn came_from(viewer: Viewer) -> Option<String> {
    let shown = PAGE.with_borrow(Clone::clone)?;
    shown.by.is_none_or(|by| by == viewer).then_some(shown.address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_where_one_signs_in_is_known_under_all_its_names() {
        for path in ["/sign-in", "/sign-in/", "/hui/sign-in/index.html"] {
            assert!(is_sign_in(path), "{path}");
        }
        assert!(!is_sign_in("/contests/3") && !is_sign_in("/"));
    }
}
