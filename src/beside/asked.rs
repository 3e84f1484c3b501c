//! The page's side: asks a worker, knows how far it has come, and can stop it.
use super::{News, Work};
use crate::{api::ApiError, browser::worker::Colleague, json};
use leptos::{prelude::*, task::spawn_local};
use std::cell::RefCell;

/// How far a task has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage<P, A> {
    /// Nothing was asked.
    Idle,
    /// The file it is about is on its way.
    Fetching,
    /// The file did not come.
    NoFile(ApiError),
    /// In work beside the page.
    Beside(Option<P>),
    /// Stopped by the person.
    Cancelled,
    /// The browser gave up, perhaps for want of memory.
    Broken,
    /// Done.
    Done(A),
}

/// Work that a page asks for, one task at a time.
pub struct Asked<W: Work> {
    /// How far it has come.
    pub stage: RwSignal<Stage<W::Progress, W::Answer>>,
    colleague: StoredValue<Option<Colleague>, LocalStorage>,
}

impl<W: Work> Clone for Asked<W> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W: Work> Copy for Asked<W> {}

impl<W: Work> Asked<W> {
    /// Stops when the page that made it is left.
    pub fn new() -> Self {
        Self { stage: RwSignal::new(Stage::Idle), colleague: StoredValue::new_local(None) }
    }

    /// Waits for a file, makes a task of it and works it out.
    pub fn ask_about(
        self,
        file: impl Future<Output = Result<String, ApiError>> + 'static,
        task: impl FnOnce(String) -> W::Task + 'static,
    ) {
        self.go(Stage::Fetching);
        spawn_local(async move {
            let fetched = file.await;
            if !matches!(self.stage.try_get_untracked(), Some(Stage::Fetching)) {
                return;
            }
            match fetched {
                Ok(text) => self.ask(task(text)),
                Err(error) => self.go(Stage::NoFile(error)),
            }
        });
    }

    /// Works a task out beside the page. Every browser that runs wasm has workers, so there is
    /// no second way, which would weigh on everybody's first load.
    pub fn ask(self, task: W::Task) {
        self.go(Stage::Beside(None));
        let to_send = RefCell::new(Some(task));
        let hired = Colleague::hire(
            W::SCRIPT,
            move |line, text| match json::read(&text) {
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
    pub fn answer(self) -> Option<W::Answer> {
        self.stage.with(
            |stage| {
                if let Stage::Done(answer) = stage { Some(answer.clone()) } else { None }
            },
        )
    }

    /// Is something on its way?
    pub fn is_busy(self) -> bool {
        self.stage.with(|stage| matches!(stage, Stage::Fetching | Stage::Beside(_)))
    }

    /// Ends the worker and frees its memory, after the message it is calling with.
    fn let_go(self) {
        spawn_local(async move {
            self.colleague.try_set_value(None);
        });
    }

    /// The page may have been left meanwhile; then nobody is told.
    fn go(self, stage: Stage<W::Progress, W::Answer>) {
        self.stage.try_set(stage);
    }
}
