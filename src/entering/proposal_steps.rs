//! The questions of a proposal and a co-signature, asked about somebody else.
use super::{
    draft::{Draft, Entering},
    step::Step,
    step_form::{StepForm, Written, chosen, fault_of},
};
use crate::{
    api::use_api,
    ui::{CheckTile, FaultLine, Fetched, Load, PageHeading, Question, RadioTile},
    words::use_text,
};
use huiyin_domain::{
    contests::{
        Origin, Phase,
        wire::{ContestCard, ContestList},
    },
    proposals::REQUESTS_MAX,
};
use leptos::prelude::*;

/// For which contest? Those that still take something in.
#[component]
pub fn ContestStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let api = use_api();
    let words = &use_text().entering;
    let faults = RwSignal::new(Vec::new());
    let list = Fetched::new(move || async move { api.get::<ContestList>("contests").await });
    let tile = move |(at, card): (usize, ContestCard)| {
        let contest = card.id;
        let id = if at == 0 { "contest".to_owned() } else { format!("contest-{contest}") };
        view! {
            <RadioTile
                group="contest" id words=card.title
                hint=(use_text().contests.phase)(card.phase)
                is_chosen=Signal::derive(move || entering.with(|it| it.contest == Some(contest)))
                on_choose=move || entering.write(|it| it.contest = Some(contest))
            />
        }
    };
    let takes = |card: &ContestCard| {
        let is_open = matches!(card.phase, Phase::Collecting | Phase::Reviewing);
        is_open && card.origin == Origin::Here
    };
    let check = |draft: &Draft| chosen("contest", draft.contest.is_some());
    view! {
        <StepForm step=Step::Contest entering faults check>
            <PageHeading words=words.contest />
            <Load resource=list has_heading=true then=move |list: ContestList| {
                let open: Vec<_> = list.items.into_iter().filter(takes).collect();
                if open.is_empty() {
                    return view! { <p class="notice">{words.contest_none}</p> }.into_any();
                }
                view! {
                    <fieldset class="stack">
                        <legend class="unseen">{words.contest}</legend>
                        <FaultLine name="contest" fault=fault_of(faults, "contest") />
                        {open.into_iter().enumerate().map(tile).collect_view()}
                    </fieldset>
                }
                .into_any()
            } />
        </StepForm>
    }
}

/// What?
#[component]
pub fn TitleStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    view! {
        <Written
            step=Step::Title entering field="title" words=use_text().entering.ask_title
            first=entering.with_now(|draft| draft.form.title.clone())
            write=|draft, written| draft.form.title = written
            check=|draft| draft.form.parse_title().err().into_iter().collect()
        />
    }
}

/// What in detail?
#[component]
pub fn RequestsStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let text = use_text();
    view! {
        <Written
            step=Step::Requests entering field="requests" words=text.entering.ask_requests rows=5
            hint=(text.proposals.writing.requests_hint)(REQUESTS_MAX)
            first=entering.with_now(|draft| draft.form.requests.clone())
            write=|draft, written| draft.form.requests = written
            check=|draft| draft.form.parse_requests().err().into_iter().collect()
        />
    }
}

/// Where?
#[component]
pub fn PlaceStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    view! {
        <Written
            step=Step::Place entering field="place" words=use_text().entering.ask_place
            first=entering.with_now(|draft| draft.form.place.clone())
            write=|draft, written| draft.form.place = written
            check=|draft| draft.form.parse_place().err().into_iter().collect()
        />
    }
}

/// Why?
#[component]
pub fn WhyStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    view! {
        <Written
            step=Step::Why entering field="why" words=use_text().entering.ask_why rows=6
            first=entering.with_now(|draft| draft.form.why.clone())
            write=|draft, written| draft.form.why = written
            check=|draft| draft.form.parse_why().err().into_iter().collect()
        />
    }
}

/// What might it cost? Writing an amount takes "they do not know" back.
#[component]
pub fn CostStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let text = use_text();
    let faults = RwSignal::new(Vec::new());
    let write = move |written: String| {
        entering.write(|draft| {
            draft.form.cost_unknown = draft.form.cost_unknown && written.trim().is_empty();
            draft.form.cost = written;
        });
    };
    view! {
        <StepForm
            step=Step::Cost entering faults
            check=|draft| draft.form.parse_estimate().err().into_iter().collect()
        >
            <Question
                name="cost" words=text.entering.ask_cost hint=text.proposals.writing.cost_hint
                first=entering.with_now(|draft| draft.form.cost.clone())
                on_write=write fault=fault_of(faults, "cost") keyboard="decimal"
            />
            <CheckTile
                id="cost-unknown" words=text.proposals.writing.cost_unknown
                is_chosen=Signal::derive(move || entering.with(|it| it.form.cost_unknown))
                on_change=move |is| entering.write(|draft| draft.form.cost_unknown = is)
            />
        </StepForm>
    }
}

/// Which proposal is co-signed?
#[component]
pub fn NumberStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let words = &use_text().entering;
    let faults = RwSignal::new(Vec::new());
    view! {
        <StepForm
            step=Step::Number entering faults
            check=|draft| chosen("number", draft.proposal().is_some())
        >
            <Question
                name="number" words=words.number hint=words.number_hint
                first=entering.with_now(|draft| draft.number.clone())
                on_write=move |written| entering.write(|draft| draft.number = written)
                fault=fault_of(faults, "number") keyboard="numeric"
            />
        </StepForm>
    }
}
