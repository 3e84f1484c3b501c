//! Acts on a thing: sent once, tried again under the same key, and what came of them in words.
use crate::{
    api::{Api, ApiError, Key, Precondition, Unanswered, use_api},
    browser::document,
    offline::item::{Letter, What},
    routes::Route,
    ui::{ButtonLink, Kept, KeptWords, Look},
    words::{Text, use_text},
};
use leptos::{html::Div, prelude::*, task::spawn_local};
use serde::{Serialize, de::DeserializeOwned};

/// What came of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done; what that means, in words.
    Done(String),
    /// Nothing of it is done; why, in words.
    Refused(String),
    /// It is not.
    Failed(ApiError),
    /// There was no answer: it goes by itself later. Does the phone keep it beyond this visit?
    Later(bool),
}

/// What an act is among those that may be sent later, and its words; `None` for all others.
pub type Later<C> = fn(&Text, &C) -> Option<(What, String)>;

/// Which acts may be sent later, and from which page.
type MayWait<C> = StoredValue<Option<(Later<C>, String)>>;

/// Acts on one thing, of which `page` is what is shown.
pub struct Acts<C: 'static, P: 'static> {
    action: Action<(C, Precondition), ()>,
    /// What came of the last act.
    pub outcome: RwSignal<Option<Outcome>>,
    page: RwSignal<P>,
    may_wait: MayWait<C>,
    /// What was written for them.
    written: StoredValue<Vec<KeptWords>>,
}

impl<C, P> Clone for Acts<C, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C, P> Copy for Acts<C, P> {}

impl<C, P> Acts<C, P>
where
    C: Clone + PartialEq + Serialize + Send + Sync + 'static,
    P: Clone + DeserializeOwned + Send + Sync + 'static,
{
    /// Acts on the thing at `path`; `done` says what an act has come to.
    pub fn new(path: String, page: RwSignal<P>, done: fn(&Text, &C) -> String) -> Self {
        Self::at(path, "commands", page, done)
    }

    /// Acts that are sent to another place below `path` than commands are.
    pub fn at(
        path: String,
        to: &'static str,
        page: RwSignal<P>,
        done: fn(&Text, &C) -> String,
    ) -> Self {
        let api = use_api();
        let text = use_text();
        let outcome = RwSignal::new(None);
        // An act whose answer was lost keeps its key, so that trying again never does it twice; and
        // its version, since a page that reads itself anew meanwhile shows a later one.
        let unanswered = Unanswered::<C>::of_one();
        let decided_on = StoredValue::new(None::<(Key, Precondition)>);
        let may_wait: MayWait<C> = StoredValue::new(None);
        let written = StoredValue::new(Vec::<KeptWords>::new());
        done_when_arrived(api, path.clone(), page, unanswered, move |command| {
            written.with_value(|all| all.iter().for_each(KeptWords::taken));
            outcome.set(Some(Outcome::Done(done(text, command))));
        });
        let action = Action::new_local(move |(command, precondition): &(C, Precondition)| {
            let (command, precondition) = (command.clone(), *precondition);
            let path = path.clone();
            async move {
                let key = unanswered.key_for(&command);
                let first = decided_on.try_get_value().flatten().filter(|(its, _)| *its == key);
                let precondition = first.map_or(precondition, |(_, first)| first);
                let _ = decided_on.try_set_value(Some((key.clone(), precondition)));
                let at = format!("{path}/{to}");
                // Taken out now: the page may be left while the act is on its way.
                let written = written.try_get_value().unwrap_or_default();
                let letter = letter_of(may_wait, text, &at, (&command, precondition, &key))
                    .map(|letter| Letter { drawer: drawer_of(&written), ..letter });
                let kept = match letter {
                    Some(letter) => api.keep_letter(letter).await,
                    None => None,
                };
                let sent = api.post(&at, &command, &key, precondition).await;
                if kept.is_some() {
                    api.letter_answered(&key, matches!(sent, Err(ApiError::Away))).await;
                }
                unanswered.note(&command, &sent);
                match sent {
                    Ok(after) => {
                        written.iter().for_each(KeptWords::taken);
                        // First the outcome: what the page makes anew may ask for it.
                        outcome.set(Some(Outcome::Done(done(text, &command))));
                        page.set(after);
                    }
                    Err(error) => {
                        outcome.set(Some(match (&error, kept) {
                            (ApiError::Away, Some(is_kept)) => Outcome::Later(is_kept),
                            (_, _) => Outcome::Failed(error.clone()),
                        }));
                        if error.refusal().is_some() {
                            // What is shown was out of date, or the rule could have been seen.
                            if let Ok(now) = api.get(&path).await {
                                page.set(now);
                            }
                        }
                    }
                }
            }
        });
        Self { action, outcome, page, may_wait, written }
    }

    /// These words are for one of them: they are kept until it is done. Gives what is written.
    pub fn keeps(self, kept: KeptWords) -> RwSignal<String> {
        let words = kept.words;
        self.written.update_value(|all| all.push(kept));
        words
    }

    /// Some of them may be sent later; `back` is the page they are on.
    #[must_use]
    pub fn later(self, later: Later<C>, back: &Route) -> Self {
        self.may_wait.set_value(Some((later, back.href())));
        self
    }

    /// Sends a command, unless one is on its way.
    pub fn send(self, command: C, precondition: impl FnOnce(&P) -> Precondition) {
        if !self.action.pending().get_untracked() {
            let precondition = self.page.with_untracked(precondition);
            self.outcome.set(None);
            self.action.dispatch_local((command, precondition));
        }
    }

    /// Is one on its way?
    pub fn busy(self) -> Signal<bool> {
        self.action.pending().into()
    }
}

/// The drawer of what was written; with more than one, the page itself forgets them.
fn drawer_of(written: &[KeptWords]) -> Option<String> {
    match written {
        [only] => only.drawer(),
        [] | [_, ..] => None,
    }
}

/// The act as it waits to be sent; `None` for what cannot wait.
fn letter_of<C: Clone + Serialize + Send + Sync + 'static>(
    may_wait: MayWait<C>,
    text: &Text,
    at: &str,
    (command, precondition, key): (&C, Precondition, &Key),
) -> Option<Letter> {
    let (later, back) = may_wait.try_get_value().flatten()?;
    let (what, words) = later(text, command)?;
    Some(Letter {
        what,
        words,
        path: at.to_owned(),
        body: serde_json::to_string(command).ok()?,
        earlier: Vec::new(),
        key: key.clone(),
        version: match precondition {
            Precondition::None => None,
            Precondition::Version(version) => Some(version),
        },
        back,
        drawer: None,
    })
}

/// An act that waited has arrived by itself: then it is done, and what is shown is read anew.
fn done_when_arrived<C, P>(
    api: Api,
    path: String,
    page: RwSignal<P>,
    unanswered: Unanswered<C>,
    tell: impl Fn(&C) + 'static,
) where
    C: Clone + PartialEq + Send + Sync + 'static,
    P: DeserializeOwned + Send + Sync + 'static,
{
    Effect::new(move || {
        let keys = api
            .offline
            .arrived
            .with(|all| all.iter().map(|arrived| arrived.key.clone()).collect::<Vec<_>>());
        let last = unanswered.last();
        let Some((command, _)) = last.filter(|(_, key)| keys.contains(key)) else { return };
        unanswered.forget(&command);
        tell(&command);
        let path = path.clone();
        spawn_local(async move {
            if let Ok(now) = api.get::<P>(&path).await {
                page.try_set(now);
            }
        });
    });
}

/// What came of an act; takes the focus when it comes, and stays until the next act.
#[component]
pub fn OutcomeNotice(
    /// What came of it.
    outcome: RwSignal<Option<Outcome>>,
) -> impl IntoView {
    let text = use_text();
    let place = NodeRef::<Div>::new();
    Effect::new(move || {
        let has_come = outcome.with(Option::is_some);
        if has_come && let Some(place) = place.get() {
            document::focus_element(&place);
        }
    });
    view! {
        <div node_ref=place tabindex="-1">
            {move || outcome.get().map(|outcome| match outcome {
                Outcome::Done(words) => {
                    view! { <p class="notice notice--good">{words}</p> }.into_any()
                }
                Outcome::Refused(words) => {
                    view! { <p class="notice notice--stop">{words}</p> }.into_any()
                }
                Outcome::Later(is_kept) => {
                    view! { <div class="notice notice--warn stack"><Kept is_kept /></div> }
                        .into_any()
                }
                Outcome::Failed(error) => {
                    let words = text.problems.error(&error);
                    let sign_in = error.is_signed_out().then(|| view! {
                        <ButtonLink to=Route::SignIn words=text.frame.sign_in look=Look::Quiet />
                    });
                    view! { <div class="notice notice--stop stack"><p>{words}</p>{sign_in}</div> }
                        .into_any()
                }
            })}
        </div>
    }
}
