//! What a decision about a proposal needs to know, looked up beforehand.

use huiyin_domain::{
    contests::Contest,
    departments::Department,
    ids::ProposalId,
    proposals::{Command, Proposal, Scene, Stage},
};

use super::rows;
use crate::{departments, failure::Outcome, here::Here, store::Tx};

/// What was looked up.
#[derive(Clone, Debug)]
pub struct Known {
    /// The contest it is in.
    pub contest: Contest,
    /// The departments there are or have been.
    pub departments: Vec<Department>,
    /// Has whoever asks co-signed it?
    pub has_co_signed: bool,
    n_co_signs: u32,
    other: Option<Proposal>,
}

impl Known {
    /// What is to be known of a proposal that so many have co-signed.
    pub fn of(
        tx: &mut Tx<'_>,
        here: &Here,
        (proposal, n_co_signs): (&Proposal, u32),
        contest: Contest,
    ) -> Outcome<Self> {
        let has_co_signed = match here.viewer.resident() {
            Some(resident) => rows::has_co_signed(tx, here, proposal.id, resident)?,
            None => false,
        };
        let departments = departments::rows::departments(tx, here.community)?;
        let other = goes_on_in(tx, here, proposal)?;
        Ok(Self { contest, departments, has_co_signed, n_co_signs, other })
    }

    /// And what is to be known of what is asked of it.
    pub fn asked(
        self,
        tx: &mut Tx<'_>,
        here: &Here,
        proposal: &Proposal,
        command: &Command,
    ) -> Outcome<Self> {
        match named(proposal, command) {
            Some(id) => Ok(Self { other: rows::find(tx, here.community, id)?, ..self }),
            None => Ok(self),
        }
    }

    /// The other proposal, if there is one.
    pub fn other(&self) -> Option<ProposalId> {
        self.other.as_ref().map(|other| other.id)
    }

    /// The circumstances of a decision.
    pub fn scene<'a>(&'a self, here: &'a Here) -> Scene<'a> {
        Scene {
            by: &here.viewer,
            now: here.now,
            contest: &self.contest,
            calendar: here.calendar,
            departments: &self.departments,
            has_co_signed: self.has_co_signed,
            n_co_signs: self.n_co_signs,
            other: self.other.as_ref(),
        }
    }
}

/// The proposal in which a merged one goes on: it went into one that may have gone into another
/// in its turn. Names can be moved there.
fn goes_on_in(tx: &mut Tx<'_>, here: &Here, proposal: &Proposal) -> Outcome<Option<Proposal>> {
    let mut last = None;
    let mut next = went_into(proposal);
    while let Some(id) = next {
        last = rows::find(tx, here.community, id)?;
        // What has been merged takes nothing in, so that this comes to an end.
        next = last.as_ref().and_then(went_into);
    }
    Ok(last)
}

/// The proposal that a merged one went into.
pub fn went_into(proposal: &Proposal) -> Option<ProposalId> {
    if let Stage::MergedInto { into } = proposal.stage { Some(into) } else { None }
}

/// The other proposal that a command is about, besides the one it went into.
fn named(proposal: &Proposal, command: &Command) -> Option<ProposalId> {
    match command {
        Command::OfferMerge { into, .. } => Some(*into),
        Command::AgreeMerge => proposal.merge.as_ref().map(|offer| offer.into),
        Command::CoSign
        | Command::WithdrawCoSign
        | Command::MoveCoSign
        | Command::Withdraw
        | Command::Leave
        | Command::Pass
        | Command::Return { .. }
        | Command::RuleOut { .. }
        | Command::Admit { .. }
        | Command::SendToReview { .. }
        | Command::Assess { .. }
        | Command::Conclude { .. }
        | Command::Shortlist { .. }
        | Command::SetAside { .. }
        | Command::TakeBackMerge
        | Command::DeclineMerge => None,
    }
}
