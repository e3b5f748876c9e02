//! XML as it is written: nothing but the marks of this crate is markup.

use crate::clean::Cleaner;

/// XML that is being written.
#[derive(Default)]
pub(crate) struct Xml {
    /// What was written.
    pub(crate) text: String,
    cleaner: Cleaner,
}

impl Xml {
    /// A file's beginning.
    pub(crate) fn begun() -> Self {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned();
        Self { text, cleaner: Cleaner::default() }
    }

    /// Marks of this crate's own.
    pub(crate) fn mark(&mut self, marks: &str) {
        self.text.push_str(marks);
    }

    /// What a person wrote, or may have written.
    pub(crate) fn said(&mut self, text: &str) {
        for character in self.cleaner.clean(text).chars() {
            match character {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                // A reader of XML takes these for a blank or the end of a line.
                '\r' => self.text.push_str("&#13;"),
                character => self.text.push(character),
            }
        }
    }

    /// How many characters were replaced.
    pub(crate) fn replaced(&self) -> u32 {
        self.cleaner.replaced
    }
}
