//! What surrounds every view of an open gathering.

use super::lookup::is_file;
use super::waiting::{WaitsFor, waiting};
use crate::model::{Intake, Model};
use crate::place::Place;
use crate::settings::RosterView;
use domain::date::{Date, Moment};
use storage::StoreFault;

/// What stands around every view of an open gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The gathering's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is the sample (bản mẫu).
    pub sample: bool,
    /// The day as of which the numbers are told (ngày chốt số liệu).
    pub cut_off: Option<Date>,
    /// The last day on which a report is on time (hạn gửi).
    pub deadline: Option<Date>,
    /// As of which day the list of units is, as it is shown.
    pub roster_as_of: String,
    /// By which units it counts.
    pub roster_view: RosterView,
    /// How many files were received: containers and what the system left are none.
    pub files: usize,
    /// How many files wait for a decision.
    pub waiting: usize,
    /// On how many matters people decided differently.
    pub disputes: usize,
    /// Whether there is a gathering to compare it with, or one can be made up.
    pub can_compare: bool,
    /// How many files count, and the digest of what was counted, in short.
    pub counted: (u32, String),
    /// Whether all of it was read: then something can be taken in.
    pub is_read: bool,
    /// How the taking in goes on.
    pub progress: Option<Progress>,
    /// How many things can be read again.
    pub unread: u32,
    /// Whether a change can be taken back.
    pub can_undo: bool,
    /// Where the officer is.
    pub place: Place,
}

/// Whether all of a gathering is on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Save {
    /// It is still being read: so many things, of how many.
    Loading {
        /// How many were read.
        read: usize,
        /// How many there are.
        all: u32,
    },
    /// A change is on its way to the disk.
    Saving,
    /// It is.
    Saved,
    /// The last write failed.
    Unsaved(StoreFault),
}

/// How the taking in goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many things are kept.
    pub kept: u32,
    /// How many were chosen.
    pub chosen: u32,
    /// In hundredths of the bytes; of the things, where not all were weighed.
    pub hundredths: u32,
    /// How many seconds it will go on; none while that cannot be told.
    pub seconds_left: Option<u32>,
}

/// What is told of the time that is left needs so many milliseconds to have gone by.
const SETTLED: i64 = 3_000;

impl Frame {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        let settings = &open.settings;
        let waiting = waiting(open);
        let count = |is_dispute: bool| {
            let of_kind = waiting.iter().filter(|(matter, _)| (*matter == WaitsFor::Conflict) == is_dispute);
            of_kind.map(|(_, count)| count).sum()
        };
        Some(Self {
            id: settings.id.clone(),
            name: settings.name.clone(),
            sample: settings.sample,
            cut_off: settings.cut_off.date(),
            deadline: settings.deadline.date(),
            roster_as_of: model.roster.as_of.to_display(),
            roster_view: settings.roster_view,
            files: open.things.iter().flat_map(|thing| &thing.lines).filter(|line| is_file(line)).count(),
            waiting: count(false),
            disputes: count(true),
            can_compare: settings.sample || !model.comparable().is_empty(),
            is_read: open.loading.is_none(),
            counted: (open.count.stamp.files, open.count.stamp.short()),
            progress: open.intake.as_ref().map(|intake| Progress::of(intake, model.clock.now)),
            unread: open.unread,
            can_undo: open.undo.last().is_some(),
            place: model.place.clone(),
        })
    }
}

impl Save {
    /// Of the open gathering.
    #[must_use]
    pub fn of(model: &Model) -> Option<Self> {
        let open = model.open.as_ref()?;
        Some(match (open.unsaved, open.loading) {
            (Some(fault), _) => Self::Unsaved(fault),
            (None, Some(all)) => Self::Loading { read: open.things.len(), all },
            (None, None) if model.is_saving() => Self::Saving,
            (None, None) => Self::Saved,
        })
    }
}

impl Progress {
    /// How it goes on at a moment.
    #[must_use]
    pub fn of(intake: &Intake, now: Moment) -> Self {
        let ((chosen, all), (kept, done)) = (intake.chosen, intake.kept);
        // Where everything is empty, or not all was weighed, the things are counted.
        let (done, all) = if all == 0 || intake.is_unweighed { (kept.into(), chosen.into()) } else { (done, all) };
        let gone = now.0 - intake.since;
        let left = all.saturating_sub(done);
        let elapsed = u64::try_from(gone).ok().filter(|_| gone >= SETTLED);
        let milliseconds = elapsed.and_then(|elapsed| elapsed.saturating_mul(left).checked_div(done));
        Self {
            kept,
            chosen,
            hundredths: whole(done.saturating_mul(100).checked_div(all).unwrap_or(100)).min(100),
            seconds_left: milliseconds.map(|time| whole(time.div_ceil(1000))),
        }
    }
}

fn whole(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_from_the_bytes_and_is_not_told_at_once() {
        let intake = Intake { chosen: (10, 4_000), kept: (2, 1_000), files: 2, since: 100_000, is_unweighed: false };
        let after = |milliseconds: i64| Progress::of(&intake, Moment(100_000 + milliseconds));
        assert_eq!(after(2_999).seconds_left, None);
        assert_eq!(after(5_000), Progress { kept: 2, chosen: 10, hundredths: 25, seconds_left: Some(15) });
        // A clock that was set back tells nothing.
        assert_eq!(after(-9_000).seconds_left, None);
        let nothing = Intake { kept: (0, 0), ..intake };
        assert_eq!(Progress::of(&nothing, Moment(200_000)).seconds_left, None);
    }

    #[test]
    fn empty_files_are_counted_by_things() {
        let intake = Intake { chosen: (4, 0), kept: (1, 0), ..Intake::default() };
        assert_eq!(Progress::of(&intake, Moment(0)).hundredths, 25);
        let weighed_in_part = Intake { chosen: (4, 10), kept: (1, 900), is_unweighed: true, ..Intake::default() };
        assert_eq!(Progress::of(&weighed_in_part, Moment(0)).hundredths, 25);
        assert_eq!(Progress::of(&Intake::default(), Moment(0)).hundredths, 100);
    }
}
