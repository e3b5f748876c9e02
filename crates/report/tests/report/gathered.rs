//! The sample gathering, read and counted as the board does it.

use coordination::count::Count;
use coordination::settings::Settings;
use domain::assessment::Assessment;
use domain::date::{Date, DateText, Moment};
use domain::directive::Directive;
use domain::roster::Roster;
use gathering::decisions::{Arrival, Decision, Decisions, FileRef, LeftOut};
use gathering::line::{Line, Outcome};
use gathering::ports::Ports;
use gathering::reading::read;
use gathering::received::Received;
use gathering::settled::Settled;
use gathering::statements::{Issue, Step, alike, issues, statements, steps};
use gathering::summary;
use gathering::unit_set::UnitSet;
use report::around::Particulars;
use report::chosen::{Chosen, Excerpt, ExcerptKind};
use report::compose;
use report::document::Document;
use report::figures::Input;
use report::profile::Profiles;
use report::stamp::Stamp;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// A day on which nothing of the sample happened.
pub(crate) const SOME_DAY: (u16, u8, u8) = (2031, 5, 17);

/// What was received, with the words of each.
#[derive(Clone)]
pub(crate) struct Gathered {
    pub(crate) directive: Directive,
    pub(crate) roster: Roster,
    pub(crate) files: Vec<File>,
    pub(crate) decisions: Decisions,
    pub(crate) settings: Settings,
    pub(crate) chosen: Chosen,
    pub(crate) particulars: Particulars,
    pub(crate) today: Date,
}

/// An assessment that was received.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) received: Received,
    /// The day on which a mail says that it was sent.
    pub(crate) day: Option<Date>,
    pub(crate) words: Assessment,
}

/// What was counted, and what units say.
pub(crate) struct Counted {
    pub(crate) count: Count,
    pub(crate) stamp: Stamp,
    issues: Vec<Issue>,
    steps: Vec<Step>,
}

/// The sample, with nothing chosen.
pub(crate) fn sample() -> Gathered {
    sample_of(Roster::built_in().unwrap())
}

/// The sample of so many units of each group.
pub(crate) fn small_sample(of_group: usize) -> Gathered {
    let mut roster = Roster::built_in().unwrap();
    let all = std::mem::take(&mut roster.units);
    for group in &roster.groups {
        roster.units.extend(all.iter().filter(|unit| unit.group == group.id).take(of_group).cloned());
    }
    sample_of(roster)
}

fn sample_of(roster: Roster) -> Gathered {
    let directive = Directive::built_in().unwrap();
    let basis = synthetic::sample_basis(&directive);
    let text = |day: Option<Date>| DateText::from_typed(&day.unwrap().to_iso());
    let settings = Settings {
        name: "6 tháng đầu năm 2024".into(),
        from: text(basis.from),
        deadline: text(basis.deadline),
        cut_off: text(basis.cut_off),
        sample: true,
        ..Settings::default()
    };
    let (mut files, mut decisions) = (Vec::new(), Decisions::default());
    for thing in synthetic::sample(&directive, &roster) {
        read_thing(&thing.name, &thing.bytes, &directive.id, &mut files);
        thing.decisions.into_iter().for_each(|decision| decisions.decide(decision));
    }
    let today = Date::new(SOME_DAY.0, SOME_DAY.1, SOME_DAY.2).unwrap();
    Gathered {
        directive,
        roster,
        files,
        decisions,
        settings,
        chosen: Chosen::default(),
        particulars: Particulars::default(),
        today,
    }
}

fn read_thing(name: &str, bytes: &[u8], directive: &str, files: &mut Vec<File>) {
    let decode_1258 = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let nfc = |text: &str| text.nfc().collect();
    let ports = Ports { decode_1258: &decode_1258, nfc: &nfc };
    read(name, bytes, directive, &ports, &mut |line: Line| {
        let Outcome::Held { assessments, .. } = line.outcome else { return };
        let words = exchange::read(&line.bytes, directive).unwrap().envelope.assessments;
        let sent = line.receipt.and_then(|receipt| Moment::from_iso(&receipt.date));
        let day = sent.map(|sent| sent.civil(7 * 60).0);
        files.extend(assessments.into_iter().zip(words).map(|(received, words)| File { received, day, words }));
    });
}

impl Gathered {
    pub(crate) fn received(&self) -> Vec<Received> {
        self.files.iter().map(|file| file.received.clone()).collect()
    }

    pub(crate) fn counted(&self) -> Counted {
        let (received, settings) = (self.received(), &self.settings);
        let days: Vec<Option<Date>> = self.files.iter().map(|file| file.day).collect();
        let (directive, roster) = (&self.directive, &self.roster);
        let count = Count::of(&received, &days, &self.decisions, settings, directive, roster, self.today);
        let stamp = Stamp::of(&received, &count.standing, &Settled::of(&self.decisions));
        let basis = settings.basis(directive);
        let (mut said, mut next) = (Vec::new(), Vec::new());
        let scopes: BTreeMap<u32, UnitSet> = summary::counted(&received, &count.standing, &count.units)
            .iter()
            .map(|one| (one.unit, one.scope(&basis)))
            .collect();
        for one in count.figures().counting() {
            let (words, scope) = (&self.files[one.received as usize].words, &scopes[&one.unit]);
            said.extend(statements(one.unit, scope, words, &basis));
            next.extend(steps(one.unit, scope, words, &basis));
        }
        Counted { stamp, issues: issues(&alike(said), &|_, _, _| Vec::new()), steps: next, count }
    }

    pub(crate) fn report(&self) -> Document {
        self.report_of(&self.counted()).unwrap()
    }

    pub(crate) fn report_of(&self, counted: &Counted) -> Result<Document, compose::NoCutOff> {
        let profiles = Profiles::built_in().unwrap();
        compose::document(&Input {
            figures: counted.count.figures(),
            basis: self.settings.basis(&self.directive),
            name: &self.settings.name,
            is_sample: self.settings.sample,
            roster_as_of: &self.roster.as_of,
            stamp: &counted.stamp,
            issues: &counted.issues,
            steps: &counted.steps,
            chosen: &self.chosen,
            profile: profiles.get("").unwrap(),
            particulars: &self.particulars,
        })
    }

    /// The first file that counts of the unit with this id.
    pub(crate) fn file_of(&self, unit: &str) -> FileRef {
        let count = self.counted().count;
        let row = count.units.row_of(unit).unwrap();
        let one = count.figures().counting().find(|one| one.unit == row).expect("a file that counts");
        FileRef::of(&self.files[one.received as usize].received.key)
    }

    /// Ids of so many units that count, in the order of the roster.
    pub(crate) fn units(&self, many: usize) -> Vec<String> {
        let count = self.counted().count;
        let ids = count.summary.units.iter().map(|row| count.units.rows[row as usize].id.clone());
        ids.take(many).collect()
    }

    pub(crate) fn leave_out(&mut self, unit: &str) {
        let left_out = LeftOut { file: self.file_of(unit), reason: "thử".into(), ..LeftOut::default() };
        let id = ["leave-out-", unit].concat();
        self.decisions.decide(Decision { id, left_out: Some(left_out), ..Decision::default() });
    }

    /// That the reports of units came on a day.
    pub(crate) fn receive(&mut self, units: Vec<String>, on: &str) {
        let arrival = Arrival { units, on: DateText::from_typed(on), ..Arrival::default() };
        let id = ["arrival-", on].concat();
        self.decisions.decide(Decision { id, arrival: Some(arrival), ..Decision::default() });
    }

    pub(crate) fn choose(&mut self, excerpt: Excerpt) {
        self.chosen.list.push(excerpt);
    }
}

/// Something that these units say of a requirement.
pub(crate) fn excerpt(id: &str, kind: ExcerptKind, requirement: &str, text: &str, units: &[String]) -> Excerpt {
    Excerpt {
        id: id.into(),
        kind,
        requirement: requirement.into(),
        text: text.into(),
        units: units.to_vec(),
        ..Excerpt::default()
    }
}
