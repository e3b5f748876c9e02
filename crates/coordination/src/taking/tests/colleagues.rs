//! Two officers give each other what they have.

use super::machine::{Held, Machine};
use super::{GATHERING, Taking, file, kept, opened, sources, taken_in};
use crate::bundle_out;
use crate::msg::Change;
use crate::note::{HasRead, Note};
use crate::records::keeping;
use crate::rewrite::Rewrite;
use crate::settings::Settings;
use gathering::bundle::Head;
use gathering::decisions::{Decision, LeftOut};
use gathering::received::Key;
use std::collections::BTreeSet;

fn bundle_of(machine: &Machine) -> (Vec<u8>, usize) {
    let (mut text, mut portions) = (Vec::new(), 0);
    let head = Head { name: "N".into(), ..Head::default() };
    let mut out = |portion: Vec<u8>| {
        text.extend(portion);
        portions += 1;
    };
    machine.run(bundle_out::write(machine, GATHERING, head, &mut out)).unwrap().unwrap();
    (text, portions)
}

fn keys(machine: &Machine) -> BTreeSet<Key> {
    opened(machine).taken.into_iter().map(|taken| taken.received.key).collect()
}

fn take(machine: &Machine, name: &str, bytes: &[u8]) -> usize {
    let taking = Taking::default();
    taking.choose(vec![Held::new(machine, name, bytes)]);
    kept(&taken_in(machine, &taking).0).1.len()
}

#[test]
fn what_one_hands_out_the_other_takes_in_and_it_does_not_grow() {
    let (here, there) = (Machine::new(), Machine::new());
    let taking = Taking::default();
    taking.choose(sources(&here, 900));
    taken_in(&here, &taking);
    let resaved = String::from_utf8(file(5000)).unwrap().replace(",\"", ",\n\"").into_bytes();
    assert_eq!(take(&here, "resaved.json", &resaved), 1);
    assert_eq!(take(&here, "again.json", &resaved), 1);
    let other = super::bundle(1, &[r#"{"remark":{"id":"r"}}"#, r#"{"remark":{"id":"r"}}"#]);
    assert_eq!(take(&here, "b.ndjson", &other), 1);
    let settings = Settings { id: GATHERING.into(), revision: 4, ..Settings::default() };
    let left_out = LeftOut { reason: "x".into(), ..LeftOut::default() };
    let decision = Decision { id: "d".into(), left_out: Some(left_out), ..Decision::default() };
    let (paragraph, text) = ("results/1.2".into(), "Viết lại".into());
    let rewrite = Rewrite { paragraph, text, ..Rewrite::default() };
    let read = HasRead { unit: "u".into(), requirement: "1.2".into(), ..HasRead::default() };
    let note = Note { id: "n/1".into(), revision: 1, read: Some(read), ..Note::default() };
    let changes = vec![
        Change::Settings(Box::new(settings)),
        Change::Decision(GATHERING.into(), Box::new(decision.clone())),
        Change::Rewrite(GATHERING.into(), Box::new(rewrite.clone())),
        Change::Note(GATHERING.into(), Box::new(note.clone())),
    ];
    here.run(keeping::write(&here, changes)).unwrap().unwrap();
    assert_eq!(opened(&here).rewrites, std::slice::from_ref(&rewrite));

    let (bundle, portions) = bundle_of(&here);
    assert!(portions > 2 && here.most.get().0 <= 8_000_000);
    assert_eq!(take(&there, "from here.ndjson", &bundle), 902);
    assert_eq!(keys(&there), keys(&here));
    assert_eq!((opened(&there).decisions, opened(&there).notes), (vec![decision], vec![note]));
    let outcomes = |outcome: &str| {
        let opened = opened(&there);
        opened.things[0].lines.iter().filter(|line| line.outcome == outcome).count()
    };
    assert_eq!((outcomes("joined"), outcomes("other-record"), outcomes("refused")), (4, 1, 0));

    // What was rewritten is joined by whoever has the gathering open, and written then.
    assert_eq!(opened(&there).rewrites, []);
    there
        .run(keeping::write(&there, vec![Change::Rewrite(GATHERING.into(), Box::new(rewrite.clone()))]))
        .unwrap()
        .unwrap();
    let (back, _) = bundle_of(&there);
    take(&here, "back.ndjson", &back);
    let lines = |bundle: &[u8]| bundle.split(|byte| *byte == b'\n').count();
    assert_eq!(lines(&bundle_of(&here).0), lines(&bundle));
    assert_eq!(lines(&back), lines(&bundle));
}
