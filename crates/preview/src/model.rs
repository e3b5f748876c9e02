//! The state of the report, and what each message does to it.

use crate::msg::{Effect, Msg};
use crate::particular::Particular;
use domain::assessment::Assessment;
use domain::directive::Directive;
use json::Json;
use report::document::Document;
use report::edits::{Edit, merge};
use report::profile::{Profile, Profiles};
use report::unit::{Kept, Particulars, UnitInput, document, suggested};
use std::rc::Rc;

/// A unit's report.
pub struct Model {
    directive: Directive,
    profiles: Profiles,
    assessment: Assessment,
    kept: Kept,
    /// Whether what was kept is of a form that this version does not know: it is left as it is, and nothing can be edited.
    is_newer: bool,
    /// What was given up last, by the id of its paragraph.
    given_up: Option<(String, Edit)>,
    document: Rc<Document>,
}

impl Model {
    /// The report of a unit of which nothing is known yet. There has to be a profile.
    #[must_use]
    pub fn new(directive: Directive, profiles: Profiles) -> Self {
        let empty = Document { sections: Vec::new(), is_sample: false, footer: None, left_out: Vec::new() };
        let (assessment, kept) = (Assessment::default(), Kept::default());
        let mut model =
            Self { directive, profiles, assessment, kept, is_newer: false, given_up: None, document: Rc::new(empty) };
        model.put_together();
        model
    }

    /// The report as it stands.
    #[must_use]
    pub fn document(&self) -> &Rc<Document> {
        &self.document
    }

    /// How it looks.
    #[must_use]
    pub fn profile(&self) -> Option<&Profile> {
        self.profiles.get(&self.kept.particulars.profile)
    }

    /// All ways in which it can look.
    #[must_use]
    pub fn profiles(&self) -> &[Profile] {
        &self.profiles.profiles
    }

    /// What was filled in of what stands around the text.
    #[must_use]
    pub fn particulars(&self) -> &Particulars {
        &self.kept.particulars
    }

    /// What stands around the text where nothing was filled in.
    #[must_use]
    pub fn suggested(&self) -> Particulars {
        let profile = self.profile();
        profile.map(|profile| suggested(&self.directive, &self.assessment.unit.name, profile)).unwrap_or_default()
    }

    /// Whether it can be edited. What a newer version has kept cannot.
    #[must_use]
    pub fn is_editable(&self) -> bool {
        !self.is_newer
    }

    /// Of how many paragraphs that were rewritten what lies beneath has changed, or is no longer there.
    #[must_use]
    pub fn changed_beneath(&self) -> usize {
        self.document.changed_beneath()
    }

    /// Whether something was given up that can be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.given_up.is_some()
    }

    /// Does what a message says, and tells what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Print => return vec![Effect::Print],
            Msg::Shown(assessment, kept) => {
                self.show(*assessment, kept);
                return Vec::new();
            }
            _ if self.is_newer => return Vec::new(),
            msg => {
                let before = self.kept.clone();
                self.edit(msg);
                if self.kept == before {
                    return Vec::new();
                }
            }
        }
        self.put_together();
        vec![Effect::Keep(self.kept.clone().write())]
    }

    /// Another draft, or another state of this one. What was given up belongs to the state before.
    fn show(&mut self, assessment: Assessment, kept: Option<Json>) {
        let read = kept.map(Kept::read).transpose();
        self.is_newer = read.is_err();
        let kept = read.ok().flatten().unwrap_or_default();
        if self.kept != kept || self.assessment.unit != assessment.unit {
            self.given_up = None;
        }
        (self.assessment, self.kept) = (assessment, kept);
        self.put_together();
    }

    fn edit(&mut self, msg: Msg) {
        let edits = &mut self.kept.edits;
        match msg {
            Msg::Fill(field, text) => self.fill(field, text),
            Msg::Rewrite(id, text) => {
                if let Some(paragraph) = self.document.paragraphs().find(|one| one.id == id) {
                    edits.write(paragraph, &text);
                }
            }
            Msg::TakeGenerated(id) => {
                if let Some(edit) = edits.take_back(&id) {
                    self.given_up = Some((id, edit));
                }
            }
            Msg::KeepRewritten(id) => {
                if let Some(paragraph) = self.document.paragraphs().find(|one| one.id == id) {
                    edits.keep(paragraph);
                }
            }
            Msg::Undo => {
                if let Some((id, edit)) = self.given_up.take() {
                    edits.paragraphs.insert(id, edit);
                }
            }
            Msg::Shown(..) | Msg::Print => {}
        }
    }

    /// What is filled in as it stands there anyway is not filled in: it goes on following the rule.
    fn fill(&mut self, field: Particular, text: String) {
        let is_suggested = field != Particular::Profile && field.text(&self.suggested()) == text;
        let place = field.text_mut(&mut self.kept.particulars);
        *place = if is_suggested { String::new() } else { text };
    }

    fn put_together(&mut self) {
        let Some(profile) = self.profile() else { return };
        let (directive, assessment, particulars) = (&self.directive, &self.assessment, &self.kept.particulars);
        let generated = document(&UnitInput { directive, assessment, profile, particulars });
        self.document = Rc::new(merge(generated, &self.kept.edits));
    }
}

#[cfg(test)]
mod tests;
