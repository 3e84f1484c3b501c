//! Voices: what residents say of the work, one row each; the database keeps a second one out.

use huiyin_domain::{
    channels::Channel,
    delivery::{DeliveryRefusal, Says, Voice, VoiceAnswer},
    ids::{CommunityId, ProposalId, ResidentId},
    time::Moment,
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, params},
};

/// A voice and whose it is, while they are here.
#[derive(Clone, Debug)]
pub struct Kept {
    /// What was said.
    pub voice: Voice,
    /// By whom.
    pub by: Option<ResidentId>,
}

fn number(raw: i64) -> Outcome<u32> {
    u32::try_from(raw).map_err(|_| Failure::Broken(format!("the number {raw}")))
}

fn read(row: &Row) -> Outcome<Kept> {
    let by = row.opt_int(1)?.map(number).transpose()?.map(ResidentId);
    Ok(Kept { voice: serde_json::from_str(row.text(0)?)?, by })
}

/// All of a project, the newest first.
pub fn all(tx: &mut Tx<'_>, community: CommunityId, id: ProposalId) -> Outcome<Vec<Kept>> {
    let rows = tx.rows(
        "SELECT state, resident_id FROM project_voices
         WHERE community_id = $1 AND project_id = $2 ORDER BY n DESC",
        params![community.0, id.0],
    )?;
    rows.iter().map(read).collect()
}

/// One of them, or nothing.
pub fn find(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ProposalId,
    n: u32,
) -> Outcome<Option<Kept>> {
    let row = tx.first(
        "SELECT state, resident_id FROM project_voices
         WHERE community_id = $1 AND project_id = $2 AND n = $3",
        params![community.0, id.0, n],
    )?;
    row.as_ref().map(read).transpose()
}

/// How many there are of a project, of which one says what in a round, and who is not answered.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// All of all rounds.
    pub n_all: u32,
    /// Of this round, those that say that it is done.
    pub n_done: u32,
    /// Of this round, those that say that it is not.
    pub n_not_done: u32,
    /// Of all rounds, those that say that it is not and have no answer.
    pub n_unanswered: u32,
}

/// Counts them.
pub fn count(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ProposalId,
    round: u32,
) -> Outcome<Counts> {
    let row = tx.first(
        "SELECT COUNT(*),
             COUNT(CASE WHEN round = $3 AND is_done = 1 THEN 1 END),
             COUNT(CASE WHEN round = $3 AND is_done = 0 THEN 1 END),
             COUNT(CASE WHEN is_done = 0 AND is_answered = 0 THEN 1 END)
         FROM project_voices WHERE community_id = $1 AND project_id = $2",
        params![community.0, id.0, round],
    )?;
    let Some(row) = row else { return Ok(Counts::default()) };
    Ok(Counts {
        n_all: number(row.int(0)?)?,
        n_done: number(row.int(1)?)?,
        n_not_done: number(row.int(2)?)?,
        n_unanswered: number(row.int(3)?)?,
    })
}

/// Has this resident spoken in this round?
pub fn has_said(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    round: u32,
    resident: ResidentId,
) -> Outcome<bool> {
    let row = tx.first(
        "SELECT 1 FROM project_voices
         WHERE community_id = $1 AND project_id = $2 AND round = $3 AND resident_id = $4",
        params![here.community.0, id.0, round, resident.0],
    )?;
    Ok(row.is_some())
}

/// Writes a resident's word down.
pub fn add(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    resident: ResidentId,
    (n, round, channel, says): (u32, u32, Channel, &Says),
) -> Outcome<()> {
    let at: Moment = here.now;
    let (says_now, answer, veils) = (says.clone(), None, Vec::new());
    let voice = Voice { n, round, at, channel, says: says_now, answer, veils };
    let n_new = tx.execute(
        "INSERT INTO project_voices (community_id, project_id, n, round, resident_id, is_done,
             is_answered, state)
         VALUES ($1, $2, $3, $4, $5, $6, 0, $7) ON CONFLICT DO NOTHING",
        params![
            here.community.0,
            id.0,
            n,
            round,
            resident.0,
            i64::from(says.is_done()),
            serde_json::to_string(&voice)?
        ],
    )?;
    if n_new == 0 {
        return Err(huiyin_domain::refusals::Refusal::from(DeliveryRefusal::SaidAlready).into());
    }
    Ok(())
}

/// Writes down what somebody is answered.
pub fn answer(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    voice: &Voice,
    answer: &VoiceAnswer,
) -> Outcome<()> {
    let answered = Voice { answer: Some(answer.clone()), ..voice.clone() };
    tx.execute(
        "UPDATE project_voices SET is_answered = 1, state = $1
         WHERE community_id = $2 AND project_id = $3 AND n = $4",
        params![serde_json::to_string(&answered)?, here.community.0, id.0, voice.n],
    )?;
    Ok(())
}

/// Stores a resident's word in other words: they are hidden, or to be read again.
pub fn reword(tx: &mut Tx<'_>, here: &Here, id: ProposalId, voice: &Voice) -> Outcome<()> {
    tx.execute(
        "UPDATE project_voices SET state = $1
         WHERE community_id = $2 AND project_id = $3 AND n = $4",
        params![serde_json::to_string(voice)?, here.community.0, id.0, voice.n],
    )?;
    Ok(())
}

/// Forgets what this resident said where; the words stay.
pub fn forget(tx: &mut Tx<'_>, community: CommunityId, resident: ResidentId) -> Outcome<()> {
    tx.execute(
        "UPDATE project_voices SET resident_id = NULL
         WHERE community_id = $1 AND resident_id = $2",
        params![community.0, resident.0],
    )?;
    Ok(())
}
