//! Edges of counting: nobody votes, one person votes, nothing fits, and ten thousand proposals.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

use huiyin_domain::{
    contests::{ContestRefusal, ContestRules, RulesForm, published::read_published, reserve},
    counting::{
        BallotStyle, Ballots, Candidate, CountingRule, Election, Fate, Mark, Rules, Tally,
        TallyStep, TieBreak, Unsupported, losers_in_order, pb, pb::ReadMode, tally, why,
    },
    money::Money,
    time::{DAY_MS, Moment},
};

fn contest_rules() -> ContestRules {
    let at = |day: i64| Some(Moment::from_millis(day * DAY_MS));
    let form = RulesForm {
        title: "微更新".into(),
        budget: "6000".into(),
        cap: "6000".into(),
        votes_per_person: 2,
        draw: "3-1-4".into(),
        collecting: at(1),
        reviewing: at(2),
        voting: at(10),
        counting_from: at(17),
        ..RulesForm::default()
    };
    form.parse().unwrap().rules
}

/// An election in fen: proposals 1, 2, … at these costs, and ballots that name them.
fn election(costs: &[u64], ballots: &[&[u32]]) -> Election {
    let project = |(place, cost): (usize, &u64)| Candidate {
        id: (place + 1).to_string(),
        name: format!("第{}个", place + 1),
        cost: cost * 100,
        extra: Vec::new(),
    };
    let mut cast = Ballots::default();
    for (place, chosen) in ballots.iter().enumerate() {
        let marks = chosen.iter().map(|number| Mark { project: number - 1, points: 1 });
        cast.push(format!("v{place}"), marks);
    }
    Election {
        title: "微更新".to_owned(),
        currency: "CNY".to_owned(),
        budget: 600_000,
        money_scale: 100,
        points_scale: 1,
        style: BallotStyle::Approval { max: Some(2) },
        projects: costs.iter().enumerate().map(project).collect(),
        ballots: cast,
        meta: Vec::new(),
    }
}

fn counted(election: &Election, rules: &Rules) -> Tally {
    tally(election, rules, &mut |_| true).unwrap()
}

/// Every way of counting, under the other rules of a contest.
fn every_rule() -> impl Iterator<Item = Rules> {
    let own = contest_rules().for_counting();
    CountingRule::all().map(move |rule| Rules { rule, ..own.clone() })
}

#[test]
fn where_nobody_votes_nothing_is_funded_and_each_is_told_why() {
    let blank: [&[u32]; 3] = [&[], &[], &[]];
    for ballots in [&blank[..0], &blank[..]] {
        let election = election(&[1_000, 6_000, 500], ballots);
        for rules in every_rule() {
            let tally = counted(&election, &rules);
            assert_eq!((tally.winners.len(), tally.total_cost), (0, 0), "{}", rules.key());
            for outcome in &tally.outcomes {
                assert_eq!(outcome.fate, Fate::NoPoints, "{} {outcome:?}", rules.key());
                let why = why(&election, &tally, &outcome.project).unwrap();
                assert_eq!((why.fate, why.supporters, why.turn), (Fate::NoPoints, 0, None));
            }
            assert!(losers_in_order(&tally).is_empty(), "nobody comes up whom nobody wanted");
            assert!(tally.ties.is_empty(), "nobody drew lots for nothing");
        }
    }
}

#[test]
fn what_nobody_votes_for_is_not_funded_although_there_is_enough() {
    let election = election(&[1_000, 500, 7_000], &[&[1], &[1], &[]]);
    for rules in every_rule() {
        let tally = counted(&election, &rules);
        assert!(!tally.winners.contains(&"2".to_owned()), "{}", rules.key());
        let fates: Vec<&Fate> = tally.outcomes.iter().map(|outcome| &outcome.fate).collect();
        assert_eq!(fates[1..], [&Fate::NoPoints, &Fate::Dropped], "{}", rules.key());
        let said = |step: &&TallyStep| matches!(step, TallyStep::NoPoints { .. });
        let said: Vec<_> = tally.steps.iter().filter(said).map(TallyStep::project).collect();
        assert_eq!(said, [Some("2")], "said once: {}", rules.key());
    }
    // As the papers count, what nobody wants is paid for from what is left.
    let greedy = CountingRule::from_key("greedy_votes").unwrap();
    let published = Rules::published(greedy, TieBreak::LowerCost);
    assert_eq!(counted(&election, &published).winners, ["1", "2"]);
}

#[test]
fn the_vote_of_one_person_decides() {
    let election = election(&[4_000, 3_000, 1_000], &[&[2, 3]]);
    for rules in every_rule() {
        let tally = counted(&election, &rules);
        let mut winners = tally.winners.clone();
        winners.sort();
        assert_eq!(winners, ["2", "3"], "{}", rules.key());
        assert_eq!((tally.n_voters, tally.total_cost), (1, 400_000));
    }
}

#[test]
fn where_everything_is_too_dear_nothing_is_funded_and_nothing_is_in_reserve() {
    let election = election(&[6_001, 9_000], &[&[1, 2], &[1], &[2]]);
    for rules in every_rule() {
        let tally = counted(&election, &rules);
        assert_eq!((tally.winners.len(), tally.total_cost), (0, 0), "{}", rules.key());
        assert!(tally.outcomes.iter().all(|outcome| outcome.fate == Fate::Dropped));
        assert!(losers_in_order(&tally).is_empty());
    }
}

#[test]
fn rules_say_so_when_they_are_sealed_and_older_ones_keep_their_seal_and_their_count() {
    let rules = contest_rules();
    assert_eq!(rules.unsupported, Unsupported::Drop);
    let json = serde_json::to_string(&rules).unwrap();
    assert!(json.contains(r#""unsupported":"drop""#), "{json}");
    let older = json.replace(r#","unsupported":"drop""#, "");
    let older: ContestRules = serde_json::from_str(&older).unwrap();
    assert_eq!(older.unsupported, Unsupported::Keep);
    assert_ne!(older.seal(), rules.seal(), "the seal covers it");
    assert!(!serde_json::to_string(&older).unwrap().contains("unsupported"));
    let election = election(&[1_000, 500], &[&[1]]);
    assert_eq!(counted(&election, &older.for_counting()).winners, ["1", "2"]);
    assert_eq!(counted(&election, &rules.for_counting()).winners, ["1"]);
}

#[test]
fn a_budget_below_what_is_awarded_awards_nothing_more() {
    let rules = ContestRules { budget: Money::yuan(1_000), ..contest_rules() };
    let awarded = Money::yuan(3_000);
    assert_eq!(reserve::left(&rules, awarded), Money::fen(0));
    let refused = reserve::may_award(&rules, awarded, Money::fen(1));
    let left = Money::fen(0);
    assert_eq!(refused, Err(ContestRefusal::AwardAboveBudget { left }));
}

#[test]
fn ten_thousand_proposals_are_counted_each_once_and_the_file_counts_the_same() {
    let n = 10_000_u32;
    let costs: Vec<u64> = (0..u64::from(n)).map(|place| 1 + place % 7).collect();
    // Half of them have a supporter: each of 2,500 voters names two.
    let chosen: Vec<[u32; 2]> = (0..2_500).map(|voter| [voter * 2 + 1, voter * 2 + 2]).collect();
    let ballots: Vec<&[u32]> = chosen.iter().map(|two| &two[..]).collect();
    let election = election(&costs, &ballots);
    let file = pb::write(&election);
    pb::read_in(ReadMode::Strict, &file).unwrap();
    let published = read_published(&file).unwrap();
    let rule = CountingRule::from_key("greedy_votes").unwrap();
    let rules = Rules { rule, ..contest_rules().for_counting() };
    let tally = counted(&published, &rules);
    assert_eq!(tally, counted(&election, &rules));
    assert_eq!((tally.outcomes.len(), tally.steps.len()), (10_000, 10_000));
    let won = tally.outcomes.iter().filter(|it| matches!(it.fate, Fate::Won { .. })).count();
    let nobody = tally.outcomes.iter().filter(|it| it.fate == Fate::NoPoints).count();
    assert_eq!((won, nobody), (tally.winners.len(), 5_000));
    assert!(tally.total_cost <= tally.budget);
    // The cheapest come first among equals, and the reserve begins where the money ended.
    let next = losers_in_order(&tally);
    assert_eq!(next.len(), 5_000 - won);
    let left = tally.budget - tally.total_cost;
    assert!(left < next[0].cost, "{left} would still pay for {:?}", next[0]);
}
