//! A photo on its way: checked on the phone, sent at once, and kept until it has arrived.
use super::draft::Writing;
use crate::{
    api::{Api, ApiError, Key, use_api},
    browser::files::Chosen,
    ui::{Fault, say},
    words::{Text, use_text},
};
use huiyin_domain::{
    problems::ProblemKind,
    proposals::{PHOTO_BYTES_MAX, wire::PhotoStored},
};
use leptos::{prelude::*, task::spawn_local};

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
    writing: Writing,
    faults: RwSignal<Vec<Fault>>,
    picked: StoredValue<Option<Picked>>,
    /// How far the photo has come.
    pub progress: RwSignal<Progress>,
}

impl Upload {
    /// For this draft; what a person can mend stands in `faults`.
    pub fn new(writing: Writing, faults: RwSignal<Vec<Fault>>) -> Self {
        Self {
            api: use_api(),
            text: use_text(),
            writing,
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
        self.progress.set(Progress::Sending);
        spawn_local(async move {
            let media_type = match chosen.media_type() {
                unknown if unknown.is_empty() => "image/jpeg".to_owned(),
                known => known,
            };
            match chosen.read().await {
                Some(bytes) => {
                    self.picked.set_value(Some(Picked { bytes, media_type, key: Key::fresh() }));
                    self.send().await;
                }
                None => self.refuse(self.text.proposals.writing.photo_unread.to_owned()),
            }
        });
    }

    /// Sends the kept photo again.
    pub fn again(self) {
        self.progress.set(Progress::Sending);
        spawn_local(self.send());
    }

    /// Does without the kept photo.
    pub fn drop_kept(self) {
        self.picked.set_value(None);
        self.progress.set(Progress::Idle);
    }

    fn refuse(self, words: String) {
        self.drop_kept();
        self.faults.set(vec![Fault { field: "photos".to_owned(), words }]);
    }

    async fn send(self) {
        let Some(Picked { bytes, media_type, key }) = self.picked.get_value() else { return };
        let sent = self.api.post_bytes::<PhotoStored>("photos", &media_type, &bytes, &key).await;
        match sent {
            Ok(photo) => self.arrived(photo),
            Err(error) => match error.kind() {
                Some(kind @ (ProblemKind::NotAPhoto | ProblemKind::TooLarge { .. })) => {
                    self.refuse((self.text.problems.kind)(kind));
                }
                Some(_) | None => self.progress.set(Progress::Kept(error)),
            },
        }
    }

    fn arrived(self, photo: PhotoStored) {
        self.drop_kept();
        self.writing.write(|form| {
            // The same photo chosen twice is stored once and shown once.
            if !form.photos.contains(&photo.id) {
                form.photos.push(photo.id);
            }
        });
        let n_photos = self.writing.with_form(|form| form.photos.len());
        say((self.text.proposals.writing.photo_sent)(n_photos));
    }
}
