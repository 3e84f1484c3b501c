//! Listening: a sound that is here, the original of a recording, and that for the office.
use crate::{
    api::{Api, ApiError, use_api},
    browser::sound::{self, Address, Sound},
    ui::{ActButton, Fetched, Look, RadioTile, Told},
    words::use_text,
};
use huiyin_domain::ids::RecordingId;
use leptos::{html::Audio, prelude::*, task::spawn_local_scoped};

/// Plays a sound from its beginning, and stops.
#[component]
pub fn Listen(
    /// The sound.
    sound: Sound,
    /// What the button says.
    #[prop(into)]
    words: String,
    /// How it looks.
    #[prop(optional)]
    look: Look,
) -> impl IntoView {
    let text = &use_text().speaking.recording;
    let place = NodeRef::<Audio>::new();
    let is_playing = RwSignal::new(false);
    let is_deaf = RwSignal::new(false);
    let address = StoredValue::new_local(Address::of(&sound));
    let source =
        address.with_value(|address| address.as_ref().map(|address| address.as_str().to_owned()));
    let press = move || {
        let Some(element) = place.get_untracked() else { return };
        if is_playing.get_untracked() {
            is_playing.set(false);
            return sound::stop(&element);
        }
        is_playing.set(true);
        spawn_local_scoped(async move {
            let plays = sound::play(&element).await;
            if !plays && !is_deaf.is_disposed() {
                is_deaf.set(is_playing.get_untracked());
                is_playing.set(false);
            }
        });
    };
    let says = Signal::derive(move || match is_playing.get() {
        true => text.listen_stop.to_owned(),
        false => words.clone(),
    });
    view! {
        <audio node_ref=place src=source preload="auto" on:ended=move |_| is_playing.set(false)>
        </audio>
        <ActButton words=says look on_press=press />
        <Told>{move || is_deaf.get().then_some(text.cannot_play)}</Told>
    }
}

/// The sound of a recording as the server keeps it.
pub async fn fetch(api: Api, id: RecordingId) -> Result<Sound, ApiError> {
    let (bytes, media_type) = api.get_bytes(&format!("recordings/{id}/audio")).await?;
    Ok(Sound { bytes, media_type })
}

/// The original, fetched when the page opens, so that one tap plays it.
#[component]
pub fn Original(
    /// Which recording.
    id: RecordingId,
) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.messages;
    let api = use_api();
    let sound = Fetched::new(move || fetch(api, id));
    move || match sound.get() {
        None => view! { <p class="waiting">{text.frame.opening}</p> }.into_any(),
        Some(Ok(sound)) => {
            view! { <Listen sound words=words.original look=Look::Quiet /> }.into_any()
        }
        Some(Err(_)) => view! {
            <p class="notice notice--warn">{words.not_loaded}</p>
            <ActButton
                words=words.original look=Look::Quiet on_press=move || sound.refetch()
            />
        }
        .into_any(),
    }
}

/// The original with the browser's own controls and three speeds, for writing it down.
#[component]
pub fn Playback(
    /// Which recording.
    id: RecordingId,
) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let sound = Fetched::new(move || fetch(api, id));
    move || match sound.get() {
        None => view! { <p class="waiting">{text.frame.opening}</p> }.into_any(),
        Some(Ok(sound)) => view! { <Controls sound /> }.into_any(),
        Some(Err(_)) => view! {
            <p class="notice notice--warn">{text.speaking.messages.not_loaded}</p>
            <ActButton
                words=text.speaking.desk.load look=Look::Quiet on_press=move || sound.refetch()
            />
        }
        .into_any(),
    }
}

#[component]
fn Controls(sound: Sound) -> impl IntoView {
    let words = &use_text().speaking.desk;
    let place = NodeRef::<Audio>::new();
    let address = StoredValue::new_local(Address::of(&sound));
    let source =
        address.with_value(|address| address.as_ref().map(|address| address.as_str().to_owned()));
    let chosen = RwSignal::new(1);
    let speeds = [(words.slow, 0.75), (words.normal, 1.0), (words.fast, 1.5)];
    let tile = move |(at, (says, speed)): (usize, (&'static str, f64))| {
        let choose = move || {
            chosen.set(at);
            if let Some(element) = place.get_untracked() {
                sound::set_speed(&element, speed);
            }
        };
        view! {
            <RadioTile
                group="speed" id=format!("speed-{at}") words=says
                is_chosen=Signal::derive(move || chosen.get() == at) on_choose=choose
            />
        }
    };
    view! {
        // The heading above it is its name.
        <audio
            class="speaking-audio" aria-labelledby="original-sound"
            node_ref=place src=source controls preload="auto"
        ></audio>
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.speed}</legend>
            {speeds.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
    }
}
