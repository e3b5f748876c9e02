//! What each message does to the model.

mod comparing;
mod conflicts;
mod drawing;
mod edit;
mod exporting;
mod hosting;
mod importing;
mod loading;
mod looking;
mod notices;
mod removing;
mod reporting;
mod restoring;
mod resuming;
mod returning;
mod space;
mod unpacking;

use crate::board::BOARD_DOM_ID;
use crate::draft::Draft;
use crate::history::Reason;
use crate::host::HostEvent;
use crate::model::Model;
use crate::msg::{Clock, Edit, Effect, Msg};
use crate::notice::{NoticeKind, PastNotice, Undo};
use crate::removal::Stage;
use crate::review::ReviewFinding;
use crate::route::{Route, Section};
use domain::assessment::{Answer, Assessment, Status, UnitRef};
use domain::field::{Field, FormPlace};
use edit::RemovedItem;
use exporting::hand_out;

/// The id of the list of errors at the top of a section.
pub const ERROR_SUMMARY: &str = "error-summary";

impl Model {
    /// Takes a message in. Returns what is asked of the browser, in order.
    pub fn update(&mut self, clock: Clock, msg: Msg) -> Vec<Effect> {
        self.clock = clock;
        self.turn = self.turn.wrapping_add(1);
        let mut effects = Vec::new();
        if self.host.readonly && msg.is_change() {
            return effects;
        }
        if !self.ready && msg.needs_the_stores() {
            if let Msg::SetLang(lang) = msg {
                // Shown at once, and kept later.
                self.lang = lang;
            }
            self.early.push(msg);
            return effects;
        }
        let (before, board, report) = (self.route.clone(), self.board(), self.report());
        let is_hosts = matches!(msg, Msg::Host(_) | Msg::GoTo(_) | Msg::Loaded(_));
        self.act(msg, &mut effects);
        self.turn = self.turn.wrapping_add(1);
        self.keep_history_open(&mut effects);
        if self.board() != board {
            effects.push(Effect::Board(self.board()));
        }
        if self.report() != report {
            effects.push(Effect::Report(self.report()));
        }
        if self.route != before && !is_hosts {
            effects.push(Effect::Tell(HostEvent::Change { edited: false }));
        }
        effects
    }

    pub(super) fn act(&mut self, msg: Msg, out: &mut Vec<Effect>) {
        match msg {
            Msg::Loaded(loaded) => self.loaded(loaded, out),
            Msg::ReadAgain(loaded) => self.read_again(loaded, out),
            Msg::Host(host) => self.host(host, out),
            Msg::GoTo(id) => self.go_to(&id, out),
            Msg::Flush => self.flush(out),
            Msg::SaveNow => self.save_now(out),
            Msg::Go(route) => self.go(route, out),
            Msg::Arrived(route) => self.arrive(route, out),
            Msg::SetLang(lang) => {
                self.lang = lang;
                self.save_settings(out);
            }
            Msg::ChooseUnit(unit) => {
                self.unit = Some(unit);
                self.left = None;
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
            Msg::KeepReport(id, base, kept) => self.keep_report(id, &base, kept, out),
            Msg::Entered(id, field) => self.enter_field(id, field),
            Msg::Left => self.leave_field(),
            Msg::SaveDue(id) => self.save(&id, out),
            Msg::Written(id, number, outcome) => self.written(&id, number, outcome, out),
            Msg::Seen(record) => self.seen(record, out),
            Msg::Hidden => self.leave(out),
            Msg::Export(id) => self.export(&id, out),
            Msg::ExportPortion(id, requirements) => self.export_portion(&id, &requirements, out),
            Msg::SavePage(id) => self.save_page(&id, out),
            Msg::Exported(id, content, outcome) => self.exported(&id, &content, outcome, out),
            Msg::PortionExported(outcome) => self.portion_exported(outcome),
            Msg::FileRead(name, bytes) => self.file_read(name, &bytes, out),
            Msg::FilesRead(reviews, left_out) => self.files_read(reviews, left_out, out),
            Msg::FileTooLarge(name, size) => self.refuse(name, ReviewFinding::too_large(size), out),
            Msg::FileUnreadable(name) => self.refuse(name, ReviewFinding::Unreadable, out),
            Msg::Unpacked(name, unpacked) => self.unpacked(name, unpacked, out),
            Msg::Compare(id) => self.compare(&id, out),
            Msg::OpenReview(index) => self.open_review(index, out),
            Msg::Choose(part, choice) => self.choose(part, choice),
            Msg::FileDeclined(reason) => self.notify(NoticeKind::FileDeclined(reason), None),
            Msg::DownloadRefused => self.notify(NoticeKind::ExportFailed, None),
            Msg::Import(choice) => self.import(choice, out),
            Msg::Dismiss(id) => self.dismiss(id, out),
            Msg::Undo(id) => self.undo(id, out),
            Msg::Focus(id) => out.push(Effect::Focus(id)),
            Msg::Follow(place) => self.follow(&place, out),
            Msg::DownloadDamaged(index) => self.download_damaged(index, out),
            Msg::Print => self.print(out),
            Msg::DrawMore => self.draw_more(out),
            Msg::History(msg) => self.on_history(msg, out),
            Msg::Removal(msg) => self.on_removal(msg, out),
            Msg::Space(space) => self.space = space,
        }
    }

    pub(super) fn go(&mut self, route: Route, out: &mut Vec<Effect>) {
        out.push(Effect::Navigate(route.clone()));
        self.arrive(route, out);
    }

    fn arrive(&mut self, route: Route, out: &mut Vec<Effect>) {
        self.leave_field();
        self.sought = None;
        self.removal = self.removal.take().filter(|removal| matches!(removal.stage, Stage::Removing(_)));
        let focus = self.resume(&route);
        out.push(Effect::Focus(focus));
        self.route = route;
        self.begin_drawing(out);
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

    fn start_from(&mut self, id: &str, out: &mut Vec<Effect>) {
        let Some(earlier) = self.draft(id).map(|draft| draft.assessment.clone()) else { return };
        self.take_snapshot(id, Reason::StartFrom, out);
        let name = earlier.unit.name.clone();
        let started = self.started_from(*earlier);
        self.open_new(started, Section::General, out);
        self.notify(NoticeKind::StartedFrom(name), None);
    }

    /// The evidence and the steps that are not done are kept; statuses and texts start empty.
    pub(super) fn started_from(&self, earlier: Assessment) -> Assessment {
        let unfinished = |mut answer: Answer| {
            answer.next_steps.retain(|step| step.done_at.is_empty());
            let goes_on = !answer.next_steps.is_empty() && answer.status != Some(Status::Done);
            goes_on.then(|| Answer { next_steps: answer.next_steps, ..Answer::default() })
        };
        let now = self.clock.now.to_iso();
        Assessment {
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
        }
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
        if !self.has_sample() {
            return;
        }
        let opened =
            self.drafts.iter().find(|draft| draft.assessment.sample && !draft.deleted && draft.newer.is_none());
        if let Some(id) = opened.map(|draft| draft.id.clone()) {
            return self.go(Route::Draft(id, Section::Overview), out);
        }
        let mut assessment = domain::sample::built_in();
        let now = self.clock.now.to_iso();
        assessment.created_at.clone_from(&now);
        assessment.updated_at = now;
        self.open_new(assessment, Section::Task("1".into()), out);
    }

    fn set_deleted(&mut self, id: &str, deleted: bool, out: &mut Vec<Effect>) {
        if let Some(draft) = self.editable(id) {
            draft.deleted = deleted;
            self.edited(id, out);
        }
    }

    fn delete_draft(&mut self, id: &str, out: &mut Vec<Effect>) {
        let Some(draft) = self.draft(id).filter(|draft| draft.newer.is_none()) else { return };
        let unit = draft.assessment.unit.name.clone();
        self.take_snapshot(id, Reason::Delete, out);
        self.set_deleted(id, true, out);
        if self.route.draft() == Some(id) {
            self.go(Route::Drafts, out);
        } else {
            out.push(Effect::Focus("view-title".into()));
        }
        self.notify(NoticeKind::DraftDeleted(unit), Some(Undo::Restore(id.to_owned())));
    }

    fn enter_field(&mut self, id: String, field: Field) {
        self.last_field = Some(field.clone());
        self.entered = Some((id, field));
        self.is_field_behind = false;
    }

    fn leave_field(&mut self) {
        self.typing = None;
        self.entered = None;
        self.is_field_behind = false;
    }

    fn edit(&mut self, id: &str, edit: Edit, out: &mut Vec<Effect>) {
        let now = self.clock.now.to_iso();
        let mut id = id.to_owned();
        if self.draft(&id).is_none_or(|draft| draft.newer.is_some()) {
            return;
        }
        self.typing = if let Edit::Text(field, _) = &edit { Some(FormPlace::Field(field.clone())) } else { None };
        if let Edit::Text(field, _) = &edit {
            let entered = Some((id.clone(), field.clone()));
            if self.is_field_behind && self.entered == entered {
                // What is typed continues a text that another window has replaced.
                let theirs = self.draft(&id).cloned();
                id = self.go_on_as_copy(&id, theirs, out);
                self.is_field_behind = false;
            } else {
                self.entered = entered;
            }
        }
        let id = id.as_str();
        self.snapshot_if_due(id, out);
        if matches!(edit, Edit::RemoveEvidence(_)) {
            self.take_snapshot(id, Reason::RemoveEvidence, out);
        }
        let Some(draft) = self.draft_mut(id) else { return };
        let Some(done) = edit::apply(&mut draft.assessment, edit) else { return };
        draft.assessment.count_edit(now);
        draft.touch(&done.place);
        if let Some(focus) = done.focus {
            out.push(Effect::Focus(focus.dom_id()));
            self.seek(&focus);
        }
        match done.removed {
            Some(RemovedItem::Step(requirement, index, step)) => {
                let undo = Undo::Step(id.to_owned(), requirement, index, step);
                self.notify(NoticeKind::StepRemoved, Some(undo));
            }
            Some(RemovedItem::Proposal(index, proposal)) => {
                self.notify(NoticeKind::ProposalRemoved, Some(Undo::Proposal(id.to_owned(), index, proposal)));
            }
            Some(RemovedItem::Evidence(index, entry, users)) => {
                let kind = NoticeKind::EvidenceRemoved(entry.number.clone(), users.len());
                self.notify(kind, Some(Undo::Evidence(id.to_owned(), index, entry, users)));
            }
            None => {}
        }
        self.edited(id, out);
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
            Some(Undo::Unmerge(id, revision, before)) => self.unmerge(&id, revision, before, out),
            Some(Undo::Step(id, requirement, index, step)) => {
                let place = FormPlace::Steps(requirement.clone());
                self.put_back(&id, &place, out, |assessment| edit::restore_step(assessment, requirement, index, step));
            }
            Some(Undo::Proposal(id, index, proposal)) => {
                self.put_back(&id, &FormPlace::Proposals, out, |assessment| {
                    edit::restore_proposal(assessment, index, proposal)
                });
            }
            Some(Undo::Evidence(id, index, entry, users)) => {
                self.put_back(&id, &FormPlace::Register, out, |assessment| {
                    edit::restore_evidence(assessment, index, entry, users)
                });
            }
            Some(Undo::Remarks(id, before, after)) => self.detach(&id, before, &after, out),
            Some(Undo::Content(id, content)) => {
                self.put_content(&id, *content, out);
                out.push(Effect::Focus("view-title".into()));
            }
            None => {}
        }
    }

    /// Puts back what was taken out of a draft, unless it is there again: by a merge, say, or in another window's work.
    fn put_back(
        &mut self,
        id: &str,
        place: &FormPlace,
        out: &mut Vec<Effect>,
        change: impl FnOnce(&mut Assessment) -> Option<()>,
    ) {
        let now = self.clock.now.to_iso();
        let Some(draft) = self.editable(id) else { return };
        if change(&mut draft.assessment).is_none() {
            return self.notify(NoticeKind::Past(PastNotice::UndoPassed), None);
        }
        draft.assessment.count_edit(now);
        draft.touch(place);
        out.push(Effect::Focus(place.dom_id()));
        self.edited(id, out);
    }

    /// Goes to the section where the place stands, unless it is the one that is shown, and moves the focus there.
    fn follow(&mut self, place: &FormPlace, out: &mut Vec<Effect>) {
        self.seek(place);
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
        if let Some(record) = self.damaged.get(index) {
            hand_out(record, ".txt", out);
        }
    }

    /// The element that takes the focus when the person comes to a view: what is to be corrected there, if anything is.
    pub(super) fn focus_of(&self, route: &Route) -> String {
        match route {
            Route::Directive(Some(at)) => ["card", at].join("-"),
            Route::Draft(_, Section::Requirement(requirement)) => ["requirement", requirement].join("-"),
            // It is there before the board is, which hands the focus on to its heading.
            Route::Board(_) => BOARD_DOM_ID.into(),
            Route::Draft(id, section)
                if self.draft(id).is_some_and(|draft| self.errors_in(section, &draft.assessment, 0).0 > 0) =>
            {
                ERROR_SUMMARY.into()
            }
            _ => "view-title".into(),
        }
    }
}
