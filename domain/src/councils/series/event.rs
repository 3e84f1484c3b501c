//! What happens to a series; replaying the events of its stream gives its state.
use super::{About, Asked, Chosen, Needs, Series, SeriesTitle, Stage};
use crate::{
    councils::Reason,
    ids::{CouncilId, SeriesId, SlotId, SubmissionId, Version},
    time::Moment,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// How a series begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// In one line.
    pub title: SeriesTitle,
    /// What it is for.
    pub about: About,
    /// What a plan has to keep to, until the organiser sets it.
    pub needs: Needs,
}

/// What happened to a series; never who answered, or what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It began.
    Begun(Box<Begun>),
    /// Its title or purpose was mended.
    Described {
        /// In one line.
        title: SeriesTitle,
        /// What it is for.
        about: About,
    },
    /// Its topics were chosen.
    TopicsChosen {
        /// The first first.
        topics: Vec<SubmissionId>,
    },
    /// What a plan has to keep to was set.
    NeedsSet {
        /// All of it.
        needs: Needs,
    },
    /// Times were added.
    SlotsAdded {
        /// Which.
        slots: Vec<Asked>,
    },
    /// A time was taken out; the answers about it stay.
    SlotWithdrawn {
        /// Which.
        slot: SlotId,
        /// Why.
        reason: Reason,
    },
    /// Residents are asked when they can come.
    PollOpened {
        /// Until when.
        until: Moment,
    },
    /// They are asked longer.
    PollExtended {
        /// The old end.
        from: Moment,
        /// The new one.
        to: Moment,
        /// Why.
        reason: Reason,
    },
    /// The times were chosen.
    Scheduled {
        /// Which, and how good they are.
        plan: Chosen,
        /// The councils that come of them, in the same order.
        councils: Vec<CouncilId>,
    },
    /// It has ended.
    Closed,
    /// It was given up.
    Cancelled {
        /// Why.
        reason: Reason,
    },
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Begun(_) => "begun",
            Self::Described { .. } => "described",
            Self::TopicsChosen { .. } => "topics_chosen",
            Self::NeedsSet { .. } => "needs_set",
            Self::SlotsAdded { .. } => "slots_added",
            Self::SlotWithdrawn { .. } => "slot_withdrawn",
            Self::PollOpened { .. } => "poll_opened",
            Self::PollExtended { .. } => "poll_extended",
            Self::Scheduled { .. } => "scheduled",
            Self::Closed => "closed",
            Self::Cancelled { .. } => "cancelled",
        }
    }
}

/// The series as it is after it began.
pub fn begin(id: SeriesId, begun: &Begun) -> Series {
    Series {
        id,
        version: Version::FIRST,
        title: begun.title.clone(),
        about: begun.about.clone(),
        topics: Vec::new(),
        needs: begun.needs.clone(),
        slots: Vec::new(),
        stage: Stage::TopicsOpen,
    }
}

/// The series after one more event of its stream.
#[must_use]
pub fn apply(series: &Series, event: &Event, at: Moment) -> Series {
    let mut next = Series { version: series.version.next(), ..series.clone() };
    match event {
        Event::Begun(begun) => next = begin(series.id, begun),
        Event::Described { title, about } => {
            next.title.clone_from(title);
            next.about.clone_from(about);
        }
        Event::TopicsChosen { topics } => next.topics.clone_from(topics),
        Event::NeedsSet { needs } => next.needs.clone_from(needs),
        Event::SlotsAdded { slots } => next.slots.extend(slots.iter().cloned()),
        Event::SlotWithdrawn { slot, reason } => {
            for asked in next.slots.iter_mut().filter(|asked| asked.slot.id == *slot) {
                asked.withdrawn = Some(reason.clone());
            }
        }
        Event::PollOpened { until } => next.stage = Stage::Polling { until: *until },
        Event::PollExtended { to, .. } => next.stage = Stage::Polling { until: *to },
        Event::Scheduled { plan, councils } => {
            let (plan, councils) = (plan.clone(), councils.clone());
            next.stage = Stage::Scheduled { at, plan, councils };
        }
        Event::Closed => {
            if let Stage::Scheduled { plan, councils, .. } = &series.stage {
                let (plan, councils) = (plan.clone(), councils.clone());
                next.stage = Stage::Closed { at, plan, councils };
            }
        }
        Event::Cancelled { reason } => {
            next.stage = Stage::Cancelled { at, reason: reason.clone() };
        }
    }
    next
}
