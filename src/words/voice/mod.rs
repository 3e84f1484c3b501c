//! Words of voice commands.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use crate::browser::recogniser::Why;
use huiyin_domain::voice::{Errand, VoiceCommand};

/// Words of voice commands, in one language.
pub struct Words {
    /// The heading of the page that explains them, and what they are for screen readers.
    pub heading: &'static str,
    /// What they are for.
    pub what_for: &'static str,
    /// How it is done.
    pub how: &'static str,
    /// That nothing is cast without a second yes.
    pub safe: &'static str,
    /// Where the voice goes.
    pub privacy: &'static str,
    /// Over the examples.
    pub examples: &'static str,
    /// What can be said, and what happens then.
    pub example: &'static [(&'static str, &'static str)],
    /// Over the try.
    pub try_heading: &'static str,
    /// Tries.
    pub try_it: &'static str,
    /// It has worked here: where the button is from now on.
    pub works: &'static str,
    /// Listens for a command.
    pub speak: &'static str,
    /// Listens no longer.
    pub stop: &'static str,
    /// The phone may ask whether it may use the microphone.
    pub asking: &'static str,
    /// It listens.
    pub listening: &'static str,
    /// What was heard.
    pub heard: fn(&str) -> String,
    /// What a command would do, when it is only tried.
    pub means: fn(&VoiceCommand) -> String,
    /// What it did.
    pub ran: fn(Errand) -> String,
    /// It pressed this.
    pub pressed: fn(&str) -> String,
    /// It was chosen already.
    pub was_chosen: fn(&str) -> String,
    /// The page did not take the choice.
    pub not_taken: fn(&str) -> String,
    /// Reads back what would be cast: its button, and what the page says.
    pub read_back: fn(&str, &str) -> String,
    /// It changed meanwhile, so it is read back again.
    pub changed: &'static str,
    /// It is being cast.
    pub casting: fn(&str) -> String,
    /// Several are called so.
    pub which_one: fn(&[&str]) -> String,
    /// There are only so many.
    pub only_so_many: fn(usize) -> String,
    /// Nothing was done.
    pub cancelled: &'static str,
    /// A yes, but nothing was asked.
    pub nothing_asked: &'static str,
    /// Nothing leads on by voice.
    pub nothing_next: &'static str,
    /// What can be said.
    pub not_understood: &'static str,
    /// The same while something waits for a yes.
    pub yes_or_no: &'static str,
    /// Why it ended without words.
    pub ended: fn(Why) -> &'static str,
}
