//! The people who wait for a call, the first to ask on top; for those who call.
use crate::{
    api::use_api,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, PageHeading},
    words::use_text,
};
use huiyin_domain::callbacks::{
    phone::PhoneNumber,
    wire::{CallbackList, CallbackPage},
};
use leptos::prelude::*;

/// Everybody who waits for a call.
#[component]
pub fn ListPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let list = Fetched::new(move || async move { api.get::<CallbackList>("callbacks").await });
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <PageHeading words=text.callbacks.staff.heading />
        <Load resource=list has_heading=true then=|list| view! { <Waiting list /> } />
    }
}

#[component]
fn Waiting(list: CallbackList) -> impl IntoView {
    let words = &use_text().callbacks.staff;
    if list.items.is_empty() {
        return view! { <p>{words.nobody}</p> }.into_any();
    }
    let n_shown = u32::try_from(list.items.len()).unwrap_or(u32::MAX);
    let n_more = list.total.saturating_sub(n_shown);
    let card = |page| view! { <li><Card page /></li> };
    view! {
        <p>{(words.waiting)(list.total)}</p>
        <ol class="list">{list.items.into_iter().map(card).collect_view()}</ol>
        {(n_more > 0).then(|| view! { <p>{(words.more)(n_more)}</p> })}
    }
    .into_any()
}

#[component]
fn Card(page: CallbackPage) -> impl IntoView {
    let text = use_text();
    let id = page.id;
    let settle = (text.callbacks.staff.settle)(id.0);
    view! {
        <article class="card">
            <h2>{(text.callbacks.number)(id.0)}</h2>
            <Wish page />
            <ButtonLink to=Route::SettleCallback(id) words=settle look=Look::Quiet />
        </article>
    }
}

/// Who wants to be called when and about what, and the button that calls.
#[component]
pub fn Wish(
    /// The request.
    page: CallbackPage,
) -> impl IntoView {
    let text = use_text();
    let words = &text.callbacks.staff;
    let contact = page.contact.map(|contact| {
        view! {
            {contact.name.map(|name| view! { <p><strong>{name}</strong></p> })}
            {contact.about.map(|about| view! { <p class="prose">{about}</p> })}
            <CallLink phone=contact.phone />
        }
    });
    view! {
        <p><strong>{(words.wants)(page.when)}</strong></p>
        <p class="soft">{(words.since)(&text.language.moment(page.asked_at))}</p>
        {contact}
    }
}

#[component]
fn CallLink(phone: PhoneNumber) -> impl IntoView {
    let words = &use_text().callbacks.staff;
    view! {
        <a class="button number" href=format!("tel:{}", phone.digits())>
            // Its groups stay on one line: a number that is broken is easily misread.
            {(words.call)(&phone.grouped().replace(' ', "\u{a0}"))}
        </a>
    }
}
