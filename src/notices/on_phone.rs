//! Notices on this phone: asked for only after a tap; a phone without them is an ordinary one.
use crate::{
    api::{Api, Key, Precondition, use_api},
    browser::push::{self, Refused},
    json,
    ui::{ActButton, Look, Told},
    words::use_text,
};
use huiyin_domain::notices::wire::{PushKey, PushSubscription};
use leptos::prelude::*;

/// Where this server's key is read.
const KEY: &str = "notices/push-key";
/// Where a browser says how it is reached.
const SUBSCRIPTIONS: &str = "notices/push-subscriptions";

/// Asks the phone, and tells the server how to reach it.
async fn set_up(api: Api) -> Result<(), Refused> {
    // The phone is asked first: the question has to follow the tap at once.
    push::allow().await?;
    let key: PushKey = api.get(KEY).await.map_err(|_| Refused::Failed)?;
    let subscription = push::subscribe(&key.key).await?;
    let subscription: PushSubscription = json::read(&subscription).map_err(|_| Refused::Failed)?;
    let sent: Result<serde::de::IgnoredAny, _> =
        api.post(SUBSCRIPTIONS, &subscription, &Key::fresh(), Precondition::None).await;
    sent.map(drop).map_err(|_| Refused::Failed)
}

/// One button, and what came of it in words.
#[component]
pub(super) fn OnPhone(
    /// Is this way chosen? It is, once the phone has agreed.
    chosen: RwSignal<bool>,
) -> impl IntoView {
    let words = &use_text().notices.choices;
    let api = use_api();
    let came = RwSignal::new(None::<Result<(), Refused>>);
    let ask = Action::new_local(move |(): &()| async move {
        let answer = set_up(api).await;
        if answer.is_ok() {
            chosen.try_set(true);
        }
        came.try_set(Some(answer));
    });
    let sentence = move |came: Result<(), Refused>| match came {
        Ok(()) => ("notice notice--good", words.on_phone_done),
        Err(Refused::Missing) => ("notice", words.on_phone_missing),
        Err(Refused::Denied) => ("notice notice--warn", words.on_phone_denied),
        Err(Refused::Failed) => ("notice notice--warn", words.on_phone_failed),
    };
    let press = move || {
        if !ask.pending().get_untracked() {
            ask.dispatch_local(());
        }
    };
    view! {
        <section class="stack">
            <h2>{words.on_phone}</h2>
            <p>{words.on_phone_means}</p>
            <ActButton
                words=words.on_phone_ask look=Look::Quiet busy=ask.pending() on_press=press
            />
            <Told>
                {move || came.get().map(|came| {
                    let (class, words) = sentence(came);
                    view! { <p class=class>{words}</p> }
                })}
            </Told>
        </section>
    }
}
