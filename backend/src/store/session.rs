//! A session on PostgreSQL: how statements are prepared, and how values and errors cross over.

use std::collections::HashMap;

use ::postgres::error::SqlState;
use ::postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use ::postgres::{Client, Config, NoTls, Statement};

use super::{Row, StoreError, Value};

/// Statements kept per session, well above what the program has.
const N_STATEMENTS: usize = 512;

/// A connection with the statements it has prepared.
pub(super) struct Session {
    client: Client,
    statements: HashMap<String, Statement>,
}

impl Session {
    pub(super) fn open(config: &Config) -> Result<Self, StoreError> {
        let client =
            config.connect(NoTls).map_err(|error| StoreError::Unavailable(words(&error)))?;
        Ok(Self { client, statements: HashMap::new() })
    }

    pub(super) fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, StoreError> {
        let statement = self.prepared(sql, params)?;
        Ok(self.client.execute(&statement, &references(params))?)
    }

    pub(super) fn rows(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        let statement = self.prepared(sql, params)?;
        let found = self.client.query(&statement, &references(params))?;
        found.iter().map(row).collect()
    }

    pub(super) fn script(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.client.batch_execute(sql)?)
    }

    pub(super) fn step(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.client.batch_execute(sql)?)
    }

    /// The statement, prepared for the kinds of these values.
    ///
    /// The kinds are told rather than guessed by the engine, which would take the `$1` in
    /// `$1 + 1` for a small integer. Only for a `NULL` must it find out by itself.
    fn prepared(&mut self, sql: &str, params: &[Value]) -> Result<Statement, StoreError> {
        let mut key: String = params.iter().map(letter).collect();
        key.push(' ');
        key.push_str(sql);
        if let Some(statement) = self.statements.get(&key) {
            return Ok(statement.clone());
        }
        let types: Vec<Type> = params.iter().map(kind).collect();
        let statement = self.client.prepare_typed(sql, &types)?;
        let (n_wanted, n_given) = (statement.params().len(), params.len());
        if n_wanted != n_given {
            return Err(StoreError::Engine(format!(
                "{n_wanted} parameters wanted and {n_given} given, in: {sql}"
            )));
        }
        if self.statements.len() >= N_STATEMENTS {
            self.statements.clear();
        }
        self.statements.insert(key, statement.clone());
        Ok(statement)
    }
}

fn references(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn letter(value: &Value) -> char {
    match value {
        Value::Null => 'n',
        Value::Int(_) => 'i',
        Value::Text(_) => 't',
        Value::Bytes(_) => 'b',
    }
}

fn kind(value: &Value) -> Type {
    match value {
        Value::Null => Type::UNKNOWN,
        Value::Int(_) => Type::INT8,
        Value::Text(_) => Type::TEXT,
        Value::Bytes(_) => Type::BYTEA,
    }
}

fn row(found: &::postgres::Row) -> Result<Row, StoreError> {
    let columns = found.columns().iter().enumerate();
    let values: Result<Vec<Value>, StoreError> =
        columns.map(|(column, about)| value(found, column, about.type_())).collect();
    Ok(Row::new(values?))
}

fn value(found: &::postgres::Row, column: usize, kind: &Type) -> Result<Value, StoreError> {
    Ok(match *kind {
        Type::INT8 => Value::from(found.try_get::<_, Option<i64>>(column)?),
        Type::INT4 => Value::from(found.try_get::<_, Option<i32>>(column)?),
        Type::BOOL => Value::from(found.try_get::<_, Option<bool>>(column)?),
        Type::TEXT | Type::VARCHAR | Type::NAME => {
            Value::from(found.try_get::<_, Option<&str>>(column)?)
        }
        Type::BYTEA => Value::from(found.try_get::<_, Option<&[u8]>>(column)?),
        _ => {
            return Err(StoreError::Unexpected(format!(
                "column {column} is {kind}; write CAST(… AS BIGINT) or AS TEXT"
            )));
        }
    })
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) => number.to_sql(kind, out),
            Self::Text(words) => words.to_sql(kind, out),
            Self::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(_kind: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl From<::postgres::Error> for StoreError {
    fn from(error: ::postgres::Error) -> Self {
        let words = words(&error);
        let Some(code) = error.code() else {
            return if error.is_closed() || std::error::Error::source(&error).is_some_and(is_io) {
                Self::Unavailable(words)
            } else {
                Self::Engine(words)
            };
        };
        if *code == SqlState::UNIQUE_VIOLATION {
            return Self::Conflict(words);
        }
        if [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED].contains(code) {
            return Self::Busy(words);
        }
        match code.code().get(..2) {
            Some("23") => Self::Constraint(words),
            // Connection trouble, too many connections, the server being shut down.
            Some("08" | "53" | "57") => Self::Unavailable(words),
            _ => Self::Engine(words),
        }
    }
}

fn is_io(source: &(dyn std::error::Error + 'static)) -> bool {
    source.is::<std::io::Error>()
}

/// The whole story: the outer error alone says only “db error”.
fn words(error: &::postgres::Error) -> String {
    match (error.as_db_error(), std::error::Error::source(error)) {
        (Some(told), _) => format!("{} ({})", told.message(), told.code().code()),
        (None, Some(source)) => format!("{error}: {source}"),
        (None, None) => error.to_string(),
    }
}
