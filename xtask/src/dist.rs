//! `cargo xtask dist`: the app as a folder of files for any web server.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::stamp::files_under;
use crate::{client, setup};

/// What each site says for itself; a newer app leaves it as it is.
const SETTINGS: &str = "config.json";

/// Builds the app, and puts its files into `to`, where one is named.
pub(crate) fn dist(places: &Places, to: Option<&Path>) -> Result<(), Failure> {
    setup::prepare(places, setup::FOR_BUILD)?;
    client::build(places)?;
    let site = match to {
        None => places.dist.clone(),
        Some(to) => {
            let site = places.root.join(to);
            copy(&places.dist, &site)?;
            site
        }
    };
    println!("the app is in {}", site.display());
    println!("which API, community and links it uses stands in {SETTINGS}; see docs/hosting.md");
    Ok(())
}

/// Copies all files, the pages last: a page never names a file that is not there yet. Files of
/// earlier versions stay for the phones that still have their pages.
fn copy(dist: &Path, site: &Path) -> Result<(), Failure> {
    let is_page = |file: &Path| file.to_string_lossy().contains(".html");
    let mut files = files_under(dist)?;
    files.sort_by_key(|file| is_page(file));
    for file in files {
        let place = site.join(file.strip_prefix(dist).unwrap_or(&file));
        let is_settings = file.file_name().is_some_and(|name| name == SETTINGS);
        if is_settings && place.is_file() {
            continue;
        }
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(cannot("make", folder))?;
        }
        fs::copy(&file, &place).map_err(cannot("write", &place))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_app_keeps_what_the_site_says_for_itself() {
        let root = std::env::temp_dir().join(format!("huiyin-dist-{}", std::process::id()));
        let (dist, site) = (root.join("dist"), root.join("site"));
        for (file, text) in [("index.html", "new"), (SETTINGS, "new"), ("mine/index.html", "new")] {
            let file = dist.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        fs::create_dir_all(&site).unwrap();
        for file in ["index.html", SETTINGS, "app-old.js"] {
            fs::write(site.join(file), "old").unwrap();
        }
        copy(&dist, &site).unwrap();
        let says = |file: &str| fs::read_to_string(site.join(file)).unwrap();
        assert_eq!([says("index.html"), says("mine/index.html")], ["new", "new"]);
        assert_eq!([says(SETTINGS), says("app-old.js")], ["old", "old"]);
        fs::remove_dir_all(root).unwrap();
    }
}
