//! `huiyin export --archive`: a finished contest as a folder of files that opens by itself.

use huiyin_domain::archive::{ANSWERS, Archive};
use huiyin_domain::ids::ContestId;
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::residents::Viewer;

use super::database;
use super::export::ExportArgs;
use crate::archive::{Answers, Client, Folder, Found, MANIFEST, photos};
use crate::clock::Clock;
use crate::demo;
use crate::failure::Failure;
use crate::here::Here;
use crate::trouble::{Trouble, broken};

/// Said of a demo's contest, which may look finished on the screen.
const MOVED_CLOCK: &str = " An archive goes by this machine's clock: the days that `serve \
    --demo-clock` has skipped are over for that server alone. Choose a contest that is over today.";

/// Writes the folder, and says how it is opened.
pub fn run(args: &ExportArgs) -> Result<(), Trouble> {
    let (Some(out), Some(client)) = (&args.out, &args.client) else {
        return Err(Trouble::input(
            "An archive is a folder with the app in it: say which with --out FOLDER, and where \
             the built app is with --client DIR.",
        ));
    };
    let client = Client::read(client)?;
    let store = args.database.open()?;
    let community = database::community(&store, &args.community)?;
    let id = ContestId(args.contest);
    // What a guest may read is what everybody may keep. The clock is this machine's: one that was
    // moved for a demo is its server's alone, and stands nowhere in the database.
    let here = Here::new(community.id, Viewer::Guest, Clock::Real.now());
    let slug = community.slug.clone();
    let found = store.read_now(move |tx| Answers::collect(tx, &here, &slug, id));
    let answers = finished(found, id, &community.slug, demo::is_one(&store)?)?;
    let archive = Archive { contest: id, at: here.now };
    let photos = photos(&args.database.data, community.id, &answers.photos)?;
    let mut folder = Folder::make(out)?;
    for (name, bytes) in client.files(&answers.pages) {
        folder.put(&name, &bytes)?;
    }
    folder.put("config.json", &client.config(&community.slug, &archive)?)?;
    for (name, bytes) in answers.files.iter().chain(&photos) {
        folder.put(&format!("{ANSWERS}/{name}"), bytes)?;
    }
    let n_files = folder.close(&archive, &community.slug, &answers.title)?;
    let out = out.display();
    println!(
        "{n_files} files in {out}; their SHA-256 are in {MANIFEST}. Any file server shows them, \
         at its root or below: `python3 -m http.server --directory {out}`."
    );
    Ok(())
}

fn finished(
    found: Result<Found, Failure>,
    id: ContestId,
    slug: &str,
    is_demo: bool,
) -> Result<Box<Answers>, Trouble> {
    match found {
        Ok(Found::Finished(answers)) => Ok(answers),
        Ok(Found::NotFinished { phase }) => Err(Trouble::new(format!(
            "Contest {id} is not finished: it is in the phase {phase:?}. An archive is made once \
             its result is published and stands.{}",
            if is_demo { MOVED_CLOCK } else { "" }
        ))),
        Err(Failure::Problem(ProblemKind::Missing)) => Err(Trouble::new(format!(
            "There is no contest {id} in {slug}: the number stands in its address."
        ))),
        Err(failure) => Err(broken(failure)),
    }
}
