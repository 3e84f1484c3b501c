//! Those who work here, for administrators.
use super::member::MemberFacts;
use crate::{
    api::use_api,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, PageHeading},
    words::use_text,
};
use huiyin_domain::staff::{Member, Standing, wire::StaffList};
use leptos::prelude::*;

/// The staff.
#[component]
pub fn ListPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let api = use_api();
    let list = Fetched::new(move || async move { api.get::<StaffList>("staff").await });
    let text = use_text();
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <Load resource=list then=|list| view! { <Shown list /> } />
    }
}

#[component]
fn Shown(list: StaffList) -> impl IntoView {
    let words = &use_text().staff.desk;
    let departments = StoredValue::new(list.departments);
    let card = move |member: Member| {
        let open = (words.open)(member.called.as_str());
        let (id, about) = (member.id, member.name.to_string());
        let is_here = member.standing == Standing::Active;
        view! {
            <li class="card">
                <h2>{member.called.to_string()}</h2>
                <MemberFacts member departments=departments.get_value() />
                {is_here.then(|| view! {
                    <ButtonLink to=Route::DeskMember(id) words=open about look=Look::Quiet />
                })}
            </li>
        }
    };
    let (here, left): (Vec<_>, Vec<_>) =
        list.items.into_iter().partition(|member| member.standing == Standing::Active);
    let has_left = !left.is_empty();
    view! {
        <PageHeading words=words.heading />
        <ButtonLink to=Route::DeskStaffNew words=words.add />
        <ul class="list">{here.into_iter().map(card).collect_view()}</ul>
        {has_left.then(|| view! {
            <h2>{words.left}</h2>
            <ul class="list">{left.into_iter().map(card).collect_view()}</ul>
        })}
    }
}
