//! Names of files.

/// A name with something before its ending: `x.json` becomes `x (1).json`.
pub(crate) fn with_suffix(name: &str, suffix: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => [stem, suffix, ".", ending].concat(),
        None => [name, suffix].concat(),
    }
}

/// A name with another ending: `x.json` becomes `x.eml`.
pub(crate) fn with_ending(name: &str, ending: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    [stem, ".", ending].concat()
}
