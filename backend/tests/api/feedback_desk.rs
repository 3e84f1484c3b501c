//! The desk of whoever answers: what is owed, passing several on, and the days that are promised.

use huiyin_domain::desk::DeskPage;
use huiyin_domain::feedback::wire::{PassOnMany, PassedOnMany};
use huiyin_domain::feedback::{DaysAllowed, Owner, Theme};
use huiyin_domain::ids::{PlaceId, SubmissionId};
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::refusals::Refusal;

use crate::people::here;
use crate::submissions::{PROPERTY, acknowledge, adopt, at, decline, form, numbers, pass_on, said};
use crate::world::{day, on_each_engine};
use huiyin_domain::feedback::Command;

#[test]
fn what_is_owed_is_sorted_by_its_day_and_counted() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let mut said = Vec::new();
        for words in ["灯坏了", "门坏了", "水管坏了"] {
            said.push(world.say(&wang, words).await);
        }
        // The first word is given for the first one: its next day is later.
        world.act(&organiser, said[0], &acknowledge()).await;
        world.act(&organiser, said[1], &pass_on(PROPERTY)).await;
        let all = world.owed(&organiser, "?owner=all").await;
        assert_eq!(numbers(&all.items), [said[1], said[2], said[0]]);
        assert_eq!((all.total, all.n_overdue, all.owner), (3, 0, None));
        let own = world.owed(&organiser, "").await;
        assert_eq!((numbers(&own.items), own.owner), (vec![said[2], said[0]], Some(Owner::Office)));
        let theirs = world.owed(&world.reviewer(1).await, "").await;
        assert_eq!((numbers(&theirs.items), theirs.owner), (vec![said[1]], Some(PROPERTY)));
        let by_name = world.owed(&organiser, "?owner=department-1").await;
        assert_eq!(by_name.items, theirs.items);
        let desk: DeskPage = organiser.get(&here("/desk")).await.ok();
        assert_eq!((desk.n_owed, desk.n_overdue), (2, 0));
        world.clock.set(day(3));
        let organiser = world.organiser().await;
        let desk: DeskPage = organiser.get(&here("/desk")).await.ok();
        assert_eq!((desk.n_owed, desk.n_overdue), (2, 1));
        world.act(&organiser, said[2], &decline()).await;
        assert_eq!(world.owed(&organiser, "").await.total, 1);
    });
}

#[test]
fn only_staff_see_what_is_owed() {
    on_each_engine(async |world| {
        let path = here("/feedback/owed?owner=all");
        assert_eq!(world.guest().get(&path).await.refusal(), Refusal::SignInFirst);
        let wang = world.resident("wang").await;
        assert_eq!(wang.get(&path).await.refusal(), Refusal::StaffOnly);
        let organiser = world.organiser().await;
        for query in ["?owner=nobody", "?after=x"] {
            let answer = organiser.get(&here(&format!("/feedback/owed{query}"))).await;
            assert!(matches!(answer.problem(), ProblemKind::Malformed { .. }), "{query}");
        }
    });
}

#[test]
fn many_duties_come_in_parts() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        for n in 0..53 {
            world.say(&wang, &format!("第{n}盏灯坏了")).await;
        }
        let organiser = world.organiser().await;
        let first = world.owed(&organiser, "").await;
        assert_eq!((first.items.len(), first.total), (50, 53));
        let after = format!("?after={}", first.next.unwrap());
        let last = world.owed(&organiser, &after).await;
        assert_eq!((numbers(&last.items), last.next), (vec![51, 52, 53], None));
    });
}

#[test]
fn several_are_passed_on_at_once_and_each_is_judged_alone() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let one = world.say(&wang, "灯坏了").await;
        let two = world.say(&wang, "门坏了").await;
        let answered = world.say(&wang, "水管坏了").await;
        world.act(&organiser, answered, &decline()).await;
        let ids = [one, two, answered, two].map(SubmissionId).to_vec();
        let asked = PassOnMany { ids, to: PROPERTY, reason: said("归物业管。") };
        let path = here("/feedback/pass-on");
        let done: PassedOnMany = organiser.post(&path, &asked).await.ok();
        assert_eq!(done.passed, [SubmissionId(one), SubmissionId(two)]);
        assert_eq!(done.refused.len(), 1);
        assert!(matches!(done.refused[0].1, Refusal::FeedbackNotAtThisStage { .. }));
        let again: PassedOnMany = organiser.post(&path, &asked).await.ok();
        assert_eq!(again.refused[0], (SubmissionId(one), Refusal::AlreadyTheirs));
        assert_eq!(world.owed(&world.reviewer(1).await, "").await.total, 2);
        for (ids, fault) in [
            (vec![], FieldFault::NothingChosen),
            ((1..=51).map(SubmissionId).collect(), FieldFault::TooMany { max: 50 }),
            (vec![SubmissionId(99)], FieldFault::UnknownSubmission),
        ] {
            let faults = organiser.post(&path, &PassOnMany { ids, ..asked.clone() }).await.faults();
            assert_eq!(faults, [("ids".to_owned(), fault)]);
        }
        assert_eq!(wang.post(&path, &asked).await.refusal(), Refusal::StaffOnly);
        assert_eq!(world.guest().post(&path, &asked).await.refusal(), Refusal::SignInFirst);
        for id in [one, two, answered] {
            world.assert_replayed(id);
        }
    });
}

#[test]
fn the_office_sorts_into_the_communitys_own_places() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = world.say(&wang, "灯坏了").await;
        let sort = |place| Command::Sort { theme: Theme::Safety, place: Some(PlaceId(place)) };
        let page = world.act(&organiser, id, &sort(2)).await;
        assert_eq!(page.submission.theme, Some(Theme::Safety));
        assert_eq!(page.submission.content.place, Some(PlaceId(2)));
        let faults = world.ask(&organiser, id, &sort(9)).await.faults();
        assert_eq!(faults, [("place".to_owned(), FieldFault::NothingChosen)]);
    });
}

#[test]
fn a_community_promises_its_own_days_and_keeps_what_it_has_promised() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let before = world.say(&wang, "灯坏了").await;
        let path = here("/feedback/days");
        let days: DaysAllowed = world.guest().get(&path).await.ok();
        assert_eq!(days, DaysAllowed::default());
        let quick = DaysAllowed { decision: 5, ..days };
        assert_eq!(wang.put(&path, &quick).await.refusal(), Refusal::OrganiserOnly);
        assert_eq!(world.guest().put(&path, &quick).await.refusal(), Refusal::SignInFirst);
        let organiser = world.organiser().await;
        let never = DaysAllowed { decision: 0, ..days };
        let fault = FieldFault::OutOfRange { least: 1, most: 250 };
        assert_eq!(organiser.put(&path, &never).await.faults(), [("days".to_owned(), fault)]);
        let kept: DaysAllowed = organiser.put(&path, &quick).await.ok();
        assert_eq!(kept, quick);
        let taken = wang.post(&here("/feedback"), &form("门坏了")).await.json();
        assert_eq!(taken["due"], "2026-09-08");
        assert_eq!(world.stored(before).days, DaysAllowed::default());
        // A day that was promised is not made longer by a plan without a day.
        assert_eq!(organiser.command(&at(before, "/commands"), 1, &adopt("")).await.status, 422);
    });
}
