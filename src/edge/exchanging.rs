//! The element's methods that export a file and check one.

use super::element::Component;
use super::host_bridge::{self, about, set, typed_error};
use super::{effects, files};
use crate::views::texts::Texts;
use app::msg::ExportOutcome;
use app::review::ReviewFinding;
use app::{Clock, Effect, HostError, Model, Msg};
use browser::handing_out;
use domain::date::Moment;
use exchange::preview::Preview;
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
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
            let model = self.runtime.model();
            let draft = model.viewed_draft();
            (model.lang, draft.cloned())
        };
        let refuse = |error: HostError| JsValue::from(host_bridge::error(lang, &error));
        let draft = found.ok_or_else(|| refuse(HostError::NoDraft))?;
        if let Some(record) = &draft.newer {
            // To the letter: what this version does not know of it must not be lost.
            let text = record.journal.as_ref().map(|(_, text)| text).or(record.mirror.as_ref());
            let name = [&draft.id, ".json"].concat();
            let file = text.and_then(|text| files::file(&name, text).ok());
            let file = file.ok_or_else(|| refuse(HostError::NoFile))?;
            if download {
                handing_out::download(&file).map_err(|_| refuse(HostError::NoFile))?;
            }
            return Ok(file);
        }
        let made = effects::exported(&self.runtime.model(), &draft.id, &draft.assessment);
        let file = files::file(&made.name, &made.text).map_err(|_| refuse(HostError::NoFile))?;
        if download {
            handing_out::download(&file).map_err(|_| refuse(HostError::NoFile))?;
            let outcome = ExportOutcome::Done { mark: made.mark(), oversize: made.is_oversize };
            self.runtime.send(Msg::Exported(draft.id, draft.assessment, outcome));
        }
        Ok(file)
    }

    /// What is in a file, and how it compares with the drafts here. It is read as if the person had chosen it; unless `dry_run`
    /// is set, they are shown it too, and whatever is taken in is theirs to decide.
    ///
    /// # Errors
    /// Where there is no assessment in it that could be taken in as it is: an error with `code`, `message` and `path`.
    #[wasm_bindgen(js_name = importFile)]
    pub async fn import_file(&self, blob: Blob, dry_run: bool) -> Result<JsValue, JsValue> {
        let runtime = self.runtime.clone();
        if !dry_run && runtime.model().host.readonly {
            return Err(host_bridge::error(runtime.model().lang, &HostError::ReadOnly).into());
        }
        let mut reader = runtime.model().reader();
        let mut next = Some(files::read_one(&blob).await);
        while let Some(msg) = next.take() {
            for effect in reader.update(Clock::default(), msg) {
                if let Effect::Unpack { name, content } = effect {
                    next = Some(Msg::Unpacked(name, files::unpacked(content).await));
                }
            }
        }
        let answer = answer(&runtime.model(), &reader);
        if !dry_run {
            runtime.send(Msg::FilesRead(reader.reviews, reader.left_out));
        }
        answer
    }
}

/// The report on what was read: the error of the first file, if none has an assessment.
fn answer(model: &Model, reader: &Model) -> Result<JsValue, JsValue> {
    let refused = Array::new();
    for review in &reader.reviews {
        let code = review.finding.code();
        if !code.is_empty() {
            let explained = Texts::of(model.lang).explained(&review.finding);
            let path = if let ReviewFinding::Refused(refusal, _) = &review.finding { refusal.path() } else { "" };
            let error = typed_error(code, &[&explained.what, " ", explained.remedy].concat(), path);
            set(&error, "file", &(&review.file_name).into());
            refused.push(&error);
        }
    }
    let assessments = Array::new();
    for one in &model.found(&reader.reviews) {
        let detail = about(model, one.existing.unwrap_or_default());
        describe(&detail, one.preview);
        set(&detail, "file", &one.file_name.into());
        set(&detail, "covers", &one.assessment.covered().iter().map(JsValue::from).collect::<Array>());
        set(&detail, "differences", &one.differences.map_or(JsValue::UNDEFINED, count));
        assessments.push(&detail);
    }
    if assessments.length() == 0 {
        return Err(refused.get(0));
    }
    let preview = Object::new();
    set(&preview, "assessments", &assessments);
    set(&preview, "refused", &refused);
    set(&preview, "leftOut", &count(reader.left_out));
    Ok(preview.into())
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
