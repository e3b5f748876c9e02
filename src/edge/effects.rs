//! The effect handler of the browser.

use super::beside;
use super::carry;
use super::files;
use super::focusing;
use super::host_bridge::{Answer, HostBridge, about};
use super::space;
use super::stores::BrowserStores;
use app::msg::{ExportOutcome, HistoryMsg, RemovalMsg};
use app::{Clock, Effect, EffectHandler, Model, Msg, Route, Runtime};
use browser::handing_out::download;
use browser::nfc::nfc;
use domain::assessment::Assessment;
use domain::date::Moment;
use exchange::{self, ExportFile};
use gloo::timers::callback::Timeout;
use js_sys::Date;
use json::Map;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use storage::Write;
use ui::poisoned::is_poisoned;
use wasm_bindgen::JsValue;

/// Milliseconds after which a store that did not answer is read again: not before the database may be asked again.
const READ_AGAIN_MS: u32 = 31_000;

/// Carries effects out in the browser.
pub(super) struct Browser {
    pub(super) bridge: Rc<HostBridge>,
    pub(super) stores: Rc<BrowserStores>,
    pub(super) timers: RefCell<Map<Timeout>>,
}

impl EffectHandler for Browser {
    fn clock(&self) -> Clock {
        clock()
    }

    fn perform(&self, runtime: &Rc<Runtime>, effect: Effect) {
        if is_poisoned() {
            return;
        }
        match effect {
            Effect::Navigate(route) => self.navigate(&route),
            Effect::Focus(id) => {
                if let Some(root) = self.bridge.root.borrow().clone() {
                    focusing::focus(root, id);
                }
            }
            Effect::SaveTimer(id, milliseconds) => self.save_timer(runtime, id, milliseconds),
            Effect::Write(write) => self.write(runtime.clone(), write),
            Effect::Leave(write) => self.stores.leave(&write),
            Effect::Look(id) => look(runtime, &self.stores, &id),
            Effect::ReadLater => self.read_later(Rc::downgrade(runtime)),
            Effect::SaveSettings(text) => self.stores.mirror().save_settings(&text),
            Effect::Export(id, assessment) => self.export(runtime, id, assessment),
            Effect::Unpack { name, content } => files::unpack(runtime.clone(), name, content),
            Effect::SavePage(id, assessment) => {
                if let Some(root) = self.bridge.root.borrow().clone() {
                    let file = exported(&runtime.model(), &id, &assessment);
                    carry::save(root, runtime.clone(), id, assessment, file);
                }
            }
            Effect::Download(name, text) => {
                if files::file(&name, &text).and_then(|file| download(&file)).is_err() {
                    runtime.send(Msg::DownloadRefused);
                }
            }
            Effect::Tell(told) => self.bridge.tell(&runtime.model(), &told),
            Effect::Board(shown) => beside::show_board(runtime, &self.bridge, shown),
            Effect::Report(shown) => beside::show_report(runtime, &self.bridge, shown),
            Effect::Print => print(self.bridge.clone()),
            Effect::NextTurn => next_turn(Rc::downgrade(runtime)),
            effect => self.keep(runtime.clone(), effect),
        }
    }

    #[cfg(feature = "failpoints")]
    fn pass(&self, place: &str) {
        super::failpoints::pass(place);
    }
}

impl Browser {
    fn navigate(&self, route: &Route) {
        if !self.bridge.owns_address.get() {
            return;
        }
        let Some(window) = web_sys::window() else { return };
        let Ok(here) = window.location().href() else { return };
        // Whole: a `#…` alone would be an address of the page's `<base>`.
        let address = [here.split('#').next().unwrap_or_default(), "#", &route.path()].concat();
        if here == address {
            return;
        }
        if let Ok(history) = window.history() {
            // A browser that takes no more entries still shows the view.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
        }
    }

    fn save_timer(&self, runtime: &Rc<Runtime>, id: String, milliseconds: u32) {
        let (runtime, due) = (Rc::downgrade(runtime), id.clone());
        let timer = Timeout::new(milliseconds, move || {
            if let Some(runtime) = runtime.upgrade() {
                runtime.send(Msg::SaveDue(due));
            }
        });
        self.timers.borrow_mut().insert(id, timer);
    }

    fn write(&self, runtime: Rc<Runtime>, write: Write) {
        let stores = self.stores.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let outcome = stores.write(&write).await;
            if is_poisoned() {
                return;
            }
            runtime.send(Msg::Written(write.id, write.number, outcome));
        });
    }

    fn read_later(&self, runtime: Weak<Runtime>) {
        let stores = self.stores.clone();
        Timeout::new(READ_AGAIN_MS, move || {
            wasm_bindgen_futures::spawn_local(async move {
                let loaded = stores.load().await;
                if let Some(runtime) = runtime.upgrade().filter(|_| !is_poisoned()) {
                    runtime.send(Msg::ReadAgain(loaded));
                }
            });
        })
        .forget();
    }

    /// Effects on what is stored beside the drafts; each answers once the stores have.
    fn keep(&self, runtime: Rc<Runtime>, effect: Effect) {
        let stores = self.stores.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let answer = match effect {
                Effect::Snapshot { key, text, dropped } => {
                    let refused = stores.keep_snapshot(&key, text, &dropped).await;
                    Some(Msg::History(HistoryMsg::Taken(key, refused)))
                }
                Effect::DropSnapshots(keys) => {
                    stores.drop_snapshots(&keys).await;
                    None
                }
                Effect::ReadHistory(draft) => {
                    let found = stores.read_history(&draft).await;
                    Some(Msg::History(HistoryMsg::Read(draft, found)))
                }
                Effect::Remove(doomed) => {
                    let removed = stores.remove(&doomed).await;
                    Some(Msg::Removal(RemovalMsg::Purged(doomed.id, removed)))
                }
                Effect::RemoveAll(doomed, others) => {
                    let removed = stores.remove_all(&doomed, &others).await;
                    Some(Msg::Removal(RemovalMsg::Answered(removed)))
                }
                Effect::AskToKeep => space::ask_to_keep().await.map(Msg::Space),
                Effect::LookAtSpace => space::look().await.map(Msg::Space),
                _ => None,
            };
            if let (Some(answer), false) = (answer, is_poisoned()) {
                runtime.send(answer);
            }
        });
    }

    /// Downloads the file of an assessment, unless the page around the element takes it.
    fn export(&self, runtime: &Rc<Runtime>, id: String, assessment: Box<Assessment>) {
        let file = exported(&runtime.model(), &id, &assessment);
        let is_portion = !assessment.covered().is_empty();
        let detail = about(&runtime.model(), &id);
        let told = move |outcome| match is_portion {
            true => Msg::PortionExported(outcome),
            false => Msg::Exported(id.clone(), assessment.clone(), outcome),
        };
        let Ok(blob) = files::file(&file.name, &file.text) else {
            return runtime.send(told(ExportOutcome::Failed));
        };
        let Answer { goes_on, outcome } = self.bridge.ask("export", &detail, &blob);
        if goes_on {
            let outcome = match download(&blob) {
                Ok(()) => ExportOutcome::Done { mark: file.mark(), oversize: file.is_oversize },
                Err(_) => ExportOutcome::Failed,
            };
            runtime.send(told(outcome));
        }
        if !goes_on || outcome.is_some() {
            let (runtime, mark, oversize) = (runtime.clone(), file.mark(), file.is_oversize);
            wasm_bindgen_futures::spawn_local(async move {
                let outcome = match Answer::wait(outcome).await {
                    Ok(()) => ExportOutcome::Taken { mark, oversize },
                    Err(reason) => ExportOutcome::Declined(reason),
                };
                runtime.send(told(outcome));
            });
        }
    }
}

/// Reads what the stores have of a draft that another window may have written.
pub(super) fn look(runtime: &Rc<Runtime>, stores: &Rc<BrowserStores>, id: &str) {
    let (runtime, stores, id) = (runtime.clone(), stores.clone(), id.to_owned());
    wasm_bindgen_futures::spawn_local(async move {
        let record = stores.read(&id).await;
        if !is_poisoned() {
            runtime.send(Msg::Seen(record));
        }
    });
}

#[allow(clippy::cast_possible_truncation, reason = "milliseconds and minutes of a clock; the cast saturates")]
fn clock() -> Clock {
    let now = Date::new_0();
    Clock { now: Moment(now.get_time() as i64), offset_minutes: -(now.get_timezone_offset() as i32) }
}

fn next_turn(runtime: Weak<Runtime>) {
    Timeout::new(0, move || {
        if let Some(runtime) = runtime.upgrade() {
            runtime.send(Msg::DrawMore);
        }
    })
    .forget();
}

/// Opens the browser's print dialogue, once what was sent before is drawn; in a page of others `embed.js` has the views alone printed.
/// A browser that cannot print shows the document all the same.
fn print(bridge: Rc<HostBridge>) {
    Timeout::new(0, move || {
        if !bridge.prints() {
            drop(web_sys::window().map(|window| window.print()));
        }
    })
    .forget();
}

/// The file of that content of a draft, as of now.
pub(super) fn exported(model: &Model, draft: &str, content: &Assessment) -> ExportFile {
    let Clock { now, offset_minutes } = clock();
    exchange::export(&model.directive, &model.in_a_file(draft, content), now, offset_minutes, &nfc)
}
