//! The heading of a page: it names the page, and takes the focus when one arrives.
use crate::{
    browser::document,
    words::{isolated, use_text},
};
use leptos::{html::H1, prelude::*};

/// The one `h1` of a page; sets the title and takes the focus after navigation.
#[component]
pub fn PageHeading(
    /// What the page is called.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    let title = format!("{} · {}", isolated(&words), use_text().frame.product);
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            document::arrive(&title, &heading);
        }
    });
    view! { <h1 tabindex="-1" dir="auto" node_ref=heading>{words}</h1> }
}
