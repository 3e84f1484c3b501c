//! Statistics of councils: who came, of whom, and whether it reaches those it never reached.
use super::CouncilTitle;
use crate::{
    councils::Group,
    feedback::figures::Share,
    ids::{CouncilId, SeriesId},
    time::{Day, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, collections::BTreeMap};

/// Groups of fewer people than this are hidden: their neighbours would know who it is.
pub const FEWEST_SHOWN: u32 = 5;

/// A number that is shown unless it is too small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Shown {
    /// So many; also none.
    Number {
        /// How many.
        n: u32,
    },
    /// Hidden (人数太少,不显示).
    Hidden,
}

impl Shown {
    /// A number by itself.
    pub fn of(n: u32) -> Self {
        if is_small(n) { Self::Hidden } else { Self::Number { n } }
    }
}

/// How many came of one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupCount {
    /// Which.
    pub group: Group,
    /// How many.
    pub came: Shown,
}

/// How many came of one group, of those who had said that they can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupShare {
    /// Which.
    pub group: Group,
    /// `None` where either is too small to be shown.
    pub of_able: Option<Share>,
}

/// Somebody who came, as figures know them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Came {
    /// Whose days are like theirs; nothing when they did not say.
    pub group: Option<Group>,
    /// Is it a resident of the register?
    pub is_resident: bool,
    /// Had they said that they can come at this time?
    pub was_able: bool,
    /// Had they no seat?
    pub walked_in: bool,
    /// Did they come to a council for the first time?
    pub is_first_time: bool,
    /// Was no earlier session ever possible for them, though they had answered?
    pub never_had_a_chance: bool,
}

/// One session, as it was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Which.
    pub council: CouncilId,
    /// What it was called.
    pub title: CouncilTitle,
    /// On which day.
    pub day: Day,
    /// All residents of the register on that day.
    pub n_invited: u32,
    /// Those who had said that they can come at that time.
    pub n_able: u32,
    /// The same, group by group.
    pub able: BTreeMap<Group, u32>,
    /// Who came.
    pub came: Vec<Came>,
}

/// The figures of one session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionFigures {
    /// Which.
    pub council: CouncilId,
    /// What it was called.
    pub title: CouncilTitle,
    /// On which day.
    #[serde(with = "iso_day")]
    pub day: Day,
    /// How many came for the first time.
    pub n_first_time: u32,
    /// Those among them for whom no session was ever possible before.
    pub n_first_chance: Shown,
    /// All who came.
    pub n_came: u32,
    /// Those among them without a seat (未报名到场).
    pub n_walk_ins: u32,
    /// Residents who came, of all who were invited.
    pub of_invited: Share,
    /// Residents who came and had said that they can, of all who had said so.
    pub of_able: Share,
    /// The same, group by group; small groups are hidden.
    pub by_group: Vec<GroupShare>,
}

/// Who had no chance in one series, as it was counted when its plan was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chances {
    /// Which series.
    pub series: SeriesId,
    /// What it is called.
    pub title: CouncilTitle,
    /// The day of its first session.
    #[serde(with = "iso_day")]
    pub day: Day,
    /// Those for whom none of its sessions was possible, of all who answered (来不了的人);
    /// `None` where either is too small to be shown.
    pub without: Option<Share>,
    /// Those who came, of all who had never had a chance before it (一直没机会的人); `None`
    /// where either is too small to be shown.
    pub reached: Option<Share>,
}

/// Did it become better for those who could not come?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Trend {
    /// There are not two series yet to compare.
    NothingYet,
    /// At first or last those without a chance are too few to be shown.
    TooFew,
    /// A smaller part has no chance than at first.
    Better {
        /// At first.
        from: Share,
        /// Last.
        to: Share,
    },
    /// The same part.
    Same {
        /// At first and last.
        at: Share,
    },
    /// A larger part.
    Worse {
        /// At first.
        from: Share,
        /// Last.
        to: Share,
    },
}

/// The figures of one session.
pub fn figures(counted: &Counted) -> SessionFigures {
    let n = |is: fn(&Came) -> bool| count(counted.came.iter().filter(|it| is(it)));
    let n_able_came = n(|it| it.is_resident && it.was_able);
    SessionFigures {
        council: counted.council,
        title: counted.title.clone(),
        day: counted.day,
        n_first_time: n(|it| it.is_first_time),
        n_first_chance: Shown::of(n(|it| it.is_first_time && it.never_had_a_chance)),
        n_came: count(counted.came.iter()),
        n_walk_ins: n(|it| it.walked_in),
        of_invited: share(n(|it| it.is_resident), counted.n_invited),
        of_able: share(n_able_came, counted.n_able),
        by_group: by_group(counted),
    }
}

/// Did it become better, from the first series to the last?
pub fn trend(chances: &[Chances]) -> Trend {
    let is_counted = |share: &Option<Share>| share.is_none_or(|share| 0 < share.whole);
    let mut counted = chances.iter().map(|it| it.without).filter(is_counted);
    let (from, to) = match (counted.next(), counted.next_back()) {
        (Some(Some(from)), Some(Some(to))) => (from, to),
        (Some(_), Some(_)) => return Trend::TooFew,
        (_, None) | (None, _) => return Trend::NothingYet,
    };
    match compare(to, from) {
        Ordering::Less => Trend::Better { from, to },
        Ordering::Equal => Trend::Same { at: to },
        Ordering::Greater => Trend::Worse { from, to },
    }
}

/// Counts by group of which none betrays a small one, not even by what is left of the sum.
pub fn hide(came: &BTreeMap<Group, u32>) -> Vec<GroupCount> {
    let hidden = hidden(came);
    if hidden.len() == 1 {
        // What is missing from the sum would tell it.
        return Vec::new();
    }
    let shown = came.iter().map(|(group, n)| GroupCount {
        group: *group,
        came: if hidden.contains(group) { Shown::Hidden } else { Shown::Number { n: *n } },
    });
    shown.collect()
}

/// The small groups, and with a single one the next larger, so that neither follows from the sum.
fn hidden(counts: &BTreeMap<Group, u32>) -> Vec<Group> {
    let small = counts.iter().filter(|(_, n)| is_small(**n)).map(|(group, _)| *group);
    let mut hidden: Vec<_> = small.collect();
    if hidden.len() == 1 {
        let larger = counts.iter().filter(|(_, n)| FEWEST_SHOWN <= **n).min_by_key(|(_, n)| **n);
        hidden.extend(larger.map(|(group, _)| *group));
    }
    hidden
}

fn by_group(counted: &Counted) -> Vec<GroupShare> {
    let mut came: BTreeMap<Group, u32> = counted.able.keys().map(|group| (*group, 0)).collect();
    for it in counted.came.iter().filter(|it| it.is_resident && it.was_able) {
        *came.entry(it.group.unwrap_or(Group::Other)).or_default() += 1;
    }
    let mut closed = hidden(&came);
    closed.extend(hidden(&counted.able));
    let shares = came.iter().map(|(group, part)| {
        let whole = counted.able.get(group).copied().unwrap_or(0);
        let is_open = !closed.contains(group) && 0 < whole;
        GroupShare { group: *group, of_able: is_open.then(|| share(*part, whole)) }
    });
    // Where one alone is missing, it follows from the sum: then nothing is told by group.
    let shares: Vec<_> = shares.collect();
    match shares.iter().filter(|it| it.of_able.is_none()).count() {
        1 => Vec::new(),
        _ => shares,
    }
}

/// A part of a whole, unless either is so small that its people would be known.
pub fn shown_share(part: u32, whole: u32) -> Option<Share> {
    (!is_small(part) && !is_small(whole)).then_some(Share { part, whole })
}

fn is_small(n: u32) -> bool {
    0 < n && n < FEWEST_SHOWN
}

/// Is the first a smaller part than the second? Without rounding.
fn compare(one: Share, other: Share) -> Ordering {
    let product = |part: u32, whole: u32| u64::from(part) * u64::from(whole);
    product(one.part, other.whole).cmp(&product(other.part, one.whole))
}

/// Somebody may have moved in after the register was counted: a part is never above its whole.
fn share(part: u32, whole: u32) -> Share {
    Share { part: part.min(whole), whole }
}

fn count(them: impl Iterator) -> u32 {
    u32::try_from(them.count()).unwrap_or(u32::MAX)
}
