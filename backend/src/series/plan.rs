//! Plans: from what they are made, and what is told of them.

use std::collections::BTreeMap;

use huiyin_domain::{
    councils::{
        CouncilRefusal,
        planner::Problem,
        rules::SlotProblem,
        series::{
            Series, Stage, Wish, attend_of, group_in_plan, may_see_plan, place_of, problem,
            wire::PlanPage,
        },
    },
    ids::{CommunityId, ResidentId, SeriesId, SlotId},
    refusals::Refusal,
    times::Attend,
};

use super::{answers, chances, pages::Known, rows};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Tx, params},
    times,
};

/// From what a series is planned, and what was chosen, if it was.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The planner's question.
    pub problem: Problem,
    /// Once the times are chosen: what was told of them then.
    pub told: Option<PlanPage>,
}

/// What everybody said who said anything: about these times, or about their usual week.
pub fn wishes(
    tx: &mut Tx<'_>,
    community: CommunityId,
    series: &Series,
) -> Outcome<BTreeMap<ResidentId, Wish>> {
    let answers = answers::all(tx, community, series.id)?;
    let weeks = times::service::all(tx, community)?;
    let groups = answers::groups(tx, community)?;
    let chances = chances::in_others(tx, community, series.id)?;
    let everybody = answers.keys().chain(weeks.keys());
    let wishes = everybody.map(|resident| {
        let answer = answers.get(resident);
        let week = weeks.get(resident).map(|kept| &kept.times);
        let said = groups.get(resident).copied();
        let past = chances.get(resident).map(Vec::as_slice).unwrap_or_default();
        let by_week = week.map_or(Attend::Either, attend_of);
        let wish = Wish {
            group: group_in_plan(said, past),
            attend: answer.map_or(by_week, |answer| answer.attend),
            marks: answers::marks_in_plan(series, answer, week),
        };
        (*resident, wish)
    });
    Ok(wishes.collect())
}

/// The planner's question, as things are now: without the times that are too near for a notice.
pub fn problem_of(
    here: &Here,
    series: &Series,
    wishes: &BTreeMap<ResidentId, Wish>,
) -> Outcome<Problem> {
    let wishes: Vec<Wish> = wishes.values().cloned().collect();
    let problem = problem(&series.as_of(here.today()), &wishes);
    problem.map_err(|unsound| Failure::Broken(format!("series {}: {unsound}", series.id)))
}

/// From what a series is planned, for whoever may see it.
pub fn ready(tx: &mut Tx<'_>, here: &Here, id: SeriesId) -> Outcome<Ready> {
    let series = rows::load(tx, here.community, id)?;
    let known = Known::of(tx, here, &series)?;
    may_see_plan(&known.scene(here), &series)?;
    match kept(tx, here, id)? {
        Some(kept) => Ok(kept),
        None => {
            let wishes = wishes(tx, here.community, &series)?;
            Ok(Ready { problem: problem_of(here, &series, &wishes)?, told: None })
        }
    }
}

/// The same, for one of the times that are offered.
pub fn ready_for(tx: &mut Tx<'_>, here: &Here, id: SeriesId, slot: SlotId) -> Outcome<Ready> {
    let ready = ready(tx, here, id)?;
    match place_of(&ready.problem, slot) {
        Some(_) => Ok(ready),
        None => Err(not_planned(tx, here, id, slot)?.into()),
    }
}

/// Why a time was in no plan: it is none of the series, or was too near when the times were
/// chosen.
fn not_planned(tx: &mut Tx<'_>, here: &Here, id: SeriesId, slot: SlotId) -> Outcome<Refusal> {
    let series = rows::load(tx, here.community, id)?;
    let asked = series.slot(slot).filter(|asked| asked.withdrawn.is_none());
    let Some(hours) = asked.map(|asked| asked.slot.hours) else {
        return Ok(CouncilRefusal::UnknownSlot.into());
    };
    let notice = match &series.stage {
        Stage::Scheduled { at, .. } => at.in_china().date(),
        // When the times of a closed one were chosen does not stand in it: after this one's notice.
        Stage::TopicsOpen
        | Stage::Polling { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => here.today().min(hours.day),
    };
    let problem = SlotProblem::TooNearForNotice { from: series.first_day_after(notice) };
    Ok(Refusal::NoSlot { hours, problem })
}

/// Keeps from what the times were chosen, and what was told of it.
pub fn keep(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SeriesId,
    problem: &Problem,
    told: &PlanPage,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO series_plans (community_id, series_id, problem, page)
         VALUES ($1, $2, $3, $4)",
        params![here.community.0, id.0, problem.export(), serde_json::to_string(told)?],
    )?;
    Ok(())
}

fn kept(tx: &mut Tx<'_>, here: &Here, id: SeriesId) -> Outcome<Option<Ready>> {
    let row = tx.first(
        "SELECT problem, page FROM series_plans WHERE community_id = $1 AND series_id = $2",
        params![here.community.0, id.0],
    )?;
    let Some(row) = row else { return Ok(None) };
    let problem = Problem::parse(row.text(0)?);
    let problem = problem.map_err(|unsound| Failure::Broken(format!("series {id}: {unsound}")))?;
    Ok(Some(Ready { problem, told: Some(serde_json::from_str(row.text(1)?)?) }))
}
