//! What each rule makes of the ballots, one card each.
use crate::words::{results::Teller, use_text};
use huiyin_domain::{counting::CountingRule, rehearsal::Portrait};
use leptos::prelude::*;

/// The rules side by side; the contest's own first.
#[component]
pub fn Portraits(
    /// What came out, one for each rule.
    portraits: Vec<Portrait>,
    /// The rule the contest will be counted by.
    own: CountingRule,
    /// Writes amounts and names.
    teller: Teller,
) -> impl IntoView {
    let words = &use_text().rehearsal;
    let sure = everywhere(&portraits);
    let sure = match sure.as_slice() {
        [] => words.nothing_sure.to_owned(),
        sure => (words.sure)(&teller.names(sure)),
    };
    let card = |portrait: Portrait| {
        let is_own = portrait.rule == own;
        view! { <li><OneRule portrait is_own teller=teller.clone() /></li> }
    };
    view! {
        <section class="stack">
            <h2>{words.outcome}</h2>
            <p>{sure}</p>
            <ol class="list">{portraits.into_iter().map(card).collect_view()}</ol>
        </section>
    }
}

/// What every rule funds, in the order of the first.
fn everywhere(portraits: &[Portrait]) -> Vec<String> {
    let Some((first, others)) = portraits.split_first() else { return Vec::new() };
    let is_sure = |key: &&String| others.iter().all(|other| other.winners.contains(key));
    first.winners.iter().filter(is_sure).cloned().collect()
}

#[component]
fn OneRule(portrait: Portrait, is_own: bool, teller: Teller) -> impl IntoView {
    let text = use_text();
    let words = &text.rehearsal;
    let Portrait { rule, winners, budget, left, n_voters, n_heard, ties, places_left_out } =
        portrait;
    let spent = teller.amount(budget.saturating_sub(left));
    let row = |key: &String| view! { <li>{teller.name(key)}</li> };
    let tie = |tie: &huiyin_domain::counting::TieNote| {
        view! { <li>{(text.results.tie)(tie, &teller)}</li> }
    };
    let left_out = match places_left_out.as_slice() {
        [] => words.no_place_left_out.to_owned(),
        places => (words.places_left_out)(places),
    };
    view! {
        <div class="card stack stack--tight">
            {is_own.then(|| view! { <p class="status">{words.own}</p> })}
            <h3>{(text.contests.page.rule_name)(rule)}</h3>
            <p>{(text.contests.page.rule_means)(rule)}</p>
            <p><strong>{(words.funds)(winners.len(), &spent, &teller.amount(left))}</strong></p>
            <ol>{winners.iter().map(row).collect_view()}</ol>
            <p>{(words.heard)(n_heard, n_voters)}</p>
            <p>{left_out}</p>
            <p>{(words.ties)(ties.len())}</p>
            {(!ties.is_empty()).then(|| view! { <ul>{ties.iter().map(tie).collect_view()}</ul> })}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::counting::Utility;

    fn portrait(winners: &[&str]) -> Portrait {
        Portrait {
            rule: CountingRule::Greedy { utility: Utility::Cost },
            winners: winners.iter().map(|key| (*key).to_owned()).collect(),
            budget: 0,
            left: 0,
            n_voters: 0,
            n_heard: 0,
            ties: Vec::new(),
            places_left_out: Vec::new(),
        }
    }

    #[test]
    fn what_every_rule_funds_is_sure() {
        let all = [portrait(&["c", "a", "b"]), portrait(&["a", "c"]), portrait(&["c", "d", "a"])];
        assert_eq!(everywhere(&all), ["c", "a"]);
        assert!(everywhere(&[portrait(&["a"]), portrait(&["b"])]).is_empty());
    }
}
