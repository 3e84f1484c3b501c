//! Ballots: handed out once to each resident, cast by nobody in particular, and changed freely.

use huiyin_domain::ballots::wire::{Cast, CastReceipt, StampRequest};
use huiyin_domain::ballots::{BallotProblem, Marks};
use huiyin_domain::contests::Phase;
use huiyin_domain::contests::wire::{BallotPaper, Offer};
use huiyin_domain::ids::Version;
use huiyin_domain::money::Money;
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::refusals::Refusal;

use crate::people::{Person, fresh_key};
use crate::votes::{COSTS, Voter, contest_at};
use crate::world::{day, on_each_engine};

async fn paper(person: &Person, contest: u32) -> BallotPaper {
    person.get(&contest_at(contest, "/ballot-paper")).await.ok()
}

#[test]
fn everybody_sees_the_ballot_paper_and_only_its_owner_that_it_was_handed_out() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let seen = paper(&world.guest(), vote.contest).await;
        let costs: Vec<_> = seen.proposals.iter().map(|card| card.stage.cost()).collect();
        assert_eq!(costs, COSTS.map(|yuan| Some(Money::yuan(yuan))));
        assert_eq!((seen.closes, seen.is_handed_out), (Some(day(30)), false));
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        assert_eq!(Voter::new(1).take(&wang, vote.contest).await.status, 200);
        assert!(paper(&wang, vote.contest).await.is_handed_out);
        assert!(!paper(&li, vote.contest).await.is_handed_out);
        assert!(!paper(&world.guest(), vote.contest).await.is_handed_out);
    });
}

#[test]
fn a_resident_votes_and_gets_a_receipt() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let wang = world.resident("wang").await;
        assert_eq!(world.contest(&wang, vote.contest).await.offers, [Offer::Vote]);
        let voter = Voter::new(1);
        let taken = voter.take(&wang, vote.contest).await;
        assert_eq!(taken.json(), serde_json::json!({ "closes": String::from(day(30)) }));
        let cast = voter.cast(world, vote.contest, 1, &vote.proposals[..2]).await;
        let receipt: CastReceipt = cast.ok();
        assert_eq!((receipt.receipt, receipt.sequence), (voter.receipt(), 1));
        assert_eq!(receipt.closes, Some(day(30)));
    });
}

#[test]
fn nobody_votes_twice() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let wang = world.resident("wang").await;
        assert_eq!(Voter::new(1).take(&wang, vote.contest).await.status, 200);
        // Another phone, another secret, the same person.
        let again = Voter::new(2).take(&world.resident("wang").await, vote.contest).await;
        assert_eq!(again.status, 409);
        assert_eq!(again.refusal(), Refusal::BallotAlreadyHandedOut);
        let cast = Voter::new(2).cast(world, vote.contest, 1, &[]).await;
        assert_eq!(cast.refusal(), Refusal::UnknownBallot);
        assert_eq!(world.number("SELECT COUNT(*) FROM roll"), 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM stamps"), 1);
    });
}

#[test]
fn a_ballot_asked_for_again_with_the_same_secret_is_the_same_ballot() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let wang = world.resident("wang").await;
        let request = StampRequest { stamp: Voter::new(1).stamp() };
        let (path, key) = (contest_at(vote.contest, "/stamps"), fresh_key());
        let first = wang.post_with_key(&path, &request, &key).await;
        // The answer was lost: the phone asks again, with the same key or a new one.
        let second = wang.post_with_key(&path, &request, &key).await;
        let third = wang.post(&path, &request).await;
        assert_eq!(first.status, 200);
        for again in [second, third] {
            assert_eq!((again.status, &again.body), (first.status, &first.body));
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM stamps"), 1);
    });
}

#[test]
fn one_key_does_not_hand_out_two_ballots() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let wang = world.resident("wang").await;
        let (path, key) = (contest_at(vote.contest, "/stamps"), fresh_key());
        for (number, status) in [(1, 200), (2, 409)] {
            let request = StampRequest { stamp: Voter::new(number).stamp() };
            assert_eq!(wang.post_with_key(&path, &request, &key).await.status, status);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM stamps"), 1);
    });
}

#[test]
fn a_stamp_of_one_voter_is_no_ballot_for_another() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let voter = Voter::new(1);
        assert_eq!(voter.take(&world.resident("wang").await, vote.contest).await.status, 200);
        // Li brings the very same stamp: the office has given it away already.
        let li = world.resident("li").await;
        let answer = voter.take(&li, vote.contest).await;
        assert_eq!(answer.status, 409, "{}", answer.text());
        assert_eq!(world.number("SELECT COUNT(*) FROM stamps"), 1);
        assert_eq!(world.number("SELECT COUNT(*) FROM roll"), 1);
    });
}

#[test]
fn guests_and_staff_get_no_ballot() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let organiser = world.organiser().await;
        let asked = [(world.guest(), Refusal::SignInFirst), (organiser, Refusal::ResidentsOnly)];
        for (person, refusal) in asked {
            assert_eq!(Voter::new(1).take(&person, vote.contest).await.refusal(), refusal);
        }
    });
}

#[test]
fn no_ballot_is_handed_out_before_the_vote_or_after_it() {
    on_each_engine(async |world| {
        let vote = world.reviewed().await;
        let wang = world.resident("wang").await;
        world.enter(vote.contest, &[Phase::Notice]).await;
        let early = Voter::new(1).take(&wang, vote.contest).await.refusal();
        let next_at = Some(day(20));
        assert_eq!(early, Refusal::NotInThisPhase { phase: Phase::Notice, next_at });
        world.clock.set(day(30));
        let wang = world.resident("wang").await;
        let late = Voter::new(1).take(&wang, vote.contest).await.refusal();
        assert_eq!(late, Refusal::VotingClosed { at: day(30) });
    });
}

#[test]
fn a_vote_after_the_close_is_refused_and_the_earlier_one_stands() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let voter = Voter::new(1);
        voter.vote(world, "wang", &vote, &[vote.proposals[0]]).await;
        world.clock.set(day(30));
        let late = voter.cast(world, vote.contest, 2, &[vote.proposals[1]]).await;
        assert_eq!(late.status, 409);
        assert_eq!(late.refusal(), Refusal::VotingClosed { at: day(30) });
        assert_eq!(world.number("SELECT sequence FROM ballots"), 1);
        // One second earlier it would have been in time.
        world.clock.set(day(30).plus_millis(-1_000));
        let in_time = voter.cast(world, vote.contest, 2, &[vote.proposals[1]]).await;
        assert_eq!(in_time.status, 200);
    });
}

#[test]
fn a_vote_may_be_changed_and_the_last_one_counts() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let voter = Voter::new(1);
        voter.vote(world, "wang", &vote, &[vote.proposals[0]]).await;
        let changed = voter.cast(world, vote.contest, 2, &[vote.proposals[2]]).await;
        assert_eq!(changed.ok::<CastReceipt>().receipt, voter.receipt());
        assert_eq!(world.number("SELECT COUNT(*) FROM ballots"), 1);
        assert_eq!(world.number("SELECT sequence FROM ballots"), 2);
        // The first one comes late out of a lift: it must not win over the second.
        let late = voter.cast(world, vote.contest, 1, &[vote.proposals[0]]).await;
        assert_eq!(late.refusal(), Refusal::Stale { found: Version(2) });
    });
}

#[test]
fn a_ballot_sent_again_is_the_same_ballot() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let voter = Voter::new(1);
        voter.vote(world, "wang", &vote, &[vote.proposals[0]]).await;
        let again = voter.cast(world, vote.contest, 1, &[vote.proposals[0]]).await;
        assert_eq!(again.ok::<CastReceipt>().sequence, 1);
        // Two tabs: the same sequence with another choice is a question, not an answer.
        let other = voter.cast(world, vote.contest, 1, &[vote.proposals[1]]).await;
        assert_eq!(other.refusal(), Refusal::Stale { found: Version(1) });
    });
}

#[test]
fn a_blank_ballot_is_a_ballot() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        Voter::new(1).vote(world, "wang", &vote, &[]).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM ballots"), 1);
    });
}

#[test]
fn what_cannot_stand_on_a_ballot_is_told() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let voter = Voter::new(1);
        assert_eq!(voter.take(&world.resident("wang").await, vote.contest).await.status, 200);
        let [a, b, c] = vote.proposals;
        let cases = [
            (vec![a, b, c], BallotProblem::TooMany { max: 2 }),
            (vec![a, a], BallotProblem::NamedTwice { key: a.to_string() }),
            (vec![999], BallotProblem::NotOnTheBallot { key: "999".to_owned() }),
        ];
        for (choices, problem) in cases {
            let answer = voter.cast(world, vote.contest, 1, &choices).await;
            assert_eq!(answer.status, 422);
            assert_eq!(answer.problem(), ProblemKind::InvalidBallot { problem });
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM ballots"), 0);
    });
}

#[test]
fn a_ballot_comes_only_under_the_stamp_of_its_own_secret() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let (mine, other) = (Voter::new(1), Voter::new(2));
        assert_eq!(mine.take(&world.resident("wang").await, vote.contest).await.status, 200);
        let cast =
            Cast { token: other.token.clone(), sequence: 1, choices: Marks::Names(Vec::new()) };
        let answer = world.guest().put(&mine.path(vote.contest), &cast).await;
        assert!([400, 409, 422].contains(&answer.status.as_u16()), "{}", answer.text());
        answer.problem();
        assert_eq!(world.number("SELECT COUNT(*) FROM ballots"), 0);
    });
}

#[test]
fn who_cast_a_ballot_is_not_asked_and_stands_nowhere() {
    on_each_engine(async |world| {
        let vote = world.voting().await;
        let n_events = "SELECT COUNT(*) FROM events";
        let before = world.number(n_events);
        for (number, name) in [(1, "wang"), (2, "li"), (3, "zhao")] {
            Voter::new(number).vote(world, name, &vote, &[vote.proposals[0]]).await;
        }
        assert_eq!(world.number(n_events), before, "a record would keep the order of voters");
        assert_eq!(world.number("SELECT COUNT(*) FROM roll"), 3);
        // Neither the secret nor the stamp stands beside a person, not even in remembered answers.
        let stamp = Voter::new(1).stamp().as_str().to_owned();
        let rows = world.store.read_now(move |tx| {
            tx.rows("SELECT body, fingerprint FROM idempotency WHERE actor LIKE 'resident/%'", &[])
        });
        for row in rows.unwrap() {
            assert!(!row.text(0).unwrap().contains(&stamp));
            assert!(row.opt_text(1).unwrap().is_none_or(|print| !print.contains(&stamp)));
        }
        let columns = world.store.read_now(|tx| tx.rows("SELECT * FROM ballots", &[])).unwrap();
        assert_eq!(columns.len(), 3);
    });
}
