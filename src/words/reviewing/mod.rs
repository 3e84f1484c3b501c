//! Words of the desk for proposals: what waits, one page for each act, and the staff's notes.
mod acts_en;
mod acts_zh;
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use crate::reviewing::{act::Act, list_page::Part};

/// Words of the desk for proposals, in one language.
pub struct Words {
    /// What waits.
    pub list: List,
    /// One proposal.
    pub show: Show,
    /// The words of the link to an act, a verb first.
    pub act: fn(Act) -> &'static str,
    /// The heading of an act's page, with the number.
    pub heading: fn(Act, u32) -> String,
    /// What an act means, before it is done.
    pub means: fn(Act) -> &'static str,
    /// The button that does it.
    pub send: fn(Act) -> &'static str,
    /// After it was done.
    pub done: fn(Act) -> &'static str,
    /// The field for words, as an act calls it.
    pub reason: fn(Act) -> &'static str,
    /// Who reads them.
    pub reason_hint: &'static str,
    /// The same, where it cannot be done.
    pub why_not_hint: &'static str,
    /// The proposal, on the page of an act.
    pub about: &'static str,
    /// Back to the proposal's page at the desk.
    pub to_page: fn(u32) -> String,
    /// Back to the list.
    pub to_list: &'static str,
    /// Over what the author will read.
    pub preview: &'static str,
    /// When something is still missing.
    pub preview_later: &'static str,
    /// Which item of the list.
    pub item: &'static str,
    /// One of them, with its number.
    pub nth_item: fn(u32, &str) -> String,
    /// A finding.
    pub finding: FindingWords,
    /// Asking departments.
    pub ask: Ask,
    /// Going on together with another.
    pub merge: Merge,
    /// What departments say.
    pub review: Review,
    /// The staff's own notes.
    pub notes: NoteWords,
}

/// What waits.
pub struct List {
    /// The heading.
    pub heading: &'static str,
    /// Leads there, with how many wait where that is known.
    pub see: fn(Option<usize>) -> String,
    /// Leads whoever answers for a department there.
    pub see_review: &'static str,
    /// How many wait in all, and how many of them are late.
    pub total: fn(usize, usize) -> String,
    /// So many more are not on the page.
    pub more: fn(u32) -> String,
    /// Over a part.
    pub part: fn(Part) -> &'static str,
    /// What a part is for.
    pub part_means: fn(Part) -> &'static str,
    /// Nothing in this part.
    pub nothing: &'static str,
    /// By which day, and so many working days late.
    pub due: fn(&str, u32) -> String,
    /// The department of whoever looks gives the public answer.
    pub you_lead: &'static str,
    /// It has said what it finds, or not.
    pub your_word: fn(bool) -> &'static str,
    /// So many have answered of so many.
    pub answered: fn(u32, u32) -> String,
}

/// One proposal.
pub struct Show {
    /// Over the acts.
    pub acts: &'static str,
    /// When nothing can be done now.
    pub no_acts: &'static str,
    /// Over what its author wrote.
    pub says: &'static str,
    /// Who wrote it.
    pub by: fn(&str) -> String,
    /// Over what cannot be funded.
    pub list: &'static str,
    /// Where that list comes from.
    pub list_means: &'static str,
    /// There is no such list.
    pub no_list: &'static str,
    /// To the page that residents see.
    pub to_public: &'static str,
    /// The author is asked about another, which is named, and has not answered.
    pub merge_waits: fn(u32, &str) -> String,
    /// Those that went into it.
    pub merged: fn(u32, &str) -> String,
}

/// A finding.
pub struct FindingWords {
    /// Can it be done?
    pub can_be_done: &'static str,
    /// It can.
    pub yes: &'static str,
    /// What is said then.
    pub yes_means: &'static str,
    /// It cannot.
    pub no: &'static str,
    /// What is said then.
    pub no_means: &'static str,
    /// What it costs.
    pub cost: &'static str,
    /// What it costs as reviewed, on the shortlist.
    pub cost_reviewed: &'static str,
    /// The most it may be.
    pub cost_hint: fn(&str) -> String,
    /// How many months it takes.
    pub months: &'static str,
    /// From when on, and the most.
    pub months_hint: fn(u32) -> String,
    /// For which department one speaks.
    pub speaks_for: fn(&str) -> String,
}

/// Asking departments.
pub struct Ask {
    /// Which gives the public answer.
    pub lead: &'static str,
    /// Which others are asked.
    pub others: &'static str,
    /// One of them.
    pub also: fn(&str) -> String,
    /// By which day.
    pub due: &'static str,
    /// Which days can be chosen.
    pub due_hint: &'static str,
    /// Asked anew, what was said is gone.
    pub anew: &'static str,
    /// There is no department here.
    pub none: &'static str,
}

/// Going on together with another.
pub struct Merge {
    /// The number of the other.
    pub into: &'static str,
    /// Where that number stands.
    pub into_hint: &'static str,
    /// Shows the other.
    pub look: &'static str,
    /// It is this one.
    pub this_one: fn(u32, &str) -> String,
    /// It was not looked at yet.
    pub look_first: &'static str,
    /// It is this proposal itself.
    pub itself: &'static str,
    /// It is in another contest, which is named.
    pub elsewhere: fn(u32, &str) -> String,
}

/// What departments say.
pub struct Review {
    /// Over it.
    pub heading: &'static str,
    /// By which day, and so many working days late.
    pub due: fn(&str, u32) -> String,
    /// A department that was asked; does it give the public answer?
    pub asked: fn(&str, bool) -> String,
    /// It has not answered.
    pub waits: fn(&str) -> String,
    /// It has; what it finds is not shown to whoever looks.
    pub has_answered: fn(&str) -> String,
}

/// The staff's own notes.
pub struct NoteWords {
    /// Over them.
    pub heading: &'static str,
    /// Nobody else sees them.
    pub unseen: &'static str,
    /// None yet.
    pub none: &'static str,
    /// The field.
    pub words: &'static str,
    /// What belongs there.
    pub words_hint: &'static str,
    /// Saves it.
    pub send: &'static str,
    /// It is saved.
    pub done: &'static str,
    /// When, and who.
    pub by: fn(&str, &str) -> String,
}
