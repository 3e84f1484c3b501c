//! The report on a table: what is new, and every row that is refused with its reason.
use crate::{ui::Parts, words::use_text};
use huiyin_domain::register::{read::Refused, wire::Report};
use leptos::prelude::*;
use std::sync::Arc;

/// What importing a table would do.
#[component]
pub fn ReportShown(
    /// As the server told it.
    report: Arc<Report>,
) -> impl IntoView {
    let words = &use_text().register.import;
    let new = report.clone();
    let ignored =
        (!report.ignored.is_empty()).then(|| view! { <p>{(words.ignored)(&report.ignored)}</p> });
    view! {
        <section class="notice stack stack--tight">
            <h2>{words.report}</h2>
            <p>{words.not_stored}</p>
            <ul class="list">
                <li>{(words.rows)(report.n_rows)}</li>
                <li><strong>{(words.new)(report.n_new)}</strong></li>
                <li>{(words.known)(report.n_known, report.n_filled)}</li>
                <li><strong>{(words.refused)(report.refused.len())}</strong></li>
            </ul>
            {ignored}
        </section>
        {(!report.refused.is_empty()).then(|| view! { <RefusedRows report=report.clone() /> })}
        {(!report.new.is_empty()).then(move || view! { <NewPeople report=new /> })}
        {(report.n_missing > 0).then(|| view! { <MissingPeople report=report.clone() /> })}
    }
}

#[component]
fn RefusedRows(report: Arc<Report>) -> impl IntoView {
    let words = &use_text().register.import;
    let len = report.refused.len();
    let row = move |at: usize| {
        let Refused { row, column, why, said } = report.refused[at].clone();
        let shown = (!said.is_empty()).then(|| view! { <p class="soft">{(words.said)(&said)}</p> });
        view! {
            <p><strong>{(words.row)(row, column)}</strong></p>
            <p>{(words.why)(&why)}</p>
            {shown}
        }
        .into_any()
    };
    view! {
        <section class="stack stack--tight">
            <h2>{words.refused_rows}</h2>
            <p>{words.refused_means}</p>
            <Parts id="refused" len row more=words.show_all />
        </section>
    }
}

#[component]
fn NewPeople(report: Arc<Report>) -> impl IntoView {
    let words = &use_text().register.import;
    let n_shown = report.new.len();
    let one = |name: &str, address: &str| view! { <li>{(words.person)(name, address)}</li> };
    view! {
        <section class="stack stack--tight">
            <h2>{(words.first_new)(n_shown, report.n_new)}</h2>
            <ul class="list">
                {report.new.iter().map(|it| one(&it.name, &it.address)).collect_view()}
            </ul>
        </section>
    }
}

/// Who is on the register but not in the table. They stay, and the page says so.
#[component]
fn MissingPeople(report: Arc<Report>) -> impl IntoView {
    let words = &use_text().register.import;
    let (n_missing, len) = (report.n_missing, report.missing.len());
    let row = move |at: usize| {
        let missing = &report.missing[at];
        let address = missing.address.clone().unwrap_or_else(|| words.no_address.to_owned());
        view! { <p>{(words.person)(&missing.name, &address)}</p> }.into_any()
    };
    view! {
        <section class="stack stack--tight">
            <h2>{(words.missing)(n_missing)}</h2>
            <p>{words.missing_means}</p>
            <Parts id="missing" len row more=words.show_all_missing />
        </section>
    }
}
