//! Reading one unit after the other.

use crate::filter::{counting, current, reading_rows, requirement};
use crate::model::Model;
use crate::msg::{Effect, Noting};

/// With what the id of the text that is read begins, before the id of its unit. It takes the focus as the officer goes on.
pub const READ_TEXT: &str = "board-read-";

impl Model {
    /// Goes on to the next unit, which marks the one that is shown as read, or back to the one before.
    pub(super) fn read_on(&mut self, is_next: bool, out: &mut Vec<Effect>) {
        self.reading.is_tagging = false;
        let Some(open) = &self.open else { return };
        let rows = reading_rows(self);
        let Some((at, row)) = current(self, &rows).and_then(|at| Some((at, rows.get(at)?))) else { return };
        let to = if is_next { at.checked_add(1) } else { at.checked_sub(1) };
        // At an end the one that is shown stays.
        let shown = to.and_then(|to| rows.get(to)).unwrap_or(row).unit.to_owned();
        let noting = requirement(self).filter(|_| is_next && !row.is_read).and_then(|requirement| {
            let (unit, requirement) = (row.unit.to_owned(), requirement.to_owned());
            let sha256 = counting(open, row.row).next()?.to_owned();
            Some(Noting::Read { unit, requirement, sha256, is_read: true })
        });
        if let Some(noting) = noting {
            self.note(noting, out);
        }
        out.push(Effect::Focus([READ_TEXT, &shown].concat()));
        self.reading.unit = shown;
    }
}
