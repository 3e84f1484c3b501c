//! What may be done with a request to be called back, and by whom. Anybody may send one.
use super::{
    CallResult, CallbackRequest, PreferredTime, Stage, TRIES_LEAST, TRIES_MOST, wire::Offer,
};
use crate::{desk::may_serve, ids::StaffId, refusals::Refusal, residents::Viewer, time::Moment};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// The circumstances of a decision.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// When.
    pub now: Moment,
}

/// What staff can ask of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// Settle it; the number is deleted.
    Close {
        /// What came of it.
        result: CallResult,
    },
}

/// What happened to a request; never with the number, the words or a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was sent.
    Asked {
        /// When the person would like to be called.
        when: PreferredTime,
    },
    /// It was sent again before anybody called.
    AskedAgain {
        /// When the person would like to be called now.
        when: PreferredTime,
    },
    /// They talked.
    Talked,
    /// Nobody answered, and it was given up.
    GivenUp {
        /// After so many tries.
        n_tries: u32,
    },
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Asked { .. } => "asked",
            Self::AskedAgain { .. } => "asked_again",
            Self::Talked => "talked",
            Self::GivenUp { .. } => "given_up",
        }
    }
}

/// May this person see numbers and what the calls are about? Only those who call.
pub fn may_see(by: &Viewer) -> Result<StaffId, Refusal> {
    may_serve(by)
}

/// May this person settle the request?
pub fn may_close(scene: &Scene, request: &CallbackRequest) -> Result<StaffId, Refusal> {
    let staff = may_see(scene.by)?;
    match request.stage {
        Stage::Waiting => Ok(staff),
        Stage::Closed { at, .. } => Err(Refusal::CallbackClosed { at }),
    }
}

/// What comes of a command.
pub fn decide(
    scene: &Scene,
    request: &CallbackRequest,
    command: &Command,
) -> Result<Event, Refusal> {
    match command {
        Command::Close { result } => {
            may_close(scene, request)?;
            match result {
                CallResult::Talked => Ok(Event::Talked),
                CallResult::NotReached { n_tries, .. } if *n_tries < TRIES_LEAST => {
                    Err(Refusal::TryAgainFirst { least: TRIES_LEAST })
                }
                CallResult::NotReached { n_tries, .. } => {
                    Ok(Event::GivenUp { n_tries: (*n_tries).min(TRIES_MOST) })
                }
            }
        }
    }
}

/// The request after a command that was taken.
#[must_use]
pub fn apply(request: &CallbackRequest, command: &Command, at: Moment) -> CallbackRequest {
    match command {
        Command::Close { result } => {
            let stage = Stage::Closed { at, result: result.clone() };
            CallbackRequest { stage, ..request.clone() }
        }
    }
}

/// What this person may do with the request next.
pub fn offers(scene: &Scene, request: &CallbackRequest) -> Vec<Offer> {
    match may_close(scene, request) {
        Ok(_) => vec![Offer::Close],
        Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::{CallbackId, ResidentId},
        residents::StaffRole,
    };

    const NOW: Moment = Moment::from_millis(0);
    const STAFF: Viewer = Viewer::Staff { id: StaffId(1), role: StaffRole::Organiser };
    const WANG: Viewer = Viewer::Resident { id: ResidentId(1) };

    fn waiting() -> CallbackRequest {
        let when = PreferredTime::Morning;
        CallbackRequest { id: CallbackId(5), asked_at: NOW, when, stage: Stage::Waiting }
    }

    fn close(result: CallResult) -> Command {
        Command::Close { result }
    }

    fn decide_as(
        by: &Viewer,
        request: &CallbackRequest,
        result: CallResult,
    ) -> Result<Event, Refusal> {
        decide(&Scene { by, now: NOW }, request, &close(result))
    }

    #[test]
    fn staff_settle_a_request_by_talking() {
        assert_eq!(decide_as(&STAFF, &waiting(), CallResult::Talked), Ok(Event::Talked));
        assert_eq!(offers(&Scene { by: &STAFF, now: NOW }, &waiting()), [Offer::Close]);
    }

    #[test]
    fn nobody_else_sees_or_settles_one() {
        let guest = decide_as(&Viewer::Guest, &waiting(), CallResult::Talked);
        assert_eq!(guest, Err(Refusal::SignInFirst));
        let resident = decide_as(&WANG, &waiting(), CallResult::Talked);
        assert_eq!(resident, Err(Refusal::StaffOnly));
        assert!(offers(&Scene { by: &WANG, now: NOW }, &waiting()).is_empty());
    }

    #[test]
    fn a_settled_request_is_not_settled_again() {
        let closed = apply(&waiting(), &close(CallResult::Talked), NOW);
        let again = decide_as(&STAFF, &closed, CallResult::Talked);
        assert_eq!(again, Err(Refusal::CallbackClosed { at: NOW }));
    }

    #[test]
    fn one_call_that_nobody_answered_is_not_enough() {
        let result = |n_tries| CallResult::NotReached { n_tries, note: None };
        let once = decide_as(&STAFF, &waiting(), result(1));
        assert_eq!(once, Err(Refusal::TryAgainFirst { least: TRIES_LEAST }));
        let thrice = decide_as(&STAFF, &waiting(), result(3));
        assert_eq!(thrice, Ok(Event::GivenUp { n_tries: 3 }));
    }
}
