//! Choosing: what is marked so far, whether a mark can be made, and what that leaves; the draft
//! is kept at each mark.
use super::{kept::Place, paper::Paper};
use crate::{
    api::use_api,
    ui::say,
    words::{Text, use_text},
};
use huiyin_domain::{
    ballots::{BallotProblem, Choices, Left, Marks, OnBallot},
    contests::ContestRules,
    counting::BallotStyle,
    money::Money,
};
use leptos::prelude::*;

/// A mark that was not made, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
struct NotMade {
    key: String,
    why: String,
}

/// A ballot that is being marked.
#[derive(Clone, Copy)]
pub struct Choosing {
    /// Where its draft is kept.
    pub place: Place,
    /// What is marked.
    pub marks: RwSignal<Marks>,
    rules: StoredValue<ContestRules>,
    on_ballot: StoredValue<OnBallot>,
    not_made: RwSignal<Option<NotMade>>,
}

impl Choosing {
    /// The ballot of whoever is here, with what they marked before.
    pub fn new(paper: &Paper) -> Self {
        let place = Place::of(&use_api(), paper.sheet.contest);
        Self {
            place,
            marks: RwSignal::new(paper.kept(place.choices())),
            rules: StoredValue::new(paper.sheet.rules.clone()),
            on_ballot: StoredValue::new(paper.on_ballot()),
            not_made: RwSignal::new(None),
        }
    }

    /// How this contest is voted in.
    pub fn style(self) -> BallotStyle {
        self.rules.with_value(|rules| rules.ballot)
    }

    /// What is left to give.
    pub fn left(self) -> Left {
        self.marks.with(|marks| self.left_by(marks))
    }

    fn left_by(self, marks: &Marks) -> Left {
        self.rules.with_value(|rules| {
            self.on_ballot.with_value(|on_ballot| Left::of(marks, rules, on_ballot))
        })
    }

    /// Marks it so, if the ballot may be marked so; else says why not and leaves everything as
    /// it is. Answers whether it was done.
    pub fn mark(self, key: &str, next: Marks) -> bool {
        let checked = self.rules.with_value(|rules| {
            self.on_ballot.with_value(|on_ballot| Choices::check(&next, rules, on_ballot))
        });
        match checked {
            Ok(choices) => {
                self.not_made.set(None);
                self.place.keep_choices(choices.marks());
                self.marks.set(choices.marks().clone());
                say(untrack(|| self.sentence()));
                true
            }
            Err(problem) => {
                self.refuse(key, self.why_not(&problem));
                false
            }
        }
    }

    /// Marks a new order, and says where this one stands in it now.
    pub fn mark_moved(self, key: &str, next: Marks) {
        let place = next.place_of(key).unwrap_or_default();
        if self.mark(key, next) {
            say((use_text().ballots.styles.now_at)(key, place));
        }
    }

    /// Says why something was not done with this one.
    pub fn refuse(self, key: &str, why: String) {
        say(why.clone());
        self.not_made.set(Some(NotMade { key: key.to_owned(), why }));
    }

    /// Why this one was not marked, when it was just refused.
    pub fn refused(self, key: &str) -> Option<String> {
        self.not_made.with(|not_made| {
            not_made.as_ref().filter(|not_made| not_made.key == key).map(|it| it.why.clone())
        })
    }

    fn why_not(self, problem: &BallotProblem) -> String {
        let text = use_text();
        match problem {
            BallotProblem::TooMany { max } => (text.ballots.too_many)(*max as usize),
            BallotProblem::OverBudget { over } => {
                (text.ballots.styles.too_dear)(&self.money(*over))
            }
            BallotProblem::NotOnTheBallot { .. }
            | BallotProblem::NamedTwice { .. }
            | BallotProblem::TooManyPoints { .. }
            | BallotProblem::TooManyOnOne { .. }
            | BallotProblem::OtherStyle => (text.ballots.wrong)(problem),
        }
    }

    /// The next free place, unless all are taken.
    pub fn next_place(self) -> Option<usize> {
        match self.left() {
            Left::Places { placed, left } if 0 < left => Some(placed + 1),
            Left::Places { .. } | Left::Votes { .. } | Left::Money { .. } | Left::Points { .. } => {
                None
            }
        }
    }

    /// How much is lacking for one more of this cost, in words.
    pub fn lacks(self, cost: Option<Money>) -> Option<String> {
        let lack = self.left().lacks(cost?)?;
        Some((use_text().ballots.styles.lacks)(&self.money(lack)))
    }

    fn money(self, amount: Money) -> String {
        self.rules.with_value(|rules| use_text().language.money(amount, &rules.currency))
    }

    /// What is marked and what is left, in a sentence.
    pub fn sentence(self) -> String {
        self.rules.with_value(|rules| said(use_text(), self.left(), &rules.currency))
    }

    /// How this ballot is marked, in a sentence or two.
    pub fn how(self) -> String {
        let blank = Marks::blank(self.style());
        self.rules.with_value(|rules| how(use_text(), rules, self.left_by(&blank)))
    }

    /// The question over the cards.
    pub fn question(self) -> &'static str {
        let words = &use_text().ballots;
        match self.style() {
            BallotStyle::Approval { .. } | BallotStyle::Knapsack => words.question,
            BallotStyle::Points { .. } => words.styles.question_points,
            BallotStyle::Ranking { .. } => words.styles.question_order,
        }
    }
}

/// What is marked and what is left.
pub fn said(text: &Text, left: Left, currency: &str) -> String {
    let words = &text.ballots;
    match left {
        Left::Votes { chosen, left } => (words.so_far)(chosen, chosen + left),
        Left::Money { chosen, left } => {
            (words.styles.left_money)(chosen, &text.language.money(left, currency))
        }
        Left::Points { given, left } => (words.styles.left_points)(given, left),
        Left::Places { placed, left } => (words.styles.left_places)(placed, left),
    }
}

/// How a ballot is marked under these rules; `whole` is what a blank one has to give.
fn how(text: &Text, rules: &ContestRules, whole: Left) -> String {
    let words = &text.ballots;
    match (rules.ballot, whole) {
        (BallotStyle::Points { limit: Some(limit) }, _) => {
            (words.styles.how_points)(limit.total, limit.each)
        }
        (_, Left::Votes { left, .. }) => (words.how)(left),
        (_, Left::Money { left, .. }) => {
            (words.styles.how_money)(&text.language.money(left, &rules.currency))
        }
        (_, Left::Points { left, .. }) => (words.styles.how_points)(left, left),
        (_, Left::Places { left, .. }) => (words.styles.how_order)(left),
    }
}
