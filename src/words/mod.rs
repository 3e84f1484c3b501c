//! Every word of the interface: one table a room or page and language, complete by the compiler.

/// Looks words up in the tone they are asked for; plain Chinese is Chinese where there is none.
macro_rules! said {
    ($words:ty: $chinese:expr, $english:expr $(, $plain:expr)?) => {
        impl crate::words::Said for $words {
            #[inline(never)]
            fn said(tone: crate::words::Tone) -> &'static Self {
                static CHINESE: $words = $chinese;
                static ENGLISH: $words = $english;
                match tone {
                    $(crate::words::Tone::Plain => {
                        static PLAIN: $words = $plain;
                        &PLAIN
                    })?
                    #[allow(unreachable_patterns)]
                    crate::words::Tone::Chinese | crate::words::Tone::Plain => &CHINESE,
                    crate::words::Tone::English => &ENGLISH,
                }
            }
        }
    };
}

pub mod accessibility;
pub mod aloud;
pub mod answering;
pub mod ballots;
pub mod callbacks;
pub mod coaching;
pub mod contests;
pub mod councils;
pub mod councils_desk;
pub mod delivery;
pub mod desk;
pub mod entering;
pub mod faults;
pub mod feedback;
pub mod first;
pub mod format;
pub mod frame;
pub mod helping;
pub mod home;
pub mod ledger;
pub mod meetings;
pub mod meetings_desk;
pub mod moderation;
pub mod notices;
pub mod objections;
pub mod offline;
pub mod paper;
pub mod problems;
pub mod proposals;
pub mod register;
pub mod rehearsal;
pub mod residents;
pub mod results;
pub mod reviewing;
pub mod speaking;
pub mod staff;
pub mod times;
pub mod voice;

use crate::{
    accessibility::use_modes,
    browser::{document, storage},
};
pub use huiyin_domain::direction::isolated;
use huiyin_domain::{accessibility::Layout, communities::Bilingual, voice::Tongue};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::{marker::PhantomData, ops::Deref};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// Chinese (中文), the first.
    #[serde(rename = "zh")]
    Chinese,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// In which words things are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Chinese.
    Chinese,
    /// Plain Chinese: shorter sentences and everyday words, for the elder mode.
    Plain,
    /// English.
    English,
}

/// The words of one room, or of one page of it. They are looked up when they are used, and not held
/// here, so that they travel with these pages (`src/later`) and not with everybody's first load.
pub struct Room<W> {
    tone: Tone,
    words: PhantomData<fn() -> W>,
}

impl<W> Room<W> {
    /// The words of one page, in the tone of the room's that name them.
    pub const fn apart(tone: Tone) -> Self {
        Self { tone, words: PhantomData }
    }
}

/// Words that are there in every tone.
pub trait Said: Sized + 'static {
    /// In this tone.
    fn said(tone: Tone) -> &'static Self;
}

impl<W: Said> Deref for Room<W> {
    type Target = W;

    fn deref(&self) -> &W {
        W::said(self.tone)
    }
}

/// Each room with words; `PLAIN` where it has plain ones of its own.
macro_rules! rooms {
    ($($(#[$about:meta])* $room:ident $($plain:ident)?,)*) => {
        /// All words of one tone.
        pub struct Text {
            /// Which language.
            pub language: Language,
            $($(#[$about])* pub $room: Room<$room::Words>,)*
        }

        const fn text(language: Language, tone: Tone) -> Text {
            Text { language, $($room: Room::apart(tone),)* }
        }

        $(said! { $room::Words: $room::CHINESE, $room::ENGLISH $(, $room::$plain)? })*
    };
}

rooms! {
    /// How it looks and sounds.
    accessibility PLAIN,
    /// Reading aloud.
    aloud,
    /// Around every page.
    frame PLAIN,
    /// The first screen.
    home PLAIN,
    /// Signing in.
    residents PLAIN,
    /// Helping and being helped.
    helping,
    /// What is wrong with a form.
    faults,
    /// What went wrong.
    problems,
    /// Contests.
    contests PLAIN,
    /// Proposals.
    proposals PLAIN,
    /// Objections.
    objections PLAIN,
    /// Voting.
    ballots PLAIN,
    /// Results.
    results,
    /// Projects.
    delivery PLAIN,
    /// The desk for proposals.
    reviewing,
    /// Rehearsals of a contest.
    rehearsal,
    /// The register of residents.
    register,
    /// Asking to be called back.
    callbacks,
    /// Help by a volunteer.
    coaching PLAIN,
    /// The desk of whoever plans councils.
    councils_desk,
    /// The service desk.
    desk,
    /// What is printed.
    paper,
    /// Staff, departments and places.
    staff,
    /// Usual times.
    times,
    /// Councils, for residents.
    councils PLAIN,
    /// What the office enters.
    entering,
    /// What was sent, answered and done.
    feedback PLAIN,
    /// What the first screen and the frame borrow from other rooms.
    first PLAIN,
    /// The public ledger.
    ledger PLAIN,
    /// One council.
    meetings PLAIN,
    /// One council, for those who run it.
    meetings_desk,
    /// The desk of whoever answers.
    answering,
    /// What is reported and hidden.
    moderation,
    /// Notices.
    notices PLAIN,
    /// Without a network.
    offline PLAIN,
    /// Speaking.
    speaking,
    /// Voice commands.
    voice,
}

static CHINESE: Text = text(Language::Chinese, Tone::Chinese);
static PLAIN: Text = text(Language::Chinese, Tone::Plain);
static ENGLISH: Text = text(Language::English, Tone::English);

const NAME: &str = "language";

#[derive(Clone, Copy)]
struct Chosen(RwSignal<Language>);

impl Language {
    /// As BCP 47 names it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// As it is heard and spoken.
    pub fn tongue(self) -> Tongue {
        match self {
            Self::Chinese => Tongue::Chinese,
            Self::English => Tongue::English,
        }
    }

    /// The file that names the app for whoever installs it.
    fn manifest(self) -> &'static str {
        match self {
            Self::Chinese => "manifest.webmanifest",
            Self::English => "manifest.en.webmanifest",
        }
    }

    /// As it calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Chinese => frame::CHINESE.own_name,
            Self::English => frame::ENGLISH.own_name,
        }
    }

    /// The one that is not in use.
    pub fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }

    /// What is said in this language.
    pub fn of(self, both: &Bilingual) -> String {
        match self {
            Self::Chinese => both.zh.clone(),
            Self::English => both.en.clone(),
        }
    }

    /// Uses this language from now on.
    pub fn choose(self) {
        // Where the phone cannot keep it, it holds for this visit.
        let _ = storage::set(NAME, &self);
        document::set_language(self.tag());
        document::set_manifest(self.manifest());
        use_context::<Chosen>().expect("provide_language() runs in App").0.set(self);
    }

    fn first() -> Self {
        let is_english = || {
            let preferred = document::preferred_language();
            preferred.get(..2).is_some_and(|begins| begins.eq_ignore_ascii_case("en"))
        };
        storage::get(NAME)
            .unwrap_or_else(|| if is_english() { Self::English } else { Self::Chinese })
    }
}

/// Gives the language to all pages; returns it as a signal that changes with the choice.
pub fn provide_language() -> RwSignal<Language> {
    let language = RwSignal::new(Language::first());
    document::set_language(language.get_untracked().tag());
    document::set_manifest(language.get_untracked().manifest());
    provide_context(Chosen(language));
    language
}

/// The language in use. Pages are made anew when it changes, so it is a plain value.
pub fn use_language() -> Language {
    use_context::<Chosen>().expect("provide_language() runs in App").0.get_untracked()
}

/// The words of the language in use.
pub fn use_text() -> &'static Text {
    match (use_language(), use_modes().layout_now()) {
        (Language::Chinese, Layout::Standard) => &CHINESE,
        (Language::Chinese, Layout::Elder) => &PLAIN,
        (Language::English, Layout::Standard | Layout::Elder) => &ENGLISH,
    }
}
