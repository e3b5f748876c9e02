//! The shell around the program: the scripts, pages and icons of `shell/`, each with the name under which it is shipped. These
//! names are addresses that other people's pages use, so they stay.

use crate::esbuild::{Bundle, Kind};
use crate::workspace::{Workspace, read, write};
use crate::{Result, board, typings};
use std::fs;
use std::path::Path;

/// Scripts: the name, how it runs, and the file in `shell/` that it is put together from.
const SCRIPTS: [(&str, Kind, &str); 14] = [
    ("embed.js", Kind::Module, "element/embed.ts"),
    ("content.js", Kind::Module, "element/content.ts"),
    ("carry.js", Kind::Module, "element/carry-served.ts"),
    ("printing.js", Kind::Module, "element/printing.ts"),
    ("board-loader.js", Kind::Module, "board/loader.ts"),
    ("frame.js", Kind::Module, "frame/frame.ts"),
    ("frame-host.js", Kind::Script, "frame/frame-host.ts"),
    ("sw.js", Kind::Script, "offline/worker.ts"),
    ("sw-off.js", Kind::Script, "offline/worker-off.ts"),
    ("nhung.js", Kind::Script, "embedding-guide/embedding-guide.ts"),
    ("nhung.may-chu.js", Kind::Script, "embedding-guide/servers.ts"),
    ("boot.js", Kind::AnyBrowser, "page/boot.ts"),
    ("rescue.js", Kind::AnyBrowser, "rescue/rescue.ts"),
    ("kiem-tra.js", Kind::AnyBrowser, "self-check/self-check.ts"),
];

/// What is shipped as it is: the name, and the file in `shell/`.
const FILES: [(&str, &str); 10] = [
    ("icon.svg", "page/icons/icon.svg"),
    ("icon-192.png", "page/icons/icon-192.png"),
    ("icon-512.png", "page/icons/icon-512.png"),
    ("manifest.webmanifest", "page/manifest.webmanifest"),
    ("kiem-tra.html", "self-check/self-check.html"),
    ("nhung.html", "embedding-guide/embedding-guide.html"),
    ("mau/phan-tu.html", "embedding-guide/samples/element.html"),
    ("mau/khung.html", "embedding-guide/samples/frame.html"),
    ("mau/cong.css", "embedding-guide/samples/portal.css"),
    (DESCRIPTION, "element/custom-elements.json"),
];

/// Describes the element to programs.
const DESCRIPTION: &str = "custom-elements.json";
/// The same for TypeScript.
pub(crate) const TYPES: &str = "embed.d.ts";

/// Style sheets: the name, and the file that it is put together from.
const SHEETS: [(&str, &str); 3] = [
    ("directive-assessment.css", "styles/main.css"),
    ("board.css", "styles/board/main.css"),
    ("nhung.css", "shell/embedding-guide/embedding-guide.css"),
];

/// Puts all of it into the folder; `is_small` is about the scripts.
pub(crate) fn build(workspace: &Workspace, folder: &Path, is_small: bool) -> Result<()> {
    for (name, kind, source) in SCRIPTS {
        let source = format!("shell/{source}");
        write(&folder.join(name), &Bundle::of(kind, &source).small(is_small).text(workspace)?)?;
    }
    for (name, source) in SHEETS {
        let sheet = Bundle::of(Kind::Sheet, source).small(true).text(workspace)?;
        // A page in another encoding would read it in its own.
        write(&folder.join(name), &format!("@charset \"utf-8\";{sheet}"))?;
    }
    for (name, source) in FILES {
        let (from, to) = (workspace.shell().join(source), folder.join(name));
        let copied = to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::copy(&from, &to));
        copied.map_err(|error| format!("cannot copy {}: {error}", from.display()))?;
    }
    let described = typings::Described::read(&read(&folder.join(DESCRIPTION))?)?;
    write(&folder.join(TYPES), &described.element()?)
}

/// Workers: the name, the file in `shell/`, and the program in it, by the name that the script imports it under.
const WORKERS: [(&str, &str, &str, board::Program); 2] = [
    ("board-worker.js", "board/worker.ts", "board-program", board::BOARD),
    ("office-worker.js", "board/office-worker.ts", "office-program", board::OFFICE),
];

/// The workers of the board. The glue of a program is a part of its worker, so that one digest holds all of it.
pub(crate) fn workers(workspace: &Workspace, folder: &Path, is_small: bool) -> Result<()> {
    for (name, source, program, of) in WORKERS {
        let [glue, _] = of.files.map(|file| folder.join(file));
        let source = format!("shell/{source}");
        let script = Bundle::of(Kind::Module, &source).with(program, &glue);
        write(&folder.join(name), &script.small(is_small).text(workspace)?)?;
    }
    Ok(())
}
