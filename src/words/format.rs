//! Dates, money and counts as each language writes them.
use super::Language;
use chrono::{Datelike, NaiveDateTime, NaiveTime, Timelike};
use huiyin_domain::{
    councils::Hours,
    money::{Money, group_thousands},
    time::{DAY_MS, Day, Moment, parse_day},
};
use std::cell::Cell;

const WEEKDAYS_ZH: [&str; 7] =
    ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];
const WEEKDAYS_EN: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const HOUR_MS: i64 = 3_600_000;

thread_local! {
    /// The year in which this page is read; `None` until the app has seen a clock.
    static THIS_YEAR: Cell<Option<i32>> = const { Cell::new(None) };
}

/// Tells the words which year it is: a day of any other is written with its own.
pub fn note_this_year(now: Moment) {
    THIS_YEAR.set(Some(now.in_china().year()));
}

impl Language {
    /// A day with its weekday, and with its year when that is not this one: `11月28日 星期六`,
    /// `Saturday 28 November`, `Monday 4 January 2027`.
    pub fn day(self, moment: Moment) -> String {
        self.day_read_in(THIS_YEAR.get(), moment)
    }

    fn day_read_in(self, this_year: Option<i32>, moment: Moment) -> String {
        let is_this_year = this_year.is_none_or(|year| year == moment.in_china().year());
        if is_this_year { self.day_of_year(moment) } else { self.long_day(moment) }
    }

    fn day_of_year(self, moment: Moment) -> String {
        let clock = moment.in_china();
        let weekday = clock.weekday().num_days_from_monday() as usize;
        match self {
            Self::Chinese => {
                format!("{}月{}日 {}", clock.month(), clock.day(), WEEKDAYS_ZH[weekday])
            }
            Self::English => {
                let month = MONTHS_EN[clock.month0() as usize];
                format!("{} {} {month}", WEEKDAYS_EN[weekday], clock.day())
            }
        }
    }

    /// A day on the wall calendar.
    pub fn date(self, day: Day) -> String {
        self.day(Moment::from_china(day.and_time(NaiveTime::MIN)))
    }

    /// A day with its year, for what is long past or far ahead.
    pub fn long_day(self, moment: Moment) -> String {
        let year = moment.in_china().year();
        match self {
            Self::Chinese => format!("{year}年{}", self.day_of_year(moment)),
            Self::English => format!("{} {year}", self.day_of_year(moment)),
        }
    }

    /// A month, as `2026-11` writes it: `2026年11月`, `November 2026`. What is none stays as it is.
    pub fn month(self, iso: &str) -> String {
        let Some(first) = parse_day(&format!("{iso}-01")) else { return iso.to_owned() };
        match self {
            Self::Chinese => format!("{}年{}月", first.year(), first.month()),
            Self::English => format!("{} {}", MONTHS_EN[first.month0() as usize], first.year()),
        }
    }

    /// A day and the time on the wall clock in China.
    pub fn moment(self, moment: Moment) -> String {
        let clock = moment.in_china();
        match self {
            Self::Chinese => format!("{} {}", self.day(moment), clock_zh(clock)),
            Self::English => format!("{}, {}", self.day(moment), clock_en(clock)),
        }
    }

    /// A stretch of one day: `11月28日 星期六 晚上7点 到 晚上8点30分`.
    pub fn hours(self, hours: Hours) -> String {
        match self {
            Self::Chinese => format!("{} {}", self.date(hours.day), self.clock_hours(hours)),
            Self::English => format!("{}, {}", self.date(hours.day), self.clock_hours(hours)),
        }
    }

    /// The same without its day.
    pub fn clock_hours(self, hours: Hours) -> String {
        let (from, until) = (hours.day.and_time(hours.from), hours.day.and_time(hours.until));
        match self {
            Self::Chinese => format!("{} 到 {}", clock_zh(from), clock_zh(until)),
            Self::English => format!("{} to {}", clock_en(from), clock_en(until)),
        }
    }

    /// How long until `then`: whole days, or hours on the last day.
    pub fn time_left(self, now: Moment, then: Moment) -> String {
        let left = (then.millis() - now.millis()).max(0);
        let (days, hours) = (left / DAY_MS, left / HOUR_MS);
        match self {
            Self::Chinese if days > 0 => format!("还有 {days} 天"),
            Self::Chinese if hours > 0 => format!("还有 {hours} 小时"),
            Self::Chinese => "不到 1 小时".to_owned(),
            Self::English if days > 0 => counted(days.unsigned_abs(), "day left", "days left"),
            Self::English if hours > 0 => counted(hours.unsigned_abs(), "hour left", "hours left"),
            Self::English => "less than an hour left".to_owned(),
        }
    }

    /// An amount with its currency.
    pub fn money(self, amount: Money, currency: &str) -> String {
        let digits = amount.grouped();
        match self {
            Self::Chinese if currency == "CNY" => format!("{digits} 元"),
            Self::Chinese => format!("{digits} {currency}"),
            Self::English => format!("{currency} {digits}"),
        }
    }

    /// An amount in yuan.
    pub fn yuan(self, amount: Money) -> String {
        self.money(amount, "CNY")
    }

    /// A whole number with its thousands grouped.
    pub fn number(self, number: u64) -> String {
        group_thousands(number)
    }
}

/// A time of day as a clock shows it: `18:30`. The crate's own patterns are a small language, and
/// what reads them would come with every form.
pub fn hour_minute(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn clock_zh(clock: NaiveDateTime) -> String {
    let (part, hour) = match clock.hour() {
        hour @ 0..6 => ("凌晨", hour),
        hour @ 6..12 => ("上午", hour),
        12 => ("中午", 12),
        hour @ 13..18 => ("下午", hour - 12),
        hour => ("晚上", hour - 12),
    };
    match clock.minute() {
        0 => format!("{part}{hour}点"),
        minute => format!("{part}{hour}点{minute:02}分"),
    }
}

fn clock_en(clock: NaiveDateTime) -> String {
    let (is_pm, hour) = clock.hour12();
    let part = if is_pm { "pm" } else { "am" };
    match clock.minute() {
        0 => format!("{hour} {part}"),
        minute => format!("{hour}:{minute:02} {part}"),
    }
}

/// A count with its noun in English: `1 vote`, `2 votes`.
pub fn counted(number: u64, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{} {noun}", group_thousands(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_another_year_says_which() {
        let moment = |raw| Moment::parse(raw).unwrap();
        let before = moment("2026-12-31T23:30:00+08:00");
        let after = moment("2027-01-01T00:30:00+08:00");
        for (language, this, other) in [
            (Language::Chinese, "12月31日 星期四", "2027年1月1日 星期五"),
            (Language::English, "Thursday 31 December", "Friday 1 January 2027"),
        ] {
            assert_eq!(language.day_read_in(Some(2026), before), this);
            assert_eq!(language.day_read_in(Some(2026), after), other);
            // Until a clock was seen no year is another one.
            assert!(other.contains("2027") && !language.day_read_in(None, after).contains("2027"));
            // A day that always has its year does not get it twice.
            assert_eq!(language.long_day(after), other);
        }
    }

    #[test]
    fn every_date_on_a_screen_says_a_year_that_is_not_this_one() {
        note_this_year(Moment::parse("2026-11-22T12:00:00+08:00").unwrap());
        let day = parse_day("2027-02-17").unwrap();
        let at = Moment::parse("2027-02-17T19:00:00+08:00").unwrap();
        let hours = Hours {
            day,
            from: at.in_china().time(),
            until: at.plus_millis(HOUR_MS).in_china().time(),
        };
        for (language, year) in [(Language::Chinese, "2027年2月17日"), (Language::English, "2027")]
        {
            for said in [language.date(day), language.moment(at), language.hours(hours)] {
                assert_eq!(said.matches(year).count(), 1, "{said}");
            }
        }
        let near = Moment::parse("2026-11-28T19:00:00+08:00").unwrap();
        assert_eq!(Language::English.moment(near), "Saturday 28 November, 7 pm");
        THIS_YEAR.set(None);
    }

    #[test]
    fn dates_and_money_are_written_as_each_language_writes_them() {
        let moment = Moment::parse("2026-11-28T18:30:00+08:00").unwrap();
        assert_eq!(Language::Chinese.moment(moment), "11月28日 星期六 晚上6点30分");
        assert_eq!(Language::English.moment(moment), "Saturday 28 November, 6:30 pm");
        assert_eq!(Language::Chinese.yuan(Money::yuan(12_000)), "12,000 元");
        assert_eq!(Language::English.yuan(Money::fen(1_250)), "CNY 12.50");
        assert_eq!(Language::Chinese.month("2026-11"), "2026年11月");
        assert_eq!(Language::English.month("2026-11"), "November 2026");
        let later = moment.plus_millis(DAY_MS + 1);
        assert_eq!(Language::English.time_left(moment, later), "1 day left");
        assert_eq!(Language::Chinese.time_left(later, moment), "不到 1 小时");
    }
}
