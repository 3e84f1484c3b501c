//! The demo's own topics: what residents want a council to talk about, and who supports it.

use huiyin_domain::{
    councils::series::wire::Support,
    feedback::{Command, ReasonCode, Satisfaction, Theme, VerdictKind},
    ids::{PlaceId, SubmissionId},
    time::{DAY_MS, Moment},
};

use super::{
    Cast,
    feedback::{acknowledge, answer, confirm},
    voices::{TOPICS, Voice},
};
use crate::{
    failure::Outcome,
    feedback::{rows, service},
    here::Here,
    series::topics,
    store::Tx,
};

/// How many support each, besides whoever suggested it.
const N_SUPPORTS: [usize; TOPICS.len()] = [21, 14, 17, 9, 5];
/// How many of them a council has talked about.
const N_TALKED_ABOUT: usize = 2;
/// When their series was planned, and they were answered with that, so many days ago.
const ANSWERED: i64 = 33;

/// Builds all of them; their numbers, the oldest first.
pub fn build(
    tx: &mut Tx<'_>,
    cast: &Cast,
    now: Moment,
    places: &[PlaceId],
) -> Outcome<Vec<SubmissionId>> {
    let mut ids = Vec::new();
    for (nth, (voice, n_supports)) in TOPICS.iter().zip(N_SUPPORTS).enumerate() {
        let id = suggest(tx, cast, now, places, voice)?;
        // Every other neighbour from another one on, so that each topic has friends of its own.
        for place in 0..n_supports {
            let neighbour = Cast::other((nth * 11 + place * 2) % cast.n_others());
            let here = cast.resident(neighbour, days_ago(now, voice.days_ago - 1));
            topics::support(tx, &here, id, Support { supports: true })?;
        }
        if nth < N_TALKED_ABOUT {
            answered(tx, cast, now, id, voice)?;
        }
        ids.push(id);
    }
    Ok(ids)
}

fn days_ago(now: Moment, days: i64) -> Moment {
    now.plus_millis(-days * DAY_MS)
}

/// Sent by a neighbour, and acknowledged by the office the day after; what came yesterday waits.
fn suggest(
    tx: &mut Tx<'_>,
    cast: &Cast,
    now: Moment,
    places: &[PlaceId],
    voice: &Voice,
) -> Outcome<SubmissionId> {
    let here = cast.resident(voice.author, days_ago(now, voice.days_ago));
    let id = service::send(tx, &here, &voice.form(places))?.id;
    if voice.days_ago == 1 {
        return Ok(id);
    }
    let office = cast.organiser(days_ago(now, voice.days_ago - 1));
    act(tx, &office, id, acknowledge("收到了。支持的人多，就列进下一次议事会。"))?;
    act(tx, &office, id, Command::Sort { theme: Theme::Services, place: None })?;
    Ok(id)
}

/// Answered with the council that talks about it, which is what its author asked for.
fn answered(
    tx: &mut Tx<'_>,
    cast: &Cast,
    now: Moment,
    id: SubmissionId,
    voice: &Voice,
) -> Outcome<()> {
    let words = "已经列进议事会的议程，到时候请您来谈。";
    let form = answer(VerdictKind::AlreadyPlanned, ReasonCode::UnderWay, words);
    act(tx, &cast.organiser(days_ago(now, ANSWERED)), id, Command::Answer { form })?;
    let author = cast.resident(voice.author, days_ago(now, ANSWERED - 1));
    act(tx, &author, id, confirm(Satisfaction::Content))
}

/// One act on a submission.
pub fn act(tx: &mut Tx<'_>, here: &Here, id: SubmissionId, command: Command) -> Outcome<()> {
    let version = rows::load(tx, here.community, id)?.submission.version;
    service::command(tx, here, id, Some(version), command).map(drop)
}
