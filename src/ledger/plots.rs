//! The plots of the ledger: received, answered in time, overdue; a table stands behind each.
use super::{filter, names};
use crate::{
    accessibility::use_modes,
    ui::{Bar, BarLook, Parts, PlotTable, bar_length},
    words::use_text,
};
use huiyin_domain::{
    feedback::{
        Owner,
        figures::Counts,
        wire::{Group, LedgerFilter, LedgerPage},
    },
    ids::DepartmentId,
};
use leptos::prelude::*;
use std::sync::Arc;

/// A group of the ledger with its name, and the selection of it alone where there is one.
#[derive(Clone)]
struct Line {
    name: String,
    href: Option<String>,
    counts: Counts,
}

/// The lines of a plot; `choose` narrows the selection down to one group.
fn lines<K>(
    groups: &[Group<K>],
    chosen: &LedgerFilter,
    name: impl Fn(Option<&K>) -> String,
    choose: impl Fn(&mut LedgerFilter, &K),
) -> Vec<Line> {
    let line = |group: &Group<K>| {
        let href = group.key.as_ref().map(|key| {
            let mut narrowed = chosen.clone();
            choose(&mut narrowed, key);
            filter::href(&narrowed, None)
        });
        Line { name: name(group.key.as_ref()), href, counts: group.counts }
    };
    groups.iter().map(line).collect()
}

/// The first of the plots.
const BY_MONTH: &str = "by-month";

/// By month.
#[component]
pub(super) fn ByMonth(page: LedgerPage, chosen: LedgerFilter) -> impl IntoView {
    let text = use_text();
    let lines = lines(
        &page.by_month,
        &chosen,
        |month| month.map_or(String::new(), |month| text.language.month(month)),
        |filter, month| filter.month = Some(month.clone()),
    );
    view! { <Plot id=BY_MONTH heading=text.ledger.plots.by_month lines /> }
}

/// By department.
#[component]
pub(super) fn ByDepartment(page: LedgerPage, chosen: LedgerFilter) -> impl IntoView {
    // What no department owes, the office itself does.
    let owner = |id: Option<DepartmentId>| id.map_or(Owner::Office, |id| Owner::Department { id });
    let by_owner: Vec<_> = page
        .by_department
        .iter()
        .map(|group| Group { key: Some(owner(group.key)), counts: group.counts })
        .collect();
    let lines = lines(
        &by_owner,
        &chosen,
        |owner| owner.map_or(String::new(), |owner| names::owner_name(&page.names, *owner)),
        |filter, owner| filter.department = Some(*owner),
    );
    let heading = use_text().ledger.plots.by_department;
    view! { <Plot id="by-department" heading lines /> }
}

/// By what it is about.
#[component]
pub(super) fn ByTheme(page: LedgerPage, chosen: LedgerFilter) -> impl IntoView {
    let text = use_text();
    let words = &text.ledger.plots;
    let lines = lines(
        &page.by_theme,
        &chosen,
        |theme| theme.map_or(words.no_theme, |theme| (text.feedback.theme)(*theme)).to_owned(),
        |filter, theme| filter.theme = Some(*theme),
    );
    view! { <Plot id="by-theme" heading=words.by_theme lines /> }
}

/// By place.
#[component]
pub(super) fn ByPlace(page: LedgerPage, chosen: LedgerFilter) -> impl IntoView {
    let words = &use_text().ledger.plots;
    let lines = lines(
        &page.by_place,
        &chosen,
        |place| match place {
            Some(place) => names::place_name(&page.names, *place),
            None => words.no_place.to_owned(),
        },
        |filter, place| filter.place = Some(*place),
    );
    view! { <Plot id="by-place" heading=words.by_place lines /> }
}

#[component]
fn Plot(id: &'static str, heading: &'static str, lines: Vec<Line>) -> impl IntoView {
    let words = &use_text().ledger.plots;
    if lines.is_empty() {
        return ().into_any();
    }
    // One below the other, they need to be explained once.
    let is_first = id == BY_MONTH || use_modes().is_elder();
    let most = lines.iter().map(|line| line.counts.n_sent).max().unwrap_or(0);
    let rows = lines.iter().map(cells).collect();
    let len = lines.len();
    let lines = Arc::new(lines);
    let row = move |at: usize| view! { <Bars line=lines[at].clone() most /> }.into_any();
    view! {
        <section class="stack stack--tight">
            <h2>{heading}</h2>
            {is_first.then(|| view! { <p class="soft">{words.hint}</p> })}
            <Parts id len row more=words.show_all />
            <PlotTable
                words=(words.as_table)(heading) columns=words.columns.to_vec() named_by=0 rows
            />
        </section>
    }
    .into_any()
}

fn cells(line: &Line) -> Vec<String> {
    let Counts { n_sent, n_in_time, n_overdue, .. } = line.counts;
    let numbers = [n_sent, n_in_time, n_overdue].map(|number| number.to_string());
    [line.name.clone()].into_iter().chain(numbers).collect()
}

/// One group: its name, and a bar for each number.
#[component]
fn Bars(line: Line, most: u32) -> impl IntoView {
    let words = &use_text().ledger.plots;
    let Counts { n_sent, n_in_time, n_overdue, .. } = line.counts;
    let bars = [
        ((words.sent)(n_sent), n_sent, BarLook::Outline),
        ((words.in_time)(n_in_time), n_in_time, BarLook::Filled),
        ((words.overdue)(n_overdue), n_overdue, BarLook::Dashed),
    ];
    let bar = |(said, number, look): (String, u32, BarLook)| {
        let length = bar_length(number.into(), most.into());
        view! {
            <p class="number">{said}</p>
            {(number > 0).then(|| view! { <Bar length look /> })}
        }
    };
    let name = match line.href {
        Some(href) => view! { <a href=href class="card__link">{line.name}</a> }.into_any(),
        None => view! { <strong>{line.name}</strong> }.into_any(),
    };
    view! {
        <div class="ledger-group">
            {name}
            {bars.map(bar).collect_view()}
        </div>
    }
}
