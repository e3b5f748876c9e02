//! What is handed in, thing by thing.

use crate::before;
use crate::days::{Noted, note};
use crate::desk::{Desk, File};
use crate::letters::Letters;
use crate::pace::{number_of_story, number_of_stray, place_of_story};
use crate::plan::{Plan, basis, basis_before};
use crate::random::Random;
use crate::stock::Stock;
use crate::stories::{OF_ANY, OF_ROSTER, Story, TO_SHOW};
use crate::strays::{ALL, LARGE, Stray};
use crate::thing::Thing;
use crate::units::Senders;
use domain::directive::Directive;
use domain::roster::Roster;
use gathering::basis::Basis;
use gathering::succession::View;

/// So many units' files are in a bundle of another gathering.
const FILES_OF_BUNDLE: usize = 12;

/// What chance is for.
const UNIT: u64 = 2;
const STRAY: u64 = 3;
const DAYS: u64 = 4;

/// All that is handed in by a plan, in an order that has the unusual among the usual. Most units send one good file.
pub fn gathering<'a>(plan: &Plan<'a>) -> impl Iterator<Item = Thing> + use<'a> {
    let work = Work::of(*plan);
    let (files, large) = (plan.files, LARGE.len());
    let of_unit = move |at: usize| if at < files { work.turn(at) } else { work.large(at - files) };
    (0..files + if files > 0 { large } else { 0 }).flat_map(of_unit)
}

/// A gathering to be shown: of the units of a roster, with what usually goes wrong, and some units missing. The names of all its files
/// begin with a word that marks them as made up.
pub fn sample<'a>(directive: &'a Directive, roster: &'a Roster) -> impl Iterator<Item = Thing> + use<'a> {
    const SEED: u64 = 1022;
    let plan = Plan { seed: SEED, files: roster.units.len(), directive, roster, view: View::Current };
    let work = Work::of(plan);
    (0..work.senders.of_roster()).flat_map(move |at| work.shown(at))
}

/// What the verdicts of the sample stand on.
#[must_use]
pub fn sample_basis(directive: &Directive) -> Basis<'_> {
    basis(directive)
}

/// A gathering of the period before, with which the sample can be compared: one good file of most units.
pub fn sample_before<'a>(directive: &'a Directive, roster: &'a Roster) -> impl Iterator<Item = Thing> + use<'a> {
    const SEED: u64 = 1021;
    let plan = Plan { seed: SEED, files: roster.units.len(), directive, roster, view: View::Current };
    let work = Work::of(plan);
    (0..work.senders.of_roster()).flat_map(move |at| work.shown_before(at))
}

/// What the verdicts of that gathering stand on.
#[must_use]
pub fn sample_before_basis(directive: &Directive) -> Basis<'_> {
    basis_before(directive)
}

/// The name of the period before, as units write it.
#[must_use]
pub fn sample_before_name() -> &'static str {
    Stock::new().list("earlier").first().copied().unwrap_or_default()
}

struct Work<'a> {
    plan: Plan<'a>,
    stock: Stock,
    letters: Letters,
    senders: Senders,
}

impl<'a> Work<'a> {
    fn of(plan: Plan<'a>) -> Self {
        Self { plan, stock: Stock::new(), letters: Letters::new(), senders: Senders::of(&plan) }
    }

    fn desk(&self, at: usize, purpose: u64) -> Desk<'_> {
        Desk {
            stock: &self.stock,
            letters: &self.letters,
            directive: self.plan.directive,
            sender: self.senders.get(at, &self.stock),
            number: at,
            random: Random::of(self.plan.seed, purpose, at as u64),
            others: Vec::new(),
            things: Vec::new(),
            decisions: Vec::new(),
        }
    }

    /// What a unit does; nothing where it sends one good file.
    fn story(&self, at: usize) -> Option<Story> {
        let number = number_of_story(at)?;
        let is_of_roster = |number: &usize| place_of_story(*number) < self.senders.of_roster();
        if at < self.senders.of_roster()
            && let Some(story) = OF_ROSTER.get(number)
        {
            return Some(*story);
        }
        let of_roster = (0..OF_ROSTER.len()).filter(is_of_roster).count();
        OF_ANY.get((number - of_roster.min(number)) % OF_ANY.len()).copied()
    }

    /// What comes with a unit: what it sends, and sometimes something else.
    fn turn(&self, at: usize) -> Vec<Thing> {
        let mut things = self.sent(at, self.story(at));
        if let Some(number) = number_of_stray(at) {
            things.extend(self.stray(at, ALL.get(number % ALL.len())));
        }
        things
    }

    fn sent(&self, at: usize, story: Option<Story>) -> Vec<Thing> {
        let mut desk = self.desk(at, UNIT);
        match (story, desk.sender.fate) {
            (_, Some(fate)) => {
                let file = desk.usual();
                desk.deliver(&file, fate);
            }
            (Some(story), None) => story(&mut desk),
            (None, None) => drop(desk.send_usual()),
        }
        done(desk)
    }

    fn stray(&self, at: usize, stray: Option<&Stray>) -> Vec<Thing> {
        let mut desk = self.desk(at, STRAY);
        desk.others = self.before(at);
        if let Some(stray) = stray {
            stray(&mut desk);
        }
        desk.sender.decision = None;
        done(desk)
    }

    fn large(&self, number: usize) -> Vec<Thing> {
        self.stray(self.plan.files + number, LARGE.get(number))
    }

    /// The files of the last units before that one that sent one good file.
    fn before(&self, at: usize) -> Vec<File> {
        let usual = (0..at).rev().filter(|at| self.story(*at).is_none());
        let mut desks = usual.map(|at| self.desk(at, UNIT)).filter(|desk| desk.sender.fate.is_none());
        desks.by_ref().take(FILES_OF_BUNDLE).map(|mut desk| desk.usual()).collect()
    }

    /// What a unit sends in a gathering that is to be shown. Every eighth sends no file, and some of those a document in its place.
    fn shown(&self, at: usize) -> Vec<Thing> {
        const ONE_MISSING_IN: usize = 8;
        const ONE_STORY_IN: usize = 4;
        let (round, place) = (at / ONE_MISSING_IN, at % ONE_MISSING_IN);
        let number = at - round;
        let story = match TO_SHOW.get(number) {
            None if number.is_multiple_of(ONE_STORY_IN) => TO_SHOW.get(number % TO_SHOW.len()),
            story => story,
        };
        let mut things = match (place + 1 == ONE_MISSING_IN, round % 2) {
            (false, _) => self.sent(at, story.copied()),
            (true, 0) => self.stray(at, ALL.first()),
            (true, _) => Vec::new(),
        };
        let noted = match (place + 1 == ONE_MISSING_IN, round % 2) {
            (true, 0) => Noted::Excused,
            (true, _) => Noted::Nothing,
            (false, _) if number + 1 == TO_SHOW.len() => Noted::MoreTime,
            (false, _) => match number % 7 {
                // A mail tells of the first, and nobody knows of the others.
                0 => Noted::Nothing,
                3 | 5 => Noted::Late,
                _ => Noted::InTime,
            },
        };
        self.note(&mut things, at, noted);
        self.mark(&mut things);
        things
    }

    /// What a unit sends of the period before. Every sixth sends nothing.
    fn shown_before(&self, at: usize) -> Vec<Thing> {
        const ONE_MISSING_IN: usize = 6;
        if at % ONE_MISSING_IN == 2 {
            return Vec::new();
        }
        let mut desk = self.desk(at, UNIT);
        before::send(&mut desk);
        let mut things = done(desk);
        self.mark(&mut things);
        things
    }

    /// Has an officer note when a unit's files came, or what else there is to be noted of it.
    fn note(&self, things: &mut [Thing], at: usize, noted: Noted) {
        let sender = self.senders.get(at, &self.stock);
        let mut random = Random::of(self.plan.seed, DAYS, at as u64);
        let decisions = note(things, noted, (&sender.id, at), &self.stock, &mut random);
        if let Some(last) = things.last_mut() {
            last.decisions.extend(decisions);
        }
    }

    /// Marks things as made up, by a word before their names.
    fn mark(&self, things: &mut [Thing]) {
        let mark = self.stock.list("sample").first().copied().unwrap_or_default();
        for thing in things {
            thing.name = [mark, " - ", &thing.name].concat();
        }
    }
}

/// What was sent, with what was decided on it.
fn done(desk: Desk<'_>) -> Vec<Thing> {
    let Desk { mut things, mut decisions, sender, .. } = desk;
    decisions.extend(sender.decision);
    if let Some(last) = things.last_mut() {
        last.decisions = decisions;
    }
    // Whoever hands things in does not have them in the order in which they were written.
    let first = usize::from(things.len() > 1);
    things.rotate_left(first);
    things
}
