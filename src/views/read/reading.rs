//! The data from which the parts of the view are drawn.

use super::sheet::OnPoint;
use app::Model;
use app::views::{self, ReadAs};
use domain::directive::Directive;
use std::cell::RefCell;
use std::rc::Rc;
use yew::functional::UseForceUpdateHandle;
use yew::prelude::*;

/// What the view is drawn from.
#[derive(PartialEq)]
pub(super) struct ShownDirective {
    pub(super) directive: Rc<Directive>,
    pub(super) read_as: ReadAs,
}

impl ShownDirective {
    pub(super) fn of(model: &Model) -> Self {
        Self { directive: model.directive.clone(), read_as: views::read_as(model) }
    }
}

/// What is nobody's business but the view's.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Local {
    /// The requirement that is pointed at, by the pointer or the focus.
    pub(super) pointed: Option<AttrValue>,
    /// What is looked for.
    pub(super) query: AttrValue,
    /// The place found that the person has gone to, from 0; none as long as they are typing.
    pub(super) at: Option<usize>,
    /// Whether another unit is being chosen.
    pub(super) is_choosing: bool,
}

/// What is local as it stands, and the way to change it.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) local: Rc<RefCell<Local>>,
    pub(super) redraw: UseForceUpdateHandle,
}

impl Desk {
    pub(super) fn local(&self) -> Local {
        self.local.borrow().clone()
    }

    pub(super) fn set(&self, local: Local) {
        if *self.local.borrow() != local {
            self.local.replace(local);
            self.redraw.force_update();
        }
    }
}

/// What the parts of the view are drawn from.
pub(super) struct Reading {
    pub(super) shown: Rc<ShownDirective>,
    pub(super) desk: Desk,
    /// The requirement, or the task, that is pointed at, else the one that the address names.
    pub(super) highlighted: Option<AttrValue>,
    pub(super) on_point: OnPoint,
}
