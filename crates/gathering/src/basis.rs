//! What a gathering asks for.

use domain::date::Date;
use domain::directive::Directive;
use domain::ids::Ids;

use crate::unit_set::UnitSet;

/// What a gathering (đợt tổng hợp) asks for.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The directive, in the edition that is reported on.
    pub directive: &'a Directive,
    /// The first day of the period; an assessment whose figures are of a day before it is of an earlier period. None where all count.
    pub from: Option<Date>,
    /// The last day on which a report is on time (thời hạn gửi báo cáo); none where there is no deadline.
    pub deadline: Option<Date>,
    /// The day as of which steps are overdue (ngày chốt số liệu); none where that is not asked.
    pub cut_off: Option<Date>,
}

impl<'a> Basis<'a> {
    /// A gathering of all that reports on a directive.
    #[must_use]
    pub fn of(directive: &'a Directive) -> Self {
        Self { directive, from: None, deadline: None, cut_off: None }
    }

    /// The ids of the directive's requirements: numbers name requirements by their places in it.
    #[must_use]
    pub fn requirements(&self) -> Ids<'a> {
        Ids::of(self.directive.requirements().map(|(_, requirement)| &requirement.id))
    }

    /// The requirements in the scope of a unit (thuộc phạm vi): of the unit of the roster with this id, or one that is not in it, where
    /// the id is empty; and of the tasks in which it says that it takes part.
    #[must_use]
    pub fn in_scope(&self, unit: &str, opted_in: &[String]) -> UnitSet {
        let unit = domain::assessment::UnitRef { id: unit.to_owned(), ..Default::default() };
        let is_in: Vec<bool> =
            self.directive.tasks.iter().map(|task| domain::scope::scope(task, &unit, opted_in).is_in()).collect();
        let of_task = |(task, is_in): (&domain::directive::Task, bool)| vec![is_in; task.requirements.len()];
        let each = self.directive.tasks.iter().zip(is_in).flat_map(of_task);
        (0..).zip(each).filter(|(_, is_in)| *is_in).map(|(at, _)| at).collect()
    }
}
