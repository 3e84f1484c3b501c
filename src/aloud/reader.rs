//! The reader: says the page sentence by sentence, and knows which one it is at.
use super::prepared::Prepared;
use crate::{
    accessibility::{ModesInUse, use_modes},
    browser::{
        passages::{Area, Passage, passages},
        player::Player,
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

/// What the reader is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing, as at first.
    Quiet,
    /// It looks for a voice.
    Preparing,
    /// It reads a sentence, counted from one, of so many.
    Reading { at: usize, all: usize },
    /// All is read.
    Finished,
    /// There was nothing to read.
    NothingThere,
    /// It cannot read.
    Unable(Why),
}

/// Why a phone cannot read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The browser has no voice.
    Missing,
    /// It has none of this language.
    OtherLanguages,
    /// It has one that does not speak, or does not end.
    Silent,
}

/// A voice that ends neither this nor the next sentence is given up on.
const STUCK_MAX: u32 = 2;
/// What a voice may take before it begins.
const BEGIN_MS: u32 = 5_000;
/// What it may take for a letter; a Chinese character is as long as three of them.
const LETTER_MS: u32 = 140;
/// How often the mark is laid anew over a sentence that may have moved.
const MARK_MS: u32 = 300;

/// Reads the page that is shown.
#[derive(Clone, Copy)]
pub struct Reader {
    /// What it is doing.
    pub state: RwSignal<State>,
    /// Where the sentence stands that is being read.
    pub areas: RwSignal<Vec<Area>>,
    text: &'static Text,
    modes: ModesInUse,
    /// Counted on with each start and stop: whoever waits for an older turn gives up.
    turn: StoredValue<u32>,
    passages: StoredValue<Vec<Rc<Passage>>, LocalStorage>,
    player: StoredValue<Option<Player>, LocalStorage>,
    voice: StoredValue<Option<Found>, LocalStorage>,
    prepared: StoredValue<Option<Prepared>>,
    has_spoken: StoredValue<bool>,
}

impl Reader {
    /// One for the pages of this language.
    pub fn new() -> Self {
        Self {
            state: RwSignal::new(State::Quiet),
            areas: RwSignal::new(Vec::new()),
            text: use_text(),
            modes: use_modes(),
            turn: StoredValue::new(0),
            passages: StoredValue::new_local(Vec::new()),
            player: StoredValue::new_local(None),
            voice: StoredValue::new_local(None),
            prepared: StoredValue::new(None),
            has_spoken: StoredValue::new(false),
        }
    }

    /// Is it reading, or about to?
    pub fn is_busy(self) -> bool {
        matches!(self.state.get(), State::Preparing | State::Reading { .. })
    }

    /// Reads the page from its beginning; in answer to a tap.
    pub fn start(self) {
        // Phones let a page speak only when it begins within the tap.
        speech::warm_up();
        if self.player.with_value(Option::is_none) {
            let player = Player::new();
            if let Some(player) = &player {
                player.warm_up();
            }
            self.player.set_value(player);
        }
        let passages = passages(self.text.aloud.field).into_iter().map(Rc::new).collect();
        self.passages.set_value(passages);
        self.read_from(0);
    }

    /// Reads this sentence again, and goes on.
    pub fn again(self) {
        if let State::Reading { at, .. } = self.state.get_untracked() {
            self.read_from(at - 1);
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
        if let State::Reading { .. } = self.state.get_untracked() {
            let covers = |passage: &Rc<Passage>| passage.covers(x, y);
            let place = self.passages.with_value(|all| all.iter().position(covers));
            if let Some(place) = place {
                self.read_from(place);
            }
        }
    }

    /// Stops.
    pub fn stop(self) {
        if self.turn.try_update_value(|turn| *turn += 1).is_some() {
            self.state.set(State::Quiet);
            self.areas.set(Vec::new());
            self.player.with_value(|player| player.iter().for_each(Player::stop));
        }
        speech::hush();
    }

    fn read_from(self, place: usize) {
        self.stop();
        let turn = self.turn.get_value();
        self.state.set(State::Preparing);
        spawn_local(async move {
            if let Some(end) = self.read(turn, place).await {
                self.areas.set(Vec::new());
                self.state.set(end);
            }
        });
    }

    /// Is this still the turn? Otherwise somebody stopped, jumped, or left the page.
    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    /// Reads to the end; `None` when another turn has begun meanwhile.
    async fn read(self, turn: u32, from: usize) -> Option<State> {
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
            self.state.set(State::Reading { at: at + 1, all: passages.len() });
            passage.bring_into_view();
            self.mark(turn, passage.clone());
            let said = self.say(passage.text()).await;
            if !self.is_turn(turn) {
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
        if self.prepared.with_value(Option::is_none) {
            let prepared = Prepared::load(language).await;
            self.prepared.try_update_value(|it| *it = Some(prepared))?;
        }
        // A phone without a voice may have been given one meanwhile.
        let is_found = |voice: &Option<Found>| matches!(voice, Some(Found::Voice(_)));
        if !self.voice.try_with_value(is_found)? {
            let voice = speech::find_voice(language).await;
            self.voice.try_update_value(|it| *it = Some(voice))?;
        }
        self.is_turn(turn).then_some(())
    }

    async fn say(self, sentence: &str) -> Said {
        let (rate, most_ms) = self.rate_and_time(sentence);
        let recording = self.prepared.with_value(|it| it.as_ref()?.recording(sentence));
        let player = self.player.get_value();
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
        let state = self.state.get_untracked();
        spawn_local(async move {
            while self.is_turn(turn) && self.state.try_get_untracked() == Some(state) {
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
