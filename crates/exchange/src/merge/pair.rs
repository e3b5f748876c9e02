//! Which row of a list in the file is which row in the draft.
//!
//! After a merge each row of the file must find the row that it became; otherwise importing the same file twice would double rows
//! and move references. So a sign either rests on what a merge leaves unchanged, or holds only where no other row of the file could
//! claim the result.

/// A row of the register or of the next steps, as far as it tells which one it is.
pub(super) struct Row<'a> {
    pub(super) id: &'a str,
    /// The number of a document as it is compared; empty for what has none.
    pub(super) number: String,
    /// All that was typed; of a document the number and the date first.
    pub(super) texts: Vec<&'a str>,
}

impl Row<'_> {
    /// What a document is known by: its number and its date.
    fn document(&self) -> Option<Key<'_>> {
        let date = self.texts.get(1)?;
        (!self.number.is_empty()).then(|| vec![self.number.as_str(), date])
    }

    fn is_same(&self, other: &Self) -> bool {
        self.texts == other.texts || (self.document().is_some() && self.document() == other.document())
    }

    /// The two joined, if each text is the same in both or missing in one.
    fn filled_up<'a>(&'a self, other: &'a Self) -> Option<Row<'a>> {
        let text = |(own, other): (&&'a str, &&'a str)| match (*own, *other) {
            ("", text) | (text, "") => Some(text),
            (own, other) => (own == other).then_some(own),
        };
        let texts = self.texts.iter().zip(&other.texts).map(text).collect::<Option<_>>()?;
        let numbered = if self.texts.first() == Some(&"") { other } else { self };
        Some(Row { id: self.id, number: numbered.number.clone(), texts })
    }
}

type Key<'a> = Vec<&'a str>;

/// Rows by a key, in its order and in that of the list where it is the same. A file may have thousands of rows.
pub(super) struct Index<'a>(Vec<(Key<'a>, usize)>);

impl<'a> Index<'a> {
    fn by(rows: &'a [Row<'a>], key: fn(&'a Row<'a>) -> Option<Key<'a>>) -> Self {
        let keys = rows.iter().enumerate().filter_map(|(at, row)| Some((key(row)?, at)));
        let mut index = Self(keys.collect());
        index.0.sort_unstable();
        index
    }

    /// The rows by their ids.
    pub(super) fn by_id(rows: &'a [Row<'a>]) -> Self {
        Self::by(rows, |row| Some(vec![row.id]))
    }

    /// The rows that alone have their key.
    fn singles(&self) -> Self {
        let single = |rows: &[(Key<'a>, usize)]| if let [row] = rows { Some(row.clone()) } else { None };
        Self(self.0.chunk_by(|(one, _), (other, _)| one == other).filter_map(single).collect())
    }

    fn with(&self, key: &[&str]) -> &[(Key<'a>, usize)] {
        let from = self.0.partition_point(|(other, _)| other.as_slice() < key);
        let to = self.0.partition_point(|(other, _)| other.as_slice() <= key);
        self.0.get(from..to).unwrap_or_default()
    }

    /// The first row with the key.
    pub(super) fn first(&self, key: &[&str]) -> Option<usize> {
        self.with(key).first().map(|(_, at)| *at)
    }

    /// Whether a row other than this one has the key.
    fn has_other(&self, key: &[&str], at: usize) -> bool {
        self.with(key).iter().any(|(_, other)| *other != at)
    }
}

/// The pairs found so far: for each row of the file the draft's, and which of the draft's are taken.
struct Pairs {
    own: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Pairs {
    fn is_free(&self, row: usize, own: usize) -> bool {
        self.own.get(row) == Some(&None) && self.taken.get(own) == Some(&false)
    }

    fn add(&mut self, row: usize, own: usize) {
        if let (Some(pair), Some(taken)) = (self.own.get_mut(row), self.taken.get_mut(own)) {
            (*pair, *taken) = (Some(own), true);
        }
    }

    /// Pairs the free rows of one key in the order of the lists, where what a merge adds comes last.
    fn add_by_key(&mut self, mine: &Index<'_>, theirs: &Index<'_>) {
        let mut found = Vec::new();
        let mut free = mine.0.iter().filter(|(_, own)| self.taken.get(*own) == Some(&false)).peekable();
        for (key, row) in theirs.0.iter().filter(|(_, row)| self.own.get(*row) == Some(&None)) {
            while free.next_if(|(other, _)| other < key).is_some() {}
            if let Some((_, own)) = free.next_if(|(other, _)| other == key) {
                found.push((*row, *own));
            }
        }
        found.into_iter().for_each(|(row, own)| self.add(row, own));
    }
}

/// For each row of the file the row of the draft that it is, by the first sign that holds; no row is taken twice. In each
/// list an id is given once.
pub(super) fn pairs(mine: &[Row<'_>], theirs: &[Row<'_>]) -> Vec<Option<usize>> {
    let mut pairs = Pairs { own: vec![None; theirs.len()], taken: vec![false; mine.len()] };
    let ids = Index::by_id(mine);
    let of_same_id = || {
        let own = |row: &Row<'_>| ids.first(&[row.id]).and_then(|own| Some((own, mine.get(own)?)));
        theirs.iter().enumerate().filter_map(move |(at, row)| Some((at, row, own(row)?)))
    };
    // The same id and the same document or texts: neither side has two such rows, and a merge changes none of it.
    for (at, row, (own, other)) in of_same_id() {
        if pairs.is_free(at, own) && row.is_same(other) {
            pairs.add(at, own);
        }
    }
    // The same texts: a merge leaves them as they are, and so it does the texts of a row that it adds.
    let texts = Index::by(theirs, |row| Some(row.texts.clone()));
    pairs.add_by_key(&Index::by(mine, |row| Some(row.texts.clone())), &texts);
    // The same document, if the file has it once: of several no one can say which is which, and after they were joined
    // still less. They come in beside the draft's.
    let documents = Index::by(theirs, Row::document).singles();
    pairs.add_by_key(&Index::by(mine, Row::document), &documents);
    // The same id, and one fills the other up; what comes of it must not be what another row of the file is known by.
    for (at, row, (own, other)) in of_same_id() {
        let Some(whole) = other.filled_up(row).filter(|_| pairs.is_free(at, own)) else { continue };
        let is_other = texts.has_other(&row.texts, at)
            || texts.has_other(&whole.texts, at)
            || whole.document().is_some_and(|document| documents.has_other(&document, at));
        if !is_other {
            pairs.add(at, own);
        }
    }
    pairs.own
}

#[cfg(test)]
mod tests;
