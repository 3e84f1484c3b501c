//! What administrators do with staff.

use huiyin_domain::departments::Command as DepartmentCommand;
use huiyin_domain::ids::DepartmentId;
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::residents::wire::SignedIn;
use huiyin_domain::staff::wire::{MemberPage, StaffList};
use huiyin_domain::staff::{Factor, Offer, Standing};
use huiyin_domain::words::WordsProblem;
use serde_json::json;

use super::*;
use crate::people::fresh_key;
use crate::submissions::said;
use crate::world::on_each_engine;

const ORGANISER: StaffId = StaffId(1);

#[test]
fn only_administrators_see_and_change_the_staff() {
    on_each_engine(async |world| {
        let only = refused(StaffRefusal::AdministratorOnly);
        let people = [
            (world.guest(), Refusal::SignInFirst),
            (world.resident("wang").await, Refusal::StaffOnly),
            (world.organiser().await, only.clone()),
            (world.reviewer(1).await, only),
        ];
        let retire = Command::Retire { why: why() };
        for (person, refusal) in people {
            assert_eq!(person.get(&here("/staff")).await.refusal(), refusal);
            assert_eq!(person.get(&here("/staff/2")).await.refusal(), refusal);
            assert_eq!(add(&person, "li", StaffRole::Organiser).await.refusal(), refusal);
            assert_eq!(ask(&person, StaffId(2), &retire).await.refusal(), refusal);
            let given = person.post(&here("/staff/2/password"), &json!({})).await;
            assert_eq!(given.refusal(), refusal);
        }
        let administrator = administrator(world).await;
        let list: StaffList = administrator.get(&here("/staff")).await.ok();
        let names: Vec<_> = list.items.iter().map(|member| member.name.to_string()).collect();
        assert_eq!(names, ["organiser", "reviewer-1", "reviewer-2"]);
    });
}

#[test]
fn somebody_is_added_once_under_one_name() {
    on_each_engine(async |world| {
        let administrator = administrator(world).await;
        let form = json!({ "name": " li ", "called": "李主任", "role": "organiser" });
        let (path, key) = (here("/staff"), fresh_key());
        let added = administrator.post_with_key(&path, &form, &key).await;
        assert_eq!(added.status, 201);
        let given: GivenPassword = added.ok();
        assert_eq!((given.member.name.as_str(), given.member.called.as_str()), ("li", "李主任"));
        assert_eq!(given.password.len(), 19);
        let again = administrator.post_with_key(&path, &form, &key).await;
        assert_eq!(again.refusal(), Refusal::ToldOnce);
        let again = administrator.post(&path, &form).await;
        assert_eq!(again.faults(), [("name".to_owned(), FieldFault::NameTaken)]);
        let empty = administrator.post(&path, &json!({ "name": "", "role": null })).await;
        let expected = [
            ("name".to_owned(), FieldFault::Words(WordsProblem::Empty)),
            ("role".to_owned(), FieldFault::NothingChosen),
        ];
        assert_eq!(empty.faults(), expected);
        let n = "SELECT COUNT(*) FROM events WHERE stream = 'staff/4' AND kind = 'added'
                 AND actor_role = 'staff' AND actor_id = 1";
        assert_eq!(world.number(n), 1);
        let li = world.staff("li", &given.password).await;
        let me: huiyin_domain::staff::wire::AccountPage = li.get(&here("/staff/me")).await.ok();
        assert_eq!(me.me.name, "李主任");
    });
}

#[test]
fn nobody_answers_for_a_department_that_is_not_there() {
    on_each_engine(async |world| {
        let administrator = administrator(world).await;
        let reason = said("换人了。");
        let dissolve = DepartmentCommand::Dissolve { reason };
        let done = administrator.post(&here("/departments/2/commands"), &dissolve).await;
        assert_eq!(done.status, 200);
        for department in [2, 9] {
            let role = StaffRole::Reviewer { department: DepartmentId(department) };
            let refusal = add(&administrator, "li", role).await.refusal();
            assert_eq!(refusal, Refusal::DepartmentDissolved);
        }
        let role = StaffRole::Reviewer { department: DepartmentId(1) };
        assert_eq!(add(&administrator, "li", role).await.status, 201);
    });
}

#[test]
fn a_role_holds_at_once_and_nobody_changes_their_own() {
    on_each_engine(async |world| {
        let administrator = administrator(world).await;
        let (id, li) = colleague(world, &administrator, "li", StaffRole::Organiser).await;
        let only = refused(StaffRefusal::AdministratorOnly);
        assert_eq!(li.get(&here("/staff")).await.refusal(), only);
        let change = Command::ChangeRole { role: StaffRole::Administrator };
        let page: MemberPage = ask(&administrator, id, &change).await.ok();
        assert_eq!(page.member.role, StaffRole::Administrator);
        assert_eq!(li.get(&here("/staff")).await.status, 200);
        let same = ask(&administrator, id, &change).await.refusal();
        assert_eq!(same, refused(StaffRefusal::SameRole));
        let demote = Command::ChangeRole { role: StaffRole::Organiser };
        let own = ask(&administrator, ORGANISER, &demote).await.refusal();
        assert_eq!(own, refused(StaffRefusal::OwnAccount));
        let page: MemberPage = administrator.get(&here("/staff/1")).await.ok();
        assert!(page.offers.is_empty());
        // The other administrator may, and then is the only one.
        assert_eq!(ask(&li, ORGANISER, &demote).await.status, 200);
        assert_eq!(ask(&administrator, id, &demote).await.refusal(), only);
    });
}

#[test]
fn whoever_has_left_is_signed_out_and_what_they_did_stays() {
    on_each_engine(async |world| {
        let administrator = administrator(world).await;
        let (id, li) = colleague(world, &administrator, "li", StaffRole::Organiser).await;
        let name = json!({ "zh": "民生办", "en": "" });
        assert_eq!(li.post(&here("/departments"), &name).await.status, 201);
        let retire = Command::Retire { why: why() };
        let page: MemberPage = ask(&administrator, id, &retire).await.ok();
        assert!(matches!(page.member.standing, Standing::Retired { .. }));
        assert!(page.offers.is_empty());
        assert_eq!(li.get(&here("/desk")).await.problem(), ProblemKind::SignedOut);
        let answer = sign_in(world, "li", PASSWORD, None).await;
        assert_eq!(answer.problem(), ProblemKind::WrongCredentials);
        let n = "SELECT COUNT(*) FROM events WHERE actor_role = 'staff' AND actor_id = 4";
        assert!(world.number(n) > 0);
        let again = ask(&administrator, id, &retire).await.refusal();
        assert!(matches!(again, Refusal::Staff { why: StaffRefusal::Retired { .. } }));
        // The name stays theirs.
        let taken = add(&administrator, "li", StaffRole::Organiser).await.faults();
        assert_eq!(taken, [("name".to_owned(), FieldFault::NameTaken)]);
    });
}

#[test]
fn a_lost_phone_is_reset_with_a_reason() {
    on_each_engine(async |world| {
        let administrator = administrator(world).await;
        let (id, li) = colleague(world, &administrator, "li", StaffRole::Organiser).await;
        let reset = Command::ResetSecondFactor { why: why() };
        let none = ask(&administrator, id, &reset).await.refusal();
        assert_eq!(none, refused(StaffRefusal::NoSecondFactor));
        let (_, codes) = set_up(world, &li).await;
        let page: MemberPage = ask(&administrator, id, &reset).await.ok();
        assert_eq!(page.member.factor, Factor::None);
        assert!(!page.offers.contains(&Offer::ResetSecondFactor));
        assert_eq!(li.get(&here("/desk")).await.problem(), ProblemKind::SignedOut);
        // The codes are gone with it, and the password alone lets in to set it up again.
        let n = "SELECT COUNT(*) FROM staff_recovery_codes WHERE staff_id = 4";
        assert_eq!(world.number(n), 0);
        assert_eq!(codes.len(), 8);
        let signed_in: SignedIn = sign_in(world, "li", PASSWORD, None).await.ok();
        assert_eq!(signed_in.me.name, "li");
        let told = "SELECT COUNT(*) FROM events WHERE stream = 'staff/4'
                    AND kind = 'second_factor_reset' AND reason = '换手机了'";
        assert_eq!(world.number(told), 1);
    });
}

#[test]
fn a_new_password_is_given_once_and_ends_all_sessions() {
    on_each_engine(async |world| {
        let administrator = administrator(world).await;
        let (id, li) = colleague(world, &administrator, "li", StaffRole::Organiser).await;
        let path = here(&format!("/staff/{id}/password"));
        let given: GivenPassword = administrator.post(&path, &json!({})).await.ok();
        assert_eq!(li.get(&here("/desk")).await.problem(), ProblemKind::SignedOut);
        let old = sign_in(world, "li", PASSWORD, None).await;
        assert_eq!(old.problem(), ProblemKind::WrongCredentials);
        let li = world.staff("li", &given.password).await;
        assert_eq!(li.get(&here("/desk")).await.refusal(), refused(StaffRefusal::PasswordFirst));
        let own = administrator.post(&here("/staff/1/password"), &json!({})).await;
        assert_eq!(own.refusal(), refused(StaffRefusal::OwnAccount));
        let nobody = administrator.post(&here("/staff/99/password"), &json!({})).await;
        assert_eq!(nobody.problem(), ProblemKind::Missing);
    });
}
