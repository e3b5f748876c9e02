//! What needs a person's decision (chờ quyết định).

use crate::model::Open;
use gathering::verdict::{Cause, Verdict};

/// Why something waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
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

/// How many things wait for what, in the order of [`Matter`]; what nothing waits for is left out.
#[must_use]
pub fn waiting(open: &Open) -> Vec<(Matter, usize)> {
    let of_files = open.count.standing.verdicts.iter().filter_map(matter);
    let mut all: Vec<Matter> = of_files.chain(std::iter::repeat_n(Matter::Conflict, open.count.conflicts)).collect();
    all.sort_unstable();
    all.chunk_by(|one, other| one == other).filter_map(|same| Some((*same.first()?, same.len()))).collect()
}

fn matter(verdict: &Verdict) -> Option<Matter> {
    match verdict {
        Verdict::Aside(cause) if cause.awaits_decision() => Some(match cause {
            Cause::UnitUnknown => Matter::UnitUnknown,
            Cause::UnitClaimedTwice => Matter::ClaimedTwice,
            Cause::PartsOverlap => Matter::PartsOverlap,
            Cause::ChosenTwice | Cause::AfterChoice { .. } => Matter::Choice,
            _ => Matter::SeveralDrafts,
        }),
        _ => None,
    }
}
