//! Calendars: files and feeds that phones take, and that follow what happens to a council.

use huiyin_domain::councils::meeting::wire::MyFeed;
use huiyin_domain::councils::meeting::{Command, MoveForm, Way};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::words::Words;
use serde_json::json;

use super::{FRIDAY, SATURDAY, agenda, at, decline, done, notice, read, rsvp, two_councils};
use crate::people::{Person, here};
use crate::world::on_each_engine;

/// The lines of a calendar as they were before they were folded.
async fn lines(person: &Person, path: &str) -> Vec<String> {
    let answer = person.get(&here(path)).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert!(answer.header("content-type").starts_with("text/calendar"));
    let text = answer.text();
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn has(lines: &[String], line: &str) -> bool {
    lines.iter().any(|it| it == line)
}

fn count(lines: &[String], line: &str) -> usize {
    lines.iter().filter(|it| *it == line).count()
}

#[test]
fn a_council_is_one_event_that_follows_a_move_and_a_cancellation() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = world.organiser().await;
        notice(&organiser, FRIDAY).await;
        let guest = world.guest();
        let path = format!("/councils/{FRIDAY}.ics");
        let file = lines(&guest, &path).await;
        assert_eq!(count(&file, "BEGIN:VEVENT"), 1);
        for line in [
            "SEQUENCE:0",
            "SUMMARY:议事会：电梯和停车",
            "DTSTART;TZID=Asia/Shanghai:20260911T190000",
            "DTEND;TZID=Asia/Shanghai:20260911T203000",
            "LOCATION:议事厅",
            "STATUS:CONFIRMED",
            "TRIGGER:-P1D",
        ] {
            assert!(has(&file, line), "{line} in {file:?}");
        }
        let uid = file.iter().find(|line| line.starts_with("UID:")).unwrap().clone();
        let page = read(&organiser, FRIDAY).await;
        let (day, reason) = ("2026-09-14".to_owned(), "停电".to_owned());
        let form = MoveForm { day, reason, ..MoveForm::filled(page.hours, &page.room, None) };
        done(&organiser, FRIDAY, &Command::Move { form }).await;
        let file = lines(&guest, &path).await;
        assert!(has(&file, &uid) && has(&file, "SEQUENCE:1"));
        assert!(has(&file, "DTSTART;TZID=Asia/Shanghai:20260914T190000"));
        let reason = Words::parse("没有人报名").unwrap();
        done(&organiser, FRIDAY, &Command::Cancel { reason }).await;
        let file = lines(&guest, &path).await;
        assert!(has(&file, &uid) && has(&file, "SEQUENCE:2") && has(&file, "STATUS:CANCELLED"));
        assert!(!has(&file, "BEGIN:VALARM"));
    });
}

#[test]
fn the_feed_holds_all_councils_and_a_cancelled_one_for_thirty_days() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let guest = world.guest();
        let feed = lines(&guest, "/councils/feed.ics").await;
        assert_eq!(count(&feed, "BEGIN:VEVENT"), 2);
        let answer = guest.get(&here("/councils/feed.ics")).await;
        let tag = answer.header("etag").to_owned();
        let again = guest.get_if_changed(&here("/councils/feed.ics"), &tag).await;
        assert_eq!(again.status, 304);
        let organiser = world.organiser().await;
        let reason = Words::parse("没有人报名").unwrap();
        done(&organiser, SATURDAY, &Command::Cancel { reason }).await;
        let again = guest.get_if_changed(&here("/councils/feed.ics"), &tag).await;
        assert_eq!(again.status, 200);
        world.clock.set(at("2026-09-30T10:00:00+08:00"));
        assert_eq!(count(&lines(&guest, "/councils/feed.ics").await, "BEGIN:VEVENT"), 2);
        world.clock.set(at("2026-10-02T10:00:00+08:00"));
        assert_eq!(count(&lines(&guest, "/councils/feed.ics").await, "BEGIN:VEVENT"), 1);
    });
}

#[test]
fn a_feed_is_the_same_to_the_letter_whoever_answers() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let guest = world.guest();
        let path = here("/councils/feed.ics");
        let file = here(&format!("/councils/{FRIDAY}.ics"));
        let tag = guest.get(&path).await.header("etag").to_owned();
        let before = guest.get(&file).await.text().to_owned();
        world.clock.set(at("2026-09-02T10:00:00+08:00"));
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        done(&wang, FRIDAY, &rsvp(Way::InPerson)).await;
        done(&world.resident("li").await, FRIDAY, &rsvp(Way::Online)).await;
        done(&wang, FRIDAY, &decline()).await;
        assert_eq!(guest.get_if_changed(&path, &tag).await.status, 304);
        assert_eq!(guest.get(&file).await.text(), before);
        // What a calendar shows is another matter.
        done(&organiser, FRIDAY, &agenda()).await;
        let changed = guest.get_if_changed(&path, &tag).await;
        assert_eq!(changed.status, 200);
        assert!(changed.text().contains("LAST-MODIFIED:20260902T020000Z\r\n"));
        assert!(changed.text().contains("SEQUENCE:0\r\n"));
    });
}

#[test]
fn a_persons_feed_is_theirs_alone_and_can_be_replaced() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        done(&wang, SATURDAY, &rsvp(Way::InPerson)).await;
        let path = here("/councils/feed-token");
        let nothing = json!({});
        assert_eq!(world.guest().post(&path, &nothing).await.refusal(), Refusal::SignInFirst);
        assert_eq!(organiser.post(&path, &nothing).await.refusal(), Refusal::ResidentsOnly);
        let first: MyFeed = wang.post(&path, &nothing).await.ok();
        let address = |feed: &MyFeed| format!("/my/{}/councils.ics", feed.token);
        let feed = lines(&world.guest(), &address(&first)).await;
        assert_eq!(count(&feed, "BEGIN:VEVENT"), 1);
        assert!(has(&feed, "DTSTART;TZID=Asia/Shanghai:20260912T143000"));
        let second: MyFeed = wang.post(&path, &nothing).await.ok();
        let old = world.guest().get(&here(&address(&first))).await;
        assert_eq!(old.status, 404);
        assert_eq!(count(&lines(&world.guest(), &address(&second)).await, "BEGIN:VEVENT"), 1);
        let hidden = "SELECT COUNT(*) FROM council_feeds WHERE LENGTH(token_hash) = 64";
        assert_eq!(world.number(hidden), 1);
    });
}

#[test]
fn only_who_is_signed_in_sees_where_it_is_joined_by_video() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = world.organiser().await;
        done(&organiser, FRIDAY, &agenda()).await;
        let link = serde_json::from_value(json!("https://meeting.example.cn/8")).unwrap();
        done(&organiser, FRIDAY, &Command::ChangeLink { link: Some(link) }).await;
        let wang = world.resident("wang").await;
        assert!(read(&wang, FRIDAY).await.room.link.is_some());
        assert_eq!(read(&world.guest(), FRIDAY).await.room.link, None);
        let path = format!("/councils/{FRIDAY}.ics");
        let said = |lines: &[String]| lines.iter().any(|line| line.contains("meeting.example.cn"));
        assert!(said(&lines(&wang, &path).await));
        assert!(!said(&lines(&world.guest(), &path).await));
        assert!(!said(&lines(&wang, "/councils/feed.ics").await));
    });
}
