//! The agenda: what a council talks about, in order, and how long.
use super::{
    ResolutionRef, Said,
    resolutions::{fault, keep, number, said},
};
use crate::{
    ids::SubmissionId,
    problems::{FieldFault, FieldProblem},
    words::Words,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// The most items of one agenda, without those that earlier councils left open.
pub const ITEMS_MOST: usize = 7;
/// The most minutes of one item.
pub const ITEM_MINUTES_MOST: u32 = 180;
/// The minutes of an item that came onto the agenda by itself.
pub const CARRIED_MINUTES: u32 = 5;
/// The most minutes of a topic that came onto the agenda by itself.
pub const TOPIC_MINUTES: u32 = 20;

/// What an item is called.
pub type ItemTitle = Words<60>;

/// What an item goes back to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum About {
    /// Nothing that has a number.
    #[default]
    Nothing,
    /// Something a resident sent, most often a topic (议题).
    Submission {
        /// Its number.
        id: SubmissionId,
    },
    /// A resolution that an earlier council left open.
    Resolution {
        /// Which.
        of: ResolutionRef,
    },
}

/// An item of an agenda (议程项).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its number, from one.
    pub number: u32,
    /// What it is called.
    pub title: ItemTitle,
    /// How long it takes.
    pub minutes: u32,
    /// What it goes back to.
    pub about: About,
}

/// A resolution of an earlier council that is not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenResolution {
    /// Which.
    pub of: ResolutionRef,
    /// What it says.
    pub words: Said,
}

/// A topic of the series, as it comes onto an agenda by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its number.
    pub id: SubmissionId,
    /// What it is called.
    pub title: ItemTitle,
}

/// An item, as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ItemForm {
    /// What it is called.
    pub title: String,
    /// How long it takes.
    pub minutes: String,
    /// What it goes back to.
    pub about: About,
}

/// An agenda (议程), as it is filled in; the order of the items is theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgendaForm {
    /// The items; at least one.
    pub items: Vec<ItemForm>,
}

impl AgendaForm {
    /// The form with what is there already, and before it what earlier councils left open.
    pub fn filled(agenda: &[Item], open: &[OpenResolution]) -> Self {
        let items = with_open(agenda.to_vec(), open);
        Self {
            items: items
                .into_iter()
                .map(|item| ItemForm {
                    title: item.title.to_string(),
                    minutes: item.minutes.to_string(),
                    about: item.about,
                })
                .collect(),
        }
    }

    /// Reads the form, or says everything that is wrong with it: fields are `items.0.title` and
    /// `items.0.minutes`, or `items` itself.
    pub fn parse(&self) -> Result<Vec<Item>, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let n_own = self.items.iter().filter(|item| !is_carried(item.about)).count();
        if self.items.is_empty() {
            problems.push(fault("items", FieldFault::NothingChosen));
        }
        if ITEMS_MOST < n_own {
            problems.push(fault("items", FieldFault::TooMany { max: ITEMS_MOST }));
        }
        let mut items = Vec::new();
        for (n, form) in self.items.iter().enumerate() {
            let title = keep(&mut problems, said(&format!("items.{n}.title"), &form.title));
            let field = format!("items.{n}.minutes");
            let minutes = keep(&mut problems, number(&field, &form.minutes, 1, ITEM_MINUTES_MOST));
            if let (Some(title), Some(minutes)) = (title, minutes) {
                items.push(Item { number: 0, title, minutes, about: form.about });
            }
        }
        if problems.is_empty() { Ok(in_order(items)) } else { Err(problems) }
    }
}

/// An agenda on which nothing is missing that earlier councils left open: it stands first.
pub fn with_open(agenda: Vec<Item>, open: &[OpenResolution]) -> Vec<Item> {
    let is_there =
        |of: ResolutionRef| agenda.iter().any(|item| item.about == About::Resolution { of });
    let missing = open.iter().filter(|it| !is_there(it.of)).map(|it| Item {
        number: 0,
        title: Words::shortened(it.words.as_str()).expect("a resolution has words"),
        minutes: CARRIED_MINUTES,
        about: About::Resolution { of: it.of },
    });
    let mut items: Vec<_> = missing.collect();
    items.extend(agenda);
    in_order(items)
}

/// An agenda with the topics of the series after all else, each with its share of the minutes
/// that are left of so many. All of them stand on it, however many they are: what is left for
/// another council is the organiser's choice.
pub fn with_topics(agenda: Vec<Item>, topics: &[Topic], minutes_most: u32) -> Vec<Item> {
    let n_topics = u32::try_from(topics.len()).unwrap_or(u32::MAX).max(1);
    let left = minutes_most.saturating_sub(minutes_of(&agenda));
    let minutes = (left / n_topics).clamp(1, TOPIC_MINUTES);
    let mut items = agenda;
    items.extend(topics.iter().map(|topic| Item {
        number: 0,
        title: topic.title.clone(),
        minutes,
        about: About::Submission { id: topic.id },
    }));
    in_order(items)
}

/// How long all of it takes.
pub fn minutes_of(agenda: &[Item]) -> u32 {
    agenda.iter().fold(0, |sum, item| sum.saturating_add(item.minutes))
}

/// What earlier councils left open first, and numbered anew.
fn in_order(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by_key(|item| !is_carried(item.about));
    for (item, number) in items.iter_mut().zip(1..) {
        item.number = number;
    }
    items
}

fn is_carried(about: About) -> bool {
    match about {
        About::Resolution { .. } => true,
        About::Nothing | About::Submission { .. } => false,
    }
}
