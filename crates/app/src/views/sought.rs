//! The row of a list to which the person was led.

use crate::model::Model;
use domain::field::FormPlace;

/// A row of a list to which the person was led, and how many times they were led anywhere until then.
pub type Sought = Option<(u32, usize)>;

/// The row of a list to which the person was led last, if it was to one of its rows: `row` tells which one a place is.
pub fn sought(model: &Model, row: impl Fn(&FormPlace) -> Option<usize>) -> Sought {
    let (count, place) = model.sought.as_ref()?;
    Some((*count, row(place)?))
}
