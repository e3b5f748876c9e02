//! What units do besides sending one good file. In each story the unit's usual file is among what it sends, at the end.

mod chains;
mod choices;
mod claims;
mod containers;
mod damage;
mod parts;

use crate::desk::Desk;

/// What a unit does. It sends everything; the desk says what becomes of it.
pub(crate) type Story = fn(&mut Desk<'_>);

/// Stories of units of the roster alone: their ids and names are known.
pub(crate) const OF_ROSTER: [Story; 4] =
    [claims::claimed_twice, claims::spelled_otherwise, claims::in_another_group, claims::unknown];

/// Stories of any unit.
pub(crate) const OF_ANY: [Story; 34] = [
    chains::chain,
    parts::that_fit,
    containers::late_mail,
    damage::changed,
    chains::separate_ways,
    parts::that_overlap,
    containers::explorer,
    chains::two_drafts,
    damage::lost_letters,
    choices::chosen,
    damage::version_1,
    chains::earlier_period,
    damage::resaved,
    chains::same_content,
    choices::left_out,
    parts::after_whole,
    damage::utf16,
    chains::other_edition,
    damage::cut,
    choices::after_choice,
    containers::page,
    parts::of_nothing,
    containers::mac,
    choices::chosen_twice,
    damage::duplicates,
    choices::chosen_later,
    containers::nested,
    containers::several_in_one,
    containers::same_name,
    containers::partly_encrypted,
    containers::gzipped,
    containers::mail_in_archive,
    damage::utf16_changed,
    damage::bom,
];

/// The stories of a gathering that is to be shown, those first that happen most: all verdicts are among them.
pub(crate) const TO_SHOW: [Story; 21] = [
    containers::late_mail,
    chains::chain,
    claims::spelled_otherwise,
    damage::changed,
    chains::two_drafts,
    parts::that_fit,
    damage::duplicates,
    chains::earlier_period,
    claims::unknown,
    chains::separate_ways,
    choices::chosen,
    parts::that_overlap,
    claims::claimed_twice,
    choices::left_out,
    chains::same_content,
    parts::after_whole,
    choices::chosen_later,
    chains::other_edition,
    choices::after_choice,
    choices::chosen_twice,
    parts::of_nothing,
];
