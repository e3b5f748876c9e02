//! "Xuất và xóa khỏi máy này": on a shared machine the file is exported, the person sees that it has arrived, and then nothing of
//! the draft stays in any store.

use crate::draft::Draft;
use crate::model::{Model, is_same_unit};
use crate::msg::{Effect, RemovalMsg};
use crate::notice::{NoticeKind, PastNotice};
use crate::removal::{REMOVE_BUTTON, REMOVE_TITLE, Removal, Stage};
use crate::route::Route;
use domain::assessment::{Assessment, UnitRef};
use storage::{RemovalOutcome, is_of};

impl Model {
    pub(super) fn on_removal(&mut self, msg: RemovalMsg, out: &mut Vec<Effect>) {
        match msg {
            // What a newer version wrote is handed out as it is, and left to it.
            RemovalMsg::Begin(draft) if self.draft(&draft).is_none_or(|draft| draft.newer.is_some()) => {}
            RemovalMsg::Begin(draft) => {
                out.push(Effect::Focus(REMOVE_TITLE.into()));
                self.export(&draft, out);
                self.removal = Some(Removal { draft, stage: Stage::Exporting });
            }
            RemovalMsg::Confirm => self.confirm_removal(out),
            RemovalMsg::Cancel => {
                self.removal = None;
                out.push(Effect::Focus(REMOVE_BUTTON.into()));
            }
            RemovalMsg::Answered(removed) => self.removal_answered(removed, out),
            RemovalMsg::Purged(id, removed) => Self::purged(id, removed, out),
        }
    }

    /// The file of that content of a draft was handed out, or not: what that means for a removal that waits for it.
    pub(super) fn removal_exported(&mut self, id: &str, content: &Assessment, file: Option<&str>) {
        let Some(removal) = self.removal.as_mut().filter(|removal| removal.draft == id) else { return };
        match (file, &removal.stage) {
            (_, Stage::Removing(_)) => {}
            (None, _) => self.removal = None,
            (Some(file), stage) => {
                let again = matches!(stage, Stage::Asking { content: held, .. } if **held != *content);
                removal.stage = Stage::Asking { file: file.to_owned(), content: Box::new(content.clone()), again };
            }
        }
    }

    fn confirm_removal(&mut self, out: &mut Vec<Effect>) {
        let Some(Removal { draft: id, stage: Stage::Asking { content, .. } }) = self.removal.clone() else { return };
        let Some(draft) = self.draft(&id).filter(|draft| draft.newer.is_none()) else { return };
        if draft.assessment != content {
            // The file lacks what was written since: another is handed out, and asked for.
            out.push(Effect::Focus(REMOVE_TITLE.into()));
            return self.export(&id, out);
        }
        // What was deleted of the unit goes with it; its other drafts stay.
        let others = self.deleted_of(&draft.assessment.unit).filter(|other| other.id != id);
        let others = others.map(|other| other.doomed(other.assessment.clone())).collect();
        out.push(Effect::RemoveAll(draft.doomed(content.clone()), others));
        self.removal = Some(Removal { draft: id, stage: Stage::Removing(content) });
    }

    /// What was deleted of a unit, and may go for good.
    fn deleted_of<'a>(&'a self, unit: &'a UnitRef) -> impl Iterator<Item = &'a Draft> {
        let is_deleted = |other: &&Draft| other.deleted && other.newer.is_none();
        self.drafts.iter().filter(is_deleted).filter(|other| is_same_unit(&other.assessment.unit, unit))
    }

    fn removal_answered(&mut self, removed: RemovalOutcome, out: &mut Vec<Effect>) {
        let Some(Removal { draft: id, stage: Stage::Removing(content) }) = self.removal.take() else { return };
        let Some(draft) = self.draft(&id) else { return };
        let unit = draft.assessment.unit.clone();
        let is_gone = matches!(removed, RemovalOutcome::Done | RemovalOutcome::Left);
        if !is_gone || draft.assessment != content {
            let kind = match removed {
                RemovalOutcome::Nothing => PastNotice::NothingRemoved(unit.name),
                _ => PastNotice::RemovalStopped(unit.name),
            };
            return self.notify(NoticeKind::Past(kind), None);
        }
        let gone: Vec<String> = self.deleted_of(&unit).map(|other| other.id.clone()).chain([id]).collect();
        for id in &gone {
            self.forget(id);
        }
        if self.unit.as_ref().is_some_and(|chosen| is_same_unit(chosen, &unit)) {
            self.unit = None;
        }
        self.go(Route::Drafts, out);
        self.save_settings(out);
        let is_of_unit = |draft: &&Draft| is_same_unit(&draft.assessment.unit, &unit);
        let others = self.drafts.iter().filter(is_of_unit).count();
        let kind = match removed {
            RemovalOutcome::Done => PastNotice::Removed(unit.name, others),
            _ => PastNotice::RemovalIncomplete(unit.name),
        };
        self.notify(NoticeKind::Past(kind), None);
        // One of them may have been brought back in another window.
        out.extend(gone.into_iter().map(Effect::Look));
    }

    /// Only what was deleted before is removed for good.
    pub(super) fn purge_draft(&mut self, id: &str, out: &mut Vec<Effect>) {
        let Some(draft) = self.draft(id).filter(|draft| draft.deleted && draft.newer.is_none()) else { return };
        out.push(Effect::Remove(draft.doomed(draft.assessment.clone())));
        out.push(Effect::Focus("view-title".into()));
        self.forget(id);
    }

    fn purged(id: String, removed: RemovalOutcome, out: &mut Vec<Effect>) {
        if removed != RemovalOutcome::Done {
            // What is left of it is shown again, as the stores have it.
            out.push(Effect::Look(id));
        }
    }

    /// Forgets a draft that the stores no longer have, and everything that speaks of it.
    pub(super) fn forget(&mut self, id: &str) {
        self.drafts.retain(|draft| draft.id != id);
        self.damaged.retain(|record| !is_of(&record.id, id));
        self.history.forget_draft(id);
        self.notices.retain(|notice| notice.undo.as_ref().is_none_or(|undo| !undo.is_about(id)));
    }
}
