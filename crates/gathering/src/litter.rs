//! Files that operating systems and office programs leave among people's files, recognised by their names.

/// Whether a path, with `/` between its parts, is that of such a file.
pub(crate) fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_named = |other: &&str| name.eq_ignore_ascii_case(other);
    path.split('/').any(|part| part == "__MACOSX")
        || name.starts_with("._")
        || name.starts_with("~$")
        || [".DS_Store", "Thumbs.db", "ehthumbs.db", "desktop.ini"].iter().any(is_named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn system_files_are_told_by_their_names() {
        for path in [
            "__MACOSX/a/._b.json",
            "a/__MACOSX/b",
            "a/._b.json",
            ".DS_Store",
            "a/thumbs.db",
            "Desktop.ini",
            "x/~$b.docx",
        ] {
            assert!(is_litter(path), "{path}");
        }
        for path in ["a.json", "Thumbs.db.json", "my__MACOSX/a.json", "a._b.json", "thumbs.db/a.json", ""] {
            assert!(!is_litter(path), "{path}");
        }
    }
}
