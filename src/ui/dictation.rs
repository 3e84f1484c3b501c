//! Speaking into a field: the keyboard's microphone first, dictation only where it has worked.
use crate::{
    browser::recogniser::{self, Event, Listening, Manner, Why},
    ui::{ActButton, Look, say, warn},
    words::{speaking::Dictation, use_language, use_text},
};
use leptos::prelude::*;

use super::pictures::KeyboardHowTo;

/// The longest dictation; before that, eight silent seconds end it.
const MOST_MS: u32 = 60_000;

/// What is shown under the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// One button.
    Closed,
    /// How to speak, and perhaps why it did not work.
    HowTo(Option<Why>),
    /// It listens.
    Listening,
    /// What was heard, to be corrected.
    Heard,
}

/// Speaking into one field.
#[derive(Clone, Copy)]
struct Speaking {
    shown: RwSignal<Shown>,
    /// Words that will stay as they are, and may be corrected afterwards.
    heard: RwSignal<String>,
    /// Words that may still change.
    perhaps: RwSignal<String>,
    listening: StoredValue<Option<Listening>, LocalStorage>,
    tag: &'static str,
}

impl Speaking {
    fn new() -> Self {
        Self {
            shown: RwSignal::new(Shown::Closed),
            heard: RwSignal::new(String::new()),
            perhaps: RwSignal::new(String::new()),
            listening: StoredValue::new_local(None),
            tag: use_language().tag(),
        }
    }

    fn begin(self) {
        self.heard.set(String::new());
        self.perhaps.set(String::new());
        let manner = Manner { tag: self.tag, is_continuous: true, most_ms: MOST_MS };
        let listening = recogniser::listen(manner, move |event| self.hear(event));
        self.shown.set(match listening {
            Some(_) => Shown::Listening,
            None => Shown::HowTo(Some(Why::Missing)),
        });
        self.listening.set_value(listening);
    }

    fn hear(self, event: Event) {
        if self.shown.is_disposed() {
            return;
        }
        match event {
            Event::Started => {}
            Event::Heard { text, is_final: true } => {
                self.heard.update(|heard| heard.push_str(text.trim()));
                self.perhaps.set(String::new());
            }
            Event::Heard { text, is_final: false } => self.perhaps.set(text),
            Event::Ended { why } => {
                let has_words = self.heard.with_untracked(|heard| !heard.is_empty());
                self.shown.set(if has_words { Shown::Heard } else { Shown::HowTo(Some(why)) });
            }
        }
    }

    fn stop(self) {
        self.listening.with_value(|listening| {
            if let Some(listening) = listening {
                listening.stop();
            }
        });
    }

    fn close(self) {
        // It stops listening, and says nothing more.
        self.listening.set_value(None);
        self.shown.set(Shown::Closed);
    }
}

/// One button under a field that opens the ways to speak into it.
#[component]
pub fn SpeakInto(
    /// The field's id.
    field: &'static str,
    /// Takes the words that were spoken.
    #[prop(into)]
    on_words: Callback<String>,
) -> impl IntoView {
    let words = &use_text().speaking.dictation;
    let speaking = Speaking::new();
    let take = move || {
        let spoken = speaking.heard.get_untracked().trim().to_owned();
        speaking.close();
        if !spoken.is_empty() {
            on_words.run(spoken);
            say(words.taken.to_owned());
        }
    };
    let shown = move || match speaking.shown.get() {
        Shown::Closed => view! {
            <ActButton
                words=words.speak look=Look::Quiet
                on_press=move || speaking.shown.set(Shown::HowTo(None))
            />
        }
        .into_any(),
        Shown::HowTo(why) => view! { <HowTo speaking why /> }.into_any(),
        Shown::Listening => view! { <Hearing speaking /> }.into_any(),
        Shown::Heard => view! {
            <Correct field speaking />
            <ActButton words=words.take on_press=take />
            <ActButton words=words.leave look=Look::Quiet on_press=move || speaking.close() />
        }
        .into_any(),
    };
    view! { <div class="stack stack--tight">{shown}</div> }
}

/// The keyboard's microphone in a picture; dictation only where a result has once arrived.
#[component]
fn HowTo(speaking: Speaking, why: Option<Why>) -> impl IntoView {
    let words = &use_text().speaking.dictation;
    let failure = why.map(|why| {
        warn(sentence(words, why).to_owned());
        view! { <p class="notice notice--warn">{sentence(words, why)}</p> }
    });
    let dictate = recogniser::has_worked().then(|| {
        view! {
            <ActButton words=words.begin look=Look::Quiet on_press=move || speaking.begin() />
        }
    });
    view! {
        {failure}
        <KeyboardHowTo />
        {dictate}
        <ActButton words=words.close look=Look::Quiet on_press=move || speaking.close() />
    }
}

fn sentence(words: &Dictation, why: Why) -> &'static str {
    match why {
        Why::Result | Why::NoSpeech | Why::Hung | Why::Aborted => words.nothing,
        Why::Denied => words.denied,
        Why::NoMicrophone => words.no_microphone,
        Why::Network | Why::Missing => words.cannot,
    }
}

#[component]
fn Hearing(speaking: Speaking) -> impl IntoView {
    let words = &use_text().speaking.dictation;
    view! {
        <p class="notice">{words.listening}</p>
        <p class="prose">{speaking.heard} {speaking.perhaps}</p>
        <ActButton words=words.stop on_press=move || speaking.stop() />
    }
}

/// What was heard, shown before it is used, and open to correction.
#[component]
fn Correct(field: &'static str, speaking: Speaking) -> impl IntoView {
    let words = &use_text().speaking.dictation;
    let id = format!("{field}-heard");
    view! {
        <label class="field__label" for=id.clone()>{words.heard}</label>
        <textarea
            id=id class="field__input" rows="3" prop:value=speaking.heard
            on:input:target=move |event| speaking.heard.set(event.target().value())
        ></textarea>
    }
}
