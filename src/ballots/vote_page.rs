//! Voting, first screen: one big card for each proposal, and how many may still be chosen.
use super::{
    address::ForContest,
    card::VoteCard,
    kept::Place,
    order,
    paper::{NotVoting, Paper, WhoVotes},
};
use crate::{
    accessibility::use_modes,
    api::use_api,
    routes::Route,
    ui::{Back, ButtonLink, Load, PageHeading, Screen, Screens, say},
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
    let paper = LocalResource::new(move || Paper::load(api, id));
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

/// What is chosen, and what was just refused.
#[derive(Clone, Copy)]
struct Choosing {
    place: Place,
    max: usize,
    chosen: RwSignal<Vec<String>>,
    refused: RwSignal<Option<String>>,
}

impl Choosing {
    fn new(paper: &Paper) -> Self {
        let place = Place::of(&use_api(), paper.sheet.contest);
        let chosen = RwSignal::new(paper.on_ballot(place.choices()));
        Self { place, max: paper.max(), chosen, refused: RwSignal::new(None) }
    }

    /// Chooses or not; beyond the most it says so and leaves everything as it is.
    fn choose(self, key: &str, is_wanted: bool) -> bool {
        let text = use_text();
        let n_chosen = self.chosen.with_untracked(Vec::len);
        if is_wanted && n_chosen >= self.max {
            self.refused.set(Some(key.to_owned()));
            say((text.ballots.too_many)(self.max));
            return false;
        }
        self.refused.set(None);
        self.chosen.update(|chosen| {
            chosen.retain(|other| other != key);
            if is_wanted {
                chosen.push(key.to_owned());
                chosen.sort();
            }
        });
        self.chosen.with_untracked(|chosen| self.place.keep_choices(chosen));
        say(untrack(|| self.sentence()));
        is_wanted
    }

    fn sentence(self) -> String {
        (use_text().ballots.so_far)(self.chosen.with(Vec::len), self.max)
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
            <p>{(words.how)(choosing.max)}</p>
            <p>{until}</p>
            <p class="notice">{words.secrecy}</p>
        </div>
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
        <p>{(words.how)(choosing.max)}</p>
        <p>{until}</p>
        <p>{words.secrecy}</p>
    }
}

#[component]
fn Cards(cards: Vec<ProposalCard>, currency: String, choosing: Choosing) -> impl IntoView {
    let text = use_text();
    let card = move |card: ProposalCard| {
        let key = StoredValue::new(card.ballot_key.clone());
        let is_chosen = Signal::derive(move || {
            key.with_value(|key| choosing.chosen.with(|chosen| chosen.contains(key)))
        });
        let refused = Signal::derive(move || {
            let is_this = key.with_value(|key| choosing.refused.get().as_ref() == Some(key));
            is_this.then(|| (text.ballots.too_many)(choosing.max))
        });
        let choose = move |is| key.with_value(|key| choosing.choose(key, is));
        let currency = currency.clone();
        view! { <VoteCard card currency is_chosen choose refused /> }
    };
    view! {
        <fieldset>
            <legend class="ballots-legend">{text.ballots.question}</legend>
            <ul class="list">{cards.into_iter().map(card).collect_view()}</ul>
        </fieldset>
    }
}
