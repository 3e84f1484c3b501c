//! Asking to be called back, and the staff who call.

use huiyin_backend::store::params;
use huiyin_domain::callbacks::phone::PhoneProblem;
use huiyin_domain::callbacks::wire::{CallbackList, CallbackPage, CallbackTaken, Offer, Standing};
use huiyin_domain::callbacks::{About, CallResult, CallbackForm, Command, Note, PreferredTime};
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::words::WordsProblem;

use crate::people::{Person, fresh_key, here};
use crate::world::{World, on_each_engine, start};

const NUMBER: &str = "13812345678";

fn form(phone: &str) -> CallbackForm {
    let (when, about) = (Some(PreferredTime::Morning), "电梯的事".to_owned());
    CallbackForm { phone: phone.to_owned(), when, about }
}

async fn ask(person: &Person, phone: &str) -> CallbackTaken {
    let answer = person.post(&here("/callbacks"), &form(phone)).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.ok()
}

async fn waiting(person: &Person) -> CallbackList {
    person.get(&here("/callbacks")).await.ok()
}

fn at(id: u32, path: &str) -> String {
    here(&format!("/callbacks/{id}{path}"))
}

fn talked() -> Command {
    Command::Close { result: CallResult::Talked }
}

/// In how many rows of all tables that keep anything for long the number stands.
fn n_places(world: &World) -> usize {
    let texts = [
        "SELECT phone FROM callback_contacts",
        "SELECT state FROM callbacks",
        "SELECT body FROM events",
        "SELECT stream FROM events",
        "SELECT body FROM idempotency",
        "SELECT fingerprint FROM idempotency",
        "SELECT bucket FROM sign_in_tries",
    ];
    let rows = texts.map(|sql| world.store.read_now(move |tx| tx.rows(sql, params![])).unwrap());
    let has_number = |text: Option<&str>| text.is_some_and(|text| text.contains(NUMBER));
    rows.iter().flatten().filter(|row| has_number(row.opt_text(0).unwrap())).count()
}

#[test]
fn a_guest_leaves_a_number_and_staff_call_and_settle_it() {
    on_each_engine(async |world| {
        let taken = ask(&world.guest(), "+86 138-1234 5678").await;
        let organiser = world.organiser().await;
        let answer = organiser.get(&here("/callbacks")).await;
        assert_eq!(answer.header("cache-control"), "no-store", "no cache keeps numbers");
        let list: CallbackList = answer.ok();
        assert_eq!((list.total, list.items.len()), (1, 1));
        let page = &list.items[0];
        assert_eq!((page.id, page.asked_at), (taken.id, start()));
        let contact = page.contact.as_ref().unwrap();
        assert_eq!(contact.phone.digits(), NUMBER);
        assert_eq!(contact.about.as_deref(), Some("电梯的事"));
        assert_eq!((&contact.name, page.offers.as_slice()), (&None, [Offer::Close].as_slice()));

        let closed: CallbackPage =
            organiser.post(&at(taken.id.0, "/commands"), &talked()).await.ok();
        assert_eq!((closed.standing, closed.contact), (Standing::Talked, None));
        assert_eq!(waiting(&organiser).await.total, 0);
    });
}

#[test]
fn whoever_asked_finds_how_it_stands_without_the_number() {
    on_each_engine(async |world| {
        let taken = ask(&world.guest(), NUMBER).await;
        let page: CallbackPage = world.guest().get(&at(taken.id.0, "")).await.ok();
        assert_eq!((page.standing, page.when), (Standing::Waiting, PreferredTime::Morning));
        assert_eq!(page.office_hours.zh, "周一至周五 9:00–17:00");
        assert!(page.contact.is_none() && page.offers.is_empty());
        let missing = world.guest().get(&at(taken.id.0 + 1, "")).await;
        assert_eq!(missing.problem(), ProblemKind::Missing);
    });
}

#[test]
fn the_number_stands_in_one_place_and_goes_when_the_request_is_settled() {
    on_each_engine(async |world| {
        let taken = ask(&world.resident("wang").await, NUMBER).await;
        let organiser = world.organiser().await;
        assert_eq!(
            waiting(&organiser).await.items[0].contact.as_ref().unwrap().name.as_deref(),
            Some("wang")
        );
        assert_eq!(n_places(world), 1);
        let note = Some(Note::parse("晚上也没人接").unwrap());
        let result = CallResult::NotReached { n_tries: 3, note };
        let closed = organiser.post(&at(taken.id.0, "/commands"), &Command::Close { result }).await;
        assert_eq!(closed.ok::<CallbackPage>().standing, Standing::NotReached);
        assert_eq!(n_places(world), 0);
        assert_eq!(world.number("SELECT COUNT(*) FROM callback_contacts"), 0);
    });
}

#[test]
fn a_request_sent_twice_is_one_request() {
    on_each_engine(async |world| {
        let (guest, key) = (world.guest(), fresh_key());
        let first: CallbackTaken =
            guest.post_with_key(&here("/callbacks"), &form(NUMBER), &key).await.ok();
        let again: CallbackTaken =
            guest.post_with_key(&here("/callbacks"), &form(NUMBER), &key).await.ok();
        let evening = CallbackForm {
            when: Some(PreferredTime::Evening),
            about: String::new(),
            ..form("138 1234 5678")
        };
        let later: CallbackTaken = guest.post(&here("/callbacks"), &evening).await.ok();
        assert_eq!((first, first), (again, later));
        let list = waiting(&world.organiser().await).await;
        assert_eq!((list.total, list.items[0].when), (1, PreferredTime::Evening));
        let about = list.items[0].contact.as_ref().unwrap().about.as_deref();
        assert_eq!(about, Some("电梯的事"), "what was said first is not lost");
    });
}

#[test]
fn the_oldest_waits_first_on_the_list() {
    on_each_engine(async |world| {
        for phone in ["13812345671", "021-5555 0128", "13812345673"] {
            ask(&world.guest(), phone).await;
        }
        let list = waiting(&world.organiser().await).await;
        let ids: Vec<_> = list.items.iter().map(|page| page.id.0).collect();
        assert_eq!(ids, [1, 2, 3]);
    });
}

#[test]
fn nobody_but_staff_sees_or_settles_requests() {
    on_each_engine(async |world| {
        let taken = ask(&world.guest(), NUMBER).await;
        let wang = world.resident("wang").await;
        for (person, refusal) in [(world.guest(), Refusal::SignInFirst), (wang, Refusal::StaffOnly)]
        {
            assert_eq!(person.get(&here("/callbacks")).await.refusal(), refusal);
            let closed = person.post(&at(taken.id.0, "/commands"), &talked()).await;
            assert_eq!(closed.refusal(), refusal);
            assert!(person.get(&at(taken.id.0, "")).await.ok::<CallbackPage>().contact.is_none());
        }
    });
}

#[test]
fn a_request_is_settled_once_and_not_after_one_try() {
    on_each_engine(async |world| {
        let id = ask(&world.guest(), NUMBER).await.id.0;
        let organiser = world.organiser().await;
        let result = CallResult::NotReached { n_tries: 1, note: None };
        let early = organiser.post(&at(id, "/commands"), &Command::Close { result }).await;
        assert_eq!(early.refusal(), Refusal::TryAgainFirst { least: 2 });
        let key = fresh_key();
        for _ in 0..2 {
            let sent = organiser.post_with_key(&at(id, "/commands"), &talked(), &key).await;
            assert_eq!(sent.ok::<CallbackPage>().standing, Standing::Talked);
        }
        let again = organiser.post(&at(id, "/commands"), &talked()).await;
        assert_eq!(again.refusal(), Refusal::CallbackClosed { at: start() });
        let missing = organiser.post(&at(id + 1, "/commands"), &talked()).await;
        assert_eq!(missing.problem(), ProblemKind::Missing);
    });
}

#[test]
fn whoever_is_settled_may_ask_again() {
    on_each_engine(async |world| {
        let id = ask(&world.guest(), NUMBER).await.id.0;
        let organiser = world.organiser().await;
        organiser.post(&at(id, "/commands"), &talked()).await.ok::<CallbackPage>();
        assert_eq!(ask(&world.guest(), NUMBER).await.id.0, id + 1);
    });
}

#[test]
fn everything_wrong_with_a_form_is_told_at_once() {
    on_each_engine(async |world| {
        let form = CallbackForm {
            phone: "5555 0128".to_owned(),
            when: None,
            about: "一行\n".repeat(2_000),
        };
        let answer = world.guest().post(&here("/callbacks"), &form).await;
        let n_chars = form.about.trim().chars().count();
        let too_long = WordsProblem::TooLong { n_chars, max: About::MAX_CHARS };
        let expected = [
            ("phone".to_owned(), FieldFault::Phone(PhoneProblem::NoAreaCode)),
            ("when".to_owned(), FieldFault::Words(WordsProblem::Empty)),
            ("about".to_owned(), FieldFault::Words(too_long)),
        ];
        assert_eq!(answer.faults(), expected);
        assert_eq!(world.number("SELECT COUNT(*) FROM callbacks"), 0);
    });
}

#[test]
fn nobody_floods_the_office_with_requests() {
    on_each_engine(async |world| {
        let guest = world.guest();
        for _ in 0..5 {
            ask(&guest, NUMBER).await;
        }
        let sixth = guest.post(&here("/callbacks"), &form(NUMBER)).await;
        assert!(matches!(sixth.problem(), ProblemKind::TooMany { .. }));
        for place in 0..15 {
            ask(&guest, &format!("139123456{place:02}")).await;
        }
        let answer = guest.post(&here("/callbacks"), &form("13912345699")).await;
        assert_eq!(answer.status, 429);
        // Being heard is one thing, signing in another: neither uses up the other's tries.
        world.resident("wang").await;
        world.clock.set(start().plus_millis(900_001));
        ask(&guest, "13912345699").await;
    });
}
