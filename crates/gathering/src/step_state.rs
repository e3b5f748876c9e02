//! How a next step stands on the cut-off day.

use domain::date::Date;

/// How a next step (nhiệm vụ, giải pháp) stands on the cut-off day (ngày chốt số liệu).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepState {
    /// It was due before that day, and is not said to be done (quá hạn).
    Overdue,
    /// It is not done, and is due on that day or later (trong hạn).
    Open,
    /// It is not done, and has no day that exists (chưa có thời hạn).
    Undated,
    /// It is said to be done (đã hoàn thành).
    Done,
}

impl StepState {
    /// How a step stands that is due on a day. Without a cut-off day nothing is overdue.
    #[must_use]
    pub fn of(due: Option<Date>, is_done: bool, cut_off: Option<Date>) -> Self {
        match due {
            _ if is_done => Self::Done,
            None => Self::Undated,
            Some(due) if cut_off.is_some_and(|cut_off| due < cut_off) => Self::Overdue,
            Some(_) => Self::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_overdue_from_the_day_after() {
        let day = Date::from_iso;
        let state = |due, is_done, cut_off| StepState::of(day(due), is_done, day(cut_off));
        assert_eq!(state("2024-07-09", false, "2024-07-10"), StepState::Overdue);
        assert_eq!(state("2024-07-10", false, "2024-07-10"), StepState::Open);
        assert_eq!(state("2024-07-09", true, "2024-07-10"), StepState::Done);
        assert_eq!(state("", false, "2024-07-10"), StepState::Undated);
        assert_eq!(state("2024-07-09", false, ""), StepState::Open);
    }
}
