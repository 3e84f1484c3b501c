//! Reading JSON as the server writes it: every struct is an object.
//!
//! `serde_json` reads a struct from a list as well, and so each type is compiled twice over, once
//! by its names and once by its places. Here lists are for what has no names.
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use std::fmt;

/// What `text` says, in JSON.
///
/// # Errors
///
/// It is no JSON, or not what was asked for.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    let mut from = serde_json::Deserializer::from_str(text);
    let it = T::deserialize(ByName(&mut from))?;
    from.end()?;
    Ok(it)
}

/// Reads as what it holds does, and structs from objects only.
struct ByName<T>(T);

macro_rules! read_as_it_does {
    ($($read:ident)*) => {$(
        fn $read<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.0.$read(visitor)
        }
    )*};
}

macro_rules! read_parts {
    ($($read:ident($($name:ident: $type:ty),*) as $as:ident with $parts:ident;)*) => {$(
        fn $read<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.0.$as($($name,)* $parts(visitor))
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for ByName<D> {
    type Error = D::Error;

    read_as_it_does! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f32
        deserialize_f64 deserialize_char deserialize_str deserialize_string deserialize_bytes
        deserialize_byte_buf deserialize_unit deserialize_identifier deserialize_ignored_any
    }

    read_parts! {
        deserialize_any() as deserialize_any with Anything;
        deserialize_option() as deserialize_option with Perhaps;
        deserialize_newtype_struct(name: &'static str) as deserialize_newtype_struct with Wrapped;
        deserialize_seq() as deserialize_seq with List;
        deserialize_tuple(n: usize) as deserialize_tuple with List;
        deserialize_tuple_struct(name: &'static str, n: usize) as deserialize_tuple_struct with List;
        deserialize_map() as deserialize_map with Object;
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
            as deserialize_enum with Variant;
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_unit_struct(name, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Object(visitor))
    }
}

macro_rules! visitors {
    ($($(#[$doc:meta])* $name:ident { $($visits:item)* })*) => {$(
        $(#[$doc])*
        struct $name<V>(V);

        impl<'de, V: Visitor<'de>> Visitor<'de> for $name<V> {
            type Value = V::Value;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.expecting(to)
            }

            $($visits)*
        }
    )*};
}

visitors! {
    /// A list.
    List {
        fn visit_seq<A: SeqAccess<'de>>(self, from: A) -> Result<V::Value, A::Error> {
            self.0.visit_seq(ByName(from))
        }
    }

    /// An object.
    Object {
        fn visit_map<A: MapAccess<'de>>(self, from: A) -> Result<V::Value, A::Error> {
            self.0.visit_map(ByName(from))
        }
    }

    /// What may be missing.
    Perhaps {
        fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
            self.0.visit_unit()
        }

        fn visit_none<E: Error>(self) -> Result<V::Value, E> {
            self.0.visit_none()
        }

        fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<V::Value, D::Error> {
            self.0.visit_some(ByName(from))
        }
    }

    /// A type around another.
    Wrapped {
        fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<V::Value, D::Error> {
            self.0.visit_newtype_struct(ByName(from))
        }
    }

    /// One of several.
    Variant {
        fn visit_enum<A: EnumAccess<'de>>(self, from: A) -> Result<V::Value, A::Error> {
            self.0.visit_enum(ByName(from))
        }
    }

    /// Whatever stands there.
    Anything {
        fn visit_bool<E: Error>(self, it: bool) -> Result<V::Value, E> {
            self.0.visit_bool(it)
        }

        fn visit_i64<E: Error>(self, it: i64) -> Result<V::Value, E> {
            self.0.visit_i64(it)
        }

        fn visit_u64<E: Error>(self, it: u64) -> Result<V::Value, E> {
            self.0.visit_u64(it)
        }

        fn visit_f64<E: Error>(self, it: f64) -> Result<V::Value, E> {
            self.0.visit_f64(it)
        }

        fn visit_str<E: Error>(self, it: &str) -> Result<V::Value, E> {
            self.0.visit_str(it)
        }

        fn visit_borrowed_str<E: Error>(self, it: &'de str) -> Result<V::Value, E> {
            self.0.visit_borrowed_str(it)
        }

        fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
            self.0.visit_unit()
        }

        fn visit_seq<A: SeqAccess<'de>>(self, from: A) -> Result<V::Value, A::Error> {
            self.0.visit_seq(ByName(from))
        }

        fn visit_map<A: MapAccess<'de>>(self, from: A) -> Result<V::Value, A::Error> {
            self.0.visit_map(ByName(from))
        }
    }
}

impl<'de, T: DeserializeSeed<'de>> DeserializeSeed<'de> for ByName<T> {
    type Value = T::Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T::Value, D::Error> {
        self.0.deserialize(ByName(from))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for ByName<A> {
    type Error = A::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, A::Error> {
        self.0.next_element_seed(ByName(seed))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for ByName<A> {
    type Error = A::Error;

    fn next_key_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, A::Error> {
        self.0.next_key_seed(seed)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, A::Error> {
        self.0.next_value_seed(ByName(seed))
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for ByName<A> {
    type Error = A::Error;
    type Variant = ByName<A::Variant>;

    fn variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<(T::Value, Self::Variant), A::Error> {
        self.0.variant_seed(seed).map(|(name, holds)| (name, ByName(holds)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for ByName<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.0.unit_variant()
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, A::Error> {
        self.0.newtype_variant_seed(ByName(seed))
    }

    fn tuple_variant<V: Visitor<'de>>(self, n: usize, visitor: V) -> Result<V::Value, A::Error> {
        self.0.tuple_variant(n, List(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.0.struct_variant(fields, Object(visitor))
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
