//! Telling: whom something about a council concerns hears of it once.

use huiyin_domain::councils::meeting::wire::ReminderForm;
use huiyin_domain::councils::meeting::{Command, MoveForm, Reminder, Told, Way};
use huiyin_domain::notices::ChoicesForm;
use huiyin_domain::notices::wire::{Inbox, InboxItem, ReadForm};
use huiyin_domain::words::Words;

use super::{FRIDAY, SATURDAY, at, decline, done, notice, read, rsvp, two_councils};
use crate::people::{Person, here};
use crate::world::on_each_engine;

async fn inbox(person: &Person) -> Inbox {
    person.get(&here("/notices")).await.ok()
}

/// What somebody was told of councils, the newest first.
pub(super) async fn told(person: &Person) -> Vec<Told> {
    let items = inbox(person).await.items;
    let told = items.iter().filter_map(|item| match item {
        InboxItem::Council { notice, .. } => Some(notice.told),
        InboxItem::Submission { .. }
        | InboxItem::Series { .. }
        | InboxItem::Coaching { .. }
        | InboxItem::Case { .. } => None,
    });
    told.collect()
}

#[test]
fn everybody_hears_of_the_notice_and_the_next_in_line_of_a_seat() {
    on_each_engine(async |world| {
        two_councils(world, 1);
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        done(&wang, FRIDAY, &rsvp(Way::InPerson)).await;
        done(&li, FRIDAY, &rsvp(Way::InPerson)).await;
        assert_eq!(told(&li).await, []);
        notice(&world.organiser().await, FRIDAY).await;
        done(&wang, FRIDAY, &decline()).await;
        let mut heard = told(&li).await;
        heard.sort();
        assert_eq!(heard, [Told::Noticed, Told::Promoted]);
        assert_eq!(told(&wang).await, [Told::Noticed]);
        assert_eq!(told(&world.resident("zhao").await).await, [Told::Noticed]);
        let shown = inbox(&li).await;
        assert_eq!(shown.n_unread, 2);
        let all = ReadForm::Council { id: FRIDAY, until: shown.items[0].at() };
        let after: Inbox = li.post(&here("/notices/read"), &all).await.ok();
        assert_eq!(after.n_unread, 0);
        assert_eq!(inbox(&wang).await.n_unread, 1);
    });
}

#[test]
fn a_move_and_a_cancellation_are_told_with_their_reasons() {
    on_each_engine(async |world| {
        two_councils(world, 2);
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let page = read(&organiser, FRIDAY).await;
        let (day, reason) = ("2026-09-14".to_owned(), "停电".to_owned());
        let form = MoveForm { day, reason, ..MoveForm::filled(page.hours, &page.room, None) };
        done(&organiser, FRIDAY, &Command::Move { form }).await;
        assert_eq!(told(&wang).await, [Told::Moved]);
        assert_eq!(read(&wang, FRIDAY).await.moves[0].reason.as_str(), "停电");
        let reason = Words::parse("没有人报名").unwrap();
        done(&organiser, SATURDAY, &Command::Cancel { reason }).await;
        let mut heard = told(&wang).await;
        heard.sort();
        assert_eq!(heard, [Told::Moved, Told::Cancelled]);
    });
}

#[test]
fn who_comes_is_reminded_once_at_the_hour_they_chose() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        for (name, reminder) in [
            ("wang", Reminder::DayBefore),
            ("li", Reminder::TwoHoursBefore),
            ("zhao", Reminder::Never),
        ] {
            let resident = world.resident(name).await;
            done(&resident, FRIDAY, &rsvp(Way::InPerson)).await;
            let path = here(&format!("/councils/{FRIDAY}/reminder"));
            assert_eq!(resident.post(&path, &ReminderForm { reminder }).await.status, 200);
        }
        notice(&world.organiser().await, FRIDAY).await;
        assert_eq!(world.tick().await.n_reminded, 0);
        world.clock.set(at("2026-09-10T19:01:00+08:00"));
        assert_eq!(world.tick().await.n_reminded, 1);
        assert_eq!(world.tick().await.n_reminded, 0);
        // Whoever answers now has just read when it is.
        let qian = world.resident("qian").await;
        done(&qian, FRIDAY, &rsvp(Way::InPerson)).await;
        world.clock.set(at("2026-09-11T17:01:00+08:00"));
        assert_eq!(world.tick().await.n_reminded, 1);
        let sql = "SELECT COUNT(*) FROM council_notices WHERE told = 'reminder'";
        assert_eq!(world.number(sql), 2);
        let li = world.resident("li").await;
        assert_eq!(told(&li).await, [Told::Reminder, Told::Noticed]);
    });
}

#[test]
fn what_is_told_goes_out_on_the_ways_that_were_chosen() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let wang = world.resident("wang").await;
        let email = "wang@example.cn".to_owned();
        let form = ChoicesForm { email, ..ChoicesForm::default() };
        let kept = wang.post(&here("/notices/choices"), &form).await;
        assert_eq!(kept.status, 200, "{}", kept.text());
        notice(&world.organiser().await, FRIDAY).await;
        let sql = "SELECT COUNT(*) FROM outbox WHERE room = 'council' AND told = 'noticed'";
        assert_eq!(world.number(sql), 1);
    });
}
