//! What runs below the views: the model, and the browser's effect handler.

use super::bundle::{hand_out, hand_out_text};
use super::choosing::chosen;
use super::drawing;
use super::dropping::{dropped, sources, takes};
use super::left::Left;
use super::making::{self, MakeWorkbook};
use super::reader::Reader;
use super::records::{Records, records};
use super::runtime::{Handler, Runtime};
use super::sources::Source;
use super::time::{Time, chance, clock};
use super::writes::{Job, Writes};
use crate::reader::Reader as Worker;
use browser::nfc::nfc;
use browser::office::Office;
use coordination::intake::Step;
use coordination::model::Model;
use coordination::msg::{Clock, Effect, Msg};
use coordination::narrowed::Narrowed;
use coordination::office::{Material, OfficeFile};
use coordination::records::{keeping, opening, summing, words};
use coordination::returning;
use coordination::settings::Settings;
use coordination::taking::Taking;
use coordination::words::FileId;
use domain::directive::Directive;
use domain::lang::Lang;
use domain::roster::Roster;
use gathering::bundle::Head;
use gathering::table::Table;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use ui::poisoned::is_poisoned;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// A table as CSV, in the words of a language, with what it is narrowed to.
pub type Csv = fn(Lang, &Table, &[Narrowed]) -> String;

/// What the program is given.
pub struct Given {
    /// The directive that is reported on.
    pub directive: Directive,
    /// The units that are to report.
    pub roster: Roster,
    /// What keeps its data apart from those of other elements; may be empty.
    pub key: String,
    /// What reads files.
    pub reader: Worker,
    /// What writes documents and workbooks.
    pub office: Office,
    /// What writes tables.
    pub csv: Csv,
    /// A workbook, in the words of the views.
    pub workbook: MakeWorkbook,
}

/// The program below the views.
pub struct Program {
    /// The model, and the way to it.
    pub runtime: Rc<Runtime>,
    browser: Rc<Browser>,
}

impl Program {
    /// A program that has read nothing yet: it does when the first address arrives (`Msg::Arrived`).
    #[must_use]
    pub fn new(given: Given) -> Self {
        let Given { directive, roster, key, reader, office, csv, workbook } = given;
        // No directive's id holds a space.
        let name = if key.is_empty() { directive.id.clone() } else { [&directive.id, key.as_str()].join(" ") };
        let (directive, roster) = (Rc::new(directive), Rc::new(roster));
        let browser = Rc::new(Browser {
            records: Rc::new(records(&name)),
            reader: Rc::new(Reader { worker: reader, directive: directive.id.clone() }),
            directive: directive.clone(),
            roster: roster.clone(),
            office: Rc::new(office),
            csv,
            workbook,
            writes: Rc::default(),
            taking: RefCell::default(),
            openings: Cell::new(0),
            left: Left::new(&name, chance()),
            timer: RefCell::default(),
            summings: Cell::new(0),
            host: RefCell::default(),
        });
        let model = Model::new(directive, roster, chance());
        Self { runtime: Runtime::new(model, Box::new(browser.clone())), browser }
    }

    /// The element that the views stand in: files that are chosen and dropped in it are taken in, for as long as what this hands back is
    /// held.
    #[must_use]
    pub fn listen(&self, host: &Element) -> Vec<EventListener> {
        self.browser.host.replace(Some(host.clone()));
        let mut listeners = vec![self.on_change(host), self.on_drop(host)];
        listeners.extend(["dragenter", "dragover", "dragleave"].map(|kind| on_drag(host, kind)));
        listeners.extend(self.on_leaving());
        listeners
    }

    /// Ends once all that was changed is written, or was refused: whether nothing is unwritten.
    pub async fn flush(&self) -> bool {
        self.runtime.send(Msg::SaveDue);
        self.browser.writes.done().await;
        let model = self.runtime.model();
        model.open.as_ref().is_none_or(|open| open.unsaved.is_none())
    }

    fn on_change(&self, host: &Element) -> EventListener {
        let (runtime, browser) = (self.runtime.clone(), self.browser.clone());
        EventListener::new(host, "change", move |event| {
            if let Some(sources) = chosen(event).filter(|sources| !sources.is_empty()) {
                browser.choose(&runtime, sources);
            }
        })
    }

    fn on_drop(&self, host: &Element) -> EventListener {
        let (runtime, browser) = (self.runtime.clone(), self.browser.clone());
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(host, "drop", options, move |event| {
            let Some(transfer) = takes(event) else { return };
            // The form around the board takes files too.
            event.prevent_default();
            event.stop_propagation();
            let (runtime, browser, dropped) = (runtime.clone(), browser.clone(), dropped(&transfer));
            spawn_local(async move {
                let sources = sources(dropped).await;
                if !sources.is_empty() {
                    browser.choose(&runtime, sources);
                }
            });
        })
    }

    /// What is not on the disk is brought there. A page that is left may be kept as it stands, and must hold up no other.
    fn on_leaving(&self) -> Vec<EventListener> {
        let Some(window) = web_sys::window() else { return Vec::new() };
        let Some(document) = window.document() else { return Vec::new() };
        let (leaving, records) = (self.runtime.clone(), self.browser.records.clone());
        let (hiding, watched) = (self.runtime.clone(), document.clone());
        vec![
            EventListener::new(&window, "pagehide", move |_| {
                leaving.send(Msg::Hidden);
                records.let_go();
            }),
            EventListener::new(&document, "visibilitychange", move |_| {
                if watched.hidden() {
                    hiding.send(Msg::Hidden);
                }
            }),
        ]
    }
}

/// The gathering that is open.
fn open(runtime: &Runtime) -> Option<String> {
    runtime.model().open.as_ref().map(|open| open.settings.id.clone())
}

/// While files are dragged over the board, they are nobody else's.
fn on_drag(host: &Element, kind: &'static str) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(host, kind, options, |event| {
        if takes(event).is_some() {
            event.prevent_default();
            event.stop_propagation();
        }
    })
}

/// Carries effects out in the browser.
struct Browser {
    records: Rc<Records>,
    reader: Rc<Reader>,
    directive: Rc<Directive>,
    roster: Rc<Roster>,
    office: Rc<Office>,
    csv: Csv,
    workbook: MakeWorkbook,
    writes: Rc<Writes>,
    /// The gathering into which things were taken in last, and how that goes on.
    taking: RefCell<Option<(String, Rc<Taking<Source>>)>>,
    /// How often a gathering was opened.
    openings: Cell<u32>,
    left: Left,
    /// Rings when what is typed is to be written.
    timer: RefCell<Option<Timeout>>,
    /// How often one was counted to be compared.
    summings: Cell<u32>,
    host: RefCell<Option<Element>>,
}

impl Handler for Rc<Browser> {
    fn clock(&self) -> Clock {
        clock()
    }

    fn perform(&self, runtime: &Rc<Runtime>, effect: Effect) {
        if is_poisoned() {
            return;
        }
        match effect {
            Effect::ReadShelf => self.read_shelf(runtime),
            Effect::SaveLater(milliseconds) => self.save_later(runtime, milliseconds),
            Effect::Leave(changes) => self.left.keep(changes),
            Effect::Write(number, changes) => {
                self.writes.ask(runtime, &self.records, Job::Write(number, changes));
            }
            Effect::Open(id) => self.open(runtime, id),
            Effect::TakeSample(id) => {
                let sample = synthetic::sample(&self.directive, &self.roster);
                self.take_made(runtime, id, sample);
            }
            Effect::TakeEarlierSample(id) => {
                let sample = synthetic::sample_before(&self.directive, &self.roster);
                self.take_made(runtime, id, sample);
            }
            Effect::KeepTally(id, tally) => self.writes.ask(runtime, &self.records, Job::Tally(id, tally)),
            Effect::Sum(settings) => self.sum(runtime, *settings),
            Effect::CountOn => count_on(runtime),
            Effect::CancelIntake => {
                if let Some((_, taking)) = &*self.taking.borrow() {
                    taking.cancel();
                }
            }
            Effect::ReadAgain => self.read_again(runtime),
            Effect::LoadFile(gathering, thing, line) => self.load(runtime.clone(), gathering, thing, line),
            Effect::LoadWords(gathering, files) => self.load_words(runtime, gathering, files),
            Effect::HandOutTable(name, table, narrowed) => {
                let text = (self.csv)(runtime.model().lang, &table, &narrowed);
                runtime.send(Msg::HandedOut(hand_out_text(&name, &text, "text/csv")));
            }
            Effect::HandOutBundle(gathering, name) => self.hand_out(runtime.clone(), gathering, name),
            Effect::HandOutOffice(number, file, name, material) => {
                self.make(runtime.clone(), number, (file, name), &material);
            }
            Effect::CancelOffice => self.office.cancel(),
            Effect::Print => drawing::print(self.host.borrow().clone()),
            Effect::HandOutRemarks(is_sample, returned, ids) => {
                let file = returning::written(&self.directive, &returned, is_sample, clock(), &nfc);
                let outcome = hand_out_text(&file.name, &file.text, "application/json");
                runtime.send(Msg::RemarksHandedOut(ids, outcome));
            }
            Effect::Go(place) => {
                if let Some(host) = self.host.borrow().clone() {
                    drawing::go(&host, &place);
                }
            }
            Effect::Focus(id) => {
                if let Some(host) = self.host.borrow().clone() {
                    drawing::focus(host, id);
                }
            }
        }
    }
}

impl Browser {
    /// Nothing is read before what pages have left is written.
    fn read_shelf(self: &Rc<Self>, runtime: &Rc<Runtime>) {
        let (this, runtime) = (self.clone(), runtime.clone());
        spawn_local(async move {
            this.left.write(&*this.records).await;
            this.writes.ask(&runtime, &this.records, Job::ReadShelf);
        });
    }

    fn save_later(&self, runtime: &Rc<Runtime>, milliseconds: u32) {
        let runtime = runtime.clone();
        self.timer.replace(Some(Timeout::new(milliseconds, move || runtime.send(Msg::SaveDue))));
    }

    fn open(self: &Rc<Self>, runtime: &Rc<Runtime>, id: String) {
        let opening = self.openings.get().wrapping_add(1);
        self.openings.set(opening);
        let (this, runtime) = (self.clone(), runtime.clone());
        spawn_local(async move {
            let is_wanted = || this.openings.get() == opening && !is_poisoned();
            let mut tell = |part| {
                if is_wanted() {
                    runtime.send(Msg::Opened(part));
                }
                is_wanted()
            };
            let result = opening::open(&id, &*this.records, &*this.reader, &Time, &mut tell).await;
            if is_wanted() {
                runtime.send(Msg::OpenEnded(id, result));
            }
        });
    }

    /// The taking in of things into a gathering.
    fn taking(&self, id: &str) -> Rc<Taking<Source>> {
        let mut last = self.taking.borrow_mut();
        if let Some((_, taking)) = last.as_ref().filter(|(of, _)| of == id) {
            return taking.clone();
        }
        let taking = Rc::<Taking<Source>>::default();
        last.replace((id.to_owned(), taking.clone()));
        taking
    }

    /// Counts a gathering that is to be compared.
    fn sum(self: &Rc<Self>, runtime: &Rc<Runtime>, settings: Settings) {
        let summing = self.summings.get().wrapping_add(1);
        self.summings.set(summing);
        let (this, runtime) = (self.clone(), runtime.clone());
        spawn_local(async move {
            this.writes.done().await;
            let is_wanted = || this.summings.get() == summing && !is_poisoned();
            let id = settings.id.clone();
            let mut tell = |read, all| {
                if is_wanted() {
                    runtime.send(Msg::Summing(id.clone(), read, all));
                }
                is_wanted()
            };
            let about = (&*this.directive, &*this.roster);
            let side = summing::sum(&settings, about, &*this.records, &*this.reader, &Time, &mut tell).await;
            if let Some(side) = side.transpose().filter(|_| is_wanted()) {
                runtime.send(Msg::Summed(id, side.map(Box::new)));
            }
        });
    }

    fn take_made(self: &Rc<Self>, runtime: &Rc<Runtime>, id: String, things: impl Iterator<Item = synthetic::Thing>) {
        self.take(runtime, id, |taking| taking.choose(things.map(Source::Made).collect()));
    }

    fn read_again(self: &Rc<Self>, runtime: &Rc<Runtime>) {
        if let Some(id) = open(runtime) {
            self.take(runtime, id, Taking::choose_again);
        }
    }

    /// Takes things into the gathering that is open.
    fn choose(self: &Rc<Self>, runtime: &Rc<Runtime>, sources: Vec<Source>) {
        if let Some(id) = open(runtime) {
            self.take(runtime, id, |taking| taking.choose(sources));
        }
    }

    fn take(self: &Rc<Self>, runtime: &Rc<Runtime>, id: String, choose: impl FnOnce(&Taking<Source>) -> Step) {
        let taking = self.taking(&id);
        runtime.send(Msg::Intake(id.clone(), choose(&taking)));
        self.run(runtime, id, taking);
    }

    fn run(self: &Rc<Self>, runtime: &Rc<Runtime>, id: String, taking: Rc<Taking<Source>>) {
        let (this, runtime) = (self.clone(), runtime.clone());
        spawn_local(async move {
            // What is kept belongs to a gathering that is on the disk.
            this.writes.done().await;
            let tell = |step| runtime.send(Msg::Intake(id.clone(), step));
            taking.run(&id, &*this.records, &*this.reader, &Time, &tell).await;
        });
    }

    fn load(self: &Rc<Self>, runtime: Rc<Runtime>, gathering: String, thing: String, line: u32) {
        let records = self.records.clone();
        spawn_local(async move {
            let bytes = keeping::file(&*records, &gathering, &thing, line).await;
            runtime.send(Msg::FileLoaded(thing, line, bytes));
        });
    }

    fn load_words(self: &Rc<Self>, runtime: &Rc<Runtime>, gathering: String, files: Vec<FileId>) {
        let (this, runtime) = (self.clone(), runtime.clone());
        spawn_local(async move {
            let mut tell = |portion| {
                let is_wanted = open(&runtime).as_ref() == Some(&gathering) && !is_poisoned();
                if is_wanted {
                    runtime.send(Msg::WordsLoaded(gathering.clone(), portion));
                }
                is_wanted
            };
            words::load(&gathering, files, &this.directive.id, &*this.records, &Time, &mut tell).await;
        });
    }

    fn make(&self, runtime: Rc<Runtime>, number: u32, of: (OfficeFile, String), material: &Material) {
        let (office, written) = (self.office.clone(), making::written(of.0, material, self.workbook));
        spawn_local(async move {
            let outcome = making::made(&office, &runtime, number, (of.0, &of.1), written).await;
            runtime.send(Msg::OfficeMade(number, outcome));
        });
    }

    fn hand_out(self: &Rc<Self>, runtime: Rc<Runtime>, gathering: String, name: String) {
        let this = self.clone();
        spawn_local(async move {
            this.writes.done().await;
            let title = runtime.model().open.as_ref().map(|open| open.settings.name.clone());
            let directive = this.directive.id.clone();
            let head = Head { name: title.unwrap_or_default(), directive, ..Head::default() };
            let handed_out = hand_out(&this.records, &gathering, &name, head).await;
            runtime.send(Msg::HandedOut(handed_out));
        });
    }
}

/// Goes on with a count when the page has had its turn.
fn count_on(runtime: &Rc<Runtime>) {
    let runtime = Rc::downgrade(runtime);
    Timeout::new(0, move || {
        if let Some(runtime) = runtime.upgrade() {
            runtime.send(Msg::CountOn);
        }
    })
    .forget();
}
