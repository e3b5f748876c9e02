//! Between a draft and the directive: a person who looks something up finds the clause, and comes back to the same field. The same
//! holds for the board.

use crate::model::{Left, Model};
use crate::route::{Route, Section};
use domain::field::{Field, FormPlace};

impl Model {
    /// Where the assessment goes on: at the place of the draft from which the person came to the directive, else at the list.
    #[must_use]
    pub fn resumed(&self) -> Route {
        self.left().map_or(Route::Drafts, |left| left.route.clone())
    }

    /// The way back from the directive to the draft that the person came from: to the requirement that the address names, if it
    /// names one.
    #[must_use]
    pub fn way_back(&self) -> Option<Route> {
        let Route::Directive(Some(at)) = &self.route else { return None };
        let left = self.left()?;
        if self.directive.requirement(at).is_none() {
            return Some(left.route.clone());
        }
        Some(Route::Draft(left.route.draft()?.to_owned(), Section::Requirement(at.clone())))
    }

    fn left(&self) -> Option<&Left> {
        let is_there =
            |left: &&Left| left.route.draft().and_then(|id| self.draft(id)).is_some_and(|draft| !draft.deleted);
        self.left.as_ref().filter(is_there)
    }

    /// Remembers where the person is as they go to another view. Returns the element that takes the focus there.
    pub(super) fn resume(&mut self, to: &Route) -> String {
        let field = self.last_field.take();
        match (&self.route, to) {
            (Route::Draft(..), Route::Directive(_) | Route::Board(_)) => {
                self.left = Some(Left { route: self.route.clone(), field });
                if let Route::Directive(Some(at)) = to
                    && let Some(clause) = self.clause_of(at)
                {
                    return ["clause-", clause].concat();
                }
            }
            (Route::Directive(_) | Route::Board(_), Route::Draft(id, section)) => {
                let left = self.left.take().filter(|left| left.route.draft() == Some(id));
                if let Some(field) = left.and_then(|left| left.field).filter(|field| self.is_at(field, section)) {
                    self.last_field = Some(field.clone());
                    let place = FormPlace::Field(field);
                    self.seek(&place);
                    return place.dom_id();
                }
            }
            (_, Route::Directive(_) | Route::Board(_)) => {}
            _ => self.left = None,
        }
        self.focus_of(to)
    }

    /// The requirement whose clause stands on the sheet for a task or requirement.
    fn clause_of(&self, at: &str) -> Option<&str> {
        let first = || self.directive.task(at)?.requirements.first().map(|requirement| requirement.id.as_str());
        self.directive.shown_for(at).map(|shown| shown.id.as_str()).or_else(first)
    }

    /// Whether a field stands where an address leads: at the requirement, where it names one.
    fn is_at(&self, field: &Field, section: &Section) -> bool {
        let place = FormPlace::Field(field.clone());
        match section {
            Section::Requirement(id) if self.requirement_at(&place).as_ref() != Some(id) => false,
            section => self.section_of(&place) == self.shown_section(section),
        }
    }
}
