//! The page around the element: what its attributes ask for, and what it is told.

use domain::lang::Lang;
use storage::StoreFault;

/// What the attributes of the element ask for. An empty text asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    /// The language; without it that of the person's last choice.
    pub lang: Option<Lang>,
    /// The id of the unit for which the directive is shown.
    pub unit: String,
    /// The view to begin with.
    pub view: Option<HostView>,
    /// The id of a task or requirement.
    pub task: String,
    /// Whether nothing can be changed.
    pub readonly: bool,
    /// The level of the first heading. At 1 the element is what its page is about: the main part of it is here.
    pub heading_level: u8,
}

/// A view as the attribute names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostView {
    /// The directive, to be read.
    Directive,
    /// The assessment of the unit, or the list of all of them.
    Assessment,
    /// The board of the coordinating body.
    Board,
}

impl HostView {
    /// The view of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Directive, Self::Assessment, Self::Board].into_iter().find(|view| view.name() == name)
    }

    /// The name of the view in the attribute.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Directive => "directive",
            Self::Assessment => "assessment",
            Self::Board => "board",
        }
    }
}

/// What the page around the element is told, as an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostEvent {
    /// The person went somewhere, or a draft was changed.
    Change {
        /// Whether a draft was changed.
        edited: bool,
    },
    /// All of the draft of that id is on disk.
    Save(String),
    /// Another window had saved the draft (first); this window's state goes on as a copy (second).
    Conflict(String, String),
    /// Something that was asked for is not possible.
    Error(HostError),
}

/// What the page around the element asked for and cannot have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostError {
    /// The roster has no unit of that id.
    UnknownUnit(String),
    /// The directive has no task or requirement of that id.
    UnknownPlace(String),
    /// No store accepts what was typed.
    NotSaved(StoreFault),
    /// There is no draft to make a file of.
    NoDraft,
    /// The browser cannot make a file, or refuses to download it.
    NoFile,
    /// Nothing can be changed here.
    ReadOnly,
}

impl HostError {
    /// A name for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownUnit(_) => "unknown-unit",
            Self::UnknownPlace(_) => "unknown-place",
            Self::NotSaved(_) => "not-saved",
            Self::NoDraft => "no-draft",
            Self::NoFile => "no-file",
            Self::ReadOnly => "read-only",
        }
    }

    /// What it is about: an id that was asked for, or nothing.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::UnknownUnit(id) | Self::UnknownPlace(id) => id,
            Self::NotSaved(_) | Self::NoDraft | Self::NoFile | Self::ReadOnly => "",
        }
    }
}
