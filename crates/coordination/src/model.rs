//! The state of the board.

use crate::compared::{CompareFilter, Compared};
use crate::count::{Count, Counting, Given};
use crate::filter::{FilesFilter, IssuesFilter, Names, ReadingFilter, RegisterFilter, UnitsFilter};
use crate::ids::{id_of, next_random};
use crate::msg::{Clock, Effect};
use crate::notes::Notes;
use crate::notice::{Notice, NoticeKind};
use crate::office::Making;
use crate::place::Place;
use crate::rewrite::Rewrite;
use crate::said::Said;
use crate::saving::Saving;
use crate::settings::Settings;
use crate::tally::Tally;
use crate::thing::{Taken, Thing};
use crate::typing::Typing;
use crate::undo::{Changed, Undo};
use crate::words::{FileId, Loaded};
use domain::assessment::Assessment;
use domain::date::Date;
use domain::directive::Directive;
use domain::lang::Lang;
use domain::roster::Roster;
use gathering::decisions::Decisions;
use report::edits::Edits;
use report::profile::{Profile, Profiles};
use std::collections::{BTreeMap, HashMap};
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
    /// How the report upwards looks.
    pub profile: Rc<Profile>,
    /// Where the officer is.
    pub place: Place,
    /// The gatherings; none until the list was read.
    pub shelf: Option<Result<Vec<Settings>, StoreFault>>,
    /// How many have reported to gatherings, as far as that is known, by their ids.
    pub tallies: BTreeMap<String, Tally>,
    /// The gathering that is open.
    pub open: Option<Open>,
    /// The one that it is compared with.
    pub compared: Option<Compared>,
    /// What was asked of the comparison.
    pub compare_filter: CompareFilter,
    /// The gathering whose removal was asked for once: asked for again it is done.
    pub removal: Option<String>,
    /// What the officer is told, the last one last.
    pub notices: Vec<Notice>,
    /// What was asked of the register.
    pub register_filter: RegisterFilter,
    /// What was asked of units × requirements.
    pub units_filter: UnitsFilter,
    /// What is being read.
    pub reading: ReadingFilter,
    /// What was asked of the files.
    pub files_filter: FilesFilter,
    /// What was asked of the issues.
    pub issues_filter: IssuesFilter,
    /// The clock at the last message.
    pub clock: Clock,
    /// How often something may have changed that is seen, beside whether it is saved. Who draws need draw only then.
    pub changes: u64,
    pub(crate) seed: u64,
    pub(crate) saving: Saving,
    pub(crate) next_notice: u32,
    /// What is asked of units × requirements of a gathering that is about to be opened.
    pub(crate) carried: Option<(String, UnitsFilter)>,
    /// The gathering that things are being taken in into, open or not.
    pub(crate) busy: Option<String>,
    /// What was rewritten and set in bundles that were read into gatherings, by their ids, while those were not open, or not read yet.
    pub(crate) late: Vec<(String, Vec<Rewrite>, Vec<Settings>)>,
    /// The gathering that is removed as soon as nothing is taken in into it.
    pub(crate) doomed: Option<String>,
    /// Whether the sample is to be opened once the list was read.
    pub(crate) wants_sample: bool,
    /// Whether the sample of the period before is to be made once nothing is being taken in.
    pub(crate) wants_earlier_sample: bool,
    /// The files that are to be shown, and were asked for.
    pub(crate) wanted: Vec<(String, u32)>,
    /// The one of them that is the file before.
    pub(crate) wanted_before: Option<(String, u32)>,
    /// Files of the sample in which its issues are looked for, once they are read.
    pub(crate) sampled: Vec<FileId>,
    /// The document or workbook that is being made.
    pub making: Option<Making>,
    /// How many were begun.
    pub(crate) made: u32,
}

/// A file that is shown: the thing's id, its line, and its assessments.
pub type Shown = (String, u32, Vec<Rc<Assessment>>);

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
    /// What the officer has noted.
    pub notes: Notes,
    /// What follows from all that.
    pub count: Rc<Count>,
    /// The next count, where it is made step by step.
    pub(crate) counting: Option<Box<Counting>>,
    /// Whether all of it was read from the store; until then, how many things there are in all.
    pub loading: Option<u32>,
    /// How the taking in goes on; none while nothing is taken in.
    pub intake: Option<Intake>,
    /// How many things could not be read from their device, and can be read again.
    pub unread: u32,
    /// Why the last write failed, where it did: nothing that was decided since is on the disk.
    pub unsaved: Option<StoreFault>,
    /// The assessment that is shown, as its file has it: the thing's id, the line, the assessments of that file.
    pub shown: Option<Shown>,
    /// The other files of that unit that count with it (parts), or wait for a decision, in the same form.
    pub beside: Vec<Shown>,
    /// The words of its files, as far as they were loaded.
    pub words: Loaded,
    /// What all units say that count, for the report.
    pub said: Said,
    /// What the officer rewrote in the report.
    pub edits: Edits,
    /// The same by the ids of paragraphs, with what it took the place of, and what was given up.
    pub(crate) rewrites: BTreeMap<String, Rewrite>,
    /// In the reading, the file before the one that is shown.
    pub before: Option<Shown>,
    /// What is being typed.
    pub typing: Typing,
    /// What can be taken back.
    pub undo: Undo,
    /// The names of the things, as they are looked for.
    pub(crate) names: Names,
}

/// How the taking in goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    /// How many things were chosen, and their bytes, as far as they were weighed.
    pub chosen: (u32, u64),
    /// Whether some were not.
    pub is_unweighed: bool,
    /// How many of them are on the disk, and their bytes.
    pub kept: (u32, u64),
    /// How many files there are in these, without the containers that they lie in.
    pub files: u32,
    /// When it began, in milliseconds of the wall clock.
    pub since: i64,
}

/// More assessments or decisions than these are counted step by step, where nobody waits for the numbers.
const COUNTED_AT_ONCE: usize = 1_500;

/// So many notices are on the screen.
const MOST_NOTICES: usize = 5;

impl Model {
    /// The state before the stores were read. `seed` holds bits that are random enough to make ids unique among windows, machines
    /// and officers.
    #[must_use]
    pub fn new(directive: Rc<Directive>, roster: Rc<Roster>, seed: u64) -> Self {
        // There is one: the tests of the data hold that.
        let profile = Profiles::built_in().ok().and_then(|all| all.get("").cloned()).map(Rc::new).unwrap_or_default();
        Self {
            lang: Lang::default(),
            heading_level: 1,
            directive,
            roster,
            profile,
            place: Place::Shelf,
            shelf: None,
            tallies: BTreeMap::new(),
            open: None,
            compared: None,
            compare_filter: CompareFilter::default(),
            removal: None,
            notices: Vec::new(),
            register_filter: RegisterFilter::default(),
            units_filter: UnitsFilter::default(),
            reading: ReadingFilter::default(),
            files_filter: FilesFilter::default(),
            issues_filter: IssuesFilter::default(),
            clock: Clock::default(),
            changes: 0,
            seed,
            saving: Saving::default(),
            next_notice: 0,
            carried: None,
            busy: None,
            late: Vec::new(),
            doomed: None,
            wants_sample: false,
            wants_earlier_sample: false,
            wanted: Vec::new(),
            wanted_before: None,
            sampled: Vec::new(),
            making: None,
            made: 0,
        }
    }

    /// Whether something that was typed or changed is on its way to the store: neither saved nor unsaved.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.saving.is_under_way() || self.open.as_ref().is_some_and(|open| open.typing.is_waiting())
    }

    /// The day on the wall clock at the last message.
    #[must_use]
    pub fn today(&self) -> Date {
        self.clock.now.civil(self.clock.offset_minutes).0
    }

    pub(crate) fn is_open(&self, id: &str) -> bool {
        self.open.as_ref().is_some_and(|open| open.settings.id == id)
    }

    pub(crate) fn fresh_id(&mut self) -> String {
        id_of(next_random(&mut self.seed))
    }

    pub(crate) fn notify(&mut self, kind: NoticeKind) {
        self.next_notice = self.next_notice.wrapping_add(1);
        // What only informs makes room for the next; the same alarm told twice is told once.
        self.notices.retain(|notice| notice.kind.is_alarm() && notice.kind != kind);
        self.notices.push(Notice { id: self.next_notice, kind });
        if self.notices.len() > MOST_NOTICES {
            self.notices.remove(0);
        }
    }

    /// Counts all of the open gathering anew.
    pub(crate) fn recount(&mut self) {
        let today = self.today();
        let Some(open) = &mut self.open else { return };
        let proposed = open.proposed();
        let (directive, roster) = (&self.directive, &self.roster);
        let count = Count::of(&open.taken, &proposed, &open.decisions, &open.settings, directive, roster, today);
        open.count = Rc::new(count);
        open.counting = None;
    }

    /// Counts all of the open gathering anew after things have come: of very many step by step.
    pub(crate) fn count_what_came(&mut self, out: &mut Vec<Effect>) {
        let is_much = |open: &&mut Open| open.taken.len().max(open.decisions.list.len()) > COUNTED_AT_ONCE;
        let Some(open) = self.open.as_mut().filter(is_much) else { return self.recount() };
        let is_under_way = open.counting.replace(Count::in_steps(open.taken.len())).is_some();
        out.extend((!is_under_way).then_some(Effect::CountOn));
    }

    /// The next step of a count.
    pub(crate) fn count_on(&mut self, out: &mut Vec<Effect>) {
        let today = self.today();
        let Some(open) = &mut self.open else { return };
        let Some(counting) = open.counting.take() else { return };
        let given = Given {
            received: &open.taken,
            proposed: &|| open.proposed(),
            decisions: &open.decisions,
            settings: &open.settings,
            directive: &self.directive,
            roster: &self.roster,
            today,
        };
        match counting.go_on(&given) {
            Ok(count) => open.count = Rc::new(count),
            Err(counting) => {
                open.counting = Some(counting);
                out.push(Effect::CountOn);
            }
        }
    }

    /// Counts what a change of that kind may have changed.
    pub(crate) fn recount_after(&mut self, what: Changed) {
        if what.is_noted() {
            return;
        }
        let is_of_register = matches!(what, Changed::Arrival | Changed::Report | Changed::Term);
        let today = self.today();
        match &mut self.open {
            Some(open) if is_of_register && open.is_counted() => {
                let (proposed, settings) = (open.proposed(), &open.settings);
                let count =
                    open.count.with_arrivals(&open.taken, &proposed, &open.decisions, settings, &self.directive, today);
                open.count = Rc::new(count);
            }
            _ => self.recount(),
        }
    }
}

impl Open {
    /// Whether all that was taken in is counted.
    #[must_use]
    pub fn is_counted(&self) -> bool {
        self.taken.len() == self.count.standing.verdicts.len()
    }

    /// Of each of the assessments the day that a mail proposes as the one on which it was received.
    #[must_use]
    pub fn proposed(&self) -> Vec<Option<Date>> {
        let things: HashMap<&str, &Thing> = self.things.iter().map(|thing| (thing.id.as_str(), thing)).collect();
        let proposed = |taken: &Taken| things.get(taken.thing.as_str())?.lines.get(taken.line as usize)?.sent_on();
        self.taken.iter().map(proposed).collect()
    }
}
