//! The reader: what it is doing, and what begins within the tap; what reads comes when it is needed.
use crate::browser::{player::Player, speech};
use leptos::prelude::*;

/// What the reader is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing, as at first.
    Quiet,
    /// It is to read from here on, and looks for a voice.
    Wanted(Place),
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
    /// Counted on with each start and stop: whoever waits for an older turn gives up.
    turn: StoredValue<u32>,
    pub(super) player: StoredValue<Option<Player>, LocalStorage>,
}

impl Reader {
    /// One that is quiet.
    pub(super) fn new() -> Self {
        Self {
            state: RwSignal::new(State::Quiet),
            turn: StoredValue::new(0),
            player: StoredValue::new_local(None),
        }
    }

    /// Is it reading, or about to?
    pub fn is_busy(self) -> bool {
        matches!(self.state.get(), State::Wanted(_) | State::Reading { .. })
    }

    /// Reads the page from its beginning, in answer to a tap: the turn this is.
    pub(super) fn start(self) -> u32 {
        // Phones let a page speak only when it begins within the tap.
        speech::warm_up();
        if self.player.with_value(Option::is_none) {
            let player = Player::new();
            if let Some(player) = &player {
                player.warm_up();
            }
            self.player.set_value(player);
        }
        self.read_from(Place::Top)
    }

    /// Reads from here on, whatever it was doing.
    pub(super) fn read_from(self, place: Place) -> u32 {
        self.stop();
        self.state.set(State::Wanted(place));
        self.turn.get_value()
    }

    /// Stops.
    pub fn stop(self) {
        if self.turn.try_update_value(|turn| *turn += 1).is_some() {
            self.state.set(State::Quiet);
            self.player.with_value(|player| player.iter().for_each(Player::stop));
        }
        speech::hush();
    }

    /// Is this still the turn? Otherwise somebody stopped, jumped, or left the page.
    pub(super) fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    /// Which turn it is.
    pub(super) fn turn(self) -> u32 {
        self.turn.get_value()
    }
}
