//! `huiyin day`, as a person or another program runs it.
#![allow(clippy::unwrap_used, reason = "a test that stops here says where it stopped")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

fn day(options: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_huiyin")).arg("day").args(options).output().unwrap()
}

fn text(options: &[&str]) -> String {
    let output = day(options);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "nothing is said where nobody looks");
    String::from_utf8(output.stdout).unwrap()
}

/// What is said of a request that cannot be answered.
fn refused(options: &[&str]) -> String {
    let output = day(options);
    assert_eq!(output.status.code(), Some(2), "{options:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

fn written(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli_day");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn the_json_has_exactly_these_fields_in_this_order() {
    let make_up = text(&["2026-10-10", "--format", "json"]);
    assert_eq!(
        make_up,
        "{\"date\":\"2026-10-10\",\"is_workday\":true,\"kind\":\"makeup_workday\",\
         \"name\":\"国庆节\",\"certain\":true}\n"
    );
    let told = |raw| serde_json::from_str::<Value>(&text(&[raw, "--format", "json"])).unwrap();
    let weekend = json!({
        "date": "2026-12-05", "is_workday": false, "kind": "weekend", "name": null,
        "certain": false,
    });
    assert_eq!(told("2026-12-05"), weekend);
    let kinds = [
        ("2026-10-01", "holiday"),
        ("2026-10-09", "workday"),
        ("2027-01-01", "provisional_statutory"),
    ];
    for (raw, kind) in kinds {
        assert_eq!(told(raw)["kind"], kind);
    }
}

#[test]
fn the_text_is_a_sentence_for_a_person() {
    assert_eq!(
        text(&["2026-10-10"]),
        "2026-10-10 (Saturday) is a working day, made up for a holiday: National Day (国庆节).\n"
    );
    assert_eq!(text(&["2026-11-23"]), "2026-11-23 (Monday) is a working day.\n");
    let provisional = text(&["2027-01-01", "--format", "text"]);
    assert!(provisional.ends_with("(元旦). A notice still to come can change it.\n"));
}

#[test]
fn what_is_no_day_and_a_year_without_data_get_one_sentence() {
    for raw in ["2026-13-01", "2026-02-29", "tomorrow", ""] {
        let said = refused(&[raw]);
        assert!(said.contains("is not a day of the calendar: write year"), "{said}");
        assert_eq!(said.lines().count(), 1);
    }
    let said = refused(&["2028-01-01", "--format", "json"]);
    assert!(said.contains("does not know 2028") && said.contains("--notice"), "{said}");
    assert_eq!(said.lines().count(), 1);
    refused(&[]);
}

const NOTICE: &str = "国务院办公厅关于2028年部分节假日安排的通知\n\
    一、元旦：2027年12月31日（周五）至2028年1月2日（周日）放假调休，共3天。1月8日（周六）上班。\n\
    二、春节：1月25日至2月1日放假调休，共8天。\n三、清明节：4月4日放假1天，不调休。\n\
    四、劳动节：5月1日至5日放假调休，共5天。\n五、端午节：5月28日至30日放假，共3天。\n\
    六、国庆节、中秋节：10月1日至8日放假调休，共8天。\n";

#[test]
fn the_text_of_a_new_notice_becomes_a_calendar_that_answers() {
    let notice = written("notice.txt", NOTICE);
    let made = text(&["--notice", notice.to_str().unwrap()]);
    let calendar = written("calendar.json", &made);
    let calendar = calendar.to_str().unwrap();
    let told = |raw| {
        let options = [raw, "--calendar", calendar, "--format", "json"];
        serde_json::from_str::<Value>(&text(&options)).unwrap()
    };
    assert_eq!(told("2028-01-08")["kind"], "makeup_workday");
    assert_eq!(told("2028-10-03")["name"], "国庆节、中秋节");
    assert_eq!(told("2027-12-31")["is_workday"], false);
    assert_eq!(told("2026-10-10")["name"], "国庆节", "what was known is kept");
}

#[test]
fn a_file_that_is_no_notice_or_no_calendar_is_told_with_its_line() {
    let wrong = written("wrong.txt", &NOTICE.replace("共3天。1月8日", "共4天。1月8日"));
    let said = refused(&["--notice", wrong.to_str().unwrap()]);
    assert!(said.contains("wrong.txt: line 2: expected 3 days"), "{said}");
    let calendar = written("wrong.json", "{\"years\": [\n{}]}");
    let said = refused(&["2026-10-10", "--calendar", calendar.to_str().unwrap()]);
    assert!(said.contains("wrong.json: expected a calendar in JSON"), "{said}");
    assert!(said.contains("line 2"), "{said}");
    let missing = day(&["2026-10-10", "--calendar", "no/such/file.json"]);
    assert_eq!(missing.status.code(), Some(1));
}
