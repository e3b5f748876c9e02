//! What happens when the officer decides, or takes a decision back.

use crate::disputes::DISPUTES;
use crate::model::Model;
use crate::msg::{Change, Effect};
use crate::notice::NoticeKind;
use crate::undo::{Changed, Reverse};
use gathering::decisions::{Decision, Decisions, Subject};
use gathering::settled::Settled;

impl Model {
    pub(super) fn decide(&mut self, mut decision: Decision, out: &mut Vec<Effect>) {
        let (subjects, Some(what)) = (decision.subjects(), Changed::of(&decision)) else { return };
        (decision.id, decision.at) = (self.fresh_id(), self.clock.now.to_iso());
        decision.replaces.clear();
        let Some(open) = &mut self.open else { return };
        decision.by.clone_from(&open.settings.officer);
        let gathering = open.settings.id.clone();
        let (changes, reverse) = if says_nothing(&decision) {
            take_back(&mut open.decisions, &subjects, &gathering)
        } else if holds(&open.decisions, &decision, &subjects) {
            return;
        } else {
            let id = decision.id.clone();
            open.decisions.decide(decision);
            let decided = open.decisions.list.last().cloned().unwrap_or_default();
            let change = Change::Decision(gathering.clone(), Box::new(decided));
            (vec![change], vec![Change::NoDecision(gathering, id)])
        };
        if changes.is_empty() {
            return;
        }
        open.undo.push(what, Reverse::Records(reverse));
        out.push(self.saving.write(changes));
        self.recount_after(what);
    }

    /// Has one of several decisions hold that people took differently on these subjects: it is decided anew, on those alone.
    pub(super) fn settle(&mut self, subjects: &[Subject], mut decision: Decision, out: &mut Vec<Effect>) {
        narrow(&mut decision, &|subject| !subjects.contains(subject));
        self.decide(decision, out);
        out.push(Effect::Focus(DISPUTES.to_owned()));
    }

    pub(super) fn undo(&mut self, out: &mut Vec<Effect>) {
        let Some(done) = self.open.as_mut().and_then(|open| open.undo.pop()) else { return };
        match done.reverse {
            Reverse::Settings(edit) => {
                // Another window may have set it so already.
                let _ = self.set(edit, out);
            }
            Reverse::Records(mut changes) => {
                let Some(open) = &mut self.open else { return };
                for change in &mut changes {
                    match change {
                        Change::Decision(_, decision) => open.put(decision),
                        Change::NoDecision(_, id) => drop(open.decisions.take_back(id)),
                        Change::Rewrite(..) | Change::NoRewrite(..) => open.take_rewrite(change),
                        Change::Note(_, note) => **note = open.notes.change((**note).clone()).0,
                        Change::Settings(_) | Change::Typed(..) | Change::NoTyped(..) | Change::NoGathering(_) => {}
                    }
                }
                out.push(self.saving.write(changes));
                if done.what != Changed::Rewrite {
                    self.recount_after(done.what);
                }
            }
        }
        self.notify(NoticeKind::Undone(done.what));
    }
}

/// Whether a decision says nothing on what it is about, such as a term without a day that excuses nobody.
fn says_nothing(decision: &Decision) -> bool {
    decision.unit_is.as_ref().is_none_or(|one| one.unit.is_empty())
        && decision.choice.as_ref().is_none_or(|one| one.files.is_empty())
        && decision.left_out.as_ref().is_none_or(|one| one.reason.trim().is_empty())
        && decision.arrival.as_ref().is_none_or(|one| one.on.is_empty() && one.way.is_none())
        && decision.report.as_ref().is_none_or(|one| one.number.trim().is_empty() && one.date.is_empty())
        && decision.term.as_ref().is_none_or(|one| one.until.is_empty() && !one.excused)
}

/// Whether the same holds already, on all of these subjects.
fn holds(decisions: &Decisions, decision: &Decision, subjects: &[Subject]) -> bool {
    let about = Decisions { list: decisions.about(decision).cloned().collect(), ..Decisions::default() };
    let settled = Settled::of(&about);
    subjects.iter().all(|subject| match settled.on(subject) {
        [only] => only.says_the_same(decision, subject),
        _ => false,
    })
}

/// Takes back whatever was decided on these subjects, which are in order: the changes, and what makes them undone. A decision that is about
/// others too stays one about those, under its id, so that what took its place still does.
fn take_back(decisions: &mut Decisions, subjects: &[Subject], gathering: &str) -> (Vec<Change>, Vec<Change>) {
    let (mut changes, mut reverse) = (Vec::new(), Vec::new());
    let is_meant = |subject: &Subject| subjects.binary_search(subject).is_ok();
    decisions.list.retain_mut(|decision| {
        let all = decision.subjects();
        let meant = all.iter().filter(|subject| is_meant(subject)).count();
        if meant == 0 {
            return true;
        }
        reverse.push(Change::Decision(gathering.to_owned(), Box::new(decision.clone())));
        let stays = meant < all.len();
        if stays {
            narrow(decision, &is_meant);
            changes.push(Change::Decision(gathering.to_owned(), Box::new(decision.clone())));
        } else {
            changes.push(Change::NoDecision(gathering.to_owned(), decision.id.clone()));
        }
        stays
    });
    (changes, reverse)
}

/// Takes out of a decision what is about these subjects.
fn narrow(decision: &mut Decision, is_meant: &dyn Fn(&Subject) -> bool) {
    decision.unit_is.take_if(|one| is_meant(&one.claim.subject()));
    decision.choice.take_if(|one| is_meant(&Subject::Choice(one.unit.clone())));
    decision.left_out.take_if(|one| is_meant(&Subject::LeftOut(one.file.key())));
    decision.report.take_if(|one| is_meant(&Subject::Report(one.unit.clone())));
    decision.term.take_if(|one| is_meant(&Subject::Term(one.unit.clone())));
    if let Some(arrival) = &mut decision.arrival {
        arrival.files.retain(|file| !is_meant(&Subject::ArrivalOfFile(file.key())));
        arrival.units.retain(|unit| !is_meant(&Subject::ArrivalOfUnit(unit.clone())));
    }
    decision.arrival.take_if(|arrival| arrival.files.is_empty() && arrival.units.is_empty());
}
