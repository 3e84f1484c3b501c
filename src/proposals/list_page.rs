//! The proposals of a contest, sorted as the address says.
use super::stage_tag::StageTag;
use crate::{
    accessibility::use_modes,
    api::{Api, ApiError, use_api},
    browser::document,
    contests::use_contest_id,
    routes::Route,
    ui::{
        A, ActButton, Alarm, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, PageHeading,
        Screen, Screens, say,
    },
    words::use_text,
};
use huiyin_domain::{
    contests::wire::{ContestList, Offer},
    ids::ContestId,
    proposals::wire::{ProposalCard, ProposalList},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// In which order the list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Newest,
    CoSigns,
    Number,
}

impl Sort {
    const ALL: [Self; 3] = [Self::Newest, Self::CoSigns, Self::Number];

    fn name(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::CoSigns => "co_signs",
            Self::Number => "number",
        }
    }

    fn parse(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == raw)
    }

    fn words(self) -> &'static str {
        let words = &use_text().proposals;
        match self {
            Self::Newest => words.newest,
            Self::CoSigns => words.most_co_signed,
            Self::Number => words.by_number,
        }
    }
}

async fn read(
    api: Api,
    contest: ContestId,
    sort: Sort,
    after: Option<String>,
) -> Result<ProposalList, ApiError> {
    api.get(&ProposalList::path(contest, sort.name(), after.as_deref())).await
}

/// All proposals of a contest.
#[component]
pub fn ListPage() -> impl IntoView {
    let contest = use_contest_id();
    move || match contest.get() {
        Some(contest) => view! { <Sorted contest /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Sorted(contest: ContestId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let query = use_query_map();
    let sort = Memo::new(move |_| {
        query.read().get("sort").and_then(|raw| Sort::parse(&raw)).unwrap_or(Sort::Newest)
    });
    let list = Fetched::new(move || read(api, contest, sort.get(), None));
    let is_elder = use_modes().is_elder();
    view! {
        <Back to=Route::Contest(contest) words=text.proposals.writing.back_to_contest />
        {(!is_elder).then(|| view! {
            <PageHeading words=text.proposals.heading />
            <SortLinks contest sort />
        })}
        <Load resource=list has_heading=true then=move |list: ProposalList| view! {
            <List contest list sort />
        } />
    }
}

#[component]
fn SortLinks(contest: ContestId, sort: Memo<Sort>) -> impl IntoView {
    let link = move |it: Sort| {
        // The router adds the path in which the app lives to its own links alone.
        let (base, to) = (document::base_path(), Route::Proposals(contest).href());
        let href = format!("{}{to}?sort={}", base.trim_end_matches('/'), it.name());
        let current = move || (sort.get() == it).then_some("true");
        view! {
            <li>
                // A plain link: the router's own marks every order of this path as the current one.
                <a href=href class="proposals-sort__link" aria-current=current>{it.words()}</a>
            </li>
        }
    };
    view! {
        <nav aria-label=use_text().proposals.sort>
            <ul class="proposals-sort__list">{Sort::ALL.map(link).collect_view()}</ul>
        </nav>
    }
}

#[component]
fn List(contest: ContestId, list: ProposalList, sort: Memo<Sort>) -> impl IntoView {
    let text = use_text();
    let total = list.total;
    let is_elder = use_modes().is_elder();
    if list.items.is_empty() {
        let heading = is_elder.then(|| view! { <PageHeading words=text.proposals.heading /> });
        return view! { {heading} <Empty contest /> }.into_any();
    }
    let cards = RwSignal::new(list.items);
    let next = RwSignal::new(list.next);
    if is_elder {
        return view! { <FewAtATime contest sort total cards next /> }.into_any();
    }
    let card = |card: ProposalCard| view! { <li><Card card /></li> };
    let sort = sort.get_untracked();
    view! {
        <p>{(text.proposals.total)(total)}</p>
        <ul class="list">
            <For each=move || cards.get() key=|card| card.id children=card />
        </ul>
        {move || next.get().map(|after| view! { <More contest sort after total cards next /> })}
    }
    .into_any()
}

/// How many stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

/// The elder mode's list: three a screen; the order can be changed on the last one.
#[component]
fn FewAtATime(
    contest: ContestId,
    sort: Memo<Sort>,
    total: u32,
    cards: RwSignal<Vec<ProposalCard>>,
    next: RwSignal<Option<String>>,
) -> impl IntoView {
    let text = use_text();
    let few = |few: &[ProposalCard]| {
        let few = few.to_vec();
        Screen::new(move || {
            let card = |card: ProposalCard| view! { <li><Card card /></li> };
            view! { <ul class="list">{few.clone().into_iter().map(card).collect_view()}</ul> }
        })
    };
    let last = Screen::new(move || {
        let by = sort.get_untracked();
        view! {
            <p>{(text.proposals.total)(total)}</p>
            {move || next.get().map(|after| view! { <More contest sort=by after total cards next /> })}
            <SortLinks contest sort />
        }
    });
    let screens = Signal::derive(move || {
        let few = cards.with(|cards| cards.chunks(ON_A_SCREEN).map(few).collect::<Vec<_>>());
        few.into_iter().chain([last.clone()]).collect::<Vec<_>>()
    });
    view! { <Screens heading=text.proposals.heading screens /> }
}

/// Nothing yet: what to do first.
#[component]
fn Empty(contest: ContestId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    // The cards say as well what one may do, and are much less to read than the contest's page.
    let all = Fetched::new(move || async move { api.get::<ContestList>("contests").await });
    view! {
        <Load resource=all has_heading=true then=move |all: ContestList| {
            let here = all.items.iter().find(|card| card.id == contest);
            if here.is_some_and(|card| card.offers.contains(&Offer::Propose)) {
                let to = Route::Propose(contest, "what");
                view! {
                    <p>{text.proposals.none}</p>
                    <ButtonLink to words=text.contests.propose />
                }
                .into_any()
            } else {
                view! { <p>{text.proposals.none_now}</p> }.into_any()
            }
        } />
    }
}

/// Shows the next ones; the focus goes to the first of them.
#[component]
fn More(
    contest: ContestId,
    sort: Sort,
    after: String,
    total: u32,
    cards: RwSignal<Vec<ProposalCard>>,
    next: RwSignal<Option<String>>,
) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let error = RwSignal::new(None);
    let fetch = Action::new_local(move |(): &()| {
        let after = after.clone();
        async move {
            let answer = read(api, contest, sort, Some(after)).await;
            // Whoever has left the list is not called back.
            if error.is_disposed() {
                return;
            }
            match answer {
                Ok(more) => {
                    let first = more.items.first().map(|card| link_id(card.id.0));
                    say((text.proposals.more_shown)(more.items.len()));
                    cards.update(|cards| cards.extend(more.items));
                    next.set(more.next);
                    // The new cards are in the page after this turn of the event loop.
                    gloo_timers::future::TimeoutFuture::new(0).await;
                    document::focus_id(&first.unwrap_or_default());
                }
                Err(problem) => error.set(Some(text.problems.error(&problem))),
            }
        }
    });
    let left = total.saturating_sub(u32::try_from(cards.read_untracked().len()).unwrap_or(total));
    view! {
        {move || error.get().map(|words: String| view! {
            <Alarm words=words />
        })}
        <ActButton
            words=(text.proposals.more)(left)
            look=Look::Quiet
            busy=fetch.pending()
            on_press=move || { error.set(None); fetch.dispatch_local(()); }
        />
    }
}

fn link_id(number: u32) -> String {
    format!("proposal-{number}")
}

/// One proposal on the list.
#[component]
fn Card(card: ProposalCard) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    // The title says what there is to see; a thumbnail repeats it.
    let photo = card.photo.map(|photo| {
        let address = api.address(&format!("photos/{}", photo.0));
        view! { <img class="proposals-thumb" src=address alt="" loading="lazy" /> }
    });
    view! {
        <article class="card">
            <p class="card__number">{(text.proposals.number)(card.id.0)}</p>
            <h2>
                <A
                    href=Route::Proposal(card.id).href()
                    attr:id=link_id(card.id.0)
                    attr:class="card__link"
                >
                    <bdi>{card.title}</bdi>
                </A>
            </h2>
            {photo}
            <p dir="auto">{card.place}</p>
            <StageTag stage=card.stage.kind() />
            <p>{(text.proposals.co_signs)(card.n_co_signs)}</p>
        </article>
    }
}
