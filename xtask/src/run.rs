//! `cargo xtask run`: from a clone to a community one can sign in to.

use std::fs;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::{client, process, server, setup};

/// The real election shown beside the demo's own, when the fixtures are there.
const REAL_ELECTION: &str = "instances/Poland_Wieliczka_2023_Green_Budget.pb";

/// Sets up, builds, and becomes the server, which prints its address and the sign-ins.
pub(crate) fn run(places: &Places, port: u16, fresh: bool) -> Result<(), Failure> {
    // Asked before the long build, so that nobody waits for this answer.
    require_free(port)?;
    setup::prepare(places, setup::FOR_BUILD)?;
    client::build(places)?;
    server::build(places)?;
    let database = database(&places.root, fresh)?;
    require_free(port)?;
    let mut server = process::command(places.server_program(), &[]);
    server
        .arg("serve")
        .arg("--database")
        .arg(database)
        .arg("--client")
        .arg(&places.dist)
        .arg("--demo")
        .args(["--listen", &format!("127.0.0.1:{port}")]);
    match places.elections().map(|folder| folder.join(REAL_ELECTION)).filter(|file| file.is_file())
    {
        Some(election) => {
            server.arg("--demo-election").arg(election);
        }
        None => println!("note: no real election beside the demo (HUIYIN_FIXTURES may name one)"),
    }
    // We become the server: its output, Ctrl-C and exit code need nobody in between.
    let error = server.exec();
    Err(Failure::new(format!("cannot start {}: {error}", places.server_program().display())))
}

fn require_free(port: u16) -> Result<(), Failure> {
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            Err(Failure::new(format!("port {port} is taken by another program"))
                .advise("choose another: cargo xtask run --port 8090"))
        }
        Err(error) => Err(Failure::new(format!("cannot listen on port {port}: {error}"))
            .advise("choose another: cargo xtask run --port 8090")),
    }
}

/// The embedded database; with `fresh` it starts empty.
fn database(root: &Path, fresh: bool) -> Result<PathBuf, Failure> {
    let folder = root.join(".data");
    fs::create_dir_all(&folder).map_err(cannot("make", &folder))?;
    if fresh {
        for entry in fs::read_dir(&folder).map_err(cannot("list", &folder))?.flatten() {
            let is_database = entry.file_name().to_string_lossy().starts_with("huiyin.db");
            if is_database && entry.path().is_file() {
                fs::remove_file(entry.path()).map_err(cannot("remove", &entry.path()))?;
            }
        }
    }
    Ok(folder.join("huiyin.db"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named_with_the_way_to_another() {
        let holder = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = holder.local_addr().unwrap().port();
        let said = require_free(port).unwrap_err().to_string();
        assert!(said.contains(&port.to_string()) && said.contains("--port"), "{said}");
        drop(holder);
        assert_eq!(require_free(port), Ok(()));
    }

    #[test]
    fn fresh_forgets_the_database_and_nothing_beside_it() {
        let root = std::env::temp_dir().join(format!("huiyin-run-{}", std::process::id()));
        let folder = root.join(".data");
        fs::create_dir_all(&folder).unwrap();
        for name in ["huiyin.db", "huiyin.db-wal", "notes.txt"] {
            fs::write(folder.join(name), "").unwrap();
        }
        assert!(database(&root, false).unwrap().is_file());
        assert!(!database(&root, true).unwrap().exists());
        assert!(!folder.join("huiyin.db-wal").exists());
        assert!(folder.join("notes.txt").is_file());
        fs::remove_dir_all(root).unwrap();
    }
}
