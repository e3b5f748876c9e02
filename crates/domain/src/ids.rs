//! Looks up items of a list by their ids.

/// Ids of a list, to be looked up. A file may have thousands of rows: were each looked for among all others, the page would
/// stand still.
#[derive(Default)]
pub struct Ids<'a>(Vec<(&'a str, usize)>);

impl<'a> Ids<'a> {
    /// The ids of a list, in its order.
    pub fn of(ids: impl IntoIterator<Item = &'a String>) -> Self {
        Self::sorted(ids.into_iter().map(String::as_str).collect())
    }

    #[inline(never)]
    fn sorted(ids: Vec<&'a str>) -> Self {
        let mut sorted: Vec<(&str, usize)> = ids.into_iter().enumerate().map(|(at, id)| (id, at)).collect();
        sorted.sort_unstable();
        Self(sorted)
    }

    /// Where the id stands first in the list.
    #[must_use]
    pub fn first(&self, id: &str) -> Option<usize> {
        let at = self.0.partition_point(|(other, _)| *other < id);
        self.0.get(at).filter(|(other, _)| *other == id).map(|(_, at)| *at)
    }

    /// Where the id stands in the list, wherever that is.
    pub fn all(&self, id: &str) -> impl Iterator<Item = usize> {
        let from = self.0.partition_point(|(other, _)| *other < id);
        let rest = self.0.get(from..).unwrap_or_default();
        rest.iter().take_while(move |(other, _)| *other == id).map(|(_, at)| *at)
    }

    /// Whether the list has the id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.first(id).is_some()
    }

    /// Whether the list has all of these.
    #[must_use]
    pub fn has_all(&self, ids: &[String]) -> bool {
        ids.iter().all(|id| self.has(id))
    }
}

/// Each of the ids once, where it stands first.
#[must_use]
pub fn once(ids: &[String]) -> Vec<&String> {
    let known = Ids::of(ids);
    ids.iter().enumerate().filter(|(at, id)| known.first(id) == Some(*at)).map(|(_, id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_where_it_stands_first_and_wherever_it_stands() {
        let list = ["b", "a", "b", "", "c", "b"].map(String::from);
        let ids = Ids::of(&list);
        assert_eq!((ids.first("b"), ids.first("a"), ids.first(""), ids.first("d")), (Some(0), Some(1), Some(3), None));
        assert_eq!(ids.all("b").collect::<Vec<_>>(), [0, 2, 5]);
        assert_eq!(ids.all("bb").count(), 0);
        assert!(ids.has("c") && !ids.has("cc") && ids.has_all(&list) && !ids.has_all(&["a".into(), "d".into()]));
        assert_eq!(once(&list), ["b", "a", "", "c"]);
    }
}
