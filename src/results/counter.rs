//! The page's side of the worker: asks it, shows how far it has come, and can stop it.
use super::work::{Answer, BallotFile, Job, News, Task};
use crate::{
    api::{Api, ApiError},
    browser::worker::Colleague,
    ui::{ActButton, Look},
    words::{results::Teller, use_text},
};
use huiyin_domain::{
    contests::{Origin, wire::ResultPage},
    counting::Progress,
};
use leptos::{prelude::*, task::spawn_local};
use std::cell::RefCell;

/// The worker's script, beside the app.
const SCRIPT: &str = "recount-worker_loader.js";

/// How far a task has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing was asked.
    Idle,
    /// The file of ballots is on its way.
    Fetching,
    /// The file did not come.
    NoFile(ApiError),
    /// In work beside the page.
    Beside(Option<Progress>),
    /// Stopped by the person.
    Cancelled,
    /// The browser gave up, perhaps for want of memory.
    Broken,
    /// Done.
    Done(Answer),
}

/// Works tasks out, one at a time.
#[derive(Clone, Copy)]
pub struct Counter {
    /// How far it has come.
    pub stage: RwSignal<Stage>,
    colleague: StoredValue<Option<Colleague>, LocalStorage>,
}

impl Counter {
    /// Stops when the page that made it is left.
    pub fn new() -> Self {
        Self { stage: RwSignal::new(Stage::Idle), colleague: StoredValue::new_local(None) }
    }

    /// Fetches the published ballots and works the job out.
    pub fn ask_about(self, api: Api, page: &ResultPage, job: Job) {
        let path = format!("contests/{}/ballots.pb?v={}", page.contest, page.ballots_sha256);
        let is_ours = page.origin == Origin::Here;
        self.go(Stage::Fetching);
        spawn_local(async move {
            let fetched = api.get_text(&path).await;
            if self.stage.try_get_untracked() != Some(Stage::Fetching) {
                return;
            }
            match fetched {
                Ok(text) => self.ask(Task { file: BallotFile { text, is_ours }, job }),
                Err(error) => self.go(Stage::NoFile(error)),
            }
        });
    }

    /// Works a task out beside the page. Every browser that runs wasm has workers, so there is
    /// no second way, which would weigh on everybody's first load.
    pub fn ask(self, task: Task) {
        self.go(Stage::Beside(None));
        let to_send = RefCell::new(Some(task));
        let hired = Colleague::hire(
            SCRIPT,
            move |line, text| match serde_json::from_str(&text) {
                Ok(News::Ready) => {
                    let task = to_send.take();
                    if let Some(text) = task.and_then(|task| serde_json::to_string(&task).ok()) {
                        line.tell(&text);
                    }
                }
                Ok(News::Progress(so_far)) => self.go(Stage::Beside(Some(so_far))),
                Ok(News::Done(answer)) => {
                    self.go(Stage::Done(answer));
                    self.let_go();
                }
                Ok(News::Misunderstood) | Err(_) => self.go(Stage::Broken),
            },
            move || self.go(Stage::Broken),
        );
        match hired {
            Some(colleague) => self.colleague.set_value(Some(colleague)),
            None => self.go(Stage::Broken),
        }
    }

    /// Stops what is in work.
    pub fn cancel(self) {
        self.colleague.set_value(None);
        self.go(Stage::Cancelled);
    }

    /// What came out, if it is done.
    pub fn answer(self) -> Option<Answer> {
        self.stage.with(
            |stage| {
                if let Stage::Done(answer) = stage { Some(answer.clone()) } else { None }
            },
        )
    }

    /// Is something on its way?
    pub fn is_busy(self) -> bool {
        matches!(self.stage.get(), Stage::Fetching | Stage::Beside(_))
    }

    /// Ends the worker and frees its memory, after the message it is calling with.
    fn let_go(self) {
        spawn_local(async move {
            self.colleague.try_set_value(None);
        });
    }

    /// The page may have been left meanwhile; then nobody is told.
    fn go(self, stage: Stage) {
        self.stage.try_set(stage);
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
