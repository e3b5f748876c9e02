//! Files that go into the page and come out of it.

use crate::{
    engine::Home,
    wait::{Look, until},
};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{fs, path::PathBuf};

/// A file that a person chooses or drops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    name: String,
    kind: String,
    bytes: Vec<u8>,
}

impl Upload {
    /// A JSON file.
    pub fn json(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(name, "application/json", bytes)
    }

    /// A file of the media type `kind`.
    pub fn new(name: &str, kind: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), kind: kind.into(), bytes: bytes.into() }
    }

    /// For a drop that a script simulates.
    pub(crate) fn to_json(&self) -> Value {
        json!({ "name": self.name, "type": self.kind, "bytes": self.bytes })
    }

    /// Writes it where the browser can read it.
    pub(crate) fn write(&self, home: &Home) -> Result<PathBuf> {
        let path = home.uploads().join(&self.name);
        fs::write(&path, &self.bytes).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }
}

/// A file that the page gave to the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its name.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl Download {
    /// The file as text.
    pub fn text(&self) -> Result<&str> {
        std::str::from_utf8(&self.bytes).with_context(|| format!("{} is not UTF-8", self.name))
    }
}

/// An archive with a file in one block that is stored, which every unpacker must take: for who looks at what is unpacked.
pub fn archive(name: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    let length = u16::try_from(bytes.len())?;
    let packed = [&[1][..], &length.to_le_bytes(), &(!length).to_le_bytes(), bytes].concat();
    archived(name, &packed, length.into())
}

/// An archive with a file that is packed to those bytes, and claims to have that many bytes.
pub fn archived(name: &str, packed: &[u8], size: u32) -> Result<Vec<u8>> {
    let mut common = vec![20, 0, 0, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    common.extend(u32::try_from(packed.len())?.to_le_bytes());
    common.extend(size.to_le_bytes());
    common.extend(u16::try_from(name.len())?.to_le_bytes());
    let mut archive = [b"PK\x03\x04".as_slice(), &common, &[0, 0], name.as_bytes(), packed].concat();
    let start = u32::try_from(archive.len())?;
    let entry = [b"PK\x01\x02\x14\x00".as_slice(), &common, &[0; 12], &[0; 4], name.as_bytes()].concat();
    archive.extend(&entry);
    archive.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    archive.extend(u32::try_from(entry.len())?.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0, 0]);
    Ok(archive)
}

/// So many times 258 spaces, packed by DEFLATE as densely as its fixed codes can: 158 bytes in each.
pub fn packed_spaces(times: usize) -> Vec<u8> {
    // A last block of fixed codes, a space, and then "258 bytes from one byte back", whose code has 13 bits.
    let mut bits = vec![1, 1, 0, 0, 1, 0, 1, 0, 0, 0, 0];
    for _ in 0..times {
        bits.extend([1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]);
    }
    bits.extend([0; 7]);
    bits.chunks(8).map(|byte| byte.iter().enumerate().fold(0, |sum, (place, bit)| sum | bit << place)).collect()
}

/// Waits for a complete file whose name ends with `suffix`, and takes it out of the folder.
pub(crate) async fn downloaded(home: &Home, suffix: &str) -> Result<Download> {
    let folder = home.downloads();
    let mut before = None;
    until(format!("a downloaded file *{suffix}"), async || {
        let names = names(home)?;
        // Firefox writes beside an empty file of the final name, the others under a name of their own.
        let unfinished = |name: &String| [".part", ".crdownload", ".wkdownload"].iter().any(|end| name.ends_with(end));
        let found = names.iter().find(|name| name.ends_with(suffix) && !name.starts_with('.'));
        let (Some(name), false) = (found, names.iter().any(unfinished)) else {
            return Ok(Look::NotYet(format!("{names:?}")));
        };
        let bytes = fs::read(folder.join(name))?;
        let download = Download { name: name.clone(), bytes };
        if download.bytes.is_empty() || before.as_ref() != Some(&download) {
            let seen = format!("{name} with {} bytes so far", download.bytes.len());
            before = Some(download);
            return Ok(Look::NotYet(seen));
        }
        fs::remove_file(folder.join(name))?;
        Ok(Look::Found(download))
    })
    .await
}

fn names(home: &Home) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(home.downloads())? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
