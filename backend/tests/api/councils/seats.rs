//! Seats: who comes, who waits, and who gets the seat that falls free.

use huiyin_domain::councils::meeting::MeetingRefusal;
use huiyin_domain::councils::meeting::wire::{
    AttendancePage, CouncilList, Mine, MySeat, ReminderForm,
};
use huiyin_domain::councils::meeting::{Command, MoveForm, Reminder, StageKind, Way};
use huiyin_domain::ids::{CouncilId, ResidentId, StaffId};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::wire::ResidentCommand;
use huiyin_domain::words::Words;

use super::{
    FRIDAY, SATURDAY, agenda, ask, at, can_come, check_in, decline, done, meeting, notice, read,
    rsvp, two_councils,
};
use crate::people::{Person, fresh_key, here};
use crate::world::on_each_engine;

async fn mine(person: &Person, id: CouncilId) -> Mine {
    read(person, id).await.mine.unwrap()
}

#[test]
fn who_comes_has_a_seat_and_a_code_and_the_next_one_waits() {
    on_each_engine(async |world| {
        two_councils(world, 1);
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        assert_eq!(mine(&wang, FRIDAY).await.code, None);
        let page = done(&wang, FRIDAY, &rsvp(Way::InPerson)).await;
        let code = page.mine.clone().unwrap().code.unwrap();
        assert!(code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit()), "{code}");
        assert_eq!(page.mine.unwrap().seat, MySeat::Coming { way: Way::InPerson });
        let waits = done(&li, FRIDAY, &rsvp(Way::InPerson)).await.mine.unwrap().seat;
        assert_eq!(waits, MySeat::Waiting { way: Way::InPerson, place: 1 });
        // One seat falls free, and the next in line has it without doing anything.
        done(&wang, FRIDAY, &decline()).await;
        assert_eq!(mine(&li, FRIDAY).await.seat, MySeat::Coming { way: Way::InPerson });
        let list: CouncilList = li.get(&here("/councils")).await.ok();
        let ids: Vec<_> = list.items.iter().map(|card| card.id).collect();
        assert_eq!((ids, list.next), (vec![FRIDAY, SATURDAY], None));
        assert_eq!(list.items[0].my_seat, Some(MySeat::Coming { way: Way::InPerson }));
        assert_eq!(list.items[1].my_seat, Some(MySeat::NotAnswered));
        let list: CouncilList = world.guest().get(&here("/councils")).await.ok();
        assert_eq!(list.items[0].my_seat, None);
    });
}

#[test]
fn strangers_and_whoever_repeats_themselves_are_refused() {
    on_each_engine(async |world| {
        two_councils(world, 3);
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let come = rsvp(Way::InPerson);
        assert_eq!(ask(&world.guest(), FRIDAY, &come).await.refusal(), Refusal::SignInFirst);
        assert_eq!(ask(&organiser, FRIDAY, &come).await.refusal(), Refusal::ResidentsOnly);
        let for_li = Command::Rsvp { way: Way::InPerson, resident: Some(ResidentId(2)) };
        assert_eq!(ask(&wang, FRIDAY, &for_li).await.refusal(), Refusal::OrganiserOnly);
        let nobody = Command::Rsvp { way: Way::InPerson, resident: Some(ResidentId(99)) };
        assert_eq!(ask(&organiser, FRIDAY, &nobody).await.faults()[0].0, "resident");
        done(&organiser, FRIDAY, &for_li).await;
        done(&wang, FRIDAY, &come).await;
        assert_eq!(
            ask(&wang, FRIDAY, &come).await.refusal(),
            meeting(MeetingRefusal::AnsweredAlready)
        );
        // A phone in a lift asks again with the same key, and gets the same answer.
        let path = here(&format!("/councils/{SATURDAY}/commands"));
        let key = fresh_key();
        let first = wang.post_with_key(&path, &come, &key).await;
        let again = wang.post_with_key(&path, &come, &key).await;
        assert_eq!((first.status, first.text()), (again.status, again.text()));
        let missing = read_status(&wang, "/councils/77").await;
        assert_eq!((missing, read_status(&wang, "/councils/x.ics").await), (404, 404));
    });
}

async fn read_status(person: &Person, path: &str) -> u16 {
    person.get(&here(path)).await.status.as_u16()
}

#[test]
fn whoever_has_one_chance_only_is_first_in_line() {
    on_each_engine(async |world| {
        two_councils(world, 1);
        can_come(world, 2, &[1, 2]);
        can_come(world, 3, &[1]);
        let wang = world.resident("wang").await;
        let (li, zhao) = (world.resident("li").await, world.resident("zhao").await);
        done(&wang, FRIDAY, &rsvp(Way::InPerson)).await;
        done(&li, FRIDAY, &rsvp(Way::InPerson)).await;
        let page = done(&zhao, FRIDAY, &rsvp(Way::InPerson)).await.mine.unwrap();
        assert!(page.only_chance);
        assert_eq!(page.seat, MySeat::Waiting { way: Way::InPerson, place: 1 });
        assert!(!mine(&li, FRIDAY).await.only_chance);
        done(&wang, FRIDAY, &decline()).await;
        assert_eq!(mine(&zhao, FRIDAY).await.seat, MySeat::Coming { way: Way::InPerson });
        assert_eq!(mine(&li, FRIDAY).await.seat, MySeat::Waiting { way: Way::InPerson, place: 1 });
        // When the other council falls away, this one is the only chance that is left.
        let reason = Words::parse("场地停电").unwrap();
        done(&world.organiser().await, SATURDAY, &Command::Cancel { reason }).await;
        assert!(mine(&li, FRIDAY).await.only_chance);
    });
}

#[test]
fn a_room_that_shrinks_pushes_the_last_to_the_waiting_list() {
    on_each_engine(async |world| {
        two_councils(world, 2);
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        done(&wang, FRIDAY, &rsvp(Way::InPerson)).await;
        done(&li, FRIDAY, &rsvp(Way::InPerson)).await;
        let organiser = world.organiser().await;
        let page = read(&organiser, FRIDAY).await;
        let form = MoveForm {
            room: "小会议室".to_owned(),
            seats: "1".to_owned(),
            reason: "大厅漏水".to_owned(),
            ..MoveForm::filled(page.hours, &page.room, None)
        };
        let moved = done(&organiser, FRIDAY, &Command::Move { form: form.clone() }).await;
        assert_eq!((moved.seats.n_coming_in_person, moved.seats.n_waiting_in_person), (1, 1));
        assert_eq!(mine(&wang, FRIDAY).await.seat, MySeat::Coming { way: Way::InPerson });
        assert_eq!(mine(&li, FRIDAY).await.seat, MySeat::Waiting { way: Way::InPerson, place: 1 });
        let path = here(&format!("/councils/{FRIDAY}/commands"));
        let again = Command::Move { form: form.clone() };
        let found = moved.version;
        let stale = organiser.command(&path, 1, &again).await.refusal();
        assert_eq!(stale, Refusal::Stale { found });
        let twice = ask(&organiser, FRIDAY, &Command::Move { form }).await;
        assert_eq!(twice.refusal(), meeting(MeetingRefusal::NothingChanged));
    });
}

#[test]
fn a_council_moves_neither_into_the_past_nor_into_working_hours_nor_an_unknown_year() {
    on_each_engine(async |world| {
        two_councils(world, 2);
        let organiser = world.organiser().await;
        let page = read(&organiser, FRIDAY).await;
        let to = |day: &str, from: &str, until: &str| {
            let (day, from, until) = (day.to_owned(), from.to_owned(), until.to_owned());
            let reason = "改期".to_owned();
            let filled = MoveForm::filled(page.hours, &page.room, None);
            Command::Move { form: MoveForm { day, from, until, reason, ..filled } }
        };
        let refused = async |command: Command| ask(&organiser, FRIDAY, &command).await.refusal();
        let past = refused(to("2026-08-28", "19:00", "20:00")).await;
        assert_eq!(past, meeting(MeetingRefusal::InThePast));
        let morning = refused(to("2026-09-10", "09:00", "10:00")).await;
        assert!(
            matches!(morning, Refusal::Meeting { why: MeetingRefusal::InWorkingHours { .. } }),
            "{morning:?}"
        );
        let far = refused(to("2031-09-10", "19:00", "20:00")).await;
        assert_eq!(far, meeting(MeetingRefusal::UnknownYear { year: 2031 }));
        let taken = refused(to("2026-09-12", "15:00", "17:00")).await;
        assert_eq!(taken, meeting(MeetingRefusal::RoomTaken));
        let faults = ask(&organiser, FRIDAY, &to("", "19:00", "18:00")).await.faults();
        assert_eq!(faults[0].0, "day");
        let wang = world.resident("wang").await;
        let stranger = ask(&wang, FRIDAY, &to("2026-09-18", "19:00", "20:00")).await.refusal();
        assert_eq!(stranger, Refusal::OrganiserOnly);
    });
}

#[test]
fn a_facilitator_who_drops_out_is_replaced_by_somebody_who_is_there() {
    on_each_engine(async |world| {
        two_councils(world, 2);
        let organiser = world.organiser().await;
        let to = |facilitator| Command::ReplaceFacilitator { facilitator };
        assert_eq!(done(&organiser, FRIDAY, &to(None)).await.facilitator, None);
        let reviewer = ask(&organiser, FRIDAY, &to(Some(StaffId(2)))).await.refusal();
        assert_eq!(reviewer, meeting(MeetingRefusal::UnknownFacilitator));
        let back = done(&organiser, FRIDAY, &to(Some(StaffId(1)))).await;
        assert_eq!(back.facilitator, Some(StaffId(1)));
        let twice = ask(&organiser, FRIDAY, &to(Some(StaffId(1)))).await.refusal();
        assert_eq!(twice, meeting(MeetingRefusal::NothingChanged));
    });
}

#[test]
fn notice_is_given_with_an_agenda_and_in_time() {
    on_each_engine(async |world| {
        two_councils(world, 2);
        let organiser = world.organiser().await;
        let bare = ask(&organiser, FRIDAY, &Command::GiveNotice).await.refusal();
        assert_eq!(bare, meeting(MeetingRefusal::NoAgenda));
        done(&organiser, FRIDAY, &agenda()).await;
        let wang = world.resident("wang").await;
        let stranger = ask(&wang, FRIDAY, &Command::GiveNotice).await.refusal();
        assert_eq!(stranger, Refusal::OrganiserOnly);
        let early = ask(&organiser, FRIDAY, &check_in(1)).await.refusal();
        assert_eq!(early, meeting(MeetingRefusal::NotAtThisStage { stage: StageKind::Scheduled }));
        world.clock.set(at("2026-09-09T09:00:00+08:00"));
        let organiser = world.organiser().await;
        let by = read(&organiser, FRIDAY).await.notice_by;
        let late = ask(&organiser, FRIDAY, &Command::GiveNotice).await.refusal();
        assert_eq!(late, meeting(MeetingRefusal::NoticeTooLate { by }));
        // Saturday's is one day later: today is its last day.
        notice(&organiser, SATURDAY).await;
        let twice = ask(&organiser, SATURDAY, &Command::GiveNotice).await.refusal();
        assert_eq!(twice, meeting(MeetingRefusal::NotAtThisStage { stage: StageKind::Noticed }));
        let without = organiser
            .post(&here(&format!("/councils/{FRIDAY}/commands")), &Command::GiveNotice)
            .await;
        assert_eq!(without.status, 400);
    });
}

#[test]
fn the_office_sees_names_and_nobody_else_does() {
    on_each_engine(async |world| {
        two_councils(world, 1);
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        done(&li, FRIDAY, &rsvp(Way::InPerson)).await;
        done(&wang, FRIDAY, &rsvp(Way::InPerson)).await;
        let path = here(&format!("/councils/{FRIDAY}/attendance"));
        assert_eq!(wang.get(&path).await.refusal(), Refusal::StaffOnly);
        let page: AttendancePage = world.organiser().await.get(&path).await.ok();
        let names: Vec<_> = page.people.iter().map(|row| row.name.clone().unwrap()).collect();
        assert_eq!(names, ["li", "wang"]);
        assert_eq!(page.people[1].place, Some(1));
        assert_eq!(page.leaders.len(), 1);
        // Events hold numbers that mean nothing elsewhere.
        let sql = "SELECT COUNT(*) FROM events WHERE stream = 'council/1' AND body LIKE '%wang%'";
        assert_eq!(world.number(sql), 0);
    });
}

#[test]
fn whoever_leaves_gives_their_seat_to_the_next_and_is_forgotten() {
    on_each_engine(async |world| {
        two_councils(world, 1);
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        done(&wang, FRIDAY, &rsvp(Way::InPerson)).await;
        done(&li, FRIDAY, &rsvp(Way::InPerson)).await;
        let organiser = world.organiser().await;
        let path = here("/residents/1/commands");
        let gone = organiser.post(&path, &ResidentCommand::Erase).await;
        assert_eq!(gone.status, 200, "{}", gone.text());
        assert_eq!(mine(&li, FRIDAY).await.seat, MySeat::Coming { way: Way::InPerson });
        let sql = "SELECT COUNT(*) FROM council_people WHERE resident_id = 1 OR number = 1
             AND code IS NOT NULL";
        assert_eq!(world.number(sql), 0);
    });
}

#[test]
fn a_reminder_is_chosen_by_whoever_comes() {
    on_each_engine(async |world| {
        two_councils(world, 1);
        let wang = world.resident("wang").await;
        let path = here(&format!("/councils/{FRIDAY}/reminder"));
        let form = ReminderForm { reminder: Reminder::TwoHoursBefore };
        assert_eq!(world.guest().post(&path, &form).await.refusal(), Refusal::SignInFirst);
        assert_eq!(wang.post(&path, &form).await.status, 200);
        assert_eq!(mine(&wang, FRIDAY).await.reminder, Reminder::TwoHoursBefore);
    });
}
