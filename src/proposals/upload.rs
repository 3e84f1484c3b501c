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
    Kept(ApiError),
}

/// Sending photos for a draft, one at a time.
#[derive(Clone, Copy)]
pub struct Upload {
    api: Api,
    text: &'static Text,
    photos: DraftPhotos,
    faults: RwSignal<Vec<Fault>>,
    picked: StoredValue<Option<Picked>>,
    /// How far the photo has come.
    pub progress: RwSignal<Progress>,
}

impl Upload {
    /// For this draft; what a person can mend stands in `faults`.
    pub fn new(photos: DraftPhotos, faults: RwSignal<Vec<Fault>>) -> Self {
        Self {
            api: use_api(),
            text: use_text(),
            photos,
            faults,
            picked: StoredValue::new(None),
            progress: RwSignal::new(Progress::Idle),
        }
    }

    /// Takes a file that was chosen: too big a one is refused before anything is sent.
    pub fn take(self, chosen: Chosen) {
        self.faults.set(Vec::new());
        if chosen.bytes() > PHOTO_BYTES_MAX {
            let kind = ProblemKind::TooLarge { max_bytes: PHOTO_BYTES_MAX };
            return self.refuse((self.text.problems.kind)(&kind));
        }
        self.set_out();
        spawn_local_scoped(async move {
            let media_type = match chosen.media_type() {
                unknown if unknown.is_empty() => "image/jpeg".to_owned(),
                known => known,
            };
            match chosen.read().await {
                Some(bytes) => {
                    let picked = Picked { bytes, media_type, key: Key::fresh() };
                    let _ = self.picked.try_set_value(Some(picked));
                    self.send().await;
                }
                None => self.refuse(self.text.proposals.writing.photo_unread.to_owned()),
            }
        });
    }

    /// Sends the kept photo again.
    pub fn again(self) {
        self.set_out();
        spawn_local_scoped(self.send());
    }

    fn set_out(self) {
        self.progress.set(Progress::Sending);
        focus_soon(FIELD);
    }

    /// Does without the kept photo.
    pub fn drop_kept(self) {
        // Both are gone when the screen was left meanwhile.
        let _ = self.picked.try_set_value(None);
        self.progress.set(Progress::Idle);
    }

    fn refuse(self, words: String) {
        self.drop_kept();
        self.faults.set(vec![Fault { field: FIELD.to_owned(), words }]);
    }

    async fn send(self) {
        let Some(Picked { bytes, media_type, key }) = self.picked.try_get_value().flatten() else {
            return;
        };
        let sent = self.api.post_bytes::<PhotoStored>("photos", &media_type, &bytes, &key).await;
        match sent {
            Ok(photo) => self.arrived(photo),
            Err(error) => match error.kind() {
                Some(kind @ (ProblemKind::NotAPhoto | ProblemKind::TooLarge { .. })) => {
                    self.refuse((self.text.problems.kind)(kind));
                }
                Some(_) | None => {
                    self.progress.set(Progress::Kept(error));
                    focus_soon(FIELD);
                }
            },
        }
    }

    fn arrived(self, photo: PhotoStored) {
        self.photos.change(|photos| {
            // The same photo chosen twice is stored once and shown once.
            if !photos.contains(&photo.id) {
                photos.push(photo.id);
            }
        });
        // Whoever has gone on to another screen is not called back; the photo is in the draft.
        if self.progress.is_disposed() {
            return;
        }
        self.drop_kept();
        focus_soon(FIELD);
        say((self.text.proposals.writing.photo_sent)(self.photos.n_now()));
    }
}
