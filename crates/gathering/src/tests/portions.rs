//! Bundles that are read in portions.

use super::archives::gzip;
use super::bundles::{bundle, piece, remark};
use super::{ID, decode_1258, file, lines, nfc};
use crate::bundle::{Head, LINE, Piece, head_line};
use crate::limits::MOST_RECORDS;
use crate::line::{Cause, Line, Outcome};
use crate::portions::{Portion, Unfit};
use crate::ports::Ports;
use crate::reading::{in_portions, read_around, read_records};
use crate::sniff::HEAD;

const PORTS: Ports<'static> = Ports { decode_1258: &decode_1258, nfc: &nfc };

/// Its lines, as it is read in portions, so many bytes at a time; nothing, where it is to be read as a whole.
fn in_pieces(name: &str, bytes: &[u8], piece: usize) -> Option<Vec<Line>> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let mut portions = in_portions(name, head, bytes.len() as u64, &PORTS)?;
    let depth = portions.depth();
    let mut records = Vec::new();
    let mut read = |Portion { line, bytes }: Portion| {
        read_records((line, &bytes), depth, ID, &PORTS, &mut |line| records.push(line));
    };
    for piece in bytes.chunks(piece) {
        read(portions.push(piece).ok()?);
    }
    let (last, mut around) = portions.end().ok()?;
    read(last);
    around.found = records.len() as u64;
    let is_cut = |line: &Line| matches!(line.outcome, Outcome::Refused { cause: Cause::CutRecord, .. });
    around.last_is_cut = records.last().is_some_and(is_cut);
    let mut all = Vec::new();
    read_around(name, bytes.len() as u64, &around, &PORTS, &mut |line| all.push(line));
    let behind = all.split_off(all.len().min(depth as usize));
    all.extend(records);
    all.extend(behind);
    for (id, line) in (0..).zip(&mut all) {
        line.id = id;
    }
    Some(all)
}

/// That it is read in portions of whatever size as it is read as a whole.
fn is_read_alike(name: &str, bytes: &[u8]) {
    let whole = lines(name, bytes);
    for piece in [1, 2, 3, 7, 1000, 4096, 10_000_000] {
        let found = in_pieces(name, bytes, piece).unwrap();
        for (one, other) in found.iter().zip(&whole) {
            assert_eq!(one, other, "{piece} bytes at a time");
        }
        assert_eq!(found.len(), whole.len(), "{piece} bytes at a time");
    }
}

fn some() -> String {
    let (a, b) = (file("Thành ủy Ấ"), file("B"));
    bundle(vec![piece("ấ.json", &a), Piece::Other(remark()), piece("b.json", &b)])
}

#[test]
fn lines_are_the_same_wherever_the_bytes_are_parted() {
    let text = some();
    is_read_alike("b.ndjson", text.as_bytes());
    is_read_alike("b", format!("\u{feff}\n \r\n{}", text.replace('\n', "\r\n\r\n")).as_bytes());
    is_read_alike("b", text.trim_end().as_bytes());
    is_read_alike("b", (text.clone() + "\n\n  \n").as_bytes());
    // Damaged lines, and one that only looks like the end.
    is_read_alike("b", text.replacen("{\"file\"", "{file", 1).as_bytes());
    let lines: Vec<&str> = text.lines().collect();
    is_read_alike("b", [lines[0], lines[4], lines[2], "\u{1}", "[]", lines[3]].join("\n").as_bytes());
    is_read_alike("b", head_line(Head::default()).as_bytes());
    is_read_alike("b", bundle(vec![]).as_bytes());
}

#[test]
fn a_bundle_that_was_cut_is_read_up_to_there() {
    let text = some();
    let head = text.find('\n').unwrap() + 1;
    for cut in (head..text.len()).step_by(97).chain(text.len() - 30..text.len()) {
        let start = &text.as_bytes()[..cut];
        assert_eq!(in_pieces("b", start, 500), Some(lines("b", start)), "cut at {cut}");
    }
}

#[test]
fn what_is_packed_is_unpacked_on_the_way() {
    let text = some();
    is_read_alike("b.ndjson.gz", &gzip(0, b"", text.as_bytes()));
    is_read_alike("x.gz", &gzip(4 | 8 | 16 | 2, b"\x02\0xxb.ndjson\0remark\0cc", text.as_bytes()));
    let packed = gzip(0, b"", text.as_bytes());
    for cut in 0..packed.len() {
        assert_eq!(in_pieces("b.gz", &packed[..cut], 300), None, "cut at {cut}");
    }
    let mut wrong = packed.clone();
    let at = packed.len() - 7;
    wrong[at] ^= 1;
    assert_eq!(in_pieces("b.gz", &wrong, 300), None);
    assert_eq!(in_pieces("b.gz", &[packed.as_slice(), b"x"].concat(), 300), None);
    // Another thing, and one that would unpack to far too much.
    assert_eq!(in_pieces("a.json.gz", &gzip(0, b"", &file("A")), 300), None);
    let bomb = gzip(0, b"", &[text.as_bytes(), &vec![b' '; 50_000_000]].concat());
    let mut portions = in_portions("b.gz", &bomb[..HEAD.min(bomb.len())], bomb.len() as u64, &PORTS).unwrap();
    assert_eq!(portions.push(&bomb), Err(Unfit));
}

#[test]
fn what_is_unusual_is_left_to_the_reading_of_the_whole() {
    let text = some();
    let head = text.lines().next().unwrap();
    assert_eq!(in_pieces("Thumbs.db", text.as_bytes(), 500), None);
    assert_eq!(in_pieces("b", text.replace("\"version\":1}\n", "\"version\":2}\n").as_bytes(), 500), None);
    assert_eq!(in_pieces("b", &file("A"), 500), None);
    let long = |letters: usize| format!("{head}\n{{\"x\":\"{}\"}}\n{}", "x".repeat(letters), text);
    let longest = long(LINE.bytes - 8);
    assert_eq!(in_pieces("b", longest.as_bytes(), 1_000_000), Some(lines("b", longest.as_bytes())));
    assert_eq!(in_pieces("b", long(2 * LINE.bytes).as_bytes(), 1_000_000), None);
    let of = |records: usize| head_line(Head::default()) + &"{\"x\":1}\n".repeat(records);
    let most = usize::try_from(MOST_RECORDS).unwrap();
    assert_eq!(in_pieces("b", of(most).as_bytes(), 1_000_000).map(|lines| lines.len()), Some(most + 2));
    assert_eq!(in_pieces("b", of(most + 1).as_bytes(), 1_000_000), None);
}

#[test]
fn little_of_it_is_held_at_a_time() {
    let files: Vec<Vec<u8>> = (0..200).map(|number| file(&format!("Unit {number}"))).collect();
    let text = bundle(files.iter().map(|file| piece("a.json", file)).collect());
    let mut portions = in_portions("b", &text.as_bytes()[..HEAD], text.len() as u64, &PORTS).unwrap();
    let most = text.lines().map(str::len).max().unwrap();
    for piece in text.as_bytes().chunks(10_000) {
        assert!(portions.push(piece).unwrap().bytes.len() <= 10_000 + most + 1);
    }
    assert!(portions.end().unwrap().0.bytes.is_empty());
}
