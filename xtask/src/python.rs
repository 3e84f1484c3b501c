//! The Python packages that judge our counting, our elections as files, our calendar and its files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::process;

/// Somebody else's counting, reading of the `.pb` format, working days, and calendar files.
const PACKAGES: [(&str, &str); 4] = [
    ("pabutools", "1.2.3"),
    ("pabulib-checker", "1.0.8"),
    ("chinesecalendar", "1.11.0"),
    ("icalendar", "7.3.0"),
];

/// The Python that has the packages; tests find it in `HUIYIN_PABUTOOLS_PYTHON`.
pub(crate) fn program(places: &Places) -> PathBuf {
    folder(places).join("bin/python")
}

fn folder(places: &Places) -> PathBuf {
    places.target.join("venv")
}

/// Are exactly these versions in the environment?
pub(crate) fn packages_are_there(places: &Places) -> bool {
    let Some(installed) = installed(&folder(places)) else {
        return false;
    };
    program(places).exists()
        && PACKAGES.iter().all(|(name, version)| installed.contains(&marker(name, version)))
}

/// Makes the environment anew and fills it.
pub(crate) fn install_packages(places: &Places, log: &Path) -> Result<(), Failure> {
    let folder = folder(places);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(cannot("remove", &folder))?;
    }
    process::run_quietly(process::command("python3", &[]).args(["-m", "venv"]).arg(&folder), log)
        .map_err(|failure| failure.advise("install python3 with its venv module"))?;
    let wanted = PACKAGES.map(|(name, version)| format!("{name}=={version}"));
    let mut pip = process::command(program(places), &[]);
    pip.args(["-m", "pip", "install", "--disable-pip-version-check"]).args(wanted);
    process::run_quietly(&mut pip, log)
        .map_err(|failure| failure.advise("look at the lines above; pip needs the network"))
}

/// The folder names in which pip notes what it has installed, in lower case.
fn installed(environment: &Path) -> Option<Vec<String>> {
    let versions = fs::read_dir(environment.join("lib")).ok()?;
    let packages = versions
        .flatten()
        .find_map(|version| fs::read_dir(version.path().join("site-packages")).ok())?;
    Some(
        packages
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().to_lowercase())
            .collect(),
    )
}

fn marker(name: &str, version: &str) -> String {
    format!("{}-{version}.dist-info", name.replace('-', "_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pip_writes_names_with_underscores() {
        assert_eq!(marker("pabulib-checker", "1.0.8"), "pabulib_checker-1.0.8.dist-info");
    }
}
