//! Voting, second screen: what will be cast, once more, and the button that casts it.
use super::{
    address::ForContest,
    casting::{self, NotCast},
    chosen::Chosen,
    kept::Place,
    paper::{NotVoting, Paper, WhoVotes},
};
use crate::{
    api::use_api,
    browser::document,
    routes::Route,
    ui::{ActButton, Alarm, Back, ButtonLink, CheckTile, Fetched, Load, Look, PageHeading, say},
    words::use_text,
};
use huiyin_domain::{ballots::Marks, contests::Phase, ids::ContestId};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// Look at the choices once more, and cast them.
#[component]
pub fn CheckPage() -> impl IntoView {
    view! { <ForContest then=|id| view! { <Check id /> }.into_any() /> }
}

#[component]
fn Check(id: ContestId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let paper = Fetched::new(move || Paper::load(api, id));
    view! {
        <Back to=Route::Vote(id) words=text.ballots.to_cards />
        <PageHeading words=text.ballots.check_heading />
        <Load resource=paper has_heading=true then=move |paper: Paper| {
            if paper.phase == Phase::Voting {
                view! { <LookAgain paper /> }.into_any()
            } else {
                view! { <NotVoting paper /> }.into_any()
            }
        } />
    }
}

/// A ballot on its way into the box.
#[derive(Clone, Copy)]
struct Casting {
    action: Action<Marks, ()>,
    problem: RwSignal<Option<String>>,
}

impl Casting {
    fn new(place: Place, paper: &Paper, choices: RwSignal<Marks>) -> Self {
        let text = use_text();
        let api = use_api();
        let navigate = use_navigate();
        let problem = RwSignal::new(None);
        let paper = paper.clone();
        let action = Action::new_local(move |marked: &Marks| {
            let (paper, marked, navigate) = (paper.clone(), marked.clone(), navigate.clone());
            async move {
                problem.set(None);
                match casting::cast(api, place, paper.sheet.title.clone(), marked).await {
                    Ok(()) => navigate(&Route::Voted(place.contest).href(), Default::default()),
                    Err(NotCast::Newer) => {
                        // What the other window put into the box is shown in place of this.
                        place.forget_choices();
                        choices.set(paper.kept(place.choices()));
                        problem.set(Some(text.ballots.newer.to_owned()));
                    }
                    Err(NotCast::Api(error)) => problem.set(Some(text.problems.error(&error))),
                }
            }
        });
        Self { action, problem }
    }
}

#[component]
fn LookAgain(paper: Paper) -> impl IntoView {
    let text = use_text();
    let words = &text.ballots;
    let id = paper.sheet.contest;
    let place = Place::of(&use_api(), id);
    let choices = RwSignal::new(paper.kept(place.choices()));
    let is_blank_meant = RwSignal::new(false);
    let blank_refused = RwSignal::new(false);
    let casting = Casting::new(place, &paper, choices);
    let can_keep = place.can_keep();
    let shown = paper.clone();
    let press = move || {
        let marked = choices.get_untracked();
        if marked.is_blank() && !is_blank_meant.get_untracked() {
            blank_refused.set(true);
            say(words.blank_first.to_owned());
            document::focus_id("blank");
        } else {
            casting.action.dispatch_local(marked);
        }
    };
    let busy = casting.action.pending();
    let cast_words = move || if busy.get() { words.casting } else { words.cast }.to_owned();
    view! {
        {move || if choices.with(Marks::is_blank) {
            view! { <Blank is_meant=is_blank_meant is_refused=blank_refused /> }.into_any()
        } else {
            view! { <Chosen paper=shown.clone() marks=choices.get() /> }.into_any()
        }}
        <p class="soft">{move || choices.with(|marks| paper.said(marks))}</p>
        <ButtonLink to=Route::Vote(id) words=words.change look=Look::Quiet />
        <p class="notice">{words.secrecy}</p>
        {(!can_keep).then(|| view! { <p class="notice notice--warn">{words.cannot_keep}</p> })}
        <WhoVotes />
        {move || casting.problem.get().map(|why| view! {
            <Alarm words=why />
        })}
        {place.is_residents().then(|| view! {
            <ActButton words=Signal::derive(cast_words) busy casts=true on_press=press />
        })}
    }
}

#[component]
fn Blank(is_meant: RwSignal<bool>, is_refused: RwSignal<bool>) -> impl IntoView {
    let words = &use_text().ballots;
    view! {
        <h2 data-read-back="">{words.nothing_chosen}</h2>
        <p>{words.blank_means}</p>
        {move || is_refused.get().then(|| view! {
            <p class="field__error">{words.blank_first}</p>
        })}
        <CheckTile
            id="blank"
            words=words.blank
            is_chosen=is_meant
            on_change=move |is| {
                is_meant.set(is);
                is_refused.set(false);
            }
        />
    }
}
