//! Reading itself: sentence by sentence, each marked, by a recording or by the phone's voice.
//!
//! It comes when somebody first presses the button, so that no first screen waits for it.
use super::{
    prepared::Prepared,
    reader::{Place, Reader, State, Why},
};
use crate::{
    accessibility::{ModesInUse, use_modes},
    browser::{
        passages::{Area, Passage, passages},
        speech::{self, Found, Said},
    },
    words::{Language, Text, use_text},
};
use gloo_timers::future::TimeoutFuture;
use huiyin_domain::{
    accessibility::{Modes, Pace},
    voice::spoken,
};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

/// A voice that ends neither this nor the next sentence is given up on.
const STUCK_MAX: u32 = 2;
/// What a voice may take before it begins.
const BEGIN_MS: u32 = 5_000;
/// What it may take for a letter; a Chinese character is as long as three of them.
const LETTER_MS: u32 = 140;
/// How often the mark is laid anew over a sentence that may have moved.
const MARK_MS: u32 = 300;

/// What reading takes: the sentences of the page, and a voice.
#[derive(Clone, Copy)]
pub struct Desk {
    reader: Reader,
    /// Where the sentence stands that is being read.
    areas: RwSignal<Vec<Area>>,
    text: &'static Text,
    modes: ModesInUse,
    passages: StoredValue<Vec<Rc<Passage>>, LocalStorage>,
    voice: StoredValue<Option<Found>, LocalStorage>,
    prepared: StoredValue<Option<Prepared>>,
    has_spoken: StoredValue<bool>,
}

impl Desk {
    /// One for the pages of this language.
    pub fn new(reader: Reader) -> Self {
        Self {
            reader,
            areas: RwSignal::new(Vec::new()),
            text: use_text(),
            modes: use_modes(),
            passages: StoredValue::new_local(Vec::new()),
            voice: StoredValue::new_local(None),
            prepared: StoredValue::new(None),
            has_spoken: StoredValue::new(false),
        }
    }

    /// Reads whenever the reader is to.
    pub fn read_what_is_wanted(self) {
        Effect::new(move || {
            let state = self.reader.state.get();
            if !matches!(state, State::Reading { .. }) {
                self.areas.set(Vec::new());
            }
            if let State::Wanted(place) = state {
                let turn = self.reader.turn();
                spawn_local(async move {
                    if let Some(end) = self.read(turn, place).await {
                        self.reader.state.set(end);
                    }
                });
            }
        });
    }

    /// Reads this sentence again, and goes on.
    pub fn again(self) {
        if let State::Reading { at, .. } = self.reader.state.get_untracked() {
            self.reader.read_from(Place::Passage(at - 1));
        }
    }

    /// Reads at another pace from this sentence on.
    pub fn change_pace(self) {
        let modes = self.modes.get_untracked();
        let pace = match modes.pace {
            Pace::Normal => Pace::Slow,
            Pace::Slow => Pace::Normal,
        };
        self.modes.choose(Modes { pace, ..modes });
        self.again();
    }

    /// Is it reading slowly?
    pub fn is_slow(self) -> bool {
        self.modes.get().pace == Pace::Slow
    }

    /// Goes on from the sentence at this point of the page, while it reads.
    pub fn jump(self, x: f64, y: f64) {
        if let State::Reading { .. } = self.reader.state.get_untracked() {
            let covers = |passage: &Rc<Passage>| passage.covers(x, y);
            let place = self.passages.with_value(|all| all.iter().position(covers));
            if let Some(place) = place {
                self.reader.read_from(Place::Passage(place));
            }
        }
    }

    /// Where the sentence stands that is being read.
    pub fn areas(self) -> Vec<Area> {
        self.areas.get()
    }

    /// What came of reading; `None` when another turn has begun meanwhile.
    async fn read(self, turn: u32, place: Place) -> Option<State> {
        let from = match place {
            Place::Top => {
                let found =
                    passages(self.text.aloud.reading.field).into_iter().map(Rc::new).collect();
                self.passages.try_update_value(|it| *it = found)?;
                0
            }
            Place::Passage(nth) => nth,
        };
        self.prepare(turn).await?;
        let passages = self.passages.try_get_value()?;
        if passages.is_empty() {
            return Some(State::NothingThere);
        }
        let mut n_stuck = 0;
        for (at, passage) in passages.iter().enumerate().skip(from) {
            // What has gone from the page meanwhile is not read.
            if passage.areas().is_empty() {
                continue;
            }
            self.reader.state.set(State::Reading { at: at + 1, all: passages.len() });
            passage.bring_into_view();
            self.mark(turn, passage.clone());
            let said = self.say(passage.text()).await;
            if !self.reader.is_turn(turn) {
                return None;
            }
            match said {
                Said::All => {
                    self.has_spoken.set_value(true);
                    n_stuck = 0;
                }
                Said::Stopped => return Some(State::Quiet),
                Said::Failed | Said::Stuck => {
                    n_stuck += 1;
                    if !self.has_spoken.get_value() || n_stuck == STUCK_MAX {
                        speech::hush();
                        return Some(State::Unable(self.why()));
                    }
                }
            }
        }
        Some(State::Finished)
    }

    /// Looks once for recordings and for a voice.
    async fn prepare(self, turn: u32) -> Option<()> {
        let language = language_of(self.text.language);
        if self.prepared.try_with_value(Option::is_none)? {
            let prepared = Prepared::load(language).await;
            self.prepared.try_update_value(|it| *it = Some(prepared))?;
        }
        // A phone without a voice may have been given one meanwhile.
        let is_found = |voice: &Option<Found>| matches!(voice, Some(Found::Voice(_)));
        if !self.voice.try_with_value(is_found)? {
            let voice = speech::find_voice(language).await;
            self.voice.try_update_value(|it| *it = Some(voice))?;
        }
        self.reader.is_turn(turn).then_some(())
    }

    async fn say(self, sentence: &str) -> Said {
        let (rate, most_ms) = self.rate_and_time(sentence);
        let recording = self.prepared.with_value(|it| it.as_ref()?.recording(sentence));
        let player = self.reader.player.get_value();
        if let (Some(recording), Some(player)) = (recording, player) {
            let said = player.play(&recording, rate, most_ms).await;
            if said != Said::Failed {
                return said;
            }
        }
        let voice = match self.voice.try_get_value().flatten() {
            Some(Found::Voice(voice)) => Some(voice),
            Some(Found::Unlisted) => None,
            Some(Found::OtherLanguages | Found::Missing) | None => return Said::Failed,
        };
        let words = spoken(sentence, self.text.language.tongue());
        speech::say(&words, self.text.language.tag(), voice.as_ref(), rate, most_ms).await
    }

    /// How fast, and the most a sentence can take at that pace.
    fn rate_and_time(self, sentence: &str) -> (f32, u32) {
        let letters = sentence.chars().map(|it| if it.is_ascii() { 1 } else { 3 }).sum::<u32>();
        let usual_ms = letters * LETTER_MS;
        match self.modes.get_untracked().pace {
            Pace::Normal => (1.0, BEGIN_MS + usual_ms),
            Pace::Slow => (0.75, BEGIN_MS + usual_ms * 4 / 3),
        }
    }

    fn why(self) -> Why {
        match self.voice.get_value() {
            Some(Found::Missing) | None => Why::Missing,
            Some(Found::OtherLanguages) => Why::OtherLanguages,
            Some(Found::Voice(_) | Found::Unlisted) => Why::Silent,
        }
    }

    /// Lays the mark over the sentence for as long as it is read.
    fn mark(self, turn: u32, passage: Rc<Passage>) {
        let state = self.reader.state.get_untracked();
        spawn_local(async move {
            while self.reader.is_turn(turn) && self.reader.state.try_get_untracked() == Some(state)
            {
                let areas = passage.areas();
                if self.areas.with_untracked(|shown| *shown != areas) {
                    self.areas.set(areas);
                }
                TimeoutFuture::new(MARK_MS).await;
            }
        });
    }
}

/// The first part of its tag, by which voices and recordings are looked up.
fn language_of(language: Language) -> &'static str {
    match language {
        Language::Chinese => "zh",
        Language::English => "en",
    }
}
