//! Which units send something, and how their names are made up.

use crate::kinds::VerdictKind;
use crate::pace::number_of_story;
use crate::plan::Plan;
use crate::random::Random;
use crate::stock::Stock;
use domain::assessment::UnitRef;
use gathering::decisions::{Claim, Decision, UnitIs, own_id};
use gathering::succession::{Place, places};

/// A unit that sends something.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sender {
    /// What its files say of it.
    pub(crate) unit: UnitRef,
    /// The id by which decisions name it.
    pub(crate) id: String,
    /// What becomes of everything it sends, if that does not depend on the content: if it became part of others.
    pub(crate) fate: Option<VerdictKind>,
    /// The decision that it is a unit of its own, where it is not in the roster.
    pub(crate) decision: Option<Decision>,
}

/// The units of a plan, in the order in which they send.
pub(crate) struct Senders {
    of_roster: Vec<Sender>,
    /// The groups for units that are not in the roster.
    groups: Vec<String>,
}

/// What chance is for.
const ORDER: u64 = 1;

impl Senders {
    /// The units of a plan.
    pub(crate) fn of(plan: &Plan<'_>) -> Self {
        let places = places(plan.roster, plan.view);
        // Of a unit that has had several names, the first sends.
        let mut renamed: Vec<usize> = Vec::new();
        let mut of_roster = Vec::new();
        for (at, (unit, place)) in plan.roster.units.iter().zip(&places).enumerate() {
            let row = match place {
                Place::RowOf(row) => Some(*row),
                _ => places.contains(&Place::RowOf(at)).then_some(at),
            };
            if let Some(row) = row {
                if renamed.contains(&row) {
                    continue;
                }
                renamed.push(row);
            }
            of_roster.push(Sender {
                unit: UnitRef {
                    id: unit.id.clone(),
                    group: unit.group.clone(),
                    name: unit.name.clone(),
                    ..UnitRef::default()
                },
                id: unit.id.clone(),
                fate: match place {
                    Place::Beneath(_) => Some(VerdictKind::FormerUnit),
                    Place::Elsewhere => Some(VerdictKind::OtherView),
                    Place::Row | Place::RowOf(_) => None,
                },
                decision: None,
            });
        }
        Random::of(plan.seed, ORDER, 0).shuffle(&mut of_roster);
        put_where_nothing_happens(&mut of_roster);
        let groups = plan.roster.groups.iter().filter(|group| group.takes_typed_names);
        Self { of_roster, groups: groups.map(|group| group.id.clone()).collect() }
    }

    /// How many are of the roster: they send first.
    pub(crate) fn of_roster(&self) -> usize {
        self.of_roster.len()
    }

    /// The unit that sends as that one, from 0.
    pub(crate) fn get(&self, at: usize, stock: &Stock) -> Sender {
        match self.of_roster.get(at) {
            Some(sender) => sender.clone(),
            None => self.made_up(at - self.of_roster.len(), stock),
        }
    }

    /// A unit that is not in the roster; no two have one name.
    fn made_up(&self, number: usize, stock: &Stock) -> Sender {
        let [heads, topics, places] = ["heads", "topics", "places"].map(|name| stock.list(name));
        let of =
            |list: &[&'static str], number: usize| list.get(number % list.len().max(1)).copied().unwrap_or_default();
        let round = heads.len() * topics.len() * places.len();
        // Each of the three words is told by its own digit of the number, and moved on by the digits before it: so neighbours differ.
        let (head, topic) = (number % heads.len().max(1), number / heads.len().max(1));
        let (topic, place) = (topic % topics.len().max(1), topic / topics.len().max(1));
        let mut name = [of(heads, head), of(topics, topic + head), of(places, place + topic + head)].join(" ");
        if number >= round {
            name.push_str(&format!(" {}", number / round.max(1) + 1));
        }
        let group = self.groups.get(number % self.groups.len().max(1)).cloned().unwrap_or_default();
        let unit = UnitRef { group, name, ..UnitRef::default() };
        let claim = Claim::of(&unit);
        let id = own_id(&claim.group, &claim.name);
        let unit_is = UnitIs { claim, unit: id.clone(), ..UnitIs::default() };
        let decision = decided(format!("unit-{number}"), Decision { unit_is: Some(unit_is), ..Decision::default() });
        Sender { unit, id, fate: None, decision: Some(decision) }
    }
}

/// Moves units that became part of others to where no story would be lost with them, as far as there is such a place.
fn put_where_nothing_happens(senders: &mut [Sender]) {
    for at in 0..senders.len() {
        let is_part = |at: usize| senders.get(at).is_some_and(|sender| sender.fate.is_some());
        let is_free = |at: &usize| number_of_story(*at).is_none() && !is_part(*at);
        if is_part(at)
            && number_of_story(at).is_some()
            && let Some(free) = (0..senders.len()).find(is_free)
        {
            senders.swap(at, free);
        }
    }
}

/// A decision, with its id, by whoever made up the gathering.
pub(crate) fn decided(id: String, decision: Decision) -> Decision {
    Decision { id, at: DECIDED_AT.to_owned(), ..decision }
}

const DECIDED_AT: &str = "2024-07-16T01:30:00Z";
