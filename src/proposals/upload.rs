//! A photo on its way: checked on the phone, sent at once, and kept until it has arrived.
use super::{draft::Writing, your_part::focus_soon};
use crate::{
    api::{Api, ApiError, Key, use_api},
    browser::files::Chosen,
    ui::{Fault, say},
    words::{Text, use_text},
};
use huiyin_domain::{
    feedback::OpinionForm,
    problems::ProblemKind,
    proposals::{PHOTO_BYTES_MAX, PhotoId, wire::PhotoStored},
};
use leptos::{prelude::*, task::spawn_local_scoped};
use std::cell::RefCell;

/// The id of the file field, and of what stands in its place meanwhile.
pub const FIELD: &str = "photos";

/// The photos of something that is being written, whatever it is.
#[derive(Clone, Copy)]
pub enum DraftPhotos {
    /// Of a proposal.
    Proposal(Writing),
    /// Of an opinion.
    Opinion(crate::ui::Writing<OpinionForm>),
    /// Of what the office reports.
    Report(RwSignal<Vec<PhotoId>>),
}

impl DraftPhotos {
    /// Those that have arrived; read again when they change.
    pub fn list(self) -> Vec<PhotoId> {
        match self {
            Self::Proposal(writing) => writing.form().photos,
            Self::Opinion(writing) => writing.form().photos,
            Self::Report(photos) => photos.get(),
        }
    }

    /// Changes them, also after the screen was left.
    pub fn change(self, with: impl FnOnce(&mut Vec<PhotoId>)) {
        match self {
            Self::Proposal(writing) => writing.write(|form| with(&mut form.photos)),
            Self::Opinion(writing) => writing.write(|form| with(&mut form.photos)),
            Self::Report(photos) => {
                photos.try_update(with);
            }
        }
    }

    /// The same photo chosen twice is stored once and shown once.
    fn add(self, photo: PhotoId) {
        self.change(|photos| {
            if !photos.contains(&photo) {
                photos.push(photo);
            }
        });
    }

    /// Names the draft; a report has none.
    fn draft(self) -> Option<String> {
        match self {
            Self::Proposal(writing) => Some(writing.draft_now().key.name().to_owned()),
            Self::Opinion(writing) => Some(writing.draft_now().key.name().to_owned()),
            Self::Report(_) => None,
        }
    }

    fn n_now(self) -> usize {
        match self {
            Self::Proposal(writing) => writing.with_form(|form| form.photos.len()),
            Self::Opinion(writing) => writing.with_form(|form| form.photos.len()),
            Self::Report(photos) => photos.with_untracked(Vec::len),
        }
    }
}

/// A photo that was read from the phone and has not arrived yet.
#[derive(Clone)]
struct Picked {
    name: String,
    bytes: Vec<u8>,
    media_type: String,
    /// Sent again with every retry, so that a photo is stored once.
    key: Key,
}

/// How far a photo has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// None is on its way.
    Idle,
    /// On its way.
    Sending,
    /// It did not arrive, and is kept for another try.
    Kept {
        /// What the file is called.
        name: String,
        /// Why it did not.
        error: ApiError,
    },
    /// It arrived after its screen was left, and is not yet in what is written now.
    Arrived(PhotoId),
    /// It was refused after its screen was left, and nothing of it is kept.
    Refused {
        /// What the file is called.
        name: String,
        /// Why, in words.
        why: String,
    },
}

/// The photo that is on its way, which outlives the screen on which it was chosen: what becomes
/// of it is told wherever one is by then.
#[derive(Clone)]
struct OnItsWay {
    picked: ArcRwSignal<Option<Picked>>,
    progress: ArcRwSignal<Progress>,
}

thread_local! {
    /// The last one, with the draft for which it was chosen.
    static LAST: RefCell<Option<(String, OnItsWay)>> = const { RefCell::new(None) };
}

impl OnItsWay {
    fn new() -> Self {
        Self { picked: ArcRwSignal::new(None), progress: ArcRwSignal::new(Progress::Idle) }
    }

    /// That of a draft, on whichever of its screens one is.
    fn of(photos: DraftPhotos) -> Self {
        let Some(draft) = photos.draft() else { return Self::new() };
        LAST.with_borrow_mut(|last| {
            if let Some((its, here)) = last.as_ref()
                && *its == draft
            {
                return here.clone();
            }
            let here = Self::new();
            *last = Some((draft, here.clone()));
            here
        })
    }

    fn drop_kept(&self) {
        self.picked.set(None);
        self.progress.set(Progress::Idle);
    }
}

/// Sending photos for a draft, one at a time.
#[derive(Clone, Copy)]
pub struct Upload {
    api: Api,
    text: &'static Text,
    photos: DraftPhotos,
    /// What a person can mend, where there is a field for it.
    faults: Option<RwSignal<Vec<Fault>>>,
    /// The id of what takes the focus.
    at: &'static str,
    /// Gone with the screen.
    here: StoredValue<OnItsWay>,
}

impl Upload {
    /// For this draft; what a person can mend stands in `faults`.
    pub fn new(photos: DraftPhotos, faults: RwSignal<Vec<Fault>>) -> Self {
        let upload = Self { faults: Some(faults), ..Self::elsewhere(photos, FIELD) };
        let here = upload.here.get_value();
        // Refused meanwhile: here it can be mended.
        if let Progress::Refused { name, why } = here.progress.get_untracked() {
            upload.refuse(&here, name, why);
        }
        upload
    }

    /// On a screen without a file field, where `at` is the id of what is told of the photo.
    pub fn elsewhere(photos: DraftPhotos, at: &'static str) -> Self {
        let here = OnItsWay::of(photos);
        let come = here.clone();
        Effect::new(move || {
            if let Progress::Arrived(photo) = come.progress.get() {
                photos.add(photo);
                come.drop_kept();
            }
        });
        Self {
            api: use_api(),
            text: use_text(),
            photos,
            faults: None,
            at,
            here: StoredValue::new(here),
        }
    }

    /// How far the photo has come.
    pub fn progress(self) -> Progress {
        self.here.with_value(|here| here.progress.get())
    }

    /// Takes a file that was chosen: too big a one is refused before anything is sent.
    pub fn take(self, chosen: Chosen) {
        if let Some(faults) = self.faults {
            faults.set(Vec::new());
        }
        let (here, name) = (self.here.get_value(), chosen.name());
        if chosen.bytes() > PHOTO_BYTES_MAX {
            let kind = ProblemKind::TooLarge { max_bytes: PHOTO_BYTES_MAX };
            return self.refuse(&here, name, (self.text.problems.kind)(&kind));
        }
        self.set_out(&here);
        spawn_local_scoped(async move {
            let media_type = match chosen.media_type() {
                unknown if unknown.is_empty() => "image/jpeg".to_owned(),
                known => known,
            };
            match chosen.read().await {
                Some(bytes) => {
                    let picked = Picked { name, bytes, media_type, key: Key::fresh() };
                    here.picked.set(Some(picked));
                    self.send(here).await;
                }
                None => {
                    let why = self.text.proposals.writing.photo_unread.to_owned();
                    self.refuse(&here, name, why);
                }
            }
        });
    }

    /// Sends the kept photo again.
    pub fn again(self) {
        let here = self.here.get_value();
        self.set_out(&here);
        spawn_local_scoped(self.send(here));
    }

    fn set_out(self, here: &OnItsWay) {
        here.progress.set(Progress::Sending);
        focus_soon(self.at);
    }

    /// Does without the photo that did not arrive.
    pub fn drop_kept(self) {
        self.here.with_value(OnItsWay::drop_kept);
        // Its button goes with it.
        focus_soon(self.at);
    }

    fn refuse(self, here: &OnItsWay, name: String, why: String) {
        here.drop_kept();
        match self.faults.filter(|faults| !faults.is_disposed()) {
            Some(faults) => faults.set(vec![Fault { field: FIELD.to_owned(), words: why }]),
            None => here.progress.set(Progress::Refused { name, why }),
        }
    }

    async fn send(self, here: OnItsWay) {
        let Some(Picked { name, bytes, media_type, key }) = here.picked.get_untracked() else {
            return;
        };
        let sent = self.api.post_bytes::<PhotoStored>("photos", &media_type, &bytes, &key).await;
        match sent {
            Ok(photo) => self.arrived(&here, photo),
            Err(error) => match error.kind() {
                Some(kind @ (ProblemKind::NotAPhoto | ProblemKind::TooLarge { .. })) => {
                    self.refuse(&here, name, (self.text.problems.kind)(kind));
                }
                Some(_) | None => {
                    here.progress.set(Progress::Kept { name, error });
                    // Whoever has gone on to another screen reads it there, and is not called.
                    if !self.here.is_disposed() {
                        focus_soon(self.at);
                    }
                }
            },
        }
    }

    fn arrived(self, here: &OnItsWay, photo: PhotoStored) {
        here.drop_kept();
        // Whoever has gone on to another screen is not called back: it is in the draft, and in
        // what is written of it on the screen that is shown now.
        if self.here.is_disposed() {
            self.photos.add(photo.id.clone());
            here.progress.set(Progress::Arrived(photo.id));
            return;
        }
        self.photos.add(photo.id);
        focus_soon(self.at);
        say((self.text.proposals.writing.photo_sent)(self.photos.n_now()));
    }
}
