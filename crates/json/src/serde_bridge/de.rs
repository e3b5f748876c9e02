//! From a JSON value to serde's derived types.

use super::REST;
use crate::{BoxedMismatch, Expected, Json, Map, Mismatch, MismatchKind};
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;
use std::{iter, slice};

/// Reads a type from a JSON value.
///
/// A field of a struct that is named `*` receives every key of the object that no other field has, as an
/// [`crate::Unknown`]; a struct without one passes over them. `null` stands for nothing: what is not there is absent.
///
/// # Errors
/// The first [`Mismatch`] in the order of the type's fields.
pub fn from_json<T: DeserializeOwned>(json: &Json) -> Result<T, Mismatch> {
    T::deserialize(Node { json, known: &[] }).map_err(|fault| *fault.0)
}

/// A value; where it is the content of a `*` field, the whole object less the fields that are known.
#[derive(Clone, Copy)]
struct Node<'a> {
    json: &'a Json,
    known: &'static [&'static str],
}

impl<'a> Node<'a> {
    fn text(self) -> Result<&'a str, BoxedMismatch> {
        self.json.as_str().ok_or_else(|| BoxedMismatch::wrong(Expected::Text))
    }

    /// The text of a whole number.
    fn integer(self) -> Result<&'a str, BoxedMismatch> {
        match self.json {
            Json::Number(text) if text != "-0" && text.bytes().all(|b| b == b'-' || b.is_ascii_digit()) => Ok(text),
            _ => Err(BoxedMismatch::wrong(Expected::Integer)),
        }
    }

    fn unsigned(self) -> Result<u64, BoxedMismatch> {
        self.integer()?.parse().map_err(|_| BoxedMismatch::new(MismatchKind::OutOfRange))
    }

    fn signed(self) -> Result<i64, BoxedMismatch> {
        self.integer()?.parse().map_err(|_| BoxedMismatch::new(MismatchKind::OutOfRange))
    }

    fn items(self) -> Result<Items<'a>, BoxedMismatch> {
        match self.json {
            Json::Array(items) => Ok(Items(items.iter().enumerate())),
            _ => Err(BoxedMismatch::wrong(Expected::List)),
        }
    }

    fn object(self) -> Result<&'a Map<Json>, BoxedMismatch> {
        match self.json {
            Json::Object(fields) => Ok(fields),
            _ => Err(BoxedMismatch::wrong(Expected::Object)),
        }
    }

    fn entries(self) -> Result<Entries<'a>, BoxedMismatch> {
        Ok(Entries { iter: self.object()?.entries().iter(), known: self.known, current: None })
    }
}

macro_rules! integers {
    ($visit:ident, $read:ident: $($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, BoxedMismatch> {
            visitor.$visit(self.$read()?)
        })*
    };
}

impl<'de> Deserializer<'de> for Node<'_> {
    type Error = BoxedMismatch;

    /// Only [`Json`] asks for this; it takes a number as a newtype of its text.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, BoxedMismatch> {
        match self.json {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(text) => visitor.visit_newtype_struct(StrDeserializer::new(text)),
            Json::String(text) => visitor.visit_str(text),
            Json::Array(_) => visitor.visit_seq(self.items()?),
            Json::Object(_) => visitor.visit_map(self.entries()?),
        }
    }

    integers! { visit_u64, unsigned: deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 }
    integers! { visit_i64, signed: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 }

    forward_to_deserialize_any! { i128 u128 f32 f64 bytes byte_buf tuple_struct identifier }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, BoxedMismatch> {
        match self.json {
            Json::Bool(value) => visitor.visit_bool(*value),
            _ => Err(BoxedMismatch::wrong(Expected::Boolean)),
        }
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, BoxedMismatch> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, BoxedMismatch> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, BoxedMismatch> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, BoxedMismatch> {
        visitor.visit_some(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, BoxedMismatch> {
        match self.json {
            Json::Null => visitor.visit_unit(),
            _ => Err(BoxedMismatch::wrong(Expected::Other)),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, BoxedMismatch> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, BoxedMismatch> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, BoxedMismatch> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, BoxedMismatch> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, BoxedMismatch> {
        visitor.visit_map(self.entries()?)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, BoxedMismatch> {
        let object = self.object()?;
        visitor.visit_map(Fields { json: self.json, object, known: fields, names: fields.iter(), current: None })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, BoxedMismatch> {
        let variant = match self.json {
            Json::Object(fields) if fields.len() == 1 => {
                fields.iter().next().map(|(name, content)| Variant { name, content: Some(content) })
            }
            _ => None,
        };
        match variant {
            Some(variant) => visitor.visit_enum(variant),
            None => visitor.visit_enum(Variant { name: self.text()?, content: None }),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, BoxedMismatch> {
        visitor.visit_unit()
    }
}

/// The items of a list.
struct Items<'a>(iter::Enumerate<slice::Iter<'a, Json>>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = BoxedMismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, BoxedMismatch> {
        let Some((index, json)) = self.0.next() else { return Ok(None) };
        seed.deserialize(Node { json, known: &[] }).map(Some).map_err(|fault| fault.in_item(index))
    }
}

/// The entries of a map, less the keys that are known.
struct Entries<'a> {
    iter: slice::Iter<'a, (String, Json)>,
    known: &'static [&'static str],
    current: Option<(&'a str, &'a Json)>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = BoxedMismatch;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, BoxedMismatch> {
        let known = self.known;
        // A key that is itself called `*` is no field of any struct.
        let is_unknown = |key: &str| key == REST || !known.contains(&key);
        self.current = self.iter.by_ref().map(|(key, value)| (key.as_str(), value)).find(|(key, _)| is_unknown(key));
        self.current.map(|(key, _)| seed.deserialize(StrDeserializer::new(key))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, BoxedMismatch> {
        let (key, json) = self.current.take().ok_or_else(|| BoxedMismatch::wrong(Expected::Other))?;
        seed.deserialize(Node { json, known: &[] }).map_err(|fault| fault.in_field(key))
    }
}

/// The fields of a struct, in the order of the struct.
struct Fields<'a> {
    json: &'a Json,
    object: &'a Map<Json>,
    known: &'static [&'static str],
    names: slice::Iter<'static, &'static str>,
    current: Option<(&'static str, Node<'a>)>,
}

impl<'a> Fields<'a> {
    fn advance(&mut self) -> Option<(&'static str, Node<'a>)> {
        self.names.by_ref().find_map(|name| {
            if *name == REST {
                return Some((*name, Node { json: self.json, known: self.known }));
            }
            self.object.get(name).map(|json| (*name, Node { json, known: &[] }))
        })
    }
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = BoxedMismatch;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, BoxedMismatch> {
        self.current = self.advance();
        self.current.map(|(name, _)| seed.deserialize(StrDeserializer::new(name))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, BoxedMismatch> {
        let (name, node) = self.current.take().ok_or_else(|| BoxedMismatch::wrong(Expected::Other))?;
        seed.deserialize(node).map_err(|fault| fault.in_field(name))
    }
}

/// A variant of an enum: its name alone, or an object of one field.
struct Variant<'a> {
    name: &'a str,
    content: Option<&'a Json>,
}

impl<'a> Variant<'a> {
    fn node(&self) -> Result<Node<'a>, BoxedMismatch> {
        let json = self.content.ok_or_else(|| BoxedMismatch::wrong(Expected::Object))?;
        Ok(Node { json, known: &[] })
    }
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = BoxedMismatch;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), BoxedMismatch> {
        let name: StrDeserializer<'_, BoxedMismatch> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = BoxedMismatch;

    fn unit_variant(self) -> Result<(), BoxedMismatch> {
        if self.content.is_none() { Ok(()) } else { Err(BoxedMismatch::wrong(Expected::Text)) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, BoxedMismatch> {
        seed.deserialize(self.node()?).map_err(|fault| fault.in_field(self.name))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, BoxedMismatch> {
        self.node()?.deserialize_tuple(len, visitor).map_err(|fault| fault.in_field(self.name))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, BoxedMismatch> {
        self.node()?.deserialize_struct("", fields, visitor).map_err(|fault| fault.in_field(self.name))
    }
}
