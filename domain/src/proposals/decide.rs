//! What may be done with a proposal, by whom and when.
use super::{Proposal, Stage, wire::Offer};
use crate::{
    contests::{Contest, Phase, Reason},
    ids::ResidentId,
    money::Money,
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};
use serde::{Deserialize, Serialize};

/// The circumstances of a decision: who asks, when, and under which rules.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// When.
    pub now: Moment,
    /// The contest it is in.
    pub contest: &'a Contest,
    /// Loaded by the service: is there already a co-signature of this person's?
    pub has_co_signed: bool,
}

/// What a person can ask of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// Support it with one's name (联名).
    CoSign,
    /// Take that back.
    WithdrawCoSign,
    /// Take one's own proposal back.
    Withdraw,
    /// Put it on the shortlist (入围), or correct its cost there.
    Shortlist {
        /// What it will cost.
        cost: Money,
    },
    /// Say that it cannot be done.
    SetAside {
        /// Why, for everybody to read.
        reason: Reason,
    },
}

/// What happened to a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was sent.
    Submitted,
    /// Somebody co-signed; the record keeps who, the page only how many.
    CoSigned,
    /// Somebody took their co-signature back.
    CoSignWithdrawn,
    /// Its author took it back.
    Withdrawn,
    /// It was put on the shortlist.
    Shortlisted {
        /// What it will cost.
        cost: Money,
    },
    /// It cannot be done.
    SetAside {
        /// Why.
        reason: Reason,
    },
    /// It won.
    Won {
        /// What it gets.
        award: Money,
    },
    /// It did not win.
    NotSelected,
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::CoSigned => "co_signed",
            Self::CoSignWithdrawn => "co_sign_withdrawn",
            Self::Withdrawn => "withdrawn",
            Self::Shortlisted { .. } => "shortlisted",
            Self::SetAside { .. } => "set_aside",
            Self::Won { .. } => "won",
            Self::NotSelected => "not_selected",
        }
    }
}

/// May this person co-sign (联名) the proposal?
///
/// Not one's own, not twice, and only while supporters are being gathered.
pub fn may_co_sign(scene: &Scene, proposal: &Proposal) -> Result<ResidentId, Refusal> {
    let resident = gathering(scene, proposal)?;
    if proposal.is_by(resident) {
        return Err(Refusal::YourOwnProposal);
    }
    if scene.has_co_signed {
        return Err(Refusal::AlreadyCoSigned);
    }
    Ok(resident)
}

/// May this person take their co-signature back? As long as others may still give theirs.
pub fn may_withdraw_co_sign(scene: &Scene, proposal: &Proposal) -> Result<ResidentId, Refusal> {
    let resident = gathering(scene, proposal)?;
    if !scene.has_co_signed {
        return Err(Refusal::NotCoSigned);
    }
    Ok(resident)
}

fn may_withdraw(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    let resident = a_resident(scene)?;
    if !proposal.is_by(resident) {
        return Err(Refusal::NotYourProposal);
    }
    before_notice(scene)?;
    match proposal.stage {
        Stage::CoSigning | Stage::Shortlisted { .. } => Ok(()),
        Stage::NotFeasible { .. }
        | Stage::Withdrawn
        | Stage::Won { .. }
        | Stage::NotSelected { .. } => Err(not_at_this_stage(proposal)),
    }
}

/// May this person decide whether the proposal can be voted for?
fn may_review(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    match scene.by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => return Err(Refusal::OrganiserOnly),
        Viewer::Staff { .. } => scene.by.organiser().ok_or(Refusal::OrganiserOnly)?,
    };
    before_notice(scene)?;
    match proposal.stage {
        Stage::CoSigning | Stage::Shortlisted { .. } | Stage::NotFeasible { .. } => Ok(()),
        Stage::Withdrawn | Stage::Won { .. } | Stage::NotSelected { .. } => {
            Err(not_at_this_stage(proposal))
        }
    }
}

fn a_resident(scene: &Scene) -> Result<ResidentId, Refusal> {
    match scene.by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => Err(Refusal::ResidentsOnly),
        Viewer::Resident { id } => Ok(*id),
    }
}

fn gathering(scene: &Scene, proposal: &Proposal) -> Result<ResidentId, Refusal> {
    let resident = a_resident(scene)?;
    let phase = scene.contest.phase(scene.now);
    if phase != Phase::Collecting {
        let next_at = scene.contest.schedule.ends(scene.now);
        return Err(Refusal::NotInThisPhase { phase, next_at });
    }
    match proposal.stage {
        Stage::CoSigning => Ok(resident),
        Stage::Shortlisted { .. }
        | Stage::NotFeasible { .. }
        | Stage::Withdrawn
        | Stage::Won { .. }
        | Stage::NotSelected { .. } => Err(not_at_this_stage(proposal)),
    }
}

/// From notice on, what can be voted for stands fast.
fn before_notice(scene: &Scene) -> Result<(), Refusal> {
    let is_sealed = scene.contest.phase(scene.now) >= Phase::Notice;
    if is_sealed { Err(Refusal::RulesAreSealed) } else { Ok(()) }
}

fn not_at_this_stage(proposal: &Proposal) -> Refusal {
    Refusal::NotAtThisStage { stage: proposal.stage.kind() }
}

/// What a command does, or why it is refused.
pub fn decide(scene: &Scene, proposal: &Proposal, command: Command) -> Result<Event, Refusal> {
    match command {
        Command::CoSign => may_co_sign(scene, proposal).map(|_| Event::CoSigned),
        Command::WithdrawCoSign => {
            may_withdraw_co_sign(scene, proposal).map(|_| Event::CoSignWithdrawn)
        }
        Command::Withdraw => may_withdraw(scene, proposal).map(|()| Event::Withdrawn),
        Command::Shortlist { cost } => {
            may_review(scene, proposal)?;
            let cap = scene.contest.rules.cap;
            if cost > cap {
                return Err(Refusal::AboveCap { cap });
            }
            Ok(Event::Shortlisted { cost })
        }
        Command::SetAside { reason } => {
            may_review(scene, proposal).map(|()| Event::SetAside { reason })
        }
    }
}

/// The proposal after an event. Never decides: what was decided has happened.
#[must_use]
pub fn apply(proposal: &Proposal, event: &Event) -> Proposal {
    let stage = match event {
        Event::Submitted | Event::CoSigned | Event::CoSignWithdrawn => proposal.stage.clone(),
        Event::Withdrawn => Stage::Withdrawn,
        Event::Shortlisted { cost } => Stage::Shortlisted { cost: *cost },
        Event::SetAside { reason } => Stage::NotFeasible { reason: reason.clone() },
        Event::Won { award } => Stage::Won { award: *award },
        Event::NotSelected => {
            let cost = proposal.stage.cost();
            debug_assert!(cost.is_some(), "only what was voted on can lose");
            cost.map_or(proposal.stage.clone(), |cost| Stage::NotSelected { cost })
        }
    };
    // Co-signatures are rows of their own and do not change the proposal's text or stage.
    let version = match event {
        Event::Submitted | Event::CoSigned | Event::CoSignWithdrawn => proposal.version,
        Event::Withdrawn
        | Event::Shortlisted { .. }
        | Event::SetAside { .. }
        | Event::Won { .. }
        | Event::NotSelected => proposal.version.next(),
    };
    Proposal { version, stage, ..proposal.clone() }
}

/// What this person may do next, the likeliest first.
pub fn offers(scene: &Scene, proposal: &Proposal) -> Vec<Offer> {
    let mut offers = Vec::new();
    let asks_guest = matches!(scene.by, Viewer::Guest)
        && scene.contest.phase(scene.now) == Phase::Collecting
        && proposal.stage == Stage::CoSigning;
    if may_co_sign(scene, proposal).is_ok() || asks_guest {
        offers.push(Offer::CoSign);
    }
    if may_withdraw_co_sign(scene, proposal).is_ok() {
        offers.push(Offer::WithdrawCoSign);
    }
    if may_review(scene, proposal).is_ok() {
        offers.push(Offer::Shortlist { cap: scene.contest.rules.cap });
        if !matches!(proposal.stage, Stage::NotFeasible { .. }) {
            offers.push(Offer::SetAside);
        }
    }
    if may_withdraw(scene, proposal).is_ok() {
        offers.push(Offer::Withdraw);
    }
    offers
}
