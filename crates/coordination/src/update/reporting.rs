//! The report upwards: what units say is loaded when the report is opened, and what the officer rewrites is stored.

use crate::model::{Model, Open};
use crate::msg::{Change, Effect};
use crate::notice::NoticeKind;
use crate::place::Place;
use crate::rewrite::Rewrite;
use crate::typed::{Typed, TypedOf};
use crate::undo::{Changed, Reverse};
use crate::words::Words;
use report::document::Document;
use report::edits::Edits;

impl Model {
    /// While the report is looked at, what units say is read anew whenever something else counts.
    pub(super) fn keep_said(&mut self, out: &mut Vec<Effect>) {
        let is_made = self.open.as_ref().is_some_and(|open| self.awaits_said(&open.settings.id));
        let Some(open) = &mut self.open else { return };
        let is_wanted = is_made || matches!(&self.place, Place::Report(id) if *id == open.settings.id);
        let is_whole = open.loading.is_none() && open.intake.is_none() && open.is_counted();
        if !is_wanted || !is_whole || open.said.is_of(&open.count) {
            return;
        }
        let basis = open.settings.basis(&self.directive);
        // What could not be read may be there again.
        open.words.forget_unread();
        open.said.begin(&open.count, &open.taken, &open.words, &basis);
        let missing = open.words.ask(open.said.left());
        if !missing.is_empty() {
            out.push(Effect::LoadWords(open.settings.id.clone(), missing));
        }
    }

    pub(super) fn words_loaded(&mut self, id: &str, words: Vec<Words>, out: &mut Vec<Effect>) {
        // What was loaded for a gathering that was let go of is asked for again when that is opened.
        let Some(open) = self.open.as_mut().filter(|open| open.settings.id == id) else { return };
        let basis = open.settings.basis(&self.directive);
        open.said.take(&words, &basis);
        open.words.take(words);
        self.end_sample_issues(out);
    }

    /// The officer's words as they were typed, over what they were typed over: the report may have changed since, may no longer have that
    /// paragraph, or cannot be put together now.
    pub(super) fn take_paragraph(&mut self, typed: &Typed, out: &mut Vec<Effect>) {
        let document = self.open.as_ref().and_then(|open| open.document(self));
        let mut paragraphs = document.iter().flat_map(Document::paragraphs);
        let (id, text) = (&typed.id, &typed.text);
        match paragraphs.find(|one| one.id == *id && one.base() == typed.base) {
            Some(paragraph) => self.edit_report(id, |edits| edits.write(paragraph, text), out),
            None => self.edit_report(id, |edits| edits.write_over(id, &typed.base, text), out),
        }
    }

    /// Takes what is generated now in the place of the officer's words.
    pub(super) fn take_generated(&mut self, paragraph: &str, out: &mut Vec<Effect>) {
        self.edit_report(paragraph, |edits| drop(edits.take_back(paragraph)), out);
    }

    /// Keeps the officer's words, though something else is generated now.
    pub(super) fn keep_rewritten(&mut self, paragraph: &str, out: &mut Vec<Effect>) {
        let document = self.open.as_ref().and_then(|open| open.document(self));
        let Some(paragraph) = document.iter().flat_map(|one| one.paragraphs()).find(|one| one.id == paragraph) else {
            return;
        };
        self.edit_report(&paragraph.id, |edits| edits.keep(paragraph), out);
    }

    /// Changes what was rewritten of a paragraph: it is kept, and can be taken back.
    fn edit_report(&mut self, paragraph: &str, edit: impl FnOnce(&mut Edits), out: &mut Vec<Effect>) {
        let id = self.fresh_id();
        let Some(open) = &mut self.open else { return };
        let before = open.rewritten(paragraph);
        edit(&mut open.edits);
        let now = open.edits.paragraphs.get(paragraph).cloned();
        if now != before.edit() {
            self.rewrite(before.followed_by(now, id), out);
        }
    }

    /// Puts what is rewritten of a paragraph in the place of what was.
    fn rewrite(&mut self, now: Rewrite, out: &mut Vec<Effect>) {
        let Some(open) = &mut self.open else { return };
        let before = open.rewritten(&now.paragraph);
        let written = |rewrite| vec![Change::Rewrite(open.settings.id.clone(), Box::new(rewrite))];
        out.push(self.saving.write(written(now.clone())));
        if before.edit() != now.edit() {
            let reverse = Reverse::Records(written(before));
            open.undo.push(Changed::Rewrite, reverse);
        }
        open.put_rewrite(now);
    }

    /// Takes in what a colleague rewrote. Words that the colleague did not know stand; where those say something else, the officer is told.
    pub(super) fn join_rewrites(&mut self, rewrites: Vec<Rewrite>, out: &mut Vec<Effect>) {
        let mut others = 0;
        for theirs in rewrites.into_iter().map(Rewrite::known) {
            let Some(open) = &self.open else { return };
            let here = open.rewritten(&theirs.paragraph);
            // Whoever is typing has not seen what came meanwhile.
            let is_typed = |typed: &Typed| typed.of == TypedOf::Paragraph && typed.id == theirs.paragraph;
            let joined = here.joined(&theirs).filter(|_| !open.typing.to_be_taken().iter().any(is_typed));
            match joined {
                Some(joined) if joined != here => self.rewrite(joined, out),
                Some(_) => {}
                None => others += u32::from(here.text != theirs.text),
            }
        }
        if others > 0 {
            self.notify(NoticeKind::RewrittenOtherwise(others));
        }
    }
}

impl Open {
    /// What was rewritten of a paragraph.
    pub(super) fn rewritten(&self, paragraph: &str) -> Rewrite {
        let nothing = || Rewrite { paragraph: paragraph.to_owned(), ..Rewrite::default() };
        self.rewrites.get(paragraph).cloned().unwrap_or_else(nothing)
    }

    /// Puts what is rewritten of a paragraph in the place of what was.
    pub(super) fn put_rewrite(&mut self, rewrite: Rewrite) {
        let id = rewrite.paragraph.clone();
        match rewrite.edit() {
            Some(edit) => drop(self.edits.paragraphs.insert(id.clone(), edit)),
            None => drop(self.edits.take_back(&id)),
        }
        self.rewrites.insert(id, rewrite);
    }
}
