//! What another rule would have chosen: for information, counted here when asked for.
use super::{
    counter::{Counter, CounterState},
    work::{Answer, Job},
};
use crate::{
    api::use_api,
    routes::Route,
    ui::{ActButton, ButtonLink, Look, Told},
    words::{results::Teller, use_text},
};
use huiyin_domain::{
    contests::wire::ResultPage,
    counting::{Completion, CountingRule, Rules, Tally, Utility},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The rule to compare with: the two families stand for two ideas of fairness.
fn other_than(rule: CountingRule) -> CountingRule {
    match rule {
        CountingRule::Greedy { .. } => CountingRule::EqualShares {
            utility: Utility::Cost,
            completion: Completion::Add1Greedy { exhaustive_stop: true },
        },
        CountingRule::EqualShares { .. } => CountingRule::Greedy { utility: Utility::Cost },
    }
}

/// Those of `these` that are not among `those`.
fn only(these: &[String], those: &[String]) -> Vec<String> {
    these.iter().filter(|key| !those.contains(key)).cloned().collect()
}

/// Counts by the other rule when asked, and says what would have been different.
#[component]
pub fn OtherRule(
    /// The result.
    page: Arc<ResultPage>,
    /// Writes amounts and names.
    teller: Teller,
) -> impl IntoView {
    let words = &use_text().results;
    let api = use_api();
    let counter = Counter::new();
    let winners = page.tally.winners.clone();
    let rehearsal = Route::Rehearsal(page.contest);
    let ask = move || {
        let rules = page.rules.for_counting();
        let rules = Rules { rule: other_than(rules.rule), ..rules };
        counter.count(api, &page, Job::Count { rules });
    };
    let shown = {
        let teller = teller.clone();
        move || match counter.answer() {
            Some(Answer::Counted(other)) => {
                let (teller, winners) = (teller.clone(), winners.clone());
                view! { <Chosen other=*other winners teller /> }.into_any()
            }
            Some(_) | None => ().into_any(),
        }
    };
    view! {
        <section class="stack">
            <h2>{words.other}</h2>
            <p>{words.other_hint}</p>
            <ActButton
                words=words.other_button.to_owned()
                look=Look::Quiet
                busy=Signal::derive(move || counter.is_busy())
                on_press=ask
            />
            <CounterState counter teller />
            <Told>{shown}</Told>
            <ButtonLink to=rehearsal words=words.other_more look=Look::Quiet />
        </section>
    }
}

#[component]
fn Chosen(other: Tally, winners: Vec<String>, teller: Teller) -> impl IntoView {
    let words = &use_text().results;
    let total = teller.amount(other.total_cost);
    let (gains, losses) = (only(&other.winners, &winners), only(&winners, &other.winners));
    let is_same = gains.is_empty() && losses.is_empty();
    let list = |heading: &'static str, keys: Vec<String>| {
        let rows = keys.iter().map(|key| view! { <li>{teller.name(key)}</li> }).collect_view();
        (!keys.is_empty()).then(|| view! { <h3>{heading}</h3> <ul>{rows}</ul> })
    };
    view! {
        <div class="card">
            <p>{(words.other_result)(other.rules.rule, other.winners.len(), &total)}</p>
            {is_same.then(|| view! { <p>{words.other_same}</p> })}
            {list(words.other_gains, gains)}
            {list(words.other_losses, losses)}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_family_is_compared_with_the_other() {
        let greedy = CountingRule::Greedy { utility: Utility::Cost };
        let shares = other_than(greedy);
        assert!(matches!(shares, CountingRule::EqualShares { .. }));
        assert_eq!(other_than(shares), greedy);
    }
}
