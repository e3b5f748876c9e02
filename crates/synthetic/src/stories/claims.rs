//! Which unit a file claims to be from.

use crate::desk::Desk;
use crate::kinds::VerdictKind;
use domain::assessment::UnitRef;

/// Somebody else chose this unit by mistake, and typed their own name.
pub(super) fn claimed_twice(desk: &mut Desk<'_>) {
    let other = UnitRef { name: desk.stock.plain("slip", &mut desk.random).to_owned(), ..desk.sender.unit.clone() };
    let draft = desk.draft_for(&other);
    let file = desk.export(&draft);
    desk.deliver(&file, VerdictKind::UnitClaimedTwice);
    desk.send_usual();
}

/// The name was typed, and is spelled in another way than in the roster.
pub(super) fn spelled_otherwise(desk: &mut Desk<'_>) {
    let mut name = desk.sender.unit.name.clone();
    for (long, short) in desk.stock.list("short forms").iter().filter_map(|line| line.split_once(" = ")) {
        name = name.replace(long, short);
    }
    if desk.random.once_in(2) {
        name = name.to_uppercase();
    }
    name = name.replace(' ', "  ");
    desk.sender.unit = UnitRef { id: String::new(), name, ..desk.sender.unit.clone() };
    desk.send_usual();
}

/// The name was typed in another group than that of the unit.
pub(super) fn in_another_group(desk: &mut Desk<'_>) {
    let group = desk.stock.plain("folder", &mut desk.random).to_owned();
    desk.sender.unit = UnitRef { id: String::new(), group, ..desk.sender.unit.clone() };
    desk.send_usual();
}

/// A name was typed that nobody knows; the unit sent its own file too.
pub(super) fn unknown(desk: &mut Desk<'_>) {
    let slip = desk.stock.plain("slip", &mut desk.random);
    let name = format!("{slip} {}", desk.number);
    let unit = UnitRef { id: String::new(), name, ..desk.sender.unit.clone() };
    let draft = desk.draft_for(&unit);
    let file = desk.export(&draft);
    desk.deliver(&file, VerdictKind::UnitUnknown);
    desk.send_usual();
}
