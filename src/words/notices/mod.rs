//! Words of notices: the inbox, the ways to hear, calls, and the week's poster.
mod en;
mod plain;
mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use zh::CHINESE;

use crate::words::Room;
use huiyin_domain::{
    coaching::Told as CoachingTold,
    councils::{meeting::Told, series::Told as SeriesTold},
    moderation::{About, Told as CaseTold},
    notices::Why,
};

said!(ChoiceWords: zh::CHOICES, en::CHOICES);
said!(Calls: zh::CALLS, en::CALLS);
said!(Poster: zh::POSTER, en::POSTER);

/// Words of notices, in one language.
pub struct Words {
    /// The heading of the inbox, and the words of links to it.
    pub heading: &'static str,
    /// Leads there.
    pub see: &'static str,
    /// For those who are not signed in.
    pub sign_in: &'static str,
    /// How many are unread.
    pub unread: fn(u32) -> String,
    /// Nothing yet.
    pub nothing: &'static str,
    /// On one that is unread.
    pub new: &'static str,
    /// Why it concerns this person.
    pub why: fn(Why) -> &'static str,
    /// What it is about: its number and its title.
    pub about: fn(u32, &str) -> String,
    /// The same of a volunteer's help, whose page is another than the proposal's.
    pub about_coaching: fn(u32, &str) -> String,
    /// Which words of one's own a case of moderation is about.
    pub about_case: fn(About) -> String,
    /// What a council is called, and its number.
    pub about_council: fn(u32, &str) -> String,
    /// What is told of a council, and when it is, or by when one is asked.
    pub council: fn(Told, &str) -> String,
    /// What is told of a series: about which times, and until when residents are asked.
    pub series: fn(SeriesTold, &[String], Option<&str>) -> String,
    /// What is told of a volunteer's help.
    pub coaching: fn(CoachingTold) -> &'static str,
    /// What is told of a case of moderation.
    pub case: fn(CaseTold) -> &'static str,
    /// Marks all as read.
    pub read_all: &'static str,
    /// After that.
    pub all_read: &'static str,
    /// To older ones.
    pub next: &'static str,
    /// Back to the newest.
    pub newest: &'static str,
    /// The ways to hear.
    pub choices: Room<ChoiceWords>,
    /// Calls.
    pub calls: Room<Calls>,
    /// The poster.
    pub poster: Room<Poster>,
}

/// The ways to hear.
pub struct ChoiceWords {
    /// The heading, and the words of links to it.
    pub heading: &'static str,
    /// Leads there.
    pub open: &'static str,
    /// What comes anyhow.
    pub lead: &'static str,
    /// By e-mail.
    pub email: &'static str,
    /// What to write there.
    pub email_hint: &'static str,
    /// By text message.
    pub sms: &'static str,
    /// By telephone.
    pub call: &'static str,
    /// At which number.
    pub phone: &'static str,
    /// What it is used for.
    pub phone_hint: &'static str,
    /// By a notice of the browser.
    pub push: &'static str,
    /// A way that this community has not set up.
    pub not_here: fn(&str) -> String,
    /// Keeps the choices.
    pub save: &'static str,
    /// After that.
    pub saved: &'static str,
    /// Over notices on this phone.
    pub on_phone: &'static str,
    /// What pressing the button asks.
    pub on_phone_means: &'static str,
    /// Asks the phone.
    pub on_phone_ask: &'static str,
    /// It is set up.
    pub on_phone_done: &'static str,
    /// This browser has no notices.
    pub on_phone_missing: &'static str,
    /// The person or the phone said no.
    pub on_phone_denied: &'static str,
    /// It did not work.
    pub on_phone_failed: &'static str,
}

/// Calls.
pub struct Calls {
    /// The heading.
    pub heading: &'static str,
    /// How many are to be called, and when the office is open.
    pub total: fn(u32, &str) -> String,
    /// Nobody.
    pub nobody: &'static str,
    /// Why somebody is called.
    pub chosen: &'static str,
    /// The other reason.
    pub long_away: &'static str,
    /// Called because their word is waited for.
    pub is_asked: &'static str,
    /// Over what is read to them.
    pub read: &'static str,
    /// Over what is said to somebody without a telephone.
    pub read_there: &'static str,
    /// The greeting: their name, the number and the title.
    pub greeting: fn(&str, u32, &str) -> String,
    /// One thing that happened: the day, and what.
    pub happened: fn(&str, &str) -> String,
    /// The end of what is read.
    pub ask: &'static str,
    /// The end of it for somebody whose word is waited for.
    pub ask_word: &'static str,
    /// Enters that word.
    pub their_word: fn(u32) -> String,
    /// Calls a number.
    pub call: fn(&str) -> String,
    /// No number is known.
    pub no_number: &'static str,
    /// The greeting about a series: their name, and what it is called.
    pub series_greeting: fn(&str, &str) -> String,
    /// Somebody was told of a series: their name, and what it is called.
    pub series_done: fn(&str, &str) -> String,
    /// They did not answer.
    pub series_in_vain: fn(&str, &str) -> String,
    /// Somebody was told.
    pub done: fn(u32) -> String,
    /// After that.
    pub was_done: &'static str,
    /// Nobody answered.
    pub in_vain: fn(u32) -> String,
    /// After that.
    pub was_in_vain: &'static str,
}

/// The week's poster.
pub struct Poster {
    /// What the page is.
    pub title: &'static str,
    /// Its heading, with the first and the last day.
    pub heading: fn(&str, &str) -> String,
    /// Over what was answered.
    pub answered: fn(u32) -> String,
    /// Over what was done.
    pub done: fn(u32) -> String,
    /// Over what is overdue.
    pub overdue: fn(u32) -> String,
    /// Nothing was.
    pub none: &'static str,
    /// More than fit on a sheet.
    pub more: fn(u32) -> String,
    /// One line: its number and its title.
    pub line: fn(u32, &str) -> String,
    /// What the square is.
    pub qr: &'static str,
    /// The root of a day.
    pub root: fn(&str) -> String,
    /// What that is for.
    pub root_means: &'static str,
}
