//! Words of the register: importing it, letters to many, who takes part, and what was refused.
mod en;
pub mod refusals_en;
pub mod refusals_zh;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use huiyin_domain::{
    channels::Channel,
    ids::LetterBatchId,
    register::{
        RowFault,
        columns::Column,
        statistics::{Deed, Place},
        wire::Report,
    },
};

/// Words of the register, in one language.
pub struct Words {
    /// The register in numbers.
    pub page: PageWords,
    /// Importing.
    pub import: ImportWords,
    /// Letters in batches.
    pub letters: BatchWords,
    /// Households that were not heard.
    pub silent: SilentWords,
    /// Who takes part.
    pub statistics: StatisticsWords,
}

/// Words of the register in numbers.
pub struct PageWords {
    /// The heading, and the words of links to it.
    pub heading: &'static str,
    /// People and households.
    pub residents: fn(u32, u32) -> String,
    /// Households of which nobody has ever signed in.
    pub silent: fn(u32) -> String,
    /// People whose building is not on record.
    pub without_building: fn(u32) -> String,
    /// When a table was imported last.
    pub imported: fn(&str) -> String,
    /// None was.
    pub never_imported: &'static str,
    /// To importing.
    pub import: &'static str,
    /// To the letters.
    pub letters: &'static str,
    /// To the households that never signed in.
    pub see_silent: &'static str,
    /// Keeps the register as a file.
    pub save: &'static str,
    /// Over the buildings.
    pub buildings: &'static str,
    /// Shows all of them.
    pub show_all: fn(usize) -> String,
}

/// Words of importing.
pub struct ImportWords {
    /// The heading.
    pub heading: &'static str,
    /// What it is.
    pub means: &'static str,
    /// Which columns there are.
    pub columns: &'static str,
    /// How to make the file.
    pub excel: &'static str,
    /// The file.
    pub file: &'static str,
    /// What happens when one is chosen.
    pub file_hint: &'static str,
    /// The field to paste into.
    pub pasted: &'static str,
    /// From where to copy.
    pub pasted_hint: &'static str,
    /// Shows the report.
    pub look: &'static str,
    /// While it is made.
    pub looking: &'static str,
    /// The report is there; said aloud.
    pub told: fn(&Report) -> String,
    /// Over the report.
    pub report: &'static str,
    /// Nothing is stored yet.
    pub not_stored: &'static str,
    /// How many rows.
    pub rows: fn(u32) -> String,
    /// How many are new.
    pub new: fn(u32) -> String,
    /// How many are known, and of how many of them something is new.
    pub known: fn(u32, u32) -> String,
    /// How many are refused.
    pub refused: fn(usize) -> String,
    /// Columns that were left out.
    pub ignored: fn(&[String]) -> String,
    /// Over the refused rows.
    pub refused_rows: &'static str,
    /// What to do with them.
    pub refused_means: &'static str,
    /// Which row, and which of its columns.
    pub row: fn(u32, Option<Column>) -> String,
    /// Why it is refused.
    pub why: fn(&RowFault) -> String,
    /// What stands there.
    pub said: fn(&str) -> String,
    /// Over the first new ones: so many of so many.
    pub first_new: fn(usize, u32) -> String,
    /// Somebody with their address.
    pub person: fn(&str, &str) -> String,
    /// No address is known.
    pub no_address: &'static str,
    /// Over those who are not in the table.
    pub missing: fn(u32) -> String,
    /// They stay.
    pub missing_means: &'static str,
    /// Shows all rows.
    pub show_all: fn(usize) -> String,
    /// Shows all who are not in the table.
    pub show_all_missing: fn(usize) -> String,
    /// Nothing would change.
    pub nothing: &'static str,
    /// Stores it: so many new, so many filled in.
    pub store: fn(u32, u32) -> String,
    /// Takes another table.
    pub other: &'static str,
    /// It is stored.
    pub stored: fn(u32, u32) -> String,
    /// So many rows were left out.
    pub left_out: fn(u32) -> String,
    /// To the letters.
    pub to_letters: &'static str,
    /// Back to the register.
    pub to_register: &'static str,
}

/// Words of letters in batches.
pub struct BatchWords {
    /// The heading, and the words of links to it.
    pub heading: &'static str,
    /// What it is.
    pub means: &'static str,
    /// How many there are, and how many never had a letter.
    pub without: fn(u32, u32) -> String,
    /// For whom.
    pub people: &'static str,
    /// Those who never had one.
    pub only_without: &'static str,
    /// Everybody.
    pub everybody: &'static str,
    /// What that does to old letters.
    pub everybody_means: &'static str,
    /// In which buildings.
    pub which: &'static str,
    /// None chosen means all.
    pub which_hint: &'static str,
    /// A building with its people, and how many never had a letter.
    pub building: fn(&str, u32, u32) -> String,
    /// Begins the batch.
    pub begin: &'static str,
    /// Over the batches before.
    pub before: &'static str,
    /// One batch by its number.
    pub batch: fn(LetterBatchId) -> String,
    /// When it was begun and by whom.
    pub begun: fn(&str, &str) -> String,
    /// Somebody who is not among the staff any more.
    pub by_nobody: &'static str,
    /// In which buildings; in all when there are none.
    pub in_buildings: fn(&[String]) -> String,
    /// So many of so many were made.
    pub made: fn(u32, u32) -> String,
    /// To it.
    pub open: &'static str,
    /// Shows all batches.
    pub show_all: fn(usize) -> String,
    /// The same while it goes on.
    pub progress: fn(usize, usize) -> String,
    /// What making does.
    pub make_means: &'static str,
    /// Makes so many.
    pub make: fn(usize) -> String,
    /// So many can be printed.
    pub ready: fn(usize) -> String,
    /// Prints them.
    pub print: fn(usize) -> String,
    /// All were made, and their codes are not shown any more.
    pub codes_gone: &'static str,
    /// Shows the sheets on the screen.
    pub show_sheets: &'static str,
    /// Hides them.
    pub hide_sheets: &'static str,
    /// Over the people.
    pub in_batch: &'static str,
    /// What to do when a letter was lost.
    pub lost_means: &'static str,
    /// Shows all people.
    pub show_people: fn(usize) -> String,
    /// Not made yet.
    pub not_made: &'static str,
    /// When it was made, and its number.
    pub has_letter: fn(&str, &str) -> String,
    /// A newer letter took its place.
    pub replaced: &'static str,
    /// They have signed in.
    pub signed_in: &'static str,
    /// They have not.
    pub never_signed_in: &'static str,
    /// To another letter in its place.
    pub replace: &'static str,
}

/// Words of households that were not heard.
pub struct SilentWords {
    /// Nobody ever signed in.
    pub never: &'static str,
    /// What that means.
    pub never_means: &'static str,
    /// No contact for a year.
    pub no_contact: &'static str,
    /// What that means, with the day since when.
    pub no_contact_means: fn(&str) -> String,
    /// There is none.
    pub nobody: &'static str,
    /// How many.
    pub households: fn(usize) -> String,
    /// Prints the list.
    pub print: &'static str,
    /// No address is known.
    pub no_address: &'static str,
    /// Somebody with their number.
    pub phone: fn(&str, &str) -> String,
    /// Somebody without one.
    pub no_phone: fn(&str) -> String,
    /// To tick.
    pub reached: &'static str,
    /// To tick.
    pub not_reached: &'static str,
}

/// Words of who takes part. A share is a part and a whole; nothing where it is hidden.
pub struct StatisticsWords {
    /// The heading, and the words of links to it.
    pub heading: &'static str,
    /// Over those who were heard least.
    pub least_heard: &'static str,
    /// A place and how many of it were heard.
    pub heard_of: fn(&str, Option<(u32, u32)>) -> String,
    /// There is nothing to compare.
    pub too_few: &'static str,
    /// As of which day.
    pub on: fn(&str) -> String,
    /// To the list of households without any contact.
    pub see_unheard: &'static str,
    /// Over everybody.
    pub everybody: fn(u32) -> String,
    /// Why some numbers are hidden.
    pub hidden_means: &'static str,
    /// A hidden number in a table.
    pub hidden: &'static str,
    /// A way of taking part with its share.
    pub deed: fn(Deed, Option<(u32, u32)>) -> String,
    /// The same as the head of a column.
    pub deed_word: fn(Deed) -> &'static str,
    /// Whom a row is about.
    pub place: fn(&Place) -> String,
    /// How many live there.
    pub live_here: fn(u32) -> String,
    /// Over the buildings.
    pub by_building: &'static str,
    /// The first two heads of the table.
    pub columns: [&'static str; 2],
    /// Opens the table.
    pub as_table: &'static str,
    /// Shows all places.
    pub show_all: fn(usize) -> String,
    /// Over the ways in.
    pub by_channel: &'static str,
    /// What they count.
    pub channel_means: &'static str,
    /// A way in with its share.
    pub channel: fn(Channel, Option<(u32, u32)>) -> String,
}
