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
use huiyin_derive::ReadTagged;
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// End it at once; nobody is asked why.
    Stop,
}

/// What happened to a help, and with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
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

/// What comes of entering a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// Somebody begins to help.
    First {
        /// Who.
        helper: Helper,
    },
    /// They have begun already, and come again since they were not told so: nothing happens
    /// twice.
    Again,
}

/// May this person help, having entered the code of this help?
///
/// Whoever began with it may enter it again for half an hour: a phone in a lift loses answers.
pub fn may_take(scene: &Scene, help: &Help) -> Result<Taking, Refusal> {
    let helper = Helper::of(scene.by).ok_or(Refusal::SignInFirst)?;
    if scene.by.resident() == Some(help.resident) {
        return Err(Refusal::YourOwnHelp);
    }
    match help.standing(scene.now) {
        Standing::Waiting { .. } => Ok(Taking::First { helper }),
        Standing::Running if help.was_just_begun_by(helper, scene.now) => Ok(Taking::Again),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        helping::{Consent, Lasting, Scope},
        ids::StaffId,
    };

    const WANG: Viewer = Viewer::Resident { id: ResidentId(2) };
    const BY_WANG: Helper = Helper::Resident { id: ResidentId(2) };

    fn noon() -> Moment {
        Moment::parse("2026-11-22T12:00:00+08:00").unwrap()
    }

    fn offered() -> Help {
        let scopes = Scopes::of([Scope::Propose]).unwrap();
        let form = OfferForm { scopes, lasting: Lasting::OneHour, consent: Consent::Tapped };
        offer(HelpId(1), ResidentId(1), &form, noon())
    }

    fn taken_by_wang() -> Help {
        apply(&offered(), &Event::Taken { helper: BY_WANG }, noon())
    }

    #[test]
    fn whoever_began_to_help_may_enter_the_code_again_for_half_an_hour() {
        let scene = |now| Scene { by: &WANG, now };
        assert_eq!(may_take(&scene(noon()), &offered()), Ok(Taking::First { helper: BY_WANG }));
        let help = taken_by_wang();
        let last = noon().plus_millis(CODE_WAITS_MS - 1);
        for now in [noon(), last] {
            assert_eq!(may_take(&scene(now), &help), Ok(Taking::Again));
        }
        let late = noon().plus_millis(CODE_WAITS_MS);
        assert_eq!(may_take(&scene(late), &help), Err(Refusal::UnknownHelpCode));
    }

    #[test]
    fn nobody_else_enters_a_code_that_is_used_and_nobody_one_that_has_ended() {
        let help = taken_by_wang();
        let ended = apply(&help, &Event::Stopped { by: Party::Resident }, noon());
        let wang = Scene { by: &WANG, now: noon() };
        assert_eq!(may_take(&wang, &ended), Err(Refusal::UnknownHelpCode));
        let zhao = Viewer::Resident { id: ResidentId(3) };
        // The same number, and yet not the same person.
        let role = crate::residents::StaffRole::Organiser;
        let staff = Viewer::Staff { id: StaffId(2), role };
        for by in [&zhao, &staff] {
            let scene = Scene { by, now: noon() };
            assert_eq!(may_take(&scene, &help), Err(Refusal::UnknownHelpCode));
        }
        let li = Viewer::Resident { id: ResidentId(1) };
        let scene = Scene { by: &li, now: noon() };
        assert_eq!(may_take(&scene, &help), Err(Refusal::YourOwnHelp));
    }
}
