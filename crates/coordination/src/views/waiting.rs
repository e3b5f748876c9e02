//! What needs a person's decision (chờ quyết định).

use crate::model::Open;
use gathering::verdict::{Cause, Verdict};

/// Why something waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaitsFor {
    /// Nobody knows whose it is (chưa rõ đơn vị).
    UnitUnknown,
    /// Two units claim one id.
    ClaimedTwice,
    /// A unit sent two drafts, or two states of one that went separate ways.
    SeveralDrafts,
    /// Parts speak of the same.
    PartsOverlap,
    /// Several were chosen, or something came after a choice.
    Choice,
    /// Two officers decided differently.
    Conflict,
}

/// How many things wait for what, in the order of [`WaitsFor`]; what nothing waits for is left out.
#[must_use]
pub fn waiting(open: &Open) -> Vec<(WaitsFor, usize)> {
    let of_files = open.count.standing.verdicts.iter().filter_map(matter);
    let mut all: Vec<WaitsFor> =
        of_files.chain(std::iter::repeat_n(WaitsFor::Conflict, open.count.conflicts)).collect();
    all.sort_unstable();
    all.chunk_by(|one, other| one == other).filter_map(|same| Some((*same.first()?, same.len()))).collect()
}

fn matter(verdict: &Verdict) -> Option<WaitsFor> {
    match verdict {
        Verdict::Aside(cause) if cause.awaits_decision() => Some(match cause {
            Cause::UnitUnknown => WaitsFor::UnitUnknown,
            Cause::UnitClaimedTwice => WaitsFor::ClaimedTwice,
            Cause::PartsOverlap => WaitsFor::PartsOverlap,
            Cause::ChosenTwice | Cause::AfterChoice { .. } => WaitsFor::Choice,
            _ => WaitsFor::SeveralDrafts,
        }),
        _ => None,
    }
}
