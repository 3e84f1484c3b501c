//! Departments: everybody reads their names, and one that is dissolved leaves nothing undone.

use huiyin_domain::departments::Command;
use huiyin_domain::feedback::wire::Names;
use huiyin_domain::feedback::{Event, Owner};
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::refusals::Refusal;

use crate::people::{Answer, Person, here};
use crate::submissions::{ORDER, PROPERTY, appeal, decline, numbers, pass_on, said};
use crate::world::on_each_engine;

async fn dissolve(person: &Person, department: u32) -> Answer {
    let command = Command::Dissolve { reason: said("物业公司换人了。") };
    person.post(&here(&format!("/departments/{department}/commands")), &command).await
}

#[test]
fn what_a_dissolved_department_owes_goes_back_to_the_office_with_its_day() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let mut ids = Vec::new();
        for words in ["灯坏了", "门坏了"] {
            let id = world.say(&wang, words).await;
            world.act(&organiser, id, &pass_on(PROPERTY)).await;
            ids.push(id);
        }
        let due = world.stored(ids[0]).stage.duty().unwrap().due;
        let names: Names = dissolve(&organiser, 1).await.ok();
        assert!(names.departments[0].is_dissolved && !names.departments[1].is_dissolved);
        let owed = world.owed(&organiser, "").await;
        assert_eq!(numbers(&owed.items), ids);
        assert_eq!(world.owed(&world.reviewer(1).await, "").await.total, 0);
        for id in ids {
            let page = world.submission(&wang, id).await;
            assert_eq!(page.submission.stage.duty().unwrap().due, due);
            assert_eq!(page.submission.n_pass_ons, 2);
            let Event::PassedOn { to, reason, .. } = &page.story[0].event else { panic!() };
            assert_eq!((*to, reason.as_str()), (Owner::Office, "物业公司换人了。"));
            world.assert_replayed(id);
            let refusal = world.ask(&organiser, id, &pass_on(PROPERTY)).await.refusal();
            assert_eq!(refusal, Refusal::DepartmentDissolved);
        }
    });
}

#[test]
fn an_appeal_against_the_answer_of_a_dissolved_department_is_the_offices() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = world.say(&wang, "灯坏了").await;
        world.act(&organiser, id, &pass_on(ORDER)).await;
        world.act(&world.reviewer(2).await, id, &decline()).await;
        assert_eq!(dissolve(&organiser, 2).await.status, 200);
        let page = world.act(&wang, id, &appeal()).await;
        assert_eq!(page.submission.owes().unwrap().duty.owner, Owner::Office);
        world.assert_replayed(id);
    });
}

#[test]
fn only_the_organiser_dissolves_and_only_once() {
    on_each_engine(async |world| {
        assert_eq!(dissolve(&world.guest(), 1).await.refusal(), Refusal::SignInFirst);
        let wang = world.resident("wang").await;
        assert_eq!(dissolve(&wang, 1).await.refusal(), Refusal::OrganiserOnly);
        let reviewer = world.reviewer(1).await;
        assert_eq!(dissolve(&reviewer, 1).await.refusal(), Refusal::OrganiserOnly);
        let organiser = world.organiser().await;
        assert_eq!(dissolve(&organiser, 9).await.problem(), ProblemKind::Missing);
        assert_eq!(dissolve(&organiser, 1).await.status, 200);
        assert_eq!(dissolve(&organiser, 1).await.refusal(), Refusal::DepartmentDissolved);
        let names: Names = world.guest().get(&here("/names")).await.ok();
        assert_eq!((names.departments.len(), names.places.len()), (2, 2));
        assert_eq!(names.departments[0].name.zh, "物业公司");
    });
}
