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
    let notice = |class: &'static str, said: String| view! { <p class=class>{said}</p> }.into_any();
    let ended = move || match counter.stage.get() {
        Stage::Done(Answer::Unreadable(problem)) => {
            notice("notice notice--stop", (words.unreadable)(&problem))
        }
        Stage::NoFile(error) => notice("notice notice--stop", text.problems.error(&error)),
        Stage::Cancelled => notice("notice", words.cancelled.to_owned()),
        Stage::Broken => notice("notice notice--stop", words.broken.to_owned()),
        Stage::Idle | Stage::Done(_) | Stage::Fetching | Stage::Beside(_) => ().into_any(),
    };
    let teller = StoredValue::new(teller);
    let is_busy = Memo::new(move |_| counter.is_busy());
    view! {
        {move || is_busy.get().then(|| view! { <InWork counter teller /> })}
        {ended}
    }
}

/// The words and the bar move on; the button stays the same one, so that nobody who has reached
/// it by keys loses it.
#[component]
fn InWork(counter: Counter, teller: StoredValue<Teller>) -> impl IntoView {
    let words = &use_text().results;
    let so_far = Memo::new(move |_| {
        counter.stage.with(|stage| if let Stage::Beside(so_far) = stage { *so_far } else { None })
    });
    let said = move || match so_far.get() {
        Some(so_far) => teller.with_value(|teller| (words.progress)(&so_far, teller)),
        None if counter.stage.with(|stage| *stage == Stage::Fetching) => words.fetching.to_owned(),
        None => words.counting.to_owned(),
    };
    let budget = move || so_far.get().map(|Progress { budget, .. }| budget.to_string());
    let spent = move || so_far.get().map(|Progress { spent, .. }| spent.to_string());
    view! {
        <div class="notice stack">
            <p>{said}</p>
            <progress aria-label=words.progress_bar max=budget value=spent></progress>
            <ActButton
                words=words.cancel.to_owned()
                look=Look::Quiet
                on_press=move || counter.cancel()
            />
        </div>
    }
}
