//! Files of the sample, for a person to look at, and for other programs to judge.

use crate::docx::official;
use crate::sample::{paper, workbook};
use crate::xlsx::written;
use office::docx::docx;
use report::profile::Profiles;
use std::fs;
use std::path::Path;

#[test]
#[ignore = "writes files"]
fn the_sample_is_written_to_be_looked_at() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/office");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("bao-cao.docx"), docx(&paper()).unwrap().bytes).unwrap();
    for profile in Profiles::built_in().unwrap().profiles {
        let name = [&profile.id, ".docx"].concat();
        fs::write(folder.join(name), docx(&official(profile, str::to_owned)).unwrap().bytes).unwrap();
    }
    fs::write(folder.join("so-lieu.xlsx"), written(&workbook())).unwrap();
}
