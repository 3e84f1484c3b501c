//! Words of the service desk.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use huiyin_domain::desk::Waits;

/// Words of the service desk, in one language.
pub struct Words {
    /// The heading, and the words of links to it.
    pub heading: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// For those who may not see it.
    pub not_yours: &'static str,
    /// To what is owed to residents, and how much of it is overdue.
    pub owed: fn(u32, u32) -> String,
    /// To those who are to be told something on the telephone.
    pub calls: fn(u32) -> String,
    /// To the week's poster.
    pub poster: &'static str,
    /// To those who wait for a call.
    pub callbacks: fn(u32) -> String,
    /// To the recordings that wait to be written down.
    pub recordings: fn(u32) -> String,
    /// To the residents.
    pub residents: &'static str,
    /// Everything that waits, in one list.
    pub today: TodayWords,
    /// Words of finding a resident and printing a letter.
    pub letters: LetterWords,
}

/// Words of the one list of what waits.
pub struct TodayWords {
    /// The heading.
    pub heading: &'static str,
    /// To it.
    pub see: &'static str,
    /// How many wait, and how many of them are late.
    pub total: fn(u32, u32) -> String,
    /// How many are left out.
    pub more: fn(u32) -> String,
    /// By which day, and how many working days late.
    pub due: fn(&str, u32) -> String,
    /// There is no day.
    pub no_day: &'static str,
    /// What waits.
    pub waits: fn(&Waits) -> String,
}

/// Words of finding a resident and printing a letter.
pub struct LetterWords {
    /// The heading of the search.
    pub heading: &'static str,
    /// The field to search with.
    pub find: &'static str,
    /// What can be searched for.
    pub find_hint: &'static str,
    /// Searches.
    pub search: &'static str,
    /// How many were found.
    pub found: fn(u32) -> String,
    /// More were found than are shown.
    pub too_many: fn(u32) -> String,
    /// Nobody was found.
    pub nobody: &'static str,
    /// To one resident's letter.
    pub open: fn(&str) -> String,
    /// The heading of that page.
    pub one: fn(&str) -> String,
    /// Where somebody lives.
    pub address: &'static str,
    /// No address is known.
    pub no_address: &'static str,
    /// When the last letter was printed.
    pub last_letter: &'static str,
    /// There is none.
    pub no_letter: &'static str,
    /// How somebody wants the app.
    pub modes: &'static str,
    /// The letter opens the elder mode.
    pub modes_saved: &'static str,
    /// Nothing is saved.
    pub no_modes: &'static str,
    /// What printing a new letter does.
    pub means: &'static str,
    /// Signs all their devices out as well.
    pub end_sessions: &'static str,
    /// Makes a new letter.
    pub make: &'static str,
    /// While it is made.
    pub making: &'static str,
    /// It is there.
    pub made: &'static str,
    /// Prints the page.
    pub print: &'static str,
    /// Back to the search.
    pub to_search: &'static str,
    /// Words on the letter itself.
    pub sheet: SheetWords,
}

/// Words on the letter itself.
pub struct SheetWords {
    /// The title, with the name of the community.
    pub title: fn(&str) -> String,
    /// To whom.
    pub to: fn(&str) -> String,
    /// Over the code.
    pub code: &'static str,
    /// Over the steps.
    pub steps: &'static str,
    /// Open the address.
    pub open: fn(&str) -> String,
    /// Type the code, or scan the square.
    pub type_code: &'static str,
    /// What one can do then.
    pub then: &'static str,
    /// What the square is.
    pub qr: &'static str,
    /// That it is a key.
    pub keep: &'static str,
    /// Whom to call.
    pub call: fn(&str, &str) -> String,
    /// When it was printed.
    pub printed: fn(&str) -> String,
}
