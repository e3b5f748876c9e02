//! Strict reading: what is not exactly right is refused with its place, before it costs memory.

use super::limits::{Limits, memory};
use super::map::Gathering;
use super::place::{DocumentPlace, push_index, push_key};
use super::refusal::{Cause, ReadError, is_forbidden};
use super::value::Json;

/// Reads a document in UTF-8, with or without a byte order mark.
///
/// # Errors
/// The first cause of refusal, with its place.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Json, ReadError> {
    read_counted(bytes, limits).map(|(document, _)| document)
}

/// The same, with the bytes of memory that its values may take, by the reckoning of the limits.
///
/// # Errors
/// As [`read`].
pub fn read_counted(bytes: &[u8], limits: &Limits) -> Result<(Json, usize), ReadError> {
    let refuse = |cause| Err(ReadError { cause, place: DocumentPlace::start() });
    if bytes.len() > limits.bytes {
        return refuse(Cause::TooLarge { size: bytes.len(), limit: limits.bytes });
    }
    if is_utf16(bytes) {
        return refuse(Cause::Utf16);
    }
    let mut reader = Reader::new(bytes, limits, &|_, _| false);
    let document = reader.document().map_err(|cause| ReadError { cause, place: reader.place() })?;
    let taken = limits.memory_for(reader.text.len()) - reader.memory;
    Ok((document, reader.text.len() + taken))
}

/// Reads what there is of a document before the first thing that refuses it: lists and objects that are open there end with
/// their last whole item. Nothing, where the document is refused as a whole.
#[must_use]
pub fn read_start(bytes: &[u8], limits: &Limits) -> Option<(Json, ReadError)> {
    if bytes.len() > limits.bytes || is_utf16(bytes) {
        return None;
    }
    let mut reader = Reader::new(bytes, limits, &|_, _| false);
    reader.is_tolerant = true;
    let start = reader.value(false).ok()?;
    Some((start, reader.cut?))
}

/// The place of the value that has this path; the start, where none has.
#[must_use]
pub fn place_of_path(bytes: &[u8], path: &str) -> DocumentPlace {
    seek(bytes, None, &|_, here| here == path)
}

/// The place of a byte, counted after the byte order mark; its path is that of the last value that begins before it.
#[must_use]
pub fn place_of_byte(bytes: &[u8], byte: usize) -> DocumentPlace {
    seek(bytes, Some(byte), &|at, _| at <= byte)
}

/// The place of the last value that is what is sought, or of a byte within it.
fn seek(bytes: &[u8], byte: Option<usize>, sought: &dyn Fn(usize, &str) -> bool) -> DocumentPlace {
    let mut reader = Reader::new(bytes, &Limits::STORE, sought);
    reader.is_seeking = true;
    // Whether the rest of the document can be read does not matter here.
    let _ = reader.document();
    let (at, path) = std::mem::take(&mut reader.found);
    DocumentPlace::of(reader.text, byte.unwrap_or(at), path)
}

/// Without its byte order mark.
#[must_use]
pub fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// A byte order mark of UTF-16, or a NUL beside the first character, as UTF-16 and UTF-32 have it.
fn is_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || bytes.iter().take(2).any(|byte| *byte == 0)
}

/// On an error it stays where it is: `at` and `path` are then the place.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Why there is no more text: the document ends there, or is no UTF-8 from there on.
    end: Cause,
    limits: &'a Limits,
    nodes: usize,
    depth: usize,
    path: String,
    /// Whether what comes before an error is kept.
    is_tolerant: bool,
    /// The error that was met then.
    cut: Option<ReadError>,
    /// Whether nothing is wanted but a place: no list or object is then filled.
    is_seeking: bool,
    sought: &'a dyn Fn(usize, &str) -> bool,
    found: (usize, String),
    /// The bytes of memory that may still be set aside for items before they are read.
    room: usize,
    /// The bytes of memory that values may still take.
    memory: usize,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8], limits: &'a Limits, sought: &'a dyn Fn(usize, &str) -> bool) -> Self {
        let bytes = without_bom(bytes);
        let (text, end) = match str::from_utf8(bytes) {
            Ok(text) => (text, Cause::UnexpectedEnd),
            Err(error) => {
                let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
                (str::from_utf8(valid).unwrap_or_default(), Cause::NotUtf8)
            }
        };
        Self {
            text,
            at: 0,
            end,
            limits,
            nodes: 0,
            depth: 0,
            path: String::new(),
            is_tolerant: false,
            cut: None,
            is_seeking: false,
            sought,
            found: Default::default(),
            // What a list takes whose items are a digit and a comma each; nothing that is JSON asks for more.
            room: text.len() / 2 * size_of::<Json>(),
            memory: limits.memory_for(text.len()),
        }
    }

    fn place(&self) -> DocumentPlace {
        DocumentPlace::of(self.text, self.at, self.path.clone())
    }

    fn document(&mut self) -> Result<Json, Cause> {
        let value = self.value(false)?;
        self.skip_space();
        if self.at < self.text.len() {
            return Err(Cause::TrailingContent);
        }
        if self.end == Cause::NotUtf8 { Err(Cause::NotUtf8) } else { Ok(value) }
    }

    fn byte(&self, at: usize) -> Result<u8, Cause> {
        self.text.as_bytes().get(at).copied().ok_or_else(|| self.end.clone())
    }

    fn skip_space(&mut self) {
        while let Ok(b' ' | b'\t' | b'\n' | b'\r') = self.byte(self.at) {
            self.at += 1;
        }
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Result<u8, Cause> {
        self.skip_space();
        self.byte(self.at)
    }

    fn value(&mut self, is_member: bool) -> Result<Json, Cause> {
        let first = self.peek()?;
        if self.nodes >= self.limits.nodes {
            return Err(Cause::TooManyNodes { limit: self.limits.nodes });
        }
        let left = self.memory.checked_sub(memory(first, is_member));
        self.memory = left.ok_or(Cause::TooManyNodes { limit: self.nodes })?;
        self.nodes += 1;
        if (self.sought)(self.at, &self.path) {
            self.found = (self.at, self.path.clone());
        }
        match first {
            b'{' => self.object(),
            b'[' => self.array(),
            b'"' => self.string().map(Json::String),
            b't' => self.literal("true", Json::Bool(true)),
            b'f' => self.literal("false", Json::Bool(false)),
            b'n' => self.literal("null", Json::Null),
            _ => self.number(),
        }
    }

    fn literal(&mut self, text: &str, value: Json) -> Result<Json, Cause> {
        if !self.text.get(self.at..).is_some_and(|rest| rest.starts_with(text)) {
            return Err(Cause::NotJson);
        }
        self.at += text.len();
        Ok(value)
    }

    /// Passes over the bracket that opens a list or an object, and tells whether it closes at once.
    fn open(&mut self, close: u8) -> Result<bool, Cause> {
        if self.depth >= self.limits.depth {
            return Err(Cause::TooDeep { limit: self.limits.depth });
        }
        self.depth += 1;
        self.at += 1;
        let closes = self.peek()? == close;
        if closes {
            self.close();
        }
        Ok(closes)
    }

    fn close(&mut self) {
        self.depth -= 1;
        self.at += 1;
    }

    /// After an item: whether another follows.
    fn another(&mut self, close: u8) -> Result<bool, Cause> {
        match self.peek()? {
            b',' => self.at += 1,
            byte if byte == close => {
                self.close();
                return Ok(false);
            }
            _ => return Err(Cause::NotJson),
        }
        Ok(true)
    }

    /// For how many items of that size the list or object that was just opened is to have room: growing step by step
    /// would take up to three times the memory. It counts the commas, without believing in more than the document has
    /// bytes for.
    fn ahead(&mut self, has_items: bool, size: usize) -> usize {
        if !has_items || self.is_seeking {
            return 0;
        }
        let (mut count, mut depth, mut in_text) = (1, 0_usize, false);
        let mut rest = self.text.as_bytes().get(self.at..).unwrap_or_default().iter();
        while let Some(byte) = rest.next() {
            match byte {
                b'"' => in_text = !in_text,
                b'\\' if in_text => drop(rest.next()),
                _ if in_text => {}
                // What is deeper is refused there.
                b'[' | b'{' if depth > self.limits.depth => break,
                b'[' | b'{' => depth += 1,
                b']' | b'}' if depth == 0 => break,
                b']' | b'}' => depth -= 1,
                b',' if depth == 0 => count += 1,
                _ => {}
            }
        }
        let count = self.limits.nodes.min(self.room / size).min(count);
        self.room -= count * size;
        count
    }

    fn array(&mut self) -> Result<Json, Cause> {
        let mut items = Vec::new();
        let end = self.items(&mut items);
        self.ended(end)?;
        Ok(Json::Array(items))
    }

    /// How a list or an object ended: with an error, unless what comes before one is kept.
    fn ended(&mut self, end: Result<(), Cause>) -> Result<(), Cause> {
        match end {
            Err(cause) if self.is_tolerant => {
                self.cut = Some(ReadError { cause, place: self.place() });
                Ok(())
            }
            end => end,
        }
    }

    fn items(&mut self, items: &mut Vec<Json>) -> Result<(), Cause> {
        let outer = self.path.len();
        let mut more = !self.open(b']')?;
        items.reserve_exact(self.ahead(more, size_of::<Json>()));
        let mut index = 0;
        while more {
            push_index(&mut self.path, index);
            let item = self.value(false)?;
            if !self.is_seeking {
                items.push(item);
            }
            self.path.truncate(outer);
            index += 1;
            more = self.cut.is_none() && self.another(b']')?;
        }
        Ok(())
    }

    fn object(&mut self) -> Result<Json, Cause> {
        let mut fields = Gathering::new();
        let end = self.fields(&mut fields);
        self.ended(end)?;
        Ok(Json::Object(fields.map()))
    }

    fn fields(&mut self, fields: &mut Gathering<Json>) -> Result<(), Cause> {
        let outer = self.path.len();
        let mut more = !self.open(b'}')?;
        fields.reserve(self.ahead(more, size_of::<(String, Json)>()));
        while more {
            if self.peek()? != b'"' {
                return Err(Cause::NotJson);
            }
            let start = self.at;
            let key = self.string()?;
            push_key(&mut self.path, &key);
            if fields.contains_key(&key) {
                self.at = start;
                return Err(Cause::DuplicateKey { key });
            }
            if self.peek()? != b':' {
                return Err(Cause::NotJson);
            }
            self.at += 1;
            let value = self.value(true)?;
            if !self.is_seeking {
                fields.insert(key, value);
            }
            self.path.truncate(outer);
            more = self.cut.is_none() && self.another(b'}')?;
        }
        Ok(())
    }

    fn string(&mut self) -> Result<String, Cause> {
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let (character, length) = match rest.chars().next() {
                None => return Err(self.end.clone()),
                Some('"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some('\\') => self.escape()?,
                Some(character @ '\0'..'\u{20}') => {
                    return Err(Cause::ForbiddenCharacter { code: character.into() });
                }
                Some(character) => (character, character.len_utf8()),
            };
            if !self.limits.any_character && is_forbidden(character) {
                return Err(Cause::ForbiddenCharacter { code: character.into() });
            }
            if text.len() + character.len_utf8() > self.limits.text {
                return Err(Cause::TextTooLong { limit: self.limits.text });
            }
            text.push(character);
            self.at += length;
        }
    }

    /// The character that an escape stands for, and the bytes that it takes.
    fn escape(&self) -> Result<(char, usize), Cause> {
        let character = match self.byte(self.at + 1)? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_unit_escape(),
            _ => return Err(Cause::NotJson),
        };
        Ok((character, 2))
    }

    fn code_unit_escape(&self) -> Result<(char, usize), Cause> {
        let high = self.hex4(self.at + 2)?;
        if let Some(character) = char::from_u32(high) {
            return Ok((character, 6));
        }
        let lone = Cause::LoneSurrogate { code: high };
        let pair = high < 0xDC00 && self.byte(self.at + 6)? == b'\\' && self.byte(self.at + 7)? == b'u';
        let low = if pair { self.hex4(self.at + 8)? } else { 0 };
        if !(0xDC00..=0xDFFF).contains(&low) {
            return Err(lone);
        }
        let code = 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        Ok((char::from_u32(code).ok_or(lone)?, 12))
    }

    fn hex4(&self, at: usize) -> Result<u32, Cause> {
        let mut code = 0;
        for offset in 0..4 {
            let digit = char::from(self.byte(at + offset)?).to_digit(16).ok_or(Cause::NotJson)?;
            code = code * 16 + digit;
        }
        Ok(code)
    }

    fn number(&mut self) -> Result<Json, Cause> {
        let start = self.at;
        self.skip_one(b"-");
        let zero = self.byte(self.at) == Ok(b'0');
        let digits = self.digits()?;
        if zero && digits > 1 {
            self.at -= digits - 1;
            return Err(Cause::NotJson);
        }
        if self.skip_one(b".") {
            self.digits()?;
        }
        if self.skip_one(b"eE") {
            self.skip_one(b"+-");
            self.digits()?;
        }
        if self.at - start > self.limits.text {
            return Err(Cause::TextTooLong { limit: self.limits.text });
        }
        Ok(Json::Number(self.text.get(start..self.at).unwrap_or_default().to_owned()))
    }

    fn skip_one(&mut self, of: &[u8]) -> bool {
        let there = self.byte(self.at).is_ok_and(|byte| of.contains(&byte));
        self.at += usize::from(there);
        there
    }

    /// Passes over at least one digit, and tells how many.
    fn digits(&mut self) -> Result<usize, Cause> {
        let start = self.at;
        while let Ok(b'0'..=b'9') = self.byte(self.at) {
            self.at += 1;
        }
        if self.at == start {
            self.byte(self.at)?;
            return Err(Cause::NotJson);
        }
        Ok(self.at - start)
    }
}
