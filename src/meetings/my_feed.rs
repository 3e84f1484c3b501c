//! A person's own calendar: the councils they come to, under an address that only they have.
use crate::{
    api::{ApiError, Key, Precondition, meetings, use_api},
    ui::{ActButton, Alarm, CopyText, Look},
    words::use_text,
};
use huiyin_domain::councils::meeting::wire::MyFeed;
use leptos::prelude::*;

/// Makes the address, and shows it once. It is a secret: no square is drawn of it.
#[component]
pub fn MyFeedPart() -> impl IntoView {
    let text = use_text();
    let words = &text.meetings.calendar;
    let api = use_api();
    let came = RwSignal::new(None::<Result<String, ApiError>>);
    let make = Action::new_local(move |(): &()| async move {
        let (key, nothing) = (Key::fresh(), serde_json::json!({}));
        let path = "councils/feed-token";
        let made: Result<MyFeed, ApiError> =
            api.post(path, &nothing, &key, Precondition::None).await;
        came.try_set(Some(made.map(|feed| meetings::my_calendar(api, &feed.token))));
    });
    let press = move || {
        if !make.pending().get_untracked() {
            make.dispatch_local(());
        }
    };
    let shown = move |made: Result<String, ApiError>| match made {
        Ok(address) => view! {
            <CopyText
                name="my-feed" label=words.mine_address text=address copy=words.mine_copy
                copied=words.copied by_hand=words.copy_by_hand
            />
        }
        .into_any(),
        Err(error) => view! { <Alarm words=text.problems.error(&error) /> }.into_any(),
    };
    view! {
        <section class="stack">
            <h2>{words.mine}</h2>
            <p>{words.mine_means}</p>
            <ActButton
                words=words.mine_make look=Look::Quiet busy=make.pending() on_press=press
            />
            {move || came.get().map(shown)}
        </section>
    }
}
