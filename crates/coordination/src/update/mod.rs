//! What each message does to the model.

mod comparing;
mod deciding;
mod handing_out;
mod intake;
mod making;
mod noting;
mod opening;
mod reading;
mod reporting;
mod returning;
mod sampling;
mod settings;
mod shelf;
mod showing;
mod tagging;
mod typing;

pub use reading::READ_TEXT;
pub use tagging::{ISSUES, PICK, move_id};
pub use typing::term_of;

use crate::filter::ReadingFilter;
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
        let is_new_day = self.today() != day;
        if is_new_day {
            self.recount();
            self.changes = self.changes.wrapping_add(1);
        }
        let mut out = Vec::new();
        match msg {
            Msg::Typed(typed) => self.typed(*typed, &mut out),
            Msg::SaveDue => self.save_typed(&mut out),
            Msg::Hidden => self.hidden(&mut out),
            Msg::Written(number, outcome) => self.written(number, outcome, &mut out),
            msg => {
                self.changes = self.changes.wrapping_add(1);
                self.act(msg, &mut out);
                self.keep(&mut out);
                return out;
            }
        }
        if is_new_day {
            self.keep(&mut out);
        }
        out
    }

    /// Has everything follow that depends on what has changed.
    fn keep(&mut self, out: &mut Vec<Effect>) {
        self.keep_shown(out);
        self.keep_said(out);
        self.keep_compared(out);
        self.keep_tally(out);
        self.keep_making(out);
    }

    fn act(&mut self, msg: Msg, out: &mut Vec<Effect>) {
        match msg {
            Msg::Configured(lang, level) => (self.lang, self.heading_level) = (lang, level),
            Msg::Arrived(path) => self.arrive(&path, out),
            Msg::ShelfRead(read) => self.shelf_read(read, out),
            Msg::TalliesRead(tallies) => self.tallies_read(tallies),
            Msg::Summing(id, read, all) => self.summing(&id, read, all),
            Msg::Summed(id, side) => self.summed(&id, side, out),
            Msg::Opened(part) => self.opened(part, out),
            Msg::OpenEnded(id, outcome) => self.open_ended(&id, outcome, out),
            Msg::StartGathering(name) => self.start_gathering(&name, out),
            Msg::OpenSample => self.open_sample(out),
            Msg::MakeEarlierSample => self.make_earlier_sample(out),
            Msg::RemoveGathering(id) => self.remove_gathering(id, out),
            Msg::Take(typed) => self.take(*typed, out),
            // Of these nothing changes that is drawn.
            Msg::Typed(_) | Msg::SaveDue | Msg::Hidden | Msg::Written(..) => {}
            Msg::EditSettings(edit) => self.edit_settings(edit, out),
            Msg::Intake(id, step) => self.intake(&id, step, out),
            Msg::CountOn => self.count_on(out),
            Msg::CancelIntake => self.cancel_intake(out),
            Msg::ReadAgain => self.read_again(out),
            Msg::Decide(decision) => self.decide(*decision, out),
            Msg::Settle(subjects, decision) => self.settle(&subjects, *decision, out),
            Msg::FilterReading(filter) => self.reading = ReadingFilter { is_tagging: false, ..filter },
            Msg::Tag(tagging) => self.tagging(tagging, out),
            Msg::FilterIssues(filter) => self.issues_filter = filter,
            Msg::ReadNext => self.read_on(true, out),
            Msg::ReadPrevious => self.read_on(false, out),
            Msg::Note(noting) => self.note(*noting, out),
            Msg::ReturnFile(unit) => self.return_file(&unit, out),
            Msg::RemarksHandedOut(ids, outcome) => self.remarks_handed_out(&ids, outcome, out),
            Msg::Undo => self.undo(out),
            Msg::FilterRegister(filter) => self.register_filter = filter,
            Msg::FilterUnits(filter) => self.units_filter = filter,
            Msg::FilterFiles(filter) => self.files_filter = filter,
            Msg::FilterCompared(filter) => self.compare_filter = filter,
            Msg::CompareAgain => self.compare_again(),
            Msg::CarryUnits(id, filter) => self.carried = Some((id, filter)),
            Msg::FileLoaded(thing, line, bytes) => self.file_loaded(&thing, line, bytes),
            Msg::WordsLoaded(id, words) => self.words_loaded(&id, words, out),
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
            Msg::ExportOffice(file) => self.export_office(file),
            Msg::OfficeTold(number, rows) => self.office_told(number, rows),
            Msg::OfficeMade(number, outcome) => self.office_made(number, outcome),
            Msg::CancelOffice => self.give_up_office(out),
            Msg::Dismiss(id) => {
                self.notices.retain(|notice| notice.id != id);
                out.push(Effect::Focus(NOTICES.into()));
            }
        }
    }

    fn written(&mut self, number: u32, outcome: Result<(), StoreFault>, out: &mut Vec<Effect>) {
        match self.saving.written(number, outcome) {
            Answered::Changes(again) => {
                out.extend(again);
                out.extend(outcome.ok().and_then(|()| self.saving.come_back(number)));
            }
            Answered::Removal(id) => {
                self.changes = self.changes.wrapping_add(1);
                self.removed(&id, outcome, out);
            }
            Answered::Nothing => {}
        }
        if let Some(open) = &mut self.open {
            open.unsaved = self.saving.fault_of(&open.settings.id);
        }
    }
}
