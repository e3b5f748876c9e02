//! What a unit sends of the period before, in a gathering that another one is compared with: one good file, and less was done.

use crate::composing::{Length, Reported};
use crate::desk::{Desk, export_of};
use crate::kinds::VerdictKind;
use crate::plan::moment;
use domain::assessment::Status;
use domain::date::Moment;

/// So much earlier its files were exported, in milliseconds: 180 days.
const EARLIER: i64 = 180 * 86_400_000;

/// Sends the file of the period before.
pub(crate) fn send(desk: &mut Desk<'_>) {
    let mut draft = desk.draft_of(Length::Usual, Reported::Before);
    (draft.created_at, draft.updated_at) = ("2023-12-25T01:30:00Z".to_owned(), "2024-01-03T02:15:00Z".to_owned());
    for answer in draft.answers.values_mut() {
        if answer.status == Some(Status::Done) && desk.random.once_in(2) {
            answer.status = Some(Status::InProgress);
        }
    }
    let at = Moment(moment(&mut desk.random).0 - EARLIER);
    let file = export_of(desk.directive, &[&draft], at);
    desk.deliver(&file, VerdictKind::Only);
}
