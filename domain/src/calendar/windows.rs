//! The hours at which a council may sit, by the kind of day.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::DayKind;
use crate::time::clock;
use crate::times::DayPart;

/// Hours on one day within which a council may sit (可开会的时间).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Window {
    /// The part of the day it lies in.
    pub part: DayPart,
    /// When it begins.
    #[serde(with = "clock")]
    pub from: NaiveTime,
    /// When the council must have ended.
    #[serde(with = "clock")]
    pub until: NaiveTime,
}

impl Window {
    /// Does a council between these times lie in it?
    pub fn holds(&self, from: NaiveTime, until: NaiveTime) -> bool {
        self.from <= from && from < until && until <= self.until
    }
}

/// The windows of a day unless the community has others.
///
/// On days that are worked, also on make-up Saturdays, only the evening; on public holidays
/// people are with their families.
pub fn default_windows(kind: DayKind) -> &'static [Window] {
    match kind {
        DayKind::Workday | DayKind::MakeUpDay => &WORKED,
        DayKind::Weekend => &OFF,
        DayKind::Holiday => &[],
    }
}

const WORKED: [Window; 1] = [window(DayPart::Evening, (19, 0), (21, 30))];

const OFF: [Window; 3] = [
    window(DayPart::Morning, (9, 0), (11, 30)),
    window(DayPart::Afternoon, (14, 0), (17, 0)),
    window(DayPart::Evening, (19, 0), (21, 0)),
];

const fn window(part: DayPart, from: (u32, u32), until: (u32, u32)) -> Window {
    Window { part, from: at(from), until: at(until) }
}

const fn at((hour, minute): (u32, u32)) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("hours and minutes of a day")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: DayKind) -> Vec<String> {
        let windows = default_windows(kind).iter();
        windows.map(|window| format!("{}-{}", window.from, window.until)).collect()
    }

    #[test]
    fn nobody_is_asked_to_come_in_working_hours_or_on_a_holiday() {
        assert_eq!(said(DayKind::Workday), ["19:00:00-21:30:00"]);
        assert_eq!(said(DayKind::MakeUpDay), said(DayKind::Workday));
        assert_eq!(
            said(DayKind::Weekend),
            ["09:00:00-11:30:00", "14:00:00-17:00:00", "19:00:00-21:00:00"]
        );
        assert!(said(DayKind::Holiday).is_empty());
    }
}
