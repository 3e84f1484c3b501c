//! A proposal that is being written: kept on the phone until it is sent, for thirty days.
use crate::{
    api::Key,
    browser::{document, storage},
    residents::session,
};
use huiyin_domain::{
    ids::ContestId,
    proposals::ProposalForm,
    time::{DAY_MS, Moment},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::{cell::RefCell, collections::BTreeMap};

/// Days for which a draft is kept after it was last written.
pub const KEPT_DAYS: i64 = 30;

/// A proposal that is being written (草稿).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What is written.
    pub form: ProposalForm,
    /// Names the sending, so that a lost answer and a retry never make two proposals.
    pub key: Key,
    /// What was sent under the key without an answer, in the order of the tries.
    #[serde(default)]
    pub unanswered: Vec<ProposalForm>,
    /// When it was last written, by this phone's clock.
    pub saved_at: Moment,
}

thread_local! {
    /// Where the phone cannot keep drafts, they live as long as this visit.
    static OF_THIS_VISIT: RefCell<BTreeMap<String, Draft>> =
        const { RefCell::new(BTreeMap::new()) };
}

fn name(contest: ContestId) -> String {
    session::place(&format!("draft.{contest}"))
}

impl Draft {
    fn blank() -> Self {
        Self {
            form: ProposalForm::default(),
            key: Key::fresh(),
            unanswered: Vec::new(),
            saved_at: document::phone_clock(),
        }
    }

    /// The draft for a contest, if one was begun and is not too old.
    pub fn load(contest: ContestId) -> Option<Self> {
        let of_this_visit =
            || OF_THIS_VISIT.with_borrow(|drafts| drafts.get(&name(contest)).cloned());
        let draft: Self = storage::get(&name(contest)).or_else(of_this_visit)?;
        let oldest = document::phone_clock().plus_millis(-KEPT_DAYS * DAY_MS);
        if draft.saved_at < oldest {
            Self::forget(contest);
            return None;
        }
        (!draft.form.is_blank()).then_some(draft)
    }

    /// Keeps it; `false` when the phone cannot keep it beyond this visit.
    fn save(&self, contest: ContestId) -> bool {
        let is_kept = storage::set(&name(contest), self);
        if !is_kept {
            OF_THIS_VISIT.with_borrow_mut(|drafts| drafts.insert(name(contest), self.clone()));
        }
        is_kept
    }

    /// Throws the draft of a contest away.
    pub fn forget(contest: ContestId) {
        storage::remove(&name(contest));
        OF_THIS_VISIT.with_borrow_mut(|drafts| drafts.remove(&name(contest)));
    }
}

/// The draft as the screens write it: every change is kept at once.
#[derive(Clone, Copy)]
pub struct Writing {
    /// For which contest.
    pub contest: ContestId,
    draft: RwSignal<Draft>,
    /// Can this phone keep it?
    pub is_kept: RwSignal<bool>,
}

impl Writing {
    /// Takes up the draft for a contest, or begins one.
    pub fn take_up(contest: ContestId) -> Self {
        let draft = Draft::load(contest).unwrap_or_else(Draft::blank);
        Self { contest, draft: RwSignal::new(draft), is_kept: RwSignal::new(true) }
    }

    /// What is written; read again when it changes.
    pub fn form(self) -> ProposalForm {
        self.draft.with(|draft| draft.form.clone())
    }

    /// What is written, read once.
    pub fn form_now(self) -> ProposalForm {
        self.draft.with_untracked(|draft| draft.form.clone())
    }

    /// Asks something of what is written, read once.
    pub fn with_form<T>(self, ask: impl FnOnce(&ProposalForm) -> T) -> T {
        self.draft.with_untracked(|draft| ask(&draft.form))
    }

    /// The whole draft, read once.
    pub fn draft_now(self) -> Draft {
        self.draft.get_untracked()
    }

    /// Writes an answer.
    pub fn write(self, answer: impl FnOnce(&mut ProposalForm)) {
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

    fn change(self, with: impl FnOnce(&mut Draft)) {
        let write = |draft: &mut Draft| {
            with(draft);
            draft.saved_at = document::phone_clock();
            draft.save(self.contest)
        };
        if !self.draft.is_disposed() {
            let is_kept = self.draft.try_update(write);
            self.is_kept.set(is_kept.unwrap_or(false));
        } else if let Some(mut draft) = Draft::load(self.contest) {
            // The screens were left while a photo was on its way.
            self.is_kept.set(write(&mut draft));
        }
    }
}
