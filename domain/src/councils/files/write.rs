//! The writer of calendar files and feeds.
use super::{
    Alarm, CalendarEvent, EventStatus, Feed, in_feed,
    lines::{Lines, parameter, uri},
};
use crate::time::{Day, Moment};
use chrono::{NaiveDateTime, NaiveTime};

const PRODUCT: &str = "PRODID:-//Huiyin//Councils//ZH";

/// China has one zone, and no summer time since September 1991.
const ZONE: [&str; 8] = [
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Shanghai",
    "BEGIN:STANDARD",
    "DTSTART:19910915T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800",
    "TZNAME:CST",
    "END:STANDARD",
];

/// A file with one event, to be downloaded: several calendars take only the first of a file.
///
/// It has neither a name nor an hour to look again, or phones would make a calendar of it.
pub fn event_file(feed: &Feed, event: &CalendarEvent) -> String {
    let mut lines = begun();
    zone(&mut lines);
    put_event(&mut lines, feed, event);
    lines.put("END:VCALENDAR");
    lines.into_text()
}

/// The feed of these events, as phones fetch it again and again: all that still belong in it.
pub fn feed_file(feed: &Feed, events: &[CalendarEvent], now: Moment) -> String {
    let mut lines = begun();
    lines.plain("NAME", &feed.name);
    lines.plain("X-WR-CALNAME", &feed.name);
    lines.put("X-WR-TIMEZONE:Asia/Shanghai");
    // The kind of value must stand there: without it some phones refuse the file.
    lines.put("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
    lines.put("X-PUBLISHED-TTL:PT6H");
    zone(&mut lines);
    for event in events.iter().filter(|event| in_feed(event, now)) {
        put_event(&mut lines, feed, event);
    }
    lines.put("END:VCALENDAR");
    lines.into_text()
}

fn begun() -> Lines {
    let mut lines = Lines::default();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", PRODUCT, "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    {
        lines.put(line);
    }
    lines
}

fn zone(lines: &mut Lines) {
    for line in ZONE {
        lines.put(line);
    }
    lines.put("END:VTIMEZONE");
}

fn put_event(lines: &mut Lines, feed: &Feed, event: &CalendarEvent) {
    let changed = in_utc(event.changed_at);
    let hours = event.hours;
    lines.put("BEGIN:VEVENT");
    lines.text("UID", event.uid.as_str());
    lines.put(&format!("DTSTAMP:{changed}"));
    lines.put(&format!("LAST-MODIFIED:{changed}"));
    lines.put(&format!("SEQUENCE:{}", event.sequence));
    lines.put(&format!("DTSTART;TZID=Asia/Shanghai:{}", in_china(hours.day, hours.from)));
    lines.put(&format!("DTEND;TZID=Asia/Shanghai:{}", in_china(hours.day, hours.until)));
    lines.text("SUMMARY", &event.shown_title());
    lines.text("DESCRIPTION", &event.details);
    lines.text("LOCATION", &event.place);
    lines.put(&format!("URL:{}", uri(event.page.as_str())));
    let (status, transparency) = match event.is_cancelled() {
        false => ("CONFIRMED", "OPAQUE"),
        true => ("CANCELLED", "TRANSPARENT"),
    };
    lines.put(&format!("STATUS:{status}"));
    lines.put(&format!("TRANSP:{transparency}"));
    lines.text("CATEGORIES", &feed.category);
    let organiser = parameter(feed.organiser.trim());
    lines.put(&format!("ORGANIZER;CN={organiser}:mailto:{}", feed.organiser_email.as_str()));
    match &event.status {
        EventStatus::Confirmed { alarms } => alarms.iter().for_each(|it| put_alarm(lines, it)),
        EventStatus::Cancelled { .. } => {}
    }
    lines.put("END:VEVENT");
}

/// Alarms come last in their event: what follows one is lost on some phones.
fn put_alarm(lines: &mut Lines, alarm: &Alarm) {
    lines.put("BEGIN:VALARM");
    lines.put("ACTION:DISPLAY");
    lines.put(&format!("TRIGGER:{}", before(alarm.minutes_before)));
    lines.text("DESCRIPTION", &alarm.words);
    lines.put("END:VALARM");
}

/// A time before the beginning, in the largest unit that says it: `-P1D`, `-PT2H`, `-PT30M`.
fn before(minutes: u32) -> String {
    match minutes {
        0 => "PT0S".to_owned(),
        minutes if minutes % 1_440 == 0 => format!("-P{}D", minutes / 1_440),
        minutes if minutes % 60 == 0 => format!("-PT{}H", minutes / 60),
        minutes => format!("-PT{minutes}M"),
    }
}

fn in_utc(moment: Moment) -> String {
    format!("{}Z", clock(moment.in_utc()))
}

fn in_china(day: Day, time: NaiveTime) -> String {
    clock(day.and_time(time))
}

fn clock(time: NaiveDateTime) -> String {
    time.format("%Y%m%dT%H%M%S").to_string()
}
