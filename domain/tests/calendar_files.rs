//! Somebody else's calendars read our files: PyPI's `icalendar` and npm's `ical.js` find in them
//! what was written, also after a change and a cancellation.
//!
//! `HUIYIN_PABUTOOLS_PYTHON` names a Python that has the first; the second is found where
//! `npm ci` puts it.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use huiyin_domain::councils::Hours;
use huiyin_domain::councils::files::{
    Alarm, CalendarEvent, EventStatus, Feed, Uid, event_file, feed_file,
};
use huiyin_domain::ids::{CommunityId, CouncilId};
use huiyin_domain::notices::EmailAddress;
use huiyin_domain::time::{Moment, parse_clock, parse_day};
use huiyin_domain::web_address::WebAddress;
use serde_json::{Value, json};

/// A program that reads a calendar file from its input and prints what it found.
struct Peer {
    program: OsString,
    script: &'static str,
}

/// Those that are there; the others are named.
fn peers() -> Vec<Peer> {
    let mut peers = Vec::new();
    match std::env::var_os("HUIYIN_PABUTOOLS_PYTHON") {
        Some(program) => peers.push(Peer { program, script: "icalendar_oracle.py" }),
        None => eprintln!(
            "SKIPPED: icalendar reads no files of ours; HUIYIN_PABUTOOLS_PYTHON is not set"
        ),
    }
    if Path::new(env!("CARGO_MANIFEST_DIR")).join("../node_modules/ical.js").exists() {
        peers.push(Peer { program: "node".into(), script: "ical_js_oracle.mjs" });
    } else {
        eprintln!("SKIPPED: ical.js reads no files of ours; run `npm ci` to have it");
    }
    peers
}

impl Peer {
    fn read(&self, file: &str) -> Value {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(self.script);
        let mut reader = Command::new(&self.program)
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        reader.stdin.take().unwrap().write_all(file.as_bytes()).unwrap();
        let output = reader.wait_with_output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{} refuses the file:\n{errors}\n{file}", self.script);
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

fn moment(raw: &str) -> Moment {
    Moment::parse(raw).unwrap()
}

fn hours(day: &str, from: &str, until: &str) -> Hours {
    let clock = |raw| parse_clock(raw).unwrap();
    Hours::new(parse_day(day).unwrap(), clock(from), clock(until)).unwrap()
}

fn feed(organiser: &str) -> Feed {
    Feed {
        name: "幸福里社区, 议事会; 2026".to_owned(),
        category: "社区议事会, 楼道会".to_owned(),
        organiser: organiser.to_owned(),
        organiser_email: EmailAddress::parse("noreply@xingfuli.example.org").unwrap(),
    }
}

/// A council with all that is hard to write.
fn scheduled() -> CalendarEvent {
    let alarm = |minutes_before, words: &str| Alarm { minutes_before, words: words.to_owned() };
    CalendarEvent {
        uid: Uid::of_council(CommunityId(1), CouncilId(7), "xingfuli.example.org"),
        sequence: 0,
        changed_at: moment("2026-11-21T20:00:00+08:00"),
        hours: hours("2026-12-05", "14:30", "16:00"),
        title: "红色议事厅：加装电梯与停车位怎么办？请大家一起商量（也可以用视频会议参加）👵"
            .into(),
        details: "一、停车难\n二、分摊方案；三、路径 C:\\会议, 备注; 见下\n\n\
            视频：https://example.org/v/abc?x=1,2;y=3\n"
            .to_owned()
            + &"老人可请邻居代为登记，会场有轮椅通道。".repeat(20),
        place: "幸福里社区 3 号楼一层, 议事角; 靠南".to_owned(),
        page: WebAddress::parse("https://example.org/议事/7?a=1,2").unwrap(),
        status: EventStatus::Confirmed {
            alarms: vec![
                alarm(1_440, "明天下午议事会，别忘了"),
                alarm(120, "两小时后; 开始, 请带纸笔"),
            ],
        },
    }
}

/// The same an hour later and elsewhere.
fn changed() -> CalendarEvent {
    CalendarEvent {
        sequence: 1,
        changed_at: moment("2026-11-25T17:30:00+08:00"),
        hours: hours("2026-12-06", "09:30", "11:00"),
        place: "居委会二楼".to_owned(),
        ..scheduled()
    }
}

/// The same when it was called off.
fn cancelled() -> CalendarEvent {
    let at = moment("2026-11-26T09:00:00+08:00");
    CalendarEvent {
        sequence: 2,
        changed_at: at,
        status: EventStatus::Cancelled { at, title_prefix: "（已取消）".to_owned() },
        ..changed()
    }
}

const UID: &str = "council-1-7@xingfuli.example.org";

/// What a reader must find in any state of it.
fn expected(event: &CalendarEvent) -> Value {
    let utc = |moment: Moment| moment.in_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let (status, alarms) = match &event.status {
        EventStatus::Confirmed { alarms } => ("CONFIRMED", alarms.as_slice()),
        EventStatus::Cancelled { .. } => ("CANCELLED", &[][..]),
    };
    let alarm = |alarm: &Alarm| json!([alarm.minutes_before * 60, "DISPLAY", alarm.words]);
    json!({
        "uid": UID,
        "sequence": event.sequence,
        "stamp": utc(event.changed_at),
        "modified": utc(event.changed_at),
        "zone": "Asia/Shanghai",
        "wall": event.hours.day.and_time(event.hours.from).format("%Y-%m-%dT%H:%M:%S").to_string(),
        "start": utc(event.hours.begins()),
        "end": utc(event.hours.ends()),
        "title": event.shown_title(),
        "details": event.details,
        "place": event.place,
        "page": "https://example.org/%E8%AE%AE%E4%BA%8B/7?a=1,2",
        "status": status,
        "category": ["社区议事会, 楼道会"],
        "organiser": ["幸福里社区居委会", "mailto:noreply@xingfuli.example.org"],
        "alarms": alarms.iter().map(alarm).collect::<Vec<_>>(),
    })
}

#[test]
fn other_programs_find_in_a_downloaded_file_what_was_written() {
    for peer in peers() {
        for event in [scheduled(), changed(), cancelled()] {
            let found = peer.read(&event_file(&feed("幸福里社区居委会"), &event));
            let calendar = json!({
                "method": "PUBLISH",
                "name": null,
                "refresh_seconds": null,
                "zones": ["Asia/Shanghai"],
                "errors": [],
                "events": [expected(&event)],
            });
            assert_eq!(found, calendar, "{}", peer.script);
        }
    }
}

#[test]
fn other_programs_follow_a_council_through_a_change_and_a_cancellation() {
    for peer in peers() {
        let at = |event: &CalendarEvent| {
            let file = feed_file(&feed("居委会"), std::slice::from_ref(event), event.changed_at);
            let mut found = peer.read(&file);
            // Neither takes the marks out of a calendar's name: so there are none in it.
            assert_eq!(found["name"], "幸福里社区 议事会 2026", "{}", peer.script);
            assert_eq!(found["refresh_seconds"], 6 * 3_600, "{}", peer.script);
            found["events"][0].take()
        };
        let states = [at(&scheduled()), at(&changed()), at(&cancelled())];
        let facts =
            states.map(|it| (it["uid"].clone(), it["sequence"].clone(), it["start"].clone()));
        let fact = |sequence: u32, start: &str| (json!(UID), json!(sequence), json!(start));
        assert_eq!(
            facts,
            [
                fact(0, "2026-12-05T06:30:00Z"),
                fact(1, "2026-12-06T01:30:00Z"),
                fact(2, "2026-12-06T01:30:00Z"),
            ],
            "{}",
            peer.script
        );
        let last = at(&cancelled());
        assert_eq!(last["status"], "CANCELLED");
        assert_eq!(last["alarms"], json!([]));
    }
}

#[test]
fn other_programs_read_a_feed_of_many_and_an_empty_one() {
    let now = moment("2026-12-01T08:00:00+08:00");
    let other = CalendarEvent {
        uid: Uid::of_council(CommunityId(1), CouncilId(8), "xingfuli.example.org"),
        details: String::new(),
        ..scheduled()
    };
    for peer in peers() {
        let read = |events: &[CalendarEvent]| {
            let found = peer.read(&feed_file(&feed("居委会: 一组, \"二组\""), events, now));
            assert_eq!(found["errors"], json!([]), "{}", peer.script);
            found["events"].as_array().unwrap().clone()
        };
        let events = read(&[cancelled(), other.clone()]);
        assert_eq!(events.len(), 2);
        assert_eq!(events[1]["uid"], "council-1-8@xingfuli.example.org");
        assert_eq!(events[1]["details"], Value::Null, "{}", peer.script);
        assert_eq!(events[1]["organiser"][0], "居委会: 一组, 二组", "{}", peer.script);
        assert_eq!(read(&[]), Vec::<Value>::new());
    }
}
