//! Every word of the interface: one table a room and language, complete by the compiler.
pub mod accessibility;
pub mod aloud;
pub mod answering;
pub mod ballots;
pub mod callbacks;
pub mod contests;
pub mod councils;
pub mod councils_desk;
pub mod desk;
pub mod entering;
pub mod feedback;
pub mod format;
pub mod frame;
pub mod helping;
pub mod home;
pub mod ledger;
pub mod meetings;
pub mod meetings_desk;
pub mod notices;
pub mod paper;
pub mod problems;
pub mod proposals;
pub mod residents;
pub mod results;
pub mod speaking;
pub mod times;
pub mod voice;

use crate::{
    accessibility::use_modes,
    browser::{document, storage},
};
use huiyin_domain::{accessibility::Layout, communities::Bilingual, voice::Tongue};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

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

/// All words of one language.
pub struct Text {
    /// Which language.
    pub language: Language,
    /// How it looks and sounds.
    pub accessibility: accessibility::Words,
    /// Reading aloud.
    pub aloud: aloud::Words,
    /// Around every page.
    pub frame: frame::Words,
    /// The first screen.
    pub home: home::Words,
    /// Signing in.
    pub residents: residents::Words,
    /// Helping and being helped.
    pub helping: helping::Words,
    /// What went wrong.
    pub problems: problems::Words,
    /// Contests.
    pub contests: contests::Words,
    /// Proposals.
    pub proposals: proposals::Words,
    /// Voting.
    pub ballots: ballots::Words,
    /// Results.
    pub results: results::Words,
    /// Asking to be called back.
    pub callbacks: callbacks::Words,
    /// The desk of whoever plans councils.
    pub councils_desk: councils_desk::Words,
    /// The service desk.
    pub desk: desk::Words,
    /// What is printed.
    pub paper: paper::Words,
    /// Usual times.
    pub times: times::Words,
    /// Councils, for residents.
    pub councils: councils::Words,
    /// What the office enters.
    pub entering: entering::Words,
    /// What was sent, answered and done.
    pub feedback: feedback::Words,
    /// The public ledger.
    pub ledger: ledger::Words,
    /// One council.
    pub meetings: meetings::Words,
    /// One council, for those who run it.
    pub meetings_desk: meetings_desk::Words,
    /// The desk of whoever answers.
    pub answering: answering::Words,
    /// Notices.
    pub notices: notices::Words,
    /// Speaking.
    pub speaking: speaking::Words,
    /// Voice commands.
    pub voice: voice::Words,
}

static CHINESE: Text = Text {
    language: Language::Chinese,
    accessibility: accessibility::CHINESE,
    aloud: aloud::CHINESE,
    frame: frame::CHINESE,
    home: home::CHINESE,
    residents: residents::CHINESE,
    helping: helping::CHINESE,
    problems: problems::CHINESE,
    contests: contests::CHINESE,
    proposals: proposals::CHINESE,
    ballots: ballots::CHINESE,
    results: results::CHINESE,
    callbacks: callbacks::CHINESE,
    councils_desk: councils_desk::CHINESE,
    desk: desk::CHINESE,
    paper: paper::CHINESE,
    times: times::CHINESE,
    councils: councils::CHINESE,
    entering: entering::CHINESE,
    feedback: feedback::CHINESE,
    ledger: ledger::CHINESE,
    meetings: meetings::CHINESE,
    meetings_desk: meetings_desk::CHINESE,
    answering: answering::CHINESE,
    notices: notices::CHINESE,
    speaking: speaking::CHINESE,
    voice: voice::CHINESE,
};

/// Plain Chinese: shorter sentences and everyday words, for the elder mode.
static PLAIN: Text = Text {
    language: Language::Chinese,
    accessibility: accessibility::PLAIN,
    aloud: aloud::CHINESE,
    frame: frame::PLAIN,
    home: home::PLAIN,
    residents: residents::PLAIN,
    helping: helping::CHINESE,
    problems: problems::CHINESE,
    contests: contests::PLAIN,
    proposals: proposals::PLAIN,
    ballots: ballots::PLAIN,
    results: results::CHINESE,
    callbacks: callbacks::CHINESE,
    councils_desk: councils_desk::CHINESE,
    desk: desk::CHINESE,
    paper: paper::CHINESE,
    times: times::CHINESE,
    councils: councils::PLAIN,
    entering: entering::CHINESE,
    feedback: feedback::PLAIN,
    ledger: ledger::PLAIN,
    meetings: meetings::PLAIN,
    meetings_desk: meetings_desk::CHINESE,
    answering: answering::CHINESE,
    notices: notices::PLAIN,
    speaking: speaking::CHINESE,
    voice: voice::CHINESE,
};

static ENGLISH: Text = Text {
    language: Language::English,
    accessibility: accessibility::ENGLISH,
    aloud: aloud::ENGLISH,
    frame: frame::ENGLISH,
    home: home::ENGLISH,
    residents: residents::ENGLISH,
    helping: helping::ENGLISH,
    problems: problems::ENGLISH,
    contests: contests::ENGLISH,
    proposals: proposals::ENGLISH,
    ballots: ballots::ENGLISH,
    results: results::ENGLISH,
    callbacks: callbacks::ENGLISH,
    councils_desk: councils_desk::ENGLISH,
    desk: desk::ENGLISH,
    paper: paper::ENGLISH,
    times: times::ENGLISH,
    councils: councils::ENGLISH,
    entering: entering::ENGLISH,
    feedback: feedback::ENGLISH,
    ledger: ledger::ENGLISH,
    meetings: meetings::ENGLISH,
    meetings_desk: meetings_desk::ENGLISH,
    answering: answering::ENGLISH,
    notices: notices::ENGLISH,
    speaking: speaking::ENGLISH,
    voice: voice::ENGLISH,
};

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
        use_context::<Chosen>().expect("provide_language() runs in App").0.set(self);
    }

    fn first() -> Self {
        let is_english = || document::preferred_language().to_lowercase().starts_with("en");
        storage::get(NAME)
            .unwrap_or_else(|| if is_english() { Self::English } else { Self::Chinese })
    }
}

/// Gives the language to all pages; returns it as a signal that changes with the choice.
pub fn provide_language() -> RwSignal<Language> {
    let language = RwSignal::new(Language::first());
    document::set_language(language.get_untracked().tag());
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
