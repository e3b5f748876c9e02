//! Which tasks concern a unit (phạm vi).

use super::assessment::UnitRef;
use super::directive::{RoleName, Task};

/// How a task concerns a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The directive has every unit carry it out (thực hiện).
    Executes,
    /// The directive names the unit as leading (lãnh đạo, chỉ đạo; chủ trì).
    Leads,
    /// The directive names the unit as coordinating (phối hợp).
    Coordinates,
    /// The directive does not name the unit; the unit says that it takes part (đơn vị có phối hợp).
    OptedIn,
    /// It does not concern the unit (không thuộc phạm vi).
    OutOfScope,
}

impl Scope {
    /// Whether the unit answers on the task.
    #[must_use]
    pub fn is_in(self) -> bool {
        self != Self::OutOfScope
    }
}

/// How `task` concerns `unit`, which has opted into the tasks with the ids `opted_in`.
#[must_use]
pub fn scope(task: &Task, unit: &UnitRef, opted_in: &[String]) -> Scope {
    // A typed name has no id, and no role names it.
    let named = |units: &[String]| !unit.id.is_empty() && units.contains(&unit.id);
    let role = task.roles.iter().find(|role| role.role == RoleName::Executes || named(&role.units));
    match role.map(|role| role.role) {
        Some(RoleName::Executes) => Scope::Executes,
        Some(RoleName::Leads) => Scope::Leads,
        Some(RoleName::Coordinates) => Scope::Coordinates,
        None if opted_in.contains(&task.id) => Scope::OptedIn,
        None => Scope::OutOfScope,
    }
}
