//! Requests to be called back: for whoever would rather talk than type.
mod decide;
pub mod phone;
pub mod wire;

pub use decide::{Command, Event, Scene, apply, decide, may_close, may_see, offers};

use crate::{
    ids::CallbackId,
    problems::{FieldFault, FieldProblem},
    time::Moment,
    words::{Words, WordsProblem},
};
use huiyin_derive::ReadTagged;
use phone::PhoneNumber;
use serde::{Deserialize, Serialize};

/// What somebody wants to talk about, in a few words.
pub type About = Words<200>;
/// What staff note about a call that did not come about; no names, no numbers.
pub type Note = Words<200>;

/// Tries before a call may be given up: once could be at lunch, twice at the doctor's.
pub const TRIES_LEAST: u32 = 2;
/// More tries than this are not counted.
pub const TRIES_MOST: u32 = 20;

/// When somebody would like to be called (什么时候方便).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PreferredTime {
    /// In the morning.
    Morning,
    /// In the afternoon.
    Afternoon,
    /// In the evening.
    Evening,
    /// Whenever it suits the office.
    Any,
}

impl PreferredTime {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Morning, Self::Afternoon, Self::Evening, Self::Any];
}

/// A request to be called back (请回电).
///
/// It does not hold the number: that stands in one place alone, and is deleted when the request
/// is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallbackRequest {
    /// Its number.
    pub id: CallbackId,
    /// When it was sent.
    pub asked_at: Moment,
    /// When the person would like to be called.
    pub when: PreferredTime,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a request stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Stage {
    /// Nobody has called yet.
    Waiting,
    /// It is settled, and the number is deleted.
    Closed {
        /// When.
        at: Moment,
        /// What came of it.
        result: CallResult,
    },
}

/// What came of calling back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CallResult {
    /// They talked (已通话).
    Talked,
    /// Nobody answered (没打通).
    NotReached {
        /// How often it was tried.
        n_tries: u32,
        /// What else there is to say.
        note: Option<Note>,
    },
}

/// What a request needs besides its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Where to call.
    pub phone: PhoneNumber,
    /// When.
    pub when: PreferredTime,
    /// What about.
    pub about: Option<About>,
}

/// The form as it is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallbackForm {
    /// The number, as typed.
    pub phone: String,
    /// When, once it is chosen.
    pub when: Option<PreferredTime>,
    /// What about; may be empty.
    #[serde(default)]
    pub about: String,
}

impl CallbackForm {
    /// Takes the form, or says everything that is wrong with it.
    pub fn parse(&self) -> Result<Asked, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let mut wrong = |field: &str, fault: FieldFault| {
            problems.push(FieldProblem { field: field.to_owned(), fault });
        };
        let phone = PhoneNumber::parse(&self.phone)
            .map_err(|problem| wrong("phone", FieldFault::Phone(problem)));
        if self.when.is_none() {
            wrong("when", FieldFault::Words(WordsProblem::Empty));
        }
        let about = match self.about.trim() {
            "" => Ok(None),
            words => About::parse(words)
                .map(Some)
                .map_err(|problem| wrong("about", FieldFault::Words(problem))),
        };
        match (phone, self.when, about) {
            (Ok(phone), Some(when), Ok(about)) => Ok(Asked { phone, when, about }),
            (Err(()) | Ok(_), _, _) => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use phone::PhoneProblem;

    #[test]
    fn a_form_tells_everything_that_is_wrong_at_once() {
        let form = CallbackForm {
            phone: "5555 0128".to_owned(),
            when: None,
            about: "灯".repeat(About::MAX_CHARS + 1),
        };
        let faults: Vec<_> = form.parse().unwrap_err();
        let fields: Vec<_> = faults.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["phone", "when", "about"]);
        assert_eq!(faults[0].fault, FieldFault::Phone(PhoneProblem::NoAreaCode));
    }

    #[test]
    fn saying_what_it_is_about_is_left_to_the_caller() {
        let form = CallbackForm {
            phone: "138 1234 5678".to_owned(),
            when: Some(PreferredTime::Any),
            about: " ".to_owned(),
        };
        assert_eq!(form.parse().unwrap().about, None);
    }
}
