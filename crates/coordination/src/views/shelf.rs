//! The list of gatherings (các đợt tổng hợp).

use crate::model::Model;
use crate::settings::Settings;
use crate::tally::Tally;
use domain::date::{Date, Moment};
use storage::StoreFault;

/// The list of gatherings.
#[derive(Clone, Debug, PartialEq)]
pub enum Shelf {
    /// It is being read.
    Loading,
    /// It could not be read.
    Failed(StoreFault),
    /// The gatherings, the newest first, the sample last.
    Read(Vec<ShelfRow>),
}

/// A gathering of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ShelfRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is the sample.
    pub sample: bool,
    /// The last day on which a report is on time.
    pub deadline: Option<Date>,
    /// When it was made.
    pub made_on: Option<Date>,
    /// How many have reported; none where that is not known, since it is being taken in, or was not opened since.
    pub tally: Option<Tally>,
    /// Whether its removal was asked for once.
    pub is_asked: bool,
}

impl Shelf {
    /// Of the model.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        match &model.shelf {
            None => Self::Loading,
            Some(Err(fault)) => Self::Failed(*fault),
            Some(Ok(all)) => {
                let mut all: Vec<&Settings> = all.iter().collect();
                // A stable sort: within each half they stay in the order of the list, which has the newest first.
                all.sort_by_key(|one| (one.sample, one.is_before));
                Self::Read(all.into_iter().map(|one| row(model, one)).collect())
            }
        }
    }
}

fn row(model: &Model, settings: &Settings) -> ShelfRow {
    let made = Moment::from_iso(&settings.created_at);
    ShelfRow {
        id: settings.id.clone(),
        name: settings.name.clone(),
        sample: settings.sample,
        deadline: settings.deadline.date(),
        made_on: made.map(|made| made.civil(model.clock.offset_minutes).0),
        tally: model.tallies.get(&settings.id).cloned(),
        is_asked: model.removal.as_ref() == Some(&settings.id),
    }
}
