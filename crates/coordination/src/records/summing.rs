//! Counting a gathering from its records, without opening it: what it says is let go of once it is counted.

use super::opening::open;
use crate::count::Count;
use crate::ports::{Reader, Records, Time};
use crate::settings::Settings;
use crate::tally::Tally;
use crate::thing::Taken;
use domain::directive::Directive;
use domain::roster::Roster;
use gathering::comparison::Side;
use gathering::decisions::Decisions;
use storage::StoreFault;

/// Counts the gathering of these settings. How many of its things were read, of how many, goes to `tell`, which says whether the rest is
/// still wanted; nothing comes of it where it is not.
///
/// # Errors
/// Where the store or the reader fails.
pub async fn sum(
    settings: &Settings,
    (directive, roster): (&Directive, &Roster),
    records: &impl Records,
    reader: &impl Reader,
    time: &impl Time,
    tell: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<Option<(Side, Tally)>, StoreFault> {
    let (mut taken, mut decisions): (Vec<Taken>, Decisions) = Default::default();
    let (mut read, mut is_wanted) = (0_u32, true);
    let mut take = |part: crate::msg::Opening| {
        taken.extend(part.taken);
        decisions.join(Decisions { list: part.decisions, ..Decisions::default() });
        read = read.saturating_add(u32::try_from(part.things.len()).unwrap_or(u32::MAX));
        is_wanted = tell(read, part.all);
        is_wanted
    };
    open(&settings.id, records, reader, time, &mut take).await?;
    Ok(is_wanted.then(|| Count::side(&taken, &decisions, settings, directive, roster)))
}
