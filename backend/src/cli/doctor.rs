//! `huiyin doctor`: looks at the database and the app's files, and says what is wrong.

use std::path::{Path, PathBuf};

use clap::Args;

use super::database::DatabaseArgs;
use crate::failure::Failure;
use crate::recordings::rows as recordings;
use crate::store::{Store, StoreError, events, migrations, params, schema};
use crate::trouble::Trouble;

/// What is to be looked at.
#[derive(Args, Debug)]
pub struct DoctorArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// The folder with the built app, if this server serves it
    #[arg(long, value_name = "DIR")]
    client: Option<PathBuf>,
}

/// What was found, one line for each thing looked at.
#[derive(Default)]
struct Findings {
    n_faults: u32,
}

impl Findings {
    fn say(&mut self, what: &str, found: Result<String, String>) {
        match found {
            Ok(words) => println!("  ok     {what}: {words}"),
            Err(words) => {
                self.n_faults += 1;
                println!("  WRONG  {what}: {words}");
            }
        }
    }
}

/// Looks at everything and fails if something is wrong.
pub fn run(args: &DoctorArgs) -> Result<(), Trouble> {
    println!("huiyin {}", env!("CARGO_PKG_VERSION"));
    let mut findings = Findings::default();
    match existing(&args.database) {
        Ok(store) => look_at(&store, &mut findings),
        Err(words) => findings.say("database", Err(words)),
    }
    findings.say("data folder", folder(&args.database.data));
    if let Some(client) = &args.client {
        findings.say("app", app(client));
    }
    match findings.n_faults {
        0 => Ok(()),
        1 => Err(Trouble::new("One thing is wrong; see above.")),
        n => Err(Trouble::new(format!("{n} things are wrong; see above."))),
    }
}

/// The database, if it is there: looking must not make an empty one.
fn existing(args: &DatabaseArgs) -> Result<Store, String> {
    let opened = args.must_exist().and_then(|()| args.open_as_it_is());
    opened.map_err(|trouble| trouble.to_string())
}

fn look_at(store: &Store, findings: &mut Findings) {
    let version = store.read_now(|tx| {
        let sql = "SELECT CAST(COUNT(*) AS BIGINT) FROM schema_migrations";
        tx.first(sql, params![])
    });
    let version: Result<_, StoreError> = version;
    let reached = version.map(|_| store.engine_name().to_owned());
    findings.say("database", reached.map_err(|error| error.to_string()));
    let known = schema::HISTORY.last().map_or(0, |migration| migration.number);
    let gone = store.read_now(migrations::applied).map_err(|error| error.to_string());
    findings.say(
        "tables",
        gone.and_then(|steps| match steps.last() {
            Some((number, _)) if *number == known => Ok(format!("at step {number} of {known}")),
            Some((number, _)) => {
                Err(format!("at step {number}, this program knows {known}; run `huiyin migrate`"))
            }
            None => Err("there are none yet; run `huiyin migrate`".to_owned()),
        }),
    );
    findings.say("record of events", chains(store));
    if let Some(found) = speech_engine(store) {
        findings.say("speech engine", found);
    }
}

/// Follows every chain of events from its beginning.
fn chains(store: &Store) -> Result<String, String> {
    let followed = store.read_now(|tx| {
        let streams = events::streams(tx)?;
        let mut broken = Vec::new();
        for (community, stream) in &streams {
            let told = events::of_stream(tx, *community, stream)?;
            if let Err(where_to) = events::verify_stream(&told) {
                broken.push(format!("{stream} in community {community} at {}", where_to.seq));
            }
        }
        Ok::<_, StoreError>((streams.len(), broken))
    });
    let (n_streams, broken) = followed.map_err(|error| error.to_string())?;
    if broken.is_empty() {
        return Ok(format!("{n_streams} streams, every chain holds"));
    }
    Err(format!("changed after it was written: {}; compare with a backup", broken.join(", ")))
}

/// How the speech engine answered last, if one was ever asked.
fn speech_engine(store: &Store) -> Option<Result<String, String>> {
    match store.read_now(recordings::last_trouble) {
        Ok(None) => None,
        Ok(Some(None)) => Some(Ok("the last recording got its draft".to_owned())),
        Ok(Some(Some(trouble))) => Some(Err(format!(
            "no draft of the last recording: {trouble}; recordings wait for people meanwhile"
        ))),
        Err(Failure::Broken(what)) => Some(Err(what)),
        Err(Failure::Problem(kind)) => Some(Err(format!("{kind:?}"))),
    }
}

fn folder(path: &Path) -> Result<String, String> {
    let facts = std::fs::metadata(path);
    match facts {
        Ok(facts) if facts.is_dir() && !facts.permissions().readonly() => {
            Ok(path.display().to_string())
        }
        Ok(_) => Err(format!("{} is no folder that can be written to", path.display())),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

fn app(client: &Path) -> Result<String, String> {
    let page = client.join("index.html");
    match std::fs::read_to_string(&page) {
        Ok(text) if text.contains("<html") => Ok(client.display().to_string()),
        Ok(_) => Err(format!("{} is no page; build the app again", page.display())),
        Err(error) => Err(format!("{}: {error}; build the app first", page.display())),
    }
}
