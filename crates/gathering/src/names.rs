//! Names for people: of a file that was chosen, or of one in an archive, where it may be in any code page.

use crate::ports::Ports;
use exchange::name::one_line;
use rawzip::extra_fields::{ExtraFieldId, ExtraFields};

/// A name for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Name {
    /// The name, with `/` between folders.
    pub(crate) shown: String,
    /// Its bytes, where their code page was guessed.
    pub(crate) raw: Option<Vec<u8>>,
}

/// The most letters of a name with its folders; the last ones are kept.
const LONGEST: usize = 512;

impl Name {
    /// A name that came as a text.
    pub(crate) fn new(text: &str, ports: &Ports<'_>) -> Self {
        Self { shown: cleaned(&(ports.nfc)(text)), raw: None }
    }

    /// The name of a member of a ZIP archive: in UTF-8 where its flag says so; else what the Unicode path of Info-ZIP says, if
    /// it was written for these bytes; else UTF-8 if it can be that; else Vietnamese in windows-1258.
    pub(crate) fn of_member(raw: &[u8], is_utf8: bool, fields: ExtraFields<'_>, ports: &Ports<'_>) -> Self {
        let text = str::from_utf8(raw).ok();
        if let Some(text) = text.filter(|_| is_utf8).or_else(|| unicode_path(raw, fields)).or(text) {
            return Self::new(text, ports);
        }
        Self { raw: Some(raw.to_vec()), ..Self::new(&(ports.decode_1258)(raw), ports) }
    }
}

/// What the extra field says that Info-ZIP writes beside a name it could not write: a version, the checksum of that name, and the
/// name in UTF-8.
fn unicode_path<'a>(raw: &[u8], mut fields: ExtraFields<'a>) -> Option<&'a str> {
    let (_, field) = fields.find(|(id, _)| *id == ExtraFieldId::INFO_ZIP_UNICODE_PATH)?;
    let (&version, rest) = field.split_first()?;
    let (checksum, name) = rest.split_first_chunk()?;
    let fits = version == 1 && u32::from_le_bytes(*checksum) == rawzip::crc32(raw);
    str::from_utf8(name).ok().filter(|_| fits)
}

/// Without what leads out of a folder, and without what breaks a line or turns its direction. Nothing is ever written under it.
pub(crate) fn cleaned(name: &str) -> String {
    let name = name.replace('\\', "/");
    let without_drive = match name.as_bytes() {
        [drive, b':', ..] if drive.is_ascii_alphabetic() => name.get(2..).unwrap_or_default(),
        _ => &name,
    };
    let parts = without_drive.split('/').map(|part| one_line(part).trim().to_owned());
    let parts: Vec<String> = parts.filter(|part| !matches!(part.as_str(), "" | "." | "..")).collect();
    let path = parts.join("/");
    match path.char_indices().nth_back(LONGEST) {
        Some((at, letter)) => path.get(at + letter.len_utf8()..).unwrap_or_default().to_owned(),
        None => path,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn what_leads_elsewhere_is_not_shown() {
        for (name, shown) in [
            ("../../x.json", "x.json"),
            ("/etc/x.json", "etc/x.json"),
            ("C:\\Users\\An\\x.json", "Users/An/x.json"),
            ("a/./b//c.json", "a/b/c.json"),
            ("a\u{202e}nosj.exe", "anosj.exe"),
            ("a\r\n\u{0}b", "ab"),
            ("..", ""),
        ] {
            assert_eq!(cleaned(name), shown, "{name:?}");
        }
        let long = "ở/".repeat(1000) + "x.json";
        let shown = cleaned(&long);
        assert_eq!(shown.chars().count(), LONGEST);
        assert!(shown.ends_with("ở/x.json"));
    }
}
