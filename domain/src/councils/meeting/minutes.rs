//! Minutes: what everybody can read of a session.
use super::{
    Council, Resolution, Sitting, Stage, Summary, Voiced, Way,
    agenda::Item,
    statistics::{GroupCount, hide},
};
use crate::{
    councils::Group,
    time::{Day, Moment},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The minutes (纪要) of a session, without anybody's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// When it sat, how many came, and what it came to.
    pub sitting: Sitting,
    /// What the minutes say.
    pub summary: Summary,
    /// Since when they are public.
    pub published_at: Moment,
    /// How many had to be here for a resolution.
    pub quorum: u32,
    /// How many came into the room.
    pub n_in_room: u32,
    /// How many came by video.
    pub n_online: u32,
    /// How many came of each group; small groups are hidden.
    pub by_group: Vec<GroupCount>,
    /// What it talked about.
    pub agenda: Vec<Item>,
    /// What was voiced, with the numbers under which it is answered.
    pub opinions: Vec<Voiced>,
    /// What was voted on.
    pub resolutions: Vec<Resolution>,
}

/// The minutes as they are on a day, once they are public. `came`: how many came of each group;
/// whoever said none counts among the others.
pub fn of(council: &Council, came: &BTreeMap<Group, u32>, today: Day) -> Option<Minutes> {
    let (sitting, summary, published_at) = match &council.stage {
        Stage::MinutesPublished { sitting, summary, at } => (sitting, summary, *at),
        Stage::Closed { sitting, summary, published_at, .. } => (sitting, summary, *published_at),
        Stage::Scheduled
        | Stage::Noticed { .. }
        | Stage::InSession { .. }
        | Stage::Ended { .. }
        | Stage::Cancelled { .. } => return None,
    };
    Some(Minutes {
        sitting: sitting.clone(),
        summary: summary.clone(),
        published_at,
        quorum: council.quorum,
        n_in_room: council.n_here(Way::InPerson),
        n_online: council.n_here(Way::Online),
        by_group: hide(came),
        agenda: council.agenda.clone(),
        opinions: council.opinions.clone(),
        resolutions: council.resolutions_on(today),
    })
}
