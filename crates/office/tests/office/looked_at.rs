//! Files for a person to look at, and for other programs to judge (`cargo xtask documents`).

use crate::hostile;
use crate::reports::{looked_at, report};
use crate::sample::{paper, workbook};
use crate::xlsx::written;
use office::docx::docx;
use report::on_paper::on_paper;
use report::paper::Paper;
use report::profile::Profiles;
use std::fs;
use std::path::Path;

#[test]
#[ignore = "writes files"]
fn the_samples_are_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/office");
    fs::create_dir_all(&folder).unwrap();
    let write = |name: String, bytes: Vec<u8>| fs::write(folder.join(name), bytes).unwrap();
    let document = |name: String, paper: &Paper| write(name + ".docx", docx(paper).unwrap().bytes);
    document("summary".into(), &paper());
    for profile in Profiles::built_in().unwrap().profiles {
        for (name, assessment) in looked_at() {
            let paper = on_paper(&report(&assessment, &profile), profile.clone());
            document([name, "-", &profile.id].concat(), &paper);
        }
        document(["hostile-", &profile.id].concat(), &hostile::units_paper(profile));
    }
    write("workbook.xlsx".into(), written(&workbook()));
    write("hostile.xlsx".into(), written(&hostile::gathered_workbook()));
}
