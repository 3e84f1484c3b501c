//! Writes amounts, votes and proposals of one result, for the sentences about it.
use crate::words::{Language, ballots, isolated};
use huiyin_domain::{
    contests::wire::ResultPage,
    counting::{BallotStyle, Fraction},
    money::{Money, group_thousands},
};
use std::collections::BTreeMap;

/// Knows the names of a result's proposals, each set apart from the sentence it stands in, and its
/// currency. Amounts are in fen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Teller {
    language: Language,
    currency: String,
    style: BallotStyle,
    titles: BTreeMap<String, String>,
}

impl Teller {
    /// For the sentences about this result.
    pub fn of(language: Language, page: &ResultPage) -> Self {
        let titles = page.proposals.iter();
        Self {
            language,
            currency: page.rules.currency.clone(),
            style: page.rules.ballot,
            titles: titles
                .map(|card| (card.ballot_key.clone(), isolated(&card.title).into_owned()))
                .collect(),
        }
    }

    /// For the sentences about a count of other ballots, with names by number.
    pub fn about(
        language: Language,
        currency: String,
        style: BallotStyle,
        titles: Vec<(String, String)>,
    ) -> Self {
        let apart = |(key, title): (String, String)| (key, isolated(&title).into_owned());
        Self { language, currency, style, titles: titles.into_iter().map(apart).collect() }
    }

    /// An amount.
    pub fn amount(&self, fen: u64) -> String {
        self.language.money(Money::fen(fen), &self.currency)
    }

    /// An exact amount, rounded to the nearest fen.
    pub fn fraction(&self, fen: &Fraction) -> String {
        let nearest = fen.rounded(1, 0);
        match nearest.parse() {
            Ok(fen) => self.amount(fen),
            Err(_) => nearest,
        }
    }

    /// A whole number.
    pub fn number(&self, number: u64) -> String {
        group_thousands(number)
    }

    /// Votes, or points where points are given.
    pub fn points(&self, points: u64) -> String {
        let counted = |one: &str, many: &str| crate::words::format::counted(points, one, many);
        match (self.language, self.style) {
            (Language::Chinese, style) => {
                format!("{} {}", group_thousands(points), super::zh::unit_of(style))
            }
            (Language::English, BallotStyle::Approval { .. } | BallotStyle::Knapsack) => {
                counted("vote", "votes")
            }
            (Language::English, BallotStyle::Points { .. } | BallotStyle::Ranking { .. }) => {
                counted("point", "points")
            }
        }
    }

    /// Are the votes points?
    pub fn has_points(&self) -> bool {
        match self.style {
            BallotStyle::Approval { .. } | BallotStyle::Knapsack => false,
            BallotStyle::Points { .. } | BallotStyle::Ranking { .. } => true,
        }
    }

    /// What a ballot says of one proposal it marks: its name, and in a ranking its place, or the
    /// points it was given.
    pub fn marked(&self, key: &str, place: usize, points: u64) -> String {
        let name = self.name(key);
        let styles = match self.language {
            Language::Chinese => &ballots::CHINESE.styles,
            Language::English => &ballots::ENGLISH.styles,
        };
        match (self.style, self.language) {
            (BallotStyle::Approval { .. } | BallotStyle::Knapsack, _) => name,
            (BallotStyle::Points { .. }, Language::Chinese) => {
                format!("{name}:{}", self.points(points))
            }
            (BallotStyle::Points { .. }, Language::English) => {
                format!("{name}: {}", self.points(points))
            }
            (BallotStyle::Ranking { .. }, _) => format!("{} · {name}", (styles.place)(place)),
        }
    }

    /// The number of a proposal.
    pub fn key(&self, key: &str) -> String {
        match self.language {
            Language::Chinese => (ballots::CHINESE.number)(key),
            Language::English => (ballots::ENGLISH.number)(key),
        }
    }

    /// The number of a proposal with its title.
    pub fn name(&self, key: &str) -> String {
        match self.titles.get(key) {
            Some(title) => match self.language {
                Language::Chinese => format!("{}“{title}”", self.key(key)),
                Language::English => format!("{} “{title}”", self.key(key)),
            },
            None => self.key(key),
        }
    }

    /// Several proposals by number and title.
    pub fn names(&self, keys: &[String]) -> String {
        let names: Vec<_> = keys.iter().map(|key| self.name(key)).collect();
        match self.language {
            Language::Chinese => names.join(super::zh::AND),
            Language::English => names.join(", "),
        }
    }

    /// The title of a proposal, or its number.
    pub fn title(&self, key: &str) -> String {
        self.titles.get(key).cloned().unwrap_or_else(|| self.key(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_from_the_right_turns_nothing_of_the_sentence_it_stands_in() {
        let titles = [("1", "شجرة 3"), ("2", "加装扶手"), ("3", "\u{202e}元000,9")];
        let titles = titles.map(|(key, title)| (key.to_owned(), title.to_owned()));
        let style = BallotStyle::Approval { max: Some(2) };
        let teller = Teller::about(Language::Chinese, "CNY".to_owned(), style, titles.into());
        assert!(teller.name("1").contains("“\u{2068}شجرة 3\u{2069}”"), "{:?}", teller.name("1"));
        assert!(teller.name("2").contains("“加装扶手”"), "most titles stay as they are");
        assert_eq!(teller.title("3"), "\u{2068}元000,9\u{2069}");
    }
}
