//! A link to a page of the app, wherever on its host the app lies.
use crate::browser::document;
use leptos::prelude::*;
use leptos_router::components;

/// A link. What begins with `/` is a page of the app: its address is written out with the path in
/// which the app lies, as the router's own link does not do.
#[component]
pub fn A(
    /// An address of the app, or a query of this page.
    #[prop(into)]
    href: String,
    /// Is it the current page only there, and not on the pages below it?
    #[prop(optional)]
    exact: bool,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let whole = match href.strip_prefix('/') {
        Some(path) => format!("{}{path}", document::base_path()),
        None => href,
    };
    view! { <components::A href=whole exact>{children()}</components::A> }
}
