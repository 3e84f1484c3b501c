//! What was asked for on the command line.

use std::path::PathBuf;

/// Said when asked for help, and after a command that could not be understood.
pub(crate) const USAGE: &str = "\
cargo xtask run [--port 8080] [--fresh]   build, then serve the demo community
cargo xtask test [--only PART]            all that must hold; PART: fmt, clippy, unit, journeys
cargo xtask build                         leave dist/ and target/release/huiyin
cargo xtask dist [--to FOLDER]            the app as files for any web server or CDN
cargo xtask bench [--quick]               measure it all; quick: no long counts, no Lighthouse
cargo xtask setup                         install what the others need, and nothing else

Each command installs what it needs first, and skips what is already there.";

/// The port of `run` when none is given.
pub(crate) const USUAL_PORT: u16 = 8080;

/// One understood command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Setup,
    Build,
    Dist { to: Option<PathBuf> },
    Run { port: u16, fresh: bool },
    Test { only: Option<Part> },
    Bench { quick: bool },
}

/// A part of the test suite that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Fmt,
    Clippy,
    Unit,
    Journeys,
}

impl Part {
    fn parse(word: &str) -> Result<Self, String> {
        match word {
            "fmt" => Ok(Self::Fmt),
            "clippy" => Ok(Self::Clippy),
            "unit" => Ok(Self::Unit),
            "journeys" => Ok(Self::Journeys),
            other => Err(format!("`{other}` is not a part: fmt, clippy, unit or journeys")),
        }
    }
}

/// Understands the words after `cargo xtask`.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Command, String> {
    // `--port=8080` and `--port 8080` are the same.
    let words: Vec<String> = words
        .flat_map(|word| match word.split_once('=') {
            Some((name, value)) if name.starts_with("--") => {
                vec![name.to_owned(), value.to_owned()]
            }
            Some(_) | None => vec![word],
        })
        .collect();
    let mut words = words.iter().map(String::as_str);
    let command = match words.next() {
        None | Some("help" | "--help" | "-h") => Command::Help,
        Some("setup") => Command::Setup,
        Some("build") => Command::Build,
        Some("dist") => parse_dist(&mut words)?,
        Some("run") => parse_run(&mut words)?,
        Some("test") => parse_test(&mut words)?,
        Some("bench") => parse_bench(&mut words)?,
        Some(other) => return Err(format!("there is no command `{other}`")),
    };
    match words.next() {
        None => Ok(command),
        Some(extra) => Err(format!("`{extra}` is not understood here")),
    }
}

fn parse_dist<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<Command, String> {
    let mut to = None;
    while let Some(word) = words.next() {
        match word {
            "--to" => to = Some(PathBuf::from(words.next().ok_or("`--to` needs a folder")?)),
            other => return Err(format!("`dist` does not know `{other}`")),
        }
    }
    Ok(Command::Dist { to })
}

fn parse_run<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<Command, String> {
    let (mut port, mut fresh) = (USUAL_PORT, false);
    while let Some(word) = words.next() {
        match word {
            "--fresh" => fresh = true,
            "--port" => {
                let number = words.next().ok_or("`--port` needs a number")?;
                port = number
                    .parse()
                    .ok()
                    .filter(|&port| 0 < port)
                    .ok_or_else(|| format!("`{number}` is not a port: 1 to 65535"))?;
            }
            other => return Err(format!("`run` does not know `{other}`")),
        }
    }
    Ok(Command::Run { port, fresh })
}

fn parse_test<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<Command, String> {
    let mut only = None;
    while let Some(word) = words.next() {
        match word {
            "--only" => {
                let part = words.next().ok_or("`--only` needs a part")?;
                only = Some(Part::parse(part)?);
            }
            other => return Err(format!("`test` does not know `{other}`")),
        }
    }
    Ok(Command::Test { only })
}

fn parse_bench<'a>(words: &mut impl Iterator<Item = &'a str>) -> Result<Command, String> {
    let mut quick = false;
    for word in words {
        match word {
            "--quick" => quick = true,
            other => return Err(format!("`bench` does not know `{other}`")),
        }
    }
    Ok(Command::Bench { quick })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn understood(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn run_has_a_usual_port_and_keeps_what_was_there() {
        assert_eq!(understood("run"), Ok(Command::Run { port: 8080, fresh: false }));
    }

    #[test]
    fn a_port_may_be_written_both_ways() {
        let expected = Ok(Command::Run { port: 9000, fresh: true });
        assert_eq!(understood("run --port 9000 --fresh"), expected);
        assert_eq!(understood("run --fresh --port=9000"), expected);
    }

    #[test]
    fn a_port_that_is_none_is_refused_with_its_own_words() {
        for line in ["run --port 0", "run --port 70000", "run --port many"] {
            assert!(understood(line).unwrap_err().contains("1 to 65535"), "{line}");
        }
        assert!(understood("run --port").unwrap_err().contains("needs a number"));
    }

    #[test]
    fn the_folder_of_a_site_may_be_named() {
        assert_eq!(understood("dist"), Ok(Command::Dist { to: None }));
        let site = Some(PathBuf::from("site"));
        assert_eq!(understood("dist --to site"), Ok(Command::Dist { to: site }));
        assert!(understood("dist --to").unwrap_err().contains("needs a folder"));
    }

    #[test]
    fn a_part_of_the_tests_can_be_named() {
        assert_eq!(understood("test"), Ok(Command::Test { only: None }));
        assert_eq!(understood("test --only unit"), Ok(Command::Test { only: Some(Part::Unit) }));
        assert!(understood("test --only nothing").unwrap_err().contains("journeys"));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(understood("fly").unwrap_err().contains("`fly`"));
        assert!(understood("build twice").unwrap_err().contains("`twice`"));
        assert!(understood("bench --slow").unwrap_err().contains("`--slow`"));
    }

    #[test]
    fn nothing_asks_for_help() {
        assert_eq!(understood(""), Ok(Command::Help));
        assert_eq!(understood("bench --quick"), Ok(Command::Bench { quick: true }));
    }
}
