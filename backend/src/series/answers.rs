//! What residents say about the times of a series: one answer each, the newest.

use std::collections::BTreeMap;

use huiyin_domain::{
    channels::Channel,
    councils::{
        Group,
        series::{
            Answer, AnswerForm, KeptAnswer, Mark, Series, attend_of, marks_of_week, may_answer,
            slots_without_a_mark,
            wire::{Marks, MyAnswer, SeriesPage},
        },
    },
    entering::{self, AnswerEntry, Entered, may_replace_what_came},
    ids::{CommunityId, ResidentId, SeriesId, SlotId},
    refusals::Refusal,
    residents::Viewer,
    times::WeekTimes,
};
use serde::Serialize;

use super::{pages, rows, telling};
use crate::{
    entering as entering_room,
    failure::Outcome,
    here::Here,
    store::{Tx, params},
    times,
};

/// What happened to somebody's answer. Which answer stands in the table alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Event {
    /// It was given.
    Answered {
        /// On which way.
        channel: Channel,
    },
}

/// The answer to an answer that was entered: nothing of what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Kept {}

/// Keeps one's own answer, in place of the one before.
pub fn give(tx: &mut Tx<'_>, here: &Here, id: SeriesId, form: &AnswerForm) -> Outcome<SeriesPage> {
    let resident = match here.viewer {
        Viewer::Guest => return Err(Refusal::SignInFirst.into()),
        Viewer::Staff { .. } => return Err(Refusal::ResidentsOnly.into()),
        Viewer::Resident { id } => id,
    };
    let series = rows::load(tx, here.community, id)?;
    may_answer(&series, here.now)?;
    let answer = form.parse(&series)?;
    keep(tx, here, id, resident, &KeptAnswer { answer, channel: here.channel(), at: here.now })?;
    pages::page_of(tx, here, series)
}

/// Keeps a resident's answer that came on paper or by phone, for them.
pub fn enter(tx: &mut Tx<'_>, here: &Here, id: SeriesId, entry: &AnswerEntry) -> Outcome<Kept> {
    entering::may_enter(&here.viewer)?;
    let (resident, received) = (entry.resident, entry.received);
    let series = rows::load(tx, here.community, id)?;
    entering_room::service::check(tx, here, resident, received)?;
    may_answer(&series, received.at())?;
    let answer = entry.form.parse(&series)?;
    if let Some(kept) = of_resident(tx, here.community, id, resident)? {
        may_replace_what_came(received, kept.at)?;
    }
    entering_room::service::record(tx, here, resident, &Entered::Answer { series: id, received })?;
    let channel = received.came_by.channel();
    keep(tx, here, id, resident, &KeptAnswer { answer, channel, at: received.at() })?;
    Ok(Kept {})
}

fn keep(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SeriesId,
    resident: ResidentId,
    kept: &KeptAnswer,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO series_answers (community_id, series_id, resident_id, kept)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (community_id, series_id, resident_id) DO UPDATE SET kept = excluded.kept",
        params![here.community.0, id.0, resident.0, serde_json::to_string(kept)?],
    )?;
    if let Some(group) = kept.answer.group {
        tx.execute(
            "INSERT INTO resident_groups (community_id, resident_id, said) VALUES ($1, $2, $3)
             ON CONFLICT (community_id, resident_id) DO UPDATE SET said = excluded.said",
            params![here.community.0, resident.0, group.word()],
        )?;
    }
    telling::has_answered(tx, here, id, resident)?;
    let event = Event::Answered { channel: kept.channel };
    here.record(tx, &format!("series_answers/{id}"), "answered", &event, None)
}

/// A resident's answer.
pub fn of_resident(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: SeriesId,
    resident: ResidentId,
) -> Outcome<Option<KeptAnswer>> {
    let row = tx.first(
        "SELECT kept FROM series_answers
         WHERE community_id = $1 AND series_id = $2 AND resident_id = $3",
        params![community.0, id.0, resident.0],
    )?;
    row.map(|row| Ok(serde_json::from_str(row.text(0)?)?)).transpose()
}

/// All answers to a series.
pub fn all(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: SeriesId,
) -> Outcome<BTreeMap<ResidentId, Answer>> {
    let found = tx.rows(
        "SELECT resident_id, kept FROM series_answers WHERE community_id = $1 AND series_id = $2",
        params![community.0, id.0],
    )?;
    let all = found.iter().map(|row| {
        let kept: KeptAnswer = serde_json::from_str(row.text(1)?)?;
        Ok((rows::resident(row, 0)?, kept.answer))
    });
    all.collect()
}

/// How many have answered.
pub fn count(tx: &mut Tx<'_>, community: CommunityId, id: SeriesId) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM series_answers WHERE community_id = $1 AND series_id = $2",
        params![community.0, id.0],
    )?;
    row.map_or(Ok(0), |row| rows::number(&row, 0))
}

/// How many marked each time, whether it is still offered or not.
pub fn totals(
    tx: &mut Tx<'_>,
    community: CommunityId,
    series: &Series,
) -> Outcome<BTreeMap<SlotId, Marks>> {
    let slots = series.slots.iter().map(|asked| (asked.slot.id, Marks::default()));
    let mut totals: BTreeMap<SlotId, Marks> = slots.collect();
    for answer in all(tx, community, series.id)?.values() {
        for (slot, mark) in &answer.marks {
            let Some(marks) = totals.get_mut(slot) else { continue };
            match mark {
                Mark::Can => marks.can += 1,
                Mark::IfNeedBe => marks.if_need_be += 1,
                Mark::Cannot => marks.cannot += 1,
            }
        }
    }
    Ok(totals)
}

/// Whose days theirs are like, for everybody who has said it.
pub fn groups(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<BTreeMap<ResidentId, Group>> {
    let found = tx.rows(
        "SELECT resident_id, said FROM resident_groups WHERE community_id = $1",
        params![community.0],
    )?;
    let mut groups = BTreeMap::new();
    for row in &found {
        if let Some(said) = Group::parse(row.text(1)?) {
            groups.insert(rows::resident(row, 0)?, said);
        }
    }
    Ok(groups)
}

fn group(tx: &mut Tx<'_>, here: &Here, resident: ResidentId) -> Outcome<Option<Group>> {
    let row = tx.first(
        "SELECT said FROM resident_groups WHERE community_id = $1 AND resident_id = $2",
        params![here.community.0, resident.0],
    )?;
    let said = row.map(|row| row.text(0).map(Group::parse)).transpose()?;
    Ok(said.flatten())
}

/// What a resident said, filled up with what their usual week says.
pub fn mine(
    tx: &mut Tx<'_>,
    here: &Here,
    series: &Series,
    resident: ResidentId,
) -> Outcome<MyAnswer> {
    let kept = of_resident(tx, here.community, series.id, resident)?;
    let week = times::service::load(tx, here, resident)?.map(|kept| kept.times);
    let said = group(tx, here, resident)?;
    let answer = kept.as_ref().map(|kept| &kept.answer);
    let marks = answer.map(|answer| answer.marks.clone()).unwrap_or_default();
    let mut by_week = week.as_ref().map(|week| marks_of_week(series, week)).unwrap_or_default();
    by_week.retain(|slot, _| !marks.contains_key(slot));
    let form = AnswerForm {
        marks: by_week.iter().chain(&marks).map(|(slot, mark)| (*slot, *mark)).collect(),
        attend: answer.map(|answer| answer.attend).or(week.as_ref().map(attend_of)),
        group: said.or(answer.and_then(|answer| answer.group)),
    };
    let open = slots_without_a_mark(series, &marks);
    Ok(MyAnswer { kept, by_week, form, open })
}

/// Has this resident said about every time that is offered whether they can come?
pub fn has_answered_all(
    tx: &mut Tx<'_>,
    here: &Here,
    series: &Series,
    resident: ResidentId,
) -> Outcome<bool> {
    let kept = of_resident(tx, here.community, series.id, resident)?;
    Ok(kept.is_some_and(|kept| slots_without_a_mark(series, &kept.answer.marks).is_empty()))
}

/// The marks that count in a plan: those of an answer, filled up with those of the usual week.
pub fn marks_in_plan(
    series: &Series,
    answer: Option<&Answer>,
    week: Option<&WeekTimes>,
) -> BTreeMap<SlotId, Mark> {
    let mut marks = week.map(|week| marks_of_week(series, week)).unwrap_or_default();
    marks.extend(answer.into_iter().flat_map(|answer| answer.marks.clone()));
    marks
}
