//! What each message does to the state.

use super::draft::Draft;
use super::edit::{self, Removed};
use super::host::{HostError, Told};
use super::model::Model;
use super::msg::{Clock, Edit, Effect, Msg, StoredRecord, WriteOutcome};
use super::notice::{NoticeKind, Undo};
use super::route::{Route, Section};
use super::saving::{Report, Saving};
use crate::domain::assessment::{Answer, Assessment, Status, UnitRef};
use crate::domain::field::Place;
use crate::exchange::record;

/// The id of the list of errors at the top of a section.
pub const ERROR_SUMMARY: &str = "error-summary";

impl Model {
    /// Takes a message in. Returns what is asked of the browser, in order.
    pub fn update(&mut self, clock: Clock, msg: Msg) -> Vec<Effect> {
        self.clock = clock;
        let mut effects = Vec::new();
        if self.host.readonly && msg.is_change() {
            return effects;
        }
        let before = self.route.clone();
        let is_hosts = matches!(msg, Msg::Host(_) | Msg::GoTo(_) | Msg::Loaded(_));
        self.act(msg, &mut effects);
        if self.route != before && !is_hosts {
            effects.push(Effect::Tell(Told::Change { edited: false }));
        }
        effects
    }

    fn act(&mut self, msg: Msg, out: &mut Vec<Effect>) {
        match msg {
            Msg::Loaded(loaded) => self.loaded(loaded, out),
            Msg::Host(host) => self.host(host, out),
            Msg::GoTo(id) => self.go_to(&id, out),
            Msg::Flush => self.flush(out),
            Msg::Go(route) => self.go(route, out),
            Msg::Arrived(route) => self.arrive(route, out),
            Msg::SetLang(lang) => {
                self.lang = lang;
                self.save_settings(out);
            }
            Msg::ChooseUnit(unit) => {
                self.unit = Some(unit);
                self.save_settings(out);
            }
            Msg::StartDraft(unit) => self.start_draft(unit, Section::General, out),
            Msg::StartFrom(id) => self.start_from(&id, out),
            Msg::AssessTask(task) => self.assess_task(task, out),
            Msg::OpenSample => self.open_sample(out),
            Msg::DeleteDraft(id) => self.delete_draft(&id, out),
            Msg::RestoreDraft(id) => self.set_deleted(&id, false, out),
            Msg::PurgeDraft(id) => self.purge_draft(&id, out),
            Msg::Edit(id, edit) => self.edit(&id, edit, out),
            Msg::Left => self.typing = None,
            Msg::SaveDue(id) => self.save(&id, out),
            Msg::Written(id, outcome) => self.written(&id, outcome, out),
            Msg::Hidden => self.hidden(out),
            Msg::Export(id) => self.export(&id, out),
            Msg::SavePage(id) => self.save_page(&id, out),
            Msg::Exported(id, outcome) => self.exported(&id, outcome, out),
            Msg::FileRead(name, bytes) => self.file_read(name, &bytes, out),
            Msg::FileTooLarge(name, size) => self.file_too_large(name, size, out),
            Msg::FileUnreadable(name) => self.file_unreadable(name, out),
            Msg::FileDeclined(reason) => self.notify(NoticeKind::FileDeclined(reason), None),
            Msg::DownloadRefused => self.notify(NoticeKind::ExportFailed, None),
            Msg::Import(choice) => self.import(choice, out),
            Msg::Dismiss(id) => {
                self.notices.retain(|notice| notice.id != id);
                out.push(Effect::Focus("notices".into()));
            }
            Msg::Undo(id) => self.undo(id, out),
            Msg::Focus(id) => out.push(Effect::Focus(id)),
            Msg::Follow(place) => self.follow(&place, out),
            Msg::DownloadDamaged(index) => self.download_damaged(index, out),
            Msg::Print => out.push(Effect::Print),
        }
    }

    pub(super) fn go(&mut self, route: Route, out: &mut Vec<Effect>) {
        out.push(Effect::Navigate(route.clone()));
        self.arrive(route, out);
    }

    fn arrive(&mut self, route: Route, out: &mut Vec<Effect>) {
        self.typing = None;
        out.push(Effect::Focus(self.focus_of(&route)));
        self.route = route;
        if let Some(draft) = self.current() {
            self.unit = Some(draft.assessment.unit.clone());
            self.save_settings(out);
        }
    }

    fn start_draft(&mut self, unit: UnitRef, section: Section, out: &mut Vec<Effect>) {
        let now = self.clock.now.to_iso();
        let assessment = Assessment { unit, created_at: now.clone(), updated_at: now, ..Assessment::default() };
        self.open_new(assessment, section, out);
    }

    pub(super) fn open_new(&mut self, assessment: Assessment, section: Section, out: &mut Vec<Effect>) -> String {
        let id = self.fresh_id();
        self.adopt(Draft::fresh(id.clone(), assessment), out);
        self.go(Route::Draft(id.clone(), section), out);
        id
    }

    /// The evidence and the steps that are still to be done go on; statuses and texts begin anew.
    fn start_from(&mut self, id: &str, out: &mut Vec<Effect>) {
        let Some(earlier) = self.draft(id).map(|draft| draft.assessment.clone()) else { return };
        let unfinished = |answer: Answer| {
            let goes_on = !answer.next_steps.is_empty() && answer.status != Some(Status::Done);
            goes_on.then(|| Answer { next_steps: answer.next_steps, ..Answer::default() })
        };
        let now = self.clock.now.to_iso();
        let name = earlier.unit.name.clone();
        let assessment = Assessment {
            unit: earlier.unit,
            // Ids of steps and entries count up with the edits: they must not begin again.
            revision: earlier.revision,
            created_at: now.clone(),
            updated_at: now,
            sample: earlier.sample,
            prepared_by: earlier.prepared_by,
            answers: earlier.answers.into_iter().filter_map(|(id, answer)| Some((id, unfinished(answer)?))).collect(),
            evidence: earlier.evidence,
            opted_in: earlier.opted_in,
            ..Assessment::default()
        };
        self.open_new(assessment, Section::General, out);
        self.notify(NoticeKind::StartedFrom(name), None);
    }

    fn assess_task(&mut self, task: String, out: &mut Vec<Effect>) {
        let Some(unit) = self.unit.clone() else { return self.go(Route::Drafts, out) };
        let viewed = self.viewed_draft().map(|draft| draft.id.clone());
        match viewed {
            Some(id) => self.go(Route::Draft(id, Section::Task(task)), out),
            None => self.start_draft(unit, Section::Task(task), out),
        }
    }

    fn open_sample(&mut self, out: &mut Vec<Effect>) {
        let mut assessment = crate::domain::sample::built_in();
        let now = self.clock.now.to_iso();
        assessment.created_at.clone_from(&now);
        assessment.updated_at = now;
        self.open_new(assessment, Section::Task("1".into()), out);
    }

    fn set_deleted(&mut self, id: &str, deleted: bool, out: &mut Vec<Effect>) {
        if let Some(draft) = self.draft_mut(id) {
            draft.deleted = deleted;
            self.edited(id, out);
        }
    }

    fn delete_draft(&mut self, id: &str, out: &mut Vec<Effect>) {
        let Some(draft) = self.draft(id) else { return };
        let unit = draft.assessment.unit.name.clone();
        self.set_deleted(id, true, out);
        if self.route.draft() == Some(id) {
            self.go(Route::Drafts, out);
        } else {
            out.push(Effect::Focus("view-title".into()));
        }
        self.notify(NoticeKind::DraftDeleted(unit), Some(Undo::Restore(id.to_owned())));
    }

    /// Only what was deleted before is removed for good.
    fn purge_draft(&mut self, id: &str, out: &mut Vec<Effect>) {
        if self.draft(id).is_some_and(|draft| draft.deleted) {
            self.drafts.retain(|draft| draft.id != id);
            self.notices.retain(|notice| notice.undo != Some(Undo::Restore(id.to_owned())));
            out.push(Effect::Remove(id.to_owned()));
            out.push(Effect::Focus("view-title".into()));
        }
    }

    fn edit(&mut self, id: &str, edit: Edit, out: &mut Vec<Effect>) {
        let now = self.clock.now.to_iso();
        self.typing = if let Edit::Text(field, _) = &edit { Some(Place::Field(field.clone())) } else { None };
        let Some(draft) = self.draft_mut(id) else { return };
        let Some(done) = edit::apply(&mut draft.assessment, edit) else { return };
        draft.assessment.revision += 1;
        draft.assessment.updated_at = now;
        draft.touch(&done.place);
        if let Some(focus) = done.focus {
            out.push(Effect::Focus(focus.dom_id()));
        }
        match done.removed {
            Some(Removed::Step(requirement, index, step)) => {
                let undo = Undo::Step(id.to_owned(), requirement, index, step);
                self.notify(NoticeKind::StepRemoved, Some(undo));
            }
            Some(Removed::Evidence(index, entry, users)) => {
                let kind = NoticeKind::EvidenceRemoved(entry.number.clone(), users.len());
                self.notify(kind, Some(Undo::Evidence(id.to_owned(), index, entry, users)));
            }
            None => {}
        }
        self.edited(id, out);
    }

    fn save(&mut self, id: &str, out: &mut Vec<Effect>) {
        let Some(draft) = self.draft_mut(id) else { return };
        if let Some((expected, generation)) = draft.saving.begin_write() {
            let record = draft.record(generation);
            let text = record::to_text(&record, &self.directive.id, &self.directive.edition);
            out.push(Effect::Write { id: id.to_owned(), expected, generation, text });
        }
    }

    /// Writes every draft that is not on disk, without waiting for its timer.
    fn flush(&mut self, out: &mut Vec<Effect>) {
        let drafts: Vec<String> = self.drafts.iter().map(|draft| draft.id.clone()).collect();
        for id in drafts {
            self.save(&id, out);
        }
    }

    fn written(&mut self, id: &str, outcome: WriteOutcome, out: &mut Vec<Effect>) {
        match outcome {
            WriteOutcome::Answered(report) => self.answered(id, report, out),
            WriteOutcome::Conflict(generation, text) => self.fork(id, generation, &text, out),
        }
    }

    fn answered(&mut self, id: &str, report: Report, out: &mut Vec<Effect>) {
        let now = self.clock.now;
        let Some(draft) = self.draft_mut(id) else { return };
        let before = draft.saving.report();
        let again = draft.saving.wrote(now, report);
        let is_told = before.is_some_and(|before| before.fault() == report.fault());
        match (again, report.fault()) {
            (None, _) => out.push(Effect::Tell(Told::Save(id.to_owned()))),
            (_, Some(fault)) if !is_told => out.push(Effect::Tell(Told::Error(HostError::NotSaved(fault)))),
            _ => {}
        }
        if let Some(milliseconds) = again {
            out.push(Effect::SaveTimer(id.to_owned(), milliseconds));
        }
        let one_store = report.journal.and(report.mirror).err().filter(|_| report.fault().is_none());
        if let Some(fault) = one_store.filter(|_| before != Some(report)) {
            self.notify(NoticeKind::OneStoreOnly(fault), None);
        }
    }

    /// Another tab has saved the draft since this one read it. Nothing is merged: what stands here goes on as a copy, and
    /// the other tab's state takes the draft's place.
    fn fork(&mut self, id: &str, generation: u64, text: &str, out: &mut Vec<Effect>) {
        let copy_id = self.fresh_id();
        let Some(index) = self.drafts.iter().position(|draft| draft.id == id) else { return };
        let mine = self.drafts.remove(index);
        match record::from_text(text) {
            Ok(theirs) => {
                let theirs = Draft::stored(theirs, Saving::loaded(generation, generation));
                self.drafts.push(Draft { views: copy_id.clone(), ..theirs });
            }
            Err(_) => self.damaged.push(StoredRecord {
                id: id.to_owned(),
                journal: Some((generation, text.to_owned())),
                mirror: None,
            }),
        }
        out.push(Effect::Tell(Told::Conflict(id.to_owned(), copy_id.clone())));
        let unit = mine.assessment.unit.name.clone();
        let copy = Draft { id: copy_id.clone(), saving: Saving::fresh(), ..mine };
        self.adopt(copy, out);
        if let Route::Draft(open, section) = &self.route
            && open == id
        {
            let route = Route::Draft(copy_id, section.clone());
            out.push(Effect::Navigate(route.clone()));
            self.route = route;
        }
        self.notify(NoticeKind::Forked(unit), None);
    }

    fn hidden(&mut self, out: &mut Vec<Effect>) {
        let dirty: Vec<String> =
            self.drafts.iter().filter(|draft| draft.saving.is_dirty()).map(|draft| draft.id.clone()).collect();
        for id in dirty {
            if let Some(draft) = self.draft(&id) {
                let generation = draft.saving.next_generation();
                let record = draft.record(generation);
                let text = record::to_text(&record, &self.directive.id, &self.directive.edition);
                out.push(Effect::Mirror { id: id.clone(), generation, text });
            }
            self.save(&id, out);
        }
    }

    fn undo(&mut self, notice: u32, out: &mut Vec<Effect>) {
        let Some(index) = self.notices.iter().position(|other| other.id == notice) else { return };
        match self.notices.remove(index).undo {
            Some(Undo::Restore(id)) => self.set_deleted(&id, false, out),
            Some(Undo::Unreplace(old, new)) => {
                self.set_deleted(&old, false, out);
                self.set_deleted(&new, true, out);
                self.go(Route::Drafts, out);
            }
            Some(Undo::Step(id, requirement, index, step)) => {
                let place = Place::Steps(requirement.clone());
                self.put_back(&id, &place, out, |assessment| {
                    edit::restore_step(assessment, requirement, index, step);
                });
            }
            Some(Undo::Evidence(id, index, entry, users)) => {
                self.put_back(&id, &Place::Register, out, |assessment| {
                    edit::restore_evidence(assessment, index, entry, users);
                });
            }
            None => {}
        }
    }

    fn put_back(&mut self, id: &str, place: &Place, out: &mut Vec<Effect>, change: impl FnOnce(&mut Assessment)) {
        let now = self.clock.now.to_iso();
        let Some(draft) = self.draft_mut(id) else { return };
        change(&mut draft.assessment);
        draft.assessment.revision += 1;
        draft.assessment.updated_at = now;
        draft.touch(place);
        out.push(Effect::Focus(place.dom_id()));
        self.edited(id, out);
    }

    /// Goes to the section where the place stands, unless it is the one that is shown, and moves the focus there.
    fn follow(&mut self, place: &Place, out: &mut Vec<Effect>) {
        let Route::Draft(id, shown) = &self.route else { return };
        let section = self.section_of(place);
        if self.shown_section(shown) != section {
            let route = Route::Draft(id.clone(), section);
            out.push(Effect::Navigate(route.clone()));
            self.route = route;
        }
        out.push(Effect::Focus(place.dom_id()));
    }

    fn download_damaged(&self, index: usize, out: &mut Vec<Effect>) {
        let Some(record) = self.damaged.get(index) else { return };
        let texts = [record.journal.as_ref().map(|(_, text)| text), record.mirror.as_ref()];
        for text in texts.into_iter().flatten() {
            out.push(Effect::Download([&record.id, ".txt"].concat(), text.clone()));
        }
    }

    /// The element that takes the focus when the person comes to a view: what is to be corrected there, if anything is.
    fn focus_of(&self, route: &Route) -> String {
        match route {
            Route::Directive(Some(at)) => ["card", at].join("-"),
            Route::Draft(_, Section::Requirement(requirement)) => ["requirement", requirement].join("-"),
            Route::Draft(id, section)
                if self.draft(id).is_some_and(|draft| !self.errors_in(section, &draft.assessment).is_empty()) =>
            {
                ERROR_SUMMARY.into()
            }
            _ => "view-title".into(),
        }
    }
}
