//! Feeds and files as they are served, read by somebody else's calendars: PyPI's `icalendar` and
//! npm's `ical.js`, also after a change and a cancellation.
//!
//! `HUIYIN_PABUTOOLS_PYTHON` names a Python that has the first; the second is found where
//! `npm ci` puts it.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command as Program, Stdio};

use huiyin_domain::councils::meeting::wire::MyFeed;
use huiyin_domain::councils::meeting::{Command, MoveForm, Way};
use huiyin_domain::words::Words;
use serde_json::{Value, json};

use super::{FRIDAY, done, notice, read, rsvp, two_councils};
use crate::people::{Person, here};
use crate::world::on_each_engine;

/// A program that reads a calendar from its input and prints what it found.
struct Reader {
    program: OsString,
    script: PathBuf,
}

/// Those that are there; the others are named.
fn readers() -> Vec<Reader> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let script = |name: &str| root.join("domain/tests").join(name);
    let mut readers = Vec::new();
    match std::env::var_os("HUIYIN_PABUTOOLS_PYTHON") {
        Some(program) => readers.push(Reader { program, script: script("icalendar_oracle.py") }),
        None => eprintln!(
            "SKIPPED: icalendar reads no served feeds; HUIYIN_PABUTOOLS_PYTHON is not set"
        ),
    }
    if root.join("node_modules/ical.js").exists() {
        readers.push(Reader { program: "node".into(), script: script("ical_js_oracle.mjs") });
    } else {
        eprintln!("SKIPPED: ical.js reads no served feeds; run `npm ci` to have it");
    }
    readers
}

impl Reader {
    /// What it finds at an address of the community.
    async fn read(&self, person: &Person, path: &str) -> Value {
        let served = person.get(&here(path)).await;
        assert_eq!(served.status, 200, "{}", served.text());
        let mut reader = Program::new(&self.program)
            .arg(&self.script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        reader.stdin.take().unwrap().write_all(&served.body).unwrap();
        let output = reader.wait_with_output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{:?}: {errors}\n{}", self.script, served.text());
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(found["errors"], json!([]), "{:?}", self.script);
        assert_eq!(found["zones"], json!(["Asia/Shanghai"]), "{:?}", self.script);
        found
    }
}

/// The event of the Friday's council in what was found: it has the number of that council.
fn friday(found: &Value) -> Value {
    let events = found["events"].as_array().unwrap();
    let is_friday = |event: &&Value| {
        event["uid"].as_str().is_some_and(|uid| uid.starts_with(&format!("council-1-{FRIDAY}@")))
    };
    let event = events.iter().find(is_friday).unwrap_or_else(|| panic!("{found}"));
    json!([event["sequence"], event["start"], event["place"], event["status"], event["alarms"]])
}

#[test]
fn other_programs_follow_a_council_in_the_feeds_that_are_served() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let (wang, guest) = (world.resident("wang").await, world.guest());
        let organiser = world.organiser().await;
        done(&wang, FRIDAY, &rsvp(Way::InPerson)).await;
        notice(&organiser, FRIDAY).await;
        let mine: MyFeed = wang.post(&here("/councils/feed-token"), &json!({})).await.ok();
        let addresses = [
            "/councils/feed.ics".to_owned(),
            format!("/my/{}/councils.ics", mine.token),
            format!("/councils/{FRIDAY}.ics"),
        ];
        let found_everywhere = async |expected: Value| {
            for reader in readers() {
                for path in &addresses {
                    let found = reader.read(&guest, path).await;
                    assert_eq!(friday(&found), expected, "{:?} {path}", reader.script);
                }
            }
        };
        let alarms = json!([[86_400, "DISPLAY", "明天开议事会：电梯和停车"]]);
        found_everywhere(json!([0, "2026-09-11T11:00:00Z", "议事厅", "CONFIRMED", alarms])).await;

        let page = read(&organiser, FRIDAY).await;
        let (day, reason) = ("2026-09-14".to_owned(), "停电".to_owned());
        let form = MoveForm { day, reason, ..MoveForm::filled(page.hours, &page.room, None) };
        done(&organiser, FRIDAY, &Command::Move { form }).await;
        found_everywhere(json!([1, "2026-09-14T11:00:00Z", "议事厅", "CONFIRMED", alarms])).await;

        let reason = Words::parse("没有人报名").unwrap();
        done(&organiser, FRIDAY, &Command::Cancel { reason }).await;
        found_everywhere(json!([2, "2026-09-14T11:00:00Z", "议事厅", "CANCELLED", []])).await;
    });
}
