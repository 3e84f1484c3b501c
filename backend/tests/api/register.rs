//! The register: a table is weighed, shown and stored; whoever is silent is listed.

use huiyin_backend::communities;
use huiyin_backend::failure::Failure;
use huiyin_backend::residents::service;
use huiyin_domain::communities::{Bilingual, Community};
use huiyin_domain::ids::{CommunityId, ResidentId};
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::register::columns::Column;
use huiyin_domain::register::wire::{HouseholdList, Imported, RegisterPage, Report};
use huiyin_domain::register::{FileFault, ROWS_MOST, RegisterRefusal, RowFault};
use huiyin_domain::residents::wire::{Erased, ResidentCommand, ResidentList};

use crate::people::{Answer, Person, fresh_key, here};
use crate::world::{World, day, on_each_engine, start};

pub(crate) const HEAD: &str = "姓名,楼栋,单元,室,电话,户号\r\n";

pub(crate) async fn report(person: &Person, bytes: impl Into<Vec<u8>>) -> Answer {
    person.upload(&here("/register/report"), "text/csv", bytes.into()).await
}

async fn import(person: &Person, bytes: impl Into<Vec<u8>>, seal: &str) -> Answer {
    let path = here(&format!("/register/import?seal={seal}"));
    person.upload(&path, "text/csv", bytes.into()).await
}

/// Imports a table as the office does: first the report, then exactly that.
pub(crate) async fn take_in(person: &Person, rows: &str) -> Imported {
    let table = format!("{HEAD}{rows}");
    let shown: Report = report(person, table.clone()).await.ok();
    import(person, table, &shown.seal).await.ok()
}

fn faults(report: &Report) -> Vec<(u32, Option<Column>, RowFault)> {
    report.refused.iter().map(|it| (it.row, it.column, it.why.clone())).collect()
}

const N_RESIDENTS: &str = "SELECT COUNT(*) FROM residents";

#[test]
fn a_table_is_shown_first_and_stored_only_as_it_was_shown() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let table =
            format!("{HEAD}王阿姨,3,2,501,13812345678,A-1\r\n李师傅,3,2,501,,A-1\r\n,4,,1,,\r\n");
        let shown: Report = report(&organiser, table.clone()).await.ok();
        assert_eq!((shown.n_rows, shown.n_new, shown.n_known), (3, 2, 0));
        assert_eq!(faults(&shown), [(4, Some(Column::Name), RowFault::Missing)]);
        assert_eq!(shown.new[0].address, "3号楼2单元501室");
        // The six of the beginning are not in the table. They are listed, and stay.
        assert_eq!((shown.n_missing, shown.missing.len()), (6, 6));
        assert_eq!(world.number(N_RESIDENTS), 6, "nothing is stored yet");

        let stored: Imported = import(&organiser, table.clone(), &shown.seal).await.ok();
        assert_eq!(stored, Imported { n_new: 2, n_filled: 0, n_known: 0, n_refused: 1 });
        assert_eq!(world.number(N_RESIDENTS), 8);
        let found: ResidentList =
            organiser.get(&here("/residents?q=%E5%8D%95%E5%85%83")).await.ok();
        assert_eq!(found.items.len(), 2, "they are found by a part of their address");
        let page: RegisterPage = organiser.get(&here("/register")).await.ok();
        assert_eq!((page.n_residents, page.n_without_building), (8, 6));
        assert_eq!((page.buildings[0].n_residents, page.buildings[0].n_households), (2, 1));
        assert_eq!(page.last_import, Some(start()));
    });
}

#[test]
fn the_same_table_again_adds_nothing_and_another_register_needs_another_look() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let table = format!("{HEAD}王阿姨,3,,501,,\r\n");
        let shown: Report = report(&organiser, table.clone()).await.ok();
        let odd = import(&organiser, table.clone(), "0123").await.refusal();
        assert_eq!(odd, Refusal::Register { why: RegisterRefusal::Changed });
        import(&organiser, table.clone(), &shown.seal).await.ok::<Imported>();
        // She is on the register by now: what was shown is no longer what would happen.
        let stale = import(&organiser, table.clone(), &shown.seal).await.refusal();
        assert_eq!(stale, Refusal::Register { why: RegisterRefusal::Changed });
        let again: Report = report(&organiser, table.clone()).await.ok();
        assert_eq!((again.n_new, again.n_known, again.n_filled), (0, 1, 0));
        let stored: Imported = import(&organiser, table, &again.seal).await.ok();
        assert_eq!((stored.n_new, world.number(N_RESIDENTS)), (0, 7));
    });
}

#[test]
fn an_import_whose_answer_was_lost_is_told_again_and_done_once() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let table = format!("{HEAD}王阿姨,3,,501,,\r\n");
        let shown: Report = report(&organiser, table.clone()).await.ok();
        let (path, key) = (here(&format!("/register/import?seal={}", shown.seal)), fresh_key());
        let mut answers = Vec::new();
        for _ in 0..2 {
            let request = organiser.request(axum::http::Method::POST, &path);
            let request = request.header("idempotency-key", &key);
            answers.push(organiser.send(request, table.clone().into()).await.ok::<Imported>());
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(world.number(N_RESIDENTS), 7);
    });
}

#[test]
fn a_table_that_excel_saved_in_china_is_read() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let table = format!("{HEAD}王阿姨,3号楼,,501,,\r\n");
        let gb18030 = encoding_rs::GB18030.encode(&table).0.into_owned();
        let shown: Report = report(&organiser, gb18030).await.ok();
        assert_eq!((shown.new[0].name.as_str(), shown.n_new), ("王阿姨", 1));
        let marked: Report = report(&organiser, format!("\u{feff}{table}")).await.ok();
        assert_eq!(marked.seal, shown.seal, "the same table is the same, however it is saved");
    });
}

#[test]
fn every_row_that_is_refused_says_why() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let rows = "=cmd|' /C calc'!A0,3,,501,,\r\n王,+3,,501,,\r\n<b>王</b>,3,,501,,\r\n\
                    王,3,,501,,A-1\r\n王,3,,501,,\r\n李,3,,502,,A-1\r\n赵,4,,1,+86 13812345678,\r\n";
        let shown: Report = report(&organiser, format!("{HEAD}{rows}")).await.ok();
        let elsewhere =
            RowFault::HouseholdElsewhere { first: Some(5), address: "3号楼501室".to_owned() };
        assert_eq!(
            faults(&shown),
            [
                (2, Some(Column::Name), RowFault::Formula),
                (3, Some(Column::Building), RowFault::Formula),
                (4, Some(Column::Name), RowFault::Markup),
                (6, None, RowFault::SameAsRow { first: 5 }),
                (7, Some(Column::Household), elsewhere),
            ]
        );
        assert_eq!(shown.n_new, 2, "a plus before a telephone number is no formula");
    });
}

#[test]
fn a_file_that_is_no_table_says_what_to_do() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let cases: [(&[u8], FileFault); 4] = [
            (b"PK\x03\x04 a workbook", FileFault::Workbook),
            (b"", FileFault::Empty),
            (b"name,room\nWang,1\n", FileFault::MissingColumn { column: Column::Building }),
            (b"\xff\xff\xff\xff", FileFault::NotText),
        ];
        for (bytes, fault) in cases {
            let found = report(&organiser, bytes).await.faults();
            assert_eq!(found, [("file".to_owned(), FieldFault::Register(fault))]);
        }
        let many = format!("{HEAD}{}", "王,3,,1,,\r\n".repeat(ROWS_MOST as usize + 1));
        let fault = FieldFault::Register(FileFault::TooManyRows { most: ROWS_MOST });
        assert_eq!(report(&organiser, many).await.faults(), [("file".to_owned(), fault)]);
        let huge = report(&organiser, vec![b'a'; 7_000_000]).await.faults();
        assert!(matches!(huge[0].1, FieldFault::Register(FileFault::TooLarge { .. })));
    });
}

#[test]
fn ten_thousand_rows_are_taken_in_within_seconds() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let row = |n: u32| format!("居民{n},{},{},{},,H{n}\r\n", n % 40 + 1, n % 3 + 1, n);
        let rows: String = (0..10_000).map(row).collect();
        let begun = std::time::Instant::now();
        let stored = take_in(&organiser, &rows).await;
        let took = begun.elapsed();
        assert_eq!((stored.n_new, world.number(N_RESIDENTS)), (10_000, 10_006));
        // A debug build on a busy machine; a release build takes a fraction of it.
        assert!(took.as_secs() < 30, "{took:?} on {}", world.engine);
        assert_eq!(world.number("SELECT MAX(resident_id) FROM residents"), 10_006);
        let page: RegisterPage = organiser.get(&here("/register")).await.ok();
        assert_eq!((page.n_households, page.buildings.len()), (10_006, 40));
        assert_eq!(page.buildings[1].building, "2号楼", "in the order of their numbers");
    });
}

#[test]
fn an_exported_register_is_harmless_and_reads_back() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        take_in(&organiser, "王阿姨,3,2,501,13812345678,A-1\r\n").await;
        world.change("UPDATE residents SET public_name = '=1+1' WHERE resident_id = 1");
        let answer = organiser.get(&here("/register.csv")).await;
        assert_eq!(answer.header("cache-control"), "private, no-store");
        assert!(answer.text().contains("'=1+1"), "{}", answer.text());
        assert!(answer.text().contains("王阿姨,3号楼,2单元,501室,13812345678,A-1\r\n"));
        let shown: Report = report(&organiser, answer.body.to_vec()).await.ok();
        assert_eq!((shown.n_new, shown.n_known), (0, 1));
    });
}

#[test]
fn households_that_were_never_here_or_not_for_a_year_are_listed() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        take_in(&organiser, "王阿姨,3,,501,13812345678,A-1\r\n李师傅,3,,501,,A-1\r\n").await;
        let wang = world.resident("wang").await;
        let of = async |silence: &str| -> HouseholdList {
            let path = here(&format!("/register/households?silence={silence}"));
            organiser.get(&path).await.ok()
        };
        let never = of("never_signed_in").await;
        assert_eq!(never.items.len(), 6, "five who have letters, and one new household");
        let home = never.items.iter().find(|it| it.address == "3号楼501室").unwrap();
        assert_eq!((home.people.len(), home.people[0].phone.is_some()), (2, true));
        assert!(never.items.iter().all(|it| it.people[0].resident != ResidentId(1)));
        // What came by telephone is a contact, too; signing in is one for a year.
        assert_eq!(of("no_contact").await.items.len(), 6);
        drop(wang);
        world.clock.set(day(366));
        let organiser = world.organiser().await;
        let path = here("/register/households?silence=no_contact");
        let silent: HouseholdList = organiser.get(&path).await.ok();
        assert_eq!(silent.items.len(), 7);
        assert_eq!(silent.since.to_string(), "2026-09-02");
    });
}

#[test]
fn nobody_but_the_office_sees_or_changes_the_register() {
    on_each_engine(async |world| {
        let staff_only = [Refusal::SignInFirst, Refusal::StaffOnly, Refusal::StaffOnly];
        let people = [world.guest(), world.resident("wang").await, world.reviewer(1).await];
        for (person, refusal) in people.iter().zip(staff_only) {
            for path in ["/register", "/register.csv", "/register/households?silence=no_contact"] {
                assert_eq!(person.get(&here(path)).await.refusal(), refusal, "{path}");
            }
            assert_eq!(report(person, HEAD).await.refusal(), refusal);
            assert_eq!(import(person, HEAD, "0").await.refusal(), refusal);
        }
    });
}

/// Another community on the same server, with one resident of its own.
fn neighbours(world: &World) {
    let both = |it: &str| Bilingual { zh: it.to_owned(), en: it.to_owned() };
    let community = Community {
        id: CommunityId(0),
        slug: "next".to_owned(),
        name: both("next"),
        hot_line: "021-5555 0129".to_owned(),
        hot_line_hours: both("always"),
        office: both("next door"),
    };
    let made = world.store.write_now(move |tx| {
        let id = communities::service::create(tx, &community)?;
        service::register(tx, id, "neighbour", start())?;
        Ok::<_, Failure>(id)
    });
    made.unwrap();
}

#[test]
fn a_register_is_never_seen_from_another_community() {
    on_each_engine(async |world| {
        neighbours(world);
        let organiser = world.organiser().await;
        take_in(&organiser, "王阿姨,3,,501,,\r\n").await;
        let shown: Report = report(&organiser, format!("{HEAD}neighbour,3,,1,,\r\n")).await.ok();
        assert_eq!((shown.n_new, shown.n_missing), (1, 7), "the other one is not known here");
        let next = "SELECT COUNT(*) FROM residents WHERE community_id = 2";
        assert_eq!(world.number(next), 1);
        for path in ["register", "register.csv", "letters", "statistics"] {
            let answer = organiser.get(&format!("/api/v1/communities/next/{path}")).await;
            assert_eq!(answer.problem(), ProblemKind::SignedOut, "{path}");
        }
    });
}

#[test]
fn whoever_is_erased_leaves_the_register_whole() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        take_in(&organiser, "王阿姨,3,,501,13812345678,A-1\r\n").await;
        let path = here("/residents/7/commands");
        organiser.post(&path, &ResidentCommand::Erase).await.ok::<Erased>();
        assert_eq!(world.number("SELECT COUNT(*) FROM residents WHERE phone IS NOT NULL"), 0);
        let rows = world.store.read_now(|tx| tx.rows("SELECT body FROM events", &[])).unwrap();
        assert!(rows.iter().all(|row| !row.text(0).unwrap().contains("王阿姨")));
        let rows = world.store.read_now(|tx| tx.rows("SELECT body FROM idempotency", &[])).unwrap();
        assert!(rows.iter().all(|row| !row.text(0).unwrap().contains("王阿姨")));
    });
}
