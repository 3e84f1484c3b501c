//! What is special about a day: a holiday, or one on which people work to make up for one.
use chrono::{Datelike, Weekday};
use huiyin_domain::councils::{Hours, SlotKind};

/// What a day is that its weekday does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayMark {
    /// A day off from Monday to Friday.
    Holiday,
    /// A Saturday or Sunday on which people work.
    MakeUpDay,
}

/// What is special about the day of a time of this kind.
pub(super) fn day_mark(hours: Hours, kind: SlotKind) -> Option<DayMark> {
    let is_weekend = matches!(hours.day.weekday(), Weekday::Sat | Weekday::Sun);
    match kind {
        SlotKind::WorkdayEvening | SlotKind::FridayEvening | SlotKind::WorkingHours => {
            is_weekend.then_some(DayMark::MakeUpDay)
        }
        SlotKind::WeekendMorning | SlotKind::WeekendAfternoon | SlotKind::WeekendEvening => {
            (!is_weekend).then_some(DayMark::Holiday)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::time::{parse_clock, parse_day};

    fn at(day: &str) -> Hours {
        let clock = |raw: &str| parse_clock(raw).unwrap();
        Hours::new(parse_day(day).unwrap(), clock("19:30"), clock("21:00")).unwrap()
    }

    #[test]
    fn a_day_that_is_not_what_its_weekday_says_is_told() {
        let kind = SlotKind::WorkdayEvening;
        assert_eq!(day_mark(at("2026-10-10"), kind), Some(DayMark::MakeUpDay));
        assert_eq!(day_mark(at("2026-12-02"), kind), None);
        let off = SlotKind::WeekendEvening;
        assert_eq!(day_mark(at("2027-01-01"), off), Some(DayMark::Holiday));
        assert_eq!(day_mark(at("2026-12-05"), off), None);
    }
}
