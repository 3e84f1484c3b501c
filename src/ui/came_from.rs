//! The page from which one goes to sign in, so that one goes on there afterwards.
use crate::routes::Route;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use std::cell::RefCell;

thread_local! {
    /// The whole path of the page shown last that is not about signing in, with its query.
    static PAGE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Notes each page that is shown; runs inside the router.
pub(super) fn note_pages() {
    let location = use_location();
    Effect::new(move || {
        let (path, query) = (location.pathname.get(), location.search.get());
        if path.ends_with(&Route::SignIn.href()) {
            return;
        }
        let query = query.trim_start_matches('?');
        let mark = if query.is_empty() { "" } else { "?" };
        PAGE.set(Some(format!("{path}{mark}{query}")));
    });
}

/// Where one came from, as a whole path; nothing for those who came to sign in at once.
pub fn came_from() -> Option<String> {
    PAGE.with_borrow(Clone::clone)
}
