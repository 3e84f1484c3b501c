//! A link that calls the office.
use super::Fetched;
use crate::api::use_api;
use huiyin_domain::communities::Community;
use leptos::prelude::*;

/// Calls the hot-line, once its number is known; the number stands behind the words.
#[component]
pub fn CallLink(
    /// The verb first.
    words: &'static str,
) -> impl IntoView {
    let api = use_api();
    let community = Fetched::new(move || async move { api.get::<Community>("").await.ok() });
    move || {
        community.get().flatten().map(|community| {
            let call = format!("tel:{}", community.hot_line.replace([' ', '-'], ""));
            let number = community.hot_line;
            view! {
                <a class="button button--quiet" href=call>
                    <span>{words} " " <WholeNumber number /></span>
                </a>
            }
        })
    }
}

/// A telephone number on one line: one that is broken in the middle is easily misread.
#[component]
pub fn WholeNumber(
    /// As it is written.
    number: String,
) -> impl IntoView {
    view! { <span class="number number--whole">{number}</span> }
}
