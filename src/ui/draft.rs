//! What is being written, screen by screen: kept on the phone until it is sent, for thirty days.
use crate::{
    api::Key,
    browser::{document, drawer},
    offline::item::What,
    residents::session,
    routes::Route,
};
use huiyin_domain::{
    problems::FieldProblem,
    time::{DAY_MS, Moment},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Days for which a draft is kept after it was last written.
pub const KEPT_DAYS: i64 = 30;

/// A form that is filled in over several screens.
pub trait Form:
    Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static
{
    /// What it is written for; each has one draft on the phone.
    type For: Copy + PartialEq + Send + Sync + 'static;

    /// The name of its drawer on the phone.
    fn drawer(of: Self::For) -> String;

    /// Where it is sent.
    fn path(of: Self::For) -> String;

    /// The page that says what was made of it, by its number there.
    fn sent(of: Self::For, number: u32) -> Route;

    /// What it is among the things that may be sent later; `None` where it may not.
    fn later(of: Self::For) -> Option<What>;

    /// Its words in short, and the page on which it is sent.
    fn told(&self, of: Self::For) -> (String, Route);

    /// Has anything been filled in?
    fn is_begun(&self) -> bool;

    /// Everything that is missing or wrong.
    fn problems(&self) -> Vec<FieldProblem>;
}

/// Something that is being written (草稿).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Draft<F: Form> {
    /// What is written.
    pub form: F,
    /// Names the sending, so that a lost answer and a retry never make two things of it.
    pub key: Key,
    /// What was sent under the key without an answer, in the order of the tries.
    #[serde(default)]
    pub unanswered: Vec<F>,
    /// When it was last written, by this phone's clock.
    pub saved_at: Moment,
}

/// Is what was kept at this moment still young enough to be shown?
pub fn is_fresh(saved_at: Moment) -> bool {
    document::phone_clock().plus_millis(-KEPT_DAYS * DAY_MS) <= saved_at
}

/// The name of the drawer in which the draft lies.
pub(super) fn place<F: Form>(of: F::For) -> String {
    session::place(&F::drawer(of))
}

impl<F: Form> Draft<F> {
    fn blank() -> Self {
        Self {
            form: F::default(),
            key: Key::fresh(),
            unanswered: Vec::new(),
            saved_at: document::phone_clock(),
        }
    }

    /// The draft for something, if one was begun and is not too old.
    pub fn load(of: F::For) -> Option<Self> {
        let draft: Self = drawer::get(&place::<F>(of))?;
        if !is_fresh(draft.saved_at) {
            Self::forget(of);
            return None;
        }
        draft.form.is_begun().then_some(draft)
    }

    /// Throws the draft for something away.
    pub fn forget(of: F::For) {
        drawer::remove(&place::<F>(of));
    }
}

/// The draft as the screens write it: every change is kept at once.
pub struct Writing<F: Form> {
    /// What it is written for.
    pub of: F::For,
    draft: RwSignal<Draft<F>>,
    /// Can this phone keep it beyond this visit?
    pub is_kept: RwSignal<bool>,
}

impl<F: Form> Clone for Writing<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Form> Copy for Writing<F> {}

impl<F: Form> PartialEq for Writing<F> {
    /// Two that are for the same thing write the same draft, however many screens are shown.
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

impl<F: Form> Writing<F> {
    /// Takes up the draft for something, or begins one.
    pub fn take_up(of: F::For) -> Self {
        let draft = Draft::load(of).unwrap_or_else(Draft::blank);
        Self { of, draft: RwSignal::new(draft), is_kept: RwSignal::new(true) }
    }

    /// What is written; read again when it changes.
    pub fn form(self) -> F {
        self.draft.with(|draft| draft.form.clone())
    }

    /// What is written, read once.
    pub fn form_now(self) -> F {
        self.draft.with_untracked(|draft| draft.form.clone())
    }

    /// Asks something of what is written, read once.
    pub fn with_form<T>(self, ask: impl FnOnce(&F) -> T) -> T {
        self.draft.with_untracked(|draft| ask(&draft.form))
    }

    /// The whole draft, read once.
    pub fn draft_now(self) -> Draft<F> {
        self.draft.get_untracked()
    }

    /// Writes an answer.
    pub fn write(self, answer: impl FnOnce(&mut F)) {
        self.change(|draft| answer(&mut draft.form));
    }

    /// Notes that it is on its way as it stands now.
    pub fn note_sent(self) {
        self.change(|draft| {
            if !draft.unanswered.contains(&draft.form) {
                draft.unanswered.push(draft.form.clone());
            }
        });
    }

    /// Notes that nothing was made of what was sent, so that the next sending is a new one.
    pub fn note_refused(self) {
        self.change(|draft| {
            draft.key = Key::fresh();
            draft.unanswered.clear();
        });
    }

    /// Throws away what is written, and begins anew.
    pub fn clear(self) {
        Draft::<F>::forget(self.of);
        self.draft.set(Draft::blank());
    }

    fn change(self, with: impl FnOnce(&mut Draft<F>)) {
        let write = |draft: &mut Draft<F>| {
            with(draft);
            draft.saved_at = document::phone_clock();
            drawer::set(&place::<F>(self.of), draft)
        };
        if !self.draft.is_disposed() {
            let is_kept = self.draft.try_update(write);
            self.is_kept.set(is_kept.unwrap_or(false));
        } else if let Some(mut draft) = Draft::load(self.of) {
            // The screens were left while a photo was on its way.
            self.is_kept.set(write(&mut draft));
        }
    }
}
