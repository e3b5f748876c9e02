//! Composes the report by rule, from what was counted and chosen. The same input gives the same report on any day.

mod annexes;
mod opening;
mod parts;

pub use opening::suggested;

use crate::document::{Block, Content, Document, Footer, Page, Section};
use crate::figures::Input;
use crate::issue::Issues;
use gathering::basis::Basis;

/// The settings name no cut-off day (ngày chốt số liệu), as of which a report could speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCutOff;

/// The report, as it follows by rule. What the officer edited is laid over it by [`crate::edits::merge`].
///
/// # Errors
/// [`NoCutOff`] where the basis has no cut-off day: the text would have no day, and who is late would depend on today.
pub fn document(input: &Input<'_>) -> Result<Document, NoCutOff> {
    let Basis { cut_off: Some(cut_off), .. } = input.basis else { return Err(NoCutOff) };
    let issues = Issues::of(input);
    let filled = opening::filled(input);
    let mut blocks = opening::opening(input, &filled, cut_off);
    blocks.extend(parts::parts(input, &issues, cut_off));
    blocks.push(Block::of("closing", Content::Closing(Box::new(filled.closing()))));
    let mut sections = vec![Section { page: Page::Portrait, blocks }];
    sections.extend(annexes::annexes(input, &filled, cut_off));
    let footer = Footer {
        roster_as_of: input.roster_as_of.clone(),
        cut_off,
        files: input.stamp.files,
        digest: input.stamp.short(),
    };
    Ok(Document { sections, is_sample: input.is_sample, footer: Some(footer), left_out: issues.left_out })
}
