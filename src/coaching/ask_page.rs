//! Asking for a coach: one press, and a few words for whoever has them.
use crate::{
    api::use_api,
    proposals::use_proposal_number,
    routes::Route,
    staff::posting::{Posting, SubmitButton},
    ui::{
        AreaField, Back, ButtonLink, ErrorSummary, Fault, Fetched, KeptWords, Load, Look,
        NotFoundPage, PageHeading, say,
    },
    words::use_text,
};
use huiyin_domain::{
    coaching::wire::{AskForm, CoachingPage, ProposalCoaching},
    ids::ProposalId,
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

const WORDS: &str = "words";

/// The request for the proposal in the address.
#[component]
pub fn AskPage() -> impl IntoView {
    let proposal = use_proposal_number("id");
    move || match proposal.get() {
        Some(id) => view! { <Asked id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Asked(id: ProposalId) -> impl IntoView {
    let text = use_text();
    let words = &text.coaching;
    let api = use_api();
    let back = (text.proposals.number)(id.0);
    if api.me().is_none() {
        return view! {
            <Back to=Route::Proposal(id) words=back />
            <PageHeading words=words.ask_heading />
            <p>{words.sign_in}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any();
    }
    let page = Fetched::new(move || async move {
        api.get::<ProposalCoaching>(&format!("proposals/{id}/coaching")).await
    });
    view! {
        <Back to=Route::Proposal(id) words=back />
        <Load resource=page then=|page: ProposalCoaching| view! { <Shown page /> } />
    }
    .into_any()
}

#[component]
fn Shown(page: ProposalCoaching) -> impl IntoView {
    let words = &use_text().coaching;
    let next = match (page.open, page.may_ask) {
        (Some(open), _) => {
            let to = Route::CoachingThread(open);
            view! { <ButtonLink to words=words.see /> }.into_any()
        }
        (None, true) => view! { <Form proposal=page.proposal /> }.into_any(),
        (None, false) => view! { <p class="notice notice--warn">{words.not_now}</p> }.into_any(),
    };
    let ended = page.ended.into_iter().map(|id| {
        let to = Route::CoachingThread(id);
        view! { <ButtonLink to words=(words.see_ended)(id.0) look=Look::Quiet /> }
    });
    view! {
        <PageHeading words=words.ask_heading />
        <p><strong>{page.title}</strong></p>
        <p>{words.means}</p>
        {next}
        {ended.collect_view()}
    }
}

#[component]
fn Form(proposal: ProposalId) -> impl IntoView {
    let words = &use_text().coaching;
    let navigate = use_navigate();
    let path = format!("proposals/{proposal}/coaching");
    let kept = KeptWords::of(&Route::AskCoach(proposal), WORDS);
    let typed = kept.words;
    let posting = Posting::new(path, move |page: CoachingPage| {
        kept.taken();
        say(words.sent.to_owned());
        navigate(&Route::CoachingThread(page.id).href(), Default::default());
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = AskForm { words: typed.get_untracked() };
        match form.parse() {
            Ok(_) => posting.send(form),
            Err(problems) => posting.faults.set(Fault::of(&problems)),
        }
    };
    view! {
        <ErrorSummary faults=posting.faults />
        <form class="stack" novalidate on:submit=send>
            <AreaField
                name=WORDS label=words.need hint=words.need_hint value=typed
                fault=posting.fault(WORDS) rows=3 is_spoken=true
            />
            <SubmitButton words=words.send trouble=posting.trouble() busy=posting.busy() />
        </form>
    }
}
