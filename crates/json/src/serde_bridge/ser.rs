//! From serde's derived types to a JSON value.

use super::{NUMBER, REST};
use crate::{Json, Map};
use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    Serializer,
};
use std::fmt;

/// The JSON value of a type that this format can hold: texts, integers, booleans, lists, structs, maps with texts as
/// keys, enums (a variant without content as its name, another as an object of one field). A field that is `None` is
/// left out. Fractions, bytes and tuple structs are beyond the format; a type that holds one becomes `null`.
///
/// The field that is named `*` is merged into its object (see [`super::from_json`]).
#[must_use]
pub fn to_json<T: Serialize + ?Sized>(value: &T) -> Json {
    value.serialize(ToJson).unwrap_or(Json::Null)
}

struct ToJson;

/// The type holds something that the format does not have.
#[derive(Debug)]
struct Unsupported;

impl fmt::Display for Unsupported {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("unsupported")
    }
}

impl std::error::Error for Unsupported {}

impl Error for Unsupported {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Outcome = Result<Json, Unsupported>;

struct ListWriter(Vec<Json>);

struct ObjectWriter {
    fields: Map<Json>,
    /// The key whose value comes next.
    key: String,
    /// The enum variant whose content this is.
    variant: Option<&'static str>,
}

impl ObjectWriter {
    fn new(variant: Option<&'static str>) -> Self {
        Self { fields: Map::new(), key: String::new(), variant }
    }

    fn put_field(&mut self, name: &'static str, value: Json) {
        match value {
            Json::Object(rest) if name == REST => {
                for (key, value) in rest {
                    if !self.fields.contains_key(&key) {
                        self.fields.insert(key, value);
                    }
                }
            }
            Json::Null => {}
            value => {
                self.fields.insert(name.to_owned(), value);
            }
        }
    }

    fn finish(self) -> Json {
        let object = Json::Object(self.fields);
        match self.variant {
            Some(variant) => tagged(variant, object),
            None => object,
        }
    }
}

fn tagged(variant: &'static str, content: Json) -> Json {
    Json::Object(Map::from([(variant.to_owned(), content)]))
}

macro_rules! integers {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Outcome {
            Ok(Json::Number(value.to_string()))
        })*
    };
}

macro_rules! unsupported {
    ($($method:ident($($type:ty),*) -> $result:ty;)*) => {
        $(fn $method(self, $(_: $type),*) -> Result<$result, Unsupported> {
            Err(Unsupported)
        })*
    };
}

impl Serializer for ToJson {
    type Ok = Json;
    type Error = Unsupported;
    type SerializeSeq = ListWriter;
    type SerializeTuple = ListWriter;
    type SerializeTupleStruct = Impossible<Json, Unsupported>;
    type SerializeTupleVariant = Impossible<Json, Unsupported>;
    type SerializeMap = ObjectWriter;
    type SerializeStruct = ObjectWriter;
    type SerializeStructVariant = ObjectWriter;

    integers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    }

    unsupported! {
        serialize_f32(f32) -> Json;
        serialize_f64(f64) -> Json;
        serialize_bytes(&[u8]) -> Json;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
    }

    fn serialize_bool(self, value: bool) -> Outcome {
        Ok(Json::Bool(value))
    }

    fn serialize_char(self, value: char) -> Outcome {
        Ok(Json::String(value.to_string()))
    }

    fn serialize_str(self, value: &str) -> Outcome {
        Ok(Json::String(value.to_owned()))
    }

    fn serialize_none(self) -> Outcome {
        Ok(Json::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Outcome {
        Ok(Json::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Outcome {
        Ok(Json::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Outcome {
        Ok(Json::String(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Outcome {
        match value.serialize(self)? {
            Json::String(text) if name == NUMBER => Ok(Json::Number(text)),
            json => Ok(json),
        }
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Outcome {
        Ok(tagged(variant, value.serialize(self)?))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<ListWriter, Unsupported> {
        Ok(ListWriter(Vec::new()))
    }

    fn serialize_tuple(self, _: usize) -> Result<ListWriter, Unsupported> {
        Ok(ListWriter(Vec::new()))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<ObjectWriter, Unsupported> {
        Ok(ObjectWriter::new(None))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<ObjectWriter, Unsupported> {
        Ok(ObjectWriter::new(None))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<ObjectWriter, Unsupported> {
        Ok(ObjectWriter::new(Some(variant)))
    }
}

impl SerializeSeq for ListWriter {
    type Ok = Json;
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        self.0.push(value.serialize(ToJson)?);
        Ok(())
    }

    fn end(self) -> Outcome {
        Ok(Json::Array(self.0))
    }
}

impl SerializeTuple for ListWriter {
    type Ok = Json;
    type Error = Unsupported;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Outcome {
        SerializeSeq::end(self)
    }
}

impl SerializeMap for ObjectWriter {
    type Ok = Json;
    type Error = Unsupported;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsupported> {
        match key.serialize(ToJson)? {
            Json::String(text) => self.key = text,
            _ => return Err(Unsupported),
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        let key = std::mem::take(&mut self.key);
        self.fields.insert(key, value.serialize(ToJson)?);
        Ok(())
    }

    fn end(self) -> Outcome {
        Ok(self.finish())
    }
}

impl SerializeStruct for ObjectWriter {
    type Ok = Json;
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Unsupported> {
        self.put_field(name, value.serialize(ToJson)?);
        Ok(())
    }

    fn end(self) -> Outcome {
        Ok(self.finish())
    }
}

impl SerializeStructVariant for ObjectWriter {
    type Ok = Json;
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Unsupported> {
        SerializeStruct::serialize_field(self, name, value)
    }

    fn end(self) -> Outcome {
        Ok(self.finish())
    }
}
