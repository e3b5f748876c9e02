//! What is typed in the open gathering and was not taken yet, and when it is to be written.

use crate::typed::{Typed, TypedOf};
use domain::date::Moment;
use std::collections::{BTreeMap, BTreeSet};
use std::mem;

/// Quiet time after the last letter before a write, in milliseconds.
const QUIET_MS: i64 = 150;
/// The longest that somebody may go on typing before a write is begun, in milliseconds.
const LONGEST_MS: i64 = 500;

/// What is typed and was not taken yet, by the keys of the fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typing {
    fields: BTreeMap<String, Typed>,
    /// Those of them that a page has left, and that nobody has gone on with here.
    left: BTreeSet<String>,
    /// The fields with letters that are not on their way to the disk.
    waiting: BTreeSet<String>,
    /// When the first of those letters was typed.
    since: Option<Moment>,
}

impl Typing {
    /// What is typed in a field; none where nothing is.
    #[must_use]
    pub fn of(&self, field: &Typed) -> Option<&Typed> {
        self.fields.get(&field.key())
    }

    /// Whether something is typed that is not on its way to the disk.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Something was typed. Returns after how many milliseconds a write is due, if no more is.
    pub(crate) fn typed(&mut self, typed: Typed, now: Moment) -> u32 {
        let key = typed.key();
        self.waiting.insert(key.clone());
        self.left.remove(&key);
        self.fields.insert(key, typed);
        let since = *self.since.get_or_insert(now);
        // A clock that jumps must not delay the write.
        let waited = (now.0 - since.0).clamp(0, LONGEST_MS);
        u32::try_from(QUIET_MS.min(LONGEST_MS - waited)).unwrap_or(0)
    }

    /// What is to be written now.
    pub(crate) fn due(&mut self) -> Vec<Typed> {
        self.since = None;
        let waiting = mem::take(&mut self.waiting);
        waiting.iter().filter_map(|key| self.fields.get(key).cloned()).collect()
    }

    /// Takes in what was on the disk; what has been typed here since goes before it.
    pub(crate) fn read(&mut self, found: Vec<Typed>) {
        for typed in found {
            if !self.fields.contains_key(&typed.key()) {
                self.put(typed);
            }
        }
    }

    /// Takes in what is on its way to the disk.
    pub(crate) fn put(&mut self, typed: Typed) {
        self.left.insert(typed.key());
        self.fields.insert(typed.key(), typed);
    }

    /// Takes out what is typed in the field of that key.
    pub(crate) fn take(&mut self, key: &str) -> Option<Typed> {
        self.waiting.remove(key);
        self.left.remove(key);
        self.fields.remove(key)
    }

    /// All that a field's leaving would take.
    pub(crate) fn to_be_taken(&self) -> Vec<Typed> {
        self.fields.values().filter(|typed| typed.of != TypedOf::Beside).cloned().collect()
    }

    /// Those of it that a page has left.
    pub(crate) fn left(&self) -> Vec<Typed> {
        let all = self.to_be_taken().into_iter();
        all.filter(|typed| self.left.contains(&typed.key())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_goes_on_with_is_no_longer_what_a_page_has_left() {
        let (name, day) = (Typed::setting(TypedOf::Name), Typed::setting(TypedOf::Deadline));
        let mut typing = Typing::default();
        typing.typed(day.with("15/7/2".to_owned()), Moment(0));
        typing.read(vec![name.with("x".to_owned()), day.with("1".to_owned())]);
        assert_eq!(typing.left(), [name.with("x".to_owned())]);
        typing.typed(name.with("xy".to_owned()), Moment(1));
        assert!(typing.left().is_empty() && typing.to_be_taken().len() == 2);
    }
}
