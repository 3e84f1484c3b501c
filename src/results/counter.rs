//! The page's side of the recount: asks for it, and shows how far it has come.
use super::work::{Answer, BallotFile, Counting, Job, Task};
use crate::{
    api::Api,
    beside::{self, Asked},
    ui::{ActButton, Look},
    words::{results::Teller, use_text},
};
use huiyin_domain::{
    contests::{Origin, wire::ResultPage},
    counting::Progress,
};
use leptos::prelude::*;

/// How far a count has come.
pub type Stage = beside::Stage<Progress, Answer>;

/// Works tasks out, one at a time.
pub type Counter = Asked<Counting>;

impl Asked<Counting> {
    /// Fetches the published ballots and works the job out.
    pub fn count(self, api: Api, page: &ResultPage, job: Job) {
        let path = format!("contests/{}/ballots.pb?v={}", page.contest, page.ballots_sha256);
        let is_ours = page.origin == Origin::Here;
        let file = async move { api.get_text(&path).await };
        self.ask_about(file, move |text| Task { file: BallotFile { text, is_ours }, job });
    }
}

/// How far a task has come, in words, with a button that stops it. Nothing when it is done.
#[component]
pub fn CounterState(
    /// Whose state.
    counter: Counter,
    /// Writes amounts.
    teller: Teller,
) -> impl IntoView {
    let text = use_text();
    let words = &text.results;
    let teller = StoredValue::new(teller);
    let notice = |class: &'static str, said: String| view! { <p class=class>{said}</p> }.into_any();
    move || match counter.stage.get() {
        Stage::Done(Answer::Unreadable(problem)) => {
            notice("notice notice--stop", (words.unreadable)(&problem))
        }
        Stage::Idle | Stage::Done(_) => ().into_any(),
        Stage::NoFile(error) => notice("notice notice--stop", text.problems.error(&error)),
        Stage::Cancelled => notice("notice", words.cancelled.to_owned()),
        Stage::Broken => notice("notice notice--stop", words.broken.to_owned()),
        Stage::Fetching => {
            view! { <Busy counter said=words.fetching.to_owned() so_far=None /> }.into_any()
        }
        Stage::Beside(so_far) => {
            let said = so_far.map_or(words.counting.to_owned(), |so_far| {
                teller.with_value(|teller| (words.progress)(&so_far, teller))
            });
            view! { <Busy counter said so_far /> }.into_any()
        }
    }
}

#[component]
fn Busy(counter: Counter, said: String, so_far: Option<Progress>) -> impl IntoView {
    let words = &use_text().results;
    let bar = match so_far {
        Some(Progress { spent, budget, .. }) => view! {
            <progress
                aria-label=words.progress_bar
                max=budget.to_string()
                value=spent.to_string()
            ></progress>
        }
        .into_any(),
        None => view! { <progress aria-label=words.progress_bar></progress> }.into_any(),
    };
    view! {
        <div class="notice stack">
            <p>{said}</p>
            {bar}
            <ActButton
                words=words.cancel.to_owned()
                look=Look::Quiet
                on_press=move || counter.cancel()
            />
        </div>
    }
}
