//! Documents and workbooks: made of the report, once what units say was read.

use crate::model::Model;
use crate::msg::Effect;
use crate::notice::NoticeKind;
use crate::office::{Making, Material, OfficeFault, OfficeFile};
use std::rc::Rc;

impl Model {
    /// Begins with a file, unless one is being made. Without a cut-off day there is no report that it could be made of.
    pub(super) fn export_office(&mut self, file: OfficeFile) {
        let Some(open) = &self.open else { return };
        if self.making.is_some() || open.settings.cut_off.date().is_none() {
            return;
        }
        let gathering = open.settings.id.clone();
        self.made = self.made.wrapping_add(1);
        self.making = Some(Making { number: self.made, file, gathering, rows: None });
    }

    /// Whether a file waits for what the units of that gathering say.
    pub(super) fn awaits_said(&self, gathering: &str) -> bool {
        self.making.as_ref().is_some_and(|making| making.rows.is_none() && making.gathering == gathering)
    }

    /// Goes on with the file that is being made: it ends with the gathering that it is of, and with its cut-off day.
    pub(super) fn keep_making(&mut self, out: &mut Vec<Effect>) {
        let Some(making) = &self.making else { return };
        let open = self.open.as_ref().filter(|open| open.settings.id == making.gathering);
        if making.rows.is_none() && open.is_some_and(|open| open.settings.cut_off.date().is_some()) {
            let (file, number) = (making.file, making.number);
            if let Some((name, material)) = self.material(file) {
                out.push(Effect::HandOutOffice(number, file, name, Box::new(material)));
                self.making = self.making.take().map(|making| Making { rows: Some((0, 0)), ..making });
            }
        } else if making.rows.is_none() || open.is_none() {
            self.cancel_office(out);
        }
    }

    pub(super) fn office_told(&mut self, number: u32, rows: (u32, u32)) {
        if let Some(making) = self.making.as_mut().filter(|making| making.number == number) {
            making.rows = Some(rows);
        }
    }

    /// The file was handed out, with so many characters replaced, or it was not.
    pub(super) fn office_made(&mut self, number: u32, outcome: Result<u32, OfficeFault>) {
        // What was given up is told of no more.
        if self.making.take_if(|making| making.number == number).is_none() {
            return;
        }
        self.notify(match outcome {
            Ok(0) => NoticeKind::HandedOut,
            Ok(replaced) => NoticeKind::HandedOutReplaced(replaced),
            Err(OfficeFault::NotMade) => NoticeKind::NotMade,
            Err(OfficeFault::NotHandedOut) => NoticeKind::NotHandedOut,
        });
    }

    /// The person gives up the file that is being made: the focus goes to where it was begun.
    pub(super) fn give_up_office(&mut self, out: &mut Vec<Effect>) {
        out.extend(self.making.as_ref().map(|making| Effect::Focus(making.file.button().to_owned())));
        self.cancel_office(out);
    }

    fn cancel_office(&mut self, out: &mut Vec<Effect>) {
        if self.making.take().is_some_and(|making| making.rows.is_some()) {
            out.push(Effect::CancelOffice);
        }
    }
}

impl Model {
    /// The name of a file and of what it is made; none while what units say is not there.
    fn material(&self, file: OfficeFile) -> Option<(String, Material)> {
        let open = self.open.as_ref()?;
        let document = open.document(self)?;
        let lists = match file {
            OfficeFile::Document => Vec::new(),
            OfficeFile::Workbook => self.lists(open),
        };
        let name = open.settings.name.clone();
        Some((self.office_name(open, file), Material { name, document, profile: Rc::clone(&self.profile), lists }))
    }
}
