//! What stands in calendar files, line by line, and that no text can break them.
use super::{
    lines::{OCTETS_MAX, escaped, folded, parameter, uri},
    *,
};
use crate::time::{parse_clock, parse_day};
use proptest::prelude::*;

fn moment(raw: &str) -> Moment {
    Moment::parse(raw).unwrap()
}

fn feed() -> Feed {
    Feed {
        name: "幸福里社区议事会".to_owned(),
        category: "社区议事会".to_owned(),
        organiser: "幸福里社区居委会".to_owned(),
        organiser_email: EmailAddress::parse("noreply@xingfuli.example.org").unwrap(),
    }
}

fn event() -> CalendarEvent {
    let clock = |raw| parse_clock(raw).unwrap();
    let day = parse_day("2026-12-05").unwrap();
    let alarm = |minutes_before, words: &str| Alarm { minutes_before, words: words.to_owned() };
    CalendarEvent {
        uid: Uid::of_council(CommunityId(1), CouncilId(7), "xingfuli.example.org"),
        sequence: 0,
        changed_at: moment("2026-11-21T20:00:00+08:00"),
        hours: Hours { day, from: clock("14:30"), until: clock("16:00") },
        title:
            "红色议事厅：加装电梯与停车位怎么办？请大家一起商量（社区议事角；也可以用视频会议参加）"
                .to_owned(),
        details: "一、停车难\n视频：https://example.org/v?x=1,2;y=3".to_owned(),
        place: "3 号楼一层, 议事角".to_owned(),
        page: WebAddress::parse("https://example.org/s/7").unwrap(),
        status: EventStatus::Confirmed {
            alarms: vec![alarm(1_440, "明天下午议事会，别忘了"), alarm(120, "两小时后开始")],
        },
    }
}

fn cancelled() -> CalendarEvent {
    let status = EventStatus::Cancelled {
        at: moment("2026-11-26T09:00:00+08:00"),
        title_prefix: "（已取消）".to_owned(),
    };
    CalendarEvent { status, sequence: 1, ..event() }
}

/// The lines as they were before folding.
fn unfolded(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn an_event_is_written_line_by_line_as_calendars_need_it() {
    let file = event_file(&feed(), &event());
    let lines = unfolded(&file);
    let expected = [
        "UID:council-1-7@xingfuli.example.org",
        "DTSTAMP:20261121T120000Z",
        "LAST-MODIFIED:20261121T120000Z",
        "SEQUENCE:0",
        "DTSTART;TZID=Asia/Shanghai:20261205T143000",
        "DTEND;TZID=Asia/Shanghai:20261205T160000",
        "SUMMARY:红色议事厅：加装电梯与停车位怎么办？请大家一起商量（社区议事角；也可以用视频会议参加）",
        "DESCRIPTION:一、停车难\\n视频：https://example.org/v?x=1\\,2\\;y=3",
        "LOCATION:3 号楼一层\\, 议事角",
        "URL:https://example.org/s/7",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "CATEGORIES:社区议事会",
        "ORGANIZER;CN=幸福里社区居委会:mailto:noreply@xingfuli.example.org",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P1D",
        "DESCRIPTION:明天下午议事会，别忘了",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-PT2H",
        "DESCRIPTION:两小时后开始",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ];
    let begin = lines.iter().position(|line| line == "BEGIN:VEVENT").unwrap();
    assert_eq!(lines[begin + 1..], expected);
    assert_eq!(lines[..5].concat(), begin_of_file());
    // The places at which a file that five readers take is folded.
    assert!(file.contains("请大家一\r\n 起商量"), "{file}");
    assert!(!file.starts_with('\u{feff}') && file.ends_with("END:VCALENDAR\r\n"));
}

fn begin_of_file() -> String {
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Huiyin//Councils//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    .concat()
}

#[test]
fn a_feed_has_a_name_and_says_when_to_look_again_and_a_file_does_not() {
    let only_in_feeds = [
        "NAME:幸福里社区议事会",
        "X-WR-CALNAME:幸福里社区议事会",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    ];
    let feed_lines = unfolded(&feed_file(&feed(), &[event()], event().changed_at));
    let file_lines = unfolded(&event_file(&feed(), &event()));
    for line in only_in_feeds.map(str::to_owned) {
        assert!(feed_lines.contains(&line), "{line}");
        assert!(!file_lines.contains(&line), "{line}");
    }
    for lines in [feed_lines, file_lines] {
        assert!(!lines.iter().any(|line| line.starts_with("ATTENDEE")));
        assert!(lines.contains(&"TZID:Asia/Shanghai".to_owned()));
    }
}

#[test]
fn a_calendars_name_is_written_without_anything_that_readers_would_show_escaped() {
    let named = Feed { name: "幸福里,议事会;\\2026\n".to_owned(), ..feed() };
    let lines = unfolded(&feed_file(&named, &[], event().changed_at));
    assert!(lines.contains(&"NAME:幸福里 议事会 2026".to_owned()), "{lines:?}");
}

#[test]
fn every_fetch_of_an_unchanged_feed_is_the_same() {
    let at = |raw| feed_file(&feed(), &[event(), cancelled()], moment(raw));
    assert_eq!(at("2026-11-27T08:00:00+08:00"), at("2026-12-20T19:30:00+08:00"));
}

#[test]
fn a_cancelled_council_says_so_in_its_title_and_rings_no_more() {
    let lines = unfolded(&event_file(&feed(), &cancelled()));
    let has = |line: &str| lines.iter().any(|it| it.starts_with(line));
    assert!(has("SUMMARY:（已取消）红色议事厅"));
    assert!(has("STATUS:CANCELLED") && has("TRANSP:TRANSPARENT") && has("SEQUENCE:1"));
    assert!(!has("BEGIN:VALARM"));
}

#[test]
fn a_cancelled_council_stays_in_the_feed_for_thirty_days() {
    let is_in = |raw| in_feed(&cancelled(), moment(raw));
    assert!(is_in("2026-12-26T09:00:00+08:00"));
    assert!(!is_in("2026-12-26T09:00:01+08:00"));
    assert!(in_feed(&event(), moment("2027-12-26T09:00:00+08:00")));
    let later = feed_file(&feed(), &[cancelled()], moment("2027-01-01T00:00:00+08:00"));
    assert!(!later.contains("VEVENT"));
}

#[test]
fn another_time_place_or_status_is_news_and_other_words_are_not() {
    let first = event();
    assert!(cancelled().is_new_to(&first));
    let elsewhere = CalendarEvent { place: "居委会二楼".to_owned(), ..event() };
    assert!(elsewhere.is_new_to(&first));
    let later = Hours { until: parse_clock("16:30").unwrap(), ..first.hours };
    assert!(CalendarEvent { hours: later, ..event() }.is_new_to(&first));
    assert!(!CalendarEvent { details: String::new(), ..event() }.is_new_to(&first));
}

#[test]
fn what_is_empty_has_no_line() {
    let bare = CalendarEvent { details: " \n".to_owned(), place: String::new(), ..event() };
    let bare = CalendarEvent { status: EventStatus::Confirmed { alarms: Vec::new() }, ..bare };
    let file = event_file(&feed(), &bare);
    assert!(!file.contains("DESCRIPTION") && !file.contains("LOCATION"), "{file}");
}

#[test]
fn alarms_are_told_in_the_largest_unit() {
    let trigger = |minutes_before| {
        let alarms = vec![Alarm { minutes_before, words: "议事会".to_owned() }];
        let status = EventStatus::Confirmed { alarms };
        let lines = unfolded(&event_file(&feed(), &CalendarEvent { status, ..event() }));
        lines.into_iter().find(|line| line.starts_with("TRIGGER")).unwrap()
    };
    let told = [0, 30, 90, 180, 2_880].map(trigger);
    assert_eq!(
        told,
        ["TRIGGER:PT0S", "TRIGGER:-PT30M", "TRIGGER:-PT90M", "TRIGGER:-PT3H", "TRIGGER:-P2D"]
    );
}

#[test]
fn no_text_becomes_a_line_of_its_own() {
    assert_eq!(escaped("a\r\nSTATUS:CANCELLED\u{0}\u{7f}\tb"), "a\\nSTATUS:CANCELLED\tb");
    assert_eq!(escaped("路\\口; 一,二"), "路\\\\口\\; 一\\,二");
    assert_eq!(parameter("居委会: 一,二;\"三\"\r\n^n"), "\"居委会: 一,二;三n\"");
    assert_eq!(parameter("居委会"), "居委会");
    assert_eq!(uri("https://a.cn/议?a=1,2;b"), "https://a.cn/%E8%AE%AE?a=1,2;b");
}

#[test]
fn the_facts_of_an_event_are_copied_as_one_text() {
    let facts = EventFacts::of(&CalendarEvent { details: String::new(), ..cancelled() });
    let text = facts.text("12月5日 星期六 14:30");
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[0].starts_with("（已取消）红色议事厅"));
    assert_eq!(
        lines[1..],
        ["12月5日 星期六 14:30", "3 号楼一层, 议事角", "https://example.org/s/7"]
    );
}

/// Texts of characters of one to four octets, among them all that mean something in the format.
fn any_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        Just('\\'),
        Just(';'),
        Just(','),
        Just('\n'),
        Just('\r'),
        Just('"'),
        Just(' '),
        Just('議'),
        Just('👵'),
        any::<char>(),
    ];
    proptest::collection::vec(character, 0..200).prop_map(|text| text.into_iter().collect())
}

/// The way back from [`escaped`].
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match (character, character == '\\') {
            (_, true) => match characters.next() {
                Some('n') => text.push('\n'),
                Some(other) => text.push(other),
                None => panic!("a value ends in the middle of an escape: {value}"),
            },
            (other, false) => text.push(other),
        }
    }
    text
}

proptest! {
    #[test]
    fn folding_loses_nothing_and_no_line_is_too_long(text in any_text()) {
        let line = escaped(&text);
        let folded = folded(&line);
        for piece in folded.split("\r\n") {
            prop_assert!(piece.len() <= OCTETS_MAX, "{} octets: {piece}", piece.len());
        }
        // Each piece is a `str`, so no character was split.
        prop_assert_eq!(folded.replace("\r\n ", ""), line);
    }

    #[test]
    fn folding_wastes_less_than_a_character_a_line(text in any_text()) {
        let folded = folded(&escaped(&text));
        let pieces: Vec<_> = folded.split("\r\n").collect();
        for (piece, next) in pieces.iter().zip(pieces.iter().skip(1)) {
            let first = next[1..].chars().next().unwrap();
            prop_assert!(OCTETS_MAX < piece.len() + first.len_utf8());
        }
    }

    #[test]
    fn escaping_keeps_all_that_is_seen(text in any_text()) {
        let is_seen = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        let seen: String = text.chars().filter(is_seen).collect();
        prop_assert_eq!(unescaped(&escaped(&text)), seen);
    }

    #[test]
    fn no_words_add_a_line_to_a_file(title in any_text(), place in any_text()) {
        let mut changed = event();
        changed.title = format!("议{title}事");
        changed.place = format!("楼{place}上");
        let names = |file: &str| -> Vec<String> {
            let lines = unfolded(file);
            lines.iter().map(|line| line.split([':', ';']).next().unwrap().to_owned()).collect()
        };
        let written = event_file(&feed(), &changed);
        prop_assert_eq!(names(&written), names(&event_file(&feed(), &event())));
    }
}
