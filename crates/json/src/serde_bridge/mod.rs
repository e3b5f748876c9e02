//! A second way from JSON to typed data and back, through serde's traits. Tests compare the product's own way with it.

mod de;
mod ser;

use crate::{BoxedMismatch, Expected, Json, Map, MismatchKind, Unknown};
pub use de::from_json;
pub use ser::to_json;
use serde::de::{Error, Expected as SerdeExpected, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// The name of the field that takes what the other fields of a struct do not, as an [`Unknown`].
const REST: &str = "*";

/// The name under which a number's text passes through serde.
const NUMBER: &str = "json::Number";

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(text) => serializer.serialize_newtype_struct(NUMBER, text),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(fields) => fields.serialize(serializer),
        }
    }
}

impl Serialize for Unknown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

impl<'de> Deserialize<'de> for Unknown {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(Self)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    /// A number, as its text.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        String::deserialize(deserializer).map(Json::Number)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        Ok(Json::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Json::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
        let mut object = Map::new();
        while let Some((key, value)) = fields.next_entry()? {
            object.insert(key, value);
        }
        Ok(Json::Object(object))
    }
}

impl<V: Serialize> Serialize for Map<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Map<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::deserialize(deserializer).map(|map| map.into_iter().collect())
    }
}

impl Error for BoxedMismatch {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(MismatchKind::UnknownValue { found: message.to_string() })
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn SerdeExpected) -> Self {
        Self::wrong(Expected::Other)
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn SerdeExpected) -> Self {
        Self::new(MismatchKind::OutOfRange)
    }

    fn invalid_length(_: usize, _: &dyn SerdeExpected) -> Self {
        Self::wrong(Expected::List)
    }

    fn unknown_variant(variant: &str, _: &'static [&'static str]) -> Self {
        Self::new(MismatchKind::UnknownValue { found: variant.to_owned() })
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self::wrong(Expected::Other)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(MismatchKind::Missing { field })
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self::wrong(Expected::Other)
    }
}
