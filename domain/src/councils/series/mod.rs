//! Series: from topics to the times of one or several councils, chosen so that every group can come.
mod answers;
mod chances;
mod decide;
mod event;
mod form;
mod in_time;
mod may;
mod planned;
mod problem;
#[cfg(test)]
mod tests;
mod told;
mod why;
pub mod wire;

pub use answers::{
    Answer, AnswerForm, KeptAnswer, Mark, attend_of, marks_of_week, slots_without_a_mark,
};
pub use chances::{Chance, group_in_plan};
pub use decide::{Command, Found, decide};
pub use event::{Begun, Event, apply, begin};
pub use form::{NeedsForm, SeriesForm, SlotForm};
pub use in_time::CHOOSING_DAYS;
pub use may::{
    Offer, Scene, may_answer, may_begin, may_schedule, may_see_plan, may_see_totals, may_support,
    may_tend, offers,
};
pub use planned::{Best, Judged, best, judge};
pub use problem::{Wish, place_of, problem};
pub use told::{Audience, Told, told};
pub use why::why_not;

use super::{Reason, Slot, SlotKind};
use crate::{
    ids::{CouncilId, SeriesId, SlotId, StaffId, SubmissionId, Version, by_number},
    time::Moment,
    words::Words,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a series is about, in one line.
pub type SeriesTitle = Words<60>;
/// What a series is for, in a few sentences.
pub type About = Words<1000>;

/// Most councils of one series.
pub const SESSIONS_MOST: u32 = 12;
/// Most slots residents are asked about, withdrawn ones left out.
pub const SLOTS_MOST: usize = 60;
/// Most topics of one series.
pub const TOPICS_MOST: usize = 10;
/// Days of notice before a council, unless the organiser sets more.
pub const NOTICE_DAYS: u32 = 3;

/// One or several councils planned together (系列会); a single council is a series of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Its number.
    pub id: SeriesId,
    /// How often it has changed; answers of residents do not change it.
    pub version: Version,
    /// In one line.
    pub title: SeriesTitle,
    /// What it is for.
    pub about: About,
    /// The topics chosen from what residents suggested, the first first.
    pub topics: Vec<SubmissionId>,
    /// What a plan has to keep to.
    pub needs: Needs,
    /// The times residents are asked about; none is ever taken out, so that no answer is lost.
    pub slots: Vec<Asked>,
    /// Where it stands.
    pub stage: Stage,
}

/// A slot residents are asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// When and where.
    pub slot: Slot,
    /// What kind of time that is; set when it was added.
    pub kind: SlotKind,
    /// Why it is no longer offered, if so; answers about it stay.
    pub withdrawn: Option<Reason>,
}

/// What a plan has to keep to (排会要求).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Needs {
    /// So many councils.
    pub n_sessions: u32,
    /// Days between any two of them, at least.
    pub min_gap_days: u32,
    /// So many residents must be able to come to each (法定人数).
    pub quorum: u32,
    /// At most so many of each kind of time; a kind that is missing has no limit.
    pub most_of_kind: BTreeMap<SlotKind, u32>,
    /// Groups with fewer residents are not counted on their own.
    pub min_group: u32,
    /// Who of the staff leads at most how many; with nobody named the office finds somebody.
    #[serde(with = "by_number")]
    pub facilitators: BTreeMap<StaffId, u32>,
    /// Days of notice before a council.
    pub notice_days: u32,
}

impl Default for Needs {
    fn default() -> Self {
        Self {
            n_sessions: 1,
            min_gap_days: 1,
            quorum: 0,
            most_of_kind: BTreeMap::new(),
            min_group: 5,
            facilitators: BTreeMap::new(),
            notice_days: NOTICE_DAYS,
        }
    }
}

/// Where a series stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Stage {
    /// Residents suggest and support topics (征集议题).
    TopicsOpen,
    /// Residents say when they can come (征集时间).
    Polling {
        /// Until when.
        until: Moment,
    },
    /// The times are chosen (时间已定).
    Scheduled {
        /// When they were chosen.
        at: Moment,
        /// The plan.
        plan: Chosen,
        /// Its councils, in the order of their days.
        councils: Vec<CouncilId>,
    },
    /// All of its councils are over (已结束).
    Closed {
        /// Since when.
        at: Moment,
        /// The plan.
        plan: Chosen,
        /// Its councils, in the order of their days.
        councils: Vec<CouncilId>,
    },
    /// It will not take place (已取消).
    Cancelled {
        /// Since when.
        at: Moment,
        /// Why.
        reason: Reason,
    },
}

/// A stage's name, without its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// [`Stage::TopicsOpen`].
    TopicsOpen,
    /// [`Stage::Polling`].
    Polling,
    /// [`Stage::Scheduled`].
    Scheduled,
    /// [`Stage::Closed`].
    Closed,
    /// [`Stage::Cancelled`].
    Cancelled,
}

/// The plan that was chosen (方案).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// Its slots, in the order of their days.
    pub slots: Vec<SlotId>,
    /// How good it is.
    pub worth: Worth,
    /// How that compares with the best there could be.
    pub standing: Standing,
    /// The SHA-256 of what it was planned from, so that anybody can plan it again.
    pub checksum: String,
}

/// How good a plan is, as the planner measures it: the first counts first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Worth {
    /// The share of the worst-off group that has a seat, in whole percent (最弱群体保障).
    pub worst_group_percent: u32,
    /// Residents who can hold a seat.
    pub n_seated: u32,
    /// Marks "can" at the chosen times.
    pub n_marks: u32,
}

/// How a plan compares with the best there could be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Standing {
    /// None is better; this was proven.
    Best,
    /// Perhaps one is better, but no better than this.
    Within {
        /// No plan is better than this.
        bound: Worth,
    },
    /// The organiser chose another one, and says why.
    Other {
        /// The best the planner found.
        best: Worth,
        /// Why not that one.
        reason: Reason,
    },
}

impl Stage {
    /// Its name.
    pub fn kind(&self) -> StageKind {
        match self {
            Self::TopicsOpen => StageKind::TopicsOpen,
            Self::Polling { .. } => StageKind::Polling,
            Self::Scheduled { .. } => StageKind::Scheduled,
            Self::Closed { .. } => StageKind::Closed,
            Self::Cancelled { .. } => StageKind::Cancelled,
        }
    }

    /// The plan, once there is one.
    pub fn plan(&self) -> Option<&Chosen> {
        match self {
            Self::Scheduled { plan, .. } | Self::Closed { plan, .. } => Some(plan),
            Self::TopicsOpen | Self::Polling { .. } | Self::Cancelled { .. } => None,
        }
    }

    /// Its councils, once there are any.
    pub fn councils(&self) -> &[CouncilId] {
        match self {
            Self::Scheduled { councils, .. } | Self::Closed { councils, .. } => councils,
            Self::TopicsOpen | Self::Polling { .. } | Self::Cancelled { .. } => &[],
        }
    }
}

impl StageKind {
    /// As tables and addresses name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::TopicsOpen => "topics_open",
            Self::Polling => "polling",
            Self::Scheduled => "scheduled",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl Series {
    /// The slots that are still offered, in the order of their hours.
    pub fn offered(&self) -> Vec<&Asked> {
        let mut offered: Vec<_> =
            self.slots.iter().filter(|asked| asked.withdrawn.is_none()).collect();
        offered.sort_by_key(|asked| (asked.slot.hours, asked.slot.id));
        offered
    }

    /// One of its slots.
    pub fn slot(&self, id: SlotId) -> Option<&Asked> {
        self.slots.iter().find(|asked| asked.slot.id == id)
    }
}
