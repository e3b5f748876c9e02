//! What reads things: a worker, or the page itself where the worker fails.

use super::here;
use super::sources::Source;
use crate::reader::Reader as Worker;
use coordination::ports::{self, Unreadable};
use gathering::ports::Ports;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;

/// Of a larger thing no second copy is kept while the worker has the first: where it fails, that thing is read from its device again.
const MOST_KEPT: usize = 64_000_000;

/// Reads things about one directive.
pub(super) struct Reader {
    pub(super) worker: Worker,
    /// The directive's id.
    pub(super) directive: String,
}

impl ports::Reader for Reader {
    async fn read(&self, name: &str, bytes: Vec<u8>) -> Vec<u8> {
        let copy = Uint8Array::from(bytes.as_slice());
        let kept = (bytes.len() <= MOST_KEPT).then_some(bytes);
        let answer = self.worker.read(name, copy, &self.directive).await;
        match answer.ok().and_then(|answer| answer.dyn_into::<Uint8Array>().ok()) {
            Some(answer) => answer.to_vec(),
            None => kept.map(|bytes| here::read(name, &bytes, &self.directive)).unwrap_or_default(),
        }
    }

    fn ports(&self) -> Ports<'_> {
        here::PORTS
    }
}

impl ports::SourceReader<Source> for Reader {
    async fn read_source(&self, source: &Source, most: u64) -> Result<Option<Vec<u8>>, Unreadable> {
        let Source::File(name, file) = source else { return Ok(None) };
        #[allow(clippy::cast_precision_loss, reason = "no file has more bytes than it can name")]
        let most = most as f64;
        match self.worker.read_file(name, file, &self.directive, most).await {
            Ok(answer) if answer.is_null() => Err(Unreadable),
            Ok(answer) => Ok(answer.dyn_into::<Uint8Array>().ok().map(|answer| answer.to_vec())),
            // The worker has ended: the page reads.
            Err(_) => Ok(None),
        }
    }
}
