//! Sending what waits: under its first key, so that nothing is done twice.
use super::{
    Arrived,
    item::{Item, State},
};
use crate::{
    api::{Api, ApiError, Key},
    browser::{background, drawer, outgoing},
};
use leptos::prelude::*;
use serde::Deserialize;
use std::cell::Cell;

thread_local! {
    /// Is it being done at this moment?
    static IS_SENDING: Cell<bool> = const { Cell::new(false) };
}

/// What came of one try.
enum Tried {
    /// It is there; the server's answer.
    Arrived(String),
    /// The server said no; why, as it said it.
    Refused(String),
    /// Another time: somebody has to sign in first, or the server is busy.
    NotNow,
    /// There is no network, or the server is away.
    Away,
}

/// All that is needed of what the server says.
#[derive(Deserialize)]
struct Code {
    code: String,
}

/// All that is needed of what was made.
#[derive(Deserialize)]
struct Numbered {
    id: u32,
}

/// All that is needed of a draft.
#[derive(Deserialize)]
struct Keyed {
    key: Key,
}

impl Api {
    /// What was about to be sent got an answer, or none: then it stays, and goes by itself later.
    pub async fn letter_answered(&self, key: &Key, is_away: bool) {
        if is_away {
            background::send_in_background();
        } else {
            outgoing::remove(key.name()).await;
        }
        self.count_waiting().await;
    }

    /// Throws something away that waits.
    pub async fn drop_letter(&self, key: &Key) {
        outgoing::remove(key.name()).await;
        self.count_waiting().await;
    }

    /// What waits here and is this person's own.
    pub async fn waiting(&self) -> Vec<Item> {
        let sender = self.sender();
        let mut items = Item::all().await;
        items.retain(|item| Some(item.whose) == sender);
        items
    }

    async fn count_waiting(&self) {
        let n = self.waiting().await.len();
        let _ = self.offline.n_waiting.try_set(n);
    }

    /// Sends all that waits and is this person's own, one after the other.
    pub async fn send_waiting(self) {
        if IS_SENDING.replace(true) {
            return;
        }
        for item in self.waiting().await {
            let tried = match &item.state {
                State::Waiting => try_once(&self, &item).await,
                State::Arrived { answer } => Tried::Arrived(answer.clone()),
                State::Refused { .. } => continue,
            };
            match tried {
                Tried::Arrived(answer) => arrived(&self, &item, &answer).await,
                Tried::Refused(problem) => {
                    // The words stay, to be changed or copied.
                    Item { state: State::Refused { problem }, ..item }.keep().await;
                }
                Tried::NotNow => {}
                Tried::Away => break,
            }
        }
        IS_SENDING.set(false);
        self.count_waiting().await;
    }
}

/// Sends it; where its words were changed after an answer was lost, the earlier ones are asked for.
async fn try_once(api: &Api, item: &Item) -> Tried {
    let letter = &item.letter;
    let mut refused = String::new();
    for body in std::iter::once(&letter.body).chain(&letter.earlier) {
        let sent = api.post_kept(&item.address, body, &letter.key, letter.version).await;
        let (status, text) = match sent {
            Ok(answered) => answered,
            Err(ApiError::Away) => return Tried::Away,
            Err(ApiError::Garbled | ApiError::Problem(_) | ApiError::NotInArchive) => {
                return Tried::NotNow;
            }
        };
        if (200..300).contains(&status) {
            return Tried::Arrived(text);
        }
        let code = serde_json::from_str::<Code>(&text).map(|it| it.code).unwrap_or_default();
        match (status, code.as_str()) {
            (500.., _) | (_, "" | "signed_out" | "too_many") => return Tried::NotNow,
            (_, "key_reused") => refused = text,
            (_, _) => return Tried::Refused(text),
        }
    }
    Tried::Refused(refused)
}

async fn arrived(api: &Api, item: &Item, answer: &str) {
    let letter = &item.letter;
    outgoing::remove(letter.key.name()).await;
    if let Some(name) = &letter.drawer {
        // What was begun anew meanwhile is another draft.
        let is_its = drawer::get::<Keyed>(name).is_none_or(|draft| draft.key == letter.key);
        if is_its {
            drawer::remove(name);
        }
    }
    let number = serde_json::from_str::<Numbered>(answer).ok();
    let number = number.filter(|_| letter.what.has_number()).map(|it| it.id);
    let arrived =
        Arrived { key: letter.key.clone(), what: letter.what, number, back: letter.back.clone() };
    let _ = api.offline.arrived.try_update(|all| all.push(arrived));
}
