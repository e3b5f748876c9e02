//! What happens when the officer decides, or takes a decision back.

use crate::disputes::DISPUTES;
use crate::ids::{id_of, next_random};
use crate::model::Model;
use crate::msg::{Change, Effect};
use crate::notice::NoticeKind;
use crate::undo::{Changed, Reverse};
use gathering::decisions::{Decision, Decisions, Subject};
use gathering::settled::Settled;

impl Model {
    pub(super) fn decide(&mut self, mut decision: Decision, out: &mut Vec<Effect>) {
        let Some(what) = Changed::of(&decision) else { return };
        (decision.id, decision.at) = (self.fresh_id(), self.clock.now.to_iso());
        decision.replaces.clear();
        let Some(open) = &mut self.open else { return };
        decision.by.clone_from(&open.settings.officer);
        if !makes_a_difference(&open.decisions, &mut decision) {
            return;
        }
        let (id, gathering) = (decision.id.clone(), open.settings.id.clone());
        open.decisions.decide(decision);
        let decided = open.decisions.list.last().cloned().unwrap_or_default();
        let written = |decision| vec![Change::Decision(gathering.clone(), Box::new(decision))];
        open.undo.push(what, Reverse::Records(written(Decision::removed(id))));
        out.push(self.saving.write(written(decided)));
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
                        Change::Decision(_, decision) => open.decisions.put((**decision).clone()),
                        Change::Rewrite(_, rewrite) => {
                            let id = id_of(next_random(&mut self.seed));
                            **rewrite = open.rewritten(&rewrite.paragraph).followed_by(rewrite.edit(), id);
                            open.put_rewrite((**rewrite).clone());
                        }
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

/// Whether something else holds than what a decision says, on any of its subjects. One that says nothing is narrowed to those on which
/// something was decided: only that can be taken back.
fn makes_a_difference(decisions: &Decisions, decision: &mut Decision) -> bool {
    let about = Decisions { list: decisions.about(decision).cloned().collect(), ..Decisions::default() };
    let settled = Settled::of(&about);
    if decision.says_nothing() {
        narrow(decision, &|subject| settled.on(subject).is_empty());
    }
    let holds = |subject| match settled.on(subject) {
        [only] => only.says_the_same(decision, subject),
        _ => false,
    };
    !decision.subjects().iter().all(holds)
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
