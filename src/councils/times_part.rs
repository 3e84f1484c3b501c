//! The times of a series: when and where, what one said oneself, and what everybody said.
use crate::{
    ui::{Bar, BarLook, PartHeading, PlotTable, Screen, bar_length},
    words::use_text,
};
use huiyin_domain::{
    councils::series::{
        Asked, Mark,
        wire::{Marks, SeriesPage},
    },
    ids::SlotId,
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// So many times stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

/// Marks in sentences, a line for each time.
#[component]
pub fn MarkLines(
    /// The series.
    page: Arc<SeriesPage>,
    /// The marks.
    marks: BTreeMap<SlotId, Mark>,
) -> impl IntoView {
    let text = use_text();
    let line = |asked: &Asked| {
        let at = text.language.hours(asked.slot.hours);
        let mark = marks.get(&asked.slot.id);
        let words = match mark {
            Some(mark) => (text.councils.answer.line)(&at, *mark),
            None => (text.councils.answer.open)(&at),
        };
        view! { <li>{words}</li> }
    };
    let lines = page.series.offered().into_iter().map(line).collect_view();
    view! { <ul class="list">{lines}</ul> }
}

/// All times of a series, a few on each screen; those that were taken out say why.
pub fn times_screens(page: &Arc<SeriesPage>) -> Vec<Screen> {
    let mut all: Vec<_> = page.series.slots.clone();
    all.sort_by_key(|asked| (asked.slot.hours, asked.slot.id));
    if all.is_empty() {
        return vec![Screen::new(|| view! { <p>{use_text().councils.show.no_times}</p> })];
    }
    let chunk = |(nth, chunk): (usize, &[Asked])| {
        let (page, chunk) = (page.clone(), chunk.to_vec());
        Screen::new(move || {
            let words = &use_text().councils.show;
            let page = page.clone();
            let time = move |asked| view! { <li><Time page=page.clone() asked /></li> };
            view! {
                <section class="stack stack--tight">
                    <PartHeading words=words.times nth />
                    <ul class="list">{chunk.clone().into_iter().map(time).collect_view()}</ul>
                </section>
            }
        })
    };
    all.chunks(ON_A_SCREEN).enumerate().map(chunk).collect()
}

/// One time.
#[component]
fn Time(page: Arc<SeriesPage>, asked: Asked) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.show;
    let slot = &asked.slot;
    let room = (words.room)(slot.room.name.as_str(), slot.room.seats, slot.room.online);
    let why = slot.why_in_working_hours.as_ref();
    let why = why.map(|reason| (words.in_working_hours)(reason.as_str()));
    let withdrawn = asked.withdrawn.as_ref().map(|reason| (words.withdrawn)(reason.as_str()));
    let provisional = page.provisional.contains_key(&slot.id).then_some(words.provisional);
    let holiday = page.holidays.get(&slot.id).map(words.holiday);
    let mine = page.mine.as_ref().and_then(|mine| mine.kept.as_ref());
    let mine = mine.and_then(|kept| kept.answer.marks.get(&slot.id));
    let mine = mine.map(|mark| (words.my_mark)(*mark));
    let provisional = provisional.map(str::to_owned);
    let lines = [Some(room), holiday, why, withdrawn, provisional, mine];
    let line = |line| view! { <p>{line}</p> };
    view! {
        <article class="card">
            <h3>{text.language.hours(slot.hours)}</h3>
            {lines.into_iter().flatten().map(line).collect_view()}
        </article>
    }
}

/// How many answered, and what they said: in words with bars, and as a table.
///
/// Before one has answered there are only words: nobody is to follow the crowd.
pub fn totals_screens(page: &Arc<SeriesPage>) -> Vec<Screen> {
    let n_answers = page.n_answers;
    let Some(totals) = page.totals.clone() else {
        return vec![Screen::new(move || view! { <Hidden n=n_answers /> })];
    };
    let offered: Vec<_> = page.series.offered().into_iter().cloned().collect();
    let most = totals.values().flat_map(|it| [it.can, it.if_need_be, it.cannot]).max();
    let most = most.unwrap_or(0);
    let rows: Vec<_> = offered.iter().map(|asked| row(asked, &totals)).collect();
    let chunk = |(nth, chunk): (usize, &[Asked])| {
        let (chunk, totals) = (chunk.to_vec(), totals.clone());
        Screen::new(move || {
            let totals = totals.clone();
            let bars = move |asked: Asked| {
                let marks = totals.get(&asked.slot.id).copied().unwrap_or_default();
                view! { <Bars asked marks most /> }
            };
            view! {
                <section class="stack stack--tight">
                    <Heading n=n_answers nth />
                    {chunk.clone().into_iter().map(bars).collect_view()}
                </section>
            }
        })
    };
    let mut screens: Vec<_> = offered.chunks(ON_A_SCREEN).enumerate().map(chunk).collect();
    let Some(last) = screens.pop() else { return Vec::new() };
    let table = Screen::new(move || {
        let words = &use_text().councils.show;
        let columns = words.columns.to_vec();
        view! { <PlotTable words=words.as_table columns named_by=0 rows=rows.clone() /> }
    });
    screens.push(last.and(table));
    screens
}

fn row(asked: &Asked, totals: &BTreeMap<SlotId, Marks>) -> Vec<String> {
    let marks = totals.get(&asked.slot.id).copied().unwrap_or_default();
    let numbers = [marks.can, marks.if_need_be, marks.cannot].map(|n| n.to_string());
    let at = use_text().language.hours(asked.slot.hours);
    [at].into_iter().chain(numbers).collect()
}

#[component]
fn Heading(n: u32, nth: usize) -> impl IntoView {
    let words = &use_text().councils.show;
    view! {
        <PartHeading words=words.totals nth />
        {(nth == 0).then(|| view! { <p>{(words.n_answers)(n)}</p> })}
    }
}

#[component]
fn Hidden(n: u32) -> impl IntoView {
    view! {
        <section class="stack stack--tight">
            <Heading n nth=0 />
            <p class="soft">{use_text().councils.show.hidden}</p>
        </section>
    }
}

/// One time: how many said what.
#[component]
fn Bars(asked: Asked, marks: Marks, most: u32) -> impl IntoView {
    let text = use_text();
    let bars = [
        (Mark::Can, marks.can, BarLook::Filled),
        (Mark::IfNeedBe, marks.if_need_be, BarLook::Outline),
        (Mark::Cannot, marks.cannot, BarLook::Dashed),
    ];
    let bar = |(mark, n, look): (Mark, u32, BarLook)| {
        let length = bar_length(n.into(), most.into());
        view! {
            <p class="number">{(text.councils.show.n_marks)(mark, n)}</p>
            {(n > 0).then(|| view! { <Bar length look /> })}
        }
    };
    view! {
        <div class="ledger-group">
            <strong>{text.language.hours(asked.slot.hours)}</strong>
            {bars.map(bar).collect_view()}
        </div>
    }
}
