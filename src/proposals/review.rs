//! The organiser's part: what a proposal costs, or why it cannot be done.
use crate::{
    api::Precondition,
    ui::{ActButton, Acts, AreaField, ErrorSummary, Fault, Look, TextField},
    words::use_text,
};
use huiyin_domain::{
    contests::Reason,
    money::Money,
    problems::FieldFault,
    proposals::{
        Command,
        wire::{Offer, ProposalPage},
    },
};
use leptos::prelude::*;

const COST: &str = "shortlist-cost";
const REASON: &str = "set-aside-reason";

/// What the organiser has typed; kept while the page around it changes.
#[derive(Clone, Copy)]
struct Typed {
    cost: RwSignal<String>,
    reason: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
}

impl Typed {
    fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }

    /// What was read, or nothing and the fault beside its field.
    fn checked<T>(self, id: &str, name: &str, read: Result<T, FieldFault>) -> Option<T> {
        let words = read.as_ref().err().map(|fault| use_text().problems.fault(name, fault));
        let fault = words.map(|words| Fault { field: id.to_owned(), words });
        self.faults.set(fault.into_iter().collect());
        read.ok()
    }
}

/// Putting a proposal on the shortlist and saying that it cannot be done.
#[component]
pub fn Review(
    /// The proposal.
    page: RwSignal<ProposalPage>,
    /// What is done with it.
    acts: Acts<Command, ProposalPage>,
) -> impl IntoView {
    let text = use_text();
    let typed = Typed {
        cost: RwSignal::new(
            page.with_untracked(|page| page.stage.cost().map_or(String::new(), Money::grouped)),
        ),
        reason: RwSignal::new(String::new()),
        faults: RwSignal::new(Vec::new()),
    };
    let offers = Memo::new(move |_| page.with(|page| page.offers.clone()));
    let offer = move |offer: Offer| match offer {
        Offer::Shortlist { cap } => Some(view! { <Shortlist cap typed acts /> }.into_any()),
        Offer::SetAside => Some(view! { <SetAside typed acts /> }.into_any()),
        Offer::CoSign | Offer::WithdrawCoSign | Offer::Withdraw => None,
    };
    let parts = move || {
        let parts: Vec<_> = offers.get().into_iter().filter_map(offer).collect();
        (!parts.is_empty()).then(|| {
            view! {
                <section class="stack proposals-review">
                    <h2>{text.proposals.review}</h2>
                    <ErrorSummary faults=typed.faults />
                    {parts}
                </section>
            }
        })
    };
    view! { {parts} }
}

#[component]
fn Shortlist(cap: Money, typed: Typed, acts: Acts<Command, ProposalPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals;
    let send = move || {
        let cost = Money::parse(&typed.cost.get_untracked()).map_err(FieldFault::Money);
        let cost = cost
            .and_then(|cost| if cost > cap { Err(FieldFault::AboveCap { cap }) } else { Ok(cost) });
        if let Some(cost) = typed.checked(COST, "cost", cost) {
            acts.send(Command::Shortlist { cost }, |page| Precondition::Version(page.version));
        }
    };
    view! {
        <TextField
            name=COST
            label=words.shortlist_cost
            hint=(words.shortlist_hint)(&text.language.yuan(cap))
            value=typed.cost
            fault=typed.fault(COST)
            keyboard="decimal"
        />
        <ActButton casts=true words=words.shortlist busy=acts.busy() on_press=send />
    }
}

#[component]
fn SetAside(typed: Typed, acts: Acts<Command, ProposalPage>) -> impl IntoView {
    let words = &use_text().proposals;
    let send = move || {
        let reason = Reason::parse(&typed.reason.get_untracked()).map_err(FieldFault::Words);
        if let Some(reason) = typed.checked(REASON, "reason", reason) {
            acts.send(Command::SetAside { reason }, |page| Precondition::Version(page.version));
        }
    };
    view! {
        <AreaField
            name=REASON
            label=words.set_aside_reason
            hint=words.set_aside_hint
            value=typed.reason
            fault=typed.fault(REASON)
        />
        <ActButton
            casts=true words=words.set_aside look=Look::Warn busy=acts.busy() on_press=send
        />
    }
}
