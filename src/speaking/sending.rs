//! Sending a recording: part by part, from where it stopped, and never twice.
use super::{take::Take, waiting::Waiting};
use crate::{
    api::{Api, ApiError, Precondition, use_api},
    browser::{document, sound::Sound},
    routes::Route,
    words::{Text, use_text},
};
use huiyin_domain::{
    hash::sha256_hex,
    problems::ProblemKind,
    recordings::{
        Command, PART_BYTES, StageKind,
        wire::{Begun, NewRecording, PartTaken, RecordingPage},
    },
    refusals::Refusal,
};
use leptos::{ev, prelude::*, task::spawn_local_scoped};
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// The id of what tells how the sending fares.
pub const PROGRESS: &str = "sending";

/// How far a recording has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It is not on its way.
    Idle,
    /// This part of so many is on its way.
    Part(u32, u32),
    /// The network is gone.
    Cut,
    /// Its owner has to sign in first.
    SignIn,
    /// It was not taken; why, and what to do.
    Refused(String),
}

/// Goes to an address.
type Go = Box<dyn Fn(&str) + Send + Sync>;

/// Sending the recording of a [`Take`].
#[derive(Clone, Copy)]
pub struct Sending {
    take: Take,
    api: Api,
    text: &'static Text,
    /// How far it has come.
    pub progress: RwSignal<Progress>,
    go: StoredValue<Go>,
}

impl Sending {
    /// For this recording; goes on by itself when the network comes back.
    pub fn new(take: Take) -> Self {
        let navigate = use_navigate();
        let go = move |to: &str| {
            // Going back then leads to the contest, not to a recording that is gone.
            navigate(to, NavigateOptions { replace: true, ..NavigateOptions::default() });
        };
        let sending = Self {
            take,
            api: use_api(),
            text: use_text(),
            progress: RwSignal::new(Progress::Idle),
            go: StoredValue::new(Box::new(go)),
        };
        let back = window_event_listener(ev::online, move |_| {
            if sending.progress.try_get_untracked() == Some(Progress::Cut) {
                sending.send();
            }
        });
        on_cleanup(move || back.remove());
        sending
    }

    /// Is it on its way?
    pub fn is_busy(self) -> bool {
        matches!(self.progress.get(), Progress::Part(..))
    }

    /// Sends it, or goes on where it stopped; while it is on its way nothing more.
    pub fn send(self) {
        let (Some(mut waiting), Some(sound)) =
            (self.take.waiting.get_untracked(), self.take.sound_now())
        else {
            return;
        };
        if matches!(self.progress.get_untracked(), Progress::Part(..)) {
            return;
        }
        waiting.is_wanted = true;
        let n_parts = n_parts(&sound);
        let is_signed_in = self.api.me().is_some();
        self.show(if is_signed_in { Progress::Part(1, n_parts) } else { Progress::SignIn });
        spawn_local_scoped(async move {
            // First on the phone: whatever happens to the page, it can be sent later.
            self.take.note_waiting(&waiting, &sound).await;
            if is_signed_in {
                match self.deliver(&mut waiting, &sound).await {
                    Ok(begun) => self.arrived(begun).await,
                    Err(error) => self.stopped(error, waiting, &sound).await,
                }
            }
        });
    }

    async fn deliver(self, waiting: &mut Waiting, sound: &Sound) -> Result<Begun, ApiError> {
        let begun = match waiting.begun {
            Some(begun) => begun,
            None => {
                let path = format!("contests/{}/recordings", waiting.contest);
                let new = NewRecording { seconds: waiting.seconds };
                let begun = self.api.post(&path, &new, &waiting.key, Precondition::None).await?;
                waiting.begun = Some(begun);
                self.take.note_waiting(waiting, sound).await;
                begun
            }
        };
        let path = format!("recordings/{}", begun.id);
        let there: RecordingPage = self.api.get(&path).await?;
        match (there.stage.kind(), there.next_part) {
            (StageKind::Arriving, next) => {
                self.send_parts(&path, sound, next.unwrap_or(0)).await?;
                let finish = Command::Finish {
                    n_parts: n_parts(sound),
                    sha256: Some(sha256_hex(&sound.bytes)),
                };
                let path = format!("{path}/commands");
                let key = &waiting.finish_key;
                let _: RecordingPage =
                    self.api.post(&path, &finish, key, Precondition::None).await?;
            }
            // Its end had arrived; only the answer was lost.
            (
                StageKind::Waiting
                | StageKind::Written
                | StageKind::Unclear
                | StageKind::Agreed
                | StageKind::Withdrawn,
                _,
            ) => {}
        }
        Ok(begun)
    }

    async fn send_parts(self, path: &str, sound: &Sound, first: u32) -> Result<(), ApiError> {
        let parts: Vec<&[u8]> = sound.bytes.chunks(PART_BYTES as usize).collect();
        let mut next = first;
        while let Some(part) = parts.get(next as usize) {
            self.show(Progress::Part(next + 1, n_parts(sound)));
            let taken: PartTaken =
                self.api.put_bytes(&format!("{path}/parts/{next}"), part).await?;
            if taken.next <= next {
                return Err(ApiError::Garbled);
            }
            next = taken.next;
        }
        Ok(())
    }

    async fn arrived(self, begun: Begun) {
        Waiting::forget(self.take.contest).await;
        // Whoever has gone on to another page is not called back.
        if !self.progress.is_disposed() {
            let to = Route::RecordingSent(begun.id).href();
            self.go.with_value(|go| go(&to));
        }
    }

    async fn stopped(self, error: ApiError, mut waiting: Waiting, sound: &Sound) {
        let progress = match error.kind() {
            None => Progress::Cut,
            Some(ProblemKind::SignedOut) => Progress::SignIn,
            Some(kind) if must_start_over(kind) => {
                waiting.start_over();
                self.take.note_waiting(&waiting, sound).await;
                Progress::Refused(self.text.speaking.recording.from_beginning.to_owned())
            }
            Some(_) => Progress::Refused(self.text.problems.error(&error)),
        };
        self.show(progress);
        if !self.progress.is_disposed() {
            document::focus_id(PROGRESS);
        }
    }

    fn show(self, progress: Progress) {
        if !self.progress.is_disposed() {
            self.progress.set(progress);
        }
    }
}

/// Does what is on the server no longer belong to what is on the phone?
fn must_start_over(kind: &ProblemKind) -> bool {
    match kind {
        ProblemKind::Missing | ProblemKind::KeyReused => true,
        ProblemKind::Refused { refusal } => matches!(
            refusal,
            Refusal::PartMissing { .. }
                | Refusal::SoundDiffers
                | Refusal::NotYourRecording
                | Refusal::RecordingNotAtThisStage { .. }
        ),
        _ => false,
    }
}

fn n_parts(sound: &Sound) -> u32 {
    // Parts of five megabytes at most are fewer than a hundred.
    (sound.bytes.len() as u64).div_ceil(PART_BYTES) as u32
}
