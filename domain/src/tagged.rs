//! Enums that are told apart by a field which stands first, as everything here is written.
use serde::de::{
    Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor, value::MapAccessDeserializer,
};
use std::{fmt, marker::PhantomData};

/// An enum whose variants are told apart by a field; `#[derive(ReadTagged)]` writes this.
pub trait TagFirst<'de>: Sized {
    /// The name of the field.
    const TAG: &'static str;
    /// What it can say.
    const WORDS: &'static [&'static str];

    /// Reads what the variant holds that `word` names.
    ///
    /// # Errors
    ///
    /// No variant has this word, or holds this.
    fn read<A: MapAccess<'de>>(word: &str, from: A) -> Result<Self, A::Error>;
}

/// Reads such an enum from an object that begins with its tag.
///
/// # Errors
///
/// It is no object, begins otherwise, or is not what the tag says.
pub fn read<'de, T: TagFirst<'de>, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    from.deserialize_map(Reader(PhantomData))
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: TagFirst<'de>> Visitor<'de> for Reader<T> {
    type Value = T;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<T, A::Error> {
        let word = word(&mut from, T::TAG)?;
        T::read(&word, from)
    }
}

fn word<'de, A: MapAccess<'de>>(from: &mut A, tag: &'static str) -> Result<String, A::Error> {
    match from.next_key::<String>()? {
        Some(key) if key == tag => from.next_value(),
        Some(_) | None => Err(A::Error::missing_field(tag)),
    }
}

/// What stands behind the tag, as a type of its own.
///
/// # Errors
///
/// It is something else.
pub fn held<'de, T: Deserialize<'de>, A: MapAccess<'de>>(from: A) -> Result<T, A::Error> {
    T::deserialize(MapAccessDeserializer::new(from))
}

/// Leaves out whatever stands behind the tag.
///
/// # Errors
///
/// It is no JSON.
pub fn skip<'de, A: MapAccess<'de>>(from: &mut A) -> Result<(), A::Error> {
    while from.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{TagFirst, read};
    use huiyin_derive::ReadTagged;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, ReadTagged)]
    #[serde(tag = "kind", rename_all = "snake_case")]
    enum Shape {
        Dot,
        WideLine {
            #[serde(default)]
            from: Option<i64>,
            to: Vec<Shape>,
        },
        #[serde(rename = "all")]
        Whole(Named),
        Inner(Box<Place>),
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Named {
        name: String,
    }

    #[derive(Debug, PartialEq, Serialize, ReadTagged)]
    #[serde(tag = "place", rename_all = "snake_case")]
    enum Place {
        Here,
        There { far: u32 },
    }

    fn tag_first(text: &str) -> serde_json::Result<Shape> {
        let mut from = serde_json::Deserializer::from_str(text);
        let shape = read(&mut from)?;
        from.end()?;
        Ok(shape)
    }

    #[test]
    fn what_is_written_is_read_from_the_tag_on_as_serde_reads_it() {
        let inner = |place| Shape::Inner(Box::new(place));
        let line = Shape::WideLine { from: Some(-1), to: vec![Shape::Dot, inner(Place::Here)] };
        let whole = Shape::Whole(Named { name: "回".to_owned() });
        for shape in [Shape::Dot, line, whole, inner(Place::There { far: 7 })] {
            let text = serde_json::to_string(&shape).unwrap();
            assert_eq!(tag_first(&text).unwrap(), shape);
            assert_eq!(serde_json::from_str::<Shape>(&text).unwrap(), shape);
        }
        assert_eq!(Shape::WORDS, ["dot", "wide_line", "all", "inner"]);
    }

    #[test]
    fn a_tag_behind_is_read_where_others_write_and_refused_where_only_we_do() {
        let behind = r#"{"to":[],"kind":"wide_line"}"#;
        assert!(serde_json::from_str::<Shape>(behind).is_ok());
        assert!(tag_first(behind).is_err());
        for text in [r#"{"kind":"circle"}"#, "{}", "[]", r#"{"kind":"all"}"#, r#"{"kind":"dot""#] {
            assert!(tag_first(text).is_err(), "{text}");
            assert!(serde_json::from_str::<Shape>(text).is_err(), "{text}");
        }
        assert_eq!(tag_first(r#"{"kind":"dot","later":[{"a":1}]}"#).unwrap(), Shape::Dot);
        let rest = r#"{"kind":"wide_line","later":1,"to":[]}"#;
        assert_eq!(tag_first(rest).unwrap(), Shape::WideLine { from: None, to: vec![] });
    }
}
