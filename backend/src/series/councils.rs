//! The councils of a series: how they begin, which is next, and whether all are over.

use huiyin_domain::{
    councils::{
        Slot,
        meeting::{CouncilTitle, Event, Scheduled},
        series::{Series, wire::NextCouncil},
    },
    ids::{CouncilId, StaffId},
};

use crate::{failure::Outcome, here::Here, store::Tx};

/// Begins one council of a series, at a time that was chosen.
pub fn begin(
    tx: &mut Tx<'_>,
    here: &Here,
    series: &Series,
    slot: &Slot,
    facilitator: Option<StaffId>,
    number: CouncilId,
) -> Outcome<()> {
    let title = CouncilTitle::shortened(series.title.as_str());
    let event = Event::Scheduled(Box::new(Scheduled {
        series: series.id,
        title: title.expect("a title is not empty"),
        hours: slot.hours,
        room: slot.room.clone(),
        why_in_working_hours: slot.why_in_working_hours.clone(),
        facilitator,
        quorum: series.needs.quorum,
        notice_days: series.needs.notice_days,
        agenda: Vec::new(),
    }));
    here.record(tx, &format!("council/{number}"), event.name(), &event, None)
}

/// Are all councils of a series over?
pub fn are_over(_tx: &mut Tx<'_>, here: &Here, series: &Series) -> Outcome<bool> {
    Ok(chosen(series).all(|(_, slot)| slot.hours.ends() <= here.now))
}

/// The next council of a series.
pub fn next(_tx: &mut Tx<'_>, here: &Here, series: &Series) -> Outcome<Option<NextCouncil>> {
    let mut ahead = chosen(series).filter(|(_, slot)| here.now < slot.hours.ends());
    Ok(ahead.next().map(|(id, slot)| NextCouncil { id, hours: slot.hours }))
}

fn chosen(series: &Series) -> impl Iterator<Item = (CouncilId, &Slot)> {
    let slots = series.stage.plan().map(|plan| plan.slots.as_slice()).unwrap_or_default();
    let numbers = series.stage.councils().iter();
    numbers.zip(slots).filter_map(|(id, slot)| Some((*id, &series.slot(*slot)?.slot)))
}
