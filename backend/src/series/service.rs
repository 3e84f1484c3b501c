//! What organisers do with series.

use std::collections::BTreeSet;

use huiyin_domain::{
    councils::series::{
        Begun, Command, Event, Needs, SeriesForm, begin, decide, may_begin, wire::SeriesPage,
    },
    ids::{SeriesId, StaffId, Version},
    problems::FieldFault,
};

use super::{
    pages::{self, Known},
    rows, telling, topics, who,
};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::Tx,
};

/// Begins a series.
pub fn create(tx: &mut Tx<'_>, here: &Here, form: &SeriesForm) -> Outcome<SeriesPage> {
    may_begin(&here.viewer)?;
    let (title, about) = form.parse()?;
    let begun = Begun { title, about, needs: Needs::default() };
    let series = begin(rows::next_id(tx, here)?, &begun);
    rows::insert(tx, here, &series, &Event::Begun(Box::new(begun)))?;
    pages::page_of(tx, here, series)
}

/// Does what the organiser asks, but for choosing the times: that is [`super::schedule`]'s.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SeriesId,
    version: Version,
    command: Command,
) -> Outcome<SeriesPage> {
    let series = rows::at_version(tx, here, id, version)?;
    let known = Known::of(tx, here, &series)?;
    let event = decide(&known.scene(here), &series, command)?;
    check_things(tx, here, &event)?;
    let after = rows::happen(tx, here, &series, &event)?;
    telling::tell(tx, here, &after, &event)?;
    pages::page_of(tx, here, after)
}

/// Are the topics and the people that an event names here?
fn check_things(tx: &mut Tx<'_>, here: &Here, event: &Event) -> Outcome<()> {
    match event {
        Event::TopicsChosen { topics } => topics::check(tx, here, topics),
        Event::NeedsSet { needs } => check_staff(tx, here, needs.facilitators.keys().copied()),
        Event::SlotsAdded { slots } => {
            let named = slots.iter().flat_map(|asked| asked.slot.facilitators.iter().copied());
            check_staff(tx, here, named)
        }
        Event::Begun(_)
        | Event::Described { .. }
        | Event::SlotWithdrawn { .. }
        | Event::PollOpened { .. }
        | Event::PollExtended { .. }
        | Event::Scheduled { .. }
        | Event::Closed
        | Event::Cancelled { .. } => Ok(()),
    }
}

fn check_staff(tx: &mut Tx<'_>, here: &Here, named: impl Iterator<Item = StaffId>) -> Outcome<()> {
    let named: BTreeSet<StaffId> = named.collect();
    if named.is_empty() {
        return Ok(());
    }
    let known = who::staff(tx, here)?;
    match named.iter().all(|id| known.contains_key(id)) {
        true => Ok(()),
        false => Err(Failure::field("facilitators", FieldFault::NothingChosen)),
    }
}
