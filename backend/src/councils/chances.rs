//! Chances: who had said that they can come to which council of a series.
//!
//! This alone reads what the room of series keeps of residents' answers.

use std::collections::BTreeMap;

use huiyin_domain::{
    councils::{
        Group,
        meeting::Council,
        series::{Chance, KeptAnswer, Mark, Series, group_in_plan, marks_of_week},
    },
    ids::{CommunityId, ResidentId, SeriesId, SlotId},
    times::KeptTimes,
};

use super::rows;
use crate::{
    failure::Outcome,
    store::{Tx, params},
};

/// What residents said about the times of one series, one by one.
type Marks = BTreeMap<SlotId, Mark>;

/// Is this the only council of its series that a resident can attend, by their own answer?
pub fn is_only_chance(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: &Council,
    resident: ResidentId,
) -> Outcome<bool> {
    let Some(series) = series(tx, community, council.series)? else { return Ok(false) };
    let marks = marks(tx, community, &series, Some(resident))?;
    let Some(marks) = marks.get(&resident) else { return Ok(false) };
    let can = |slot: &SlotId| marks.get(slot).is_some_and(|mark| mark.is_possible());
    let mut possible = rows::slots_of_series(tx, community, council.series)?;
    possible.retain(can);
    Ok(possible == [rows::slot(tx, community, council.id)?])
}

/// Who had said that they can come to a council: those whose answers, or else whose usual week,
/// leave its time open.
pub fn able(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: &Council,
) -> Outcome<Vec<ResidentId>> {
    let Some(series) = series(tx, community, council.series)? else { return Ok(Vec::new()) };
    let slot = rows::slot(tx, community, council.id)?;
    let marks = marks(tx, community, &series, None)?;
    let can = |marks: &Marks| marks.get(&slot).is_some_and(|mark| mark.is_possible());
    Ok(marks.into_iter().filter(|(_, marks)| can(marks)).map(|(resident, _)| resident).collect())
}

/// What is known of residents' days before a series.
#[derive(Clone, Debug, Default)]
pub struct Past {
    said: BTreeMap<ResidentId, Group>,
    chances: BTreeMap<ResidentId, Vec<Chance>>,
}

impl Past {
    /// Looks it up.
    pub fn before(tx: &mut Tx<'_>, community: CommunityId, series: SeriesId) -> Outcome<Self> {
        let mut past = Self::default();
        let said = tx.rows(
            "SELECT resident_id, said FROM resident_groups WHERE community_id = $1",
            params![community.0],
        )?;
        for row in &said {
            if let Some(group) = Group::parse(row.text(1)?) {
                past.said.insert(ResidentId(rows::number(row, 0)?), group);
            }
        }
        let chances = tx.rows(
            "SELECT resident_id, series_id, had_one FROM series_chances
             WHERE community_id = $1 AND series_id < $2 ORDER BY series_id",
            params![community.0, series.0],
        )?;
        for row in &chances {
            let chance = Chance { series: SeriesId(rows::number(row, 1)?), had_one: row.flag(2)? };
            let resident = ResidentId(rows::number(row, 0)?);
            past.chances.entry(resident).or_default().push(chance);
        }
        Ok(past)
    }

    /// In which group somebody counts.
    pub fn group(&self, resident: ResidentId) -> Group {
        group_in_plan(self.said.get(&resident).copied(), self.chances_of(resident))
    }

    /// Was no earlier session ever possible for them, though they had answered?
    pub fn never_had_a_chance(&self, resident: ResidentId) -> bool {
        let past = self.chances_of(resident);
        !past.is_empty() && past.iter().all(|chance| !chance.had_one)
    }

    fn chances_of(&self, resident: ResidentId) -> &[Chance] {
        self.chances.get(&resident).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The series of a council.
pub(super) fn series(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: SeriesId,
) -> Outcome<Option<Series>> {
    let row = tx.first(
        "SELECT state FROM series WHERE community_id = $1 AND series_id = $2",
        params![community.0, id.0],
    )?;
    row.map(|row| Ok(serde_json::from_str(row.text(0)?)?)).transpose()
}

/// Marks of those who said anything: of one resident, or of all. Where an answer says nothing of
/// a time, the usual week does.
fn marks(
    tx: &mut Tx<'_>,
    community: CommunityId,
    series: &Series,
    only: Option<ResidentId>,
) -> Outcome<BTreeMap<ResidentId, Marks>> {
    let one = only.map_or(-1, |resident| i64::from(resident.0));
    let mut marks: BTreeMap<ResidentId, Marks> = BTreeMap::new();
    let weeks = tx.rows(
        "SELECT resident_id, kept FROM week_times
         WHERE community_id = $1 AND ($2 = -1 OR resident_id = $2)",
        params![community.0, one],
    )?;
    for row in &weeks {
        let kept: KeptTimes = serde_json::from_str(row.text(1)?)?;
        let resident = ResidentId(rows::number(row, 0)?);
        marks.insert(resident, marks_of_week(series, &kept.times));
    }
    let answers = tx.rows(
        "SELECT resident_id, kept FROM series_answers
         WHERE community_id = $1 AND series_id = $2 AND ($3 = -1 OR resident_id = $3)",
        params![community.0, series.id.0, one],
    )?;
    for row in &answers {
        let kept: KeptAnswer = serde_json::from_str(row.text(1)?)?;
        let resident = ResidentId(rows::number(row, 0)?);
        marks.entry(resident).or_default().extend(kept.answer.marks);
    }
    Ok(marks)
}
