//! Where things are: the clone, its build folder, its `dist`, the fixtures.

use std::env;
use std::path::PathBuf;

use crate::failure::Failure;

/// The folders every command works in.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    /// The clone itself.
    pub(crate) root: PathBuf,
    /// Cargo's build folder.
    pub(crate) target: PathBuf,
    /// The built client.
    pub(crate) dist: PathBuf,
    /// Our own stamps, logs and locks.
    pub(crate) notes: PathBuf,
}

impl Places {
    /// Finds the clone, and makes it the current folder.
    pub(crate) fn find() -> Result<Self, Failure> {
        // Cargo says where we are now; what was compiled in may have been moved since.
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().expect("xtask is a folder inside the clone").to_owned();
        env::set_current_dir(&root).map_err(crate::failure::cannot("enter", &root))?;
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        let notes = target.join("xtask");
        std::fs::create_dir_all(&notes).map_err(crate::failure::cannot("make", &notes))?;
        Ok(Self { dist: root.join("dist"), root, target, notes })
    }

    /// The server program that `cargo xtask build` leaves.
    pub(crate) fn server_program(&self) -> PathBuf {
        self.target.join("release/huiyin")
    }

    /// The server program that the tests compile.
    pub(crate) fn tested_server_program(&self) -> PathBuf {
        self.target.join("debug/huiyin")
    }

    /// The folder of real elections, if it is there.
    ///
    /// `HUIYIN_FIXTURES` may name the fixtures folder or its `elections` folder.
    pub(crate) fn elections(&self) -> Option<PathBuf> {
        let base = match env::var_os("HUIYIN_FIXTURES") {
            Some(folder) => self.root.join(folder),
            None => self.root.join("../shared/fixtures"),
        };
        [base.join("elections"), base]
            .into_iter()
            .find(|folder| folder.join("instances").is_dir())
            .and_then(|folder| folder.canonicalize().ok())
    }
}

/// The program of this name on `PATH`, if there is one.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let own = cargo_programs();
    env::split_paths(&path).chain(own).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Where `cargo install` puts programs; not every shell has it on `PATH`.
pub(crate) fn cargo_programs() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))?;
    Some(home.join("bin"))
}
