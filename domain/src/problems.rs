//! Problems: what the server answers instead of what was asked for (RFC 9457).
use crate::{
    ballots::BallotProblem,
    calendar::Window,
    callbacks::phone::PhoneProblem,
    councils::CouncilRefusal,
    helping::code::HelpCodeProblem,
    money::MoneyProblem,
    notices::EmailProblem,
    refusals::Refusal,
    register::FileFault,
    residents::letter_code::LetterCodeProblem,
    staff::{CodeProblem, PasswordProblem},
    words::WordsProblem,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// What is wrong with one field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", content = "problem", rename_all = "snake_case")]
pub enum FieldFault {
    /// A text.
    Words(WordsProblem),
    /// An amount.
    Money(MoneyProblem),
    /// An amount above the most that is allowed here.
    AboveCap {
        /// The most, in fen.
        cap: crate::money::Money,
    },
    /// A letter code.
    Code(LetterCodeProblem),
    /// A telephone number.
    Phone(PhoneProblem),
    /// An e-mail address.
    Email(EmailProblem),
    /// A code that lets a helper in.
    HelpCode(HelpCodeProblem),
    /// More things than there is room for.
    TooMany {
        /// The most.
        max: usize,
    },
    /// A number outside its range.
    OutOfRange {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A day or time that is missing, or before the one it must follow.
    Date,
    /// A day further off than may be.
    DayTooFar {
        /// The last that may be.
        #[serde(with = "crate::time::iso_day")]
        latest: crate::time::Day,
    },
    /// A day longer ago than may be.
    DayTooEarly {
        /// The first that may be.
        #[serde(with = "crate::time::iso_day")]
        earliest: crate::time::Day,
    },
    /// A time of day that is missing, or at which a council does not fit into its part of the day.
    OutsideWindow {
        /// The hours it must lie in.
        window: Window,
    },
    /// Not the address of a page.
    NotAnAddress,
    /// A photo that the server does not have.
    UnknownPhoto,
    /// A choice that has not been made.
    NothingChosen,
    /// A resident whom the community does not know.
    UnknownResident,
    /// A number under which nothing was sent.
    UnknownSubmission,
    /// A way of counting that divides by the price, for ballots it does not fit.
    DoesNotFitTheBallot,
    /// Partly adopted, but not some requests and some not.
    NotInParts,
    /// A part of a template that was not filled in, marked 【…】.
    Unfilled,
    /// A file that cannot be read as a register of residents.
    Register(FileFault),
    /// A password that cannot be taken, or is not the right one.
    Password(PasswordProblem),
    /// The digits of a second factor, or a recovery code.
    SecondFactor(CodeProblem),
    /// A name that somebody or something else here has already.
    NameTaken,
}

/// One field of a form and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// The field's name, as in the form's type.
    pub field: String,
    /// What is wrong.
    pub fault: FieldFault,
}

/// Why the server did not do what was asked; `code` is stable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ProblemKind {
    /// A rule said no. 403 or 409.
    Refused {
        /// Which.
        refusal: Refusal,
    },
    /// Fields that cannot be taken as they are. 422.
    Invalid {
        /// Each with its field.
        problems: Vec<FieldProblem>,
    },
    /// A ballot that cannot be taken as it is. 422.
    InvalidBallot {
        /// Why.
        problem: BallotProblem,
    },
    /// A request that is not of the form the API asks for. 400.
    Malformed {
        /// For the developer.
        detail: String,
    },
    /// The code on the letter, or the name and password, are not right. 401.
    WrongCredentials,
    /// The letter's code was used as often as it may be. 403.
    LetterUsedUp,
    /// The session has ended. 401.
    SignedOut,
    /// There is no such thing. 404.
    Missing,
    /// The address does not take this method. 405.
    MethodNotAllowed,
    /// The same idempotency key came with another request. 409.
    KeyReused,
    /// What was sent is too big. 413.
    TooLarge {
        /// The most, in bytes.
        max_bytes: u64,
    },
    /// Not JSON where JSON is needed. 415.
    UnsupportedMediaType,
    /// What was sent as a photo is not one that can be read. 422.
    NotAPhoto,
    /// What was sent as a recording is not a sound that can be played. 422.
    NotARecording,
    /// A recording, or a part of one, that is too big. 413.
    RecordingTooLarge {
        /// The most, in bytes.
        max_bytes: u64,
    },
    /// Too many tries. 429.
    TooMany {
        /// Wait at least this long.
        retry_after_seconds: u32,
    },
    /// Something broke on the server; it was logged under the request's id. 500.
    Broken,
}

impl From<CouncilRefusal> for ProblemKind {
    fn from(why: CouncilRefusal) -> Self {
        Refusal::from(why).into()
    }
}

impl From<Refusal> for ProblemKind {
    fn from(refusal: Refusal) -> Self {
        Self::Refused { refusal }
    }
}

/// The body of every answer that is not a success: `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// `about:blank` or the address of a page on this kind of problem.
    #[serde(rename = "type")]
    pub about: String,
    /// A short English title, for developers.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// To find the request in the log.
    pub request_id: String,
    /// What it is. Nothing new may come before it: phones with an older app would take that for its
    /// beginning.
    #[serde(flatten)]
    pub kind: ProblemKind,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_code_follows_what_every_app_knows() {
        let problem = Problem {
            about: "about:blank".to_owned(),
            title: String::new(),
            status: 404,
            request_id: String::new(),
            kind: ProblemKind::Missing,
        };
        assert_eq!(
            serde_json::to_string(&problem).unwrap(),
            r#"{"type":"about:blank","title":"","status":404,"request_id":"","code":"missing"}"#
        );
    }
}
