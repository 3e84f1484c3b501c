//! The other ways of voting: within the budget, by points, in an order; each to the recount.

use huiyin_domain::ballots::wire::CastReceipt;
use huiyin_domain::ballots::{BallotProblem, Marks};
use huiyin_domain::contests::wire::{ContestPage, ResultPage};
use huiyin_domain::contests::{BallotForm, Command, Phase, RulesForm};
use huiyin_domain::counting::{BallotStyle, CountingRule, Utility};
use huiyin_domain::money::Money;
use huiyin_domain::problems::{FieldFault, ProblemKind};

use crate::people::here;
use crate::results::{recount, result};
use crate::votes::{Vote, Voter, contest_at, contest_form};
use crate::world::{World, on_each_engine};

const POINTS: BallotForm = BallotForm::Points { total: 5, each: 4 };
const RANKING: BallotForm = BallotForm::Ranking { places: 2 };
const NAMES: [&str; 6] = ["wang", "li", "zhao", "qian", "sun", "zhou"];

fn form(ballot: BallotForm) -> RulesForm {
    let counting = Some(CountingRule::Greedy { utility: Utility::Cost });
    RulesForm { ballot, counting, ..contest_form() }
}

fn names(keys: &[u32]) -> Marks {
    Marks::Names(keys.iter().map(u32::to_string).collect())
}

fn points(given: &[(u32, u32)]) -> Marks {
    Marks::Points(given.iter().map(|(key, points)| (key.to_string(), *points)).collect())
}

/// Six residents cast these; then the box is counted and published. The result and the file.
async fn published(world: &World, vote: &Vote, ballots: [Marks; 6]) -> (ResultPage, String) {
    for (number, (name, marks)) in (1..).zip(NAMES.into_iter().zip(ballots)) {
        let voter = Voter::new(number);
        assert_eq!(voter.take(&world.resident(name).await, vote.contest).await.status, 200);
        let cast = voter.cast_marks(world, vote.contest, 1, marks).await;
        assert_eq!(cast.status, 200, "{}", cast.text());
    }
    world.enter(vote.contest, &[Phase::Counting]).await;
    for command in [Command::Count, Command::Publish] {
        let _: ContestPage = world.organise(vote.contest, &command).await.ok();
    }
    let guest = world.guest();
    let page = result(&guest, vote.contest).await;
    let file = guest.get(&format!("/api/v1{}", page.ballots_path)).await;
    assert_eq!(recount(file.text(), &page.rules), page.tally);
    (page, file.text().to_owned())
}

/// What each proposal got, in the order of the ballot.
fn totals(page: &ResultPage) -> Vec<u64> {
    page.tally.outcomes.iter().map(|outcome| outcome.points).collect()
}

async fn refused(world: &World, vote: &Vote, marks: Marks, problem: BallotProblem) {
    let answer = Voter::new(9).cast_marks(world, vote.contest, 1, marks).await;
    assert_eq!(answer.status, 422);
    assert_eq!(answer.problem(), ProblemKind::InvalidBallot { problem });
}

#[test]
fn more_than_the_budget_is_refused() {
    on_each_engine(async |world| {
        let vote = world.voting_by(&form(BallotForm::Knapsack)).await;
        let [a, _, c] = vote.proposals;
        // 3,000, 2,000 and 4,000 of a budget of 6,000.
        let wang = world.resident("wang").await;
        assert_eq!(Voter::new(9).take(&wang, vote.contest).await.status, 200);
        let over = BallotProblem::OverBudget { over: Money::yuan(1_000) };
        refused(world, &vote, names(&[a, c]), over).await;
        let twice = BallotProblem::NamedTwice { key: a.to_string() };
        refused(world, &vote, names(&[a, a]), twice).await;
        assert_eq!(world.number("SELECT COUNT(*) FROM ballots"), 0);
    });
}

#[test]
fn a_choice_within_the_budget_is_counted_and_recounted() {
    on_each_engine(async |world| {
        let vote = world.voting_by(&form(BallotForm::Knapsack)).await;
        let [a, b, c] = vote.proposals;
        let ballots =
            [names(&[b, a]), names(&[c, b]), names(&[c]), names(&[c, b]), names(&[a]), names(&[])];
        let (page, file) = published(world, &vote, ballots).await;
        assert_eq!(totals(&page), [2, 3, 3]);
        // Equal votes: the cheaper one first; both fit.
        assert_eq!(page.tally.winners, [b.to_string(), c.to_string()]);
        assert_eq!(page.rules.ballot, BallotStyle::Knapsack);
        assert!(file.contains("vote_type;approval\n") && file.contains("max_sum_cost;6000\n"));
    });
}

#[test]
fn points_are_counted_and_recounted() {
    on_each_engine(async |world| {
        let vote = world.voting_by(&form(POINTS)).await;
        let [a, b, c] = vote.proposals;
        let blank = points(&[]);
        let ballots = [
            points(&[(a, 4), (b, 1)]),
            points(&[(b, 2)]),
            points(&[(c, 4)]),
            points(&[(c, 2), (a, 0)]),
            points(&[(a, 1)]),
            blank,
        ];
        let (page, file) = published(world, &vote, ballots).await;
        assert_eq!(totals(&page), [5, 3, 6]);
        assert_eq!(page.tally.n_blank, 1);
        // The third takes 4,000 of 6,000, the first no longer fits, the second does.
        assert_eq!(page.tally.winners, [c.to_string(), b.to_string()]);
        assert!(file.contains("max_sum_points;5\n") && file.contains("max_points;4\n"));
    });
}

#[test]
fn more_points_than_one_has_are_refused() {
    on_each_engine(async |world| {
        let vote = world.voting_by(&form(POINTS)).await;
        let [a, b, _] = vote.proposals;
        let wang = world.resident("wang").await;
        assert_eq!(Voter::new(9).take(&wang, vote.contest).await.status, 200);
        let cases = [
            (points(&[(a, 4), (b, 3)]), BallotProblem::TooManyPoints { over: 2, total: 5 }),
            (points(&[(a, 5)]), BallotProblem::TooManyOnOne { key: a.to_string(), each: 4 }),
            (points(&[(999, 1)]), BallotProblem::NotOnTheBallot { key: "999".to_owned() }),
            (names(&[a]), BallotProblem::OtherStyle),
        ];
        for (marks, problem) in cases {
            refused(world, &vote, marks, problem).await;
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM ballots"), 0);
    });
}

#[test]
fn an_order_is_counted_and_recounted() {
    on_each_engine(async |world| {
        let vote = world.voting_by(&form(RANKING)).await;
        let [a, b, c] = vote.proposals;
        let ballots =
            [names(&[c, a]), names(&[c, b]), names(&[a, c]), names(&[b]), names(&[c]), names(&[])];
        let (page, file) = published(world, &vote, ballots).await;
        // Two points for a first place, one for a second.
        assert_eq!(totals(&page), [3, 3, 7]);
        assert_eq!(page.tally.winners, [c.to_string(), b.to_string()]);
        assert!(file.contains("vote_type;ordinal\n") && file.contains("max_length;2\n"));
        assert!(file.contains(&format!(";{c},{a}\n")), "{file}");
    });
}

#[test]
fn an_order_sent_again_is_the_same_ballot_and_another_order_is_another() {
    on_each_engine(async |world| {
        let vote = world.voting_by(&form(RANKING)).await;
        let [a, b, c] = vote.proposals;
        let voter = Voter::new(1);
        assert_eq!(voter.take(&world.resident("wang").await, vote.contest).await.status, 200);
        let cast = async |sequence, keys: &[u32]| {
            voter.cast_marks(world, vote.contest, sequence, names(keys)).await
        };
        assert_eq!(cast(1, &[b, a]).await.status, 200);
        assert_eq!(cast(1, &[b, a]).await.ok::<CastReceipt>().sequence, 1);
        assert_eq!(cast(1, &[a, b]).await.status, 409);
        assert_eq!(cast(2, &[a, b]).await.status, 200);
        let too_many = BallotProblem::TooMany { max: 2 };
        let answer = cast(3, &[a, b, c]).await;
        assert_eq!(answer.problem(), ProblemKind::InvalidBallot { problem: too_many });
    });
}

#[test]
fn the_form_refuses_a_count_that_does_not_fit_the_ballot() {
    on_each_engine(async |world| {
        let counting = Some(CountingRule::Greedy { utility: Utility::Cardinality });
        let organiser = world.organiser().await;
        for ballot in [BallotForm::Knapsack, RANKING] {
            let form = RulesForm { counting, ..form(ballot) };
            let faults = organiser.post(&here("/contests"), &form).await.faults();
            assert_eq!(faults, [("counting".to_owned(), FieldFault::DoesNotFitTheBallot)]);
        }
        let taken = organiser.post(&here("/contests"), &form(POINTS)).await;
        assert_eq!(taken.status, 201);
        let guide = world.reviewed_by(&form(RANKING)).await.contest;
        let guide = world.guest().get(&contest_at(guide, "/ballot-guide")).await;
        assert_eq!(guide.json()["rules"]["ballot"]["kind"], "ranking");
    });
}
