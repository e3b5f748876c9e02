//! The history of a draft, as plain data.

use crate::history::{Reason, Snapshot};
use crate::model::Model;
use domain::changes::changes;
use domain::field::FormPlace;

/// A line of a draft's history.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryRow {
    /// The snapshot, by its id.
    pub id: String,
    /// When it was taken, on the person's wall clock.
    pub when: String,
    /// Why the state was kept.
    pub reason: Reason,
    /// Where it differs from the draft as it is now; nothing where it is damaged.
    pub changes: Option<Vec<FormPlace>>,
    /// Whether it lasts only as long as the page.
    pub unstored: bool,
}

/// The history of a draft, the newest first; nothing while it is being read.
#[must_use]
pub fn history_rows(model: &Model, draft: &str) -> Option<Vec<HistoryRow>> {
    let now = &model.draft(draft)?.assessment;
    let opened = model.history.opened.as_ref().filter(|opened| opened.draft == draft)?;
    opened.states.as_ref()?;
    let row = |snapshot: &Snapshot| HistoryRow {
        id: snapshot.id.clone(),
        when: model.wall_clock(snapshot.at),
        reason: snapshot.reason,
        changes: model.history.content(draft, &snapshot.id).map(|then| changes(&then, now)),
        unstored: model.history.is_unstored(snapshot),
    };
    Some(model.history.of(draft).into_iter().map(row).collect())
}
