//! What happens to a member of staff, as it stands in the record; never with a secret.
use crate::residents::StaffRole;
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// What happened to a member of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// They may sign in from now on.
    Added {
        /// As what.
        role: StaffRole,
    },
    /// They are there for something else.
    RoleChanged {
        /// What they were.
        from: StaffRole,
        /// What they are.
        to: StaffRole,
    },
    /// They were given a password for one sign-in.
    PasswordGiven,
    /// Their second factor was taken away, to be set up again.
    SecondFactorReset,
    /// They have left.
    Retired,
    /// They chose a password.
    PasswordChanged,
    /// Their phone shows the digits from now on.
    SecondFactorSetUp,
    /// They printed new recovery codes.
    RecoveryCodesMade,
    /// They signed in with a recovery code.
    RecoveryCodeUsed {
        /// So many are left.
        n_left: u32,
    },
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Added { .. } => "added",
            Self::RoleChanged { .. } => "role_changed",
            Self::PasswordGiven => "password_given",
            Self::SecondFactorReset => "second_factor_reset",
            Self::Retired => "retired",
            Self::PasswordChanged => "password_changed",
            Self::SecondFactorSetUp => "second_factor_set_up",
            Self::RecoveryCodesMade => "recovery_codes_made",
            Self::RecoveryCodeUsed { .. } => "recovery_code_used",
        }
    }
}
