//! Moments that have happened and days on the wall calendar.
use chrono::{
    DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Utc,
};
use serde::{Deserialize, Serialize};

/// An instant (时刻), in milliseconds since 1970 in UTC; RFC 3339 on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Moment(i64);

/// A day (日) on the community's calendar.
pub type Day = NaiveDate;

/// One day in milliseconds.
pub const DAY_MS: i64 = 86_400_000;

impl Moment {
    /// From milliseconds since 1970 in UTC.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970 in UTC.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// This long after, in milliseconds; before, when negative.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Reads RFC 3339, as `2026-11-22T18:30:00+08:00`.
    pub fn parse(raw: &str) -> Option<Self> {
        let moment = DateTime::parse_from_rfc3339(raw).ok()?;
        Some(Self(moment.timestamp_millis()))
    }

    /// What a wall clock in China shows at this instant.
    ///
    /// China has one zone and no summer time since 1991, so no zone tables are needed.
    pub fn in_china(self) -> NaiveDateTime {
        self.utc().with_timezone(&china()).naive_local()
    }

    /// The instant at which a wall clock in China shows this.
    pub fn from_china(clock: NaiveDateTime) -> Self {
        Self(clock.and_utc().timestamp_millis() - CHINA_SECONDS * 1_000)
    }

    /// What a wall clock at Greenwich shows at this instant.
    pub fn in_utc(self) -> NaiveDateTime {
        self.utc().naive_utc()
    }

    fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or(DateTime::UNIX_EPOCH)
    }
}

const CHINA_SECONDS: i64 = 8 * 3_600;

fn china() -> FixedOffset {
    FixedOffset::east_opt(8 * 3_600).expect("eight hours is within a day")
}

impl TryFrom<String> for Moment {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, String> {
        Self::parse(&raw).ok_or_else(|| format!("{raw} is not an RFC 3339 instant"))
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.utc().to_rfc3339_opts(SecondsFormat::Millis, true)
    }
}

/// A day from its ISO form, `2026-11-22`.
pub fn parse_day(raw: &str) -> Option<Day> {
    let mut parts = raw.trim().splitn(3, '-');
    let year = parts.next()?;
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year = year.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    Day::from_ymd_opt(year, month, parts.next()?.parse().ok()?)
}

/// The Monday of a day's week.
pub fn monday_of(day: Day) -> Day {
    let since = Days::new(day.weekday().num_days_from_monday().into());
    day.checked_sub_days(since).unwrap_or(day)
}

/// The midnight with which a day begins in China.
pub fn begin_of(day: Day) -> Moment {
    Moment::from_china(day.and_time(NaiveTime::MIN))
}

/// A time of day as clocks and forms write it: `19:30`.
pub fn parse_clock(raw: &str) -> Option<NaiveTime> {
    // Not with chrono's patterns, which weigh more than the rest of the times on a phone.
    let number = |part: &str| -> Option<u32> {
        let is_number = matches!(part.len(), 1 | 2) && part.bytes().all(|it| it.is_ascii_digit());
        is_number.then(|| part.parse().ok())?
    };
    let (hour, minute) = raw.trim().split_once(':')?;
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
}

/// Times of day on the wire: `19:30`.
pub mod clock {
    use super::parse_clock;
    use chrono::NaiveTime;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// Writes it.
    pub fn serialize<S: Serializer>(time: &NaiveTime, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&time.format("%H:%M"))
    }

    /// Reads it.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveTime, D::Error> {
        let raw = String::deserialize(from)?;
        parse_clock(&raw).ok_or_else(|| D::Error::custom(format!("{raw} is not a time of day")))
    }
}

/// Days on the wire: ISO, `2026-11-22`.
pub mod iso_day {
    use super::{Day, parse_day};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// Writes it.
    pub fn serialize<S: Serializer>(day: &Day, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }

    /// Reads it.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
        let raw = String::deserialize(from)?;
        parse_day(&raw).ok_or_else(|| D::Error::custom(format!("{raw} is not a day")))
    }
}

/// Days on the wire that may be missing.
pub mod iso_day_if_any {
    use super::{Day, parse_day};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    /// Writes it, or null.
    pub fn serialize<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(to)
    }

    /// Reads it, if there is one.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
        let Some(raw) = Option::<String>::deserialize(from)? else { return Ok(None) };
        let day = parse_day(&raw).ok_or_else(|| D::Error::custom(format!("{raw} is not a day")))?;
        Ok(Some(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_survives_the_wire_and_shows_chinese_time() {
        let moment = Moment::parse("2026-11-22T18:30:00+08:00").unwrap();
        let wire = serde_json::to_string(&moment).unwrap();
        assert_eq!(wire, "\"2026-11-22T10:30:00.000Z\"");
        assert_eq!(serde_json::from_str::<Moment>(&wire).unwrap(), moment);
        assert_eq!(moment.in_china().to_string(), "2026-11-22 18:30:00");
        assert_eq!(moment.in_utc().to_string(), "2026-11-22 10:30:00");
        assert_eq!(Moment::from_china(moment.in_china()), moment);
    }

    #[test]
    fn a_day_is_read_as_it_is_written() {
        let day = parse_day("2026-11-22").unwrap();
        assert_eq!(parse_day(&day.to_string()), Some(day));
        for raw in
            ["", "2026-11", "2026-13-01", "2026-11-31", "22.11.2026", "+12026-1-1", "226-1-1"]
        {
            assert_eq!(parse_day(raw), None, "{raw}");
        }
    }

    #[test]
    fn a_time_of_day_is_read_as_clocks_write_it() {
        assert_eq!(parse_clock(" 19:30 "), NaiveTime::from_hms_opt(19, 30, 0));
        for raw in ["", "19", "24:00", "19:60", "7pm", "19:30:00"] {
            assert_eq!(parse_clock(raw), None, "{raw}");
        }
    }

    #[test]
    fn a_week_begins_on_its_monday() {
        for (day, monday) in [
            ("2026-11-22", "2026-11-16"),
            ("2026-11-16", "2026-11-16"),
            ("2027-01-01", "2026-12-28"),
        ] {
            assert_eq!(parse_day(day).map(monday_of), parse_day(monday), "{day}");
        }
        let begin = parse_day("2026-11-16").map(begin_of);
        assert_eq!(begin, Moment::parse("2026-11-16T00:00:00+08:00"));
    }
}
