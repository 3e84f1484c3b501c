//! The questions on usual times, each one screen's worth, wherever they are asked.
use super::step::Step;
use crate::{
    ui::{CheckTile, Fault, FaultLine, PageHeading, RadioTile},
    words::use_text,
};
use huiyin_domain::{
    problems::FieldProblem,
    times::{Attend, TimesForm, WeekTime, When},
};
use leptos::prelude::*;

/// What an answer changes in the form.
pub type Change = Box<dyn FnOnce(&mut TimesForm) + Send + Sync>;

/// An answer that is being given, wherever it is kept meanwhile.
#[derive(Clone, Copy)]
pub struct Answering {
    /// What is answered so far.
    pub form: Signal<TimesForm>,
    /// Takes an answer.
    pub change: Callback<Change>,
    /// What is wrong.
    pub faults: RwSignal<Vec<Fault>>,
}

impl Answering {
    fn write(self, answer: impl FnOnce(&mut TimesForm) + Send + Sync + 'static) {
        self.change.run(Box::new(answer));
    }

    fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }
}

/// What is wrong with the answer to one screen.
pub fn problems(step: Step, form: &TimesForm) -> Vec<FieldProblem> {
    match step {
        // That some are marked is seen after the last of the days.
        Step::When if form.when == Some(When::At) => Vec::new(),
        Step::When | Step::Sunday => form.parse_when().err().into_iter().collect(),
        Step::Weekdays | Step::Saturday => Vec::new(),
        Step::Attend | Step::Check => form.parse().err().unwrap_or_default(),
    }
}

/// The question of one screen.
#[component]
pub fn TimesQuestion(
    /// Which screen; the last one is its page's own.
    step: Step,
    /// The answer.
    answering: Answering,
) -> impl IntoView {
    match step {
        Step::When => view! { <WhenQuestion answering /> }.into_any(),
        Step::Weekdays | Step::Saturday | Step::Sunday => {
            view! { <DaysQuestion step answering /> }.into_any()
        }
        Step::Attend => view! { <AttendQuestion answering /> }.into_any(),
        Step::Check => ().into_any(),
    }
}

#[component]
fn WhenQuestion(answering: Answering) -> impl IntoView {
    let words = &use_text().times;
    let tile = move |(when, id, words)| {
        view! {
            <RadioTile
                group="when" id words
                is_chosen=Signal::derive(move || answering.form.get().when == Some(when))
                on_choose=move || answering.write(move |form| form.when = Some(when))
            />
        }
    };
    // The first tile carries the field's id, so that the summary's link leads to it.
    let tiles = [
        (When::At, "times", words.some),
        (When::Always, "times-always", words.always),
        (When::Never, "times-never", words.never),
    ];
    view! {
        <PageHeading words=words.when />
        <fieldset class="stack">
            <legend class="unseen">{words.when}</legend>
            <p class="field__hint">{words.when_hint}</p>
            <FaultLine name="times" fault=answering.fault("times") />
            {tiles.map(tile).collect_view()}
        </fieldset>
    }
}

#[component]
fn DaysQuestion(step: Step, answering: Answering) -> impl IntoView {
    let words = &use_text().times;
    let days = step.days();
    let (heading, hint) = match days {
        [day] => ((words.on_day)((words.day)(*day)), words.day_hint),
        _ => (words.weekdays.to_owned(), words.weekdays_hint),
    };
    let is_one_day = days.len() == 1;
    let tile = move |(at, time): (usize, WeekTime)| {
        let words = match is_one_day {
            true => (words.part)(time.part()).to_owned(),
            false => format!("{} {}", (words.day)(time.day()), (words.part_short)(time.part())),
        };
        let id = if at == 0 { "times".to_owned() } else { time.name() };
        view! {
            <CheckTile
                id words
                is_chosen=Signal::derive(move || answering.form.get().times.contains(&time))
                on_change=move |is| answering.write(move |form| {
                    form.when = Some(When::At);
                    if is { form.times.insert(time); } else { form.times.remove(&time); }
                })
            />
        }
    };
    let times = days.iter().copied().flat_map(WeekTime::of_day).enumerate();
    view! {
        <PageHeading words=heading.clone() />
        <fieldset class="stack">
            <legend class="unseen">{heading.clone()}</legend>
            <p class="field__hint">{hint}</p>
            <FaultLine name="times" fault=answering.fault("times") />
            {times.map(tile).collect_view()}
        </fieldset>
    }
}

#[component]
fn AttendQuestion(answering: Answering) -> impl IntoView {
    let words = &use_text().times;
    let tile = move |(at, attend): (usize, Attend)| {
        let id = if at == 0 { "attend".to_owned() } else { format!("attend-{at}") };
        view! {
            <RadioTile
                group="attend" id words=(words.attending)(attend)
                is_chosen=Signal::derive(move || answering.form.get().attend == Some(attend))
                on_choose=move || answering.write(move |form| form.attend = Some(attend))
            />
        }
    };
    view! {
        <PageHeading words=words.attend />
        <fieldset class="stack">
            <legend class="unseen">{words.attend}</legend>
            <p class="field__hint">{words.attend_hint}</p>
            <FaultLine name="attend" fault=answering.fault("attend") />
            {Attend::ALL.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
    }
}
