//! What comes of a session: minutes, resolutions that are done or go on, and figures.

use huiyin_backend::record::verify::{Report, verify};
use huiyin_domain::councils::meeting::MeetingRefusal;
use huiyin_domain::councils::meeting::agenda::{About, AgendaForm};
use huiyin_domain::councils::meeting::statistics::Shown;
use huiyin_domain::councils::meeting::wire::{CouncilPage, StatisticsPage};
use huiyin_domain::councils::meeting::{
    Command, Outcome, ResolutionRef, StageKind, Standing, Way, Who,
};
use huiyin_domain::desk::{Today, Waits};
use huiyin_domain::feedback::figures::Share;
use huiyin_domain::ids::{CouncilId, SeriesId};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::time::parse_day;
use huiyin_domain::words::Words;

use super::opened::{close_session, resolve};
use super::{
    FRIDAY, SATURDAY, ask, at, can_come, check_in, done, meeting, opened, read, rsvp, scheduled,
    slot, two_councils,
};
use crate::people::{Person, here};
use crate::world::{World, on_each_engine};

pub(super) fn publish() -> Command {
    Command::PublishMinutes { summary: Words::parse("大家同意先做勘察").unwrap() }
}

pub(super) fn follow_up(is_done: bool) -> Command {
    let words = Words::parse("勘察完成").unwrap();
    Command::FollowUp { resolution: 1, words, is_done }
}

/// Two came, one walked in, one resolution was carried, and the minutes are public.
pub(super) async fn held(world: &World) -> Person {
    let wang = world.resident("wang").await;
    done(&wang, FRIDAY, &rsvp(Way::InPerson)).await;
    let organiser = opened(world).await;
    done(&organiser, FRIDAY, &check_in(1)).await;
    done(&organiser, FRIDAY, &check_in(2)).await;
    let who = Who::WalkIn { group: None };
    done(&organiser, FRIDAY, &Command::CheckIn { who, way: Way::InPerson }).await;
    done(&organiser, FRIDAY, &resolve(3, 0)).await;
    done(&organiser, FRIDAY, &close_session()).await;
    done(&organiser, FRIDAY, &publish()).await;
    organiser
}

#[test]
fn minutes_are_public_once_the_office_says_so() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = opened(world).await;
        let early = ask(&organiser, FRIDAY, &publish()).await.refusal();
        assert_eq!(early, meeting(MeetingRefusal::NotAtThisStage { stage: StageKind::InSession }));
        done(&organiser, FRIDAY, &check_in(1)).await;
        done(&organiser, FRIDAY, &check_in(2)).await;
        done(&organiser, FRIDAY, &close_session()).await;
        assert_eq!(read(&world.guest(), FRIDAY).await.minutes, None);
        let wang = world.resident("wang").await;
        assert_eq!(ask(&wang, FRIDAY, &publish()).await.refusal(), Refusal::OrganiserOnly);
        done(&organiser, FRIDAY, &publish()).await;
        let minutes = read(&world.guest(), FRIDAY).await.minutes.unwrap();
        assert_eq!((minutes.n_in_room, minutes.sitting.outcome), (2, Outcome::Held));
        // Two people of one group: their neighbours would know who it is.
        assert!(minutes.by_group.iter().all(|group| group.came == Shown::Hidden));
        let twice = ask(&organiser, FRIDAY, &publish()).await.refusal();
        assert_eq!(
            twice,
            meeting(MeetingRefusal::NotAtThisStage { stage: StageKind::MinutesPublished })
        );
    });
}

#[test]
fn a_council_is_closed_when_its_resolutions_are_done() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = held(world).await;
        let open = ask(&organiser, FRIDAY, &Command::Close).await.refusal();
        assert_eq!(open, meeting(MeetingRefusal::ResolutionsOpen { n_open: 1 }));
        done(&organiser, FRIDAY, &follow_up(false)).await;
        done(&organiser, FRIDAY, &follow_up(true)).await;
        let wang = world.resident("wang").await;
        assert_eq!(ask(&wang, FRIDAY, &Command::Close).await.refusal(), Refusal::OrganiserOnly);
        let waits = ask(&organiser, FRIDAY, &Command::Close).await.refusal();
        let until = parse_day("2026-09-24").unwrap();
        assert_eq!(waits, meeting(MeetingRefusal::WordsAwaited { until }));
        done(&wang, FRIDAY, &Command::SayDone { resolution: 1 }).await;
        let closed = done(&organiser, FRIDAY, &Command::Close).await;
        assert_eq!(closed.resolutions[0].steps.len(), 2);
        let twice = ask(&organiser, FRIDAY, &Command::Close).await.refusal();
        assert_eq!(twice, meeting(MeetingRefusal::NotAtThisStage { stage: StageKind::Closed }));
    });
}

#[test]
fn what_is_left_open_is_the_first_thing_on_the_next_agenda() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = held(world).await;
        let of = ResolutionRef { council: FRIDAY, number: 1 };
        let page: CouncilPage = read(&organiser, SATURDAY).await;
        assert_eq!(page.open_before.iter().map(|open| open.of).collect::<Vec<_>>(), [of]);
        assert!(read(&world.guest(), SATURDAY).await.open_before.is_empty());
        let form = AgendaForm::filled(&page.agenda, &page.open_before);
        let page = done(&organiser, SATURDAY, &Command::SetAgenda { form }).await;
        assert_eq!(page.agenda[0].about, About::Resolution { of });
        let closed = done(&organiser, FRIDAY, &Command::Close).await;
        assert_eq!(closed.resolutions[0].standing, Standing::CarriedOver { into: SATURDAY });
    });
}

#[test]
fn a_new_series_begins_with_what_was_left_open() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        held(world).await;
        let slots = vec![slot(1, "2026-10-15", ("19:00", "20:30"), 5)];
        scheduled(world, SeriesId(2), &[CouncilId(3)], slots);
        let page = read(&world.guest(), CouncilId(3)).await;
        let of = ResolutionRef { council: FRIDAY, number: 1 };
        assert_eq!(page.agenda[0].about, About::Resolution { of });
        // It stands there, and so is offered to no other agenda.
        let organiser = world.organiser().await;
        assert!(read(&organiser, SATURDAY).await.open_before.is_empty());
    });
}

#[test]
fn figures_count_who_came_of_those_invited_and_of_those_able() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        can_come(world, 1, &[1]);
        can_come(world, 3, &[1, 2]);
        can_come(world, 4, &[]);
        held(world).await;
        let page: StatisticsPage = world.guest().get(&here("/councils/statistics")).await.ok();
        let session = &page.sessions[0];
        assert_eq!(session.of_invited, Share { part: 2, whole: 6 });
        assert_eq!(session.of_able, Share { part: 1, whole: 2 });
        assert_eq!((session.n_came, session.n_walk_ins, session.n_first_time), (3, 2, 2));
        // One of three: their neighbours would know who it is.
        assert_eq!(page.chances[0].without, None);
        assert_eq!(page.n_first_time, 2);
    });
}

#[test]
fn whoever_never_had_a_chance_before_is_counted_when_they_come() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        for resident in 1..=5 {
            can_come(world, resident, &[]);
        }
        held(world).await;
        let slots = vec![slot(1, "2026-10-15", ("19:00", "20:30"), 5)];
        let next = CouncilId(3);
        scheduled(world, SeriesId(2), &[next], slots);
        world.change(
            "INSERT INTO series_chances (community_id, series_id, resident_id, had_one)
             SELECT 1, 2, resident_id, 1 FROM series_chances WHERE series_id = 1",
        );
        let organiser = world.organiser().await;
        super::notice(&organiser, next).await;
        world.clock.set(at("2026-10-15T19:00:00+08:00"));
        let organiser = world.organiser().await;
        done(&organiser, next, &Command::Open).await;
        done(&organiser, next, &check_in(2)).await;
        for resident in [1, 3, 4, 5] {
            done(&organiser, next, &check_in(resident)).await;
        }
        done(&organiser, next, &close_session()).await;
        let page: StatisticsPage = world.guest().get(&here("/councils/statistics")).await.ok();
        let [first, second] = &page.chances[..] else { panic!("{:?}", page.chances) };
        assert_eq!(first.without, Some(Share { part: 5, whole: 5 }));
        assert_eq!(second.without, Some(Share { part: 0, whole: 5 }));
        assert_eq!(second.reached, Some(Share { part: 5, whole: 5 }));
        assert_eq!((page.sessions[0].council, page.sessions[0].n_first_time), (next, 3));
    });
}

#[test]
fn the_record_of_a_council_replays_to_what_is_stored() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = held(world).await;
        done(&organiser, FRIDAY, &follow_up(true)).await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        done(&wang, FRIDAY, &Command::SayDone { resolution: 1 }).await;
        let words = Words::parse("还没有通电").unwrap();
        let no = Command::SayNotDone { resolution: 1, words, reopens: true };
        done(&li, FRIDAY, &no).await;
        done(&organiser, FRIDAY, &follow_up(true)).await;
        done(&wang, FRIDAY, &Command::SayDone { resolution: 1 }).await;
        done(&organiser, FRIDAY, &Command::Close).await;
        let report = verify(&world.store, None, &mut |_, _| {}).unwrap();
        assert_eq!(report.n_councils, 2);
        assert_eq!(at_councils(&report), Vec::<String>::new(), "{report:?}");
        world.change(
            "UPDATE councils SET state = replace(state, '电梯', '花园') WHERE council_id = 1",
        );
        let report = verify(&world.store, None, &mut |_, _| {}).unwrap();
        assert_eq!(at_councils(&report), ["council/1"]);
    });
}

/// The councils that are not as their records say. The series of these stories were put there
/// without any.
pub(super) fn at_councils(report: &Report) -> Vec<String> {
    let places = report.differences.iter().map(|difference| difference.place.clone());
    places.filter(|place| place.starts_with("council/")).collect()
}

#[test]
fn the_desk_is_told_of_minutes_that_are_missing_behind_many_councils_ahead() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = opened(world).await;
        done(&organiser, FRIDAY, &check_in(1)).await;
        done(&organiser, FRIDAY, &check_in(2)).await;
        done(&organiser, FRIDAY, &close_session()).await;
        let ahead: Vec<CouncilId> = (3..=27).map(CouncilId).collect();
        let hours = ("19:00", "20:30");
        let slots = (3..=27).map(|n| slot(n, &format!("2026-10-{n:02}"), hours, 5)).collect();
        scheduled(world, SeriesId(2), &ahead, slots);
        let today: Today = organiser.get(&here("/desk/today")).await.ok();
        let is_it = |waits: &Waits| matches!(waits, Waits::Council { id, stage: StageKind::Held, .. } if *id == FRIDAY);
        assert!(today.items.iter().any(|row| is_it(&row.waits)), "{today:?}");
    });
}
