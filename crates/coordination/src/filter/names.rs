//! The names of lines as a search compares them.

use crate::thing::Thing;
use domain::fold::fold;
use std::cell::{Ref, RefCell};

/// The names of the lines of things, made when something is first looked for among them. Things only come, and come last.
#[derive(Debug, Default)]
pub(crate) struct Names(RefCell<Vec<Vec<String>>>);

impl Names {
    /// Of these things.
    pub(crate) fn of(&self, things: &[Thing]) -> Ref<'_, Vec<Vec<String>>> {
        let known = self.0.borrow().len();
        if let Some(new @ [_, ..]) = things.get(known..) {
            let names = new.iter().map(|thing| thing.lines.iter().map(|line| fold(&line.name)).collect());
            self.0.borrow_mut().extend(names);
        }
        self.0.borrow()
    }
}

#[cfg(test)]
mod tests {
    use super::super::FilesWhich;
    use super::super::file_rows::FileSearch;
    use super::*;
    use crate::model::Open;
    use crate::thing::ThingLine;

    #[test]
    fn they_are_made_only_where_something_is_looked_for() {
        let line = ThingLine { name: "Báo cáo".into(), ..ThingLine::default() };
        let open = Open { things: vec![Thing { lines: vec![line], ..Thing::default() }], ..Open::default() };
        assert_eq!(FileSearch::of(&open, "").rows(FilesWhich::All), [(0, 0)]);
        assert!(open.names.0.borrow().is_empty());
        assert_eq!(FileSearch::of(&open, "bao").rows(FilesWhich::All), [(0, 0)]);
        assert_eq!(*open.names.0.borrow(), [["bao cao"]]);
    }
}
