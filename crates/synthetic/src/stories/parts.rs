//! Parts of a draft, from units whose people have split the work.

use crate::composing::{Length, Reported};
use crate::desk::Desk;
use crate::kinds::VerdictKind;
use domain::assessment::Assessment;

/// The part of a draft with these of its answers, by their places.
fn part(desk: &Desk<'_>, draft: &Assessment, answers: &[usize]) -> Assessment {
    let ids: Vec<String> = answers.iter().filter_map(|at| draft.answers.keys().nth(*at)).cloned().collect();
    draft.portion(desk.directive, &ids)
}

/// A draft with at least four answers, if the directive asks for that many.
fn draft(desk: &mut Desk<'_>) -> Assessment {
    desk.draft_of(Length::Usual, Reported::This)
}

/// Two parts that do not speak of the same.
pub(super) fn that_fit(desk: &mut Desk<'_>) {
    let draft = draft(desk);
    if draft.answers.len() < 4 {
        desk.send_usual();
        return;
    }
    for answers in [[0, 1], [2, 3]] {
        let part = part(desk, &draft, &answers);
        let file = desk.export(&part);
        desk.deliver(&file, VerdictKind::Part(2));
    }
}

/// Two parts that both speak of one requirement, and one that does not.
pub(super) fn that_overlap(desk: &mut Desk<'_>) {
    let draft = draft(desk);
    if draft.answers.len() < 4 {
        desk.send_usual();
        return;
    }
    for (answers, verdict) in [
        ([0, 1].as_slice(), VerdictKind::PartsOverlap),
        (&[1, 2], VerdictKind::PartsOverlap),
        (&[3], VerdictKind::Part(1)),
    ] {
        let part = part(desk, &draft, answers);
        let file = desk.export(&part);
        desk.deliver(&file, verdict);
    }
}

/// A part that was made from a whole.
pub(super) fn after_whole(desk: &mut Desk<'_>) {
    let draft = draft(desk);
    if draft.answers.is_empty() {
        desk.send_usual();
        return;
    }
    let whole = desk.export(&draft);
    desk.deliver(&whole, VerdictKind::Only);
    let next = desk.edited(&draft, &whole);
    let part = part(desk, &next, &[0]);
    let file = desk.export(&part);
    desk.deliver(&file, VerdictKind::PartAfterWhole);
}

/// A part of a requirement that the directive does not have.
pub(super) fn of_nothing(desk: &mut Desk<'_>) {
    let mut part = draft(desk).portion(desk.directive, &[]);
    part.covers = vec!["0.0".to_owned()];
    let file = desk.export(&part);
    desk.deliver(&file, VerdictKind::CoversNothing);
}
