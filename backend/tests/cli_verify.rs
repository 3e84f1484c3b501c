//! `huiyin verify` as a person runs it: what was changed is named, and the shell is told.
#![allow(clippy::unwrap_used, reason = "a test that stops here says where it stopped")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use huiyin_backend::store::{
    Store, StoreError,
    events::{self, NewEvent},
    params, schema,
};
use serde_json::json;

/// A data folder of this test's own, new each time.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli_verify").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn verify(data: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huiyin"));
    command.arg("verify").arg("--data").arg(data).output().unwrap()
}

fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(both).unwrap()
}

#[test]
fn a_record_that_was_changed_is_named_and_the_shell_is_told() {
    let data = folder("changed");
    let store = Store::open(&data.join("huiyin.db").display().to_string()).unwrap();
    store.migrate(schema::HISTORY).unwrap();
    let written = store.write_now(|tx| {
        for at_ms in [1_000, 2_000] {
            let body = json!({ "slot": at_ms });
            let event = NewEvent {
                community_id: 1,
                stream: "letters/1",
                at_ms,
                actor_role: "staff",
                actor_id: Some(1),
                kind: "noticed",
                body: &body,
                reason: None,
            };
            events::append(tx, event)?;
        }
        Ok::<(), StoreError>(())
    });
    written.unwrap();
    let sound = verify(&data);
    assert!(sound.status.success(), "{}", said(&sound));
    assert!(said(&sound).contains("1 streams followed"), "{}", said(&sound));
    let sql = "UPDATE events SET at_ms = 3 WHERE seq = 2";
    store.write_now(move |tx| tx.execute(sql, params![])).unwrap();
    let changed = verify(&data);
    assert_eq!(changed.status.code(), Some(1));
    let words = said(&changed);
    assert!(words.contains("DIFFERS  community 1, letters/1 at 2: the chain does not"), "{words}");
}

#[test]
fn looking_makes_no_database() {
    let data = folder("none");
    let missing = verify(&data);
    assert_eq!(missing.status.code(), Some(1));
    assert!(said(&missing).contains("is not there"), "{}", said(&missing));
    assert!(!data.join("huiyin.db").exists());
}
