//! SQLite, the embedded engine: how files are opened, and how statements are run.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ErrorCode, OpenFlags, ToSql};

use super::pool::Pool;
use super::steps::step;
use super::writer::Writer;
use super::{Row, StoreError, Tx, Value};

/// The first version without the bug that can lose writes in WAL mode.
const VERSION_MIN: i32 = 3_051_003;

/// How long we wait for another program that holds the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// Prepared statements kept per connection; more than the program has.
const N_STATEMENTS: usize = 256;

/// One SQLite file: a writer thread and a few readers.
pub(super) struct Sqlite {
    path: PathBuf,
    pub(super) writer: Writer,
    pub(super) readers: Pool<Connection>,
}

impl Sqlite {
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        if rusqlite::version_number() < VERSION_MIN {
            return Err(StoreError::Refused(format!(
                "SQLite {} can lose writes; Huiyin needs 3.51.3 or later.",
                rusqlite::version()
            )));
        }
        let writer = Writer::start(open_for_writing(path)?)?;
        let n_readers = std::thread::available_parallelism().map_or(4, |n| n.get().max(4));
        Ok(Self { path: path.to_owned(), writer, readers: Pool::new(n_readers) })
    }

    /// Runs a job on one unchanging view of the file.
    pub(super) fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let reader = self.readers.take(|| open_for_reading(&self.path))?;
        step(&reader, "BEGIN")?;
        let result = Tx::on_sqlite(&reader).run(work).result;
        if step(&reader, "ROLLBACK").is_err() {
            reader.discard();
        }
        result
    }

    /// Writes a whole and tidy copy of the file as it is at this moment.
    ///
    /// Writers go on meanwhile. The copy must not exist yet: a backup overwrites nothing.
    pub(super) fn back_up(&self, to: &Path) -> Result<(), StoreError> {
        let path = to.to_str().ok_or_else(|| {
            StoreError::Refused(format!("“{}” is not a name in UTF-8.", to.display()))
        })?;
        let source = open(&self.path, OpenFlags::empty())?;
        execute(&source, "VACUUM INTO $1", &[Value::from(path)])?;
        // SQLite leaves the copy to the operating system; a backup should be on the disk.
        File::open(to).and_then(|copy| copy.sync_all()).map_err(|error| {
            StoreError::Unavailable(format!("{path} could not be brought to the disk: {error}"))
        })
    }
}

fn open_for_writing(path: &Path) -> Result<Connection, StoreError> {
    let connection = open(path, OpenFlags::SQLITE_OPEN_CREATE)?;
    let mode: String = connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
        .map_err(|error| cannot_open(path, &error))?;
    if mode != "wal" {
        return Err(StoreError::Refused(format!(
            "{} cannot be used with a write-ahead log (the mode is “{mode}”); \
             keep the file on a local disk.",
            path.display()
        )));
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

fn open_for_reading(path: &Path) -> Result<Connection, StoreError> {
    let connection = open(path, OpenFlags::empty())?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

fn open(path: &Path, extra: OpenFlags) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | extra;
    let connection =
        Connection::open_with_flags(path, flags).map_err(|error| cannot_open(path, &error))?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(N_STATEMENTS);
    Ok(connection)
}

fn cannot_open(path: &Path, error: &rusqlite::Error) -> StoreError {
    StoreError::Unavailable(format!("{}: {error}", path.display()))
}

pub(super) fn execute(
    connection: &Connection,
    sql: &str,
    params: &[Value],
) -> Result<u64, StoreError> {
    let n_rows = bound(connection, sql, params)?.raw_execute()?;
    Ok(u64::try_from(n_rows).expect("no count of rows is beyond 64 bits"))
}

pub(super) fn rows(
    connection: &Connection,
    sql: &str,
    params: &[Value],
) -> Result<Vec<Row>, StoreError> {
    let mut statement = bound(connection, sql, params)?;
    let n_columns = statement.column_count();
    let mut answer = statement.raw_query();
    let mut rows = Vec::new();
    while let Some(row) = answer.next()? {
        let values: Result<Vec<Value>, StoreError> =
            (0..n_columns).map(|column| value(column, row.get_ref(column)?)).collect();
        rows.push(Row::new(values?));
    }
    Ok(rows)
}

pub(super) fn script(connection: &Connection, sql: &str) -> Result<(), StoreError> {
    Ok(connection.execute_batch(sql)?)
}

/// The statement with its parameters.
///
/// To SQLite `$2` is a name and not a place: it numbers parameters by first appearance.
/// Each is therefore bound by the number in its name.
fn bound<'c>(
    connection: &'c Connection,
    sql: &str,
    params: &[Value],
) -> Result<CachedStatement<'c>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut n_wanted = 0;
    for place in 1..=statement.parameter_count() {
        let number = statement.parameter_name(place).and_then(number_in);
        let Some(number) = number else {
            return Err(StoreError::Engine(format!("parameters are $1 to $n, in: {sql}")));
        };
        n_wanted = n_wanted.max(number);
        if let Some(value) = params.get(number - 1) {
            statement.raw_bind_parameter(place, value)?;
        }
    }
    if n_wanted != params.len() {
        let n_given = params.len();
        return Err(StoreError::Engine(format!(
            "{n_wanted} parameters wanted and {n_given} given, in: {sql}"
        )));
    }
    Ok(statement)
}

fn number_in(name: &str) -> Option<usize> {
    name.strip_prefix('$')?.parse().ok().filter(|number| *number > 0)
}

fn value(column: usize, found: ValueRef<'_>) -> Result<Value, StoreError> {
    match found {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) => Ok(Value::Int(number)),
        ValueRef::Text(words) => match str::from_utf8(words) {
            Ok(words) => Ok(Value::from(words)),
            Err(_) => Err(StoreError::Unexpected(format!("column {column} is not UTF-8"))),
        },
        ValueRef::Blob(bytes) => Ok(Value::from(bytes)),
        ValueRef::Real(_) => {
            Err(StoreError::Unexpected(format!("column {column} is a float; we keep none")))
        }
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(words) => ValueRef::Text(words.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};
        let words = error.to_string();
        let Some(code) = error.sqlite_error() else {
            return Self::Engine(words);
        };
        let is_key =
            [SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE].contains(&code.extended_code);
        if is_key {
            return Self::Conflict(words);
        }
        match code.code {
            ErrorCode::ConstraintViolation => Self::Constraint(words),
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy(words),
            _ => Self::Engine(words),
        }
    }
}
