//! Words of reporting what is against the rules, and of what was decided about it.
mod en;
mod zh;

pub use en::{ENGLISH, refusal as refusal_in_english};
pub use zh::{CHINESE, refusal as refusal_in_chinese};

use crate::words::Room;
use huiyin_domain::moderation::{
    About, Rule,
    wire::{Offer, PartKind, Standing},
};

said!(Pages: zh::PAGES, en::PAGES);
said!(DoneWords: zh::DONE, en::DONE);

/// Words of moderation, in one language.
pub struct Words {
    /// A rule, as the reason of a report.
    pub rule: fn(Rule) -> &'static str,
    /// To the form of a report.
    pub report: &'static str,
    /// What waits for the office, as a heading and a link.
    pub waiting: &'static str,
    /// A case, as a heading and a link.
    pub see_case: fn(u32) -> String,
    /// What it is about.
    pub about: fn(About) -> String,
    /// What was hidden, when, and against which rule it was.
    pub hidden: fn(PartKind, &str, &str) -> String,
    /// The office's words with it.
    pub office_says: fn(&str) -> String,
    /// How many steps of a record hold words that are hidden.
    pub covered: fn(usize) -> String,
    /// What an act has come to.
    pub done: Room<DoneWords>,
    /// Its own pages.
    pub pages: Room<Pages>,
}

/// Words of its own pages, in one language.
pub struct Pages {
    /// Between several of them.
    pub between: &'static str,
    /// The heading of that form.
    pub report_heading: fn(About) -> String,
    /// What a report is for, and what not.
    pub report_lead: &'static str,
    /// Only whoever is signed in reports.
    pub sign_in: &'static str,
    /// Which rule it is against.
    pub which_rule: &'static str,
    /// More about it.
    pub more: &'static str,
    /// What to write there.
    pub more_hint: &'static str,
    /// Sends the report.
    pub report_send: &'static str,
    /// It was sent.
    pub reported: &'static str,
    /// By which day the office decides.
    pub reported_next: fn(&str) -> String,
    /// The public log, as a heading and a link.
    pub log: &'static str,
    /// What stands in it.
    pub log_lead: &'static str,
    /// What the office does with it.
    pub waiting_lead: &'static str,
    /// There is no case.
    pub nothing: &'static str,
    /// Older ones are not on this page.
    pub older: &'static str,
    /// Since when, how often, for what.
    pub reported_for: fn(&str, u32, &str) -> String,
    /// Where a case stands.
    pub standing: fn(Standing) -> &'static str,
    /// By which day a word is owed.
    pub due: fn(&str) -> String,
    /// The office's last word, and when.
    pub said: fn(&str, &str) -> String,
    /// Over what was reported.
    pub reports: &'static str,
    /// Over what the author says.
    pub plea: &'static str,
    /// Over what it says with what is hidden.
    pub whole: &'static str,
    /// Who reads that.
    pub whole_means: &'static str,
    /// What is to be hidden.
    pub what: &'static str,
    /// All the words.
    pub all_words: &'static str,
    /// One photo.
    pub nth_photo: fn(usize) -> String,
    /// Why; for the office.
    pub decide_words: &'static str,
    /// What to write there, and what not.
    pub decide_hint: &'static str,
    /// Why not; for the author.
    pub appeal_words: &'static str,
    /// Who reads that.
    pub appeal_hint: &'static str,
    /// A button.
    pub offer: fn(Offer) -> &'static str,
}

/// What an act has come to.
pub struct DoneWords {
    /// Nothing was hidden.
    pub kept: &'static str,
    /// Something was.
    pub hidden: &'static str,
    /// The author does not agree.
    pub appealed: &'static str,
    /// It stays hidden.
    pub upheld: &'static str,
    /// It is to be read again.
    pub restored: &'static str,
}
