//! Words of asking to be called back, and of those who call.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use huiyin_domain::callbacks::PreferredTime;

/// Words of asking to be called back, in one language.
pub struct Words {
    /// The heading, and the words of links to it.
    pub heading: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// The field for the number.
    pub phone: &'static str,
    /// How to write it.
    pub phone_hint: &'static str,
    /// When to call.
    pub when: &'static str,
    /// A part of the day.
    pub time: fn(PreferredTime) -> &'static str,
    /// The field for what it is about.
    pub about: &'static str,
    /// How much to write there.
    pub about_hint: &'static str,
    /// Sends it.
    pub send: &'static str,
    /// The heading of the confirmation.
    pub asked: &'static str,
    /// Over the number.
    pub your_number: &'static str,
    /// The number.
    pub number: fn(u32) -> String,
    /// Over what comes next.
    pub next: &'static str,
    /// When somebody calls, and when the office is open.
    pub will_call: fn(PreferredTime, &str) -> String,
    /// How to know the caller.
    pub know_us: &'static str,
    /// How to say it differently.
    pub change: &'static str,
    /// They have talked.
    pub talked: &'static str,
    /// Nobody answered.
    pub not_reached: &'static str,
    /// Leaves a number again.
    pub again: &'static str,
    /// Words for those who call.
    pub staff: StaffWords,
}

/// Words for those who call.
pub struct StaffWords {
    /// The heading of the list.
    pub heading: &'static str,
    /// When nobody waits.
    pub nobody: &'static str,
    /// How many wait.
    pub waiting: fn(u32) -> String,
    /// How many are not on the page.
    pub more: fn(u32) -> String,
    /// Since when.
    pub since: fn(&str) -> String,
    /// When the person would like to be called.
    pub wants: fn(PreferredTime) -> String,
    /// Calls a number.
    pub call: fn(&str) -> String,
    /// To the page on which the result is noted.
    pub settle: fn(u32) -> String,
    /// The heading of that page.
    pub settle_heading: fn(u32) -> String,
    /// Asks what came of it.
    pub result: &'static str,
    /// They talked.
    pub talked: &'static str,
    /// Nobody answered.
    pub not_reached: &'static str,
    /// Neither is chosen.
    pub choose: &'static str,
    /// The field for the number of tries.
    pub tries: &'static str,
    /// How many there must be.
    pub tries_hint: fn(u32) -> String,
    /// The field for a note.
    pub note: &'static str,
    /// What does not belong there.
    pub note_hint: &'static str,
    /// Settles the request.
    pub close: fn(u32) -> String,
    /// After that.
    pub closed: &'static str,
    /// Back to the list.
    pub to_list: &'static str,
}
