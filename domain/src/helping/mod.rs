//! Helping: somebody acts for a resident, as far and as long as the resident has said.
pub mod code;
mod decide;
mod deed;
pub mod wire;

pub use decide::{Command, Event, Party, Scene, Taking, apply, decide, may_offer, may_take, offer};
pub use deed::{
    Act, Deed, covers, covers_council, covers_feedback, covers_in_contest, may_in_help,
};

use crate::{
    ids::{HelpId, ResidentId, StaffId, Version},
    residents::Viewer,
    time::{DAY_MS, Moment},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// How long a code waits for its helper, and then answers that helper again, in milliseconds:
/// half an hour.
pub const CODE_WAITS_MS: i64 = 1_800_000;
/// Most people who may be helping one resident at once.
pub const HELPERS_MAX: u32 = 3;

/// One kind of thing that can be done for somebody (代办范围).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Send proposals, and take them back.
    Propose,
    /// Co-sign proposals, and take that back.
    CoSign,
    /// Say when the resident can come to a council.
    Answer,
    /// See what the resident has sent and supported, and how it stands.
    Follow,
}

impl Scope {
    /// All of them, in the order in which they are asked for.
    pub const ALL: [Self; 4] = [Self::Propose, Self::CoSign, Self::Answer, Self::Follow];

    fn bit(self) -> u8 {
        match self {
            Self::Propose => 1,
            Self::CoSign => 2,
            Self::Answer => 4,
            Self::Follow => 8,
        }
    }
}

/// What a helper may do: at least one [`Scope`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Scope>", into = "Vec<Scope>")]
pub struct Scopes(u8);

impl Scopes {
    /// These; `None` when there are none, for then there is nothing to help with.
    pub fn of(scopes: impl IntoIterator<Item = Scope>) -> Option<Self> {
        let bits = scopes.into_iter().fold(0, |bits, scope| bits | scope.bit());
        (bits != 0).then_some(Self(bits))
    }

    /// Is this one of them?
    pub fn has(self, scope: Scope) -> bool {
        self.0 & scope.bit() != 0
    }

    /// Each, in the order of [`Scope::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL.into_iter().filter(move |scope| self.has(*scope))
    }
}

impl TryFrom<Vec<Scope>> for Scopes {
    type Error = String;

    fn try_from(scopes: Vec<Scope>) -> Result<Self, String> {
        Self::of(scopes).ok_or_else(|| "a helper must be allowed something".to_owned())
    }
}

impl From<Scopes> for Vec<Scope> {
    fn from(scopes: Scopes) -> Self {
        scopes.iter().collect()
    }
}

/// How long the resident wants the help to last (期限).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lasting {
    /// One hour from now.
    OneHour,
    /// Until midnight on the wall clock in China.
    Today,
    /// Thirty times twenty-four hours from now.
    ThirtyDays,
}

impl Lasting {
    /// All of them, the shortest first.
    pub const ALL: [Self; 3] = [Self::OneHour, Self::Today, Self::ThirtyDays];

    /// When help that begins now ends.
    pub fn until(self, now: Moment) -> Moment {
        match self {
            Self::OneHour => now.plus_millis(3_600_000),
            Self::Today => {
                let midnight = now.in_china().date().and_time(chrono::NaiveTime::MIN);
                Moment::from_china(midnight).plus_millis(DAY_MS)
            }
            Self::ThirtyDays => now.plus_millis(30 * DAY_MS),
        }
    }
}

/// How the resident agreed (同意方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// By pressing the button under the sentence, signed in as themselves.
    Tapped,
}

/// Whoever helps (代办人): staff, a neighbour or family, signed in as themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Helper {
    /// A resident.
    Resident {
        /// Who.
        id: ResidentId,
    },
    /// Somebody of the staff.
    Staff {
        /// Who.
        id: StaffId,
    },
}

impl Helper {
    /// Whoever looks, as a helper; guests cannot be one.
    pub fn of(viewer: &Viewer) -> Option<Self> {
        match viewer {
            Viewer::Guest => None,
            Viewer::Resident { id } => Some(Self::Resident { id: *id }),
            Viewer::Staff { id, .. } => Some(Self::Staff { id: *id }),
        }
    }
}

/// How far a help has come. That its time is over is never stored: see [`Help::standing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum State {
    /// The resident has a code, which nobody has entered yet.
    Offered {
        /// Until when the code can be entered.
        code_until: Moment,
    },
    /// The resident took the offer back before anybody used it.
    Withdrawn {
        /// When.
        at: Moment,
    },
    /// Somebody helps.
    Running {
        /// Who.
        helper: Helper,
        /// Since when.
        since: Moment,
    },
    /// Somebody has helped.
    Ended {
        /// Who.
        helper: Helper,
        /// Since when.
        since: Moment,
        /// Until when.
        at: Moment,
        /// Who ended it.
        by: Party,
    },
}

/// Leave to act for a resident (帮办授权).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// Its number.
    pub id: HelpId,
    /// How often it has changed.
    pub version: Version,
    /// Who is helped.
    pub resident: ResidentId,
    /// With what.
    pub scopes: Scopes,
    /// How they agreed.
    pub consent: Consent,
    /// When they agreed.
    pub from: Moment,
    /// When it ends by itself.
    pub until: Moment,
    /// How far it has come.
    pub state: State,
}

/// Where a help stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Standing {
    /// Its code waits for a helper.
    Waiting {
        /// So long.
        code_until: Moment,
    },
    /// Its code was never used, and has run out.
    Lapsed,
    /// It was taken back before anybody helped.
    Withdrawn,
    /// Somebody helps.
    Running,
    /// Its time is over.
    TimeOver,
    /// It was ended before its time.
    Ended {
        /// When.
        at: Moment,
        /// Who ended it.
        by: Party,
    },
}

impl Help {
    /// Where it stands now.
    pub fn standing(&self, now: Moment) -> Standing {
        match self.state {
            State::Offered { code_until } if now < code_until => Standing::Waiting { code_until },
            State::Offered { .. } => Standing::Lapsed,
            State::Withdrawn { .. } => Standing::Withdrawn,
            State::Running { .. } if now < self.until => Standing::Running,
            State::Running { .. } => Standing::TimeOver,
            State::Ended { at, by, .. } => Standing::Ended { at, by },
        }
    }

    /// Did this person begin it so lately that its code still answers them?
    pub fn was_just_begun_by(&self, person: Helper, now: Moment) -> bool {
        match self.state {
            State::Running { helper, since } => {
                let answers_until = since.plus_millis(CODE_WAITS_MS);
                helper == person && now < answers_until && now < self.until
            }
            State::Offered { .. } | State::Withdrawn { .. } | State::Ended { .. } => false,
        }
    }

    /// Whoever helps or has helped.
    pub fn helper(&self) -> Option<Helper> {
        match self.state {
            State::Offered { .. } | State::Withdrawn { .. } => None,
            State::Running { helper, .. } | State::Ended { helper, .. } => Some(helper),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_ends_at_midnight_in_china() {
        let evening = Moment::parse("2026-11-22T23:10:00+08:00").unwrap();
        let midnight = Moment::parse("2026-11-23T00:00:00+08:00").unwrap();
        assert_eq!(Lasting::Today.until(evening), midnight);
    }

    #[test]
    fn nobody_is_asked_to_help_with_nothing() {
        assert_eq!(Scopes::of([]), None);
        assert!(serde_json::from_str::<Scopes>("[]").is_err());
        let both: Scopes = serde_json::from_str(r#"["follow","propose","follow"]"#).unwrap();
        assert_eq!(Vec::from(both), [Scope::Propose, Scope::Follow]);
    }
}
