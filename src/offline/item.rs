//! Something that was said and has not arrived yet: kept before it is sent for the first time.
use crate::{
    api::{Api, Key},
    browser::{document, outgoing},
    json,
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

    /// May only one of them wait for the same place? What has a number stands beside others; all
    /// else answers a question, and what one answers last is what one means.
    fn is_an_answer(self) -> bool {
        !self.has_number()
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

    /// What is kept under this key now; nothing once it has gone or was withdrawn.
    pub async fn under(key: &Key) -> Option<Self> {
        json::read(&outgoing::get(key.name()).await?).ok()
    }

    /// Everything that waits on this phone, the oldest first.
    pub async fn all() -> Vec<Self> {
        let texts = outgoing::all().await;
        let read = |text: &String| json::read::<Self>(text).ok();
        let mut items: Vec<Self> = texts.iter().filter_map(read).collect();
        items.sort_by_key(|item| item.kept_at);
        items
    }

    /// Is this a newer answer to the question that the other one answers?
    ///
    /// Opposites, such as a co-signature and that it is taken back, are sent to the same address,
    /// from whichever page; words that are withdrawn so still lie in their drawer. What was refused
    /// keeps its words, and what has arrived is still to be told.
    fn takes_the_place_of(&self, other: &Self) -> bool {
        let (new, old) = (&self.letter, &other.letter);
        new.what.is_an_answer()
            && other.state == State::Waiting
            && new.key != old.key
            && self.whose == other.whose
            && self.address == other.address
            && new.what == old.what
    }

    /// Withdraws the earlier answers that wait: sent later, they would stand in this one's place.
    async fn withdraw_earlier(&self) {
        if !self.letter.what.is_an_answer() {
            return;
        }
        for other in Self::all().await {
            if self.takes_the_place_of(&other) {
                outgoing::remove(other.letter.key.name()).await;
            }
        }
    }
}

impl Api {
    /// The resident whose things may wait: whoever is signed in and acts for nobody else.
    pub fn sender(&self) -> Option<ResidentId> {
        self.me().filter(|me| me.help.is_none())?.viewer.resident()
    }

    /// Keeps what is about to be sent, in the place of what this person has answered there before
    /// and what still waits. `None` when it is not to wait; otherwise whether the phone keeps it
    /// beyond this visit.
    pub async fn keep_letter(&self, letter: Letter) -> Option<bool> {
        let (whose, token) = (self.sender()?, self.token()?);
        let address = self.address(&letter.path);
        let kept_at = document::phone_clock();
        let item = Item { letter, whose, address, token, kept_at, state: State::Waiting };
        let is_kept = item.keep().await;
        item.withdraw_earlier().await;
        Some(is_kept)
    }

    /// Withdraws what this person has answered there before and what still waits, once an answer
    /// has arrived that was sent at once or not at all.
    pub async fn withdraw_waiting(&self, what: What, path: &str) {
        let address = self.address(path);
        for item in self.waiting().await {
            if item.state == State::Waiting && item.letter.what == what && item.address == address {
                self.drop_letter(&item.letter.key).await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(key: &str, what: What, path: &str) -> Item {
        let letter = Letter {
            what,
            words: String::new(),
            path: path.to_owned(),
            body: "{}".to_owned(),
            earlier: Vec::new(),
            key: serde_json::from_str(&format!("\"{key}\"")).unwrap(),
            version: None,
            back: "/".to_owned(),
            drawer: None,
        };
        Item {
            letter,
            whose: ResidentId(7),
            address: format!("/api/v1/communities/wutong/{path}"),
            token: "token".to_owned(),
            kept_at: Moment::from_millis(0),
            state: State::Waiting,
        }
    }

    #[test]
    fn a_newer_answer_takes_the_place_of_the_one_that_waits() {
        for (what, path) in [
            (What::CoSign, "proposals/3/commands"),
            (What::Support, "councils/topics/3/support"),
            (What::SeriesAnswer, "series/3/answer"),
            (What::Times, "times"),
            (What::Seat, "councils/3/commands"),
            (What::LastWord, "feedback/3/commands"),
        ] {
            let (old, new) = (item("old", what, path), item("new", what, path));
            assert!(new.takes_the_place_of(&old), "{what:?}");
            assert!(!new.takes_the_place_of(&new), "a retry of {what:?} is the same one");
        }
    }

    #[test]
    fn what_is_made_anew_stands_beside_what_waits() {
        for (what, path) in [(What::Opinion, "feedback"), (What::Proposal, "contests/3/proposals")]
        {
            assert!(!item("new", what, path).takes_the_place_of(&item("old", what, path)));
        }
    }

    #[test]
    fn another_question_and_another_person_keep_their_answers() {
        let new = item("new", What::CoSign, "proposals/3/commands");
        let elsewhere = item("old", What::CoSign, "proposals/4/commands");
        assert!(!new.takes_the_place_of(&elsewhere));
        let somebody_elses =
            Item { whose: ResidentId(8), ..item("old", What::CoSign, "proposals/3/commands") };
        assert!(!new.takes_the_place_of(&somebody_elses));
    }

    #[test]
    fn an_answer_without_words_takes_the_place_of_one_with_words() {
        let mut in_words = item("old", What::LastWord, "feedback/3/commands");
        in_words.letter.drawer = Some("words".to_owned());
        assert!(item("new", What::LastWord, "feedback/3/commands").takes_the_place_of(&in_words));
    }

    #[test]
    fn what_was_refused_keeps_its_words_and_what_has_arrived_is_told() {
        let new = item("new", What::Times, "times");
        for state in
            [State::Refused { problem: String::new() }, State::Arrived { answer: String::new() }]
        {
            assert!(!new.takes_the_place_of(&Item { state, ..item("old", What::Times, "times") }));
        }
    }
}
