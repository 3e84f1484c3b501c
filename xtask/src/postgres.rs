//! A private PostgreSQL server for the tests: on loopback, in the build folder, gone at the end.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, cannot};
use crate::places::{self, Places};
use crate::process;

/// Where Debian keeps each version's own programs; they are not on `PATH`.
const DEBIAN: &str = "/usr/lib/postgresql";
/// The one who owns the server's files when we are root, for PostgreSQL refuses root.
const OWNER: &str = "postgres";
const USER: &str = "huiyin";
const DATABASE: &str = "huiyin_test";
/// Another program may take the free port between our asking and the server's start.
const N_STARTS: u32 = 3;

/// A running server (dropped: stopped).
#[derive(Debug)]
pub(crate) struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    is_root: bool,
    port: u16,
}

/// The folder with `initdb`, `pg_ctl` and `createdb`, of the newest version there is.
pub(crate) fn find_programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir(DEBIAN)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    versions.sort();
    let elsewhere = places::program("pg_ctl").and_then(|file| {
        let folder = file.canonicalize().ok()?;
        folder.parent().map(Path::to_owned)
    });
    versions.into_iter().rev().map(|(_, folder)| folder).chain(elsewhere).find(|folder| {
        ["initdb", "pg_ctl", "postgres", "createdb"]
            .iter()
            .all(|program| folder.join(program).is_file())
    })
}

impl Cluster {
    /// Makes an empty server and starts it.
    pub(crate) fn start(places: &Places) -> Result<Self, Failure> {
        let programs = find_programs().ok_or_else(|| {
            Failure::new("there is no PostgreSQL server here")
                .advise("install Debian's package `postgresql` (or put `pg_ctl` on PATH)")
        })?;
        let is_root = process::is_root();
        let folder = folder(places, is_root)?;
        let mut cluster = Self { programs, folder, is_root, port: 0 };
        cluster.stop();
        cluster.make(places)?;
        let mut n_tried = 0;
        loop {
            n_tried += 1;
            cluster.port = free_port()?;
            match cluster.launch(places) {
                Ok(()) => break,
                Err(failure) if n_tried == N_STARTS => {
                    let log = fs::read_to_string(cluster.folder.join("server.log"));
                    eprintln!("{}", log.unwrap_or_default());
                    return Err(failure);
                }
                Err(_) => {}
            }
        }
        let port = cluster.port.to_string();
        let arguments = ["-h", "127.0.0.1", "-p", &port, "-U", USER, DATABASE];
        cluster.run(places, "createdb", &arguments)?;
        Ok(cluster)
    }

    /// What tests connect to.
    pub(crate) fn url(&self) -> String {
        format!("postgres://{USER}@127.0.0.1:{}/{DATABASE}", self.port)
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// A fresh data folder each time: no test may lean on what an earlier run left.
    fn make(&self, places: &Places) -> Result<(), Failure> {
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder).map_err(cannot("remove", &self.folder))?;
        }
        fs::create_dir_all(&self.folder).map_err(cannot("make", &self.folder))?;
        if self.is_root {
            let log = places.notes.join("chown.log");
            let mut chown = process::command("chown", &[]);
            process::run_quietly(chown.arg(OWNER).arg(&self.folder), &log)?;
        }
        let data = self.data().display().to_string();
        let arguments = [
            "-D",
            &data,
            "-U",
            USER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ];
        self.run(places, "initdb", &arguments)
    }

    /// No Unix socket: its path may not be long, and a clone may lie deep. Nothing is brought to
    /// the disk: what these databases hold is gone after the tests anyway.
    fn launch(&self, places: &Places) -> Result<(), Failure> {
        let settings = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
             -c max_connections=200 -c fsync=off -c synchronous_commit=off \
             -c full_page_writes=off",
            self.port
        );
        let data = self.data().display().to_string();
        let log = self.folder.join("server.log").display().to_string();
        let arguments = ["start", "-w", "-t", "60", "-D", &data, "-l", &log, "-o", &settings];
        self.run(places, "pg_ctl", &arguments)
    }

    fn run(&self, places: &Places, program: &str, arguments: &[&str]) -> Result<(), Failure> {
        let log = places.notes.join(format!("{program}.log"));
        process::run_quietly(self.command(program).args(arguments), &log)
    }

    fn command(&self, program: &str) -> Command {
        let program = self.programs.join(program);
        let mut command = if self.is_root {
            let mut command = process::command("runuser", &[]);
            command.args(["-u", OWNER, "--"]).arg(program);
            command
        } else {
            process::command(program, &[])
        };
        // The owner may not be allowed into the current folder.
        command.current_dir(&self.folder);
        command
    }

    /// Stops this server, or the one an earlier, killed run left behind.
    ///
    /// It asks `pg_ctl`, which knows the process by the file in its own data folder.
    fn stop(&self) {
        if !self.data().join("postmaster.pid").exists() {
            return;
        }
        let stopped = self
            .command("pg_ctl")
            .args(["stop", "-m", "fast", "-w", "-t", "60", "-D"])
            .arg(self.data())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        // A stale file of a server that is long gone is no reason for alarm.
        if !stopped.is_ok_and(|status| status.success()) {
            eprintln!("note: no PostgreSQL server was running in {}", self.data().display());
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.stop();
    }
}

/// In the build folder, unless the files' owner cannot reach it (a clone in root's home).
fn folder(places: &Places, is_root: bool) -> Result<PathBuf, Failure> {
    let usual = places.target.join("postgres");
    if !is_root || owner_can_reach(&places.target)? {
        return Ok(usual);
    }
    let mut hasher = DefaultHasher::new();
    usual.hash(&mut hasher);
    Ok(std::env::temp_dir().join(format!("huiyin-postgres-{:016x}", hasher.finish())))
}

fn owner_can_reach(folder: &Path) -> Result<bool, Failure> {
    let status = process::command("runuser", &[])
        .args(["-u", OWNER, "--", "test", "-x"])
        .arg(folder)
        .current_dir("/")
        .status()
        .map_err(|error| Failure::new(format!("cannot start `runuser`: {error}")))?;
    Ok(status.success())
}

fn free_port() -> Result<u16, Failure> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| Failure::new(format!("there is no free port on loopback: {error}")))
}
