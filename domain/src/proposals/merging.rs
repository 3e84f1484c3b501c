//! Merging (合并): two proposals that ask for the same go on as one, when the author agrees.
use super::{Event, Proposal, Scene, Stage, may};
use crate::{contests::Reason, ids::ProposalId, ids::ResidentId, refusals::Refusal};
use serde::{Deserialize, Serialize};

/// The author is asked whether their proposal shall go on together with another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeOffer {
    /// With which.
    pub into: ProposalId,
    /// Why, for everybody to read.
    pub why: Reason,
}

/// Can this proposal still go on together with another, or take one in?
pub(super) fn is_moving(proposal: &Proposal) -> bool {
    match proposal.stage {
        Stage::Submitted
        | Stage::Returned { .. }
        | Stage::CoSigning
        | Stage::Qualified
        | Stage::UnderReview
        | Stage::Shortlisted { .. } => true,
        Stage::NotFeasible { .. }
        | Stage::OutOfScope { .. }
        | Stage::MergedInto { .. }
        | Stage::Withdrawn
        | Stage::Won { .. }
        | Stage::Reserve { .. }
        | Stage::GivenBack { .. }
        | Stage::NotSelected { .. }
        | Stage::InDelivery { .. }
        | Stage::Delivered { .. }
        | Stage::Stopped { .. } => false,
    }
}

/// The other proposal, as the service has loaded it. One that is merged itself takes nothing in,
/// so that no merges go in circles.
fn takes_in(scene: &Scene, proposal: &Proposal, into: ProposalId) -> Result<(), Refusal> {
    if into == proposal.id {
        return Err(Refusal::WouldGoInCircles);
    }
    match scene.other {
        Some(other) if other.id == into && other.contest == proposal.contest => {
            if is_moving(other) {
                Ok(())
            } else {
                Err(Refusal::CannotTakeIn { proposal: into, stage: other.stage.kind() })
            }
        }
        Some(_) | None => Err(Refusal::NoSuchProposal { proposal: into }),
    }
}

/// The office asks the author.
pub(super) fn offer(
    scene: &Scene,
    proposal: &Proposal,
    into: ProposalId,
    why: Reason,
) -> Result<Event, Refusal> {
    may_offer(scene, proposal)?;
    takes_in(scene, proposal, into)?;
    Ok(Event::MergeOffered { into, why })
}

pub(super) fn may_offer(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    may::is_organiser(scene)?;
    may::before_notice(scene)?;
    if is_moving(proposal) { Ok(()) } else { Err(may::not_at_this_stage(proposal)) }
}

pub(super) fn may_take_back(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    may::is_organiser(scene)?;
    may::before_notice(scene)?;
    let is_asked = proposal.merge.is_some() && is_moving(proposal);
    if is_asked { Ok(()) } else { Err(may::not_at_this_stage(proposal)) }
}

/// What the author is asked.
pub(super) fn asked<'a>(scene: &Scene, proposal: &'a Proposal) -> Result<&'a MergeOffer, Refusal> {
    may::is_author(scene, proposal)?;
    may::before_notice(scene)?;
    let offer = proposal.merge.as_ref().filter(|_| is_moving(proposal));
    offer.ok_or_else(|| may::not_at_this_stage(proposal))
}

/// The author agrees.
pub(super) fn agree(scene: &Scene, proposal: &Proposal) -> Result<Event, Refusal> {
    let offer = asked(scene, proposal)?;
    takes_in(scene, proposal, offer.into)?;
    Ok(Event::Merged { into: offer.into, why: offer.why.clone() })
}

/// May whoever co-signed a merged proposal move their name to the one it went into? Only by their
/// own word, and until notice begins.
pub(super) fn may_move_co_sign(
    scene: &Scene,
    proposal: &Proposal,
) -> Result<(ResidentId, ProposalId), Refusal> {
    let resident = may::a_resident(scene)?;
    may::before_notice(scene)?;
    let Stage::MergedInto { into } = proposal.stage else {
        return Err(may::not_at_this_stage(proposal));
    };
    if !scene.has_co_signed {
        return Err(Refusal::NotCoSigned);
    }
    // It may have gone into another in its turn: the service brings where the names go now.
    let into = scene.other.map_or(into, |other| other.id);
    takes_in(scene, proposal, into)?;
    // Whoever writes the other one cannot support it as well.
    if scene.other.is_some_and(|other| other.is_of(resident)) {
        return Err(Refusal::YourOwnProposal);
    }
    Ok((resident, into))
}
