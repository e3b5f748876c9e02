//! Everything that was read, and what becomes of it.

use crate::args::Options;
use crate::thing::{Thing, Told};
use domain::date::Date;
use domain::directive::Directive;
use domain::roster::Roster;
use gathering::basis::Basis;
use gathering::codes;
use gathering::decisions::Decisions;
use gathering::measures::Measures;
use gathering::received::{Key, Received};
use gathering::register::register;
use gathering::settled::Settled;
use gathering::standing::{Standing, standing};
use gathering::summary::{Summary, counted};
use gathering::units::Units;
use gathering::verdict::Verdict;
use json::{Json, Map};
use std::collections::BTreeMap;
use std::io::Write;

/// What was read.
#[derive(Default)]
pub(crate) struct Gathered {
    /// What was said of the things in each source.
    told: Vec<(String, Vec<Told>)>,
    received: Vec<Received>,
    /// When each was received, as far as a mail says so.
    days: Vec<Option<Date>>,
}

impl Gathered {
    /// For a source that was read before: what was said about it then.
    pub(crate) fn recall(&mut self, told: Vec<(String, Vec<Told>)>) {
        self.told.extend(told);
    }

    /// The assessments of what was kept before.
    pub(crate) fn take_kept(&mut self, things: Vec<Thing>) {
        for thing in things {
            self.days.extend(thing.received.iter().map(|_| thing.day()));
            self.received.extend(thing.received);
        }
    }

    /// What was found in a source.
    pub(crate) fn take(&mut self, path: String, things: Vec<Thing>) {
        self.told.push((path, things.iter().map(|thing| thing.told.clone()).collect()));
        self.take_kept(things);
    }
}

/// What becomes of everything.
pub(crate) struct Result<'a> {
    basis: Basis<'a>,
    units: Units,
    summary: Summary,
    measures: Measures,
    /// What is said of each source, in the order of the paths.
    told: Vec<(String, Vec<Told>)>,
    /// What becomes of each assessment that was received, by its key.
    verdicts: BTreeMap<Key, Vec<Judged>>,
}

/// What becomes of an assessment, and where it is.
struct Judged {
    verdict: Verdict,
    /// The row that it stands in; none where it is nobody's, a duplicate, or of a unit that is no row.
    row: Option<u32>,
    /// The id by which the directive may name the unit of that row; empty where it is not in the roster.
    roster_id: String,
}

impl<'a> Result<'a> {
    pub(crate) fn of(
        mut gathered: Gathered,
        options: &Options,
        directive: &'a Directive,
        roster: &Roster,
        decisions: &Decisions,
    ) -> Self {
        let Options { from, deadline, cut_off, view, .. } = *options;
        let (settled, basis) = (Settled::of(decisions), Basis { directive, from, deadline, cut_off });
        let units = Units::of(roster, view, &settled);
        let received = &gathered.received;
        let standing = standing(received, &settled, &units, &basis);
        let summary = Summary::of(&counted(received, &standing, &units), &basis);
        // Only how late somebody is who has not reported depends on the day, and that is not told here.
        let day = deadline.or(cut_off).or(from).or(Date::new(2000, 1, 1));
        let lines = day.map(|day| register(received, &gathered.days, &standing, &settled, &units, &basis, day));
        let measures = Measures::of(&lines.unwrap_or_default(), &units);
        let verdicts = judged(received, standing, &units);
        gathered.told.sort();
        Self { basis, units, summary, measures, told: gathered.told, verdicts }
    }

    /// Writes a line for each thing, and for each of its assessments what becomes of it.
    pub(crate) fn write_verdicts(mut self, out: &mut dyn Write) -> std::io::Result<()> {
        for (path, things) in &self.told {
            for told in things {
                let assessments = told.keys.iter().map(|key| {
                    // One of each key stands for all, and comes first.
                    let of_key = self.verdicts.get_mut(key);
                    let judged = of_key.and_then(|of_key| (!of_key.is_empty()).then(|| of_key.remove(0)));
                    judged_line(key, judged.as_ref(), &self.units)
                });
                let mut line = told.to_json();
                if let Json::Object(fields) = &mut line {
                    fields.remove("keys");
                    fields.insert("assessments".to_owned(), Json::Array(assessments.collect()));
                    fields.insert("path".to_owned(), Json::String(path.clone()));
                }
                writeln!(out, "{}", json::canonical(&line))?;
            }
        }
        Ok(())
    }

    /// The numbers, for people.
    pub(crate) fn told(&self) -> String {
        let mut text = self.things_told();
        let all = &self.measures.all;
        let percent = all.rate().map(|rate| format!(" ({})", rate.to_display())).unwrap_or_default();
        text += &format!("units: expected {}, received {}{percent}", all.expected, all.received);
        if all.due > 0 {
            text += &format!(", on time {}, late {}", all.on_time, all.late);
        }
        text += &format!(", missing {}\n\n", all.missing());
        text += &format!(
            "{:<12}{:>9}{:>7}{:>13}{:>13}{:>12}{:>10}\n",
            "requirement", "in scope", "done", "in progress", "not started", "unanswered", "done %"
        );
        for (at, (_, requirement)) in (0..).zip(self.basis.directive.requirements()) {
            let cell = self.summary.cell(at, None);
            let rate = cell.rate_done().map_or_else(|| "–".to_owned(), |rate| rate.to_display());
            text += &format!(
                "{:<12}{:>9}{:>7}{:>13}{:>13}{:>12}{:>10}\n",
                requirement.id,
                cell.in_scope(),
                cell.done.len(),
                cell.in_progress.len(),
                cell.not_started.len(),
                cell.unanswered.len(),
                rate
            );
        }
        text
    }

    /// How many things had which outcome.
    fn things_told(&self) -> String {
        let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
        for told in self.told.iter().flat_map(|(_, things)| things) {
            let cause = if told.cause.is_empty() { String::new() } else { format!(" ({})", told.cause) };
            *outcomes.entry(told.outcome.clone() + &cause).or_default() += 1;
        }
        let mut verdicts: BTreeMap<String, usize> = BTreeMap::new();
        for judged in self.verdicts.values().flatten() {
            let (verdict, why) = codes::verdict(&judged.verdict);
            let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
            *verdicts.entry(verdict.to_owned() + &why).or_default() += 1;
        }
        let list = |counts: &BTreeMap<String, usize>| {
            counts.iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
        };
        let sources = self.told.len();
        format!("sources: {sources}\nthings: {}\nassessments: {}\n", list(&outcomes), list(&verdicts))
    }

    /// What the numbers stand on, for programs that count by themselves: the directive and its days.
    pub(crate) fn basis_line(&self) -> String {
        let mut line = Map::from([("directive".to_owned(), json::written(self.basis.directive.clone()))]);
        let Basis { from, deadline, cut_off, .. } = self.basis;
        for (name, day) in [("from", from), ("deadline", deadline), ("cutOff", cut_off)] {
            if let Some(day) = day {
                line.insert(name.to_owned(), Json::String(day.to_iso()));
            }
        }
        json::canonical(&Json::Object(line)) + "\n"
    }

    /// The numbers by requirement and group, for programs: a line for each, in the order of the directive and of the roster.
    pub(crate) fn summary_lines(&self) -> String {
        let requirements: Vec<&str> =
            self.basis.directive.requirements().map(|(_, requirement)| requirement.id.as_str()).collect();
        let mut text = String::new();
        for ((requirement, group), cell) in &self.summary.cells {
            let fields = [
                ("done", cell.done.len()),
                ("inProgress", cell.in_progress.len()),
                ("inScope", cell.in_scope()),
                ("limitations", cell.limitations.len()),
                ("notStarted", cell.not_started.len()),
                ("outOfScope", cell.out_of_scope.len()),
                ("steps", cell.steps()),
                ("stepsDone", cell.steps_done.total()),
                ("stepsOverdue", cell.steps_overdue.total()),
                ("unanswered", cell.unanswered.len()),
            ];
            let mut line: Map<Json> =
                fields.into_iter().map(|(name, count)| (name.to_owned(), crate::thing::number(count.into()))).collect();
            let id = requirements.get(*requirement as usize).copied().unwrap_or_default();
            line.insert("requirement".to_owned(), Json::String(id.to_owned()));
            line.insert("group".to_owned(), Json::String(self.units.group_id(*group).to_owned()));
            text += &json::canonical(&Json::Object(line));
            text.push('\n');
        }
        text
    }
}

/// What becomes of each assessment, by its key. Of several with one key, all but the first are duplicates.
fn judged(received: &[Received], standing: Standing, units: &Units) -> BTreeMap<Key, Vec<Judged>> {
    let mut rows: Vec<Option<u32>> = vec![None; received.len()];
    let mut owners = standing.owners;
    for (row, files) in (0..).zip(&standing.rows) {
        for at in [&files.counting, &files.waiting, &files.others].into_iter().flatten() {
            if let Some(place) = rows.get_mut(*at as usize) {
                *place = Some(row);
            }
        }
        // What counts together is one report, in the scope of one unit, also where its parts came under two names.
        let first = files.counting.first().and_then(|at| owners.get(*at as usize).copied()).flatten();
        for at in &files.counting {
            if let Some(owner) = owners.get_mut(*at as usize) {
                *owner = first;
            }
        }
    }
    let mut verdicts: BTreeMap<Key, Vec<Judged>> = BTreeMap::new();
    for (((one, verdict), row), owner) in received.iter().zip(standing.verdicts).zip(rows).zip(owners) {
        let roster_id = units.roster_id(owner).to_owned();
        verdicts.entry(one.key.clone()).or_default().push(Judged { verdict, row, roster_id });
    }
    // Which of the duplicates is which does not matter.
    verdicts.values_mut().for_each(|of_key| of_key.sort_by_key(|one| matches!(one.verdict, Verdict::Duplicate { .. })));
    verdicts
}

/// What becomes of an assessment, for programs.
fn judged_line(key: &Key, judged: Option<&Judged>, units: &Units) -> Json {
    let (verdict, why) = judged.map_or(("", ""), |judged| codes::verdict(&judged.verdict));
    let row = judged.and_then(|judged| units.rows.get(judged.row? as usize));
    let texts = [
        ("group", row.map_or("", |row| units.group_id(row.group))),
        ("rosterId", judged.map_or("", |judged| &judged.roster_id)),
        ("sha256", &key.sha256),
        ("unit", row.map_or("", |row| &row.id)),
        ("verdict", verdict),
        ("why", why),
    ];
    let mut line: Map<Json> =
        texts.into_iter().map(|(name, text)| (name.to_owned(), Json::String(text.to_owned()))).collect();
    line.insert("index".to_owned(), crate::thing::number(key.index.into()));
    Json::Object(line)
}
