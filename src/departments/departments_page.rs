//! The departments: each with the way to another name or to its end.
use super::use_names;
use crate::{
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{Back, ButtonLink, Load, Look, PageHeading},
    words::use_text,
};
use huiyin_domain::{departments::Department, feedback::wire::Names};
use leptos::prelude::*;

/// All departments.
#[component]
pub fn DepartmentsPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let names = use_names();
    let text = use_text();
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <Load resource=names then=|names| view! { <Shown names /> } />
    }
}

#[component]
fn Shown(names: Names) -> impl IntoView {
    let words = &use_text().staff.names;
    let is_empty = names.departments.is_empty();
    let card = |department: Department| view! { <li class="card"><Card department /></li> };
    view! {
        <PageHeading words=words.departments />
        <p>{words.departments_lead}</p>
        <ButtonLink to=Route::DeskDepartmentNew words=words.add_department />
        {is_empty.then(|| view! { <p>{words.no_departments}</p> })}
        <ul class="list" hidden=is_empty>
            {names.departments.into_iter().map(card).collect_view()}
        </ul>
    }
}

#[component]
fn Card(department: Department) -> impl IntoView {
    let text = use_text();
    let words = &text.staff.names;
    let name = text.language.of(&department.name);
    let (rename, dissolve) = ((words.rename)(&name), (words.dissolve)(&name));
    let id = department.id;
    view! {
        <h2>{name}</h2>
        {if department.is_dissolved {
            view! { <p>{words.dissolved}</p> }.into_any()
        } else {
            let (to, end) =
                (Route::DeskDepartmentAct(id, "rename"), Route::DeskDepartmentAct(id, "dissolve"));
            view! {
                <ButtonLink to words=rename look=Look::Quiet />
                <ButtonLink to=end words=dissolve look=Look::Quiet />
            }
            .into_any()
        }}
    }
}
