//! "Why (not) mine": the answers for a real election equal those its organisers published.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

mod counting_support;

use counting_support::{elections_folder, load_text};
use huiyin_domain::counting::{
    Completion, CountingRule, Decided, Explainer, Fate, Rules, StopReason, Tally, TallyStep,
    TieBreak, Utility, pb, tally, why,
};

/// The winners in order, with effective votes, as published for Wieliczka's Green Budget of 2023.
const PUBLISHED: [(&str, &str); 30] = [
    ("24", "720.00"),
    ("41", "658.00"),
    ("40", "583.00"),
    ("74", "539.86"),
    ("19", "478.06"),
    ("6", "450.11"),
    ("58", "371.73"),
    ("32", "355.33"),
    ("25", "333.79"),
    ("20", "324.90"),
    ("60", "322.80"),
    ("43", "316.10"),
    ("29", "309.37"),
    ("39", "301.99"),
    ("17", "298.58"),
    ("42", "287.97"),
    ("26", "258.59"),
    ("70", "252.06"),
    ("34", "250.84"),
    ("71", "220.84"),
    ("62", "204.70"),
    ("88", "202.97"),
    ("9", "201.50"),
    ("61", "187.50"),
    ("7", "158.73"),
    ("36", "151.59"),
    ("46", "120.43"),
    ("33", "113.70"),
    ("56", "104.81"),
    ("69", "61.63"),
];

fn add1_to_the_end() -> Rules {
    let completion = Completion::Add1 { exhaustive_stop: false };
    let rule = CountingRule::EqualShares { utility: Utility::Cost, completion };
    Rules::published(rule, TieBreak::LowerCost)
}

fn effective_votes(tally: &Tally) -> Vec<(&str, String)> {
    let mut bought = Vec::new();
    for step in &tally.steps {
        if let TallyStep::Bought { project, effective_votes, .. } = step {
            bought.push((project.as_str(), effective_votes.rounded(1, 2)));
        }
    }
    bought
}

#[test]
fn the_published_figures_of_a_real_election_come_out_to_the_second_decimal() {
    let Some(folder) = elections_folder() else {
        return;
    };
    let file = folder.join("instances/Poland_Wieliczka_2023_Green_Budget.pb");
    let election = pb::read(&load_text(&file)).unwrap();
    let tally = tally(&election, &add1_to_the_end(), &mut |_| true).unwrap();
    let shares = tally.shares.clone().unwrap();
    assert_eq!((shares.increments, shares.stop), (164, StopReason::Overspend));
    assert_eq!((shares.last.num.as_str(), shares.last.den.as_str()), ("1040052", "3293"));
    assert_eq!(tally.total_cost, 995_079);
    let published: Vec<_> =
        PUBLISHED.iter().map(|(id, votes)| (*id, (*votes).to_owned())).collect();
    assert_eq!(effective_votes(&tally), published);

    let explainer = Explainer::new(&election, &tally);
    let answer = |project: &str| {
        let why = explainer.why(project).unwrap();
        let shares = why.shares.unwrap();
        let left = match &shares.decided {
            Decided::TooLittle { money_left, .. } => money_left.rounded(1, 1),
            Decided::Bought { .. } | Decided::Excluded { .. } => {
                panic!("{project} was not funded")
            }
        };
        assert!(matches!(why.fate, Fate::NotAfforded { .. }));
        let paid_to = |to: &str| {
            let found = shares.contributions.iter().find(|paid| paid.to == to).unwrap();
            let percent = (found.in_common * 100 + why.supporters / 2) / why.supporters;
            (found.amount.rounded(1, 0), percent)
        };
        (shares.money_at_start.rounded(1, 0), left, paid_to("6"), shares.contributions.len(), {
            let paid = shares.contributions.iter().find(|paid| paid.to == "70");
            paid.map(|_| paid_to("70"))
        })
    };
    let (start, left, to_6, _, _) = answer("21");
    assert_eq!((start.as_str(), left.as_str()), ("156655", "93872.6"));
    assert_eq!(to_6, ("40048".to_owned(), 43));
    let (start, left, to_6, _, to_70) = answer("16");
    assert_eq!((start.as_str(), left.as_str()), ("118755", "49998.3"));
    assert_eq!(to_6, ("38775".to_owned(), 52));
    assert_eq!(to_70, Some(("11784".to_owned(), 64)));
}

const THREE: &str = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\n\
    project_id;cost;name\na;60;A\nb;40;B\nc;30;C\nd;20;D\nx;500;X\nVOTES\nvoter_id;vote\n\
    1;a,b,x\n2;a,b\n3;a\n4;c\n5;\n";

fn counted(rule: &str) -> (huiyin_domain::counting::Election, Tally) {
    let election = pb::read(THREE).unwrap();
    let mut rules = Rules::published(CountingRule::from_key(rule).unwrap(), TieBreak::LowerCost);
    rules.over_budget = huiyin_domain::counting::OverBudget::Drop;
    let tally = tally(&election, &rules, &mut |_| true).unwrap();
    (election, tally)
}

#[test]
fn greedy_tells_rank_and_what_was_left() {
    let (election, tally) = counted("greedy_votes");
    assert_eq!(tally.winners, ["a", "b"]);
    let c = why(&election, &tally, "c").unwrap();
    assert_eq!(c.fate, Fate::TooDear { left: 0 });
    assert_eq!(c.turn.map(|turn| (turn.rank, turn.left)), Some((3, 0)));
    assert_eq!(c.shares, None);
    assert_eq!(why(&election, &tally, "x").unwrap().fate, Fate::Dropped);
    assert_eq!(why(&election, &tally, "nothing"), None);
}

#[test]
fn shares_tell_where_the_money_went_to_the_last_fraction() {
    let (election, tally) = counted("mes_cost");
    assert_eq!(tally.winners, ["a"]);
    let b = why(&election, &tally, "b").unwrap().shares.unwrap();
    assert_eq!(b.money_at_start.rounded(1, 2), "40.00");
    assert_eq!(b.contributions.len(), 1);
    assert_eq!((b.contributions[0].to.as_str(), b.contributions[0].in_common), ("a", 2));
    assert_eq!(b.contributions[0].amount.rounded(1, 2), "40.00");
    let Decided::TooLittle { round, money_left, missing } = b.decided else {
        panic!("b cannot be bought")
    };
    assert_eq!(
        (round, money_left.rounded(1, 2), missing.rounded(1, 2)),
        (2, "0.00".into(), "40.00".into())
    );
    let a = why(&election, &tally, "a").unwrap();
    assert_eq!(a.fate, Fate::Won { place: 1 });
    assert!(matches!(a.shares.unwrap().decided, Decided::Bought { round: 1, .. }));
    assert_eq!(why(&election, &tally, "d").unwrap().fate, Fate::NoPoints);
}
