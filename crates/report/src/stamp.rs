//! A digest by which two people can tell that they counted the same.

use gathering::received::{Key, Received};
use gathering::settled::Settled;
use gathering::standing::Standing;
use json::{Json, Map};
use sha2::{Digest, Sha256};
use std::borrow::Borrow;

/// So many digits of a digest are shown: enough to tell two counts apart, and few enough to be read out.
const SHORT: usize = 12;

/// How many files count, and a digest of which they are and of what was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// How many files count. One that holds the assessments of several units is one file.
    pub files: u32,
    /// SHA-256, in lower-case hexadecimal, of the keys of what counts and the ids of the decisions that hold, both in order. The order
    /// in which files came and decisions were taken does not matter; neither does what does not count.
    pub digest: String,
}

impl Stamp {
    /// The stamp of what was received, of what becomes of it and of what was decided.
    #[must_use]
    pub fn of<One: Borrow<Received>>(received: &[One], standing: &Standing, settled: &Settled<'_>) -> Self {
        let counting = received.iter().zip(&standing.verdicts).filter(|(_, verdict)| verdict.counts());
        let mut keys: Vec<&Key> = counting.map(|(one, _)| &one.borrow().key).collect();
        keys.sort_unstable();
        keys.dedup();
        let files = keys.chunk_by(|one, other| one.sha256 == other.sha256).count();
        let text = |text: &str| Json::String(text.to_owned());
        let key = |key: &&Key| Json::Array(vec![text(&key.sha256), Json::Number(key.index.to_string())]);
        let decisions = settled.holding().into_iter().map(text).collect();
        let told = Json::Object(Map::from([
            ("assessments".to_owned(), Json::Array(keys.iter().map(key).collect())),
            ("decisions".to_owned(), Json::Array(decisions)),
        ]));
        let mut hash = Sha256::new();
        json::write_canonical(&told, &mut |piece| hash.update(piece));
        let digest = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Self { files: u32::try_from(files).unwrap_or(u32::MAX), digest }
    }

    /// The digest as it stands at the foot of a page.
    #[must_use]
    pub fn short(&self) -> String {
        self.digest.chars().take(SHORT).collect()
    }
}
