//! What is filled in for an act: kept while the page around it changes, and on this device.
use super::act::{How, Word};
use crate::{browser::drawer, residents::session, ui::Fault};
use huiyin_domain::{
    channels::Channel,
    feedback::{
        AnswerForm, BuiltForm, Owner, ReasonCode, RequestForm, Satisfaction, Theme, VerdictKind,
    },
    ids::{PlaceId, SubmissionId},
    proposals::PhotoId,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What is said of one request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct OfRequest {
    /// Will it be done, or what became of it.
    pub how: Option<How>,
    /// Why not.
    pub code: Option<ReasonCode>,
    /// Why not, or how else.
    pub words: String,
}

impl OfRequest {
    fn form(&self) -> RequestForm {
        let (is_done, words) = match self.how {
            None => (None, ""),
            Some(How::Will | How::AsAsked) => (Some(true), ""),
            Some(How::Otherwise) => (Some(true), self.words.as_str()),
            Some(How::Not) => (Some(false), self.words.as_str()),
        };
        RequestForm { is_done, code: self.code, words: words.to_owned() }
    }
}

/// The parts that are long to write, as they are kept on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    words: String,
    verdict: Option<VerdictKind>,
    code: Option<ReasonCode>,
    day: String,
    requests: Vec<OfRequest>,
    photos: Vec<PhotoId>,
}

/// What is filled in; each act reads its part.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    /// Words of any act.
    pub words: RwSignal<String>,
    /// What is decided.
    pub verdict: RwSignal<Option<VerdictKind>>,
    /// The reason.
    pub code: RwSignal<Option<ReasonCode>>,
    /// A day.
    pub day: RwSignal<String>,
    /// The number it goes on with.
    pub into: RwSignal<String>,
    /// What is said of each request.
    pub requests: RwSignal<Vec<OfRequest>>,
    /// Photos that have arrived.
    pub photos: RwSignal<Vec<PhotoId>>,
    /// To whom it is passed on.
    pub to: RwSignal<Option<Owner>>,
    /// What it is about.
    pub theme: RwSignal<Option<Theme>>,
    /// Where it is; none of the places is an answer too.
    pub place: RwSignal<Option<Option<PlaceId>>>,
    /// The resident's word.
    pub word: RwSignal<Option<Word>>,
    /// How it was heard.
    pub told: RwSignal<Option<Channel>>,
    /// How content they are.
    pub satisfaction: RwSignal<Option<Satisfaction>>,
    /// What is wrong.
    pub faults: RwSignal<Vec<Fault>>,
}

impl Typed {
    /// Nothing yet.
    pub fn blank() -> Self {
        Self::from(Kept::default())
    }

    /// What was kept of an act on a submission, or nothing yet.
    pub fn of(drawer: &str) -> Self {
        Self::from(drawer::get(drawer).unwrap_or_default())
    }

    fn from(kept: Kept) -> Self {
        Self {
            words: RwSignal::new(kept.words),
            verdict: RwSignal::new(kept.verdict),
            code: RwSignal::new(kept.code),
            day: RwSignal::new(kept.day),
            into: RwSignal::new(String::new()),
            requests: RwSignal::new(kept.requests),
            photos: RwSignal::new(kept.photos),
            to: RwSignal::new(None),
            theme: RwSignal::new(None),
            place: RwSignal::new(None),
            word: RwSignal::new(None),
            told: RwSignal::new(None),
            satisfaction: RwSignal::new(None),
            faults: RwSignal::new(Vec::new()),
        }
    }

    /// Keeps what is written on this device, now and whenever it changes.
    pub fn keep(self, drawer: String) {
        Effect::new(move || {
            let kept = Kept {
                words: self.words.get(),
                verdict: self.verdict.get(),
                code: self.code.get(),
                day: self.day.get(),
                requests: self.requests.get(),
                photos: self.photos.get(),
            };
            if kept == Kept::default() {
                drawer::remove(&drawer);
            } else {
                // Where this device cannot keep it, it holds as long as the page is open.
                let _ = drawer::set(&drawer, &kept);
            }
        });
    }

    /// The fault of one field.
    pub fn fault(self, field: impl Into<String>) -> Signal<Option<String>> {
        let field = field.into();
        Signal::derive(move || Fault::for_field(&self.faults.get(), &field))
    }

    /// The answer as the domain reads it.
    pub fn answer(self) -> AnswerForm {
        AnswerForm {
            verdict: self.verdict.get(),
            words: self.words.get(),
            code: self.code.get(),
            day: self.day.get(),
            into: self.into.get(),
            requests: self.request_forms(),
        }
    }

    /// What was built as the domain reads it.
    pub fn built(self) -> BuiltForm {
        BuiltForm {
            words: self.words.get(),
            photos: self.photos.get(),
            requests: self.request_forms(),
        }
    }

    fn request_forms(self) -> Vec<RequestForm> {
        self.requests.with(|requests| requests.iter().map(OfRequest::form).collect())
    }

    /// Changes what is said of one request.
    pub fn write_request(self, at: usize, with: impl FnOnce(&mut OfRequest)) {
        self.requests.update(|requests| {
            if requests.len() <= at {
                requests.resize(at + 1, OfRequest::default());
            }
            with(&mut requests[at]);
        });
    }

    /// What is said of one request; read again when it changes.
    pub fn request(self, at: usize) -> OfRequest {
        self.requests.with(|requests| requests.get(at).cloned().unwrap_or_default())
    }
}

/// Where an act on a submission is kept on this device.
pub(super) fn drawer_of(id: SubmissionId, act: &str) -> String {
    session::place(&format!("draft.feedback-{id}-{act}"))
}
