//! Who may let somebody help, who may help, and how it ends.
use super::{
    Act, CODE_WAITS_MS, HELPERS_MAX, Help, Helper, Scopes, Standing, State, wire::OfferForm,
};
use crate::{
    ids::{HelpId, ResidentId, Version},
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};
use serde::{Deserialize, Serialize};

/// The circumstances of a decision: who asks, and when.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// When.
    pub now: Moment,
}

/// One of the two whom a help concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Whoever is helped.
    Resident,
    /// Whoever helps.
    Helper,
}

impl Party {
    /// Which of the two this person is; nobody else has a say in it.
    pub fn of(viewer: &Viewer, help: &Help) -> Option<Self> {
        let is_helped = viewer.resident() == Some(help.resident);
        let is_helper = help.helper().is_some() && Helper::of(viewer) == help.helper();
        match (is_helped, is_helper) {
            (true, _) => Some(Self::Resident),
            (false, true) => Some(Self::Helper),
            (false, false) => None,
        }
    }
}

/// What can be asked of a help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// End it at once; nobody is asked why.
    Stop,
}

/// What happened to a help, and with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// The resident agreed to it.
    Offered {
        /// To what.
        scopes: Scopes,
        /// Until when.
        until: Moment,
        /// How they said so.
        consent: super::Consent,
    },
    /// The resident took it back before anybody used it.
    Withdrawn,
    /// Somebody entered the code.
    Taken {
        /// Who.
        helper: Helper,
    },
    /// Something was done with it.
    Acted {
        /// What.
        act: Act,
    },
    /// It was ended before its time.
    Stopped {
        /// By whom.
        by: Party,
    },
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Offered { .. } => "offered",
            Self::Withdrawn => "withdrawn",
            Self::Taken { .. } => "taken",
            Self::Acted { .. } => "acted",
            Self::Stopped { .. } => "stopped",
        }
    }
}

/// May this person let somebody help them, when so many do already?
pub fn may_offer(scene: &Scene, n_running: u32) -> Result<ResidentId, Refusal> {
    match scene.by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => Err(Refusal::ResidentsOnly),
        Viewer::Resident { .. } if n_running >= HELPERS_MAX => {
            Err(Refusal::TooManyHelpers { max: HELPERS_MAX })
        }
        Viewer::Resident { id } => Ok(*id),
    }
}

/// The help a resident agrees to, under its number.
pub fn offer(id: HelpId, resident: ResidentId, form: &OfferForm, now: Moment) -> Help {
    let until = form.lasting.until(now);
    // A code that outlived its help would let somebody in for nothing.
    let code_until = now.plus_millis(CODE_WAITS_MS).min(until);
    Help {
        id,
        version: Version::FIRST,
        resident,
        scopes: form.scopes,
        consent: form.consent,
        from: now,
        until,
        state: State::Offered { code_until },
    }
}

/// May this person help, having entered the code of this help?
pub fn may_take(scene: &Scene, help: &Help) -> Result<Helper, Refusal> {
    let helper = Helper::of(scene.by).ok_or(Refusal::SignInFirst)?;
    if scene.by.resident() == Some(help.resident) {
        return Err(Refusal::YourOwnHelp);
    }
    match help.standing(scene.now) {
        Standing::Waiting { .. } => Ok(helper),
        Standing::Lapsed
        | Standing::Withdrawn
        | Standing::Running
        | Standing::TimeOver
        | Standing::Ended { .. } => Err(Refusal::UnknownHelpCode),
    }
}

/// What a command of one of the two does, or why it is refused.
pub fn decide(party: Party, now: Moment, help: &Help, command: Command) -> Result<Event, Refusal> {
    match command {
        Command::Stop => match help.standing(now) {
            Standing::Waiting { .. } => Ok(Event::Withdrawn),
            Standing::Running => Ok(Event::Stopped { by: party }),
            Standing::Lapsed
            | Standing::Withdrawn
            | Standing::TimeOver
            | Standing::Ended { .. } => Err(Refusal::HelpIsOver),
        },
    }
}

/// The help after an event. Never decides: what was decided has happened.
#[must_use]
pub fn apply(help: &Help, event: &Event, at: Moment) -> Help {
    let state = match (event, help.state) {
        (Event::Offered { .. } | Event::Acted { .. }, state) => return Help { state, ..*help },
        (Event::Withdrawn, _) => State::Withdrawn { at },
        (Event::Taken { helper }, _) => State::Running { helper: *helper, since: at },
        (Event::Stopped { by }, State::Running { helper, since }) => {
            State::Ended { helper, since, at, by: *by }
        }
        (Event::Stopped { .. }, state) => {
            debug_assert!(false, "only what runs can be stopped");
            state
        }
    };
    Help { version: help.version.next(), state, ..*help }
}
