//! The one way to wait for the server: a pause, words, and what to do when it fails.
use crate::{
    api::{ApiError, use_api},
    routes::Route,
    ui::{ButtonLink, Fetched, PageHeading, later_said, warned},
    words::use_text,
};
use gloo_timers::callback::Timeout;
use huiyin_domain::refusals::Refusal;
use leptos::prelude::*;

/// Shows what was loaded; before that nothing, then words; and after a failure why and a retry.
#[component]
pub fn Load<T, V>(
    /// What is loaded.
    resource: Fetched<Result<T, ApiError>>,
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
    move || match resource.get() {
        None => view! { <Opening /> }.into_any(),
        Some(Ok(loaded)) => then(loaded).into_any(),
        Some(Err(error)) => not_opened(error, has_heading, Box::new(move || resource.refetch())),
    }
}

/// Made once, and not once for each type.
fn not_opened(error: ApiError, has_heading: bool, retry: Box<dyn Fn()>) -> AnyView {
    let text = use_text();
    let words = match (error.is_missing(), is_beyond_help(&error)) {
        (true, _) => text.frame.not_found,
        (false, true) => text.first.not_among,
        (false, false) => text.frame.not_opened,
    };
    view! {
        {(!has_heading).then(|| view! { <PageHeading words /> })}
        <Failure error retry />
    }
    .into_any()
}

/// Longer than this, and it is told that something is being opened: a second.
const TOLD_AFTER_MS: u32 = 1_000;

#[component]
fn Opening() -> impl IntoView {
    let words = use_text().frame.opening;
    let say = later_said();
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
    let is_beyond_help = is_beyond_help(&error);
    let next = if error.is_signed_out() {
        view! { <ButtonLink to=Route::SignIn words=text.frame.sign_in /> }.into_any()
    } else if is_beyond_help {
        // Trying again would be refused again: what was agreed to stands there.
        view! { <ButtonLink to=Route::Helping words=text.first.see_may /> }.into_any()
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
            {is_beyond_help.then(helping_whom)}
            <p>{words}</p>
            {next}
        </div>
    }
}

/// Is it refused because somebody acts for another here, who has not agreed to it or does it alone?
fn is_beyond_help(error: &ApiError) -> bool {
    let is_about_helping = matches!(
        error.refusal(),
        Some(Refusal::OnlyInPerson | Refusal::NotInHelpScope { .. } | Refusal::HelperCannotVote)
    );
    is_about_helping && use_api().is_helping()
}

/// For whom one acts, whose leave this would take.
fn helping_whom() -> impl IntoView {
    let name = use_api().me().map(|me| me.name).unwrap_or_default();
    view! { <p>{(use_text().first.not_among_means)(&name)}</p> }
}
