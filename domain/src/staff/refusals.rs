//! Why a rule about staff says no.
use crate::{refusals::Refusal, time::Moment};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Why a command about staff was refused (不能办的原因).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum StaffRefusal {
    /// Only administrators look after staff.
    AdministratorOnly,
    /// Nobody changes their own role, or takes their own access away.
    OwnAccount,
    /// Somebody has to be left who looks after the staff.
    LastAdministrator,
    /// Whoever it is has left already.
    Retired {
        /// When.
        at: Moment,
    },
    /// They have this role already.
    SameRole,
    /// The password that was given has to be changed before anything else.
    PasswordFirst,
    /// The second factor has to be set up before anything else.
    SecondFactorFirst,
    /// Name and password are right; the digits are missing.
    CodeNeeded,
    /// There is no second factor.
    NoSecondFactor,
    /// There is one already: only an administrator takes it away.
    SecondFactorStands,
    /// Nobody has begun to set one up.
    SecondFactorNotBegun,
}

impl StaffRefusal {
    /// Is it about who asks, rather than about how things stand?
    pub fn is_about_who(self) -> bool {
        match self {
            Self::AdministratorOnly
            | Self::OwnAccount
            | Self::PasswordFirst
            | Self::SecondFactorFirst
            | Self::CodeNeeded => true,
            Self::LastAdministrator
            | Self::Retired { .. }
            | Self::SameRole
            | Self::NoSecondFactor
            | Self::SecondFactorStands
            | Self::SecondFactorNotBegun => false,
        }
    }
}

impl From<StaffRefusal> for Refusal {
    fn from(why: StaffRefusal) -> Self {
        Self::Staff { why }
    }
}
