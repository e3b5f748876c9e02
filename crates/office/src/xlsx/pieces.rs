//! Texts that are longer than a cell can hold.

/// So many units of UTF-16 does a cell hold.
const MOST: usize = 32_767;
/// Within so many bytes before the end a blank is looked for, where a text is best cut.
const NEAR: usize = 200;

/// A text in pieces that a cell can hold each; together they are the text. An empty one has one piece.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(end) = end(rest) {
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    if !rest.is_empty() || pieces.is_empty() {
        pieces.push(rest);
    }
    pieces
}

/// Where a text has to be cut; nothing where a cell holds it.
fn end(text: &str) -> Option<usize> {
    // No text of so few bytes has more units than that.
    if text.len() <= MOST {
        return None;
    }
    let mut units = 0;
    let (end, _) = text.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > MOST
    })?;
    let cut = text.get(..end)?.rfind([' ', '\n']).map(|blank| blank + 1);
    Some(cut.filter(|cut| cut + NEAR > end).unwrap_or(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(text: &str) -> Vec<&str> {
        let pieces = pieces(text);
        assert!(pieces.iter().all(|piece| piece.encode_utf16().count() <= MOST));
        assert_eq!(pieces.concat(), text);
        pieces
    }

    #[test]
    fn a_text_is_cut_by_units_of_utf_16_and_nothing_is_lost() {
        assert_eq!(held(""), [""]);
        assert_eq!(held("một"), ["một"]);
        assert_eq!(held(&"a".repeat(MOST)).len(), 1);
        assert_eq!(held(&"a".repeat(MOST + 1)).len(), 2);
        assert_eq!(held(&"ệ".repeat(MOST)).len(), 1);
        // Each takes two units, so that one unit stays empty.
        assert_eq!(held(&"😀".repeat(MOST / 2)).len(), 1);
        assert_eq!(held(&"😀".repeat(MOST / 2 + 1)).len(), 2);
    }

    #[test]
    fn a_text_is_cut_behind_a_blank_where_there_is_one_near() {
        let text = ["từ ".repeat(20_000), "a".repeat(70_000)].concat();
        let pieces = held(&text);
        assert!(pieces.first().is_some_and(|piece| piece.ends_with("từ ")));
        assert_eq!(pieces.last().map(|piece| piece.chars().all(|one| one == 'a')), Some(true));
    }
}
