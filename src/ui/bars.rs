//! Bars beside their words, and the table behind a plot.
use crate::browser::document;
use leptos::{html::Div, prelude::*};

/// The length of the longest bar.
const FULL: u64 = 1_000;

/// How long the bar of `part` is, where the longest stands for `most`.
pub fn bar_length(part: u64, most: u64) -> u64 {
    let length = u128::from(part) * u128::from(FULL) / u128::from(most.max(1));
    u64::try_from(length).unwrap_or(FULL).min(FULL)
}

/// How a bar is drawn; what it stands for is always said in words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarLook {
    /// Its edge alone.
    Outline,
    /// Full.
    Filled,
    /// A broken edge.
    Dashed,
}

impl BarLook {
    fn word(self) -> &'static str {
        match self {
            Self::Outline => "outline",
            Self::Filled => "filled",
            Self::Dashed => "dashed",
        }
    }
}

/// One bar, for whoever would rather look than read.
#[component]
pub fn Bar(
    /// How long it is, as [`bar_length`] says.
    length: u64,
    /// How it is drawn.
    look: BarLook,
) -> impl IntoView {
    view! {
        <svg
            class="bar" viewBox="0 0 1000 24" preserveAspectRatio="none"
            aria-hidden="true" focusable="false"
        >
            <rect
                class="bar__fill" data-look=look.word()
                x="2" y="2" width=length.saturating_sub(4).max(2).to_string() height="20"
            />
        </svg>
    }
}

/// The table behind a plot: the same numbers, opened when asked for.
#[component]
pub fn PlotTable(
    /// The words that open it; no two tables of a page have the same.
    #[prop(into)]
    words: String,
    /// The heads of its columns.
    columns: Vec<&'static str>,
    /// Which column names the row, from nought.
    named_by: usize,
    /// Its rows, a cell for each column.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    let columns = columns.into_iter().map(|column| view! { <th scope="col">{column}</th> });
    let cell = move |(at, cell): (usize, String)| match at == named_by {
        true => view! { <th scope="row">{cell}</th> }.into_any(),
        false => view! { <td class="number">{cell}</td> }.into_any(),
    };
    let row = move |row: Vec<String>| {
        view! { <tr>{row.into_iter().enumerate().map(cell).collect_view()}</tr> }
    };
    // Only what scrolls is a stop on the way of the Tab key; a closed table has no width yet.
    let place = NodeRef::<Div>::new();
    let scrolls = RwSignal::new(false);
    let measure = move |_| {
        if let Some(place) = place.get_untracked() {
            scrolls.set(document::is_wider_inside(&place));
        }
    };
    let label = words.clone();
    view! {
        <details class="plot-table" on:toggle=measure>
            <summary>{words}</summary>
            <div
                node_ref=place
                class="scroll"
                tabindex=move || scrolls.get().then_some("0")
                role=move || scrolls.get().then_some("region")
                aria-label=move || scrolls.get().then(|| label.clone())
            >
                <table>
                    <thead>
                        <tr>{columns.collect_view()}</tr>
                    </thead>
                    <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_bar_is_full_and_nothing_is_no_bar() {
        assert_eq!((bar_length(9, 9), bar_length(0, 9), bar_length(0, 0)), (FULL, 0, 0));
        assert_eq!(bar_length(u64::MAX, u64::MAX), FULL);
    }
}
