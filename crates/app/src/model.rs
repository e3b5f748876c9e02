//! The whole state of the product.

use super::draft::Draft;
use super::history::History;
use super::host::{Host, HostEvent};
use super::msg::{Clock, Effect, Msg};
use super::notice::{Notice, NoticeKind, Undo};
use super::removal::Removal;
use super::review::Review;
use super::route::Route;
use super::space::Space;
use super::unpacking::Unpacking;
use domain::assessment::{Assessment, UnitRef};
use domain::checks::{self, Finding};
use domain::date::Moment;
use domain::directive::Directive;
use domain::field::{Field, FormPlace};
use domain::lang::Lang;
use domain::roster::Roster;
use exchange::merge::Comparison;
use std::cell::RefCell;
use std::rc::Rc;
use storage::{Report, StoredRecord};

/// Notices kept on the screen at once; older ones make room.
const MOST_NOTICES: usize = 4;

/// Everything that the product knows while it runs. Messages change it, views show it.
#[derive(Clone, Debug)]
pub struct Model {
    /// The directive that is reported on.
    pub directive: Rc<Directive>,
    /// All units that a draft can be for.
    pub roster: Rc<Roster>,
    /// What the page around the element asks for.
    pub host: Host,
    /// The clock at the last message.
    pub clock: Clock,
    /// The language of the screen.
    pub lang: Lang,
    /// Where the person is.
    pub route: Route,
    /// Whether the stores were read.
    pub ready: bool,
    /// The unit for which the directive is shown.
    pub unit: Option<UnitRef>,
    /// All drafts, the deleted ones among them.
    pub drafts: Vec<Draft>,
    /// What the person is being told.
    pub notices: Vec<Notice>,
    /// The files under review.
    pub reviews: Vec<Review>,
    /// Which of them is shown.
    pub review: usize,
    /// That file compared with its draft, as it was when [`Model::comparison`] was last called.
    pub(super) compared: RefCell<Option<Compared>>,
    /// How many files there was no room for.
    pub left_out: usize,
    /// The files of archives that are still to be unpacked.
    pub(super) unpacking: Unpacking,
    /// Stored records that cannot be read.
    pub damaged: Vec<StoredRecord>,
    /// The field that is being typed in: a half-written text is not wrong yet.
    pub typing: Option<FormPlace>,
    /// The field with the focus, and its draft.
    pub entered: Option<(String, Field)>,
    /// Whether another window has replaced the text of that field; it is not changed under the person's hands.
    pub is_field_behind: bool,
    /// Whether each store could be read at the start.
    pub stores: Option<Report>,
    /// The kept states of the drafts.
    pub history: History,
    /// The removal that is under way.
    pub removal: Option<Removal>,
    /// What the browser said about the storage of the drafts.
    pub space: Space,
    /// Whether the browser was asked to keep that storage, now or at an earlier visit.
    pub(super) asked_to_keep: bool,
    /// When the room was last checked.
    pub(super) looked_at: Option<Moment>,
    /// The name of this window, as records have it; no other window has the same.
    pub(super) window: String,
    /// How many copies were made in this window.
    pub(super) copies: u32,
    /// How many writer names were given in this window.
    pub(super) writers: u32,
    /// Whether the person asked to save everything, and has not been told the result yet.
    pub(super) is_save_awaited: bool,
    /// How many writes this window has started.
    pub(super) writes: u64,
    /// Messages that came before the stores were read, and have to wait for that.
    pub(super) early: Vec<Msg>,
    pub(super) seed: u64,
    pub(super) nfc: fn(&str) -> String,
    pub(super) next_notice: u32,
    /// The place that the person was led to last, and how many times one was until then: a list shows the page with it.
    pub(super) sought: Option<(u32, FormPlace)>,
    /// The last field that the person was in, in the section that is shown.
    pub(super) last_field: Option<Field>,
    /// Where the person was in a draft when they went to the directive.
    pub(super) left: Option<Left>,
    /// How many slices of the lists of the document are drawn.
    pub drawn: usize,
    /// Counts the changes of this state.
    pub(super) turn: u32,
    checked: RefCell<Option<(Checked, Rc<Vec<Finding>>)>>,
}

/// Where the person was in a draft when they went to the directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Left {
    pub(super) route: Route,
    pub(super) field: Option<Field>,
}

/// A file beside its draft.
#[derive(Clone, Debug)]
pub(super) struct Compared {
    /// Which of the files.
    pub(super) at: usize,
    /// The draft, as it was then.
    pub(super) mine: Box<Assessment>,
    /// The other side, if that is a draft too.
    pub(super) theirs: Box<Assessment>,
    pub(super) found: Rc<Comparison>,
}

/// The input of the checks: an assessment at its place, in a state of the model that nothing has changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Checked {
    turn: u32,
    revision: u32,
    at: usize,
}

impl Model {
    /// The state before the stores were read. `seed` holds bits that are random enough to make ids unique among windows and
    /// machines; `nfc` normalises a text to Unicode's form NFC.
    #[must_use]
    pub fn new(directive: Rc<Directive>, roster: Rc<Roster>, mut seed: u64, nfc: fn(&str) -> String) -> Self {
        Self {
            nfc,
            window: short_id(next_random(&mut seed)),
            seed,
            directive,
            roster,
            host: Host::default(),
            clock: Clock::default(),
            lang: Lang::default(),
            route: Route::Directive(None),
            ready: false,
            unit: None,
            drafts: Vec::new(),
            notices: Vec::new(),
            reviews: Vec::new(),
            review: 0,
            compared: RefCell::default(),
            left_out: 0,
            unpacking: Unpacking::default(),
            damaged: Vec::new(),
            typing: None,
            entered: None,
            is_field_behind: false,
            stores: None,
            history: History::default(),
            removal: None,
            space: Space::default(),
            asked_to_keep: false,
            looked_at: None,
            copies: 0,
            writers: 0,
            writes: 0,
            is_save_awaited: false,
            drawn: super::drawing::ALL,
            early: Vec::new(),
            next_notice: 0,
            sought: None,
            last_field: None,
            left: None,
            turn: 0,
            checked: RefCell::default(),
        }
    }

    /// The draft of that id.
    #[must_use]
    pub fn draft(&self, id: &str) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.id == id)
    }

    /// Whether there is a sample for the directive.
    #[must_use]
    pub fn has_sample(&self) -> bool {
        self.directive.id == domain::sample::DIRECTIVE
    }

    /// The draft that is open.
    #[must_use]
    pub fn current(&self) -> Option<&Draft> {
        self.draft(self.route.draft()?)
    }

    /// The unit's newest draft that is neither deleted nor the sample.
    #[must_use]
    pub fn draft_of(&self, unit: &UnitRef) -> Option<&Draft> {
        let own = |draft: &&Draft| {
            draft.newer.is_none()
                && !draft.deleted
                && !draft.assessment.sample
                && is_same_unit(&draft.assessment.unit, unit)
        };
        self.drafts.iter().filter(own).max_by(|a, b| a.assessment.updated_at.cmp(&b.assessment.updated_at))
    }

    /// The draft that the directive is read with: the open one, else the newest of the chosen unit, else the sample where
    /// that is the sample's unit.
    #[must_use]
    pub fn viewed_draft(&self) -> Option<&Draft> {
        let of_unit = || {
            let unit = self.unit.as_ref()?;
            let is_sample =
                |draft: &&Draft| !draft.deleted && draft.assessment.sample && draft.assessment.unit == *unit;
            self.draft_of(unit).or_else(|| self.drafts.iter().find(is_sample))
        };
        self.current().or_else(of_unit)
    }

    /// What the checks found in an assessment, but for an error in the field that is being typed in. It is asked for by many
    /// parts of a page: between two messages it is looked for once.
    #[must_use]
    pub fn checked(&self, assessment: &Assessment) -> Rc<Vec<Finding>> {
        let of =
            Checked { turn: self.turn, revision: assessment.revision, at: std::ptr::from_ref(assessment) as usize };
        if let Some((_, found)) = self.checked.borrow().as_ref().filter(|(other, _)| *other == of) {
            return Rc::clone(found);
        }
        let found = Rc::new(self.settled(checks::check(&self.directive, assessment)));
        *self.checked.borrow_mut() = Some((of, Rc::clone(&found)));
        found
    }

    /// The findings, except an error in the field that is being typed in.
    #[must_use]
    pub fn settled(&self, mut findings: Vec<Finding>) -> Vec<Finding> {
        findings.retain(|finding| !(finding.problem.is_error() && self.typing.as_ref() == Some(&finding.place)));
        findings
    }

    /// Leads the person to a place.
    pub(super) fn seek(&mut self, place: &FormPlace) {
        let count = self.sought.as_ref().map_or(0, |(count, _)| count.wrapping_add(1));
        self.sought = Some((count, place.clone()));
    }

    pub(super) fn draft_mut(&mut self, id: &str) -> Option<&mut Draft> {
        self.drafts.iter_mut().find(|draft| draft.id == id)
    }

    /// The draft, where it may be changed: not what a newer version of the product wrote.
    pub(super) fn editable(&mut self, id: &str) -> Option<&mut Draft> {
        self.draft_mut(id).filter(|draft| draft.newer.is_none())
    }

    /// A short id that no draft on this machine has.
    pub(super) fn fresh_id(&mut self) -> String {
        loop {
            let id = short_id(next_random(&mut self.seed));
            if self.draft(&id).is_none() {
                return id;
            }
        }
    }

    pub(super) fn notify(&mut self, kind: NoticeKind, undo: Option<Undo>) {
        self.next_notice += 1;
        // What only informs makes room for the next; the same alarm told twice is told once.
        self.notices.retain(|notice| (notice.kind.is_alarm() && notice.kind != kind) || notice.undo.is_some());
        self.notices.push(Notice { id: self.next_notice, kind, undo });
        if self.notices.len() > MOST_NOTICES {
            self.notices.remove(0);
        }
    }

    /// Marks a draft as edited and asks for its save.
    pub(super) fn edited(&mut self, id: &str, effects: &mut Vec<Effect>) {
        let now = self.clock.now;
        if let Some(draft) = self.editable(id) {
            let milliseconds = draft.saving.edited(now);
            effects.push(Effect::SaveTimer(draft.id.clone(), milliseconds));
            effects.push(Effect::Tell(HostEvent::Change { edited: true }));
        }
    }

    /// Adds a new draft and asks for its first save.
    pub(super) fn adopt(&mut self, draft: Draft, effects: &mut Vec<Effect>) {
        effects.push(Effect::SaveTimer(draft.id.clone(), 0));
        effects.push(Effect::Tell(HostEvent::Change { edited: true }));
        self.drafts.push(draft);
    }
}

/// Whether two references name one unit: by id where both have one, else by group and name.
#[must_use]
pub fn is_same_unit(one: &UnitRef, other: &UnitRef) -> bool {
    use domain::fold::is_same;
    if !one.id.is_empty() || !other.id.is_empty() {
        return one.id == other.id;
    }
    one.group == other.group && is_same(one.name.trim(), other.name.trim())
}

/// The splitmix64 generator: ids need to be different, not secret.
fn next_random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut bits = *state;
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// Eight letters and digits, without those that are easily confused.
fn short_id(bits: u64) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    (0..8u32)
        .map(|place| {
            let index = usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0);
            char::from(LETTERS.get(index).copied().unwrap_or(b'a'))
        })
        .collect()
}
