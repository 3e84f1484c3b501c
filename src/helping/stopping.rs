//! Ending a help: one press, no question asked, and what came of it.
use crate::{
    api::{Precondition, Unanswered, use_api},
    ui::{Outcome, say},
};
use huiyin_domain::{helping::Command, ids::HelpId};
use leptos::prelude::*;
use serde_json::Value;

/// Ends helps, and says what came of it.
#[derive(Clone, Copy)]
pub struct Stopping {
    action: Action<HelpId, ()>,
    /// What came of the last press.
    pub outcome: RwSignal<Option<Outcome>>,
}

impl Stopping {
    /// Ends helps below `room`; `done` is what is said then, `forget` throws away what is of no use
    /// from then on, and `refresh` shows what is left, also when it was not done.
    pub fn new(
        room: &'static str,
        done: &'static str,
        forget: impl Fn() + Copy + Send + Sync + 'static,
        refresh: impl Fn() + Copy + Send + Sync + 'static,
    ) -> Self {
        let api = use_api();
        let unanswered = Unanswered::of_many(|one: &HelpId, other: &HelpId| one == other);
        let outcome = RwSignal::new(None);
        let action = Action::new_local(move |id: &HelpId| {
            let (id, path) = (*id, format!("{room}/{id}/commands"));
            async move {
                let key = unanswered.key_for(&id);
                let sent =
                    api.post::<_, Value>(&path, &Command::Stop, &key, Precondition::None).await;
                unanswered.note(&id, &sent);
                // Said aloud too: the page that is shown anew takes the focus.
                if sent.is_ok() {
                    forget();
                    say(done.to_owned());
                }
                outcome.set(Some(match sent {
                    Ok(_) => Outcome::Done(done.to_owned()),
                    Err(error) => Outcome::Failed(error),
                }));
                refresh();
            }
        });
        Self { action, outcome }
    }

    /// Ends this one, unless one is being ended.
    pub fn stop(self, id: HelpId) {
        if !self.action.pending().get_untracked() {
            self.outcome.set(None);
            self.action.dispatch_local(id);
        }
    }

    /// Is one being ended?
    pub fn busy(self) -> Signal<bool> {
        self.action.pending().into()
    }
}
