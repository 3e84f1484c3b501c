//! The text that was written down, and the resident's answer: yes, or no.
use crate::{
    api::Precondition,
    routes::Route,
    ui::{ActButton, Acts, AreaField, ButtonLink, KeptWords, Look},
    words::use_text,
};
use huiyin_domain::{
    contests::Reason,
    problems::FieldFault,
    proposals::Content,
    recordings::{
        Command, Stage,
        wire::{Offer, RecordingPage},
    },
};
use leptos::prelude::*;

const NOTE: &str = "disagree-note";

/// Reads what was written, large, and asks whether it is right.
#[component]
pub fn YourAnswer(
    /// The recording.
    page: RwSignal<RecordingPage>,
    /// What is done with it.
    acts: Acts<Command, RecordingPage>,
) -> impl IntoView {
    let is_no = RwSignal::new(false);
    let asked = Memo::new(move |_| {
        page.with(|page| match &page.stage {
            Stage::Written { content, .. } if page.offers.contains(&Offer::Agree) => {
                Some(content.clone())
            }
            Stage::Arriving { .. }
            | Stage::Waiting { .. }
            | Stage::Written { .. }
            | Stage::Unclear { .. }
            | Stage::Agreed { .. }
            | Stage::Withdrawn => None,
        })
    });
    move || {
        asked.get().map(|content| match is_no.get() {
            true => view! { <No page acts is_no /> }.into_any(),
            false => view! { <Ask page acts content is_no /> }.into_any(),
        })
    }
}

#[component]
fn Ask(
    page: RwSignal<RecordingPage>,
    acts: Acts<Command, RecordingPage>,
    content: Content,
    is_no: RwSignal<bool>,
) -> impl IntoView {
    let words = &use_text().speaking.messages;
    let number = page.with_untracked(|page| page.number.0);
    let agree = move || acts.send(Command::Agree, |page| Precondition::Version(page.version));
    view! {
        <section class="stack">
            <h2>{words.written}</h2>
            <p>{words.hear}</p>
            <Written content />
        </section>
        <section class="stack">
            <h2>{words.ask}</h2>
            <p>{(words.yes_means)(number)}</p>
            <ActButton casts=true words=words.yes busy=acts.busy() on_press=agree />
            <ActButton words=words.no look=Look::Quiet on_press=move || is_no.set(true) />
        </section>
    }
}

/// What was written down, in large letters.
#[component]
pub fn Written(
    /// The text.
    content: Content,
) -> impl IntoView {
    let words = &use_text().speaking.messages;
    let line =
        |request: huiyin_domain::proposals::Request| view! { <li>{request.to_string()}</li> };
    view! {
        <div class="card speaking-text">
            <p><strong>{content.title.to_string()}</strong></p>
            <p>{words.place} ": " {content.place.to_string()}</p>
            <p class="prose">{words.why} ": " {content.why.to_string()}</p>
            <p>{words.requests} ":"</p>
            <ol class="proposals-requests">
                {content.requests.into_iter().map(line).collect_view()}
            </ol>
        </div>
    }
}

/// What is wrong, if they like to say; or they say it again.
#[component]
fn No(
    page: RwSignal<RecordingPage>,
    acts: Acts<Command, RecordingPage>,
    is_no: RwSignal<bool>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.messages;
    let (id, contest) = page.with_untracked(|page| (page.id, page.contest));
    let note = acts.keeps(KeptWords::of(&Route::Recording(id), NOTE));
    let fault = RwSignal::new(None::<String>);
    let send = move || {
        let typed = note.get_untracked();
        let read = match typed.trim() {
            "" => Ok(None),
            typed => Reason::parse(typed).map(Some).map_err(FieldFault::Words),
        };
        match read {
            Ok(note) => {
                fault.set(None);
                let disagree = Command::Disagree { note };
                acts.send(disagree, |page| Precondition::Version(page.version));
            }
            Err(problem) => {
                fault.set(Some((text.faults.fault)("note", &problem)));
                crate::browser::document::focus_id(NOTE);
            }
        }
    };
    Effect::new(move || crate::browser::document::focus_id("disagree"));
    view! {
        <section class="stack">
            <h2 id="disagree" tabindex="-1">{words.no_heading}</h2>
            <AreaField
                name=NOTE
                label=words.no_note
                hint=words.no_hint
                value=note
                is_spoken=true
                fault=Signal::derive(move || fault.get())
            />
            <ActButton casts=true words=words.no_send busy=acts.busy() on_press=send />
            <ButtonLink to=Route::Record(contest) words=words.say_again look=Look::Quiet />
            <ActButton words=words.no_not look=Look::Quiet on_press=move || is_no.set(false) />
        </section>
    }
}
