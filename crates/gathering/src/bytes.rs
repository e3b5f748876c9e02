//! Numbers, texts and lists as bytes, for what one program hands to another of the same release: numbers are little-endian, texts and
//! lists begin with their length.

/// Bytes that are being written.
#[derive(Default)]
pub struct Out(
    /// What was written.
    pub Vec<u8>,
);

/// Bytes that are being read: what is left of them. Whatever is not there is nothing, and so is all that holds it.
pub struct In<'a>(
    /// What is left.
    pub &'a [u8],
);

impl Out {
    /// A byte.
    pub fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    /// A number.
    pub fn number(&mut self, number: u32) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// Bytes, of any length.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.length(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// A list, item by item.
    pub fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.length(items.len());
        for item in items {
            write(self, item);
        }
    }

    /// Nothing has four billion of anything: the limits of the reading are far below.
    fn length(&mut self, length: usize) {
        self.number(u32::try_from(length).unwrap_or(u32::MAX));
    }
}

impl<'a> In<'a> {
    /// A byte.
    pub fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    /// A number.
    pub fn number(&mut self) -> Option<u32> {
        let (bytes, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*bytes))
    }

    /// Bytes, of any length.
    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.length()?;
        self.exactly(length)
    }

    /// So many bytes.
    pub fn exactly(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'a str> {
        str::from_utf8(self.bytes()?).ok()
    }

    /// A text, kept.
    pub fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    /// A list, item by item.
    pub fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.length()?;
        // Each item has a byte at least: a length that is none takes no memory.
        let mut items = Vec::with_capacity(length.min(self.0.len()).min(MOST_AT_ONCE));
        for _ in 0..length {
            items.push(read(self)?);
        }
        Some(items)
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }
}

/// Memory for so many items is taken before the first of them is read.
const MOST_AT_ONCE: usize = 1024;
