//! Adding somebody to the staff.
use super::{
    act_page::RoleChoice,
    member::GivenSheet,
    posting::{Posting, SubmitButton},
};
use crate::{
    api::use_api,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{Back, ErrorSummary, Fault, Fetched, Load, PageHeading, TextField},
    words::use_text,
};
use huiyin_domain::{
    departments::Department,
    residents::StaffRole,
    staff::wire::{GivenPassword, MemberForm, StaffList},
};
use leptos::prelude::*;

/// Who is added, and what for.
#[component]
pub fn NewPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let api = use_api();
    let list = Fetched::new(move || async move { api.get::<StaffList>("staff").await });
    let words = &use_text().staff.desk;
    view! {
        <Back to=Route::DeskStaff words=words.heading />
        <Load resource=list then=|list: StaffList| {
            let mut departments = list.departments;
            departments.retain(|department| !department.is_dissolved);
            view! { <Form departments /> }
        } />
    }
}

#[component]
fn Form(departments: Vec<Department>) -> impl IntoView {
    let words = &use_text().staff.desk;
    let told = RwSignal::new(None::<GivenPassword>);
    let posting =
        Posting::new("staff".to_owned(), move |given: GivenPassword| told.set(Some(given)));
    let (name, called) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let role = RwSignal::new(None::<StaffRole>);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (name, called) = (name.get_untracked(), called.get_untracked());
        let form = MemberForm { name, called, role: role.get_untracked() };
        match form.parse() {
            Ok(_) => posting.send(form),
            Err(problems) => posting.faults.set(Fault::of(&problems)),
        }
    };
    let form = move || {
        view! {
            <PageHeading words=words.new />
            <ErrorSummary faults=posting.faults />
            <form class="stack" novalidate on:submit=send>
                <TextField
                    name="name" label=words.name hint=words.name_hint value=name
                    fault=posting.fault("name")
                />
                <TextField
                    name="called" label=words.called hint=words.called_hint value=called
                    fault=posting.fault("called")
                />
                <RoleChoice departments=departments.clone() chosen=role fault=posting.fault("role") />
                <SubmitButton words=words.add trouble=posting.trouble() busy=posting.busy() />
            </form>
        }
    };
    move || match told.get() {
        Some(given) => view! { <GivenSheet given is_new=true /> }.into_any(),
        None => form().into_any(),
    }
}
