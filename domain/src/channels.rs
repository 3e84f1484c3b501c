//! Channels: the ways on which something a resident sends can come.
use serde::{Deserialize, Serialize};

/// How a submission came (途径). All have the same weight and the same numbers.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Typed into the app by the resident (网上).
    #[default]
    App,
    /// A recorded message that was written down and confirmed (语音留言).
    Voice,
    /// Entered in the app by a helper the resident had asked (代办).
    Helper,
    /// Told on the telephone and entered by staff (电话).
    Phone,
    /// Written on the paper form and entered by staff (纸质).
    Paper,
    /// Said at a council and written down there (会上).
    Council,
}

impl Channel {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::App, Self::Voice, Self::Helper, Self::Phone, Self::Paper, Self::Council];
}
