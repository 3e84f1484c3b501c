//! Pages of recordings: one whole, a resident's own, and those that wait for the office.

use std::collections::BTreeMap;

use huiyin_domain::{
    desk::may_serve,
    ids::{ContestId, RecordingId},
    recordings::{
        self, Media, Recording, Stage,
        wire::{Offer, RecordingCard, RecordingList, RecordingPage, StoryLine},
    },
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};
use serde::Deserialize;

use super::{rows, service};
use crate::{
    contests,
    failure::{Failure, Outcome},
    here::Here,
    residents,
    store::{Tx, events},
};

/// Recordings in one part of a list.
const LIMIT: u32 = 50;

/// What is asked of a list: `?mine` or `?waiting`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    /// A resident's own.
    pub mine: Option<String>,
    /// Those that wait for the office.
    pub waiting: Option<String>,
    /// Where the part begins: `next` of the part before.
    pub after: Option<String>,
}

/// One recording, whole.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: RecordingId) -> Outcome<RecordingPage> {
    let (recording, contest) = service::heard(tx, here, id)?;
    let offers = recordings::offers(&service::scene(here, &contest, None), &recording);
    // Nobody has checked a draft: whoever may write is the only one to see it.
    let draft = match offers.contains(&Offer::Write) {
        true => rows::draft(tx, here, id)?,
        false => None,
    };
    Ok(RecordingPage {
        id,
        version: recording.version,
        number: recording.number,
        contest: contest.id,
        contest_title: contest.title.to_string(),
        author_name: residents::service::public_name(tx, here.community, recording.author)?,
        is_mine: here.viewer.resident() == Some(recording.author),
        begun: recording.begun,
        seconds: recording.seconds,
        next_part: next_part(&recording),
        stage: recording.stage,
        draft,
        misheard: recording.misheard,
        story: story(tx, here, id)?,
        offers,
    })
}

/// The number of the part to send next, while parts are still sent.
pub fn next_part(recording: &Recording) -> Option<u32> {
    match recording.stage {
        Stage::Arriving { n_parts, .. } => Some(n_parts),
        Stage::Waiting { .. }
        | Stage::Written { .. }
        | Stage::Unclear { .. }
        | Stage::Agreed { .. }
        | Stage::Withdrawn => None,
    }
}

/// What kind of sound there is to hear, for whoever may hear it.
pub fn sound(tx: &mut Tx<'_>, here: &Here, id: RecordingId) -> Outcome<Media> {
    let (recording, _) = service::heard(tx, here, id)?;
    Ok(recording.stage.sound().ok_or(Failure::MISSING)?.media)
}

/// One part of a list.
pub fn list(
    tx: &mut Tx<'_>,
    here: &Here,
    query: &Query,
    are_taken: bool,
) -> Outcome<RecordingList> {
    let after = query.after.as_deref().map(str::parse::<u32>).transpose();
    let after = after.map_err(|_| Failure::malformed("after: not a cursor of this list"))?;
    let mut found = match (&query.mine, &query.waiting) {
        (Some(_), None) => mine(tx, here, after)?,
        (None, Some(_)) => waiting(tx, here, after)?,
        (Some(_), Some(_)) | (None, None) => {
            return Err(Failure::malformed("say which recordings: ?mine or ?waiting"));
        }
    };
    let has_more = found.len() > LIMIT as usize;
    found.truncate(LIMIT as usize);
    let next = found.last().filter(|_| has_more).map(|last| last.id.to_string());
    Ok(RecordingList { items: cards(tx, here, &found)?, next, are_taken })
}

fn mine(tx: &mut Tx<'_>, here: &Here, after: Option<u32>) -> Outcome<Vec<Recording>> {
    let resident = match here.viewer {
        Viewer::Guest => return Err(Refusal::SignInFirst.into()),
        Viewer::Staff { .. } => return Err(Refusal::ResidentsOnly.into()),
        Viewer::Resident { id } => id,
    };
    rows::of_resident(tx, here, resident, after.unwrap_or(u32::MAX), LIMIT + 1)
}

fn waiting(tx: &mut Tx<'_>, here: &Here, after: Option<u32>) -> Outcome<Vec<Recording>> {
    may_serve(&here.viewer)?;
    rows::waiting(tx, here, after.unwrap_or_default(), LIMIT + 1)
}

fn cards(tx: &mut Tx<'_>, here: &Here, found: &[Recording]) -> Outcome<Vec<RecordingCard>> {
    let mut titles: BTreeMap<ContestId, String> = BTreeMap::new();
    let mut cards = Vec::new();
    for recording in found {
        let contest_title = match titles.get(&recording.contest) {
            Some(title) => title.clone(),
            None => contests::rows::load(tx, here.community, recording.contest)?.title.to_string(),
        };
        titles.insert(recording.contest, contest_title.clone());
        cards.push(RecordingCard {
            id: recording.id,
            number: recording.number,
            contest: recording.contest,
            contest_title,
            begun: recording.begun,
            seconds: recording.seconds,
            stage: recording.stage.kind(),
            n_misheard: u32::try_from(recording.misheard.len()).unwrap_or(u32::MAX),
        });
    }
    Ok(cards)
}

/// What happened, newest first.
fn story(tx: &mut Tx<'_>, here: &Here, id: RecordingId) -> Outcome<Vec<StoryLine>> {
    let stored = events::of_stream(tx, here.community_id(), &rows::stream(id))?;
    let lines = stored.iter().rev().map(|event| {
        let at = Moment::from_millis(event.at_ms);
        Ok(StoryLine { at, event: serde_json::from_str(&event.body)? })
    });
    lines.collect()
}
