//! Tests of the board's browser floor, run inside the browsers: the store, the reader and the file chooser as they really are.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
#![allow(clippy::disallowed_methods, reason = "the browser is what is tested")]

use board::edge::{Given, Program};
use board::reader::Reader;
use browser::database::sleep;
use browser::office::Office;
use coordination::model::Model;
use coordination::msg::Msg;
use coordination::place::Place;
use domain::directive::Directive;
use domain::roster::Roster;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use report::workbook::Workbook;
use std::collections::BTreeSet;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, EventInit, File, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A reader whose worker answers, or fails.
fn reader(works: bool) -> Reader {
    let reader = Object::new();
    let answer = Closure::<dyn Fn(String, Uint8Array, String) -> Promise<Uint8Array>>::new(
        |name: String, bytes: Uint8Array, directive: String| {
            let answer = board::edge::here::read(&name, &bytes.to_vec(), &directive);
            Promise::resolve(&Uint8Array::from(answer.as_slice()))
        },
    );
    let failing = Function::new_no_args("return Promise.reject(new Error('the worker has ended'))");
    let read = if works { answer.into_js_value() } else { failing.into() };
    Reflect::set(&reader, &"read".into(), &read).unwrap();
    let of_file = "return file.arrayBuffer().then((bytes) => this.read(name, new Uint8Array(bytes), directive))";
    let read_file = Function::new_with_args("name, file, directive", of_file);
    Reflect::set(&reader, &"readFile".into(), &read_file).unwrap();
    reader.unchecked_into()
}

fn program(key: &str, works: bool) -> Program {
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    let (reader, office) = (reader(works), Object::new().unchecked_into::<Office>());
    let workbook = |_: &_| Workbook::default();
    Program::new(Given { directive, roster, key: key.into(), reader, office, csv: |_, _, _| String::new(), workbook })
}

/// Waits until the model is so.
async fn until<T>(program: &Program, what: impl Fn(&Model) -> Option<T>) -> T {
    for _ in 0..400 {
        if let Some(found) = what(&program.runtime.model()) {
            return found;
        }
        sleep(20).await;
    }
    let model = program.runtime.model();
    let open = model.open.as_ref().map(|open| (open.loading, open.intake.clone(), open.things.len(), open.unread));
    panic!("it never comes: {:?}, {open:?}, {:?}", model.place, model.notices);
}

/// The place of a page in which the board stands, and follows its links.
fn host(program: &Program) -> (Element, Vec<gloo::events::EventListener>) {
    let document = web_sys::window().unwrap().document().unwrap();
    let host = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&host).unwrap();
    let mut listeners = program.listen(&host);
    let runtime = program.runtime.clone();
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    listeners.push(gloo::events::EventListener::new_with_options(&host, "click", options, move |event| {
        let link: Element = event.target().unwrap().unchecked_into();
        event.prevent_default();
        let path = link.get_attribute("href").unwrap();
        let place = path.trim_start_matches("#/tong-hop").trim_start_matches('/').to_owned();
        let runtime = runtime.clone();
        wasm_bindgen_futures::spawn_local(async move { runtime.send(Msg::Arrived(place)) });
    }));
    (host, listeners)
}

/// The gathering that is open once all of it is there, and nothing is taken in.
fn at_rest(model: &Model) -> Option<(String, BTreeSet<String>, usize, usize)> {
    let open = model.open.as_ref().filter(|open| open.loading.is_none() && open.intake.is_none())?;
    let keys = open.taken.iter().map(|taken| format!("{:?}", taken.received.key)).collect();
    Some((open.settings.id.clone(), keys, open.things.len(), open.decisions.list.len()))
}

fn unique(what: &str) -> String {
    format!("{what} {}", js_sys::Math::random())
}

#[wasm_bindgen_test]
async fn the_sample_is_taken_in_and_is_there_in_another_page() {
    for works in [true, false] {
        let key = unique("sample");
        let here = program(&key, works);
        let _host = host(&here);
        here.runtime.send(Msg::Arrived(String::new()));
        until(&here, |model| matches!(model.shelf, Some(Ok(_))).then_some(())).await;
        here.runtime.send(Msg::OpenSample);
        let full = |model: &Model| at_rest(model).filter(|(_, keys, ..)| !keys.is_empty());
        let (id, keys, things, decisions) = until(&here, full).await;
        assert!(keys.len() > 30 && things > 40 && decisions > 0, "{} {things} {decisions}", keys.len());
        assert!(here.flush().await);
        // What a new page finds.
        let there = program(&key, !works);
        there.runtime.send(Msg::Arrived(Place::Overview(id.clone()).path()));
        assert_eq!(until(&there, full).await, (id, keys, things, decisions));
    }
}

#[wasm_bindgen_test]
async fn files_that_are_chosen_are_taken_in_and_come_back_to_the_letter() {
    let key = unique("chosen");
    let here = program(&key, true);
    let (place, _listeners) = host(&here);
    here.runtime.send(Msg::Arrived(String::new()));
    until(&here, |model| matches!(model.shelf, Some(Ok(_))).then_some(())).await;
    here.runtime.send(Msg::StartGathering("Đợt một".into()));
    until(&here, at_rest).await;

    let directive = Directive::built_in().unwrap();
    let assessment = domain::assessment::Assessment { overall: "ế ỗ ự".into(), ..Default::default() };
    let file = exchange::export_all(&directive, &[&assessment], domain::date::Moment(0), 0, &str::to_owned);
    let document = web_sys::window().unwrap().document().unwrap();
    let field: HtmlInputElement = document.create_element("input").unwrap().unchecked_into();
    field.set_type("file");
    field.set_multiple(true);
    field.set_attribute("data-take", "files").unwrap();
    place.append_child(&field).unwrap();
    let transfer = web_sys::DataTransfer::new().unwrap();
    for (name, text) in [("a.json", file.text.as_str()), ("ảnh.pdf", "%PDF-1.7"), ("e.json", "")] {
        let file = File::new_with_str_sequence(&Array::of1(&text.into()), name).unwrap();
        transfer.items().add_with_file(&file).unwrap();
    }
    field.set_files(Some(&transfer.files().unwrap()));
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    field.dispatch_event(&Event::new_with_event_init_dict("change", &bubbles).unwrap()).unwrap();
    let (id, keys, ..) = until(&here, |model| at_rest(model).filter(|(_, _, things, _)| *things == 3)).await;
    assert_eq!((keys.len(), field.files().unwrap().length()), (1, 0));
    let (thing, causes) = {
        let model = here.runtime.model();
        let open = model.open.as_ref().unwrap();
        let mut causes: Vec<String> = open.things.iter().map(|thing| thing.lines[0].cause.clone()).collect();
        causes.sort_unstable();
        (open.taken[0].thing.clone(), causes)
    };
    assert_eq!(causes, ["", "empty", "pdf"]);
    let records = board::edge::records(&[&directive.id, " ", &key].concat());
    let kept = coordination::records::keeping::file(&records, &id, &thing, 0).await;
    assert_eq!(kept, Ok(file.text.into_bytes()));
}

#[wasm_bindgen_test]
async fn a_gathering_that_is_removed_leaves_nothing() {
    use coordination::msg::Change;
    use coordination::ports::Records;
    use coordination::records::keeping;
    use coordination::settings::Settings;
    let records = board::edge::records(&unique("removed"));
    let settings =
        |id: &str| Change::Settings(Box::new(Settings { id: id.into(), name: id.into(), ..Settings::default() }));
    keeping::write(&records, vec![settings("a"), settings("b")]).await.unwrap();
    for id in ["a", "b"] {
        let puts = (0..700).map(|number| (format!("{id}/file/t/{number:08x}"), vec![7; 100])).collect();
        records.write(puts, Vec::new()).await.unwrap();
    }
    // In their order, the first of them, and only those in the range.
    let some = records.range("a/", "a0", 3).await.unwrap();
    assert_eq!(some.iter().map(|(key, _)| &key[9..]).collect::<Vec<_>>(), ["00000000", "00000001", "00000002"]);
    assert_eq!((some[0].1.as_slice(), records.range("a/", "a0", 9000).await.unwrap().len()), (&[7; 100][..], 700));
    assert_eq!(records.get("a/file/t/x").await, Ok(None));
    keeping::write(&records, vec![Change::NoGathering("a".into())]).await.unwrap();
    let left = records.range("", "\u{7f}", 9000).await.unwrap();
    assert!(left.len() == 701 && left.iter().all(|(key, _)| key.starts_with("b/") || key == "settings/b"));
    assert_eq!(keeping::shelf(&records).await.unwrap().len(), 1);
}
