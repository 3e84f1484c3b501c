//! What can be said, with examples, and a try that does nothing.
use super::{
    Ear,
    hearing::{Hearing, Purpose},
};
use crate::{
    browser::recogniser,
    ui::{Screen, Screens},
    words::use_text,
};
use leptos::prelude::*;

/// How to use voice commands.
#[component]
pub fn VoicePage() -> impl IntoView {
    let words = &use_text().voice;
    let hearing = Hearing::new(Purpose::Try);
    let what = Screen::new(move || {
        view! {
            <div class="stack stack--tight">
                <p>{words.what_for}</p>
                <p>{words.how}</p>
                <p>{words.safe}</p>
            </div>
        }
    });
    let try_it = Screen::new(move || view! { <TryIt hearing /> });
    let examples = Screen::new(|| view! { <Examples /> });
    view! { <Screens heading=words.heading screens=vec![what, try_it, examples] /> }
}

/// Something to say that does nothing, and whether it was heard.
#[component]
fn TryIt(hearing: Hearing) -> impl IntoView {
    let words = &use_text().voice;
    let works = move || {
        hearing.state.track();
        recogniser::has_worked().then(|| {
            view! {
                <p class="notice notice--good">{words.works}</p>
            }
        })
    };
    view! {
        <section class="stack">
            <h2>{words.try_heading}</h2>
            <p class="soft">{words.privacy}</p>
            <Ear hearing words=words.try_it />
            {works}
        </section>
    }
}

#[component]
fn Examples() -> impl IntoView {
    let words = &use_text().voice;
    let example = |(said, does): &(&'static str, &'static str)| {
        view! {
            <dt>{*said}</dt>
            <dd>{*does}</dd>
        }
    };
    view! {
        <section class="stack">
            <h2>{words.examples}</h2>
            <dl class="voice-examples">{words.example.iter().map(example).collect_view()}</dl>
        </section>
    }
}
