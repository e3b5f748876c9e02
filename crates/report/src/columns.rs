//! How wide the columns of a table are, so that its rows take as many lines in a document as on a page.

use crate::measures::width;
use crate::paper::{Grid, GridColumn};

/// The room beside the text of a cell, with the lines around it.
const BESIDE: u32 = 200;

/// Sets the widths of the columns of a table that is so wide, in letters of that size. Each holds its longest word where that can be.
pub(crate) fn set(grid: &mut Grid, size: u32, all: u32) {
    let letter = width("n", size);
    let most = all.checked_div(u32::try_from(grid.columns.len()).unwrap_or(u32::MAX)).unwrap_or_default();
    let of = |(at, column): (usize, &GridColumn)| {
        let cells = || grid.rows.iter().filter_map(move |row| row.cells.get(at));
        let least = longest(column, cells(), size).min(most);
        // What is left is for those that want more than their longest word.
        (least, (wanted(&column.name, cells()) * letter).saturating_sub(least))
    };
    let columns: Vec<(u32, u32)> = grid.columns.iter().enumerate().map(of).collect();
    let rest = all.saturating_sub(columns.iter().map(|(least, _)| least).sum());
    let wants = columns.iter().map(|(_, more)| u64::from(*more)).sum::<u64>().max(1);
    for (column, (least, more)) in grid.columns.iter_mut().zip(columns) {
        column.width = least + u32::try_from(u64::from(rest) * u64::from(more) / wants).unwrap_or_default();
    }
}

/// How wide the longest word of a column is, with the room beside it.
fn longest<'a>(column: &'a GridColumn, cells: impl Iterator<Item = &'a String>, size: u32) -> u32 {
    let words = [&column.name, &column.number].into_iter().chain(cells).flat_map(|text| text.split([' ', '\n']));
    words.map(|word| width(word, size)).max().unwrap_or_default() + BESIDE
}

/// The room of a column in letters: that of its longest word at least, and so much that its texts take a few lines.
fn wanted<'a>(name: &str, texts: impl Iterator<Item = &'a String>) -> u32 {
    /// Longer words are broken.
    const LONGEST_WORD: usize = 12;
    /// A text of more letters takes several lines.
    const WIDEST: usize = 40;
    let word = |text: &str| text.split([' ', '\n']).map(|word| word.chars().count()).max().unwrap_or_default();
    let (mut longest, mut all, mut filled) = (word(name), 0_usize, 0_usize);
    for text in texts.filter(|text| !text.is_empty()) {
        longest = longest.max(word(text));
        all += text.chars().take(4 * WIDEST).count();
        filled += 1;
    }
    let usual = all.checked_div(filled).unwrap_or_default().min(WIDEST);
    // Two letters more, for the room beside the text.
    u32::try_from(longest.min(LONGEST_WORD).max(usual) + 2).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "tests")]
    use super::*;
    use crate::paper::GridRow;

    fn widths(names: [&str; 3], cells: [&str; 3]) -> Vec<u32> {
        let column = |name: &str| GridColumn { name: name.into(), number: "(1)".into(), ..GridColumn::default() };
        let rows = vec![GridRow { is_total: false, cells: cells.map(String::from).to_vec() }];
        let mut grid = Grid { columns: names.map(column).to_vec(), rows, ..Grid::default() };
        set(&mut grid, 12, 9000);
        grid.columns.iter().map(|column| column.width).collect()
    }

    #[test]
    fn columns_hold_their_longest_words_and_long_texts_get_the_rest() {
        let long = "Ban Thường vụ đưa việc quán triệt các nghị quyết vào chương trình công tác năm.";
        let of = widths(["STT", "Nội dung", "Thời hạn"], ["1", long, "30/9/2024"]);
        assert!(of.iter().sum::<u32>().abs_diff(9000) <= 3, "{of:?}");
        assert!(of[0] >= width("STT", 12) + BESIDE && of[2] >= width("30/9/2024", 12) + BESIDE, "{of:?}");
        assert!(of[1] > of[0] + of[2], "{of:?}");
    }

    #[test]
    fn no_word_takes_the_room_of_the_others() {
        let of = widths(["STT", "Nội dung", "Liên kết"], ["1", "một", &"x".repeat(500)]);
        assert!(of.iter().all(|width| *width > 0 && *width <= 8000) && of.iter().sum::<u32>() <= 9000, "{of:?}");
    }
}
