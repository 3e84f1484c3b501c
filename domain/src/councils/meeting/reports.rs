//! Reports that a resolution is done, and what residents say of them: no resolution ends silently.
use super::{Council, Resolution, Said, Standing};
use crate::time::{Day, Moment, iso_day};
use serde::{Deserialize, Serialize};

/// What somebody wrote who says that a resolution is not done (还没办好). Nobody's name stands
/// with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotDone {
    /// When it was said.
    pub at: Moment,
    /// What is missing.
    pub words: Said,
}

/// A report that a resolution is done (办好的报告), with what residents say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// When it was reported.
    pub at: Moment,
    /// The last day on which residents say whether it is so.
    #[serde(with = "iso_day")]
    pub until: Day,
    /// How many say that it is done (办好了).
    pub n_done: u32,
    /// What those wrote who say that it is not, the oldest first.
    pub not_done: Vec<NotDone>,
}

impl Report {
    /// Nobody has said anything of it yet.
    pub(super) fn new(at: Moment, until: Day) -> Self {
        Self { at, until, n_done: 0, not_done: Vec::new() }
    }

    /// How many say that it is not done.
    pub fn n_not_done(&self) -> u32 {
        u32::try_from(self.not_done.len()).unwrap_or(u32::MAX)
    }

    /// How a resolution stands by what was said of its last report so far.
    pub(super) fn standing(&self) -> Standing {
        let (n_done, n_not_done, until) = (self.n_done, self.n_not_done(), self.until);
        match (n_done, n_not_done) {
            (0, 0) => Standing::ReportedDone { until },
            (n_done, 0) => Standing::Confirmed { n_done },
            (n_done, n_not_done) => Standing::Disputed { n_done, n_not_done, until },
        }
    }
}

impl Resolution {
    /// Until when residents say whether it is done; nothing while nobody reports that it is.
    pub fn asked_until(&self) -> Option<Day> {
        match self.standing {
            Standing::ReportedDone { .. }
            | Standing::Confirmed { .. }
            | Standing::Disputed { .. }
            | Standing::Unconfirmed { .. } => self.reports.last().map(|report| report.until),
            Standing::NotCarried | Standing::Open | Standing::CarriedOver { .. } => None,
        }
    }

    /// How it stands on this day: once the days are over in which nobody said anything, that is
    /// said, and never that somebody confirmed it.
    pub fn standing_on(&self, today: Day) -> Standing {
        match self.standing {
            Standing::ReportedDone { until } if until < today => Standing::Unconfirmed { until },
            Standing::NotCarried
            | Standing::Open
            | Standing::ReportedDone { .. }
            | Standing::Confirmed { .. }
            | Standing::Disputed { .. }
            | Standing::Unconfirmed { .. }
            | Standing::CarriedOver { .. } => self.standing,
        }
    }

    /// Until when its council waits for residents' words before it can be closed. One who says
    /// that it is done is enough, as long as nobody says that it is not.
    pub(super) fn awaited_until(&self, today: Day) -> Option<Day> {
        match self.standing {
            Standing::ReportedDone { until } | Standing::Disputed { until, .. } => {
                (today <= until).then_some(until)
            }
            Standing::NotCarried
            | Standing::Open
            | Standing::Confirmed { .. }
            | Standing::Unconfirmed { .. }
            | Standing::CarriedOver { .. } => None,
        }
    }

    /// Is there something left for the office to do?
    pub fn is_owed(&self) -> bool {
        match self.standing {
            Standing::Open | Standing::Disputed { .. } => true,
            Standing::NotCarried
            | Standing::ReportedDone { .. }
            | Standing::Confirmed { .. }
            | Standing::Unconfirmed { .. }
            | Standing::CarriedOver { .. } => false,
        }
    }

    /// Has a resident put it back to open before? That is done once: after it, words are counted
    /// and shown, and whoever wants more sends an opinion, which is owed an answer of its own.
    pub fn was_reopened(&self) -> bool {
        self.reports.iter().any(|report| !report.not_done.is_empty())
    }

    /// The same, as it stands on this day.
    #[must_use]
    pub fn on(&self, today: Day) -> Self {
        Self { standing: self.standing_on(today), ..self.clone() }
    }
}

impl Council {
    /// Its resolutions, as they stand on this day.
    pub fn resolutions_on(&self, today: Day) -> Vec<Resolution> {
        self.resolutions.iter().map(|it| it.on(today)).collect()
    }

    /// The report that was made at this moment, if one was.
    pub fn report_of(&self, at: Moment) -> Option<&Report> {
        self.resolutions.iter().flat_map(|it| &it.reports).find(|report| report.at == at)
    }
}
