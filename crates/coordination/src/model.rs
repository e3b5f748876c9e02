//! The state of the board.

use crate::count::Count;
use crate::filter::{FilesFilter, RegisterFilter, UnitsFilter};
use crate::msg::Clock;
use crate::place::Place;
use crate::settings::Settings;
use crate::thing::{Taken, Thing};
use domain::assessment::Assessment;
use domain::directive::Directive;
use domain::lang::Lang;
use domain::roster::Roster;
use gathering::decisions::Decisions;
use std::rc::Rc;
use storage::StoreFault;

/// The state of the board.
#[derive(Debug)]
pub struct Model {
    /// The language.
    pub lang: Lang,
    /// The level of the first heading.
    pub heading_level: u8,
    /// The directive that is reported on.
    pub directive: Rc<Directive>,
    /// The units that are to report.
    pub roster: Rc<Roster>,
    /// Where the officer is.
    pub place: Place,
    /// The gatherings; none until the list was read.
    pub shelf: Option<Result<Vec<Settings>, StoreFault>>,
    /// The gathering that is open.
    pub open: Option<Open>,
    /// What was asked of the register.
    pub register_filter: RegisterFilter,
    /// What was asked of units × requirements.
    pub units_filter: UnitsFilter,
    /// What was asked of the files.
    pub files_filter: FilesFilter,
    /// The clock at the last message.
    pub clock: Clock,
    pub(crate) seed: u64,
    pub(crate) writes: u32,
}

/// A gathering that is open.
#[derive(Debug, Default)]
pub struct Open {
    /// What it is about.
    pub settings: Settings,
    /// What was taken in, in the order of taking in.
    pub things: Vec<Thing>,
    /// The assessments in it. Numbers of `count` name them by their places here.
    pub taken: Vec<Taken>,
    /// What people decided.
    pub decisions: Decisions,
    /// What follows from all that.
    pub count: Rc<Count>,
    /// Whether all of it was read from the store; until then, how many things there are in all.
    pub loading: Option<u32>,
    /// How the taking in goes on; none while nothing is taken in.
    pub intake: Option<Intake>,
    /// How many things could not be read from their device, and can be read again.
    pub unread: u32,
    /// Why the last write failed, where it did: nothing that was decided since is on the disk.
    pub unsaved: Option<StoreFault>,
    /// The assessment that is shown, as its file has it: the thing's id, the line, the assessments of that file.
    pub shown: Option<(String, u32, Vec<Rc<Assessment>>)>,
}

/// How the taking in goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// How many things were chosen, and their bytes.
    pub chosen: (u32, u64),
    /// How many of them are on the disk, and their bytes.
    pub kept: (u32, u64),
    /// When it began, in milliseconds of the wall clock.
    pub since: i64,
}

impl Model {
    /// The board before anything was read. `seed` makes the ids of this window its own.
    #[must_use]
    pub fn new(directive: Rc<Directive>, roster: Rc<Roster>, seed: u64) -> Self {
        Self {
            lang: Lang::default(),
            heading_level: 1,
            directive,
            roster,
            place: Place::default(),
            shelf: None,
            open: None,
            register_filter: RegisterFilter::default(),
            units_filter: UnitsFilter::default(),
            files_filter: FilesFilter::default(),
            clock: Clock::default(),
            seed,
            writes: 0,
        }
    }
}
