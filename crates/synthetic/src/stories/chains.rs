//! Several files of one unit, and which led to which.

use crate::composing::{Length, Reported};
use crate::desk::{Desk, export_of};
use crate::kinds::VerdictKind;
use crate::plan::moment;
use domain::directive::Directive;

/// A draft was exported several times; not every state was sent, and the last one counts.
pub(super) fn chain(desk: &mut Desk<'_>) {
    let mut draft = desk.draft();
    let mut sent = 0;
    for number in 0..desk.random.between(2, 4) {
        let file = desk.export(&draft);
        // The first is always sent, so that it is seen to be superseded.
        if number == 0 || desk.random.once_in(2) {
            desk.deliver(&file, VerdictKind::SupersededByChain);
            sent += 1;
        }
        draft = desk.edited(&draft, &file);
    }
    let last = desk.export(&draft);
    desk.deliver(&last, VerdictKind::Latest(sent));
}

/// Two people went on from one state, which was sent as well.
pub(super) fn separate_ways(desk: &mut Desk<'_>) {
    let draft = desk.draft();
    let first = desk.export(&draft);
    desk.deliver(&first, VerdictKind::SupersededByChain);
    for _ in 0..2 {
        let next = desk.edited(&draft, &first);
        let file = desk.export(&next);
        desk.deliver(&file, VerdictKind::SeparateWays);
    }
}

/// Two drafts, neither of which led to the other.
pub(super) fn two_drafts(desk: &mut Desk<'_>) {
    for _ in 0..2 {
        let file = desk.usual();
        desk.deliver(&file, VerdictKind::TwoDrafts);
    }
}

/// Two drafts that say the same: it was typed off, or copied by hand.
pub(super) fn same_content(desk: &mut Desk<'_>) {
    let draft = desk.draft();
    let mut copy = draft.clone();
    copy.draft_id = desk.random.id(12);
    copy.revision += 1;
    let (one, other) = (desk.export(&draft), desk.export(&copy));
    desk.deliver(&one, VerdictKind::SupersededBySame);
    desk.deliver(&other, VerdictKind::Latest(1));
}

/// The report of the period before came with it.
pub(super) fn earlier_period(desk: &mut Desk<'_>) {
    let before = desk.draft_of(Length::Usual, Reported::Before);
    let file = desk.export(&before);
    desk.deliver(&file, VerdictKind::EarlierPeriod);
    desk.send_usual();
}

/// A report on an edition of the directive's data that is no longer asked for came with it.
pub(super) fn other_edition(desk: &mut Desk<'_>) {
    let old = Directive { edition: "2024-06-01".to_owned(), ..desk.directive.clone() };
    let draft = desk.draft();
    let file = export_of(&old, &[&draft], moment(&mut desk.random));
    desk.deliver(&file, VerdictKind::OtherEdition);
    desk.send_usual();
}
