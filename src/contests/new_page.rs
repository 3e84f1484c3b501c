//! Setting up a contest: one form, every fault summarised at its top.
use super::{
    new_form::{Fields, RULES, Typed},
    style_fields::{Numbers, Style},
};
use crate::{
    api::{ApiError, Precondition, Unanswered, use_api},
    browser::drawer,
    routes::Route,
    ui::{
        ActButton, Alarm, AreaField, Back, ButtonLink, Choice, ErrorSummary, Fault, PageHeading,
        RadioTile, TextField,
    },
    words::use_text,
};
use huiyin_domain::{
    contests::{CO_SIGNS_MAX, RESERVE_PLACES_MAX, RulesForm, Screening},
    counting::CountingRule,
    ids::ContestId,
    problems::{FieldFault, FieldProblem, ProblemKind},
    words::WordsProblem,
};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use serde::Deserialize;

/// The form's draft on this device, so that a reload loses nothing.
const DRAFT: &str = "draft.contest";

/// Setting up a contest; for organisers.
#[component]
pub fn NewPage() -> impl IntoView {
    let text = use_text();
    let words = &text.contests.manage;
    let api = use_api();
    let form = move || {
        if api.me().is_some_and(|me| me.viewer.organiser().is_some()) {
            view! { <Form /> }.into_any()
        } else {
            view! {
                <p>{words.new_refused}</p>
                <ButtonLink to=Route::SignIn words=text.frame.sign_in />
            }
            .into_any()
        }
    };
    view! {
        <Back to=Route::Contests words=text.contests.heading />
        <PageHeading words=words.new_heading />
        {form}
    }
}

#[component]
fn Form() -> impl IntoView {
    let fields = Fields::of(drawer::get(DRAFT).unwrap_or_else(Typed::usual));
    let faults = RwSignal::new(Vec::<Fault>::new());
    let sending = Sending::new(fields, faults);
    Effect::new(move || {
        // Where this device cannot keep it, it is kept for this visit.
        let _ = drawer::set(DRAFT, &fields.typed());
    });
    view! {
        <ErrorSummary faults />
        <div class="stack">
            <Money fields faults />
            <Voting fields faults />
            <Rule fields faults />
            <Limits fields faults />
            <Dates fields faults />
            <Send sending />
        </div>
    }
}

pub(super) fn fault(faults: RwSignal<Vec<Fault>>, field: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || Fault::for_field(&faults.get(), field))
}

#[component]
fn Money(fields: Fields, faults: RwSignal<Vec<Fault>>) -> impl IntoView {
    let words = &use_text().contests.manage;
    view! {
        <TextField
            name="title" label=words.title hint=words.title_hint
            value=fields.title fault=fault(faults, "title")
        />
        <TextField
            name="budget" label=words.budget hint=words.money_hint keyboard="decimal"
            value=fields.budget fault=fault(faults, "budget")
        />
        <TextField
            name="cap" label=words.cap hint=words.money_hint keyboard="decimal"
            value=fields.cap fault=fault(faults, "cap")
        />
    }
}

#[component]
fn Voting(fields: Fields, faults: RwSignal<Vec<Fault>>) -> impl IntoView {
    let words = &use_text().contests.manage;
    view! {
        <Style fields />
        <Numbers fields faults />
        <TextField
            name="co_signs_needed" label=words.co_signs hint=(words.co_signs_hint)(CO_SIGNS_MAX)
            keyboard="numeric"
            value=fields.co_signs_needed fault=fault(faults, "co_signs_needed")
        />
    }
}

/// How the votes are counted, each rule with what it means, what decides ties, and how many come
/// up behind the winners.
#[component]
fn Rule(fields: Fields, faults: RwSignal<Vec<Fault>>) -> impl IntoView {
    let words = &use_text().contests;
    let tile = |(at, rule): (usize, CountingRule)| {
        view! {
            <RadioTile
                group="counting" id=format!("counting-{at}")
                words=(words.page.rule_name)(rule) hint=(words.page.rule_means)(rule)
                is_chosen=Signal::derive(move || fields.rule.get() == Some(rule))
                on_choose=move || fields.rule.set(Some(rule))
            />
        }
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.manage.rule}</legend>
            {RULES.into_iter().enumerate().map(tile).collect_view()}
            <p>{words.page.unsupported}</p>
        </fieldset>
        <TextField
            name="draw" label=words.manage.draw hint=words.manage.draw_hint
            value=fields.draw fault=fault(faults, "draw")
        />
        <TextField
            name="reserve" label=words.manage.reserve
            hint=(words.manage.reserve_hint)(RESERVE_PLACES_MAX) keyboard="numeric"
            value=fields.reserve fault=fault(faults, "reserve")
        />
    }
}

#[component]
fn Limits(fields: Fields, faults: RwSignal<Vec<Fault>>) -> impl IntoView {
    let words = &use_text().contests.manage;
    view! {
        <AreaField
            name="negative_list" label=words.negative_list hint=words.negative_list_hint rows=6
            value=fields.negative_list fault=fault(faults, "negative_list")
        />
        <Choice
            name="screening" legend=words.screening
            choices=[Screening::Meanwhile, Screening::First]
                .map(|it| (it, (words.screening_name)(it).to_owned(), ""))
                .to_vec()
            chosen=Signal::derive(move || Some(fields.screening.get()))
            on_choose=move |screening| fields.screening.set(screening)
            fault=fault(faults, "screening")
        />
    }
}

#[component]
fn Dates(fields: Fields, faults: RwSignal<Vec<Fault>>) -> impl IntoView {
    let words = &use_text().contests.manage;
    let date = move |name: &'static str, label: &'static str, value: RwSignal<String>| {
        let fault = fault(faults, name);
        view! { <TextField name label value fault kind="datetime-local" /> }
    };
    view! {
        <fieldset class="stack">
            <legend class="field__label">{words.dates}</legend>
            <p class="field__hint">{words.dates_hint}</p>
            {date("collecting", words.collecting, fields.collecting)}
            {date("reviewing", words.reviewing, fields.reviewing)}
            {date("voting", words.voting, fields.voting)}
            {date("counting_from", words.counting_from, fields.counting_from)}
        </fieldset>
    }
}

#[component]
fn Send(sending: Sending) -> impl IntoView {
    let text = use_text();
    let busy = sending.action.pending();
    let words = Signal::derive(move || {
        if busy.get() { text.frame.sending } else { text.contests.manage.create }.to_owned()
    });
    view! {
        {move || sending.error.get().map(|error| view! {
            <Alarm words=text.problems.error(&error) />
        })}
        <ActButton casts=true words busy on_press=move || sending.send() />
    }
}

/// The faults in words; a contest without a name is told apart from a proposal without one.
fn faults_in(problems: &[FieldProblem]) -> Vec<Fault> {
    let mut faults = Fault::of(problems);
    let is_unnamed = |problem: &FieldProblem| {
        problem.field == "title" && problem.fault == FieldFault::Words(WordsProblem::Empty)
    };
    for (fault, _) in faults.iter_mut().zip(problems).filter(|(_, it)| is_unnamed(it)) {
        fault.words = use_text().contests.manage.title_empty.to_owned();
    }
    faults
}

/// The number of the new contest.
#[derive(Clone, Copy, Deserialize)]
struct Created {
    id: ContestId,
}

/// A contest on its way.
#[derive(Clone, Copy)]
struct Sending {
    fields: Fields,
    faults: RwSignal<Vec<Fault>>,
    action: Action<RulesForm, ()>,
    error: RwSignal<Option<ApiError>>,
}

impl Sending {
    fn new(fields: Fields, faults: RwSignal<Vec<Fault>>) -> Self {
        let api = use_api();
        let navigate = use_navigate();
        let error = RwSignal::new(None);
        let unanswered = Unanswered::of_one();
        let action = Action::new_local(move |form: &RulesForm| {
            let (form, navigate) = (form.clone(), navigate.clone());
            async move {
                let key = unanswered.key_for(&form);
                let sent = api.post("contests", &form, &key, Precondition::None).await;
                unanswered.note(&form, &sent);
                match sent {
                    Ok(Created { id }) => {
                        drawer::remove(DRAFT);
                        navigate(&Route::Contest(id).href(), Default::default());
                    }
                    Err(problem) => match problem.kind() {
                        Some(ProblemKind::Invalid { problems }) if !faults.is_disposed() => {
                            faults.set(faults_in(problems));
                        }
                        Some(_) | None => error.set(Some(problem)),
                    },
                }
            }
        });
        Self { fields, faults, action, error }
    }

    fn send(self) {
        if self.action.pending().get_untracked() {
            return;
        }
        self.error.set(None);
        let form = RulesForm::from(untrack(|| self.fields.typed()));
        let problems = form.parse().err().unwrap_or_default();
        self.faults.set(faults_in(&problems));
        if problems.is_empty() {
            self.action.dispatch_local(form);
        }
    }
}
