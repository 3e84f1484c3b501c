//! What the store promises when many come at once: threads, tasks, and servers.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "common/databases.rs"]
mod databases;

use std::collections::BTreeSet;
use std::thread;

use databases::each_engine;
use huiyin_backend::store::idempotency::{self, Remembered};
use huiyin_backend::store::{
    Migration, Store, StoreError, Tx, base_schema, counters, events, migrations, params, schema,
};
use serde_json::json;

const N_THREADS: usize = 8;
const N_EACH: usize = 25;

fn prepared(url: &str) -> Store {
    let store = Store::open(url).unwrap();
    store.migrate(&[base_schema::TABLES]).unwrap();
    store
}

/// A database with all its tables, so that events can be recorded.
fn recording(url: &str) -> Store {
    let store = Store::open(url).unwrap();
    store.migrate(schema::HISTORY).unwrap();
    store
}

/// What eight threads get when each does the same with one of these stores.
fn all_at_once<T: Send>(stores: &[Store], act: impl Fn(&Store) -> T + Sync) -> Vec<T> {
    thread::scope(|threads| {
        let started: Vec<_> = (0..N_THREADS)
            .map(|thread| {
                let (act, store) = (&act, &stores[thread % stores.len()]);
                threads.spawn(move || act(store))
            })
            .collect();
        started.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

fn take_numbers(store: &Store) -> Vec<i64> {
    (0..N_EACH).map(|_| store.write_now(|tx| counters::next(tx, 1, "proposal")).unwrap()).collect()
}

fn expect_every_number_once(taken: Vec<Vec<i64>>) {
    let taken: Vec<i64> = taken.into_iter().flatten().collect();
    let distinct: BTreeSet<i64> = taken.iter().copied().collect();
    let n_taken = i64::try_from(taken.len()).unwrap();
    assert_eq!(distinct, (1..=n_taken).collect());
}

#[test]
fn nobody_gets_the_same_number_twice() {
    for database in each_engine() {
        let store = prepared(&database.url);
        expect_every_number_once(all_at_once(&[store], take_numbers));
    }
}

#[test]
fn two_servers_on_one_database_count_as_one() {
    for database in each_engine() {
        let stores = [prepared(&database.url), prepared(&database.url)];
        expect_every_number_once(all_at_once(&stores, take_numbers));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_job_does_not_spoil_its_batch() {
    for database in each_engine() {
        let store = prepared(&database.url);
        let jobs: Vec<_> = (0..100)
            .map(|n| {
                let store = store.clone();
                tokio::spawn(async move {
                    store
                        .write(move |tx| {
                            let number = counters::next(tx, 1, "proposal")?;
                            match n % 3 {
                                0 => Err(StoreError::Unexpected("refused".to_owned())),
                                1 => tx.execute("SELEKT", params![]).map(|_| number),
                                _ => Ok(number),
                            }
                        })
                        .await
                })
            })
            .collect();
        let mut numbers = Vec::new();
        for (n, job) in jobs.into_iter().enumerate() {
            let outcome = job.await.unwrap();
            assert_eq!(outcome.is_ok(), n % 3 == 2, "{n}: {outcome:?}");
            numbers.extend(outcome);
        }
        expect_every_number_once(vec![numbers]);
    }
}

fn answer_once(tx: &mut Tx<'_>) -> Result<Remembered, StoreError> {
    if let Some(answer) = idempotency::lookup(tx, 1, "resident/7", "key")? {
        return Ok(answer);
    }
    let number = counters::next(tx, 1, "proposal")?;
    let answer = Remembered {
        fingerprint: Some("f".to_owned()),
        status: 201,
        body: format!("第{number}号"),
    };
    idempotency::remember(tx, 1, "resident/7", "key", &answer, 1_000)?;
    Ok(answer)
}

#[test]
fn a_request_sent_eight_times_is_done_once() {
    for database in each_engine() {
        let stores = [prepared(&database.url), prepared(&database.url)];
        let answers = all_at_once(&stores, |store| store.write_now(answer_once).unwrap());
        assert!(answers.iter().all(|answer| answer.body == "第1号" && answer.status == 201));
        let given_out = stores[0].read_now(|tx| counters::given_out(tx, 1, "proposal"));
        assert_eq!(given_out, Ok(1));
    }
}

#[test]
fn remembered_answers_belong_to_one_actor_and_are_forgotten_in_time() {
    for database in each_engine() {
        let store = prepared(&database.url);
        store.write_now(answer_once).unwrap();
        let found = store.write_now(|tx| {
            let other = idempotency::lookup(tx, 1, "resident/8", "key")?;
            let elsewhere = idempotency::lookup(tx, 2, "resident/7", "key")?;
            assert_eq!((other, elsewhere), (None, None));
            assert_eq!(idempotency::forget_older_than(tx, 1_000), Ok(0));
            assert_eq!(idempotency::forget_older_than(tx, 1_001), Ok(1));
            idempotency::lookup(tx, 1, "resident/7", "key")
        });
        assert_eq!(found, Ok(None));
        let twice = store.write_now(|tx| {
            let answer = answer_once(tx)?;
            idempotency::remember(tx, 1, "resident/7", "key", &answer, 2_000)
        });
        assert!(twice.unwrap_err().is_conflict());
    }
}

fn append_one(tx: &mut Tx<'_>, stream: &str) -> Result<events::StoredEvent, StoreError> {
    events::append(
        tx,
        events::NewEvent {
            community_id: 1,
            stream,
            at_ms: 1_700_000_000_000,
            actor_role: "resident",
            actor_id: Some(7),
            kind: "co_signed",
            body: &json!({ "proposal": 128, "words": "支持\u{0}" }),
            reason: None,
        },
    )
}

#[test]
fn a_stream_written_by_many_is_one_chain() {
    for database in each_engine() {
        let stores = [recording(&database.url), recording(&database.url)];
        all_at_once(&stores, |store| {
            for _ in 0..5 {
                store.write_now(|tx| append_one(tx, "proposal/128")).unwrap();
            }
        });
        let chain = stores[0].read_now(|tx| events::of_stream(tx, 1, "proposal/128")).unwrap();
        assert_eq!(chain.len(), N_THREADS * 5);
        assert_eq!(events::verify_stream(&chain), Ok(()));
    }
}

#[test]
fn a_past_that_was_edited_is_found_out() {
    for database in each_engine() {
        let store = recording(&database.url);
        store
            .write_now(|tx| {
                for stream in ["proposal/1", "proposal/1", "proposal/1", "proposal/2"] {
                    append_one(tx, stream)?;
                }
                Ok::<(), StoreError>(())
            })
            .unwrap();
        let streams = store.read_now(events::streams).unwrap();
        assert_eq!(streams, [(1, "proposal/1".to_owned()), (1, "proposal/2".to_owned())]);
        let broken_at = |edit: &'static str| {
            let chain = store.write_now(move |tx| {
                tx.execute(edit, params![])?;
                let chain = events::of_stream(tx, 1, "proposal/1")?;
                Err::<(), _>(Undone(events::verify_stream(&chain).map_err(|broken| broken.seq)))
            });
            chain.unwrap_err().0.err()
        };
        let edit_two = "WHERE stream = 'proposal/1' AND seq = 2";
        assert_eq!(broken_at("UPDATE events SET hash = hash"), None);
        for column in [
            "actor_id = 8",
            "actor_id = NULL",
            "actor_salt = NULL",
            "actor_mark = NULL",
            "actor_role = 'staff'",
            "hash = actor_salt",
            "reason = ''",
            "at_ms = 1",
            "body = '{}'",
        ] {
            let edit = format!("UPDATE events SET {column} {edit_two}");
            assert_eq!(broken_at(edit.leak()), Some(2), "{column}");
        }
        assert_eq!(broken_at(format!("DELETE FROM events {edit_two}").leak()), Some(2));
        assert_eq!(broken_at("DELETE FROM events WHERE seq = 1"), Some(1));
        assert_eq!(broken_at("UPDATE events SET seq = seq + 10"), Some(1));
    }
}

#[test]
fn a_person_can_be_erased_and_every_chain_holds() {
    for database in each_engine() {
        let store = recording(&database.url);
        let chain = store.write_now(|tx| {
            append_one(tx, "proposal/1")?;
            append_one(tx, "proposal/1")?;
            assert_eq!(events::forget_actor(tx, 1, "resident", 8), Ok(0));
            assert_eq!(events::forget_actor(tx, 1, "resident", 7), Ok(2));
            append_one(tx, "proposal/1")?;
            events::of_stream(tx, 1, "proposal/1")
        });
        let chain = chain.unwrap();
        let ids: Vec<_> = chain.iter().map(|event| event.actor_id).collect();
        assert_eq!(ids, [None, None, Some(7)]);
        assert_eq!(events::verify_stream(&chain), Ok(()));
    }
}

/// An outcome carried out of a job that is to leave nothing behind.
#[derive(Debug)]
struct Undone(Result<(), i64>);

impl From<StoreError> for Undone {
    fn from(error: StoreError) -> Self {
        panic!("{error}")
    }
}

#[test]
fn servers_that_start_together_migrate_once() {
    const HISTORY: [Migration; 3] = [
        base_schema::TABLES,
        Migration { number: 2, name: "a", sql: "CREATE TABLE a (x BIGINT)" },
        Migration { number: 5, name: "b", sql: "CREATE TABLE b (x BLOB); DROP TABLE a" },
    ];
    for database in each_engine() {
        let stores: Vec<Store> = (0..4).map(|_| Store::open(&database.url).unwrap()).collect();
        let outcomes = all_at_once(&stores, |store| store.migrate(&HISTORY));
        assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
        let gone = stores[0].read_now(migrations::applied).unwrap();
        let numbers: Vec<i64> = gone.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 2, 5]);
    }
}

#[test]
fn a_database_newer_than_the_program_is_left_alone() {
    let a = Migration { number: 2, name: "a", sql: "CREATE TABLE a (x BIGINT)" };
    for database in each_engine() {
        let store = prepared(&database.url);
        store.migrate(&[base_schema::TABLES, a]).unwrap();
        let newer = store.migrate(&[base_schema::TABLES]).unwrap_err();
        assert!(newer.to_string().contains("newer than this program"), "{newer}");
        let edited = Migration { sql: "CREATE TABLE a (y BIGINT)", ..a };
        let changed = store.migrate(&[base_schema::TABLES, edited]).unwrap_err();
        assert!(changed.to_string().contains("its text has changed"), "{changed}");
        let late = Migration { number: 3, name: "late", sql: "CREATE TABLE late (x NONSENSE(" };
        assert!(store.migrate(&[base_schema::TABLES, a, late]).is_err());
        assert_eq!(store.read_now(migrations::applied).unwrap().len(), 2);
        assert_eq!(store.migrate(&[base_schema::TABLES, a]), Ok(()));
    }
}

#[test]
fn a_connection_that_was_cut_is_replaced() {
    for database in each_engine().into_iter().filter(|found| found.engine == "PostgreSQL") {
        let store = prepared(&database.url);
        let cut = "SELECT CAST(COUNT(pg_terminate_backend(pid)) AS BIGINT) FROM pg_stat_activity
                   WHERE datname = current_database() AND pid <> pg_backend_pid()";
        let other = Store::open(&database.url).unwrap();
        let n_cut = other.read_now(move |tx| tx.first(cut, params![])).unwrap();
        assert!(n_cut.unwrap().int(0).unwrap() > 0);
        assert_eq!(store.write_now(|tx| counters::next(tx, 1, "proposal")), Ok(1));
    }
}
