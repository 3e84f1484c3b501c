//! Topics: what residents want a council to talk about, and who supports it.

use std::{cmp::Reverse, collections::BTreeMap};

use huiyin_domain::{
    councils::{
        CouncilRefusal,
        meeting::agenda::{ItemTitle, Topic},
        series::{
            StageKind, may_support,
            wire::{Support, TopicList, TopicRow},
        },
    },
    feedback::{Kind, Submission},
    ids::{CommunityId, ResidentId, SeriesId, SubmissionId},
    refusals::Refusal,
};
use serde::Serialize;

use super::rows;
use crate::{
    failure::{Failure, Outcome},
    feedback,
    here::Here,
    store::{Row, Tx, params},
};

/// What happened; the record keeps who, the page only how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Event {
    /// Somebody supports it.
    Supported,
    /// Somebody does no more.
    Unsupported,
}

/// The series that has taken each topic up; one that was given up has none.
type TakenUp = BTreeMap<SubmissionId, SeriesId>;

/// The topics that wait for a council or have come to one, the most supported first.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<TopicList> {
    let taken_up = taken_up(tx, here.community)?;
    let found = tx.rows(
        "SELECT s.state, s.author_id,
             (SELECT COUNT(*) FROM topic_supports t
              WHERE t.community_id = s.community_id AND t.submission_id = s.submission_id),
             (SELECT COUNT(*) FROM topic_supports t
              WHERE t.community_id = s.community_id AND t.submission_id = s.submission_id
                  AND t.resident_id = $2)
         FROM submissions s WHERE s.community_id = $1 AND s.kind = 'topic'",
        params![here.community.0, own_number(here)],
    )?;
    let mut items = Vec::new();
    for row in &found {
        let topic = topic(here, row, &taken_up)?;
        items.extend(Some(topic).filter(|topic| topic.series.is_some() || !topic.stage.is_end()));
    }
    items.sort_by_key(|topic| (Reverse(topic.n_supports), topic.id));
    let may_support = may_support(&here.viewer).is_ok() && here.help.is_none();
    Ok(TopicList { items, may_support })
}

/// The topics of a series, in its order.
pub fn of_series(tx: &mut Tx<'_>, here: &Here, topics: &[SubmissionId]) -> Outcome<Vec<TopicRow>> {
    if topics.is_empty() {
        return Ok(Vec::new());
    }
    let taken_up = taken_up(tx, here.community)?;
    let found: Outcome<Vec<_>> = topics.iter().map(|id| one(tx, here, *id, &taken_up)).collect();
    Ok(found?.into_iter().flatten().collect())
}

/// The topics of a series as they come onto an agenda, in its order; what was taken back or
/// ended meanwhile does not.
pub fn for_agenda(tx: &mut Tx<'_>, here: &Here, topics: &[SubmissionId]) -> Outcome<Vec<Topic>> {
    let mut items = Vec::new();
    for id in topics {
        let kept = feedback::rows::load(tx, here.community, *id)?;
        if !kept.submission.stage.kind().is_end() {
            let title = ItemTitle::shortened(kept.submission.content.title.as_str());
            let title = title.map_err(|_| Failure::Broken(format!("topic {id} has no title")))?;
            items.push(Topic { id: *id, title });
        }
    }
    Ok(items)
}

/// Supports a topic, or no more. What is so already stays so; who suggested it has supported it
/// from the start.
pub fn support(tx: &mut Tx<'_>, here: &Here, id: SubmissionId, form: Support) -> Outcome<TopicRow> {
    let resident = may_support(&here.viewer)?;
    let kept = feedback::rows::load(tx, here.community, id)?;
    check_kind(&kept.submission)?;
    let stage = kept.submission.stage.kind();
    if stage.is_end() {
        return Err(Refusal::FeedbackNotAtThisStage { stage }.into());
    }
    if kept.author != Some(resident) && change(tx, here, id, resident, form)? {
        let (event, name) = match form.supports {
            true => (Event::Supported, "supported"),
            false => (Event::Unsupported, "unsupported"),
        };
        here.record(tx, &format!("topic/{id}"), name, &event, None)?;
    }
    let taken_up = taken_up(tx, here.community)?;
    one(tx, here, id, &taken_up)?.ok_or(Failure::MISSING)
}

/// Are all of these topics that residents suggested?
pub fn check(tx: &mut Tx<'_>, here: &Here, topics: &[SubmissionId]) -> Outcome<()> {
    for id in topics {
        match feedback::rows::find(tx, here.community, *id)? {
            Some(kept) => check_kind(&kept.submission)?,
            None => return Err(Refusal::from(CouncilRefusal::NotATopic).into()),
        }
    }
    Ok(())
}

fn check_kind(submission: &Submission) -> Outcome<()> {
    match submission.kind {
        Kind::Topic => Ok(()),
        Kind::InContest { .. } | Kind::Proposal | Kind::Opinion => {
            Err(Refusal::from(CouncilRefusal::NotATopic).into())
        }
    }
}

/// Did that change anything?
fn change(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SubmissionId,
    resident: ResidentId,
    form: Support,
) -> Outcome<bool> {
    let sql = match form.supports {
        true => {
            "INSERT INTO topic_supports (community_id, submission_id, resident_id)
             VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
        }
        false => {
            "DELETE FROM topic_supports
             WHERE community_id = $1 AND submission_id = $2 AND resident_id = $3"
        }
    };
    Ok(tx.execute(sql, params![here.community.0, id.0, resident.0])? != 0)
}

fn one(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SubmissionId,
    taken_up: &TakenUp,
) -> Outcome<Option<TopicRow>> {
    let row = tx.first(
        "SELECT s.state, s.author_id,
             (SELECT COUNT(*) FROM topic_supports t
              WHERE t.community_id = s.community_id AND t.submission_id = s.submission_id),
             (SELECT COUNT(*) FROM topic_supports t
              WHERE t.community_id = s.community_id AND t.submission_id = s.submission_id
                  AND t.resident_id = $2)
         FROM submissions s
         WHERE s.community_id = $1 AND s.submission_id = $3 AND s.kind = 'topic'",
        params![here.community.0, own_number(here), id.0],
    )?;
    row.map(|row| topic(here, &row, taken_up)).transpose()
}

/// The number of the resident who looks; 0 is nobody's.
fn own_number(here: &Here) -> u32 {
    here.viewer.resident().map_or(0, |resident| resident.0)
}

fn topic(here: &Here, row: &Row, taken_up: &TakenUp) -> Outcome<TopicRow> {
    let submission = feedback::rows::read(row)?;
    let resident = here.viewer.resident();
    let author = row.opt_int(1)?;
    let is_mine = resident.is_some_and(|resident| author == Some(resident.0.into()));
    Ok(TopicRow {
        id: submission.id,
        title: submission.content.title.to_string(),
        sent_at: submission.sent_at,
        stage: submission.stage.kind(),
        // Whoever suggested it supports it.
        n_supports: rows::number(row, 2)?.saturating_add(1),
        supports: is_mine || row.int(3)? != 0,
        is_mine,
        series: taken_up.get(&submission.id).copied(),
    })
}

fn taken_up(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<TakenUp> {
    let mut taken_up = TakenUp::new();
    for series in rows::all(tx, community)? {
        if series.stage.kind() != StageKind::Cancelled {
            for topic in series.topics {
                taken_up.entry(topic).or_insert(series.id);
            }
        }
    }
    Ok(taken_up)
}
