//! Words of the page of one submission.
use super::Teller;
use huiyin_domain::feedback::{Built, Offer, Owner, StageKind, Verdict};

/// Words of the page of one submission, in one language.
pub struct Show {
    /// Whoever sent it.
    pub by: fn(&str) -> String,
    /// They have left.
    pub by_nobody: &'static str,
    /// Calls the office because it is late.
    pub hurry: &'static str,
    /// What can be done: the words of its button; `None` for what staff do on their own pages.
    pub offer: fn(&Offer, StageKind) -> Option<&'static str>,
    /// The last day on which the resident can disagree.
    pub appeal_until: fn(&str) -> String,
    /// The last day on which the resident is waited for, before somebody calls.
    pub confirm_until: fn(&str) -> String,
    /// Followed from now on.
    pub followed: &'static str,
    /// Followed no more.
    pub unfollowed: &'static str,
    /// For guests.
    pub sign_in_to_follow: &'static str,
    /// To the proposal of the same number.
    pub to_proposal: &'static str,
    /// From the proposal to the promise of the same number.
    pub from_proposal: &'static str,
    /// Over what was said.
    pub said: &'static str,
    /// Where it is.
    pub place: fn(&str) -> String,
    /// Between a place of the community and where there.
    pub between: &'static str,
    /// What kind of thing it is.
    pub kind: fn(&str) -> String,
    /// Over the answer.
    pub answer: &'static str,
    /// Who answered.
    pub answered_by: fn(Owner, &Teller) -> String,
    /// The kind of answer, as a sentence.
    pub verdict: fn(&Verdict) -> &'static str,
    /// What will be done.
    pub will: fn(&str) -> String,
    /// By which day.
    pub by_day: fn(&str) -> String,
    /// Answered again by a day.
    pub again_by: fn(&str) -> String,
    /// What the vote gave.
    pub award: fn(&str) -> String,
    /// To the result of the vote.
    pub to_result: &'static str,
    /// A reason of the list, and in words.
    pub why: fn(&str, &str) -> String,
    /// To what it goes on with.
    pub to_merged: fn(u32) -> String,
    /// Over the answers to the requests.
    pub each: &'static str,
    /// A request that is adopted.
    pub yes: &'static str,
    /// One that is not.
    pub no: &'static str,
    /// Over the appeal.
    pub appeal: &'static str,
    /// It is not answered yet.
    pub appeal_open: &'static str,
    /// The answer stays, and why.
    pub upheld: fn(&str) -> String,
    /// The answer has changed.
    pub revised: &'static str,
    /// Over the steps that were reported.
    pub steps: &'static str,
    /// Over what was said and done, side by side.
    pub side_by_side: &'static str,
    /// What was asked for.
    pub you_said: &'static str,
    /// What was done.
    pub we_did: &'static str,
    /// What became of one request, in a word.
    pub built: fn(&Built) -> &'static str,
    /// Over the story.
    pub story: &'static str,
    /// Over the counts.
    pub counts: &'static str,
    /// What checking the record is for.
    pub record_means: &'static str,
    /// Checks the record.
    pub record: &'static str,
    /// It holds, so many steps.
    pub record_holds: fn(usize) -> String,
    /// The first step that was changed.
    pub record_broken: fn(i64) -> String,
    /// What this page shows is not in it.
    pub record_other: &'static str,
    /// How many follow it.
    pub followers: fn(u32) -> String,
    /// How often it was passed on.
    pub pass_ons: fn(u32) -> String,
    /// How often its day was put off.
    pub extensions: fn(u32) -> String,
    /// How often it was opened again.
    pub reopened: fn(u32) -> String,
}
