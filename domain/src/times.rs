//! Times: when somebody can usually come to a council, and how they would attend.
use crate::{
    channels::Channel,
    councils::{AFTERNOON, EVENING},
    problems::{FieldFault, FieldProblem},
    time::Moment,
};
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A day of the week (星期).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WeekDay {
    /// 星期一.
    Monday,
    /// 星期二.
    Tuesday,
    /// 星期三.
    Wednesday,
    /// 星期四.
    Thursday,
    /// 星期五.
    Friday,
    /// 星期六.
    Saturday,
    /// 星期日.
    Sunday,
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    /// 上午.
    Morning,
    /// 下午.
    Afternoon,
    /// 晚上.
    Evening,
}

impl WeekDay {
    /// All of them, in order.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The parts of this day at which a council can sit: from Monday to Friday only the evening.
    pub fn parts(self) -> &'static [DayPart] {
        match self {
            Self::Monday | Self::Tuesday | Self::Wednesday | Self::Thursday | Self::Friday => {
                &[DayPart::Evening]
            }
            Self::Saturday | Self::Sunday => {
                &[DayPart::Morning, DayPart::Afternoon, DayPart::Evening]
            }
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Monday => "monday",
            Self::Tuesday => "tuesday",
            Self::Wednesday => "wednesday",
            Self::Thursday => "thursday",
            Self::Friday => "friday",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }
}

impl DayPart {
    /// The part in which something that begins at this time lies.
    pub fn of(time: NaiveTime) -> Self {
        if time < AFTERNOON {
            Self::Morning
        } else if time < EVENING {
            Self::Afternoon
        } else {
            Self::Evening
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
        }
    }
}

/// A part of the week at which a council can sit (一周里的一段时间): never in working hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WeekTime {
    day: WeekDay,
    part: DayPart,
}

impl WeekTime {
    /// `None` for the hours in which most people are at work.
    pub fn new(day: WeekDay, part: DayPart) -> Option<Self> {
        day.parts().contains(&part).then_some(Self { day, part })
    }

    /// All of them, in the order of the week.
    pub fn all() -> impl Iterator<Item = Self> {
        WeekDay::ALL.into_iter().flat_map(Self::of_day)
    }

    /// Those of one day.
    pub fn of_day(day: WeekDay) -> impl Iterator<Item = Self> {
        day.parts().iter().map(move |part| Self { day, part: *part })
    }

    /// Its day.
    pub fn day(self) -> WeekDay {
        self.day
    }

    /// Its part of that day.
    pub fn part(self) -> DayPart {
        self.part
    }

    /// Its name on the wire and in ids: `saturday-morning`.
    pub fn name(self) -> String {
        format!("{}-{}", self.day.word(), self.part.word())
    }

    /// The way back from [`Self::name`].
    pub fn parse(raw: &str) -> Option<Self> {
        Self::all().find(|time| time.name() == raw)
    }
}

impl TryFrom<String> for WeekTime {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, String> {
        Self::parse(&raw).ok_or_else(|| format!("{raw} is not a time at which a council can sit"))
    }
}

impl From<WeekTime> for String {
    fn from(time: WeekTime) -> Self {
        time.name()
    }
}

/// How somebody would attend (参加方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attend {
    /// In the room (到现场).
    InPerson,
    /// By video link (网上).
    Online,
    /// Either is fine (都可以).
    Either,
}

impl Attend {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::InPerson, Self::Online, Self::Either];
}

/// When somebody can usually come (一般什么时候能来): what a council is later planned from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "TimesForm", into = "TimesForm")]
pub enum WeekTimes {
    /// At no time (都不行).
    Never,
    /// At any time (都可以).
    Always {
        /// How they would attend.
        attend: Attend,
    },
    /// At these times; at least one.
    At {
        /// Which.
        times: BTreeSet<WeekTime>,
        /// How they would attend.
        attend: Attend,
    },
}

/// Which of the three kinds of answer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// [`WeekTimes::Never`].
    Never,
    /// [`WeekTimes::Always`].
    Always,
    /// [`WeekTimes::At`].
    At,
}

/// The same as it is filled in, screen by screen or on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TimesForm {
    /// Any, none, or those that are marked.
    pub when: Option<When>,
    /// The times that are marked; only looked at with [`When::At`].
    pub times: BTreeSet<WeekTime>,
    /// How they would attend; not looked at with [`When::Never`].
    pub attend: Option<Attend>,
}

impl TimesForm {
    /// Reads the form, or says what has not been answered.
    pub fn parse(&self) -> Result<WeekTimes, Vec<FieldProblem>> {
        let when = self.parse_when().map_err(|fault| vec![fault])?;
        if when == When::Never {
            return Ok(WeekTimes::Never);
        }
        let attend = self.attend.ok_or_else(|| vec![nothing_chosen("attend")])?;
        Ok(match when {
            When::Always | When::Never => WeekTimes::Always { attend },
            When::At => WeekTimes::At { times: self.times.clone(), attend },
        })
    }

    /// The times, alone. Marks without a word on any or none are marks.
    pub fn parse_when(&self) -> Result<When, FieldProblem> {
        match self.when {
            Some(When::Never) => Ok(When::Never),
            Some(When::Always) => Ok(When::Always),
            Some(When::At) | None if self.times.is_empty() => Err(nothing_chosen("times")),
            Some(When::At) | None => Ok(When::At),
        }
    }
}

fn nothing_chosen(field: &str) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault: FieldFault::NothingChosen }
}

impl TryFrom<TimesForm> for WeekTimes {
    type Error = String;

    fn try_from(form: TimesForm) -> Result<Self, String> {
        form.parse().map_err(|problems| format!("{problems:?}"))
    }
}

impl From<WeekTimes> for TimesForm {
    fn from(times: WeekTimes) -> Self {
        match times {
            WeekTimes::Never => Self { when: Some(When::Never), ..Self::default() },
            WeekTimes::Always { attend } => {
                Self { when: Some(When::Always), attend: Some(attend), ..Self::default() }
            }
            WeekTimes::At { times, attend } => {
                Self { when: Some(When::At), times, attend: Some(attend) }
            }
        }
    }
}

/// A resident's answer as it is kept: the newest one counts, whichever way it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptTimes {
    /// The answer.
    pub times: WeekTimes,
    /// How it came.
    pub channel: Channel,
    /// When it was given: on paper, the day on which it was received.
    pub at: Moment,
}

/// What a resident has said about their times, if anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimesPage {
    /// The newest answer.
    pub kept: Option<KeptTimes>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(name: &str) -> WeekTime {
        WeekTime::parse(name).unwrap()
    }

    #[test]
    fn working_hours_cannot_be_written() {
        assert_eq!(WeekTime::new(WeekDay::Monday, DayPart::Morning), None);
        assert!(WeekTime::new(WeekDay::Monday, DayPart::Evening).is_some());
        assert!(WeekTime::new(WeekDay::Sunday, DayPart::Morning).is_some());
        assert!(serde_json::from_str::<WeekTime>("\"friday-afternoon\"").is_err());
        assert_eq!(WeekTime::all().count(), 5 + 3 + 3);
    }

    #[test]
    fn marks_are_an_answer_and_so_are_any_and_none() {
        let marked = TimesForm {
            times: [time("saturday-morning")].into(),
            attend: Some(Attend::Either),
            ..TimesForm::default()
        };
        let at = WeekTimes::At { times: marked.times.clone(), attend: Attend::Either };
        assert_eq!(marked.parse(), Ok(at));
        // Who says that any time is fine has left earlier marks behind.
        let always = TimesForm { when: Some(When::Always), ..marked.clone() };
        assert_eq!(always.parse(), Ok(WeekTimes::Always { attend: Attend::Either }));
        let never = TimesForm { when: Some(When::Never), attend: None, ..marked };
        assert_eq!(never.parse(), Ok(WeekTimes::Never));
    }

    #[test]
    fn what_is_not_answered_is_said_with_its_field() {
        let field = |form: TimesForm| form.parse().unwrap_err()[0].field.clone();
        assert_eq!(field(TimesForm::default()), "times");
        let none_marked = TimesForm { when: Some(When::At), ..TimesForm::default() };
        assert_eq!(field(none_marked), "times");
        assert_eq!(field(TimesForm { when: Some(When::Always), ..TimesForm::default() }), "attend");
    }

    #[test]
    fn an_answer_survives_the_wire_and_an_empty_one_does_not() {
        let times =
            WeekTimes::At { times: [time("monday-evening")].into(), attend: Attend::Online };
        let wire = serde_json::to_string(&times).unwrap();
        assert_eq!(wire, r#"{"when":"at","times":["monday-evening"],"attend":"online"}"#);
        assert_eq!(serde_json::from_str::<WeekTimes>(&wire).unwrap(), times);
        assert!(serde_json::from_str::<WeekTimes>("{}").is_err());
    }
}
