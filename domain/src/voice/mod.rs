//! Voice (语音): what is heard as a command, and how a page is read aloud.
//!
//! A command only selects. What casts a vote or sends something is read back first, and is done
//! only after a second, spoken 确定: see [`Dialogue`].
mod commands;
mod dialogue;
mod grammar;
mod naming;
pub mod numbers;
mod phrases;
mod sentences;
mod sounds;
mod spoken;
mod syllables;

pub use commands::{Errand, VoiceCommand};
pub use dialogue::{Answer, Casting, Confirmed, Control, Dialogue, Power};
pub use grammar::{Heard, parse};
pub use naming::{Match, best_match};
pub use sentences::{PIECE_WIDTH_MAX, split};
pub use spoken::spoken;

/// A language that is heard and spoken (语言).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// Chinese.
    Chinese,
    /// English.
    English,
}
