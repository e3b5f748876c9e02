//! What the officer notes: remarks for units, what was read, what was marked.

use crate::model::Model;
use crate::msg::{Change, Effect, Noting};
use crate::note::{HasRead, Note, UnitRemark};
use crate::notes::read_id;
use crate::typed::Typed;
use crate::undo::{Changed, Reverse};
use exchange::remark::{Remark, RemarkState};

impl Model {
    pub(super) fn note(&mut self, noting: Noting, out: &mut Vec<Effect>) {
        match noting {
            Noting::RemarkField(id, field) => self.change_remark(&id, &|one| one.remark.field = field, out),
            Noting::Close(id) => self.change_remark(&id, &|one| one.remark.state = RemarkState::Done, out),
            Noting::Reopen(id) => self.change_remark(&id, &|one| one.remark.state = RemarkState::Sent, out),
            Noting::Read { unit, requirement, sha256, is_read } => {
                let id = read_id(&unit, &requirement);
                let known = self.open.as_ref().and_then(|open| open.notes.get(&id));
                let was = known.and_then(|note| note.read.as_ref()).is_some_and(|read| read.sha256 == sha256);
                if was == is_read {
                    return;
                }
                let read = is_read.then(|| HasRead { unit, requirement, sha256, ..HasRead::default() });
                self.set_notes(vec![Note { read, ..Note::removed(id) }], Changed::Read, out);
            }
        }
    }

    /// Says what was typed to a unit: other words of what was not handed out yet, else something new. What the unit has stays as it is.
    pub(super) fn say(&mut self, typed: Typed, out: &mut Vec<Effect>) {
        let Typed { unit, requirement, about, id, text, .. } = typed;
        let text = text.trim();
        let known = self.open.as_ref().and_then(|open| open.notes.get(&id)?.remark.as_ref());
        match known.map(|one| (one.is_new(), one.remark.text == text)) {
            None => self.remark(id, unit, requirement, about, text, out),
            Some((true, _)) => self.reword(&id, about, text, out),
            Some((false, true)) => {}
            Some((false, false)) => {
                let id = self.fresh_id();
                self.remark(id, unit, requirement, about, text, out);
            }
        }
    }

    /// Says something new to a unit, in a note of that id.
    fn remark(
        &mut self,
        id: String,
        unit: String,
        requirement: String,
        about: String,
        text: &str,
        out: &mut Vec<Effect>,
    ) {
        if text.is_empty() {
            return;
        }
        let by = self.directive.gathered_by().map(|(body, _)| body.to_owned()).unwrap_or_default();
        let (text, at) = (text.to_owned(), self.clock.now.to_iso());
        let remark = Remark { id: id.clone(), requirement, text, at, by, about, ..Remark::default() };
        let remark = Some(UnitRemark { unit, remark, ..UnitRemark::default() });
        self.set_notes(vec![Note { id, remark, ..Note::default() }], Changed::Remark, out);
    }

    /// Says it in other words, of that file; without words it is taken away. What the unit has stays as it is.
    fn reword(&mut self, id: &str, about: String, text: &str, out: &mut Vec<Effect>) {
        let note = self.open.as_ref().and_then(|open| open.notes.get(id));
        if !note.and_then(|note| note.remark.as_ref()).is_some_and(UnitRemark::is_new) {
            return;
        }
        if text.is_empty() {
            return self.set_notes(vec![Note::removed(id.to_owned())], Changed::Remark, out);
        }
        let reworded = |one: &mut UnitRemark| {
            if one.remark.text != text {
                text.clone_into(&mut one.remark.text);
                one.remark.about.clone_from(&about);
            }
        };
        self.change_remark(id, &reworded, out);
    }

    /// Changes a remark, where that makes a difference.
    fn change_remark(&mut self, id: &str, change: &dyn Fn(&mut UnitRemark), out: &mut Vec<Effect>) {
        let Some(note) = self.open.as_ref().and_then(|open| open.notes.get(id)).cloned() else { return };
        let mut changed = note.clone();
        let Some(one) = &mut changed.remark else { return };
        change(one);
        if changed == note {
            return;
        }
        if let Some(one) = &mut changed.remark {
            one.remark.at = self.clock.now.to_iso();
        }
        self.set_notes(vec![changed], Changed::Remark, out);
    }

    /// Puts notes in the places of those of their ids; they are undone together.
    pub(super) fn set_notes(&mut self, notes: Vec<Note>, what: Changed, out: &mut Vec<Effect>) {
        let changes = self.put_notes(notes);
        if let (Some(open), false) = (&mut self.open, changes.0.is_empty()) {
            open.undo.push(what, Reverse::Records(changes.1));
            out.push(self.saving.write(changes.0));
        }
    }

    /// Puts notes in the places of those of their ids: the changes, and what makes them undone.
    pub(super) fn put_notes(&mut self, notes: Vec<Note>) -> (Vec<Change>, Vec<Change>) {
        let at = self.clock.now.to_iso();
        let Some(open) = &mut self.open else { return (Vec::new(), Vec::new()) };
        let gathering = open.settings.id.clone();
        let as_written = |note| Change::Note(gathering.clone(), Box::new(note));
        let changed = notes.into_iter().map(|note| {
            let (note, before) = open.notes.change(Note { at: at.clone(), ..note });
            (as_written(note), as_written(before))
        });
        changed.unzip()
    }

    /// Takes in what was noted elsewhere. What came of notes that two people changed is written.
    pub(super) fn join_notes(&mut self, notes: Vec<Note>, out: &mut Vec<Effect>) {
        let Some(open) = &mut self.open else { return };
        let gathering = open.settings.id.clone();
        let joined = open.notes.join(notes);
        let changes = joined.into_iter().map(|note| Change::Note(gathering.clone(), Box::new(note)));
        let changes: Vec<Change> = changes.collect();
        if !changes.is_empty() {
            out.push(self.saving.write(changes));
        }
    }
}
