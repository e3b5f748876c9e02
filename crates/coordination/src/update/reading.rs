//! Reading one unit after the other.

use crate::filter::{current, reading_rows, requirement};
use crate::model::Model;
use crate::msg::{Effect, Noting};

/// With what the id of the text that is read begins, before the id of its unit. It takes the focus as the officer goes on.
pub const READ_TEXT: &str = "board-read-";

impl Model {
    /// Goes on to the next unit, which marks the one that is shown as read, or back to the one before.
    pub(super) fn read_on(&mut self, is_next: bool, out: &mut Vec<Effect>) {
        self.reading.is_tagging = false;
        let rows = reading_rows(self);
        let Some(at) = current(self, &rows) else { return };
        let to = if is_next { at.checked_add(1) } else { at.checked_sub(1) };
        if let (true, Some(row), Some(requirement)) = (is_next, rows.get(at), requirement(self)) {
            let (unit, requirement) = (row.unit.clone(), requirement.to_owned());
            if let (None, Some(sha256)) = (&row.read, row.files.first().cloned()) {
                self.note(Noting::Read { unit, requirement, sha256, is_read: true }, out);
            }
        }
        // At an end the one that is shown stays.
        let shown = to.and_then(|to| rows.get(to)).or(rows.get(at));
        self.reading.unit = shown.map(|row| row.unit.clone()).unwrap_or_default();
        out.push(Effect::Focus([READ_TEXT, &self.reading.unit].concat()));
    }
}
