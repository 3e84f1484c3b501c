//! The forms of the acts: their fields, what the author will read, and the button that sends them.
use super::{
    act::Act,
    finding_form::{CostField, FindingFields},
    merge_form::MergeFields,
    preview::{Preview, is_read_by_author},
    refused::shown_at_its_field,
    send_form::SendFields,
    typed::Typed,
};
use crate::{
    api::Precondition,
    ui::{ActButton, Acts, AreaField, Choice, ErrorSummary, Look, OutcomeNotice},
    words::use_text,
};
use huiyin_domain::proposals::{Command, wire::ProposalPage};
use leptos::prelude::*;

/// What one acts with.
pub(super) type Does = Acts<Command, ProposalPage>;

/// The form of an act: what it means, what is wrong, its fields, and the button.
#[component]
pub(super) fn ActForm(
    /// Which.
    act: Act,
    /// The proposal.
    page: RwSignal<ProposalPage>,
    /// What is filled in.
    typed: Typed,
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let words = &use_text().reviewing;
    shown_at_its_field(typed, acts);
    let send = move || {
        if let Some(command) = page.with_untracked(|page| typed.read(act, page)) {
            acts.send(command, |page| Precondition::Version(page.version));
        }
    };
    let look = match act {
        Act::RuleOut | Act::SetAside => Look::Warn,
        Act::Pass
        | Act::Return
        | Act::Admit
        | Act::Send
        | Act::Assess
        | Act::Conclude
        | Act::Shortlist
        | Act::Merge
        | Act::TakeBack => Look::Main,
    };
    view! {
        <section class="stack">
            <OutcomeNotice outcome=acts.outcome />
            <ErrorSummary faults=typed.faults />
            <p>{(words.means)(act)}</p>
            <Fields act page typed acts />
            {is_read_by_author(act).then(|| view! { <Preview act page typed /> })}
            <ActButton
                words=(words.send)(act) look casts=true busy=acts.busy() on_press=send
            />
        </section>
    }
}

#[component]
fn Fields(act: Act, page: RwSignal<ProposalPage>, typed: Typed, acts: Does) -> impl IntoView {
    match act {
        Act::Pass | Act::TakeBack => ().into_any(),
        Act::Return | Act::Admit | Act::SetAside => view! { <WithReason act typed /> }.into_any(),
        Act::RuleOut => view! {
            <Items page typed />
            <WithReason act typed />
        }
        .into_any(),
        Act::Send => view! { <SendFields page typed /> }.into_any(),
        Act::Assess | Act::Conclude => view! { <FindingFields act page typed /> }.into_any(),
        Act::Shortlist => view! { <CostField act page typed /> }.into_any(),
        Act::Merge => view! {
            <MergeFields page typed acts />
            <WithReason act typed />
        }
        .into_any(),
    }
}

/// Why, or what to mend.
#[component]
pub(super) fn WithReason(
    /// Of which act.
    act: Act,
    /// What is filled in.
    typed: Typed,
) -> impl IntoView {
    let words = &use_text().reviewing;
    let hint = match act {
        Act::Assess | Act::Conclude | Act::SetAside => words.why_not_hint,
        Act::Pass
        | Act::Return
        | Act::RuleOut
        | Act::Admit
        | Act::Send
        | Act::Shortlist
        | Act::Merge
        | Act::TakeBack => words.reason_hint,
    };
    view! {
        <AreaField
            name="reason" label=(words.reason)(act) hint value=typed.reason
            fault=typed.fault("reason")
        />
    }
}

/// The list of what cannot be funded, of which one item is chosen.
#[component]
fn Items(page: RwSignal<ProposalPage>, typed: Typed) -> impl IntoView {
    let words = &use_text().reviewing;
    let choices = page.with_untracked(|page| {
        let numbered = (1_u32..).zip(&page.negative_list);
        let item = |(n, item): (u32, &String)| (n, (words.nth_item)(n, item), "");
        numbered.map(item).collect::<Vec<_>>()
    });
    view! {
        <Choice
            name="item" legend=words.item choices chosen=typed.item
            on_choose=move |item| typed.item.set(Some(item)) fault=typed.fault("item")
        />
    }
}
