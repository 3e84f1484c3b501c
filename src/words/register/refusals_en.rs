//! What was refused on the register, in English.
use super::en::column_word;
use crate::words::faults;
use huiyin_domain::{
    problems::FieldFault,
    register::{FileFault, RegisterRefusal, RowFault},
};

/// Why a row is not taken, and what to do.
pub fn row(why: &RowFault) -> String {
    match why {
        RowFault::Missing => "This cell is empty. Name, building and room are needed.".into(),
        RowFault::TooLong { n_chars, max } => {
            format!("{n_chars} characters, and there is room for {max}. Make it shorter.")
        }
        RowFault::Formula => {
            "It begins with = + - or @, which a table takes for a formula. Leave the sign out."
                .into()
        }
        RowFault::Markup => "There is a < or > in it. Leave it out.".into(),
        RowFault::Phone { problem } => {
            (faults::ENGLISH.fault)("phone", &FieldFault::Phone(*problem))
        }
        RowFault::SameAsRow { first } => {
            format!("The same person stands in row {first}. One row is enough.")
        }
        RowFault::HouseholdElsewhere { first: Some(first), address } => format!(
            "Row {first} has this household number at {address}. One number has one address: \
             check which."
        ),
        RowFault::HouseholdElsewhere { first: None, address } => format!(
            "The register has this household number at {address}. One number has one address: \
             check which."
        ),
        RowFault::WrongColumns { n_cells, expected } => format!(
            "This row has {n_cells} cells, the first one {expected}. Align them, or put quotes \
             around commas."
        ),
    }
}

/// Why a file cannot be read, and what to do.
pub fn file(fault: &FileFault) -> String {
    match fault {
        FileFault::Empty => {
            "There is nobody in the table. Name the columns in the first row, then one person a \
             row."
                .into()
        }
        FileFault::NotText => "No words can be read in it. Save it as CSV and try again.".into(),
        FileFault::Workbook => {
            "This is the workbook itself. Choose “Save as”, then CSV, and take that file.".into()
        }
        FileFault::OpenQuote { row } => {
            format!("A quotation begins in row {row} and never ends. Close it, or take it out.")
        }
        FileFault::MissingColumn { column } => {
            format!(
                "The first row names no column “{}”. Add it and try again.",
                column_word(*column)
            )
        }
        FileFault::RepeatedColumn { column } => {
            format!("The first row names “{}” twice. Keep one column.", column_word(*column))
        }
        FileFault::TooManyRows { most } => {
            format!("At most {most} rows at once. Split the table into several.")
        }
        FileFault::TooLarge { max_bytes } => {
            format!("The file is above {} MB. Split it into several.", max_bytes / 1_048_576)
        }
    }
}

/// Why a command was refused, and what to do.
pub fn refusal(why: RegisterRefusal) -> String {
    match why {
        RegisterRefusal::Changed => {
            "The register has changed, so the report does not hold any more. Read the new one, \
             then confirm."
        }
        RegisterRefusal::NobodyToWrite => {
            "All of them have had a letter. Choose other buildings, or a new letter for everybody."
        }
        RegisterRefusal::MadeMeanwhile => {
            "These letters were made in another window. Reload; replace what was lost one by one."
        }
    }
    .into()
}
