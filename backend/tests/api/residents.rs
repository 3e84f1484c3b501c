//! Signing in with a letter or a password, and looking after one's devices.

use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::residents::letter_code::LetterCodeProblem;
use huiyin_domain::residents::wire::{Session, SignIn, SignedIn};
use huiyin_domain::residents::{StaffRole, Viewer};
use serde::Deserialize;

use crate::people::{Answer, Person, fresh_key, here};
use crate::world::{PASSWORD, World, code_of, on_each_engine, start};

#[derive(Deserialize)]
struct Sessions {
    items: Vec<Session>,
}

async fn with_code(world: &World, code: &str) -> Answer {
    let letter = SignIn::Letter { code: code.to_owned() };
    world.guest().post(&here("/sessions"), &letter).await
}

async fn with_password(world: &World, name: &str, password: &str) -> Answer {
    let (name, password) = (name.to_owned(), password.to_owned());
    let staff = SignIn::Staff { name, password, code: None };
    world.guest().post(&here("/sessions"), &staff).await
}

async fn devices(person: &Person) -> Vec<Session> {
    person.get(&here("/sessions")).await.ok::<Sessions>().items
}

#[test]
fn a_resident_signs_in_with_the_code_on_the_letter() {
    on_each_engine(async |world| {
        let answer = with_code(world, &code_of("wang")).await;
        assert_eq!(answer.status, 201);
        let signed_in: SignedIn = answer.ok();
        assert_eq!(signed_in.token.len(), 64);
        assert_eq!(signed_in.me.name, "wang");
        assert!(matches!(signed_in.me.viewer, Viewer::Resident { .. }));
    });
}

#[test]
fn a_code_is_taken_with_spaces_dashes_and_full_width_digits() {
    on_each_engine(async |world| {
        let code = code_of("li");
        let wide = |digit: char| char::from_u32(digit as u32 - '0' as u32 + '０' as u32).unwrap();
        let full_width: String = code.chars().map(wide).collect();
        let spaced = format!(" {} {}-{}\n", &code[..4], &code[4..8], &code[8..]);
        for typed in [full_width, spaced] {
            assert_eq!(with_code(world, &typed).await.status, 201, "{typed}");
        }
    });
}

#[test]
fn a_wrong_code_and_an_unknown_letter_get_the_same_answer() {
    on_each_engine(async |world| {
        let wrong = code_of("wang").replace("2345678", "8765432");
        for code in [wrong.as_str(), "999999999999"] {
            let answer = with_code(world, code).await;
            assert_eq!(answer.status, 401);
            assert_eq!(answer.problem(), ProblemKind::WrongCredentials);
        }
    });
}

#[test]
fn what_cannot_be_a_code_says_why_beside_its_field() {
    on_each_engine(async |world| {
        let cases = [
            ("", LetterCodeProblem::Empty),
            ("12345678901x", LetterCodeProblem::NotDigits),
            ("12345678901", LetterCodeProblem::WrongLength { n_digits: 11 }),
        ];
        for (typed, problem) in cases {
            let faults = with_code(world, typed).await.faults();
            assert_eq!(faults, [("code".to_owned(), FieldFault::Code(problem))]);
        }
    });
}

#[test]
fn after_five_wrong_codes_a_letter_rests_for_a_quarter_of_an_hour() {
    on_each_engine(async |world| {
        let right = code_of("wang");
        let wrong = right.replace("2345678", "0000000");
        for _ in 0..5 {
            assert_eq!(with_code(world, &wrong).await.status, 401);
        }
        // Even the right code must wait now, or guessing could go on.
        let answer = with_code(world, &right).await;
        assert_eq!(answer.status, 429);
        let seconds: u32 = answer.header("retry-after").parse().unwrap();
        assert!((1..=901).contains(&seconds), "{seconds}");
        assert_eq!(answer.problem(), ProblemKind::TooMany { retry_after_seconds: seconds });
        assert_eq!(with_code(world, &code_of("li")).await.status, 201, "other letters go on");
        world.clock.set(start().plus_millis(i64::from(seconds) * 1_000 + 1_000));
        assert_eq!(with_code(world, &right).await.status, 201);
    });
}

#[test]
fn a_used_up_letter_opens_no_more_doors() {
    on_each_engine(async |world| {
        world.change("UPDATE letters SET n_uses = 20 WHERE resident_id = 1");
        let answer = with_code(world, &code_of("wang")).await;
        assert_eq!(answer.status, 403);
        assert_eq!(answer.problem(), ProblemKind::LetterUsedUp);
    });
}

#[test]
fn a_letter_is_used_up_after_its_twentieth_use() {
    on_each_engine(async |world| {
        world.change("UPDATE letters SET n_uses = 19 WHERE resident_id = 1");
        assert_eq!(with_code(world, &code_of("wang")).await.status, 201);
        assert_eq!(with_code(world, &code_of("wang")).await.problem(), ProblemKind::LetterUsedUp);
    });
}

#[test]
fn the_organiser_signs_in_by_name_and_password() {
    on_each_engine(async |world| {
        let signed_in: SignedIn = with_password(world, "organiser", PASSWORD).await.ok();
        let role = StaffRole::Organiser;
        assert!(matches!(signed_in.me.viewer, Viewer::Staff { role: found, .. } if found == role));
        for (name, password) in [("organiser", "guess"), ("nobody", PASSWORD)] {
            let answer = with_password(world, name, password).await;
            assert_eq!(answer.status, 401);
            assert_eq!(answer.problem(), ProblemKind::WrongCredentials);
        }
    });
}

#[test]
fn a_sign_in_whose_answer_was_lost_can_be_sent_again() {
    on_each_engine(async |world| {
        let letter = SignIn::Letter { code: code_of("wang") };
        let key = fresh_key();
        for _ in 0..2 {
            let answer = world.guest().post_with_key(&here("/sessions"), &letter, &key).await;
            let signed_in: SignedIn = answer.ok();
            let wang = Person::new(world.router.clone(), Some(signed_in.token));
            assert_eq!(wang.get(&here("/sessions")).await.status, 200);
        }
    });
}

#[test]
fn the_token_of_a_session_is_stored_nowhere() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let token = wang.token().to_owned();
        let sql = "SELECT token_hash FROM sessions";
        let rows = world.store.read_now(move |tx| tx.rows(sql, &[])).unwrap();
        assert!(rows.iter().all(|row| row.text(0).unwrap() != token));
        assert_eq!(world.number("SELECT COUNT(*) FROM idempotency"), 0);
    });
}

#[test]
fn a_resident_sees_their_devices_and_signs_one_out() {
    on_each_engine(async |world| {
        let phone = world.resident("wang").await;
        let tablet = world.resident("wang").await;
        let listed = devices(&phone).await;
        assert_eq!(listed.len(), 2);
        let mine: Vec<_> = listed.iter().filter(|session| session.is_this_one).collect();
        assert_eq!(mine.len(), 1);
        let other = listed.iter().find(|session| !session.is_this_one).unwrap();
        let gone = phone.delete(&here(&format!("/sessions/{}", other.id))).await;
        assert_eq!(gone.status, 204);
        let answer = tablet.get(&here("/sessions")).await;
        assert_eq!((answer.status.as_u16(), answer.problem()), (401, ProblemKind::SignedOut));
        assert_eq!(devices(&phone).await.len(), 1);
    });
}

#[test]
fn signing_out_ends_the_session_itself() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let id = devices(&wang).await[0].id;
        assert_eq!(wang.delete(&here(&format!("/sessions/{id}"))).await.status, 204);
        assert_eq!(wang.get(&here("/home")).await.problem(), ProblemKind::SignedOut);
    });
}

#[test]
fn nobody_signs_out_somebody_elses_device() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let li = world.resident("li").await;
        let id = devices(&wang).await[0].id;
        let answer = li.delete(&here(&format!("/sessions/{id}"))).await;
        assert_eq!((answer.status.as_u16(), answer.problem()), (404, ProblemKind::Missing));
        assert_eq!(devices(&wang).await.len(), 1);
    });
}

#[test]
fn a_guest_has_no_devices_and_a_made_up_token_is_signed_out() {
    on_each_engine(async |world| {
        let answer = world.guest().get(&here("/sessions")).await;
        assert!([401, 403].contains(&answer.status.as_u16()), "{}", answer.text());
        answer.problem();
        for token in ["0".repeat(64), "short".to_owned()] {
            let stranger = Person::new(world.router.clone(), Some(token));
            let answer = stranger.get(&here("/home")).await;
            assert_eq!((answer.status.as_u16(), answer.problem()), (401, ProblemKind::SignedOut));
        }
    });
}
