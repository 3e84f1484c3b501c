//! The register (居民名册): who lives in the community, as the office keeps it in a table.
pub mod columns;
pub mod letters;
pub mod read;
pub mod report;
pub mod statistics;
pub mod wire;

use crate::{
    callbacks::phone::PhoneNumber,
    csv,
    refusals::Refusal,
    words::{Words, WordsProblem},
};
use columns::Column;
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// The most rows of one table.
pub const ROWS_MOST: u32 = 20_000;
/// The largest table that is taken, in bytes: twenty thousand long rows.
pub const TABLE_BYTES_MAX: usize = 6 * 1024 * 1024;

/// What the neighbours call somebody (称呼).
pub type Name = Words<30>;
/// A building (楼栋), a unit (单元) or a room (室) as it is called.
pub type Part = Words<20>;
/// The number under which a household (户号) is kept elsewhere.
pub type HouseholdNumber = Words<30>;

/// Where somebody lives (住址).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Home {
    /// The building, as `3号楼`.
    pub building: Part,
    /// The unit, where the building has several.
    pub unit: Option<Part>,
    /// The room.
    pub room: Part,
}

impl Home {
    /// In one line, as it stands on a letter.
    pub fn address(&self) -> String {
        let unit = self.unit.as_ref().map(Part::as_str).unwrap_or_default();
        format!("{}{unit}{}", self.building, self.room)
    }
}

/// Somebody on the register, as a row of a table says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What the neighbours call them.
    pub name: Name,
    /// Where they live.
    pub home: Home,
    /// Where the office can call them.
    pub phone: Option<PhoneNumber>,
    /// The number of their household.
    pub household: Option<HouseholdNumber>,
}

/// Why a row cannot be taken as it is (不能收的原因).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RowFault {
    /// A cell that must say something is empty.
    Missing,
    /// Longer than the place for it.
    TooLong {
        /// Characters given.
        n_chars: usize,
        /// Characters there is room for.
        max: usize,
    },
    /// A spreadsheet would take it for a formula.
    Formula,
    /// It looks like a piece of a web page.
    Markup,
    /// No number that can be called.
    Phone {
        /// Why not.
        problem: crate::callbacks::phone::PhoneProblem,
    },
    /// The same person stands in an earlier row.
    SameAsRow {
        /// Which.
        first: u32,
    },
    /// The number of the household stands at another address.
    HouseholdElsewhere {
        /// In which earlier row; nothing when it is so on the register already.
        first: Option<u32>,
        /// Where it is.
        address: String,
    },
    /// More or fewer cells than the first line has.
    WrongColumns {
        /// Cells in the row.
        n_cells: usize,
        /// Cells in the first line.
        expected: usize,
    },
}

/// Why a file cannot be read as a register (读不了的原因).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FileFault {
    /// Nothing in it but its first line, if that.
    Empty,
    /// Neither UTF-8 nor GB18030.
    NotText,
    /// The spreadsheet itself instead of its table as text.
    Workbook,
    /// A quotation that never ends.
    OpenQuote {
        /// Where it begins.
        row: u32,
    },
    /// The first line does not name this column.
    MissingColumn {
        /// Which.
        column: Column,
    },
    /// The first line names this column twice.
    RepeatedColumn {
        /// Which.
        column: Column,
    },
    /// More rows than one file may have.
    TooManyRows {
        /// The most.
        most: u32,
    },
    /// More bytes than one file may have.
    TooLarge {
        /// The most.
        max_bytes: u64,
    },
}

/// Why a command on the register or its letters was refused (不能办的原因).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RegisterRefusal {
    /// The register, or the table, is not as it was when the report was made.
    Changed,
    /// Nobody is left for whom a letter would be made.
    NobodyToWrite,
    /// Some of these letters were made meanwhile, perhaps in another window.
    MadeMeanwhile,
}

impl From<RegisterRefusal> for Refusal {
    fn from(why: RegisterRefusal) -> Self {
        Self::Register { why }
    }
}

/// Takes a cell as words, or says why not. What nobody can see is dropped; whoever looks for
/// `王阿姨` finds her.
fn words<const MAX: usize>(cell: &str) -> Result<Option<Words<MAX>>, RowFault> {
    let cell: String = cell.chars().filter(|sign| !is_invisible(*sign)).collect();
    let cell = cell.trim();
    if csv::is_formula(cell) && !is_nothing(cell) {
        return Err(RowFault::Formula);
    }
    if cell.contains(['<', '>']) {
        return Err(RowFault::Markup);
    }
    if is_nothing(cell) {
        return Ok(None);
    }
    match Words::parse(cell) {
        Ok(words) => Ok(Some(words)),
        Err(WordsProblem::Empty) => Ok(None),
        Err(WordsProblem::TooLong { n_chars, max }) => Err(RowFault::TooLong { n_chars, max }),
    }
}

/// Empty, or a line that stands for nothing.
fn is_nothing(cell: &str) -> bool {
    cell.chars().all(|sign| matches!(sign, '-' | '—' | '–' | '/' | '－' | ' '))
}

/// Signs without any width, and those that turn a line around; [`Words`] drops the other ones.
fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{61c}'
        | '\u{ad}' | '\n' | '\t')
        || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || sign.is_control()
}

/// How buildings are put in order: by their number, then by their name.
pub fn building_order(building: &str) -> (u32, String) {
    let digits: String = building.chars().take_while(char::is_ascii_digit).collect();
    (digits.parse().unwrap_or(u32::MAX), building.to_owned())
}
