//! Telling of series: who is asked, whose times are chosen, and nobody twice.

use std::sync::Arc;

use huiyin_backend::notices::channels::{Reach, Sent, SmsGateway};
use huiyin_backend::record::verify::verify;
use huiyin_backend::tick::tick;
use huiyin_domain::councils::series::wire::{CallRow, SeriesPage, WhoAnswered};
use huiyin_domain::councils::series::{Command, Told};
use huiyin_domain::councils::{Group, Hours};
use huiyin_domain::entering::AnswerEntry;
use huiyin_domain::ids::{ResidentId, SeriesId, SlotId};
use huiyin_domain::notices::ChoicesForm;
use huiyin_domain::notices::wire::{CallDone, CallList, CallOutcome, Inbox, InboxItem, ReadForm};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::time::Moment;
use huiyin_domain::times::{TimesForm, When};

use crate::carriers::{Book, Gateway};
use crate::entering::on_paper;
use crate::people::{Person, fresh_key, here};
use crate::series::{
    TIMES, answer, ask, at, begin, marked, needs, open_poll, polled, read, reason, slots, support,
    topic,
};
use crate::series_plan::{later, schedule};
use crate::world::{World, day, on_each_engine, start};

/// Two evenings that nobody was asked about at first.
const NEW: [(&str, &str, &str); 2] =
    [("2026-09-16", "19:30", "21:00"), ("2026-09-17", "19:30", "21:00")];

/// What somebody was told of series: what, about which times, until when they are asked, and is
/// it still unread? The newest first.
async fn heard(person: &Person) -> Vec<(Told, Vec<Hours>, Option<Moment>, bool)> {
    let inbox: Inbox = person.get(&here("/notices")).await.ok();
    let items = inbox.items.into_iter().filter_map(|item| match item {
        InboxItem::Series { notice, hours, until, .. } => {
            Some((notice.told, hours, until, !notice.is_read))
        }
        InboxItem::Submission { .. }
        | InboxItem::Council { .. }
        | InboxItem::Coaching { .. }
        | InboxItem::Case { .. } => None,
    });
    items.collect()
}

/// Only what.
async fn told(person: &Person) -> Vec<Told> {
    heard(person).await.into_iter().map(|(told, ..)| told).collect()
}

async fn keep_week(person: &Person) {
    let form = TimesForm { when: Some(When::Never), ..TimesForm::default() };
    person.post(&here("/times"), &form).await.ok::<serde_json::Value>();
}

async fn choose(person: &Person, form: &ChoicesForm) {
    person.post(&here("/notices/choices"), form).await.ok::<serde_json::Value>();
}

fn by_sms() -> ChoicesForm {
    ChoicesForm { phone: "13812345678".to_owned(), sms: true, ..ChoicesForm::default() }
}

/// A poll on a topic that wang suggested and li supports; zhao keeps a usual week.
async fn asked(world: &World) -> (Person, u32) {
    let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
    let lamps = topic(&wang, "楼道灯换成声控的").await;
    support(&world.resident("li").await, lamps, true).await;
    keep_week(&world.resident("zhao").await).await;
    let id = begin(&organiser).await;
    let topics = Command::ChooseTopics { topics: vec![lamps] };
    for command in [topics, slots(&TIMES), needs(1, 0), open_poll()] {
        ask(&organiser, id, &command).await.ok::<SeriesPage>();
    }
    (organiser, id)
}

fn no_twice(world: &World) {
    let twice = "SELECT COUNT(*) FROM (SELECT 1 AS n FROM series_notices
         GROUP BY community_id, resident_id, series_id, told, seq HAVING COUNT(*) > 1) t";
    assert_eq!(world.number(twice), 0);
}

#[test]
fn a_poll_is_told_to_who_supports_a_topic_and_to_who_keeps_a_usual_week() {
    on_each_engine(async |world| {
        let (_, id) = asked(world).await;
        for name in ["wang", "li", "zhao"] {
            let resident = world.resident(name).await;
            let expected = [(Told::PollOpened, Vec::new(), Some(day(7)), true)];
            assert_eq!(heard(&resident).await, expected, "{name}");
        }
        assert_eq!(told(&world.resident("qian").await).await, []);
        // Nobody chose to hear on another way than the inbox.
        assert_eq!(world.number("SELECT COUNT(*) FROM outbox WHERE room = 'series'"), 0);
        no_twice(world);
        // Who has answered need not be asked; and what was read is read.
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        answer(&wang, id, "200").await;
        assert!(!heard(&wang).await[0].3);
        let until_seq = read(&li, id).await.series.version.0.into();
        let seen = ReadForm::Series { id: SeriesId(id), until_seq };
        li.post(&here("/notices/read"), &seen).await.ok::<Inbox>();
        assert!(!heard(&li).await[0].3);
        assert!(heard(&world.resident("zhao").await).await[0].3);
    });
}

#[test]
fn a_command_that_is_sent_again_tells_nobody_twice() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        keep_week(&world.resident("zhao").await).await;
        let id = begin(&organiser).await;
        for command in [slots(&TIMES), needs(1, 0)] {
            ask(&organiser, id, &command).await.ok::<SeriesPage>();
        }
        let (key, version) = (fresh_key(), read(&organiser, id).await.series.version.0);
        for _ in 0..2 {
            let sent =
                organiser.command_with_key(&at(id, "/commands"), version, &open_poll(), &key).await;
            assert_eq!(sent.status, 200, "{}", sent.text());
        }
        assert_eq!(told(&world.resident("zhao").await).await, [Told::PollOpened]);
        assert_eq!(world.number("SELECT COUNT(*) FROM series_notices"), 1);
    });
}

#[test]
fn who_has_answered_hears_of_new_times_alone_and_once_while_unread() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = polled(&organiser).await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        answer(&wang, id, "200").await;
        for time in NEW {
            ask(&organiser, id, &slots(&[time])).await.ok::<SeriesPage>();
        }
        let series = read(&organiser, id).await.series;
        let new: Vec<_> = [4, 5].map(|slot| series.slot(SlotId(slot)).unwrap().slot.hours).into();
        assert_eq!(heard(&wang).await, [(Told::SlotsAdded, new, Some(day(7)), true)]);
        assert_eq!(told(&li).await, []);
        // Once these are answered it asks nothing more, and what is new again is told again.
        answer(&wang, id, "20020").await;
        let [(Told::SlotsAdded, hours, _, false)] = &heard(&wang).await[..] else {
            panic!("{:?}", heard(&wang).await)
        };
        assert_eq!(hours, &[]);
        world.clock.set(day(1));
        let organiser = world.organiser().await;
        ask(&organiser, id, &slots(&[("2026-09-18", "19:30", "21:00")])).await.ok::<SeriesPage>();
        assert_eq!(told(&wang).await, [Told::SlotsAdded, Told::SlotsAdded]);
        no_twice(world);
    });
}

#[test]
fn who_answered_and_who_supports_a_topic_hears_when_it_is() {
    on_each_engine(async |world| {
        let (_, id) = asked(world).await;
        let qian = world.resident("qian").await;
        answer(&qian, id, "200").await;
        assert_eq!(told(&qian).await, []);
        let organiser = later(world).await;
        let page = schedule(&organiser, id).await;
        let slot = page.series.stage.plan().unwrap().slots[0];
        let hours = vec![page.series.slot(slot).unwrap().slot.hours];
        for (name, n) in [("wang", 2), ("li", 2), ("qian", 1)] {
            let heard = heard(&world.resident(name).await).await;
            assert_eq!(heard.len(), n, "{name}: {heard:?}");
            assert_eq!(heard[0], (Told::Scheduled, hours.clone(), None, true), "{name}");
        }
        // A usual week alone is no answer: zhao hears of the council itself when notice is given.
        assert_eq!(told(&world.resident("zhao").await).await, [Told::PollOpened]);
        assert_eq!(told(&world.resident("sun").await).await, []);
        no_twice(world);
    });
}

#[test]
fn who_answered_hears_that_it_is_given_up() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = polled(&organiser).await;
        answer(&world.resident("wang").await, id, "200").await;
        let cancel = Command::Cancel { reason: reason("问题已经解决了。") };
        ask(&organiser, id, &cancel).await.ok::<SeriesPage>();
        assert_eq!(told(&world.resident("wang").await).await, [Told::Cancelled]);
        assert_eq!(told(&world.resident("li").await).await, []);
    });
}

#[test]
fn it_goes_out_once_on_the_ways_that_were_chosen_and_on_none_that_was_given_up() {
    on_each_engine(async |world| {
        let book: Book<Sent, (String, String)> = Book::new([]);
        let gateway: Arc<dyn SmsGateway> = Arc::new(Gateway(book.clone()));
        let (_, app) = world.reaching(Reach { sms: Some(gateway), ..Reach::default() });
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        choose(&wang, &by_sms()).await;
        choose(&li, &ChoicesForm { phone: "13900001111".to_owned(), ..by_sms() }).await;
        let (_, id) = asked(world).await;
        // Li wants no messages any more: neither the one that waits, nor another.
        choose(&li, &ChoicesForm::default()).await;
        assert_eq!((tick(&app).await.n_sent, tick(&app).await.n_sent), (1, 0));
        answer(&wang, id, "200").await;
        answer(&li, id, "200").await;
        let organiser = later(world).await;
        schedule(&organiser, id).await;
        tick(&app).await;
        tick(&app).await;
        let is_about_it = |(_, words): &(String, String)| words.contains("楼道灯怎么换");
        let seen: Vec<_> = book.seen().into_iter().filter(is_about_it).collect();
        let [(first, asked), (second, when)] = &seen[..] else { panic!("{seen:?}") };
        assert_eq!((first.as_str(), second.as_str()), ("13812345678", "13812345678"));
        assert!(asked.contains("什么时候能来"), "{asked}");
        assert!(when.contains("会期定了:9月15日 19:30"), "{when}");
        // They read it in the inbox all the same.
        assert_eq!(told(&li).await, [Told::Scheduled, Told::PollOpened]);
    });
}

#[test]
fn who_answers_before_a_message_goes_out_is_not_asked() {
    on_each_engine(async |world| {
        let book: Book<Sent, (String, String)> = Book::new([]);
        let gateway: Arc<dyn SmsGateway> = Arc::new(Gateway(book.clone()));
        let (_, app) = world.reaching(Reach { sms: Some(gateway), ..Reach::default() });
        let wang = world.resident("wang").await;
        choose(&wang, &by_sms()).await;
        let (_, id) = asked(world).await;
        answer(&wang, id, "200").await;
        assert_eq!((tick(&app).await.n_sent, book.seen().len()), (0, 0));
        let needless = "SELECT COUNT(*) FROM outbox WHERE room = 'series' AND state = 'needless'";
        assert_eq!(world.number(needless), 1);
    });
}

#[test]
fn who_does_not_use_the_app_is_called_when_the_times_are_chosen() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = polled(&organiser).await;
        let (sun, form) = (ResidentId(5), marked("200"));
        let on_paper = AnswerEntry { resident: sun, received: on_paper(start()), form };
        organiser.post(&at(id, "/answers"), &on_paper).await.ok::<serde_json::Value>();
        answer(&world.resident("wang").await, id, "200").await;
        let called = async |by: &Person| by.get(&here("/desk/calls")).await.ok::<CallList>();
        assert_eq!(called(&organiser).await.total, 0);
        let organiser = later(world).await;
        schedule(&organiser, id).await;
        // Wang has just used the app.
        let calls = called(&organiser).await;
        let [call] = &calls.series[..] else { panic!("{calls:?}") };
        assert_eq!((call.resident, call.was_chosen, calls.total), (sun, false, 1));
        assert_eq!((call.told[0].told, call.told[0].hours.len()), (Told::Scheduled, 1));
        let path = here(&format!("/desk/calls/series/{id}/{sun}/done"));
        let until_seq = call.told[0].seq;
        let in_vain = CallDone { until_seq, outcome: CallOutcome::NobodyAnswered };
        let done = CallDone { until_seq, outcome: CallOutcome::Told };
        let wang = world.resident("wang").await;
        assert_eq!(wang.post(&path, &done).await.refusal(), Refusal::StaffOnly);
        let left: CallList = organiser.post(&path, &in_vain).await.ok();
        assert_eq!(left.total, 0);
        world.clock.set(day(9));
        let organiser = world.organiser().await;
        assert_eq!(called(&organiser).await.total, 1);
        for _ in 0..2 {
            let left: CallList = organiser.post(&path, &done).await.ok();
            assert_eq!(left.total, 0);
        }
        let told = "SELECT COUNT(*) FROM events WHERE stream LIKE 'series_call/%'";
        assert_eq!(world.number(told), 2);
        assert_eq!(verify(&world.store, None, &mut |_, _| {}).unwrap().differences, []);
    });
}

#[test]
fn who_asked_for_calls_is_asked_by_telephone_while_the_poll_is_open() {
    on_each_engine(async |world| {
        let zhao = world.resident("zhao").await;
        let by_call = ChoicesForm { call: true, sms: false, ..by_sms() };
        choose(&zhao, &by_call).await;
        let (organiser, _) = asked(world).await;
        let calls: CallList = organiser.get(&here("/desk/calls")).await.ok();
        let [call] = &calls.series[..] else { panic!("{calls:?}") };
        assert_eq!((call.name.as_str(), call.was_chosen), ("zhao", true));
        assert_eq!((call.told[0].told, call.told[0].until), (Told::PollOpened, Some(day(7))));
        let organiser = later(world).await;
        let calls: CallList = organiser.get(&here("/desk/calls")).await.ok();
        assert_eq!(calls.series, [], "nobody is asked who cannot answer any more");
    });
}

#[test]
fn the_list_of_calls_has_the_numbers_that_were_left_with_the_office() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = polled(&organiser).await;
        choose(&world.resident("zhao").await, &by_sms()).await;
        answer(&world.resident("wang").await, id, "200").await;
        let who: WhoAnswered = organiser.get(&at(id, "/who")).await.ok();
        let number = |row: &CallRow| row.phone.as_ref().map(|phone| phone.digits().to_owned());
        let rows = who.call.iter().map(|row| (row.name.as_str(), row.group, number(row)));
        let left = |name| (name, Group::Other, None);
        let zhao = ("zhao", Group::Other, Some("13812345678".to_owned()));
        let expected = [left("li"), zhao, left("qian"), left("sun"), left("zhou")];
        assert_eq!(rows.collect::<Vec<_>>(), expected);
    });
}
