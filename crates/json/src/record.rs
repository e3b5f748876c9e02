//! Typed data from and to JSON, with little code: a type lists its fields once, for reading and for writing.
//!
//! serde generates code for every type, which would add some 60 KiB to the product; a list takes 20 bytes a field. The attributes
//! [`record`](super::record) and [`choice`](super::choice) write the list.

use super::map::Map;
use super::mismatch::{BoxedMismatch, Expected, Mismatch, MismatchKind};
use super::value::{Json, Unknown};
use std::mem;

/// What can be in a document.
pub trait Value {
    /// Becomes what the document says.
    ///
    /// # Errors
    /// The first [`Mismatch`] in the order of the type's fields.
    fn read(&mut self, json: Json) -> Result<(), BoxedMismatch>;

    /// What a document says of it. Texts move into the document, so that what remains here is without them.
    fn write(&mut self) -> Json;
}

/// A type that is an object.
pub trait Record {
    /// Hands each field to `fields`, by its name in the document.
    fn fields(&mut self, fields: &mut Fields<'_>);
}

/// An enum, each variant of which is a text.
pub trait TextChoice: Copy + PartialEq + 'static {
    /// The variants.
    const ALL: &'static [Self];
    /// Their texts, in the same order.
    const NAMES: &'static [&'static str];
}

/// Reads a type from a JSON value.
///
/// # Errors
/// The first [`Mismatch`] in the order of the type's fields.
pub fn read_as<T: Value + Default>(json: Json) -> Result<T, Mismatch> {
    let mut value = T::default();
    value.read(json).map_err(|fault| *fault.0)?;
    Ok(value)
}

/// The JSON value of a type.
pub fn written<T: Value>(mut value: T) -> Json {
    value.write()
}

/// The fields of an object that is being read or written.
pub struct Fields<'a> {
    object: &'a mut Map<Json>,
    is_writing: bool,
    wrong: Option<BoxedMismatch>,
    missing: Option<&'static str>,
}

impl Fields<'_> {
    /// A field that must be there.
    pub fn required(&mut self, name: &'static str, value: &mut dyn Value) {
        self.field(name, value, true);
    }

    /// A field that is absent where it is empty: nothing, `false`, a text, list or object without content.
    pub fn optional(&mut self, name: &'static str, value: &mut dyn Value) {
        self.field(name, value, false);
    }

    /// What no other field takes; to be listed last.
    pub fn unknown(&mut self, unknown: &mut Unknown) {
        if !self.is_writing {
            unknown.0 = mem::take(self.object);
            return;
        }
        for (key, value) in mem::take(&mut unknown.0) {
            if !self.object.contains_key(&key) {
                self.object.insert(key, value);
            }
        }
    }

    /// Refuses what no other field takes; to be listed last.
    pub fn nothing_else(&mut self) {
        if !self.is_writing && self.wrong.is_none() && self.missing.is_none() {
            let other = mem::take(self.object).into_iter().next();
            self.wrong = other.map(|(field, _)| BoxedMismatch::new(MismatchKind::Unknown { field }));
        }
    }

    #[inline(never)]
    fn field(&mut self, name: &'static str, value: &mut dyn Value, is_required: bool) {
        if self.is_writing {
            let json = value.write();
            if is_required || !is_empty(&json) {
                self.object.insert(name.to_owned(), json);
            }
        } else if self.wrong.is_none() {
            match self.object.remove(name) {
                Some(json) => self.wrong = value.read(json).err().map(|fault| fault.in_field(name)),
                None if is_required => self.missing = self.missing.or(Some(name)),
                None => {}
            }
        }
    }
}

fn is_empty(json: &Json) -> bool {
    match json {
        Json::Null | Json::Bool(false) => true,
        Json::Bool(true) | Json::Number(_) => false,
        Json::String(text) => text.is_empty(),
        Json::Array(items) => items.is_empty(),
        Json::Object(fields) => fields.is_empty(),
    }
}

fn read_record(record: &mut dyn Record, json: Json) -> Result<(), BoxedMismatch> {
    let mut object = object(json)?;
    let mut fields = Fields { object: &mut object, is_writing: false, wrong: None, missing: None };
    record.fields(&mut fields);
    match (fields.wrong, fields.missing) {
        (Some(wrong), _) => Err(wrong),
        (None, Some(field)) => Err(BoxedMismatch::new(MismatchKind::Missing { field })),
        (None, None) => Ok(()),
    }
}

fn write_record(record: &mut dyn Record) -> Json {
    let mut object = Map::new();
    record.fields(&mut Fields { object: &mut object, is_writing: true, wrong: None, missing: None });
    Json::Object(object)
}

fn object(json: Json) -> Result<Map<Json>, BoxedMismatch> {
    match json {
        Json::Object(fields) => Ok(fields),
        _ => Err(BoxedMismatch::wrong(Expected::Object)),
    }
}

fn text(json: Json) -> Result<String, BoxedMismatch> {
    match json {
        Json::String(text) => Ok(text),
        _ => Err(BoxedMismatch::wrong(Expected::Text)),
    }
}

fn integer(json: &Json) -> Result<u64, BoxedMismatch> {
    match json {
        Json::Number(text) if text != "-0" && text.bytes().all(|b| b == b'-' || b.is_ascii_digit()) => {
            text.parse().map_err(|_| BoxedMismatch::new(MismatchKind::OutOfRange))
        }
        _ => Err(BoxedMismatch::wrong(Expected::Integer)),
    }
}

fn read_items(json: Json, read: &mut dyn FnMut(Json) -> Result<(), BoxedMismatch>) -> Result<(), BoxedMismatch> {
    let Json::Array(items) = json else { return Err(BoxedMismatch::wrong(Expected::List)) };
    for (index, item) in items.into_iter().enumerate() {
        read(item).map_err(|fault| fault.in_item(index))?;
    }
    Ok(())
}

impl<T: Record> Value for T {
    fn read(&mut self, json: Json) -> Result<(), BoxedMismatch> {
        read_record(self, json)
    }

    fn write(&mut self) -> Json {
        write_record(self)
    }
}

impl Value for String {
    fn read(&mut self, json: Json) -> Result<(), BoxedMismatch> {
        *self = text(json)?;
        Ok(())
    }

    fn write(&mut self) -> Json {
        Json::String(mem::take(self))
    }
}

impl Value for bool {
    fn read(&mut self, json: Json) -> Result<(), BoxedMismatch> {
        match json {
            Json::Bool(value) => *self = value,
            _ => return Err(BoxedMismatch::wrong(Expected::Boolean)),
        }
        Ok(())
    }

    fn write(&mut self) -> Json {
        Json::Bool(*self)
    }
}

impl Value for u64 {
    fn read(&mut self, json: Json) -> Result<(), BoxedMismatch> {
        *self = integer(&json)?;
        Ok(())
    }

    fn write(&mut self) -> Json {
        Json::Number(self.to_string())
    }
}

impl Value for u32 {
    fn read(&mut self, json: Json) -> Result<(), BoxedMismatch> {
        *self = integer(&json)?.try_into().map_err(|_| BoxedMismatch::new(MismatchKind::OutOfRange))?;
        Ok(())
    }

    fn write(&mut self) -> Json {
        u64::from(*self).write()
    }
}

impl<T: Value + Default> Value for Option<T> {
    fn read(&mut self, json: Json) -> Result<(), BoxedMismatch> {
        self.insert(T::default()).read(json)
    }

    fn write(&mut self) -> Json {
        self.as_mut().map_or(Json::Null, Value::write)
    }
}

impl<T: Value + Default> Value for Vec<T> {
    fn read(&mut self, json: Json) -> Result<(), BoxedMismatch> {
        if let Json::Array(items) = &json {
            // Growing step by step would take up to three times the memory.
            self.reserve_exact(items.len());
        }
        read_items(json, &mut |item| {
            let mut value = T::default();
            value.read(item)?;
            self.push(value);
            Ok(())
        })
    }

    fn write(&mut self) -> Json {
        Json::Array(self.iter_mut().map(|value| value as &mut dyn Value).map(Value::write).collect())
    }
}

impl<T: Value + Default> Value for Map<T> {
    fn read(&mut self, json: Json) -> Result<(), BoxedMismatch> {
        let fields = object(json)?;
        self.reserve(fields.len());
        for (key, json) in fields {
            let mut value = T::default();
            value.read(json).map_err(|fault| fault.in_field(&key))?;
            self.insert(key, value);
        }
        Ok(())
    }

    fn write(&mut self) -> Json {
        Json::Object(mem::take(self).into_iter().map(|(key, mut value)| (key, value.write())).collect())
    }
}

/// Reads the variant of that text.
pub fn read_choice<T: TextChoice>(json: Json) -> Result<T, BoxedMismatch> {
    let at = place_of_name(json, T::NAMES)?;
    T::ALL.get(at).copied().ok_or_else(|| BoxedMismatch::new(MismatchKind::OutOfRange))
}

/// The text of the variant.
pub fn write_choice<T: TextChoice>(choice: T) -> Json {
    name_at(T::ALL.iter().position(|other| *other == choice), T::NAMES)
}

/// Once for all types, as is the next.
#[inline(never)]
fn place_of_name(json: Json, names: &[&str]) -> Result<usize, BoxedMismatch> {
    let found = text(json)?;
    let at = names.iter().position(|name| *name == found);
    at.ok_or_else(|| BoxedMismatch::new(MismatchKind::UnknownValue { found }))
}

#[inline(never)]
fn name_at(at: Option<usize>, names: &[&str]) -> Json {
    at.and_then(|at| names.get(at)).map_or(Json::Null, |name| Json::String((*name).to_owned()))
}

/// Whether nothing was filled in: of what is optional, serde leaves that out.
#[cfg(any(test, feature = "serde"))]
pub fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
