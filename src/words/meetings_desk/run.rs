//! What the session says on its one screen, and the list of who comes.
use huiyin_domain::councils::meeting::{Answer, Presence, Way};

/// The session.
pub struct Run {
    /// The heading.
    pub heading: &'static str,
    /// How many are here, of how many are needed.
    pub present: fn(u32, u32) -> String,
    /// Enough are here.
    pub quorate: &'static str,
    /// So many are missing.
    pub missing: fn(u32) -> String,
    /// In the room, on the line, and those without a seat.
    pub where_from: fn(u32, u32, u32) -> String,
    /// The counts could not be read just now.
    pub counts_old: &'static str,
    /// The session is not open yet: from when people can be checked in.
    pub opens: fn(&str) -> String,
    /// Begins it.
    pub open: &'static str,
    /// It cannot go on.
    pub is_over: &'static str,
    /// Over the check-in.
    pub check_in: &'static str,
    /// The field for the code.
    pub code: &'static str,
    /// Where that stands.
    pub code_hint: &'static str,
    /// How they are here.
    pub way: &'static str,
    /// Checks in whoever has this code.
    pub code_send: &'static str,
    /// The field for a name.
    pub name: &'static str,
    /// What can be written there.
    pub name_hint: &'static str,
    /// Looks for it.
    pub find: &'static str,
    /// Nobody is called so.
    pub nobody: &'static str,
    /// So many were found.
    pub found: fn(usize) -> String,
    /// Checks in one of them: the name and the address.
    pub check_in_one: fn(&str, &str) -> String,
    /// The group of whoever walks in.
    pub group: &'static str,
    /// They do not say.
    pub group_none: &'static str,
    /// Checks in whoever walks in.
    pub walk_in: &'static str,
    /// Over the agenda.
    pub agenda: &'static str,
    /// An item with its hours.
    pub item: fn(&str, &str) -> String,
    /// It is this one's time.
    pub now: &'static str,
    /// Over the opinions.
    pub opinion: &'static str,
    /// What is said.
    pub opinion_words: &'static str,
    /// How to write it down.
    pub opinion_hint: &'static str,
    /// Which item it belongs to.
    pub item_of: &'static str,
    /// To which item of the agenda a resolution belongs.
    pub item_of_vote: &'static str,
    /// None.
    pub item_none: &'static str,
    /// Who says it.
    pub speaker: &'static str,
    /// Nobody who wants to be named.
    pub speaker_none: &'static str,
    /// Writes it down.
    pub opinion_send: &'static str,
    /// So many were written down.
    pub n_opinions: fn(usize) -> String,
    /// Over the votes.
    pub vote: &'static str,
    /// There can be no vote now.
    pub no_vote: &'static str,
    /// What is resolved.
    pub vote_words: &'static str,
    /// Hands for it.
    pub yes: &'static str,
    /// Hands against it.
    pub no: &'static str,
    /// Neither.
    pub abstain: &'static str,
    /// What may be left empty.
    pub abstain_hint: &'static str,
    /// Writes it down.
    pub vote_send: &'static str,
    /// Over the end.
    pub end: &'static str,
    /// Ends it, enough being here.
    pub end_held: &'static str,
    /// Ends it without.
    pub end_no_quorum: &'static str,
    /// What comes next, when too few are here.
    pub follow_up: &'static str,
    /// What may be left empty.
    pub follow_up_hint: &'static str,
    /// Ends it.
    pub end_send: &'static str,
    /// Somebody was checked in.
    pub checked_in: &'static str,
    /// It was opened.
    pub opened: &'static str,
    /// An opinion was written down.
    pub recorded: &'static str,
    /// A vote was.
    pub voted: &'static str,
    /// The session is ended.
    pub ended: &'static str,
    /// A check-in was taken back.
    pub undone: &'static str,
}

/// Who comes, who waits and who came.
pub struct People {
    /// The heading.
    pub heading: &'static str,
    /// Nobody has answered.
    pub nobody: &'static str,
    /// Somebody without an account.
    pub walk_in: fn(u32) -> String,
    /// What they said; with their place in line.
    pub answer: fn(&Answer, Option<u32>) -> String,
    /// Whether they are here.
    pub presence: fn(&Presence) -> String,
    /// They can come to no other.
    pub only_chance: &'static str,
    /// Takes back the check-in of somebody.
    pub undo: fn(&str) -> String,
    /// Checks somebody in.
    pub check_in: fn(&str) -> String,
    /// Prints the list.
    pub print: &'static str,
    /// To answer for somebody who called.
    pub to_answer_for: &'static str,
    /// Answers for one: the name, and how they come.
    pub answer_for: fn(&str, Way) -> String,
    /// They do not come.
    pub decline_for: fn(&str) -> String,
    /// Somebody was written down.
    pub answered: &'static str,
}
