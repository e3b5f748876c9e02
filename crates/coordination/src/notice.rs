//! Notices: what the officer is told once.

use crate::undo::Changed;
use storage::StoreFault;

/// A notice on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number in this session.
    pub id: u32,
    /// What it tells.
    pub kind: NoticeKind,
}

/// What a notice tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// The address names a gathering that is not on this machine.
    NoGathering,
    /// A gathering could not be read, and is not shown: what was shown of it in part would have been taken for the whole.
    Unopened(StoreFault),
    /// The gathering of that name was removed.
    Removed(String),
    /// A gathering could not be removed: all of it is still there.
    NotRemoved(StoreFault),
    /// So many files were taken in, and so many things could not be read from their device; the person ended it or not.
    TakenIn {
        /// How many are on the disk, without the containers that they lay in.
        files: u32,
        /// How many can be read again.
        unread: u32,
        /// Whether the person ended it.
        cancelled: bool,
    },
    /// The store took no more of what was being taken in.
    Unkept(StoreFault),
    /// The last change was taken back: what it was about.
    Undone(Changed),
    /// So many paragraphs of the report were rewritten otherwise in a bundle; what was rewritten here stands.
    RewrittenOtherwise(u32),
    /// A file that is kept could not be loaded.
    Unloaded(StoreFault),
    /// A file that is kept is no longer what was taken in.
    Unreadable,
    /// A remark is too long to be sent.
    RemarkTooLong,
    /// A file was handed out.
    HandedOut,
    /// A document or a workbook was handed out; so many characters that it cannot hold were replaced.
    HandedOutReplaced(u32),
    /// A document or a workbook could not be made.
    NotMade,
    /// The browser refused to hand out a file.
    NotHandedOut,
}

impl NoticeKind {
    /// Whether it speaks of something that went wrong.
    #[must_use]
    pub fn is_alarm(&self) -> bool {
        match self {
            Self::NoGathering
            | Self::Unopened(_)
            | Self::NotRemoved(_)
            | Self::Unkept(_)
            | Self::Unloaded(_)
            | Self::Unreadable
            | Self::RewrittenOtherwise(_)
            | Self::RemarkTooLong
            | Self::HandedOutReplaced(_)
            | Self::NotMade
            | Self::NotHandedOut => true,
            Self::TakenIn { unread, .. } => *unread > 0,
            Self::Removed(_) | Self::Undone(_) | Self::HandedOut => false,
        }
    }
}
