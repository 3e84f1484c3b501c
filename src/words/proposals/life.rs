//! Words of a proposal's way: similar ones, new versions, joining the author, merging.
use crate::words::Room;
use huiyin_domain::proposals::{Event, Finding, Stage};

said!(Similar: super::life_zh::SIMILAR, super::life_en::SIMILAR, super::life_plain::SIMILAR);
said!(Editing: super::life_zh::EDITING, super::life_en::EDITING, super::life_plain::EDITING);
said!(Texts: super::life_zh::TEXTS, super::life_en::TEXTS, super::life_plain::TEXTS);
said!(Joining: super::life_zh::JOINING, super::life_en::JOINING, super::life_plain::JOINING);
said!(Merging: super::life_zh::MERGING, super::life_en::MERGING, super::life_plain::MERGING);

/// Words of what happens to a proposal after it was sent, in one language.
pub struct Life {
    /// Where it stands, in one sentence, with the currency's amount when there is one.
    pub status: fn(&Stage, &str) -> String,
    /// What happened, how many times that day, and the amount when there is one.
    pub event: fn(&Event, u32, &str) -> String,
    /// To what became of a winner, by its number.
    pub project: fn(u32) -> String,
    /// Several names in one line.
    pub names: fn(&[String]) -> String,
    /// Residents who joined the author.
    pub co_authors: fn(&str) -> String,
    /// Over who looks at it.
    pub review: &'static str,
    /// Who gives the public answer.
    pub lead: fn(&str) -> String,
    /// Who else looks at it.
    pub others: fn(&str) -> String,
    /// By which day.
    pub due: fn(&str) -> String,
    /// So many working days late, and what one can do.
    pub days_late: fn(u32) -> String,
    /// How many of how many have said what they find.
    pub answered: fn(usize, usize) -> String,
    /// What one of them found, with the amount where there is one.
    pub finding: fn(&str, &Finding, &str) -> String,
    /// Which version of the text this is.
    pub text_n: fn(u32) -> String,
    /// To the versions.
    pub see_texts: &'static str,
    /// To the proposal it went into: number and title.
    pub goes_on_in: fn(u32, &str) -> String,
    /// Over those that went into it.
    pub merged: &'static str,
    /// Its author is asked whether it shall go on with another: for the author.
    pub asked_merge: fn(u32, &str) -> String,
    /// The same, for everybody else.
    pub awaits_author: fn(u32, &str) -> String,
    /// To that question.
    pub answer_merge: &'static str,
    /// It is this person's own, and nobody need be asked to co-sign it.
    pub yours: &'static str,
    /// Writes a new version.
    pub edit: &'static str,
    /// Goes on with one that was begun.
    pub edit_on: &'static str,
    /// Asks others to join.
    pub invite: &'static str,
    /// Leaves the authors.
    pub leave: &'static str,
    /// Asks once more.
    pub leave_ask: &'static str,
    /// Yes.
    pub leave_sure: &'static str,
    /// No.
    pub leave_not: &'static str,
    /// One has left.
    pub left: &'static str,
    /// Asks whether one's co-signature shall go on, too, by the number of where.
    pub move_ask: fn(u32) -> String,
    /// What moving means.
    pub move_means: &'static str,
    /// Moves it, by the number.
    pub move_co_sign: fn(u32) -> String,
    /// It was moved.
    pub co_sign_moved: &'static str,
    /// A new version was taken.
    pub edited: &'static str,
    /// One has joined.
    pub joined: &'static str,
    /// It went into another.
    pub was_merged: &'static str,
    /// It goes on by itself.
    pub merge_declined: &'static str,
    /// What was done at the desk.
    pub staff_done: &'static str,
    /// After sending, where the office looks first.
    pub next_screening: &'static str,
    /// Titles that ask for nearly the same.
    pub similar: Room<Similar>,
    /// A new version.
    pub editing: Room<Editing>,
    /// All versions.
    pub texts: Room<Texts>,
    /// Asking others to join, and joining.
    pub joining: Room<Joining>,
    /// The question about merging.
    pub merging: Room<Merging>,
}

/// Words beside the title that is being written.
pub struct Similar {
    /// Others have asked for this: together?
    pub heading: &'static str,
    /// How many were found, told politely.
    pub told: fn(usize) -> String,
    /// Looking at one loses nothing.
    pub keeps: &'static str,
    /// Looks at one, by its number.
    pub open: fn(u32) -> String,
    /// Co-signs one, by its number.
    pub co_sign: fn(u32) -> String,
    /// It is co-signed.
    pub co_signed: &'static str,
    /// For guests.
    pub sign_in: &'static str,
    /// Goes on with one's own.
    pub my_own: &'static str,
    /// That is so.
    pub my_own_then: &'static str,
}

/// Words of writing a new version.
pub struct Editing {
    /// The heading.
    pub heading: &'static str,
    /// Back to the proposal.
    pub back: &'static str,
    /// How it goes.
    pub hint: &'static str,
    /// What was asked to be mended.
    pub mend: fn(&str) -> String,
    /// Why it changes.
    pub why: &'static str,
    /// So many have co-signed, so a reason is needed.
    pub why_needed: fn(u32) -> String,
    /// It need not be said.
    pub why_free: &'static str,
    /// It is needed and missing.
    pub why_missing: &'static str,
    /// What sending means.
    pub send_means: &'static str,
    /// Sends it.
    pub send: &'static str,
    /// For a guest: why sign in.
    pub sign_in_first: &'static str,
    /// Signs in.
    pub sign_in: &'static str,
    /// Somebody else has sent this version meanwhile.
    pub changed_meanwhile: fn(u32) -> String,
    /// It cannot be changed now.
    pub not_now: &'static str,
}

/// Words of the versions of a text.
pub struct Texts {
    /// The heading.
    pub heading: &'static str,
    /// Which version, and of which day.
    pub version: fn(u32, &str) -> String,
    /// Why it was changed.
    pub why: fn(&str) -> String,
    /// Nobody said why.
    pub no_why: &'static str,
    /// The first text.
    pub first: &'static str,
    /// How changes are marked.
    pub legend: &'static str,
    /// Before what was added, for those who do not see the mark.
    pub added: &'static str,
    /// Before what was taken out, likewise.
    pub removed: &'static str,
    /// After either.
    pub mark_ends: &'static str,
    /// From how many photos to how many.
    pub photos: fn(usize, usize) -> String,
    /// There is one version alone.
    pub only_one: &'static str,
}

/// Words of asking others to join, and of joining.
pub struct Joining {
    /// The heading of asking.
    pub invite: &'static str,
    /// What joining means, and how many may.
    pub invite_means: fn(usize) -> String,
    /// Makes a code.
    pub make: &'static str,
    /// Makes another.
    pub make_another: &'static str,
    /// Over the code.
    pub code: &'static str,
    /// Until when it holds.
    pub until: fn(&str) -> String,
    /// It is not shown again.
    pub not_again: &'static str,
    /// On the slip with the code: what one is asked to join.
    pub slip: fn(&str) -> String,
    /// Under the square: what it is for.
    pub scan: &'static str,
    /// Words to pass on: title, code, address.
    pub message: fn(&str, &str, &str) -> String,
    /// Over them.
    pub message_label: &'static str,
    /// Copies them.
    pub copy: &'static str,
    /// They are copied.
    pub copied: &'static str,
    /// They have to be copied by hand.
    pub by_hand: &'static str,
    /// Nobody can be asked now.
    pub not_now: &'static str,
    /// The heading of joining.
    pub join: &'static str,
    /// What it means.
    pub join_means: &'static str,
    /// Over the field.
    pub code_label: &'static str,
    /// How to fill it in.
    pub code_hint: &'static str,
    /// It is no such code.
    pub code_wrong: &'static str,
    /// Joins.
    pub send: &'static str,
    /// For a guest: why sign in.
    pub sign_in_first: &'static str,
}

/// Words of the question whether two proposals shall go on as one.
pub struct Merging {
    /// The question, with the other's number.
    pub question: fn(u32) -> String,
    /// Why it is asked.
    pub why: fn(&str) -> String,
    /// What agreeing means.
    pub means: &'static str,
    /// Agrees.
    pub agree: &'static str,
    /// Does not.
    pub decline: &'static str,
    /// Over one's own.
    pub yours: &'static str,
    /// Over the other.
    pub other: &'static str,
    /// To the other's page.
    pub see: fn(u32) -> String,
    /// Nothing is asked.
    pub not_now: &'static str,
}
