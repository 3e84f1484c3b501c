//! Recording: asking for the microphone, watching it, and keeping what was said.
use super::waiting::{NotTaken, Waiting};
use crate::{
    browser::{
        document,
        microphone::{self, Capture, NoMicrophone},
        sound::Sound,
    },
    ui::say,
    words::{Text, use_text},
};
use gloo_timers::future::TimeoutFuture;
use huiyin_domain::{ids::ContestId, recordings::SECONDS_MAX};
use leptos::{
    prelude::*,
    task::{spawn_local, spawn_local_scoped},
};

/// How often the microphone is looked at.
const GLANCE_MS: u32 = 250;
/// A voice near the phone is louder than this.
const LOUD_ABOVE: f32 = 0.03;
/// Nothing loud for so long means that it is too quiet; people draw breath.
const BREATH_MS: i64 = 3_000;
/// Seconds left when the speaker is told that the end is near.
pub const LEFT_WHEN_TOLD: u32 = 20;

/// How well the speaker can be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The browser does not tell.
    Unknown,
    /// Well.
    Heard,
    /// Hardly.
    Quiet,
}

/// What the page shows: one thing at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It looks whether a recording waits on this phone.
    Looking,
    /// It tells what will happen.
    Ready,
    /// The phone asks its owner.
    Asking,
    /// It records.
    Recording,
    /// It listens whether there is something to hear.
    Checking,
    /// There was nothing to hear.
    Silent,
    /// There is no microphone for us.
    Without(NoMicrophone),
    /// A recording is there.
    There,
}

/// One recording for one contest, from the first tap until it is sent.
#[derive(Clone, Copy)]
pub struct Take {
    /// For which contest.
    pub contest: ContestId,
    /// What is shown.
    pub step: RwSignal<Step>,
    /// How long it has been going on.
    pub seconds: RwSignal<u32>,
    /// How well one can be heard.
    pub level: RwSignal<Level>,
    /// Did it reach its longest?
    pub was_full: RwSignal<bool>,
    /// The recording that is there.
    pub waiting: RwSignal<Option<Waiting>>,
    /// Does the phone keep it when the page is left?
    pub is_kept: RwSignal<bool>,
    capture: StoredValue<Option<Capture>, LocalStorage>,
    sound: StoredValue<Option<Sound>>,
    text: &'static Text,
}

impl Take {
    /// Takes up the recording that waits for this contest, or is ready for a new one.
    pub fn new(contest: ContestId) -> Self {
        let take = Self {
            contest,
            step: RwSignal::new(Step::Looking),
            seconds: RwSignal::new(0),
            level: RwSignal::new(Level::Unknown),
            was_full: RwSignal::new(false),
            waiting: RwSignal::new(None),
            is_kept: RwSignal::new(true),
            capture: StoredValue::new_local(None),
            sound: StoredValue::new(None),
            text: use_text(),
        };
        on_cleanup(move || take.leave());
        spawn_local_scoped(async move {
            let found = Waiting::find(contest).await;
            if take.step.is_disposed() {
                return;
            }
            take.show(found);
        });
        take
    }

    /// Shows what waits, or how to begin.
    fn show(self, found: Option<(Waiting, Sound)>) {
        self.step.set(match found {
            Some((waiting, sound)) => {
                self.sound.set_value(Some(sound));
                self.waiting.set(Some(waiting));
                Step::There
            }
            None if microphone::can_record() => Step::Ready,
            None => Step::Without(NoMicrophone::Unsupported),
        });
    }

    /// The sound of the recording that is there.
    pub fn sound_now(self) -> Option<Sound> {
        self.sound.try_get_value().flatten()
    }

    /// Asks for the microphone and records; only from a tap.
    pub fn start(self) {
        if matches!(self.step.get_untracked(), Step::Asking | Step::Recording) {
            return;
        }
        self.step.set(Step::Asking);
        spawn_local_scoped(async move {
            let asked = Capture::start().await;
            // Whoever has gone on meanwhile is not recorded.
            if self.step.is_disposed() {
                return;
            }
            match asked {
                Ok(capture) => self.begin(capture).await,
                Err(why) => self.step.set(Step::Without(why)),
            }
        });
    }

    async fn begin(self, capture: Capture) {
        self.capture.set_value(Some(capture));
        self.seconds.set(0);
        self.level.set(Level::Unknown);
        self.was_full.set(false);
        self.step.set(Step::Recording);
        microphone::tremble();
        let begun = document::phone_clock().millis();
        let mut loud_at = None;
        let mut n_kept = 0;
        loop {
            TimeoutFuture::new(GLANCE_MS).await;
            let look = |it: &Option<Capture>| {
                it.as_ref().map(|it| (it.is_running(), it.peak(), it.n_pieces()))
            };
            let Some((is_running, peak, n_pieces)) = self.capture.try_with_value(look).flatten()
            else {
                return;
            };
            let now = document::phone_clock().millis();
            if peak.is_some_and(|peak| peak > LOUD_ABOVE) {
                loud_at = Some(now);
            }
            self.note_seconds(now - begun);
            let is_quiet = BREATH_MS <= now - loud_at.unwrap_or(begun);
            self.note_level(match (peak, loud_at) {
                (None, _) => Level::Unknown,
                (Some(_), _) if is_quiet => Level::Quiet,
                (Some(_), Some(_)) => Level::Heard,
                (Some(_), None) => Level::Unknown,
            });
            if n_kept < n_pieces {
                n_kept = n_pieces;
                self.keep_so_far().await;
                if self.step.is_disposed() {
                    return;
                }
            }
            if !is_running || self.seconds.get_untracked() >= SECONDS_MAX {
                self.was_full.set(is_running);
                return self.finish();
            }
        }
    }

    /// Keeps what was said until now, unless an earlier recording waits in its place.
    async fn keep_so_far(self) {
        let so_far = self.capture.try_with_value(|it| it.as_ref().map(Capture::so_far)).flatten();
        let (Some(so_far), None) = (so_far, self.waiting.get_untracked()) else { return };
        let waiting = Waiting::new(self.contest, self.seconds.get_untracked().max(1));
        if let Some(sound) = so_far.await {
            // Where it cannot be kept, the whole is tried again at the end.
            let _ = waiting.keep(&sound).await;
        }
    }

    fn note_seconds(self, ms: i64) {
        let seconds = u32::try_from(ms / 1_000).unwrap_or(0).min(SECONDS_MAX);
        if self.seconds.get_untracked() < seconds {
            self.seconds.set(seconds);
            if seconds == SECONDS_MAX - LEFT_WHEN_TOLD {
                microphone::tremble();
                say((self.text.speaking.recording.nearly_over)(LEFT_WHEN_TOLD));
            }
        }
    }

    fn note_level(self, level: Level) {
        if self.level.get_untracked() != level {
            self.level.set(level);
        }
    }

    /// Ends the recording and keeps it, if there is something to hear.
    pub fn finish(self) {
        let Some(capture) = self.take_capture() else { return };
        microphone::tremble();
        self.step.set(Step::Checking);
        spawn_local_scoped(async move {
            let kept = match capture.finish().await {
                Some(sound) => self.keep(sound).await,
                None => Err(NotTaken::Silent),
            };
            if kept.is_err() && !self.step.is_disposed() {
                if self.waiting.with_untracked(Option::is_none) {
                    Waiting::forget(self.contest).await;
                }
                self.step.set(Step::Silent);
            }
        });
    }

    /// Keeps a sound from elsewhere; says why when it does not.
    pub async fn keep(self, sound: Sound) -> Result<(), NotTaken> {
        let (waiting, is_kept) = Waiting::take(self.contest, &sound).await?;
        if !self.step.is_disposed() {
            self.sound.set_value(Some(sound));
            self.is_kept.set(is_kept);
            self.waiting.set(Some(waiting));
            self.step.set(Step::There);
        }
        Ok(())
    }

    /// Keeps what is known about the recording that is there.
    pub async fn note_waiting(self, waiting: &Waiting, sound: &Sound) {
        let is_kept = waiting.keep(sound).await;
        if !self.waiting.is_disposed() {
            self.waiting.set(Some(waiting.clone()));
            self.is_kept.set(is_kept);
        }
    }

    /// Throws the recording away that is there.
    pub fn delete(self) {
        let contest = self.contest;
        spawn_local_scoped(async move {
            Waiting::forget(contest).await;
            let next = Waiting::find(contest).await;
            if !self.step.is_disposed() {
                self.sound.set_value(None);
                self.waiting.set(None);
                // What is shown next is another recording.
                self.was_full.set(false);
                self.is_kept.set(true);
                say(self.text.speaking.recording.deleted.to_owned());
                self.show(next);
            }
        });
    }

    fn take_capture(self) -> Option<Capture> {
        self.capture.try_update_value(Option::take).flatten()
    }

    /// Whoever leaves in the middle finds what they said when they come back; an earlier recording
    /// that waits stays before it.
    fn leave(self) {
        let contest = self.contest;
        let has_earlier = self.waiting.try_with_untracked(Option::is_some).unwrap_or(true);
        if let Some(capture) = self.take_capture() {
            spawn_local(async move {
                if let Some(sound) = capture.finish().await {
                    // Silence is not kept, and nobody is there to be told.
                    let _ = match has_earlier {
                        true => Waiting::take_behind(contest, &sound).await,
                        false => Waiting::take(contest, &sound).await.map(drop),
                    };
                }
            });
        }
    }
}
