//! A walk of random commands on a council: what holds wherever it leads.
use super::{ORGANISER, Story, agenda, decline, here, moved, resident, rsvp, vote, walk_in, words};
use crate::{
    councils::meeting::{Command, Event, Way, apply, begin},
    ids::{AttendeeId, CouncilId, ResidentId},
};
use proptest::prelude::*;

#[derive(Clone, Copy, Debug)]
struct Step {
    what: u8,
    who: u32,
    number: u32,
}

fn step() -> impl Strategy<Value = Step> {
    (0..24_u8, 1..9_u32, 0..6_u32).prop_map(|(what, who, number)| Step { what, who, number })
}

fn take(story: &mut Story, step: Step) {
    let Step { what, who, number } = step;
    let (by, command) = match what {
        0..=3 => (resident(who), rsvp(Way::InPerson)),
        4..=6 => (resident(who), rsvp(Way::Online)),
        7..=9 => (resident(who), decline()),
        10 | 11 => (ORGANISER, moved("2026-12-04", "19:00", number, who % 4)),
        12 | 13 => (ORGANISER, here(who)),
        14 => (ORGANISER, walk_in()),
        15 | 16 => (ORGANISER, Command::UndoCheckIn { number: AttendeeId(who) }),
        17 | 18 => (ORGANISER, vote(number, who % 3, 0)),
        19 => {
            story.at("2026-12-04T19:00:00+08:00");
            (ORGANISER, Command::Open)
        }
        20 if number == 0 => (ORGANISER, Command::CloseSession { follow_up: None }),
        21 => {
            let words = words("灯太暗");
            (ORGANISER, Command::RecordOpinion { words, speaker: None, item: None })
        }
        22 => (ORGANISER, Command::SetAgenda { form: agenda(2) }),
        23 if number == 0 => (ORGANISER, Command::Cancel { reason: words("停电") }),
        _ => {
            story.at("2026-12-04T18:10:00+08:00");
            (ORGANISER, here(who))
        }
    };
    let before = story.council.clone();
    if let Ok(event) = story.tries(&by, command) {
        no_one_is_passed_over(&before, story, &event);
    }
}

/// Whoever still waits with one chance only was not passed over for somebody with another, and
/// nobody was passed over by somebody who answered later.
fn no_one_is_passed_over(before: &crate::councils::meeting::Council, story: &Story, event: &Event) {
    let after = &story.council;
    for number in event.promoted() {
        let got = after.attendee(*number).unwrap();
        let way = got.seat().unwrap();
        for left in after.waiting(way) {
            assert!(got.only_chance || !left.only_chance, "{number} before {left:?}");
            let waited = before.attendee(*number).and_then(|it| it.waits_for()) == Some(way);
            let place = |number| before.place_in_line(number).unwrap_or(u32::MAX);
            assert!(!waited || place(*number) <= place(left.number), "{number} before {left:?}");
        }
    }
}

fn what_always_holds(story: &Story) {
    let council = &story.council;
    for way in Way::ALL {
        assert!(council.n_coming(way) <= way.capacity(&council.room), "more seats than there are");
        let is_open = council.stage.kind().is_ahead();
        assert!(
            !is_open || council.n_waiting(way) == 0 || council.left_of(way) == 0,
            "somebody waits beside a free seat"
        );
    }
    for (attendee, number) in council.attendees.iter().zip(1..) {
        assert_eq!(attendee.number, AttendeeId(number));
        assert!(attendee.seat().is_none() || attendee.waits_for().is_none(), "on two lists");
    }
    let mut numbers: Vec<_> = story.numbers.values().collect();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), story.numbers.len(), "two residents under one number");
    for resolution in &council.resolutions {
        assert!(resolution.votes.total() <= resolution.n_present);
        assert!(resolution.votes.total() <= council.n_present());
        assert!(council.quorum <= council.n_present());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn wherever_it_leads(
        steps in proptest::collection::vec(step(), 1..60),
        seats in 0..5_u32,
        online in 0..4_u32,
        with_one_chance in proptest::collection::vec(1..9_u32, 0..4),
    ) {
        let mut story = Story::noticed(seats, online, 2);
        story.only_chance = with_one_chance.into_iter().map(ResidentId).collect();
        for step in steps {
            take(&mut story, step);
            what_always_holds(&story);
        }
        let mut replayed = begin(CouncilId(7), &story.first, story.began);
        for (event, at) in &story.events {
            replayed = apply(&replayed, event, *at);
        }
        prop_assert_eq!(replayed, story.council);
    }
}
