//! The rules that were sealed before the vote, and the file of ballots.
use crate::{api::use_api, ui::Alarm, words::use_text};
use huiyin_domain::{contests::wire::ResultPage, ids::ContestId};
use leptos::prelude::*;
use std::sync::Arc;

/// The rules in sentences, with their seal.
#[component]
pub fn SealedRules(
    /// The result.
    page: Arc<ResultPage>,
) -> impl IntoView {
    let words = &use_text().results;
    let rules = &page.rules;
    let is_whole = rules.seal() == page.seal;
    let is_support_needed = !rules.unsupported.is_kept();
    view! {
        <section class="stack">
            <h2>{words.rules}</h2>
            <ul class="stack stack--tight">
                <li>{(words.rule)(rules.counting)}</li>
                <li>{(words.ballot)(rules.ballot)}</li>
                <li>{(words.tie_rule)(rules.draw.as_str())}</li>
                <li>{words.small_rules}</li>
                {is_support_needed.then(|| view! { <li>{words.unsupported}</li> })}
            </ul>
            <h3>{words.seal}</h3>
            <p>{words.seal_hint}</p>
            <p class="results-hash">{page.seal.clone()}</p>
            {(!is_whole).then(|| view! {
                <Alarm words=words.seal_broken />
            })}
        </section>
    }
}

/// The file of all ballots, to be kept and counted anywhere.
#[component]
pub fn PublishedFile(
    /// The result.
    page: Arc<ResultPage>,
    /// May everybody have it? A link carries no session, so before that nobody can follow it.
    is_published: bool,
) -> impl IntoView {
    let words = &use_text().results;
    let path = format!("contests/{}/ballots.pb?v={}", page.contest, page.ballots_sha256);
    let href = use_api().address(&path);
    let name = format!("contest-{}.pb", page.contest);
    let link = is_published.then(|| {
        view! {
            <a class="button button--quiet" href=href download=name>
                {(words.download)(page.ballots_bytes)}
            </a>
        }
    });
    view! {
        <section class="stack">
            <h2>{words.file}</h2>
            <p>{words.file_hint}</p>
            {link}
            {is_published.then(|| view! { <Tables contest=page.contest /> })}
            <h3>{words.sha256}</h3>
            <p class="results-hash">{page.ballots_sha256.clone()}</p>
        </section>
    }
}

/// The result and all proposals as tables and data.
#[component]
fn Tables(contest: ContestId) -> impl IntoView {
    let words = &use_text().objections;
    let api = use_api();
    let at = |name: &str| api.address(&format!("contests/{contest}/{name}"));
    let (result, proposals, data) = (at("result.csv"), at("proposals.csv"), at("result"));
    view! {
        <a class="button button--quiet" href=result download="result.csv">{words.result_table}</a>
        <a class="button button--quiet" href=proposals download="proposals.csv">
            {words.proposals_table}
        </a>
        <a class="button button--quiet" href=data download="result.json">{words.result_data}</a>
    }
}
