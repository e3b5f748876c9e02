//! What the officer rewrote (chỉnh sửa), kept beside what follows by rule. Neither is ever written over by the other.

use crate::document::{Block, Content, Document, Origin, Paragraph, Section, place};
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
        let text = in_lines(text);
        let base = match &paragraph.origin {
            Origin::Generated => &paragraph.text,
            Origin::Edited { generated } => generated,
            Origin::Changed { base, .. } | Origin::Gone { base } => base,
        };
        if paragraph.generated_text() == Some(&text) {
            self.paragraphs.remove(&paragraph.id);
            return;
        }
        let unknown = self.paragraphs.remove(&paragraph.id).map(|edit| edit.unknown).unwrap_or_default();
        self.paragraphs.insert(paragraph.id.clone(), Edit { text, base: base.clone(), unknown });
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
/// report; where there is no such place any longer, at the end of the text.
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
        let origin = Origin::Gone { base: edit.base.clone() };
        let paragraph = Paragraph { id: id.clone(), text: edit.text.clone(), origin };
        put(&mut generated, Block { id: id.clone(), content: Content::Paragraph(paragraph) });
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

/// Puts a piece at the end of its place.
fn put(document: &mut Document, block: Block) {
    let of = place(&block.id);
    for section in &mut document.sections {
        if let Some(at) = section.blocks.iter().rposition(|other| other.place() == of) {
            section.blocks.insert(at + 1, block);
            return;
        }
    }
    if let Some(Section { blocks, .. }) = document.sections.first_mut() {
        // What stands below the text stays below it.
        let end = blocks.iter().position(|other| matches!(other.content, Content::Closing(_)));
        blocks.insert(end.unwrap_or(blocks.len()), block);
    }
}

#[cfg(test)]
mod tests;
