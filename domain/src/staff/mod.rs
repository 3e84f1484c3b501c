//! Staff: who works for a community, what each is there for, and what they need to sign in.
mod code;
mod decide;
mod event;
mod password;
mod refusals;
#[cfg(test)]
mod tests;
pub mod totp;
pub mod wire;

pub use code::{CodeProblem, N_RECOVERY_CODES, RecoveryCode, Typed};
pub use decide::{Command, Offer, Scene, decide, may_add, may_give_password, may_manage, offers};
pub use event::Event;
pub use password::{
    PASSWORD_CHARS_LEAST, PASSWORD_CHARS_MOST, PasswordProblem, check_password, spelled_password,
};
pub use refusals::StaffRefusal;

use crate::{ids::StaffId, refusals::Refusal, residents::StaffRole, time::Moment, words::Words};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// What a member of staff types to sign in (登录名); nobody else of the community has it, not even
/// somebody who has left.
pub type SignInName = Words<40>;
/// What colleagues and residents read (称呼).
pub type CalledName = Words<20>;
/// Why an administrator did it; it stands in the record.
pub type Why = Words<200>;

/// Does this deployment ask all staff for a second factor (双重验证)?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactor {
    /// Whoever has none sets one up before anything else.
    #[default]
    Required,
    /// Whoever has set one up is asked for it: for demonstrations, never for real people.
    Optional,
}

impl FromStr for SecondFactor {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "required" => Ok(Self::Required),
            "optional" => Ok(Self::Optional),
            other => Err(format!("{other} is neither “required” nor “optional”")),
        }
    }
}

/// Does somebody still work here?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Standing {
    /// Yes.
    Active,
    /// They have left (离岗): they sign in no more, and what they did stays.
    Retired {
        /// Since when.
        at: Moment,
    },
}

/// Whose choice a password is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordBy {
    /// Given by an administrator for one sign-in (一次性密码).
    Given,
    /// Chosen by whoever signs in with it.
    Own,
}

/// What somebody needs besides the password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Factor {
    /// Nothing.
    None,
    /// The six digits that their phone shows (动态验证码).
    SetUp {
        /// Since when.
        since: Moment,
    },
}

/// A member of staff (工作人员).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Their number.
    pub id: StaffId,
    /// What they sign in with.
    pub name: SignInName,
    /// What they are called.
    pub called: CalledName,
    /// What they are there for.
    pub role: StaffRole,
    /// Do they still work here?
    pub standing: Standing,
    /// Whose choice their password is.
    pub password: PasswordBy,
    /// What they need besides it.
    pub factor: Factor,
}

/// What a member of staff has to do before anything else (先要做的事).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MustFirst {
    /// Choose a password of their own.
    ChangePassword,
    /// Set their second factor up.
    SetUpSecondFactor,
}

impl MustFirst {
    /// What comes first for whoever signs in so; the password before the second factor.
    pub fn of(setting: SecondFactor, password: PasswordBy, factor: Factor) -> Option<Self> {
        match (password, factor, setting) {
            (PasswordBy::Given, _, _) => Some(Self::ChangePassword),
            (PasswordBy::Own, Factor::None, SecondFactor::Required) => {
                Some(Self::SetUpSecondFactor)
            }
            (PasswordBy::Own, Factor::None, SecondFactor::Optional)
            | (PasswordBy::Own, Factor::SetUp { .. }, _) => None,
        }
    }

    /// Why everything else is refused until then.
    pub fn refusal(self) -> Refusal {
        match self {
            Self::ChangePassword => StaffRefusal::PasswordFirst.into(),
            Self::SetUpSecondFactor => StaffRefusal::SecondFactorFirst.into(),
        }
    }
}
