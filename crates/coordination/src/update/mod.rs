//! What each message does to the model.

mod deciding;
mod handing_out;
mod intake;
mod noting;
mod opening;
mod reading;
mod reporting;
mod returning;
mod settings;
mod shelf;
mod showing;

pub use reading::READ_TEXT;

use crate::model::Model;
use crate::msg::{Clock, Effect, Msg};
use crate::notice::NoticeKind;
use crate::saving::Answered;
use storage::StoreFault;

/// The id of the list of notices, which takes the focus when one of them goes.
pub const NOTICES: &str = "board-notices";

impl Model {
    /// Takes a message in. Returns what is asked of the browser, in order.
    pub fn update(&mut self, clock: Clock, msg: Msg) -> Vec<Effect> {
        let day = self.today();
        self.clock = clock;
        // How late those are who have not reported depends on the day where no cut-off day is set.
        if self.today() != day {
            self.recount();
        }
        let mut out = Vec::new();
        self.act(msg, &mut out);
        self.keep_shown(&mut out);
        self.keep_said(&mut out);
        out
    }

    fn act(&mut self, msg: Msg, out: &mut Vec<Effect>) {
        match msg {
            Msg::Configured(lang, level) => (self.lang, self.heading_level) = (lang, level),
            Msg::Arrived(path) => self.arrive(&path, out),
            Msg::ShelfRead(read) => self.shelf_read(read, out),
            Msg::Opened(part) => self.opened(part, out),
            Msg::OpenEnded(id, outcome) => self.open_ended(&id, outcome, out),
            Msg::StartGathering(name) => self.start_gathering(&name, out),
            Msg::OpenSample => self.open_sample(out),
            Msg::RemoveGathering(id) => self.remove_gathering(id, out),
            Msg::Written(number, outcome) => self.written(number, outcome, out),
            Msg::EditSettings(edit) => self.edit_settings(edit, out),
            Msg::Intake(id, step) => self.intake(&id, step, out),
            Msg::CountOn => self.count_on(out),
            Msg::CancelIntake => self.cancel_intake(out),
            Msg::ReadAgain => self.read_again(out),
            Msg::Decide(decision) => self.decide(*decision, out),
            Msg::FilterReading(filter) => self.reading = filter,
            Msg::ReadNext => self.read_on(true, out),
            Msg::ReadPrevious => self.read_on(false, out),
            Msg::Note(noting) => self.note(*noting, out),
            Msg::ReturnFile(unit) => self.return_file(&unit, out),
            Msg::RemarksHandedOut(ids, outcome) => self.remarks_handed_out(&ids, outcome, out),
            Msg::Undo => self.undo(out),
            Msg::FilterRegister(filter) => self.register_filter = filter,
            Msg::FilterUnits(filter) => self.units_filter = filter,
            Msg::FilterFiles(filter) => self.files_filter = filter,
            Msg::FileLoaded(thing, line, bytes) => self.file_loaded(&thing, line, bytes),
            Msg::WordsLoaded(id, words) => self.words_loaded(&id, words),
            Msg::Rewrite(paragraph, text) => self.rewrite(&paragraph, &text, out),
            Msg::TakeGenerated(paragraph) => self.take_generated(&paragraph, out),
            Msg::KeepRewritten(paragraph) => self.keep_rewritten(&paragraph, out),
            Msg::Print => out.push(Effect::Print),
            Msg::GoTo(place) => self.go(&place, out),
            Msg::Focus(id) => out.push(Effect::Focus(id)),
            Msg::ExportBundle => self.export_bundle(out),
            Msg::ExportCsv(table) => self.export_csv(table, out),
            Msg::HandedOut(outcome) => {
                self.notify(outcome.map_or(NoticeKind::NotHandedOut, |()| NoticeKind::HandedOut));
            }
            Msg::Dismiss(id) => {
                self.notices.retain(|notice| notice.id != id);
                out.push(Effect::Focus(NOTICES.into()));
            }
        }
    }

    fn written(&mut self, number: u32, outcome: Result<(), StoreFault>, out: &mut Vec<Effect>) {
        match self.saving.written(number, outcome) {
            Answered::Changes(again) => out.extend(again),
            Answered::Removal(id) => self.removed(&id, outcome, out),
            Answered::Nothing => {}
        }
        if let Some(open) = &mut self.open {
            open.unsaved = self.saving.fault_of(&open.settings.id);
        }
    }
}
