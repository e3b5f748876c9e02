//! Limits on the size and the depth of a document.

/// What a document may cost and hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the document.
    pub bytes: usize,
    /// Lists and objects within one another.
    pub depth: usize,
    /// Values, of every kind.
    pub nodes: usize,
    /// Bytes in UTF-8 of one text, of one key and of one number.
    pub text: usize,
    /// Bytes of memory that its values take for each byte of the document, by the reckoning of [`memory`].
    pub memory: usize,
    /// Whether a text may hold what [`super::is_forbidden`] names.
    pub any_character: bool,
}

impl Limits {
    /// For a file that somebody sent.
    pub const FILE: Self =
        Self { bytes: 2_000_000, depth: 16, nodes: 20_000, text: 64 * 1024, memory: 18, any_character: false };

    /// For a directive or a roster: ten thousand units, say.
    pub const CONTENT: Self = Self { nodes: 200_000, memory: usize::MAX, ..Self::FILE };

    /// For what this product itself has stored: whatever was typed must be readable again.
    pub const STORE: Self = Self {
        bytes: usize::MAX,
        depth: 64,
        nodes: usize::MAX,
        text: usize::MAX,
        memory: usize::MAX,
        any_character: true,
    };

    /// The memory that the values of a document with that many bytes may take. Some of it is free, so that rows of one letter
    /// each, which may be more than their bytes allow, refuse no file that anybody fills in.
    #[must_use]
    pub fn memory_for(&self, bytes: usize) -> usize {
        self.memory.saturating_mul(bytes).saturating_add(32 * 1024)
    }
}

/// The memory that a value takes while it is read into a type, beyond its text: by the character with which it begins,
/// and whether it has a key. It is reckoned for machines of 64 bits and for the largest of the types, an answer; in a
/// browser it is about half.
#[must_use]
pub fn memory(first: u8, is_member: bool) -> usize {
    let typed = match first {
        b'{' => 248,
        b'"' => 24,
        _ => 0,
    };
    typed + if is_member { 65 } else { 33 }
}
