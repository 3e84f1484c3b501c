//! `huiyin serve --demo`, `import`, `export`, `migrate` and `doctor`, as a person runs them.
#![allow(clippy::unwrap_used, reason = "a test that stops here says where it stopped")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

const PARK: &str = "META\nkey;value\ndescription;Park 2020\ncountry;Poland\nunit;Here\n\
    instance;2020\nnum_projects;3\nnum_votes;6\nbudget;100\nvote_type;approval\nrule;greedy\n\
    date_begin;01.02.2020\ndate_end;03.02.2020\ncurrency;EUR\nPROJECTS\n\
    project_id;cost;votes;name\n7;60;2;Trees\n8;50;3;Bench\n9;50;2;Swing\n\
    VOTES\nvoter_id;age;vote\n901;34;7,8\n902;71;8\n903;20;8,9\n904;55;9\n905;41;\n906;18;7\n";

/// A data folder of this test's own, new each time.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli_contests").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn huiyin(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huiyin"));
    command.args(arguments).arg("--data").arg(data).output().unwrap()
}

fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(both).unwrap()
}

/// A running demo; it ends with the test.
struct Demo {
    server: Child,
    words: String,
}

impl Demo {
    fn start(data: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_huiyin"));
        command.args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"]).arg(data);
        let mut server = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
        let mut words = String::new();
        while !words.contains("这是演示") {
            words += &lines.next().expect("the demo says how to sign in").unwrap();
            words.push('\n');
        }
        Self { server, words }
    }

    /// The lines with sign-ins, without the port, which differs each time.
    fn sign_ins(&self) -> Vec<String> {
        let lines = self.words.lines().filter(|line| line.contains("/sign-in"));
        lines.map(|line| line.split("http://").next().unwrap().to_owned()).collect()
    }

    fn get(&self, path: &str) -> String {
        let address = self.words.split("http://").nth(1).unwrap().split('/').next().unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[test]
fn the_demo_says_how_to_sign_in_and_says_the_same_the_next_time() {
    let data = folder("demo");
    let first = Demo::start(&data);
    let sign_ins = first.sign_ins();
    let (letters, organiser, administrator, reviewers) = (6, 1, 1, 3);
    assert_eq!(sign_ins.len(), letters + organiser + administrator + reviewers, "{}", first.words);
    assert!(first.words.contains("#code="));
    let home = first.get("/api/v1/communities/wutong/home");
    for phase in ["\"collecting\"", "\"voting\"", "\"closed\""] {
        assert!(home.contains(phase), "no contest is {phase}: {home}");
    }
    let result = first.get("/api/v1/communities/wutong/contests/1/result");
    assert!(result.contains("\"n_voters\":1800"), "the past season is there");
    drop(first);
    assert_eq!(Demo::start(&data).sign_ins(), sign_ins);
    let checked = huiyin(&data, &["doctor"]);
    assert!(checked.status.success(), "{}", said(&checked));
}

#[test]
fn a_past_election_is_imported_once_and_exported_without_its_voters() {
    let data = folder("import");
    drop(Demo::start(&data));
    let file = data.join("park.pb");
    std::fs::write(&file, PARK).unwrap();
    let import = ["import", file.to_str().unwrap(), "--community", "wutong"];
    let first = huiyin(&data, &import);
    assert!(first.status.success(), "{}", said(&first));
    assert!(said(&first).contains("contest 5"), "{}", said(&first));
    let again = huiyin(&data, &import);
    assert!(again.status.success() && said(&again).contains("nothing was done"));

    let out = data.join("out.pb");
    let export = ["export", "--community", "wutong", "--contest", "5", "--out"];
    let exported = huiyin(&data, &[&export[..], &[out.to_str().unwrap()]].concat());
    assert!(said(&exported).contains("1 blank ballots"), "{}", said(&exported));
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.contains("num_votes;5\n") && !text.contains("901") && !text.contains("71"));
    the_checker_accepts(&out);
    let season = ["export", "--community", "wutong", "--contest", "1", "--out"];
    huiyin(&data, &[&season[..], &[out.to_str().unwrap()]].concat());
    the_checker_accepts(&out);

    let published = huiyin(&data, &[&export[..5], &["--as-published"]].concat());
    let published = String::from_utf8(published.stdout).unwrap();
    assert!(published.contains("num_votes;6\n"), "{published}");
    assert!(published.contains("budget;100\n"), "{published}");
}

/// Pabulib's own checker, where the Python that has it is named.
fn the_checker_accepts(file: &Path) {
    let Ok(python) = std::env::var("HUIYIN_PABUTOOLS_PYTHON") else {
        let words = "\n*** pabulib-checker SKIPPED: HUIYIN_PABUTOOLS_PYTHON is not set. ***\n";
        std::io::stderr().write_all(words.as_bytes()).unwrap();
        return;
    };
    let program = "import sys\nfrom pabulib.checker import Checker\n\
        told = Checker().process_files([sys.argv[1]])\n\
        print(told)\nsys.exit(0 if told['metadata']['invalid'] == 0 else 1)";
    let checked = Command::new(python).args(["-c", program]).arg(file).output().unwrap();
    assert!(checked.status.success(), "{}", said(&checked));
}

#[test]
fn what_cannot_be_done_is_said_with_what_to_do_next() {
    let data = folder("refused");
    let checked = huiyin(&data, &["doctor"]);
    assert_eq!(checked.status.code(), Some(1));
    assert!(said(&checked).contains("is not there"), "{}", said(&checked));
    let migrated = huiyin(&data, &["migrate"]);
    assert!(migrated.status.success() && said(&migrated).contains("up to date"));
    let file = data.join("park.pb");
    std::fs::write(&file, PARK).unwrap();
    let import = huiyin(&data, &["import", file.to_str().unwrap(), "--community", "wutong"]);
    assert_eq!(import.status.code(), Some(1));
    assert!(said(&import).contains("There is no community"), "{}", said(&import));
    let broken = data.join("broken.pb");
    std::fs::write(&broken, PARK.replace("8;50;", "8;x;")).unwrap();
    let import = huiyin(&data, &["import", broken.to_str().unwrap(), "--community", "wutong"]);
    assert_eq!((import.status.code(), import.stdout.len()), (Some(2), 0));
    assert!(said(&import).contains("line 18: expected an amount"), "{}", said(&import));
}
