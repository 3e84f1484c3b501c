//! Choosing the times: judged by the planner outside of the transaction, and stored only if
//! nothing has changed meanwhile.

use std::{collections::BTreeMap, sync::Arc};

use huiyin_domain::{
    councils::{
        CouncilRefusal,
        planner::Problem,
        series::{
            Best, Command, Event, Found, Judged, Scene, Series, decide, may_schedule,
            wire::SeriesPage,
        },
    },
    ids::{CouncilId, ResidentId, SeriesId, SlotId, Version},
    refusals::Refusal,
};

use super::{
    chances,
    pages::{self, Known},
    plan, rows, telling, topics,
};
use crate::{
    councils,
    failure::{Failure, Outcome},
    here::Here,
    store::Tx,
};

/// What the planner says of a choice.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The best plan.
    pub best: Arc<Best>,
    /// What is to be said of the choice; nothing when it breaks one of the needs.
    pub chosen: Option<Judged>,
}

/// The question that is to be answered before these times can be chosen, if they can be at all.
pub fn prepare(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SeriesId,
    version: Version,
    (slots, checksum): (&[SlotId], &str),
) -> Outcome<Problem> {
    let series = rows::at_version(tx, here, id, version)?;
    let known = Known::of(tx, here, &series)?;
    may_schedule(&known.scene(here), &series)?;
    let is_offered =
        |slot: &SlotId| series.slot(*slot).is_some_and(|asked| asked.withdrawn.is_none());
    if !slots.iter().all(is_offered) {
        return Err(Refusal::from(CouncilRefusal::UnknownSlot).into());
    }
    let wishes = plan::wishes(tx, here.community, &series)?;
    let problem = plan::problem_of(here, &series, &wishes)?;
    match problem.checksum() == checksum {
        true => Ok(problem),
        false => Err(Refusal::from(CouncilRefusal::AnswersChanged).into()),
    }
}

/// Chooses the times: the series is scheduled, its councils begin, and it is kept from what they
/// were chosen and whom they leave a chance.
pub fn store(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SeriesId,
    version: Version,
    command: Command,
    verdict: &Verdict,
) -> Outcome<SeriesPage> {
    let series = rows::at_version(tx, here, id, version)?;
    let wishes = plan::wishes(tx, here.community, &series)?;
    let problem = plan::problem_of(here, &series, &wishes)?;
    let chosen = verdict.chosen.as_ref();
    let mut numbers = Vec::new();
    for _ in chosen.iter().flat_map(|chosen| &chosen.leaders) {
        numbers.push(rows::next_council(tx, here)?);
    }
    let found = Found {
        checksum: problem.checksum(),
        chosen: chosen.map(|chosen| chosen.worth),
        best: verdict.best.worth(),
        bound: verdict.best.bound,
        councils: numbers,
    };
    let known = Known::of(tx, here, &series)?;
    let scene = Scene { found: Some(&found), ..known.scene(here) };
    let event = decide(&scene, &series, command)?;
    let after = rows::happen(tx, here, &series, &event)?;
    if let (Event::Scheduled { plan: chosen_plan, councils }, Some(chosen)) = (&event, chosen) {
        plan::keep(tx, here, id, &problem, &chosen.page)?;
        let had_one = wishes.iter().map(|(resident, wish)| {
            (*resident, chosen_plan.slots.iter().any(|slot| wish.can_come(&series, *slot)))
        });
        let had_one: BTreeMap<ResidentId, bool> = had_one.collect();
        chances::keep(tx, here, id, had_one)?;
        begin_councils(tx, here, &after, (&chosen_plan.slots, councils), chosen)?;
    }
    telling::tell(tx, here, &after, &event)?;
    pages::page_of(tx, here, after)
}

fn begin_councils(
    tx: &mut Tx<'_>,
    here: &Here,
    series: &Series,
    (slots, numbers): (&[SlotId], &[CouncilId]),
    chosen: &Judged,
) -> Outcome<()> {
    let mut begun = Vec::new();
    for (slot, number) in slots.iter().zip(numbers) {
        let asked = series.slot(*slot);
        let asked = asked.ok_or_else(|| Failure::Broken(format!("slot {slot} is gone")))?;
        begun.push((&asked.slot, chosen.leaders.get(slot).copied().flatten(), *number));
    }
    let first = begun.iter().map(|(slot, _, _)| slot.hours.begins()).min();
    let topics = topics::for_agenda(tx, here, &series.topics)?;
    for (slot, leader, number) in begun {
        // The series' topics are what its first council talks about, until the organiser says
        // otherwise.
        let theirs = if Some(slot.hours.begins()) == first { topics.as_slice() } else { &[] };
        councils::service::begin(tx, here, series, slot, (leader, theirs), number)?;
    }
    Ok(())
}
