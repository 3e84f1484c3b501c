//! Stable words for rules: the keys of published results and the words of a command line.

use std::fmt;

use super::rules::{Completion, CountingRule, OverBudget, Rules, TieBreak, Unsupported, Utility};

/// A word that names no rule, and those that would have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// What was found.
    pub found: String,
    /// What is understood in its place.
    pub known: &'static [&'static str],
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected one of {}, found \"{}\"", self.known.join(", "), self.found)
    }
}

impl std::error::Error for UnknownWord {}

const WITH_STOP: bool = true;
const WITHOUT_STOP: bool = false;

/// Every completion with the end of its key and its word on a command line.
const COMPLETIONS: [(Completion, &str, &str); 12] = [
    (Completion::None, "", "none"),
    (Completion::Greedy, "_u", "greedy"),
    (Completion::Add1 { exhaustive_stop: WITH_STOP }, "_add1", "add1"),
    (Completion::Add1Greedy { exhaustive_stop: WITH_STOP }, "_add1u", "add1-greedy"),
    (Completion::Percent, "_pct", "percent"),
    (Completion::PercentGreedy, "_pct_u", "percent-greedy"),
    (Completion::Add1Integral { exhaustive_stop: WITH_STOP }, "_add1_int_ex", "add1-whole"),
    (
        Completion::Add1IntegralGreedy { exhaustive_stop: WITH_STOP },
        "_add1u_int_ex",
        "add1-whole-greedy",
    ),
    (Completion::Add1Integral { exhaustive_stop: WITHOUT_STOP }, "_add1_int_noex", "add1-whole-on"),
    (
        Completion::Add1IntegralGreedy { exhaustive_stop: WITHOUT_STOP },
        "_add1u_int_noex",
        "add1-whole-on-greedy",
    ),
    (Completion::Add1 { exhaustive_stop: WITHOUT_STOP }, "_add1_noex", "add1-on"),
    (Completion::Add1Greedy { exhaustive_stop: WITHOUT_STOP }, "_add1u_noex", "add1-on-greedy"),
];

const COMPLETION_WORDS: [&str; 12] = {
    let mut words = [""; 12];
    let mut i = 0;
    while i < words.len() {
        words[i] = COMPLETIONS[i].2;
        i += 1;
    }
    words
};

fn unknown(found: &str, known: &'static [&'static str]) -> UnknownWord {
    UnknownWord { found: found.to_owned(), known }
}

impl Utility {
    /// Its word on a command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cost => "cost",
            Self::Cardinality => "cardinality",
        }
    }

    /// Reads the word of a command line.
    pub fn parse(word: &str) -> Result<Self, UnknownWord> {
        match word {
            "cost" => Ok(Self::Cost),
            "cardinality" => Ok(Self::Cardinality),
            _ => Err(unknown(word, &["cost", "cardinality"])),
        }
    }
}

impl Completion {
    fn row(self) -> &'static (Completion, &'static str, &'static str) {
        let row = COMPLETIONS.iter().find(|(completion, _, _)| *completion == self);
        row.expect("every completion stands in the table, which a test holds to")
    }

    /// Its word on a command line.
    pub fn word(self) -> &'static str {
        self.row().2
    }

    /// Reads the word of a command line.
    pub fn parse(word: &str) -> Result<Self, UnknownWord> {
        let row = COMPLETIONS.iter().find(|row| row.2 == word);
        row.map(|row| row.0).ok_or_else(|| unknown(word, &COMPLETION_WORDS))
    }

    /// Every completion there is.
    pub fn all() -> impl Iterator<Item = Self> {
        COMPLETIONS.iter().map(|row| row.0)
    }
}

impl CountingRule {
    /// Its key in published results, such as `mes_cost_add1u`.
    pub fn key(self) -> String {
        match self {
            Self::Greedy { utility: Utility::Cost } => "greedy_votes".to_owned(),
            Self::Greedy { utility: Utility::Cardinality } => "greedy_density".to_owned(),
            Self::EqualShares { utility: Utility::Cost, completion } => {
                format!("mes_cost{}", completion.row().1)
            }
            Self::EqualShares { utility: Utility::Cardinality, completion } => {
                format!("mes_card{}", completion.row().1)
            }
        }
    }

    /// The rule with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::all().find(|rule| rule.key() == key)
    }

    /// The word of its family on a command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Greedy { .. } => "greedy",
            Self::EqualShares { .. } => "equal-shares",
        }
    }

    /// What a project is worth under it.
    pub fn utility(self) -> Utility {
        match self {
            Self::Greedy { utility } | Self::EqualShares { utility, .. } => utility,
        }
    }

    /// Reads the three words of a command line.
    pub fn parse(rule: &str, utility: &str, completion: &str) -> Result<Self, UnknownWord> {
        let utility = Utility::parse(utility)?;
        let completion = Completion::parse(completion)?;
        match rule {
            "greedy" => Ok(Self::Greedy { utility }),
            "equal-shares" => Ok(Self::EqualShares { utility, completion }),
            _ => Err(unknown(rule, &["greedy", "equal-shares"])),
        }
    }

    /// Every rule there is.
    pub fn all() -> impl Iterator<Item = Self> {
        let utilities = [Utility::Cost, Utility::Cardinality];
        let greedy = utilities.map(|utility| Self::Greedy { utility }).into_iter();
        greedy.chain(utilities.into_iter().flat_map(|utility| {
            Completion::all().map(move |completion| Self::EqualShares { utility, completion })
        }))
    }
}

impl TieBreak {
    /// Its word on a command line.
    pub fn word(&self) -> &'static str {
        match self {
            Self::SmallestId => "lex",
            Self::LowerCost => "mincost",
            Self::Draw { .. } => "draw",
        }
    }

    /// Reads the word of a command line; a draw needs its seed after a colon: `draw:2026-07`.
    pub fn parse(word: &str) -> Result<Self, UnknownWord> {
        match (word, word.strip_prefix("draw:")) {
            ("lex", _) => Ok(Self::SmallestId),
            ("mincost", _) => Ok(Self::LowerCost),
            (_, Some(seed)) => Ok(Self::Draw { seed: seed.to_owned() }),
            (_, None) => Err(unknown(word, &["lex", "mincost", "draw:SEED"])),
        }
    }
}

impl Rules {
    /// The rules as the papers have them: dear projects and those nobody supports stay, blank
    /// ballots count.
    pub fn published(rule: CountingRule, ties: TieBreak) -> Self {
        let (over_budget, unsupported) = (OverBudget::Keep, Unsupported::Keep);
        Self { rule, ties, over_budget, unsupported, blank_ballots_count: true }
    }

    /// The key of the rule alone, such as `mes_cost_add1u`.
    pub fn key(&self) -> String {
        self.rule.key()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_found_again_by_its_key_and_by_its_words() {
        let mut keys = std::collections::BTreeSet::new();
        for rule in CountingRule::all() {
            assert_eq!(CountingRule::from_key(&rule.key()), Some(rule));
            let completion = match rule {
                CountingRule::Greedy { .. } => Completion::None,
                CountingRule::EqualShares { completion, .. } => completion,
            };
            let words = (rule.word(), rule.utility().word(), completion.word());
            assert_eq!(CountingRule::parse(words.0, words.1, words.2), Ok(rule));
            assert!(keys.insert(rule.key()), "{} stands for two rules", rule.key());
        }
        assert_eq!(keys.len(), 26);
    }

    #[test]
    fn an_unknown_word_is_answered_with_the_known_ones() {
        let problem = CountingRule::parse("greed", "cost", "none").unwrap_err();
        assert_eq!(problem.to_string(), "expected one of greedy, equal-shares, found \"greed\"");
        assert!(Completion::parse("some").is_err());
        assert!(TieBreak::parse("draw").is_err());
    }
}
