//! Marks: what a voter puts on a ballot, in each style, before anybody has checked it.
use super::OnBallot;
use crate::counting::BallotStyle;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a voter marked (选票上的选择), not checked yet.
///
/// On the wire and in the box it is a list of names or, where points are given, an object from
/// names to points: ballots from before there were other styles are read the same way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Marks {
    /// Names on the ballot: those that are chosen, or in a ranking the first place first.
    Names(Vec<String>),
    /// Points by name on the ballot.
    Points(BTreeMap<String, u32>),
}

impl Marks {
    /// A blank ballot (空白票) of a style.
    pub fn blank(style: BallotStyle) -> Self {
        match style {
            BallotStyle::Approval { .. } | BallotStyle::Knapsack | BallotStyle::Ranking { .. } => {
                Self::Names(Vec::new())
            }
            BallotStyle::Points { .. } => Self::Points(BTreeMap::new()),
        }
    }

    /// The one way in which these marks are written: what is chosen in the order of names, no
    /// project with no points, and what is blank as this style writes it.
    #[must_use]
    pub fn in_style(self, style: BallotStyle) -> Self {
        if self.is_blank() {
            return Self::blank(style);
        }
        match (self, style) {
            (Self::Names(mut names), BallotStyle::Approval { .. } | BallotStyle::Knapsack) => {
                names.sort();
                Self::Names(names)
            }
            (Self::Points(mut points), BallotStyle::Points { .. }) => {
                points.retain(|_, points| 0 < *points);
                Self::Points(points)
            }
            (Self::Names(names), BallotStyle::Ranking { .. } | BallotStyle::Points { .. }) => {
                Self::Names(names)
            }
            (
                Self::Points(points),
                BallotStyle::Approval { .. } | BallotStyle::Knapsack | BallotStyle::Ranking { .. },
            ) => Self::Points(points),
        }
    }

    /// What of a draft still stands: nothing that is not on the ballot, nothing twice, and nothing
    /// at all that was marked in another style.
    #[must_use]
    pub fn kept(self, style: BallotStyle, on_ballot: &OnBallot) -> Self {
        let kept = match self {
            Self::Names(names) => {
                let mut kept: Vec<String> = Vec::new();
                for name in names {
                    if on_ballot.contains_key(&name) && !kept.contains(&name) {
                        kept.push(name);
                    }
                }
                Self::Names(kept)
            }
            Self::Points(mut points) => {
                points.retain(|name, _| on_ballot.contains_key(name));
                Self::Points(points)
            }
        };
        match (&kept, Self::blank(style)) {
            (Self::Names(_), Self::Names(_)) | (Self::Points(_), Self::Points(_)) => {
                kept.in_style(style)
            }
            (Self::Names(_), blank @ Self::Points(_))
            | (Self::Points(_), blank @ Self::Names(_)) => blank,
        }
    }

    /// Is nothing marked?
    pub fn is_blank(&self) -> bool {
        self.keys().is_empty()
    }

    /// The names that are marked, in the order in which they stand.
    pub fn keys(&self) -> Vec<&str> {
        match self {
            Self::Names(names) => names.iter().map(String::as_str).collect(),
            Self::Points(points) => {
                let given = points.iter().filter(|(_, points)| 0 < **points);
                given.map(|(name, _)| name.as_str()).collect()
            }
        }
    }

    /// Is this one marked?
    pub fn has(&self, key: &str) -> bool {
        self.keys().contains(&key)
    }

    /// The place of this one among those marked, from 1.
    pub fn place_of(&self, key: &str) -> Option<usize> {
        self.keys().iter().position(|name| *name == key).map(|place| place + 1)
    }

    /// How many points this one was given; a plain choice gives one.
    pub fn points_of(&self, key: &str) -> u32 {
        match self {
            Self::Names(_) => u32::from(self.has(key)),
            Self::Points(points) => points.get(key).copied().unwrap_or(0),
        }
    }

    /// With this one too: the last of those chosen, or with one point more.
    #[must_use]
    pub fn with(&self, key: &str) -> Self {
        match self.clone() {
            Self::Names(mut names) => {
                names.push(key.to_owned());
                Self::Names(names)
            }
            Self::Points(mut points) => {
                let given = points.entry(key.to_owned()).or_insert(0);
                *given = given.saturating_add(1);
                Self::Points(points)
            }
        }
    }

    /// Without this one, or with one point fewer.
    #[must_use]
    pub fn without(&self, key: &str) -> Self {
        match self.clone() {
            Self::Names(mut names) => {
                names.retain(|name| name != key);
                Self::Names(names)
            }
            Self::Points(mut points) => {
                if let Some(given) = points.get_mut(key) {
                    *given = given.saturating_sub(1);
                }
                points.retain(|_, points| 0 < *points);
                Self::Points(points)
            }
        }
    }

    /// With this one a place earlier; `None` where it has no earlier one to go to.
    pub fn earlier(&self, key: &str) -> Option<Self> {
        let place = self.place_of(key)?;
        self.swapped(place.checked_sub(2)?)
    }

    /// With this one a place later; `None` where it has no later one to go to.
    pub fn later(&self, key: &str) -> Option<Self> {
        self.swapped(self.place_of(key)? - 1)
    }

    /// With the names at `at` and behind it in each other's place.
    fn swapped(&self, at: usize) -> Option<Self> {
        match self {
            Self::Names(names) if at + 1 < names.len() => {
                let mut names = names.clone();
                names.swap(at, at + 1);
                Some(Self::Names(names))
            }
            Self::Names(_) | Self::Points(_) => None,
        }
    }

    /// The points these marks are counted as: one for each choice, the given ones, or as many for
    /// the first place as there are places, and one fewer for each after it.
    pub fn counted(&self, style: BallotStyle) -> Vec<(&str, u64)> {
        let points = |(place, key): (usize, &str)| match style {
            BallotStyle::Approval { .. } | BallotStyle::Knapsack => 1,
            BallotStyle::Points { .. } => u64::from(self.points_of(key)),
            BallotStyle::Ranking { k } => u64::from(k).saturating_sub(place as u64),
        };
        self.keys().into_iter().enumerate().map(|mark| (mark.1, points(mark))).collect()
    }
}
