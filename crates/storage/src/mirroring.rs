//! What may overwrite a record in the mirror. Other windows write there too, without asking, so a record that is newer, or that
//! only the mirror has, is never overwritten.

use super::ports::Mirror;
use super::records::{StoreFault, Write, quarantine_id};
use exchange::Refusal;
use exchange::record::{self, StoredDraft};
use json::Map;
use std::cell::RefCell;

/// The mirror, as one window writes it.
#[derive(Default)]
pub struct Mirroring {
    /// What this window wrote last, by draft: if it is still there, it need not be read again.
    own: RefCell<Map<Own>>,
    /// What this window found that it did not know, and left there, by draft. Its later writes do not build on it either.
    passed: RefCell<Map<String>>,
}

struct Own {
    writer: String,
    generation: u64,
    text: String,
}

/// What is at the place where a record is to be written.
enum Standing {
    /// Nothing, or something that may be overwritten: it is older, and the journal had it.
    Free,
    /// What this window itself wrote as the page was left, newer than the record.
    OwnNewer,
    /// Another window's record of a newer generation than this one knows, or one of a newer version of the product.
    Ahead,
    /// Another window's record that the journal never accepted, so it is nowhere else.
    Only(Box<StoredDraft>),
    /// A record that cannot be read.
    Damaged,
}

impl Mirroring {
    /// Whether another window has written more than this one knows.
    #[must_use]
    pub fn is_ahead(&self, mirror: &impl Mirror, write: &Write) -> bool {
        matches!(self.standing(mirror, write).1, Standing::Ahead)
    }

    /// Whether a write must find its draft in the journal: where that has been emptied and the mirror cannot be read, nothing
    /// tells any more what another window may have saved.
    #[must_use]
    pub fn needs_journal(mirror: &impl Mirror, write: &Write) -> bool {
        write.expected > 0 && !mirror.is_there()
    }

    /// Writes a record after the journal has answered: `took` says whether it took it. `None` where it did not, and
    /// another window has gone ahead in the mirror.
    pub fn put(&self, mirror: &impl Mirror, write: &Write, took: bool) -> Option<Result<(), StoreFault>> {
        let (theirs, standing) = self.standing(mirror, write);
        let kept = match standing {
            Standing::Free => Ok(()),
            Standing::OwnNewer => return Some(Ok(())),
            // It is newer than this record, which the journal has.
            Standing::Ahead if took => {
                self.passed.borrow_mut().insert(write.id.clone(), theirs);
                return Some(Ok(()));
            }
            Standing::Ahead => return None,
            Standing::Only(draft) => keep(mirror, &[&write.id, "-", &draft.writer].concat(), &theirs),
            Standing::Damaged => mirror.write(&quarantine_id(&write.id, &theirs), &theirs),
        };
        let ahead = if took { None } else { record::ahead_of(&write.text, write.expected, &write.follows) };
        let text = ahead.unwrap_or_else(|| write.text.clone());
        let written = kept.and_then(|()| mirror.write(&write.id, &text));
        if written.is_ok() {
            let own = Own { writer: write.writer.clone(), generation: write.generation, text };
            self.own.borrow_mut().insert(write.id.clone(), own);
        }
        Some(written)
    }

    /// Writes a record as the page is left: there may be no later. What must not be written over stays, and the text goes
    /// under the id that its copy would have.
    pub fn put_at_once(&self, mirror: &impl Mirror, write: &Write) {
        let ahead = record::ahead_of(&write.text, write.expected, &write.follows);
        let mut write = Write { text: ahead.unwrap_or_else(|| write.text.clone()), ..write.clone() };
        let is_free = |write: &Write| matches!(self.standing(mirror, write).1, Standing::Free | Standing::OwnNewer);
        if !is_free(&write) {
            write.id.clone_from(&write.aside);
            while !is_free(&write) {
                write.id.push('+');
            }
        }
        // Whether it was taken shows at the next start: there is nobody to tell now.
        if mirror.write(&write.id, &write.text).is_ok() {
            let own = Own { writer: write.writer, generation: write.generation, text: write.text };
            self.own.borrow_mut().insert(write.id, own);
        }
    }

    fn standing(&self, mirror: &impl Mirror, write: &Write) -> (String, Standing) {
        let Some(theirs) = mirror.read(&write.id) else { return (String::new(), Standing::Free) };
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
            Ok(draft) if self.is_nowhere_else(&draft, &theirs, write) => Standing::Only(Box::new(draft)),
            Ok(_) => Standing::Free,
        };
        (theirs, standing)
    }
}

impl Mirroring {
    /// Whether another window's record may be the only one of what it says: the journal never took it, or has gone on without it.
    fn is_nowhere_else(&self, draft: &StoredDraft, text: &str, write: &Write) -> bool {
        let is_followed = draft.writer == write.follows && draft.generation == write.expected;
        // What this window has read and gone on from lives on in what it writes.
        let is_base = write.base.0 > 0 && draft.generation == write.base.0 && draft.writer == write.base.1;
        let is_passed = self.passed.borrow().get(&write.id).is_some_and(|passed| passed == text);
        (draft.ahead_of.is_some() || is_passed && !is_followed) && !is_base && !is_same(draft, &write.text)
    }
}

fn is_same(draft: &StoredDraft, text: &str) -> bool {
    record::from_text(text).is_ok_and(|other| other.is_same_state(draft))
}

/// Keeps a text under that name, or under the next that is free.
fn keep(mirror: &impl Mirror, name: &str, text: &str) -> Result<(), StoreFault> {
    let mut id = name.to_owned();
    while mirror.read(&id).is_some_and(|other| other != text) {
        id.push('+');
    }
    mirror.write(&id, text)
}

#[cfg(test)]
mod tests;
