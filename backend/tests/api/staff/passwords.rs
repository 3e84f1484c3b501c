//! Passwords of staff: given for one sign-in, then their own.

use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::staff::wire::AccountPage;
use huiyin_domain::staff::{MustFirst, PasswordBy, PasswordProblem};
use serde_json::json;

use super::*;
use crate::people::fresh_key;
use crate::world::on_each_engine;

const NEW: &str = "quite another long sentence";

async fn change(person: &Person, old: &str, new: &str) -> Answer {
    person.post(&here("/staff/me/password"), &json!({ "old": old, "new": new })).await
}

#[test]
fn a_given_password_is_changed_before_anything_else() {
    on_each_engine(async |world| {
        let administrator = administrator(world).await;
        let given: GivenPassword = add(&administrator, "li", StaffRole::Organiser).await.ok();
        assert_eq!(given.member.password, PasswordBy::Given);
        let li = world.staff("li", &given.password).await;
        assert_eq!(li.get(&here("/desk")).await.refusal(), refused(StaffRefusal::PasswordFirst));
        let account: AccountPage = li.get(&here("/staff/me")).await.ok();
        assert_eq!(account.me.must_first, Some(MustFirst::ChangePassword));
        let same = change(&li, &given.password, &given.password).await.faults();
        let fault = FieldFault::Password(PasswordProblem::SameAsBefore);
        assert_eq!(same, [("new".to_owned(), fault)]);
        let account: AccountPage = change(&li, &given.password, NEW).await.ok();
        assert_eq!(account.me.must_first, None);
        assert_eq!(li.get(&here("/desk")).await.status, 200);
        let old = sign_in(world, "li", &given.password, None).await;
        assert_eq!(old.problem(), ProblemKind::WrongCredentials);
        assert_eq!(sign_in(world, "li", NEW, None).await.status, 201);
    });
}

#[test]
fn where_a_second_factor_is_required_it_comes_after_the_password() {
    on_each_engine(async |world| {
        let administrator = administrator(world).await;
        let given: GivenPassword = add(&administrator, "li", StaffRole::Organiser).await.ok();
        let li = world.staff("li", &given.password).await.at(&world.strict());
        let account: AccountPage = change(&li, &given.password, NEW).await.ok();
        assert_eq!(account.me.must_first, Some(MustFirst::SetUpSecondFactor));
        assert_eq!(
            li.get(&here("/desk")).await.refusal(),
            refused(StaffRefusal::SecondFactorFirst)
        );
    });
}

#[test]
fn a_password_is_changed_by_whoever_knows_it_and_signs_the_other_devices_out() {
    on_each_engine(async |world| {
        let (here_now, elsewhere) = (world.organiser().await, world.organiser().await);
        let cases = [
            (("a wrong one", NEW), "old", PasswordProblem::Wrong),
            ((PASSWORD, "short"), "new", PasswordProblem::TooShort { n_chars: 5, least: 12 }),
            ((PASSWORD, "Organiser"), "new", PasswordProblem::SameAsName),
            ((PASSWORD, " "), "new", PasswordProblem::Empty),
        ];
        for ((old, new), field, problem) in cases {
            let faults = change(&here_now, old, new).await.faults();
            assert_eq!(faults, [(field.to_owned(), FieldFault::Password(problem))]);
        }
        assert_eq!(elsewhere.get(&here("/desk")).await.status, 200);
        let key = fresh_key();
        let form = json!({ "old": PASSWORD, "new": NEW });
        let path = here("/staff/me/password");
        let first = here_now.post_with_key(&path, &form, &key).await;
        assert_eq!(first.status, 200);
        // The answer was lost, and the same is asked again: it is answered as before.
        let again = here_now.post_with_key(&path, &form, &key).await;
        assert_eq!(again.body, first.body);
        assert_eq!(here_now.get(&here("/desk")).await.status, 200);
        assert_eq!(elsewhere.get(&here("/desk")).await.problem(), ProblemKind::SignedOut);
    });
}

#[test]
fn wrong_old_passwords_are_counted() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        for _ in 0..100 {
            let answer = change(&organiser, "a wrong one", NEW).await;
            if answer.status == 429 {
                return;
            }
            assert_eq!(answer.status, 422);
        }
        panic!("wrong passwords are never too many");
    });
}
