//! What the words of one's own recordings are.
use huiyin_domain::recordings::{Event, Stage, StageKind};

/// Words of one's own recordings, in one language.
pub struct Messages {
    /// The heading of the list.
    pub heading: &'static str,
    /// For those who are not signed in.
    pub guest: &'static str,
    /// When there is none.
    pub none: &'static str,
    /// Where one stands, in a word or two.
    pub stage: fn(StageKind) -> &'static str,
    /// Where one stands, in a sentence.
    pub status: fn(&Stage) -> String,
    /// The heading of one, by its number.
    pub one: fn(u32) -> String,
    /// To one, by its number.
    pub open: fn(u32) -> String,
    /// When it was recorded, and how long it is.
    pub recorded: fn(&str, u32) -> String,
    /// Plays the original.
    pub original: &'static str,
    /// It did not come.
    pub not_loaded: &'static str,
    /// Over the text.
    pub written: &'static str,
    /// Over where, in the text.
    pub place: &'static str,
    /// Over why, in the text.
    pub why: &'static str,
    /// Over what is asked for, in the text.
    pub requests: &'static str,
    /// That the page's own control reads it aloud.
    pub hear: &'static str,
    /// The question.
    pub ask: &'static str,
    /// What "yes" means, by the number.
    pub yes_means: fn(u32) -> String,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// The heading after "no".
    pub no_heading: &'static str,
    /// The field for what is wrong.
    pub no_note: &'static str,
    /// How to fill it in.
    pub no_hint: &'static str,
    /// Sends the "no".
    pub no_send: &'static str,
    /// Back to the question.
    pub no_not: &'static str,
    /// Says it again instead.
    pub say_again: &'static str,
    /// After "yes".
    pub agreed: &'static str,
    /// After "no".
    pub disagreed: &'static str,
    /// To the proposal, by its number.
    pub look: fn(u32) -> String,
    /// Takes it back.
    pub withdraw: &'static str,
    /// Asked before that.
    pub withdraw_ask: &'static str,
    /// Takes it back indeed.
    pub withdraw_sure: &'static str,
    /// Does not.
    pub withdraw_not: &'static str,
    /// It is taken back.
    pub withdrawn: &'static str,
    /// What happened.
    pub event: fn(&Event) -> String,
}
