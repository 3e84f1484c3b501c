//! The years of a calendar, and the data file that holds them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::time::{Day, iso_day};

/// What is arranged for one year (一年的放假安排).
///
/// It may reach into the December before, where the holiday of 1 January often begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkYear {
    /// The year.
    pub year: i32,
    /// Whether the notice has come.
    pub status: YearStatus,
    /// The holidays.
    pub days_off: Vec<DaysOff>,
    /// The weekend days on which people work.
    pub make_up_days: Vec<MakeUpDay>,
}

/// Whether a year's notice has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YearStatus {
    /// The State Council has published it (已公布).
    Official,
    /// Only the holidays that the law fixes are known (暂定).
    Provisional,
}

/// Days off in a row (放假).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DaysOff {
    /// The first of them.
    #[serde(with = "iso_day")]
    pub from: Day,
    /// The last of them.
    #[serde(with = "iso_day")]
    pub to: Day,
    /// The holiday in Chinese.
    pub zh: String,
    /// The holiday in English.
    pub en: String,
}

/// A Saturday or Sunday on which people work (补班).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MakeUpDay {
    /// The day.
    #[serde(with = "iso_day")]
    pub day: Day,
    /// The holiday it makes up for, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

/// Why something is not a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarProblem {
    /// The text is not of the format; the words name line and column.
    NotTheFormat {
        /// What the reader of JSON says.
        words: String,
    },
    /// There is no year in it.
    NoYear,
    /// A year stands there twice.
    YearTwice {
        /// Which.
        year: i32,
    },
    /// A day that the year cannot speak about.
    OutsideYear {
        /// The year in which it stands.
        year: i32,
        /// The day.
        day: Day,
    },
    /// Days off whose last day is before the first.
    EndsBeforeItBegins {
        /// The first.
        from: Day,
        /// The last.
        to: Day,
    },
    /// A day that is off twice, or off and worked.
    MarkedTwice {
        /// Which.
        day: Day,
    },
    /// A make-up day from Monday to Friday.
    WorkedAnyway {
        /// Which.
        day: Day,
    },
    /// A day whose holiday has no name in Chinese or in English.
    WithoutName {
        /// Which.
        day: Day,
    },
}

impl fmt::Display for CalendarProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotTheFormat { words } => write!(f, "expected a calendar in JSON, found {words}"),
            Self::NoYear => write!(f, "expected at least one year, found none"),
            Self::YearTwice { year } => write!(f, "expected {year} once, found it twice"),
            Self::OutsideYear { year, day } => write!(
                f,
                "expected days of {year} or of the December before under {year}, found {day}"
            ),
            Self::EndsBeforeItBegins { from, to } => {
                write!(f, "expected days off that end on {from} or later, found {to}")
            }
            Self::MarkedTwice { day } => {
                write!(f, "expected {day} once among days off and make-up days, found it twice")
            }
            Self::WorkedAnyway { day } => {
                write!(f, "expected make-up days on Saturdays and Sundays, found {day}")
            }
            Self::WithoutName { day } => {
                write!(f, "expected the holiday's name in zh and en, found none for {day}")
            }
        }
    }
}

impl std::error::Error for CalendarProblem {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DataFile {
    years: Vec<WorkYear>,
}

/// Reads the years of a data file.
pub(super) fn read(text: &str) -> Result<Vec<WorkYear>, CalendarProblem> {
    // Editors on Windows put a mark before the text.
    let text = text.trim_start_matches('\u{feff}');
    let file: DataFile = serde_json::from_str(text)
        .map_err(|error| CalendarProblem::NotTheFormat { words: error.to_string() })?;
    Ok(file.years)
}

/// Writes a data file in which a person finds their way: one line for each holiday.
pub(super) fn write<'a>(years: impl Iterator<Item = &'a WorkYear>) -> String {
    let years: Vec<String> = years.map(year_text).collect();
    format!("{{\n  \"years\": [\n{}\n  ]\n}}\n", years.join(",\n"))
}

fn year_text(year: &WorkYear) -> String {
    let off = |off: &DaysOff| {
        let names = names_text(&off.zh, &off.en);
        format!("{{\"from\": \"{}\", \"to\": \"{}\", {names}}}", off.from, off.to)
    };
    let make_up = |made: &MakeUpDay| {
        format!("{{\"day\": \"{}\", {}}}", made.day, names_text(&made.zh, &made.en))
    };
    let status = match year.status {
        YearStatus::Official => "official",
        YearStatus::Provisional => "provisional",
    };
    format!(
        "    {{\n      \"year\": {},\n      \"status\": \"{status}\",\n      \
         \"days_off\": {},\n      \"make_up_days\": {}\n    }}",
        year.year,
        list_text(year.days_off.iter().map(off).collect()),
        list_text(year.make_up_days.iter().map(make_up).collect()),
    )
}

fn names_text(zh: &str, en: &str) -> String {
    format!("\"zh\": {}, \"en\": {}", quoted(zh), quoted(en))
}

fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}

fn list_text(items: Vec<String>) -> String {
    if items.is_empty() {
        return "[]".to_owned();
    }
    format!("[\n        {}\n      ]", items.join(",\n        "))
}
