//! Words of feedback: what was sent, what was answered, what was done.
mod acts;
mod en;
mod plain;
mod say;
mod show;
mod standing;
mod teller;
mod zh;

pub use acts::{ActWords, MineWords};
pub use en::ENGLISH;
pub use plain::PLAIN;
pub use say::Say;
pub use show::Show;
pub use standing::Standing;
pub use teller::Teller;
pub use zh::CHINESE;

use crate::words::Room;
use huiyin_domain::feedback::{Event, Kind, ReasonCode, StageKind, Theme, What};

said!(Say: zh::pages::SAY, en::pages::SAY, plain::SAY);
said!(Show: zh::pages::SHOW, en::pages::SHOW, plain::SHOW);
said!(ActWords: zh::pages::ACTS, en::pages::ACTS, plain::ACTS);
said!(MineWords: zh::pages::MINE, en::pages::MINE, plain::MINE);

/// Words of feedback, in one language.
pub struct Words {
    /// What kind of thing was sent.
    pub kind: fn(Kind) -> &'static str,
    /// Where it stands, in a word.
    pub stage: fn(StageKind) -> &'static str,
    /// What it is about.
    pub theme: fn(Theme) -> &'static str,
    /// A reason of the list.
    pub reason: fn(ReasonCode) -> &'static str,
    /// What is owed.
    pub owed: fn(What) -> &'static str,
    /// The one big sentence: where it is, who has it, and by which day.
    pub standing: fn(&Standing, &Teller) -> String,
    /// What happened, as a sentence.
    pub event: fn(&Event, &Teller) -> String,
    /// Saying something.
    pub say: Room<Say>,
    /// One submission.
    pub show: Room<Show>,
    /// What one can do with it.
    pub acts: Room<ActWords>,
    /// One's own.
    pub mine: Room<MineWords>,
}
