//! What the officer rewrote (chỉnh sửa), stored beside the generated text. Neither ever overwrites the other.

use crate::document::{Block, Content, Document, Origin, Paragraph, Section, nothing_in, place, place_around};
use crate::typed::in_lines;
use json::{Map, Unknown, record};

/// The paragraphs that the officer rewrote.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    /// By the ids of the paragraphs.
    #[optional]
    pub paragraphs: Map<Edit>,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// What the officer wrote for a paragraph.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// The words. Where there are none, the paragraph is to be left out.
    pub text: String,
    /// What was generated when they were written.
    pub base: String,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

impl Edits {
    /// Takes in what the officer wrote for a paragraph of a merged report. What was told of a change beneath it stands until the
    /// officer has looked at that ([`Self::keep`]). The generated text itself is no edit. Of what was pasted no controls are left.
    pub fn write(&mut self, paragraph: &Paragraph, text: &str) {
        if paragraph.generated_text() == Some(&in_lines(text)) {
            self.paragraphs.remove(&paragraph.id);
        } else {
            self.write_over(&paragraph.id, paragraph.base(), text);
        }
    }

    /// The same where no report is at hand: over that text, which was generated when they were written. That text itself is no edit, unless
    /// something was rewritten before.
    pub fn write_over(&mut self, id: &str, base: &str, text: &str) {
        let text = in_lines(text);
        let before = self.paragraphs.remove(id);
        if before.is_none() && text == base {
            return;
        }
        let unknown = before.map(|edit| edit.unknown).unwrap_or_default();
        self.paragraphs.insert(id.to_owned(), Edit { text, base: base.to_owned(), unknown });
    }

    /// The officer has seen what is generated now, and keeps the own words. Of one that is no longer generated there is nothing to see.
    pub fn keep(&mut self, paragraph: &Paragraph) {
        if let (Some(generated), Some(edit)) = (paragraph.generated_text(), self.paragraphs.get_mut(&paragraph.id)) {
            generated.clone_into(&mut edit.base);
        }
    }

    /// Takes the officer's words for a paragraph back, and hands them out, so that this can be undone.
    pub fn take_back(&mut self, id: &str) -> Option<Edit> {
        self.paragraphs.remove(id)
    }
}

/// The report with the officer's words laid over it. An edit of what is no longer generated stands at the end of its place in the
/// report; where there is no such place any longer, or it was a cell of a table, it stands apart, and is not printed.
#[must_use]
pub fn merge(mut generated: Document, edits: &Edits) -> Document {
    let mut here = Map::new();
    for section in &mut generated.sections {
        for block in &mut section.blocks {
            for paragraph in paragraphs_of(block) {
                if let Some(edit) = edits.paragraphs.get(&paragraph.id) {
                    here.insert(paragraph.id.clone(), ());
                    lay_over(paragraph, edit);
                }
            }
            if let Content::Written(written) = &mut block.content {
                written.fill();
            }
        }
    }
    for (id, edit) in edits.paragraphs.iter().filter(|(id, _)| !here.contains_key(id)) {
        put(&mut generated, id, edit);
    }
    generated
}

fn paragraphs_of(block: &mut Block) -> &mut [Paragraph] {
    match &mut block.content {
        Content::Paragraph(paragraph) => std::slice::from_mut(paragraph),
        Content::List(items) => items,
        Content::Written(written) => &mut written.paragraphs,
        Content::Title(title) => std::slice::from_mut(&mut title.subject),
        _ => &mut [],
    }
}

fn lay_over(paragraph: &mut Paragraph, edit: &Edit) {
    // The rule has come to say what the officer wrote.
    if edit.text == paragraph.text {
        return;
    }
    let generated = std::mem::replace(&mut paragraph.text, edit.text.clone());
    paragraph.origin = if edit.base == generated {
        Origin::Edited { generated }
    } else {
        Origin::Changed { base: edit.base.clone(), generated }
    };
}

/// Puts an edit of what is no longer generated at the end of its place.
fn put(document: &mut Document, id: &str, edit: &Edit) {
    let own = place(id);
    let gone = |has_place: bool| {
        let origin = Origin::Gone { base: edit.base.clone(), has_place };
        Block::of(id, Content::Paragraph(Paragraph { id: id.to_owned(), text: edit.text.clone(), origin }))
    };
    for of in [Some(own), place_around(own)].into_iter().flatten() {
        for section in &mut document.sections {
            let Some(at) = end_of(of, &section.blocks) else { continue };
            // What was a cell is none any longer.
            let is_of_cells = |block: &Block| block.place() == of && matches!(block.content, Content::Written(_));
            let was_cell = section.blocks.iter().any(is_of_cells);
            section.blocks.insert(at + 1, gone(!was_cell));
            // Where something stands, it is not said that nothing does, unless the officer says so.
            section.blocks.retain(|block| edit.text.is_empty() || !says_nothing(block, of));
            return;
        }
    }
    if let Some(Section { blocks, .. }) = document.sections.first_mut() {
        // What stands below the text stays below it.
        let end = blocks.iter().position(|other| matches!(other.content, Content::Closing(_)));
        blocks.insert(end.unwrap_or(blocks.len()), gone(false));
    }
}

/// Whether a piece is what is generated where nothing stands in a place.
fn says_nothing(block: &Block, place: &str) -> bool {
    let is_generated = |one: &Paragraph| one.origin == Origin::Generated;
    block.id == nothing_in(place) && matches!(&block.content, Content::Paragraph(one) if is_generated(one))
}

/// The last piece of a place, with those that stand within it.
fn end_of(of: &str, blocks: &[Block]) -> Option<usize> {
    let is_of = |block: &Block| block.place() == of || place_around(block.place()) == Some(of);
    blocks.iter().any(|block| block.place() == of).then(|| blocks.iter().rposition(is_of)).flatten()
}

#[cfg(test)]
mod tests;
