//! The guide to a ballot on paper: what can be chosen, to be read and marked at home.
use super::sheet::{Foot, Head, PrintPage, Tick};
use crate::{
    api::{Api, ApiError, use_api},
    contests::use_contest_id,
    routes::Route,
    ui::{Fetched, Load, NotFoundPage},
    words::{use_language, use_text},
};
use huiyin_domain::{
    ballots::guide::{BallotGuide, GuideLine},
    communities::Community,
    contests::{ContestRules, Phase},
    counting::{BallotStyle, PointsLimit},
    ids::ContestId,
};
use leptos::prelude::*;

/// The guide to the ballot of one contest.
#[component]
pub fn BallotSheetPage() -> impl IntoView {
    let contest = use_contest_id();
    move || match contest.get() {
        Some(contest) => view! { <Loaded contest /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

async fn read(api: Api, contest: ContestId) -> Result<(Community, BallotGuide), ApiError> {
    Ok((api.get("").await?, api.get(&format!("contests/{contest}/ballot-guide")).await?))
}

#[component]
fn Loaded(contest: ContestId) -> impl IntoView {
    let api = use_api();
    let text = use_text();
    let both = Fetched::new(move || read(api, contest));
    view! {
        <PrintPage
            title=text.paper.ballot.title
            back=Route::Contest(contest) back_words=text.proposals.writing.back_to_contest
        >
            <Load resource=both has_heading=true then=move |(community, guide)| {
                view! { <Sheet community guide /> }
            } />
        </PrintPage>
    }
}

#[component]
fn Sheet(community: Community, guide: BallotGuide) -> impl IntoView {
    let words = &use_text().paper.ballot;
    let id = guide.contest;
    let may_change = guide.phase < Phase::Notice;
    let how_many = match guide.proposals.len() {
        0 => words.nothing.to_owned(),
        n => {
            let how_many = (words.how_many)(n, guide.rules.votes_per_person());
            let how = how_else(&guide.rules);
            how.map_or(how_many.clone(), |how| format!("{how_many}{how}"))
        }
    };
    let style = guide.rules.ballot;
    let currency = guide.rules.currency.clone();
    let line = move |line| view! { <li><Line line style currency=currency.clone() /></li> };
    let lines = guide.proposals.iter().cloned().map(line).collect_view();
    view! {
        <article class="sheet paper">
            <Head
                community=community.clone() about=guide.title.clone()
                title=words.title number=format!("2-{id}")
            />
            <p class="paper-warning"><strong>{words.not_a_ballot}</strong></p>
            {may_change.then(|| view! { <p class="paper-warning">{words.may_change}</p> })}
            <p><strong>{how_many}</strong></p>
            <ul class="paper-list">{lines}</ul>
            <How guide community />
        </article>
    }
}

/// How this ballot is marked, where it is not by choosing so many.
fn how_else(rules: &ContestRules) -> Option<String> {
    let text = use_text();
    let words = &text.paper.ballot;
    match rules.ballot {
        BallotStyle::Approval { .. } => None,
        BallotStyle::Knapsack => {
            Some((words.within)(&text.language.money(rules.budget, &rules.currency)))
        }
        BallotStyle::Points { limit } => {
            limit.map(|PointsLimit { total, each }| (words.points)(total, each))
        }
        BallotStyle::Ranking { k } => Some((words.order)(k)),
    }
}

/// Where one notes for oneself what one wants to mark.
fn my_mark(style: BallotStyle) -> AnyView {
    let text = use_text();
    match style {
        BallotStyle::Approval { .. } | BallotStyle::Knapsack => {
            view! { <Tick words=text.paper.ballot.my_mark /> }.into_any()
        }
        BallotStyle::Points { .. } => text.ballots.styles.my_points.into_any(),
        BallotStyle::Ranking { .. } => text.ballots.styles.my_place.into_any(),
    }
}

#[component]
fn Line(line: GuideLine, style: BallotStyle, currency: String) -> impl IntoView {
    let text = use_text();
    let words = &text.paper.ballot;
    let cost = line.cost.map(|cost| (words.cost)(&text.language.money(cost, &currency)));
    view! {
        <h3 class="paper-choice">
            <span class="number">{(text.proposals.number)(line.id.0)}</span>
            <span class="paper-choice__title" dir="auto">{line.title}</span>
        </h3>
        <p>{(words.place)(&line.place)}</p>
        {cost.map(|cost| view! { <p>{cost}</p> })}
        <p>{(words.why)(&line.why)}</p>
        <p class="paper-ticks">{my_mark(style)}</p>
    }
}

/// How and until when to vote, on a phone and at the office.
#[component]
fn How(guide: BallotGuide, community: Community) -> impl IntoView {
    let text = use_text();
    let words = &text.paper.ballot;
    let language = use_language();
    let opens = guide.opens.filter(|_| guide.phase < Phase::Voting);
    let opens = opens.map(|at| (words.opens)(&language.moment(at)));
    let closes = guide.closes.map(|at| (words.closes)(&language.moment(at)));
    let office = (words.how_office)(&language.of(&community.office));
    view! {
        <section class="paper-ask">
            <h3>{words.how}</h3>
            {opens.map(|opens| view! { <p><strong>{opens}</strong></p> })}
            <p><strong>{closes.unwrap_or(words.no_date.to_owned())}</strong></p>
            <p>{words.how_phone}</p>
            <p>{office}</p>
            <p>{words.secret}</p>
        </section>
        <Foot community until=None is_handed_in=false to=Route::Vote(guide.contest) />
    }
}
