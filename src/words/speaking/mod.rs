//! Words of speaking: the ways to say something, recordings, and what becomes of them.
mod desk;
mod dictation;
pub(super) mod en;
mod ladder;
mod messages;
mod recording;
pub(super) mod zh;

pub use desk::Desk;
pub use dictation::Dictation;
pub use en::ENGLISH;
pub use ladder::Ladder;
pub use messages::Messages;
pub use recording::Recording;
pub use zh::CHINESE;

use crate::words::Room;

said!(Ladder: zh::LADDER, en::LADDER);
said!(Recording: zh::RECORDING, en::RECORDING);
said!(Messages: zh::MESSAGES, en::MESSAGES);
said!(Desk: zh::DESK, en::DESK);
said!(Dictation: zh::DICTATION, en::DICTATION);

/// Words of speaking, in one language.
pub struct Words {
    /// The ways to say something.
    pub ladder: Room<Ladder>,
    /// Recording and sending.
    pub recording: Room<Recording>,
    /// What one has said, and what became of it.
    pub messages: Room<Messages>,
    /// The office writes down what was said.
    pub desk: Room<Desk>,
    /// Speaking into a field.
    pub dictation: Room<Dictation>,
}
