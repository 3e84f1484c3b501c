//! No microphone for us: why, a recording made elsewhere, and the other ways.
use super::{ladder_page::OtherWays, take::Take, waiting::NotTaken};
use crate::{
    browser::{files, microphone::NoMicrophone, sound::Sound},
    ui::{ActButton, Fault, FaultLine, PageHeading},
    words::use_text,
};
use huiyin_domain::recordings::RECORDING_BYTES_MAX;
use leptos::{prelude::*, task::spawn_local_scoped};

const FIELD: &str = "recording-file";

/// Why there is no recording, and what can be done instead; nobody is asked again and again.
#[component]
pub fn Without(
    /// The recording that was to be.
    take: Take,
    /// Why not.
    why: NoMicrophone,
) -> impl IntoView {
    let words = &use_text().speaking.recording;
    let (heading, next) = match why {
        NoMicrophone::Denied => (words.denied, words.denied_next),
        NoMicrophone::Absent => (words.absent, words.absent_next),
        NoMicrophone::Taken => (words.taken, words.taken_next),
        NoMicrophone::Unsupported => (words.unsupported, words.unsupported_next),
    };
    // Only what its owner can end without the browser's settings is tried again.
    let again = matches!(why, NoMicrophone::Taken)
        .then(|| view! { <ActButton words=words.again on_press=move || take.start() /> });
    let file = matches!(why, NoMicrophone::Unsupported).then(|| view! { <FromElsewhere take /> });
    view! {
        <PageHeading words=heading />
        <p>{next}</p>
        {again}
        {file}
        <section class="stack">
            <h2>{words.other_ways}</h2>
            <OtherWays contest=take.contest />
        </section>
    }
}

/// A recording that the phone's own recorder made.
#[component]
fn FromElsewhere(take: Take) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.recording;
    let faults = RwSignal::new(Vec::<Fault>::new());
    let fault = Signal::derive(move || Fault::for_field(&faults.get(), FIELD));
    let refuse = move |words: String| {
        if !faults.is_disposed() {
            faults.set(vec![Fault { field: FIELD.to_owned(), words }]);
        }
    };
    let choose = move |event: leptos::ev::Event| {
        let Some(chosen) = files::take_chosen(&event) else { return };
        faults.set(Vec::new());
        if chosen.bytes() > RECORDING_BYTES_MAX {
            return refuse((words.file_too_large)(RECORDING_BYTES_MAX / 1_000_000));
        }
        spawn_local_scoped(async move {
            let media_type = chosen.media_type();
            match chosen.read().await {
                Some(bytes) if !bytes.is_empty() => {
                    match take.keep(Sound { bytes, media_type }).await {
                        Ok(()) => {}
                        Err(NotTaken::Silent) => refuse(words.silent_next.to_owned()),
                        Err(NotTaken::TooLong) => refuse(words.file_too_long.to_owned()),
                    }
                }
                Some(_) | None => refuse(words.file_unread.to_owned()),
            }
        });
    };
    view! {
        <div class="field">
            <label class="field__label" for=FIELD>{words.file}</label>
            <FaultLine name=FIELD fault />
            <input
                id=FIELD type="file" accept="audio/*" capture="user" class="field__input"
                aria-invalid=move || fault.get().map(|_| "true")
                aria-describedby=move || fault.get().map(|_| "recording-file-error")
                on:change=choose
            />
        </div>
    }
}
