//! All that units say in words in the assessments that count, collected for the report: difficulties and proposals by issue, and
//! next steps.

use crate::count::Count;
use crate::thing::Taken;
use crate::words::{FileId, Loaded, Words};
use gathering::basis::Basis;
use gathering::statements::{Alike, Statement, Step, alike, statements, steps};
use gathering::summary::counted;
use gathering::unit_set::UnitSet;
use std::collections::BTreeMap;
use std::mem;
use std::rc::Rc;

/// What all units say. It is gathered file by file, so that the words of all files need not be there at once.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The count that says what counts; none before anything was asked for.
    of: Option<Rc<Count>>,
    /// The files that were not read yet, each with what counts of it.
    left: BTreeMap<FileId, Vec<Counting>>,
    /// The scope of each unit, by its place in the rows.
    scopes: BTreeMap<u32, UnitSet>,
    statements: Vec<Statement>,
    steps: Vec<Step>,
    alike: Vec<Alike>,
    all: usize,
    unread: usize,
}

/// An assessment that counts.
#[derive(Clone, Debug)]
struct Counting {
    /// Its place in its file.
    index: usize,
    /// The unit, by its place in the rows.
    unit: u32,
}

impl Said {
    /// How many files have been read, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.all - self.left.len(), self.all)
    }

    /// How many of them cannot be read: what they say is missing.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.unread
    }

    /// What is said alike, and the next steps, once all of that count was read.
    #[must_use]
    pub fn of(&self, count: &Rc<Count>) -> Option<(&[Alike], &[Step])> {
        (self.is_of(count) && self.left.is_empty()).then_some((self.alike.as_slice(), self.steps.as_slice()))
    }

    pub(crate) fn is_of(&self, count: &Rc<Count>) -> bool {
        self.of.as_ref().is_some_and(|of| Rc::ptr_eq(of, count))
    }

    /// Begins anew with what counts now, and takes what was loaded already. What is left has to be asked for.
    pub(crate) fn begin(&mut self, count: &Rc<Count>, taken: &[Taken], loaded: &Loaded, basis: &Basis<'_>) {
        let counted = counted(taken, &count.standing, &count.units);
        let scopes = counted.iter().map(|one| (one.unit, one.scope(basis))).collect();
        *self = Self { of: Some(Rc::clone(count)), scopes, ..Self::default() };
        for counting in count.figures().counting() {
            let Some(one) = taken.get(counting.received as usize) else { continue };
            let counting = Counting { index: one.received.key.index as usize, unit: counting.unit };
            self.left.entry((one.thing.clone(), one.line)).or_default().push(counting);
        }
        self.all = self.left.len();
        let here: Vec<&Words> = self.left.keys().filter_map(|(thing, line)| loaded.get(thing, *line)).collect();
        for words in here {
            self.read(words, basis);
        }
        self.finish();
    }

    /// The files that were not read yet.
    pub(crate) fn left(&self) -> impl Iterator<Item = FileId> {
        self.left.keys().cloned()
    }

    /// Takes what files say, of those that were not read yet.
    pub(crate) fn take(&mut self, words: &[Words], basis: &Basis<'_>) {
        if self.left.is_empty() {
            return;
        }
        for one in words {
            self.read(one, basis);
        }
        self.finish();
    }

    fn read(&mut self, words: &Words, basis: &Basis<'_>) {
        let Some(counting) = self.left.remove(&words.file()) else { return };
        let Some(assessments) = &words.assessments else {
            self.unread += 1;
            return;
        };
        for Counting { index, unit } in counting {
            if let Some((assessment, scope)) = assessments.get(index).zip(self.scopes.get(&unit)) {
                self.statements.extend(statements(unit, scope, assessment, basis));
                self.steps.extend(steps(unit, scope, assessment, basis));
            }
        }
    }

    /// Once all was read: the order in which it came does not matter.
    fn finish(&mut self) {
        if self.left.is_empty() {
            self.alike = alike(mem::take(&mut self.statements));
            self.steps.sort_by_key(|step| (step.unit, step.requirement));
        }
    }
}
