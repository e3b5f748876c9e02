//! The disk, which the windows share.

use coordination::msg::{Change, Msg};
use coordination::note::Note;
use coordination::rewrite::Rewrite;
use coordination::settings::Settings;
use coordination::tally::Tally;
use coordination::thing::{Taken, Thing};
use coordination::typed::Typed;
use gathering::decisions::Decision;
use std::collections::BTreeMap;

/// What is on the disk: everything by the id of its gathering.
#[derive(Clone, Default)]
pub struct Disk {
    pub settings: BTreeMap<String, Settings>,
    pub tallies: BTreeMap<String, Tally>,
    pub decisions: BTreeMap<(String, String), Decision>,
    pub rewrites: BTreeMap<(String, String), Rewrite>,
    pub notes: BTreeMap<(String, String), Note>,
    /// Decisions and notes that came in bundles, and stand beside those of their ids.
    pub beside: Vec<(String, Decision)>,
    pub beside_notes: Vec<(String, Note)>,
    /// By the keys of the fields.
    pub typed: BTreeMap<(String, String), Typed>,
    /// What windows have kept as they were left, and no other has written.
    pub left: BTreeMap<char, Vec<Change>>,
    /// Things with their assessments and the bytes of their lines, by their ids.
    pub things: BTreeMap<(String, String), Kept>,
}

#[derive(Clone)]
pub struct Kept {
    pub thing: Thing,
    pub taken: Vec<Taken>,
    pub bytes: BTreeMap<u32, Vec<u8>>,
}

impl Disk {
    pub fn write(&mut self, changes: Vec<Change>) {
        for change in changes {
            match change {
                Change::Settings(settings) => drop(self.settings.insert(settings.id.clone(), *settings)),
                Change::Decision(of, decision) => {
                    self.beside.retain(|(other, one)| (other, &one.id) != (&of, &decision.id));
                    drop(self.decisions.insert((of, decision.id.clone()), *decision));
                }
                Change::Rewrite(of, rewrite) => {
                    drop(self.rewrites.insert((of, rewrite.paragraph.clone()), *rewrite));
                }
                Change::Note(of, note) => {
                    self.beside_notes.retain(|(other, one)| (other, &one.id) != (&of, &note.id));
                    drop(self.notes.insert((of, note.id.clone()), *note));
                }
                Change::Typed(of, typed) => drop(self.typed.insert((of, typed.key()), *typed)),
                Change::NoTyped(of, key) => drop(self.typed.remove(&(of, key))),
                Change::NoGathering(id) => {
                    self.typed.retain(|(of, _), _| *of != id);
                    self.rewrites.retain(|(of, _), _| *of != id);
                    self.notes.retain(|(of, _), _| *of != id);
                    self.settings.remove(&id);
                    self.decisions.retain(|(of, _), _| *of != id);
                    self.things.retain(|(of, _), _| *of != id);
                }
            }
        }
    }

    /// Writes what windows have kept as they were left.
    pub fn take_left(&mut self) {
        for changes in std::mem::take(&mut self.left).into_values() {
            self.write(changes);
        }
    }

    pub fn typed_of(&self, id: &str) -> Vec<Typed> {
        self.typed.iter().filter(|((of, _), _)| of == id).map(|(_, typed)| typed.clone()).collect()
    }

    pub fn shelf(&self) -> Vec<Msg> {
        let tallies = self.tallies.iter().map(|(id, tally)| (id.clone(), tally.clone())).collect();
        vec![Msg::ShelfRead(Ok(self.settings.values().cloned().collect())), Msg::TalliesRead(tallies)]
    }

    pub fn keep_tally(&mut self, id: String, tally: Option<Tally>) -> Vec<Msg> {
        match tally {
            Some(tally) => drop(self.tallies.insert(id, tally)),
            None => drop(self.tallies.remove(&id)),
        }
        Vec::new()
    }

    pub fn decisions_of(&self, id: &str) -> Vec<Decision> {
        let own = self.decisions.iter().filter(|((of, _), _)| of == id).map(|(_, decision)| decision);
        own.chain(self.beside.iter().filter(|(of, _)| of == id).map(|(_, decision)| decision)).cloned().collect()
    }

    pub fn rewrites_of(&self, id: &str) -> Vec<Rewrite> {
        self.rewrites.iter().filter(|((of, _), _)| of == id).map(|(_, rewrite)| rewrite.clone()).collect()
    }

    /// How many decisions were not removed.
    pub fn decided(&self) -> usize {
        self.decisions.values().filter(|decision| !decision.is_removed()).count()
    }

    /// How many paragraphs are rewritten.
    pub fn rewritten(&self) -> usize {
        self.rewrites.values().filter(|rewrite| rewrite.edit().is_some()).count()
    }

    /// How many notes say something.
    pub fn noted(&self) -> usize {
        self.notes.values().filter(|note| !note.is_removed()).count()
    }

    pub fn notes_of(&self, id: &str) -> Vec<Note> {
        let own = self.notes.iter().filter(|((of, _), _)| of == id).map(|(_, note)| note);
        own.chain(self.beside_notes.iter().filter(|(of, _)| of == id).map(|(_, note)| note)).cloned().collect()
    }

    pub fn things_of(&self, id: &str) -> Vec<Kept> {
        self.things.iter().filter(|((of, _), _)| of == id).map(|(_, kept)| kept.clone()).collect()
    }
}
