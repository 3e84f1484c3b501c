//! The ways to say something: recorded, with the keyboard, on the telephone, with help, on paper.
use super::{list_page::are_refused, waiting::WaitingNotice};
use crate::{
    api::use_api,
    contests::use_contest_id,
    routes::Route,
    ui::{A, Back, ButtonLink, CallLink, Fetched, Look, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::{ids::ContestId, refusals::Refusal};
use leptos::prelude::*;

/// How would you like to say it?
#[component]
pub fn LadderPage() -> impl IntoView {
    let contest = use_contest_id();
    move || match contest.get() {
        Some(contest) => view! { <Ladder contest /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Ladder(contest: ContestId) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.ladder;
    let api = use_api();
    let are_refused = Fetched::new(move || are_refused(api));
    let record = move || {
        if are_refused.get() == Some(true) {
            let nobody = (text.problems.refusal)(&Refusal::NoRecordingsHere);
            view! { <p class="notice notice--warn">{nobody}</p> }.into_any()
        } else {
            view! {
                <ButtonLink to=Route::Record(contest) words=words.record />
                <p>{words.record_means}</p>
            }
            .into_any()
        }
    };
    view! {
        <Back to=Route::Contest(contest) words=text.proposals.writing.back_to_contest />
        <PageHeading words=words.heading />
        <p>{words.hint}</p>
        <WaitingNotice />
        {record}
        <OtherWays contest />
        <A href=Route::Recordings.href() attr:class="card__link">{words.said_before}</A>
    }
}

/// All ways but the recorded message.
#[component]
pub fn OtherWays(
    /// For which contest.
    contest: ContestId,
) -> impl IntoView {
    let words = &use_text().speaking.ladder;
    let look = Look::Quiet;
    view! {
        <ButtonLink to=Route::SpeakKeyboard(contest) words=words.keyboard look />
        <CallLink words=words.call />
        <ButtonLink to=Route::Help words=words.help look />
        <A href=Route::PrintProposal(contest).href() attr:class="card__link">{words.paper}</A>
    }
}

/// The ways to answer the first question of a proposal: speak, write below, or get help.
#[component]
pub fn WaysToAnswer(
    /// For which contest.
    contest: ContestId,
) -> impl IntoView {
    let words = &use_text().speaking.ladder;
    view! {
        <nav class="speaking-ways" aria-label=words.ways>
            <A href=Route::Speak(contest).href() attr:class="speaking-ways__way">
                {words.speak}
            </A>
            <span class="speaking-ways__way" aria-current="true">{words.write}</span>
            <A href=Route::Help.href() attr:class="speaking-ways__way">{words.get_help}</A>
        </nav>
    }
}
