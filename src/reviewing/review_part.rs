//! The review as staff see it: by which day, who was asked, and what each finds.
use crate::words::use_text;
use huiyin_domain::proposals::{
    Finding, StageKind,
    wire::{AskedView, ProposalPage, ReviewView},
};
use leptos::prelude::*;

/// What departments were asked and say; nothing while nobody was asked.
#[component]
pub(super) fn ReviewPart(
    /// The proposal.
    page: RwSignal<ProposalPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.reviewing.review;
    let shown = move |review: &ReviewView, is_under_way: bool, currency: &str| {
        let due = is_under_way.then(|| {
            let class = if review.n_days_late > 0 { "ledger-late" } else { "" };
            let due = (words.due)(&text.language.date(review.due), review.n_days_late);
            view! { <p class=class>{due}</p> }
        });
        let asked = review.asked.iter().enumerate();
        let asked = asked.map(|(at, asked)| {
            let is_lead = at == 0;
            view! { <Asked asked=asked.clone() is_lead currency=currency.to_owned() /> }
        });
        view! {
            <section class="stack stack--tight">
                <h2>{words.heading}</h2>
                {due}
                <ul class="list">{asked.collect_view()}</ul>
            </section>
        }
    };
    move || {
        page.with(|page| {
            let is_under_way = page.stage.kind() == StageKind::UnderReview;
            page.review.as_ref().map(|review| shown(review, is_under_way, &page.currency))
        })
    }
}

/// One department that was asked.
#[component]
fn Asked(asked: AskedView, is_lead: bool, currency: String) -> impl IntoView {
    let text = use_text();
    let words = &text.reviewing.review;
    let name = (words.asked)(&text.language.of(&asked.name), is_lead);
    let said = match (&asked.finding, asked.has_answered) {
        // As residents read it once the public answer is given.
        (Some(finding), _) => {
            (text.proposals.life.finding)(&name, finding, &cost_of(finding, &currency))
        }
        (None, true) => (words.has_answered)(&name),
        (None, false) => (words.waits)(&name),
    };
    view! { <li class="prose">{said}</li> }
}

fn cost_of(finding: &Finding, currency: &str) -> String {
    match finding {
        Finding::Feasible { cost, .. } => use_text().language.money(*cost, currency),
        Finding::NotFeasible { .. } => String::new(),
    }
}
