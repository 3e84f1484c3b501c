//! The guide to a ballot: what can be voted for, to be read and marked at home on paper.
use crate::{
    contests::{ContestRules, Phase},
    ids::{ContestId, ProposalId},
    money::Money,
    time::Moment,
};
use serde::{Deserialize, Serialize};

/// A proposal on the guide to a ballot (选票说明).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuideLine {
    /// Its number.
    pub id: ProposalId,
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
    /// What it costs, as reviewed.
    pub cost: Option<Money>,
    /// How its reasons begin: at most [`GUIDE_WHY_MAX`] characters.
    pub why: String,
}

/// What can be voted for, to be read at home on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BallotGuide {
    /// The contest.
    pub contest: ContestId,
    /// Its name.
    pub title: String,
    /// Where it is: before notice the list may still change.
    pub phase: Phase,
    /// When voting begins.
    pub opens: Option<Moment>,
    /// When the box closes.
    pub closes: Option<Moment>,
    /// The rules.
    pub rules: ContestRules,
    /// By number.
    pub proposals: Vec<GuideLine>,
}

/// About two lines of print on A4.
pub const GUIDE_WHY_MAX: usize = 56;

/// How a proposal's reasons begin, on one line; with dots when they go on.
pub fn beginning(why: &str) -> String {
    let line = why.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= GUIDE_WHY_MAX {
        return line;
    }
    let cut: String = line.chars().take(GUIDE_WHY_MAX - 1).collect();
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_begin_on_one_line_and_say_that_they_go_on() {
        assert_eq!(beginning("下雪天\n  容易滑倒"), "下雪天 容易滑倒");
        let long = "滑".repeat(GUIDE_WHY_MAX + 1);
        let begun = beginning(&long);
        assert_eq!(begun.chars().count(), GUIDE_WHY_MAX);
        assert!(begun.ends_with('…'));
    }
}
