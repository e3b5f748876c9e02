//! The reader itself: one pass over the text, which stops at the first thing that is not exactly right.

use super::ahead::commas;
use super::limits::{Limits, memory};
use super::map::{Gathering, Map};
use super::number::is_canonical_number;
use super::place::{DocumentPlace, push_index, push_key};
use super::plain::plain_length;
use super::refusal::{Cause, ReadError, is_forbidden};
use super::value::Json;
use std::mem;
use std::ops::Range;

/// Without its byte order mark.
#[must_use]
pub fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// What is wanted of a document.
#[derive(Clone, Copy)]
pub(super) enum Mode<'a> {
    /// All of it, and where the member of that name is. An error has only its cause.
    Plain { seal: &'a str },
    /// An error also has its path, which costs as much as the reading.
    Traced,
    /// The same; and what comes before an error is kept.
    Tolerant,
    /// Nothing but the place of the last value, by its byte and its path, that is what is sought: no list or object is filled.
    Seeking(&'a dyn Fn(usize, &str) -> bool),
}

/// On an error it stays where it is: `at` and `path` are then the place.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    at: usize,
    /// Why there is no more text: the document ends there, or is no UTF-8 from there on.
    end: Cause,
    limits: &'a Limits,
    mode: Mode<'a>,
    nodes: usize,
    depth: usize,
    path: String,
    /// The error that was met where what comes before it is kept.
    pub(super) cut: Option<ReadError>,
    /// What was found where something is sought.
    pub(super) found: (usize, String),
    /// The bytes of memory that values may still take.
    memory: usize,
    /// Whether all so far is known to be written canonically.
    pub(super) is_canonical: bool,
    /// Where the member stands that holds the digest.
    pub(super) seal: Option<Range<usize>>,
    /// How many commas each list and object has, in the order in which they open, and how many of them have opened.
    commas: Vec<u32>,
    opened: usize,
    /// The bytes of memory that may still be set aside for items before they are read.
    room: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8], limits: &'a Limits, mode: Mode<'a>) -> Self {
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
            mode,
            nodes: 0,
            depth: 0,
            path: String::new(),
            cut: None,
            found: Default::default(),
            memory: limits.memory_for(text.len()),
            is_canonical: true,
            seal: None,
            commas: if matches!(mode, Mode::Seeking(_)) { Vec::new() } else { commas(text.as_bytes(), limits) },
            opened: 0,
            // What a list takes whose items are a digit and a comma each; nothing that is JSON asks for more.
            room: text.len() / 2 * size_of::<Json>(),
        }
    }

    pub(super) fn place(&self) -> DocumentPlace {
        DocumentPlace::of(self.text, self.at, self.path.clone())
    }

    /// The bytes of memory that the values so far may take.
    pub(super) fn memory_taken(&self) -> usize {
        self.limits.memory_for(self.text.len()) - self.memory
    }

    fn is_traced(&self) -> bool {
        !matches!(self.mode, Mode::Plain { .. })
    }

    fn is_filled(&self) -> bool {
        !matches!(self.mode, Mode::Seeking(_))
    }

    pub(super) fn document(&mut self) -> Result<Json, Cause> {
        let value = self.value(false)?;
        let is_canonical = self.is_canonical && self.text.get(self.at..) == Some("\n");
        self.skip_space();
        self.is_canonical = is_canonical;
        if self.at < self.text.len() {
            return Err(Cause::TrailingContent);
        }
        if self.end == Cause::NotUtf8 { Err(Cause::NotUtf8) } else { Ok(value) }
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn byte(&self, at: usize) -> Result<u8, Cause> {
        self.text.as_bytes().get(at).copied().ok_or_else(|| self.end.clone())
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.next() {
            self.at += 1;
            self.is_canonical = false;
        }
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Result<u8, Cause> {
        self.skip_space();
        self.next().ok_or_else(|| self.end.clone())
    }

    pub(super) fn value(&mut self, is_member: bool) -> Result<Json, Cause> {
        let first = self.peek()?;
        if self.nodes >= self.limits.nodes {
            return Err(Cause::TooManyNodes { limit: self.limits.nodes });
        }
        let left = self.memory.checked_sub(memory(first, is_member));
        self.memory = left.ok_or(Cause::TooManyNodes { limit: self.nodes })?;
        self.nodes += 1;
        if let Mode::Seeking(sought) = self.mode
            && sought(self.at, &self.path)
        {
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

    /// For how many items of that size the list or object that was just opened is to have room: growing step by step would take up
    /// to three times the memory. No more is believed in than the document has bytes for.
    fn ahead(&mut self, has_items: bool, size: usize) -> usize {
        let commas = self.commas.get(self.opened).copied().unwrap_or_default();
        self.opened += 1;
        if !has_items || !self.is_filled() {
            return 0;
        }
        let count = (commas as usize + 1).min(self.limits.nodes).min(self.room / size);
        self.room -= count * size;
        count
    }

    fn array(&mut self) -> Result<Json, Cause> {
        let mut items = Vec::new();
        let end = self.read_items(&mut items);
        self.ended(end)?;
        Ok(Json::Array(items))
    }

    /// How a list or an object ended: with an error, unless what comes before one is kept.
    fn ended(&mut self, end: Result<(), Cause>) -> Result<(), Cause> {
        match end {
            Err(cause) if matches!(self.mode, Mode::Tolerant) => {
                self.cut = Some(ReadError { cause, place: self.place() });
                Ok(())
            }
            end => end,
        }
    }

    fn read_items(&mut self, items: &mut Vec<Json>) -> Result<(), Cause> {
        let outer = self.path.len();
        let mut more = !self.open(b']')?;
        items.reserve_exact(self.ahead(more, size_of::<Json>()));
        let mut index = 0;
        while more {
            if self.is_traced() {
                push_index(&mut self.path, index);
            }
            let item = self.value(false)?;
            if self.is_filled() {
                items.push(item);
            }
            self.path.truncate(outer);
            index += 1;
            more = self.cut.is_none() && self.another(b']')?;
        }
        Ok(())
    }

    fn object(&mut self) -> Result<Json, Cause> {
        let (mut sorted, mut unsorted) = (Vec::new(), None);
        let end = self.read_fields(&mut sorted, &mut unsorted);
        self.ended(end)?;
        Ok(Json::Object(unsorted.map_or_else(|| Map::of_sorted(sorted), Gathering::map)))
    }

    /// Reads fields to `sorted`, and all of them to `unsorted` once there is one whose key is not in order.
    fn read_fields(
        &mut self,
        sorted: &mut Vec<(String, Json)>,
        unsorted: &mut Option<Gathering<Json>>,
    ) -> Result<(), Cause> {
        let outer = self.path.len();
        let mut more = !self.open(b'}')?;
        sorted.reserve_exact(self.ahead(more, size_of::<(String, Json)>()));
        while more {
            if self.peek()? != b'"' {
                return Err(Cause::NotJson);
            }
            let key_at = self.at;
            let key = self.string()?;
            if self.is_traced() {
                push_key(&mut self.path, &key);
            }
            if self.is_taken(&key, sorted, unsorted) {
                self.at = key_at;
                return Err(Cause::DuplicateKey { key });
            }
            if self.peek()? != b':' {
                return Err(Cause::NotJson);
            }
            self.at += 1;
            let value = self.value(true)?;
            if let Mode::Plain { seal } = self.mode
                && self.depth == 1
                && key == seal
            {
                self.seal = Some(key_at..self.at);
            }
            match unsorted {
                Some(unsorted) => unsorted.insert(key, value),
                None if self.is_filled() => sorted.push((key, value)),
                None => {}
            }
            self.path.truncate(outer);
            more = self.cut.is_none() && self.another(b'}')?;
        }
        Ok(())
    }

    /// Whether the object that is open has this key already.
    fn is_taken(
        &mut self,
        key: &str,
        sorted: &mut Vec<(String, Json)>,
        unsorted: &mut Option<Gathering<Json>>,
    ) -> bool {
        if key.bytes().any(|byte| byte >= BEYOND_BASIC) {
            // Canonical keys are in the order of UTF-16 there.
            self.is_canonical = false;
        }
        if let Some(unsorted) = unsorted {
            return unsorted.contains_key(key);
        }
        if sorted.last().is_none_or(|(last, _)| last.as_str() < key) {
            return false;
        }
        self.is_canonical = false;
        let sorted = Map::of_sorted(mem::take(sorted));
        let is_taken = sorted.contains_key(key);
        *unsorted = Some(Gathering::of(sorted));
        is_taken
    }

    fn string(&mut self) -> Result<String, Cause> {
        self.at += 1;
        let mut text = String::new();
        loop {
            self.plain(&mut text)?;
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

    /// Takes what stands for itself, at once.
    fn plain(&mut self, text: &mut String) -> Result<(), Cause> {
        let bytes = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let length = plain_length(bytes);
        let mut taken = length.min(self.limits.text - text.len());
        while !self.text.is_char_boundary(self.at + taken) {
            taken -= 1;
        }
        text.push_str(self.text.get(self.at..self.at + taken).unwrap_or_default());
        self.at += taken;
        if taken < length { Err(Cause::TextTooLong { limit: self.limits.text }) } else { Ok(()) }
    }

    /// The character that an escape stands for, and the bytes that it takes.
    fn escape(&mut self) -> Result<(char, usize), Cause> {
        let character = match self.byte(self.at + 1)? {
            byte @ (b'"' | b'\\') => char::from(byte),
            b'/' => {
                self.is_canonical = false;
                '/'
            }
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                // So some controls are written canonically, which next to no text has.
                self.is_canonical = false;
                return self.code_unit_escape();
            }
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
        let number = self.text.get(start..self.at).unwrap_or_default();
        self.is_canonical &= is_canonical_number(number);
        Ok(Json::Number(number.to_owned()))
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

/// The first byte of characters beyond the basic plane, and all after it.
const BEYOND_BASIC: u8 = 0xF0;
