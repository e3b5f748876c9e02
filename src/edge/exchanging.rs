//! The element's methods that hand a file out and look at one.

use super::around::{self, about, set, typed_error};
use super::element::Component;
use super::{files, outside};
use crate::app::msg::ExportOutcome;
use crate::app::{HostError, Msg};
use crate::domain::date::Moment;
use crate::exchange::preview::Preview;
use crate::exchange::{self, Refusal};
use crate::ui::texts::Texts;
use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

#[wasm_bindgen]
impl Component {
    /// The file of the draft that is open, else of that with which the directive is read. It is handed to the person too
    /// where `download` is set; otherwise the draft does not count as exported, since nobody knows what becomes of the file.
    ///
    /// # Errors
    /// Where there is no draft, or the browser makes no file: an error with `code`, `message` and `path`.
    #[wasm_bindgen(js_name = exportFile)]
    pub fn export_file(&self, download: bool) -> Result<File, JsValue> {
        let (lang, found) = {
            let model = self.store.model();
            let draft = model.viewed_draft();
            (model.lang, draft.cloned())
        };
        let refuse = |error: HostError| JsValue::from(around::error(lang, &error));
        let draft = found.ok_or_else(|| refuse(HostError::NoDraft))?;
        if let Some(record) = &draft.newer {
            // To the letter: what this version does not know of it must not be lost.
            let text = record.journal.as_ref().map(|(_, text)| text).or(record.mirror.as_ref());
            let name = [&draft.id, ".json"].concat();
            let file = text.and_then(|text| files::file(&name, text).ok());
            let file = file.ok_or_else(|| refuse(HostError::NoFile))?;
            if download {
                files::download(&file).map_err(|_| refuse(HostError::NoFile))?;
            }
            return Ok(file);
        }
        let made = outside::exported(&self.store.model().directive, &draft.assessment);
        let file = files::file(&made.name, &made.text).map_err(|_| refuse(HostError::NoFile))?;
        if download {
            files::download(&file).map_err(|_| refuse(HostError::NoFile))?;
            let outcome = ExportOutcome::Done { mark: made.mark(), oversize: made.is_oversize };
            self.store.send(Msg::Exported(draft.id, draft.assessment, outcome));
        }
        Ok(file)
    }

    /// What is in a file, and how it compares with the drafts here. Unless `dry_run` is set, the person is shown the review
    /// of it too; whatever is taken in is theirs to decide.
    ///
    /// # Errors
    /// Where the file is refused: an error with `code`, `message` and `path`.
    #[wasm_bindgen(js_name = importFile)]
    pub async fn import_file(&self, blob: Blob, dry_run: bool) -> Result<JsValue, JsValue> {
        let store = self.store.clone();
        let lang = store.model().lang;
        if !dry_run && store.model().host.readonly {
            return Err(around::error(lang, &HostError::ReadOnly).into());
        }
        let texts = &Texts::of(lang).import;
        let refuse = |refusal: &Refusal, bytes: &[u8]| -> JsValue {
            let explained = (texts.refusal)(refusal);
            let message = [&explained.what, " ", explained.remedy].concat();
            typed_error(refusal.code(), &message, &refusal.place(bytes).path).into()
        };
        let most = blob.dyn_ref::<File>().map_or(exchange::MOST_BYTES, |file| files::most_bytes(&file.name()));
        if let Some(size) = files::size_beyond(&blob, most) {
            return Err(refuse(&Refusal::too_large(size), &[]));
        }
        let unreadable = |_| -> JsValue {
            let explained = (texts.unreadable)();
            typed_error("unreadable", &[&explained.what, " ", explained.remedy].concat(), "").into()
        };
        let buffer = JsFuture::from(blob.array_buffer()).await.map_err(unreadable)?;
        let bytes = Uint8Array::new(&buffer).to_vec();
        let found = store.model().look_at(&bytes).map_err(|refusal| refuse(&refusal, &bytes))?;
        let assessments = Array::new();
        for one in &found {
            let detail = about(&store.model(), one.existing.as_deref().unwrap_or_default());
            describe(&detail, &one.preview);
            set(&detail, "covers", &one.covers.iter().map(JsValue::from).collect::<Array>());
            set(&detail, "differences", &one.differences.map_or(JsValue::UNDEFINED, count));
            assessments.push(&detail);
        }
        let preview = Object::new();
        set(&preview, "assessments", &assessments);
        if !dry_run {
            let name = blob.dyn_ref::<File>().map_or_else(|| "file.json".to_owned(), File::name);
            store.send(Msg::FileRead(name, bytes));
        }
        Ok(preview.into())
    }
}

fn describe(detail: &Object, preview: &Preview) {
    let unit = Object::new();
    set(&unit, "id", &(&preview.unit_id).into());
    set(&unit, "group", &(&preview.group).into());
    set(&unit, "name", &(&preview.unit).into());
    set(detail, "unit", &unit);
    let moment = |moment: Option<Moment>| moment.map_or(JsValue::UNDEFINED, |moment| moment.to_iso().into());
    set(detail, "exportedAt", &moment(preview.exported_at));
    set(detail, "updatedAt", &moment(preview.updated_at));
    set(detail, "app", &(&preview.app).into());
    set(detail, "sample", &preview.sample.into());
    set(detail, "resaved", &preview.resaved.into());
    set(detail, "answered", &count(preview.progress.answered));
    set(detail, "inScope", &count(preview.progress.in_scope));
    set(detail, "evidence", &count(preview.evidence));
}

fn count(number: usize) -> JsValue {
    u32::try_from(number).unwrap_or(u32::MAX).into()
}
