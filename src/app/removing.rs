//! "Xuất và xóa khỏi máy này": on a shared machine the file is handed out, the person sees that it is there, and then nothing
//! of the draft stays in any store.

use super::draft::Draft;
use super::model::{Model, is_same_unit};
use super::msg::{Effect, RemovalMsg, is_of};
use super::notice::{NoticeKind, PastNotice, Undo};
use super::route::Route;

/// The id of the button that begins it.
pub const REMOVE_BUTTON: &str = "export-and-remove";
/// The id of the heading of its second step.
pub const REMOVE_TITLE: &str = "remove-title";

/// A removal under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The draft.
    pub draft: String,
    /// How far it has come.
    pub stage: Stage,
}

/// How far a removal has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The file is being handed out.
    Exporting,
    /// The person is asked whether the file is there.
    Asking {
        /// The file's name.
        file: String,
        /// The draft's revision that it holds.
        revision: u32,
        /// Whether the draft was edited since an earlier file, so that this is another one.
        again: bool,
    },
    /// The stores are being emptied of it.
    Removing,
}

/// How the stores took a removal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removed {
    /// Nothing of it is left; the stores were read again.
    Done,
    /// Another window has saved a later state of it; nothing was removed.
    Newer,
    /// A store refuses, so that something is left.
    Left,
}

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
        }
    }

    /// The file of a draft was handed out, or not: what that means for a removal that waits for it.
    pub(super) fn removal_exported(&mut self, id: &str, file: Option<&str>) {
        let revision = self.draft(id).map_or(0, |draft| draft.assessment.revision);
        let Some(removal) = self.removal.as_mut().filter(|removal| removal.draft == id) else { return };
        match file {
            None => self.removal = None,
            Some(file) => {
                let again = matches!(&removal.stage, Stage::Asking { revision: held, .. } if *held != revision);
                removal.stage = Stage::Asking { file: file.to_owned(), revision, again };
            }
        }
    }

    fn confirm_removal(&mut self, out: &mut Vec<Effect>) {
        let Some(Removal { draft: id, stage: Stage::Asking { revision, .. } }) = self.removal.clone() else { return };
        let Some(draft) = self.draft(&id) else { return };
        if draft.assessment.revision != revision {
            // The file lacks what was written since: another is handed out, and asked for.
            out.push(Effect::Focus(REMOVE_TITLE.into()));
            return self.export(&id, out);
        }
        let unit = &draft.assessment.unit;
        let updated_at = draft.assessment.updated_at.clone();
        // What was deleted of the unit goes with it; its other drafts stay.
        let mut others: Vec<String> = Vec::new();
        for other in self.drafts.iter().filter(|other| other.deleted && is_same_unit(&other.assessment.unit, unit)) {
            others.push(other.id.clone());
        }
        out.push(Effect::RemoveAll { id: id.clone(), revision, updated_at, others });
        self.removal = Some(Removal { draft: id, stage: Stage::Removing });
    }

    fn removal_answered(&mut self, removed: Removed, out: &mut Vec<Effect>) {
        let Some(removal) = self.removal.take() else { return };
        let Some(unit) = self.draft(&removal.draft).map(|draft| draft.assessment.unit.clone()) else { return };
        if removed == Removed::Newer {
            return self.notify(NoticeKind::Past(PastNotice::RemovalStopped(unit.name)), None);
        }
        let is_gone = |id: &str, model: &Self| {
            id == removal.draft
                || model.draft(id).is_some_and(|other| other.deleted && is_same_unit(&other.assessment.unit, &unit))
        };
        let gone: Vec<String> =
            self.drafts.iter().map(|draft| draft.id.clone()).filter(|id| is_gone(id, self)).collect();
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
            Removed::Done => PastNotice::Removed(unit.name, others),
            _ => PastNotice::RemovalIncomplete(unit.name),
        };
        self.notify(NoticeKind::Past(kind), None);
    }

    /// Forgets a draft that the stores no longer have, and everything that speaks of it.
    pub(super) fn forget(&mut self, id: &str) {
        self.drafts.retain(|draft| draft.id != id);
        self.damaged.retain(|record| !is_of(&record.id, id));
        self.history.forget_draft(id);
        self.notices.retain(|notice| match &notice.undo {
            Some(
                Undo::Restore(draft)
                | Undo::Unmerge(draft, ..)
                | Undo::Content(draft, _)
                | Undo::Step(draft, ..)
                | Undo::Evidence(draft, ..),
            ) => draft != id,
            Some(Undo::Unreplace(old, new)) => old != id && new != id,
            None => true,
        });
    }
}
