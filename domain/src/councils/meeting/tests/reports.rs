//! What is reported as done is confirmed by residents, or openly not: no resolution ends silently.
use super::{ORGANISER, Story, here, resident, vote, words};
use crate::{
    councils::meeting::{
        Audience, Command, Event, MeetingRefusal, Offer, Stage, StageKind, Standing, Told, ToldTo,
        offers, told,
    },
    ids::ResidentId,
    refusals::Refusal,
    residents::Viewer,
    time::{Day, Moment, parse_day},
};
use proptest::prelude::*;

/// Ten working days after the Friday of the session.
const UNTIL: &str = "2026-12-18";

fn day(raw: &str) -> Day {
    parse_day(raw).unwrap()
}

fn meeting(why: MeetingRefusal) -> Refusal {
    Refusal::Meeting { why }
}

fn report() -> Command {
    Command::FollowUp { resolution: 1, words: words("装好了"), is_done: true }
}

fn step() -> Command {
    Command::FollowUp { resolution: 1, words: words("还在装"), is_done: false }
}

fn yes() -> Command {
    Command::SayDone { resolution: 1 }
}

fn no(reopens: bool) -> Command {
    Command::SayNotDone { resolution: 1, words: words("门还关不上"), reopens }
}

/// Residents one and two were here, the third supported a topic; one resolution was carried, one
/// was not, and the minutes are public.
fn published() -> Story {
    let mut story = Story::sitting(1, 0);
    story.plays(&ORGANISER, here(1));
    story.plays(&ORGANISER, here(2));
    story.backers = vec![ResidentId(3)];
    story.plays(&ORGANISER, vote(2, 0, 0));
    story.plays(&ORGANISER, vote(0, 2, 0));
    story.plays(&ORGANISER, Command::CloseSession { follow_up: None });
    story.plays(&ORGANISER, Command::PublishMinutes { summary: words("大家同意装电梯。") });
    story
}

fn reported() -> Story {
    let mut story = published();
    story.plays(&ORGANISER, report());
    story
}

fn standing(story: &Story) -> Standing {
    story.council.resolutions[0].standing_on(story.now.in_china().date())
}

#[test]
fn who_was_here_or_brought_the_topic_is_asked_until_a_day_and_confirms_it() {
    let mut story = published();
    let event = story.plays(&ORGANISER, report());
    let asked = ToldTo { told: Told::ReportedDone, whom: Audience::Asked };
    assert_eq!(told(&event), [asked]);
    assert_eq!(standing(&story), Standing::ReportedDone { until: day(UNTIL) });
    let waits = meeting(MeetingRefusal::WordsAwaited { until: day(UNTIL) });
    assert_eq!(story.refused(&ORGANISER, Command::Close), waits);
    story.plays(&resident(1), yes());
    story.plays(&resident(3), yes());
    assert_eq!(standing(&story), Standing::Confirmed { n_done: 2 });
    assert_eq!(story.refused(&ORGANISER, report()), meeting(MeetingRefusal::ReportedAlready));
    story.plays(&ORGANISER, Command::Close);
}

#[test]
fn others_are_not_asked_and_nobody_speaks_twice() {
    let mut story = published();
    assert_eq!(story.refused(&resident(1), yes()), meeting(MeetingRefusal::NotReportedDone));
    story.plays(&ORGANISER, report());
    assert_eq!(story.refused(&Viewer::Guest, yes()), Refusal::SignInFirst);
    assert_eq!(story.refused(&ORGANISER, yes()), Refusal::ResidentsOnly);
    assert_eq!(story.refused(&resident(4), yes()), meeting(MeetingRefusal::NotConcerned));
    assert_eq!(story.refused(&resident(4), no(true)), meeting(MeetingRefusal::NotConcerned));
    let unknown = Command::SayDone { resolution: 7 };
    assert_eq!(story.refused(&resident(1), unknown), meeting(MeetingRefusal::UnknownResolution));
    let lost = Command::SayDone { resolution: 2 };
    assert_eq!(story.refused(&resident(1), lost), meeting(MeetingRefusal::NotReportedDone));
    story.plays(&resident(1), yes());
    assert_eq!(story.refused(&resident(1), yes()), meeting(MeetingRefusal::SaidAlready));
    assert_eq!(story.refused(&resident(1), no(true)), meeting(MeetingRefusal::SaidAlready));
}

#[test]
fn the_first_no_puts_it_back_to_open_and_the_second_report_asks_again() {
    let mut story = reported();
    story.plays(&resident(1), yes());
    let event = story.plays(&resident(2), no(true));
    assert!(matches!(event, Event::SaidNotDone { reopens: true, .. }));
    assert_eq!(standing(&story), Standing::Open);
    assert_eq!(story.council.resolutions[0].reports[0].not_done[0].words.as_str(), "门还关不上");
    let open = meeting(MeetingRefusal::ResolutionsOpen { n_open: 1 });
    assert_eq!(story.refused(&ORGANISER, Command::Close), open);
    assert_eq!(story.refused(&resident(3), no(true)), meeting(MeetingRefusal::NotReportedDone));
    story.plays(&ORGANISER, step());
    story.plays(&ORGANISER, report());
    story.plays(&resident(1), yes());
    story.plays(&resident(2), yes());
    assert_eq!(standing(&story), Standing::Confirmed { n_done: 2 });
    assert_eq!(story.council.resolutions[0].reports[0].n_not_done(), 1);
}

#[test]
fn nothing_is_reopened_twice_but_every_word_is_counted() {
    let mut story = reported();
    story.plays(&resident(1), no(true));
    story.plays(&ORGANISER, report());
    assert_eq!(story.refused(&resident(2), no(true)), meeting(MeetingRefusal::ReopenedAlready));
    let event = story.plays(&resident(2), no(false));
    assert!(matches!(event, Event::SaidNotDone { reopens: false, .. }));
    story.plays(&resident(3), yes());
    let until = day(UNTIL);
    let disputed = Standing::Disputed { n_done: 1, n_not_done: 1, until };
    assert_eq!(standing(&story), disputed);
    let waits = meeting(MeetingRefusal::WordsAwaited { until });
    assert_eq!(story.refused(&ORGANISER, Command::Close), waits);
    story.at("2026-12-19T09:00:00+08:00");
    story.plays(&ORGANISER, Command::Close);
    assert_eq!(story.council.resolutions[0].standing, disputed);
}

#[test]
fn when_nobody_says_anything_that_is_what_is_said() {
    let mut story = reported();
    story.at("2026-12-18T23:59:00+08:00");
    assert!(story.asks(&resident(1), yes()).is_ok());
    story.at("2026-12-19T00:00:00+08:00");
    let until = day(UNTIL);
    let late = meeting(MeetingRefusal::SaidTooLate { until });
    assert_eq!(story.refused(&resident(1), yes()), late);
    assert_eq!(story.refused(&resident(2), no(true)), late);
    assert_eq!(standing(&story), Standing::Unconfirmed { until });
    story.plays(&ORGANISER, Command::Close);
    assert_eq!(story.council.resolutions[0].standing, Standing::Unconfirmed { until });
}

#[test]
fn a_no_after_the_council_is_closed_is_counted_and_shown() {
    let mut story = reported();
    story.plays(&resident(1), yes());
    story.plays(&ORGANISER, Command::Close);
    assert_eq!(story.refused(&resident(2), no(true)), meeting(MeetingRefusal::ReopenedAlready));
    story.plays(&resident(2), no(false));
    let until = day(UNTIL);
    assert_eq!(standing(&story), Standing::Disputed { n_done: 1, n_not_done: 1, until });
    assert_eq!(story.council.stage.kind(), StageKind::Closed);
}

#[test]
fn the_page_asks_whoever_may_say_something() {
    let story = reported();
    let asked = |n: u32| {
        let number = story.numbers.get(&ResidentId(n)).copied();
        let number = number.unwrap_or(story.council.next_number());
        let scene = crate::councils::meeting::Scene {
            by: &resident(n),
            now: story.now,
            calendar: &story.calendar,
            person: Some(crate::councils::meeting::Person { number, only_chance: false }),
            staff: &[],
            others: &[],
            open_before: &[],
            carried_over: &[],
            submission: None,
            confirmation_days: 10,
            backs_a_topic: story.backers.contains(&ResidentId(n)),
            has_said: &[],
        };
        offers(&scene, &story.council)
    };
    let offer = Offer::SayWhether { resolution: 1, until: day(UNTIL), reopens: true };
    assert_eq!(asked(1), [offer]);
    assert_eq!(asked(3), [offer]);
    assert_eq!(asked(4), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever everybody does on whichever day: a council is closed only when each resolution
    /// that was carried is confirmed, was left to its days, or goes on; and what is said to be
    /// confirmed was.
    #[test]
    fn no_resolution_ends_silently(
        steps in proptest::collection::vec((0..9_u8, 1..5_u32, 0..4_i64), 1..40),
    ) {
        let mut story = published();
        for (what, who, days) in steps {
            story.now = Moment::from_millis(story.now.millis() + days * crate::time::DAY_MS);
            let (by, command) = match what {
                0 | 1 => (ORGANISER, report()),
                2 => (ORGANISER, step()),
                3 | 4 => (resident(who), yes()),
                5 => (resident(who), no(true)),
                6 => (resident(who), no(false)),
                _ => (ORGANISER, Command::Close),
            };
            let was_closed = matches!(story.council.stage, Stage::Closed { .. });
            let _ = story.tries(&by, command);
            ends_openly(&story, was_closed);
        }
    }
}

fn ends_openly(story: &Story, was_closed: bool) {
    let it = &story.council.resolutions[0];
    let today = story.now.in_china().date();
    let n_no: u32 = it.reports.iter().map(|report| report.n_not_done()).sum();
    let last = it.reports.last();
    let is_closed = matches!(story.council.stage, Stage::Closed { .. });
    match it.standing_on(today) {
        Standing::Open => assert!(!is_closed, "closed while it is open"),
        Standing::Confirmed { n_done } => {
            let last = last.unwrap();
            assert!(0 < n_done && n_done == last.n_done && last.not_done.is_empty());
        }
        Standing::ReportedDone { until } => {
            assert!(today <= until && !is_closed, "closed before anybody could say a word");
        }
        Standing::Unconfirmed { until } => {
            let last = last.unwrap();
            assert!(until < today && last.n_done == 0 && last.not_done.is_empty());
        }
        Standing::Disputed { n_not_done, until, .. } => {
            assert!(0 < n_not_done && n_not_done <= n_no);
            assert!(!is_closed || was_closed || until < today, "closed in the middle of it");
        }
        Standing::NotCarried | Standing::CarriedOver { .. } => panic!("{:?}", it.standing),
    }
    for (id, resolution, report) in &story.said {
        let same = story.said.iter().filter(|it| **it == (*id, *resolution, *report));
        assert_eq!(same.count(), 1, "somebody spoke twice");
    }
    let reopened = story
        .events
        .iter()
        .filter(|(event, _)| matches!(event, Event::SaidNotDone { reopens: true, .. }));
    assert!(reopened.count() <= 1, "reopened twice");
}
