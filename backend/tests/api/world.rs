//! A small community on an empty database, with a stopped clock and the real router.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use axum::Router;
use huiyin_backend::app::{App, Limits};
use huiyin_backend::calendar::kept;
use huiyin_backend::clock::Clock;
use huiyin_backend::communities;
use huiyin_backend::departments;
use huiyin_backend::failure::Failure;
use huiyin_backend::notices::channels::Reach;
use huiyin_backend::recordings::transcribe::Listening;
use huiyin_backend::residents::service::{self, LetterSecret};
use huiyin_backend::secrets::random_hex;
use huiyin_backend::server::router;
use huiyin_backend::store::{Row, Store, StoreError, params, schema};
use huiyin_backend::tick::{Ticked, tick};
use huiyin_domain::calendar::WorkCalendar;
use huiyin_domain::communities::{Bilingual, Community};
use huiyin_domain::ids::CommunityId;
use huiyin_domain::residents::StaffRole;
use huiyin_domain::residents::wire::{SignIn, SignedIn};
use huiyin_domain::staff::SecondFactor;
use huiyin_domain::time::{DAY_MS, Moment};

use crate::databases::{TestDatabase, each_engine_from};
use crate::origins::origins;
use crate::people::{Person, here};

/// Residents by the names of the stories.
const RESIDENTS: [&str; 6] = ["wang", "li", "zhao", "qian", "sun", "zhou"];
/// The secret half of every letter; the first half differs.
const SECRET: &str = "2345678";
/// The organiser's password.
pub(crate) const PASSWORD: &str = "a long sentence nobody guesses";

/// The community of a story.
pub(crate) struct World {
    pub(crate) engine: &'static str,
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) router: Router,
    app: Arc<App>,
    /// The folder of photos and recordings, gone again after the story.
    data: PathBuf,
    database: TestDatabase,
}

/// Tells a story once on each engine, each time in a new world.
pub(crate) fn on_each_engine(story: impl AsyncFn(&World)) {
    for database in each_engine_from(origins(seed)) {
        tell(database, &story);
    }
}

/// Tells a story that needs several servers: on PostgreSQL alone.
pub(crate) fn on_postgres(story: impl AsyncFn(&World)) {
    for database in each_engine_from(origins(seed)) {
        if database.engine == "PostgreSQL" {
            tell(database, &story);
        }
    }
}

fn tell(database: TestDatabase, story: &impl AsyncFn(&World)) {
    eprintln!("on {}:", database.engine);
    let world = World::open(database);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime can be started");
    runtime.block_on(story(&world));
    counts_are_right(&world);
    runtime.shutdown_background();
}

/// Whatever the story was: what is counted as proposals come and go is what stands there.
fn counts_are_right(world: &World) {
    let counted = "SELECT community_id, contest_id, stage_kind, n FROM proposal_counts
                   WHERE n <> 0 ORDER BY community_id, contest_id, stage_kind";
    let stands = "SELECT community_id, contest_id, stage_kind, COUNT(*) FROM proposals
                  GROUP BY community_id, contest_id, stage_kind
                  ORDER BY community_id, contest_id, stage_kind";
    let rows = |sql: &'static str| {
        let read: Result<Vec<_>, StoreError> = world.store.read_now(move |tx| {
            let rows = tx.rows(sql, &[])?;
            let read =
                |row: &Row| Ok((row.int(0)?, row.int(1)?, row.text(2)?.to_owned(), row.int(3)?));
            rows.iter().map(read).collect()
        });
        read.expect("the statement is right")
    };
    assert_eq!(rows(counted), rows(stands), "{}", world.engine);
}

/// The moment at which every story begins.
pub(crate) fn start() -> Moment {
    Moment::parse("2026-09-01T10:00:00+08:00").expect("this is RFC 3339")
}

/// So many days after the beginning.
pub(crate) fn day(days: i64) -> Moment {
    start().plus_millis(days * DAY_MS)
}

impl World {
    fn open(database: TestDatabase) -> Self {
        let store = Store::open(&database.url).expect("the database opens");
        let clock = Clock::stopped(start());
        let data = std::env::temp_dir().join(format!("huiyin_api_{}", random_hex::<8>()));
        let app = open(&store, &clock, &data, limits());
        let router = router(Arc::clone(&app), None);
        Self { engine: database.engine, store, clock, router, app, data, database }
    }

    /// Another server on the same database, with the same clock.
    pub(crate) fn second_server(&self) -> Router {
        let store = Store::open(&self.database.url).expect("the database opens again");
        store.migrate(schema::HISTORY).expect("the tables are up to date");
        server(&store, &self.clock, &self.data, limits())
    }

    /// The same server, had it been started with another listener for recordings.
    pub(crate) fn server_with(&self, listening: Listening) -> Router {
        let limits = Limits { listening, ..limits() };
        server(&self.store, &self.clock, &self.data, limits)
    }

    /// The same server, had it been started with another calendar.
    pub(crate) fn server_with_calendar(&self, calendar: WorkCalendar) -> Router {
        let limits = Limits { calendar: Some(kept(calendar)), ..limits() };
        server(&self.store, &self.clock, &self.data, limits)
    }

    /// The same server, had it been started with these ways out of the house.
    pub(crate) fn reaching(&self, reach: Reach) -> (Router, Arc<App>) {
        let limits = Limits { reach, ..limits() };
        let app = open(&self.store, &self.clock, &self.data, limits);
        (router(Arc::clone(&app), None), app)
    }

    /// The same server, had it been started as for real people: all staff need a second factor.
    pub(crate) fn strict(&self) -> Router {
        let limits = Limits { second_factor: SecondFactor::Required, ..limits() };
        server(&self.store, &self.clock, &self.data, limits)
    }

    /// Does what is due by the clock.
    pub(crate) async fn tick(&self) -> Ticked {
        tick(&self.app).await
    }

    /// How many files lie on the shelf below this folder.
    pub(crate) fn n_files(&self, folder: &str) -> usize {
        n_files(&self.data.join(folder))
    }

    pub(crate) fn guest(&self) -> Person {
        Person::new(self.router.clone(), None)
    }

    /// A resident who has just signed in with their letter.
    pub(crate) async fn resident(&self, name: &str) -> Person {
        self.sign_in(&SignIn::Letter { code: code_of(name) }).await
    }

    /// The organiser, who has just signed in.
    pub(crate) async fn organiser(&self) -> Person {
        self.staff("organiser", PASSWORD).await
    }

    /// Whoever answers for a department, who has just signed in.
    pub(crate) async fn reviewer(&self, department: u32) -> Person {
        self.staff(&format!("reviewer-{department}"), PASSWORD).await
    }

    /// Somebody of the staff without a second factor, who has just signed in.
    pub(crate) async fn staff(&self, name: &str, password: &str) -> Person {
        let (name, password) = (name.to_owned(), password.to_owned());
        self.sign_in(&SignIn::Staff { name, password, code: None }).await
    }

    async fn sign_in(&self, how: &SignIn) -> Person {
        let answer = self.guest().post(&here("/sessions"), how).await;
        let signed_in: SignedIn = answer.ok();
        Person::new(self.router.clone(), Some(signed_in.token))
    }

    /// A single number from the database, to look behind the API.
    pub(crate) fn number(&self, sql: &'static str) -> i64 {
        let row = self.store.read_now(move |tx| tx.first(sql, params![]));
        let row: Result<_, StoreError> = row;
        let row = row.expect("the query is right").expect("it has an answer");
        row.int(0).expect("it is a number")
    }

    /// Changes the database behind the API's back.
    pub(crate) fn change(&self, sql: &'static str) {
        let changed = self.store.write_now(move |tx| tx.execute(sql, params![]));
        assert_ne!(changed.expect("the statement is right"), 0, "{sql} changed nothing");
    }
}

/// As in a demo: stories of other rooms sign staff in by name and password alone.
fn limits() -> Limits {
    Limits { second_factor: SecondFactor::Optional, ..Limits::default() }
}

fn n_files(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let below = entries.map(|entry| entry.path());
    below.map(|path| if path.is_dir() { n_files(&path) } else { 1 }).sum()
}

fn server(store: &Store, clock: &Clock, data: &Path, limits: Limits) -> Router {
    router(open(store, clock, data, limits), None)
}

fn open(store: &Store, clock: &Clock, data: &Path, limits: Limits) -> Arc<App> {
    let app = App::open(store.clone(), clock.clone(), data, limits);
    app.expect("a migrated database can be served")
}

impl Drop for World {
    fn drop(&mut self) {
        // A leftover folder is no reason to fail a test that has passed.
        drop(std::fs::remove_dir_all(&self.data));
    }
}

/// The code on somebody's letter; the office numbers letters from 10001.
pub(crate) fn code_of(name: &str) -> String {
    let place = RESIDENTS.iter().position(|resident| *resident == name);
    let place = place.unwrap_or_else(|| panic!("nobody is called {name}"));
    format!("{}{SECRET}", 10_001 + place)
}

/// A hash of the same kind that is quick to check: hundreds of stories begin with signing in.
fn quick_hash(secret: &str) -> String {
    let params = Params::new(Params::MIN_M_COST, Params::MIN_T_COST, 1, None).expect("the least");
    let hash: PasswordHash = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_with_salt(secret.as_bytes(), b"the salt of tests")
        .expect("a short secret is always taken");
    hash.to_string()
}

fn seed(store: &Store) {
    let secret = LetterSecret::of(SECRET).expect("seven digits");
    let password = quick_hash(PASSWORD);
    let quick_secret = quick_hash(SECRET);
    let both = |zh: &str, en: &str| Bilingual { zh: zh.to_owned(), en: en.to_owned() };
    let community = Community {
        id: CommunityId(0),
        slug: "wutong".to_owned(),
        name: both("梧桐里社区", "Wutongli"),
        hot_line: "021-5555 0128".to_owned(),
        hot_line_hours: both("周一至周五 9:00–17:00", "Monday to Friday, 9:00 to 17:00"),
        office: both("梧桐路88弄1号", "1, Lane 88, Wutong Road"),
    };
    let seeded: Result<(), Failure> = store.write_now(move |tx| {
        let id = communities::service::create(tx, &community)?;
        for name in RESIDENTS {
            let resident = service::register(tx, id, name, start())?;
            service::print_letter(tx, id, resident, &secret, start())?;
        }
        service::create_staff(tx, id, "organiser", &password, StaffRole::Organiser)?;
        for (zh, en) in [("物业公司", "Property company"), ("城管中队", "Urban order squad")]
        {
            let department = departments::rows::insert_department(tx, id, &both(zh, en))?;
            let (name, role) =
                (format!("reviewer-{department}"), StaffRole::Reviewer { department });
            service::create_staff(tx, id, &name, &password, role)?;
        }
        for (zh, en) in [("3号楼", "Building 3"), ("广场", "The square")] {
            departments::rows::insert_place(tx, id, &both(zh, en))?;
        }
        // Letters make their own hash, which is slow on purpose.
        tx.execute("UPDATE letters SET secret_hash = $1", params![quick_secret.as_str()])?;
        Ok(())
    });
    seeded.expect("an empty database takes the first rows");
}
