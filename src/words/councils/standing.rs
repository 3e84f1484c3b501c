//! Where a series stands, as one person sees it: what the one big sentence is made of.
use huiyin_domain::{
    councils::{
        Hours, Reason,
        series::{Offer, Stage, wire::SeriesPage},
    },
    residents::Viewer,
    time::Moment,
};

/// Where a series stands for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Topics are suggested and supported.
    Topics,
    /// They are asked when they can come.
    Asked {
        /// Until when.
        until: Moment,
    },
    /// They are asked only about times that are new.
    AskedAgain {
        /// How many.
        n: usize,
        /// Until when.
        until: Moment,
    },
    /// They have answered, and can change it.
    Answered {
        /// Until when.
        until: Moment,
    },
    /// Residents are asked; a guest signs in first.
    Others {
        /// Until when.
        until: Moment,
    },
    /// The answers are in; the times are being chosen.
    Planning,
    /// The times are chosen.
    Scheduled {
        /// How many councils.
        n: usize,
        /// The first of those still to come.
        next: Option<Hours>,
    },
    /// All is over.
    Closed,
    /// It will not take place.
    Cancelled {
        /// Why.
        reason: Reason,
    },
}

impl Standing {
    /// For whoever sees this page now.
    pub fn of(page: &SeriesPage, viewer: Option<&Viewer>, now: Moment) -> Self {
        match &page.series.stage {
            Stage::TopicsOpen => Self::Topics,
            Stage::Polling { until } if page.offers.contains(&Offer::Answer) => {
                Self::of_asked(page, *until)
            }
            Stage::Polling { until } => match viewer.and_then(Viewer::resident) {
                None if now <= *until => Self::Others { until: *until },
                None | Some(_) => Self::Planning,
            },
            Stage::Scheduled { plan, .. } => {
                let hours = plan.slots.iter().filter_map(|id| page.series.slot(*id));
                let mut hours = hours.map(|asked| asked.slot.hours);
                let n = plan.slots.len();
                Self::Scheduled { n, next: hours.find(|hours| now <= hours.begins()) }
            }
            Stage::Closed { .. } => Self::Closed,
            Stage::Cancelled { reason, .. } => Self::Cancelled { reason: reason.clone() },
        }
    }

    fn of_asked(page: &SeriesPage, until: Moment) -> Self {
        match &page.mine {
            Some(mine) if mine.kept.is_some() && mine.open.is_empty() => Self::Answered { until },
            Some(mine) if mine.kept.is_some() => Self::AskedAgain { n: mine.open.len(), until },
            Some(_) | None => Self::Asked { until },
        }
    }
}
