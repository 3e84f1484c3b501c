//! What was typed, read as the domain reads it: fields, and a plan with a step on each line.
use huiyin_domain::{
    delivery::{Planned, said_twice},
    money::Money,
    problems::{FieldFault, FieldProblem},
    time::{Day, parse_day},
    words::Words,
};

/// What is read, or what is wrong with it.
pub type Read<T> = Result<T, Vec<FieldProblem>>;

fn wrong<T>(field: &str, fault: FieldFault) -> Read<T> {
    Err(vec![FieldProblem { field: field.to_owned(), fault }])
}

/// Words in a field.
pub fn words<const MAX: usize>(field: &str, raw: &str) -> Read<Words<MAX>> {
    Words::parse(raw).or_else(|why| wrong(field, FieldFault::Words(why)))
}

/// An amount.
pub fn amount(raw: &str) -> Read<Money> {
    Money::parse(raw).or_else(|why| wrong("amount", FieldFault::Money(why)))
}

/// A day.
pub fn day(field: &str, raw: &str) -> Read<Day> {
    parse_day(raw.trim()).map_or_else(|| wrong(field, FieldFault::Date), Ok)
}

/// A plan: on each line a day, a space and what is done by then, which no two have in common.
pub fn plan(raw: &str) -> Read<Vec<Planned>> {
    let lines = raw.lines().map(str::trim).filter(|line| !line.is_empty());
    let steps = lines.map(|line| {
        let (due, title) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        Ok(Planned { due: day("plan", due)?, title: words("plan", title)? })
    });
    let steps = steps.collect::<Read<Vec<_>>>()?;
    if steps.is_empty() {
        return wrong("plan", FieldFault::NothingChosen);
    }
    if said_twice(&steps).is_some() { wrong("plan", FieldFault::NameTaken) } else { Ok(steps) }
}

/// Both, or all that is wrong with them.
pub fn both<A, B>(first: Read<A>, second: Read<B>) -> Read<(A, B)> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (first, second) => {
            let wrong = first.err().into_iter().chain(second.err()).flatten();
            Err(wrong.collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_has_a_step_on_each_line() {
        let steps = plan("2026-12-01 buy\n\n 2026-12-09  put it up ").unwrap();
        let titles: Vec<_> = steps.iter().map(|step| step.title.as_str()).collect();
        assert_eq!(titles, ["buy", "put it up"]);
        assert_eq!(plan(" ").unwrap_err()[0].fault, FieldFault::NothingChosen);
        assert_eq!(plan("tomorrow buy").unwrap_err()[0].fault, FieldFault::Date);
        assert_eq!(plan("2026-12-01").unwrap_err()[0].field, "plan");
        let twice = plan("2026-12-01 buy\n2026-12-09 buy").unwrap_err();
        assert_eq!((twice[0].field.as_str(), &twice[0].fault), ("plan", &FieldFault::NameTaken));
    }
}
