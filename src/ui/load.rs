//! The one way to wait for the server: a pause, words, and what to do when it fails.
use crate::{
    api::ApiError,
    routes::Route,
    ui::{ButtonLink, PageHeading, say, warned},
    words::use_text,
};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// Shows what was loaded; before that nothing, then words; and after a failure why and a retry.
#[component]
pub fn Load<T, V>(
    /// What is loaded.
    resource: LocalResource<Result<T, ApiError>>,
    /// Does the page have its heading already? Otherwise a failure brings its own.
    #[prop(optional)]
    has_heading: bool,
    /// How it is shown.
    then: impl Fn(T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Clone + 'static,
    V: IntoView + 'static,
{
    let text = use_text();
    move || match resource.get() {
        None => view! { <Opening /> }.into_any(),
        Some(Ok(loaded)) => then(loaded).into_any(),
        Some(Err(error)) => {
            let is_missing = error.is_missing();
            let words = if is_missing { text.frame.not_found } else { text.frame.not_opened };
            view! {
                {(!has_heading).then(|| view! { <PageHeading words /> })}
                <Failure error retry=move || resource.refetch() />
            }
            .into_any()
        }
    }
}

/// Longer than this, and it is told that something is being opened: a second.
const TOLD_AFTER_MS: u32 = 1_000;

#[component]
fn Opening() -> impl IntoView {
    let words = use_text().frame.opening;
    let told = Timeout::new(TOLD_AFTER_MS, move || say(words.to_owned()));
    let told = StoredValue::new_local(Some(told));
    on_cleanup(move || drop(told.try_update_value(Option::take)));
    view! { <p class="waiting">{words}</p> }
}

/// Why something could not be loaded or done, and what to do next.
#[component]
pub fn Failure(
    /// Why.
    error: ApiError,
    /// Tries again.
    retry: impl Fn() + 'static,
) -> impl IntoView {
    let text = use_text();
    let words = warned(text.problems.error(&error));
    let next = if error.is_signed_out() {
        view! { <ButtonLink to=Route::SignIn words=text.frame.sign_in /> }.into_any()
    } else {
        view! {
            <button type="button" class="button" on:click=move |_| retry()>
                {text.frame.try_again}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="notice notice--stop stack">
            <p>{words}</p>
            {next}
        </div>
    }
}
