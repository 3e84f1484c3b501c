//! Words of what a resident does with a submission, and of their own ones.
use huiyin_domain::feedback::{Satisfaction, wire::Mine};

/// Words of the questions about a submission, in one language.
pub struct ActWords {
    /// Nothing like this can be done now.
    pub not_now: &'static str,
    /// Back to its page.
    pub back: &'static str,
    /// Will the answer do?
    pub confirm_answer: &'static str,
    /// Is it done well?
    pub confirm_built: &'static str,
    /// What confirming means.
    pub confirm_means: &'static str,
    /// How content one is.
    pub satisfaction: fn(Satisfaction) -> &'static str,
    /// Confirms.
    pub confirm: &'static str,
    /// Confirmed.
    pub confirmed: &'static str,
    /// What is not right with the answer?
    pub appeal: &'static str,
    /// How to answer, with the last day.
    pub appeal_hint: fn(&str) -> String,
    /// Sends it.
    pub appeal_send: &'static str,
    /// Sent.
    pub appealed: &'static str,
    /// What is not done?
    pub reopen: &'static str,
    /// How to answer.
    pub reopen_hint: &'static str,
    /// Sends it.
    pub reopen_send: &'static str,
    /// Sent.
    pub reopened: &'static str,
    /// Take it back?
    pub withdraw: &'static str,
    /// What that means.
    pub withdraw_means: &'static str,
    /// Yes.
    pub withdraw_sure: &'static str,
    /// No.
    pub withdraw_not: &'static str,
    /// Taken back.
    pub withdrawn: &'static str,
}

/// Words of one's own echoes, in one language.
pub struct MineWords {
    /// When there are none.
    pub none: &'static str,
    /// Over what waits for a word of one's own.
    pub waits: &'static str,
    /// Over everything else.
    pub others: &'static str,
    /// Why it is here.
    pub why: fn(Mine) -> &'static str,
}
