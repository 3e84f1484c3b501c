//! Recordings: what residents say instead of writing it, kept as the original.
mod decide;
mod media;
pub mod wire;

pub use decide::{
    Command, Decision, Event, Scene, decide, may_begin, may_hear, may_send_part, offers, take_part,
};
pub use media::Media;

use crate::{
    contests::Reason,
    ids::{ContestId, ProposalId, RecordingId, ResidentId, StaffId, Version},
    proposals::Content,
    time::Moment,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// The longest recording, in seconds.
pub const SECONDS_MAX: u32 = 120;
/// The largest recording, in bytes.
pub const RECORDING_BYTES_MAX: u64 = 5_000_000;
/// The most bytes in one part; each part but the last has as many.
pub const PART_BYTES: u64 = 65_536;
/// The most recordings one resident may have under way in one contest.
pub const UNDER_WAY_MAX: u32 = 5;

/// The sound of a recording that has arrived whole (原声).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sound {
    /// What kind of file it is.
    pub media: Media,
    /// Its size.
    pub n_bytes: u64,
    /// The SHA-256 of its bytes.
    pub sha256: String,
}

/// A text that the resident said was not what they meant (听写有误).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misheard {
    /// When they said so.
    pub at: Moment,
    /// The text.
    pub content: Content,
    /// What is wrong with it, if they said.
    pub note: Option<Reason>,
}

/// Where a recording stands (录音进度).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Stage {
    /// 正在上传: its parts arrive one after another.
    Arriving {
        /// How many have arrived; the next one has this number, since parts count from 0.
        n_parts: u32,
        /// How many bytes those are.
        n_bytes: u64,
    },
    /// 待听写: the office will listen and write it down.
    Waiting {
        /// What there is to hear.
        sound: Sound,
    },
    /// 待本人确认: the resident hears it read back, and says whether it is right.
    Written {
        /// What was said.
        sound: Sound,
        /// What was written.
        content: Content,
        /// Who wrote it.
        by: StaffId,
    },
    /// 没听清: nobody could write it down.
    Unclear {
        /// What was heard.
        sound: Sound,
        /// Why, and what would help.
        reason: Reason,
    },
    /// 已成为提案: the proposal with this recording's number says what was said.
    Agreed {
        /// The original, kept.
        sound: Sound,
    },
    /// 已收回: the resident took it back, and its sound is gone.
    Withdrawn,
}

/// Where a recording stands, without the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// [`Stage::Arriving`].
    Arriving,
    /// [`Stage::Waiting`].
    Waiting,
    /// [`Stage::Written`].
    Written,
    /// [`Stage::Unclear`].
    Unclear,
    /// [`Stage::Agreed`].
    Agreed,
    /// [`Stage::Withdrawn`].
    Withdrawn,
}

impl Stage {
    /// Without the facts.
    pub fn kind(&self) -> StageKind {
        match self {
            Self::Arriving { .. } => StageKind::Arriving,
            Self::Waiting { .. } => StageKind::Waiting,
            Self::Written { .. } => StageKind::Written,
            Self::Unclear { .. } => StageKind::Unclear,
            Self::Agreed { .. } => StageKind::Agreed,
            Self::Withdrawn => StageKind::Withdrawn,
        }
    }

    /// The sound, from when it has arrived whole until it is taken back.
    pub fn sound(&self) -> Option<&Sound> {
        match self {
            Self::Waiting { sound }
            | Self::Written { sound, .. }
            | Self::Unclear { sound, .. }
            | Self::Agreed { sound } => Some(sound),
            Self::Arriving { .. } | Self::Withdrawn => None,
        }
    }
}

/// A recorded message (语音留言): a proposal as it was spoken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// Which.
    pub id: RecordingId,
    /// How often it has changed.
    pub version: Version,
    /// The number its proposal will have. It is kept free from the beginning, so that the number
    /// a resident is told stays the number of what they said.
    pub number: ProposalId,
    /// In which contest.
    pub contest: ContestId,
    /// Who spoke.
    pub author: ResidentId,
    /// When it was begun.
    pub begun: Moment,
    /// How long it is, as the phone measured.
    pub seconds: u32,
    /// Texts that were not what they meant, the oldest first.
    pub misheard: Vec<Misheard>,
    /// Where it stands.
    pub stage: Stage,
}

impl Recording {
    /// A recording whose first part is still to come.
    pub fn begin(
        id: RecordingId,
        number: ProposalId,
        contest: ContestId,
        author: ResidentId,
        begun: Moment,
        seconds: u32,
    ) -> Self {
        let (version, misheard) = (Version::FIRST, Vec::new());
        let stage = Stage::Arriving { n_parts: 0, n_bytes: 0 };
        Self { id, version, number, contest, author, begun, seconds, misheard, stage }
    }
}
