//! The rules of a contest: fixed and hashed before anybody votes.
use super::{BallotForm, ContestTitle, Exclusive, Phase, Schedule, ballot_form::fits};
use crate::{
    counting::{BallotStyle, CountingRule, OverBudget, Rules, TieBreak, Unsupported, Utility},
    hash::sha256_hex,
    money::{Money, MoneyProblem},
    problems::{FieldFault, FieldProblem},
    time::Moment,
    words::Words,
};
use serde::{Deserialize, Serialize};

/// Most votes one person can have.
pub const VOTES_MAX: u32 = 20;
/// Most co-signatures a proposal can be made to need.
pub const CO_SIGNS_MAX: u32 = 500;
/// Places on the reserve list, where nothing else is said.
pub const RESERVE_PLACES: u32 = 3;
/// Most places on the reserve list.
pub const RESERVE_PLACES_MAX: u32 = 20;
/// Most awarded to one winner by default: CNY 50,000.
pub const DEFAULT_CAP: Money = Money::yuan(50_000);
/// Days in which a result may be challenged.
pub const OBJECTION_DAYS: i64 = 3;

/// When the office looks whether a proposal may be funded at all (初审).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Screening {
    /// While neighbours co-sign: nobody waits for the office.
    #[default]
    Meanwhile,
    /// Before neighbours can co-sign.
    First,
}

impl Screening {
    fn is_meanwhile(&self) -> bool {
        *self == Self::Meanwhile
    }
}

/// The rules everybody votes under (规则).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContestRules {
    /// What there is to spend.
    pub budget: Money,
    /// The most for one proposal.
    pub cap: Money,
    /// The currency's code; CNY here, others in imported elections.
    pub currency: String,
    /// How people mark their ballots, and how many marks they have.
    pub ballot: BallotStyle,
    /// How the ballots are counted.
    pub counting: CountingRule,
    /// Drawn in public before the vote; decides ties that cost and votes leave (同票抽签).
    pub draw: Words<120>,
    /// Co-signatures a proposal needs to be considered.
    pub co_signs_needed: u32,
    /// What cannot be funded (负面清单).
    pub negative_list: Vec<Words<100>>,
    /// When proposals are screened by it. Left out of the sealed text where it is not said, so
    /// that rules from before it could be chosen keep their seal.
    #[serde(default, skip_serializing_if = "Screening::is_meanwhile")]
    pub screening: Screening,
    /// Proposals of which at most one can be carried out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclusive: Vec<Exclusive>,
    /// How many places the reserve list has; three where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserve: Option<u32>,
    /// What happens to a proposal that nobody votes for. Rules from before it could be said keep
    /// what they were sealed with; every new contest says that it is not funded.
    #[serde(default, skip_serializing_if = "Unsupported::is_kept")]
    pub unsupported: Unsupported,
}

impl ContestRules {
    /// How many places the reserve list (储备名单) has.
    pub fn reserve_places(&self) -> u32 {
        self.reserve.unwrap_or(RESERVE_PLACES)
    }

    /// The rules as the counting functions take them.
    ///
    /// Projects dearer than the whole budget are dropped before the count, what nobody votes for
    /// is not funded, blank ballots count as voters, and ties go to the lower cost, then more
    /// votes, then the draw.
    pub fn for_counting(&self) -> Rules {
        Rules {
            rule: self.counting,
            ties: TieBreak::Draw { seed: self.draw.to_string() },
            over_budget: OverBudget::Drop,
            unsupported: self.unsupported,
            blank_ballots_count: true,
        }
    }

    /// The SHA-256 of the rules as JSON: what is published when they are sealed.
    pub fn seal(&self) -> String {
        let json = serde_json::to_vec(self).expect("rules hold no map with keys that are not text");
        sha256_hex(&json)
    }

    /// How many proposals one ballot may name, where the ballot is by approval.
    pub fn votes_per_person(&self) -> Option<u32> {
        match self.ballot {
            BallotStyle::Approval { max } => max,
            BallotStyle::Knapsack | BallotStyle::Points { .. } | BallotStyle::Ranking { .. } => {
                None
            }
        }
    }
}

/// A new contest as the organiser fills in its form; amounts as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesForm {
    /// Its name.
    pub title: String,
    /// What there is to spend, in yuan.
    pub budget: String,
    /// The most for one proposal, in yuan.
    pub cap: String,
    /// How many proposals one ballot may name, where it is by approval.
    pub votes_per_person: u32,
    /// How ballots are marked.
    #[serde(default)]
    pub ballot: BallotForm,
    /// How many co-signatures a proposal needs.
    pub co_signs_needed: u32,
    /// How the ballots are counted.
    pub counting: Option<CountingRule>,
    /// What the public draw gave.
    pub draw: String,
    /// What cannot be funded, one a line.
    pub negative_list: String,
    /// When proposals are screened by that list.
    #[serde(default)]
    pub screening: Screening,
    /// How many places the reserve list has; three when nothing is said.
    #[serde(default)]
    pub reserve: Option<u32>,
    /// When collecting begins.
    pub collecting: Option<Moment>,
    /// When collecting ends.
    pub reviewing: Option<Moment>,
    /// When voting begins.
    pub voting: Option<Moment>,
    /// When voting ends.
    pub counting_from: Option<Moment>,
}

/// A new contest whose form was right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContest {
    /// Its name.
    pub title: ContestTitle,
    /// Its rules.
    pub rules: ContestRules,
    /// Its dates.
    pub schedule: Schedule,
}

impl RulesForm {
    /// Reads the form, or says everything that is wrong with it, field by field.
    pub fn parse(&self) -> Result<NewContest, Vec<FieldProblem>> {
        let mut faults = Faults::default();
        let title =
            faults.check("title", ContestTitle::parse(&self.title).map_err(FieldFault::Words));
        let budget = faults.check("budget", money(&self.budget));
        let cap = faults.check("cap", money(&self.cap));
        if let (Some(cap), Some(budget)) = (cap, budget)
            && cap > budget
        {
            faults.note("cap", FieldFault::AboveCap { cap: budget });
        }
        let counting = self.counting.unwrap_or(CountingRule::Greedy { utility: Utility::Cost });
        let ballot = faults.all(self.ballot.style(self.votes_per_person));
        if let Some(ballot) = ballot {
            faults.check("counting", fits(ballot, counting));
        }
        faults.check("co_signs_needed", in_range(self.co_signs_needed, 0, CO_SIGNS_MAX));
        let draw = faults.check("draw", Words::parse(&self.draw).map_err(FieldFault::Words));
        if let Some(places) = self.reserve {
            faults.check("reserve", in_range(places, 0, RESERVE_PLACES_MAX));
        }
        let lines = self.negative_list.lines().filter(|line| !line.trim().is_empty());
        let items: Result<Vec<_>, _> = lines.map(Words::parse).collect();
        let negative_list = faults.check("negative_list", items.map_err(FieldFault::Words));
        let schedule = faults.schedule(self);
        let (Some(title), Some(budget), Some(cap), Some(draw), Some(negative_list), Some(schedule)) =
            (title, budget, cap, draw, negative_list, schedule)
        else {
            return Err(faults.0);
        };
        let Some(ballot) = ballot else { return Err(faults.0) };
        if !faults.0.is_empty() {
            return Err(faults.0);
        }
        let rules = ContestRules {
            budget,
            cap,
            currency: "CNY".to_owned(),
            ballot,
            counting,
            draw,
            co_signs_needed: self.co_signs_needed,
            negative_list,
            screening: self.screening,
            exclusive: Vec::new(),
            reserve: self.reserve.filter(|places| *places != RESERVE_PLACES),
            unsupported: Unsupported::Drop,
        };
        Ok(NewContest { title, rules, schedule })
    }
}

#[derive(Default)]
struct Faults(Vec<FieldProblem>);

impl Faults {
    fn note(&mut self, field: &str, fault: FieldFault) {
        self.0.push(FieldProblem { field: field.to_owned(), fault });
    }

    fn check<T>(&mut self, field: &str, read: Result<T, FieldFault>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(fault) => {
                self.note(field, fault);
                None
            }
        }
    }

    /// Notes every fault of a part that has several.
    fn all<T>(&mut self, read: Result<T, Vec<FieldProblem>>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(problems) => {
                self.0.extend(problems);
                None
            }
        }
    }

    /// The four dates in order; the fault stands at the first that does not follow.
    fn schedule(&mut self, form: &RulesForm) -> Option<Schedule> {
        let dates = [
            ("collecting", Phase::Collecting, form.collecting),
            ("reviewing", Phase::Reviewing, form.reviewing),
            ("voting", Phase::Voting, form.voting),
            ("counting_from", Phase::Counting, form.counting_from),
        ];
        let mut starts = Vec::new();
        for (field, phase, date) in dates {
            let follows = |date: &Moment| starts.last().is_none_or(|(_, before)| before < date);
            let Some(date) = date.filter(follows) else {
                self.note(field, FieldFault::Date);
                return None;
            };
            starts.push((phase, date));
        }
        Schedule::new(starts)
    }
}

fn money(raw: &str) -> Result<Money, FieldFault> {
    Money::parse(raw).map_err(|problem: MoneyProblem| FieldFault::Money(problem))
}

pub(super) fn in_range(number: u32, least: u32, most: u32) -> Result<u32, FieldFault> {
    let is_inside = (least..=most).contains(&number);
    if is_inside { Ok(number) } else { Err(FieldFault::OutOfRange { least, most }) }
}
