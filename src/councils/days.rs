//! The dated times as questions: three tiles for each, and two buttons for a whole day.
use crate::{
    ui::{ActButton, Choice, Fault, Look},
    words::use_text,
};
use huiyin_domain::{
    calendar::DayName,
    councils::series::{Asked, Mark},
    ids::SlotId,
    problems::FieldProblem,
    time::Day,
    times::DayPart,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The marks that are being made, wherever they are kept meanwhile.
#[derive(Clone, Copy)]
pub struct Marking {
    /// Those so far.
    pub marks: Signal<BTreeMap<SlotId, Mark>>,
    /// Takes some.
    pub mark: Callback<Vec<(SlotId, Mark)>>,
    /// What is wrong.
    pub faults: RwSignal<Vec<Fault>>,
}

/// The times by their days, in order.
pub fn by_day(asked: Vec<Asked>) -> Vec<(Day, Vec<Asked>)> {
    let mut days: BTreeMap<Day, Vec<Asked>> = BTreeMap::new();
    for asked in asked {
        days.entry(asked.slot.hours.day).or_default().push(asked);
    }
    days.into_iter().collect()
}

/// The public holiday on which these times of one day lie, if it is one.
pub fn holiday_of(holidays: &BTreeMap<SlotId, DayName>, asked: &[Asked]) -> Option<DayName> {
    asked.iter().find_map(|asked| holidays.get(&asked.slot.id)).cloned()
}

/// The field of a time.
pub fn field_of(slot: SlotId) -> String {
    format!("slot-{slot}")
}

/// What is missing among the times, each with its date, so that no two read alike.
pub fn open_times(problems: &[FieldProblem], asked: &[Asked]) -> Vec<Fault> {
    let text = use_text();
    let is_open = |slot: SlotId| problems.iter().any(|problem| problem.field == field_of(slot));
    let open = asked.iter().filter(|asked| is_open(asked.slot.id));
    let fault = |asked: &Asked| Fault {
        field: field_of(asked.slot.id),
        words: (text.councils.answer.open)(&text.language.hours(asked.slot.hours)),
    };
    open.map(fault).collect()
}

/// All times of one day.
#[component]
pub fn DayQuestions(
    /// Which day.
    day: Day,
    /// Its times.
    asked: Vec<Asked>,
    /// Those of them of which it is not sure that they are on a day off.
    provisional: Vec<SlotId>,
    /// The public holiday that the day is, if it is one.
    holiday: Option<DayName>,
    /// The marks.
    marking: Marking,
) -> impl IntoView {
    let text = use_text();
    let words = &text.councils;
    let date = text.language.date(day);
    let slots: Vec<_> = asked.iter().map(|asked| asked.slot.id).collect();
    let all = move |mark: Mark| {
        let marks = slots.iter().map(|slot| (*slot, mark)).collect();
        marking.mark.run(marks);
    };
    // One time has its own tiles; several can be answered at once.
    let shortcuts = (asked.len() > 1).then(|| {
        let (any, none) = (all.clone(), all);
        view! {
            <ActButton
                words=(words.answer.whole_day)(&date) look=Look::Quiet
                on_press=move || any(Mark::Can)
            />
            <ActButton
                words=(words.answer.no_day)(&date) look=Look::Quiet
                on_press=move || none(Mark::Cannot)
            />
        }
    });
    let is_provisional = asked.iter().any(|asked| provisional.contains(&asked.slot.id));
    let is_one_of_many = asked.len() > 1;
    let question = |asked| view! { <TimeQuestion asked is_one_of_many marking /> };
    let questions = asked.into_iter().map(question);
    view! {
        <section class="stack councils-day">
            <h2>{date.clone()}</h2>
            {holiday.map(|name| view! { <p>{(words.show.holiday)(&name)}</p> })}
            {is_provisional.then(|| view! { <p class="soft">{words.show.provisional}</p> })}
            {shortcuts}
            {questions.collect_view()}
        </section>
    }
}

/// One time: can they come?
#[component]
fn TimeQuestion(asked: Asked, is_one_of_many: bool, marking: Marking) -> impl IntoView {
    let text = use_text();
    let words = &text.councils;
    let id = asked.slot.id;
    let name = field_of(id);
    let field = name.clone();
    let room = &asked.slot.room;
    let place = (words.show.room)(room.name.as_str(), room.seats, room.online);
    // The day stands in each question: read alone, it says all.
    let legend = format!("{} · {}", text.language.hours(asked.slot.hours), room.name);
    let why = asked.slot.why_in_working_hours.as_ref();
    let why = why.map(|reason| (words.show.in_working_hours)(reason.as_str()));
    // With several times on a day each tile says which part of it, so that it can be named aloud.
    let part = (text.times.part_short)(DayPart::of(asked.slot.hours.from));
    let tile_words = |mark| match is_one_of_many {
        true => (words.answer.part_mark)(part, mark),
        false => (words.mark)(mark).to_owned(),
    };
    let choices = Mark::ALL.map(|mark| (mark, tile_words(mark), "")).to_vec();
    view! {
        <div class="stack stack--tight councils-time">
            <Choice
                name legend choices
                chosen=Signal::derive(move || marking.marks.with(|marks| marks.get(&id).copied()))
                on_choose=move |mark| marking.mark.run(vec![(id, mark)])
                fault=Signal::derive(move || Fault::for_field(&marking.faults.get(), &field))
            />
            <p class="soft">{place}</p>
            {why.map(|why| view! { <p class="soft">{why}</p> })}
        </div>
    }
}
