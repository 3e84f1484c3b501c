//! What is found: can it be done, for how much and in how many months, or why not.
use super::{
    act::{Act, assesses_for},
    forms::WithReason,
    typed::Typed,
};
use crate::{
    ui::{Choice, TextField},
    words::use_text,
};
use huiyin_domain::proposals::{MONTHS_MAX, wire::ProposalPage};
use leptos::prelude::*;

/// All fields of a finding; those that a choice needs appear with it.
#[component]
pub(super) fn FindingFields(
    /// Of which act.
    act: Act,
    /// The proposal.
    page: RwSignal<ProposalPage>,
    /// What is filled in.
    typed: Typed,
) -> impl IntoView {
    let words = &use_text().reviewing.finding;
    let choices = vec![
        (true, words.yes.to_owned(), words.yes_means),
        (false, words.no.to_owned(), words.no_means),
    ];
    let rest = move || match typed.can_be_done.get() {
        None => None,
        Some(true) => Some(
            view! {
                <CostField act page typed />
                <TextField
                    name="months" label=words.months hint=(words.months_hint)(MONTHS_MAX)
                    value=typed.months fault=typed.fault("months") keyboard="numeric"
                />
            }
            .into_any(),
        ),
        Some(false) => Some(view! { <WithReason act typed /> }.into_any()),
    };
    view! {
        {(act == Act::Assess).then(|| view! { <SpeaksFor page /> })}
        <Choice
            name="can_be_done" legend=words.can_be_done choices chosen=typed.can_be_done
            on_choose=move |it| typed.can_be_done.set(Some(it)) fault=typed.fault("can_be_done")
        />
        {rest}
    }
}

/// For which department one speaks: the office may for any of those asked.
#[component]
fn SpeaksFor(page: RwSignal<ProposalPage>) -> impl IntoView {
    let text = use_text();
    let name = page.with_untracked(|page| {
        let department = assesses_for(&page.offers)?;
        let asked = page.review.as_ref()?.asked.iter().find(|one| one.id == department)?;
        Some(text.language.of(&asked.name))
    });
    name.map(|name| view! { <p><strong>{(text.reviewing.finding.speaks_for)(&name)}</strong></p> })
}

/// What it costs, and the most that may be.
#[component]
pub(super) fn CostField(
    /// Of which act.
    act: Act,
    /// The proposal.
    page: RwSignal<ProposalPage>,
    /// What is filled in.
    typed: Typed,
) -> impl IntoView {
    let text = use_text();
    let words = &text.reviewing.finding;
    let label = match act {
        Act::Shortlist => words.cost_reviewed,
        Act::Pass
        | Act::Return
        | Act::RuleOut
        | Act::Admit
        | Act::Send
        | Act::Assess
        | Act::Conclude
        | Act::SetAside
        | Act::Merge
        | Act::TakeBack => words.cost,
    };
    let cap = page.with_untracked(|page| act.cap(&page.offers));
    let hint = cap.map(|cap| (words.cost_hint)(&text.language.yuan(cap)));
    view! {
        <TextField
            name="cost" label hint=hint.unwrap_or_default() value=typed.cost
            fault=typed.fault("cost") keyboard="decimal"
        />
    }
}
