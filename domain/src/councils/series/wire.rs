//! What is sent about series of councils, their topics, times and plans.
use super::{AnswerForm, Event, KeptAnswer, Mark, Offer, Series, StageKind, Worth};
use crate::{
    calendar::{Certainty, DayName},
    callbacks::phone::PhoneNumber,
    councils::{Group, Hours},
    feedback::StageKind as FeedbackStage,
    ids::{CouncilId, ResidentId, SeriesId, SlotId, StaffId, SubmissionId, by_number},
    time::Moment,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A topic that residents suggested (议题): a submission with its promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicRow {
    /// Its number, as in 第128号.
    pub id: SubmissionId,
    /// In one sentence.
    pub title: String,
    /// When it was suggested.
    pub sent_at: Moment,
    /// Where its promise stands.
    pub stage: FeedbackStage,
    /// How many support it.
    pub n_supports: u32,
    /// Does this person?
    pub supports: bool,
    /// Is it this person's own?
    pub is_mine: bool,
    /// The series that took it up, if one did.
    pub series: Option<SeriesId>,
}

/// The topics residents suggested, the most supported first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicList {
    /// Each once.
    pub items: Vec<TopicRow>,
    /// May this person support one?
    pub may_support: bool,
}

/// Whether somebody supports a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support {
    /// Does this person?
    pub supports: bool,
}

/// A series on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesCard {
    /// Its number.
    pub id: SeriesId,
    /// In one line.
    pub title: String,
    /// Where it stands.
    pub stage: StageKind,
    /// Until when residents are asked, while they are.
    pub until: Option<Moment>,
    /// How many councils.
    pub n_sessions: u32,
    /// The next of its councils, once the times are chosen.
    pub next: Option<NextCouncil>,
    /// Has this person said when they can come?
    pub has_answered: bool,
}

impl SeriesCard {
    /// Does it wait for the answer of a resident who looks at it now?
    pub fn waits(&self, now: Moment) -> bool {
        let Self { stage, until, has_answered, .. } = *self;
        SeriesAsks { stage, until, has_answered }.waits(now)
    }
}

/// What of a series on a list says whether it waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct SeriesAsks {
    /// Where it stands.
    pub stage: StageKind,
    /// Until when residents are asked, while they are.
    pub until: Option<Moment>,
    /// Has this person said when they can come?
    pub has_answered: bool,
}

impl SeriesAsks {
    /// Does it wait for the answer of a resident who looks at it now?
    pub fn waits(&self, now: Moment) -> bool {
        let is_open = self.until.is_some_and(|until| now <= until);
        self.stage == StageKind::Polling && is_open && !self.has_answered
    }
}

/// What of a list of series the first screen reads, which is no more than it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct SeriesAskList {
    /// Each once.
    pub items: Vec<SeriesAsks>,
}

/// The next council of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextCouncil {
    /// Its number.
    pub id: CouncilId,
    /// When.
    pub hours: Hours,
}

/// The series of a community: what waits for an answer first, then the newest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesList {
    /// Each once.
    pub items: Vec<SeriesCard>,
    /// May this person begin one?
    pub may_begin: bool,
}

/// How many marked a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// Can come.
    pub can: u32,
    /// Can if it has to be.
    pub if_need_be: u32,
    /// Cannot.
    pub cannot: u32,
}

/// What this person said, and what they have not been asked yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyAnswer {
    /// The newest answer, if there is one.
    pub kept: Option<KeptAnswer>,
    /// What their usual week says, for slots they have not marked.
    pub by_week: BTreeMap<SlotId, Mark>,
    /// The form to begin with: what they said, filled up with what their usual week says.
    pub form: AnswerForm,
    /// Offered times about which they have said nothing.
    pub open: Vec<SlotId>,
}

/// Something that happened to a series, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesStory {
    /// When.
    pub at: Moment,
    /// What.
    pub event: Event,
}

/// A series, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesPage {
    /// What it is, and where it stands.
    pub series: Series,
    /// Its topics, in its order.
    pub topics: Vec<TopicRow>,
    /// How sure the kind of each slot's day is; left out when certain.
    pub provisional: BTreeMap<SlotId, Certainty>,
    /// The public holidays on which its times lie; other times are left out.
    #[serde(default)]
    pub holidays: BTreeMap<SlotId, DayName>,
    /// For a resident: what they said.
    pub mine: Option<MyAnswer>,
    /// How many have answered.
    pub n_answers: u32,
    /// What they said, slot by slot, once this person may see it.
    pub totals: Option<BTreeMap<SlotId, Marks>>,
    /// What happened, newest first.
    pub story: Vec<SeriesStory>,
    /// What this person may do.
    pub offers: Vec<Offer>,
}

/// A plan as the server found it, for the organiser to take or to change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanPage {
    /// The checksum of what it was planned from.
    pub checksum: String,
    /// What came of planning.
    pub plan: Sought,
    /// Residents who can come at none of the times.
    pub n_nowhere: u32,
    /// Residents who are planned for.
    pub n_planned_for: u32,
}

impl PlanPage {
    /// The plan, if one was found.
    pub fn found(&self) -> Option<&Planned> {
        match &self.plan {
            Sought::Found(planned) => Some(planned),
            Sought::Not(_) => None,
        }
    }
}

/// What came of planning (排期结果).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Sought {
    /// The best plan that was found.
    Found(Planned),
    /// None was found.
    Not(NoPlan),
}

/// Why no plan was found (没有方案).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NoPlan {
    /// None keeps to the needs; that is proven.
    Impossible(Obstacles),
    /// The time was over before one was found: there may be one.
    NotFoundInTime,
}

/// What stands in the way of every plan, and what would help (卡在哪里).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obstacles {
    /// So many councils are to be held.
    pub n_sessions: u32,
    /// Needs that allow fewer by themselves; none of them, when each could be kept, and only all
    /// together cannot.
    pub in_the_way: Vec<Obstacle>,
    /// Changes of one need that are enough by themselves, each as small as can be.
    pub ways_out: Vec<WayOut>,
    /// Was there time to try every change? If not, others may help, too.
    pub are_all_tried: bool,
}

/// A need that by itself allows fewer councils than are to be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Obstacle {
    /// Enough people can come to so few times.
    Quorum {
        /// So many are enough.
        quorum: u32,
        /// So many times have them.
        n_times: u32,
    },
    /// So few councils lie far enough apart.
    Gap {
        /// Days between two of them, at least.
        days: u32,
        /// So many councils.
        n_sessions: u32,
    },
    /// The limits of all kinds of times allow so few together.
    MostOfKinds {
        /// So many councils.
        n_sessions: u32,
    },
    /// Those who lead can lead so few.
    Facilitation {
        /// So many councils.
        n_sessions: u32,
    },
}

/// A plan with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Its slots, in the order of their hours.
    pub slots: Vec<SlotId>,
    /// How good it is.
    pub worth: Worth,
    /// No plan is better than this; equal to `worth` when that was proven.
    pub bound: Worth,
    /// For each slot: for how many it is the only chance.
    #[serde(with = "by_number")]
    pub only_chance: BTreeMap<SlotId, OnlyChance>,
    /// Each group in which somebody could come: how many of it the chosen times reach.
    pub groups: Vec<GroupSeats>,
}

/// For how many a chosen slot is the only chance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnlyChance {
    /// All of them.
    pub n: u32,
    /// By group, those with fewer than five left out.
    pub groups: BTreeMap<Group, u32>,
}

/// How many of a group the chosen times reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSeats {
    /// Whose days look alike.
    pub group: Group,
    /// Those who could come at some time.
    pub n: u32,
    /// Those who can come at one of the chosen times; `None` when the group is too small.
    pub seated: Option<u32>,
    /// Is it large enough to be counted on its own?
    pub is_counted: bool,
}

/// A rule that would have to give way for there to be a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WayOut {
    /// Fewer councils.
    FewerSessions {
        /// So many.
        n: u32,
    },
    /// A lower quorum.
    LowerQuorum {
        /// So many.
        quorum: u32,
    },
    /// Fewer days between.
    SmallerGap {
        /// So many.
        days: u32,
    },
    /// More of a kind of time.
    MoreOfKind {
        /// Which.
        slot_kind: crate::councils::SlotKind,
        /// So many.
        most: u32,
    },
    /// Somebody leads more councils.
    MoreFacilitation {
        /// So many more in all.
        more: u32,
    },
}

/// Why a time is not in the plan (为什么不是这个时间).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyNot {
    /// Which time.
    pub slot: SlotId,
    /// Why.
    pub why: Why,
}

/// The reason why a time is not in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Why {
    /// It is in the plan.
    IsChosen,
    /// It is none of the times between which the planner chose.
    NotOffered,
    /// Too few can come to it.
    BelowQuorum {
        /// So many could sit there.
        n_seated: u32,
        /// So many are needed.
        quorum: u32,
    },
    /// Nobody who leads is free for it.
    NobodyLeads,
    /// No plan with it keeps to the needs; that is proven.
    Impossible,
    /// The time was over before a plan with it was found: there may be one.
    NotFoundInTime,
    /// There is a plan with it, and this is what it costs whom.
    Instead(Instead),
}

/// The best plan with a certain time that was found, beside the one that is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    /// Its slots, in the order of their hours.
    pub slots: Vec<SlotId>,
    /// How good it is.
    pub worth: Worth,
    /// No plan with that time is better than this; equal to `worth` when that was proven.
    pub bound: Worth,
    /// How good the plan is that it is compared with.
    pub than: Worth,
    /// Residents who would gain a chance, in all.
    pub n_gain: u32,
    /// Residents who would lose their only one, in all.
    pub n_lose: u32,
    /// The same group by group: who would gain one.
    pub gain: Vec<OfGroup>,
    /// Who would lose their only one.
    pub lose: Vec<OfGroup>,
}

/// Some of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfGroup {
    /// Which.
    pub group: Group,
    /// How many; `None` when they are fewer than five.
    pub n: Option<u32>,
}

/// For the organiser: who has answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhoAnswered {
    /// By group: who answered, and who has not.
    pub groups: Vec<GroupAnswers>,
    /// Whom to call: who has said nothing, neither about these times nor their usual week; group
    /// by group, who never had a chance first, and in a group by where they live.
    pub call: Vec<CallRow>,
    /// How many there are in all.
    pub n_silent: u32,
    /// The staff who could lead, by name.
    pub staff: BTreeMap<StaffId, String>,
}

/// How many of a group have answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupAnswers {
    /// Whose days look alike.
    pub group: Group,
    /// About these very times.
    pub n_answered: u32,
    /// Only about their usual week.
    pub n_by_week: u32,
    /// Not at all.
    pub n_silent: u32,
}

/// Somebody to call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallRow {
    /// Who.
    pub resident: ResidentId,
    /// Their name.
    pub name: String,
    /// Where they live.
    pub home: String,
    /// Whose days theirs are like, as far as they ever said it.
    pub group: Group,
    /// Where to call, if they have left a number with the office.
    pub phone: Option<PhoneNumber>,
}
