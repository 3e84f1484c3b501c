//! The reader: what it is doing, and the buttons that tell it; what reads comes when it is needed.
use super::prepared::Prepared;
use crate::{
    accessibility::{ModesInUse, use_modes},
    apart::parts,
    browser::{
        passages::{Area, Passage},
        player::Player,
        speech::{self, Found},
    },
    words::{Text, use_text},
};
use huiyin_domain::accessibility::{Modes, Pace};
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
    Reading {
        /// This one.
        at: usize,
        /// Of so many.
        all: usize,
    },
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
    /// What reads has not come over the network.
    Away,
}

/// Where reading begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the top of the page, as it is now.
    Top,
    /// At one of the sentences found before, counted from nought.
    Passage(usize),
}

/// Reads the page that is shown.
#[derive(Clone, Copy)]
pub struct Reader {
    /// What it is doing.
    pub state: RwSignal<State>,
    /// Where the sentence stands that is being read.
    pub areas: RwSignal<Vec<Area>>,
    pub(super) text: &'static Text,
    pub(super) modes: ModesInUse,
    /// Counted on with each start and stop: whoever waits for an older turn gives up.
    turn: StoredValue<u32>,
    pub(super) passages: StoredValue<Vec<Rc<Passage>>, LocalStorage>,
    pub(super) player: StoredValue<Option<Player>, LocalStorage>,
    pub(super) voice: StoredValue<Option<Found>, LocalStorage>,
    pub(super) prepared: StoredValue<Option<Prepared>>,
    pub(super) has_spoken: StoredValue<bool>,
}

impl Reader {
    /// One for the pages of this language.
    pub(super) fn new() -> Self {
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
        self.read_from(Place::Top);
    }

    /// Reads this sentence again, and goes on.
    pub fn again(self) {
        if let State::Reading { at, .. } = self.state.get_untracked() {
            self.read_from(Place::Passage(at - 1));
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
                self.read_from(Place::Passage(place));
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

    fn read_from(self, place: Place) {
        self.stop();
        let turn = self.turn.get_value();
        self.state.set(State::Preparing);
        spawn_local(async move {
            let end = match (parts().reading)().await {
                Ok(read) => read(self, turn, place).await,
                Err(_) => self.is_turn(turn).then_some(State::Unable(Why::Away)),
            };
            if let Some(end) = end {
                self.areas.set(Vec::new());
                self.state.set(end);
            }
        });
    }

    /// Is this still the turn? Otherwise somebody stopped, jumped, or left the page.
    pub(super) fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }
}
