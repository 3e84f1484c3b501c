//! The service desk: what waits, residents and their letters, how people want the app, QR codes.

use huiyin_domain::accessibility::{Contrast, Modes, Size};
use huiyin_domain::desk::DeskPage;
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::residents::wire::{
    LetterForm, Me, PrintedLetter, ResidentList, ResidentPage, SignIn, SignedIn,
};
use huiyin_domain::web_address::WebAddress;
use huiyin_domain::words::WordsProblem;
use serde::Deserialize;
use serde_json::json;

use crate::people::{Answer, Person, fresh_key, here};
use crate::world::{World, code_of, on_each_engine, start};

#[derive(Deserialize)]
struct Home {
    me: Option<Me>,
}

const MODES: Modes = Modes { size: Size::Largest, contrast: Some(Contrast::High), ..Modes::ELDER };

fn letter_form() -> LetterForm {
    let sign_in = WebAddress::parse("https://huiyin.example/community/sign-in").unwrap();
    LetterForm { sign_in, end_sessions: false }
}

async fn find(person: &Person, words: &str) -> Answer {
    let encoded: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
    person.get(&here(&format!("/residents?q={encoded}"))).await
}

async fn names(person: &Person, words: &str) -> Vec<String> {
    let list: ResidentList = find(person, words).await.ok();
    list.items.into_iter().map(|resident| resident.public_name).collect()
}

async fn with_code(world: &World, code: &str) -> Answer {
    let letter = SignIn::Letter { code: code.to_owned() };
    world.guest().post(&here("/sessions"), &letter).await
}

async fn everybody_else(world: &World) -> [(Person, Refusal); 2] {
    [(world.guest(), Refusal::SignInFirst), (world.resident("wang").await, Refusal::StaffOnly)]
}

#[test]
fn the_desk_says_what_waits_and_to_staff_alone() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let page: DeskPage = organiser.get(&here("/desk")).await.ok();
        assert_eq!(page.n_callbacks, 0);
        let form = json!({ "phone": "13812345678", "when": "any" });
        assert_eq!(world.guest().post(&here("/callbacks"), &form).await.status, 201);
        let page: DeskPage = organiser.get(&here("/desk")).await.ok();
        assert_eq!(page.n_callbacks, 1);
        for (person, refusal) in everybody_else(world).await {
            assert_eq!(person.get(&here("/desk")).await.refusal(), refusal);
        }
    });
}

#[test]
fn how_somebody_wants_the_app_comes_back_with_the_next_sign_in() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        let before: Home = wang.get(&here("/home")).await.ok();
        assert_eq!(before.me.unwrap().modes, None);
        for modes in [Modes::ELDER, MODES] {
            let kept: Modes = wang.put(&here("/residents/me/modes"), &modes).await.ok();
            assert_eq!(kept, modes);
        }
        let after: Home = wang.get(&here("/home")).await.ok();
        assert_eq!(after.me.unwrap().modes, Some(MODES));
        let signed_in: SignedIn = with_code(world, &code_of("wang")).await.ok();
        assert_eq!(signed_in.me.modes, Some(MODES));
        let li: SignedIn = with_code(world, &code_of("li")).await.ok();
        assert_eq!(li.me.modes, None, "everybody has their own");
    });
}

#[test]
fn staff_have_modes_too_and_guests_have_none() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        organiser.put(&here("/residents/me/modes"), &MODES).await.ok::<Modes>();
        let home: Home = organiser.get(&here("/home")).await.ok();
        assert_eq!(home.me.unwrap().modes, Some(MODES));
        // The organiser and the first resident have the same number, and other modes.
        let wang: Home = world.resident("wang").await.get(&here("/home")).await.ok();
        assert_eq!(wang.me.unwrap().modes, None);
        let guest = world.guest().put(&here("/residents/me/modes"), &MODES).await;
        assert_eq!(guest.refusal(), Refusal::SignInFirst);
        let odd = organiser.put(&here("/residents/me/modes"), &json!({ "size": 7 })).await;
        assert!(matches!(odd.problem(), ProblemKind::Malformed { .. }));
    });
}

#[test]
fn modes_of_a_newer_version_keep_nobody_out() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        wang.put(&here("/residents/me/modes"), &MODES).await.ok::<Modes>();
        world.change("UPDATE modes SET modes = '{\"layout\": \"holographic\"}'");
        let signed_in: SignedIn = with_code(world, &code_of("wang")).await.ok();
        assert_eq!(signed_in.me.modes, None);
    });
}

#[test]
fn a_resident_is_found_by_name_address_or_letter() {
    on_each_engine(async |world| {
        world.change(
            "UPDATE residents SET address = '梧桐路88弄3号楼201室' WHERE public_name = 'li'",
        );
        let organiser = world.organiser().await;
        assert_eq!(names(&organiser, "WANG").await, ["wang"]);
        assert_eq!(names(&organiser, "３号楼").await, ["li"]);
        assert_eq!(names(&organiser, &code_of("zhao")[..5]).await, ["zhao"]);
        assert_eq!(names(&organiser, "z").await, ["zhao", "zhou"]);
        assert!(names(&organiser, "%").await.is_empty());
        let answer = find(&organiser, "wang").await;
        assert!(!answer.text().contains("10001"), "{}", answer.text());
    });
}

#[test]
fn a_search_that_says_nothing_or_too_much_is_told() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let empty = find(&organiser, " ").await.faults();
        assert_eq!(empty, [("q".to_owned(), FieldFault::Words(WordsProblem::Empty))]);
        let long = find(&organiser, &"楼".repeat(41)).await.faults();
        let too_long = WordsProblem::TooLong { n_chars: 41, max: 40 };
        assert_eq!(long, [("q".to_owned(), FieldFault::Words(too_long))]);
        let twice = organiser.get(&here("/residents?q=a&q=b")).await;
        assert!(matches!(twice.problem(), ProblemKind::Malformed { .. }));
    });
}

#[test]
fn more_residents_than_fit_are_said_to_be_more() {
    on_each_engine(async |world| {
        world.change(
            "INSERT INTO residents (community_id, resident_id, public_name, since_ms)
             SELECT 1, 100 + n, 'neighbour', 0 FROM
             (SELECT a.resident_id * 6 + b.resident_id AS n FROM residents a, residents b) AS many",
        );
        let list: ResidentList = find(&world.organiser().await, "neighbour").await.ok();
        assert_eq!((list.items.len(), list.has_more), (20, true));
    });
}

#[test]
fn a_new_letter_works_and_the_one_before_it_no_longer() {
    on_each_engine(async |world| {
        let wang = world.resident("wang").await;
        wang.put(&here("/residents/me/modes"), &MODES).await.ok::<Modes>();
        let organiser = world.organiser().await;
        let page: ResidentPage = organiser.get(&here("/residents/1")).await.ok();
        assert_eq!((page.resident.public_name.as_str(), page.modes), ("wang", Some(MODES)));
        assert_eq!(page.last_letter, Some(start()));

        let answer = organiser.post(&here("/residents/1/letters"), &letter_form()).await;
        assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (201, "no-store"));
        let letter: PrintedLetter = answer.ok();
        assert!(letter.qr_svg.starts_with("<svg"), "{}", letter.qr_svg);
        let old = with_code(world, &code_of("wang")).await;
        assert_eq!(old.problem(), ProblemKind::WrongCredentials);
        let signed_in: SignedIn = with_code(world, &letter.code.grouped()).await.ok();
        assert_eq!(signed_in.me.name, "wang");
        assert_eq!(wang.get(&here("/sessions")).await.status, 200, "phones stay signed in");
    });
}

#[test]
fn a_letter_asked_for_twice_is_printed_once_and_its_code_is_stored_nowhere() {
    on_each_engine(async |world| {
        let (organiser, key) = (world.organiser().await, fresh_key());
        let path = here("/residents/1/letters");
        let letter: PrintedLetter = organiser.post_with_key(&path, &letter_form(), &key).await.ok();
        let again = organiser.post_with_key(&path, &letter_form(), &key).await;
        assert_eq!(again.refusal(), Refusal::ToldOnce);
        assert_eq!(world.number("SELECT COUNT(*) FROM letters WHERE letter > '10006'"), 1);
        with_code(world, &letter.code.grouped()).await.ok::<SignedIn>();
        let secret = letter.code.secret().to_owned();
        for sql in [
            "SELECT body FROM idempotency",
            "SELECT body FROM events",
            "SELECT secret_hash FROM letters",
        ] {
            let rows = world.store.read_now(move |tx| tx.rows(sql, &[])).unwrap();
            assert!(!rows.is_empty(), "{sql}");
            assert!(rows.iter().all(|row| !row.text(0).unwrap().contains(&secret)), "{sql}");
        }
    });
}

#[test]
fn nobody_but_staff_finds_residents_or_prints_letters() {
    on_each_engine(async |world| {
        for (person, refusal) in everybody_else(world).await {
            assert_eq!(find(&person, "wang").await.refusal(), refusal);
            assert_eq!(person.get(&here("/residents/1")).await.refusal(), refusal);
            let letter = person.post(&here("/residents/1/letters"), &letter_form()).await;
            assert_eq!(letter.refusal(), refusal);
        }
        with_code(world, &code_of("wang")).await.ok::<SignedIn>();
    });
}

#[test]
fn a_letter_needs_a_resident_and_an_address_of_a_page() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let nobody = organiser.post(&here("/residents/99/letters"), &letter_form()).await;
        assert_eq!(nobody.problem(), ProblemKind::Missing);
        let odd = json!({ "sign_in": "javascript:alert(1)" });
        let odd = organiser.post(&here("/residents/1/letters"), &odd).await;
        assert!(matches!(odd.problem(), ProblemKind::Malformed { .. }));
        let long = json!({ "sign_in": format!("https://{}", "a".repeat(290)) });
        let long = organiser.post(&here("/residents/1/letters"), &long).await;
        assert!(matches!(long.problem(), ProblemKind::Malformed { .. }));
        with_code(world, &code_of("wang")).await.ok::<SignedIn>();
    });
}

#[test]
fn an_address_becomes_a_qr_code_that_is_kept() {
    on_each_engine(async |world| {
        let path = here("/qr.svg?text=https%3A%2F%2Fhuiyin.example%2Fproposals%2F128%3Fa%3D1%26b");
        let answer = world.guest().get(&path).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "image/svg+xml"));
        assert!(answer.header("cache-control").contains("immutable"));
        let title = "<title>https://huiyin.example/proposals/128?a=1&amp;b</title>";
        assert!(answer.text().contains(title), "{}", answer.text());
        assert_eq!(answer.body, world.guest().get(&path).await.body);
    });
}

#[test]
fn what_is_no_address_becomes_no_qr_code() {
    on_each_engine(async |world| {
        let long = format!("?text=https%3A%2F%2F{}", "a".repeat(293));
        for query in [
            "",
            "?text=",
            "?text=hello",
            "?text=javascript%3Aalert(1)",
            "?x=1&text=a&text=b",
            &long,
        ] {
            let answer = world.guest().get(&here(&format!("/qr.svg{query}"))).await;
            assert_eq!(answer.status, 400, "{query}");
            assert!(matches!(answer.problem(), ProblemKind::Malformed { .. }));
        }
        let fits = format!("/qr.svg?text=https%3A%2F%2F{}", "a".repeat(292));
        assert_eq!(world.guest().get(&here(&fits)).await.status, 200);
        let elsewhere = "/api/v1/communities/elsewhere/qr.svg?text=https%3A%2F%2Fa";
        assert_eq!(world.guest().get(elsewhere).await.problem(), ProblemKind::Missing);
    });
}
