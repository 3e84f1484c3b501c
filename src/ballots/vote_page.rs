//! Voting, first screen: one big card for each proposal, and how many may still be chosen.
use super::{
    address::ForContest,
    card::VoteCard,
    choosing::Choosing,
    order,
    paper::{NotVoting, Paper, WhoVotes},
};
use crate::{
    accessibility::use_modes,
    api::use_api,
    contests::exclusive::Exclusives,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, PageHeading, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{contests::Phase, ids::ContestId, proposals::wire::ProposalCard};
use leptos::prelude::*;

/// Choose proposals.
#[component]
pub fn VotePage() -> impl IntoView {
    view! { <ForContest then=|id| view! { <Vote id /> }.into_any() /> }
}

#[component]
fn Vote(id: ContestId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let paper = Fetched::new(move || Paper::load(api, id));
    view! {
        <Back to=Route::Contest(id) words=text.ballots.to_contest />
        <Load resource=paper then=move |paper: Paper| {
            if paper.phase == Phase::Voting {
                view! { <Choose paper /> }.into_any()
            } else {
                let heading = (text.ballots.heading)(&paper.sheet.title);
                view! { <PageHeading words=heading /> <NotVoting paper /> }.into_any()
            }
        } />
    }
}

#[component]
fn Choose(paper: Paper) -> impl IntoView {
    let text = use_text();
    let words = &text.ballots;
    let id = paper.sheet.contest;
    let choosing = Choosing::new(&paper);
    let held = choosing.place.ballot();
    let is_elsewhere = paper.sheet.is_handed_out && held.is_none();
    let in_box = held.filter(|held| held.in_box.is_some()).map(|held| {
        view! { <p class="notice notice--good">{(words.already)(&held.receipt().grouped())}</p> }
    });
    let until = paper.sheet.closes.map(|closes| {
        let left = text.language.time_left(paper.sheet.now, closes);
        (words.until)(&text.language.moment(closes), &left)
    });
    let cards = order::on_this_phone(id, paper.sheet.proposals.clone());
    let currency = paper.sheet.rules.currency.clone();
    if use_modes().is_elder() {
        return view! { <OneAtATime paper choosing cards currency is_elsewhere /> }.into_any();
    }
    view! {
        <PageHeading words=(words.heading)(&paper.sheet.title) />
        <WhoVotes />
        {is_elsewhere.then(|| view! { <p class="notice notice--warn">{words.elsewhere}</p> })}
        {in_box}
        <div class="stack stack--tight">
            <p>{choosing.how()}</p>
            <p>{until}</p>
            <p class="notice">{words.secrecy}</p>
        </div>
        <Exclusives groups=paper.sheet.rules.exclusive.clone() />
        <p class="ballots-count">{move || choosing.sentence()}</p>
        <Cards cards currency choosing />
        <p class="ballots-count" aria-hidden="true">{move || choosing.sentence()}</p>
        <ButtonLink to=Route::VoteCheck(id) words=words.look_again />
    }
    .into_any()
}

/// The elder mode's ballot: what one should know, then one proposal a screen; one can stop and
/// look at what is chosen from each of them.
#[component]
fn OneAtATime(
    paper: Paper,
    choosing: Choosing,
    cards: Vec<ProposalCard>,
    currency: String,
    is_elsewhere: bool,
) -> impl IntoView {
    let text = use_text();
    let words = &text.ballots;
    let id = paper.sheet.contest;
    let heading = (words.heading)(&paper.sheet.title);
    let mut screens =
        vec![Screen::new(move || view! { <Before paper=paper.clone() choosing is_elsewhere /> })];
    for card in cards {
        let currency = currency.clone();
        screens.push(Screen::new(move || {
            view! {
                <Cards cards=vec![card.clone()] currency=currency.clone() choosing />
                <p class="ballots-count">{move || choosing.sentence()}</p>
                <ButtonLink to=Route::VoteCheck(id) words=words.look_again />
            }
        }));
    }
    view! { <Screens heading screens /> }
}

/// What one should know before choosing.
#[component]
fn Before(paper: Paper, choosing: Choosing, is_elsewhere: bool) -> impl IntoView {
    let text = use_text();
    let words = &text.ballots;
    let held = choosing.place.ballot();
    let in_box = held.filter(|held| held.in_box.is_some()).map(|held| {
        view! { <p class="notice notice--good">{(words.already)(&held.receipt().grouped())}</p> }
    });
    let until = paper.sheet.closes.map(|closes| {
        let left = text.language.time_left(paper.sheet.now, closes);
        (words.until)(&text.language.moment(closes), &left)
    });
    view! {
        <WhoVotes />
        {is_elsewhere.then(|| view! { <p class="notice notice--warn">{words.elsewhere}</p> })}
        {in_box}
        <p>{choosing.how()}</p>
        <p>{until}</p>
        <p>{words.secrecy}</p>
    }
}

#[component]
fn Cards(cards: Vec<ProposalCard>, currency: String, choosing: Choosing) -> impl IntoView {
    let card = move |card: ProposalCard| {
        let currency = currency.clone();
        view! { <VoteCard card currency choosing /> }
    };
    view! {
        <fieldset>
            <legend class="ballots-legend">{choosing.question()}</legend>
            <ul class="list">{cards.into_iter().map(card).collect_view()}</ul>
        </fieldset>
    }
}
