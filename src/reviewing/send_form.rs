//! Asking departments: which one leads, which others look at it, and by which day.
use super::typed::Typed;
use crate::{
    api::{reviewing, use_api},
    ui::{CheckTile, Choice, Fetched, Load, TextField},
    words::use_text,
};
use huiyin_domain::{
    feedback::wire::Names,
    ids::DepartmentId,
    proposals::{StageKind, wire::ProposalPage},
};
use leptos::prelude::*;

/// The fields of asking departments.
#[component]
pub(super) fn SendFields(
    /// The proposal.
    page: RwSignal<ProposalPage>,
    /// What is filled in.
    typed: Typed,
) -> impl IntoView {
    let words = &use_text().reviewing.ask;
    let api = use_api();
    let names = Fetched::new(move || reviewing::names(api));
    let is_anew = page.with_untracked(|page| page.stage.kind() == StageKind::UnderReview);
    view! {
        {is_anew.then(|| view! { <p class="notice notice--warn">{words.anew}</p> })}
        <Load resource=names has_heading=true then=move |names| {
            view! { <Departments names typed /> }
        } />
        <TextField
            name="due" label=words.due hint=words.due_hint value=typed.due
            fault=typed.fault("due") kind="date"
        />
    }
}

/// Nobody asks a department that is there no more, whatever was filled in before.
fn keep_those_there(typed: Typed, there: &[(DepartmentId, String, &'static str)]) {
    let is_there = |id: DepartmentId| there.iter().any(|(its, ..)| *its == id);
    if typed.lead.get_untracked().is_some_and(|lead| !is_there(lead)) {
        typed.lead.set(None);
    }
    if !typed.others.with_untracked(|others| others.iter().copied().all(is_there)) {
        typed.others.update(|others| others.retain(|id| is_there(*id)));
    }
}

#[component]
fn Departments(names: Names, typed: Typed) -> impl IntoView {
    let text = use_text();
    let words = &text.reviewing.ask;
    let there = names.departments.into_iter().filter(|department| !department.is_dissolved);
    let there = there.map(|it| (it.id, text.language.of(&it.name), "")).collect::<Vec<_>>();
    keep_those_there(typed, &there);
    if there.is_empty() {
        return view! { <p>{words.none}</p> }.into_any();
    }
    let choices = there.clone();
    let tile = move |(id, name, _): (DepartmentId, String, &'static str)| {
        let choose = move |is_asked| {
            typed.others.update(|others| {
                if is_asked {
                    others.insert(id)
                } else {
                    others.remove(&id)
                };
            });
        };
        view! {
            <CheckTile
                id=format!("others-{id}") words=(words.also)(&name)
                is_chosen=Signal::derive(move || typed.others.with(|others| others.contains(&id)))
                on_change=choose
            />
        }
    };
    let tiles = move || {
        let lead = typed.lead.get();
        let others = there.iter().filter(|(id, ..)| Some(*id) != lead).cloned();
        others.map(tile).collect_view()
    };
    view! {
        <Choice
            name="lead" legend=words.lead choices chosen=typed.lead
            on_choose=move |lead| typed.lead.set(Some(lead)) fault=typed.fault("lead")
        />
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.others}</legend>
            {tiles}
        </fieldset>
    }
    .into_any()
}
