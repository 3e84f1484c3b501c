//! The result of `huiyin tally` for a person: the winners as a table, the steps in sentences.

use std::fmt::Write;

use huiyin_domain::counting::{
    Election, Fraction, StopReason, Tally, TallyStep, TieReason, decimal,
};

/// The widest name in the table, in characters.
const NAME_CHARS: usize = 50;

/// The whole result as text.
pub fn print(file: &str, election: &Election, tally: &Tally) -> String {
    let page = Page { election };
    let mut text = String::new();
    page.head(&mut text, file, tally);
    page.winners(&mut text, tally);
    page.ties(&mut text, tally);
    line(&mut text, "\nStep by step");
    for (i, step) in tally.steps.iter().enumerate() {
        line(&mut text, &format!("{:>4}. {}", i + 1, page.step(step)));
    }
    text
}

fn line(text: &mut String, words: &str) {
    writeln!(text, "{words}").expect("a text takes every line");
}

struct Page<'a> {
    election: &'a Election,
}

impl Page<'_> {
    fn money(&self, units: u64) -> String {
        let currency = &self.election.currency;
        let digits = grouped(&decimal(units, self.election.money_scale));
        if currency.is_empty() { digits } else { format!("{currency} {digits}") }
    }

    fn about(&self, amount: &Fraction) -> String {
        let digits = grouped(&amount.rounded(self.election.money_scale, 2));
        format!("{} {digits}", self.election.currency).trim().to_owned()
    }

    fn points(&self, points: u64) -> String {
        grouped(&decimal(points, self.election.points_scale))
    }

    fn name(&self, id: &str) -> String {
        let project = self.election.projects.iter().find(|project| project.id == id);
        match project.map(|project| project.name.as_str()) {
            Some(name) if !name.is_empty() => format!("{id} \"{}\"", shortened(name)),
            Some(_) | None => id.to_owned(),
        }
    }

    fn head(&self, text: &mut String, file: &str, tally: &Tally) {
        line(text, &format!("{file}: {}", self.election.title));
        let blank = match tally.n_blank {
            0 => String::new(),
            n_blank => format!(", {n_blank} of them blank"),
        };
        let n_voters = grouped(&tally.n_voters.to_string());
        line(text, &format!("Rule: {}", tally.rules.key()));
        line(text, &format!("Voters: {n_voters}{blank}"));
        line(text, &format!("Budget: {}", self.money(tally.budget)));
        if let Some(shares) = &tally.shares {
            let (first, last) = (self.about(&shares.first), self.about(&shares.last));
            let n_raises = shares.increments;
            let why = match shares.stop {
                StopReason::NotRaised => None,
                StopReason::Exhaustive => Some("then nothing more fitted"),
                StopReason::Overspend => Some("one more raise would spend more than the budget"),
                StopReason::All => Some("then everything was bought"),
            };
            line(text, &format!("Share of each voter: {first}"));
            if let Some(why) = why {
                line(text, &format!("Raised {n_raises} times to {last}: {why}"));
            }
        }
    }

    fn winners(&self, text: &mut String, tally: &Tally) {
        let n_projects = self.election.projects.len();
        let n_winners = tally.winners.len();
        line(text, &format!("\nFunded: {n_winners} of {n_projects} projects"));
        let won = tally
            .winners
            .iter()
            .filter_map(|id| tally.outcomes.iter().find(|outcome| outcome.project == *id));
        for (i, outcome) in won.enumerate() {
            let cost = self.money(outcome.cost);
            let points = self.points(outcome.points);
            let name = self.name(&outcome.project);
            line(text, &format!("{:>4}. {cost:>18} {points:>10} points  {name}", i + 1));
        }
        let left = tally.budget.saturating_sub(tally.total_cost);
        let (total, left) = (self.money(tally.total_cost), self.money(left));
        line(text, &format!("Together {total}; {left} is left."));
    }

    fn ties(&self, text: &mut String, tally: &Tally) {
        if tally.ties.is_empty() {
            return;
        }
        line(text, "\nExactly equal at some step");
        for tie in &tally.ties {
            let by = match tie.by {
                TieReason::LowerCost => "lower cost",
                TieReason::MorePoints => "more points",
                TieReason::Draw => "the public draw",
                TieReason::SmallerId => "smaller id",
            };
            let effect =
                if tie.decisive { "this decided who won" } else { "this decided the order only" };
            let (equals, step) = (tie.candidates.join(", "), tie.step + 1);
            let chosen = &tie.chosen;
            line(text, &format!("  Step {step}: {equals}; {chosen} by {by}; {effect}."));
        }
    }

    fn step(&self, step: &TallyStep) -> String {
        match step {
            TallyStep::Dropped { project, cost } => format!(
                "{} costs {}, more than the whole budget: out before the count.",
                self.name(project),
                self.money(*cost)
            ),
            TallyStep::Elected { project, rank, points, cost, left_before, left_after } => format!(
                "No. {rank}, {}, {} points: costs {}, {} was left: funded, {} remains.",
                self.name(project),
                self.points(*points),
                self.money(*cost),
                self.money(*left_before),
                self.money(*left_after)
            ),
            TallyStep::SkippedTooDear { project, rank, points, cost, left } => format!(
                "No. {rank}, {}, {} points: costs {}, only {} is left: skipped.",
                self.name(project),
                self.points(*points),
                self.money(*cost),
                self.money(*left)
            ),
            TallyStep::Shared { voters, share, .. } => {
                format!("Each of {voters} voters receives {} to spend.", self.about(share))
            }
            TallyStep::Bought {
                round,
                project,
                cost,
                supporters,
                gave_all,
                effective_votes,
                left_after,
                ..
            } => format!(
                "Purchase {round}: {} for {} by its {supporters} supporters{} \
                 ({} effective votes); {} of the budget remains.",
                self.name(project),
                self.money(*cost),
                with_all_they_had(*gave_all),
                effective_votes.rounded(self.election.points_scale, 2),
                self.money(*left_after)
            ),
            TallyStep::CannotAfford { project, cost, supporters, supporters_money, .. } => format!(
                "{} costs {}; its {supporters} supporters have only {} together: out.",
                self.name(project),
                self.money(*cost),
                self.about(supporters_money)
            ),
            TallyStep::NoPoints { project, .. } => {
                format!("{} was given no points: out.", self.name(project))
            }
            TallyStep::Excluded { project, by, .. } => {
                format!("{} cannot go with {}: out.", self.name(project), self.name(by))
            }
            TallyStep::RestByPoints { left } => {
                format!("What is left, {}, goes by most points first.", self.money(*left))
            }
        }
    }
}

fn with_all_they_had(n_supporters: u64) -> String {
    match n_supporters {
        0 => String::new(),
        n => format!(", {n} of them with all they had left"),
    }
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME_CHARS {
        return name.to_owned();
    }
    name.chars().take(NAME_CHARS - 1).chain(['…']).collect()
}

/// Digits in groups of three before the point.
fn grouped(decimal: &str) -> String {
    let (whole, part) = match decimal.find('.') {
        Some(point) => decimal.split_at(point),
        None => (decimal, ""),
    };
    let mut text = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if 0 < i && (whole.len() - i) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text + part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_for_reading() {
        assert_eq!(grouped("1234567.5"), "1,234,567.5");
        assert_eq!(grouped("999"), "999");
        assert_eq!(grouped("0.25"), "0.25");
    }
}
