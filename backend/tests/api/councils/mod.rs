//! Stories of councils: notice, seats, the session, and what comes of it.

mod calendars;
mod confirmed;
mod days;
mod opened;
mod returning;
mod seats;
mod served;
mod telling;
mod written;

use std::collections::BTreeMap;

use huiyin_backend::councils::service;
use huiyin_backend::failure::Failure;
use huiyin_backend::here::Here;
use huiyin_backend::store::params;
use huiyin_domain::channels::Channel;
use huiyin_domain::councils::meeting::agenda::{About, AgendaForm, ItemForm};
use huiyin_domain::councils::meeting::wire::CouncilPage;
use huiyin_domain::councils::meeting::{Command, MeetingRefusal, Way, Who};
use huiyin_domain::councils::series::{
    Answer, Asked, Begun, KeptAnswer, Mark, Needs, Series, begin,
};
use huiyin_domain::councils::{Hours, Room, Slot, SlotKind};
use huiyin_domain::ids::{CommunityId, CouncilId, ResidentId, SeriesId, SlotId, StaffId};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::Viewer;
use huiyin_domain::time::{Moment, parse_clock, parse_day};
use huiyin_domain::times::Attend;
use huiyin_domain::words::Words;

use crate::people::{Answer as Answered, Person, here};
use crate::world::{World, start};

/// The community of all stories.
const HOME: CommunityId = CommunityId(1);
/// The councils of the first series.
const FRIDAY: CouncilId = CouncilId(1);
const SATURDAY: CouncilId = CouncilId(2);

fn meeting(why: MeetingRefusal) -> Refusal {
    Refusal::Meeting { why }
}

fn at(raw: &str) -> Moment {
    Moment::parse(raw).unwrap()
}

fn slot(id: u32, day: &str, (from, until): (&str, &str), seats: u32) -> Asked {
    let clock = |raw| parse_clock(raw).unwrap();
    let hours = Hours::new(parse_day(day).unwrap(), clock(from), clock(until)).unwrap();
    let room = Room { name: Words::parse("议事厅").unwrap(), seats, online: 1, link: None };
    let slot = Slot {
        id: SlotId(id),
        hours,
        room,
        facilitators: vec![StaffId(1)],
        why_in_working_hours: None,
    };
    Asked { slot, kind: SlotKind::FridayEvening, withdrawn: None }
}

/// A series of two councils that has just been scheduled: on a Friday evening and on the Saturday
/// after it, with so many seats and a quorum of two.
fn two_councils(world: &World, seats: u32) {
    let slots = vec![
        slot(1, "2026-09-11", ("19:00", "20:30"), seats),
        slot(2, "2026-09-12", ("14:30", "16:00"), seats),
    ];
    scheduled(world, SeriesId(1), &[FRIDAY, SATURDAY], slots);
}

fn scheduled(world: &World, id: SeriesId, councils: &[CouncilId], slots: Vec<Asked>) {
    let begun = Begun {
        title: Words::parse("电梯和停车").unwrap(),
        about: Words::parse("一起商量").unwrap(),
        needs: Needs { quorum: 2, ..Needs::default() },
    };
    let series = Series { slots, ..begin(id, &begun) };
    let (kept, councils) = (series.clone(), councils.to_vec());
    let begun = world.store.write_now(move |tx| {
        tx.execute(
            "INSERT INTO series (community_id, series_id, version, stage_kind, state)
             VALUES ($1, $2, 1, 'scheduled', $3)",
            params![HOME.0, kept.id.0, serde_json::to_string(&kept)?],
        )?;
        let here = Here::new(HOME, Viewer::Guest, start());
        for (asked, number) in kept.slots.iter().zip(&councils) {
            service::begin(tx, &here, &kept, &asked.slot, (Some(StaffId(1)), &[]), *number)?;
        }
        Ok::<_, Failure>(())
    });
    begun.unwrap();
}

/// A resident has said at which times they can come, before all of this.
fn can_come(world: &World, resident: u32, slots: &[u32]) {
    let marks = [1, 2].map(|slot| {
        let mark = if slots.contains(&slot) { Mark::Can } else { Mark::Cannot };
        (SlotId(slot), mark)
    });
    let answer = Answer { marks: BTreeMap::from(marks), attend: Attend::Either, group: None };
    let kept = KeptAnswer { answer, channel: Channel::App, at: start() };
    let had_one = !slots.is_empty();
    let written = world.store.write_now(move |tx| {
        tx.execute(
            "INSERT INTO series_answers (community_id, series_id, resident_id, kept)
             VALUES ($1, 1, $2, $3)",
            params![HOME.0, resident, serde_json::to_string(&kept)?],
        )?;
        tx.execute(
            "INSERT INTO series_chances (community_id, series_id, resident_id, had_one)
             VALUES ($1, 1, $2, $3)",
            params![HOME.0, resident, had_one],
        )?;
        Ok::<_, Failure>(())
    });
    written.unwrap();
}

async fn read(person: &Person, id: CouncilId) -> CouncilPage {
    person.get(&here(&format!("/councils/{id}"))).await.ok()
}

/// Asks something of a council as it is by now.
async fn ask(person: &Person, id: CouncilId, command: &Command) -> Answered {
    let version = read(person, id).await.version.0;
    person.command(&here(&format!("/councils/{id}/commands")), version, command).await
}

async fn done(person: &Person, id: CouncilId, command: &Command) -> CouncilPage {
    ask(person, id, command).await.ok()
}

fn rsvp(way: Way) -> Command {
    Command::Rsvp { way, resident: None }
}

fn decline() -> Command {
    Command::Decline { resident: None }
}

fn agenda() -> Command {
    let title = "加装电梯".to_owned();
    let item = ItemForm { title, minutes: "40".to_owned(), about: About::Nothing };
    Command::SetAgenda { form: AgendaForm { items: vec![item] } }
}

fn check_in(resident: u32) -> Command {
    Command::CheckIn { who: Who::Resident { id: ResidentId(resident) }, way: Way::InPerson }
}

/// Gives notice of a council in time.
async fn notice(organiser: &Person, id: CouncilId) {
    done(organiser, id, &agenda()).await;
    done(organiser, id, &Command::GiveNotice).await;
}

/// Gives notice of Friday's council and opens it, on the day. The organiser has signed in again
/// by then.
async fn opened(world: &World) -> Person {
    notice(&world.organiser().await, FRIDAY).await;
    world.clock.set(at("2026-09-11T19:00:00+08:00"));
    let organiser = world.organiser().await;
    done(&organiser, FRIDAY, &Command::Open).await;
    organiser
}
