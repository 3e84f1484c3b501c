//! Contests: set up, moved from phase to phase, and shown.

use huiyin_domain::contests::wire::{ContestList, ContestPage, HomePage, Offer};
use huiyin_domain::contests::{Command, Event, Phase, RESERVE_PLACES_MAX, RulesForm};
use huiyin_domain::ids::Version;
use huiyin_domain::money::{Money, MoneyProblem};
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::words::WordsProblem;

use crate::people::{fresh_key, here};
use crate::votes::{contest_at, contest_form, move_on, reason};
use crate::world::{day, on_each_engine, start};

#[test]
fn an_organiser_sets_up_a_contest_and_everybody_sees_it() {
    on_each_engine(async |world| {
        let id = world.collecting().await;
        let page = world.contest(&world.guest(), id).await;
        assert_eq!(page.phase, Phase::Collecting);
        assert_eq!(page.ends, Some(day(10)));
        assert_eq!(page.now, start());
        assert_eq!(page.contest.rules.budget, Money::yuan(6_000));
        assert_eq!(page.seal, page.contest.rules.seal());
        assert!(!page.is_sealed);
        assert_eq!(page.offers, [Offer::Propose]);
        assert_eq!(page.story.len(), 1);
        let list: ContestList = world.guest().get(&here("/contests")).await.ok();
        assert_eq!(list.items.len(), 1);
    });
}

#[test]
fn only_an_organiser_sets_up_a_contest() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let asked = [(world.guest(), Refusal::SignInFirst), (wang, Refusal::OrganiserOnly)];
        for (person, refusal) in asked {
            let answer = person.post(&here("/contests"), &contest_form()).await;
            assert_eq!(answer.refusal(), refusal);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM contests"), 0);
    });
}

#[test]
fn a_contest_sent_twice_is_set_up_once() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let key = fresh_key();
        let first = organiser.post_with_key(&here("/contests"), &contest_form(), &key).await;
        let second = organiser.post_with_key(&here("/contests"), &contest_form(), &key).await;
        assert_eq!((first.status, first.body), (second.status, second.body));
        assert_eq!(world.number("SELECT COUNT(*) FROM contests"), 1);
    });
}

#[test]
fn every_fault_of_the_rules_is_told_with_its_field() {
    on_each_engine(async |world| {
        let form = RulesForm {
            title: "很".repeat(81),
            budget: "６０００".into(),
            cap: "一百".into(),
            votes_per_person: 0,
            draw: " ".into(),
            reviewing: Some(day(-2)),
            ..contest_form()
        };
        let faults = world.organiser().await.post(&here("/contests"), &form).await.faults();
        let expected = [
            ("title", FieldFault::Words(WordsProblem::TooLong { n_chars: 81, max: 80 })),
            ("cap", FieldFault::Money(MoneyProblem::NotANumber)),
            ("votes_per_person", FieldFault::OutOfRange { least: 1, most: 20 }),
            ("draw", FieldFault::Words(WordsProblem::Empty)),
            ("reviewing", FieldFault::Date),
        ];
        let expected = expected.map(|(field, fault)| (field.to_owned(), fault));
        assert_eq!(faults, expected);
    });
}

#[test]
fn a_reserve_list_has_as_many_places_as_the_form_says_and_three_when_it_is_silent() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let asked = |reserve| RulesForm { reserve, ..contest_form() };
        let faults = organiser.post(&here("/contests"), &asked(Some(21))).await.faults();
        let fault = FieldFault::OutOfRange { least: 0, most: RESERVE_PLACES_MAX };
        assert_eq!(faults, [("reserve".to_owned(), fault)]);
        let mut seals = Vec::new();
        for (reserve, places) in [(Some(20), 20), (Some(0), 0), (Some(3), 3), (None, 3)] {
            let id = world.collecting_by(&asked(reserve)).await;
            let page = world.contest(&world.guest(), id).await;
            assert_eq!(page.contest.rules.reserve_places(), places);
            seals.push(page.seal);
        }
        assert_eq!(seals[2], seals[3], "the usual number is not worth a word in the rules");
        assert!(seals[0] != seals[1] && seals[1] != seals[2]);
    });
}

#[test]
fn a_contest_in_preparation_is_the_organisers_alone() {
    on_each_engine(async |world| {
        let form = RulesForm { collecting: Some(day(1)), ..contest_form() };
        let organiser = world.organiser().await;
        organiser.post(&here("/contests"), &form).await.json();
        let wang = world.resident("wang").await;
        let seen = async |person: &crate::people::Person| {
            person.get(&here("/contests")).await.ok::<ContestList>().items.len()
        };
        assert_eq!((seen(&organiser).await, seen(&wang).await), (1, 0));
        assert_eq!(wang.get(&contest_at(1, "")).await.problem(), ProblemKind::Missing);
        world.clock.set(day(2));
        assert_eq!(seen(&wang).await, 1);
    });
}

#[test]
fn phases_move_by_the_clock() {
    on_each_engine(async |world| {
        let id = world.collecting().await;
        world.clock.set(day(11));
        assert_eq!(world.contest(&world.guest(), id).await.phase, Phase::Reviewing);
        // Notice waits for the organiser's hand, so the vote does not open by itself.
        world.clock.set(day(21));
        assert_eq!(world.contest(&world.guest(), id).await.phase, Phase::Reviewing);
    });
}

#[test]
fn an_organiser_enters_the_next_phase_with_a_public_reason() {
    on_each_engine(async |world| {
        let id = world.collecting().await;
        let page: ContestPage = world.organise(id, &move_on(Phase::Reviewing)).await.ok();
        assert_eq!(page.phase, Phase::Reviewing);
        assert_eq!(page.contest.version, Version(2));
        let told = &world.contest(&world.guest(), id).await.story[0].event;
        let expected = reason("街道办事处的安排");
        assert!(matches!(told, Event::MovedOn { reason, .. } if *reason == expected));
    });
}

#[test]
fn residents_and_guests_do_not_move_contests() {
    on_each_engine(async |world| {
        let id = world.collecting().await;
        let wang = world.resident("wang").await;
        let asked = [(world.guest(), Refusal::SignInFirst), (wang, Refusal::OrganiserOnly)];
        for (person, refusal) in asked {
            for command in [move_on(Phase::Reviewing), Command::Count, Command::Publish] {
                let answer = person.command(&contest_at(id, "/commands"), 1, &command).await;
                assert_eq!(answer.refusal(), refusal);
            }
        }
        assert_eq!(world.contest(&world.guest(), id).await.phase, Phase::Collecting);
    });
}

#[test]
fn phases_go_one_after_another() {
    on_each_engine(async |world| {
        let id = world.collecting().await;
        let phase = Phase::Collecting;
        for to in [Phase::Voting, Phase::Preparing, Phase::Collecting] {
            let refusal = world.organise(id, &move_on(to)).await.refusal();
            assert_eq!(refusal, Refusal::NotTheNextPhase { phase });
        }
        let refusal = world.organise(id, &Command::Publish).await.refusal();
        assert_eq!(refusal, Refusal::NotCountedYet);
        let next_at = Some(day(10));
        let refusal = world.organise(id, &Command::Count).await.refusal();
        assert_eq!(refusal, Refusal::NotInThisPhase { phase, next_at });
    });
}

#[test]
fn there_is_no_notice_without_a_shortlist() {
    on_each_engine(async |world| {
        let id = world.collecting().await;
        world.enter(id, &[Phase::Reviewing]).await;
        let refusal = world.organise(id, &move_on(Phase::Notice)).await.refusal();
        assert_eq!(refusal, Refusal::NothingShortlisted);
    });
}

#[test]
fn a_command_on_an_old_version_changes_nothing() {
    on_each_engine(async |world| {
        let id = world.collecting().await;
        world.enter(id, &[Phase::Reviewing]).await;
        let path = contest_at(id, "/commands");
        // Two tabs: the second one still shows the contest as it was.
        let answer = world.organiser().await.command(&path, 1, &move_on(Phase::Reviewing)).await;
        assert_eq!(answer.status, 409);
        assert_eq!(answer.refusal(), Refusal::Stale { found: Version(2) });
    });
}

#[test]
fn a_command_sent_again_is_answered_again_and_done_once() {
    on_each_engine(async |world| {
        let id = world.collecting().await;
        let (organiser, path) = (world.organiser().await, contest_at(id, "/commands"));
        let (command, key) = (move_on(Phase::Reviewing), fresh_key());
        let first = organiser.command_with_key(&path, 1, &command, &key).await;
        let second = organiser.command_with_key(&path, 1, &command, &key).await;
        assert_eq!((first.status.as_u16(), first.body), (200, second.body));
        assert_eq!(world.contest(&organiser, id).await.contest.version, Version(2));
    });
}

#[test]
fn a_command_must_say_which_version_it_was_decided_on() {
    on_each_engine(async |world| {
        let id = world.collecting().await;
        let path = contest_at(id, "/commands");
        let answer = world.organiser().await.post(&path, &move_on(Phase::Reviewing)).await;
        assert_eq!(answer.status, 400);
        assert!(matches!(answer.problem(), ProblemKind::Malformed { .. }));
    });
}

#[test]
fn a_later_date_can_be_moved_and_a_past_one_cannot() {
    on_each_engine(async |world| {
        let id = world.collecting().await;
        let postpone = |phase, to| Command::Postpone { phase, to, reason: reason("台风") };
        let page: ContestPage = world.organise(id, &postpone(Phase::Reviewing, day(15))).await.ok();
        assert_eq!(page.ends, Some(day(15)));
        let told = &page.story[0].event;
        assert!(matches!(told, Event::Postponed { from, .. } if *from == Some(day(10))));
        for (phase, to) in
            [(Phase::Collecting, day(3)), (Phase::Reviewing, day(-1)), (Phase::Reviewing, day(25))]
        {
            let refusal = world.organise(id, &postpone(phase, to)).await.refusal();
            assert_eq!(refusal, Refusal::DatesOutOfOrder);
        }
    });
}

#[test]
fn the_home_page_tells_who_asks_and_what_they_may_do() {
    on_each_engine(async |world| {
        world.collecting().await;
        let guest: HomePage = world.guest().get(&here("/home")).await.ok();
        assert_eq!(guest.me, None);
        assert_eq!(guest.community.hot_line, "021-5555 0128");
        let wang: HomePage = world.resident("wang").await.get(&here("/home")).await.ok();
        assert_eq!(wang.me.unwrap().name, "wang");
        assert_eq!(wang.contests[0].offers, [Offer::Propose]);
        let organiser: HomePage = world.organiser().await.get(&here("/home")).await.ok();
        assert_eq!(organiser.contests[0].offers, [Offer::MoveOn { to: Phase::Reviewing }]);
    });
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    on_each_engine(async |world| {
        let id = world.collecting().await;
        let guest = world.guest();
        for path in [here("/contests"), contest_at(id, "/proposals")] {
            let first = guest.get(&path).await;
            let etag = first.header("etag").to_owned();
            let again = guest.get_if_changed(&path, &etag).await;
            assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{path}");
        }
        let etag = guest.get(&here("/contests")).await.header("etag").to_owned();
        world.enter(id, &[Phase::Reviewing]).await;
        assert_eq!(guest.get_if_changed(&here("/contests"), &etag).await.status, 200);
    });
}
