//! The pages on which a department or a place gets a name, and where a department ends.
use super::{
    dissolve_form::DissolveForm,
    name_form::{NameForm, What},
    use_names,
};
use crate::{
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{Back, ButtonLink, Load, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    departments::{Department, Place},
    feedback::wire::Names,
    ids::{DepartmentId, PlaceId},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::str::FromStr;

/// Sets a department up.
#[component]
pub fn NewDepartmentPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <New what=What::NewDepartment /> } /> }
}

/// Puts a place on the list.
#[component]
pub fn NewPlacePage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <New what=What::NewPlace /> } /> }
}

#[component]
fn New(what: What) -> impl IntoView {
    view! {
        <BackTo what />
        <NameForm what before=None />
    }
}

#[component]
fn BackTo(what: What) -> impl IntoView {
    let words = &use_text().staff.names;
    let list = what.list();
    let name = if list == Route::DeskPlaces { words.places } else { words.departments };
    view! { <Back to=list words=name /> }
}

/// The number and the act in the address.
fn use_act<T>() -> Memo<Option<(T, String)>>
where
    T: FromStr + Copy + PartialEq + Send + Sync + 'static,
{
    let params = use_params_map();
    Memo::new(move |_| {
        let params = params.read();
        Some((params.get("id")?.parse().ok()?, params.get("act")?))
    })
}

/// Renames or dissolves the department in the address.
#[component]
pub fn DepartmentActPage() -> impl IntoView {
    let at = use_act::<DepartmentId>();
    move || match at.get() {
        Some((id, act)) if act == "rename" => {
            view! { <ForStaff then=move || view! { <OfDepartment id is_end=false /> } /> }
                .into_any()
        }
        Some((id, act)) if act == "dissolve" => {
            view! { <ForStaff then=move || view! { <OfDepartment id is_end=true /> } /> }.into_any()
        }
        Some(_) | None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn OfDepartment(id: DepartmentId, is_end: bool) -> impl IntoView {
    let names = use_names();
    let what = What::Department(id);
    let shown = move |department: Option<Department>| match department {
        None => view! { <NotFoundPage /> }.into_any(),
        Some(department) if department.is_dissolved => view! { <Gone department /> }.into_any(),
        Some(department) if is_end => view! { <DissolveForm department /> }.into_any(),
        Some(department) => view! { <NameForm what before=Some(department.name) /> }.into_any(),
    };
    view! {
        <BackTo what />
        <Load resource=names then=move |names: Names| {
            shown(names.departments.into_iter().find(|known| known.id == id))
        } />
    }
}

#[component]
fn Gone(department: Department) -> impl IntoView {
    let text = use_text();
    let words = &text.staff.names;
    view! {
        <PageHeading words=text.language.of(&department.name) />
        <p>{words.not_now}</p>
        <ButtonLink to=Route::DeskDepartments words=words.departments />
    }
}

/// Renames the place in the address.
#[component]
pub fn PlaceActPage() -> impl IntoView {
    let at = use_act::<PlaceId>();
    move || match at.get() {
        Some((id, act)) if act == "rename" => {
            view! { <ForStaff then=move || view! { <OfPlace id /> } /> }.into_any()
        }
        Some(_) | None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn OfPlace(id: PlaceId) -> impl IntoView {
    let names = use_names();
    let what = What::Place(id);
    let shown = move |place: Option<Place>| match place {
        None => view! { <NotFoundPage /> }.into_any(),
        Some(place) => view! { <NameForm what before=Some(place.name) /> }.into_any(),
    };
    view! {
        <BackTo what />
        <Load resource=names then=move |names: Names| {
            shown(names.places.into_iter().find(|known| known.id == id))
        } />
    }
}
