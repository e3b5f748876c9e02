//! The words of what was taken in are read back from the disk.

use super::machine::{DIRECTIVE, Held, Machine};
use super::{GATHERING, Taking, opened, taken_in};
use crate::records::words::load;
use crate::words::{FileId, Words};
use domain::directive::Directive;
use domain::roster::Roster;
use gathering::codes;

/// The portions, and how often the store was asked for them.
fn loaded(machine: &Machine, files: Vec<FileId>, most: usize) -> Vec<Vec<Words>> {
    let mut portions = Vec::new();
    let mut tell = |portion| {
        portions.push(portion);
        portions.len() < most
    };
    machine.run(load(GATHERING, files, DIRECTIVE, machine, machine, &mut tell)).unwrap();
    portions
}

#[test]
fn the_words_of_the_sample_come_in_portions_and_are_those_of_its_files() {
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    let machine = Machine::new();
    let made: Vec<synthetic::Thing> = synthetic::sample(&directive, &roster).collect();
    let taking = Taking::default();
    taking.choose(made.iter().map(|thing| Held::new(&machine, &thing.name, &thing.bytes)).collect());
    taken_in(&machine, &taking);
    let there = opened(&machine);
    let mut files: Vec<FileId> = there.taken.iter().map(|taken| (taken.thing.clone(), taken.line)).collect();
    files.dedup();
    let all = files.len();
    assert!(all > 40, "{all}");
    // From the last to the first: the order in which they are asked for does not matter.
    files.reverse();
    let gone: FileId = ("gone".to_owned(), 3);
    files.insert(7, gone.clone());
    let portions = loaded(&machine, files.clone(), usize::MAX);
    assert!(portions.len() > 1 && portions.iter().all(|portion| !portion.is_empty()));
    let words: Vec<Words> = portions.into_iter().flatten().collect();
    assert_eq!(words.len(), all + 1);
    for one in &words {
        let file = one.file();
        let Some(assessments) = &one.assessments else {
            assert_eq!((&file, one.size), (&gone, 0));
            continue;
        };
        let of_file = there.taken.iter().filter(|taken| (&taken.thing, taken.line) == (&file.0, file.1));
        for taken in of_file {
            let assessment = &assessments[taken.received.key.index as usize];
            assert_eq!(assessment.revision, taken.received.facts.revision);
            assert_eq!(assessment.unit.name, taken.received.facts.unit.name);
        }
        let thing = there.things.iter().find(|thing| thing.id == one.thing).unwrap();
        assert_eq!(thing.lines[one.line as usize].outcome, codes::HELD);
    }
    assert_eq!(loaded(&machine, files, 1).len(), 1, "it ends where nobody wants more");
    assert_eq!(loaded(&machine, Vec::new(), usize::MAX).len(), 0);
}
