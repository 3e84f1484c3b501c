//! Words of the desk of whoever answers: what is owed, and one page for each act.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use crate::answering::act::{Act, How, Word};
use huiyin_domain::feedback::{Satisfaction, VerdictKind};

/// Words of the desk of whoever answers, in one language.
pub struct Words {
    /// What is owed.
    pub list: List,
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
    pub words: fn(Act) -> &'static str,
    /// Who reads them.
    pub words_hint: &'static str,
    /// Over the acts on a submission's page.
    pub acts: &'static str,
    /// The submission, on the page of an act.
    pub about: About,
    /// When the act is not possible any more.
    pub not_now: &'static str,
    /// What was typed, to be taken along.
    pub typed: &'static str,
    /// To the whole page of a submission.
    pub to_page: fn(u32) -> String,
    /// Back to the list.
    pub to_list: &'static str,
    /// The answer.
    pub answer: AnswerWords,
    /// Templates of the first word.
    pub first_words: &'static [Template],
    /// Templates of letting an answer stand.
    pub stands: &'static [Template],
    /// To whom it is passed on.
    pub to: &'static str,
    /// To which day.
    pub new_day: &'static str,
    /// The last that may be.
    pub latest: fn(&str) -> String,
    /// What it is about.
    pub theme: &'static str,
    /// Where it is.
    pub place: &'static str,
    /// None of the places.
    pub no_place: &'static str,
    /// What became of a request, with its number and words.
    pub request: fn(usize, &str) -> String,
    /// A choice of that.
    pub how: fn(How) -> &'static str,
    /// Why not, after the choice that says so.
    pub request_why: fn(How, usize) -> String,
    /// Why not, or how else, in words.
    pub request_words: fn(usize) -> String,
    /// The resident's word.
    pub tell: Tell,
}

/// What is owed.
pub struct List {
    /// Over the cards.
    pub cards: &'static str,
    /// The heading, and the words of links to it.
    pub heading: &'static str,
    /// Leads there.
    pub see: &'static str,
    /// How many are owed, and how many of them are overdue.
    pub total: fn(u32, u32) -> String,
    /// Nothing.
    pub nothing: &'static str,
    /// What the choices of owner are.
    pub owner: &'static str,
    /// The office's.
    pub office: &'static str,
    /// Everybody's.
    pub all: &'static str,
    /// Chooses one for passing on.
    pub choose: fn(u32) -> String,
    /// Over passing on several.
    pub pass_on: &'static str,
    /// How that is done.
    pub pass_on_means: &'static str,
    /// Nothing was chosen.
    pub choose_first: &'static str,
    /// Passes so many on.
    pub pass_on_do: fn(u32) -> String,
    /// So many were passed on.
    pub passed: fn(usize) -> String,
    /// One was not, and why.
    pub refused: fn(u32, &str) -> String,
    /// Reads the list again.
    pub again: &'static str,
    /// To the next ones.
    pub next: &'static str,
    /// Back to the most urgent.
    pub first: &'static str,
}

/// The submission on the page of an act.
pub struct About {
    /// Over it.
    pub heading: &'static str,
    /// What the resident wrote.
    pub says: &'static str,
    /// What is asked for.
    pub requests: &'static str,
    /// What the resident says against the answer.
    pub appeal: &'static str,
}

/// The answer.
pub struct AnswerWords {
    /// What is decided.
    pub verdict: &'static str,
    /// A choice of that.
    pub kind: fn(VerdictKind) -> &'static str,
    /// What that choice means.
    pub kind_means: fn(VerdictKind) -> &'static str,
    /// The words of the answer.
    pub words: fn(VerdictKind) -> &'static str,
    /// The reason.
    pub reason: &'static str,
    /// The day.
    pub day: fn(VerdictKind) -> &'static str,
    /// Which days can be chosen.
    pub day_hint: &'static str,
    /// The number it goes on with.
    pub into: &'static str,
    /// Where that number stands.
    pub into_hint: &'static str,
    /// Over the templates.
    pub templates: &'static str,
    /// What has to be done with a template.
    pub templates_mean: &'static str,
    /// Takes a template, which is named.
    pub take: fn(&str) -> String,
    /// The templates of a kind of answer.
    pub of_kind: fn(VerdictKind) -> &'static [Template],
    /// Over what the resident will read.
    pub preview: &'static str,
    /// How to hear it.
    pub preview_hear: &'static str,
    /// When something is still missing.
    pub preview_later: &'static str,
}

/// A text to begin with; what stands in 【】 has to be filled in.
pub struct Template {
    /// What it is for.
    pub name: &'static str,
    /// The text.
    pub words: &'static str,
}

/// The resident's word, heard by the office.
pub struct Tell {
    /// Which word it was.
    pub which: &'static str,
    /// A choice of that.
    pub word: fn(Word) -> &'static str,
    /// How it was heard.
    pub heard: &'static str,
    /// On the telephone.
    pub phone: &'static str,
    /// On paper.
    pub paper: &'static str,
    /// How content they are.
    pub satisfaction: &'static str,
    /// A choice of that.
    pub content: fn(Satisfaction) -> &'static str,
    /// What they said.
    pub words: &'static str,
    /// How to write it down.
    pub words_hint: &'static str,
}
