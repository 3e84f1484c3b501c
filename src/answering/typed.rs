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
            Some(How::Not | How::NotBuilt) => (Some(false), self.words.as_str()),
        };
        RequestForm { is_done, code: self.code, words: words.to_owned() }
    }
}

/// What is filled in, as it is kept on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    words: String,
    verdict: Option<VerdictKind>,
    code: Option<ReasonCode>,
    day: String,
    requests: Vec<OfRequest>,
    photos: Vec<PhotoId>,
    into: String,
    to: Option<Owner>,
    theme: Option<Theme>,
    /// In brackets of its own, so that none of the places is kept as an answer, too.
    place: Option<(Option<PlaceId>,)>,
    word: Option<Word>,
    told: Option<Channel>,
    satisfaction: Option<Satisfaction>,
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
    /// How it was sorted before; that is shown and not kept, since others may sort it meanwhile.
    pub sorted: StoredValue<Option<(Option<Theme>, Option<PlaceId>)>>,
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
            into: RwSignal::new(kept.into),
            requests: RwSignal::new(kept.requests),
            photos: RwSignal::new(kept.photos),
            to: RwSignal::new(kept.to),
            theme: RwSignal::new(kept.theme),
            place: RwSignal::new(kept.place.map(|(place,)| place)),
            word: RwSignal::new(kept.word),
            told: RwSignal::new(kept.told),
            satisfaction: RwSignal::new(kept.satisfaction),
            sorted: StoredValue::new(None),
            faults: RwSignal::new(Vec::new()),
        }
    }

    /// Keeps what is written on this device, now and whenever it changes.
    pub fn keep(self, drawer: String) {
        Effect::new(move || {
            let (theme, place) = (self.theme.get(), self.place.get());
            let is_as_before = self.sorted.get_value().is_some_and(|(its_theme, its_place)| {
                theme == its_theme && place.is_none_or(|place| place == its_place)
            });
            let sorted = (!is_as_before).then_some((theme, place));
            let (theme, place) = sorted.unwrap_or_default();
            let kept = Kept {
                words: self.words.get(),
                verdict: self.verdict.get(),
                code: self.code.get(),
                day: self.day.get(),
                requests: self.requests.get(),
                photos: self.photos.get(),
                into: self.into.get(),
                to: self.to.get(),
                theme,
                place: place.map(|place| (place,)),
                word: self.word.get(),
                told: self.told.get(),
                satisfaction: self.satisfaction.get(),
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
