//! What a decision about a council needs to know, looked up beforehand.

use std::collections::BTreeMap;

use huiyin_domain::{
    councils::meeting::{
        CarriedOver, Council, Occupied, Person, ResolutionRef, Scene, Standing,
        agenda::{About, OpenResolution},
    },
    ids::{CommunityId, ResidentId, StaffId, SubmissionId},
    time::Moment,
};

use super::{chances, confirming::Voice, people, rows};
use crate::{
    failure::Outcome,
    feedback,
    here::Here,
    residents,
    store::{Tx, params},
};

/// What was looked up.
#[derive(Clone, Debug, Default)]
pub struct Known {
    person: Option<Person>,
    staff: Vec<StaffId>,
    others: Vec<Occupied>,
    open_before: Vec<OpenResolution>,
    carried_over: Vec<CarriedOver>,
    confirmation_days: u32,
    voice: Voice,
    /// The number that was kept for the submission an opinion becomes.
    pub submission: Option<SubmissionId>,
}

impl Known {
    /// What is to be known of a council; `about`: the resident whom it is about.
    pub fn of(
        tx: &mut Tx<'_>,
        here: &Here,
        council: &Council,
        about: Option<ResidentId>,
    ) -> Outcome<Self> {
        let person = match about {
            Some(resident) => person(tx, here.community, council, resident)?,
            None => None,
        };
        let voice = match here.viewer.resident() {
            Some(resident) => Voice::of(tx, here.community, council, resident)?,
            None => Voice::default(),
        };
        let known = Self { person, voice, ..Self::default() };
        // Residents decide about themselves alone, and ask much more often.
        if here.viewer.organiser().is_none() {
            return Ok(known);
        }
        Ok(Self {
            staff: leaders(tx, here.community)?.into_keys().collect(),
            others: others(tx, here.community, council)?,
            open_before: open_before(tx, here.community, council)?,
            carried_over: carried_over(tx, here.community, council)?,
            confirmation_days: feedback::days::of(tx, here.community)?.confirmation,
            ..known
        })
    }

    /// The circumstances of a decision.
    pub fn scene<'a>(&'a self, here: &'a Here) -> Scene<'a> {
        Scene {
            by: &here.viewer,
            now: here.now,
            calendar: here.calendar,
            person: self.person,
            staff: &self.staff,
            others: &self.others,
            open_before: &self.open_before,
            carried_over: &self.carried_over,
            submission: self.submission,
            confirmation_days: self.confirmation_days,
            backs_a_topic: self.voice.backs_a_topic,
            has_said: &self.voice.has_said,
        }
    }
}

/// A resident of the register as this council knows them.
fn person(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: &Council,
    resident: ResidentId,
) -> Outcome<Option<Person>> {
    if residents::service::public_name(tx, community, resident)?.is_none() {
        return Ok(None);
    }
    let known = people::of_resident(tx, community, council.id, resident)?;
    let number = known.map_or(council.next_number(), |known| known.number);
    let only_chance = chances::is_only_chance(tx, community, council, resident)?;
    Ok(Some(Person { number, only_chance }))
}

/// Those of the staff who could lead a council, by number.
pub fn leaders(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<BTreeMap<StaffId, String>> {
    let found = tx.rows(
        "SELECT staff_id, COALESCE(called_name, name) FROM staff
         WHERE community_id = $1 AND role IN ('organiser', 'administrator')
             AND retired_ms IS NULL",
        params![community.0],
    )?;
    let leaders =
        found.iter().map(|row| Ok((StaffId(rows::number(row, 0)?), row.text(1)?.to_owned())));
    leaders.collect()
}

fn others(tx: &mut Tx<'_>, community: CommunityId, council: &Council) -> Outcome<Vec<Occupied>> {
    let mut ahead = rows::ahead(tx, community)?;
    ahead.retain(|other| other.id != council.id);
    let others = ahead.into_iter().map(|other| Occupied {
        hours: other.hours,
        room: other.room.name,
        facilitator: other.facilitator,
    });
    Ok(others.collect())
}

/// What councils before this one have left open, and no other council has on its agenda.
pub fn open_before(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: &Council,
) -> Outcome<Vec<OpenResolution>> {
    let mut open = Vec::new();
    let mut oldest = None::<Moment>;
    for before in rows::with_open(tx, community, council.hours.begins())? {
        if before.id == council.id || !before.stage.kind().has_sat() {
            continue;
        }
        oldest.get_or_insert(before.hours.begins());
        open.extend(before.open_resolutions().map(|resolution| OpenResolution {
            of: ResolutionRef { council: before.id, number: resolution.number },
            words: resolution.words.clone(),
        }));
    }
    if let Some(oldest) = oldest {
        for other in rows::since(tx, community, oldest)? {
            // One that is over did not settle it.
            if other.id != council.id && other.stage.kind().is_ahead() {
                open.retain(|it| !has_on_agenda(&other, it.of));
            }
        }
    }
    open.extend(passed_on(tx, community, council)?);
    Ok(open)
}

/// What closed councils have passed on to this one: struck from its agenda it would be lost.
fn passed_on(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: &Council,
) -> Outcome<Vec<OpenResolution>> {
    let mut passed_on = Vec::new();
    let here = Standing::CarriedOver { into: council.id };
    for id in council.goes_on_with() {
        let before = rows::load(tx, community, id)?;
        let resolutions = before.resolutions.into_iter().filter(|it| it.standing == here);
        passed_on.extend(resolutions.map(|it| OpenResolution {
            of: ResolutionRef { council: id, number: it.number },
            words: it.words,
        }));
    }
    Ok(passed_on)
}

/// Which of a council's open resolutions stand on the agenda of a later one.
fn carried_over(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: &Council,
) -> Outcome<Vec<CarriedOver>> {
    let open: Vec<u32> = council.open_resolutions().map(|it| it.number).collect();
    if open.is_empty() || !council.stage.kind().has_sat() {
        return Ok(Vec::new());
    }
    let later = rows::since(tx, community, council.hours.begins())?;
    let into = |number: u32| {
        let of = ResolutionRef { council: council.id, number };
        let is_next = |other: &&Council| other.id != council.id && other.stage.kind().is_ahead();
        let mut later = later.iter().filter(is_next);
        let other = later.find(|other| has_on_agenda(other, of))?;
        Some(CarriedOver { resolution: number, into: other.id })
    };
    Ok(open.into_iter().filter_map(into).collect())
}

fn has_on_agenda(council: &Council, of: ResolutionRef) -> bool {
    council.agenda.iter().any(|item| item.about == About::Resolution { of })
}
