//! The board's pages as the markup tests read them, with the sample gathering in them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::views::store::{Shared, Store};
use crate::views::{App, AppProps};
use coordination::count::Count;
use coordination::intake::Step;
use coordination::model::Model;
use coordination::msg::{Clock, Effect, Msg};
use coordination::reading::read_thing;
use coordination::thing::{Taken, Thing};
use coordination::typed::Typed;
use coordination::wire;
use coordination::words::{FileId, Words};
use domain::date::Moment;
use domain::directive::Directive;
use domain::roster::Roster;
use encoding_rs::WINDOWS_1258;
use gathering::decisions::{Decision, Decisions};
use gathering::ports::Ports;
use gathering::received::Received;
use std::any::Any;
use std::cell::{Ref, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::OnceLock;
use ui::markup;
use unicode_normalization::UnicodeNormalization;

/// 2024-08-02, 09:00 in Vietnam.
pub(super) const CLOCK: Clock = Clock { now: Moment(1_722_564_000_000), offset_minutes: 420 };

/// A board, and what is kept of what it was given.
pub(super) struct Board {
    pub(super) model: RefCell<Model>,
    files: RefCell<BTreeMap<(String, u32), Vec<u8>>>,
}

impl Store for Board {
    fn model(&self) -> Ref<'_, Model> {
        self.model.borrow()
    }

    fn send(&self, msg: Msg) {
        self.tell(msg);
    }

    fn subscribe(&self, _: Rc<dyn Fn()>) -> Box<dyn Any> {
        Box::new(())
    }
}

impl Board {
    /// A board that has read nothing.
    pub(super) fn new() -> Self {
        let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
        let model = Model::new(Rc::new(directive), Rc::new(roster), 7);
        Self { model: RefCell::new(model), files: RefCell::default() }
    }

    /// A board without gatherings.
    pub(super) fn empty() -> Self {
        let board = Self::new();
        board.tell(Msg::ShelfRead(Ok(Vec::new())));
        board
    }

    /// A board with a gathering of which nothing was received yet.
    pub(super) fn begun(name: &str) -> Self {
        let board = Self::empty();
        board.tell(Msg::StartGathering(name.to_owned()));
        board
    }

    /// A board with the sample gathering.
    pub(super) fn with_sample() -> Self {
        let board = Self::empty();
        board.tell(Msg::OpenSample);
        board.take(sample());
        board
    }

    /// Tells it something, and answers what it asks the stores for.
    pub(super) fn tell(&self, msg: Msg) {
        let effects = self.model.borrow_mut().update(CLOCK, msg);
        for effect in effects {
            match effect {
                Effect::Write(number, _) => self.tell(Msg::Written(number, Ok(()))),
                Effect::LoadFile(_, thing, line) => {
                    let bytes = self.files.borrow().get(&(thing.clone(), line)).cloned().unwrap();
                    self.tell(Msg::FileLoaded(thing, line, Ok(bytes)));
                }
                Effect::LoadWords(id, files) => {
                    let read = |file: FileId| {
                        let bytes = self.files.borrow().get(&file).cloned();
                        Words::read(file, bytes.as_deref(), "1022-CV/TU")
                    };
                    let words = files.into_iter().map(read).collect();
                    self.tell(Msg::WordsLoaded(id, words));
                }
                _ => {}
            }
        }
    }

    /// Leaves a field with that in it.
    pub(super) fn leave(&self, field: &Typed, text: &str) {
        let typed = Box::new(field.with(text.to_owned()));
        self.tell(Msg::Typed(typed.clone()));
        self.tell(Msg::Take(typed));
    }

    /// Takes things in.
    pub(super) fn take(&self, things: &[Read]) {
        let id = self.id();
        let count = u32::try_from(things.len()).unwrap();
        self.tell(Msg::Intake(id.clone(), Step::Began { things: count, bytes: Some(1) }));
        for (number, read) in things.iter().enumerate() {
            let found = wire::read(&read.found).unwrap();
            let thing = format!("t{number}");
            let of = |(line, received)| Taken { thing: thing.clone(), line, received };
            let taken = found.received.into_iter().map(of).collect();
            for (line, bytes) in found.files {
                self.files.borrow_mut().insert((thing.clone(), line), bytes);
            }
            let things = vec![Thing { id: thing, lines: found.lines, ..Thing::default() }];
            let decisions = read.decisions.clone();
            self.tell(Msg::Intake(
                id.clone(),
                Step::Kept {
                    things,
                    taken,
                    decisions,
                    rewrites: Vec::new(),
                    notes: Vec::new(),
                    settings: Vec::new(),
                    bytes: 1,
                },
            ));
        }
        self.tell(Msg::Intake(id, Step::Ended { unread: 0, cancelled: false }));
    }

    /// Makes the sample of the period before, and answers with its numbers when they are asked for.
    pub(super) fn with_sample_before(&self) {
        self.tell(Msg::MakeEarlierSample);
        let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
        let settings = self.model.borrow().comparable()[0].clone();
        let (mut taken, mut decisions): (Vec<Received>, Decisions) = Default::default();
        for thing in synthetic::sample_before(&directive, &roster) {
            let found = wire::read(&read(&thing.name, &thing.bytes).found).unwrap();
            taken.extend(found.received.into_iter().map(|(_, received)| received));
            decisions.list.extend(thing.decisions);
        }
        let side = Count::side(&taken, &decisions, &settings, &directive, &roster);
        self.tell(Msg::Intake(settings.id.clone(), Step::Ended { unread: 0, cancelled: false }));
        self.tell(Msg::Summed(settings.id, Ok(Box::new(side))));
    }

    /// The id of the gathering that is open.
    pub(super) fn id(&self) -> String {
        self.model.borrow().open.as_ref().unwrap().settings.id.clone()
    }

    /// Goes to a part of the open gathering.
    pub(super) fn go(self, part: &str) -> Self {
        let path = [&self.id(), "/", part].concat();
        self.tell(Msg::Arrived(path));
        self
    }
}

/// A thing of the sample, as it was read.
pub(super) struct Read {
    found: Vec<u8>,
    decisions: Vec<Decision>,
}

/// Reads a thing.
pub(super) fn read(name: &str, bytes: &[u8]) -> Read {
    let ports = Ports {
        decode_1258: &|bytes| WINDOWS_1258.decode_without_bom_handling(bytes).0.into_owned(),
        nfc: &|text| text.nfc().collect(),
    };
    Read { found: read_thing(name, bytes, "1022-CV/TU", &ports), decisions: Vec::new() }
}

/// The things of the sample gathering.
pub(super) fn sample() -> &'static [Read] {
    static SAMPLE: OnceLock<Vec<Read>> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
        let things = synthetic::sample(&directive, &roster);
        things.map(|thing| Read { decisions: thing.decisions, ..read(&thing.name, &thing.bytes) }).collect()
    })
}

/// What a board draws.
pub(super) fn page(board: impl FnOnce() -> Board + Send + 'static) -> String {
    markup::render::<App>(move || AppProps { store: Some(Shared(Rc::new(board()))) })
}
