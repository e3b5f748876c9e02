//! An office PC in memory: its stores, its clock, its downloads folder, and the pages open on it.

use directive_assessment::app::mirroring::{Mirroring, Shelf};
use directive_assessment::app::msg::{
    ExportOutcome, HistoryMsg, Loaded, RemovalMsg, StoredRecord, Write, WriteOutcome, is_of, quarantine_id,
};
use directive_assessment::app::notice::NoticeKind;
use directive_assessment::app::removing::Removed;
use directive_assessment::app::saving::{Fault, Report};
use directive_assessment::app::space::Space;
use directive_assessment::app::views::{self, RequirementView, SaveLine};
use directive_assessment::app::{Clock, Edit, Effect, Host, Model, Msg, Outside, Route, Section, Store, Told};
use directive_assessment::domain::assessment::{Assessment, Status, UnitRef};
use directive_assessment::domain::date::Moment;
use directive_assessment::domain::directive::Directive;
use directive_assessment::domain::field::{AnswerField, Field, StepField};
use directive_assessment::domain::roster::Roster;
use directive_assessment::exchange;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization as _;

/// What outlives a page.
#[derive(Default)]
pub struct Disk {
    pub journal: BTreeMap<String, (u64, String)>,
    pub mirror: BTreeMap<String, String>,
    pub settings: Option<String>,
    pub snapshots: BTreeMap<String, String>,
    pub refuses_snapshots: bool,
    /// How the stores take a removal, where they do not simply do it.
    pub removal: Option<Removed>,
    pub asked_to_keep: u32,
    pub space: Option<Space>,
    pub journal_fault: Option<Fault>,
    pub mirror_fault: Option<Fault>,
    /// How many more writes there is room for, if there is an end to it.
    pub room: Option<u32>,
    pub now: i64,
    pub downloads: Vec<(String, String)>,
    /// Each record that a store has taken: where, the id, what stood there, and the record.
    pub taken: Vec<Taken>,
    opened: u64,
}

/// Whether a store with that fault can be read: one that is full can.
fn can_read(fault: Option<Fault>) -> bool {
    matches!(fault, None | Some(Fault::Full))
}

fn readable(fault: Option<Fault>) -> Result<(), Fault> {
    fault.filter(|_| !can_read(fault)).map_or(Ok(()), Err)
}

/// A record that a store has taken.
pub struct Taken {
    pub id: String,
    pub before: Option<String>,
    pub text: String,
}

impl Disk {
    fn take_room(&mut self) -> Result<(), Fault> {
        match &mut self.room {
            Some(0) => Err(Fault::Full),
            Some(room) => {
                *room -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Whether it was written: not where another window has been at work.
    fn write_journal(&mut self, write: &Write, must_exist: bool, keeps_old: bool) -> Result<bool, Fault> {
        self.journal_fault.map_or(Ok(()), Err)?;
        let before = self.journal.get(&write.id).cloned();
        let is_other = before.as_ref().map_or(must_exist, |(generation, _)| *generation != write.expected);
        if is_other {
            return Ok(false);
        }
        self.take_room()?;
        if let Some((generation, text)) = before.clone().filter(|_| keeps_old) {
            self.journal.insert(quarantine_id(&write.id, &text), (generation, text));
        }
        self.journal.insert(write.id.clone(), (write.generation, write.text.clone()));
        let before = before.map(|(_, text)| text);
        self.taken.push(Taken { id: write.id.clone(), before, text: write.text.clone() });
        Ok(true)
    }

    /// What is kept beside the drafts.
    fn keep(&mut self, effect: Effect) -> Option<Msg> {
        Some(match effect {
            Effect::Snapshot { key, text, .. } if self.refuses_snapshots => {
                Msg::History(HistoryMsg::Taken(key, Some(text)))
            }
            Effect::Snapshot { key, text, dropped } => {
                self.snapshots.retain(|key, _| !dropped.contains(key));
                self.snapshots.insert(key.clone(), text);
                Msg::History(HistoryMsg::Taken(key, None))
            }
            Effect::DropSnapshots(dropped) => {
                self.snapshots.retain(|key, _| !dropped.contains(key));
                return None;
            }
            Effect::ReadHistory(draft) => {
                let own = self.snapshots.iter().filter(|(key, _)| key.starts_with(&format!("{draft}/")));
                let own = own.map(|(key, text)| (key.clone(), text.clone())).collect();
                Msg::History(HistoryMsg::Read(draft, own))
            }
            Effect::RemoveAll { id, others, .. } => {
                let removed = self.removal.unwrap_or(Removed::Done);
                if removed == Removed::Done {
                    std::iter::once(&id).chain(&others).for_each(|id| self.remove(id));
                }
                Msg::Removal(RemovalMsg::Answered(removed))
            }
            Effect::AskToKeep => {
                self.asked_to_keep += 1;
                Msg::Space(Space { kept: Some(true), ..self.space? })
            }
            Effect::LookAtSpace => Msg::Space(self.space?),
            _ => return None,
        })
    }

    fn remove(&mut self, id: &str) {
        self.journal.retain(|key, _| !is_of(key, id));
        self.mirror.retain(|key, _| !is_of(key, id));
        self.snapshots.retain(|key, _| !key.starts_with(&format!("{id}/")));
    }

    fn export(&mut self, model: &Model, assessment: &Assessment) -> ExportOutcome {
        let nfc = |text: &str| text.nfc().collect::<String>();
        let file = exchange::export(&model.directive, assessment, Moment(self.now), 7 * 60, &nfc);
        self.downloads.push((file.name.clone(), file.text.clone()));
        ExportOutcome::Done { mark: file.mark(), oversize: file.is_oversize }
    }
}

/// The machine.
#[derive(Clone, Default)]
pub struct Machine(pub Rc<RefCell<Disk>>);

impl Shelf for Machine {
    fn is_there(&self) -> bool {
        can_read(self.0.borrow().mirror_fault)
    }

    fn read(&self, id: &str) -> Option<String> {
        let disk = self.0.borrow();
        disk.mirror.get(id).filter(|_| can_read(disk.mirror_fault)).cloned()
    }

    fn write(&self, id: &str, text: &str) -> Result<(), Fault> {
        let mut disk = self.0.borrow_mut();
        disk.mirror_fault.map_or(Ok(()), Err)?;
        disk.take_room()?;
        let before = disk.mirror.insert(id.to_owned(), text.to_owned());
        disk.taken.push(Taken { id: id.to_owned(), before, text: text.to_owned() });
        Ok(())
    }
}

type Timers = Rc<RefCell<BTreeMap<String, i64>>>;

/// A write on its way, at the step that comes next.
pub enum Flight {
    /// The journal.
    Journal(Write),
    /// The mirror, after the journal has answered.
    Mirror(Write, Result<(), Fault>),
    /// The answer.
    Answer(String, WriteOutcome),
}

/// The writes of a page that are on their way; `None` where each goes through at once.
type Flights = Rc<RefCell<Option<Vec<Flight>>>>;

struct Memory {
    machine: Machine,
    timers: Timers,
    focus: Rc<RefCell<String>>,
    told: Rc<RefCell<Vec<Told>>>,
    flights: Flights,
    stores: Rc<PageStores>,
}

/// The stores as one page writes them.
#[derive(Default)]
pub struct PageStores {
    mirroring: Mirroring,
    damaged: RefCell<BTreeSet<String>>,
}

impl PageStores {
    /// Takes a write a step further, as `edge` does; `None` after the answer.
    fn step(&self, machine: &Machine, flight: Flight) -> Option<Flight> {
        let conflict = |id: &str| {
            let record = machine.record(id);
            Some(Flight::Answer(id.to_owned(), WriteOutcome::Conflict(record)))
        };
        match flight {
            Flight::Journal(write) => {
                if self.mirroring.is_ahead(machine, &write) {
                    return conflict(&write.id);
                }
                let keeps_old = self.damaged.borrow().contains(&write.id);
                let must_exist = Mirroring::needs_journal(machine, &write);
                let written = machine.0.borrow_mut().write_journal(&write, must_exist, keeps_old);
                match written {
                    Ok(false) => conflict(&write.id),
                    Ok(true) => {
                        self.damaged.borrow_mut().remove(&write.id);
                        Some(Flight::Mirror(write, Ok(())))
                    }
                    Err(fault) => Some(Flight::Mirror(write, Err(fault))),
                }
            }
            Flight::Mirror(write, journal) => match self.mirroring.put(machine, &write, journal.is_ok()) {
                Some(mirror) => Some(Flight::Answer(write.id, WriteOutcome::Answered(Report { journal, mirror }))),
                None => conflict(&write.id),
            },
            Flight::Answer(..) => None,
        }
    }
}

impl Outside for Memory {
    fn clock(&self) -> Clock {
        Clock { now: Moment(self.machine.0.borrow().now), offset_minutes: 7 * 60 }
    }

    fn perform(&self, store: &Rc<Store>, effect: Effect) {
        let disk = || self.machine.0.borrow_mut();
        match effect {
            Effect::SaveTimer(id, milliseconds) => {
                let due = disk().now + i64::from(milliseconds);
                self.timers.borrow_mut().insert(id, due);
            }
            Effect::Write(write) => {
                if let Some(flights) = &mut *self.flights.borrow_mut() {
                    return flights.push(Flight::Journal(write));
                }
                let mut flight = Flight::Journal(write);
                loop {
                    if let Flight::Answer(id, outcome) = flight {
                        return store.send(Msg::Written(id, outcome));
                    }
                    let Some(next) = self.stores.step(&self.machine, flight) else { return };
                    flight = next;
                }
            }
            Effect::Leave(write) => self.stores.mirroring.put_at_once(&self.machine, &write),
            Effect::Remove(id) => disk().remove(&id),
            Effect::Quarantine(id) => drop(self.stores.damaged.borrow_mut().insert(id)),
            Effect::SaveSettings(text) => disk().settings = Some(text),
            Effect::Export(id, assessment) => {
                let outcome = disk().export(&store.model(), &assessment);
                let is_portion = !assessment.covered().is_empty();
                store.send(if is_portion { Msg::PortionExported(outcome) } else { Msg::Exported(id, outcome) });
            }
            Effect::Download(name, text) => disk().downloads.push((name, text)),
            Effect::Tell(told) => self.told.borrow_mut().push(told),
            Effect::Focus(id) => *self.focus.borrow_mut() = id,
            effect => {
                let answer = disk().keep(effect);
                if let Some(answer) = answer {
                    store.send(answer);
                }
            }
        }
    }
}

impl Machine {
    /// A machine at 09:00 on 1 July 2024, in Cần Thơ.
    pub fn new() -> Self {
        let machine = Self::default();
        machine.0.borrow_mut().now = Moment::from_iso("2024-07-01T02:00:00Z").unwrap().0;
        machine
    }

    /// Opens the page.
    pub fn open(&self) -> Page {
        let (directive, roster) = BUILT_IN.with(Clone::clone);
        self.open_as(directive, roster, Host::default())
    }

    /// Opens a page about another directive, with the attributes that its host has set.
    pub fn open_as(&self, directive: Rc<Directive>, roster: Rc<Roster>, host: Host) -> Page {
        let (timers, flights, stores) = (Timers::default(), Flights::default(), Rc::<PageStores>::default());
        let focus = Rc::<RefCell<String>>::default();
        let told = Rc::<RefCell<Vec<Told>>>::default();
        let outside = Memory {
            told: told.clone(),
            machine: self.clone(),
            timers: timers.clone(),
            focus: focus.clone(),
            flights: flights.clone(),
            stores: stores.clone(),
        };
        let store = Store::new(Model::new(directive, roster), Box::new(outside));
        store.send(Msg::Host(host));
        let loaded = self.loaded();
        store.send(Msg::Loaded(loaded));
        Page { machine: self.clone(), store, timers, focus, flights, stores, told }
    }

    /// What the stores have of a draft.
    pub fn record(&self, id: &str) -> StoredRecord {
        let disk = self.0.borrow();
        let journal = disk.journal.get(id).filter(|_| can_read(disk.journal_fault)).cloned();
        let mirror = disk.mirror.get(id).filter(|_| can_read(disk.mirror_fault)).cloned();
        StoredRecord { id: id.to_owned(), journal, mirror }
    }

    fn loaded(&self) -> Loaded {
        let mut disk = self.0.borrow_mut();
        disk.opened += 1;
        let mut records: BTreeMap<String, StoredRecord> = BTreeMap::new();
        let blank = |id: &String| StoredRecord { id: id.clone(), ..StoredRecord::default() };
        for (id, entry) in disk.journal.iter().filter(|_| can_read(disk.journal_fault)) {
            records.entry(id.clone()).or_insert_with_key(blank).journal = Some(entry.clone());
        }
        for (id, text) in disk.mirror.iter().filter(|_| can_read(disk.mirror_fault)) {
            records.entry(id.clone()).or_insert_with_key(blank).mirror = Some(text.clone());
        }
        let report = Report { journal: readable(disk.journal_fault), mirror: readable(disk.mirror_fault) };
        Loaded {
            seed: disk.opened,
            records: records.into_values().collect(),
            report: Some(report),
            settings: disk.settings.clone(),
            snapshots: disk.snapshots.keys().cloned().collect(),
        }
    }

    /// The last file in the downloads folder.
    pub fn last_download(&self) -> (String, String) {
        self.0.borrow().downloads.last().expect("a download").clone()
    }
}

/// A page open on the machine. Dropping it is like killing the browser: nothing more is written.
pub struct Page {
    machine: Machine,
    pub store: Rc<Store>,
    pub timers: Timers,
    pub focus: Rc<RefCell<String>>,
    /// What the page around the element was told.
    pub told: Rc<RefCell<Vec<Told>>>,
    pub flights: Flights,
    stores: Rc<PageStores>,
}

thread_local! {
    static BUILT_IN: (Rc<Directive>, Rc<Roster>) =
        (Rc::new(Directive::built_in().unwrap()), Rc::new(Roster::built_in().unwrap()));
}

impl Page {
    /// Takes the write of that number on its way a step further.
    pub fn step(&self, index: usize) {
        let Some(flight) = self.flights.borrow_mut().as_mut().map(|flights| flights.remove(index)) else { return };
        if let Flight::Answer(id, outcome) = flight {
            return self.send(Msg::Written(id, outcome));
        }
        let next = self.stores.step(&self.machine, flight);
        if let Some(flights) = self.flights.borrow_mut().as_mut() {
            flights.extend(next);
        }
    }

    /// Another window may have written: reads the draft anew, as `edge` does when it hears of it.
    pub fn looks_at(&self, id: &str) {
        let record = self.machine.record(id);
        self.send(Msg::Seen(record));
    }

    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    pub fn send(&self, msg: Msg) {
        self.store.send(msg);
    }

    /// Lets time go by; what falls due happens in its order.
    pub fn wait(&self, milliseconds: i64) {
        let until = self.machine.0.borrow().now + milliseconds;
        loop {
            let next = self.timers.borrow().iter().map(|(id, due)| (*due, id.clone())).min();
            let Some((due, id)) = next.filter(|(due, _)| *due <= until) else { break };
            self.timers.borrow_mut().remove(&id);
            self.machine.0.borrow_mut().now = due;
            self.send(Msg::SaveDue(id));
        }
        self.machine.0.borrow_mut().now = until;
    }

    /// Starts a draft for the unit of that name in the roster.
    pub fn begins(&self, unit: &str) -> String {
        let unit = self.unit(unit);
        self.send(Msg::StartDraft(unit));
        self.open_draft()
    }

    pub fn unit(&self, name: &str) -> UnitRef {
        let model = self.store.model();
        let unit = model.roster.units.iter().find(|unit| unit.name == name).expect("a unit of the roster");
        UnitRef { id: unit.id.clone(), group: unit.group.clone(), name: unit.name.clone(), ..UnitRef::default() }
    }

    /// The id of the draft that is open.
    pub fn open_draft(&self) -> String {
        self.store.model().route.draft().expect("an open draft").to_owned()
    }

    pub fn edit(&self, edit: Edit) {
        self.send(Msg::Edit(self.open_draft(), edit));
    }

    pub fn types(&self, field: Field, text: &str) {
        self.edit(Edit::Text(field, text.into()));
    }

    pub fn answers(&self, requirement: &str, status: Status, results: &str) {
        self.edit(Edit::Status(requirement.into(), Some(status)));
        self.types(Field::Answer(requirement.into(), AnswerField::Results), results);
    }

    /// Adds a next step; gives its id.
    pub fn plans(&self, requirement: &str, task: &str, owner: &str, due: &str) -> String {
        self.edit(Edit::AddStep(requirement.into()));
        let id = self.requirement(requirement).answer.next_steps.last().unwrap().id.clone();
        for (field, text) in [(StepField::Task, task), (StepField::Owner, owner), (StepField::Due, due)] {
            self.types(Field::Step(requirement.into(), id.clone(), field), text);
        }
        id
    }

    pub fn requirement(&self, requirement: &str) -> RequirementView {
        views::requirement(&self.store.model(), &self.open_draft(), &requirement.into())
    }

    pub fn results(&self, requirement: &str) -> String {
        self.requirement(requirement).answer.results
    }

    pub fn assessment(&self) -> Assessment {
        (*self.store.model().current().expect("an open draft").assessment).clone()
    }

    /// What the oldest draft of that unit says.
    pub fn assessment_of(&self, unit: &str) -> Assessment {
        let model = self.store.model();
        let draft = model.drafts.iter().find(|draft| draft.assessment.unit.name == unit);
        (*draft.expect("a draft of the unit").assessment).clone()
    }

    /// Opens the only draft that is there.
    pub fn opens_the_draft(&self) -> String {
        let drafts: Vec<String> =
            self.store.model().drafts.iter().filter(|draft| !draft.deleted).map(|draft| draft.id.clone()).collect();
        assert_eq!(drafts.len(), 1, "one draft");
        self.send(Msg::Go(Route::Draft(drafts[0].clone(), Section::General)));
        drafts[0].clone()
    }

    /// Opens the newest draft of that unit.
    pub fn opens_draft_of(&self, unit: &str) -> String {
        let unit = self.unit(unit);
        let id = self.store.model().draft_of(&unit).expect("a draft of the unit").id.clone();
        self.send(Msg::Go(Route::Draft(id.clone(), Section::General)));
        id
    }

    pub fn save_line(&self) -> SaveLine {
        views::save_line(&self.store.model())
    }

    pub fn is_saved(&self) -> bool {
        matches!(self.save_line(), SaveLine::Saved(_))
    }

    pub fn notices(&self) -> Vec<NoticeKind> {
        self.store.model().notices.iter().map(|notice| notice.kind.clone()).collect()
    }

    /// Takes the last notice's change back.
    pub fn undoes(&self) {
        let id = self.store.model().notices.iter().rev().find(|notice| notice.undo.is_some()).expect("an undo").id;
        self.send(Msg::Undo(id));
    }
}
