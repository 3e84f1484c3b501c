//! Rehearsal (试算): rules tried on ballots before they are sealed, and compared side by side.
mod invented;

pub use invented::{VOTERS_MAX, invented};

use crate::counting::{Completion, CountingRule, Election, Tally, TieNote, Utility};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The column of a file of ballots that says where a proposal is.
pub const PLACE_COLUMN: &str = "neighborhood";

/// Rules to compare with each other: what a contest can choose, its own first and once only.
pub fn rules_beside(own: CountingRule) -> Vec<CountingRule> {
    let shares = |completion| CountingRule::EqualShares { utility: Utility::Cost, completion };
    let mut rules = vec![
        own,
        CountingRule::Greedy { utility: Utility::Cost },
        CountingRule::Greedy { utility: Utility::Cardinality },
        shares(Completion::Greedy),
        shares(Completion::Add1Greedy { exhaustive_stop: true }),
    ];
    let mut seen = Vec::new();
    rules.retain(|rule| {
        let is_new = !seen.contains(rule);
        seen.push(*rule);
        is_new
    });
    rules
}

/// What one rule makes of the ballots, in the figures an organiser asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portrait {
    /// Which rule.
    pub rule: CountingRule,
    /// What it funds, by name on the ballot, in the order of the count.
    pub winners: Vec<String>,
    /// What there was to spend, in the smallest units.
    pub budget: u64,
    /// What is left of it.
    pub left: u64,
    /// How many people voted.
    pub n_voters: u64,
    /// How many of them get at least one of the proposals they marked.
    pub n_heard: u64,
    /// Ties that decided who wins.
    pub ties: Vec<TieNote>,
    /// Places with a proposal on the ballot and none among the winners, in the order of the
    /// alphabet; empty where the ballots say nothing of places.
    pub places_left_out: Vec<String>,
}

/// The figures of a count; `tally` is of this election.
pub fn portrait(election: &Election, tally: &Tally) -> Portrait {
    let winners: BTreeSet<&str> = tally.winners.iter().map(String::as_str).collect();
    let wins: Vec<bool> =
        election.projects.iter().map(|project| winners.contains(project.id.as_str())).collect();
    let is_heard = |marks: &[crate::counting::Mark]| {
        marks.iter().any(|mark| mark.points > 0 && wins[mark.project as usize])
    };
    let n_heard = election.ballots.iter().filter(|ballot| is_heard(ballot.marks)).count() as u64;
    Portrait {
        rule: tally.rules.rule,
        winners: tally.winners.clone(),
        budget: tally.budget,
        left: tally.budget.saturating_sub(tally.total_cost),
        n_voters: tally.n_voters,
        n_heard,
        ties: tally.ties.iter().filter(|tie| tie.decisive).cloned().collect(),
        places_left_out: places_left_out(election, &wins),
    }
}

fn places_left_out(election: &Election, wins: &[bool]) -> Vec<String> {
    let mut has_winner: BTreeMap<&str, bool> = BTreeMap::new();
    for (project, has_won) in election.projects.iter().zip(wins) {
        if let Some(place) = place_of(&project.extra) {
            *has_winner.entry(place).or_default() |= *has_won;
        }
    }
    let left_out = has_winner.into_iter().filter(|(_, has)| !has);
    left_out.map(|(place, _)| place.to_owned()).collect()
}

/// The place in the further columns of a proposal, where there is one.
fn place_of(extra: &[(String, String)]) -> Option<&str> {
    let place = extra.iter().find(|(column, _)| column == PLACE_COLUMN)?;
    Some(place.1.trim()).filter(|place| !place.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::counting::{Rules, TieBreak, pb, tally};

    const FILE: &str = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\n\
        project_id;cost;name;neighborhood\na;60;A;east\nb;60;B;west\nc;30;C;west\nd;50;D;\n\
        VOTES\nvoter_id;vote\n1;a,b\n2;a,b\n3;d\n4;c\n5;\n";

    fn portrait_of(text: &str) -> Portrait {
        let election = pb::read(text).unwrap();
        let rule = CountingRule::Greedy { utility: Utility::Cost };
        let rules = Rules::published(rule, TieBreak::LowerCost);
        let tally = tally(&election, &rules, &mut |_| true).unwrap();
        portrait(&election, &tally)
    }

    #[test]
    fn the_figures_say_what_is_left_who_is_heard_and_where_nothing_wins() {
        let portrait = portrait_of(FILE);
        assert_eq!(portrait.winners, ["a", "c"]);
        assert_eq!((portrait.budget, portrait.left), (100, 10));
        assert_eq!((portrait.n_voters, portrait.n_heard), (5, 3));
        assert!(portrait.places_left_out.is_empty());
        assert!(!portrait.ties.is_empty(), "a and b have the same cost and votes");
    }

    #[test]
    fn a_place_without_a_winner_is_named() {
        let dear = FILE.replace("c;30;C;west", "c;90;C;west");
        assert_eq!(portrait_of(&dear).places_left_out, ["west"]);
    }

    #[test]
    fn a_rule_is_compared_with_the_others_and_not_with_itself() {
        let own = CountingRule::Greedy { utility: Utility::Cost };
        let beside = rules_beside(own);
        assert_eq!((beside[0], beside.len()), (own, 4));
        let own = CountingRule::EqualShares {
            utility: Utility::Cardinality,
            completion: Completion::None,
        };
        assert_eq!((rules_beside(own)[0], rules_beside(own).len()), (own, 5));
    }
}
