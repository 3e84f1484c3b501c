//! Laws of counting that hold for every election, tried on thousands of random ones.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

mod counting_support;

use std::collections::{BTreeMap, BTreeSet};

use huiyin_domain::counting::{
    BallotStyle, Ballots, Candidate, CountingRule, Election, Fate, Mark, OverBudget, Rules,
    Stopped, Tally, TallyStep, TieBreak, Unsupported, pb, tally,
};
use proptest::prelude::*;

type Cost = u64;
type Marks = BTreeMap<u32, u64>;

fn make(budget: u64, costs: &[Cost], ballots: &[Marks]) -> Election {
    let candidate = |(place, &cost): (usize, &Cost)| Candidate {
        id: format!("p{place}"),
        name: format!("Project {place}"),
        cost,
        extra: Vec::new(),
    };
    let mut kept = Ballots::default();
    for (voter, marks) in ballots.iter().enumerate() {
        let marks = marks.iter().map(|(&project, &points)| Mark { project, points });
        kept.push(format!("v{voter}"), marks);
    }
    Election {
        title: "A random election".to_owned(),
        currency: "CNY".to_owned(),
        budget,
        money_scale: 1,
        points_scale: 1,
        style: BallotStyle::POINTS,
        projects: costs.iter().enumerate().map(candidate).collect(),
        ballots: kept,
        meta: Vec::new(),
    }
}

fn marks(n_projects: u32) -> impl Strategy<Value = Marks> {
    prop::collection::btree_map(0..n_projects, 1..5_u64, 0..=n_projects as usize)
}

fn elections() -> impl Strategy<Value = (u64, Vec<Cost>, Vec<Marks>)> {
    (1..8_u32).prop_flat_map(|n| {
        let costs = prop::collection::vec(1..40_u64, n as usize);
        (0..90_u64, costs, prop::collection::vec(marks(n), 0..12))
    })
}

fn rules() -> impl Strategy<Value = Rules> {
    let all: Vec<CountingRule> = CountingRule::all().collect();
    let ties = prop_oneof![
        Just(TieBreak::SmallestId),
        Just(TieBreak::LowerCost),
        "[a-z]{1,4}".prop_map(|seed| TieBreak::Draw { seed }),
    ];
    let over_budget = prop_oneof![Just(OverBudget::Keep), Just(OverBudget::Drop)];
    let unsupported = prop_oneof![Just(Unsupported::Keep), Just(Unsupported::Drop)];
    (prop::sample::select(all), ties, over_budget, unsupported, any::<bool>()).prop_map(
        |(rule, ties, over_budget, unsupported, blank_ballots_count)| Rules {
            rule,
            ties,
            over_budget,
            unsupported,
            blank_ballots_count,
        },
    )
}

fn count(election: &Election, rules: &Rules) -> Tally {
    tally(election, rules, &mut |_| true).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn no_more_than_the_budget_is_spent((budget, costs, ballots) in elections(), rules in rules()) {
        let tally = count(&make(budget, &costs, &ballots), &rules);
        prop_assert!(tally.total_cost <= budget);
        let distinct: BTreeSet<&String> = tally.winners.iter().collect();
        prop_assert_eq!(distinct.len(), tally.winners.len());
    }

    #[test]
    fn every_project_has_a_fate_that_the_winners_confirm(
        (budget, costs, ballots) in elections(),
        rules in rules(),
    ) {
        let tally = count(&make(budget, &costs, &ballots), &rules);
        prop_assert_eq!(tally.outcomes.len(), costs.len());
        for outcome in &tally.outcomes {
            let place = tally.winners.iter().position(|id| *id == outcome.project);
            match &outcome.fate {
                Fate::Won { place: told } => prop_assert_eq!(place, Some(*told as usize - 1)),
                Fate::TooDear { left } => prop_assert!(place.is_none() && *left < outcome.cost),
                Fate::NoPoints => prop_assert!(place.is_none() && outcome.points == 0),
                Fate::Excluded { .. } => prop_assert!(false, "nothing excludes anything here"),
                Fate::Dropped => prop_assert!(place.is_none() && budget < outcome.cost),
                Fate::NotAfforded { .. } => prop_assert!(place.is_none() && 0 < outcome.points),
            }
        }
    }

    #[test]
    fn where_the_rules_say_so_nothing_wins_that_nobody_supports_and_nobody_else_loses_by_it(
        (budget, costs, ballots) in elections(),
        rules in rules(),
    ) {
        let election = make(budget, &costs, &ballots);
        let kept = Rules { unsupported: Unsupported::Keep, ..rules.clone() };
        let dropped = count(&election, &Rules { unsupported: Unsupported::Drop, ..rules });
        for outcome in dropped.outcomes.iter().filter(|outcome| outcome.points == 0) {
            let is_out = matches!(outcome.fate, Fate::NoPoints | Fate::Dropped);
            prop_assert!(is_out, "{:?}", outcome);
        }
        // What nobody supports has its turn last, so leaving it out changes nothing before it.
        let is_supported = |tally: &Tally, id: &String| {
            tally.outcomes.iter().any(|outcome| outcome.project == *id && 0 < outcome.points)
        };
        let kept = count(&election, &kept);
        let with_support: Vec<&String> =
            kept.winners.iter().filter(|id| is_supported(&kept, id)).collect();
        prop_assert_eq!(dropped.winners.iter().collect::<Vec<_>>(), with_support);
    }

    #[test]
    fn the_order_of_ballots_changes_nothing(
        (budget, costs, ballots) in elections(),
        rules in rules(),
        turn in 0..12_usize,
    ) {
        let tally = count(&make(budget, &costs, &ballots), &rules);
        let mut others: Vec<Marks> = ballots.iter().rev().cloned().collect();
        if !others.is_empty() {
            others.rotate_left(turn % ballots.len());
        }
        prop_assert_eq!(count(&make(budget, &costs, &others), &rules), tally);
    }

    #[test]
    fn doubling_everybody_and_all_money_changes_no_winner(
        (budget, costs, ballots) in elections(),
        key in prop::sample::select(vec!["greedy_votes", "mes_cost", "mes_card", "mes_cost_u"]),
    ) {
        let rules = Rules::published(CountingRule::from_key(key).unwrap(), TieBreak::LowerCost);
        let once = count(&make(budget, &costs, &ballots), &rules);
        let twice: Vec<Marks> = ballots.iter().chain(&ballots).cloned().collect();
        let doubled: Vec<Cost> = costs.iter().map(|cost| cost * 2).collect();
        prop_assert_eq!(count(&make(budget * 2, &doubled, &twice), &rules).winners, once.winners);
    }

    #[test]
    fn one_more_supporter_never_makes_the_greedy_rule_drop_a_winner(
        (budget, costs, ballots) in elections(),
        lucky in 0..8_u32,
    ) {
        let lucky = lucky % costs.len() as u32;
        let rule = CountingRule::from_key("greedy_votes").unwrap();
        let rules = Rules::published(rule, TieBreak::SmallestId);
        let before = count(&make(budget, &costs, &ballots), &rules);
        let mut more = ballots.clone();
        more.push(Marks::from([(lucky, 1)]));
        let after = count(&make(budget, &costs, &more), &rules);
        let id = format!("p{lucky}");
        prop_assert!(!before.winners.contains(&id) || after.winners.contains(&id));
    }

    #[test]
    fn whoever_can_alone_pay_for_their_wish_gets_it(
        (budget, costs, ballots) in elections(),
        utility in prop::sample::select(vec!["mes_cost", "mes_card"]),
    ) {
        // Proportionality in the smallest case: people who all want one project only, and whose
        // shares together pay for it.
        let election = make(budget, &costs, &ballots);
        let rules = Rules::published(CountingRule::from_key(utility).unwrap(), TieBreak::LowerCost);
        let tally = count(&election, &rules);
        for (project, &cost) in costs.iter().enumerate() {
            let only = |marks: &&Marks| marks.len() == 1 && marks.contains_key(&(project as u32));
            let n_only = ballots.iter().filter(only).count() as u64;
            if 0 < n_only && cost * ballots.len() as u64 <= n_only * budget {
                let id = format!("p{project}");
                prop_assert!(tally.winners.contains(&id));
            }
        }
    }

    #[test]
    fn steps_can_be_added_up_to_the_result(
        (budget, costs, ballots) in elections(),
        rules in rules(),
    ) {
        let tally = count(&make(budget, &costs, &ballots), &rules);
        let mut left = budget;
        let mut taken = Vec::new();
        for step in &tally.steps {
            match step {
                TallyStep::Elected { project, cost, left_before, left_after, .. }
                | TallyStep::Bought { project, cost, left_before, left_after, .. } => {
                    prop_assert_eq!(*left_before, left);
                    prop_assert_eq!(*left_after, left - cost);
                    left = *left_after;
                    taken.push(project.clone());
                }
                TallyStep::SkippedTooDear { cost, left: told, .. } => {
                    prop_assert!(*told == left && left < *cost);
                }
                TallyStep::RestByPoints { left: told } => prop_assert_eq!(*told, left),
                TallyStep::Dropped { .. }
                | TallyStep::Shared { .. }
                | TallyStep::CannotAfford { .. }
                | TallyStep::Excluded { .. }
                | TallyStep::NoPoints { .. } => {}
            }
        }
        prop_assert_eq!(taken, tally.winners);
        prop_assert_eq!(budget - left, tally.total_cost);
    }

    #[test]
    fn ties_are_told_with_the_chosen_one_first(
        (budget, costs, ballots) in elections(),
        rules in rules(),
    ) {
        let tally = count(&make(budget, &costs, &ballots), &rules);
        for tie in &tally.ties {
            prop_assert!(2 <= tie.candidates.len());
            prop_assert_eq!(tally.steps[tie.step as usize].project(), Some(tie.chosen.as_str()));
            let lost = tie.candidates.iter().any(|id| !tally.winners.contains(id));
            prop_assert_eq!(tie.decisive, lost);
        }
    }

    #[test]
    fn counting_in_fen_changes_nothing_but_the_units(
        (budget, costs, ballots) in elections(),
        rules in rules(),
    ) {
        let election = make(budget, &costs, &ballots);
        let tally = count(&election, &rules);
        let in_fen = count(&election.with_money_scale(100).unwrap(), &rules);
        prop_assert_eq!(in_fen.winners, tally.winners);
        prop_assert_eq!(in_fen.total_cost, tally.total_cost * 100);
    }

    #[test]
    fn a_tally_and_a_file_survive_the_wire(
        (budget, costs, ballots) in elections(),
        rules in rules(),
    ) {
        let election = make(budget, &costs, &ballots);
        let tally = count(&election, &rules);
        let wire = serde_json::to_string(&tally).unwrap();
        prop_assert_eq!(serde_json::from_str::<Tally>(&wire).unwrap(), tally);
        let again = pb::read(&pb::write(&election)).unwrap();
        prop_assert_eq!(&again.ballots, &election.ballots);
        let wire = serde_json::to_string(&election).unwrap();
        prop_assert_eq!(serde_json::from_str::<Election>(&wire).unwrap(), election);
    }

    #[test]
    fn nothing_a_reader_is_given_makes_it_fall_over(
        text in "[METAPROJCSVkeybudgt;,\"\n0-9]{0,
        200}",
    ) {
        let _ = pb::read(&text);
    }
}

#[test]
fn an_election_that_does_not_hold_together_is_refused_at_the_door() {
    let election = make(30, &[29, 28], &[Marks::from([(1, 1)])]);
    let wire = serde_json::to_string(&election).unwrap();
    assert!(serde_json::from_str::<Election>(&wire).is_ok());
    for (from, to) in [
        ("\"project\":1", "\"project\":2"),
        ("\"ends\":[1]", "\"ends\":[2]"),
        ("\"money_scale\":1", "\"money_scale\":0"),
        ("\"budget\":30", "\"budget\":18000000000000000000"),
    ] {
        assert!(wire.contains(from), "{from} is not in {wire}");
        assert!(serde_json::from_str::<Election>(&wire.replace(from, to)).is_err(), "{to}");
    }
}

#[test]
fn a_count_can_be_stopped() {
    let ballots = [Marks::from([(0, 1)]), Marks::from([(1, 1)])];
    let election = make(30, &[29, 28], &ballots);
    let rule = CountingRule::from_key("mes_cost_add1").unwrap();
    let rules = Rules::published(rule, TieBreak::LowerCost);
    let mut asked = 0;
    let stopped = tally(&election, &rules, &mut |_| {
        asked += 1;
        asked < 3
    });
    assert_eq!((stopped, asked), (Err(Stopped), 3));
}

#[test]
fn a_public_draw_is_the_same_for_everyone_who_computes_it() {
    // Equal in cost and votes: the draw decides. `printf 2026/p0 | sha256sum` begins with 0a,
    // p1 with ca and p2 with 11.
    let ballots = [0, 1, 2].map(|project| Marks::from([(project, 1)]));
    let election = make(10, &[10, 10, 10], &ballots);
    let rule = CountingRule::from_key("greedy_votes").unwrap();
    let drawn = |seed: &str| {
        let ties = TieBreak::Draw { seed: seed.to_owned() };
        count(&election, &Rules::published(rule, ties)).winners
    };
    assert_eq!(drawn("2026"), ["p0"]);
    let seeds: BTreeSet<Vec<String>> = (0..40).map(|seed| drawn(&seed.to_string())).collect();
    assert_eq!(seeds.len(), 3, "every project can be drawn");
}
