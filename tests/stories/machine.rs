//! An office PC in memory: its stores, its clock, its downloads folder, and the pages open on it.

use directive_assessment::app::msg::{ExportOutcome, Loaded, StoredRecord, WriteOutcome, aside_id};
use directive_assessment::app::notice::NoticeKind;
use directive_assessment::app::saving::{Fault, Report};
use directive_assessment::app::views::{self, RequirementView, SaveLine};
use directive_assessment::app::{Clock, Edit, Effect, Model, Msg, Outside, Route, Section, Store};
use directive_assessment::domain::assessment::{Assessment, Status, UnitRef};
use directive_assessment::domain::date::Moment;
use directive_assessment::domain::directive::Directive;
use directive_assessment::domain::field::{AnswerField, Field, StepField};
use directive_assessment::domain::roster::Roster;
use directive_assessment::exchange::{self, record};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization as _;

/// What outlives a page.
#[derive(Default)]
pub struct Disk {
    pub journal: BTreeMap<String, (u64, String)>,
    pub mirror: BTreeMap<String, String>,
    pub settings: Option<String>,
    pub journal_fault: Option<Fault>,
    pub mirror_fault: Option<Fault>,
    pub now: i64,
    pub downloads: Vec<(String, String)>,
    opened: u64,
}

/// The machine.
#[derive(Clone, Default)]
pub struct Machine(pub Rc<RefCell<Disk>>);

type Timers = Rc<RefCell<BTreeMap<String, i64>>>;

struct Memory {
    disk: Rc<RefCell<Disk>>,
    timers: Timers,
    focus: Rc<RefCell<String>>,
}

impl Outside for Memory {
    fn clock(&self) -> Clock {
        Clock { now: Moment(self.disk.borrow().now), offset_minutes: 7 * 60 }
    }

    fn perform(&self, store: &Rc<Store>, effect: Effect) {
        let mut disk = self.disk.borrow_mut();
        match effect {
            Effect::SaveTimer(id, milliseconds) => {
                self.timers.borrow_mut().insert(id, disk.now + i64::from(milliseconds));
            }
            Effect::Write { id, expected, generation, text } => {
                let outcome = disk.write(&id, expected, generation, text);
                store.send(Msg::Written(id, outcome));
            }
            Effect::Mirror { id, generation, text } => disk.mirror_now(id, generation, text),
            Effect::Remove(id) => {
                disk.journal.remove(&id);
                disk.mirror.remove(&id);
            }
            Effect::Quarantine(id, text) => drop(disk.journal.insert(format!("unreadable-{id}"), (1, text))),
            Effect::SaveSettings(text) => disk.settings = Some(text),
            Effect::Export(id, assessment) => {
                let outcome = disk.export(&store.model(), &assessment);
                let is_portion = !assessment.covered().is_empty();
                store.send(if is_portion { Msg::PortionExported(outcome) } else { Msg::Exported(id, outcome) });
            }
            Effect::Download(name, text) => disk.downloads.push((name, text)),
            Effect::Focus(id) => *self.focus.borrow_mut() = id,
            _ => {}
        }
    }
}

impl Disk {
    fn write(&mut self, id: &str, expected: u64, generation: u64, text: String) -> WriteOutcome {
        let journal = match (self.journal_fault, self.journal.get(id)) {
            (Some(fault), _) => Err(fault),
            (None, Some((found, theirs))) if *found != expected => {
                return WriteOutcome::Conflict(*found, theirs.clone());
            }
            _ => {
                self.journal.insert(id.to_owned(), (generation, text.clone()));
                Ok(())
            }
        };
        let mirror = match self.mirror_fault {
            Some(fault) => Err(fault),
            None => {
                self.mirror.insert(id.to_owned(), text);
                Ok(())
            }
        };
        WriteOutcome::Answered(Report { journal, mirror })
    }

    fn mirror_now(&mut self, id: String, generation: u64, text: String) {
        let theirs = self.mirror.get(&id).map(|text| record::from_text(text).unwrap().generation);
        let id = if theirs.is_some_and(|theirs| theirs >= generation) { aside_id(&id) } else { id };
        self.mirror.insert(id, text);
    }

    fn export(&mut self, model: &Model, assessment: &Assessment) -> ExportOutcome {
        let nfc = |text: &str| text.nfc().collect::<String>();
        let file = exchange::export(&model.directive, assessment, Moment(self.now), 7 * 60, &nfc);
        self.downloads.push((file.name.clone(), file.text.clone()));
        ExportOutcome::Done { mark: file.mark(), oversize: file.is_oversize }
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
        let timers = Timers::default();
        let focus = Rc::<RefCell<String>>::default();
        let outside = Memory { disk: self.0.clone(), timers: timers.clone(), focus: focus.clone() };
        let model = Model::new(Rc::new(Directive::built_in().unwrap()), Rc::new(Roster::built_in().unwrap()));
        let store = Store::new(model, Box::new(outside));
        let loaded = self.loaded();
        store.send(Msg::Loaded(loaded));
        Page { machine: self.clone(), store, timers, focus }
    }

    fn loaded(&self) -> Loaded {
        let mut disk = self.0.borrow_mut();
        disk.opened += 1;
        let mut records: BTreeMap<String, StoredRecord> = BTreeMap::new();
        let blank = |id: &String| StoredRecord { id: id.clone(), ..StoredRecord::default() };
        for (id, entry) in disk.journal.iter().filter(|_| disk.journal_fault.is_none()) {
            records.entry(id.clone()).or_insert_with_key(blank).journal = Some(entry.clone());
        }
        for (id, text) in disk.mirror.iter().filter(|_| disk.mirror_fault.is_none()) {
            records.entry(id.clone()).or_insert_with_key(blank).mirror = Some(text.clone());
        }
        let report =
            Report { journal: disk.journal_fault.map_or(Ok(()), Err), mirror: disk.mirror_fault.map_or(Ok(()), Err) };
        Loaded {
            seed: disk.opened,
            records: records.into_values().collect(),
            report: Some(report),
            settings: disk.settings.clone(),
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
    timers: Timers,
    pub focus: Rc<RefCell<String>>,
}

impl Page {
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
