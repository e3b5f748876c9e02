//! A made-up gathering is read and ruled on as it says.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use crate::kinds::{CauseKind, LineKind, RemarkKind, VerdictKind};
use crate::letters::Letters;
use crate::plan::Plan;
use crate::thing::{ExpectedAssessment, Thing};
use domain::date::DateText;
use domain::directive::Directive;
use domain::roster::{Roster, Unit};
use gathering::basis::Basis;
use gathering::decisions::Decisions;
use gathering::kind::Kind;
use gathering::line::{ContainerKind, Line, Outcome};
use gathering::ports::Ports;
use gathering::reading::read;
use gathering::received::Received;
use gathering::register::{Timing, register};
use gathering::settled::Settled;
use gathering::standing::standing;
use gathering::succession::View;
use gathering::summary::{Summary, counted};
use gathering::units::Units;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// The letters of windows-1258 that names have.
fn decode_1258(bytes: &[u8]) -> String {
    const MARKS: [(u8, char); 5] =
        [(0xcc, '\u{300}'), (0xec, '\u{301}'), (0xd2, '\u{309}'), (0xde, '\u{303}'), (0xf2, '\u{323}')];
    let letters = Letters::new();
    let of = |byte: &u8| {
        let mark = MARKS.iter().find(|(other, _)| other == byte).map(|(_, mark)| *mark);
        mark.or_else(|| letters.of_byte(*byte)).unwrap_or(char::from(*byte))
    };
    bytes.iter().map(of).collect()
}

/// What was met.
#[derive(Default)]
struct Met {
    lines: BTreeSet<String>,
    verdicts: BTreeSet<String>,
    things: usize,
    names: BTreeSet<String>,
    expected: Vec<ExpectedAssessment>,
    received: Vec<Received>,
    decisions: Decisions,
}

impl Met {
    /// Reads a thing, and holds what comes of it against what it says.
    fn read(&mut self, thing: Thing, directive: &str) {
        assert!(self.names.insert(thing.name.clone()), "{} is there twice", thing.name);
        self.things += 1;
        let mut lines: Vec<Line> = Vec::new();
        let ports = Ports { decode_1258: &decode_1258, nfc: &nfc };
        read(&thing.name, &thing.bytes, directive, &ports, &mut |line| lines.push(line));
        let found: Vec<_> = lines
            .iter()
            .map(|line| (line.parent, LineKind::of(&line.outcome), RemarkKind::all_of(&line.outcome)))
            .collect();
        let expected = thing.expected.lines.iter().map(|line| (line.parent, line.kind, line.remarks.clone()));
        assert_eq!(found, expected.collect::<Vec<_>>(), "{}", thing.name);
        for (line, expected) in lines.into_iter().zip(thing.expected.lines) {
            let kind = match expected.kind {
                LineKind::Container(kind, _) => format!("{kind:?}"),
                LineKind::Skipped(_) => "Skipped".into(),
                kind => format!("{kind:?}"),
            };
            self.lines.insert(kind);
            self.lines.extend(expected.remarks.iter().map(|remark| format!("{remark:?}")));
            if let Outcome::Held { assessments, .. } = line.outcome {
                let keys: Vec<_> = assessments.iter().map(|one| &one.key).collect();
                assert_eq!(keys, expected.assessments.iter().map(|one| &one.key).collect::<Vec<_>>(), "{}", line.name);
                self.received.extend(assessments);
            }
            self.expected.extend(expected.assessments);
        }
        for decision in thing.decisions {
            self.decisions.decide(decision);
        }
    }

    /// Rules on all that was read, and holds it against what was said of it.
    fn rule(&mut self, roster: &Roster, view: View, basis: &Basis<'_>) {
        let settled = Settled::of(&self.decisions);
        assert!(settled.conflicts().is_empty());
        let units = Units::of(roster, view, &settled);
        let standing = standing(&self.received, &settled, &units, basis);
        let mut of_key = BTreeMap::new();
        for (expected, (verdict, received)) in self.expected.iter().zip(standing.verdicts.iter().zip(&self.received)) {
            assert_eq!(expected.key, received.key);
            let (wanted, found): &mut (Vec<VerdictKind>, Vec<VerdictKind>) =
                of_key.entry(expected.key.clone()).or_default();
            wanted.push(expected.verdict);
            found.push(VerdictKind::of(verdict));
        }
        for (key, (wanted, mut found)) in of_key {
            let unit = || self.received.iter().find(|one| one.key == key).map(|one| &one.facts.unit);
            assert!(wanted.iter().all(|one| *one == wanted[0]), "{wanted:?}");
            found.retain(|one| *one != VerdictKind::Duplicate);
            assert_eq!(found, [wanted[0]], "{:?}", unit());
            self.verdicts.extend([name(wanted[0])]);
            if wanted.len() > 1 {
                self.verdicts.insert(name(VerdictKind::Duplicate));
            }
        }
    }
}

/// The name of a verdict without its number.
fn name(verdict: VerdictKind) -> String {
    format!("{verdict:?}").split('(').next().unwrap().to_owned()
}

fn met(plan: &Plan<'_>) -> Met {
    let mut met = Met::default();
    for thing in crate::gathering(plan) {
        met.read(thing, &plan.directive.id);
    }
    met.rule(plan.roster, plan.view, &plan.basis());
    met
}

/// The roster with units that were renamed, and that became parts of a new one.
fn roster_after_a_merger() -> Roster {
    let mut roster = Roster::built_in().unwrap();
    let day = DateText::from_typed("2024-07-01");
    let last = DateText::from_typed("2024-06-30");
    for (id, from) in [("new", 0..2), ("renamed", 2..3)] {
        for unit in &mut roster.units[from] {
            unit.successors = vec![id.into()];
            unit.valid_to = last.clone();
        }
        let (group, name) = (roster.units[0].group.clone(), format!("Quận ủy {id}"));
        roster.units.push(Unit { id: id.into(), group, name, valid_from: day.clone(), ..Unit::default() });
    }
    roster
}

/// What cannot be met here: what only whoever reads files says, and what takes a gigabyte.
const UNMET_LINES: [CauseKind; 2] = [CauseKind::Unreadable, CauseKind::SumTooLarge];
/// Reading leaves these out, and has nothing of them ruled on.
const UNMET_VERDICTS: [VerdictKind; 2] = [VerdictKind::Sample, VerdictKind::OtherDirective];

#[test]
fn every_thing_is_what_it_says_and_every_kind_is_met_among_a_hundred_files() {
    let (directive, roster) = (Directive::built_in().unwrap(), roster_after_a_merger());
    let plan = Plan { seed: 7, files: 100, directive: &directive, roster: &roster, view: View::Current };
    let mut all = met(&plan);
    let former = met(&Plan { view: View::Former, files: 30, ..plan });
    all.verdicts.extend(former.verdicts);
    let lines = all_lines();
    let missing: Vec<_> = lines.iter().filter(|name| !all.lines.contains(*name)).collect();
    assert_eq!(missing, UNMET_LINES.map(|cause| format!("{:?}", LineKind::Refused(cause))).iter().collect::<Vec<_>>());
    let missing: Vec<String> = all_verdicts().map(name).filter(|name| !all.verdicts.contains(name)).collect();
    assert_eq!(missing, UNMET_VERDICTS.map(name));
}

#[test]
fn every_thing_is_what_it_says_whatever_the_seed() {
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    // SEEDS tells how many are tried.
    let seeds = std::env::var("SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1);
    for seed in 0..seeds {
        let met = met(&Plan { seed, files: 180, directive: &directive, roster: &roster, view: View::Current });
        assert!((250..=350).contains(&met.things), "{}", met.things);
    }
}

/// A portal's own data may have one requirement and one unit.
#[test]
fn little_data_are_enough() {
    let (mut directive, mut roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    directive.tasks.truncate(1);
    directive.tasks[0].requirements.truncate(1);
    directive.rating_scales.clear();
    directive.proposal_levels.clear();
    roster.units.truncate(1);
    roster.groups.iter_mut().for_each(|group| group.takes_typed_names = false);
    let met = met(&Plan { seed: 1, files: 100, directive: &directive, roster: &roster, view: View::Current });
    assert!(met.things > 100);
    roster.units.clear();
    assert_eq!(crate::sample(&directive, &roster).count(), 0);
}

/// All causes but those of kinds, and all kinds that are not read.
const CAUSES: [CauseKind; 29] = [
    CauseKind::Empty,
    CauseKind::Zeros,
    CauseKind::Unreadable,
    CauseKind::TooLarge,
    CauseKind::Json,
    CauseKind::OtherFormat,
    CauseKind::BadVersion,
    CauseKind::Damaged,
    CauseKind::Mismatch,
    CauseKind::NoAssessment,
    CauseKind::Sample,
    CauseKind::LostLetters,
    CauseKind::Utf16Whole,
    CauseKind::Utf16Changed,
    CauseKind::Utf16Other,
    CauseKind::UnusualRatio,
    CauseKind::SumTooLarge,
    CauseKind::TooManyMembers,
    CauseKind::NestedTooDeep,
    CauseKind::Encrypted,
    CauseKind::Method,
    CauseKind::CutShort,
    CauseKind::Broken,
    CauseKind::Overlapping,
    CauseKind::Checksum,
    CauseKind::NoMembers,
    CauseKind::CutRecord,
    CauseKind::CutBundle,
    CauseKind::BadRecord,
];
const KINDS: [Kind; 19] = [
    Kind::Page,
    Kind::Rar,
    Kind::SevenZip,
    Kind::OtherArchive("bzip2"),
    Kind::OutlookMessage,
    Kind::OutlookAttachments,
    Kind::Word,
    Kind::Excel,
    Kind::PowerPoint,
    Kind::OpenDocument,
    Kind::Office,
    Kind::EncryptedOffice,
    Kind::Pdf,
    Kind::Picture,
    Kind::Media,
    Kind::Shortcut,
    Kind::Program,
    Kind::Text,
    Kind::Other,
];

fn all_lines() -> Vec<String> {
    let containers = [ContainerKind::Zip, ContainerKind::Gzip, ContainerKind::Mail, ContainerKind::Bundle];
    let others = [LineKind::Held, LineKind::NewerFile, LineKind::NewerBundle, LineKind::OtherRecord, LineKind::Aside];
    let remarks = [
        RemarkKind::Resaved,
        RemarkKind::FromPage,
        RemarkKind::FromMail,
        RemarkKind::NameGuessed,
        RemarkKind::SamplesLeftOut(1),
    ];
    let mut all: Vec<String> = containers.iter().map(|one| format!("{one:?}")).collect();
    all.push("Skipped".into());
    all.extend(others.iter().map(|one| format!("{one:?}")));
    all.extend(remarks.iter().map(|one| format!("{one:?}")));
    let causes = CAUSES.into_iter().chain(KINDS.map(CauseKind::WrongKind)).map(LineKind::Refused);
    all.extend(causes.map(|one| format!("{one:?}")));
    all
}

fn all_verdicts() -> impl Iterator<Item = VerdictKind> {
    use VerdictKind as V;
    [
        V::Only,
        V::Latest(1),
        V::Part(1),
        V::Chosen,
        V::ChosenLater,
        V::SupersededByChain,
        V::SupersededBySame,
        V::SupersededByChoice,
        V::Duplicate,
        V::LeftOut,
        V::Sample,
        V::OtherDirective,
        V::OtherEdition,
        V::EarlierPeriod,
        V::UnitUnknown,
        V::UnitClaimedTwice,
        V::FormerUnit,
        V::OtherView,
        V::TwoDrafts,
        V::SeparateWays,
        V::PartsOverlap,
        V::PartAfterWhole,
        V::CoversNothing,
        V::ChosenTwice,
        V::AfterChoice,
    ]
    .into_iter()
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_another_seed_others() {
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    let made = |seed| {
        let plan = Plan { seed, files: 30, directive: &directive, roster: &roster, view: View::Current };
        crate::gathering(&plan).collect::<Vec<Thing>>()
    };
    let (one, other) = (made(1), made(2));
    assert_eq!(one, made(1));
    assert!(one.iter().zip(&other).filter(|(one, other)| one.bytes == other.bytes).count() < one.len() / 4);
}

#[test]
fn a_usual_file_has_about_14_kib() {
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    let plan = Plan { seed: 3, files: 200, directive: &directive, roster: &roster, view: View::Current };
    let is_usual = |thing: &Thing| {
        thing.expected.lines.len() == 1
            && thing.expected.lines[0].assessments.iter().any(|one| one.verdict == VerdictKind::Only)
    };
    let mut sizes: Vec<usize> = crate::gathering(&plan).filter(is_usual).map(|thing| thing.bytes.len()).collect();
    sizes.sort_unstable();
    let mean = sizes.iter().sum::<usize>() / sizes.len();
    eprintln!("{} files: mean {mean}, least {}, most {}", sizes.len(), sizes[0], sizes[sizes.len() - 1]);
    assert!((12_000..16_500).contains(&mean), "{mean}");
    assert!(sizes[0] < 4000 && sizes[sizes.len() - 1] > 20_000);
}

#[test]
fn the_sample_is_what_it_says_and_marked_as_one() {
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    let mut met = Met::default();
    for thing in crate::sample(&directive, &roster) {
        assert!(thing.name.starts_with("Mẫu"), "{}", thing.name);
        met.read(thing, &directive.id);
    }
    met.rule(&roster, View::Current, &crate::sample_basis(&directive));
    assert!(met.received.iter().all(|one| !one.facts.sample));
    let timings = timings(&met, &roster, &crate::sample_basis(&directive));
    let count = |wanted: fn(&Timing) -> bool| timings.iter().filter(|timing| wanted(timing)).count();
    assert!(count(|one| *one == Timing::OnTime) > timings.len() / 3, "{timings:?}");
    assert!(count(|one| matches!(one, Timing::Late { .. })) > 2, "{timings:?}");
    for one in [
        count(|one| matches!(one, Timing::Missing { .. })),
        count(|one| matches!(one, Timing::Extended { .. })),
        count(|one| *one == Timing::Excused),
        count(|one| *one == Timing::Undated),
    ] {
        assert!((1..4).contains(&one), "{timings:?}");
    }
    let units: BTreeSet<&str> = met.received.iter().map(|one| one.facts.unit.id.as_str()).collect();
    assert!(roster.units.iter().any(|unit| !units.contains(unit.id.as_str())));
    eprintln!("{} things, {:?}, {:?}", met.things, met.verdicts, met.lines);
}

/// When the units reported, as far as that was noted.
fn timings(met: &Met, roster: &Roster, basis: &Basis<'_>) -> Vec<Timing> {
    let settled = Settled::of(&met.decisions);
    let units = Units::of(roster, View::Current, &settled);
    let standing = standing(&met.received, &settled, &units, basis);
    let nothing = vec![None; met.received.len()];
    let lines = register(&met.received, &nothing, &standing, &settled, &units, basis, basis.cut_off.unwrap());
    lines.iter().map(|line| line.timing).collect()
}

#[test]
fn of_the_period_before_most_units_sent_one_good_file_and_less_was_done() {
    let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
    let share_done = |things: Vec<Thing>, basis: &Basis<'_>| {
        let mut met = Met::default();
        things.into_iter().for_each(|thing| met.read(thing, &directive.id));
        met.rule(&roster, View::Current, basis);
        let settled = Settled::of(&met.decisions);
        let units = Units::of(&roster, View::Current, &settled);
        let standing = standing(&met.received, &settled, &units, basis);
        let summary = Summary::of(&counted(&met.received, &standing, &units), basis);
        let cells = summary.cells.values();
        let (done, asked) = cells.fold((0, 0), |sum, cell| (sum.0 + cell.done.len(), sum.1 + cell.in_scope()));
        (summary.units.len(), f64::from(done) / f64::from(asked))
    };
    let before = crate::sample_before(&directive, &roster).collect();
    let (units_before, before) = share_done(before, &crate::sample_before_basis(&directive));
    let (_, now) = share_done(crate::sample(&directive, &roster).collect(), &crate::sample_basis(&directive));
    assert!(units_before as usize > roster.units.len() / 2);
    assert!(before < now - 0.1, "{before} {now}");
    assert!(!crate::sample_before_name().is_empty());
}
