//! The outbox: what is to be sent on other ways than the inbox, each at most once.
//!
//! A server claims a parcel for a while, marks it `sending` before it sends, and writes down what
//! came of it after. A server that falls between claiming and marking has sent nothing: when the
//! claim has run out another one takes the parcel. One that falls between marking and writing
//! down may have sent it: that parcel becomes `unsure` and is never sent again. Only where the
//! other side has said no it is tried again, later and later.

use huiyin_domain::{
    coaching,
    communities::Community,
    councils::{
        Hours,
        meeting::{self, Council},
        series::{self, Series},
    },
    feedback::Event,
    ids::{CaseId, CoachingId, CommunityId, CouncilId, ResidentId, SeriesId, SubmissionId},
    moderation::{self, Case},
    notices::{Choices, Route, Why, awaits_the_day, wire::PushSubscription},
    time::{DAY_MS, Moment},
};

use super::{channels::Sent, choices, inbox, subscriptions};
use crate::{
    communities,
    councils::rows as councils,
    failure::{Failure, Outcome},
    proposals::rows as proposals,
    series::{rows as all_series, telling},
    store::{Row, Tx, Value, params},
};

/// For how long a parcel is claimed.
const CLAIM_MS: i64 = 5 * 60_000;
/// Parcels claimed at once.
const AT_ONCE: u32 = 20;
/// After this long a message is news no more; so a channel that was away sends no flood.
const TOO_OLD_MS: i64 = 3 * DAY_MS;
/// How long is remembered what came of it.
const KEPT_MS: i64 = 40 * DAY_MS;
/// How often the other side may say no.
const TRIES_MOST: u32 = 5;

/// One message to one person on one way.
#[derive(Clone, Debug)]
pub(super) struct Parcel {
    pub community: CommunityId,
    pub kind: String,
    pub person: i64,
    pub about: About,
    pub seq: i64,
    pub route: Route,
    pub n_tries: u32,
}

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// A submission; its event says what is told.
    Submission(SubmissionId),
    /// This, of a council.
    Council(CouncilId, meeting::Told),
    /// This, of a series.
    Series(SeriesId, series::Told),
    /// This, of a coaching.
    Coaching(CoachingId, coaching::Told),
    /// This, of a case of moderation.
    Case(CaseId, moderation::Told),
}

impl About {
    /// As it stands in the table: the room, the number, and what is told.
    pub fn columns(self) -> (&'static str, u32, &'static str) {
        match self {
            Self::Submission(id) => ("submission", id.0, ""),
            Self::Council(id, told) => ("council", id.0, told.word()),
            Self::Series(id, told) => ("series", id.0, told.word()),
            Self::Coaching(id, told) => ("coaching", id.0, told.word()),
            Self::Case(id, told) => ("case", id.0, told.word()),
        }
    }

    fn of(row: &Row, [room, number, told]: [usize; 3]) -> Outcome<Self> {
        let broken = |what: String| Failure::Broken(format!("{what} in the outbox"));
        let (room, told) = (row.text(room)?, row.text(told)?);
        let submission = inbox::submission(row.int(number)?)?;
        match room {
            "submission" => Ok(Self::Submission(submission)),
            "council" => {
                let known = meeting::Told::parse(told).ok_or_else(|| broken(told.to_owned()))?;
                Ok(Self::Council(CouncilId(submission.0), known))
            }
            "series" => {
                let known = series::Told::parse(told).ok_or_else(|| broken(told.to_owned()))?;
                Ok(Self::Series(SeriesId(submission.0), known))
            }
            "coaching" => {
                let known = coaching::Told::parse(told).ok_or_else(|| broken(told.to_owned()))?;
                Ok(Self::Coaching(CoachingId(submission.0), known))
            }
            "case" => {
                let known = moderation::Told::parse(told).ok_or_else(|| broken(told.to_owned()))?;
                Ok(Self::Case(CaseId(submission.0), known))
            }
            other => Err(broken(other.to_owned())),
        }
    }
}

/// What a message says.
#[derive(Clone, Debug)]
pub(super) enum Said {
    /// Why it is sent to this person, and what happened to the submission.
    Submission(Why, Box<Event>),
    /// This, of a council.
    Council(Box<Council>, meeting::Told),
    /// This, of a series, and about which times.
    Series(Box<Series>, series::Told, Vec<Hours>),
    /// This, of the coaching of the proposal of this title.
    Coaching(String, coaching::Told),
    /// This, of the case about these words.
    Case(moderation::About, moderation::Told),
}

/// What is in it.
#[derive(Clone, Debug)]
pub(super) struct Content {
    pub community: Community,
    pub said: Said,
    pub choices: Choices,
    pub browsers: Vec<PushSubscription>,
}

/// Clears away what is over, and claims what is due on the ways that are open.
pub(super) fn claim(
    tx: &mut Tx<'_>,
    claim: &str,
    routes: &[Route],
    now: Moment,
) -> Outcome<Vec<Parcel>> {
    clear(tx, now)?;
    let open = |at: usize| routes.get(at).map_or("", |route| route.word());
    let rows = tx.rows(
        "SELECT community_id, kind, person_id, room, number, told, seq, route, n_tries FROM outbox
         WHERE state IN ('waiting', 'claimed') AND due_ms <= $1
             AND (route = $2 OR route = $3 OR route = $4)
         ORDER BY due_ms, community_id, kind, person_id, room, number, told, seq, route LIMIT $5",
        params![now.millis(), open(0), open(1), open(2), AT_ONCE],
    )?;
    let mut claimed = Vec::new();
    for row in &rows {
        // What a newer server beside this one has put there is that one's to send.
        let Ok(parcel) = read(row) else { continue };
        let until_ms = now.plus_millis(CLAIM_MS).millis();
        let is_ours = parcel.set(
            tx,
            "state = 'claimed', claim = $9, due_ms = $10",
            "state IN ('waiting', 'claimed') AND due_ms <= $11",
            &[claim.into(), until_ms.into(), now.millis().into()],
        )?;
        if is_ours {
            claimed.push(parcel);
        }
    }
    Ok(claimed)
}

fn clear(tx: &mut Tx<'_>, now: Moment) -> Outcome<()> {
    tx.execute(
        "UPDATE outbox SET state = 'unsure', trouble = 'the server fell while sending'
         WHERE state = 'sending' AND due_ms <= $1",
        params![now.millis()],
    )?;
    tx.execute(
        "UPDATE outbox SET state = 'failed', trouble = 'too old'
         WHERE state IN ('waiting', 'claimed') AND due_ms <= $1 AND created_ms < $2",
        params![now.millis(), now.plus_millis(-TOO_OLD_MS).millis()],
    )?;
    tx.execute(
        "DELETE FROM outbox
         WHERE state IN ('sent', 'unsure', 'failed', 'needless') AND due_ms < $1",
        params![now.plus_millis(-KEPT_MS).millis()],
    )?;
    Ok(())
}

/// Marks a claimed parcel as being sent, and opens it; nothing when it is ours no more, or when
/// the person has read it meanwhile or wants it no more.
pub(super) fn open(
    tx: &mut Tx<'_>,
    parcel: &Parcel,
    claim: &str,
    now: Moment,
) -> Outcome<Option<Content>> {
    let until_ms = now.plus_millis(CLAIM_MS).millis();
    let is_ours = parcel.set(
        tx,
        "state = 'sending', due_ms = $9",
        "state = 'claimed' AND claim = $10",
        &[until_ms.into(), claim.into()],
    )?;
    if !is_ours {
        return Ok(None);
    }
    let content = content(tx, parcel, now)?;
    if content.is_none() {
        parcel.set(tx, "state = 'needless'", "state = 'sending'", &[])?;
    }
    Ok(content)
}

fn content(tx: &mut Tx<'_>, parcel: &Parcel, now: Moment) -> Outcome<Option<Content>> {
    let community = i64::from(parcel.community.0);
    let choices = choices::of(tx, community, &parcel.kind, parcel.person)?;
    let said = match parcel.about {
        About::Submission(id) => of_submission(tx, parcel, id)?,
        About::Council(id, told) => of_council(tx, parcel, id, told)?,
        About::Series(id, told) => of_series(tx, parcel, (id, told), now)?,
        About::Coaching(id, told) => of_coaching(tx, parcel, id, told)?,
        About::Case(id, told) => of_case(tx, parcel, id, told)?,
    };
    let Some(said) = said.filter(|_| choices.has(parcel.route)) else { return Ok(None) };
    Ok(Some(Content {
        community: communities::service::load(tx, parcel.community)?,
        said,
        choices,
        browsers: subscriptions::of(tx, community, &parcel.kind, parcel.person)?,
    }))
}

/// What is told of a submission; nothing, when it has been read.
fn of_submission(tx: &mut Tx<'_>, parcel: &Parcel, id: SubmissionId) -> Outcome<Option<Said>> {
    let row = tx.first(
        "SELECT n.why, e.body FROM notices n
         JOIN events e ON e.community_id = n.community_id
             AND e.stream = 'submission/' || n.submission_id AND e.seq = n.seq
         WHERE n.community_id = $1 AND n.kind = $2 AND n.person_id = $3
             AND n.submission_id = $4 AND n.seq = $5 AND n.is_read = 0",
        params![parcel.community.0, &parcel.kind, parcel.person, id.0, parcel.seq],
    )?;
    let Some(row) = row else { return Ok(None) };
    let why = row.text(0)?;
    let why = Why::parse(why).ok_or_else(|| Failure::Broken(format!("a notice for {why}")))?;
    Ok(Some(Said::Submission(why, Box::new(serde_json::from_str(row.text(1)?)?))))
}

/// What is told of a council; nothing, when it has been read.
fn of_council(
    tx: &mut Tx<'_>,
    parcel: &Parcel,
    id: CouncilId,
    told: meeting::Told,
) -> Outcome<Option<Said>> {
    let row = tx.first(
        "SELECT 1 FROM council_notices
         WHERE community_id = $1 AND resident_id = $2 AND council_id = $3 AND told = $4
             AND seq = $5 AND is_read = 0",
        params![parcel.community.0, parcel.person, id.0, told.word(), parcel.seq],
    )?;
    if row.is_none() {
        return Ok(None);
    }
    let council = councils::load(tx, parcel.community, id)?;
    Ok(Some(Said::Council(Box::new(council), told)))
}

/// What is told of a series; nothing, when it has been read, or asks what is asked no more.
fn of_series(
    tx: &mut Tx<'_>,
    parcel: &Parcel,
    (id, told): (SeriesId, series::Told),
    now: Moment,
) -> Outcome<Option<Said>> {
    let row = tx.first(
        "SELECT resident_id FROM series_notices
         WHERE community_id = $1 AND resident_id = $2 AND series_id = $3 AND told = $4
             AND seq = $5 AND is_read = 0",
        params![parcel.community.0, parcel.person, id.0, told.word(), parcel.seq],
    )?;
    let Some(row) = row else { return Ok(None) };
    let resident: ResidentId = all_series::resident(&row, 0)?;
    let series = all_series::load(tx, parcel.community, id)?;
    if told.asks() && telling::asked_until(&series, now).is_none() {
        return Ok(None);
    }
    let hours = telling::hours(tx, parcel.community, &series, (told, resident))?;
    Ok(Some(Said::Series(Box::new(series), told, hours)))
}

/// What is told of a coaching; nothing, when it has been read.
fn of_coaching(
    tx: &mut Tx<'_>,
    parcel: &Parcel,
    id: CoachingId,
    told: coaching::Told,
) -> Outcome<Option<Said>> {
    let row = tx.first(
        "SELECT p.state FROM coaching_notices n
         JOIN coachings c ON c.community_id = n.community_id AND c.coaching_id = n.coaching_id
         JOIN proposals p ON p.community_id = c.community_id AND p.proposal_id = c.proposal_id
         WHERE n.community_id = $1 AND n.resident_id = $2 AND n.coaching_id = $3
             AND n.told = $4 AND n.seq = $5 AND n.is_read = 0",
        params![parcel.community.0, parcel.person, id.0, told.word(), parcel.seq],
    )?;
    let Some(row) = row else { return Ok(None) };
    let proposal = proposals::read(&row)?;
    Ok(Some(Said::Coaching(proposal.content.title.to_string(), told)))
}

/// What is told of a case of moderation; nothing, when it has been read.
fn of_case(
    tx: &mut Tx<'_>,
    parcel: &Parcel,
    id: CaseId,
    told: moderation::Told,
) -> Outcome<Option<Said>> {
    let row = tx.first(
        "SELECT c.state FROM case_notices n
         JOIN moderation_cases c ON c.community_id = n.community_id AND c.case_id = n.case_id
         WHERE n.community_id = $1 AND n.resident_id = $2 AND n.case_id = $3
             AND n.told = $4 AND n.seq = $5 AND n.is_read = 0",
        params![parcel.community.0, parcel.person, id.0, told.word(), parcel.seq],
    )?;
    let Some(row) = row else { return Ok(None) };
    let case: Case = serde_json::from_str(row.text(0)?)?;
    Ok(Some(Said::Case(case.about, told)))
}

/// Writes down what came of sending; where the other side said no it is tried again.
pub(super) fn close(tx: &mut Tx<'_>, parcel: &Parcel, sent: &Sent, now: Moment) -> Outcome<()> {
    let n_tries = parcel.n_tries.saturating_add(1);
    let (state, trouble) = match sent {
        Sent::Taken => ("sent", None),
        Sent::NotNow(why) if n_tries < TRIES_MOST => ("waiting", Some(why)),
        Sent::NotNow(why) | Sent::Never(why) => ("failed", Some(why)),
        Sent::Unsure(why) => ("unsure", Some(why)),
    };
    parcel.set(
        tx,
        "state = $9, trouble = $10, n_tries = $11, due_ms = $12, claim = NULL",
        "state = 'sending'",
        &[state.into(), trouble.into(), n_tries.into(), again_at(n_tries, now).millis().into()],
    )?;
    Ok(())
}

/// Five minutes, then half an hour, two hours, ten: and never at night.
fn again_at(n_tries: u32, now: Moment) -> Moment {
    let minutes = 5_i64.saturating_pow(n_tries.min(TRIES_MOST));
    awaits_the_day(now.plus_millis(minutes * 60_000))
}

impl Parcel {
    /// Changes the row, if it still is as it must be; `values` are `$9` and what follows.
    fn set(&self, tx: &mut Tx<'_>, change: &str, only_if: &str, values: &[Value]) -> Outcome<bool> {
        let (route, (room, number, told)) = (self.route.word(), self.about.columns());
        let (community, kind) = (self.community.0, &self.kind);
        let key: &[Value] =
            params![community, kind, self.person, room, number, told, self.seq, route];
        let n_changed = tx.execute(
            &format!(
                "UPDATE outbox SET {change}
                 WHERE community_id = $1 AND kind = $2 AND person_id = $3 AND room = $4
                     AND number = $5 AND told = $6 AND seq = $7 AND route = $8 AND {only_if}"
            ),
            &[key, values].concat(),
        )?;
        Ok(n_changed != 0)
    }
}

fn read(row: &Row) -> Outcome<Parcel> {
    let broken = |what: String| Failure::Broken(format!("{what} in the outbox"));
    let (community, route, n_tries) = (row.int(0)?, row.text(7)?, row.int(8)?);
    Ok(Parcel {
        community: CommunityId(
            u32::try_from(community).map_err(|_| broken(format!("community {community}")))?,
        ),
        kind: row.text(1)?.to_owned(),
        person: row.int(2)?,
        about: About::of(row, [3, 4, 5])?,
        seq: row.int(6)?,
        route: Route::parse(route).ok_or_else(|| broken(route.to_owned()))?,
        n_tries: u32::try_from(n_tries).map_err(|_| broken(format!("{n_tries} tries")))?,
    })
}
