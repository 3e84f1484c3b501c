//! What a council goes through, from its notice to its last resolution.
use super::{ORGANISER, Story, agenda, decline, here, moved, resident, rsvp, vote, walk_in, words};
use crate::{
    calendar::{DaysOff, WorkCalendar, WorkYear, YearStatus},
    councils::{
        meeting::{
            Answer, CarriedOver, Command, Event, Got, Offer, ResolutionRef, Stage, StageKind,
            Standing, Told, Way,
            agenda::{
                About, OpenResolution, TOPIC_MINUTES, Topic, minutes_of, with_open, with_topics,
            },
            apply, clash, moved_councils, returned, told,
            wire::{CouncilPage, MySeat},
        },
        rules::Clash,
    },
    ids::{AttendeeId, CouncilId, ResidentId, SubmissionId},
};

fn close(story: &mut Story) {
    story.plays(&ORGANISER, Command::CloseSession { follow_up: None });
    story.plays(&ORGANISER, Command::PublishMinutes { summary: words("大家同意装电梯。") });
}

#[test]
fn a_council_goes_from_its_notice_to_its_last_resolution() {
    let mut story = Story::sitting(2, 3);
    let voiced = Command::RecordOpinion { words: words("灯太暗"), speaker: None, item: Some(1) };
    let event = story.plays(&ORGANISER, voiced);
    assert!(matches!(event, Event::OpinionRecorded { submission: SubmissionId(128), .. }));
    story.plays(&ORGANISER, vote(2, 1, 0));
    story.plays(&ORGANISER, vote(1, 1, 1));
    assert_eq!(story.council.resolutions[1].standing, Standing::NotCarried);
    close(&mut story);
    assert_eq!(story.council.stage.sitting().unwrap().n_present, 3);
    let done = Command::FollowUp { resolution: 1, words: words("装好了"), is_done: true };
    story.plays(&ORGANISER, done);
    story.backers = vec![ResidentId(1)];
    story.plays(&resident(1), Command::SayDone { resolution: 1 });
    story.plays(&ORGANISER, Command::Close);
    assert_eq!(story.council.stage.kind(), StageKind::Closed);
    assert_eq!(story.council.resolutions[0].standing, Standing::Confirmed { n_done: 1 });
}

#[test]
fn without_a_quorum_opinions_stay_and_nothing_is_resolved() {
    let mut story = Story::sitting(4, 3);
    let voiced = Command::RecordOpinion { words: words("灯太暗"), speaker: None, item: None };
    story.plays(&ORGANISER, voiced);
    let follow_up = Some(words("下周再开"));
    story.plays(&ORGANISER, Command::CloseSession { follow_up });
    assert_eq!(story.council.stage.kind(), StageKind::NoQuorum);
    assert_eq!(story.council.opinions.len(), 1);
    let published = Command::PublishMinutes { summary: words("人数不足。") };
    story.plays(&ORGANISER, published);
    story.plays(&ORGANISER, Command::Close);
}

#[test]
fn whoever_has_one_chance_only_waits_before_the_others_and_loses_no_seat_before_them() {
    let mut story = Story::noticed(2, 0, 1);
    story.only_chance = vec![ResidentId(2), ResidentId(4)];
    for n in 1..=4 {
        story.plays(&resident(n), rsvp(Way::InPerson));
    }
    let line: Vec<_> = story.council.waiting(Way::InPerson).iter().map(|it| it.number).collect();
    assert_eq!(line, [AttendeeId(4), AttendeeId(3)]);
    let event = story.plays(&resident(1), decline());
    assert_eq!(event.promoted(), [AttendeeId(4)]);
    story.plays(&ORGANISER, moved("2026-12-04", "19:00", 3, 0));
    assert_eq!(story.council.n_waiting(Way::InPerson), 0);
    let event = story.plays(&ORGANISER, moved("2026-12-04", "19:00", 2, 0));
    assert!(matches!(&event, Event::Moved { pushed, .. } if *pushed == [AttendeeId(3)]));
    let told: Vec<_> = told(&event).into_iter().map(|it| it.told).collect();
    assert_eq!(told, [Told::Moved, Told::Pushed]);
    assert_eq!(story.council.sequence, 2);
}

#[test]
fn a_change_of_way_frees_the_seat_for_whoever_waits() {
    let mut story = Story::noticed(1, 1, 1);
    story.plays(&resident(1), rsvp(Way::InPerson));
    let event = story.plays(&resident(2), rsvp(Way::InPerson));
    assert!(matches!(event, Event::Answered { got: Got::Place, .. }));
    let event = story.plays(&resident(1), rsvp(Way::Online));
    assert_eq!(event.promoted(), [AttendeeId(2)]);
}

#[test]
fn whoever_waits_and_comes_anyway_is_in_and_waits_no_more() {
    let mut story = Story::noticed(1, 0, 1);
    story.plays(&resident(1), rsvp(Way::InPerson));
    story.plays(&resident(2), rsvp(Way::InPerson));
    story.at("2026-12-04T18:30:00+08:00");
    story.plays(&ORGANISER, here(2));
    let event = story.plays(&resident(1), decline());
    assert!(event.promoted().is_empty());
    assert_eq!(story.council.n_walk_ins(), 1);
}

#[test]
fn the_office_answers_for_those_who_call() {
    let mut story = Story::noticed(1, 0, 1);
    let called = Command::Rsvp { way: Way::InPerson, resident: Some(ResidentId(5)) };
    story.plays(&ORGANISER, called);
    let answer = story.council.attendee(AttendeeId(1)).unwrap().answer;
    assert_eq!(answer, Answer::Coming { way: Way::InPerson, turn: 1 });
}

#[test]
fn what_was_left_open_stands_first_on_the_next_agenda_and_closes_the_council_before() {
    let mut story = Story::new(10, 0, 1);
    let of = ResolutionRef { council: CouncilId(3), number: 2 };
    story.open_before = vec![OpenResolution { of, words: words("修好门禁") }];
    story.plays(&ORGANISER, Command::SetAgenda { form: agenda(2) });
    assert_eq!(story.council.agenda[0].about, About::Resolution { of });
    assert_eq!(story.council.agenda[2].number, 3);

    let mut story = Story::sitting(1, 2);
    story.plays(&ORGANISER, vote(2, 0, 0));
    close(&mut story);
    let into = CouncilId(9);
    story.carried_over = vec![CarriedOver { resolution: 1, into }];
    story.plays(&ORGANISER, Command::Close);
    assert_eq!(story.council.resolutions[0].standing, Standing::CarriedOver { into });
}

#[test]
fn topics_come_after_what_was_left_open_and_share_the_time_that_is_left() {
    let open = OpenResolution {
        of: ResolutionRef { council: CouncilId(3), number: 2 },
        words: words("修好门禁"),
    };
    let topics: Vec<_> =
        (1..=10).map(|n| Topic { id: SubmissionId(n), title: words("加装电梯") }).collect();
    let agenda = with_topics(with_open(Vec::new(), &[open]), &topics, 90);
    assert!(matches!(agenda[0].about, About::Resolution { .. }));
    assert_eq!(agenda[10].about, About::Submission { id: SubmissionId(10) });
    assert_eq!((agenda[10].number, agenda[10].minutes), (11, 8));
    assert!(minutes_of(&agenda) <= 90);
    let one = with_topics(Vec::new(), &topics[..1], 90);
    assert_eq!(one[0].minutes, TOPIC_MINUTES);
}

#[test]
fn the_page_offers_what_can_be_done_and_shows_guests_no_link() {
    let mut story = Story::noticed(1, 1, 1);
    story.council.room.link = crate::web_address::WebAddress::parse("https://meet.example/1");
    story.plays(&resident(1), rsvp(Way::InPerson));
    let calendar = story.calendar.clone();
    let page = |by: &crate::residents::Viewer, number: u32| {
        let scene = crate::councils::meeting::Scene {
            by,
            now: story.now,
            calendar: &calendar,
            person: Some(crate::councils::meeting::Person {
                number: AttendeeId(number),
                only_chance: false,
            }),
            staff: &[],
            others: &[],
            open_before: &[],
            carried_over: &[],
            submission: None,
            confirmation_days: 10,
            backs_a_topic: false,
            has_said: &[],
        };
        CouncilPage::of(&scene, &story.council, super::super::wire::Beside::default())
    };
    let guest = page(&crate::residents::Viewer::Guest, 9);
    assert!(guest.offers.is_empty() && guest.room.link.is_none() && guest.mine.is_none());
    let mine = page(&resident(1), 1);
    assert_eq!(mine.mine.unwrap().seat, MySeat::Coming { way: Way::InPerson });
    assert!(mine.room.link.is_some());
    let offer = Offer::Rsvp { way: Way::Online, has_seat: true };
    assert_eq!(mine.offers, [offer, Offer::Remind, Offer::Decline]);
    let other = page(&resident(2), 2);
    assert!(other.offers.contains(&Offer::Rsvp { way: Way::InPerson, has_seat: false }));
    assert!(page(&ORGANISER, 9).offers.contains(&Offer::Move));
}

#[test]
fn commands_and_events_survive_the_wire() {
    let mut story = Story::sitting(1, 2);
    story.plays(&ORGANISER, walk_in());
    story.plays(&ORGANISER, vote(1, 1, 0));
    close(&mut story);
    for (event, _) in &story.events {
        let wire = serde_json::to_string(event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&wire).unwrap(), *event, "{wire}");
    }
    let wire = serde_json::to_string(&story.council).unwrap();
    let back: crate::councils::meeting::Council = serde_json::from_str(&wire).unwrap();
    assert_eq!(back, story.council);
    let raw = r#"{"kind":"check_in","who":{"kind":"code","code":"abc"}}"#;
    let command: Command = serde_json::from_str(raw).unwrap();
    assert!(matches!(command, Command::CheckIn { way: Way::InPerson, .. }));
}

/// The calendar with a notice that makes a holiday of the Friday on which the council sits.
fn with_holiday() -> WorkCalendar {
    let day = crate::time::parse_day("2026-12-04").unwrap();
    let off = DaysOff { from: day, to: day, zh: "元旦".into(), en: "New Year".into() };
    let year = WorkYear {
        year: 2027,
        status: YearStatus::Official,
        days_off: vec![off],
        make_up_days: Vec::new(),
    };
    WorkCalendar::built_in().with_year(year).unwrap()
}

#[test]
fn a_day_that_has_become_a_holiday_is_told_until_the_council_moves() {
    let mut story = Story::noticed(10, 0, 1);
    assert_eq!(clash(&story.council, &story.calendar, story.now), None);
    story.calendar = with_holiday();
    let found = clash(&story.council, &story.calendar, story.now);
    assert!(matches!(found, Some(Clash::Holiday { name }) if name.zh == "元旦"));
    story.plays(&ORGANISER, moved("2026-12-03", "19:00", 10, 0));
    assert_eq!(clash(&story.council, &story.calendar, story.now), None);
    // Back on the holiday, by somebody who knows that it is one.
    story.plays(&ORGANISER, moved("2026-12-04", "19:00", 10, 0));
    assert!(story.council.on_holiday);
    assert_eq!(clash(&story.council, &story.calendar, story.now), None);
    story.plays(&ORGANISER, Command::Cancel { reason: words("停电") });
    assert!(moved_councils(&[story.council], &story.calendar, story.now).is_empty());
}

#[test]
fn what_went_on_in_a_council_that_came_to_nothing_is_open_again() {
    let mut story = Story::sitting(1, 2);
    story.plays(&ORGANISER, vote(2, 0, 0));
    close(&mut story);
    let mut next = Story::new(10, 0, 1).council;
    next.id = CouncilId(9);
    story.carried_over = vec![CarriedOver { resolution: 1, into: next.id }];
    story.plays(&ORGANISER, Command::Close);
    assert_eq!(returned(&story.council, &next), None);
    next.stage = Stage::Cancelled { reason: words("停电"), at: story.now };
    let event = returned(&story.council, &next).unwrap();
    assert_eq!(event, Event::Returned { resolutions: vec![1] });
    let after = apply(&story.council, &event, story.now);
    assert_eq!(after.resolutions[0].standing, Standing::Open);
    assert_eq!(after.stage, story.council.stage);
    assert_eq!(returned(&after, &next), None);
}
