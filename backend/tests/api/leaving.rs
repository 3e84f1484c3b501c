//! Leaving: a resident is erased, and what they sent stays and is answered all the same.

use huiyin_domain::delivery::{Command as Works, wire::ProjectPage};
use huiyin_domain::feedback::{Command, Event, StageKind};
use huiyin_domain::helping::Scope;
use huiyin_domain::ids::ResidentId;
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::recordings::wire::Begun;
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::wire::{Erased, ResidentCommand};
use serde_json::json;

use crate::delivery as works;
use crate::helping::{acting, offer};
use crate::people::{Answer, Person, here};
use crate::recordings::{begin, part, send, tone};
use crate::submissions::{at, confirm, decline, said};
use crate::world::on_each_engine;

async fn erase(person: &Person, resident: u32) -> Answer {
    let path = here(&format!("/residents/{resident}/commands"));
    person.post(&path, &ResidentCommand::Erase).await
}

#[test]
fn the_person_goes_and_the_submission_stays() {
    on_each_engine(async |world| {
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let open = world.say(&wang, "灯坏了").await;
        let ended = world.say(&wang, "门坏了").await;
        let theirs = world.say(&li, "水管坏了").await;
        world.act(&wang, ended, &Command::Withdraw).await;
        wang.post(&at(theirs, "/follow"), &json!({ "follows": true })).await;
        let organiser = world.organiser().await;
        let erased: Erased = erase(&organiser, 1).await.ok();
        assert_eq!(erased, Erased { id: ResidentId(1), n_open: 1 });
        let page = world.submission(&li, open).await;
        assert_eq!((page.author_name, page.story[0].event.clone()), (None, Event::AuthorLeft));
        assert!(page.submission.owes().is_some(), "it is answered all the same");
        for sql in [
            "SELECT COUNT(*) FROM submissions WHERE author_id = 1",
            "SELECT COUNT(*) FROM follows",
            "SELECT COUNT(*) FROM residents WHERE resident_id = 1",
            "SELECT COUNT(*) FROM letters WHERE resident_id = 1",
            "SELECT COUNT(*) FROM sessions WHERE kind = 'resident' AND person_id = 1",
            "SELECT COUNT(*) FROM idempotency WHERE actor = 'resident/1'",
        ] {
            assert_eq!(world.number(sql), 0, "{sql}");
        }
        assert_eq!(wang.get(&here("/home")).await.problem(), ProblemKind::SignedOut);
        assert_eq!(erase(&organiser, 1).await.problem(), ProblemKind::Missing);
        for id in [open, ended, theirs] {
            world.assert_replayed(id);
        }
    });
}

#[test]
fn what_was_spoken_and_not_agreed_goes_with_the_person() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        send(world, &wang, contest).await;
        let begun: Begun = begin(&wang, contest).await.ok();
        assert_eq!(part(&wang, begun.id.0, 0, &tone(2)).await.status, 200);
        assert_eq!(world.n_files("recordings"), 2);
        assert_eq!(erase(&world.organiser().await, 1).await.status, 200);
        let kept = "SELECT COUNT(*) FROM recordings WHERE stage_kind <> 'withdrawn'";
        assert_eq!((world.number(kept), world.n_files("recordings")), (0, 0));
    });
}

#[test]
fn the_office_ends_in_public_what_nobody_can_confirm_any_more() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let id = world.say(&wang, "灯坏了").await;
        let organiser = world.organiser().await;
        world.act(&organiser, id, &decline()).await;
        let close = Command::CloseWithoutAuthor { words: said("提出的人已经搬走。") };
        assert_eq!(world.ask(&organiser, id, &close).await.refusal(), Refusal::AuthorIsHere);
        assert_eq!(erase(&organiser, 1).await.status, 200);
        let told = Some(huiyin_domain::channels::Channel::Phone);
        let satisfaction = huiyin_domain::feedback::Satisfaction::Content;
        let for_nobody = Command::Confirm { satisfaction, told };
        let refusal = world.ask(&organiser, id, &for_nobody).await.refusal();
        assert_eq!(refusal, Refusal::NotYourSubmission);
        let page = world.act(&organiser, id, &close).await;
        assert_eq!(page.submission.stage.kind(), StageKind::WithoutAuthor);
        world.assert_replayed(id);
    });
}

#[test]
fn nobody_acts_any_more_for_whoever_is_gone() {
    on_each_engine(async |world| {
        let (li, wang) = (world.resident("li").await, world.resident("wang").await);
        let offered = offer(&li, &Scope::ALL).await;
        let helper = acting(world, &wang, &offered).await;
        let id = world.say(&helper, "灯坏了").await;
        assert_eq!(erase(&world.organiser().await, 2).await.status, 200);
        let gone = helper.get(&here("/home")).await.problem();
        assert_eq!(gone, ProblemKind::SignedOut);
        let refusal = world.ask(&wang, id, &confirm()).await.refusal();
        assert_eq!(refusal, Refusal::NotYourSubmission);
    });
}

/// So many more projects that a list of them ends before the first one.
const MANY_PROJECTS: &str = "INSERT INTO projects
         (community_id, project_id, contest_id, version, stage_kind, state)
     WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 501)
     SELECT community_id, project_id + 1000 + n, contest_id, version, stage_kind, state
     FROM projects, more";

#[test]
fn whoever_leaves_a_team_leaves_it_however_many_there_are_and_is_named_nowhere() {
    on_each_engine(async |world| {
        let (_, id) = works::won(world).await;
        let _: ProjectPage = works::begin(world, id).await.ok();
        world.change(MANY_PROJECTS);
        let (sun, organiser) = (world.resident("sun").await, world.organiser().await);
        works::act(&sun, id, &Works::Ask).await;
        let page: ProjectPage = organiser.get(&works::at(id, "")).await.ok();
        let resident = page.team.asking[0].resident;
        let page = works::act(&organiser, id, &Works::LetIn { resident }).await;
        assert_eq!(page.team.joined, ["sun"]);
        assert_eq!(erase(&organiser, resident.0).await.status, 200);
        let left = "SELECT COUNT(*) FROM events WHERE stream LIKE 'project/%' AND kind = 'left'";
        assert_eq!(world.number(left), 1);
        let guest = world.guest();
        for path in [at(id, ""), at(id, "/chain")] {
            let read = guest.get(&path).await;
            for word in ["joined", "left"] {
                assert!(!read.text().contains(word), "{word}: {}", read.text());
            }
        }
        let page: ProjectPage = guest.get(&works::at(id, "")).await.ok();
        let told: Vec<&str> = page.story.iter().map(|line| line.event.name()).collect();
        assert_eq!(told, ["begun"]);
        world.assert_replayed(id);
    });
}

#[test]
fn only_the_office_erases() {
    on_each_engine(async |world| {
        let li = world.resident("li").await;
        let staff_only = [Refusal::SignInFirst, Refusal::StaffOnly, Refusal::StaffOnly];
        let people = [world.guest(), li, world.reviewer(1).await];
        for (person, refusal) in people.iter().zip(staff_only) {
            assert_eq!(erase(person, 1).await.refusal(), refusal);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM residents"), 6);
    });
}
