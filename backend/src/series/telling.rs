//! Telling: whom something about a series concerns gets one notice, in the transaction of the
//! event itself.

use huiyin_domain::{
    councils::{
        Hours,
        meeting::StageKind as CouncilStage,
        series::{Audience, Event, Series, Stage, Told, slots_without_a_mark, told},
    },
    ids::{CommunityId, ResidentId, SeriesId, SubmissionId},
    time::Moment,
};

use super::answers;
use crate::{
    councils::rows as councils,
    failure::Outcome,
    here::Here,
    notices::posting::Posting,
    store::{Tx, Value, params},
};

/// Who has answered the series.
const ANSWERED: &str = "SELECT a.resident_id FROM series_answers a
    WHERE a.community_id = $1 AND a.series_id = $2";
/// Who keeps a usual week.
const OF_WEEK: &str = "SELECT w.resident_id FROM week_times w WHERE w.community_id = $1";
/// Who supports a topic, and who suggested it.
const SUPPORTERS: &str = "SELECT t.resident_id FROM topic_supports t
    WHERE t.community_id = $1 AND t.submission_id = $6
    UNION SELECT s.author_id FROM submissions s
    WHERE s.community_id = $1 AND s.submission_id = $6";

/// Tells everybody whom an event concerns that has just been recorded, each of them once.
pub(super) fn tell(tx: &mut Tx<'_>, here: &Here, after: &Series, event: &Event) -> Outcome<()> {
    let Some((told, audience)) = told(event) else { return Ok(()) };
    let notice = Telling { here, series: after.id, told, seq: after.version.0.into() };
    match audience {
        Audience::Likely => notice.to(tx, OF_WEEK, None)?,
        Audience::Answered | Audience::Concerned => notice.to(tx, ANSWERED, None)?,
    }
    match audience {
        Audience::Answered => {}
        Audience::Likely | Audience::Concerned => {
            for topic in &after.topics {
                notice.to(tx, SUPPORTERS, Some(*topic))?;
            }
        }
    }
    notice.to_outbox(tx)
}

/// One thing that is told of a series.
struct Telling<'a> {
    here: &'a Here,
    series: SeriesId,
    told: Told,
    seq: i64,
}

impl Telling<'_> {
    /// Tells these residents, unless they were told already: of this event, or of the same thing
    /// and have not read it yet. What they have not read is shown as it is by now, so that times
    /// added one by one are one notice.
    fn to(&self, tx: &mut Tx<'_>, whom: &str, topic: Option<SubmissionId>) -> Outcome<()> {
        let sql = format!(
            "INSERT INTO series_notices
                 (community_id, resident_id, series_id, told, seq, at_ms, is_read)
             SELECT r.community_id, r.resident_id, $2, $3, $4, $5, 0 FROM residents r
             WHERE r.community_id = $1 AND r.resident_id IN ({whom})
                 AND NOT EXISTS (SELECT 1 FROM series_notices n
                     WHERE n.community_id = $1 AND n.resident_id = r.resident_id
                         AND n.series_id = $2 AND n.told = $3 AND n.is_read = 0)
             ON CONFLICT DO NOTHING"
        );
        let values: &[Value] = params![
            self.here.community.0,
            self.series.0,
            self.told.word(),
            self.seq,
            self.here.now.millis()
        ];
        let topic: Vec<Value> = topic.map(|topic| topic.0.into()).into_iter().collect();
        tx.execute(&sql, &[values, &topic].concat())?;
        Ok(())
    }

    /// What goes out on the ways that these people chose; who chose none reads it in the inbox.
    fn to_outbox(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        let (number, told) = (self.series.0, self.told.word());
        Posting { room: "series", number, told, seq: self.seq }.post(tx, self.here)
    }
}

/// Which times something is about that a resident was told, as they are by now.
pub fn hours(
    tx: &mut Tx<'_>,
    community: CommunityId,
    series: &Series,
    (told, resident): (Told, ResidentId),
) -> Outcome<Vec<Hours>> {
    match told {
        Told::PollOpened | Told::Cancelled => Ok(Vec::new()),
        Told::SlotsAdded => {
            let kept = answers::of_resident(tx, community, series.id, resident)?;
            let marks = kept.map(|kept| kept.answer.marks).unwrap_or_default();
            let open = slots_without_a_mark(series, &marks);
            Ok(open.into_iter().filter_map(|id| Some(series.slot(id)?.slot.hours)).collect())
        }
        Told::Scheduled => {
            let councils = councils::of_series(tx, community, series.id)?;
            let held = councils.iter().filter(|it| it.stage.kind() != CouncilStage::Cancelled);
            Ok(held.map(|council| council.hours).collect())
        }
    }
}

/// Until when residents are asked, while they are.
pub fn asked_until(series: &Series, now: Moment) -> Option<Moment> {
    match series.stage {
        Stage::Polling { until } => Some(until).filter(|until| now < *until),
        Stage::TopicsOpen
        | Stage::Scheduled { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => None,
    }
}

/// Who has just answered need not be asked any more.
pub(super) fn has_answered(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SeriesId,
    resident: ResidentId,
) -> Outcome<()> {
    for told in Told::ALL.into_iter().filter(|told| told.asks()) {
        tx.execute(
            "UPDATE series_notices SET is_read = 1
             WHERE community_id = $1 AND resident_id = $2 AND series_id = $3 AND told = $4
                 AND is_read = 0",
            params![here.community.0, resident.0, id.0, told.word()],
        )?;
    }
    Ok(())
}
