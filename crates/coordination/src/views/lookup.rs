//! Looks up things, files and units by their keys.

use crate::model::Open;
use crate::thing::{JOINED, Thing, ThingLine};
use domain::assessment::UnitRef;
use gathering::received::{Key, Received};
use gathering::units::{InView, Owner};
use gathering::verdict::{Cause, Supersession, Verdict};
use std::cell::OnceCell;
use std::collections::HashMap;

/// Finds things, files and units of a gathering.
#[derive(Debug)]
pub struct Lookup<'a> {
    /// The gathering.
    pub open: &'a Open,
    // Each is made when it is first asked for: there are thousands of everything.
    things: OnceCell<HashMap<&'a str, usize>>,
    by_line: OnceCell<HashMap<(usize, u32), Vec<usize>>>,
    by_key: OnceCell<HashMap<&'a Key, usize>>,
}

/// A unit by its name, and where it leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedUnit {
    /// Its name.
    pub name: String,
    /// The id of its row; none where it is no row of its own in this view.
    pub row: Option<String>,
}

/// Where a file lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilePlace {
    /// Its name.
    pub name: String,
    /// The names of the containers that it lies in, the outermost first.
    pub within: Vec<String>,
}

/// An assessment that was received, and what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessed {
    /// Its place among all that were taken.
    pub at: usize,
    /// What it is known by.
    pub key: Key,
    /// The unit, in the words of its file.
    pub claim: UnitRef,
    /// Whose it is; none where that is not known, or where it is a duplicate.
    pub owner: Option<NamedUnit>,
    /// What becomes of it.
    pub verdict: Verdict,
    /// The name of the file that the verdict speaks of, where it speaks of one.
    pub other: String,
    /// How many requirements it speaks of; 0 where it speaks of all.
    pub covers: usize,
}

impl<'a> Lookup<'a> {
    /// Of a gathering.
    #[must_use]
    pub fn of(open: &'a Open) -> Self {
        Self { open, things: OnceCell::new(), by_line: OnceCell::new(), by_key: OnceCell::new() }
    }

    fn things(&self) -> &HashMap<&'a str, usize> {
        let open = self.open;
        self.things.get_or_init(|| open.things.iter().enumerate().map(|(at, thing)| (thing.id.as_str(), at)).collect())
    }

    fn by_line(&self) -> &HashMap<(usize, u32), Vec<usize>> {
        self.by_line.get_or_init(|| {
            let mut by_line: HashMap<(usize, u32), Vec<usize>> = HashMap::new();
            for (at, taken) in self.open.taken.iter().enumerate() {
                if let Some(thing) = self.things().get(taken.thing.as_str()) {
                    by_line.entry((*thing, taken.line)).or_default().push(at);
                }
            }
            by_line
        })
    }

    fn by_key(&self) -> &HashMap<&'a Key, usize> {
        let open = self.open;
        self.by_key.get_or_init(|| {
            let mut by_key: HashMap<&Key, usize> = HashMap::new();
            for (at, taken) in open.taken.iter().enumerate() {
                let place = by_key.entry(&taken.received.key).or_insert(at);
                // The one that stands for all of its key is the one that is no duplicate.
                if matches!(open.count.standing.verdicts.get(*place), Some(Verdict::Duplicate { .. })) {
                    *place = at;
                }
            }
            by_key
        })
    }

    /// The thing with that id.
    #[must_use]
    pub fn thing(&self, id: &str) -> Option<&'a Thing> {
        self.open.things.get(*self.things().get(id)?)
    }

    /// The assessments of a line, by their places among all that were taken.
    #[must_use]
    pub fn of_line(&self, thing: &str, line: u32) -> &[usize] {
        let found = self.things().get(thing).and_then(|thing| self.by_line().get(&(*thing, line)));
        found.map_or(&[], Vec::as_slice)
    }

    /// The assessment that stands for all of its key.
    #[must_use]
    pub fn of_key(&self, key: &Key) -> Option<usize> {
        self.by_key().get(key).copied()
    }

    /// What an assessment says, in short.
    #[must_use]
    pub fn received(&self, at: usize) -> Option<&'a Received> {
        self.open.taken.get(at).map(|taken| &taken.received)
    }

    /// Where the file of an assessment lies.
    #[must_use]
    pub fn place(&self, at: usize) -> FilePlace {
        let found = self.open.taken.get(at).and_then(|taken| Some((self.thing(&taken.thing)?, taken.line)));
        found.map(|(thing, line)| place_of(thing, line)).unwrap_or_default()
    }

    /// The name of the file with that key.
    #[must_use]
    pub fn name_of(&self, key: &Key) -> String {
        self.of_key(key).map(|at| self.place(at).name).unwrap_or_default()
    }

    /// The unit that owns a file.
    #[must_use]
    pub fn owner(&self, owner: Owner) -> Option<NamedUnit> {
        let units = &self.open.count.units;
        let row_id = |row: &u32| units.rows.get(*row as usize).map(|row| row.id.clone());
        match owner {
            Owner::Own(row, _) => {
                let row = units.rows.get(row as usize)?;
                Some(NamedUnit { name: row.name.clone(), row: Some(row.id.clone()) })
            }
            Owner::Member(member, _) => {
                let member = units.members.get(member as usize)?;
                let row = match &member.place {
                    InView::Row(row) => row_id(row),
                    InView::Beneath(rows) => rows.first().and_then(row_id),
                    InView::Elsewhere => None,
                };
                Some(NamedUnit { name: member.name.clone(), row })
            }
        }
    }

    /// An assessment, and what becomes of it.
    #[must_use]
    pub fn assessed(&self, at: usize) -> Option<Assessed> {
        let (received, standing) = (self.received(at)?, &self.open.count.standing);
        // What came since the last count has no verdict yet.
        let verdict = standing.verdicts.get(at)?.clone();
        let owner = standing.owners.get(at).copied().flatten().and_then(|owner| self.owner(owner));
        let other = match &verdict {
            Verdict::Superseded {
                by,
                how: Supersession::Chain | Supersession::SameContent | Supersession::Chosen { .. },
            } => self.name_of(by),
            Verdict::Duplicate { of } => self.name_of(of),
            Verdict::Aside(Cause::PartAfterWhole { whole }) => self.name_of(whole),
            Verdict::Counts(_) | Verdict::Aside(_) | Verdict::LeftOut { .. } => String::new(),
        };
        let claim = received.facts.unit.clone();
        let covers = received.facts.covers.len();
        Some(Assessed { at, key: received.key.clone(), claim, owner, verdict, other, covers })
    }
}

/// The line of a thing, and the names of the containers that it lies in, the outermost first.
fn place_of(thing: &Thing, line: u32) -> FilePlace {
    let of = |line: u32| thing.lines.get(line as usize);
    let name = of(line).map(|line| line.name.clone()).unwrap_or_default();
    let (mut within, mut next) = (Vec::new(), of(line).map_or(0, |line| line.parent));
    // Each container stands before what lies in it, so that this ends whatever a record says.
    let mut before = line;
    while let Some(container) = next.checked_sub(1).filter(|parent| *parent < before).and_then(|parent| {
        before = parent;
        of(parent)
    }) {
        within.push(container.name.clone());
        next = container.parent;
    }
    within.reverse();
    FilePlace { name, within }
}

/// Whether a line is a file, and neither a container, nor what the system left, nor a decision of a bundle.
#[must_use]
pub fn is_file(line: &ThingLine) -> bool {
    !is_container(line) && line.outcome != "skipped" && line.outcome != JOINED
}

/// Whether a line is of something that holds other things.
#[must_use]
pub fn is_container(line: &ThingLine) -> bool {
    matches!(line.outcome.as_str(), "zip" | "gzip" | "mail" | "bundle")
}
