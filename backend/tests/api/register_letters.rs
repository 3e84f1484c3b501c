//! Letters in batches: made some at a time, never twice by a retry, lost ones replaced.

use huiyin_domain::ids::{LetterBatchId, ResidentId};
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::register::RegisterRefusal;
use huiyin_domain::register::letters::{
    BatchForm, BatchList, BatchPage, ChunkForm, MadeLetters, next_chunk,
};
use huiyin_domain::residents::wire::{
    Erased, LetterForm, PrintedLetter, ResidentCommand, SignIn, SignedIn,
};
use huiyin_domain::web_address::WebAddress;

use crate::people::{Answer, Person, fresh_key, here};
use crate::register::take_in;
use crate::world::{World, code_of, on_each_engine};

fn sign_in() -> WebAddress {
    WebAddress::parse("https://huiyin.example/sign-in").unwrap()
}

async fn begin(person: &Person, form: &BatchForm) -> LetterBatchId {
    person.post(&here("/letters"), form).await.ok()
}

async fn page(person: &Person, id: LetterBatchId) -> BatchPage {
    person.get(&here(&format!("/letters/{id}"))).await.ok()
}

fn chunk(residents: &[u32]) -> ChunkForm {
    let residents = residents.iter().copied().map(ResidentId).collect();
    ChunkForm { residents, again: false, sign_in: sign_in() }
}

async fn make(person: &Person, id: LetterBatchId, form: &ChunkForm) -> Answer {
    person.post(&here(&format!("/letters/{id}/chunks")), form).await
}

async fn with_code(world: &World, code: &str) -> Answer {
    let letter = SignIn::Letter { code: code.to_owned() };
    world.guest().post(&here("/sessions"), &letter).await
}

/// Two new people of building 3, who never had a letter.
async fn two_new(person: &Person) -> LetterBatchId {
    take_in(person, "王阿姨,3,,501,,\r\n李师傅,3,,502,,\r\n").await;
    begin(person, &BatchForm { buildings: vec!["3号楼".to_owned()], only_without: true }).await
}

#[test]
fn letters_of_a_building_are_made_and_let_people_in() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = two_new(&organiser).await;
        let before = page(&organiser, id).await;
        assert_eq!((before.batch.n_letters, before.batch.n_made), (2, 0));
        assert_eq!(before.people[0].name, "王阿姨", "by where they live");
        let form = ChunkForm { residents: next_chunk(&before.people), ..chunk(&[]) };
        let answer = make(&organiser, id, &form).await;
        assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (201, "no-store"));
        let made: MadeLetters = answer.ok();
        assert_eq!(made.letters.len(), 2);
        assert!(made.letters[0].letter.qr_svg.starts_with("<svg"));
        let code = made.letters[0].letter.code.grouped();
        assert_eq!(with_code(world, &code).await.ok::<SignedIn>().me.name, "王阿姨");
        let after = page(&organiser, id).await;
        assert_eq!((after.batch.n_made, next_chunk(&after.people)), (2, Vec::new()));
        assert_eq!((after.people[0].has_signed_in, after.people[1].has_signed_in), (true, false));
        let list: BatchList = organiser.get(&here("/letters")).await.ok();
        assert_eq!((list.items.len(), list.n_without), (1, 0));
        assert_eq!(list.items[0].by.as_deref(), Some("organiser"));
    });
}

#[test]
fn the_codes_of_a_batch_are_stored_nowhere() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = two_new(&organiser).await;
        let made: MadeLetters = make(&organiser, id, &chunk(&[7, 8])).await.ok();
        let secret = made.letters[0].letter.code.secret().to_owned();
        for sql in [
            "SELECT body FROM idempotency",
            "SELECT body FROM events",
            "SELECT secret_hash FROM letters",
            "SELECT letter FROM batch_letters",
        ] {
            let rows = world.store.read_now(move |tx| tx.rows(sql, &[])).unwrap();
            assert!(!rows.is_empty(), "{sql}");
            assert!(rows.iter().all(|row| !row.text(0).unwrap().contains(&secret)), "{sql}");
        }
        let shown = organiser.get(&here(&format!("/letters/{id}"))).await;
        assert!(!shown.text().contains(&secret));
    });
}

#[test]
fn a_retried_chunk_makes_no_second_letter() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = two_new(&organiser).await;
        let (path, key) = (here(&format!("/letters/{id}/chunks")), fresh_key());
        let form = chunk(&[7, 8]);
        let made: MadeLetters = organiser.post_with_key(&path, &form, &key).await.ok();
        let n_before = world.number("SELECT next FROM counters WHERE kind = 'letter'");
        let again = organiser.post_with_key(&path, &form, &key).await;
        assert_eq!(again.refusal(), Refusal::ToldOnce);
        // Another window has the same batch open: its letters would end those on the table here.
        let twice = make(&organiser, id, &form).await.refusal();
        assert_eq!(twice, Refusal::Register { why: RegisterRefusal::MadeMeanwhile });
        let n_after = world.number("SELECT next FROM counters WHERE kind = 'letter'");
        assert_eq!(n_before, n_after);
        with_code(world, &made.letters[0].letter.code.grouped()).await.ok::<SignedIn>();
    });
}

#[test]
fn letters_whose_codes_were_lost_on_the_way_are_made_again_and_the_old_ones_die() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = two_new(&organiser).await;
        let lost: MadeLetters = make(&organiser, id, &chunk(&[7, 8])).await.ok();
        let form = ChunkForm { again: true, ..chunk(&[7]) };
        let made: MadeLetters = make(&organiser, id, &form).await.ok();
        let old = with_code(world, &lost.letters[0].letter.code.grouped()).await;
        assert_eq!(old.problem(), ProblemKind::WrongCredentials);
        with_code(world, &made.letters[0].letter.code.grouped()).await.ok::<SignedIn>();
        with_code(world, &lost.letters[1].letter.code.grouped()).await.ok::<SignedIn>();
        assert_eq!(world.number("SELECT COUNT(*) FROM letters WHERE resident_id = 7"), 1);
    });
}

#[test]
fn a_chunk_is_for_people_of_its_batch_and_not_too_large() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = two_new(&organiser).await;
        let field = |fault| [("residents".to_owned(), fault)];
        for (residents, fault) in [
            (vec![], FieldFault::NothingChosen),
            (vec![1], FieldFault::UnknownResident),
            (vec![7, 7], FieldFault::UnknownResident),
            ((1..=21).collect(), FieldFault::TooMany { max: 20 }),
        ] {
            let found = make(&organiser, id, &chunk(&residents)).await.faults();
            assert_eq!(found, field(fault), "{residents:?}");
        }
        let nowhere = make(&organiser, LetterBatchId(99), &chunk(&[7])).await;
        assert_eq!(nowhere.problem(), ProblemKind::Missing);
    });
}

#[test]
fn a_batch_without_anybody_is_refused() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let nobody = Refusal::Register { why: RegisterRefusal::NobodyToWrite };
        // All six of the beginning have their letters.
        let form = BatchForm { only_without: true, ..BatchForm::default() };
        assert_eq!(organiser.post(&here("/letters"), &form).await.refusal(), nobody);
        let form = BatchForm { buildings: vec!["99号楼".to_owned()], only_without: false };
        assert_eq!(organiser.post(&here("/letters"), &form).await.refusal(), nobody);
        let all = begin(&organiser, &BatchForm::default()).await;
        assert_eq!(page(&organiser, all).await.people.len(), 6);
    });
}

#[test]
fn a_lost_letter_is_replaced_and_if_asked_all_phones_are_signed_out() {
    on_each_engine(async |world| {
        let (organiser, wang) = (world.organiser().await, world.resident("wang").await);
        let path = here("/residents/1/letters");
        let form = LetterForm { sign_in: sign_in(), end_sessions: false };
        organiser.post(&path, &form).await.ok::<PrintedLetter>();
        assert_eq!(wang.get(&here("/sessions")).await.status, 200);
        let form = LetterForm { end_sessions: true, ..form };
        let letter: PrintedLetter = organiser.post(&path, &form).await.ok();
        assert_eq!(wang.get(&here("/sessions")).await.problem(), ProblemKind::SignedOut);
        let old = with_code(world, &code_of("wang")).await;
        assert_eq!(old.problem(), ProblemKind::WrongCredentials);
        with_code(world, &letter.code.grouped()).await.ok::<SignedIn>();
    });
}

#[test]
fn whoever_is_erased_is_in_no_batch() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = two_new(&organiser).await;
        make(&organiser, id, &chunk(&[7, 8])).await.ok::<MadeLetters>();
        let path = here("/residents/7/commands");
        organiser.post(&path, &ResidentCommand::Erase).await.ok::<Erased>();
        let page = page(&organiser, id).await;
        assert_eq!((page.people.len(), page.batch.n_letters), (1, 1));
    });
}

#[test]
fn nobody_but_the_office_makes_letters() {
    on_each_engine(async |world| {
        let id = two_new(&world.organiser().await).await;
        let staff_only = [Refusal::SignInFirst, Refusal::StaffOnly, Refusal::StaffOnly];
        let people = [world.guest(), world.resident("wang").await, world.reviewer(1).await];
        for (person, refusal) in people.iter().zip(staff_only) {
            assert_eq!(person.get(&here("/letters")).await.refusal(), refusal);
            assert_eq!(person.get(&here(&format!("/letters/{id}"))).await.refusal(), refusal);
            let form = BatchForm::default();
            assert_eq!(person.post(&here("/letters"), &form).await.refusal(), refusal);
            assert_eq!(make(person, id, &chunk(&[7])).await.refusal(), refusal);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM batch_letters WHERE made_ms > 0"), 0);
    });
}
