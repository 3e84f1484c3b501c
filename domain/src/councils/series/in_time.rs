//! Until when residents can be asked about a time, so that its notice is not too late.
use super::Series;
use crate::{
    councils::{Hours, meeting::notice_by},
    ids::SlotId,
    time::Day,
};
use chrono::Days;

/// Days between the last answers and the notice: the day on which the times are chosen.
pub const CHOOSING_DAYS: u32 = 1;

impl Series {
    /// The last day on which residents can be asked: a day later the times are chosen, and notice
    /// of the first of them is still in time. `None` without times.
    pub fn latest_end(&self) -> Option<Day> {
        let first = self.offered().first()?.slot.hours;
        Some(notice_by(first, self.needs.notice_days.saturating_add(CHOOSING_DAYS)))
    }

    /// The first day on which there can be a council of whose notice this is the first day.
    pub fn first_day_after(&self, notice: Day) -> Day {
        let days = Days::new(self.needs.notice_days.into());
        notice.checked_add_days(days).unwrap_or(Day::MAX)
    }

    /// Can notice of these hours be given today, or later?
    pub fn is_in_time(&self, hours: Hours, today: Day) -> bool {
        today <= notice_by(hours, self.needs.notice_days)
    }

    /// The offered times of which notice can no longer be given: no plan has them (太近).
    pub fn too_near(&self, today: Day) -> Vec<SlotId> {
        let offered = self.offered().into_iter();
        let late = offered.filter(|asked| !self.is_in_time(asked.slot.hours, today));
        late.map(|asked| asked.slot.id).collect()
    }

    /// The series as it can be planned today: without the times that are too near.
    #[must_use]
    pub fn as_of(&self, today: Day) -> Self {
        let late = self.too_near(today);
        let mut series = self.clone();
        series.slots.retain(|asked| !late.contains(&asked.slot.id));
        series
    }
}
