//! Tables of comma-separated values (RFC 4180): read as spreadsheets write them, and written so
//! that no spreadsheet runs what somebody has typed.

/// The mark by which spreadsheets know that a table is UTF-8.
pub const MARK: char = '\u{feff}';

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number as a spreadsheet shows it, from 1.
    pub number: u32,
    /// What stands in it, without the quotes.
    pub cells: Vec<String>,
}

/// A quotation that begins in this row and never ends: nothing after it can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenQuote {
    /// Where it begins.
    pub row: u32,
}

/// Reads a table; comma, semicolon or tab is told from its first line. Empty rows are left out.
pub fn read(text: &str) -> Result<Vec<Row>, OpenQuote> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let separator = separator_of(text);
    let mut reading = Reading { number: 1, ..Reading::default() };
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if reading.is_quoted => match signs.next_if_eq(&'"') {
                Some(quote) => reading.cell.push(quote),
                None => reading.is_quoted = false,
            },
            '"' if reading.cell.is_empty() => reading.is_quoted = true,
            _ if reading.is_quoted => reading.cell.push(sign),
            '\n' => reading.end_row(),
            '\r' => {
                signs.next_if_eq(&'\n');
                reading.end_row();
            }
            _ if sign == separator => reading.end_cell(),
            _ => reading.cell.push(sign),
        }
    }
    if reading.is_quoted {
        return Err(OpenQuote { row: reading.number });
    }
    reading.end_row();
    Ok(reading.rows)
}

/// What stands most often in the first line, outside of quotations.
fn separator_of(text: &str) -> char {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let outside: String = line.split('"').step_by(2).collect();
    let count = |sign: &char| outside.matches(*sign).count();
    let signs = [',', ';', '\t'];
    let most = signs.iter().map(count).max().unwrap_or_default();
    signs.into_iter().find(|sign| count(sign) == most).unwrap_or(',')
}

/// A table that is being read.
#[derive(Default)]
struct Reading {
    number: u32,
    is_quoted: bool,
    cell: String,
    cells: Vec<String>,
    rows: Vec<Row>,
}

impl Reading {
    fn end_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.cell));
    }

    fn end_row(&mut self) {
        self.end_cell();
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.rows.push(Row { number: self.number, cells });
        }
        self.number = self.number.saturating_add(1);
    }
}

/// Writes one row.
pub fn write_row(table: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at != 0 {
            table.push(',');
        }
        table.push_str(&quoted(&defused(cell)));
    }
    table.push_str("\r\n");
}

/// Would a spreadsheet take this cell for a formula? Some do so with the wide signs, too.
pub fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// A cell that a spreadsheet would take for a formula is shown to it as words.
fn defused(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    match cell.contains([',', '"', '\r', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        read(text).unwrap().into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn a_table_is_read_whatever_wrote_it() {
        let expected = [["姓名", "楼栋"], ["王,阿姨", "3\n号"]];
        for text in [
            "姓名,楼栋\r\n\"王,阿姨\",\"3\n号\"\r\n",
            "\u{feff}姓名;楼栋\n王,阿姨;\"3\n号\"",
            "姓名\t楼栋\r王,阿姨\t\"3\n号\"\r\r",
        ] {
            assert_eq!(cells(text), expected, "{text:?}");
        }
        assert_eq!(cells("a\n\"说\"\"快\"\"\"\n"), [["a"], ["说\"快\""]]);
        assert!(cells("").is_empty() && cells("\n , \n").is_empty());
    }

    #[test]
    fn rows_have_the_numbers_a_spreadsheet_shows() {
        let rows = read("a,b\n\n\"1\n2\",3\n4,5\n").unwrap();
        assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 3, 4]);
        assert_eq!(read("a,b\n1,\"2\n3,4\n"), Err(OpenQuote { row: 2 }));
    }

    #[test]
    fn nothing_that_people_write_becomes_a_formula() {
        for raw in ["=1+1", "+86", "-2", "@SUM(A1)", "\tx", "\rx", "＝1"] {
            assert_eq!(defused(raw), format!("'{raw}"));
        }
        assert_eq!(defused("3号楼=灯"), "3号楼=灯");
    }

    #[test]
    fn marks_of_the_table_stay_inside_their_cell() {
        let written = ["灯,坏了", "说\"快\"", "一\n二", ""].map(str::to_owned);
        let mut table = String::new();
        write_row(&mut table, &written);
        assert_eq!(table, "\"灯,坏了\",\"说\"\"快\"\"\",\"一\n二\",\r\n");
        assert_eq!(cells(&table), [written.to_vec()], "what is written reads back");
    }
}
