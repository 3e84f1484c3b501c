//! What the staff ask the server about proposals that wait for them.
use super::{Api, ApiError};
use huiyin_domain::{
    feedback::wire::Names,
    ids::ProposalId,
    proposals::wire::{Notes, ProposalPage, WaitingList},
};

/// Where a proposal is, below the community's address.
pub fn path(id: ProposalId) -> String {
    format!("proposals/{id}")
}

/// What waits, the earliest day first.
pub async fn waiting(api: Api) -> Result<WaitingList, ApiError> {
    api.get("proposals/waiting").await
}

/// One proposal, whole.
pub async fn read(api: Api, id: ProposalId) -> Result<ProposalPage, ApiError> {
    api.get(&path(id)).await
}

/// The staff's own notes on it.
pub async fn notes(api: Api, id: ProposalId) -> Result<Notes, ApiError> {
    api.get(&format!("{}/notes", path(id))).await
}

/// The departments that can be asked, among the names of the community.
pub async fn names(api: Api) -> Result<Names, ApiError> {
    api.get("names").await
}
