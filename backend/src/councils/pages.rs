//! Pages of councils: the list, one whole, who comes, and the counts of a session.

use std::collections::BTreeMap;

use huiyin_domain::{
    councils::{
        meeting::{
            Attendee, Council, clash, minutes, moved_councils, offers,
            wire::{
                AttendancePage, AttendanceRow, Beside, CouncilCard, CouncilList, CouncilPage,
                Leader, LiveCounts, SeatCounts,
            },
        },
        rules::Moved,
    },
    desk::may_serve,
    helping::{Scope, covers_council},
    ids::{CouncilId, ResidentId, Version},
};

use super::{
    known::{self, Known},
    people,
    rows::{self, Cursor},
    sittings,
};
use crate::{failure::Outcome, here::Here, moderation, residents, store::Tx};

/// Councils in one part of the list.
const SHOWN: usize = 20;

/// One part of the list: those ahead first, the next on top, then those that were.
pub fn list(tx: &mut Tx<'_>, here: &Here, after: Option<&str>) -> Outcome<CouncilList> {
    let after = after.map_or(Ok(Cursor::START), Cursor::parse)?;
    let mut councils = rows::list(tx, here.community, after, SHOWN + 1)?;
    let has_more = SHOWN < councils.len();
    councils.truncate(SHOWN);
    let numbers = match resident(here) {
        Some(resident) => people::numbers(tx, here.community, resident)?,
        None => BTreeMap::new(),
    };
    let next = councils.last().filter(|_| has_more).map(|last| Cursor::of(last).print());
    let card = |council: &Council| {
        let clash = clash(council, here.calendar, here.now);
        CouncilCard::of(council, &here.viewer, numbers.get(&council.id).copied(), clash)
    };
    Ok(CouncilList { items: councils.iter().map(card).collect(), next })
}

/// One council, whole.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: CouncilId) -> Outcome<CouncilPage> {
    let council = rows::load(tx, here.community, id)?;
    page_of(tx, here, &council)
}

/// The page of a council that is at hand.
pub fn page_of(tx: &mut Tx<'_>, here: &Here, council: &Council) -> Outcome<CouncilPage> {
    let council = &moderation::covering::council(tx, here, council)?;
    let known = Known::of(tx, here, council, here.viewer.resident())?;
    let resident = resident(here);
    let mut beside = Beside::default();
    if let Some(resident) = resident {
        let person = people::of_resident(tx, here.community, council.id, resident)?;
        beside.code = person.and_then(|person| person.code);
        beside.reminder = people::reminder(tx, here.community, council.id, resident)?;
    }
    if council.stage.kind().has_sat() {
        let came = sittings::came_by_group(tx, here.community, council.id)?;
        beside.minutes = minutes::of(council, &came, here.today());
    }
    let series = rows::of_series(tx, here.community, council.series)?;
    let place = series.iter().position(|it| it.id == council.id).unwrap_or_default();
    beside.previous = place.checked_sub(1).and_then(|n| series.get(n)).map(|it| it.id);
    beside.next = series.get(place + 1).map(|it| it.id);
    if here.viewer.organiser().is_some() && clash(council, here.calendar, here.now).is_some() {
        let ahead = rows::ahead(tx, here.community)?;
        let moved = moved_councils(&ahead, here.calendar, here.now);
        let this = moved.iter().find(|it| it.council == council.id);
        beside.move_to = this.and_then(Moved::nearest);
    }
    let mut page = CouncilPage::of(&known.scene(here), council, beside);
    // A helper needs leave to see what somebody said, and to say anything for them.
    if here.viewer.resident().is_some() && resident.is_none() {
        page.mine = None;
    }
    if let Some(help) = here.help {
        page.offers.retain(|offer| covers_council(help.scopes, offer));
    }
    Ok(page)
}

/// The resident whose seat is shown and taken here; a helper needs leave for that.
fn resident(here: &Here) -> Option<ResidentId> {
    let may = here.help.is_none_or(|help| help.scopes.has(Scope::Answer));
    here.viewer.resident().filter(|_| may)
}

/// Who comes, who waits and who came; for the office alone.
pub fn attendance(tx: &mut Tx<'_>, here: &Here, id: CouncilId) -> Outcome<AttendancePage> {
    may_serve(&here.viewer)?;
    let council = rows::load(tx, here.community, id)?;
    let known = Known::of(tx, here, &council, None)?;
    let leaders = known::leaders(tx, here.community)?;
    let leaders = leaders.into_iter().map(|(id, name)| Leader { id, name });
    Ok(AttendancePage {
        id,
        version: council.version,
        title: council.title.clone(),
        hours: council.hours,
        room: council.room.clone(),
        stage: council.stage.kind(),
        facilitator: council.facilitator,
        leaders: leaders.collect(),
        seats: SeatCounts::of(&council),
        quorum: council.quorum,
        people: attendees(tx, here, &council)?,
        offers: offers(&known.scene(here), &council),
    })
}

/// Those with a seat or here by name, then those who wait in their order, then the others.
fn attendees(tx: &mut Tx<'_>, here: &Here, council: &Council) -> Outcome<Vec<AttendanceRow>> {
    let known = people::all(tx, here.community, council.id)?;
    let mut rows = Vec::new();
    for attendee in &council.attendees {
        let resident = known.get(&attendee.number).and_then(|known| known.resident);
        let name = match resident {
            Some(resident) => residents::service::public_name(tx, here.community, resident)?,
            None => None,
        };
        let place = council.place_in_line(attendee.number);
        rows.push(AttendanceRow { attendee: *attendee, resident, name, place });
    }
    rows.sort_by_key(|row| (part(&row.attendee), row.place, row.name.clone(), row.attendee.number));
    Ok(rows)
}

fn part(attendee: &Attendee) -> u8 {
    match (attendee.seat().is_some() || attendee.is_here().is_some(), attendee.waits_for()) {
        (true, _) => 0,
        (false, Some(_)) => 1,
        (false, None) => 2,
    }
}

/// How often a council has changed; its counts are the same until then.
pub fn version(tx: &mut Tx<'_>, here: &Here, id: CouncilId) -> Outcome<Version> {
    rows::version(tx, here.community, id)
}

/// The counts of a session.
pub fn live(tx: &mut Tx<'_>, here: &Here, id: CouncilId) -> Outcome<LiveCounts> {
    Ok(LiveCounts::of(&rows::load(tx, here.community, id)?))
}
