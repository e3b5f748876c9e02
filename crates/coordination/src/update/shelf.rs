//! The list of gatherings: opening, starting and removing them.

use crate::model::{Model, Open};
use crate::msg::{Change, Effect};
use crate::notice::NoticeKind;
use crate::place::Place;
use crate::said::Said;
use crate::settings::Settings;
use domain::date::{Date, DateText};
use domain::tidy::tidied;
use gathering::basis::Basis;
use storage::StoreFault;

impl Model {
    pub(super) fn arrive(&mut self, path: &str, out: &mut Vec<Effect>) {
        // The fields that were here are gone, whether or not they were left.
        self.take_typed(out);
        self.removal = None;
        self.place = Place::parse(path);
        let Some(id) = self.place.gathering() else { return out.push(Effect::ReadShelf) };
        if self.is_open(id) {
            // Another window may have changed the settings since they were read, and is not to be written over; or made a gathering.
            if matches!(self.place, Place::Settings(_) | Place::Compare(..)) {
                out.push(Effect::ReadShelf);
            }
            // What could not be read is tried again.
            if let (Place::Report(_), Some(open)) = (&self.place, &mut self.open)
                && open.said.unread() > 0
            {
                open.said = Said::default();
            }
            return;
        }
        match self.listed(id).cloned() {
            Some(settings) => self.open(settings, out),
            // Another window may have made it since the list was read.
            None => out.push(Effect::ReadShelf),
        }
    }

    /// Leads the officer to a place.
    pub(super) fn go(&mut self, place: &Place, out: &mut Vec<Effect>) {
        let path = place.path();
        out.push(Effect::Go(path.clone()));
        self.arrive(&path, out);
    }

    pub(super) fn shelf_read(&mut self, read: Result<Vec<Settings>, StoreFault>, out: &mut Vec<Effect>) {
        match read {
            Ok(list) => self.take_shelf(list),
            // What was read before is still there.
            Err(_) if matches!(self.shelf, Some(Ok(_))) => {}
            Err(fault) => self.shelf = Some(Err(fault)),
        }
        if std::mem::take(&mut self.wants_sample) {
            return self.open_sample(out);
        }
        let wanted = self.place.gathering().filter(|id| !self.is_open(id)).map(str::to_owned);
        let (Some(id), Some(Ok(_))) = (wanted, &self.shelf) else { return };
        match self.listed(&id).cloned() {
            Some(settings) => self.open(settings, out),
            None => {
                self.notify(NoticeKind::NoGathering);
                self.leave(out);
            }
        }
    }

    /// Takes the list in, with what may not be on the disk yet. Of two settings of one gathering the more often changed hold.
    fn take_shelf(&mut self, list: Vec<Settings>) {
        let mut shelf: Vec<Settings> = Vec::with_capacity(list.len());
        let pending = self.saving.pending().filter_map(|change| match change {
            Change::Settings(settings) => Some(Settings::clone(settings)),
            _ => None,
        });
        let open = self.open.iter().map(|open| open.settings.clone());
        for settings in list.into_iter().chain(pending).chain(open) {
            take_newer(&mut shelf, settings);
        }
        shelf.sort_by(|one, other| (&other.created_at, &other.id).cmp(&(&one.created_at, &one.id)));
        if let Some(open) = &mut self.open
            && let Some(newer) = shelf.iter().find(|one| one.id == open.settings.id && **one != open.settings)
        {
            open.settings = newer.clone();
            self.recount();
        }
        self.shelf = Some(Ok(shelf));
    }

    fn listed(&self, id: &str) -> Option<&Settings> {
        self.shelf.as_ref()?.as_ref().ok()?.iter().find(|settings| settings.id == id)
    }

    /// Puts settings into the list.
    pub(super) fn list(&mut self, settings: Settings) {
        // Where the list was not read yet, it is in it once it was.
        let Some(Ok(shelf)) = &mut self.shelf else { return };
        match shelf.iter_mut().find(|other| other.id == settings.id) {
            Some(other) => *other = settings,
            None => shelf.insert(0, settings),
        }
    }

    pub(super) fn start_gathering(&mut self, name: &str, out: &mut Vec<Effect>) {
        let settings = Settings { name: tidied(name).trim().to_owned(), ..self.new_settings() };
        let place = Place::Overview(settings.id.clone());
        self.begin(settings, out);
        self.go(&place, out);
    }

    pub(super) fn open_sample(&mut self, out: &mut Vec<Effect>) {
        let open = self.open.iter().map(|open| &open.settings);
        let listed = self.shelf.iter().flatten().flatten();
        if let Some(id) = open
            .chain(listed)
            .find(|settings| settings.sample && !settings.is_before)
            .map(|settings| settings.id.clone())
        {
            return self.go(&Place::Overview(id), out);
        }
        if self.shelf.is_none() {
            self.wants_sample = true;
            return out.push(Effect::ReadShelf);
        }
        let (from, deadline, cut_off) = days(&synthetic::sample_basis(&self.directive));
        let settings = Settings { from, deadline, cut_off, sample: true, ..self.new_settings() };
        let id = settings.id.clone();
        self.begin(settings, out);
        out.push(Effect::TakeSample(id.clone()));
        self.go(&Place::Overview(id), out);
    }

    pub(super) fn new_settings(&mut self) -> Settings {
        Settings { id: self.fresh_id(), created_at: self.clock.now.to_iso(), revision: 1, ..Settings::default() }
    }

    /// A new gathering, which is open at once: there is nothing to be read of it.
    fn begin(&mut self, settings: Settings, out: &mut Vec<Effect>) {
        self.let_go(out);
        self.list(settings.clone());
        out.push(self.saving.write(vec![Change::Settings(Box::new(settings.clone()))]));
        self.open = Some(Open { settings, ..Open::default() });
        self.recount();
    }

    pub(super) fn remove_gathering(&mut self, id: String, out: &mut Vec<Effect>) {
        if self.listed(&id).is_none() && !self.is_open(&id) || self.saving.is_removing(&id) {
            return;
        }
        if self.removal.take_if(|asked| *asked == id).is_none() {
            self.removal = Some(id);
            return;
        }
        if self.is_open(&id) {
            self.let_go(out);
        }
        if self.place.gathering() == Some(&id) {
            self.leave(out);
        }
        // What is still on its way to the disk would be there without its gathering.
        if self.busy.as_ref() == Some(&id) {
            self.doomed = Some(id);
        } else {
            out.push(self.saving.remove(id));
        }
    }

    pub(super) fn removed(&mut self, id: &str, outcome: Result<(), StoreFault>, out: &mut Vec<Effect>) {
        if let Err(fault) = outcome {
            return self.notify(NoticeKind::NotRemoved(fault));
        }
        let name = self.listed(id).map(|settings| settings.name.clone()).unwrap_or_default();
        if let Some(Ok(shelf)) = &mut self.shelf {
            shelf.retain(|settings| settings.id != id);
        }
        if self.is_open(id) {
            self.let_go(out);
        }
        if self.place.gathering() == Some(id) {
            self.leave(out);
        }
        self.notify(NoticeKind::Removed(name));
    }

    /// Back to the list.
    pub(super) fn leave(&mut self, out: &mut Vec<Effect>) {
        self.place = Place::Shelf;
        out.push(Effect::Go(self.place.path()));
    }
}

/// The first day of the period, the deadline and the cut-off day of a sample, as settings have them.
pub(super) fn days(basis: &Basis<'_>) -> (DateText, DateText, DateText) {
    let day = |date: Option<Date>| date.map_or_else(DateText::default, |date| DateText::from_typed(&date.to_iso()));
    (day(basis.from), day(basis.deadline), day(basis.cut_off))
}

/// Puts settings into a list, unless those of the same gathering that are in it were changed more often.
fn take_newer(shelf: &mut Vec<Settings>, settings: Settings) {
    match shelf.iter_mut().find(|other| other.id == settings.id) {
        Some(other) if other.revision < settings.revision => *other = settings,
        Some(_) => {}
        None => shelf.push(settings),
    }
}
