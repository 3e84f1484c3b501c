//! Sending what waits: under its first key, so that nothing is done twice.
use super::{
    Arrived,
    item::{Item, Letter, State},
};
use crate::{
    api::{Api, ApiError, Key},
    browser::{background, drawer, outgoing},
    json,
};
use leptos::prelude::*;
use serde::{Deserialize, de::IgnoredAny};
use serde_json::Value;
use std::cell::Cell;

thread_local! {
    /// Is it being done at this moment?
    static IS_SENDING: Cell<bool> = const { Cell::new(false) };
}

/// What came of one try.
enum Tried {
    /// It is there.
    Arrived {
        /// The server's answer.
        answer: String,
        /// What has arrived: what is in the letter, or what was sent before its words were changed.
        body: String,
    },
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
    #[serde(default)]
    form: Value,
}

impl Keyed {
    /// Is it nothing but what has arrived as `body`?
    ///
    /// A draft of a proposal or an opinion keeps its key while its words are changed; any other
    /// gets a new one with every change, and may hold more than what is sent.
    fn is_all_in(&self, body: &str, letter: &Letter) -> bool {
        let is_form = || json::read::<Value>(body).is_ok_and(|sent| sent == self.form);
        self.key == letter.key && (!letter.what.has_number() || is_form())
    }
}

/// The words of one field, and when they were written.
#[derive(Deserialize)]
struct Written(String, IgnoredAny);

impl Written {
    /// Are these the words that have arrived as a part of `body`?
    fn is_in(&self, body: &str) -> bool {
        serde_json::to_string(self.0.trim()).is_ok_and(|words| body.contains(&words))
    }
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
            // Another answer may have taken its place while those before it were on their way.
            let Some(item) = Item::under(&item.letter.key).await else { continue };
            let tried = match &item.state {
                State::Waiting => try_once(&self, &item).await,
                // The worker sends nothing but what is in the letter.
                State::Arrived { answer } => {
                    Tried::Arrived { answer: answer.clone(), body: item.letter.body.clone() }
                }
                State::Refused { .. } => continue,
            };
            match tried {
                Tried::Arrived { answer, body } => arrived(&self, &item, &answer, &body).await,
                Tried::Refused(problem) => {
                    // The words stay, to be changed or copied, unless they were withdrawn meanwhile.
                    if Item::under(&item.letter.key).await.is_some() {
                        Item { state: State::Refused { problem }, ..item }.keep().await;
                    }
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
            return Tried::Arrived { answer: text, body: body.clone() };
        }
        let code = json::read::<Code>(&text).map(|it| it.code).unwrap_or_default();
        match (status, code.as_str()) {
            (500.., _) | (_, "" | "signed_out" | "too_many") => return Tried::NotNow,
            (_, "key_reused") => refused = text,
            (_, _) => return Tried::Refused(text),
        }
    }
    Tried::Refused(refused)
}

async fn arrived(api: &Api, item: &Item, answer: &str, body: &str) {
    let letter = &item.letter;
    outgoing::remove(letter.key.name()).await;
    if let Some(name) = &letter.drawer {
        // What was begun anew meanwhile is another draft, and what was changed has not arrived.
        let has_arrived = match drawer::get::<Written>(name) {
            Some(words) => words.is_in(body),
            None => drawer::get::<Keyed>(name).is_none_or(|draft| draft.is_all_in(body, letter)),
        };
        if has_arrived {
            drawer::remove(name);
        }
    }
    let number = json::read::<Numbered>(answer).ok();
    let number = number.filter(|_| letter.what.has_number()).map(|it| it.id);
    let arrived =
        Arrived { key: letter.key.clone(), what: letter.what, number, back: letter.back.clone() };
    let _ = api.offline.arrived.try_update(|all| all.push(arrived));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offline::item::What;

    fn letter(what: What, body: &str) -> Letter {
        Letter {
            what,
            words: String::new(),
            path: "feedback".to_owned(),
            body: body.to_owned(),
            earlier: Vec::new(),
            key: serde_json::from_str("\"one\"").unwrap(),
            version: None,
            back: "/".to_owned(),
            drawer: Some("draft".to_owned()),
        }
    }

    fn is_all_in(draft: &str, letter: &Letter) -> bool {
        serde_json::from_str::<Keyed>(draft).unwrap().is_all_in(&letter.body, letter)
    }

    #[test]
    fn a_draft_whose_words_were_changed_since_has_not_arrived() {
        let letter = letter(What::Opinion, r#"{"title":"a","words":"b"}"#);
        let same = r#"{"form":{"words":"b","title":"a"},"key":"one","saved_at":1}"#;
        assert!(is_all_in(same, &letter));
        let changed = r#"{"form":{"words":"c","title":"a"},"key":"one","saved_at":1}"#;
        assert!(!is_all_in(changed, &letter));
    }

    #[test]
    fn a_draft_under_another_key_is_another_one() {
        let form = r#"{"title":"a"}"#;
        let other = format!(r#"{{"form":{form},"key":"two"}}"#);
        assert!(!is_all_in(&other, &letter(What::Proposal, form)));
    }

    #[test]
    fn words_that_were_changed_since_are_not_those_that_have_arrived() {
        let body = r#"{"kind":"reopen","words":"灯还\"不亮\""}"#;
        let written = |words: &str| -> Written {
            serde_json::from_value(serde_json::json!([words, 1])).unwrap()
        };
        assert!(written("灯还\"不亮\"\n").is_in(body));
        assert!(!written("灯还\"不亮\",路也黑").is_in(body));
    }

    #[test]
    fn a_draft_is_never_taken_for_words() {
        let draft = r#"{"form":{"title":"a"},"key":"one","saved_at":1}"#;
        assert!(serde_json::from_str::<Written>(draft).is_err());
    }

    #[test]
    fn an_answer_that_is_sent_otherwise_than_it_is_drafted_arrives_whole() {
        let letter = letter(What::SeriesAnswer, r#"{"marks":{"1":"can"}}"#);
        let any = r#"{"form":{"marks":{}},"how":"Always","key":"one","saved_at":1}"#;
        assert!(is_all_in(any, &letter));
    }
}
