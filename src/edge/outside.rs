//! Carries the effects out in the browser.

use super::around::{Answer, Around, about};
use super::carry;
use super::files;
use super::halting::is_halted;
use super::space;
use super::stores::Stores;
use crate::app::msg::{ExportOutcome, HistoryMsg, RemovalMsg};
use crate::app::{Clock, Effect, Msg, Outside, Route, Store};
use crate::domain::assessment::Assessment;
use crate::domain::date::Moment;
use crate::domain::directive::Directive;
use crate::exchange::{self, ExportFile};
use crate::json::Map;
use crate::storage::Write;
use gloo::timers::callback::Timeout;
use js_sys::{Date, JsString};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};

/// Tries to find an element that is about to be drawn, and the milliseconds between two tries.
const FOCUS_TRIES: u32 = 20;
const FOCUS_RETRY_MS: u32 = 25;
/// Milliseconds after which a store that has not answered is read again: not before the database is asked again at all.
const READ_AGAIN_MS: u32 = 31_000;
/// The heading that each view has.
const VIEW_TITLE: &str = "view-title";

/// The browser.
pub(super) struct Browser {
    pub(super) around: Rc<Around>,
    pub(super) stores: Rc<Stores>,
    pub(super) timers: RefCell<Map<Timeout>>,
}

impl Outside for Browser {
    fn clock(&self) -> Clock {
        clock()
    }

    fn perform(&self, store: &Rc<Store>, effect: Effect) {
        if is_halted() {
            return;
        }
        match effect {
            Effect::Navigate(route) => self.navigate(&route),
            Effect::Focus(id) => {
                if let Some(root) = self.around.root.borrow().clone() {
                    focus(root, id, FOCUS_TRIES);
                }
            }
            Effect::SaveTimer(id, milliseconds) => self.save_timer(store, id, milliseconds),
            Effect::Write(write) => self.write(store.clone(), write),
            Effect::Leave(write) => self.stores.leave(&write),
            Effect::Look(id) => look(store, &self.stores, &id),
            Effect::ReadLater => self.read_later(Rc::downgrade(store)),
            Effect::SaveSettings(text) => self.stores.mirror().save_settings(&text),
            Effect::Export(id, assessment) => self.export(store, id, assessment),
            Effect::Unpack { name, content } => files::unpack(store.clone(), name, content),
            Effect::SavePage(id, assessment) => {
                if let Some(root) = self.around.root.borrow().clone() {
                    let file = exported(&store.model().directive, &assessment);
                    carry::save(root, store.clone(), id, assessment, file);
                }
            }
            Effect::Download(name, text) => {
                if files::file(&name, &text).and_then(|file| files::download(&file)).is_err() {
                    store.send(Msg::DownloadRefused);
                }
            }
            Effect::Tell(told) => self.around.tell(&store.model(), &told),
            Effect::Print => print(),
            Effect::NextTurn => next_turn(Rc::downgrade(store)),
            effect => self.keep(store.clone(), effect),
        }
    }

    #[cfg(feature = "planted")]
    fn pass(&self, place: &str) {
        super::planted::pass(place);
    }
}

impl Browser {
    fn navigate(&self, route: &Route) {
        if !self.around.owns_address.get() {
            return;
        }
        let address = ["#", &route.path()].concat();
        let Some(window) = web_sys::window() else { return };
        if window.location().hash().is_ok_and(|hash| hash == address) {
            return;
        }
        if let Ok(history) = window.history() {
            // A browser that takes no more entries still shows the view.
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
        }
    }

    fn save_timer(&self, store: &Rc<Store>, id: String, milliseconds: u32) {
        let (store, due) = (Rc::downgrade(store), id.clone());
        let timer = Timeout::new(milliseconds, move || {
            if let Some(store) = store.upgrade() {
                store.send(Msg::SaveDue(due));
            }
        });
        self.timers.borrow_mut().insert(id, timer);
    }

    fn write(&self, store: Rc<Store>, write: Write) {
        let stores = self.stores.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let outcome = stores.write(&write).await;
            if is_halted() {
                return;
            }
            store.send(Msg::Written(write.id, write.number, outcome));
        });
    }

    fn read_later(&self, store: Weak<Store>) {
        let stores = self.stores.clone();
        Timeout::new(READ_AGAIN_MS, move || {
            wasm_bindgen_futures::spawn_local(async move {
                let loaded = stores.load().await;
                if let Some(store) = store.upgrade().filter(|_| !is_halted()) {
                    store.send(Msg::ReadAgain(loaded));
                }
            });
        })
        .forget();
    }

    /// Effects on what is kept beside the drafts; each answers when the stores have.
    fn keep(&self, store: Rc<Store>, effect: Effect) {
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
            if let (Some(answer), false) = (answer, is_halted()) {
                store.send(answer);
            }
        });
    }

    /// Hands the file of an assessment out, unless the page around the element takes it.
    fn export(&self, store: &Rc<Store>, id: String, assessment: Box<Assessment>) {
        let file = exported(&store.model().directive, &assessment);
        let is_portion = !assessment.covered().is_empty();
        let detail = about(&store.model(), &id);
        let told = move |outcome| match is_portion {
            true => Msg::PortionExported(outcome),
            false => Msg::Exported(id.clone(), assessment.clone(), outcome),
        };
        let Ok(blob) = files::file(&file.name, &file.text) else {
            return store.send(told(ExportOutcome::Failed));
        };
        let Answer { goes_on, outcome } = self.around.ask("export", &detail, &blob);
        if goes_on {
            let outcome = match files::download(&blob) {
                Ok(()) => ExportOutcome::Done { mark: file.mark(), oversize: file.is_oversize },
                Err(_) => ExportOutcome::Failed,
            };
            store.send(told(outcome));
        }
        if !goes_on || outcome.is_some() {
            let (store, mark, oversize) = (store.clone(), file.mark(), file.is_oversize);
            wasm_bindgen_futures::spawn_local(async move {
                let outcome = match Answer::wait(outcome).await {
                    Ok(()) => ExportOutcome::Taken { mark, oversize },
                    Err(reason) => ExportOutcome::Declined(reason),
                };
                store.send(told(outcome));
            });
        }
    }
}

/// Reads what the stores have of a draft that another window may have written.
pub(super) fn look(store: &Rc<Store>, stores: &Rc<Stores>, id: &str) {
    let (store, stores, id) = (store.clone(), stores.clone(), id.to_owned());
    wasm_bindgen_futures::spawn_local(async move {
        let record = stores.read(&id).await;
        if !is_halted() {
            store.send(Msg::Seen(record));
        }
    });
}

#[allow(clippy::cast_possible_truncation, reason = "milliseconds and minutes of a clock; the cast saturates")]
fn clock() -> Clock {
    let now = Date::new_0();
    Clock { now: Moment(now.get_time() as i64), offset_minutes: -(now.get_timezone_offset() as i32) }
}

/// Moves the focus once the element is drawn: the views are drawn after the message was worked on.
fn focus(root: ShadowRoot, id: String, tries: u32) {
    Timeout::new(if tries == FOCUS_TRIES { 0 } else { FOCUS_RETRY_MS }, move || {
        let element = root.get_element_by_id(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        match element {
            Some(element) => reach(&root, &element),
            None if tries > 1 => focus(root, id, tries - 1),
            // What is not on this view cannot take the focus; its title can.
            None if id != VIEW_TITLE => focus(root, VIEW_TITLE.into(), 1),
            None => {}
        }
    })
    .forget();
}

/// Gives an element the focus. What is folded around it opens, and an element that cannot take the focus is brought into sight
/// while the person stays where they are.
fn reach(root: &ShadowRoot, element: &HtmlElement) {
    let mut inside = Some(Element::from(element.clone()));
    while let Some(details) = inside.and_then(|element| element.closest("details:not([open])").ok().flatten()) {
        // An attribute that HTML defines can be set.
        let _ = details.set_attribute("open", "");
        inside = details.parent_element();
    }
    let _ = element.focus();
    if root.active_element().as_deref() != Some(element) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn next_turn(store: Weak<Store>) {
    Timeout::new(0, move || {
        if let Some(store) = store.upgrade() {
            store.send(Msg::DrawMore);
        }
    })
    .forget();
}

/// Opens the browser's print dialogue, once what was sent before is drawn. A browser that cannot print shows the document all the same.
fn print() {
    Timeout::new(0, || drop(web_sys::window().map(|window| window.print()))).forget();
}

/// The file of an assessment, as of now.
pub(super) fn exported(directive: &Directive, assessment: &Assessment) -> ExportFile {
    let Clock { now, offset_minutes } = clock();
    exchange::export(directive, assessment, now, offset_minutes, &nfc)
}

/// A text in Unicode's form NFC.
pub(super) fn nfc(text: &str) -> String {
    // What Vietnamese is typed with is in that form already, and need not go to the browser and back.
    let is_composed = |letter: char| letter < '\u{300}' || ('\u{1ea0}'..='\u{1eff}').contains(&letter);
    if text.chars().all(is_composed) {
        return text.to_owned();
    }
    JsString::from(text).normalize("NFC").into()
}
