//! The result on one sheet of A4, for the notice board: who won, the money, and how to count again.
use crate::{
    api::{Api, ApiError, use_api},
    contests::use_contest_id,
    paper::sheet::{Foot, PrintPage},
    routes::Route,
    ui::{Fetched, Load, NotFoundPage},
    words::{results::Teller, use_text},
};
use huiyin_domain::{
    communities::Community,
    contests::{CountState, wire::ResultPage},
    ids::ContestId,
};
use leptos::prelude::*;

/// All that stands on the poster.
#[derive(Clone, Debug)]
struct Poster {
    community: Community,
    page: ResultPage,
}

async fn read(api: Api, id: ContestId) -> Result<Poster, ApiError> {
    let community = api.get::<Community>("").await?;
    Ok(Poster { community, page: api.get(&format!("contests/{id}/result")).await? })
}

/// The poster.
#[component]
pub fn PosterPage() -> impl IntoView {
    let id = use_contest_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: ContestId) -> impl IntoView {
    let words = &use_text().results;
    let api = use_api();
    let poster = Fetched::new(move || read(api, id));
    view! {
        <PrintPage
            title=words.poster.title back=Route::Result(id) back_words=words.to_result
        >
            <Load resource=poster has_heading=true then=|poster| view! { <Sheet poster /> } />
        </PrintPage>
    }
}

#[component]
fn Sheet(poster: Poster) -> impl IntoView {
    let text = use_text();
    let words = &text.results;
    let Poster { community, page } = poster;
    let teller = Teller::of(text.language, &page);
    let name = text.language.of(&community.name);
    let is_published = matches!(page.count, CountState::Published { .. });
    let tally = &page.tally;
    let left = tally.budget.saturating_sub(tally.total_cost);
    let winner = |key: &String| {
        let outcome = tally.outcomes.iter().find(|outcome| outcome.project == *key);
        let facts =
            outcome.map(|it| format!("{} · {}", teller.amount(it.cost), teller.points(it.points)));
        view! { <li><strong>{teller.name(key)}</strong> " " {facts}</li> }
    };
    let winners = tally.winners.iter().map(winner).collect_view();
    let n_decisive = tally.ties.iter().filter(|tie| tie.decisive).count();
    let can_recount = 0 < page.ballots_bytes;
    let to = if can_recount { Route::Recount(page.contest) } else { Route::Result(page.contest) };
    view! {
        <article class="sheet paper">
            <header class="paper-head"><p>{name}</p></header>
            <h2 class="sheet__title">{(words.heading)(&page.title)}</h2>
            {(!is_published).then(|| view! { <p><strong>{words.not_published}</strong></p> })}
            <section class="paper-ask">
                <h3>{(words.winners)(tally.winners.len())}</h3>
                {tally.winners.is_empty().then(|| view! { <p>{words.no_winners}</p> })}
                <ol>{winners}</ol>
            </section>
            <section class="paper-ask">
                <h3>{words.facts}</h3>
                <p>{(words.poster.money)(
                    &teller.amount(tally.budget),
                    &teller.amount(tally.total_cost),
                    &teller.amount(left),
                )}</p>
                <p>{(words.turnout_is)(tally.n_voters, page.n_eligible, tally.n_blank)}</p>
            </section>
            <section class="paper-ask">
                <h3>{words.poster.rule}</h3>
                <p>{(words.rule)(page.rules.counting)}</p>
                <p>{(words.poster.ties)(n_decisive)}</p>
            </section>
            <p><strong>{if can_recount { words.poster.recount } else { words.too_few }}</strong></p>
            <Foot community is_handed_in=false until=None to />
        </article>
    }
}
