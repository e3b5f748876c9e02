//! The state of the report, and what each message does to it.

use crate::msg::{Effect, Keep, MakeFault, Msg};
use domain::assessment::Assessment;
use domain::directive::Directive;
use exchange::record::StoredDraft;
use json::Limits;
use report::document::Document;
use report::edits::{Edit, merge};
use report::profile::{Profile, Profiles};
use report::unit::{Kept, Particulars, UnitInput, document, suggested};
use std::rc::Rc;

/// How far a document for a word processor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Making {
    /// None was asked for.
    #[default]
    Not,
    /// It is being made.
    Now,
    /// It was handed out, with so many letters replaced.
    Done(u32),
    /// It could not be had.
    Failed(MakeFault),
}

/// A unit's report.
pub struct Model {
    directive: Directive,
    profiles: Profiles,
    /// The id of the draft.
    draft: String,
    assessment: Assessment,
    kept: Kept,
    /// Whether what was kept is of a form that this version does not know: it is left as it is, and nothing can be edited.
    is_newer: bool,
    /// What was given up last, by the id of its paragraph.
    given_up: Option<(String, Edit)>,
    /// What is kept of it, as far as is known here.
    base: String,
    /// Whether that was sent, and the form is yet to show it.
    is_sent: bool,
    making: Making,
    /// The id of the profile that it was dressed for last.
    dressed: String,
    document: Rc<Document>,
}

impl Model {
    /// The report of a unit of which nothing is known yet. There has to be a profile.
    #[must_use]
    pub fn new(directive: Directive, profiles: Profiles) -> Self {
        let empty = Document { sections: Vec::new(), is_sample: false, footer: None, left_out: Vec::new() };
        let (assessment, kept, document) = (Assessment::default(), Kept::default(), Rc::new(empty));
        let (draft, is_newer, given_up, base, is_sent, making, dressed) = Default::default();
        let mut model = Self {
            directive,
            profiles,
            draft,
            assessment,
            kept,
            is_newer,
            given_up,
            base,
            is_sent,
            making,
            dressed,
            document,
        };
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

    /// The unit, by its name.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.assessment.unit.name
    }

    /// The id of the directive.
    #[must_use]
    pub fn directive(&self) -> &str {
        &self.directive.id
    }

    /// How far a document for a word processor is.
    #[must_use]
    pub fn making(&self) -> Making {
        self.making
    }

    /// Does what a message says, and tells what is to be done.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let mut effects = self.act(msg);
        let profile = self.profile().map(|profile| profile.id.clone()).unwrap_or_default();
        if self.dressed != profile {
            self.dressed = profile;
            effects.push(Effect::Dress);
        }
        effects
    }

    fn act(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Print => return vec![Effect::Print],
            // Whatever was sent has come to the form by then.
            Msg::Closed => {
                self.is_sent = false;
                return Vec::new();
            }
            Msg::Make | Msg::Cancel | Msg::Made(_) => return self.make(msg),
            Msg::Shown(draft) => {
                self.show(*draft);
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
        let kept = self.kept.clone().write().as_ref().map(json::canonical).unwrap_or_default();
        let base = std::mem::replace(&mut self.base, kept.clone());
        self.is_sent = true;
        vec![Effect::Keep(Keep { draft: self.draft.clone(), base, kept })]
    }

    fn make(&mut self, msg: Msg) -> Vec<Effect> {
        let is_busy = self.making == Making::Now;
        match msg {
            Msg::Make if !is_busy => {
                self.making = Making::Now;
                return vec![Effect::Make];
            }
            // Given up, it answers that it was not made.
            Msg::Cancel if is_busy => {
                self.making = Making::Not;
                return vec![Effect::Cancel];
            }
            Msg::Made(outcome) if is_busy => self.making = outcome.map_or_else(Making::Failed, Making::Done),
            _ => {}
        }
        Vec::new()
    }

    /// Another draft, or another state of this one. What was given up belongs to the state before.
    fn show(&mut self, StoredDraft { id, assessment, report, .. }: StoredDraft) {
        if self.draft == id && self.is_sent && self.base != report {
            // It was drawn before the last letters came to it: they are on their way.
            self.assessment = assessment;
            return self.put_together();
        }
        self.is_sent = false;
        if self.draft != id {
            (self.draft, self.given_up) = (id, None);
        }
        let kept = read(&report);
        self.base = report;
        self.is_newer = kept.is_none();
        let kept = kept.unwrap_or_default();
        if self.kept != kept || self.assessment.unit != assessment.unit {
            self.given_up = None;
        }
        (self.assessment, self.kept) = (assessment, kept);
        self.put_together();
    }

    fn edit(&mut self, msg: Msg) {
        match msg {
            Msg::Fill(field, text) => {
                let by_rule = self.suggested();
                self.kept.particulars.fill(field, text, &by_rule);
            }
            Msg::Rewrite(id, text) => {
                // What is written anew is not written over by what was given up before.
                self.given_up.take_if(|(given_up, _)| *given_up == id);
                if let Some(paragraph) = self.document.paragraphs().find(|one| one.id == id) {
                    self.kept.edits.write(paragraph, &text);
                }
            }
            Msg::TakeGenerated(id) => {
                if let Some(edit) = self.kept.edits.take_back(&id) {
                    self.given_up = Some((id, edit));
                }
            }
            Msg::KeepRewritten(id) => {
                if let Some(paragraph) = self.document.paragraphs().find(|one| one.id == id) {
                    self.kept.edits.keep(paragraph);
                }
            }
            Msg::Undo => {
                if let Some((id, edit)) = self.given_up.take() {
                    self.kept.edits.paragraphs.insert(id, edit);
                }
            }
            Msg::Shown(_) | Msg::Closed | Msg::Print | Msg::Make | Msg::Cancel | Msg::Made(_) => {}
        }
    }

    fn put_together(&mut self) {
        let Some(profile) = self.profile() else { return };
        let (directive, assessment, particulars) = (&self.directive, &self.assessment, &self.kept.particulars);
        let generated = document(&UnitInput { directive, assessment, profile, particulars });
        self.document = Rc::new(merge(generated, &self.kept.edits));
    }
}

/// What was kept; none where it has a form that this version does not know.
fn read(kept: &str) -> Option<Kept> {
    if kept.is_empty() {
        return Some(Kept::default());
    }
    json::read(kept.as_bytes(), &Limits::STORE).ok().and_then(|json| Kept::read(json).ok())
}

#[cfg(test)]
mod tests;
