//! Words of reading aloud, in English.
use super::{Reading, Words};
use crate::{
    browser::passages::FieldWords,
    words::{Room, Tone},
};

/// Words of reading aloud, in English.
pub const ENGLISH: Words = Words {
    heading: "Reading aloud",
    read: "Read this page aloud",
    stop: "Stop",
    preparing: "Preparing the voice…",
    away: "What reads aloud could not be fetched; the phone may have no network. Try again later, or \
        call the number above, and somebody reads it to you.",
    reading: Room::apart(Tone::English),
};

pub(super) const READING: Reading = Reading {
    again: "Read again from this sentence",
    slower: "Slower",
    usual: "Usual pace",
    reading: |at, all| format!("Reading sentence {at} of {all}. Tap a sentence to go on from it."),
    finished: "This page is read.",
    nothing: "There is nothing to read on this page.",
    missing: "This browser cannot read aloud. Call the number above, and somebody reads it to you.",
    other_languages: "This phone has no English voice. Call the number above, and somebody reads \
        it to you.",
    silent: "The voice of this phone does not answer. Try again, or call the number above, and \
        somebody reads it to you.",
    field: FieldWords { empty: "not filled in yet", chosen: "chosen" },
};
