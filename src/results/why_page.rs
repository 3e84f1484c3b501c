//! Why one proposal is funded or not, told from the side of those who support it.
use super::{
    counter::{Counter, CounterState},
    work::{Answer, Job},
};
use crate::{
    api::use_api,
    ballots::address::ForContest,
    routes::Route,
    ui::{ActButton, Back, ButtonLink, Fetched, Load, Look, PageHeading, Told},
    words::{results::Teller, use_text},
};
use huiyin_domain::{
    contests::wire::ResultPage,
    counting::{Outcome, SharesStory, TallyStep, Turn, Why},
    ids::ContestId,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;

type Page = Arc<ResultPage>;

/// Why (not) this one.
#[component]
pub fn WhyPage() -> impl IntoView {
    view! { <ForContest then=|id| view! { <OfContest id /> }.into_any() /> }
}

#[component]
fn OfContest(id: ContestId) -> impl IntoView {
    let words = &use_text().results;
    let api = use_api();
    let params = use_params_map();
    let key = Memo::new(move |_| params.with(|params| params.get("key").unwrap_or_default()));
    let page = Fetched::new(move || async move {
        api.get::<ResultPage>(&format!("contests/{id}/result")).await.map(Arc::new)
    });
    view! {
        <Back to=Route::Result(id) words=words.to_result />
        <Load resource=page then=move |page: Page| {
            let key = key.get();
            let outcome = page.tally.outcomes.iter().find(|it| it.project == key).cloned();
            match outcome {
                Some(outcome) => view! { <Reasons page outcome /> }.into_any(),
                None => view! { <PageHeading words=words.no_such /> }.into_any(),
            }
        } />
    }
}

/// Its turn in the order of points, if it had one.
fn turn_of(steps: &[TallyStep], project: &str) -> Option<Turn> {
    steps.iter().filter(|step| step.project() == Some(project)).find_map(|step| match step {
        TallyStep::Elected { rank, left_before: left, .. }
        | TallyStep::SkippedTooDear { rank, left, .. } => Some(Turn { rank: *rank, left: *left }),
        TallyStep::Dropped { .. }
        | TallyStep::Shared { .. }
        | TallyStep::Bought { .. }
        | TallyStep::CannotAfford { .. }
        | TallyStep::NoPoints { .. }
        | TallyStep::Excluded { .. }
        | TallyStep::RestByPoints { .. } => None,
    })
}

#[component]
fn Reasons(page: Page, outcome: Outcome) -> impl IntoView {
    let text = use_text();
    let words = &text.results;
    let teller = Teller::of(text.language, &page);
    let key = outcome.project.clone();
    let turn = turn_of(&page.tally.steps, &key);
    let turn = turn.map(|turn| (words.turn)(&turn, outcome.cost, &teller));
    let ties = page.tally.ties.iter().filter(|tie| tie.candidates.contains(&key));
    let ties = ties.map(|tie| view! { <p>{(words.tie)(tie, &teller)}</p> }).collect_view();
    let card = page.proposals.iter().find(|card| card.ballot_key == key);
    let to_proposal = card.map(|card| {
        let to = Route::Proposal(card.id);
        view! { <ButtonLink to words=(words.read_proposal)(&key) look=Look::Quiet /> }
    });
    let has_shares = page.tally.shares.is_some();
    let can_count = 0 < page.ballots_bytes;
    let support = (words.support)(outcome.supporters, outcome.points, &teller);
    view! {
        <PageHeading words=(words.why_heading)(&teller.name(&key)) />
        <p class="notice">{(words.fate)(&outcome.fate, outcome.cost, &teller)}</p>
        <p>{support}</p>
        <p>{turn}</p>
        {ties}
        {(has_shares && can_count).then(|| view! { <WithShares page project=key teller /> })}
        {(has_shares && !can_count).then(|| view! { <p>{words.too_few}</p> })}
        {to_proposal}
    }
}

/// What its supporters did with their shares; worked out from the ballots when asked for.
#[component]
fn WithShares(page: Page, project: String, teller: Teller) -> impl IntoView {
    let words = &use_text().results;
    let api = use_api();
    let counter = Counter::new();
    let ask = move || {
        let published = Box::new(page.tally.clone());
        counter.count(api, &page, Job::Why { published, project: project.clone() });
    };
    let shown = {
        let teller = teller.clone();
        move || match counter.answer() {
            Some(Answer::Explained(why)) => {
                view! { <Explained why=why.map(|why| *why) teller=teller.clone() /> }.into_any()
            }
            Some(_) | None => ().into_any(),
        }
    };
    view! {
        <section class="stack">
            <h2>{words.why_shares}</h2>
            <p>{words.shares_hint}</p>
            <ActButton
                words=words.why_button.to_owned()
                busy=Signal::derive(move || counter.is_busy())
                on_press=ask
            />
            <CounterState counter teller />
            <Told>{shown}</Told>
        </section>
    }
}

#[component]
fn Explained(why: Option<Why>, teller: Teller) -> impl IntoView {
    let words = &use_text().results;
    let story = why.and_then(|why| Some((why.supporters, why.shares?)));
    let Some((supporters, story)) = story else {
        return view! { <p>{words.no_shares}</p> }.into_any();
    };
    let SharesStory { money_at_start, decided, contributions } = story;
    let has_paid = !contributions.is_empty();
    let line = |paid: &huiyin_domain::counting::Contribution| {
        let (name, amount) = (teller.name(&paid.to), teller.fraction(&paid.amount));
        let said = (words.contribution)(paid.in_common, supporters, &name, &amount);
        view! { <li>{said}</li> }
    };
    let heading = if has_paid { words.contributions } else { words.no_contributions };
    view! {
        <div class="card">
            <p>{(words.at_start)(supporters, &teller.fraction(&money_at_start))}</p>
            <p>{heading}</p>
            {has_paid.then(|| view! {
                <ol class="stack stack--tight">
                    {contributions.iter().map(line).collect_view()}
                </ol>
            })}
            <p><strong>{(words.decided)(&decided, &teller)}</strong></p>
        </div>
    }
    .into_any()
}
