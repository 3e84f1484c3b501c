//! What is kept on the phone beside the draft of a new version.
use crate::{
    browser::{document, drawer},
    proposals::draft::{Draft, Sheet},
    residents::session,
    ui::is_fresh,
};
use huiyin_domain::{
    ids::ProposalId,
    proposals::{ProposalForm, wire::ProposalPage},
    time::Moment,
};
use serde::{Deserialize, Serialize};

/// From which version one began, and why it changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The version that was there then.
    pub base: u32,
    /// Its text.
    pub first: ProposalForm,
    /// Why it changes, as far as it is written.
    pub why: String,
    saved_at: Moment,
}

fn place(id: ProposalId) -> String {
    session::place(&format!("draft.proposal.{id}.why"))
}

/// Was a new version begun on this phone and not sent?
pub fn is_begun(page: &ProposalPage) -> bool {
    let draft = Draft::load(Sheet::Again(page.id));
    draft.is_some_and(|draft| draft.form != ProposalForm::from(&page.content))
}

impl Kept {
    /// What is kept; begun anew from the text as it stands while nothing was changed yet.
    pub fn take_up(page: &ProposalPage) -> Self {
        let sheet = Sheet::Again(page.id);
        let draft = Draft::load(sheet);
        let kept: Option<Self> = drawer::get(&place(page.id));
        // A reason is as old as what it is for.
        let kept = kept.filter(|kept| draft.is_some() || is_fresh(kept.saved_at));
        if let Some(kept) = kept {
            let is_changed = draft.is_some_and(|draft| draft.form != kept.first);
            if kept.base == page.text || is_changed {
                return kept;
            }
            Draft::forget(sheet);
        }
        let first = ProposalForm::from(&page.content);
        let mut begun =
            Self { base: page.text, first, why: String::new(), saved_at: document::phone_clock() };
        begun.keep(page.id, String::new());
        begun
    }

    /// Keeps why it changes. Where the phone cannot, it is kept for this visit.
    pub fn keep(&mut self, id: ProposalId, why: String) {
        self.why = why;
        self.saved_at = document::phone_clock();
        let _ = drawer::set(&place(id), self);
    }

    /// Throws it away.
    pub fn forget(id: ProposalId) {
        drawer::remove(&place(id));
    }
}
