//! Words of speaking: the ways to say something, recordings, and what becomes of them.
mod desk;
mod dictation;
mod en;
mod ladder;
mod messages;
mod recording;
mod zh;

pub use desk::Desk;
pub use dictation::Dictation;
pub use en::ENGLISH;
pub use ladder::Ladder;
pub use messages::Messages;
pub use recording::Recording;
pub use zh::CHINESE;

/// Words of speaking, in one language.
pub struct Words {
    /// The ways to say something.
    pub ladder: Ladder,
    /// Recording and sending.
    pub recording: Recording,
    /// What one has said, and what became of it.
    pub messages: Messages,
    /// The office writes down what was said.
    pub desk: Desk,
    /// Speaking into a field.
    pub dictation: Dictation,
}
