//! The second factor: set up first, asked for at each sign-in, and each code once.

use huiyin_domain::contests::wire::HomePage;
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::wire::SignedIn;
use huiyin_domain::staff::wire::{AccountPage, RecoveryCodes};
use huiyin_domain::staff::{CodeProblem, Factor, MustFirst, PasswordProblem, StaffRefusal};
use serde_json::json;

use super::*;
use crate::people::fresh_key;
use crate::world::on_each_engine;

fn wrong_code() -> Vec<(String, FieldFault)> {
    vec![("code".to_owned(), FieldFault::SecondFactor(CodeProblem::Wrong))]
}

#[test]
fn whoever_has_no_second_factor_sets_it_up_before_anything_else() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await.at(&world.strict());
        let first = refused(StaffRefusal::SecondFactorFirst);
        for path in ["/desk", "/residents?q=wang", "/feedback/owed", "/staff"] {
            assert_eq!(organiser.get(&here(path)).await.refusal(), first, "{path}");
        }
        let name = json!({ "zh": "民生办", "en": "" });
        let refusal = organiser.post(&here("/departments"), &name).await.refusal();
        assert_eq!(refusal, first);
        // What everybody reads they read as everybody.
        let home: HomePage = organiser.get(&here("/home")).await.ok();
        assert!(home.me.is_none());
        let account: AccountPage = organiser.get(&here("/staff/me")).await.ok();
        assert_eq!(account.me.must_first, Some(MustFirst::SetUpSecondFactor));
        let (_, codes) = set_up(world, &organiser).await;
        assert_eq!(codes.len(), 8);
        assert_eq!(organiser.get(&here("/desk")).await.status, 200);
        let account: AccountPage = organiser.get(&here("/staff/me")).await.ok();
        assert_eq!((account.me.must_first, account.n_recovery_codes), (None, 8));
        assert!(matches!(account.member.factor, Factor::SetUp { .. }));
    });
}

#[test]
fn whoever_must_set_it_up_can_also_sign_out() {
    on_each_engine(async |world| {
        let strict = world.strict();
        let organiser = world.organiser().await.at(&strict);
        let account: AccountPage = organiser.get(&here("/staff/me")).await.ok();
        assert_eq!(organiser.get(&here("/sessions")).await.status, 200);
        let path = here(&format!("/sessions/{}", account.me.session));
        assert_eq!(organiser.delete(&path).await.status, 204);
        assert_eq!(organiser.get(&here("/staff/me")).await.problem(), ProblemKind::SignedOut);
    });
}

#[test]
fn where_it_is_optional_only_those_who_have_one_are_asked() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        assert_eq!(organiser.get(&here("/desk")).await.status, 200);
        set_up(world, &organiser).await;
        let answer = sign_in(world, "organiser", PASSWORD, None).await;
        assert_eq!(answer.refusal(), refused(StaffRefusal::CodeNeeded));
        assert_eq!(answer.status, 403);
        // A wrong password learns nothing of a second factor.
        let answer = sign_in(world, "organiser", "another sentence", None).await;
        assert_eq!(answer.problem(), ProblemKind::WrongCredentials);
    });
}

#[test]
fn the_digits_of_half_a_minute_let_in_once() {
    on_each_engine(async |world| {
        let (secret, _) = set_up(world, &world.organiser().await).await;
        // Those that proved the phone were used then.
        let used = shown(world, &secret);
        let answer = sign_in(world, "organiser", PASSWORD, Some(&used)).await;
        assert_eq!(answer.faults(), wrong_code());
        half_a_minute_later(world);
        let fresh = shown(world, &secret);
        let answer = sign_in(world, "organiser", PASSWORD, Some(&fresh)).await;
        assert_eq!(answer.ok::<SignedIn>().me.must_first, None);
        let answer = sign_in(world, "organiser", PASSWORD, Some(&fresh)).await;
        assert_eq!(answer.faults(), wrong_code());
        half_a_minute_later(world);
        half_a_minute_later(world);
        half_a_minute_later(world);
        // Too long ago, although never used.
        let late = Code::of(&mac(&secret, Step(Step::at(world.clock.now()).0 - 2))).to_string();
        let answer = sign_in(world, "organiser", PASSWORD, Some(&late)).await;
        assert_eq!(answer.faults(), wrong_code());
    });
}

#[test]
fn a_recovery_code_lets_in_once_and_stands_in_the_record_without_its_digits() {
    on_each_engine(async |world| {
        let (_, codes) = set_up(world, &world.organiser().await).await;
        let answer = sign_in(world, "organiser", PASSWORD, Some(&codes[2])).await;
        let signed_in: SignedIn = answer.ok();
        let person = Person::new(world.router.clone(), Some(signed_in.token));
        let account: AccountPage = person.get(&here("/staff/me")).await.ok();
        assert_eq!(account.n_recovery_codes, 7);
        let answer = sign_in(world, "organiser", PASSWORD, Some(&codes[2])).await;
        assert_eq!(answer.faults(), wrong_code());
        let n = "SELECT COUNT(*) FROM events WHERE stream = 'staff/1'
                 AND kind = 'recovery_code_used' AND actor_role = 'staff' AND actor_id = 1";
        assert_eq!(world.number(n), 1);
        let digits = format!("%{}%", codes[2].replace(' ', ""));
        let sql = "SELECT COUNT(*) FROM events WHERE body LIKE $1";
        let found =
            world.store.read_now(move |tx| tx.first(sql, huiyin_backend::store::params![digits]));
        let found: Result<_, huiyin_backend::store::StoreError> = found;
        assert_eq!(found.unwrap().unwrap().int(0).unwrap(), 0);
    });
}

#[test]
fn new_recovery_codes_take_the_password_and_end_the_old_ones() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let make = async |password: &str| {
            let form = json!({ "password": password });
            organiser.post(&here("/staff/me/recovery-codes"), &form).await
        };
        let refusal = make(PASSWORD).await.refusal();
        assert_eq!(refusal, refused(StaffRefusal::NoSecondFactor));
        let (_, before) = set_up(world, &organiser).await;
        let wrong = FieldFault::Password(PasswordProblem::Wrong);
        assert_eq!(make("a wrong one").await.faults(), [("password".to_owned(), wrong)]);
        let told: RecoveryCodes = make(PASSWORD).await.ok();
        assert_eq!(told.codes.len(), 8);
        let answer = sign_in(world, "organiser", PASSWORD, Some(&before[0])).await;
        assert_eq!(answer.faults(), wrong_code());
        let answer = sign_in(world, "organiser", PASSWORD, Some(&told.codes[0])).await;
        assert_eq!(answer.status, 201);
    });
}

#[test]
fn wrong_digits_are_counted_like_wrong_passwords() {
    on_each_engine(async |world| {
        let (secret, _) = set_up(world, &world.organiser().await).await;
        half_a_minute_later(world);
        let right = shown(world, &secret);
        let wrong = if right == "000000" { "000001" } else { "000000" };
        let mut n_wrong = 0;
        loop {
            let answer = sign_in(world, "organiser", PASSWORD, Some(wrong)).await;
            if answer.status == 429 {
                break;
            }
            assert_eq!(answer.faults(), wrong_code());
            n_wrong += 1;
            assert!(n_wrong < 100, "wrong digits are never too many");
        }
        // Not even the right ones are taken now.
        let answer = sign_in(world, "organiser", PASSWORD, Some(&right)).await;
        assert_eq!(answer.status, 429);
    });
}

#[test]
fn setting_up_is_proved_once_and_begins_anew_with_another_secret() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let refusal = confirm(&organiser, "123456").await.refusal();
        assert_eq!(refusal, refused(StaffRefusal::SecondFactorNotBegun));
        let first = offer(&organiser).await;
        assert_eq!(first.groups.len(), 8);
        assert!(first.qr_svg.starts_with("<svg"), "{}", first.qr_svg);
        let second = offer(&organiser).await;
        assert_ne!(first.groups, second.groups);
        let old = shown(world, &secret_of(&first));
        assert_eq!(confirm(&organiser, &old).await.faults(), wrong_code());
        for (typed, problem) in [
            ("", CodeProblem::Empty),
            ("12345", CodeProblem::WrongLength { n_digits: 5 }),
            ("3012345678", CodeProblem::Wrong),
        ] {
            let fault = FieldFault::SecondFactor(problem);
            let faults = confirm(&organiser, typed).await.faults();
            assert_eq!(faults, [("code".to_owned(), fault)]);
        }
        let form = json!({ "code": shown(world, &secret_of(&second)) });
        let (path, key) = (here("/staff/me/second-factor/confirm"), fresh_key());
        assert_eq!(organiser.post_with_key(&path, &form, &key).await.status, 201);
        // The codes are told once; whoever lost them makes new ones.
        let again = organiser.post_with_key(&path, &form, &key).await;
        assert_eq!(again.refusal(), Refusal::ToldOnce);
        let again = organiser.post(&here("/staff/me/second-factor"), &json!({})).await;
        assert_eq!(again.refusal(), refused(StaffRefusal::SecondFactorStands));
    });
}

#[test]
fn residents_and_guests_have_no_account_of_staff() {
    on_each_engine(async |world| {
        let (guest, wang) = (world.guest(), world.resident("wang").await);
        for (person, refusal) in [(guest, Refusal::SignInFirst), (wang, Refusal::StaffOnly)] {
            assert_eq!(person.get(&here("/staff/me")).await.refusal(), refusal);
            let begun = person.post(&here("/staff/me/second-factor"), &json!({})).await;
            assert_eq!(begun.refusal(), refusal);
            let form = json!({ "password": PASSWORD });
            let codes = person.post(&here("/staff/me/recovery-codes"), &form).await;
            assert_eq!(codes.refusal(), refusal);
        }
    });
}
