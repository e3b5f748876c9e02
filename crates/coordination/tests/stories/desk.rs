//! The officer's desk: a window with the board, whose effects are carried out in memory.

use crate::disk::{Disk, Kept};
use coordination::count::Count;
use coordination::filter::{self, FilesFilter, RegisterFilter, UnitsFilter};
use coordination::intake::Step;
use coordination::model::{Model, Open};
use coordination::msg::{Change, Clock, Effect, Msg, Opening};
use coordination::narrowed::Narrowed;
use coordination::returning;
use coordination::settings::Settings;
use coordination::thing::{Taken, Thing, ThingLine};
use coordination::typed::Typed;
use coordination::words::{FileId, Words};
use domain::date::{DateText, Moment};
use domain::directive::Directive;
use domain::roster::Roster;
use encoding_rs::WINDOWS_1258;
use gathering::decisions::{Arrival, Claim, Decision, Decisions, FileRef, LeftOut, Term, UnitIs};
use gathering::line::{Line, Outcome};
use gathering::ports::Ports;
use gathering::reading;
use gathering::received::Received;
use gathering::register::{RegisterLine, Timing};
use gathering::table::Table;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use storage::StoreFault;
use unicode_normalization::UnicodeNormalization;

/// 2024-07-20, 10:00 in Cần Thơ.
const NOW: i64 = 1_721_444_400_000;

pub struct Desk {
    pub model: Model,
    pub disk: Rc<RefCell<Disk>>,
    /// Whether the disk is full.
    pub full: bool,
    /// Whether the store's answers wait.
    pub slow: bool,
    waiting: Vec<Msg>,
    /// All effects, in order.
    pub asked: Vec<Effect>,
    pub handed_out: Vec<(String, Table)>,
    /// What the last of them was narrowed to.
    pub narrowed: Vec<Narrowed>,
    /// So many things are in a part of an opening, and in a batch of the taking in.
    pub part: usize,
    /// The returned files that were handed out: their names and texts.
    pub returned: Vec<(String, String)>,
    /// The time by the wall clock, in milliseconds.
    now: i64,
    /// When what was typed is to be written.
    due: Option<i64>,
    next_thing: u32,
    name: char,
}

impl Desk {
    /// A window over an empty disk, at the list of gatherings.
    pub fn new() -> Self {
        Self::over(Rc::default(), 'a', "")
    }

    /// A window over a disk, at an address.
    pub fn over(disk: Rc<RefCell<Disk>>, name: char, path: &str) -> Self {
        let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
        let mut desk = Self {
            model: Model::new(Rc::new(directive), Rc::new(roster), u64::from(name)),
            disk,
            full: false,
            slow: false,
            waiting: Vec::new(),
            asked: Vec::new(),
            handed_out: Vec::new(),
            narrowed: Vec::new(),
            part: 20,
            returned: Vec::new(),
            now: NOW,
            due: None,
            next_thing: 0,
            name,
        };
        desk.disk.borrow_mut().take_left();
        desk.go(path);
        desk
    }

    /// Another window over the same disk, where this one is.
    pub fn another(&self, name: char) -> Self {
        Self::over(Rc::clone(&self.disk), name, &self.model.place.path())
    }

    /// A gathering with the days of the sample.
    pub fn with_gathering(name: &str) -> Self {
        use coordination::msg::SettingsEdit::{CutOff, Deadline, From};
        let mut desk = Self::new();
        desk.send(Msg::StartGathering(name.into()));
        for edit in [From("01/01/2024".into()), Deadline("15/07/2024".into()), CutOff("31/07/2024".into())] {
            desk.send(Msg::EditSettings(edit));
        }
        desk
    }

    pub fn go(&mut self, path: &str) {
        self.send(Msg::Arrived(path.to_owned()));
    }

    pub fn send(&mut self, msg: Msg) {
        let mut queue = VecDeque::from([msg]);
        while let Some(msg) = queue.pop_front() {
            for effect in self.model.update(Clock { now: Moment(self.now), offset_minutes: 420 }, msg) {
                self.asked.push(effect.clone());
                queue.extend(self.carry_out(effect));
            }
        }
    }

    /// Types a text into a field, a letter every so many milliseconds.
    pub fn types(&mut self, field: &Typed, text: &str, every: i64) {
        let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
        for end in ends {
            self.pass(every);
            self.send(Msg::Typed(Box::new(field.with(text[..end].to_owned()))));
        }
    }

    /// Leaves a field with that in it.
    pub fn leaves(&mut self, field: &Typed, text: &str) {
        let typed = Box::new(field.with(text.to_owned()));
        self.send(Msg::Typed(typed.clone()));
        self.send(Msg::Take(typed));
    }

    /// Lets so many milliseconds go by.
    pub fn pass(&mut self, milliseconds: i64) {
        self.now += milliseconds;
        if self.due.take_if(|due| *due <= self.now).is_some() {
            self.send(Msg::SaveDue);
        }
    }

    /// How often something was written.
    pub fn writes(&self) -> usize {
        self.asked.iter().filter(|asked| matches!(asked, Effect::Write(..))).count()
    }

    /// The store's answers that waited.
    pub fn answer(&mut self) {
        self.slow = false;
        for msg in std::mem::take(&mut self.waiting) {
            self.send(msg);
        }
    }

    fn carry_out(&mut self, effect: Effect) -> Vec<Msg> {
        let disk = Rc::clone(&self.disk);
        let mut disk = disk.borrow_mut();
        match effect {
            Effect::ReadShelf => disk.shelf(),
            Effect::KeepTally(id, tally) => disk.keep_tally(id, tally),
            Effect::Sum(settings) => self.sum(&disk, &settings),
            Effect::Open(id) => self.parts(&disk, &id),
            Effect::Write(number, changes) => self.write(&mut disk, number, changes),
            Effect::TakeSample(id) => {
                let (directive, roster) = (Rc::clone(&self.model.directive), Rc::clone(&self.model.roster));
                self.take_sample(&mut disk, &id, synthetic::sample(&directive, &roster).collect())
            }
            Effect::TakeEarlierSample(id) => {
                let (directive, roster) = (Rc::clone(&self.model.directive), Rc::clone(&self.model.roster));
                self.take_sample(&mut disk, &id, synthetic::sample_before(&directive, &roster).collect())
            }
            Effect::LoadFile(id, thing, line) => {
                let bytes = disk.things.get(&(id, thing.clone())).and_then(|kept| kept.bytes.get(&line).cloned());
                vec![Msg::FileLoaded(thing, line, bytes.ok_or(StoreFault::Broken))]
            }
            Effect::LoadWords(id, files) => {
                let read = |file: &FileId| {
                    let kept = disk.things.get(&(id.clone(), file.0.clone()));
                    let bytes = kept.and_then(|kept| kept.bytes.get(&file.1)).map(Vec::as_slice);
                    Words::read(file.clone(), bytes, &self.model.directive.id)
                };
                let portions = files.chunks(self.part).map(|portion| portion.iter().map(read).collect());
                portions.map(|words| Msg::WordsLoaded(id.clone(), words)).collect()
            }
            Effect::HandOutTable(name, table, narrowed) => {
                self.narrowed = narrowed;
                self.handed_out.push((name, *table));
                vec![Msg::HandedOut(Ok(()))]
            }
            Effect::HandOutRemarks(is_sample, returned, ids) => {
                let clock = Clock { now: Moment(NOW), offset_minutes: 420 };
                let nfc = |text: &str| text.nfc().collect();
                let file = returning::written(&self.model.directive, &returned, is_sample, clock, &nfc);
                assert!(!file.is_oversize, "a unit could not open it");
                self.returned.push((file.name, file.text));
                vec![Msg::RemarksHandedOut(ids, Ok(()))]
            }
            Effect::SaveLater(milliseconds) => {
                self.due = Some(self.now + i64::from(milliseconds));
                Vec::new()
            }
            Effect::Leave(changes) => {
                disk.left.insert(self.name, changes);
                Vec::new()
            }
            Effect::Go(path) => vec![Msg::Arrived(path)],
            Effect::CountOn => vec![Msg::CountOn],
            Effect::CancelIntake
            | Effect::ReadAgain
            | Effect::HandOutBundle(..)
            | Effect::HandOutOffice(..)
            | Effect::CancelOffice
            | Effect::Print
            | Effect::Focus(_) => Vec::new(),
        }
    }

    fn take_sample(&mut self, disk: &mut Disk, id: &str, sample: Vec<synthetic::Thing>) -> Vec<Msg> {
        let decisions: Vec<Decision> = sample.iter().flat_map(|thing| thing.decisions.clone()).collect();
        let things = sample.into_iter().map(|thing| (thing.name, thing.bytes)).collect();
        self.steps(disk, id, things, decisions)
    }

    /// The numbers of a gathering on the disk.
    fn sum(&self, disk: &Disk, settings: &Settings) -> Vec<Msg> {
        let id = &settings.id;
        let taken: Vec<Taken> = disk.things_of(id).into_iter().flat_map(|kept| kept.taken).collect();
        let decisions = Decisions { list: disk.decisions_of(id), ..Decisions::default() };
        let side = Count::side(&taken, &decisions, settings, &self.model.directive, &self.model.roster);
        vec![Msg::Summing(id.clone(), 1, 2), Msg::Summed(id.clone(), Ok(Box::new(side)))]
    }

    fn write(&mut self, disk: &mut Disk, number: u32, changes: Vec<Change>) -> Vec<Msg> {
        let outcome = if self.full { Err(StoreFault::Full) } else { Ok(()) };
        if outcome.is_ok() {
            disk.write(changes);
        }
        let answer = Msg::Written(number, outcome);
        if self.slow {
            self.waiting.push(answer);
            return Vec::new();
        }
        vec![answer]
    }

    /// What a gathering has on the disk, in parts.
    fn parts(&self, disk: &Disk, id: &str) -> Vec<Msg> {
        let (mut decisions, mut rewrites) = (disk.decisions_of(id), disk.rewrites_of(id));
        let (mut notes, mut typed) = (disk.notes_of(id), disk.typed_of(id));
        let kept = disk.things_of(id);
        let all = u32::try_from(kept.len()).unwrap();
        let mut parts: Vec<Msg> = Vec::new();
        let chunks: Vec<&[Kept]> = if kept.is_empty() { vec![&[]] } else { kept.chunks(self.part).collect() };
        for chunk in chunks {
            parts.push(Msg::Opened(Opening {
                id: id.into(),
                things: chunk.iter().map(|kept| kept.thing.clone()).collect(),
                taken: chunk.iter().flat_map(|kept| kept.taken.clone()).collect(),
                decisions: std::mem::take(&mut decisions),
                rewrites: std::mem::take(&mut rewrites),
                notes: std::mem::take(&mut notes),
                typed: std::mem::take(&mut typed),
                all,
            }));
        }
        parts.push(Msg::OpenEnded(id.into(), Ok(())));
        parts
    }

    /// Takes things in into the gathering that is open.
    pub fn take_in(&mut self, things: Vec<(String, Vec<u8>)>) {
        let id = self.open().settings.id.clone();
        let disk = Rc::clone(&self.disk);
        let steps = self.steps(&mut disk.borrow_mut(), &id, things, Vec::new());
        for step in steps {
            self.send(step);
        }
    }

    fn steps(
        &mut self,
        disk: &mut Disk,
        id: &str,
        things: Vec<(String, Vec<u8>)>,
        decisions: Vec<Decision>,
    ) -> Vec<Msg> {
        let count = |items: usize| u32::try_from(items).unwrap();
        let bytes = |things: &[(String, Vec<u8>)]| -> u64 { things.iter().map(|(_, bytes)| bytes.len() as u64).sum() };
        let mut steps = vec![Step::Began { things: count(things.len()), bytes: Some(bytes(&things)) }];
        for batch in things.chunks(self.part) {
            let kept: Vec<Kept> = batch.iter().map(|(name, bytes)| self.read(name, bytes)).collect();
            steps.push(Step::Kept {
                things: kept.iter().map(|kept| kept.thing.clone()).collect(),
                taken: kept.iter().flat_map(|kept| kept.taken.clone()).collect(),
                decisions: Vec::new(),
                rewrites: Vec::new(),
                notes: Vec::new(),
                settings: Vec::new(),
                bytes: bytes(batch),
            });
            for kept in kept {
                disk.things.insert((id.to_owned(), kept.thing.id.clone()), kept);
            }
        }
        for decision in &decisions {
            disk.decisions.insert((id.to_owned(), decision.id.clone()), decision.clone());
        }
        steps.push(Step::Kept {
            things: Vec::new(),
            taken: Vec::new(),
            decisions,
            rewrites: Vec::new(),
            notes: Vec::new(),
            settings: Vec::new(),
            bytes: 0,
        });
        steps.push(Step::Ended { unread: 0, cancelled: false });
        steps.into_iter().map(|step| Msg::Intake(id.to_owned(), step)).collect()
    }

    fn read(&mut self, name: &str, bytes: &[u8]) -> Kept {
        self.next_thing += 1;
        // The order of ids is not that of taking in.
        let id = format!("{:03}{}{}", self.next_thing * 7919 % 1000, self.name, self.next_thing);
        let ports = Ports {
            decode_1258: &|bytes| WINDOWS_1258.decode_without_bom_handling(bytes).0.into_owned(),
            nfc: &|text| text.nfc().collect(),
        };
        let mut kept = Kept { thing: Thing { id, ..Thing::default() }, taken: Vec::new(), bytes: Default::default() };
        let directive = self.model.directive.id.clone();
        reading::read(name, bytes, &directive, &ports, &mut |line| kept.take(line));
        kept
    }

    pub fn open(&self) -> &Open {
        self.model.open.as_ref().expect("a gathering is open")
    }

    /// The line of the register of a unit.
    pub fn line(&self, unit: &str) -> &RegisterLine {
        let row = self.open().count.units.row_of(unit).expect(unit);
        self.open().count.register.iter().find(|line| line.unit == row).unwrap()
    }

    /// The ids of units of which one file came, and counts, and nobody knows when it came; and that file.
    pub fn counting(&self) -> Vec<(String, Received)> {
        let open = self.open();
        let rows = open.count.units.rows.iter().zip(&open.count.standing.rows);
        rows.filter(|(unit, row)| {
            row.counting.len() == 1
                && row.waiting.len() + row.others.len() == 0
                && self.line(&unit.id).timing == Timing::Undated
        })
        .map(|(unit, row)| (unit.id.clone(), open.taken[row.counting[0] as usize].received.clone()))
        .collect()
    }

    pub fn undo(&mut self) {
        self.send(Msg::Undo);
    }

    pub fn decide(&mut self, decision: Decision) {
        self.send(Msg::Decide(Box::new(decision)));
    }

    pub fn term(&mut self, unit: &str, until: &str, excused: bool) {
        let until = DateText::from_typed(until);
        let reason = "bão lụt".into();
        let term = Term { unit: unit.into(), until, excused, reason, ..Term::default() };
        self.decide(Decision { term: Some(term), ..Decision::default() });
    }

    pub fn arrived(&mut self, files: &[&Received], units: &[&str], on: &str) {
        let files = files.iter().map(|one| FileRef::of(&one.key)).collect();
        let units = units.iter().map(|unit| (*unit).to_owned()).collect();
        let arrival = Arrival { files, units, on: DateText::from_typed(on), ..Arrival::default() };
        self.decide(Decision { arrival: Some(arrival), ..Decision::default() });
    }

    pub fn leave_out(&mut self, file: &Received, reason: &str) {
        let left_out = LeftOut { file: FileRef::of(&file.key), reason: reason.into(), ..LeftOut::default() };
        self.decide(Decision { left_out: Some(left_out), ..Decision::default() });
    }

    pub fn say_whose(&mut self, claim: Claim, unit: &str) {
        let unit_is = UnitIs { claim, unit: unit.into(), ..UnitIs::default() };
        self.decide(Decision { unit_is: Some(unit_is), ..Decision::default() });
    }

    pub fn register_rows(&self, filter: &RegisterFilter) -> Vec<usize> {
        filter::register_rows(self.open(), filter)
    }

    pub fn unit_rows(&self, filter: &UnitsFilter) -> Vec<u32> {
        filter::unit_rows(self.open(), &self.model.directive, filter)
    }

    pub fn file_rows(&self, filter: &FilesFilter) -> Vec<(usize, usize)> {
        filter::file_rows(self.open(), filter)
    }
}

impl Kept {
    fn take(&mut self, line: Line) {
        let number = u32::try_from(self.thing.lines.len()).unwrap();
        let outcome = match &line.outcome {
            Outcome::Container { .. } => "container",
            Outcome::Skipped { .. } => "skipped",
            Outcome::Held { .. } => "held",
            Outcome::KeptUnread(_) => "newer-version",
            Outcome::Aside { .. } => "other-directive",
            Outcome::Refused { .. } => "refused",
        };
        let mut told = ThingLine {
            name: line.name,
            depth: line.depth,
            parent: line.parent.map_or(0, |parent| parent + 1),
            outcome: outcome.into(),
            sent: line.receipt.map(|receipt| receipt.date.clone()).unwrap_or_default(),
            ..ThingLine::default()
        };
        if let Outcome::Held { assessments, remarks, .. } = line.outcome {
            told.remarks = remarks.iter().map(|remark| format!("{remark:?}")).collect();
            let thing = self.thing.id.clone();
            let taken = assessments.into_iter().map(|received| Taken { thing: thing.clone(), line: number, received });
            self.taken.extend(taken);
        }
        self.bytes.insert(number, line.bytes);
        self.thing.lines.push(told);
    }
}

/// The things of the sample, by their names.
pub fn sample() -> Vec<(String, Vec<u8>)> {
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    synthetic::sample(&directive, &roster).map(|thing| (thing.name, thing.bytes)).collect()
}
