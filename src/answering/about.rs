//! The submission on the page of an act: what the resident says, and what is owed.
use crate::{
    feedback::standing::sentence,
    ledger::card::StageTag,
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::feedback::{Stage, wire::SubmissionPage};
use leptos::prelude::*;

/// What the resident says, and where it stands.
#[component]
pub(super) fn About(
    /// The submission.
    page: RwSignal<SubmissionPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.answering;
    let id = page.with_untracked(|page| page.submission.id);
    let content = page.with_untracked(|page| page.submission.content.clone());
    let request =
        |words: &huiyin_domain::proposals::Request| view! { <li>{words.to_string()}</li> };
    view! {
        <section class="stack">
            <h2>{words.about.heading}</h2>
            <p><strong>{content.title.to_string()}</strong></p>
            <Standing page />
            <h3>{words.about.says}</h3>
            <p class="prose">{content.words.to_string()}</p>
            <h3>{words.about.requests}</h3>
            <ol class="proposals-requests">
                {content.requests.iter().map(request).collect_view()}
            </ol>
            <AppealWords page />
            <ButtonLink to=Route::Feedback(id) words=(words.to_page)(id.0) look=Look::Quiet />
        </section>
    }
}

/// Where it stands, who owes what by when, and how late that is.
#[component]
fn Standing(page: RwSignal<SubmissionPage>) -> impl IntoView {
    let words = &use_text().ledger.card;
    move || {
        page.with(|page| {
            let sentence = sentence(page.into(), &page.names, false);
            let class = if page.late.is_some() { "ledger-late" } else { "" };
            let n_pass_ons = page.submission.n_pass_ons;
            view! {
                <StageTag stage=page.submission.stage.kind() />
                <p class=class>{sentence}</p>
                {(n_pass_ons > 0).then(|| view! {
                    <p class="soft">{(words.passed_on)(n_pass_ons)}</p>
                })}
            }
        })
    }
}

/// What the resident says against the answer, while that waits.
#[component]
fn AppealWords(page: RwSignal<SubmissionPage>) -> impl IntoView {
    let heading = use_text().answering.about.appeal;
    move || {
        let appeal = page.with(|page| match &page.submission.stage {
            Stage::Appealed { appeal, .. } => Some(appeal.words.to_string()),
            Stage::Waiting { .. }
            | Stage::Answered { .. }
            | Stage::Deferred { .. }
            | Stage::InDelivery { .. }
            | Stage::Delivered { .. }
            | Stage::Ended { .. } => None,
        });
        appeal.map(|said| view! { <h3>{heading}</h3> <p class="prose">{said}</p> })
    }
}
