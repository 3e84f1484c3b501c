//! The result of `huiyin tally --format json`: one object with exact decimals in text.

use huiyin_domain::counting::{CountingRule, Election, Tally, TieNote, decimal};
use serde::Serialize;
use serde_json::{Map, Value};

/// What is printed. Amounts are in units of currency, as in the file, and exact.
#[derive(Debug, Serialize)]
pub struct TallyJson<'a> {
    file: String,
    rule: &'static str,
    utility: &'static str,
    completion: &'a str,
    budget: String,
    winners: &'a [String],
    total_cost: String,
    ties: &'a [TieNote],
    steps: Vec<Value>,
}

impl<'a> TallyJson<'a> {
    /// The result of a count as it is printed.
    pub fn new(
        file: String,
        rule: CountingRule,
        completion: &'a str,
        election: &Election,
        tally: &'a Tally,
    ) -> Self {
        let scales = Scales { money: election.money_scale, points: election.points_scale };
        let steps = tally.steps.iter().map(|step| {
            let step = serde_json::to_value(step).expect("a step has only named fields");
            scales.in_units(step)
        });
        Self {
            file,
            rule: rule.word(),
            utility: rule.utility().word(),
            completion,
            budget: decimal(tally.budget, scales.money),
            winners: &tally.winners,
            total_cost: decimal(tally.total_cost, scales.money),
            ties: &tally.ties,
            steps: steps.collect(),
        }
    }

    /// The JSON text, with a line feed at its end.
    pub fn print(&self) -> String {
        let json = serde_json::to_string_pretty(self).expect("all keys are text");
        json + "\n"
    }
}

/// How many smallest units make one.
#[derive(Clone, Copy)]
struct Scales {
    money: u64,
    points: u64,
}

impl Scales {
    /// A step counts in smallest units; who reads it without the election needs whole ones.
    fn in_units(self, step: Value) -> Value {
        let Value::Object(fields) = step else { return step };
        let fields = fields.into_iter().map(|(name, value)| {
            let value = match name.as_str() {
                "cost" | "left" | "left_before" | "left_after" => amount(value, self.money),
                "points" => amount(value, self.points),
                "share" | "supporters_money" => fraction(value, 1, self.money),
                "price" => fraction(value, self.points, self.money),
                "effective_votes" => fraction(value, 1, self.points),
                _ => value,
            };
            (name, value)
        });
        Value::Object(fields.collect::<Map<_, _>>())
    }
}

fn amount(value: Value, scale: u64) -> Value {
    value.as_u64().map_or(value, |units| Value::String(decimal(units, scale)))
}

/// Multiplies a fraction by one power of ten and divides it by another.
fn fraction(value: Value, times: u64, by: u64) -> Value {
    let (Some(num), Some(den)) = (value["num"].as_str(), value["den"].as_str()) else {
        return value;
    };
    let (mut num, mut den) = (zeros_added(num, times), zeros_added(den, by));
    while num.len() > 1 && num.ends_with('0') && den.ends_with('0') {
        num.pop();
        den.pop();
    }
    serde_json::json!({ "num": num, "den": den })
}

/// A number times a power of ten, in digits: these numbers outgrow every integer.
fn zeros_added(digits: &str, scale: u64) -> String {
    format!("{digits}{}", "0".repeat(scale.max(1).ilog10() as usize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn steps_are_told_in_units_of_currency() {
        let scales = Scales { money: 100, points: 1 };
        let step = json!({
            "kind": "bought", "cost": 1250, "round": 2, "price": {"num": "30", "den": "7"}
        });
        let said = scales.in_units(step);
        assert_eq!(said["cost"], "12.5");
        assert_eq!(said["round"], 2);
        assert_eq!(said["price"], json!({"num": "3", "den": "70"}));
    }
}
