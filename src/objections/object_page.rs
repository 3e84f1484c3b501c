//! Sending an objection: against what, and why.
use crate::{
    api::use_api,
    contests::use_contest_id,
    routes::Route,
    staff::posting::{Posting, SubmitButton},
    ui::{
        AreaField, Back, Choice, ErrorSummary, Fault, Fetched, KeptWords, Load, NotFoundPage,
        PageHeading, say,
    },
    words::use_text,
};
use huiyin_domain::{
    ids::ContestId,
    objections::{Against, ObjectionForm, wire::ObjectionsPage},
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The form of an objection.
#[component]
pub fn ObjectPage() -> impl IntoView {
    let contest = use_contest_id();
    move || match contest.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: ContestId) -> impl IntoView {
    let words = &use_text().objections;
    let api = use_api();
    let page = Fetched::new(move || async move {
        api.get::<ObjectionsPage>(&format!("contests/{id}/objections")).await
    });
    view! {
        <Back to=Route::Objections(id) words=words.heading />
        <Load resource=page then=move |page: ObjectionsPage| match page.objectable.is_empty() {
            true => view! { <PageHeading words=words.not_now /> }.into_any(),
            false => view! { <Form page /> }.into_any(),
        } />
    }
}

#[component]
fn Form(page: ObjectionsPage) -> impl IntoView {
    let words = &use_text().objections;
    let (id, navigate) = (page.contest, use_navigate());
    let path = format!("contests/{id}/objections");
    let kept = KeptWords::of(&Route::Object(id), "words");
    let said = kept.words;
    let posting = Posting::new(path, move |_: ObjectionsPage| {
        kept.taken();
        say(words.sent.to_owned());
        navigate(&Route::Objections(id).href(), Default::default());
    });
    let against = RwSignal::new(None::<Against>);
    let choices = page.objectable.into_iter().map(|it| {
        let title = it.proposal.map(|proposal| proposal.title);
        (it.against, (words.against)(it.against, title.as_deref()), "")
    });
    let choices: Vec<(Against, String, &'static str)> = choices.collect();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = ObjectionForm { against: against.get_untracked(), words: said.get_untracked() };
        match form.parse() {
            Ok(_) => posting.send(form),
            Err(problems) => posting.faults.set(Fault::of(&problems)),
        }
    };
    view! {
        <PageHeading words=words.object />
        <ErrorSummary faults=posting.faults />
        <form class="stack" novalidate on:submit=send>
            <Choice
                name="against" legend=words.against_what choices=choices chosen=against
                on_choose=move |it| against.set(Some(it)) fault=posting.fault("against")
            />
            <AreaField
                name="words" label=words.said hint=words.said_hint value=said
                fault=posting.fault("words") rows=5
            />
            <SubmitButton words=words.send trouble=posting.trouble() busy=posting.busy() />
        </form>
    }
}
