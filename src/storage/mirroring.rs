//! What may be written into the mirror over what stands there. Other windows write there too, without asking: so nothing
//! that is newer, or that only the mirror has, is ever written over.

use super::ports::Mirror;
use super::records::{Fault, Write, quarantine_id};
use crate::exchange::Refusal;
use crate::exchange::record::{self, StoredDraft};
use crate::json::Map;
use std::cell::RefCell;

/// The mirror, as one window writes it.
#[derive(Default)]
pub struct Mirroring {
    /// What this window wrote last, by draft: where it stands unchanged, it need not be read.
    own: RefCell<Map<Own>>,
    /// What was there that this window did not know, as it left it there: by draft. It does not follow on it later either.
    passed: RefCell<Map<String>>,
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
    pub fn put(&self, mirror: &impl Mirror, write: &Write, took: bool) -> Option<Result<(), Fault>> {
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
fn keep(mirror: &impl Mirror, name: &str, text: &str) -> Result<(), Fault> {
    let mut id = name.to_owned();
    while mirror.read(&id).is_some_and(|other| other != text) {
        id.push('+');
    }
    mirror.write(&id, text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::domain::assessment::Assessment;

    const ID: &str = "d";

    #[derive(Default)]
    struct Paper {
        texts: RefCell<Map<String>>,
        is_gone: bool,
    }

    impl Mirror for Paper {
        fn is_there(&self) -> bool {
            !self.is_gone
        }

        fn read(&self, id: &str) -> Option<String> {
            self.texts.borrow().get(id).cloned()
        }

        fn read_all(&self) -> Result<Vec<(String, String)>, Fault> {
            Ok(all(self))
        }

        fn write(&self, id: &str, text: &str) -> Result<(), Fault> {
            self.texts.borrow_mut().insert(id.into(), text.into());
            Ok(())
        }

        fn remove(&self, id: &str) -> Result<(), Fault> {
            self.texts.borrow_mut().remove(id);
            Ok(())
        }

        fn settings(&self) -> Option<String> {
            None
        }
    }

    fn text(writer: &str, generation: u64, ahead_of: Option<u64>) -> String {
        let assessment = Assessment { overall: format!("{writer} {generation}"), ..Assessment::default() };
        let id = ID.to_owned();
        let draft =
            StoredDraft { id, generation, writer: writer.into(), ahead_of, assessment, ..StoredDraft::default() };
        record::to_text(&draft, "1022-CV/TU", "2024-06-18")
    }

    /// A write on top of a state that the journal has and that is the newest known.
    fn write(writer: &str, generation: u64) -> Write {
        Write {
            id: ID.into(),
            number: 0,
            writer: writer.into(),
            expected: generation - 1,
            follows: String::new(),
            base: (0, String::new()),
            known: generation - 1,
            generation,
            text: text(writer, generation, None),
            aside: "aside".into(),
        }
    }

    fn with(standing: &str) -> Paper {
        let paper = Paper::default();
        paper.write(ID, standing).unwrap();
        paper
    }

    fn all(paper: &Paper) -> Vec<(String, String)> {
        paper.texts.borrow().iter().map(|(id, text)| (id.to_string(), text.clone())).collect()
    }

    #[test]
    fn another_window_is_ahead_once_it_has_written_what_is_not_known_here() {
        let mine = write("me", 3);
        let is_ahead = |standing: &str| Mirroring::default().is_ahead(&with(standing), &mine);
        assert!(is_ahead(&text("other", 3, None)));
        assert!(!is_ahead(&text("other", 2, None)));
        assert!(!is_ahead(&text("me", 9, None)));
        assert!(!is_ahead("not a record"));
        assert!(!Mirroring::default().is_ahead(&Paper::default(), &mine));
    }

    #[test]
    fn the_journal_must_have_a_known_draft_where_the_mirror_cannot_be_read() {
        let (there, gone) = (Paper::default(), Paper { is_gone: true, ..Paper::default() });
        assert!(Mirroring::needs_journal(&gone, &write("me", 3)));
        assert!(!Mirroring::needs_journal(&gone, &write("me", 1)));
        assert!(!Mirroring::needs_journal(&there, &write("me", 3)));
    }

    #[test]
    fn what_is_ahead_stays_and_is_a_conflict_only_if_the_journal_took_nothing() {
        let theirs = text("other", 7, None);
        for (took, outcome) in [(true, Some(Ok(()))), (false, None)] {
            let paper = with(&theirs);
            assert_eq!(Mirroring::default().put(&paper, &write("me", 3), took), outcome);
            assert_eq!(all(&paper), [(ID.to_owned(), theirs.clone())]);
        }
    }

    #[test]
    fn what_the_journal_did_not_take_says_so() {
        let (paper, mine) = (with(&text("other", 2, None)), write("me", 3));
        assert_eq!(Mirroring::default().put(&paper, &mine, false), Some(Ok(())));
        let written = record::from_text(&paper.read(ID).unwrap()).unwrap();
        assert_eq!((written.ahead_of, written.generation), (Some(2), 3));
    }

    #[test]
    fn what_only_the_mirror_has_is_kept_beside() {
        let theirs = text("other", 2, Some(1));
        let (paper, mine) = (with(&theirs), write("me", 3));
        assert_eq!(Mirroring::default().put(&paper, &mine, true), Some(Ok(())));
        assert_eq!(all(&paper), [(ID.to_owned(), mine.text), ("d-other".to_owned(), theirs)]);
    }

    #[test]
    fn what_says_the_same_need_not_be_kept_beside() {
        let mine = write("me", 3);
        let draft = record::from_text(&mine.text).unwrap();
        let theirs = StoredDraft { writer: "other".into(), generation: 2, ahead_of: Some(1), ..draft };
        let paper = with(&record::to_text(&theirs, "1022-CV/TU", "2024-06-18"));
        assert_eq!(Mirroring::default().put(&paper, &mine, true), Some(Ok(())));
        assert_eq!(all(&paper), [(ID.to_owned(), mine.text)]);
    }

    #[test]
    fn what_is_kept_beside_takes_no_other_s_place() {
        let theirs = text("other", 2, Some(1));
        let paper = with(&theirs);
        paper.write("d-other", "an earlier one").unwrap();
        assert_eq!(Mirroring::default().put(&paper, &write("me", 3), true), Some(Ok(())));
        assert_eq!(paper.read("d-other").unwrap(), "an earlier one");
        assert_eq!(paper.read("d-other+").unwrap(), theirs);
        // It is there already.
        paper.write(ID, &theirs).unwrap();
        assert_eq!(Mirroring::default().put(&paper, &write("me", 3), true), Some(Ok(())));
        assert_eq!(paper.texts.borrow().len(), 3);
    }

    #[test]
    fn what_was_written_as_the_page_was_left_gives_way_to_the_same_state_but_to_no_older_one() {
        let (paper, mirroring) = (Paper::default(), Mirroring::default());
        mirroring.put_at_once(&paper, &write("me", 4));
        let left = paper.read(ID).unwrap();
        assert_eq!(record::from_text(&left).unwrap().ahead_of, Some(3));
        assert_eq!(mirroring.put(&paper, &write("me", 3), true), Some(Ok(())));
        assert_eq!(paper.read(ID).unwrap(), left);
        assert_eq!(mirroring.put(&paper, &write("me", 4), true), Some(Ok(())));
        assert_eq!(paper.read(ID).unwrap(), text("me", 4, None));
    }

    #[test]
    fn what_this_window_wrote_under_another_name_is_another_s() {
        let (paper, mirroring) = (Paper::default(), Mirroring::default());
        assert_eq!(mirroring.put(&paper, &write("me", 4), false), Some(Ok(())));
        let before = paper.read(ID).unwrap();
        assert_eq!(mirroring.put(&paper, &write("me again", 5), true), Some(Ok(())));
        assert_eq!(all(&paper), [(ID.to_owned(), text("me again", 5, None)), ("d-me".to_owned(), before)]);
    }

    #[test]
    fn a_record_of_the_same_name_is_known_without_having_been_written_here() {
        let newer = text("me", 9, None);
        let paper = with(&newer);
        assert_eq!(Mirroring::default().put(&paper, &write("me", 3), true), Some(Ok(())));
        assert_eq!(paper.read(ID).unwrap(), newer);
        for older in [text("me", 2, Some(1)), text("me", 3, Some(2))] {
            let paper = with(&older);
            assert_eq!(Mirroring::default().put(&paper, &write("me", 3), true), Some(Ok(())));
            assert_eq!(all(&paper), [(ID.to_owned(), text("me", 3, None))]);
        }
    }
}
