//! What becomes of the notices on the screen, and of the undo that they offer.

use crate::model::Model;
use crate::msg::Effect;
use crate::notice::Undo;

impl Model {
    pub(super) fn dismiss(&mut self, id: u32, out: &mut Vec<Effect>) {
        self.notices.retain(|notice| notice.id != id);
        out.push(Effect::Focus("notices".into()));
    }

    /// What the notices speak of goes on as a copy: what takes it back goes with it.
    pub(super) fn notices_go_along(&mut self, id: &str, copy_id: &str) {
        for undo in self.notices.iter_mut().filter_map(|notice| notice.undo.as_mut()) {
            let (one, other) = undo.drafts_mut();
            for draft in [Some(one), other].into_iter().flatten().filter(|draft| *draft == id) {
                copy_id.clone_into(draft);
            }
        }
    }

    /// Another window's state has taken the draft's place: what stood here as a whole cannot be put over it.
    pub(super) fn undoes_no_more(&mut self, id: &str) {
        for notice in &mut self.notices {
            let is_whole =
                matches!(&notice.undo, Some(Undo::Unmerge(draft, ..) | Undo::Content(draft, _)) if draft == id);
            notice.undo = notice.undo.take().filter(|_| !is_whole);
        }
    }
}
