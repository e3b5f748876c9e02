//! The digests of the built files: for the tags that load them, for the service worker, and for whoever copies `dist/`.

use crate::workspace::{files_below, read, write};
use crate::{Result, process};
use std::path::Path;
use std::process::Command;

/// For `sha256sum --check`.
pub(crate) const SUMS: &str = "SHA256SUMS";
/// The same for programs, with what an `integrity` attribute needs.
pub(crate) const LIST: &str = "digests.json";

/// Node.js, which the build needs anyway, has both digests built in.
const HASH: &str = "\
const { createHash } = require('crypto');
for (const name of process.argv.slice(1)) {
  const bytes = require('fs').readFileSync(name);
  const digest = (algorithm, encoding) => createHash(algorithm).update(bytes).digest(encoding);
  console.log([bytes.length, digest('sha256', 'hex'), `sha384-${digest('sha384', 'base64')}`, name].join(' '));
}";

/// A file, relative to the folder that was looked at, and what it holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Digest {
    /// Its path, with `/` between the folders.
    pub(crate) name: String,
    /// Its length.
    bytes: u64,
    /// SHA-256 in hexadecimal digits.
    sha256: String,
    /// SHA-384 as the attribute `integrity` wants it.
    pub(crate) integrity: String,
}

/// Every file in a folder, but for the two lists, in the order of their names.
pub(crate) fn of(folder: &Path) -> Result<Vec<Digest>> {
    let files = files_below(folder)?.into_iter();
    let names: Vec<String> = files
        .filter_map(|file| Some(file.strip_prefix(folder).ok()?.to_string_lossy().replace('\\', "/")))
        .filter(|name| name != SUMS && name != LIST)
        .collect();
    let printed = process::output(Command::new("node").args(["-e", HASH]).args(&names).current_dir(folder))?;
    let digests: Vec<Digest> = printed.lines().filter_map(parse).collect();
    if digests.len() == names.len() { Ok(digests) } else { Err(format!("Node.js did not read all files:\n{printed}")) }
}

fn parse(line: &str) -> Option<Digest> {
    let mut words = line.splitn(4, ' ');
    let mut word = || words.next().map(str::to_owned);
    let bytes = word()?.parse().ok()?;
    Some(Digest { bytes, sha256: word()?, integrity: word()?, name: word()? })
}

/// Writes both lists. They come last: every other file is as it will be served.
pub(crate) fn write_lists(folder: &Path) -> Result<()> {
    let digests = of(folder)?;
    write(&folder.join(SUMS), &sums(&digests))?;
    write(&folder.join(LIST), &list(&digests))
}

fn sums(digests: &[Digest]) -> String {
    digests.iter().flat_map(|digest| [&digest.sha256, "  ", &digest.name, "\n"]).collect()
}

fn list(digests: &[Digest]) -> String {
    let line = |Digest { name, bytes, sha256, integrity }: &Digest| {
        format!(r#"    "{name}": {{ "bytes": {bytes}, "sha256": "{sha256}", "integrity": "{integrity}" }}"#)
    };
    let lines: Vec<String> = digests.iter().map(line).collect();
    format!("{{\n  \"version\": 1,\n  \"files\": {{\n{}\n  }}\n}}\n", lines.join(",\n"))
}

/// What a script holds where the build writes the digests of the files that the script loads.
const PLACE: &str = "const DIGESTS = {};";

/// Writes into a script the digests of those files in its folder that it names.
pub(crate) fn write_into(script: &Path) -> Result<()> {
    let text = read(script)?;
    let folder = script.parent().ok_or("a script is in a folder")?;
    write(script, &filled(&text, &of(folder)?).map_err(|problem| format!("{}: {problem}", script.display()))?)
}

fn filled(script: &str, digests: &[Digest]) -> Result<String> {
    if !script.contains(PLACE) {
        return Err(format!("`{PLACE}` is missing: there the build writes the digests of what the script loads"));
    }
    let named = digests.iter().filter(|digest| script.contains(&format!("\"{}\"", digest.name)));
    let entries: Vec<String> = named.map(|digest| format!("\"{}\": \"{}\"", digest.name, digest.integrity)).collect();
    Ok(script.replacen(PLACE, &format!("const DIGESTS = {{ {} }};", entries.join(", ")), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(name: &str) -> Digest {
        let [sha256, integrity] = ["00ff", "sha384-AA/+"].map(str::to_owned);
        Digest { name: name.to_owned(), bytes: 3, sha256, integrity }
    }

    #[test]
    fn what_node_prints_is_read() {
        assert_eq!(parse("3 00ff sha384-AA/+ mau/a b.html"), Some(digest("mau/a b.html")));
        assert_eq!(parse("Error"), None);
    }

    #[test]
    fn the_lists_name_every_file() {
        let digests = [digest("a.js"), digest("mau/b.html")];
        assert_eq!(sums(&digests), "00ff  a.js\n00ff  mau/b.html\n");
        assert_eq!(
            list(&digests),
            "{\n  \"version\": 1,\n  \"files\": {\n    \
             \"a.js\": { \"bytes\": 3, \"sha256\": \"00ff\", \"integrity\": \"sha384-AA/+\" },\n    \
             \"mau/b.html\": { \"bytes\": 3, \"sha256\": \"00ff\", \"integrity\": \"sha384-AA/+\" }\n  }\n}\n"
        );
    }

    #[test]
    fn a_script_gets_the_digests_of_what_it_names() {
        let script = "const DIGESTS = {};\nload(\"a.css\");\n";
        let expected = "const DIGESTS = { \"a.css\": \"sha384-AA/+\" };\nload(\"a.css\");\n";
        assert_eq!(filled(script, &[digest("a.css"), digest("b.css")]).as_deref(), Ok(expected));
        assert!(filled("load(\"a.css\");", &[]).is_err());
    }
}
