//! Documents and workbooks: the plain data go to the program that writes them, and the file to the person.

use super::runtime::Runtime;
use browser::handing_out::download_bytes;
use browser::office::{DOCX_TYPE, Office};
use coordination::msg::Msg;
use coordination::office::{Material, OfficeFault, OfficeFile};
use js_sys::Uint8Array;
use report::on_paper::on_paper;
use report::profile::Profile;
use report::wire;
use report::workbook::Workbook;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A workbook of what was gathered, with the words of the views.
pub type MakeWorkbook = fn(&Material) -> Workbook;

/// What a workbook is.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Makes a file and hands it out under that name; tells how far it has come.
///
/// # Errors
/// See [`OfficeFault`].
pub(super) async fn made(
    office: &Office,
    runtime: &Rc<Runtime>,
    number: u32,
    (file, name): (OfficeFile, &str),
    bytes: Vec<u8>,
) -> Result<u32, OfficeFault> {
    let teller = Rc::downgrade(runtime);
    let tell = Closure::<dyn Fn(u32, u32)>::new(move |done, all| {
        if let Some(runtime) = teller.upgrade() {
            runtime.send(Msg::OfficeTold(number, (done, all)));
        }
    });
    let of = Uint8Array::from(bytes.as_slice());
    drop(bytes);
    let answer = office.make(of, tell.as_ref().unchecked_ref()).await.map_err(|_| OfficeFault::NotMade)?;
    let answer: Uint8Array = answer.dyn_into().map_err(|_| OfficeFault::NotMade)?;
    let answer = answer.to_vec();
    let (replaced, bytes) = wire::read_file(&answer).ok_or(OfficeFault::NotMade)?;
    let kind = match file {
        OfficeFile::Document => DOCX_TYPE,
        OfficeFile::Workbook => XLSX,
    };
    download_bytes(name, bytes, kind).map_err(|_| OfficeFault::NotHandedOut)?;
    Ok(replaced)
}

/// What a file is made of, as bytes.
pub(super) fn written(file: OfficeFile, material: &Material, workbook: MakeWorkbook) -> Vec<u8> {
    match file {
        OfficeFile::Document => wire::written_paper(&on_paper(&material.document, Profile::clone(&material.profile))),
        OfficeFile::Workbook => wire::written_workbook(&workbook(material)),
    }
}
