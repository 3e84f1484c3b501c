//! Objections that wait for the office, the oldest first.
use super::card::ObjectionCard;
use crate::{
    api::use_api,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, PageHeading},
    words::use_text,
};
use huiyin_domain::objections::wire::ObjectionList;
use leptos::prelude::*;

/// What waits.
#[component]
pub fn DeskPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Waiting /> } /> }
}

#[component]
fn Waiting() -> impl IntoView {
    let text = use_text();
    let words = &text.objections;
    let api = use_api();
    let list = Fetched::new(move || async move { api.get::<ObjectionList>("objections").await });
    let shown = move |list: ObjectionList| {
        let none = list.items.is_empty();
        let each = list.items.into_iter().map(|view| {
            let to = Route::DeskObjection(view.id);
            let title = view.proposal.as_ref().map(|proposal| proposal.title.as_str());
            let about = (words.against)(view.against, title);
            view! { <ObjectionCard view /> <ButtonLink to words=words.answer about /> }
        });
        let each = each.collect_view();
        let none = none.then(|| view! { <p class="notice notice--good">{words.all_answered}</p> });
        let more = (list.n_more > 0).then(|| view! { <p>{(words.more)(list.n_more)}</p> });
        view! { <section class="stack">{none}{more}{each}</section> }
    };
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <PageHeading words=words.heading />
        <Load resource=list has_heading=true then=shown />
    }
}
