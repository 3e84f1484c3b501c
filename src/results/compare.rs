//! Two counts of the same ballots, compared: where do they differ?
use huiyin_domain::counting::{Tally, TallyStep};
use serde::{Deserialize, Serialize};

/// One thing in which a recount differs from what was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Difference {
    /// The published count says that it used other rules than those that were sealed.
    Rules,
    /// Another budget.
    Budget {
        /// As published, in fen.
        published: u64,
        /// As in the file.
        here: u64,
    },
    /// Another number of ballots.
    Ballots {
        /// As published.
        published: u64,
        /// As in the file.
        here: u64,
    },
    /// Other winners, or in another order.
    Winners {
        /// As published.
        published: Vec<String>,
        /// As counted here.
        here: Vec<String>,
    },
    /// Another sum.
    TotalCost {
        /// As published, in fen.
        published: u64,
        /// As counted here.
        here: u64,
    },
    /// The first step that is another one.
    Step {
        /// Its number, from 1.
        number: u32,
        /// As published, if there is such a step.
        published: Option<Box<TallyStep>>,
        /// As counted here, if there is such a step.
        here: Option<Box<TallyStep>>,
    },
    /// Something else: what became of a proposal, a tie, the shares.
    Rest,
}

/// Everything in which `here` differs from `published`, the weightiest first.
pub fn differences(published: &Tally, here: &Tally) -> Vec<Difference> {
    if published == here {
        return Vec::new();
    }
    let mut found = Vec::new();
    if published.winners != here.winners {
        let (published, here) = (published.winners.clone(), here.winners.clone());
        found.push(Difference::Winners { published, here });
    }
    let total = (published.total_cost, here.total_cost);
    let ballots = (published.n_voters, here.n_voters);
    let budget = (published.budget, here.budget);
    if let Some((published, here)) = unequal(total) {
        found.push(Difference::TotalCost { published, here });
    }
    if let Some((published, here)) = unequal(ballots) {
        found.push(Difference::Ballots { published, here });
    }
    if let Some((published, here)) = unequal(budget) {
        found.push(Difference::Budget { published, here });
    }
    if published.rules != here.rules {
        found.push(Difference::Rules);
    }
    found.extend(first_other_step(&published.steps, &here.steps));
    if found.is_empty() {
        found.push(Difference::Rest);
    }
    found
}

fn unequal(pair: (u64, u64)) -> Option<(u64, u64)> {
    (pair.0 != pair.1).then_some(pair)
}

fn first_other_step(published: &[TallyStep], here: &[TallyStep]) -> Option<Difference> {
    let most = published.len().max(here.len());
    let at = (0..most).find(|&at| published.get(at) != here.get(at))?;
    let number = u32::try_from(at + 1).expect("fewer than four billion steps");
    let step = |steps: &[TallyStep]| steps.get(at).cloned().map(Box::new);
    let (published, here) = (step(published), step(here));
    Some(Difference::Step { number, published, here })
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::counting::{CountingRule, Rules, TieBreak, pb, tally};

    const FILE: &str = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\n\
        project_id;cost;name\na;60;A\nb;40;B\nc;30;C\nVOTES\nvoter_id;vote\n\
        1;a,b\n2;a,b\n3;a\n4;c\n5;\n";

    fn counted() -> Tally {
        let rule = CountingRule::from_key("greedy_votes").unwrap();
        let rules = Rules::published(rule, TieBreak::LowerCost);
        tally(&pb::read(FILE).unwrap(), &rules, &mut |_| true).unwrap()
    }

    #[test]
    fn the_same_count_differs_nowhere() {
        assert_eq!(differences(&counted(), &counted()), []);
    }

    #[test]
    fn a_forged_winner_is_named_with_the_step_that_does_not_hold() {
        let mut forged = counted();
        forged.winners = vec!["a".to_owned(), "c".to_owned()];
        forged.total_cost = 90;
        forged.steps.truncate(2);
        let found = differences(&forged, &counted());
        assert!(matches!(&found[0], Difference::Winners { here, .. } if here == &["a", "b"]));
        assert_eq!(found[1], Difference::TotalCost { published: 90, here: 100 });
        let Difference::Step { number, published, here } = &found[2] else { panic!("{found:?}") };
        assert_eq!((number, published.is_none(), here.is_some()), (&3, true, true));
    }

    #[test]
    fn whatever_else_differs_is_not_passed_over() {
        let mut forged = counted();
        forged.outcomes[0].supporters += 1;
        assert_eq!(differences(&forged, &counted()), [Difference::Rest]);
    }
}
