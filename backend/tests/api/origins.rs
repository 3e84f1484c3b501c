//! The database with which every story begins: made once for each engine, then copied.

use std::fs;
use std::sync::OnceLock;

use huiyin_backend::store::{Store, schema};

use crate::databases::{Origins, TestDatabase, each_engine};

/// The origins of all stories, filled by `seed` when the first of them begins.
pub(crate) fn origins(seed: fn(&Store)) -> &'static Origins {
    static ORIGINS: OnceLock<Origins> = OnceLock::new();
    ORIGINS.get_or_init(|| {
        let mut origins = Origins::default();
        for database in each_engine() {
            let store = Store::open(&database.url).expect("the database opens");
            store.migrate(schema::HISTORY).expect("the tables can be made");
            seed(&store);
            keep(database, store, &mut origins);
        }
        origins
    })
}

fn keep(database: TestDatabase, store: Store, origins: &mut Origins) {
    if let Some(file) = database.url.strip_prefix("sqlite:") {
        let copy = format!("{file}.copy");
        store.back_up(copy.as_ref()).expect("the folder of the test has room");
        origins.sqlite = fs::read(&copy).expect("the copy has just been written");
        return;
    }
    let (_, name) = database.url.rsplit_once('/').expect("an address ends with a database");
    let name = name.split('?').next().unwrap_or(name);
    origins.postgres = Some(name.to_owned());
    // It is left to the server, which is thrown away after the tests. PostgreSQL itself waits
    // for our connections to end before it copies.
    std::mem::forget(database);
    drop(store);
}
