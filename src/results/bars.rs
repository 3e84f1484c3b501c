//! Every proposal with its votes as a bar, what became of it, and the same as a table.
use crate::{
    routes::Route,
    ui::{A, Bar, BarLook, Parts, PlotTable, bar_length},
    words::{results::Teller, use_text},
};
use huiyin_domain::{
    contests::wire::ResultPage,
    counting::{Fate, Outcome},
};
use leptos::prelude::*;
use std::sync::Arc;

/// Winners in their order, then the others by points.
fn in_order(outcomes: &[Outcome]) -> Vec<Outcome> {
    let mut sorted = outcomes.to_vec();
    sorted.sort_by_key(|outcome| match outcome.fate {
        Fate::Won { place } => (0, u64::from(place), 0),
        Fate::TooDear { .. }
        | Fate::NotAfforded { .. }
        | Fate::NoPoints
        | Fate::Excluded { .. }
        | Fate::Dropped => (1, u64::MAX - outcome.points, outcome.cost),
    });
    sorted
}

/// All proposals: the plot, and the table behind it.
#[component]
pub fn AllProposals(
    /// The result.
    page: Arc<ResultPage>,
    /// Writes amounts and names.
    teller: Teller,
) -> impl IntoView {
    let words = &use_text().results;
    let outcomes = Arc::new(in_order(&page.tally.outcomes));
    let most = outcomes.iter().map(|outcome| outcome.points).max().unwrap_or(0);
    let contest = page.contest;
    let rows = outcomes.iter().map(|outcome| cells(outcome, &teller)).collect();
    let len = outcomes.len();
    let row = {
        let (outcomes, teller) = (outcomes.clone(), teller.clone());
        move |at: usize| {
            let outcome = outcomes[at].clone();
            let why = Route::Why(contest, outcome.project.clone());
            view! { <Line outcome most why teller=teller.clone() /> }.into_any()
        }
    };
    let mut columns = words.columns.to_vec();
    let (heading, hint) = if teller.has_points() {
        columns[3] = words.points_column;
        (words.all_points, words.bars_hint_points)
    } else {
        (words.all, words.bars_hint)
    };
    view! {
        <section class="stack">
            <h2>{heading}</h2>
            <p class="soft">{hint}</p>
            <Parts id="proposals" len row more=words.show_all />
            <PlotTable words=words.as_table columns named_by=1 rows />
        </section>
    }
}

#[component]
fn Line(outcome: Outcome, most: u64, why: Route, teller: Teller) -> impl IntoView {
    let words = &use_text().results;
    let length = bar_length(outcome.points, most);
    let has_won = matches!(outcome.fate, Fate::Won { .. });
    let look = if has_won { BarLook::Filled } else { BarLook::Outline };
    let title = teller.title(&outcome.project);
    let said = format!("{} · {}", teller.points(outcome.points), teller.amount(outcome.cost));
    view! {
        <div class="results-row">
            <p>
                <strong>{teller.key(&outcome.project)}</strong>
                " "
                {title}
            </p>
            <Bar length look />
            <p class="number">{said} " · " <strong>{(words.fate_word)(&outcome.fate)}</strong></p>
            <A href=why.href() attr:class="results-row__why">
                {(words.why_link)(&outcome.project)}
            </A>
        </div>
    }
}

/// One line of the table behind the plot.
fn cells(outcome: &Outcome, teller: &Teller) -> Vec<String> {
    vec![
        outcome.project.clone(),
        teller.title(&outcome.project),
        teller.amount(outcome.cost),
        teller.number(outcome.points),
        (use_text().results.fate_word)(&outcome.fate).to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(project: &str, points: u64, fate: Fate) -> Outcome {
        Outcome { project: project.to_owned(), cost: 1, points, supporters: points, fate }
    }

    #[test]
    fn winners_stand_first_in_their_order_and_then_the_most_votes() {
        let outcomes = [
            outcome("few", 1, Fate::NoPoints),
            outcome("second", 5, Fate::Won { place: 2 }),
            outcome("many", 9, Fate::TooDear { left: 0 }),
            outcome("first", 4, Fate::Won { place: 1 }),
        ];
        let names: Vec<_> = in_order(&outcomes).into_iter().map(|it| it.project).collect();
        assert_eq!(names, ["first", "second", "many", "few"]);
    }
}
