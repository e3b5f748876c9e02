//! What may be written into the mirror over what stands there. Other windows write there too, without asking: so nothing
//! that is newer, or that only the mirror has, is ever written over.

use super::msg::{Write, quarantine_id};
use super::saving::Fault;
use crate::exchange::Refusal;
use crate::exchange::record::{self, StoredDraft};
use crate::json::Map;
use std::cell::RefCell;

/// A store of texts by id that answers at once.
pub trait Shelf {
    /// Whether it can be read at all.
    fn is_there(&self) -> bool;
    /// The text of that id.
    fn read(&self, id: &str) -> Option<String>;
    /// Writes a text and reads it back. A write that fails leaves the old text.
    ///
    /// # Errors
    /// Where the store does not take it.
    fn write(&self, id: &str, text: &str) -> Result<(), Fault>;
}

/// The mirror, as one window writes it.
#[derive(Default)]
pub struct Mirroring {
    /// What this window wrote last, by draft: where it stands unchanged, it need not be read.
    own: RefCell<Map<Own>>,
}

struct Own {
    writer: String,
    generation: u64,
    text: String,
}

/// What stands where a record is to be written.
enum Standing {
    /// Nothing, or what may be written over: it is older, and the journal had it.
    Free,
    /// What this window itself put there as it was left, newer than the record.
    OwnNewer,
    /// Another window's record of a newer generation than this one knows, or one of a newer version of the product.
    Ahead,
    /// Another window's record that the journal never took, so that it is nowhere else.
    Only(Box<StoredDraft>),
    /// A record that cannot be read.
    Damaged,
}

impl Mirroring {
    /// Whether another window has gone ahead of what this one knows.
    #[must_use]
    pub fn is_ahead(&self, shelf: &dyn Shelf, write: &Write) -> bool {
        matches!(self.standing(shelf, write).1, Standing::Ahead)
    }

    /// Whether a write must find its draft in the journal: where that has been emptied and the mirror cannot be read, nothing
    /// tells any more what another window may have saved.
    #[must_use]
    pub fn needs_journal(shelf: &dyn Shelf, write: &Write) -> bool {
        write.expected > 0 && !shelf.is_there()
    }

    /// Writes a record after the journal has answered: `took` says whether it took it. `None` where it did not, and
    /// another window has gone ahead in the mirror.
    pub fn put(&self, shelf: &dyn Shelf, write: &Write, took: bool) -> Option<Result<(), Fault>> {
        let (theirs, standing) = self.standing(shelf, write);
        let kept = match standing {
            Standing::Free => Ok(()),
            Standing::OwnNewer => return Some(Ok(())),
            // It is newer than this record, which the journal has.
            Standing::Ahead if took => return Some(Ok(())),
            Standing::Ahead => return None,
            Standing::Only(draft) => keep(shelf, &[&write.id, "-", &draft.writer].concat(), &theirs),
            Standing::Damaged => shelf.write(&quarantine_id(&write.id, &theirs), &theirs),
        };
        let ahead = if took { None } else { record::ahead_of(&write.text, write.expected) };
        let text = ahead.unwrap_or_else(|| write.text.clone());
        let written = kept.and_then(|()| shelf.write(&write.id, &text));
        if written.is_ok() {
            let own = Own { writer: write.writer.clone(), generation: write.generation, text };
            self.own.borrow_mut().insert(write.id.clone(), own);
        }
        Some(written)
    }

    /// Writes a record as the page is left: there may be no later. What must not be written over stays, and the text goes
    /// under the id that its copy would have.
    pub fn put_at_once(&self, shelf: &dyn Shelf, write: &Write) {
        let ahead = record::ahead_of(&write.text, write.expected);
        let mut write = Write { text: ahead.unwrap_or_else(|| write.text.clone()), ..write.clone() };
        let is_free = |write: &Write| matches!(self.standing(shelf, write).1, Standing::Free | Standing::OwnNewer);
        if !is_free(&write) {
            write.id.clone_from(&write.aside);
            while !is_free(&write) {
                write.id.push('+');
            }
        }
        // Whether it was taken shows at the next start: there is nobody to tell now.
        if shelf.write(&write.id, &write.text).is_ok() {
            let own = Own { writer: write.writer, generation: write.generation, text: write.text };
            self.own.borrow_mut().insert(write.id, own);
        }
    }

    fn standing(&self, shelf: &dyn Shelf, write: &Write) -> (String, Standing) {
        let Some(theirs) = shelf.read(&write.id) else { return (String::new(), Standing::Free) };
        if let Some(own) = self.own.borrow().get(&write.id)
            && own.writer == write.writer
            && own.text == theirs
        {
            let is_newer = own.generation > write.generation;
            return (theirs, if is_newer { Standing::OwnNewer } else { Standing::Free });
        }
        let standing = match record::from_text(&theirs) {
            Err(Refusal::NewerVersion(_)) => Standing::Ahead,
            Err(_) => Standing::Damaged,
            Ok(draft) if draft.writer == write.writer && draft.generation > write.generation => Standing::OwnNewer,
            Ok(draft) if draft.writer == write.writer => Standing::Free,
            Ok(draft) if draft.generation > write.known => Standing::Ahead,
            Ok(draft) if draft.ahead_of.is_some() && !is_same(&draft, &write.text) => Standing::Only(Box::new(draft)),
            Ok(_) => Standing::Free,
        };
        (theirs, standing)
    }
}

fn is_same(draft: &StoredDraft, text: &str) -> bool {
    record::from_text(text).is_ok_and(|other| other.is_same_state(draft))
}

/// Keeps a text under that name, or under the next that is free.
fn keep(shelf: &dyn Shelf, name: &str, text: &str) -> Result<(), Fault> {
    let mut id = name.to_owned();
    while shelf.read(&id).is_some_and(|other| other != text) {
        id.push('+');
    }
    shelf.write(&id, text)
}
