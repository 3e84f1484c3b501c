//! The clock of a demo, moved through a file: to see what becomes of things when days go by.

use std::{path::PathBuf, sync::Arc, time::Duration};

use huiyin_domain::time::Moment;

use crate::{app::App, tick::tick};

/// How often the file is looked at.
const EVERY: Duration = Duration::from_millis(200);

/// Sets the clock to the moment in the file, as `2026-12-01T09:00:00+08:00`, each time another
/// one stands there, and does at once what is due by then. When all is done the file's name with
/// `.done` behind it holds the same moment.
pub async fn follow(app: Arc<App>, file: PathBuf) {
    let mut done_file = file.clone().into_os_string();
    done_file.push(".done");
    let mut last = None;
    loop {
        tokio::time::sleep(EVERY).await;
        // A file that is not there yet, or is just being written, is looked at again.
        let Ok(text) = tokio::fs::read_to_string(&file).await else { continue };
        let Some(at) = Moment::parse(text.trim()) else { continue };
        if last == Some(at) {
            continue;
        }
        last = Some(at);
        app.clock.set(at);
        tick(&app).await;
        if let Err(error) = tokio::fs::write(&done_file, text.trim()).await {
            eprintln!("the clock was moved, but {} is not written: {error}", file.display());
        }
    }
}
