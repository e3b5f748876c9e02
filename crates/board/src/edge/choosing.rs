//! Files and folders that the person chooses.

use super::sources::Source;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Event, File, FileList, HtmlInputElement};

/// The files of a field that takes things in (`data-take`), which is empty afterwards: the same file may be chosen again. Nothing, where
/// the event is of anything else.
pub(super) fn chosen(event: &Event) -> Option<Vec<Source>> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    field.get_attribute("data-take")?;
    let found = field.files().map(|files| sources(&files)).unwrap_or_default();
    field.set_value("");
    Some(found)
}

/// All files of a list.
pub(super) fn sources(files: &FileList) -> Vec<Source> {
    (0..files.length()).filter_map(|index| files.get(index)).map(source).collect()
}

/// A file of a folder has a path within it.
fn source(file: File) -> Source {
    let path = Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    match path.filter(|path| !path.is_empty()) {
        Some(path) => Source::File(path, file),
        None => Source::of(file),
    }
}
