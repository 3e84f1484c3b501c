//! The small step from our one SQL text for tables to the engine's own.
//!
//! Migrations are written once, with these words:
//!
//! | written | SQLite | PostgreSQL |
//! |---|---|---|
//! | `BLOB` | `BLOB` | `BYTEA` |
//! | `TEXT` | `TEXT` | `TEXT COLLATE "C"`, so that both sort by code point; not after `AS` |
//! | `/*WITHOUT ROWID*/` | `WITHOUT ROWID` | nothing |
//!
//! `WITHOUT ROWID` is for tables whose rows must not tell the order in which they came,
//! ballots (选票) above all: an ordinary SQLite table numbers its rows as they arrive.
//! Words are replaced in capitals only, and never inside quotes or comments.
//! Say `NOT NULL` on primary keys: SQLite does not take it for granted. Have no `DEFERRABLE`
//! constraints: on SQLite they would fail the commit that a job shares with its neighbours.

const WITHOUT_ROWID: &str = "/*WITHOUT ROWID*/";

/// The text as SQLite reads it.
pub(super) fn for_sqlite(sql: &str) -> String {
    sql.replace(WITHOUT_ROWID, "WITHOUT ROWID")
}

/// The text as PostgreSQL reads it.
pub(super) fn for_postgres(sql: &str) -> String {
    let sql = sql.replace(WITHOUT_ROWID, "");
    let mut said = String::with_capacity(sql.len());
    let mut last_word = "";
    let mut rest = sql.as_str();
    while let Some(first) = rest.chars().next() {
        let n_bytes = piece(rest, first);
        let (here, later) = rest.split_at(n_bytes);
        match here {
            "BLOB" => said.push_str("BYTEA"),
            "TEXT" if last_word != "AS" => said.push_str("TEXT COLLATE \"C\""),
            _ => said.push_str(here),
        }
        if is_of_word(first) {
            last_word = here;
        }
        rest = later;
    }
    said
}

/// The length in bytes of the word, quotation, comment or single sign at the beginning.
fn piece(text: &str, first: char) -> usize {
    let until = |end: &str, from: usize| {
        text[from..].find(end).map_or(text.len(), |at| from + at + end.len())
    };
    match first {
        '\'' => until("'", 1),
        '"' => until("\"", 1),
        '-' if text.starts_with("--") => until("\n", 2),
        '/' if text.starts_with("/*") => until("*/", 2),
        _ if is_of_word(first) => text.find(|c| !is_of_word(c)).unwrap_or(text.len()),
        _ => first.len_utf8(),
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "CREATE TABLE t (a BLOB, b TEXT, MY_BLOB TEXT DEFAULT 'BLOB''TEXT', \
         \"BLOB\" BIGINT) /*WITHOUT ROWID*/; -- a BLOB\nCREATE INDEX i ON t (CAST(a AS TEXT));";

    #[test]
    fn sqlite_keeps_its_blobs_and_hides_the_order() {
        let said = for_sqlite(TABLE);
        assert!(said.contains("BIGINT) WITHOUT ROWID;"));
        assert!(said.contains("a BLOB, b TEXT, MY_BLOB"));
    }

    #[test]
    fn postgres_gets_its_words_outside_of_quotes_and_comments_only() {
        assert_eq!(
            for_postgres(TABLE),
            "CREATE TABLE t (a BYTEA, b TEXT COLLATE \"C\", MY_BLOB TEXT COLLATE \"C\" \
             DEFAULT 'BLOB''TEXT', \"BLOB\" BIGINT) ; -- a BLOB\n\
             CREATE INDEX i ON t (CAST(a AS TEXT));"
        );
    }

    #[test]
    fn an_open_quotation_ends_with_the_text() {
        assert_eq!(for_postgres("SELECT 'BLOB"), "SELECT 'BLOB");
    }
}
