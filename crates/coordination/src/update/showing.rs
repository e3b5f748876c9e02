//! The files of the unit on the screen: loaded from the store, and held in memory while they are shown.

use crate::filter::current_row;
use crate::model::{Model, Open, Shown};
use crate::msg::Effect;
use crate::notice::NoticeKind;
use crate::place::Place;
use gathering::verdict::Verdict;
use std::rc::Rc;
use storage::StoreFault;

/// So many files of a unit are shown beside each other.
const MOST: usize = 8;

impl Model {
    /// Asks for the files of the unit that is looked at, and lets go of all others.
    pub(super) fn keep_shown(&mut self, out: &mut Vec<Effect>) {
        let Some(open) = &self.open else { return };
        let (wanted, before) = match &self.place {
            Place::Unit(id, unit) if *id == open.settings.id => (open.files_of(unit), None),
            Place::Reading(id, _) if *id == open.settings.id => match current_row(self) {
                Some(current) => (open.files_of(current.unit), open.file_before(current.row)),
                None => (Vec::new(), None),
            },
            _ => (Vec::new(), None),
        };
        let Some(open) = &mut self.open else { return };
        let wanted: Vec<(String, u32)> = wanted.into_iter().chain(before.clone()).collect();
        if wanted == self.wanted {
            return;
        }
        let mut shown = open.all_shown();
        shown.retain(|one| wanted.iter().any(|file| is_of(one, file)));
        for (thing, line) in wanted.iter().filter(|file| !self.wanted.contains(file)) {
            out.push(Effect::LoadFile(open.settings.id.clone(), thing.clone(), *line));
        }
        self.wanted = wanted;
        self.wanted_before = before;
        open.arrange(shown, &self.wanted, self.wanted_before.as_ref());
    }

    pub(super) fn file_loaded(&mut self, thing: &str, line: u32, bytes: Result<Vec<u8>, StoreFault>) {
        let file = (thing.to_owned(), line);
        if !self.wanted.contains(&file) {
            return;
        }
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(fault) => return self.notify(NoticeKind::Unloaded(fault)),
        };
        let Ok(incoming) = exchange::read(&bytes, &self.directive.id) else {
            return self.notify(NoticeKind::Unreadable);
        };
        let assessments = incoming.envelope.assessments.into_iter().map(Rc::new).collect();
        let Some(open) = &mut self.open else { return };
        let mut shown = open.all_shown();
        shown.retain(|one| !is_of(one, &file));
        shown.push((file.0, file.1, assessments));
        open.arrange(shown, &self.wanted, self.wanted_before.as_ref());
    }
}

fn is_of(shown: &Shown, file: &(String, u32)) -> bool {
    shown.0 == file.0 && shown.1 == file.1
}

impl Open {
    /// The files of a unit that are to be shown: those that count, then those that wait for a decision; where there are none, the first
    /// of the others.
    fn files_of(&self, unit: &str) -> Vec<(String, u32)> {
        let row = self.count.units.rows.iter().position(|row| row.id == unit);
        let Some(row) = row.and_then(|row| self.count.standing.rows.get(row)) else { return Vec::new() };
        let others = row.others.iter().chain(&row.beneath).take(1);
        let first = row.counting.iter().chain(&row.waiting);
        let places: Vec<&u32> = if first.clone().next().is_some() { first.collect() } else { others.collect() };
        let mut files = Vec::new();
        for taken in places.into_iter().filter_map(|at| self.taken.get(*at as usize)) {
            let file = (taken.thing.clone(), taken.line);
            if !files.contains(&file) && files.len() < MOST {
                files.push(file);
            }
        }
        files
    }

    /// The file whose place the one took that counts for this row: of several the one with the most edits.
    fn file_before(&self, row: u32) -> Option<(String, u32)> {
        let standing = self.count.standing.rows.get(row as usize)?;
        let now = &self.taken.get(*standing.counting.first()? as usize)?.received.key;
        let is_before = |at: &&u32| match self.count.standing.verdicts.get(**at as usize) {
            Some(Verdict::Superseded { by, .. }) => by == now,
            _ => false,
        };
        let before = standing.others.iter().filter(is_before).filter_map(|at| self.taken.get(*at as usize));
        let before = before.max_by_key(|taken| (taken.received.facts.revision, &taken.received.key))?;
        Some((before.thing.clone(), before.line))
    }

    /// Takes out all that is shown.
    fn all_shown(&mut self) -> Vec<Shown> {
        self.shown.take().into_iter().chain(self.beside.drain(..)).chain(self.before.take()).collect()
    }

    /// Puts the files in the order in which they are wanted, and the one before them apart.
    fn arrange(&mut self, mut shown: Vec<Shown>, wanted: &[(String, u32)], before: Option<&(String, u32)>) {
        let place = shown.iter().position(|one| before.is_some_and(|file| is_of(one, file)));
        self.before = place.map(|at| shown.swap_remove(at));
        shown.sort_by_key(|one| wanted.iter().position(|file| is_of(one, file)));
        let mut shown = shown.into_iter().peekable();
        let is_first = shown.peek().zip(wanted.first()).is_some_and(|(one, file)| is_of(one, file));
        self.shown = if is_first { shown.next() } else { None };
        self.beside = shown.collect();
    }
}
