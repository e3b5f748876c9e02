//! The report of one unit (báo cáo của đơn vị) by rule from its assessment. It says nothing that the unit did not say: what was left
//! empty is left out, or is said not to have been reported. Who filled the form in, its advice and its counts of answers are no part of it.

mod annexes;
mod around;
mod input;
mod kept;
mod parts;
mod said;

pub use crate::around::Particulars;
pub use around::suggested;
pub use input::UnitInput;
pub use kept::Kept;

use crate::document::{Block, Content, Document, Page, Section};
use said::Said;

/// The report, as it follows by rule. What was edited is laid over it by [`crate::edits::merge`].
#[must_use]
pub fn document(input: &UnitInput<'_>) -> Document {
    let said = Said::of(input.directive, input.assessment);
    let filled = around::filled(input);
    let annexes = annexes::annexes(input, &said, &filled);
    let mut blocks = around::opening(input, &filled);
    blocks.extend(parts::parts(input, &said));
    blocks.push(Block::of("closing", Content::Closing(Box::new(filled.closing()))));
    let text = Section { page: Page::Portrait, blocks };
    let sections = std::iter::once(text).chain(annexes).collect();
    Document { sections, is_sample: input.assessment.sample, footer: None, left_out: Vec::new() }
}
