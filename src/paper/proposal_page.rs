//! The proposal form on paper, for one contest.
use super::sheet::{Ask, Foot, Head, OfficeBox, PrintPage, Tick};
use crate::{
    api::{Api, ApiError, use_api},
    contests::use_contest_id,
    routes::Route,
    ui::{Fetched, Load, NotFoundPage},
    words::{use_language, use_text},
};
use huiyin_domain::{
    communities::Community,
    contests::{Phase, wire::ContestPage},
    ids::ContestId,
    proposals::REQUESTS_MAX,
};
use leptos::prelude::*;

/// Lines for requests; who has more writes on the back.
const REQUEST_LINES: u32 = if REQUESTS_MAX < 3 { REQUESTS_MAX as u32 } else { 3 };

/// The proposal form of one contest.
#[component]
pub fn ProposalSheetPage() -> impl IntoView {
    let contest = use_contest_id();
    move || match contest.get() {
        Some(contest) => view! { <Loaded contest /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

async fn read(api: Api, contest: ContestId) -> Result<(Community, ContestPage), ApiError> {
    Ok((api.get("").await?, api.get(&format!("contests/{contest}")).await?))
}

#[component]
fn Loaded(contest: ContestId) -> impl IntoView {
    let api = use_api();
    let text = use_text();
    let both = Fetched::new(move || read(api, contest));
    view! {
        <PrintPage
            title=text.paper.proposal.title
            back=Route::Contest(contest) back_words=text.proposals.writing.back_to_contest
        >
            <Load resource=both has_heading=true then=move |(community, page)| {
                if page.phase <= Phase::Collecting {
                    view! { <Sheet community page /> }.into_any()
                } else {
                    view! { <p class="notice notice--warn">{text.paper.proposal.closed}</p> }
                        .into_any()
                }
            } />
        </PrintPage>
    }
}

#[component]
fn Sheet(community: Community, page: ContestPage) -> impl IntoView {
    let words = &use_text().paper;
    let language = use_language();
    let id = page.contest.id;
    let until = page.contest.schedule.start(Phase::Reviewing).map(|end| language.moment(end));
    view! {
        <article class="sheet paper">
            <Head
                community=community.clone() about=page.contest.title.to_string()
                title=words.proposal.title number=format!("1-{id}")
            />
            <p>{words.how_to_fill}</p>
            <p>{words.proposal.then}</p>
            <Questions />
            <Foot community until to=Route::Contest(id) />
            <OfficeBox entered=words.office.entered />
        </article>
    }
}

#[component]
fn Questions() -> impl IntoView {
    let text = &use_text().paper;
    let words = &text.proposal;
    view! {
        <Ask number=1 words=text.who.name lines=1 />
        <Ask number=2 words=text.who.home hint=text.who.home_hint lines=1 />
        <Ask number=3 words=words.what lines=2 />
        <Ask number=4 words=words.place lines=1 />
        <Ask number=5 words=words.why lines=5 />
        <Ask
            number=6 words=words.requests hint=words.requests_hint
            lines=REQUEST_LINES is_list=true
        />
        <Ask number=7 words=words.cost>
            <p class="paper-ticks"><span>{words.cost_line}</span> <Tick words=words.cost_unknown /></p>
        </Ask>
        <Ask number=8 words=words.reach>
            <p class="paper-ticks">
                <Tick words=words.reach_phone />
                <Tick words=words.reach_home />
                <Tick words=words.reach_none />
            </p>
        </Ask>
        <Ask number=9 words=words.consent>
            <p class="paper-ticks"><Tick words=words.consent_line /></p>
            <p class="paper-sign">{words.sign}</p>
        </Ask>
    }
}
