//! Who needs a call: the sentences to read to them, the number, and the note that it was done.
use crate::{
    api::{ApiError, Key, Precondition, use_api},
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{ActButton, Back, Load, Look, Outcome, OutcomeNotice, PageHeading},
    words::{feedback::Teller, use_text},
};
use huiyin_domain::{
    callbacks::phone::PhoneNumber,
    feedback::wire::Names,
    ids::SubmissionId,
    notices::wire::{Call, CallDone, CallList},
};
use leptos::prelude::*;

/// Everybody who is to be called.
#[component]
pub fn CallsPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let list = LocalResource::new(move || async move { api.get::<CallList>("desk/calls").await });
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <PageHeading words=text.notices.calls.heading />
        <Load resource=list has_heading=true then=|list| view! { <Waiting list /> } />
    }
}

type Done = Action<(SubmissionId, CallDone), ()>;

#[component]
fn Waiting(list: CallList) -> impl IntoView {
    let text = use_text();
    let words = &text.notices.calls;
    let api = use_api();
    let list = RwSignal::new(list);
    let came = RwSignal::new(None::<Outcome>);
    let done: Done = Action::new_local(move |(id, told): &(SubmissionId, CallDone)| {
        let (path, told) = (format!("desk/calls/{id}/done"), *told);
        async move {
            let key = Key::fresh();
            let sent: Result<CallList, ApiError> =
                api.post(&path, &told, &key, Precondition::None).await;
            match sent {
                Ok(now) => {
                    came.try_set(Some(Outcome::Done(words.was_done.to_owned())));
                    list.try_set(now);
                }
                Err(error) => {
                    came.try_set(Some(Outcome::Failed(error)));
                }
            }
        }
    });
    let shown = move || {
        let CallList { items, total, office_hours, names, .. } = list.get();
        if items.is_empty() {
            return view! { <p>{words.nobody}</p> }.into_any();
        }
        let names = StoredValue::new(names);
        let card = move |call: Call| view! { <li><Card call names done /></li> };
        view! {
            <p>{(words.total)(total, &text.language.of(&office_hours))}</p>
            <ol class="list">{items.into_iter().map(card).collect_view()}</ol>
        }
        .into_any()
    };
    view! {
        <OutcomeNotice outcome=came />
        {shown}
    }
}

/// One person: why they are called, what is read to them, and what came of it.
#[component]
fn Card(call: Call, names: StoredValue<Names>, done: Done) -> impl IntoView {
    let words = &use_text().notices.calls;
    let id = call.submission;
    let why = match (call.is_asked, call.was_chosen) {
        (true, _) => words.is_asked,
        (false, true) => words.chosen,
        (false, false) => words.long_away,
    };
    let said = names.with_value(|names| to_read(&call, names));
    let said = said.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    let until_seq = call.told.iter().map(|told| told.seq).max().unwrap_or(0);
    let press = move || {
        if !done.pending().get_untracked() {
            done.dispatch_local((id, CallDone { until_seq }));
        }
    };
    view! {
        <article class="card">
            <h2>{call.name.clone()}</h2>
            {call.address.clone().map(|address| view! { <p>{address}</p> })}
            <p class="soft">{why}</p>
            <CallLink phone=call.phone.clone() />
            <h3>{words.read}</h3>
            {said}
            <ActButton
                words=(words.done)(id.0) look=Look::Quiet busy=done.pending() on_press=press
            />
        </article>
    }
}

/// What is read to somebody, sentence by sentence.
fn to_read(call: &Call, names: &Names) -> Vec<String> {
    let text = use_text();
    let words = &text.notices.calls;
    let tell = Teller::new(text.language, names, true);
    let greeting = (words.greeting)(&call.name, call.submission.0, &call.title);
    let happened = call.told.iter().map(|told| {
        let what = (text.feedback.event)(&told.event, &tell);
        (words.happened)(&text.language.day(told.at), &what)
    });
    [greeting].into_iter().chain(happened).chain([words.ask.to_owned()]).collect()
}

#[component]
fn CallLink(phone: Option<PhoneNumber>) -> impl IntoView {
    let words = &use_text().notices.calls;
    match phone {
        Some(phone) => view! {
            <a class="button number" href=format!("tel:{}", phone.digits())>
                // Its groups stay on one line: a number that is broken is easily misread.
                {(words.call)(&phone.grouped().replace(' ', "\u{a0}"))}
            </a>
        }
        .into_any(),
        None => view! { <p>{words.no_number}</p> }.into_any(),
    }
}
