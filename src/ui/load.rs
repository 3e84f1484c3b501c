//! The one way to wait for the server: a pause, words, and what to do when it fails.
use crate::{
    api::ApiError,
    routes::Route,
    ui::{ButtonLink, PageHeading},
    words::use_text,
};
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
        None => view! { <p class="waiting" role="status">{text.frame.opening}</p> }.into_any(),
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

/// Why something could not be loaded or done, and what to do next.
#[component]
pub fn Failure(
    /// Why.
    error: ApiError,
    /// Tries again.
    retry: impl Fn() + 'static,
) -> impl IntoView {
    let text = use_text();
    let words = text.problems.error(&error);
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
        <div class="notice notice--stop stack" role="alert">
            <p>{words}</p>
            {next}
        </div>
    }
}
