//! Small numbers that name things, counted per community and kind so that they can be spoken.
use serde::{Deserialize, Serialize};
use std::{fmt, num::ParseIntError, str::FromStr};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIntError;

            fn from_str(raw: &str) -> Result<Self, ParseIntError> {
                raw.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// The number of a community (社区).
    CommunityId
    /// The number of a proposal contest (提案大赛).
    ContestId
    /// The number of a proposal (提案), as in 第128号.
    ProposalId
    /// The number of a recorded message (语音留言); its proposal has a number of its own.
    RecordingId
    /// The number of a resident (居民); never shown to others.
    ResidentId
    /// The number of a member of staff (工作人员).
    StaffId
    /// The number of a leave to act for a resident (帮办授权).
    HelpId
    /// The number of a signed-in device (登录设备).
    SessionId
    /// The number of anything a resident sends (提交), as in 第128号; a proposal in a contest has
    /// the same number there.
    SubmissionId
    /// The number of an objection (异议).
    ObjectionId
    /// The number of a department (部门).
    DepartmentId
    /// The number of a place of the community (地点), such as a building.
    PlaceId
    /// The number of a request to be called back (请回电).
    CallbackId
    /// The number of a series of councils (系列会).
    SeriesId
    /// The number of a time within its series (时段).
    SlotId
    /// The number of a council (议事会).
    CouncilId
    /// The number of a batch of letters (信函批次).
    LetterBatchId
    /// The number of a case of moderation (内容处理).
    CaseId
    /// The number of a coaching (辅导).
    CoachingId
    /// The number of somebody who answered or came to one council (参会号); it means nothing
    /// elsewhere, and says nothing of who it is.
    AttendeeId
}

/// How often a thing has changed; a command names the version it was decided on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(pub u32);

impl Version {
    /// The version of a thing that has just come to be.
    pub const FIRST: Self = Self(1);

    /// The version after one more change.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// Maps by a number, inside enums that are told apart by a field: serde hands their keys over as
/// text there, and a number would refuse it.
pub mod by_number {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
    use std::{collections::BTreeMap, str::FromStr};

    /// Writes it as any map.
    pub fn serialize<K: Serialize, V: Serialize, S: Serializer>(
        map: &BTreeMap<K, V>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        map.serialize(to)
    }

    /// Reads its keys from text.
    pub fn deserialize<'de, K, V, D>(from: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        K: FromStr + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        let by_text = BTreeMap::<String, V>::deserialize(from)?;
        let numbered = by_text.into_iter().map(|(text, value)| {
            let number = text.parse().map_err(|_| D::Error::custom(format!("no number: {text}")));
            number.map(|number| (number, value))
        });
        numbered.collect()
    }
}
