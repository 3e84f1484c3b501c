//! Names of departments and places: added and changed by the organiser, each once.

use huiyin_domain::departments::{Command, NameForm, PlaceCommand};
use huiyin_domain::feedback::wire::Names;
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::words::WordsProblem;

use crate::people::here;
use crate::submissions::said;
use crate::world::on_each_engine;

fn named(zh: &str, en: &str) -> NameForm {
    NameForm { zh: zh.to_owned(), en: en.to_owned() }
}

#[test]
fn the_organiser_adds_and_renames_departments_and_places() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let added = organiser.post(&here("/departments"), &named("民生办", "")).await;
        assert_eq!(added.status, 201);
        let names: Names = added.ok();
        assert_eq!((names.departments[2].name.zh.as_str(), names.departments.len()), ("民生办", 3));
        assert_eq!(names.departments[2].name.en, "民生办");
        let names: Names =
            organiser.post(&here("/places"), &named("5号楼", "Building 5")).await.ok();
        assert_eq!(names.places[2].name.en, "Building 5");
        let rename = Command::Rename { name: named("街道民生办", "Daily life") };
        let names: Names = organiser.post(&here("/departments/3/commands"), &rename).await.ok();
        assert_eq!(names.departments[2].name.zh, "街道民生办");
        let rename = PlaceCommand::Rename { name: named("5号楼南门", "") };
        let names: Names = organiser.post(&here("/places/3/commands"), &rename).await.ok();
        assert_eq!(names.places[2].name.zh, "5号楼南门");
        let told = "SELECT COUNT(*) FROM events WHERE kind = 'renamed' AND actor_role = 'staff'
                    AND stream IN ('department/3', 'place/3')";
        assert_eq!(world.number(told), 2);
    });
}

#[test]
fn two_of_one_name_would_be_mistaken_for_each_other() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let taken = [("zh".to_owned(), FieldFault::NameTaken)];
        for (path, zh) in [("/departments", "物业公司"), ("/places", "3号楼")] {
            assert_eq!(organiser.post(&here(path), &named(zh, "")).await.faults(), taken);
        }
        let rename = Command::Rename { name: named("城管中队", "") };
        let renamed = organiser.post(&here("/departments/1/commands"), &rename).await;
        assert_eq!(renamed.faults(), taken);
        // Its own name is no other's.
        let rename = Command::Rename { name: named("物业公司", "The property company") };
        let renamed = organiser.post(&here("/departments/1/commands"), &rename).await;
        assert_eq!(renamed.status, 200);
        let empty = organiser.post(&here("/places"), &named(" ", "")).await.faults();
        assert_eq!(empty, [("zh".to_owned(), FieldFault::Words(WordsProblem::Empty))]);
    });
}

#[test]
fn a_dissolved_department_keeps_its_name_and_gives_it_free() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let dissolve = Command::Dissolve { reason: said("换人了。") };
        let path = here("/departments/1/commands");
        assert_eq!(organiser.post(&path, &dissolve).await.status, 200);
        let rename = Command::Rename { name: named("别的", "") };
        let refusal = organiser.post(&path, &rename).await.refusal();
        assert_eq!(refusal, Refusal::DepartmentDissolved);
        let names: Names = organiser.post(&here("/departments"), &named("物业公司", "")).await.ok();
        assert!(names.departments[0].is_dissolved && !names.departments[2].is_dissolved);
    });
}

#[test]
fn only_the_organiser_names_things() {
    on_each_engine(async |world| {
        let people = [
            (world.guest(), Refusal::SignInFirst),
            (world.resident("wang").await, Refusal::OrganiserOnly),
            (world.reviewer(1).await, Refusal::OrganiserOnly),
        ];
        let place = PlaceCommand::Rename { name: named("别的", "") };
        for (person, refusal) in people {
            for path in ["/departments", "/places"] {
                let answer = person.post(&here(path), &named("别的", "")).await;
                assert_eq!(answer.refusal(), refusal);
            }
            let answer = person.post(&here("/places/1/commands"), &place).await;
            assert_eq!(answer.refusal(), refusal);
        }
        let organiser = world.organiser().await;
        let nowhere = organiser.post(&here("/places/99/commands"), &place).await;
        assert_eq!(nowhere.problem(), ProblemKind::Missing);
    });
}
