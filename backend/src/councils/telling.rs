//! Telling: whom something about a council concerns gets one notice, in the transaction of the
//! event itself; and who comes is reminded, once for each time and place.

use huiyin_domain::{
    councils::meeting::{Audience, Council, Event, Reminder, StageKind, Told, told},
    ids::{AttendeeId, CommunityId, CouncilId, ResidentId},
    time::{DAY_MS, Moment},
};

use super::{confirming, people, rows};
use crate::{
    failure::Outcome,
    here::Here,
    notices::posting::Posting,
    store::{Tx, params},
};

/// Tells everybody whom an event concerns that has just been recorded.
pub(super) fn tell(tx: &mut Tx<'_>, here: &Here, after: &Council, event: &Event) -> Outcome<()> {
    let seq = i64::from(after.version.0);
    for it in told(event) {
        let notice = Telling { here, council: after.id, told: it.told, seq };
        match it.whom {
            Audience::Everybody => notice.everybody(tx)?,
            Audience::Concerned => notice.concerned(tx)?,
            Audience::Seated(way) => {
                let seated = after.attendees.iter().filter(|it| it.seat() == Some(way));
                notice.these(tx, seated.map(|it| it.number))?;
            }
            Audience::Asked => notice.asked(tx, after)?,
            Audience::These(numbers) => notice.these(tx, numbers)?,
        }
        notice.to_outbox(tx)?;
    }
    Ok(())
}

/// One thing that is told of a council.
struct Telling<'a> {
    here: &'a Here,
    council: CouncilId,
    told: Told,
    seq: i64,
}

impl Telling<'_> {
    fn everybody(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        self.residents(tx, "SELECT r.resident_id FROM residents r WHERE r.community_id = $1")
    }

    fn concerned(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        self.residents(
            tx,
            "SELECT p.resident_id FROM council_people p
             WHERE p.community_id = $1 AND p.council_id = $2 AND p.resident_id IS NOT NULL",
        )
    }

    /// Whoever is asked whether it is done: the same who may say so.
    fn asked(&self, tx: &mut Tx<'_>, council: &Council) -> Outcome<()> {
        let was_here = council.attendees.iter().filter(|it| it.is_here().is_some());
        self.these(tx, was_here.map(|it| it.number))?;
        for resident in confirming::backers(tx, self.here.community, council.series)? {
            self.one(tx, resident)?;
        }
        Ok(())
    }

    fn residents(&self, tx: &mut Tx<'_>, who: &str) -> Outcome<()> {
        let sql = format!(
            "INSERT INTO council_notices
                 (community_id, council_id, resident_id, told, seq, at_ms, is_read)
             SELECT $1, $2, w.resident_id, $3, $4, $5, 0 FROM ({who}) w
             WHERE w.resident_id IN (SELECT k.resident_id FROM residents k
                 WHERE k.community_id = $1)
             ON CONFLICT DO NOTHING"
        );
        tx.execute(
            &sql,
            params![
                self.here.community.0,
                self.council.0,
                self.told.word(),
                self.seq,
                self.here.now.millis()
            ],
        )?;
        Ok(())
    }

    fn these(&self, tx: &mut Tx<'_>, whom: impl IntoIterator<Item = AttendeeId>) -> Outcome<()> {
        let known = people::all(tx, self.here.community, self.council)?;
        for number in whom {
            if let Some(resident) = known.get(&number).and_then(|known| known.resident) {
                self.one(tx, resident)?;
            }
        }
        Ok(())
    }

    /// Tells one resident; were they told before, nothing.
    fn one(&self, tx: &mut Tx<'_>, resident: ResidentId) -> Outcome<bool> {
        let n_told = tx.execute(
            "INSERT INTO council_notices
                 (community_id, council_id, resident_id, told, seq, at_ms, is_read)
             VALUES ($1, $2, $3, $4, $5, $6, 0)
             ON CONFLICT DO NOTHING",
            params![
                self.here.community.0,
                self.council.0,
                resident.0,
                self.told.word(),
                self.seq,
                self.here.now.millis()
            ],
        )?;
        Ok(n_told != 0)
    }

    /// What goes out on the ways that these people chose; who chose none reads it in the inbox.
    fn to_outbox(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        let (number, told) = (self.council.0, self.told.word());
        Posting { room: "council", number, told, seq: self.seq }.post(tx, self.here)
    }
}

/// The councils of which somebody could be reminded now: the coming day's.
pub fn soon(tx: &mut Tx<'_>, community: CommunityId, now: Moment) -> Outcome<Vec<CouncilId>> {
    let found = tx.rows(
        "SELECT council_id FROM councils
         WHERE community_id = $1 AND stage_kind = 'noticed' AND begins_ms > $2
             AND begins_ms <= $3
         ORDER BY begins_ms, council_id",
        params![community.0, now.millis(), now.plus_millis(DAY_MS).millis()],
    )?;
    found.iter().map(|row| Ok(CouncilId(rows::number(row, 0)?))).collect()
}

/// Reminds those who come to a council and want to be reminded by now; says how many.
///
/// Whoever answered when it was so soon already has just read it.
pub fn remind(tx: &mut Tx<'_>, here: &Here, id: CouncilId) -> Outcome<usize> {
    let council = rows::load(tx, here.community, id)?;
    if council.stage.kind() != StageKind::Noticed || council.hours.begins() <= here.now {
        return Ok(0);
    }
    // Once for each time it was moved to; a new link alone reminds nobody again.
    let seq = i64::try_from(council.moves.len()).unwrap_or(i64::MAX);
    let notice = Telling { here, council: id, told: Told::Reminder, seq };
    let found = tx.rows(
        "SELECT p.number, p.resident_id, p.answered_ms, r.reminder FROM council_people p
         LEFT JOIN council_reminders r ON r.community_id = p.community_id
             AND r.council_id = p.council_id AND r.resident_id = p.resident_id
         WHERE p.community_id = $1 AND p.council_id = $2 AND p.resident_id IS NOT NULL
         ORDER BY p.number",
        params![here.community.0, id.0],
    )?;
    let mut n_reminded = 0;
    for row in &found {
        let number = AttendeeId(rows::number(row, 0)?);
        let has_seat = council.attendee(number).is_some_and(|it| it.seat().is_some());
        let reminder = match row.opt_text(3)? {
            Some(word) => people::reminder_of(word)?,
            None => Reminder::default(),
        };
        let answered = row.opt_int(2)?.map_or(council.hours.begins(), Moment::from_millis);
        let is_due = |at: Moment| at <= here.now && answered < at;
        if has_seat && reminder.at(council.hours).is_some_and(is_due) {
            let resident = ResidentId(rows::number(row, 1)?);
            n_reminded += usize::from(notice.one(tx, resident)?);
        }
    }
    if n_reminded != 0 {
        notice.to_outbox(tx)?;
    }
    Ok(n_reminded)
}

/// Reads what was told of a council up to a moment.
pub fn mark_read(
    tx: &mut Tx<'_>,
    here: &Here,
    resident: ResidentId,
    (only, until): (Option<CouncilId>, Moment),
) -> Outcome<()> {
    let only = only.map_or(-1, |id| i64::from(id.0));
    tx.execute(
        "UPDATE council_notices SET is_read = 1
         WHERE community_id = $1 AND resident_id = $2 AND is_read = 0
             AND ($3 = -1 OR council_id = $3) AND at_ms <= $4",
        params![here.community.0, resident.0, only, until.millis()],
    )?;
    Ok(())
}
