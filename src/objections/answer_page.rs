//! Answering an objection: whether the office agrees, what changes, and why.
use super::{card::ObjectionCard, use_objection};
use crate::{
    api::use_api,
    desk::desk_page::ForStaff,
    routes::Route,
    staff::posting::{Posting, SubmitButton},
    ui::{
        AreaField, Back, Choice, ErrorSummary, Fault, Fetched, Load, NotFoundPage, PageHeading,
        TextField, say,
    },
    words::use_text,
};
use huiyin_domain::{
    ids::ObjectionId,
    objections::{AnswerForm, ChangeKind, wire::ObjectionPage},
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The answer to an objection.
#[component]
pub fn AnswerPage() -> impl IntoView {
    let objection = use_objection();
    move || match objection.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Loaded id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: ObjectionId) -> impl IntoView {
    let words = &use_text().objections;
    let api = use_api();
    let page =
        Fetched::new(
            move || async move { api.get::<ObjectionPage>(&format!("objections/{id}")).await },
        );
    view! {
        <Back to=Route::DeskObjections words=words.heading />
        <Load resource=page then=move |page: ObjectionPage| {
            let view = page.objection.clone();
            let form = page.can_answer.then(|| view! { <Form page=page.clone() /> });
            view! {
                <PageHeading words=words.answer />
                <p>{page.title.clone()}</p>
                <ObjectionCard view />
                {form}
            }
        } />
    }
}

#[component]
fn Form(page: ObjectionPage) -> impl IntoView {
    let text = use_text();
    let words = &text.objections;
    let navigate = use_navigate();
    let path = format!("objections/{}/answer", page.objection.id);
    let posting = Posting::new(path, move |_: ObjectionPage| {
        say(words.answered.to_owned());
        navigate(&Route::DeskObjections.href(), Default::default());
    });
    let upheld = RwSignal::new(None::<bool>);
    let change = RwSignal::new(Some(ChangeKind::AsSaid));
    let (cost, why) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = AnswerForm {
            upheld: upheld.get_untracked(),
            change: change.get_untracked().unwrap_or_default(),
            cost: cost.get_untracked(),
            words: why.get_untracked(),
        };
        match form.parse() {
            Ok(_) => posting.send(form),
            Err(problems) => posting.faults.set(Fault::of(&problems)),
        }
    };
    let verdicts =
        vec![(true, words.upheld.to_owned(), ""), (false, words.not_upheld.to_owned(), "")];
    let mut changes = vec![(ChangeKind::AsSaid, words.as_said.to_owned(), "")];
    changes
        .extend(page.can_take_off.then(|| (ChangeKind::TakenOff, words.take_off.to_owned(), "")));
    let put_on = page.can_put_on.map(|_| (ChangeKind::PutOn, words.come_on.to_owned(), ""));
    changes.extend(put_on);
    let cap = page.can_put_on.map(|cap| (words.cost_hint)(&text.language.money(cap, "CNY")));
    let more = move || {
        let asks_cost = change.get() == Some(ChangeKind::PutOn);
        let hint = cap.clone().unwrap_or_default();
        let cost = asks_cost.then(|| view! {
            <TextField name="cost" label=words.cost hint value=cost fault=posting.fault("cost") />
        });
        let changes = changes.clone();
        (upheld.get() == Some(true)).then(|| {
            view! {
                <Choice
                    name="change" legend=words.what_changes choices=changes chosen=change
                    on_choose=move |it| change.set(Some(it)) fault=Signal::derive(|| None::<String>)
                />
                {cost}
            }
        })
    };
    view! {
        <ErrorSummary faults=posting.faults />
        <form class="stack" novalidate on:submit=send>
            <Choice
                name="upheld" legend=words.do_you_agree choices=verdicts chosen=upheld
                on_choose=move |it| upheld.set(Some(it)) fault=posting.fault("upheld")
            />
            {more}
            <AreaField
                name="words" label=words.words hint=words.words_hint value=why
                fault=posting.fault("words") rows=4
            />
            <SubmitButton words=words.send_answer trouble=posting.trouble() busy=posting.busy() />
        </form>
    }
}
