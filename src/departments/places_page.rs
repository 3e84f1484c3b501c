//! The places residents choose from: each with the way to another name.
use super::use_names;
use crate::{
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{Back, ButtonLink, Load, Look, PageHeading},
    words::use_text,
};
use huiyin_domain::{departments::Place, feedback::wire::Names};
use leptos::prelude::*;

/// All places.
#[component]
pub fn PlacesPage() -> impl IntoView {
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
    let text = use_text();
    let words = &text.staff.names;
    let is_empty = names.places.is_empty();
    let card = move |place: Place| {
        let name = text.language.of(&place.name);
        let (rename, to) = ((words.rename)(&name), Route::DeskPlaceAct(place.id, "rename"));
        view! {
            <li class="card">
                <h2>{name}</h2>
                <ButtonLink to words=rename look=Look::Quiet />
            </li>
        }
    };
    view! {
        <PageHeading words=words.places />
        <p>{words.places_lead}</p>
        <ButtonLink to=Route::DeskPlaceNew words=words.add_place />
        {is_empty.then(|| view! { <p>{words.no_places}</p> })}
        <ul class="list" hidden=is_empty>{names.places.into_iter().map(card).collect_view()}</ul>
    }
}
