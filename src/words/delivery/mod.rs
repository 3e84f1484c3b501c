//! Words of projects: what becomes of what won.
mod en;
mod plain;
pub mod refusals_en;
pub mod refusals_zh;
mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use zh::CHINESE;

use crate::delivery::act::Act;
use crate::words::Room;
use huiyin_domain::delivery::{ReportBy, StageKind};

said!(List: zh::LIST, en::LIST, plain::LIST);
said!(Fields: zh::FIELDS, en::FIELDS);
said!(Money: zh::MONEY, en::MONEY);
said!(Plan: zh::PLAN, en::PLAN);
said!(Work: zh::WORK, en::WORK);
said!(Team: zh::TEAM, en::TEAM);
said!(Voices: zh::VOICES, en::VOICES, plain::VOICES);
said!(Closing: zh::CLOSING, en::CLOSING);
said!(Desk: zh::DESK, en::DESK);

/// Words of projects, in one language.
pub struct Words {
    /// The list.
    pub list: Room<List>,
    /// A project's number.
    pub number: fn(u32) -> String,
    /// Where it stands.
    pub stage: fn(StageKind) -> &'static str,
    /// To its proposal.
    pub to_proposal: &'static str,
    /// Back to its page.
    pub to_project: fn(u32) -> String,
    /// The act cannot be done, or not any more.
    pub not_now: &'static str,
    /// The link to an act and the heading of its page.
    pub act: fn(Act) -> &'static str,
    /// What an act means, before it is done.
    pub means: fn(Act) -> &'static str,
    /// The button that does it.
    pub send: fn(Act) -> &'static str,
    /// After it was done.
    pub done: fn(Act) -> &'static str,
    /// The fields of the acts.
    pub fields: Room<Fields>,
    /// The public book.
    pub money: Room<Money>,
    /// The plan.
    pub plan: Room<Plan>,
    /// What was told of the work.
    pub work: Room<Work>,
    /// Who works on it.
    pub team: Room<Team>,
    /// What residents say.
    pub voices: Room<Voices>,
    /// How it ended.
    pub closing: Room<Closing>,
    /// The office's list.
    pub desk: Room<Desk>,
}

/// The list of all projects.
pub struct List {
    /// Its heading.
    pub heading: &'static str,
    /// When there is none.
    pub nothing: &'static str,
}

/// The fields of the acts.
pub struct Fields {
    /// Which step, payment or word.
    pub number: fn(Act) -> &'static str,
    /// No step is reached with it.
    pub no_step: &'static str,
    /// How much.
    pub amount: &'static str,
    /// Which day.
    pub day: fn(Act) -> &'static str,
    /// How to write a day.
    pub day_hint: &'static str,
    /// The steps.
    pub plan: &'static str,
    /// How to write them.
    pub plan_hint: &'static str,
    /// The words of an act.
    pub words: fn(Act) -> &'static str,
    /// Its second words.
    pub more: fn(Act) -> &'static str,
    /// What shows a payment.
    pub receipt: &'static str,
    /// How to write it.
    pub receipt_hint: &'static str,
}

/// The public book.
pub struct Money {
    /// Its heading.
    pub heading: &'static str,
    /// What it may spend.
    pub award: &'static str,
    /// What was spent.
    pub spent: &'static str,
    /// What is left.
    pub left: &'static str,
    /// When nothing was paid.
    pub nothing: &'static str,
    /// The words that open the table.
    pub table: &'static str,
    /// A column: which line.
    pub n: &'static str,
    /// A column: when.
    pub on: &'static str,
    /// A column: what for.
    pub what: &'static str,
    /// A column: how much.
    pub amount: &'static str,
    /// A column: what shows it.
    pub receipt: &'static str,
    /// One line, by its number.
    pub nth: fn(u32) -> String,
    /// It corrects another line.
    pub corrects: fn(u32) -> String,
}

/// The plan.
pub struct Plan {
    /// Its heading.
    pub heading: &'static str,
    /// By which day.
    pub by: fn(&str) -> String,
    /// Not done yet.
    pub open: &'static str,
    /// Done, and when.
    pub reached: fn(&str) -> String,
    /// The next step and its day.
    pub next: fn(&str, &str) -> String,
    /// How many steps are done, of how many.
    pub progress: fn(u32, u32) -> String,
}

/// What was told of the work.
pub struct Work {
    /// Its heading.
    pub heading: &'static str,
    /// When nothing was told.
    pub nothing: &'static str,
    /// Who told it.
    pub by: fn(ReportBy) -> &'static str,
    /// The step that is done with it.
    pub reached: fn(&str) -> String,
}

/// Who works on it.
pub struct Team {
    /// Its heading.
    pub heading: &'static str,
    /// Whoever reads belongs to it.
    pub yours: &'static str,
    /// Whoever reads has asked to join.
    pub asked: &'static str,
    /// The authors.
    pub authors: fn(&str) -> String,
    /// Who joined them.
    pub joined: fn(&str) -> String,
    /// Who of the office answers for it.
    pub responsible: fn(&str) -> String,
    /// The button that lets somebody in.
    pub let_in: fn(&str) -> String,
    /// The button that does not.
    pub turn_away: fn(&str) -> String,
    /// After either.
    pub said: &'static str,
}

/// What residents say.
pub struct Voices {
    /// Its heading.
    pub heading: &'static str,
    /// Until which day.
    pub until: fn(&str) -> String,
    /// How many say what.
    pub counts: fn(u32, u32) -> String,
    /// It is done.
    pub done: &'static str,
    /// It is not.
    pub not_done: &'static str,
    /// It is the reader's own.
    pub yours: &'static str,
    /// What they were answered.
    pub answer: fn(&str) -> String,
    /// How many have no answer.
    pub unanswered: fn(u32) -> String,
}

/// How it ended.
pub struct Closing {
    /// What was done.
    pub done: fn(&str) -> String,
    /// What it cost.
    pub cost: fn(&str) -> String,
    /// What was learnt.
    pub learnt: fn(&str) -> String,
    /// Why it was stopped.
    pub why: fn(&str) -> String,
    /// What becomes of the rest.
    pub rest: fn(&str) -> String,
}

/// The office's list.
pub struct Desk {
    /// Its heading.
    pub heading: &'static str,
    /// What won and is to be begun.
    pub to_begin: &'static str,
    /// When there is none.
    pub nothing_to_begin: &'static str,
    /// The result may still be challenged.
    pub not_yet: &'static str,
    /// The button that begins one.
    pub begin: &'static str,
    /// The heading of its page.
    pub begin_heading: fn(u32) -> String,
    /// What it means.
    pub begin_means: &'static str,
    /// After it was done.
    pub begun: &'static str,
}
