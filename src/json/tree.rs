//! What a JSON text says, before anybody asks what it means.
use super::Unlike;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Any JSON.
#[derive(Debug)]
pub enum Tree {
    /// What an object does not have.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// The name of something in an object; it may stand for a number.
    Name(String),
    /// A list.
    List(Vec<Tree>),
    /// An object.
    Object(Fields),
}

/// A number, as near as JSON says it.
#[derive(Clone, Copy, Debug)]
pub enum Number {
    /// Below nought.
    Below(i64),
    /// Nought or above.
    Above(u64),
    /// With a part that is not whole.
    Broken(f64),
}

/// What stands in an object, in its order.
#[derive(Debug)]
pub struct Fields(pub Vec<(String, Tree)>);

impl Fields {
    /// What has this name; it is not there any more.
    pub fn take(&mut self, name: &str) -> Tree {
        match self.0.iter().position(|(it, _)| it == name) {
            Some(at) => self.0.remove(at).1,
            None => Tree::Absent,
        }
    }
}

/// What `text` says.
///
/// # Errors
///
/// It is no JSON.
pub fn read(text: &str) -> Result<Tree, Unlike> {
    serde_json::from_str(text).map_err(|_| Unlike)
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Tree;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, it: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(it))
    }

    fn visit_i64<E>(self, it: i64) -> Result<Tree, E> {
        Ok(Tree::Number(Number::Below(it)))
    }

    fn visit_u64<E>(self, it: u64) -> Result<Tree, E> {
        Ok(Tree::Number(Number::Above(it)))
    }

    fn visit_f64<E>(self, it: f64) -> Result<Tree, E> {
        Ok(Tree::Number(Number::Broken(it)))
    }

    fn visit_str<E>(self, it: &str) -> Result<Tree, E> {
        Ok(Tree::Text(it.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(it) = from.next_element()? {
            list.push(it);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = from.next_entry()? {
            fields.push(field);
        }
        Ok(Tree::Object(Fields(fields)))
    }
}
