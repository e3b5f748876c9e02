//! What comes besides the usual files: things that are no unit's report.

mod archives;
mod bundles;
mod files;
mod foreign;

use crate::desk::Desk;

/// A thing that is no unit's report, or more than one.
pub(crate) type Stray = fn(&mut Desk<'_>);

/// All of them.
pub(crate) const ALL: [Stray; 29] = [
    foreign::word,
    foreign::texts,
    files::empty,
    bundles::whole,
    archives::all_encrypted,
    foreign::pictures,
    files::sample,
    files::other_directive,
    archives::cut,
    foreign::archives,
    files::newer,
    bundles::cut,
    archives::overlapping_members,
    foreign::shortcuts,
    files::mismatch,
    files::other_format,
    archives::checksum,
    foreign::office,
    files::bad_version,
    bundles::newer,
    archives::method,
    archives::bomb,
    foreign::media,
    files::no_assessment,
    archives::empty,
    files::utf16_text,
    bundles::bad_records,
    archives::broken,
    files::litter,
];

/// Those that are so large that a gathering has at most one of each.
pub(crate) const LARGE: [Stray; 2] = [files::too_large, archives::too_many];
