//! The calendar of working days (工作日历) that the server counts with.

use std::sync::LazyLock;

use huiyin_domain::calendar::WorkCalendar;

static BUILT_IN: LazyLock<WorkCalendar> = LazyLock::new(WorkCalendar::built_in);

/// The one that comes with the program.
pub fn built_in() -> &'static WorkCalendar {
    &BUILT_IN
}

/// Another one, kept as long as the program runs: called once, at the start.
pub fn kept(calendar: WorkCalendar) -> &'static WorkCalendar {
    Box::leak(Box::new(calendar))
}
