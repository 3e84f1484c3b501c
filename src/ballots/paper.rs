//! The ballot paper as pages need it, and the sentences for when nobody can vote.
use super::choosing::said;
use crate::{
    api::{Api, ApiError},
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::{
    ballots::{Left, Marks, OnBallot},
    contests::{
        Phase,
        wire::{BallotPaper, ContestPage},
    },
    ids::ContestId,
    proposals::wire::ProposalCard,
};
use leptos::prelude::*;

/// What can be voted for, and whether the box is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The paper itself.
    pub sheet: BallotPaper,
    /// Where the contest is.
    pub phase: Phase,
}

impl Paper {
    /// Loads the paper, and sets the app's clock by it.
    pub async fn load(api: Api, id: ContestId) -> Result<Self, ApiError> {
        let contest = api.get::<ContestPage>(&format!("contests/{id}")).await?;
        let sheet = api.get::<BallotPaper>(&format!("contests/{id}/ballot-paper")).await?;
        api.note_time(sheet.now);
        Ok(Self { sheet, phase: contest.phase })
    }

    /// The proposal with this name on the ballot.
    pub fn card(&self, key: &str) -> Option<&ProposalCard> {
        self.sheet.proposals.iter().find(|card| card.ballot_key == key)
    }

    /// What can be voted for, with what it costs.
    pub fn on_ballot(&self) -> OnBallot {
        let with_cost = |card: &ProposalCard| Some((card.ballot_key.clone(), card.stage.cost()?));
        self.sheet.proposals.iter().filter_map(with_cost).collect()
    }

    /// What of a draft can still be cast here; a blank ballot without one.
    pub fn kept(&self, draft: Option<Marks>) -> Marks {
        let style = self.sheet.rules.ballot;
        draft.map_or(Marks::blank(style), |draft| draft.kept(style, &self.on_ballot()))
    }

    /// What these marks leave to give, in words.
    pub fn said(&self, marks: &Marks) -> String {
        let left = Left::of(marks, &self.sheet.rules, &self.on_ballot());
        said(use_text(), left, &self.sheet.rules.currency)
    }
}

/// Says that nobody can vote now, and what one can do instead.
#[component]
pub fn NotVoting(
    /// The paper.
    paper: Paper,
) -> impl IntoView {
    let text = use_text();
    let id = paper.sheet.contest;
    let words = &text.ballots;
    if paper.phase < Phase::Voting {
        let phase = (text.first.phase)(paper.phase);
        return view! {
            <p class="notice">{(words.not_yet)(phase)}</p>
            <ButtonLink to=Route::Proposals(id) words=words.read_proposals look=Look::Quiet />
        }
        .into_any();
    }
    let when = paper.sheet.closes.map(|closes| text.language.moment(closes));
    view! {
        <p class="notice">{(words.closed)(when.as_deref())}</p>
        <ButtonLink to=Route::Result(id) words=words.see_result />
    }
    .into_any()
}

/// Says that one has to sign in to take a ballot, or that staff cannot vote.
#[component]
pub fn WhoVotes() -> impl IntoView {
    let text = use_text();
    let words = &text.ballots;
    let api = crate::api::use_api();
    match api.me() {
        None => view! {
            <div class="notice stack">
                <p>{words.sign_in_first}</p>
                <ButtonLink to=Route::SignIn words=words.sign_in look=Look::Quiet />
            </div>
        }
        .into_any(),
        Some(me) if me.viewer.resident().is_none() => {
            view! { <p class="notice notice--warn">{words.residents_only}</p> }.into_any()
        }
        Some(_) => ().into_any(),
    }
}
