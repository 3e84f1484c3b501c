//! What residents say of the work, and what they are answered.
use crate::{
    moderation::notice::{Hidden, ReportLink},
    words::use_text,
};
use huiyin_domain::{
    delivery::{
        Stage,
        wire::{ProjectPage, VoiceRow},
    },
    ids::ProposalId,
    moderation::{About, VoiceRef},
};
use leptos::prelude::*;

/// The acceptance: until when, how many say what, and every word.
#[component]
pub fn Voices(
    /// The project.
    page: ProjectPage,
) -> impl IntoView {
    let text = use_text();
    let words = &text.delivery.voices;
    let until = match &page.stage {
        Stage::Accepting { acceptance } => {
            Some((words.until)(&text.language.date(acceptance.until)))
        }
        Stage::Underway | Stage::Delivered { .. } | Stage::Stopped { .. } => None,
    };
    if until.is_none() && page.voices.is_empty() {
        return ().into_any();
    }
    let counts = (words.counts)(page.n_done, page.n_not_done);
    let project = page.id;
    let voice = move |row: VoiceRow| view! { <Voice project row /> };
    let voices: Vec<_> = page.voices.into_iter().map(voice).collect();
    view! {
        <section class="stack">
            <h2>{words.heading}</h2>
            {until.map(|until| view! { <p><strong>{until}</strong></p> })}
            <p>{counts}</p>
            <ol class="list">{voices}</ol>
        </section>
    }
    .into_any()
}

#[component]
fn Voice(project: ProposalId, row: VoiceRow) -> impl IntoView {
    let text = use_text();
    let words = &text.delivery.voices;
    let says = if row.says.is_done() { words.done } else { words.not_done };
    // What is hidden is told by the notice, once.
    let said = row.says.words().filter(|_| row.veils.is_empty()).map(ToString::to_string);
    let about = About::Voice(VoiceRef { project, n: row.n });
    let can_report = said.is_some() && !row.is_mine;
    let report = can_report.then(|| view! { <ReportLink about is_of_many=true /> });
    let answer = row.answer.map(|answer| (words.answer)(answer.words.as_str()));
    view! {
        <li>
            <article class="card">
                <h3>{says} {row.is_mine.then_some(words.yours)}</h3>
                <p class="soft">{text.language.moment(row.at)}</p>
                <Hidden veils=row.veils />
                {said.map(|said| view! { <p class="prose">{said}</p> })}
                {answer.map(|answer| view! { <p class="notice">{answer}</p> })}
                {report}
            </article>
        </li>
    }
}
