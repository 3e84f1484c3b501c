//! What was sent: its number, by which days it is answered, and whom to call.
use super::{read, standing::sentence, use_submission_id};
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, CallLink, Fetched, Look, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    feedback::{FirstAnswer, Stage, wire::SubmissionPage},
    ids::SubmissionId,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The confirmation. The number stands in the address, so it needs no answer to be shown.
#[component]
pub fn SentPage() -> impl IntoView {
    let id = use_submission_id();
    move || match id.get() {
        Some(id) => view! { <Sent id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Sent(id: SubmissionId) -> impl IntoView {
    let text = use_text();
    let (words, writing) = (&text.feedback.say, &text.proposals.writing);
    let is_earlier = use_query_map().read_untracked().get("earlier").is_some();
    view! {
        <PageHeading words=words.sent />
        <div class="notice notice--good">
            <p>{words.your_number}</p>
            <p class="number number--big">{(text.proposals.number)(id.0)}</p>
            <p>{writing.number_means}</p>
        </div>
        {is_earlier.then(|| view! { <p class="notice notice--warn">{writing.sent_earlier}</p> })}
        <section class="stack stack--tight">
            <h2>{writing.next}</h2>
            <Days id />
        </section>
        <ButtonLink to=Route::Feedback(id) words=words.look_at_it />
        <CallLink words=words.call />
        <ButtonLink to=Route::Home words=text.frame.go_home look=Look::Quiet />
    }
}

/// By which days it is answered, once they are known.
#[component]
fn Days(id: SubmissionId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { read(api, id).await.ok() });
    let line = |words: String| view! { <p>{words}</p> };
    move || page.get().flatten().map(|page| days(&page).into_iter().map(line).collect_view())
}

fn days(page: &SubmissionPage) -> Vec<String> {
    let text = use_text();
    let words = &text.feedback.say;
    match &page.submission.stage {
        Stage::Waiting { duty, first: FirstAnswer::Owed { due } } => vec![
            (words.first_by)(&text.language.date(*due)),
            (words.answer_by)(&text.language.date(duty.due)),
        ],
        Stage::Waiting { .. }
        | Stage::Answered { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. }
        | Stage::InDelivery { .. }
        | Stage::Delivered { .. }
        | Stage::Ended { .. } => vec![sentence(page.into(), &page.names, page.is_mine)],
    }
}
