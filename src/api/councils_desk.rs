//! What the organiser of councils asks the server.
use super::{Api, ApiError, Key, Precondition};
use crate::routes::encode;
use huiyin_domain::{
    councils::{
        Hours, SlotKind,
        rules::SlotRuleForm,
        series::{
            SeriesForm,
            wire::{SeriesPage, WhoAnswered},
        },
    },
    ids::SeriesId,
};
use serde::Deserialize;

/// A time that a rule asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct ProposedTime {
    /// When.
    pub hours: Hours,
    /// What kind of time that is.
    pub kind: SlotKind,
    /// Can no later notice make another kind of day of its day?
    pub is_certain: bool,
}

/// The times that a rule asks for, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct ProposedTimes {
    /// Each once.
    pub items: Vec<ProposedTime>,
}

/// Where a series is, below the community's address.
pub fn path(id: SeriesId) -> String {
    format!("series/{id}")
}

/// Begins a series; the same `key` again never begins two.
pub async fn begin(api: Api, form: &SeriesForm, key: &Key) -> Result<SeriesPage, ApiError> {
    api.post("series", form, key, Precondition::None).await
}

/// The times that a rule asks for.
pub async fn proposed(api: Api, rule: &SlotRuleForm) -> Result<ProposedTimes, ApiError> {
    let rule = serde_json::to_string(rule).map_err(|_| ApiError::Garbled)?;
    api.get(&format!("series/proposed?rule={}", encode(&rule))).await
}

/// Who has answered, and whom to call.
pub async fn who(api: Api, id: SeriesId) -> Result<WhoAnswered, ApiError> {
    api.get(&format!("{}/who", path(id))).await
}
