//! Reads the words of files, a portion at a time.

use super::keys;
use crate::ports::{Records, Time};
use crate::words::{FileId, Words};
use std::mem;

/// So many bytes are read at a time, or so many files: as much as the page does not miss.
const MOST_BYTES: usize = 1_000_000;
const MOST_FILES: usize = 25;

/// Reads the words of files of a gathering about the directive of that id, in the order of their keys. Each portion goes to `tell`, which
/// says whether it wants more; whatever else waits has its turn in between. What the store does not give out cannot be read.
pub async fn load(
    gathering: &str,
    files: Vec<FileId>,
    directive: &str,
    records: &impl Records,
    time: &impl Time,
    tell: &mut dyn FnMut(Vec<Words>) -> bool,
) {
    let mut wanted: Vec<(String, FileId)> =
        files.into_iter().map(|file| (keys::file(gathering, &file.0, file.1), file)).collect();
    wanted.sort_unstable();
    let end = wanted.last().map(|(key, _)| keys::behind(key)).unwrap_or_default();
    let (mut wanted, mut portion, mut bytes, mut most) = (wanted.into_iter().peekable(), Vec::new(), 0, 1);
    while let Some((from, _)) = wanted.peek() {
        let found = records.range(from, &end, most).await.unwrap_or_default();
        let is_small = found.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() < MOST_BYTES;
        let last = found.last().map_or_else(|| from.clone(), |(key, _)| key.clone());
        let (mut found, mut passed) = (found.into_iter().peekable(), 0_usize);
        while let Some((key, file)) = wanted.next_if(|(key, _)| *key <= last) {
            while found.next_if(|(other, _)| *other < key).is_some() {
                passed += 1;
            }
            let record = found.next_if(|(other, _)| *other == key);
            let words = Words::read(file, record.as_ref().map(|(_, bytes)| bytes.as_slice()), directive);
            bytes += record.map_or(0, |(_, bytes)| bytes.len());
            portion.push(words);
        }
        // Where the files stand beside each other many are read at once; where they lie apart, none in between.
        most = if passed == 0 && is_small { (most * 2).min(MOST_FILES) } else { 1 };
        if portion.len() >= MOST_FILES || bytes >= MOST_BYTES || wanted.peek().is_none() {
            bytes = 0;
            if !tell(mem::take(&mut portion)) {
                return;
            }
            time.sleep(0).await;
        }
    }
}
