//! The question whose it is: residents are found by name, address or letter.
use super::{
    draft::{Draft, Entering},
    step::Step,
    step_form::{StepForm, chosen, fault_of},
};
use crate::{
    api::{ApiError, use_api},
    ui::{Fault, Fetched, Load, PageHeading, RadioTile, TextField},
    words::use_text,
};
use huiyin_domain::residents::wire::{FoundResident, ResidentList};
use leptos::{ev::SubmitEvent, prelude::*};

/// Which resident is it?
#[component]
pub fn WhomStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let words = &use_text().entering;
    let faults = RwSignal::new(Vec::new());
    let asked = RwSignal::new(None::<String>);
    let head = view! {
        <PageHeading words=words.whom />
        <Search asked faults />
    };
    let chosen_first = entering.with_now(|draft| draft.resident.clone());
    let check = |draft: &Draft| chosen("resident", draft.resident.is_some());
    view! {
        <StepForm step=Step::Whom entering faults check head=head.into_any()>
            {move || match (asked.get(), chosen_first.clone()) {
                (Some(query), _) => view! { <Found query entering /> }.into_any(),
                (None, Some(resident)) => {
                    view! { <Residents residents=vec![resident] entering /> }.into_any()
                }
                (None, None) => ().into_any(),
            }}
        </StepForm>
    }
}

#[component]
fn Search(asked: RwSignal<Option<String>>, faults: RwSignal<Vec<Fault>>) -> impl IntoView {
    let words = &use_text().entering;
    let typed = RwSignal::new(String::new());
    let search = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = typed.get_untracked().trim().to_owned();
        if !typed.is_empty() {
            asked.set(Some(typed));
        }
    };
    view! {
        <form class="stack" role="search" novalidate on:submit=search>
            <TextField
                name="resident" label=words.search_by hint=words.whom_hint
                value=typed fault=fault_of(faults, "resident")
            />
            <button type="submit" class="button button--quiet">{words.search}</button>
        </form>
    }
}

#[component]
fn Found(query: String, entering: Entering) -> impl IntoView {
    let api = use_api();
    let words = &use_text().entering;
    let found = Fetched::new(move || {
        let path = format!("residents?q={}", crate::routes::encode(&query));
        async move { api.get::<ResidentList>(&path).await as Result<_, ApiError> }
    });
    view! {
        <Load resource=found has_heading=true then=move |list: ResidentList| {
            let more = list.has_more.then(|| view! { <p class="notice">{words.found_more}</p> });
            if list.items.is_empty() {
                view! { <p class="notice notice--warn">{words.found_none}</p> }.into_any()
            } else {
                view! { <Residents residents=list.items entering /> {more} }.into_any()
            }
        } />
    }
}

#[component]
fn Residents(residents: Vec<FoundResident>, entering: Entering) -> impl IntoView {
    let words = &use_text().entering;
    let tile = move |resident: FoundResident| {
        let id = resident.id;
        let resident = StoredValue::new(resident);
        let name = resident.with_value(|it| it.public_name.clone());
        let hint = resident.with_value(|it| it.address.clone()).unwrap_or_default();
        view! {
            <RadioTile
                group="resident" id=format!("resident-{id}") words=name hint
                is_chosen=Signal::derive(move || {
                    entering.with(|it| it.resident.as_ref().is_some_and(|it| it.id == id))
                })
                on_choose=move || entering.write(|it| it.resident = Some(resident.get_value()))
            />
        }
    };
    view! {
        <fieldset class="stack">
            <legend class="field__label">{words.found}</legend>
            {residents.into_iter().map(tile).collect_view()}
        </fieldset>
    }
}
