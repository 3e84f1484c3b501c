//! Casting: the ballot is taken, then sent; each step can be repeated after a lost answer.
use super::kept::{HeldBallot, InBox, Marked, Place};
use crate::api::{Api, ApiError, Precondition};
use huiyin_domain::{
    ballots::{
        Marks,
        wire::{Cast, CastReceipt, StampRequest},
    },
    ids::Version,
    refusals::Refusal,
    time::Moment,
};
use serde::Deserialize;

/// Why a ballot is not in the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCast {
    /// A newer ballot of this voter is there already, from another window.
    Newer,
    /// The server said no, or nothing.
    Api(ApiError),
}

/// The office's answer when a ballot is handed out.
#[derive(Deserialize)]
struct HandedOut {
    #[expect(dead_code, reason = "the ballot's own answer tells it again")]
    closes: Option<Moment>,
}

/// Puts these choices into the box as this person's ballot.
pub async fn cast(api: Api, place: Place, title: String, choices: Marks) -> Result<(), NotCast> {
    take(api, place).await.map_err(NotCast::Api)?;
    // Read again: another window of this browser may have voted meanwhile.
    let mut ballot = place.ballot().unwrap_or_else(HeldBallot::fresh);
    let marked = ballot.mark(&choices);
    place.keep_ballot(&ballot);
    let sent = send(api, place, &ballot, &marked).await;
    let mut ballot = place.ballot().unwrap_or(ballot);
    let answer = settle(&mut ballot, marked, title, sent);
    place.keep_ballot(&ballot);
    if answer.is_ok() {
        place.forget_choices();
    }
    answer
}

/// Has the ballot handed out, unless it was. Its secret is kept before anybody is asked.
async fn take(api: Api, place: Place) -> Result<(), ApiError> {
    let mut ballot = place.ballot().unwrap_or_else(HeldBallot::fresh);
    if ballot.is_handed_out {
        return Ok(());
    }
    place.keep_ballot(&ballot);
    let request = StampRequest { stamp: ballot.token.stamp() };
    let path = format!("contests/{}/stamps", place.contest);
    let asked = api.post::<_, HandedOut>(&path, &request, &ballot.asking, Precondition::None).await;
    match &asked {
        Ok(_) => ballot.is_handed_out = true,
        // A "no" may become a "yes" later; only an answer that was lost is asked for again.
        Err(error) if error.refusal() == Some(&Refusal::BallotAlreadyHandedOut) => {
            // Another phone has this person's ballot: the one made here will never be stamped.
            place.drop_ballot();
            return asked.map(drop);
        }
        Err(ApiError::Problem(_)) => ballot.asking = crate::api::Key::fresh(),
        Err(ApiError::Away | ApiError::Garbled | ApiError::NotInArchive) => {}
    }
    place.keep_ballot(&ballot);
    asked.map(drop)
}

async fn send(
    api: Api,
    place: Place,
    ballot: &HeldBallot,
    marked: &Marked,
) -> Result<CastReceipt, ApiError> {
    let stamp = ballot.token.stamp();
    let path = format!("contests/{}/ballots/{}", place.contest, stamp.as_str());
    let Marked { sequence, choices } = marked.clone();
    let cast = Cast { token: ballot.token.clone(), sequence, choices };
    api.put_unsigned(&path, &cast).await
}

/// Writes the answer down in the ballot.
fn settle(
    ballot: &mut HeldBallot,
    marked: Marked,
    title: String,
    sent: Result<CastReceipt, ApiError>,
) -> Result<(), NotCast> {
    let error = match sent {
        Ok(CastReceipt { closes, .. }) => {
            if ballot.sent.as_ref() == Some(&marked) {
                ballot.sent = None;
            }
            ballot.in_box = Some(InBox { marked, title, closes });
            return Ok(());
        }
        Err(error) => error,
    };
    if let Some(Refusal::Stale { found: Version(found) }) = error.refusal() {
        ballot.last = ballot.last.max(*found);
        ballot.sent = None;
        return Err(NotCast::Newer);
    }
    if error.refusal() == Some(&Refusal::UnknownBallot) {
        // The office is asked again, with the same secret.
        ballot.is_handed_out = false;
    }
    Err(NotCast::Api(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::{
        ballots::BallotToken,
        problems::{Problem, ProblemKind},
    };
    use std::sync::Arc;

    fn ballot() -> HeldBallot {
        let token = BallotToken::new([7; 32]);
        let asking = serde_json::from_str("\"a-key-of-sixteen\"").unwrap();
        HeldBallot { token, asking, is_handed_out: true, last: 0, sent: None, in_box: None }
    }

    fn one() -> Marks {
        Marks::Names(vec!["1".to_owned()])
    }

    fn refused(refusal: Refusal) -> ApiError {
        ApiError::Problem(Arc::new(Problem {
            about: "about:blank".to_owned(),
            title: String::new(),
            status: 409,
            request_id: String::new(),
            kind: ProblemKind::Refused { refusal },
        }))
    }

    #[test]
    fn after_a_newer_ballot_the_next_one_is_newer_still() {
        let mut ballot = ballot();
        let marked = ballot.mark(&one());
        let stale = Err(refused(Refusal::Stale { found: Version(4) }));
        assert_eq!(settle(&mut ballot, marked, String::new(), stale), Err(NotCast::Newer));
        assert_eq!(ballot.mark(&one()).sequence, 5);
    }

    #[test]
    fn a_lost_answer_leaves_the_ballot_to_be_sent_again() {
        let mut ballot = ballot();
        let marked = ballot.mark(&one());
        let lost = settle(&mut ballot, marked.clone(), String::new(), Err(ApiError::Away));
        assert_eq!(lost, Err(NotCast::Api(ApiError::Away)));
        assert_eq!(ballot.mark(&one()), marked);
        assert!(ballot.in_box.is_none());
    }

    #[test]
    fn a_ballot_the_box_does_not_know_is_taken_again() {
        let mut ballot = ballot();
        let marked = ballot.mark(&Marks::Names(Vec::new()));
        let unknown = Err(refused(Refusal::UnknownBallot));
        assert!(settle(&mut ballot, marked, String::new(), unknown).is_err());
        assert!(!ballot.is_handed_out);
    }
}
