//! Things that were chosen, before they are read.

use super::time::within;
use coordination::ports::{self, Unreadable};
use gathering::decisions::Decision;
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// Milliseconds that a device may take for one file: a cloud's folder may have to fetch it first.
const PATIENCE: u32 = 60_000;

/// A thing that was chosen.
pub(super) enum Source {
    /// A file of the person's, under its name with the folders that were chosen with it.
    File(String, File),
    /// One that was made up.
    Made(synthetic::Thing),
}

impl Source {
    /// A file, under its own name.
    pub(super) fn of(file: File) -> Self {
        Self::File(file.name(), file)
    }
}

impl ports::Source for Source {
    fn name(&self) -> String {
        match self {
            Self::File(name, _) => name.clone(),
            Self::Made(thing) => thing.name.clone(),
        }
    }

    fn size(&self) -> u64 {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size is whole; the cast saturates"
        )]
        match self {
            Self::File(_, file) => file.size() as u64,
            Self::Made(thing) => thing.bytes.len() as u64,
        }
    }

    fn decisions(&self) -> Vec<Decision> {
        match self {
            Self::File(..) => Vec::new(),
            Self::Made(thing) => thing.decisions.clone(),
        }
    }

    async fn slice(&self, from: u64, to: u64) -> Result<Vec<u8>, Unreadable> {
        match self {
            Self::File(_, file) => {
                #[allow(clippy::cast_precision_loss, reason = "no file has more bytes than it can name")]
                let slice = file.slice_with_f64_and_f64(from as f64, to as f64).map_err(|_| Unreadable)?;
                bytes(&slice).await
            }
            Self::Made(thing) => {
                let place = |at: u64| usize::try_from(at).map_or(thing.bytes.len(), |at| at.min(thing.bytes.len()));
                Ok(thing.bytes.get(place(from)..place(to)).unwrap_or_default().to_vec())
            }
        }
    }

    async fn bytes(&self) -> Result<Vec<u8>, Unreadable> {
        match self {
            Self::File(_, file) => bytes(file).await,
            Self::Made(thing) => Ok(thing.bytes.clone()),
        }
    }
}

async fn bytes(file: &Blob) -> Result<Vec<u8>, Unreadable> {
    // The stick was pulled out, the file has changed since it was chosen, or nothing comes.
    let buffer = within(PATIENCE, JsFuture::from(file.array_buffer())).await;
    buffer.and_then(Result::ok).map(|buffer| Uint8Array::new(&buffer).to_vec()).ok_or(Unreadable)
}
