//! What a recount found: full agreement, or exactly where it differs.
use super::{compare::Difference, work::Report};
use crate::words::{results::Teller, use_text};
use huiyin_domain::counting::TallyStep;
use leptos::prelude::*;

/// Says whether the recount agrees, with its own numbers.
#[component]
pub fn ReportView(
    /// What was found.
    report: Report,
    /// The SHA-256 of the published file.
    sha256: String,
    /// Writes amounts and names.
    teller: Teller,
) -> impl IntoView {
    let words = &use_text().results;
    let is_same_file = report.sha256 == sha256;
    let agrees = report.differences.is_empty();
    let (class, verdict) = match agrees && is_same_file {
        true => ("notice notice--good stack", words.agrees),
        false if agrees => ("notice notice--warn stack", words.agrees),
        false => ("notice notice--stop stack", words.differs),
    };
    let file = if is_same_file { words.same_file } else { words.other_file };
    let Report { n_ballots, n_blank, n_steps, millis, .. } = report;
    let lines = report.differences.iter().map(|difference| sentence(difference, &teller));
    let lines = lines.map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <div class=class>
            <p><strong>{verdict}</strong></p>
            <p>{(words.report)(n_ballots, n_blank, n_steps, millis)}</p>
            <p>{file}</p>
            {(!agrees).then(|| view! {
                <h2>{words.differences}</h2>
                <ul class="stack stack--tight">{lines}</ul>
            })}
            <h2>{words.file_here}</h2>
            <p class="results-hash">{report.sha256.clone()}</p>
        </div>
    }
}

fn sentence(difference: &Difference, teller: &Teller) -> String {
    let words = &use_text().results;
    let step = |number: u32, step: &Option<Box<TallyStep>>| match step {
        Some(step) => (words.step)(number as usize, step, teller),
        None => words.no_step.to_owned(),
    };
    match difference {
        Difference::Winners { published, here } => {
            (words.other_winners)(&teller.names(published), &teller.names(here))
        }
        Difference::TotalCost { published, here } => {
            (words.other_total)(&teller.amount(*published), &teller.amount(*here))
        }
        Difference::Ballots { published, here } => (words.other_ballots)(*published, *here),
        Difference::Budget { published, here } => {
            (words.other_budget)(&teller.amount(*published), &teller.amount(*here))
        }
        Difference::Rules => words.other_rules.to_owned(),
        Difference::Step { number, published, here } => {
            (words.other_step)(*number, &step(*number, published), &step(*number, here))
        }
        Difference::Rest => words.other_rest.to_owned(),
    }
}
