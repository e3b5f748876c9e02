//! What people decided.

use crate::desk::Desk;
use crate::kinds::VerdictKind;
use gathering::decisions::{Decision, LeftOut};

/// One of two drafts was chosen over the other.
pub(super) fn chosen(desk: &mut Desk<'_>) {
    let (one, other) = (desk.usual(), desk.usual());
    desk.deliver(&one, VerdictKind::SupersededByChoice);
    desk.deliver(&other, VerdictKind::Chosen);
    desk.choose(&[&other], &[&one]);
}

/// A draft came after another one had been chosen.
pub(super) fn after_choice(desk: &mut Desk<'_>) {
    let (one, other) = (desk.usual(), desk.usual());
    desk.deliver(&one, VerdictKind::Chosen);
    desk.choose(&[&one], &[]);
    desk.deliver(&other, VerdictKind::AfterChoice);
}

/// The next state of the draft came that had been chosen.
pub(super) fn chosen_later(desk: &mut Desk<'_>) {
    let draft = desk.draft();
    let (other, one) = (desk.usual(), desk.export(&draft));
    desk.deliver(&other, VerdictKind::SupersededByChoice);
    desk.deliver(&one, VerdictKind::SupersededByChain);
    desk.choose(&[&one], &[&other]);
    let next = desk.edited(&draft, &one);
    let last = desk.export(&next);
    desk.deliver(&last, VerdictKind::ChosenLater);
}

/// Two drafts were chosen at once.
pub(super) fn chosen_twice(desk: &mut Desk<'_>) {
    let (one, other) = (desk.usual(), desk.usual());
    desk.choose(&[&one, &other], &[]);
    for file in [one, other] {
        desk.deliver(&file, VerdictKind::ChosenTwice);
    }
}

/// A file with which somebody only tried the product is left out.
pub(super) fn left_out(desk: &mut Desk<'_>) {
    let test = desk.usual();
    desk.deliver(&test, VerdictKind::LeftOut);
    let reason = desk.stock.plain("test", &mut desk.random).to_owned();
    let left_out = LeftOut { file: test.named(), reason, ..LeftOut::default() };
    desk.decide(Decision { left_out: Some(left_out), ..Decision::default() });
    desk.send_usual();
}
