//! Slots: the times and rooms between which a council is planned.
use super::Reason;
use crate::{
    calendar::DayKind,
    ids::{SlotId, StaffId},
    time::{Day, Moment, clock, iso_day},
    web_address::WebAddress,
    words::Words,
};
use chrono::{Datelike, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// A time at which a council could sit (时段), in a room and perhaps on a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Its number in its series; never given to another slot.
    pub id: SlotId,
    /// When.
    pub hours: Hours,
    /// Where.
    pub room: Room,
    /// Who of the staff could lead it; one leads a session.
    pub facilitators: Vec<StaffId>,
    /// Why it lies in working hours, if it does: without this it could not.
    pub why_in_working_hours: Option<Reason>,
}

/// A stretch of one day (时间), on the wall clock in China.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hours {
    /// Its day.
    #[serde(with = "iso_day")]
    pub day: Day,
    /// When it begins.
    #[serde(with = "clock")]
    pub from: NaiveTime,
    /// When it ends, on the same day; after it begins.
    #[serde(with = "clock")]
    pub until: NaiveTime,
}

/// A room, and the line into it (地点).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Which room, in words.
    pub name: Words<60>,
    /// Seats in it.
    pub seats: u32,
    /// Places on the line; none without a meeting by video.
    pub online: u32,
    /// The meeting's address, once it is known; nothing of it is embedded in our pages.
    pub link: Option<OnlineLink>,
}

/// Where a meeting by video is joined (会议链接).
pub type OnlineLink = WebAddress;

/// What kind of time a slot is (时段类型), so that no kind is chosen over and over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlotKind {
    /// The evening of a day that is worked, and no Friday's; make-up Saturdays too.
    WorkdayEvening,
    /// A Friday's evening.
    FridayEvening,
    /// The morning of a day off.
    WeekendMorning,
    /// The afternoon of a day off.
    WeekendAfternoon,
    /// The evening of a day off.
    WeekendEvening,
    /// In working hours; only with a written, public reason.
    WorkingHours,
}

/// From when it is evening, on days that are worked and on days off: people are home by then.
pub const EVENING: NaiveTime = NaiveTime::from_hms_opt(18, 0, 0).expect("an hour of a day");
/// From when it is afternoon.
pub const AFTERNOON: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).expect("an hour of a day");

impl SlotKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::WorkdayEvening,
        Self::FridayEvening,
        Self::WeekendMorning,
        Self::WeekendAfternoon,
        Self::WeekendEvening,
        Self::WorkingHours,
    ];

    /// What kind of time these hours are, on a day of this kind.
    pub fn of(hours: Hours, day: DayKind) -> Self {
        match day {
            DayKind::Workday | DayKind::MakeUpDay if hours.from < EVENING => Self::WorkingHours,
            DayKind::Workday | DayKind::MakeUpDay => match hours.day.weekday() {
                Weekday::Fri => Self::FridayEvening,
                Weekday::Mon
                | Weekday::Tue
                | Weekday::Wed
                | Weekday::Thu
                | Weekday::Sat
                | Weekday::Sun => Self::WorkdayEvening,
            },
            DayKind::Weekend | DayKind::Holiday if hours.from < AFTERNOON => Self::WeekendMorning,
            DayKind::Weekend | DayKind::Holiday if hours.from < EVENING => Self::WeekendAfternoon,
            DayKind::Weekend | DayKind::Holiday => Self::WeekendEvening,
        }
    }

    /// As tables and files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::WorkdayEvening => "workday_evening",
            Self::FridayEvening => "friday_evening",
            Self::WeekendMorning => "weekend_morning",
            Self::WeekendAfternoon => "weekend_afternoon",
            Self::WeekendEvening => "weekend_evening",
            Self::WorkingHours => "working_hours",
        }
    }
}

impl Hours {
    /// `None` when it would end before it begins.
    pub fn new(day: Day, from: NaiveTime, until: NaiveTime) -> Option<Self> {
        (from < until).then_some(Self { day, from, until })
    }

    /// The instant at which it begins.
    pub fn begins(self) -> Moment {
        Moment::from_china(self.day.and_time(self.from))
    }

    /// The instant at which it ends.
    pub fn ends(self) -> Moment {
        Moment::from_china(self.day.and_time(self.until))
    }

    /// Do both share a minute? Nobody is in two rooms at once.
    pub fn overlaps(self, other: Self) -> bool {
        self.day == other.day && self.from < other.until && other.from < self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::parse_day;

    fn hours(day: &str, from: u32, until: u32) -> Hours {
        let clock = |hour| NaiveTime::from_hms_opt(hour, 30, 0).unwrap();
        Hours::new(parse_day(day).unwrap(), clock(from), clock(until)).unwrap()
    }

    #[test]
    fn the_same_hour_is_another_kind_of_time_on_another_day() {
        let friday = hours("2026-12-04", 19, 20);
        assert_eq!(SlotKind::of(friday, DayKind::Workday), SlotKind::FridayEvening);
        assert_eq!(SlotKind::of(friday, DayKind::Holiday), SlotKind::WeekendEvening);
        let saturday = hours("2026-10-10", 9, 11);
        assert_eq!(SlotKind::of(saturday, DayKind::Weekend), SlotKind::WeekendMorning);
        assert_eq!(SlotKind::of(saturday, DayKind::MakeUpDay), SlotKind::WorkingHours);
        let night = hours("2026-10-10", 19, 20);
        assert_eq!(SlotKind::of(night, DayKind::MakeUpDay), SlotKind::WorkdayEvening);
    }

    #[test]
    fn hours_overlap_when_they_share_a_minute() {
        let first = hours("2026-12-04", 19, 20);
        assert!(first.overlaps(hours("2026-12-04", 18, 20)));
        assert!(!first.overlaps(hours("2026-12-04", 20, 21)));
        assert!(!first.overlaps(hours("2026-12-05", 19, 20)));
    }

    #[test]
    fn hours_survive_the_wire() {
        let wire = serde_json::to_string(&hours("2026-12-04", 19, 20)).unwrap();
        assert_eq!(wire, r#"{"day":"2026-12-04","from":"19:30","until":"20:30"}"#);
        assert_eq!(serde_json::from_str::<Hours>(&wire).unwrap(), hours("2026-12-04", 19, 20));
    }
}
