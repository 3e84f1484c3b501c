//! Rows of a `.pb` file: fields between semicolons, quoted where they need to be.

use std::borrow::Cow;

use super::problem::{Expected, PbProblem};

/// One row, with the line on which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row<'a> {
    pub line: u32,
    pub fields: Vec<Cow<'a, str>>,
}

impl Row<'_> {
    /// A field without the blanks around it; empty where the row is too short.
    pub(super) fn field(&self, column: usize) -> &str {
        self.fields.get(column).map_or("", |field| field.trim())
    }

    /// Whether nothing follows the first field.
    pub(super) fn is_alone(&self) -> bool {
        self.fields.iter().skip(1).all(|field| field.trim().is_empty())
    }

    fn is_blank(&self) -> bool {
        self.field(0).is_empty() && self.is_alone()
    }
}

/// Reads rows one after another; blank ones are skipped.
#[derive(Clone, Debug)]
pub(super) struct Rows<'a> {
    rest: &'a str,
    line: u32,
}

impl<'a> Rows<'a> {
    /// A mark of byte order at the beginning is no part of the text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text.trim_start_matches('\u{feff}'), line: 0 }
    }

    /// The last line read.
    pub(super) fn line(&self) -> u32 {
        self.line
    }

    /// The next row that is not blank.
    pub(super) fn next(&mut self) -> Result<Option<Row<'a>>, PbProblem> {
        while !self.rest.is_empty() {
            let row = self.row()?;
            if !row.is_blank() {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    fn row(&mut self) -> Result<Row<'a>, PbProblem> {
        self.line += 1;
        let line = self.line;
        let text = self.rest.split_once('\n').map_or(self.rest, |(text, _)| text);
        if text.contains('"') {
            return Ok(Row { line, fields: self.quoted_row()? });
        }
        self.rest = self.rest.get(text.len() + 1..).unwrap_or("");
        let text = text.strip_suffix('\r').unwrap_or(text);
        Ok(Row { line, fields: text.split(';').map(Cow::Borrowed).collect() })
    }

    /// The long way, for rows in which a quotation mark stands somewhere.
    fn quoted_row(&mut self) -> Result<Vec<Cow<'a, str>>, PbProblem> {
        let mut fields = Vec::new();
        loop {
            let mut field = String::new();
            if let Some(inside) = self.rest.strip_prefix('"') {
                self.rest = inside;
                self.quoted(&mut field)?;
            }
            // What follows a closing quotation mark belongs to the field as it stands.
            let end = self.rest.find([';', '\n']).unwrap_or(self.rest.len());
            field.push_str(&self.rest[..end]);
            let ends_row = !self.rest[end..].starts_with(';');
            self.rest = self.rest.get(end + 1..).unwrap_or("");
            if ends_row && field.ends_with('\r') {
                field.pop();
            }
            fields.push(Cow::Owned(field));
            if ends_row {
                return Ok(fields);
            }
        }
    }

    /// The inside of a quoted field, up to and with its closing mark; two marks stand for one.
    fn quoted(&mut self, field: &mut String) -> Result<(), PbProblem> {
        let start = self.line;
        loop {
            let Some((inside, rest)) = self.rest.split_once('"') else {
                return Err(PbProblem::new(start, Expected::ClosingQuote, self.rest));
            };
            self.line += inside.matches('\n').count() as u32;
            field.push_str(inside);
            self.rest = rest;
            match self.rest.strip_prefix('"') {
                Some(rest) => {
                    field.push('"');
                    self.rest = rest;
                }
                None => return Ok(()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut rows = Rows::new(text);
        let mut all = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            all.push((row.line, row.fields.iter().map(ToString::to_string).collect()));
        }
        all
    }

    #[test]
    fn rows_know_their_lines_and_their_quotes() {
        let text = "\u{feff}a;b\r\n\n;;\n\"x;1\n2\";\"say \"\"hi\"\"\";c\r\nlast \"q\";";
        let expected = [
            (1, vec!["a", "b"]),
            (4, vec!["x;1\n2", "say \"hi\"", "c"]),
            (6, vec!["last \"q\"", ""]),
        ];
        let expected: Vec<_> = expected
            .map(|(line, fields)| (line, fields.into_iter().map(str::to_owned).collect()))
            .into();
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn an_open_quotation_mark_is_told_with_the_line_where_it_opens() {
        let mut rows = Rows::new("a;b\nc;\"d\ne");
        rows.next().unwrap();
        let problem = rows.next().unwrap_err();
        assert_eq!((problem.line, problem.expected), (2, Expected::ClosingQuote));
    }
}
