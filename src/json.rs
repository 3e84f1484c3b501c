//! Reading JSON as the server writes it: every struct is an object.
//!
//! `serde_json` compiles the reading of a struct for whatever order its fields come in, with a place
//! for each that may not have come yet, and messages for all that can be wrong. Here the text is read
//! into a tree, by one program for all types; then each struct takes its fields from it in its own
//! order, as if they stood in a list. That is a fraction of the code, and a phone fetches code.
mod tree;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use std::{fmt, slice, vec};
use tree::{Fields, Number, Tree};

/// It is no JSON, or not what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unlike;

impl fmt::Display for Unlike {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("it is no JSON, or not what was asked for")
    }
}

impl std::error::Error for Unlike {}

impl Error for Unlike {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn invalid_value(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// What `text` says, in JSON.
///
/// # Errors
///
/// It is no JSON, or not what was asked for.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Unlike> {
    T::deserialize(tree::read(text)?)
}

impl Tree {
    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self {
            Self::Number(Number::Below(it)) => visitor.visit_i64(it),
            Self::Number(Number::Above(it)) => visitor.visit_u64(it),
            Self::Number(Number::Broken(it)) => visitor.visit_f64(it),
            Self::Name(it) => visitor.visit_i64(it.parse().map_err(|_| Unlike)?),
            _ => Err(Unlike),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self {
            Self::Text(it) | Self::Name(it) => visitor.visit_string(it),
            _ => Err(Unlike),
        }
    }

    fn list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self {
            Self::List(all) => visitor.visit_seq(Items(all.into_iter())),
            _ => Err(Unlike),
        }
    }

    fn nothing<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self {
            Self::Null => visitor.visit_unit(),
            _ => Err(Unlike),
        }
    }

    fn object<'de, V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unlike> {
        match self {
            Self::Object(fields) => visitor.visit_seq(ByName { fields, names: names.iter() }),
            _ => Err(Unlike),
        }
    }
}

macro_rules! read_as {
    ($($read:ident($($name:ident: $type:ty),*): $as:ident;)*) => {$(
        fn $read<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Result<V::Value, Unlike> {
            self.$as(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Tree {
    type Error = Unlike;

    read_as! {
        deserialize_i8(): number;
        deserialize_i16(): number;
        deserialize_i32(): number;
        deserialize_i64(): number;
        deserialize_u8(): number;
        deserialize_u16(): number;
        deserialize_u32(): number;
        deserialize_u64(): number;
        deserialize_f32(): number;
        deserialize_f64(): number;
        deserialize_char(): text;
        deserialize_str(): text;
        deserialize_string(): text;
        deserialize_identifier(): text;
        deserialize_bytes(): deserialize_any;
        deserialize_byte_buf(): deserialize_any;
        deserialize_unit(): nothing;
        deserialize_unit_struct(_name: &'static str): nothing;
        deserialize_seq(): list;
        deserialize_tuple(_n: usize): list;
        deserialize_tuple_struct(_name: &'static str, _n: usize): list;
    }

    /// What knows of this writes a tagged enum as one whose word stands before what it holds
    /// (`huiyin_derive::ReadTagged`); everywhere else in the app what is read is for people.
    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self {
            Self::Absent => Err(Unlike),
            Self::Null => visitor.visit_unit(),
            Self::Bool(it) => visitor.visit_bool(it),
            Self::Number(_) => self.number(visitor),
            Self::Text(it) | Self::Name(it) => visitor.visit_string(it),
            Self::List(_) => self.list(visitor),
            Self::Object(fields) => visitor.visit_map(Entries::of(fields)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self {
            Self::Bool(it) => visitor.visit_bool(it),
            _ => Err(Unlike),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self {
            Self::Absent | Self::Null => visitor.visit_none(),
            it => visitor.visit_some(it),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unlike> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self {
            Self::Object(fields) => visitor.visit_map(Entries::of(fields)),
            _ => Err(Unlike),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unlike> {
        self.object(fields, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unlike> {
        visitor.visit_enum(self.variant(name)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unlike> {
        match self {
            Self::Absent => Err(Unlike),
            _ => visitor.visit_unit(),
        }
    }
}

/// The things of a list, one by one.
struct Items(vec::IntoIter<Tree>);

impl<'de> SeqAccess<'de> for Items {
    type Error = Unlike;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unlike> {
        self.0.next().map(|it| seed.deserialize(it)).transpose()
    }
}

/// The fields of a struct in its own order, whatever order they were written in.
struct ByName {
    fields: Fields,
    names: slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for ByName {
    type Error = Unlike;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unlike> {
        let Some(name) = self.names.next() else { return Ok(None) };
        match self.fields.take(name) {
            // What may be missing is nothing then; for the rest a default stands in, or none does.
            Tree::Absent => Ok(seed.deserialize(Tree::Absent).ok()),
            it => seed.deserialize(it).map(Some),
        }
    }
}

/// What is found by names that are not known beforehand.
struct Entries {
    left: vec::IntoIter<(String, Tree)>,
    /// What belongs to the name that was read last.
    value: Tree,
}

impl Entries {
    fn of(Fields(fields): Fields) -> Self {
        Self { left: fields.into_iter(), value: Tree::Absent }
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Unlike;

    fn next_key_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unlike> {
        let Some((name, value)) = self.left.next() else { return Ok(None) };
        self.value = value;
        seed.deserialize(Tree::Name(name)).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Unlike> {
        seed.deserialize(std::mem::replace(&mut self.value, Tree::Absent))
    }
}

/// One of several.
struct Variant {
    word: String,
    holds: Tree,
}

impl Tree {
    /// The word, and what stands with it: beside it in an object that has a tag, else behind it.
    fn variant(self, name: &str) -> Result<Variant, Unlike> {
        match (self, name.strip_prefix("tag:")) {
            (Self::Object(mut fields), Some(tag)) => match fields.take(tag) {
                Self::Text(word) => Ok(Variant { word, holds: Self::Object(fields) }),
                _ => Err(Unlike),
            },
            (Self::Text(word) | Self::Name(word), None) => Ok(Variant { word, holds: Self::Null }),
            (Self::Object(Fields(fields)), None) => {
                let [(word, holds)]: [_; 1] = fields.try_into().map_err(|_| Unlike)?;
                Ok(Variant { word, holds })
            }
            _ => Err(Unlike),
        }
    }
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unlike;
    type Variant = Tree;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Tree), Unlike> {
        Ok((seed.deserialize(Tree::Text(self.word))?, self.holds))
    }
}

impl<'de> VariantAccess<'de> for Tree {
    type Error = Unlike;

    fn unit_variant(self) -> Result<(), Unlike> {
        match self {
            Self::Null | Self::Object(_) => Ok(()),
            _ => Err(Unlike),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Unlike> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _n: usize, visitor: V) -> Result<V::Value, Unlike> {
        self.list(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unlike> {
        self.object(fields, visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use serde::{Deserialize, de::DeserializeOwned};
    use serde_json::Value;
    use std::{collections::BTreeMap, fmt::Debug};

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(tag = "kind", rename_all = "snake_case")]
    enum Shape {
        Dot,
        Line { from: i64, to: Option<u64> },
        Whole(Box<Shapes>),
    }

    #[derive(Debug, PartialEq, Deserialize)]
    enum Plain {
        Dot,
        Number(Id),
        Pair(u8, char),
        Line { from: f64 },
    }

    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
    struct Id(u32);

    #[derive(Debug, PartialEq, Deserialize)]
    struct Shapes {
        all: Vec<Shape>,
        #[serde(default)]
        note: Option<String>,
        #[serde(default)]
        plain: Vec<Plain>,
        #[serde(default)]
        by_number: BTreeMap<Id, (bool, ())>,
    }

    fn is_read_as_ever<T: DeserializeOwned + PartialEq + Debug>(text: &str) {
        let ever: T = serde_json::from_str(text).unwrap();
        assert_eq!(read::<T>(text).unwrap(), ever);
    }

    #[test]
    fn whatever_the_server_writes_is_read_as_ever() {
        for text in ["null", "1", "-7", "1.5", "\"回\\n音\"", "[]", "[1,[2,null]]", "{\"a\":{}}"]
        {
            is_read_as_ever::<Value>(text);
        }
        is_read_as_ever::<Shapes>(
            r#"{"all":[{"kind":"dot"},{"kind":"line","from":-1,"to":null},
            {"to":3,"from":2,"kind":"line"},{"kind":"whole","all":[]}],"later":[{"a":1}],
            "note":"w","plain":["Dot",{"Number":7},{"Pair":[1,"中"]},{"Line":{"from":0.5}}],
            "by_number":{"12":[true,null]}}"#,
        );
        is_read_as_ever::<Option<u32>>("null");
        is_read_as_ever::<(u32, String)>(" [1,\"a\"] ");
    }

    #[test]
    fn what_is_no_json_or_more_than_one_thing_is_refused() {
        for text in ["", "{", "1,2", "1]", "<!doctype html>", "nul"] {
            assert!(read::<Value>(text).is_err(), "{text}");
        }
        assert!(read::<u32>("\"1\"").is_err());
        assert!(read::<Shape>(r#"{"kind":"circle"}"#).is_err());
        assert!(read::<Shapes>("[[]]").is_err(), "a struct is an object");
    }
}
