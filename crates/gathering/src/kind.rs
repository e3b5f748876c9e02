//! The kinds of things that are handed in.

/// A kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// No bytes, or blanks alone.
    Empty,
    /// Bytes that are all zero.
    Zeros,
    /// JSON, as far as its beginning tells.
    Json,
    /// A bundle of another gathering (see `bundle`).
    Bundle,
    /// An HTML page.
    Page,
    /// A ZIP archive, which may be an office document.
    Zip,
    /// A gzip file.
    Gzip,
    /// A mail.
    Mail,
    /// A text in UTF-16.
    Utf16,
    /// An archive of WinRAR.
    Rar,
    /// An archive of 7-Zip.
    SevenZip,
    /// Another archive: by which program or format.
    OtherArchive(&'static str),
    /// A message that classic Outlook saved (`.msg`).
    OutlookMessage,
    /// The attachments of a message as Outlook packs them (`winmail.dat`).
    OutlookAttachments,
    /// A text of Word's.
    Word,
    /// A table of Excel's.
    Excel,
    /// Slides of PowerPoint's.
    PowerPoint,
    /// A document of LibreOffice and others (OpenDocument).
    OpenDocument,
    /// A document of an office program, whose kind cannot be told.
    Office,
    /// A document of an office program with a password.
    EncryptedOffice,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Sound or film.
    Media,
    /// A shortcut of Windows, in which there is nothing but a way to the file.
    Shortcut,
    /// A program.
    Program,
    /// Another text.
    Text,
    /// Something else.
    Other,
}

impl Kind {
    /// Whether things of that kind are opened or read; all others are refused for what they are.
    #[must_use]
    pub fn is_read(self) -> bool {
        matches!(self, Self::Json | Self::Bundle | Self::Page | Self::Zip | Self::Gzip | Self::Mail | Self::Utf16)
    }
}
