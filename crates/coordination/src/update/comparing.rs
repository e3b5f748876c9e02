//! Comparing with another gathering, and what the list says of each.

use crate::compared::{Beside, Compared};
use crate::intake::Step;
use crate::model::{Model, Open};
use crate::msg::{Change, Effect};
use crate::place::Place;
use crate::settings::Settings;
use crate::tally::Tally;
use gathering::comparison::Side;
use storage::StoreFault;

impl Model {
    /// Asks for the numbers of the gathering that is to be compared, unless they are there or on their way.
    pub(super) fn keep_compared(&mut self, out: &mut Vec<Effect>) {
        let (Place::Compare(id, chosen), Some(open)) = (&self.place, &self.open) else { return };
        if open.settings.id != *id || open.loading.is_some() {
            return;
        }
        let Some(other) = self.compared_with(chosen).cloned() else { return };
        let is_busy = self.busy.as_ref() == Some(&other.id);
        let was = self.compared.as_ref().filter(|compared| compared.id == other.id).map(|compared| &compared.state);
        let state = match (was, is_busy) {
            (None | Some(Beside::Counted(_) | Beside::Reading(..) | Beside::Failed(_)), true) => Beside::TakingIn(0, 0),
            (None | Some(Beside::TakingIn(..)), false) => {
                out.push(Effect::Sum(Box::new(other.clone())));
                Beside::Reading(0, 0)
            }
            _ => return,
        };
        self.compared = Some(Compared { id: other.id, state });
    }

    /// How far the taking in into it has come.
    pub(super) fn taking_in_compared(&mut self, id: &str, step: &Step) {
        let Some(Compared { state: Beside::TakingIn(kept, all), .. }) =
            self.compared.as_mut().filter(|compared| compared.id == id)
        else {
            return;
        };
        match step {
            Step::Began { things, .. } => *all = all.saturating_add(*things),
            Step::Kept { things, .. } => *kept = kept.saturating_add(u32::try_from(things.len()).unwrap_or(u32::MAX)),
            Step::Portion { .. } | Step::Unkept(_) | Step::Ended { .. } => {}
        }
    }

    pub(super) fn summing(&mut self, id: &str, read: u32, all: u32) {
        self.summed_up(id, Beside::Reading(read, all));
    }

    pub(super) fn summed(&mut self, id: &str, side: Result<Box<(Side, Tally)>, StoreFault>, out: &mut Vec<Effect>) {
        let state = side.map_or_else(Beside::Failed, |counted| {
            let (side, tally) = *counted;
            if !self.is_open(id) {
                self.tell(id.to_owned(), Some(tally), out);
            }
            Beside::Counted(Box::new(side))
        });
        self.summed_up(id, state);
    }

    fn summed_up(&mut self, id: &str, state: Beside) {
        // What began to be taken in meanwhile is counted after that.
        let is_wanted = |compared: &&mut Compared| compared.id == id && matches!(compared.state, Beside::Reading(..));
        if let Some(compared) = self.compared.as_mut().filter(is_wanted) {
            compared.state = state;
        }
    }

    /// Reads it once more, where that failed.
    pub(super) fn compare_again(&mut self) {
        self.compared.take_if(|compared| matches!(compared.state, Beside::Failed(_)));
    }

    /// Makes the sample of the period before, with which the sample can be compared. It is not opened.
    pub(super) fn make_earlier_sample(&mut self, out: &mut Vec<Effect>) {
        let is_sample = self.open.as_ref().is_some_and(|open| open.settings.sample);
        if !is_sample || !matches!(self.shelf, Some(Ok(_))) || !self.comparable().is_empty() {
            return;
        }
        if self.busy.is_some() {
            self.wants_earlier_sample = true;
            return;
        }
        let (from, deadline, cut_off) = super::shelf::days(&synthetic::sample_before_basis(&self.directive));
        let name = synthetic::sample_before_name().to_owned();
        let new = self.new_settings();
        let settings = Settings { name, from, deadline, cut_off, sample: true, is_before: true, ..new };
        let id = settings.id.clone();
        self.list(settings.clone());
        out.push(self.saving.write(vec![Change::Settings(Box::new(settings))]));
        // Until its first step comes.
        self.busy = Some(id.clone());
        out.push(Effect::TakeEarlierSample(id));
    }

    /// Has the list say how many have reported to the open gathering; nothing while that cannot be told.
    pub(super) fn keep_tally(&mut self, out: &mut Vec<Effect>) {
        let is_known = |open: &&Open| open.loading.is_none() || open.intake.is_some();
        let Some(open) = self.open.as_ref().filter(is_known) else { return };
        let is_told = open.intake.is_none() && open.is_counted();
        let (id, now) = (open.settings.id.clone(), is_told.then(|| Tally::of(&open.count.measures.all)));
        self.tell(id, now, out);
    }

    fn tell(&mut self, id: String, now: Option<Tally>, out: &mut Vec<Effect>) {
        if self.tallies.get(&id) == now.as_ref() {
            return;
        }
        match &now {
            Some(tally) => drop(self.tallies.insert(id.clone(), tally.clone())),
            None => drop(self.tallies.remove(&id)),
        }
        out.push(Effect::KeepTally(id, now));
    }

    /// Takes in what the list says of gatherings; of the open one the numbers on the screen tell.
    pub(super) fn tallies_read(&mut self, tallies: Vec<(String, Tally)>) {
        let here = self.open.as_ref().filter(|open| open.loading.is_none()).map(|open| open.settings.id.clone());
        let told = here.as_ref().and_then(|id| self.tallies.remove_entry(id));
        let read = tallies.into_iter().filter(|(id, _)| here.as_ref() != Some(id));
        self.tallies = read.chain(told).collect();
    }
}
