//! Acts on a thing: sent once, tried again under the same key, and what came of them in words.
use crate::{
    api::{ApiError, Key, Precondition, use_api},
    browser::document,
    routes::Route,
    ui::{ButtonLink, Look},
    words::{Text, use_text},
};
use leptos::{html::Div, prelude::*};
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
}

/// Acts on one thing, of which `page` is what is shown.
pub struct Acts<C: 'static, P: 'static> {
    action: Action<(C, Precondition), ()>,
    /// What came of the last act.
    pub outcome: RwSignal<Option<Outcome>>,
    page: RwSignal<P>,
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
        // An act whose answer was lost keeps its key, so that trying again never does it twice.
        let unanswered = StoredValue::new(None::<(C, Precondition, Key)>);
        let action = Action::new_local(move |(command, precondition): &(C, Precondition)| {
            let (command, precondition) = (command.clone(), *precondition);
            let path = path.clone();
            async move {
                let same =
                    unanswered.try_get_value().flatten().filter(|(its, its_precondition, _)| {
                        *its == command && *its_precondition == precondition
                    });
                let key = same.map_or_else(Key::fresh, |(_, _, key)| key);
                let _ =
                    unanswered.try_set_value(Some((command.clone(), precondition, key.clone())));
                let sent = api.post(&format!("{path}/{to}"), &command, &key, precondition).await;
                match sent {
                    Ok(after) => {
                        let _ = unanswered.try_set_value(None);
                        // First the outcome: what the page makes anew may ask for it.
                        outcome.set(Some(Outcome::Done(done(text, &command))));
                        page.set(after);
                    }
                    Err(error) => {
                        outcome.set(Some(Outcome::Failed(error.clone())));
                        if error.refusal().is_some() {
                            let _ = unanswered.try_set_value(None);
                            // What is shown was out of date, or the rule could have been seen.
                            if let Ok(now) = api.get(&path).await {
                                page.set(now);
                            }
                        }
                    }
                }
            }
        });
        Self { action, outcome, page }
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
