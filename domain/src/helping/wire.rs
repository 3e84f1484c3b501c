//! What is sent about help.
use super::{Consent, Event, Lasting, Scopes, Standing, code::HelpCode};
use crate::{ids::HelpId, time::Moment};
use serde::{Deserialize, Serialize};

/// A resident agrees to be helped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferForm {
    /// With what.
    pub scopes: Scopes,
    /// For how long.
    pub lasting: Lasting,
    /// How they said so.
    pub consent: Consent,
}

/// The answer to an [`OfferForm`]. The code is told once and stored only as a hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// The help's number.
    pub id: HelpId,
    /// To be told to the helper.
    pub code: HelpCode,
    /// Until when it can be entered.
    pub code_until: Moment,
}

/// A help as its resident sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpCard {
    /// Its number.
    pub id: HelpId,
    /// With what.
    pub scopes: Scopes,
    /// When they agreed.
    pub from: Moment,
    /// When it ends by itself.
    pub until: Moment,
    /// Where it stands.
    pub standing: Standing,
    /// Whoever helps or has helped.
    pub helper_name: Option<String>,
}

/// All help of one resident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpList {
    /// Newest first.
    pub items: Vec<HelpCard>,
    /// Where the next part begins.
    pub next: Option<String>,
}

/// One line of a help's log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// When.
    pub at: Moment,
    /// What.
    pub event: Event,
}

/// One help with everything that was done with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpPage {
    /// The help.
    pub card: HelpCard,
    /// What happened, newest first.
    pub log: Vec<LogLine>,
}

/// A code as a helper has typed it, read by [`HelpCode::parse`] on both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeForm {
    /// Six digits.
    pub code: String,
}

/// Whom somebody helps or would help, and with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpingCard {
    /// The help's number.
    pub id: HelpId,
    /// Whoever is helped.
    pub resident_name: String,
    /// With what.
    pub scopes: Scopes,
    /// Until when.
    pub until: Moment,
}

/// All whom one person helps now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpingList {
    /// Newest first.
    pub items: Vec<HelpingCard>,
    /// Nobody helps so many that they come in parts.
    pub next: Option<String>,
}

/// That a session is a helper's; part of [`Me`](crate::residents::wire::Me), whose name and
/// number are then those of the resident who is helped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InHelp {
    /// The help's number.
    pub id: HelpId,
    /// Whoever helps.
    pub helper_name: String,
    /// With what.
    pub scopes: Scopes,
    /// Until when.
    pub until: Moment,
}
