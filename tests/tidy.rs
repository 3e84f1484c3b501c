//! The laws of the house that can be read off the text of its files.
use std::{
    fs,
    path::{Path, PathBuf},
};

const ROOMS: [&str; 10] = [
    "src", "examples", "derive", "domain", "backend", "splitter", "xtask", "tests", "style",
    "public",
];
/// What is built, fetched or given to us is no text of this house.
const NOT_OURS: [&str; 3] = ["target", "data", "node_modules"];
const FORBIDDEN_FOLDERS: [&str; 6] = ["utils", "util", "helpers", "misc", "managers", "shared"];
const DOMAIN_MAY_USE: [&str; 9] = [
    "chrono",
    "num-bigint",
    "num-integer",
    "num-traits",
    "serde",
    "serde_json",
    "sha2",
    "huiyin-derive",
    "huiyin-domain",
];
const LINES_MAX: usize = 500;

fn house() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if !path.is_dir() {
            found.push(path);
        } else if !NOT_OURS.iter().any(|name| path.ends_with(name)) {
            files_below(&path, found);
        }
    }
}

fn sources(endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for room in ROOMS {
        files_below(&house().join(room), &mut found);
    }
    found.sort();
    let has_ending = |path: &&PathBuf| {
        path.extension().and_then(|it| it.to_str()).is_some_and(|it| endings.contains(&it))
    };
    let read = |path: &PathBuf| {
        let name = path
            .strip_prefix(house())
            .expect("it was found there")
            .to_string_lossy()
            .replace('\\', "/");
        (name, fs::read_to_string(path).expect("sources are UTF-8"))
    };
    let sources: Vec<_> = found.iter().filter(has_ending).map(read).collect();
    assert!(!sources.is_empty(), "no files with {endings:?} were found: the law reads nothing");
    sources
}

/// The lines of a Rust file before its test module, which stands last.
fn outside_tests(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate();
    lines.take_while(|(_, line)| *line != "#[cfg(test)]").map(|(at, line)| (at + 1, line))
}

fn is_test_file(name: &str) -> bool {
    name.contains("/tests/") || name.starts_with("tests/") || name.ends_with("/tests.rs")
}

fn without_comment(line: &str) -> &str {
    let is_comment = line.trim_start().starts_with("//");
    if is_comment { "" } else { line.split(" // ").next().unwrap_or(line) }
}

fn is_cjk(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

fn assert_none(law: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{law}:\n{}", broken.join("\n"));
}

#[test]
fn no_file_is_longer_than_one_thought() {
    let sources = sources(&["rs", "css", "mjs", "js", "py"]);
    let long = sources.iter().filter(|(_, text)| text.lines().count() > LINES_MAX);
    let broken = long.map(|(name, text)| format!("{name}: {}", text.lines().count()));
    assert_none("files of at most 500 lines", &broken.collect::<Vec<_>>());
}

#[test]
fn every_rust_file_says_what_lives_in_it() {
    let silent = sources(&["rs"]).into_iter().filter(|(_, text)| !text.starts_with("//! "));
    assert_none("files begin with `//!`", &silent.map(|(name, _)| name).collect::<Vec<_>>());
}

#[test]
fn nothing_is_left_unhandled_outside_tests() {
    let mut broken = Vec::new();
    for (name, text) in sources(&["rs"]).iter().filter(|(name, _)| !is_test_file(name)) {
        for (at, line) in outside_tests(text) {
            let line = without_comment(line);
            for word in [".unwrap()", "dbg!(", "todo!(", "unimplemented!(", "#[ignore"] {
                if line.contains(word) {
                    broken.push(format!("{name}:{at}: {word}"));
                }
            }
        }
    }
    assert_none("no unwrap, dbg, todo or ignore", &broken);
}

#[test]
fn the_browser_is_touched_only_in_its_room() {
    let mut broken = Vec::new();
    for (name, text) in sources(&["rs"]) {
        if !name.starts_with("src/") || name.starts_with("src/browser/") {
            continue;
        }
        for (at, line) in outside_tests(&text) {
            let line = without_comment(line).replace("leptos::web_sys", "");
            // How a request treats cookies is said where requests are made.
            if line.contains("web_sys") && !line.contains("web_sys::RequestCredentials") {
                broken.push(format!("{name}:{at}"));
            }
        }
    }
    assert_none("web_sys only in src/browser", &broken);
}

#[test]
fn every_word_people_read_stands_in_the_word_files() {
    let mut broken = Vec::new();
    for (name, text) in sources(&["rs"]) {
        if !name.starts_with("src/") || name.starts_with("src/words/") {
            continue;
        }
        for (at, line) in outside_tests(&text) {
            if without_comment(line).chars().any(is_cjk) {
                broken.push(format!("{name}:{at}"));
            }
        }
    }
    assert_none("no Chinese in the client outside src/words", &broken);
}

#[test]
fn colours_are_named_once_and_styles_follow_the_text_direction() {
    let mut broken = Vec::new();
    let physical = ["left:", "right:", "margin-left:", "margin-right:", "margin-top:"];
    let more = ["margin-bottom:", "padding-top:", "padding-bottom:", "width:", "height:", "top:"];
    for (name, text) in sources(&["css"]) {
        for (at, line) in text.lines().enumerate().map(|(at, line)| (at + 1, line.trim())) {
            let line = line.split("/*").next().unwrap_or(line);
            let is_query = line.starts_with('@');
            let names_colour =
                line.contains(": #") || line.contains("rgb(") || line.contains("hsl(");
            if name != "style/tokens.css" && names_colour {
                broken.push(format!("{name}:{at}: a colour outside the tokens"));
            }
            if line.contains("!important") {
                broken.push(format!("{name}:{at}: !important"));
            }
            let is_physical = physical.iter().chain(&more).any(|it| line.starts_with(it));
            if !is_query && is_physical {
                broken.push(format!("{name}:{at}: a physical property: {line}"));
            }
        }
    }
    assert_none("styles through tokens and logical properties", &broken);
}

#[test]
fn every_stylesheet_is_linked() {
    let index = fs::read_to_string(house().join("index.html")).unwrap();
    let unlinked = sources(&["css"]).into_iter().filter(|(name, _)| !index.contains(name.as_str()));
    let names: Vec<_> = unlinked.map(|(name, _)| name).collect();
    assert_none("stylesheets are linked in index.html", &names);
}

#[test]
fn folders_are_named_after_what_lives_in_them() {
    let mut broken = Vec::new();
    for (name, _) in sources(&["rs", "css", "mjs"]) {
        if name.split('/').any(|part| FORBIDDEN_FOLDERS.contains(&part)) {
            broken.push(name);
        }
    }
    assert_none("no catch-all folders", &broken);
}

#[test]
fn the_domain_stays_pure() {
    let manifest = fs::read_to_string(house().join("domain/Cargo.toml")).unwrap();
    let section = manifest.split("[dependencies]").nth(1).unwrap();
    let section = section.split("\n[").next().unwrap();
    let names = section.lines().filter_map(|line| line.split([' ', '.', '=']).next());
    let strange = names.filter(|name| !name.is_empty() && !DOMAIN_MAY_USE.contains(name));
    assert_none("domain's dependencies", &strange.map(str::to_owned).collect::<Vec<_>>());
}

#[test]
fn a_plain_cargo_build_builds_the_client_alone() {
    let manifest = fs::read_to_string(house().join("Cargo.toml")).unwrap();
    assert!(!manifest.contains("default-members"), "trunk builds what plain cargo build builds");
}

#[test]
fn no_path_of_one_machine_is_named() {
    let mut broken = Vec::new();
    // Written apart so that this file does not name them itself.
    let places = ["ro\u{6f}t/", "w\u{6f}rk/"].map(|place| format!("\"/{place}"));
    for (name, text) in sources(&["rs", "css", "mjs", "py", "html", "json"]) {
        if places.iter().any(|place| text.contains(place.as_str())) {
            broken.push(name);
        }
    }
    assert_none("no path of one machine", &broken);
}
