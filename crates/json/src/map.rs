//! A map with texts as keys.

#[cfg(feature = "schema")]
use std::collections::BTreeMap;
use std::mem;

/// A map with texts as keys, in their order: a sorted list, because every type that is the value of a `BTreeMap` adds
/// several KiB of tree to the product, and the maps here are small or filled in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<V>(Vec<(String, V)>);

impl<V> Default for Map<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Map<V> {
    /// A map without entries.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Where the key stands, or else where it would.
    #[inline(never)]
    fn find(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(key))
    }

    /// Makes room for exactly that many more entries.
    pub(super) fn reserve(&mut self, more: usize) {
        self.0.reserve_exact(more);
    }

    /// A map of entries in the order of their keys, of which each is there once.
    pub(super) fn of_sorted(entries: Vec<(String, V)>) -> Self {
        Self(entries)
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the key has a value.
    #[must_use]
    pub fn contains_key(&self, key: &str) -> bool {
        self.find(key).is_ok()
    }

    /// The value of the key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&V> {
        self.0.get(self.find(key).ok()?).map(|(_, value)| value)
    }

    /// The value of the key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        let at = self.find(key).ok()?;
        self.0.get_mut(at).map(|(_, value)| value)
    }

    /// Gives the key this value, and returns the one that it had.
    #[inline(never)]
    pub fn insert(&mut self, key: String, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(at) => self.0.get_mut(at).map(|(_, old)| mem::replace(old, value)),
            Err(at) => {
                self.0.insert(at, (key, value));
                None
            }
        }
    }

    /// Takes the key out with its value.
    #[inline(never)]
    pub fn remove(&mut self, key: &str) -> Option<V> {
        let at = self.find(key).ok()?;
        Some(self.0.remove(at).1)
    }

    /// Keeps the entries that are wanted.
    pub fn retain(&mut self, mut wanted: impl FnMut(&str, &mut V) -> bool) {
        self.0.retain_mut(|(key, value)| wanted(key, value));
    }

    /// The entries in the order of their keys.
    #[must_use]
    pub fn entries(&self) -> &[(String, V)] {
        &self.0
    }

    /// The entries in the order of their keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&String, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &String> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// The values in the order of their keys, to be changed.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }
}

/// Merges two sorted lists, with that many items together.
pub(super) fn merged<T>(
    count: usize,
    one: impl Iterator<Item = T>,
    other: impl Iterator<Item = T>,
    is_before: &dyn Fn(&T, &T) -> bool,
) -> Vec<T> {
    let mut all = Vec::with_capacity(count);
    let (mut one, mut other) = (one.peekable(), other.peekable());
    while let (Some(left), Some(right)) = (one.peek(), other.peek()) {
        all.extend(if is_before(right, left) { other.next() } else { one.next() });
    }
    all.extend(one);
    all.extend(other);
    all
}

/// This many entries out of order wait to be put in their places.
const MOST_LATE: usize = 256;

/// Becomes a map of entries that come in any order. A map alone would move all that it has for each that does not come
/// last, which for the members of a hostile file takes seconds.
pub(super) struct Gathering<V> {
    sorted: Map<V>,
    late: Map<V>,
}

impl<V> Gathering<V> {
    pub(super) fn of(sorted: Map<V>) -> Self {
        Self { sorted, late: Map::new() }
    }

    pub(super) fn contains_key(&self, key: &str) -> bool {
        self.sorted.contains_key(key) || self.late.contains_key(key)
    }

    /// Adds an entry, of which there is none yet.
    pub(super) fn insert(&mut self, key: String, value: V) {
        if self.sorted.0.last().is_none_or(|(last, _)| *last < key) {
            self.sorted.0.push((key, value));
            return;
        }
        self.late.insert(key, value);
        if self.late.len() == MOST_LATE {
            self.settle();
        }
    }

    fn settle(&mut self) {
        let (sorted, late) = (mem::take(&mut self.sorted), mem::take(&mut self.late));
        let count = sorted.len() + late.len();
        self.sorted = Map(merged(count, sorted.into_iter(), late.into_iter(), &|(one, _), (other, _)| one < other));
    }

    pub(super) fn map(mut self) -> Map<V> {
        if !self.late.is_empty() {
            self.settle();
        }
        self.sorted
    }
}

impl<V> Map<V> {
    /// Takes over the entries of another for the keys that it does not have; all of them at once, because one by one each
    /// would move all that comes after it.
    pub fn fill_from(&mut self, mut other: Self) {
        other.retain(|key, _| !self.contains_key(key));
        if !other.is_empty() {
            let count = self.len() + other.len();
            let own = mem::take(self).into_iter();
            *self = Self(merged(count, own, other.into_iter(), &|(one, _), (other, _)| one < other));
        }
    }
}

impl<V: Default> Map<V> {
    /// Gives each of these keys, which come in their order, the default value where it has none.
    pub fn fill<'a>(&mut self, keys: impl Iterator<Item = &'a String>) {
        self.fill_from(Self(keys.map(|key| (key.clone(), V::default())).collect()));
    }

    /// The value of the key, which gets the default one where it has none.
    #[inline(never)]
    #[expect(clippy::indexing_slicing, reason = "the index is where the key was just found or put in")]
    pub fn or_default(&mut self, key: String) -> &mut V {
        let at = self.find(&key).unwrap_or_else(|at| {
            self.0.insert(at, (key, V::default()));
            at
        });
        &mut self.0[at].1
    }
}

impl<V> IntoIterator for Map<V> {
    type Item = (String, V);
    type IntoIter = std::vec::IntoIter<(String, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<V> FromIterator<(String, V)> for Map<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        for (key, value) in entries {
            map.insert(key, value);
        }
        map
    }
}

impl<V, const N: usize> From<[(String, V); N]> for Map<V> {
    fn from(entries: [(String, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

#[cfg(feature = "schema")]
impl<V: schemars::JsonSchema> schemars::JsonSchema for Map<V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        BTreeMap::<String, V>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        BTreeMap::<String, V>::json_schema(generator)
    }
}
