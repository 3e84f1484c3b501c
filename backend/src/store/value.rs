//! Values and rows: the four kinds of things that go into and come out of both engines.

use super::StoreError;

/// One value of a column or a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing is known.
    Null,
    /// A `BIGINT`.
    Int(i64),
    /// A `TEXT`.
    Text(String),
    /// A `BLOB`, which is `BYTEA` on PostgreSQL.
    Bytes(Vec<u8>),
}

/// The parameters of a statement: `params![community, "proposal", None::<i64>]`.
///
/// Each is turned into a [`Value`](crate::store::Value) with `From`.
#[macro_export]
macro_rules! params {
    () => { &[] as &[$crate::store::Value] };
    ($($value:expr),+ $(,)?) => { &[$($crate::store::Value::from($value)),+] };
}

impl Value {
    /// A count or an amount, which must fit into a `BIGINT`.
    pub fn whole(number: u64) -> Result<Self, StoreError> {
        let signed = i64::try_from(number)
            .map_err(|_| StoreError::Unexpected(format!("{number} does not fit into BIGINT")))?;
        Ok(Self::Int(signed))
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Null => "NULL",
            Self::Int(_) => "BIGINT",
            Self::Text(_) => "TEXT",
            Self::Bytes(_) => "BLOB",
        }
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Int(number.into())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl From<u16> for Value {
    fn from(number: u16) -> Self {
        Self::Int(number.into())
    }
}

/// Truth is kept as 0 or 1, since the engines differ in what they call it.
impl From<bool> for Value {
    fn from(holds: bool) -> Self {
        Self::Int(holds.into())
    }
}

impl From<&str> for Value {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}

impl From<&String> for Value {
    fn from(words: &String) -> Self {
        Self::Text(words.clone())
    }
}

impl From<String> for Value {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(bytes: [u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(bytes: &[u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(perhaps: Option<T>) -> Self {
        perhaps.map_or(Self::Null, Into::into)
    }
}

/// One row of an answer; columns are read by their position, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    values: Vec<Value>,
}

impl Row {
    pub(super) fn new(values: Vec<Value>) -> Self {
        Self { values }
    }

    /// The value as it came.
    pub fn value(&self, column: usize) -> Result<&Value, StoreError> {
        let n_columns = self.values.len();
        self.values.get(column).ok_or_else(|| {
            StoreError::Unexpected(format!("column {column} asked for, there are {n_columns}"))
        })
    }

    /// All values of the row in order, as a copy of a table needs them.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// A number that is there.
    pub fn int(&self, column: usize) -> Result<i64, StoreError> {
        self.opt_int(column)?.ok_or_else(|| missing(column))
    }

    /// A number that cannot be below zero: a count, an amount of fen.
    pub fn whole(&self, column: usize) -> Result<u64, StoreError> {
        let number = self.int(column)?;
        u64::try_from(number)
            .map_err(|_| StoreError::Unexpected(format!("column {column} is {number}, below zero")))
    }

    /// A yes or no, kept as 1 or 0.
    pub fn flag(&self, column: usize) -> Result<bool, StoreError> {
        match self.int(column)? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(StoreError::Unexpected(format!("column {column} is {other}, not 0 or 1"))),
        }
    }

    /// Words that are there.
    pub fn text(&self, column: usize) -> Result<&str, StoreError> {
        self.opt_text(column)?.ok_or_else(|| missing(column))
    }

    /// Bytes that are there.
    pub fn bytes(&self, column: usize) -> Result<&[u8], StoreError> {
        self.opt_bytes(column)?.ok_or_else(|| missing(column))
    }

    /// A number, or nothing.
    pub fn opt_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match self.value(column)? {
            Value::Null => Ok(None),
            Value::Int(number) => Ok(Some(*number)),
            other @ (Value::Text(_) | Value::Bytes(_)) => Err(differs(column, "BIGINT", other)),
        }
    }

    /// Words, or nothing.
    pub fn opt_text(&self, column: usize) -> Result<Option<&str>, StoreError> {
        match self.value(column)? {
            Value::Null => Ok(None),
            Value::Text(words) => Ok(Some(words)),
            other @ (Value::Int(_) | Value::Bytes(_)) => Err(differs(column, "TEXT", other)),
        }
    }

    /// Bytes, or nothing.
    pub fn opt_bytes(&self, column: usize) -> Result<Option<&[u8]>, StoreError> {
        match self.value(column)? {
            Value::Null => Ok(None),
            Value::Bytes(bytes) => Ok(Some(bytes)),
            other @ (Value::Int(_) | Value::Text(_)) => Err(differs(column, "BLOB", other)),
        }
    }
}

fn missing(column: usize) -> StoreError {
    StoreError::Unexpected(format!("column {column} is NULL"))
}

fn differs(column: usize, expected: &str, found: &Value) -> StoreError {
    StoreError::Unexpected(format!("column {column} is {}, not {expected}", found.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_value_is_told_from_a_wrong_one() {
        let row = Row::new(vec![Value::Null, Value::from("回音"), Value::from(-1)]);
        assert_eq!(row.opt_int(0), Ok(None));
        assert!(row.int(0).is_err());
        assert!(row.opt_int(1).is_err());
        assert_eq!(row.text(1), Ok("回音"));
        assert!(row.whole(2).is_err());
        assert!(row.text(9).is_err());
    }

    #[test]
    fn an_amount_beyond_bigint_is_refused() {
        assert!(Value::whole(u64::MAX).is_err());
        assert_eq!(Value::whole(7), Ok(Value::Int(7)));
    }

    #[test]
    fn parameters_keep_their_kinds() {
        let given: &[Value] = params![1_i64, "a", true, None::<i64>, Some("b"), [9_u8]];
        let expected = [
            Value::Int(1),
            Value::Text("a".to_owned()),
            Value::Int(1),
            Value::Null,
            Value::Text("b".to_owned()),
            Value::Bytes(vec![9]),
        ];
        assert_eq!(given, expected);
        assert!(params![].is_empty());
    }
}
