//! `huiyin plan`: finds the fairest dates of a question in a file, and proves that they are.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use huiyin_domain::councils::planner::{Answer, Objective, Problem, plan};
use serde::Serialize;

use super::plan_text;
use crate::trouble::Trouble;

/// Which question is asked, and for how long.
#[derive(Args, Debug)]
pub struct PlanArgs {
    /// The question: a file in the format council-sched/1
    file: PathBuf,
    /// Stop after so many seconds, and say how far the best plan can be from the bound
    #[arg(long, value_name = "N")]
    seconds: Option<u64>,
    /// How the plan is printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How a plan is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Sentences
    Text,
    /// One JSON object
    Json,
}

/// The plan for another program.
#[derive(Debug, Serialize)]
struct PlanJson<'a> {
    status: &'static str,
    objective: Option<Objective>,
    slots: &'a [usize],
    slot_ids: &'a [String],
    seconds: f64,
    /// Only when the search was stopped.
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<Objective>,
}

/// Answers the question of the file.
pub fn run(args: &PlanArgs) -> Result<(), Trouble> {
    let problem = read(&args.file)?;
    let began = Instant::now();
    let limit = args.seconds.map(Duration::from_secs);
    let answer = plan(&problem, &mut |_| match limit {
        Some(limit) if limit <= began.elapsed() => ControlFlow::Break(()),
        Some(_) | None => ControlFlow::Continue(()),
    });
    let seconds = began.elapsed().as_secs_f64();
    let printed = match args.format {
        Format::Text => plan_text::print(&problem, &answer),
        Format::Json => json(&answer, seconds)?,
    };
    // Whoever reads through `head` has seen enough: a closed pipe is no failure.
    let _ = std::io::stdout().write_all(printed.as_bytes());
    Ok(())
}

fn read(path: &Path) -> Result<Problem, Trouble> {
    let shown = path.display();
    let bytes = std::fs::read(path).map_err(|error| {
        Trouble::new(format!("Cannot read {shown}: {error}. Check the path and its permissions."))
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Trouble::input(format!("{shown}: expected UTF-8 text, found other bytes.")))?;
    Problem::parse(&text).map_err(|unsound| Trouble::input(format!("{shown}: {unsound}.")))
}

fn json(answer: &Answer, seconds: f64) -> Result<String, Trouble> {
    let (status, bound) = match answer {
        Answer::Optimal { .. } => ("optimal", None),
        Answer::Bounded { bound, .. } => ("bounded", Some(*bound)),
        Answer::Infeasible { .. } => ("infeasible", None),
        Answer::NoneFound => ("none_found", None),
    };
    let plan = answer.plan();
    let told = PlanJson {
        status,
        objective: plan.map(|plan| plan.objective),
        slots: plan.map_or(&[], |plan| &plan.slots),
        slot_ids: plan.map_or(&[], |plan| &plan.slot_ids),
        seconds,
        bound,
    };
    serde_json::to_string(&told)
        .map(|text| text + "\n")
        .map_err(|error| Trouble::new(format!("The plan cannot be written as JSON: {error}.")))
}
