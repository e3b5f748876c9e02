//! Writes a gathering as one bundle (gói) for a colleague, from what is stored, a portion at a time.

use crate::ports::Records;
use crate::reading::{DECISION, NOTE, REWRITE, SETTINGS};
use crate::records::files::{fetched, portions, things};
use crate::records::keeping::each;
use crate::records::keys;
use crate::thing::{Thing, ThingLine};
use gathering::bundle::{Head, end_line, file_line, head_line};
use gathering::codes;
use gathering::receipt::Receipt;
use json::{Json, Limits, Map};
use std::collections::BTreeSet;
use std::mem;
use storage::StoreFault;

/// Writes the bundle of a gathering, with its settings, its decisions and notes, what was rewritten in its report, and each file once,
/// however often it came: a bundle that goes back and forth between two colleagues does not grow. `head` says of which gathering it is,
/// on which directive, and when it is written. What is no file of ours (a bundle of a newer version, what was refused) is not in it.
/// Returns how many records are in it.
///
/// # Errors
/// Where the store cannot be read; what was written by then is no whole bundle.
pub async fn write(
    records: &impl Records,
    gathering: &str,
    head: Head,
    out: &mut dyn FnMut(Vec<u8>),
) -> Result<u64, StoreFault> {
    let mut bundle = Bundle { text: head_line(head), ..Bundle::default() };
    if let Some(settings) = records.get(&keys::settings(gathering)).await? {
        bundle.record(SETTINGS, &settings);
    }
    each(records, keys::decisions(gathering), &mut |_, decision| bundle.record(DECISION, &decision)).await?;
    each(records, keys::rewrites(gathering), &mut |_, rewrite| bundle.record(REWRITE, &rewrite)).await?;
    each(records, keys::notes(gathering), &mut |_, note| bundle.record(NOTE, &note)).await?;
    let things = things(gathering, records).await?;
    let known: BTreeSet<String> = things.iter().map(|thing| keys::part(&thing.id)).collect();
    let mut from = keys::files(gathering).0;
    for portion in portions(gathering, &things, &is_wanted) {
        let mut found = fetched(records, &from, &portion, &known, &mut BTreeSet::new()).await?;
        from = portion.next;
        for file in portion.files {
            let line = things.get(file.thing).and_then(|thing| thing.lines.get(file.line));
            if let Some((line, bytes)) = line.zip(found.remove(&file.key)) {
                bundle.kept(line, &bytes);
            }
        }
        out(mem::take(&mut bundle.text).into_bytes());
    }
    out(end_line(bundle.records).into_bytes());
    Ok(bundle.records)
}

/// Whether what was kept of a line goes into the bundle.
fn is_wanted(line: &ThingLine) -> bool {
    Thing::is_file(line) || (line.kept && line.outcome == codes::OTHER_RECORD)
}

/// A bundle that is being written.
#[derive(Default)]
struct Bundle {
    /// What was not handed on yet.
    text: String,
    records: u64,
    /// What was written, by its digest.
    written: BTreeSet<String>,
}

impl Bundle {
    /// A record of that kind. One that cannot be read is left out.
    fn record(&mut self, kind: &str, bytes: &[u8]) {
        if let Ok(json) = json::read(bytes, &Limits::STORE) {
            self.line(&json::canonical(&Json::Object(Map::from([(kind.to_owned(), json)]))));
        }
    }

    /// What was kept of a line.
    fn kept(&mut self, line: &ThingLine, bytes: &[u8]) {
        if line.outcome == codes::OTHER_RECORD {
            if let Ok(json) = json::read(bytes, &Limits::STORE) {
                let text = json::canonical(&json);
                if self.written.insert(exchange::record::digest(&text)) {
                    self.line(&text);
                }
            }
            return;
        }
        let digest = match line.sha256.as_str() {
            "" => exchange::record::digest(&String::from_utf8_lossy(bytes)),
            digest => digest.to_owned(),
        };
        if self.written.contains(&digest) {
            return;
        }
        let receipt = Receipt { from: line.sender.clone(), date: line.sent.clone(), ..Receipt::default() };
        if let Some(text) = file_line(&line.name, Some(&receipt), bytes, line.canonical) {
            self.written.insert(digest);
            self.line(text.trim_end());
        }
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
        self.records += 1;
    }
}
