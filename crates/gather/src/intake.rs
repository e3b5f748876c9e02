//! Reads files on several threads, and passes each on as it is done.

use crate::sources::Source;
use crate::thing::{Thing, Told};
use encoding_rs::WINDOWS_1258;
use gathering::codes;
use gathering::line::Cause;
use gathering::ports::Ports;
use gathering::reading;
use gathering::sniff::HEAD;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, SyncSender};
use std::thread;
use unicode_normalization::UnicodeNormalization;

/// So many files that were read wait to be taken for each thread, and no more.
const WAITING: usize = 4;

/// Reads them on that many threads, and gives each to `take` with everything found in it. An error of `take` ends the reading.
pub(crate) fn read_all(
    sources: &[Source],
    directive: &str,
    threads: usize,
    mut take: impl FnMut(&Source, Vec<Thing>) -> Result<(), String>,
) -> Result<(), String> {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (send, receive) = mpsc::sync_channel(threads * WAITING);
        for _ in 0..threads.min(sources.len()) {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || work(sources, directive, next, &send));
        }
        drop(send);
        // Where it ends early, nobody takes what is sent, and each thread ends with its next.
        receive.iter().try_for_each(|(source, things)| take(source, things))
    })
}

type Found<'a> = (&'a Source, Vec<Thing>);

fn work<'a>(sources: &'a [Source], directive: &str, next: &AtomicUsize, send: &SyncSender<Found<'a>>) {
    while let Some(source) = sources.get(next.fetch_add(1, Ordering::Relaxed)) {
        if send.send((source, read_one(source, directive))).is_err() {
            return;
        }
    }
}

/// What is in a file. One that cannot be read is a thing too.
fn read_one(source: &Source, directive: &str) -> Vec<Thing> {
    let name = source.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let refused = |cause: &Cause| {
        let told = Told {
            name: name.clone(),
            outcome: codes::REFUSED.to_owned(),
            cause: codes::cause(cause).to_owned(),
            ..Told::default()
        };
        vec![Thing { told, received: Vec::new(), receipt: None, kept: None }]
    };
    match bytes_of(&source.path) {
        Err(_) => refused(&Cause::Unreadable),
        Ok(Err(cause)) => refused(&cause),
        Ok(Ok(bytes)) => things_of(&name, &bytes, directive),
    }
}

/// What is in these bytes, under that name.
pub(crate) fn things_of(name: &str, bytes: &[u8], directive: &str) -> Vec<Thing> {
    let ports = Ports {
        decode_1258: &|bytes| WINDOWS_1258.decode_without_bom_handling(bytes).0.into_owned(),
        nfc: &|text| text.nfc().collect(),
    };
    let mut things = Vec::new();
    reading::read(name, bytes, directive, &ports, &mut |line| things.push(Thing::of(line)));
    things
}

/// The bytes of a file, unless its beginning and its size tell that it is not to be read.
fn bytes_of(path: &Path) -> std::io::Result<Result<Vec<u8>, Cause>> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default().min(HEAD));
    Read::by_ref(&mut file).take(HEAD as u64).read_to_end(&mut bytes)?;
    if let Some(cause) = reading::refused_unread(&bytes, size) {
        return Ok(Err(cause));
    }
    file.read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}
