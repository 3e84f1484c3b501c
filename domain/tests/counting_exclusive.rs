//! Projects of which at most one can be carried out: no two of them ever win, the count says why,
//! and a file alone is enough to count by.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

use std::collections::BTreeMap;

use huiyin_domain::counting::{
    BallotStyle, Ballots, Candidate, Completion, CountingRule, Decided, EXCLUSIVE_KEY, Election,
    Fate, Mark, OverBudget, Rules, Tally, TallyStep, TieBreak, Unsupported, Utility,
    exclusive_line, pb, tally, why,
};
use proptest::prelude::*;

type Marks = BTreeMap<u32, u64>;

fn id(place: usize) -> String {
    format!("p{place}")
}

fn make(budget: u64, costs: &[u64], ballots: &[Marks], groups: &[Vec<usize>]) -> Election {
    let projects = costs.iter().enumerate().map(|(place, &cost)| Candidate {
        id: id(place),
        name: format!("Project {place}"),
        cost,
        extra: Vec::new(),
    });
    let mut kept = Ballots::default();
    for (voter, marks) in ballots.iter().enumerate() {
        let marks = marks.iter().map(|(&project, &points)| Mark { project, points });
        kept.push(format!("v{voter}"), marks);
    }
    let named: Vec<Vec<String>> =
        groups.iter().map(|group| group.iter().copied().map(id).collect()).collect();
    let line = exclusive_line(&named).map(|line| (EXCLUSIVE_KEY.to_owned(), line));
    Election {
        title: "Two benches for one corner".to_owned(),
        currency: "CNY".to_owned(),
        budget,
        money_scale: 1,
        points_scale: 1,
        style: BallotStyle::POINTS,
        projects: projects.collect(),
        ballots: kept,
        meta: line.into_iter().collect(),
    }
}

fn count(election: &Election, rule: CountingRule) -> Tally {
    let rules = Rules {
        rule,
        ties: TieBreak::LowerCost,
        over_budget: OverBudget::Drop,
        unsupported: Unsupported::Keep,
        blank_ballots_count: true,
    };
    tally(election, &rules, &mut |_| true).unwrap()
}

fn approving(projects: &[u32]) -> Marks {
    projects.iter().map(|&project| (project, 1)).collect()
}

fn elections() -> impl Strategy<Value = (u64, Vec<u64>, Vec<Marks>, Vec<Vec<usize>>)> {
    (2..8_usize).prop_flat_map(|n| {
        let costs = prop::collection::vec(1..40_u64, n);
        let all = u32::try_from(n).unwrap();
        let marks = prop::collection::btree_map(0..all, 1..5_u64, 0..=n);
        let group = prop::sample::subsequence((0..n).collect::<Vec<_>>(), 2..=n);
        let groups = prop::collection::vec(group, 0..3);
        (0..90_u64, costs, prop::collection::vec(marks, 0..12), groups)
    })
}

fn any_rule() -> impl Strategy<Value = CountingRule> {
    prop::sample::select(CountingRule::all().collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn never_two_of_a_group_win(
        (budget, costs, ballots, groups) in elections(),
        rule in any_rule(),
    ) {
        let tally = count(&make(budget, &costs, &ballots, &groups), rule);
        prop_assert!(tally.total_cost <= budget);
        for group in &groups {
            let won = group.iter().filter(|place| tally.winners.contains(&id(**place))).count();
            prop_assert!(won <= 1, "{won} of {group:?}");
        }
        for outcome in &tally.outcomes {
            if let Fate::Excluded { by } = &outcome.fate {
                let both = [outcome.project.clone(), by.clone()];
                let is_named = |group: &Vec<usize>| {
                    both.iter().all(|one| group.iter().any(|place| id(*place) == *one))
                };
                prop_assert!(tally.winners.contains(by) && groups.iter().any(is_named));
            }
        }
    }

    #[test]
    fn groups_of_nobody_change_nothing(
        (budget, costs, ballots, _) in elections(),
        rule in any_rule(),
    ) {
        let plain = make(budget, &costs, &ballots, &[]);
        let mut commented = plain.clone();
        let said = "#1: at most one of the districts voted".to_owned();
        commented.meta.push((EXCLUSIVE_KEY.to_owned(), said));
        prop_assert_eq!(count(&commented, rule), count(&plain, rule));
    }

    #[test]
    fn the_file_alone_is_enough(
        (budget, costs, ballots, groups) in elections(),
        rule in any_rule(),
    ) {
        let election = make(budget, &costs, &ballots, &groups);
        let read = pb::read(&pb::write(&election)).unwrap();
        prop_assert_eq!(read.exclusive_groups(), election.exclusive_groups());
        prop_assert_eq!(count(&read, rule).winners, count(&election, rule).winners);
    }
}

#[test]
fn the_greedy_count_passes_over_what_cannot_go_with_a_winner() {
    let ballots = [approving(&[0, 1]), approving(&[0, 1]), approving(&[0, 2])];
    let election = make(10, &[4, 4, 4], &ballots, &[vec![0, 1]]);
    let tally = count(&election, CountingRule::Greedy { utility: Utility::Cost });
    assert_eq!(tally.winners, ["p0", "p2"]);
    let fate = Fate::Excluded { by: "p0".to_owned() };
    assert_eq!(tally.outcomes[1].fate, fate);
    let step =
        TallyStep::Excluded { project: "p1".to_owned(), points: 2, cost: 4, by: "p0".to_owned() };
    assert!(tally.steps.contains(&step));
    assert_eq!(why(&election, &tally, "p1").unwrap().fate, fate);
}

#[test]
fn equal_shares_do_not_buy_what_cannot_go_with_a_winner_and_say_so() {
    let ballots = [approving(&[0, 1]), approving(&[0, 1]), approving(&[2])];
    let election = make(12, &[3, 4, 4], &ballots, &[vec![1, 0]]);
    let completion = Completion::None;
    let rule = CountingRule::EqualShares { utility: Utility::Cost, completion };
    let tally = count(&election, rule);
    assert_eq!(tally.winners, ["p0", "p2"]);
    assert_eq!(tally.outcomes[1].fate, Fate::Excluded { by: "p0".to_owned() });
    let shares = why(&election, &tally, "p1").unwrap().shares.unwrap();
    assert_eq!(shares.decided, Decided::Excluded { round: 1, by: "p0".to_owned() });
}

#[test]
fn a_tie_within_a_group_decides_and_is_told() {
    let ballots = [approving(&[0, 1])];
    let tally = count(
        &make(10, &[5, 4], &ballots, &[vec![0, 1]]),
        CountingRule::Greedy { utility: Utility::Cost },
    );
    assert_eq!(tally.winners, ["p1"], "it costs less");
    assert!(tally.ties[0].decisive);
    assert_eq!(tally.ties[0].candidates, ["p1", "p0"]);
}
