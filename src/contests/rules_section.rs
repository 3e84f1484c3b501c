//! The rules of a contest in plain facts, and its dates.
use super::exclusive::Exclusives;
use crate::{
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::contests::{Origin, Phase, wire::ContestPage};
use leptos::prelude::*;

/// The rules, their seal, and the dates.
#[component]
pub fn RulesSection(
    /// The contest.
    page: ContestPage,
) -> impl IntoView {
    let text = use_text();
    let words = &text.contests;
    view! {
        <section class="stack">
            <h2>{words.page.rules}</h2>
            <Facts page=page.clone() />
            <Exclusives groups=page.contest.rules.exclusive.clone() />
            <Seal page=page.clone() />
            <ButtonLink
                to=Route::Rehearsal(page.contest.id) words=text.rehearsal.open look=Look::Quiet
            />
            <h2>{words.page.dates}</h2>
            <Dates page />
        </section>
    }
}

#[component]
fn Facts(page: ContestPage) -> impl IntoView {
    let text = use_text();
    let words = &text.contests;
    // Elsewhere nobody is known to come up behind the winners.
    let is_ours = page.contest.origin == Origin::Here;
    let rules = page.contest.rules;
    let reserve = is_ours.then(|| {
        view! {
            <dt>{words.page.reserve}</dt>
            <dd>{(words.page.reserve_places)(rules.reserve_places())}</dd>
        }
    });
    let is_support_needed = !rules.unsupported.is_kept();
    let money = |amount| text.language.money(amount, &rules.currency);
    let item = |item: &huiyin_domain::words::Words<100>| view! { <li>{item.to_string()}</li> };
    let negative_list = if rules.negative_list.is_empty() {
        view! { <p>{words.page.negative_list_empty}</p> }.into_any()
    } else {
        view! { <ul class="contests-plain">{rules.negative_list.iter().map(item).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <dl class="facts contests-facts">
            <dt>{words.page.budget}</dt>
            <dd>{money(rules.budget)}</dd>
            <dt>{words.page.cap}</dt>
            <dd>{money(rules.cap)}</dd>
            <dt>{words.page.votes}</dt>
            <dd>{(words.page.votes_each)(rules.ballot)}</dd>
            <dt>{words.page.co_signs}</dt>
            <dd>{(words.page.co_signs_needed)(rules.co_signs_needed)}</dd>
            <dt>{words.manage.screening}</dt>
            <dd>{(words.manage.screening_name)(rules.screening)}</dd>
            <dt>{words.page.rule}</dt>
            <dd>
                <p>{(words.page.rule_name)(rules.counting)}</p>
                <p class="contests-meaning">{(words.page.rule_means)(rules.counting)}</p>
                {is_support_needed.then(|| view! {
                    <p class="contests-meaning">{words.page.unsupported}</p>
                })}
            </dd>
            <dt>{words.page.ties}</dt>
            <dd class="contests-meaning">{(words.page.ties_mean)(rules.draw.as_str())}</dd>
            {reserve}
            <dt>{words.page.negative_list}</dt>
            <dd class="contests-meaning">{negative_list}</dd>
        </dl>
    }
}

/// The hash of the rules once they are sealed; before that, when they will be.
#[component]
fn Seal(page: ContestPage) -> impl IntoView {
    let words = &use_text().contests;
    if !page.is_sealed {
        return view! { <p class="soft">{words.page.not_sealed}</p> }.into_any();
    }
    view! {
        <p>{words.page.seal_means}</p>
        <p>
            {words.page.seal} ": " <code class="number">{page.seal}</code>
        </p>
    }
    .into_any()
}

/// The phases that have a date, or that the organiser begins by hand before the vote is counted.
#[component]
fn Dates(page: ContestPage) -> impl IntoView {
    let text = use_text();
    let words = &text.contests;
    let schedule = page.contest.schedule;
    let row = |phase: Phase| {
        let start = schedule.start(phase);
        if start.is_none() && phase > Phase::Counting {
            return None;
        }
        let when = start.map_or(words.page.no_date.to_owned(), |start| text.language.moment(start));
        let current = (phase == page.phase).then_some("step");
        Some(view! {
            <li class="contests-date" aria-current=current>
                <span class="contests-date__phase">{(words.phase)(phase)}</span>
                <span>{when}</span>
            </li>
        })
    };
    view! {
        <ol class="contests-dates">{Phase::ALL[1..].iter().copied().filter_map(row).collect_view()}</ol>
    }
}
