//! Words of the public ledger: what was said, answered, done, and what is overdue.
mod en;
mod plain;
mod zh;

pub use en::ENGLISH;
pub use plain::PLAIN;
pub use zh::CHINESE;

use huiyin_domain::feedback::figures::Share;

/// Words of the public ledger, in one language.
pub struct Words {
    /// The heading, and the words of links to it.
    pub heading: &'static str,
    /// Leads there.
    pub see: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// The day on which this is so.
    pub on: fn(&str) -> String,
    /// When nothing was sent yet.
    pub nothing: &'static str,
    /// When the selection is empty.
    pub nothing_here: &'static str,
    /// Over the cards.
    pub list: &'static str,
    /// To the next cards.
    pub next: &'static str,
    /// Back to the newest.
    pub newest: &'static str,
    /// Over the downloads.
    pub downloads: &'static str,
    /// What they hold.
    pub downloads_mean: &'static str,
    /// As a table for a spreadsheet.
    pub csv: &'static str,
    /// As it is for programs.
    pub json: &'static str,
    /// The figures.
    pub figures: Figures,
    /// The selection.
    pub filter: Filter,
    /// One card.
    pub card: Card,
    /// The plots.
    pub plots: Plots,
    /// Finding by number.
    pub find: Find,
}

/// The figures, each a sentence of a part and a whole.
pub struct Figures {
    /// Over them.
    pub heading: &'static str,
    /// How many were sent.
    pub sent: fn(u32) -> String,
    /// Decided in time.
    pub in_time: fn(Share) -> String,
    /// Adopted.
    pub adopted: fn(Share) -> String,
    /// Done, of those adopted.
    pub delivered: fn(Share) -> String,
    /// Confirmed, of those done.
    pub confirmed: fn(Share) -> String,
    /// Content, of those who said.
    pub content: fn(Share) -> String,
    /// How many are overdue now.
    pub overdue: fn(u32) -> String,
    /// What the whole is made of.
    pub whole_means: &'static str,
}

/// The selection.
pub struct Filter {
    /// Over the choices.
    pub heading: &'static str,
    /// About what.
    pub theme: &'static str,
    /// Where.
    pub place: &'static str,
    /// Whose duty.
    pub department: &'static str,
    /// When it was sent.
    pub month: &'static str,
    /// Where it stands.
    pub stage: &'static str,
    /// Only what is overdue.
    pub overdue: &'static str,
    /// That, behind the words for what is chosen.
    pub overdue_chosen: &'static str,
    /// No choice.
    pub all: &'static str,
    /// Shows the selection.
    pub show: &'static str,
    /// What is chosen now.
    pub chosen: fn(&str) -> String,
    /// Takes the whole selection away.
    pub clear: &'static str,
}

/// One card.
pub struct Card {
    /// Its number.
    pub number: fn(u32) -> String,
    /// What kind of thing, and when it was sent.
    pub sent: fn(&str, &str) -> String,
    /// How often it was passed on.
    pub passed_on: fn(u32) -> String,
    /// The neighbourhood office.
    pub office: &'static str,
    /// A department that is on no list.
    pub some_department: &'static str,
}

/// The plots.
pub struct Plots {
    /// By month.
    pub by_month: &'static str,
    /// By department.
    pub by_department: &'static str,
    /// By what it is about.
    pub by_theme: &'static str,
    /// By place.
    pub by_place: &'static str,
    /// How the bars are to be read.
    pub hint: &'static str,
    /// Opens the table of a plot, which is named.
    pub as_table: fn(&str) -> String,
    /// When no plot has anything in it.
    pub nothing: &'static str,
    /// The table's columns: which, sent, answered in time, overdue.
    pub columns: [&'static str; 4],
    /// Shows all lines of a plot.
    pub show_all: fn(usize) -> String,
    /// How many were sent.
    pub sent: fn(u32) -> String,
    /// How many were answered in time.
    pub in_time: fn(u32) -> String,
    /// How many are overdue.
    pub overdue: fn(u32) -> String,
    /// What is not sorted yet.
    pub no_theme: &'static str,
    /// What names none of the places.
    pub no_place: &'static str,
}

/// Finding by number.
pub struct Find {
    /// Over the field.
    pub heading: &'static str,
    /// The field.
    pub number: &'static str,
    /// What the number is.
    pub hint: &'static str,
    /// Goes there.
    pub go: &'static str,
}
