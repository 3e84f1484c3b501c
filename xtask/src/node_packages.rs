//! Packages of npm: binaryen and terser for the build; Playwright, axe, IBM's checker and
//! chinese-days for tests; and Lighthouse for the bench, in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::failure::Failure;
use crate::{places, process};

/// The oldest Node.js that the packages and the test runner were tried with.
const NODE_MAJOR_MIN: u32 = 20;

/// Where Lighthouse is pinned and installed: nobody who builds or tests waits for its packages.
pub(crate) const LIGHTHOUSE: &str = "xtask/lighthouse";

/// Where npm puts the programs of its packages.
pub(crate) fn programs(root: &Path) -> PathBuf {
    root.join("node_modules/.bin")
}

/// Node.js itself is not ours to install: Debian's may be too old, people have their own.
pub(crate) fn require_node() -> Result<(), Failure> {
    let advice = format!(
        "install Node.js {NODE_MAJOR_MIN} or newer with npm (nodejs.org, or your \
                          system's packages `nodejs` and `npm`)"
    );
    let found = process::answer("node", &["--version"])
        .ok_or_else(|| Failure::new("there is no `node` here").advise(&*advice))?;
    if places::program("npm").is_none() {
        return Err(Failure::new("there is no `npm` here").advise(advice));
    }
    match major(&found) {
        Some(version) if NODE_MAJOR_MIN <= version => Ok(()),
        Some(_) | None => Err(Failure::new(format!("Node.js {found} is too old")).advise(advice)),
    }
}

/// Is what `node_modules` of this folder holds what the lock beside it asks for?
pub(crate) fn are_there(root: &Path) -> bool {
    let read = |path: &str| -> Option<Value> {
        serde_json::from_str(&fs::read_to_string(root.join(path)).ok()?).ok()
    };
    match (read("package-lock.json"), read("node_modules/.package-lock.json")) {
        (Some(wanted), Some(there)) => holds_all(&wanted, &there),
        (Some(_) | None, Some(_) | None) => false,
    }
}

/// Installs exactly what the lock asks for; no package brings its own browser.
pub(crate) fn install(root: &Path, log: &Path) -> Result<(), Failure> {
    let mut command = process::command("npm", &[]);
    command.arg("ci").current_dir(root).env("PUPPETEER_SKIP_DOWNLOAD", "1");
    process::run_quietly(&mut command, log)
        .map_err(|failure| failure.advise("look at the lines above, then try `npm ci` by hand"))
}

/// Does the lock npm keeps inside `node_modules` have every package of the wanted one?
///
/// Optional packages are for other systems and may be absent.
fn holds_all(wanted: &Value, there: &Value) -> bool {
    let Some(packages) = wanted["packages"].as_object() else {
        return false;
    };
    packages
        .iter()
        .filter(|(path, package)| !path.is_empty() && package["optional"] != Value::Bool(true))
        .all(|(path, package)| there["packages"][path]["version"] == package["version"])
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }

    #[test]
    fn a_changed_version_is_noticed_and_an_absent_optional_package_is_not() {
        let wanted = json!({ "packages": {
            "": { "name": "huiyin" },
            "node_modules/a": { "version": "1.0.0" },
            "node_modules/b": { "version": "2.0.0", "optional": true },
        }});
        let same = json!({ "packages": { "node_modules/a": { "version": "1.0.0" } } });
        let other = json!({ "packages": { "node_modules/a": { "version": "1.0.1" } } });
        assert!(holds_all(&wanted, &same));
        assert!(!holds_all(&wanted, &other));
        assert!(!holds_all(&wanted, &json!({})));
    }

    #[test]
    fn no_lock_names_a_place_a_package_was_fetched_from() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        for folder in [root, &root.join(LIGHTHOUSE)] {
            let lock = fs::read_to_string(folder.join("package-lock.json")).unwrap();
            assert!(!lock.contains("\"resolved\""), "see .npmrc");
            assert!(folder.join(".npmrc").is_file(), "npm reads the one beside the lock alone");
        }
    }

    #[test]
    fn lighthouse_is_pinned_to_one_version() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let read = |file: &str| -> Value {
            let text = fs::read_to_string(root.join(LIGHTHOUSE).join(file)).unwrap();
            serde_json::from_str(&text).unwrap()
        };
        let (asked, locked) = (read("package.json"), read("package-lock.json"));
        let version = &asked["devDependencies"]["lighthouse"];
        assert!(version.as_str().is_some_and(|it| it.starts_with("12.")), "{version}");
        assert_eq!(*version, locked["packages"]["node_modules/lighthouse"]["version"]);
    }
}
