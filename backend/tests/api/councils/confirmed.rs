//! What is reported as done: who is told and asked, what they say, and what comes of it.

use huiyin_domain::councils::meeting::wire::CouncilPage;
use huiyin_domain::councils::meeting::{Command, MeetingRefusal, Offer, Standing, Told};
use huiyin_domain::helping::wire::HelpPage;
use huiyin_domain::helping::{Act, Event as HelpEvent, Scope};
use huiyin_domain::ids::SubmissionId;
use huiyin_domain::notices::wire::{Inbox, InboxItem};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::wire::ResidentCommand;
use huiyin_domain::time::{Day, parse_day};
use huiyin_domain::words::Words;

use super::telling::told;
use super::written::{follow_up, held};
use super::{FRIDAY, SATURDAY, ask, at, done, meeting, read, two_councils};
use crate::helping::{acting, offer};
use crate::people::{Answer, Person, fresh_key, here};
use crate::series::{support, topic};
use crate::world::{World, on_each_engine};

const YES: Command = Command::SayDone { resolution: 1 };

fn no(reopens: bool) -> Command {
    let words = Words::parse("坡道还没有扶手").unwrap();
    Command::SayNotDone { resolution: 1, words, reopens }
}

/// Ten working days after the session: a Sunday is worked among them, for the holiday after it.
fn until() -> Day {
    parse_day("2026-09-24").unwrap()
}

/// The council has sat; `wang` and `li` were there, and its one resolution is reported as done.
/// The topic it goes back to came from `zhao`, and `qian` supported it.
async fn reported(world: &World) -> Person {
    two_councils(world, 5);
    let (zhao, qian) = (world.resident("zhao").await, world.resident("qian").await);
    let id = topic(&zhao, "电梯装在哪里").await;
    assert_eq!(support(&qian, id, true).await.status, 200);
    // The series takes it up.
    assert_eq!(id, SubmissionId(1));
    world.change(r#"UPDATE series SET state = replace(state, '"topics":[]', '"topics":[1]')"#);
    let organiser = held(world).await;
    done(&organiser, FRIDAY, &follow_up(true)).await;
    organiser
}

fn standing(page: &CouncilPage) -> Standing {
    page.resolutions[0].standing
}

/// Sends a command under a key, as a phone does that has heard no answer.
async fn send(person: &Person, command: &Command, key: &str) -> Answer {
    person.post_with_key(&here(&format!("/councils/{FRIDAY}/commands")), command, key).await
}

#[test]
fn who_was_there_and_who_brought_the_topic_hears_of_it_and_confirms_it() {
    on_each_engine(async |world| {
        let organiser = reported(world).await;
        let offered = Offer::SayWhether { resolution: 1, until: until(), reopens: true };
        for name in ["wang", "li", "zhao", "qian"] {
            let person = world.resident(name).await;
            assert!(told(&person).await.contains(&Told::ReportedDone), "{name}");
            assert_eq!(read(&person, FRIDAY).await.offers, [offered], "{name}");
        }
        let sun = world.resident("sun").await;
        assert!(!told(&sun).await.contains(&Told::ReportedDone));
        assert_eq!(read(&sun, FRIDAY).await.offers, []);
        let inbox: Inbox = world.resident("qian").await.get(&here("/notices")).await.ok();
        let InboxItem::Council { asked_until, .. } = &inbox.items[0] else {
            panic!("{:?}", inbox.items[0])
        };
        assert_eq!(*asked_until, Some(until()));
        let shown = read(&world.guest(), FRIDAY).await;
        assert_eq!(standing(&shown), Standing::ReportedDone { until: until() });
        done(&world.resident("li").await, FRIDAY, &YES).await;
        let page = done(&world.resident("qian").await, FRIDAY, &YES).await;
        assert_eq!((standing(&page), page.offers), (Standing::Confirmed { n_done: 2 }, vec![]));
        assert!(read(&organiser, FRIDAY).await.offers.contains(&Offer::Close));
        let closed = done(&organiser, FRIDAY, &Command::Close).await;
        assert_eq!(standing(&closed), Standing::Confirmed { n_done: 2 });
    });
}

#[test]
fn others_are_not_asked_and_nobody_is_counted_twice() {
    on_each_engine(async |world| {
        let organiser = reported(world).await;
        let (wang, sun) = (world.resident("wang").await, world.resident("sun").await);
        for command in [YES, no(true)] {
            let stranger = ask(&sun, FRIDAY, &command).await.refusal();
            assert_eq!(stranger, meeting(MeetingRefusal::NotConcerned));
            assert_eq!(ask(&organiser, FRIDAY, &command).await.refusal(), Refusal::ResidentsOnly);
            let guest = ask(&world.guest(), FRIDAY, &command).await.refusal();
            assert_eq!(guest, Refusal::SignInFirst);
        }
        // A phone that has heard no answer sends the same again: it is counted once.
        let key = fresh_key();
        let first: CouncilPage = send(&wang, &YES, &key).await.ok();
        let again: CouncilPage = send(&wang, &YES, &key).await.ok();
        assert_eq!(first, again);
        assert_eq!(standing(&read(&wang, FRIDAY).await), Standing::Confirmed { n_done: 1 });
        let twice = meeting(MeetingRefusal::SaidAlready);
        assert_eq!(ask(&wang, FRIDAY, &YES).await.refusal(), twice);
        assert_eq!(ask(&wang, FRIDAY, &no(true)).await.refusal(), twice);
        assert_eq!(world.number("SELECT COUNT(*) FROM resolution_words"), 1);
        let again = ask(&organiser, FRIDAY, &follow_up(true)).await.refusal();
        assert_eq!(again, meeting(MeetingRefusal::ReportedAlready));
    });
}

#[test]
fn the_first_no_opens_it_again_and_the_second_is_counted_and_leads_to_an_opinion() {
    on_each_engine(async |world| {
        let organiser = reported(world).await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let page = done(&wang, FRIDAY, &no(true)).await;
        assert_eq!((standing(&page), page.offers), (Standing::Open, vec![]));
        // Everybody reads what is missing, and the office first of all; nobody's name stands there.
        let shown = read(&organiser, FRIDAY).await;
        let missing = &shown.resolutions[0].reports[0].not_done[0];
        assert_eq!(missing.words.as_str(), "坡道还没有扶手");
        assert!(shown.offers.contains(&Offer::FollowUp { resolution: 1 }));
        let open = ask(&organiser, FRIDAY, &Command::Close).await.refusal();
        assert_eq!(open, meeting(MeetingRefusal::ResolutionsOpen { n_open: 1 }));
        let early = ask(&li, FRIDAY, &YES).await.refusal();
        assert_eq!(early, meeting(MeetingRefusal::NotReportedDone));
        // It is on the next agenda like all that is open.
        assert_eq!(read(&organiser, SATURDAY).await.open_before.len(), 1);
        done(&organiser, FRIDAY, &follow_up(true)).await;
        let n_told = told(&li).await.into_iter().filter(|it| *it == Told::ReportedDone).count();
        assert_eq!(n_told, 2, "the second report is told like the first");
        let twice = ask(&li, FRIDAY, &no(true)).await.refusal();
        assert_eq!(twice, meeting(MeetingRefusal::ReopenedAlready));
        done(&li, FRIDAY, &no(false)).await;
        let page = done(&wang, FRIDAY, &YES).await;
        let disputed = Standing::Disputed { n_done: 1, n_not_done: 1, until: until() };
        assert_eq!(standing(&page), disputed);
        let waits = ask(&organiser, FRIDAY, &Command::Close).await.refusal();
        assert_eq!(waits, meeting(MeetingRefusal::WordsAwaited { until: until() }));
        world.clock.set(at("2026-09-25T09:00:00+08:00"));
        let organiser = world.organiser().await;
        let closed = done(&organiser, FRIDAY, &Command::Close).await;
        assert_eq!(standing(&closed), disputed);
    });
}

#[test]
fn when_nobody_says_anything_it_is_closed_and_that_is_what_it_says() {
    on_each_engine(async |world| {
        reported(world).await;
        world.clock.set(at("2026-09-24T23:50:00+08:00"));
        let offers = read(&world.resident("wang").await, FRIDAY).await.offers;
        assert_eq!(offers.len(), 1, "the last day is a whole day");
        world.clock.set(at("2026-09-25T00:01:00+08:00"));
        let silent = Standing::Unconfirmed { until: until() };
        let wang = world.resident("wang").await;
        let page = read(&wang, FRIDAY).await;
        assert_eq!((standing(&page), page.offers), (silent, vec![]));
        assert_eq!(page.minutes.unwrap().resolutions[0].standing, silent);
        for command in [YES, no(true)] {
            let late = ask(&wang, FRIDAY, &command).await.refusal();
            assert_eq!(late, meeting(MeetingRefusal::SaidTooLate { until: until() }));
        }
        let closed = done(&world.organiser().await, FRIDAY, &Command::Close).await;
        assert_eq!(standing(&closed), silent);
    });
}

#[test]
fn who_leaves_is_forgotten_and_what_was_counted_stays() {
    on_each_engine(async |world| {
        let organiser = reported(world).await;
        done(&world.resident("wang").await, FRIDAY, &YES).await;
        let path = here("/residents/1/commands");
        assert_eq!(organiser.post(&path, &ResidentCommand::Erase).await.status, 200);
        assert_eq!(world.number("SELECT COUNT(*) FROM resolution_words"), 0);
        assert_eq!(standing(&read(&organiser, FRIDAY).await), Standing::Confirmed { n_done: 1 });
    });
}

#[test]
fn a_helper_carries_the_word_of_whoever_asked_them_to() {
    on_each_engine(async |world| {
        reported(world).await;
        let (wang, sun) = (world.resident("wang").await, world.resident("sun").await);
        let follows = offer(&wang, &[Scope::Follow]).await;
        let helper = acting(world, &sun, &follows).await;
        assert_eq!(read(&helper, FRIDAY).await.offers, []);
        let refused = ask(&helper, FRIDAY, &YES).await.refusal();
        assert_eq!(refused, Refusal::NotInHelpScope { scope: Scope::Propose });
        let li = world.resident("li").await;
        let proposes = offer(&li, &[Scope::Propose]).await;
        let helper = acting(world, &world.resident("zhou").await, &proposes).await;
        assert_eq!(read(&helper, FRIDAY).await.offers.len(), 1);
        let page = done(&helper, FRIDAY, &YES).await;
        assert_eq!(standing(&page), Standing::Confirmed { n_done: 1 });
        let log: HelpPage = li.get(&here(&format!("/help/{}", proposes.id))).await.ok();
        let acted = HelpEvent::Acted { act: Act::SaidDone { council: FRIDAY } };
        assert!(log.log.iter().any(|entry| entry.event == acted), "{:?}", log.log);
    });
}
