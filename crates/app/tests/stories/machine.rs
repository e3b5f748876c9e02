//! An office PC in memory: its disk, its clock, its downloads folder, and the pages open on it. The product's own rules (`storage`)
//! write the stores, over ports in memory.

use crate::ports::{Disk, Gate, Port, Verdict};
use app::msg::{ExportOutcome, HistoryMsg, RemovalMsg};
use app::notice::NoticeKind;
use app::space::Space;
use app::views::{self, RequirementView, SaveLine};
use app::{
    Clock, Edit, Effect, EffectHandler, Host, HostEvent, Model, Msg, Route, Runtime, Section, ShownBoard, ShownReport,
};
use domain::assessment::{Assessment, Status, UnitRef};
use domain::date::Moment;
use domain::directive::Directive;
use domain::field::{AnswerField, Field, StepField};
use domain::roster::Roster;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Waker};
use storage::{StoreFault, StoredRecord, Stores};
use unicode_normalization::UnicodeNormalization as _;

/// The name of the timer after which the stores are read again.
pub const READ_AGAIN: &str = " read again";
const READ_AGAIN_MS: i64 = 31_000;

/// A machine with its disk: what is left when all pages are closed.
#[derive(Clone, Default)]
pub struct Machine(pub Rc<RefCell<Disk>>);

/// What the board was asked to show, one after the other.
type Boards = Rc<RefCell<Vec<Option<ShownBoard>>>>;
type Reports = Rc<RefCell<Vec<Option<ShownReport>>>>;
type Timers = Rc<RefCell<BTreeMap<String, i64>>>;
type Task = Pin<Box<dyn Future<Output = ()>>>;
type MemoryStores = Stores<Port, Port, Port>;

/// What a page has begun and has not come to its end.
#[derive(Clone, Default)]
struct Tasks(Rc<RefCell<Vec<Task>>>);

impl Tasks {
    fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        let mut task: Task = Box::pin(task);
        if !is_done(&mut task) {
            self.0.borrow_mut().push(task);
        }
    }

    fn go_on(&self) {
        let tasks = std::mem::take(&mut *self.0.borrow_mut());
        for mut task in tasks {
            if !is_done(&mut task) {
                self.0.borrow_mut().push(task);
            }
        }
    }
}

fn is_done(task: &mut Task) -> bool {
    task.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready()
}

struct Memory {
    machine: Machine,
    timers: Timers,
    focus: Rc<RefCell<String>>,
    told: Rc<RefCell<Vec<HostEvent>>>,
    boards: Boards,
    reports: Reports,
    gate: Rc<Gate>,
    tasks: Tasks,
    stores: Rc<MemoryStores>,
}

impl EffectHandler for Memory {
    fn clock(&self) -> Clock {
        Clock { now: Moment(self.machine.0.borrow().now), offset_minutes: 7 * 60 }
    }

    fn perform(&self, runtime: &Rc<Runtime>, effect: Effect) {
        let disk = || self.machine.0.borrow_mut();
        match effect {
            Effect::SaveTimer(id, milliseconds) => {
                let due = disk().now + i64::from(milliseconds);
                self.timers.borrow_mut().insert(id, due);
            }
            Effect::ReadLater => {
                let due = disk().now + READ_AGAIN_MS;
                self.timers.borrow_mut().insert(READ_AGAIN.into(), due);
            }
            Effect::Leave(write) => self.stores.leave(&write),
            Effect::SaveSettings(text) => disk().settings = Some(text),
            Effect::Export(id, assessment) => self.export(runtime, id, assessment),
            Effect::SavePage(id, assessment) => self.export(runtime, id, assessment),
            Effect::Download(name, text) => disk().downloads.push((name, text)),
            Effect::Tell(told) => self.told.borrow_mut().push(told),
            Effect::Board(shown) => self.boards.borrow_mut().push(shown),
            Effect::Report(shown) => self.reports.borrow_mut().push(shown),
            Effect::Focus(id) => *self.focus.borrow_mut() = id,
            Effect::AskToKeep => {
                disk().asked_to_keep += 1;
                let space = disk().space;
                space.into_iter().for_each(|space| runtime.send(Msg::Space(Space { kept: Some(true), ..space })));
            }
            Effect::LookAtSpace => {
                let space = disk().space;
                space.into_iter().for_each(|space| runtime.send(Msg::Space(space)));
            }
            effect => {
                let (runtime, stores) = (runtime.clone(), self.stores.clone());
                self.tasks.spawn(async move {
                    if let Some(answer) = answer(&stores, effect).await {
                        runtime.send(answer);
                    }
                });
            }
        }
    }
}

/// What the stores say to an effect.
async fn answer(stores: &MemoryStores, effect: Effect) -> Option<Msg> {
    Some(match effect {
        Effect::Write(write) => {
            let outcome = stores.write(&write).await;
            Msg::Written(write.id, write.number, outcome)
        }
        Effect::Remove(doomed) => {
            let removed = stores.remove(&doomed).await;
            Msg::Removal(RemovalMsg::Purged(doomed.id, removed))
        }
        Effect::RemoveAll(doomed, others) => {
            let removed = stores.remove_all(&doomed, &others).await;
            Msg::Removal(RemovalMsg::Answered(removed))
        }
        Effect::Look(id) => Msg::Seen(stores.read(&id).await),
        Effect::Snapshot { key, text, dropped } => {
            let refused = stores.keep_snapshot(&key, text, &dropped).await;
            Msg::History(HistoryMsg::Taken(key, refused))
        }
        Effect::DropSnapshots(keys) => {
            stores.drop_snapshots(&keys).await;
            return None;
        }
        Effect::ReadHistory(draft) => {
            let found = stores.read_history(&draft).await;
            Msg::History(HistoryMsg::Read(draft, found))
        }
        _ => return None,
    })
}

impl Memory {
    /// The file is made at once; whoever takes it may take time.
    fn export(&self, runtime: &Rc<Runtime>, id: String, assessment: Box<Assessment>) {
        let now = Moment(self.machine.0.borrow().now);
        let content = runtime.model().in_a_file(&id, &assessment);
        let file = exchange::export(&runtime.model().directive, &content, now, 7 * 60, &nfc);
        let (runtime, gate, machine) = (runtime.clone(), self.gate.clone(), self.machine.clone());
        let is_host = gate.is_closed();
        self.tasks.spawn(async move {
            let (mark, oversize) = (file.mark(), file.is_oversize);
            let outcome = match gate.pass("host").await {
                Verdict::Goes => {
                    machine.0.borrow_mut().downloads.push((file.name, file.text));
                    match is_host {
                        true => ExportOutcome::Taken { mark, oversize },
                        false => ExportOutcome::Done { mark, oversize },
                    }
                }
                _ => ExportOutcome::Failed,
            };
            let is_portion = !assessment.covered().is_empty();
            runtime.send(match is_portion {
                true => Msg::PortionExported(outcome),
                false => Msg::Exported(id, assessment, outcome),
            });
        });
    }
}

impl Machine {
    /// A machine at 09:00 on 1 July 2024, in Cần Thơ.
    pub fn new() -> Self {
        let machine = Self::default();
        machine.0.borrow_mut().now = Moment::from_iso("2024-07-01T02:00:00Z").unwrap().0;
        machine
    }

    pub fn open(&self) -> Page {
        let (directive, roster) = BUILT_IN.with(Clone::clone);
        self.open_as(directive, roster, Host::default())
    }

    /// Opens a page about another directive, with the attributes that its host has set.
    pub fn open_as(&self, directive: Rc<Directive>, roster: Rc<Roster>, host: Host) -> Page {
        let page = self.page(directive, roster, host);
        page.reads_the_stores();
        page
    }

    /// Opens the page while the stores do not answer yet.
    pub fn open_slowly(&self) -> Page {
        let (directive, roster) = BUILT_IN.with(Clone::clone);
        let page = self.page(directive, roster, Host::default());
        page.gate.close();
        page.reads_the_stores();
        page
    }

    fn page(&self, directive: Rc<Directive>, roster: Rc<Roster>, host: Host) -> Page {
        let (timers, gate, tasks) = (Timers::default(), Rc::<Gate>::default(), Tasks::default());
        let focus = Rc::<RefCell<String>>::default();
        let told = Rc::<RefCell<Vec<HostEvent>>>::default();
        let (boards, reports) = (Boards::default(), Reports::default());
        let port = Port { disk: self.0.clone(), gate: gate.clone() };
        let stores = Rc::new(MemoryStores::new(port.clone(), port.clone(), port));
        let handler = Memory {
            told: told.clone(),
            boards: boards.clone(),
            reports: reports.clone(),
            machine: self.clone(),
            timers: timers.clone(),
            focus: focus.clone(),
            gate: gate.clone(),
            tasks: tasks.clone(),
            stores: stores.clone(),
        };
        let seed = {
            let mut disk = self.0.borrow_mut();
            disk.opened += 1;
            disk.opened
        };
        let runtime = Runtime::new(Model::new(directive, roster, seed, nfc), Box::new(handler));
        runtime.send(Msg::Host(host));
        Page { machine: self.clone(), runtime, timers, focus, gate, tasks, stores, told, boards, reports }
    }

    /// What the stores have of a draft.
    pub fn record(&self, id: &str) -> StoredRecord {
        let disk = self.0.borrow();
        let can_read = |fault: Option<StoreFault>| matches!(fault, None | Some(StoreFault::Full));
        let journal = disk.journal.get(id).filter(|_| can_read(disk.journal_fault)).cloned();
        let mirror = disk.mirror.get(id).filter(|_| can_read(disk.mirror_fault)).cloned();
        StoredRecord { id: id.to_owned(), journal, mirror, is_journal_unread: !can_read(disk.journal_fault) }
    }

    /// The last file in the downloads folder.
    pub fn last_download(&self) -> (String, String) {
        self.0.borrow().downloads.last().expect("a download").clone()
    }
}

/// A page open on the machine. Dropping it is like killing the browser: nothing more is written.
pub struct Page {
    machine: Machine,
    pub runtime: Rc<Runtime>,
    pub timers: Timers,
    pub focus: Rc<RefCell<String>>,
    /// What the page around the element was told.
    pub told: Rc<RefCell<Vec<HostEvent>>>,
    pub boards: Boards,
    pub reports: Reports,
    /// Where its operations on the stores wait, once it is closed.
    pub gate: Rc<Gate>,
    tasks: Tasks,
    stores: Rc<MemoryStores>,
}

/// The tasks of a page hold its runtime, and the runtime what began them.
impl Drop for Page {
    fn drop(&mut self) {
        self.tasks.0.borrow_mut().clear();
    }
}

thread_local! {
    static BUILT_IN: (Rc<Directive>, Rc<Roster>) =
        (Rc::new(Directive::built_in().unwrap()), Rc::new(Roster::built_in().unwrap()));
}

impl Page {
    fn reads_the_stores(&self) {
        let (runtime, stores) = (self.runtime.clone(), self.stores.clone());
        self.tasks.spawn(async move {
            let loaded = stores.load().await;
            let is_ready = runtime.model().ready;
            runtime.send(if is_ready { Msg::ReadAgain(loaded) } else { Msg::Loaded(loaded) });
        });
    }

    /// Decides about the operation at the gate of that place in the row; the page goes on from there.
    pub fn decides(&self, index: usize, verdict: Verdict) {
        self.gate.decide(index, verdict);
        self.tasks.go_on();
    }

    /// Takes the operation at the gate of that place in the row a step further.
    pub fn step(&self, index: usize) {
        self.decides(index, Verdict::Goes);
    }

    /// Everything that waits is done, and whatever comes of it.
    pub fn comes_through(&self) {
        while !self.gate.waiting().is_empty() {
            self.step(0);
        }
    }

    /// A timer has come to its end.
    pub fn rings(&self, timer: String) {
        match timer.as_str() {
            READ_AGAIN => self.reads_the_stores(),
            _ => self.send(Msg::SaveDue(timer)),
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
        self.runtime.send(msg);
    }

    /// Lets time go by; what falls due happens in its order.
    pub fn wait(&self, milliseconds: i64) {
        let until = self.machine.0.borrow().now + milliseconds;
        loop {
            let next = self.timers.borrow().iter().map(|(id, due)| (*due, id.clone())).min();
            let Some((due, id)) = next.filter(|(due, _)| *due <= until) else { break };
            self.timers.borrow_mut().remove(&id);
            self.machine.0.borrow_mut().now = due;
            self.rings(id);
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
        let model = self.runtime.model();
        let unit = model.roster.units.iter().find(|unit| unit.name == name).expect("a unit of the roster");
        UnitRef { id: unit.id.clone(), group: unit.group.clone(), name: unit.name.clone(), ..UnitRef::default() }
    }

    /// The id of the draft that is open.
    pub fn open_draft(&self) -> String {
        self.runtime.model().route.draft().expect("an open draft").to_owned()
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
        views::requirement(&self.runtime.model(), &self.open_draft(), &requirement.into())
    }

    pub fn results(&self, requirement: &str) -> String {
        self.requirement(requirement).answer.results
    }

    pub fn assessment(&self) -> Assessment {
        (*self.runtime.model().current().expect("an open draft").assessment).clone()
    }

    /// What the oldest draft of that unit says.
    pub fn assessment_of(&self, unit: &str) -> Assessment {
        let model = self.runtime.model();
        let draft = model.drafts.iter().find(|draft| draft.assessment.unit.name == unit);
        (*draft.expect("a draft of the unit").assessment).clone()
    }

    /// Opens the only draft that is there.
    pub fn opens_the_draft(&self) -> String {
        let drafts: Vec<String> =
            self.runtime.model().drafts.iter().filter(|draft| !draft.deleted).map(|draft| draft.id.clone()).collect();
        assert_eq!(drafts.len(), 1, "one draft");
        self.send(Msg::Go(Route::Draft(drafts[0].clone(), Section::General)));
        drafts[0].clone()
    }

    /// Opens the newest draft of that unit.
    pub fn opens_draft_of(&self, unit: &str) -> String {
        let unit = self.unit(unit);
        let id = self.runtime.model().draft_of(&unit).expect("a draft of the unit").id.clone();
        self.send(Msg::Go(Route::Draft(id.clone(), Section::General)));
        id
    }

    pub fn save_line(&self) -> SaveLine {
        views::save_line(&self.runtime.model())
    }

    pub fn is_saved(&self) -> bool {
        matches!(self.save_line(), SaveLine::Saved(_))
    }

    pub fn notices(&self) -> Vec<NoticeKind> {
        self.runtime.model().notices.iter().map(|notice| notice.kind.clone()).collect()
    }

    /// Takes the last notice's change back.
    pub fn undoes(&self) {
        let id = self.runtime.model().notices.iter().rev().find(|notice| notice.undo.is_some()).expect("an undo").id;
        self.send(Msg::Undo(id));
    }
}

fn nfc(text: &str) -> String {
    text.nfc().collect()
}
