//! Two gatherings beside each other (so sánh hai đợt).

use crate::compared::{Beside, CompareFilter, is_earlier};
use crate::model::Model;
use crate::place::Place;
use crate::settings::Settings;
use domain::date::{Date, DateText};
use gathering::comparability::Comparability;
use gathering::comparison::{Among, Row, Side, rows};
use gathering::decisions::own_name;
use std::collections::BTreeMap;
use storage::StoreFault;

/// Two gatherings beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// The id of the gathering that is open.
    pub id: String,
    /// The gatherings that it may be compared with: their ids and names.
    pub others: Vec<(String, String)>,
    /// Whether they are samples.
    pub is_sample: bool,
    /// The id of the one that is compared; empty where there is none.
    pub other: String,
    /// How far that has come.
    pub progress: Progress,
}

/// How far the comparison has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// There is no other gathering.
    Alone,
    /// Things are being taken in into the other one.
    TakingIn(u32, u32),
    /// This one, or the other, is being read: so many things were, of how many; 0 while that is not known.
    Reading(u32, u32),
    /// The other one could not be read.
    Failed(StoreFault),
    /// They can be seen.
    Seen(Box<Seen>),
}

/// What is seen of both.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The earlier one.
    pub earlier: Known,
    /// The later one.
    pub later: Known,
    /// What is the same, and what is not.
    pub comparability: Comparability,
    /// The names of the units that only the earlier one counts.
    pub only_earlier: Vec<String>,
    /// Those that only the later one counts.
    pub only_later: Vec<String>,
    /// What was asked.
    pub filter: CompareFilter,
    /// The groups, by their ids and names.
    pub groups: Vec<(String, String)>,
    /// The requirements.
    pub rows: Vec<Row>,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its cut-off day.
    pub cut_off: Option<Date>,
    /// As of which day its list of units is.
    pub roster_as_of: String,
    /// The edition of the directive.
    pub edition: String,
    /// How many units it counts.
    pub units: usize,
}

impl Compare {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let Place::Compare(_, chosen) = &model.place else { return None };
        let other = model.compared_with(chosen);
        let compared = model.compared.as_ref().filter(|compared| other.is_some_and(|other| other.id == compared.id));
        let progress = match (other, compared.map(|compared| &compared.state)) {
            (None, _) if model.wants_earlier_sample => Progress::TakingIn(0, 0),
            (None, _) => Progress::Alone,
            (_, Some(Beside::TakingIn(kept, all))) => Progress::TakingIn(*kept, *all),
            (_, Some(Beside::Failed(fault))) => Progress::Failed(*fault),
            (Some(other), Some(Beside::Counted(side))) => Progress::Seen(Box::new(seen(model, other, side)?)),
            (_, Some(Beside::Reading(read, all))) => Progress::Reading(*read, *all),
            (_, None) => Progress::Reading(0, 0),
        };
        Some(Self {
            id: open.settings.id.clone(),
            others: model.comparable().iter().map(|one| (one.id.clone(), one.name.clone())).collect(),
            is_sample: open.settings.sample,
            other: other.map(|other| other.id.clone()).unwrap_or_default(),
            progress,
        })
    }
}

/// The two, the earlier one first, once both are counted.
pub(crate) fn sides<'a>(
    model: &'a Model,
    other: &'a Settings,
    side: &'a Side,
) -> Option<[(&'a Settings, std::borrow::Cow<'a, Side>); 2]> {
    use std::borrow::Cow::{Borrowed, Owned};
    let open = model.open.as_ref()?;
    let this = (&open.settings, Owned(open.side(&model.directive, &model.roster)));
    let that = (other, Borrowed(side));
    Some(if is_earlier(other, &open.settings) { [that, this] } else { [this, that] })
}

/// The requirements of the two, as the filter asks.
pub(crate) fn compared_rows(model: &Model, earlier: &Side, later: &Side) -> (Comparability, Vec<Row>) {
    let comparability = Comparability::of(&earlier.footing, &later.footing);
    let filter = &model.compare_filter;
    let among = Among {
        group: (!filter.group.is_empty()).then_some(filter.group.as_str()),
        units: filter.is_both_only.then_some(comparability.both.as_slice()),
    };
    let rows = rows(&model.directive, earlier, later, among);
    (comparability, rows)
}

fn seen(model: &Model, other: &Settings, side: &Side) -> Option<Seen> {
    let [earlier, later] = sides(model, other, side)?;
    let (comparability, rows) = compared_rows(model, &earlier.1, &later.1);
    let units = &model.open.as_ref()?.count.units;
    let mut names: BTreeMap<&str, &str> =
        model.roster.units.iter().map(|unit| (unit.id.as_str(), unit.name.as_str())).collect();
    names.extend(units.rows.iter().map(|row| (row.id.as_str(), row.name.as_str())));
    let name = |id: &String| names.get(id.as_str()).copied().unwrap_or_else(|| own_name(id)).to_owned();
    let of_units = |ids: &[String]| ids.iter().map(name).collect();
    Some(Seen {
        only_earlier: of_units(&comparability.only_earlier),
        only_later: of_units(&comparability.only_later),
        earlier: known(earlier.0, &earlier.1),
        later: known(later.0, &later.1),
        comparability,
        filter: model.compare_filter.clone(),
        groups: units.groups.iter().map(|group| (group.id.clone(), group.name.clone())).collect(),
        rows,
    })
}

fn known(settings: &Settings, side: &Side) -> Known {
    let footing = &side.footing;
    Known {
        id: settings.id.clone(),
        name: settings.name.clone(),
        cut_off: settings.cut_off.date(),
        roster_as_of: DateText::from_typed(&footing.roster_as_of).to_display(),
        edition: DateText::from_typed(&footing.edition).to_display(),
        units: footing.units.len(),
    }
}
