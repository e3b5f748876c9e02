//! The sample gets its issues once it was taken in: what its units say is read for that.

use crate::model::Model;
use crate::msg::Effect;
use crate::sample_issues::{files, notes};

impl Model {
    /// Asks for what units of the sample say, once, where there are no issues yet.
    pub(super) fn begin_sample_issues(&mut self, out: &mut Vec<Effect>) {
        let Some(open) = &mut self.open else { return };
        if !open.settings.sample || open.notes.had_issues() {
            return;
        }
        self.sampled = files(open);
        let missing = open.words.ask(self.sampled.iter().cloned());
        if !missing.is_empty() {
            out.push(Effect::LoadWords(open.settings.id.clone(), missing));
        }
    }

    /// Finds its issues, once all of that is there. They are no change of the officer's.
    pub(super) fn end_sample_issues(&mut self, out: &mut Vec<Effect>) {
        let Some(open) = &self.open else { return };
        let is_here = |(thing, line): &(String, u32)| open.words.get(thing, *line).is_some();
        if self.sampled.is_empty() || !self.sampled.iter().all(is_here) {
            return;
        }
        let notes = notes(open, &self.directive, &self.sampled);
        self.sampled.clear();
        let (changes, _) = self.put_notes(notes);
        if !changes.is_empty() {
            out.push(self.saving.write(changes));
        }
    }
}
