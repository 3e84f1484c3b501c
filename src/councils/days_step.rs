//! The screen of the dated times: a list by day, or one day at a time in the elder mode.
use super::{
    days::{DayQuestions, Marking, by_day, field_of, holiday_of, open_times},
    draft::{Answering, How},
    plain_steps::Place,
};
use crate::{
    ui::{ActButton, Back, ErrorSummary, KeptNote, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{councils::series::Asked, ids::SlotId, time::Day};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Can you come at these times?
#[component]
pub fn DaysStep(
    /// Which screen.
    place: Place,
    /// The answer.
    answering: Answering,
) -> impl IntoView {
    let words = &use_text().councils.answer;
    let faults = RwSignal::new(Vec::new());
    let marking = Marking {
        marks: Signal::derive(move || answering.with(|draft| draft.form.marks.clone())),
        mark: Callback::new(move |marks: Vec<_>| {
            answering.write(move |form| form.marks.extend(marks));
        }),
        faults,
    };
    let asked = answering.with_now(|draft, page| draft.asked(page));
    let days = by_day(asked);
    let screen_of = {
        let days = days.clone();
        move |field: String| 1 + days.iter().position(|(_, day)| has(day, &field)).unwrap_or(0)
    };
    let (to, back) = place.back(answering);
    view! {
        <Back to words=back />
        <ErrorSummary faults screen_of=Callback::new(screen_of) />
        <Screens heading=words.days screens=screens(days, marking, place, answering) />
        <KeptNote is_kept=answering.is_kept />
    }
}

fn has(day: &[Asked], field: &str) -> bool {
    day.iter().any(|asked| field_of(asked.slot.id) == field)
}

/// A screen for each day; how to answer stands on the first, the way on below the last.
fn screens(
    days: Vec<(Day, Vec<Asked>)>,
    marking: Marking,
    place: Place,
    answering: Answering,
) -> Vec<Screen> {
    let provisional: Vec<SlotId> = answering.page().provisional.keys().copied().collect();
    let is_from_week = answering.with_now(|draft, _| draft.how == Some(How::Week));
    let n_days = days.len();
    let screen = |(nth, (day, asked)): (usize, (Day, Vec<Asked>))| {
        let provisional = provisional.clone();
        let holiday = holiday_of(&answering.page().holidays, &asked);
        Screen::new(move || {
            let (asked, provisional) = (asked.clone(), provisional.clone());
            let holiday = holiday.clone();
            view! {
                {(nth == 0).then(|| view! { <Hint is_from_week /> })}
                <DayQuestions day asked provisional holiday marking />
                {(nth + 1 == n_days).then(|| view! { <GoOn marking place answering /> })}
            }
        })
    };
    let screens: Vec<_> = days.into_iter().enumerate().map(screen).collect();
    match n_days {
        0 => vec![Screen::new(move || view! { <GoOn marking place answering /> })],
        _ => screens,
    }
}

#[component]
fn Hint(is_from_week: bool) -> impl IntoView {
    let words = &use_text().councils.answer;
    view! {
        <p class="field__hint">{words.days_hint}</p>
        {is_from_week.then(|| view! { <p class="notice">{words.from_week}</p> })}
    }
}

/// The way on, once every time has its mark.
#[component]
fn GoOn(marking: Marking, place: Place, answering: Answering) -> impl IntoView {
    let words = use_text().frame.go_on;
    let navigate = use_navigate();
    let go_on = move || {
        let (problems, asked) =
            answering.with_now(|draft, page| (draft.problems(page), draft.asked(page)));
        let open = open_times(&problems, &asked);
        let is_whole = open.is_empty();
        marking.faults.set(open);
        if is_whole {
            navigate(&place.next(answering).href(), Default::default());
        }
    };
    view! { <ActButton words=words.to_owned() on_press=go_on /> }
}
