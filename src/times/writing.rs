//! Usual times that are being given: kept on the phone until they are sent.
use crate::{api::Key, browser::drawer, residents::session};
use huiyin_domain::times::TimesForm;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The name of the drawer in which the answer lies.
pub(super) fn name() -> String {
    session::place("draft.times")
}

/// An answer that is being given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Draft {
    form: TimesForm,
    /// Names the sending, so that a retry after a lost answer is the same one.
    key: Key,
}

/// The same as the screens write it: every change is kept at once.
#[derive(Clone, Copy)]
pub struct Writing {
    draft: RwSignal<Draft>,
    /// Can this phone keep it beyond this visit?
    pub is_kept: RwSignal<bool>,
}

impl Writing {
    /// Takes up what was begun on this phone, or begins anew.
    pub fn take_up() -> Self {
        let blank = || Draft { form: TimesForm::default(), key: Key::fresh() };
        let draft = drawer::get(&name()).unwrap_or_else(blank);
        Self { draft: RwSignal::new(draft), is_kept: RwSignal::new(true) }
    }

    /// Begins from what the community knows, unless something is begun on this phone.
    pub fn begin_from(form: TimesForm) {
        if drawer::get::<Draft>(&name()).is_none() {
            // Where the phone cannot keep it, it is kept for this visit.
            let _ = drawer::set(&name(), &Draft { form, key: Key::fresh() });
        }
    }

    /// The answer; read again when it changes.
    pub fn form(self) -> TimesForm {
        self.draft.with(|draft| draft.form.clone())
    }

    /// The answer and its key, read once.
    pub fn now(self) -> (TimesForm, Key) {
        self.draft.with_untracked(|draft| (draft.form.clone(), draft.key.clone()))
    }

    /// Writes an answer. What is answered otherwise is a new sending.
    pub fn write(self, answer: impl FnOnce(&mut TimesForm)) {
        self.draft.update(|draft| {
            answer(&mut draft.form);
            draft.key = Key::fresh();
        });
        self.is_kept.set(self.draft.with_untracked(|draft| drawer::set(&name(), draft)));
    }

    /// It is sent.
    pub fn forget() {
        drawer::remove(&name());
    }
}
