//! Invented ballots: made by a fixed rule from a word, so that anybody can make the same again.
use crate::{
    contests::ContestRules,
    counting::{BallotStyle, Ballots, Candidate, Election, Mark, PointsLimit},
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Most voters that are invented at once.
pub const VOTERS_MAX: u32 = 2_000;
/// One voter in so many leaves the ballot blank.
const BLANK_ONE_IN: u64 = 40;
/// So much likelier is a proposal to be marked by those who live where it is.
const NEARNESS: u64 = 8;

/// Numbers that follow from a word: `SplitMix64` (Steele, Lea & Flood 2014), begun with the first
/// eight bytes of the word's SHA-256.
struct Numbers(u64);

impl Numbers {
    fn from_word(word: &str) -> Self {
        let hash = Sha256::digest(format!("huiyin/rehearsal/1/{word}").as_bytes());
        let first = hash.first_chunk().expect("a SHA-256 has 32 bytes");
        Self(u64::from_be_bytes(*first))
    }

    /// The next number below `limit`, which is not zero.
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// An election with the proposals of a contest and ballots that nobody cast.
///
/// Each proposal is liked more or less in general, and more by those who live at its place; every
/// voter lives at the place of one of them and marks as many as the ballot allows at most. The
/// same word gives the same ballots. At most [`VOTERS_MAX`] voters.
pub fn invented(
    title: &str,
    rules: &ContestRules,
    projects: Vec<Candidate>,
    n_voters: u32,
    word: &str,
) -> Election {
    let mut numbers = Numbers::from_word(word);
    let places = places(&projects);
    let n_places = places.iter().copied().max().map_or(1, |last| last + 1);
    let liked: Vec<u64> = projects.iter().map(|_| 1 + numbers.below(9)).collect();
    let n_marks = n_marks(rules.ballot, projects.len());
    let mut ballots = Ballots::default();
    for voter in 1..=n_voters.min(VOTERS_MAX) {
        let home = numbers.below(n_places);
        let is_blank = numbers.below(BLANK_ONE_IN) == 0;
        let n = if is_blank || n_marks == 0 { 0 } else { 1 + numbers.below(n_marks) };
        let nearness = |place: u64| if place == home { NEARNESS } else { 1 };
        let weights = liked.iter().zip(&places).map(|(liked, place)| liked * nearness(*place));
        let order = draw(weights.collect(), n, &mut numbers);
        ballots.push(voter.to_string(), marks(rules, &projects, &order));
    }
    Election {
        title: title.to_owned(),
        currency: rules.currency.clone(),
        budget: rules.budget.in_fen(),
        money_scale: 100,
        points_scale: 1,
        style: rules.ballot.among(projects.len()),
        projects,
        ballots,
        meta: vec![("comment".to_owned(), "invented ballots, nobody cast them".to_owned())],
    }
}

/// The place of each proposal as a number; proposals that name none are at one place.
fn places(projects: &[Candidate]) -> Vec<u64> {
    let mut known: BTreeMap<&str, u64> = BTreeMap::new();
    let mut numbers = Vec::with_capacity(projects.len());
    for project in projects {
        let next = known.len() as u64;
        let place = super::place_of(&project.extra).unwrap_or("");
        numbers.push(*known.entry(place).or_insert(next));
    }
    numbers
}

/// The most marks on a ballot of this style; who gives points gives them to three at most.
fn n_marks(style: BallotStyle, n_projects: usize) -> u64 {
    let all = n_projects as u64;
    match style {
        BallotStyle::Approval { max } => max.map_or(all, u64::from).min(all),
        BallotStyle::Knapsack => all,
        BallotStyle::Points { limit } => {
            all.min(limit.map_or(3, |limit| u64::from(limit.total).min(3)))
        }
        BallotStyle::Ranking { k } => u64::from(k).min(all),
    }
}

/// So many different proposals, one after another, each as likely as its weight.
fn draw(mut weights: Vec<u64>, n: u64, numbers: &mut Numbers) -> Vec<u32> {
    let mut drawn = Vec::new();
    for _ in 0..n {
        let total: u64 = weights.iter().sum();
        if total == 0 {
            break;
        }
        let mut at = numbers.below(total);
        let found = weights.iter().position(|weight| {
            let is_here = at < *weight;
            at = at.saturating_sub(*weight);
            is_here
        });
        let Some(found) = found else { break };
        weights[found] = 0;
        drawn.push(u32::try_from(found).expect("fewer than four billion proposals"));
    }
    drawn
}

/// The marks for proposals in the order in which a voter likes them, as far as the rules allow.
fn marks(rules: &ContestRules, projects: &[Candidate], order: &[u32]) -> Vec<Mark> {
    let mut money = rules.budget.in_fen();
    let mut given = 0;
    let mut marks = Vec::new();
    for (place, &project) in order.iter().enumerate() {
        let points = match rules.ballot.among(projects.len()) {
            BallotStyle::Approval { .. } => 1,
            BallotStyle::Knapsack => {
                let cost = projects[project as usize].cost;
                let Some(left) = money.checked_sub(cost) else { continue };
                money = left;
                1
            }
            BallotStyle::Points { limit: None } => (order.len() - place) as u64,
            BallotStyle::Points { limit: Some(PointsLimit { total, each }) } => {
                u64::from(each).min(u64::from(total) - given)
            }
            BallotStyle::Ranking { k } => u64::from(k).saturating_sub(place as u64),
        };
        given += points;
        if points > 0 {
            marks.push(Mark { project, points });
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        contests::Screening,
        counting::{CountingRule, Unsupported, Utility, pb},
        money::Money,
        rehearsal::PLACE_COLUMN,
        words::Words,
    };

    fn rules() -> ContestRules {
        ContestRules {
            budget: Money::yuan(1_000),
            cap: Money::yuan(500),
            currency: "CNY".to_owned(),
            ballot: BallotStyle::Approval { max: Some(3) },
            counting: CountingRule::Greedy { utility: Utility::Cost },
            draw: Words::parse("1 2 3").unwrap(),
            co_signs_needed: 0,
            negative_list: Vec::new(),
            screening: Screening::Meanwhile,
            exclusive: Vec::new(),
            reserve: None,
            unsupported: Unsupported::Drop,
        }
    }

    fn projects() -> Vec<Candidate> {
        let project = |id: u32| Candidate {
            id: id.to_string(),
            name: format!("project {id}"),
            cost: 10_000,
            extra: vec![(PLACE_COLUMN.to_owned(), format!("house {}", id % 2))],
        };
        (1..=6).map(project).collect()
    }

    fn made(word: &str) -> Election {
        invented("try", &rules(), projects(), 200, word)
    }

    #[test]
    fn the_same_word_makes_the_same_ballots_and_another_word_others() {
        assert_eq!(made("spring"), made("spring"));
        assert_ne!(made("spring"), made("autumn"));
    }

    #[test]
    fn the_ballots_keep_to_the_rules_and_can_be_written_and_read() {
        let election = made("spring");
        assert_eq!(election.ballots.len(), 200);
        assert!(election.ballots.iter().all(|ballot| ballot.marks.len() <= 3));
        let read = pb::read(&pb::write(&election)).unwrap();
        assert_eq!(read.ballots.iter().count(), 200);
        assert_eq!(read.projects[0].extra, election.projects[0].extra);
    }

    #[test]
    fn every_style_keeps_to_its_limits() {
        let limit = Some(PointsLimit { total: 5, each: 3 });
        let budget = Money::yuan(250);
        for ballot in [
            BallotStyle::Knapsack,
            BallotStyle::Points { limit },
            BallotStyle::POINTS,
            BallotStyle::Ranking { k: 9 },
        ] {
            let rules = ContestRules { ballot, budget, ..rules() };
            let election = invented("try", &rules, projects(), 100, "spring");
            assert!(election.ballots.n_marks() > 100, "{ballot:?}");
            for cast in election.ballots.iter() {
                let points = || cast.marks.iter().map(|mark| mark.points);
                match ballot {
                    BallotStyle::Knapsack => assert!(cast.marks.len() <= 2),
                    BallotStyle::Points { limit: Some(_) } => {
                        assert!(points().sum::<u64>() <= 5 && points().all(|it| it <= 3));
                    }
                    BallotStyle::Points { limit: None } | BallotStyle::Approval { .. } => {}
                    BallotStyle::Ranking { .. } => assert!(points().is_sorted_by(|a, b| a > b)),
                }
            }
            assert!(pb::read(&pb::write(&election)).is_ok(), "{ballot:?}");
        }
    }

    #[test]
    fn without_proposals_all_ballots_are_blank() {
        let election = invented("try", &rules(), Vec::new(), 10, "spring");
        assert!(election.ballots.iter().all(|ballot| ballot.marks.is_empty()));
    }
}
