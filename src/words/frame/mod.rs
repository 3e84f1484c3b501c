//! Words around every page.
mod en;
mod plain;
mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use zh::CHINESE;

/// Words around every page, in one language.
pub struct Words {
    /// The product's name.
    pub product: &'static str,
    /// What this language calls itself.
    pub own_name: &'static str,
    /// Skips to the page.
    pub skip: &'static str,
    /// The list of doors, for screen readers.
    pub doors: &'static str,
    /// The first screen.
    pub home: &'static str,
    /// All contests.
    pub contests: &'static str,
    /// How the app looks and sounds.
    pub display: &'static str,
    /// What one has sent.
    pub mine: &'static str,
    /// Which screen of how many.
    pub screen_of: fn(usize, usize) -> String,
    /// The links between screens, for screen readers.
    pub screens: &'static str,
    /// To the next screen.
    pub next_screen: &'static str,
    /// To the screen before.
    pub screen_before: &'static str,
    /// Sign in.
    pub sign_in: &'static str,
    /// The hot-line, for screen readers.
    pub hot_line: &'static str,
    /// Before the number.
    pub call: &'static str,
    /// The line against fraud.
    pub no_passwords: &'static str,
    /// While something is on its way.
    pub opening: &'static str,
    /// Tries again.
    pub try_again: &'static str,
    /// An address that leads nowhere.
    pub not_found: &'static str,
    /// A page that could not be opened.
    pub not_opened: &'static str,
    /// What to do then.
    pub not_found_next: &'static str,
    /// To the first screen.
    pub go_home: &'static str,
    /// Goes one page back.
    pub back: &'static str,
    /// To the next question.
    pub go_on: &'static str,
    /// Changes an answer.
    pub change: &'static str,
    /// While something is being sent.
    pub sending: &'static str,
    /// When the phone's clock is wrong.
    pub clock_is_wrong: &'static str,
    /// When the phone cannot keep anything.
    pub cannot_keep: &'static str,
    /// No answer.
    pub away: &'static str,
    /// The browser knows that it has no network.
    pub offline: &'static str,
    /// The server knows no community of the name in the settings.
    pub unknown_community: &'static str,
    /// An answer this app cannot read.
    pub garbled: &'static str,
    /// What an archive is, for screen readers.
    pub archive: &'static str,
    /// On every page of an archive: of which day it is, and what it is for.
    pub archive_means: fn(&str) -> String,
    /// The first screen of an archive.
    pub archive_home: &'static str,
    /// What an archive does not have.
    pub not_in_archive: &'static str,
}
