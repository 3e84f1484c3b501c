//! What the office is entering: kept on its device until it is sent, for one day.
use crate::{
    api::Key,
    browser::{document, drawer},
};
use huiyin_domain::{
    councils::series::AnswerForm,
    digits::digit,
    entering::{CameBy, Received},
    feedback::{OpinionForm, SendAs},
    ids::{ContestId, ProposalId, SeriesId, SlotId},
    proposals::ProposalForm,
    residents::wire::FoundResident,
    time::{DAY_MS, Moment, parse_day},
    times::TimesForm,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

const NAME: &str = "draft.entering";

/// What was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A proposal.
    Proposal,
    /// An opinion, a proposal outside any contest or a topic.
    Opinion,
    /// A co-signature.
    CoSign,
    /// Times.
    Times,
    /// An answer about the times of a series of councils.
    Series,
}

impl Kind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Opinion, Self::Proposal, Self::CoSign, Self::Times, Self::Series];
}

/// What is being entered; each answer is there once it was given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// What was sent.
    pub kind: Option<Kind>,
    /// Whose it is.
    pub resident: Option<FoundResident>,
    /// How it came.
    pub came_by: Option<CameBy>,
    /// On which day, as a date field has it.
    pub on: String,
    /// A proposal: for which contest.
    pub contest: Option<ContestId>,
    /// A proposal: what it says.
    pub form: ProposalForm,
    /// An opinion: as what it is sent, once that was asked.
    pub sent_as: Option<SendAs>,
    /// An opinion: what it says.
    pub opinion: OpinionForm,
    /// A co-signature: the proposal's number, as typed.
    pub number: String,
    /// Times: the answer.
    pub times: TimesForm,
    /// An answer about a series: which.
    pub series: Option<SeriesId>,
    /// An answer about a series: the times that are asked about, once they were shown.
    pub asked: Vec<SlotId>,
    /// An answer about a series: the answer.
    pub answer: AnswerForm,
    /// Names the sending; made when it is first sent.
    pub key: Option<Key>,
    /// When it was last written, by this device's clock.
    pub saved_ms: i64,
}

impl Draft {
    /// How and when it came, once both are answered.
    pub fn received(&self) -> Option<Received> {
        Some(Received { came_by: self.came_by?, on: parse_day(&self.on)? })
    }

    /// The first time of the series about which nothing is said.
    pub fn open_date(&self) -> Option<SlotId> {
        self.asked.iter().find(|slot| !self.answer.marks.contains_key(slot)).copied()
    }

    /// Could they come at any of its times?
    pub fn can_come(&self) -> bool {
        self.answer.marks.values().any(|mark| mark.is_possible())
    }

    /// The proposal that is co-signed: the digits of what was typed, wide ones too.
    pub fn proposal(&self) -> Option<ProposalId> {
        let digits = self.number.chars().filter_map(digit);
        let digits: String = digits.map(|it| char::from(b'0' + it)).collect();
        digits.parse().ok()
    }
}

/// The draft as the screens write it: every change is kept at once.
#[derive(Clone, Copy)]
pub struct Entering {
    draft: RwSignal<Draft>,
}

impl Entering {
    /// Takes up what was begun here today, or begins anew.
    pub fn take_up() -> Self {
        let oldest = document::phone_clock().plus_millis(-DAY_MS);
        let is_fresh = |draft: &Draft| Moment::from_millis(draft.saved_ms) >= oldest;
        let kept = drawer::get::<Draft>(NAME).filter(is_fresh);
        if kept.is_none() {
            // Somebody's name does not lie about on a device that others use.
            drawer::remove(NAME);
        }
        Self { draft: RwSignal::new(kept.unwrap_or_default()) }
    }

    /// Asks something of the draft; asked again when it changes.
    pub fn with<T>(self, ask: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(ask)
    }

    /// Asks something of the draft, once.
    pub fn with_now<T>(self, ask: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with_untracked(ask)
    }

    /// Writes an answer; what is answered otherwise is another sending.
    pub fn write(self, answer: impl FnOnce(&mut Draft)) {
        self.keep(|draft| {
            answer(draft);
            draft.key = None;
        });
    }

    /// The key under which the draft is sent as it stands, however often.
    pub fn key(self) -> Key {
        if let Some(key) = self.with_now(|draft| draft.key.clone()) {
            return key;
        }
        let key = Key::fresh();
        self.keep(|draft| draft.key = Some(key.clone()));
        key
    }

    /// It is entered, or given up.
    pub fn clear(self) {
        drawer::remove(NAME);
        self.draft.set(Draft::default());
    }

    fn keep(self, change: impl FnOnce(&mut Draft)) {
        let write = |draft: &mut Draft| {
            change(draft);
            draft.saved_ms = document::phone_clock().millis();
            // Where this device cannot keep it, it is kept for this visit.
            let _ = drawer::set(NAME, draft);
        };
        if !self.draft.is_disposed() {
            self.draft.update(write);
        } else if let Some(mut draft) = drawer::get::<Draft>(NAME) {
            // The screens were left while it was on its way.
            write(&mut draft);
        }
    }
}
