//! Databases for tests: a fresh one on each engine, gone again when the test is over.
//!
//! SQLite always; PostgreSQL too when `HUIYIN_TEST_POSTGRES` holds the address of a server
//! (`postgres://user@host/postgres`) on which databases may be created.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use postgres::{Client, NoTls};

/// An empty database of its own for one test; keep it while its store is in use.
pub(crate) struct TestDatabase {
    /// The engine's name, as `Store::engine_name` gives it.
    pub(crate) engine: &'static str,
    /// What `Store::open` takes.
    pub(crate) url: String,
    place: Place,
}

enum Place {
    Folder(PathBuf),
    Server { url: String, database: String },
}

/// What new databases are copies of.
#[derive(Default)]
pub(crate) struct Origins {
    /// The bytes of a SQLite file (none: an empty database).
    pub(crate) sqlite: Vec<u8>,
    /// The name of a database on the server, to which nobody is connected.
    pub(crate) postgres: Option<String>,
}

/// One empty database for each engine there is.
pub(crate) fn each_engine() -> Vec<TestDatabase> {
    each_engine_from(&Origins::default())
}

/// One database for each engine there is, each a copy of its origin.
pub(crate) fn each_engine_from(origins: &Origins) -> Vec<TestDatabase> {
    let mut databases = vec![on_sqlite(&origins.sqlite)];
    match std::env::var("HUIYIN_TEST_POSTGRES") {
        Ok(server) => databases.push(on_postgres(&server, origins.postgres.as_deref())),
        Err(_) => say_that_postgres_is_left_out(),
    }
    databases
}

fn on_sqlite(origin: &[u8]) -> TestDatabase {
    let folder = std::env::temp_dir().join(unique_name());
    fs::create_dir(&folder).expect("the folder for temporary files can be written to");
    let file = folder.join("huiyin.db");
    let url = format!("sqlite:{}", file.display());
    if !origin.is_empty() {
        fs::write(file, origin).expect("the folder for temporary files has room");
    }
    TestDatabase { engine: "SQLite", url, place: Place::Folder(folder) }
}

fn on_postgres(server: &str, origin: Option<&str>) -> TestDatabase {
    let database = unique_name();
    let origin = origin.map(|name| format!(" TEMPLATE {name}")).unwrap_or_default();
    ask_server(server, &format!("CREATE DATABASE {database}{origin}"));
    TestDatabase {
        engine: "PostgreSQL",
        url: address_of(server, &database),
        place: Place::Server { url: server.to_owned(), database },
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        match &self.place {
            // A leftover folder is no reason to fail a test that has passed.
            Place::Folder(folder) => drop(fs::remove_dir_all(folder)),
            Place::Server { url, database } => {
                ask_server(url, &format!("DROP DATABASE {database} WITH (FORCE)"));
            }
        }
    }
}

/// On a thread of its own, since the client waits and the test may be an async one.
fn ask_server(url: &str, sql: &str) {
    thread::scope(|threads| {
        let asked = threads.spawn(|| {
            let mut client = Client::connect(url, NoTls).expect("HUIYIN_TEST_POSTGRES answers");
            client.batch_execute(sql).expect("HUIYIN_TEST_POSTGRES may create databases");
        });
        asked.join().expect("PostgreSQL did as asked");
    });
}

/// The server's address with another database in it.
fn address_of(server: &str, database: &str) -> String {
    let (address, options) = server.split_once('?').unwrap_or((server, ""));
    let (scheme, rest) = address.split_once("://").expect("HUIYIN_TEST_POSTGRES is an address");
    let host = rest.split('/').next().unwrap_or_default();
    let question = if options.is_empty() { "" } else { "?" };
    format!("{scheme}://{host}/{database}{question}{options}")
}

fn unique_name() -> String {
    static N_MADE: AtomicU32 = AtomicU32::new(0);
    let n_made = N_MADE.fetch_add(1, Ordering::Relaxed);
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is later than 1970");
    let (process, nanos) = (std::process::id(), since_1970.as_nanos());
    format!("huiyin_test_{process}_{n_made}_{nanos}")
}

/// Straight to the terminal: what tests print otherwise is shown only when they fail.
fn say_that_postgres_is_left_out() {
    static SAID: Once = Once::new();
    SAID.call_once(|| {
        let words = "\n*** PostgreSQL SKIPPED: HUIYIN_TEST_POSTGRES is not set; \
                     these tests ran on SQLite only. ***\n\n";
        std::io::stderr().write_all(words.as_bytes()).expect("the terminal can be written to");
    });
}
