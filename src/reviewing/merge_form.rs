//! Suggesting a merge: the number of the other proposal, and a look at which one that is.
use super::{forms::Does, typed::Typed};
use crate::{
    api::{ApiError, reviewing, use_api},
    ui::{ActButton, Fault, Look, Outcome, TextField, say},
    words::{Text, isolated, use_text},
};
use huiyin_domain::{
    ids::{ContestId, ProposalId},
    problems::FieldFault,
    proposals::wire::{ProposalPage, ProposalRef},
};
use leptos::prelude::*;

/// What came of looking at the other proposal.
enum Looked {
    /// It is this one.
    Found(ProposalRef),
    /// It cannot be the one that is meant.
    NotThis(String),
    /// It could not be read.
    Failed(ApiError),
}

fn looked(
    text: &Text,
    contest: ContestId,
    into: ProposalId,
    answer: Result<ProposalPage, ApiError>,
) -> Looked {
    match answer {
        Ok(other) if other.contest == contest => {
            let title = other.content.title.to_string();
            Looked::Found(ProposalRef { id: other.id, title })
        }
        Ok(other) => {
            Looked::NotThis((text.reviewing.merge.elsewhere)(into.0, &other.contest_title))
        }
        Err(error) if error.is_missing() => {
            Looked::NotThis((text.faults.fault)("into", &FieldFault::UnknownSubmission))
        }
        Err(error) => Looked::Failed(error),
    }
}

/// The number of the other proposal; nobody is asked before its title was seen.
#[component]
pub(super) fn MergeFields(
    /// The proposal.
    page: RwSignal<ProposalPage>,
    /// What is filled in.
    typed: Typed,
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let text = use_text();
    let words = &text.reviewing.merge;
    let api = use_api();
    let (own, contest) = page.with_untracked(|page| (page.id, page.contest));
    let wrong = move |words: String| {
        typed.faults.set(vec![Fault { field: "into".to_owned(), words }]);
    };
    let look = Action::new_local(move |into: &ProposalId| {
        let into = *into;
        async move {
            let answer = reviewing::read(api, into).await;
            // Whoever has left the page is not called back.
            if typed.faults.is_disposed() {
                return;
            }
            match looked(text, contest, into, answer) {
                Looked::Found(other) => {
                    say((words.this_one)(other.id.0, &isolated(&other.title)));
                    typed.found.set(Some(other));
                }
                Looked::NotThis(words) => wrong(words),
                Looked::Failed(error) => acts.outcome.set(Some(Outcome::Failed(error))),
            }
        }
    });
    let press = move || {
        typed.faults.set(Vec::new());
        acts.outcome.set(None);
        match untrack(|| typed.into_now()) {
            None => wrong((text.faults.fault)("into", &FieldFault::UnknownSubmission)),
            Some(into) if into == own => wrong(words.itself.to_owned()),
            Some(into) => {
                look.dispatch_local(into);
            }
        }
    };
    let this_one = move || {
        let other = typed.found_now();
        other.map(
            |it| view! { <p class="notice">{(words.this_one)(it.id.0, &isolated(&it.title))}</p> },
        )
    };
    view! {
        <TextField
            name="into" label=words.into hint=words.into_hint value=typed.into
            fault=typed.fault("into") keyboard="numeric"
        />
        <ActButton words=words.look look=Look::Quiet busy=look.pending() on_press=press />
        {this_one}
    }
}
