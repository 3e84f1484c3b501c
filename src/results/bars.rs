//! Every proposal with its votes as a bar, what became of it, and the same as a table.
use super::parts::Parts;
use crate::{
    routes::Route,
    words::{results::Teller, use_text},
};
use huiyin_domain::{
    contests::wire::ResultPage,
    counting::{Fate, Outcome},
};
use leptos::prelude::*;
use leptos_router::components::A;
use std::sync::Arc;

/// The length of the longest bar.
const FULL: u64 = 1_000;

/// Winners in their order, then the others by points.
fn in_order(outcomes: &[Outcome]) -> Vec<Outcome> {
    let mut sorted = outcomes.to_vec();
    sorted.sort_by_key(|outcome| match outcome.fate {
        Fate::Won { place } => (0, u64::from(place), 0),
        Fate::TooDear { .. } | Fate::NotAfforded { .. } | Fate::NoPoints | Fate::Dropped => {
            (1, u64::MAX - outcome.points, outcome.cost)
        }
    });
    sorted
}

/// How long the bar of so many points is.
fn length(points: u64, most: u64) -> u64 {
    let length = u128::from(points) * u128::from(FULL) / u128::from(most.max(1));
    u64::try_from(length).unwrap_or(FULL).min(FULL)
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
    let len = outcomes.len();
    let row = {
        let (outcomes, teller) = (outcomes.clone(), teller.clone());
        move |at: usize| {
            let outcome = outcomes[at].clone();
            let why = Route::Why(contest, outcome.project.clone());
            view! { <Bar outcome most why teller=teller.clone() /> }.into_any()
        }
    };
    view! {
        <section class="stack">
            <h2>{words.all}</h2>
            <p class="soft">{words.bars_hint}</p>
            <Parts id="proposals" len row more=words.show_all />
            <details class="results-details">
                <summary>{words.as_table}</summary>
                <Table outcomes=outcomes.to_vec() teller />
            </details>
        </section>
    }
}

#[component]
fn Bar(outcome: Outcome, most: u64, why: Route, teller: Teller) -> impl IntoView {
    let words = &use_text().results;
    let length = length(outcome.points, most);
    let has_won = matches!(outcome.fate, Fate::Won { .. });
    let title = teller.title(&outcome.project);
    let said = format!("{} · {}", teller.points(outcome.points), teller.amount(outcome.cost));
    view! {
        <div class="results-row">
            <p class="results-row__name">
                <strong>{teller.key(&outcome.project)}</strong>
                " "
                {title}
            </p>
            <svg
                class="results-bar"
                viewBox="0 0 1000 24"
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
            >
                <rect
                    class="results-bar__fill"
                    data-won=has_won.to_string()
                    x="2"
                    y="2"
                    width=length.saturating_sub(4).max(2).to_string()
                    height="20"
                />
            </svg>
            <p class="number">{said} " · " <strong>{(words.fate_word)(&outcome.fate)}</strong></p>
            <A href=why.href() attr:class="results-row__why">
                {(words.why_link)(&outcome.project)}
            </A>
        </div>
    }
}

#[component]
fn Table(outcomes: Vec<Outcome>, teller: Teller) -> impl IntoView {
    let words = &use_text().results;
    let columns = words.columns.map(|column| view! { <th scope="col">{column}</th> });
    let row = |outcome: Outcome| {
        view! {
            <tr>
                <td>{outcome.project.clone()}</td>
                <th scope="row">{teller.title(&outcome.project)}</th>
                <td class="number">{teller.amount(outcome.cost)}</td>
                <td class="number">{teller.number(outcome.points)}</td>
                <td>{(words.fate_word)(&outcome.fate)}</td>
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.as_table>
            <table>
                <thead>
                    <tr>{columns.collect_view()}</tr>
                </thead>
                <tbody>{outcomes.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
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

    #[test]
    fn the_longest_bar_is_full_and_no_votes_are_no_bar() {
        assert_eq!((length(9, 9), length(0, 9), length(0, 0)), (FULL, 0, 0));
        assert_eq!(length(u64::MAX, u64::MAX), FULL);
    }
}
