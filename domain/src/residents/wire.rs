//! What is sent when people sign in and look after their devices.
use super::letter_code::LetterCode;
use crate::{
    accessibility::Modes,
    communities::Community,
    helping::wire::InHelp,
    ids::{ResidentId, SessionId},
    residents::Viewer,
    staff::MustFirst,
    time::Moment,
    web_address::WebAddress,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// How somebody proves who they are. `code` is checked by
/// [`LetterCode::parse`](super::letter_code::LetterCode::parse) on both sides.
#[derive(Clone, Debug, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SignIn {
    /// A resident with the code on their letter.
    Letter {
        /// Twelve digits, as typed.
        code: String,
    },
    /// Staff by name and password.
    Staff {
        /// The name they sign in with.
        name: String,
        /// Their password.
        password: String,
        /// What their phone shows, or a recovery code, once that is asked for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
    },
}

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// Who they are to the rules.
    pub viewer: Viewer,
    /// What the app calls them.
    pub name: String,
    /// This device's session.
    pub session: SessionId,
    /// How they want the app, once they have said so.
    #[serde(default)]
    pub modes: Option<Modes>,
    /// Is it somebody else who acts for them?
    #[serde(default)]
    pub help: Option<InHelp>,
    /// What staff have to do before anything else.
    #[serde(default)]
    pub must_first: Option<MustFirst>,
}

/// The answer to a [`SignIn`]. The token is told once and stored only as a hash.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignedIn {
    /// Sent as `Authorization: Bearer …` from now on.
    pub token: String,
    /// Who signed in.
    pub me: Me,
}

/// One device on which somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its number.
    pub id: SessionId,
    /// When it signed in.
    pub since: Moment,
    /// When it was last used, to the hour.
    pub last_used: Moment,
    /// What the browser calls itself, shortened to its name and system.
    pub device: String,
    /// Is it the one that asks?
    pub is_this_one: bool,
}

/// A resident as the service desk finds them; never with a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundResident {
    /// Their number.
    pub id: ResidentId,
    /// What the neighbours call them.
    pub public_name: String,
    /// Where they live, if that is on record.
    pub address: Option<String>,
}

/// Residents the service desk has found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResidentList {
    /// By name; at most [`FOUND_MOST`](super::search::FOUND_MOST).
    pub items: Vec<FoundResident>,
    /// Whoever finds too many says more.
    pub next: Option<String>,
    /// Were there more than are shown?
    pub has_more: bool,
}

/// One resident, for whoever prints their letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResidentPage {
    /// Who.
    pub resident: FoundResident,
    /// When their last letter was printed.
    pub last_letter: Option<Moment>,
    /// How they want the app; their letter opens it so.
    pub modes: Option<Modes>,
    /// The community, as it stands on the letter.
    pub community: Community,
}

/// What is needed to print a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterForm {
    /// Where the resident signs in; the server does not know under which address it is seen.
    pub sign_in: WebAddress,
    /// Was the letter lost, so that all their devices are to be signed out, too?
    #[serde(default)]
    pub end_sessions: bool,
}

/// A new letter (信函). Told once: of its secret half only a hash is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedLetter {
    /// The code.
    pub code: LetterCode,
    /// The QR code of the sign-in page with the code and the modes, as SVG.
    pub qr_svg: String,
    /// When it was made.
    pub printed_at: Moment,
}

/// What the office can ask of a resident's entry on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ResidentCommand {
    /// They have left and want to be forgotten (注销): their name, address, letters and devices
    /// go; what they sent stays, without them.
    Erase,
}

/// The answer to [`ResidentCommand::Erase`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Who it was.
    pub id: ResidentId,
    /// So many things they had sent are still open, and go on.
    pub n_open: u32,
}
