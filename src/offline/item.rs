//! Something that was said and has not arrived yet: kept before it is sent for the first time.
use crate::{
    api::{Api, Key},
    browser::{document, outgoing},
};
use huiyin_domain::{
    ids::{ResidentId, Version},
    time::Moment,
};
use serde::{Deserialize, Serialize};

/// What may be sent later. Votes, and whatever the staff do, are not among it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A proposal.
    Proposal,
    /// An opinion, a request for help, or a topic.
    Opinion,
    /// A co-signature, or that it is taken back or moved.
    CoSign,
    /// The support of a council's topic.
    Support,
    /// When one can come to a series.
    SeriesAnswer,
    /// When one can usually come.
    Times,
    /// A seat at a council, or that one does not come.
    Seat,
    /// The last word on an answer: it will do, it will not, or it is taken back.
    LastWord,
}

impl What {
    /// Does what comes of it have a number of its own?
    pub fn has_number(self) -> bool {
        match self {
            Self::Proposal | Self::Opinion => true,
            Self::CoSign
            | Self::Support
            | Self::SeriesAnswer
            | Self::Times
            | Self::Seat
            | Self::LastWord => false,
        }
    }
}

/// What was said, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// What it is.
    pub what: What,
    /// Its words, to be read and copied.
    pub words: String,
    /// Where it is sent, in the community.
    pub path: String,
    /// What is sent, as JSON.
    pub body: String,
    /// What was sent under the same key before, without an answer.
    pub earlier: Vec<String>,
    /// Names the sending.
    pub key: Key,
    /// On which version it was decided.
    pub version: Option<Version>,
    /// The page it was said on.
    pub back: String,
    /// The drawer of its draft, if it has one.
    pub drawer: Option<String>,
}

/// How it stands with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum State {
    /// It will be sent.
    Waiting,
    /// The server said no; why, as it said it.
    Refused {
        /// The server's answer.
        problem: String,
    },
    /// The worker has sent it while the app was closed.
    Arrived {
        /// The server's answer.
        answer: String,
    },
}

/// Something that waits to be sent (待发送). The worker in the background reads it, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What was said.
    pub letter: Letter,
    /// Whose it is.
    pub whose: ResidentId,
    /// The whole address.
    pub address: String,
    /// What the worker shows to the server; the app shows the session of today.
    pub token: String,
    /// When it was said, by this phone's clock.
    pub kept_at: Moment,
    /// How it stands.
    pub state: State,
}

impl Item {
    /// Keeps it as it stands; `false` when it lasts for this visit only.
    pub async fn keep(&self) -> bool {
        let Ok(text) = serde_json::to_string(self) else { return false };
        outgoing::keep(self.letter.key.name(), &text).await
    }

    /// Everything that waits on this phone, the oldest first.
    pub async fn all() -> Vec<Self> {
        let texts = outgoing::all().await;
        let read = |text: &String| serde_json::from_str::<Self>(text).ok();
        let mut items: Vec<Self> = texts.iter().filter_map(read).collect();
        items.sort_by_key(|item| item.kept_at);
        items
    }
}

impl Api {
    /// The resident whose things may wait: whoever is signed in and acts for nobody else.
    pub fn sender(&self) -> Option<ResidentId> {
        self.me().filter(|me| me.help.is_none())?.viewer.resident()
    }

    /// Keeps what is about to be sent. `None` when it is not to wait; otherwise whether the phone
    /// keeps it beyond this visit.
    pub async fn keep_letter(&self, letter: Letter) -> Option<bool> {
        let (whose, token) = (self.sender()?, self.token()?);
        let address = self.address(&letter.path);
        let kept_at = document::phone_clock();
        let item = Item { letter, whose, address, token, kept_at, state: State::Waiting };
        Some(item.keep().await)
    }
}
