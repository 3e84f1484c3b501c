//! What the phone keeps of a vote: the choices made so far, and the secret of the ballot.
use crate::{
    api::{Api, Key},
    browser::{crypto, drawer},
};
use huiyin_domain::{
    ballots::{BallotToken, Marks, Receipt},
    ids::{ContestId, ResidentId},
    time::Moment,
};
use serde::{Deserialize, Serialize};

/// Where the phone keeps one person's vote in one contest: families share phones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which contest.
    pub contest: ContestId,
    voter: Option<ResidentId>,
}

/// The marks of a ballot with their number in the row of this voter's ballots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// Grows with each change.
    pub sequence: u32,
    /// What is marked, as it is sent.
    pub choices: Marks,
}

/// A ballot that is in the box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InBox {
    /// What it says.
    pub marked: Marked,
    /// The name of the contest.
    pub title: String,
    /// Until when it may be changed.
    pub closes: Option<Moment>,
}

/// A ballot (选票) in this person's hands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HeldBallot {
    /// Its secret; kept before anybody is asked for the ballot, so that a lost answer can be
    /// asked for again.
    pub token: BallotToken,
    /// Names the request for the ballot.
    pub asking: Key,
    /// Has the office handed it out?
    pub is_handed_out: bool,
    /// The highest number that was used or heard of.
    pub last: u32,
    /// Sent, and no answer yet.
    pub sent: Option<Marked>,
    /// In the box.
    pub in_box: Option<InBox>,
}

impl Place {
    /// The place of whoever is signed in.
    pub fn of(api: &Api, contest: ContestId) -> Self {
        Self { contest, voter: api.me().and_then(|me| me.viewer.resident()) }
    }

    /// Is it a resident's, or a guest's?
    pub fn is_residents(&self) -> bool {
        self.voter.is_some()
    }

    fn name(&self, what: &str) -> String {
        let voter = self.voter.map_or("guest".to_owned(), |voter| voter.to_string());
        format!("vote.{}.{voter}.{what}", self.contest)
    }

    /// The choices so far: this person's, or made before signing in, or those in the box.
    pub fn choices(&self) -> Option<Marks> {
        let guest = Self { voter: None, ..*self };
        let made = drawer::get(&self.name("choices"));
        let made = made.or_else(|| drawer::get(&guest.name("choices")));
        let in_box = || Some(self.ballot()?.in_box?.marked.choices);
        made.or_else(in_box)
    }

    /// Keeps the choices so far; what a guest chose is now this person's.
    pub fn keep_choices(&self, choices: &Marks) {
        // The page says already where nothing can be kept.
        drawer::set(&self.name("choices"), choices);
        if self.is_residents() {
            drawer::remove(&Self { voter: None, ..*self }.name("choices"));
        }
    }

    /// Forgets choices that were not cast.
    pub fn forget_choices(&self) {
        drawer::remove(&self.name("choices"));
        drawer::remove(&Self { voter: None, ..*self }.name("choices"));
    }

    /// The ballot in this person's hands.
    pub fn ballot(&self) -> Option<HeldBallot> {
        drawer::get(&self.name("ballot"))
    }

    /// Keeps the ballot; `false` when it is kept for this visit only.
    pub fn keep_ballot(&self, ballot: &HeldBallot) -> bool {
        drawer::set(&self.name("ballot"), ballot)
    }

    /// Forgets a ballot that was never handed out.
    pub fn drop_ballot(&self) {
        drawer::remove(&self.name("ballot"));
    }

    /// Can this phone keep a ballot beyond this visit?
    pub fn can_keep(&self) -> bool {
        let name = self.name("try");
        let can = drawer::set(&name, &true);
        drawer::remove(&name);
        can
    }
}

impl HeldBallot {
    /// A ballot nobody has seen.
    pub fn fresh() -> Self {
        Self {
            token: BallotToken::new(crypto::random_bytes()),
            asking: Key::fresh(),
            is_handed_out: false,
            last: 0,
            sent: None,
            in_box: None,
        }
    }

    /// The number by which its owner finds it.
    pub fn receipt(&self) -> Receipt {
        self.token.receipt()
    }

    /// Marks it. The same choices after a lost answer are the same ballot once more.
    pub fn mark(&mut self, choices: &Marks) -> Marked {
        if let Some(sent) = self.sent.as_ref().filter(|sent| sent.choices == *choices) {
            return sent.clone();
        }
        self.last = self.last.saturating_add(1);
        let marked = Marked { sequence: self.last, choices: choices.clone() };
        self.sent = Some(marked.clone());
        marked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ballot() -> HeldBallot {
        let token = BallotToken::new([7; 32]);
        let asking = serde_json::from_str("\"a-key-of-sixteen\"").unwrap();
        HeldBallot { token, asking, is_handed_out: true, last: 0, sent: None, in_box: None }
    }

    fn names(keys: &[&str]) -> Marks {
        Marks::Names(keys.iter().map(|key| (*key).to_owned()).collect())
    }

    #[test]
    fn another_order_is_another_ballot() {
        let mut ballot = ballot();
        assert_eq!(ballot.mark(&names(&["7", "1"])).sequence, 1);
        assert_eq!(ballot.mark(&names(&["1", "7"])).sequence, 2);
    }

    #[test]
    fn a_ballot_kept_before_there_were_other_styles_is_read() {
        let kept = r#"{"sequence":2,"choices":["1","7"]}"#;
        let marked: Marked = serde_json::from_str(kept).unwrap();
        assert_eq!(marked.choices, names(&["1", "7"]));
    }

    #[test]
    fn a_retry_after_a_lost_answer_is_the_same_ballot() {
        let mut ballot = ballot();
        let choices = names(&["1", "7"]);
        let first = ballot.mark(&choices);
        assert_eq!(first.sequence, 1);
        assert_eq!(ballot.mark(&choices), first);
    }

    #[test]
    fn a_change_of_mind_has_a_higher_number() {
        let mut ballot = ballot();
        ballot.mark(&names(&["1"]));
        assert_eq!(ballot.mark(&names(&[])).sequence, 2);
        ballot.sent = None;
        ballot.last = 9;
        assert_eq!(ballot.mark(&names(&[])).sequence, 10);
    }
}
