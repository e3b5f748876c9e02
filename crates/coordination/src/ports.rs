//! What the intake and the stores need from outside. In the browser `edge` provides it; in a test something in memory does, which
//! may be full, slow, torn or gone.
#![allow(async_fn_in_trait, reason = "there is one thread, and no future that would have to leave it")]

use domain::date::Moment;
use gathering::decisions::Decision;
use gathering::ports::Ports;
use storage::StoreFault;

/// One object store of records: bytes, under keys that are texts of ASCII. What it answers is on the disk.
pub trait Records {
    /// The records with keys from `from` on and before `to`, in the order of their keys, the first `most` of them.
    ///
    /// # Errors
    /// Where they cannot be read.
    async fn range(&self, from: &str, to: &str, most: usize) -> Result<Vec<(String, Vec<u8>)>, StoreFault>;

    /// The record under a key.
    ///
    /// # Errors
    /// Where it cannot be read.
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreFault>;

    /// Removes whatever has a key in one of these ranges, each from its first on and before its second; then writes. All of it or nothing.
    ///
    /// # Errors
    /// Where that fails; nothing was changed then, as far as the store can tell.
    async fn write(&self, puts: Vec<(String, Vec<u8>)>, removes: Vec<(String, String)>) -> Result<(), StoreFault>;
}

/// That a thing could not be read from its device: it is gone, was changed since, or takes too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// A thing that was chosen, before it is read.
pub trait Source {
    /// Its name.
    fn name(&self) -> String;

    /// Its bytes.
    fn size(&self) -> u64;

    /// What was decided on it by whoever made it up; nothing of what people choose.
    fn decisions(&self) -> Vec<Decision> {
        Vec::new()
    }

    /// Its bytes from the first place on and before the second, or before its end.
    ///
    /// # Errors
    /// Where it cannot be read.
    async fn slice(&self, from: u64, to: u64) -> Result<Vec<u8>, Unreadable>;

    /// All its bytes.
    ///
    /// # Errors
    /// Where it cannot be read.
    async fn bytes(&self) -> Result<Vec<u8>, Unreadable>;
}

/// Whoever reads things: a worker, or the page itself.
pub trait Reader {
    /// What `reading::read_thing` hands out; anything else where the reader failed.
    async fn read(&self, name: &str, bytes: Vec<u8>) -> Vec<u8>;

    /// What the reading needs, for what is told without it.
    fn ports(&self) -> Ports<'_>;
}

/// A reader that may reach things itself.
pub trait SourceReader<S>: Reader {
    /// What it has found in a thing whose bytes it has fetched itself, in the form of [`Reader::read`]; nothing where they are to be
    /// handed to it, where there are none, or more than so many.
    ///
    /// # Errors
    /// Where the thing cannot be read.
    async fn read_source(&self, source: &S, most: u64) -> Result<Option<Vec<u8>>, Unreadable>;
}

/// Time, and chance.
pub trait Time {
    /// The moment by the wall clock.
    fn now(&self) -> Moment;

    /// Ends after so many milliseconds.
    async fn sleep(&self, milliseconds: u32);

    /// A number that nobody else comes to.
    fn chance(&self) -> u64;
}
