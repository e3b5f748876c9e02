//! The files that wait for the person's choice: what was found in each.

use domain::assessment::Assessment;
use exchange::merge::Choices;
use exchange::preview::Preview;
use exchange::salvage::Salvage;
use exchange::zip::ZipFault;
use exchange::{Foreign, Refusal, Returned};

/// A file that waits for the person's choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The file's name; for a file in an archive, with the archive's name before it.
    pub file_name: String,
    /// What was found in it.
    pub finding: ReviewFinding,
    /// The bytes of memory that it may take, estimated while reading it.
    pub memory: usize,
}

impl Review {
    /// Whether nothing in it can be imported.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        !matches!(
            self.finding,
            ReviewFinding::Ready { .. } | ReviewFinding::Returned(_) | ReviewFinding::Refused(_, Some(_))
        )
    }
}

/// What was found in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum ReviewFinding {
    /// An assessment that can be imported.
    Ready {
        /// What is shown to the person.
        preview: Box<Preview>,
        /// The assessment as the file has it.
        assessment: Box<Assessment>,
        /// The id of the draft that its unit has already.
        existing: Option<String>,
        /// What was chosen so far for the places where the two differ.
        choices: Choices,
        /// The id of the draft, if it is a draft on this machine and not from a file.
        draft: Option<String>,
    },
    /// Remarks on an assessment, for a draft of its unit.
    Returned(Box<Returned>),
    /// The file is refused; what can still be read of it.
    Refused(Refusal, Option<Box<Salvage>>),
    /// The file belongs to another program.
    Foreign(Foreign),
    /// The file could not be read from the disk.
    Unreadable,
    /// The archive is refused as a whole.
    BadArchive(ZipFault),
    /// A file in an archive that this product cannot open: encrypted, or packed by another method.
    Closed,
    /// The browser cannot unpack archives.
    CannotUnpack,
}

impl ReviewFinding {
    /// A file that is refused for its size in bytes, unread.
    #[must_use]
    pub fn too_large(size: u64) -> Self {
        Self::Refused(Refusal::too_large(size), None)
    }

    /// A name for programs: why there is no assessment that can be imported as it is.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Ready { .. } => "",
            Self::Returned(_) => "remarks",
            Self::Refused(refusal, _) => refusal.code(),
            Self::Foreign(_) => "other-program",
            Self::Unreadable => "unreadable",
            Self::BadArchive(ZipFault::TooLarge) => "too-large",
            Self::BadArchive(_) => "bad-archive",
            Self::Closed => "closed-archive",
            Self::CannotUnpack => "cannot-unpack",
        }
    }
}
