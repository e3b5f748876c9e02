//! What the page around the element asks for, and what a read-only element must not do.

use crate::board::ShownBoard;
use crate::host::{Host, HostError, HostEvent, HostView};
use crate::model::Model;
use crate::msg::{Effect, HistoryMsg, Msg, RemovalMsg};
use crate::route::{Route, Section};
use domain::assessment::UnitRef;
use std::mem;

impl Msg {
    /// Whether a person who may only read must not send it.
    pub(super) fn is_change(&self) -> bool {
        matches!(
            self,
            Self::StartDraft(_)
                | Self::StartFrom(_)
                | Self::OpenSample
                | Self::DeleteDraft(_)
                | Self::RestoreDraft(_)
                | Self::PurgeDraft(_)
                | Self::Edit(..)
                | Self::KeepReport(..)
                | Self::FileRead(..)
                | Self::FilesRead(..)
                | Self::FileTooLarge(..)
                | Self::FileUnreadable(_)
                | Self::Compare(_)
                | Self::Import(_)
                | Self::Undo(_)
                | Self::History(HistoryMsg::Restore(..))
                | Self::Removal(RemovalMsg::Begin(_) | RemovalMsg::Confirm)
        )
    }

    /// Whether it asks for something that depends on what the stores have.
    pub(super) fn needs_the_stores(&self) -> bool {
        self.is_change()
            || matches!(
                self,
                Self::AssessTask(_)
                    | Self::ChooseUnit(_)
                    | Self::SetLang(_)
                    | Self::Export(_)
                    | Self::ExportPortion(..)
                    | Self::SavePage(_)
            )
    }
}

impl Model {
    /// The view that is shown, and the id of the task or requirement in it, if the address names one.
    #[must_use]
    pub fn place(&self) -> (HostView, &str) {
        match &self.route {
            Route::Directive(at) => (HostView::Directive, at.as_deref().unwrap_or_default()),
            Route::Board(_) => (HostView::Board, ""),
            Route::Draft(_, Section::Task(at) | Section::Requirement(at)) => (HostView::Assessment, at),
            _ => (HostView::Assessment, ""),
        }
    }

    /// What the board is to show; nothing where another view is open.
    #[must_use]
    pub fn board(&self) -> Option<ShownBoard> {
        let Route::Board(place) = &self.route else { return None };
        Some(ShownBoard { place: place.clone(), lang: self.lang, heading_level: self.host.heading_level })
    }

    /// Whether the directive has a task or requirement of that id.
    #[must_use]
    pub fn has_place(&self, id: &str) -> bool {
        self.directive.task(id).is_some() || self.directive.requirement(id).is_some()
    }

    pub(super) fn host(&mut self, host: Host, out: &mut Vec<Effect>) {
        let before = mem::replace(&mut self.host, host);
        if let Some(lang) = self.host.lang.filter(|_| self.host.lang != before.lang) {
            self.lang = lang;
        }
        if self.host.unit != before.unit && !self.host.unit.is_empty() {
            let listed = self.roster.unit(&self.host.unit).map(|unit| UnitRef {
                id: unit.id.clone(),
                group: unit.group.clone(),
                name: unit.name.clone(),
                ..UnitRef::default()
            });
            match listed {
                Some(unit) => self.unit = Some(unit),
                None => refuse(HostError::UnknownUnit(self.host.unit.clone()), out),
            }
        }
        if self.ready
            && (self.host.view, &self.host.task) != (before.view, &before.task)
            && let Some(route) = self.place_of_host(out)
        {
            self.go(route, out);
        }
    }

    /// Goes where the attributes say, unless the address has led elsewhere. The focus stays where the person has it.
    pub(super) fn begin_at_host(&mut self, out: &mut Vec<Effect>) {
        if self.route == Route::Directive(None)
            && let Some(route) = self.place_of_host(out)
        {
            self.route = route;
        }
    }

    /// Goes to a task or requirement: in the draft that is open, else in the directive.
    pub(super) fn go_to(&mut self, id: &str, out: &mut Vec<Effect>) {
        if self.has_place(id) {
            let draft = self.route.draft().map(str::to_owned);
            self.go(self.route_to(draft, id), out);
        }
    }

    fn place_of_host(&self, out: &mut Vec<Effect>) -> Option<Route> {
        let Host { view, task, .. } = &self.host;
        let is_known = self.has_place(task);
        if !is_known && !task.is_empty() {
            refuse(HostError::UnknownPlace(task.clone()), out);
        }
        let at = if is_known { task.as_str() } else { "" };
        match view {
            None if at.is_empty() => None,
            None | Some(HostView::Directive) => Some(self.route_to(None, at)),
            Some(HostView::Assessment) => {
                let draft = self.viewed_draft().map(|draft| draft.id.clone());
                Some(draft.map_or(Route::Drafts, |draft| self.route_to(Some(draft), at)))
            }
            Some(HostView::Board) => Some(Route::Board(String::new())),
        }
    }

    fn route_to(&self, draft: Option<String>, at: &str) -> Route {
        match draft {
            None => Route::Directive((!at.is_empty()).then(|| at.to_owned())),
            Some(draft) if at.is_empty() => Route::Draft(draft, Section::General),
            Some(draft) if self.directive.task(at).is_some() => Route::Draft(draft, Section::Task(at.to_owned())),
            Some(draft) => Route::Draft(draft, Section::Requirement(at.to_owned())),
        }
    }
}

fn refuse(error: HostError, out: &mut Vec<Effect>) {
    out.push(Effect::Tell(HostEvent::Error(error)));
}
