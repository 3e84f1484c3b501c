//! Edges of a count, from the box to the page: nobody votes, one person votes, nothing is bought.

use huiyin_domain::contests::wire::{ContestPage, ResultPage};
use huiyin_domain::contests::{Command, Phase, RulesForm, reserve::ReserveCommand};
use huiyin_domain::counting::{Completion, CountingRule, Fate, TallyStep, Unsupported, Utility};
use huiyin_domain::ids::ProposalId;
use huiyin_domain::money::Money;
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::proposals::Stage;

use crate::results::{recount, result};
use crate::votes::{COSTS, Vote, Voter, contest_at, contest_form, reason};
use crate::world::{World, on_each_engine};

const GREEDY: CountingRule = CountingRule::Greedy { utility: Utility::Cost };
const SHARES: CountingRule =
    CountingRule::EqualShares { utility: Utility::Cost, completion: Completion::None };

/// A contest counted by this rule, in which there is enough for all three proposals together.
fn enough(counting: CountingRule) -> RulesForm {
    RulesForm { budget: "9000".into(), counting: Some(counting), ..contest_form() }
}

/// The box is closed, counted, and its result published.
async fn publish(world: &World, vote: &Vote) -> ResultPage {
    world.enter(vote.contest, &[Phase::Counting]).await;
    for command in [Command::Count, Command::Publish] {
        let _: ContestPage = world.organise(vote.contest, &command).await.ok();
    }
    result(&world.guest(), vote.contest).await
}

/// What became of the three, in the order of the ballot.
fn fates(page: &ResultPage) -> Vec<&Fate> {
    page.tally.outcomes.iter().map(|outcome| &outcome.fate).collect()
}

async fn stages(world: &World, vote: &Vote) -> Vec<Stage> {
    let mut stages = Vec::new();
    for id in vote.proposals {
        stages.push(world.proposal(&world.guest(), id).await.stage);
    }
    stages
}

fn not_selected() -> [Stage; 3] {
    COSTS.map(|cost| Stage::NotSelected { cost: Money::yuan(cost) })
}

#[test]
fn where_nobody_votes_nothing_is_funded_and_the_result_says_why() {
    on_each_engine(async |world| {
        for (nth, counting) in (1..).zip([GREEDY, SHARES]) {
            let vote = world.voting_by(&enough(counting)).await;
            let page = publish(world, &vote).await;
            assert_eq!(page.rules.unsupported, Unsupported::Drop);
            assert_eq!((page.tally.n_voters, page.tally.total_cost), (0, 0));
            assert!(page.tally.winners.is_empty());
            assert_eq!(fates(&page), [&Fate::NoPoints; 3]);
            let said = |step: &&TallyStep| matches!(step, TallyStep::NoPoints { .. });
            assert_eq!(page.tally.steps.iter().filter(said).count(), 3);
            assert_eq!(stages(world, &vote).await, not_selected());
            assert_eq!(page.ballots_bytes, 0, "an empty box is not published");
            let table = world.guest().get(&contest_at(vote.contest, "/result.csv")).await;
            assert_eq!(table.text().matches(",no_points,").count(), 3, "{}", table.text());
            assert_eq!(world.number("SELECT COUNT(*) FROM counts"), nth);
        }
    });
}

#[test]
fn what_nobody_voted_for_is_not_funded_although_there_is_enough_for_it() {
    on_each_engine(async |world| {
        let vote = world.voting_by(&enough(GREEDY)).await;
        let [a, b, c] = vote.proposals;
        let ballots: [&[u32]; 6] = [&[a], &[a, b], &[b], &[a], &[], &[]];
        let names = ["wang", "li", "zhao", "qian", "sun", "zhou"];
        for (number, (name, choices)) in (1..).zip(names.into_iter().zip(ballots)) {
            Voter::new(number).vote(world, name, &vote, choices).await;
        }
        let page = publish(world, &vote).await;
        assert_eq!(page.tally.winners, [a.to_string(), b.to_string()]);
        assert_eq!(page.tally.budget - page.tally.total_cost, Money::yuan(4_000).in_fen());
        assert_eq!(fates(&page)[2], &Fate::NoPoints);
        // Whoever counts the file by the sealed rules finds the same.
        let file = world.guest().get(&format!("/api/v1{}", page.ballots_path)).await;
        assert_eq!(recount(file.text(), &page.rules), page.tally);
        // Nor does it wait in reserve, or come up when a winner drops out.
        world.enter(vote.contest, &[Phase::Results]).await;
        let stage = world.proposal(&world.guest(), c).await.stage;
        assert_eq!(stage, Stage::NotSelected { cost: Money::yuan(4_000) });
        let organiser = world.organiser().await;
        let path = contest_at(vote.contest, "/reserve");
        let out = ReserveCommand::GiveBack { proposal: ProposalId(a), reason: reason("搬走了") };
        let _: ContestPage = organiser.post(&path, &out).await.ok();
        let up = ReserveCommand::CallUp { proposal: ProposalId(c), reason: reason("递补") };
        assert_eq!(organiser.post(&path, &up).await.status, 409);
    });
}

#[test]
fn the_vote_of_one_resident_decides_and_is_not_shown() {
    on_each_engine(async |world| {
        for counting in [GREEDY, SHARES] {
            let vote = world.voting_by(&enough(counting)).await;
            let [_, b, c] = vote.proposals;
            Voter::new(1).vote(world, "wang", &vote, &[b, c]).await;
            let page = publish(world, &vote).await;
            let mut winners = page.tally.winners.clone();
            winners.sort();
            assert_eq!(winners, [b.to_string(), c.to_string()]);
            assert_eq!((page.tally.n_voters, page.n_eligible), (1, 6));
            assert_eq!(page.ballots_bytes, 0);
            let file = world.guest().get(&contest_at(vote.contest, "/ballots.pb")).await;
            assert_eq!(file.problem(), ProblemKind::Missing, "it would be one person's");
        }
    });
}

#[test]
fn where_all_are_too_dear_for_their_supporters_nothing_is_bought_and_nothing_waits() {
    on_each_engine(async |world| {
        // Six share 6,000: two supporters have 2,000 together, and one has 1,000.
        let form = RulesForm { counting: Some(SHARES), ..contest_form() };
        let vote = world.voting_by(&form).await;
        let [a, b, c] = vote.proposals;
        let ballots: [&[u32]; 6] = [&[a], &[a], &[b], &[], &[c], &[c]];
        let names = ["wang", "li", "zhao", "qian", "sun", "zhou"];
        for (number, (name, choices)) in (1..).zip(names.into_iter().zip(ballots)) {
            Voter::new(number).vote(world, name, &vote, choices).await;
        }
        let page = publish(world, &vote).await;
        assert_eq!((page.tally.winners.len(), page.tally.total_cost), (0, 0));
        for fate in fates(&page) {
            assert!(matches!(fate, Fate::NotAfforded { .. }), "{fate:?}");
        }
        // Without a winner nobody can drop out, and so nobody waits to come up.
        assert_eq!(stages(world, &vote).await, not_selected());
        let file = world.guest().get(&format!("/api/v1{}", page.ballots_path)).await;
        assert_eq!(recount(file.text(), &page.rules), page.tally);
    });
}
