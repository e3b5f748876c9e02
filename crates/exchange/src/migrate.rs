//! Migrates files of released versions to the version that the types describe.

use super::envelope::VERSION;
use json::{Json, is_canonical_number};

/// The version that a document says it has.
pub(super) enum Version {
    /// One that this product reads.
    Known(u32),
    /// One of a newer product: its number, as written.
    Newer(String),
    /// None that the format ever had.
    Bad,
}

/// The version is a whole number from 1, and never guessed from the form of the document.
pub(super) fn version(document: &Json) -> Version {
    match document.get("version") {
        Some(Json::Number(text)) if is_canonical_number(text) && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            match text.parse() {
                Ok(0) => Version::Bad,
                Ok(version @ 1..=VERSION) => Version::Known(version),
                _ => Version::Newer(text.clone()),
            }
        }
        _ => Version::Bad,
    }
}

/// Brings a document of a known version to the form of [`VERSION`], one version at a time.
///
/// Version 1 is the first and so far the only one. The version after it adds here what is to be renamed or moved in a
/// document of version 1, and the sample of version 1 in `tests/fixtures/` holds that it does.
pub(super) fn migrate(document: Json, _from: u32) -> Json {
    document
}
