//! The form of a new contest as it is typed, and how it becomes the rules' own form.
use super::postpone::moment_in;
use crate::words::use_text;
use huiyin_domain::{
    contests::{BallotForm, DEFAULT_CAP, RESERVE_PLACES, RulesForm, Screening},
    counting::{Completion, CountingRule, Utility},
    digits::{digit, is_separator},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The rules an organiser can choose from.
pub const RULES: [CountingRule; 3] = [
    CountingRule::Greedy { utility: Utility::Cost },
    CountingRule::EqualShares { utility: Utility::Cost, completion: Completion::None },
    CountingRule::EqualShares { utility: Utility::Cost, completion: Completion::Greedy },
];

/// The ways of voting an organiser can choose from, the simplest first.
pub const STYLES: [BallotForm; 4] = [
    BallotForm::Approval,
    BallotForm::Knapsack,
    BallotForm::Points { total: 0, each: 0 },
    BallotForm::Ranking { places: 0 },
];

/// The form as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Its name.
    pub title: String,
    /// What there is to spend.
    pub budget: String,
    /// The most for one proposal.
    pub cap: String,
    /// How ballots are marked.
    #[serde(default)]
    pub style: BallotForm,
    /// Points on a ballot.
    #[serde(default)]
    pub points_total: String,
    /// Points for one proposal.
    #[serde(default)]
    pub points_each: String,
    /// Places of an order.
    #[serde(default)]
    pub places: String,
    /// Marks on a ballot.
    pub votes_per_person: String,
    /// Co-signatures a proposal needs.
    pub co_signs_needed: String,
    /// How ballots are counted.
    pub rule: Option<CountingRule>,
    /// What the public draw gave.
    pub draw: String,
    /// Places on the reserve list.
    #[serde(default = "usual_reserve")]
    pub reserve: String,
    /// What cannot be funded, one a line.
    pub negative_list: String,
    /// When proposals are screened by it.
    #[serde(default)]
    pub screening: Screening,
    /// When collecting begins.
    pub collecting: String,
    /// When collecting ends.
    pub reviewing: String,
    /// When voting begins.
    pub voting: String,
    /// When voting ends.
    pub counting_from: String,
}

fn usual_reserve() -> String {
    RESERVE_PLACES.to_string()
}

impl Typed {
    /// What is usual, to begin with.
    pub fn usual() -> Self {
        Self {
            title: String::new(),
            budget: String::new(),
            cap: DEFAULT_CAP.grouped().replace(',', ""),
            style: BallotForm::Approval,
            points_total: "10".to_owned(),
            points_each: "5".to_owned(),
            places: "3".to_owned(),
            votes_per_person: "5".to_owned(),
            co_signs_needed: "10".to_owned(),
            rule: RULES.first().copied(),
            draw: String::new(),
            reserve: usual_reserve(),
            negative_list: use_text().contests.manage.negative_list_usual.to_owned(),
            screening: Screening::default(),
            collecting: String::new(),
            reviewing: String::new(),
            voting: String::new(),
            counting_from: String::new(),
        }
    }
}

/// A whole number as typed, also in full-width digits.
fn whole_number(typed: &str) -> Option<u32> {
    let digits = typed.chars().filter(|character| !is_separator(*character));
    let digits: Option<String> =
        digits.map(|it| digit(it).map(|it| char::from(b'0' + it))).collect();
    digits?.parse().ok()
}

/// The form's fields, each of them a signal.
#[derive(Clone, Copy)]
pub struct Fields {
    /// Its name.
    pub title: RwSignal<String>,
    /// What there is to spend.
    pub budget: RwSignal<String>,
    /// The most for one proposal.
    pub cap: RwSignal<String>,
    /// How ballots are marked; its numbers stand in the fields of their own.
    pub style: RwSignal<BallotForm>,
    /// Points on a ballot.
    pub points_total: RwSignal<String>,
    /// Points for one proposal.
    pub points_each: RwSignal<String>,
    /// Places of an order.
    pub places: RwSignal<String>,
    /// Marks on a ballot.
    pub votes_per_person: RwSignal<String>,
    /// Co-signatures a proposal needs.
    pub co_signs_needed: RwSignal<String>,
    /// How ballots are counted.
    pub rule: RwSignal<Option<CountingRule>>,
    /// What the public draw gave.
    pub draw: RwSignal<String>,
    /// Places on the reserve list.
    pub reserve: RwSignal<String>,
    /// What cannot be funded, one a line.
    pub negative_list: RwSignal<String>,
    /// When proposals are screened by it.
    pub screening: RwSignal<Screening>,
    /// When collecting begins.
    pub collecting: RwSignal<String>,
    /// When collecting ends.
    pub reviewing: RwSignal<String>,
    /// When voting begins.
    pub voting: RwSignal<String>,
    /// When voting ends.
    pub counting_from: RwSignal<String>,
}

impl Fields {
    /// Each field with what was typed.
    pub fn of(typed: Typed) -> Self {
        Self {
            title: RwSignal::new(typed.title),
            budget: RwSignal::new(typed.budget),
            cap: RwSignal::new(typed.cap),
            style: RwSignal::new(typed.style),
            points_total: RwSignal::new(typed.points_total),
            points_each: RwSignal::new(typed.points_each),
            places: RwSignal::new(typed.places),
            votes_per_person: RwSignal::new(typed.votes_per_person),
            co_signs_needed: RwSignal::new(typed.co_signs_needed),
            rule: RwSignal::new(typed.rule),
            draw: RwSignal::new(typed.draw),
            reserve: RwSignal::new(typed.reserve),
            negative_list: RwSignal::new(typed.negative_list),
            screening: RwSignal::new(typed.screening),
            collecting: RwSignal::new(typed.collecting),
            reviewing: RwSignal::new(typed.reviewing),
            voting: RwSignal::new(typed.voting),
            counting_from: RwSignal::new(typed.counting_from),
        }
    }

    /// What is typed now; read again when it changes.
    pub fn typed(self) -> Typed {
        Typed {
            title: self.title.get(),
            budget: self.budget.get(),
            cap: self.cap.get(),
            style: self.style.get(),
            points_total: self.points_total.get(),
            points_each: self.points_each.get(),
            places: self.places.get(),
            votes_per_person: self.votes_per_person.get(),
            co_signs_needed: self.co_signs_needed.get(),
            rule: self.rule.get(),
            draw: self.draw.get(),
            reserve: self.reserve.get(),
            negative_list: self.negative_list.get(),
            screening: self.screening.get(),
            collecting: self.collecting.get(),
            reviewing: self.reviewing.get(),
            voting: self.voting.get(),
            counting_from: self.counting_from.get(),
        }
    }
}

impl Typed {
    /// How ballots are marked, with the numbers typed for it. What is not a number is out of any
    /// range.
    fn ballot(&self) -> BallotForm {
        let number = |typed: &str| whole_number(typed).unwrap_or(u32::MAX);
        match self.style {
            BallotForm::Approval => BallotForm::Approval,
            BallotForm::Knapsack => BallotForm::Knapsack,
            BallotForm::Points { .. } => BallotForm::Points {
                total: number(&self.points_total),
                each: number(&self.points_each),
            },
            BallotForm::Ranking { .. } => BallotForm::Ranking { places: number(&self.places) },
        }
    }
}

impl From<Typed> for RulesForm {
    fn from(typed: Typed) -> Self {
        Self {
            ballot: typed.ballot(),
            title: typed.title,
            budget: typed.budget,
            cap: typed.cap,
            // What is not a number is out of any range.
            votes_per_person: whole_number(&typed.votes_per_person).unwrap_or(u32::MAX),
            co_signs_needed: whole_number(&typed.co_signs_needed).unwrap_or(u32::MAX),
            counting: typed.rule,
            draw: typed.draw,
            negative_list: typed.negative_list,
            screening: typed.screening,
            reserve: Some(whole_number(&typed.reserve).unwrap_or(u32::MAX)),
            collecting: moment_in(&typed.collecting),
            reviewing: moment_in(&typed.reviewing),
            voting: moment_in(&typed.voting),
            counting_from: moment_in(&typed.counting_from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A draft from before the way of voting and the reserve list could be chosen.
    const OLDER_DRAFT: &str = r#"{"title":"","budget":"","cap":"","votes_per_person":"5",
        "co_signs_needed":"10","rule":null,"draw":"","negative_list":"","collecting":"",
        "reviewing":"","voting":"","counting_from":""}"#;

    #[test]
    fn the_numbers_of_the_chosen_way_of_voting_are_read() {
        let [_, _, points, ranking] = STYLES;
        let mut typed: Typed = serde_json::from_str(OLDER_DRAFT).unwrap();
        assert_eq!(typed.style, BallotForm::Approval);
        typed.points_total = "10".to_owned();
        typed.points_each = "４".to_owned();
        typed.places = "3".to_owned();
        let typed = |style| Typed { style, ..typed.clone() };
        let form = RulesForm::from(typed(points));
        assert_eq!(form.ballot, BallotForm::Points { total: 10, each: 4 });
        assert_eq!(RulesForm::from(typed(ranking)).ballot, BallotForm::Ranking { places: 3 });
    }

    #[test]
    fn the_reserve_list_has_the_usual_places_until_another_number_is_typed() {
        let older: Typed = serde_json::from_str(OLDER_DRAFT).unwrap();
        assert_eq!(RulesForm::from(older.clone()).reserve, Some(RESERVE_PLACES));
        let none = Typed { reserve: "０".to_owned(), ..older.clone() };
        assert_eq!(RulesForm::from(none).reserve, Some(0));
        let unread = Typed { reserve: "some".to_owned(), ..older };
        assert_eq!(RulesForm::from(unread).reserve, Some(u32::MAX), "which is out of range");
    }

    #[test]
    fn numbers_are_read_in_digits_of_any_width() {
        assert_eq!(whole_number(" 1２ "), Some(12));
        assert_eq!(whole_number("many"), None);
        assert_eq!(whole_number(""), None);
    }
}
