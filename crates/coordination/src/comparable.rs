//! With which gatherings the open one may be compared.

use crate::compared::{day_of, is_earlier};
use crate::model::{Model, Open};
use crate::settings::Settings;
use domain::directive::Directive;
use domain::roster::Roster;
use gathering::comparison::Side;
use std::cmp::Reverse;

impl Model {
    /// The gatherings that the open one may be compared with, the newest first: a sample with samples alone, and any other with no sample.
    #[must_use]
    pub fn comparable(&self) -> Vec<&Settings> {
        let Some(open) = &self.open else { return Vec::new() };
        let all = self.shelf.iter().flatten().flatten();
        let mut others: Vec<&Settings> =
            all.filter(|one| one.id != open.settings.id && one.sample == open.settings.sample).collect();
        others.sort_by_key(|one| Reverse((day_of(one), one.created_at.as_str())));
        others
    }

    /// The one of them that is compared: the one that was chosen, else the last before the open one, else the first of all.
    #[must_use]
    pub fn compared_with(&self, chosen: &str) -> Option<&Settings> {
        let open = self.open.as_ref()?;
        let others = self.comparable();
        let chosen = others.iter().find(|one| one.id == chosen);
        let before = || others.iter().find(|one| is_earlier(one, &open.settings));
        chosen.or_else(before).or(others.first()).copied()
    }
}

impl Open {
    /// The numbers of the open gathering, to be compared.
    #[must_use]
    pub fn side(&self, directive: &Directive, roster: &Roster) -> Side {
        Side::of(self.count.summary.clone(), &self.count.units, roster, &self.settings.basis(directive))
    }
}
