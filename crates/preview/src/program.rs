//! The report of one element's drafts, as the scripts call it (`shell/board`).

#![allow(clippy::disallowed_methods, reason = "this is the floor that the lint protects")]

use crate::model::Model;
use crate::msg::{Effect, Keep, MakeFault, Msg};
use crate::panicking::tell_of_panics;
use crate::store::{Shared, Store};
use crate::views::{App, AppProps};
use browser::handing_out::download_bytes;
use browser::office::{DOCX_TYPE, Office};
use domain::content;
use domain::lang::Lang;
use exchange::name::report_name;
use exchange::record;
use js_sys::Uint8Array;
use pages::styles;
use report::on_paper::on_paper;
use report::profile::Profiles;
use report::wire;
use std::cell::RefCell;
use std::rc::Rc;
use ui::Setting;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, ShadowRoot};
use yew::{AppHandle, Renderer};

#[wasm_bindgen]
extern "C" {
    /// What the report has done around it. `shell/board/report.ts` has it.
    pub type Around;

    #[wasm_bindgen(method)]
    fn keep(this: &Around, draft: &str, base: &str, kept: &str);

    #[wasm_bindgen(method)]
    fn dress(this: &Around, text: &str, pages: &str);

    #[wasm_bindgen(method)]
    fn print(this: &Around);
}

/// The report of one element's drafts. It holds the state, and keeps it while its view is closed.
#[wasm_bindgen]
pub struct Report {
    store: Rc<Store>,
    /// Once it was mounted.
    drawn: RefCell<Option<(HtmlElement, AppHandle<App>)>>,
}

#[wasm_bindgen]
impl Report {
    /// A report about a directive, given as the bytes of its document, or about the built-in one. `lang` is the language of the screen;
    /// `office` writes documents; `around` does what is to be done around the report.
    ///
    /// # Errors
    /// Where the directive cannot be used. The form is given the same, and tells the person.
    #[wasm_bindgen(constructor)]
    pub fn new(directive: Option<Vec<u8>>, lang: &str, office: Office, around: Around) -> Result<Report, JsValue> {
        tell_of_panics();
        let (directive, _) = content::read(directive.as_deref(), None).map_err(|fault| fault.code())?;
        let profiles = Profiles::built_in().map_err(|_| "profiles")?;
        let outside = Outside { office: Rc::new(office), around };
        let setting = Setting { lang: Lang::from_tag(lang), heading_level: 1 };
        let perform = move |store: &Rc<Store>, effect| outside.perform(store, effect);
        let store = Store::new(Model::new(directive, profiles), setting, Box::new(perform));
        Ok(Self { store, drawn: RefCell::default() })
    }

    /// The language of the screen, and the level of the first heading.
    pub fn configure(&self, lang: &str, heading_level: u8) {
        self.store.set(Setting { lang: Lang::from_tag(lang), heading_level });
    }

    /// The element that holds the views. What the report has drawn is in it again.
    ///
    /// # Errors
    /// Where the page can make no elements.
    pub fn mount(&self, root: &ShadowRoot) -> Result<HtmlElement, JsValue> {
        if let Some((host, _)) = &*self.drawn.borrow() {
            return Ok(host.clone());
        }
        let document = root.owner_document().ok_or(JsValue::NULL)?;
        let host: HtmlElement = document.create_element("div")?.unchecked_into();
        let props = AppProps { store: Shared(self.store.clone()) };
        let app = Renderer::<App>::with_root_and_props(host.clone().into(), props).render();
        self.drawn.replace(Some((host.clone(), app)));
        Ok(host)
    }

    /// Shows the report of the draft with that record.
    ///
    /// # Errors
    /// Where it is none: the form has just written it.
    pub fn go(&self, draft: &str) -> Result<(), JsValue> {
        let draft = record::from_text(draft).map_err(|_| "not a record")?;
        self.store.send(Msg::Shown(Box::new(draft)));
        Ok(())
    }

    /// The view is closed. What was typed was handed over letter by letter.
    pub fn unmount(&self) {
        self.store.send(Msg::Closed);
    }

    /// There is nothing to wait for.
    pub async fn flush(&self) {}
}

impl Drop for Report {
    fn drop(&mut self) {
        if let Some((_, app)) = self.drawn.take() {
            app.destroy();
        }
    }
}

/// What is outside of the report.
struct Outside {
    office: Rc<Office>,
    around: Around,
}

impl Outside {
    fn perform(&self, store: &Rc<Store>, effect: Effect) {
        match effect {
            Effect::Keep(Keep { draft, base, kept }) => self.around.keep(&draft, &base, &kept),
            Effect::Dress => {
                if let Some(profile) = store.model().profile() {
                    self.around.dress(&styles::of_text(profile), &styles::of_pages(profile));
                }
            }
            Effect::Print => self.around.print(),
            Effect::Cancel => self.office.cancel(),
            Effect::Make => {
                let (store, office) = (store.clone(), self.office.clone());
                spawn_local(async move {
                    let outcome = made(&store, &office).await;
                    store.send(Msg::Made(outcome));
                });
            }
        }
    }
}

/// Makes the document and hands it out. Tells how many letters were replaced.
async fn made(store: &Store, office: &Office) -> Result<u32, MakeFault> {
    let (paper, name) = {
        let model = store.model();
        let profile = model.profile().ok_or(MakeFault::NotMade)?.clone();
        let name = report_name(model.directive(), model.unit());
        (wire::written_paper(&on_paper(model.document(), profile)), name)
    };
    // It is made before anybody could read how far it is.
    let tell = Closure::<dyn Fn(u32, u32)>::new(|_, _| {});
    let answer = office.make(Uint8Array::from(paper.as_slice()), tell.as_ref().unchecked_ref()).await;
    let answer: Uint8Array = answer.ok().and_then(|answer| answer.dyn_into().ok()).ok_or(MakeFault::NotMade)?;
    let answer = answer.to_vec();
    let (replaced, bytes) = wire::read_file(&answer).ok_or(MakeFault::NotMade)?;
    download_bytes(&name, bytes, DOCX_TYPE).map_err(|_| MakeFault::NotHandedOut)?;
    Ok(replaced)
}
