//! What can be said, with examples, and a try that does nothing.
use super::{
    Ear,
    hearing::{Hearing, Purpose},
};
use crate::{browser::recogniser, ui::PageHeading, words::use_text};
use leptos::prelude::*;

/// How to use voice commands.
#[component]
pub fn VoicePage() -> impl IntoView {
    let words = &use_text().voice;
    let hearing = Hearing::new(Purpose::Try);
    let example = |(said, does): &(&'static str, &'static str)| {
        view! {
            <dt>{*said}</dt>
            <dd>{*does}</dd>
        }
    };
    let works = move || {
        hearing.state.track();
        recogniser::has_worked().then(|| {
            view! {
                <p class="notice notice--good">{words.works}</p>
            }
        })
    };
    view! {
        <PageHeading words=words.heading />
        <div class="stack stack--tight">
            <p>{words.what_for}</p>
            <p>{words.how}</p>
            <p>{words.safe}</p>
        </div>
        <section class="stack voice-try">
            <h2>{words.try_heading}</h2>
            <p class="soft">{words.privacy}</p>
            <Ear hearing words=words.try_it />
            {works}
        </section>
        <section class="stack">
            <h2>{words.examples}</h2>
            <dl class="voice-examples">{words.example.iter().map(example).collect_view()}</dl>
        </section>
    }
}
