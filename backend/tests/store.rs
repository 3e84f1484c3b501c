//! What the store promises one caller, on every engine.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "common/databases.rs"]
mod databases;

use std::path::Path;
use std::thread;
use std::time::Duration;

use databases::each_engine;
use huiyin_backend::store::{
    Migration, Row, Store, StoreError, Tx, Value, base_schema, counters, params,
};

const NOTES: Migration = Migration {
    number: 2,
    name: "notes",
    sql: "
CREATE TABLE notes (
    community_id BIGINT NOT NULL,
    -- Not a BLOB, and no TEXT either.
    number BIGINT NOT NULL CHECK (number > 0),
    title TEXT NOT NULL,
    picture BLOB,
    PRIMARY KEY (community_id, number),
    UNIQUE (community_id, title)
) /*WITHOUT ROWID*/;
CREATE INDEX notes_by_title ON notes (community_id, title);
",
};

fn prepared(url: &str) -> Store {
    let store = Store::open(url).unwrap();
    store.migrate(&[base_schema::TABLES, NOTES]).unwrap();
    store
}

fn add_note(tx: &mut Tx<'_>, number: i64, title: &str) -> Result<u64, StoreError> {
    tx.execute(
        "INSERT INTO notes (community_id, number, title) VALUES (1, $1, $2)",
        params![number, title],
    )
}

fn titles(tx: &mut Tx<'_>) -> Result<Vec<String>, StoreError> {
    let rows = tx.rows("SELECT title FROM notes ORDER BY title", params![])?;
    rows.iter().map(|row| Ok(row.text(0)?.to_owned())).collect()
}

fn only_row(store: &Store, sql: &'static str, params: &[Value]) -> Result<Row, StoreError> {
    let params = params.to_vec();
    store.read_now(move |tx| Ok(tx.first(sql, &params)?.expect("one row")))
}

#[test]
fn acknowledged_writes_are_there_after_reopening() {
    for database in each_engine() {
        let store = prepared(&database.url);
        assert_eq!(store.engine_name(), database.engine);
        for number in 1..=20 {
            store.write_now(move |tx| add_note(tx, number, &format!("note {number:02}"))).unwrap();
        }
        drop(store);
        let found = prepared(&database.url).read_now(titles).unwrap();
        assert_eq!(found.len(), 20);
        assert_eq!(found[19], "note 20");
    }
}

#[test]
fn what_is_written_comes_back_as_it_was() {
    for database in each_engine() {
        let store = prepared(&database.url);
        let picture = vec![0_u8, 255, 10];
        store
            .write_now(move |tx| {
                let given = params![i64::MAX, "回音 ' \" $1", picture.as_slice()];
                tx.execute("INSERT INTO notes VALUES (1, $1, $2, $3)", given)?;
                tx.execute("INSERT INTO notes VALUES (1, 1, 'bare', $1)", params![None::<&str>])
            })
            .unwrap();
        let rows = store
            .read_now(|tx| tx.rows("SELECT * FROM notes ORDER BY number DESC", params![]))
            .unwrap();
        assert_eq!(rows[0].int(1), Ok(i64::MAX));
        assert_eq!(rows[0].text(2), Ok("回音 ' \" $1"));
        assert_eq!(rows[0].bytes(3), Ok([0_u8, 255, 10].as_slice()));
        assert_eq!(rows[1].opt_bytes(3), Ok(None));
    }
}

#[test]
fn a_parameter_may_come_twice_and_in_any_order() {
    for database in each_engine() {
        let store = prepared(&database.url);
        let sql = "SELECT $2 || $1 || $2, $3 + 1, CASE WHEN $4 = $3 THEN 1 ELSE 0 END";
        let given = params!["b", "a", 5_000_000_000_i64, 7];
        let row = only_row(&store, sql, given).unwrap();
        assert_eq!(row.text(0), Ok("aba"));
        assert_eq!(row.int(1), Ok(5_000_000_001));
        assert_eq!(row.flag(2), Ok(false));
        let too_few = only_row(&store, "SELECT $1 || $2", params!["a"]);
        assert!(too_few.is_err(), "{}", database.engine);
    }
}

#[test]
fn text_sorts_the_same_everywhere() {
    for database in each_engine() {
        let store = prepared(&database.url);
        store
            .write_now(|tx| {
                for (number, title) in (1..).zip(["b", "A", "中", "é", "B", "a_", "a"]) {
                    add_note(tx, number, title)?;
                }
                Ok::<(), StoreError>(())
            })
            .unwrap();
        let sorted = store.read_now(titles).unwrap();
        assert_eq!(sorted, ["A", "B", "a", "a_", "b", "é", "中"], "{}", database.engine);
    }
}

#[test]
fn a_taken_key_is_told_from_other_errors() {
    for database in each_engine() {
        let store = prepared(&database.url);
        store.write_now(|tx| add_note(tx, 1, "one")).unwrap();
        let same_number = store.write_now(|tx| add_note(tx, 1, "two")).unwrap_err();
        let same_title = store.write_now(|tx| add_note(tx, 2, "one")).unwrap_err();
        assert!(same_number.is_conflict(), "{same_number:?}");
        assert!(same_title.is_conflict(), "{same_title:?}");
        let below_one = store.write_now(|tx| add_note(tx, 0, "zero")).unwrap_err();
        assert!(matches!(below_one, StoreError::Constraint(_)), "{below_one:?}");
        let nonsense = store.write_now(|tx| tx.execute("SELEKT", params![])).unwrap_err();
        assert!(matches!(nonsense, StoreError::Engine(_)), "{nonsense:?}");
        let none_written = store
            .write_now(|tx| {
                let sql = "INSERT INTO notes VALUES (1, 1, 'x', NULL) ON CONFLICT DO NOTHING";
                tx.execute(sql, params![])
            })
            .unwrap();
        assert_eq!(none_written, 0);
    }
}

#[test]
fn a_failed_statement_spoils_its_whole_job() {
    for database in each_engine() {
        let store = prepared(&database.url);
        let swallowed = store.write_now(|tx| {
            add_note(tx, 1, "one")?;
            let again = add_note(tx, 1, "one again");
            assert!(again.is_err());
            assert_eq!(tx.rows("SELECT 1", params![]).map(drop), again.map(drop));
            Ok::<(), StoreError>(())
        });
        assert!(swallowed.unwrap_err().is_conflict());
        assert!(store.read_now(titles).unwrap().is_empty());
    }
}

#[test]
fn a_refused_job_leaves_nothing_and_takes_no_number() {
    #[derive(Debug)]
    struct Refused;
    impl From<StoreError> for Refused {
        fn from(error: StoreError) -> Self {
            panic!("{error}")
        }
    }
    for database in each_engine() {
        let store = prepared(&database.url);
        let refused = store.write_now(|tx| {
            let number = counters::next(tx, 1, "note")?;
            add_note(tx, number, "never")?;
            Err::<(), Refused>(Refused)
        });
        assert!(refused.is_err());
        let number = store.write_now(|tx| counters::next(tx, 1, "note")).unwrap();
        assert_eq!(number, 1);
        assert!(store.read_now(titles).unwrap().is_empty());
    }
}

#[test]
fn each_community_counts_each_kind_from_one() {
    for database in each_engine() {
        let store = prepared(&database.url);
        let numbers = store.write_now(|tx| {
            let counted: Result<Vec<i64>, StoreError> =
                [(1, "note"), (1, "note"), (1, "council"), (2, "note")]
                    .map(|(community, kind)| counters::next(tx, community, kind))
                    .into_iter()
                    .collect();
            assert_eq!(counters::given_out(tx, 1, "note"), Ok(2));
            assert_eq!(counters::given_out(tx, 3, "note"), Ok(0));
            counted
        });
        assert_eq!(numbers.unwrap(), [1, 2, 1, 1]);
    }
}

#[test]
fn a_panic_ends_its_job_and_no_other() {
    for database in each_engine() {
        let store = prepared(&database.url);
        let panicked = store.write_now(|tx| {
            add_note(tx, 1, "one")?;
            if tx.rows("SELECT 1", params![])?.len() == 1 {
                panic!("on purpose");
            }
            Ok::<(), StoreError>(())
        });
        assert_eq!(panicked, Err(StoreError::Panicked));
        store.write_now(|tx| add_note(tx, 2, "two")).unwrap();
        assert_eq!(store.read_now(titles).unwrap(), ["two"]);
    }
}

#[test]
fn an_error_type_that_panics_does_not_stop_the_writer() {
    #[derive(Debug)]
    struct Touchy;
    impl From<StoreError> for Touchy {
        fn from(error: StoreError) -> Self {
            panic!("{error}")
        }
    }
    for database in each_engine() {
        let store = prepared(&database.url);
        let shared = store.clone();
        let touched = thread::spawn(move || {
            shared.write_now(|tx| {
                add_note(tx, 1, "one")?;
                Ok::<_, Touchy>(add_note(tx, 1, "one")?)
            })
        });
        assert!(touched.join().is_err());
        store.write_now(|tx| add_note(tx, 2, "two")).unwrap();
        assert_eq!(store.read_now(titles).unwrap(), ["two"]);
    }
}

#[test]
fn a_reading_job_writes_nothing() {
    for database in each_engine() {
        let store = prepared(&database.url);
        assert!(store.read_now(|tx| add_note(tx, 1, "one")).is_err());
        assert!(store.read_now(titles).unwrap().is_empty());
    }
}

#[test]
fn a_reading_job_sees_one_moment() {
    for database in each_engine() {
        let store = prepared(&database.url);
        let writer = store.clone();
        let seen = store.read_now(move |tx| {
            let before = titles(tx)?;
            let written = thread::spawn(move || writer.write_now(|tx| add_note(tx, 1, "one")));
            written.join().unwrap()?;
            Ok::<_, StoreError>((before, titles(tx)?))
        });
        assert_eq!(seen.unwrap(), (vec![], vec![]));
        assert_eq!(store.read_now(titles).unwrap(), ["one"]);
    }
}

#[test]
fn hidden_tables_do_not_tell_the_order_on_sqlite() {
    for database in each_engine() {
        let store = prepared(&database.url);
        let order = store.read_now(|tx| tx.rows("SELECT rowid FROM notes", params![]));
        assert!(order.is_err(), "{}", database.engine);
    }
}

#[test]
fn sqlite_waits_for_the_disk() {
    for database in each_engine().into_iter().filter(|database| database.engine == "SQLite") {
        let store = prepared(&database.url);
        let ask = |pragma| store.write_now(move |tx| tx.rows(pragma, params![])).unwrap();
        assert_eq!(ask("PRAGMA synchronous")[0].int(0), Ok(2));
        assert_eq!(ask("PRAGMA journal_mode")[0].text(0), Ok("wal"));
        assert_eq!(ask("PRAGMA foreign_keys")[0].int(0), Ok(1));
    }
}

#[test]
fn a_backup_is_a_whole_database_and_overwrites_nothing() {
    for database in each_engine() {
        let store = prepared(&database.url);
        store.write_now(|tx| add_note(tx, 1, "one")).unwrap();
        let Some(path) = database.url.strip_prefix("sqlite:") else {
            assert!(matches!(store.back_up(Path::new("x")), Err(StoreError::Refused(_))));
            continue;
        };
        let copy = format!("{path}.copy");
        store.back_up(Path::new(&copy)).unwrap();
        store.write_now(|tx| add_note(tx, 2, "two")).unwrap();
        assert_eq!(prepared(&copy).read_now(titles).unwrap(), ["one"]);
        assert!(store.back_up(Path::new(&copy)).is_err());
    }
}

#[test]
fn an_address_that_is_no_database_is_refused_in_words() {
    for url in ["", "sqlite:", "mysql://localhost/x", "postgres://localhost:port/x"] {
        let refused = Store::open(url).map(drop).unwrap_err();
        assert!(matches!(refused, StoreError::Refused(_)), "{url}: {refused:?}");
    }
    for url in ["/no/such/folder/huiyin.db", "postgres://x@127.0.0.1:1/x"] {
        let absent = Store::open(url).map(drop).unwrap_err();
        assert!(matches!(absent, StoreError::Unavailable(_)), "{url}: {absent:?}");
    }
}

#[tokio::test]
async fn a_write_is_finished_though_nobody_waits_for_it() {
    for database in each_engine() {
        let store = prepared(&database.url);
        let write = store.write(|tx| {
            thread::sleep(Duration::from_millis(100));
            add_note(tx, 1, "one")
        });
        let hung_up = tokio::time::timeout(Duration::from_millis(10), write).await;
        assert!(hung_up.is_err());
        for _ in 0..100 {
            if !store.read(titles).await.unwrap().is_empty() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(store.read(titles).await.unwrap(), ["one"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_may_be_opened_and_dropped_in_an_async_task() {
    for database in each_engine() {
        let store = prepared(&database.url);
        store.write(|tx| add_note(tx, 1, "one")).await.unwrap();
        assert_eq!(store.read_now(titles).unwrap(), ["one"]);
    }
}
