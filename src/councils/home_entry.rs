//! The way to the councils from the first screen, and what waits there.
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, Look, once},
    words::use_text,
};
use huiyin_domain::councils::series::wire::SeriesAskList;
use leptos::prelude::*;

/// One large button; below it what waits for one's answer, once that is known.
#[component]
pub fn ToCouncils() -> impl IntoView {
    let words = &use_text().first;
    let api = use_api();
    let is_resident = api.me().is_some_and(|me| me.viewer.resident().is_some());
    let now = api.now();
    let n_waiting = once(async move {
        // The button leads there with or without an answer of the server.
        let list = api.get::<SeriesAskList>("series").await.unwrap_or_default();
        list.items.iter().filter(|series| is_resident && series.waits(now)).count()
    });
    let waiting = move || {
        let n = n_waiting.get().filter(|n| *n > 0)?;
        Some(view! { <p>{(words.councils_waiting)(n)}</p> })
    };
    view! {
        <div class="stack stack--tight">
            <ButtonLink to=Route::Councils words=words.councils look=Look::Quiet />
            {waiting}
        </div>
    }
}
