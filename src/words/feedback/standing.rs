//! Where something stands, with all that the one big sentence needs.
use huiyin_domain::feedback::{
    Kind, Late, Owes, StageKind,
    wire::{SubmissionCard, SubmissionPage},
};

/// Where a submission stands, on a card as on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What kind of thing it is.
    pub kind: Kind,
    /// At which stage.
    pub stage: StageKind,
    /// What is owed next.
    pub owes: Option<Owes>,
    /// How late that is.
    pub late: Option<Late>,
}

impl From<&SubmissionCard> for Standing {
    fn from(card: &SubmissionCard) -> Self {
        Self { kind: card.kind, stage: card.stage, owes: card.owes, late: card.late }
    }
}

impl From<&SubmissionPage> for Standing {
    fn from(page: &SubmissionPage) -> Self {
        let it = &page.submission;
        Self { kind: it.kind, stage: it.stage.kind(), owes: it.owes(), late: page.late }
    }
}
