//! Pages of series: the list, and one whole.

use std::{cmp::Reverse, collections::BTreeMap};

use huiyin_domain::{
    calendar::{Certainty, DayKind, DayName},
    councils::series::{
        Asked, Event, Offer, Scene, Series, Stage, may_answer, may_begin, may_see_totals, offers,
        wire::{SeriesCard, SeriesList, SeriesPage, SeriesStory},
    },
    helping::Scope,
    ids::{ResidentId, SeriesId, SlotId},
    residents::Viewer,
    time::Moment,
};

use super::{answers, rows, topics};
use crate::{
    councils,
    failure::Outcome,
    here::Here,
    store::{Tx, events},
};

/// What the rules need to know of a series besides itself.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// How many have answered.
    pub n_answers: u32,
    /// Are all of its councils over?
    pub is_over: bool,
}

impl Known {
    /// Looks it up.
    pub fn of(tx: &mut Tx<'_>, here: &Here, series: &Series) -> Outcome<Self> {
        let n_answers = answers::count(tx, here.community, series.id)?;
        Ok(Self { n_answers, is_over: councils::service::are_over(tx, here, series.id)? })
    }

    /// The circumstances of a decision.
    pub fn scene<'a>(&self, here: &'a Here) -> Scene<'a> {
        Scene {
            by: &here.viewer,
            now: here.now,
            calendar: here.calendar,
            n_answers: self.n_answers,
            is_over: self.is_over,
            found: None,
        }
    }
}

/// All series: what waits for an answer first, then the newest.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<SeriesList> {
    let mut items = Vec::new();
    for series in rows::all(tx, here.community)? {
        let has_answered = match answerer(here) {
            Some(resident) => answers::has_answered_all(tx, here, &series, resident)?,
            None => false,
        };
        let waits = may_answer(&series, here.now).is_ok() && !has_answered;
        items.push((waits, card(tx, here, &series, has_answered)?));
    }
    items.sort_by_key(|(waits, card)| (!waits, Reverse(card.id)));
    let items = items.into_iter().map(|(_, card)| card).collect();
    Ok(SeriesList { items, may_begin: may_begin(&here.viewer).is_ok() })
}

fn card(tx: &mut Tx<'_>, here: &Here, series: &Series, has_answered: bool) -> Outcome<SeriesCard> {
    let until = match series.stage {
        Stage::Polling { until } => Some(until),
        Stage::TopicsOpen
        | Stage::Scheduled { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => None,
    };
    let n_councils = u32::try_from(series.stage.councils().len()).unwrap_or(u32::MAX);
    Ok(SeriesCard {
        id: series.id,
        title: series.title.to_string(),
        stage: series.stage.kind(),
        until,
        n_sessions: if n_councils == 0 { series.needs.n_sessions } else { n_councils },
        next: councils::service::next(tx, here, series.id)?,
        has_answered,
    })
}

/// One series, whole.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: SeriesId) -> Outcome<SeriesPage> {
    let series = rows::load(tx, here.community, id)?;
    page_of(tx, here, series)
}

/// The page of a series that is at hand.
pub fn page_of(tx: &mut Tx<'_>, here: &Here, series: Series) -> Outcome<SeriesPage> {
    let known = Known::of(tx, here, &series)?;
    let mine = match answerer(here) {
        Some(resident) => Some(answers::mine(tx, here, &series, resident)?),
        None => None,
    };
    let has_answered = mine.as_ref().is_some_and(|mine| mine.kept.is_some());
    let totals = match may_see_totals(&here.viewer, &series, has_answered, here.now) {
        true => Some(answers::totals(tx, here.community, &series)?),
        false => None,
    };
    let mut offers = offers(&known.scene(here), &series);
    offers.retain(|offer| *offer != Offer::Answer || mine.is_some());
    let topics = topics::of_series(tx, here, &series.topics)?;
    let mut story = story(tx, here, series.id)?;
    let mut series = series;
    if matches!(here.viewer, Viewer::Guest) {
        hide_lines(&mut series.slots);
        for line in &mut story {
            if let Event::SlotsAdded { slots } = &mut line.event {
                hide_lines(slots);
            }
        }
    }
    Ok(SeriesPage {
        topics,
        provisional: provisional(here, &series),
        holidays: holidays(here, &series),
        mine,
        n_answers: known.n_answers,
        totals,
        story,
        offers,
        series,
    })
}

/// Where a meeting by video is joined is for those who are signed in, as on a council's own page.
fn hide_lines(slots: &mut [Asked]) {
    for asked in slots {
        asked.slot.room.link = None;
    }
}

/// The resident whose answer is shown and taken here; a helper needs leave for that.
fn answerer(here: &Here) -> Option<ResidentId> {
    let may = here.help.is_none_or(|help| help.scopes.has(Scope::Answer));
    here.viewer.resident().filter(|_| may)
}

/// The days that a notice still to come can make days of another kind.
fn provisional(here: &Here, series: &Series) -> BTreeMap<SlotId, Certainty> {
    let unsure = series.slots.iter().filter_map(|asked| {
        let facts = here.calendar.facts(asked.slot.hours.day).ok()?;
        (!facts.is_certain()).then_some((asked.slot.id, facts.certainty))
    });
    unsure.collect()
}

/// The public holidays among the days, when many are with their families.
fn holidays(here: &Here, series: &Series) -> BTreeMap<SlotId, DayName> {
    let named = series.slots.iter().filter_map(|asked| {
        let facts = here.calendar.facts(asked.slot.hours.day).ok()?;
        let name = facts.name.filter(|_| facts.kind == DayKind::Holiday)?;
        Some((asked.slot.id, name))
    });
    named.collect()
}

fn story(tx: &mut Tx<'_>, here: &Here, id: SeriesId) -> Outcome<Vec<SeriesStory>> {
    let told = events::of_stream(tx, here.community_id(), &rows::stream(id))?;
    let lines = told.iter().rev().map(|event| {
        let at = Moment::from_millis(event.at_ms);
        Ok(SeriesStory { at, event: serde_json::from_str(&event.body)? })
    });
    lines.collect()
}
