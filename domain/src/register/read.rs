//! Reading: the text of a table becomes entries, and each row that cannot says why.
use super::{
    Entry, FileFault, Home, HouseholdNumber, Name, ROWS_MOST, RowFault,
    columns::{Column, part},
    words,
};
use crate::{
    callbacks::phone::{PhoneNumber, PhoneProblem},
    csv::{self, OpenQuote, Row},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A row that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Its number as a spreadsheet shows it.
    pub row: u32,
    /// In which column; nothing when it is about the whole row.
    pub column: Option<Column>,
    /// Why.
    pub why: RowFault,
    /// The beginning of what stands there.
    pub said: String,
}

/// A row as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Its number as a spreadsheet shows it.
    pub row: u32,
    /// Whom it is about, also where something else in it is wrong.
    pub who: Option<(Name, Home)>,
    /// What it says, or why it was not taken.
    pub entry: Result<Entry, Refused>,
}

/// A table as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its rows, without the first line.
    pub rows: Vec<Read>,
    /// Names of columns that mean nothing here; what stands in them is left out.
    pub ignored: Vec<String>,
}

/// Of what stands in a refused row so much is shown.
const SAID_CHARS: usize = 40;

/// Reads a whole table.
pub fn read(text: &str) -> Result<Table, FileFault> {
    if text.contains('\0') {
        return Err(FileFault::NotText);
    }
    let rows = csv::read(text).map_err(|OpenQuote { row }| FileFault::OpenQuote { row })?;
    let mut rows = rows.into_iter();
    let head = Head::of(&rows.next().ok_or(FileFault::Empty)?)?;
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return Err(FileFault::Empty);
    }
    if rows.len() > ROWS_MOST as usize {
        return Err(FileFault::TooManyRows { most: ROWS_MOST });
    }
    let rows = rows.iter().map(|row| head.read(row)).collect();
    Ok(Table { rows, ignored: head.ignored })
}

/// What the first line says.
struct Head {
    places: BTreeMap<Column, usize>,
    n_cells: usize,
    ignored: Vec<String>,
}

impl Head {
    fn of(row: &Row) -> Result<Self, FileFault> {
        let mut head = Self { places: BTreeMap::new(), n_cells: 0, ignored: Vec::new() };
        for (at, cell) in row.cells.iter().enumerate() {
            if !cell.trim().is_empty() {
                head.n_cells = at + 1;
            }
            match Column::of(cell) {
                Some(column) if head.places.insert(column, at).is_some() => {
                    return Err(FileFault::RepeatedColumn { column });
                }
                Some(_) => {}
                None if cell.trim().is_empty() => {}
                None => head.ignored.push(shortened(cell)),
            }
        }
        match Column::NEEDED.into_iter().find(|column| !head.places.contains_key(column)) {
            Some(column) => Err(FileFault::MissingColumn { column }),
            None => Ok(head),
        }
    }

    fn read(&self, row: &Row) -> Read {
        // Spreadsheets write empty cells at the end of some rows, and leave them out of others.
        let last = row.cells.iter().rposition(|cell| !cell.trim().is_empty());
        let n_cells = last.map_or(0, |at| at + 1);
        if n_cells > self.n_cells || row.cells.len() < self.least() {
            let why = RowFault::WrongColumns { n_cells, expected: self.n_cells };
            let said = shortened(&row.cells.join(" "));
            let refused = Refused { row: row.number, column: None, why, said };
            return Read { row: row.number, who: None, entry: Err(refused) };
        }
        let who = self.who(row);
        let entry = match &who {
            Ok((name, home)) => self.entry(row, name, home),
            Err(refused) => Err(refused.clone()),
        };
        Read { row: row.number, who: who.ok(), entry }
    }

    /// So many cells a row must have to say where somebody lives.
    fn least(&self) -> usize {
        let places = Column::NEEDED.iter().filter_map(|column| self.places.get(column));
        places.max().map_or(0, |at| at + 1)
    }

    fn who(&self, row: &Row) -> Result<(Name, Home), Refused> {
        let needed = |column: Column| self.refuse(row, column, RowFault::Missing);
        let name = words::<{ Name::MAX_CHARS }>(self.cell(row, Column::Name));
        let name = name.map_err(|why| self.refuse(row, Column::Name, why))?;
        let name = name.ok_or_else(|| needed(Column::Name))?;
        let part = |column: Column| {
            part(column, self.cell(row, column)).map_err(|why| self.refuse(row, column, why))
        };
        let building = part(Column::Building)?.ok_or_else(|| needed(Column::Building))?;
        let unit = part(Column::Unit)?;
        let room = part(Column::Room)?.ok_or_else(|| needed(Column::Room))?;
        Ok((name, Home { building, unit, room }))
    }

    fn entry(&self, row: &Row, name: &Name, home: &Home) -> Result<Entry, Refused> {
        let household = words::<{ HouseholdNumber::MAX_CHARS }>(self.cell(row, Column::Household));
        let household = household.map_err(|why| self.refuse(row, Column::Household, why))?;
        // A plus before a telephone number is no formula: it is read as digits.
        let phone = match PhoneNumber::parse(self.cell(row, Column::Phone).trim()) {
            Ok(phone) => Some(phone),
            Err(PhoneProblem::Empty) => None,
            Err(problem) => {
                return Err(self.refuse(row, Column::Phone, RowFault::Phone { problem }));
            }
        };
        Ok(Entry { name: name.clone(), home: home.clone(), phone, household })
    }

    fn cell<'row>(&self, row: &'row Row, column: Column) -> &'row str {
        let cell = self.places.get(&column).and_then(|at| row.cells.get(*at));
        cell.map(String::as_str).unwrap_or_default()
    }

    fn refuse(&self, row: &Row, column: Column, why: RowFault) -> Refused {
        // An empty cell says nothing: the row around it tells which one it is.
        let said = match why == RowFault::Missing {
            true => shortened(&row.cells.join(" ")),
            false => shortened(self.cell(row, column)),
        };
        Refused { row: row.number, column: Some(column), why, said }
    }
}

fn shortened(said: &str) -> String {
    let said: String = said.chars().filter(|sign| !super::is_invisible(*sign)).collect();
    said.trim().chars().take(SAID_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "姓名,楼栋,单元,室,电话,户号\n";

    fn faults(rows: &str) -> Vec<(u32, Option<Column>, RowFault)> {
        let table = read(&format!("{HEAD}{rows}")).unwrap();
        let refused = table.rows.into_iter().filter_map(|read| read.entry.err());
        refused.map(|it| (it.row, it.column, it.why)).collect()
    }

    #[test]
    fn a_row_becomes_an_entry() {
        let table = read(&format!("{HEAD}王阿姨,３,2,501,+86 138 1234 5678,A-17,,\n")).unwrap();
        let entry = table.rows[0].entry.clone().unwrap();
        assert_eq!(entry.home.address(), "3号楼2单元501室");
        assert_eq!(entry.phone.unwrap().digits(), "13812345678");
        assert_eq!(entry.household.unwrap().as_str(), "A-17");
    }

    #[test]
    fn english_heads_in_any_order_and_strange_columns_are_fine() {
        let table = read("ID card;Room;Name;Building\n310…;501;Wang;Tower B\n").unwrap();
        assert_eq!(table.ignored, ["ID card"]);
        let entry = table.rows[0].entry.clone().unwrap();
        assert_eq!((entry.name.as_str(), entry.home.address().as_str()), ("Wang", "Tower B501室"));
    }

    #[test]
    fn each_row_that_is_refused_says_where_and_why() {
        let at = |column| Some(column);
        let long = format!("{},3,,501\n", "王".repeat(31));
        for (row, column, why) in [
            (",3,,501\n", at(Column::Name), RowFault::Missing),
            ("王,,,501\n", at(Column::Building), RowFault::Missing),
            ("王,3,,—\n", at(Column::Room), RowFault::Missing),
            ("=HYPERLINK(\"x\"),3,,501\n", at(Column::Name), RowFault::Formula),
            ("王,@3,,501\n", at(Column::Building), RowFault::Formula),
            ("王,3,,501,,+A1\n", at(Column::Household), RowFault::Formula),
            ("<script>,3,,501\n", at(Column::Name), RowFault::Markup),
            (long.as_str(), at(Column::Name), RowFault::TooLong { n_chars: 31, max: 30 }),
            (
                "王,3,,501,5555 0128\n",
                at(Column::Phone),
                RowFault::Phone { problem: PhoneProblem::NoAreaCode },
            ),
            ("王,3\n", None, RowFault::WrongColumns { n_cells: 2, expected: 6 }),
            ("王,3,,501,,,x\n", None, RowFault::WrongColumns { n_cells: 7, expected: 6 }),
        ] {
            assert_eq!(faults(row), [(2, column, why)], "{row}");
        }
    }

    #[test]
    fn what_nobody_can_see_is_dropped() {
        let table = read(&format!("{HEAD}\u{202e}王\u{200b}阿姨\u{7},3,,501\n")).unwrap();
        assert_eq!(table.rows[0].entry.clone().unwrap().name.as_str(), "王阿姨");
    }

    #[test]
    fn a_file_that_is_no_register_says_why() {
        for (text, fault) in [
            ("", FileFault::Empty),
            (HEAD, FileFault::Empty),
            ("a\0b", FileFault::NotText),
            ("姓名,室\n王,1\n", FileFault::MissingColumn { column: Column::Building }),
            ("姓名,楼栋,室,称呼\n王,1,2,王\n", FileFault::RepeatedColumn { column: Column::Name }),
            ("姓名,楼栋,室\n王,\"1,2\n", FileFault::OpenQuote { row: 2 }),
        ] {
            assert_eq!(read(text), Err(fault), "{text:?}");
        }
        let many = format!("{HEAD}{}", "王,3,,501\n".repeat(ROWS_MOST as usize + 1));
        assert_eq!(read(&many), Err(FileFault::TooManyRows { most: ROWS_MOST }));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_sent_is_answered(text in "[姓名楼栋室王3,;\"\n\r\t=+@<\u{202e}]{0,80}") {
            let _answered = read(&text);
            let _answered = read(&format!("{HEAD}{text}"));
        }
    }
}
