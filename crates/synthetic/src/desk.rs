//! Where the files of one unit are made and sent.

use crate::composing::{Composer, Length, Reported};
use crate::kinds::{LineKind, RemarkKind, VerdictKind};
use crate::letters::Letters;
use crate::plan::{OFFSET, moment};
use crate::random::Random;
use crate::stock::Stock;
use crate::thing::{Expected, ExpectedAssessment, ExpectedLine, Thing};
use crate::units::{Sender, decided};
use domain::assessment::{Assessment, UnitRef};
use domain::date::Moment;
use domain::directive::Directive;
use gathering::decisions::{Choice, Decision, FileRef};
use gathering::line::ContainerKind;
use gathering::received::Key;

/// A file of a unit.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// Its name, as the product gives it.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// The digest that it holds.
    pub(crate) sha256: String,
}

impl File {
    /// The key of its assessment with that place.
    pub(crate) fn key(&self, index: u32) -> Key {
        Key { sha256: self.sha256.as_str().into(), index }
    }

    /// What a decision calls its first assessment.
    pub(crate) fn named(&self) -> FileRef {
        FileRef::of(&self.key(0))
    }

    /// The line of a file that is held, with one assessment.
    pub(crate) fn line(&self, verdict: VerdictKind) -> ExpectedLine {
        let assessments = vec![ExpectedAssessment { key: self.key(0), verdict }];
        ExpectedLine { assessments, ..ExpectedLine::of(LineKind::Held) }
    }
}

/// Where one unit's files are made and sent.
pub(crate) struct Desk<'a> {
    pub(crate) stock: &'a Stock,
    pub(crate) letters: &'a Letters,
    pub(crate) directive: &'a Directive,
    /// The unit whose files they are.
    pub(crate) sender: Sender,
    /// Which of all desks this is; no two have the same number.
    pub(crate) number: usize,
    pub(crate) random: Random,
    /// Files that some other units send by themselves.
    pub(crate) others: Vec<File>,
    /// What was sent so far.
    pub(crate) things: Vec<Thing>,
    /// What was decided on it.
    pub(crate) decisions: Vec<Decision>,
}

impl Desk<'_> {
    /// A new draft of the unit.
    pub(crate) fn draft(&mut self) -> Assessment {
        let length = match self.random.between(1, 20) {
            1 => Length::Short,
            2 => Length::Long,
            _ => Length::Usual,
        };
        self.draft_of(length, Reported::This)
    }

    /// A new draft of the unit of that length, on that period.
    pub(crate) fn draft_of(&mut self, length: Length, of: Reported) -> Assessment {
        let composer = Composer { stock: self.stock, directive: self.directive };
        composer.assessment(&self.sender.unit, length, of, &mut self.random)
    }

    /// A new draft of somebody else.
    pub(crate) fn draft_for(&mut self, unit: &UnitRef) -> Assessment {
        let composer = Composer { stock: self.stock, directive: self.directive };
        composer.assessment(unit, Length::Usual, Reported::This, &mut self.random)
    }

    /// The next state of a draft, after it was exported as that file.
    pub(crate) fn edited(&mut self, draft: &Assessment, exported: &File) -> Assessment {
        let mut next = draft.clone();
        next.based_on.insert(0, exported.sha256.clone());
        next.revision += u32::try_from(self.random.between(1, 30)).unwrap_or(1);
        next.overall = self.stock.text("overall", 4, &mut self.random);
        next
    }

    /// The file of a draft.
    pub(crate) fn export(&mut self, draft: &Assessment) -> File {
        let at = moment(&mut self.random);
        export_of(self.directive, &[draft], at)
    }

    /// The file of several drafts.
    pub(crate) fn export_all(&mut self, drafts: &[&Assessment]) -> File {
        let at = moment(&mut self.random);
        export_of(self.directive, drafts, at)
    }

    /// Sends a thing of which these lines come.
    pub(crate) fn send(&mut self, name: String, bytes: Vec<u8>, lines: Vec<ExpectedLine>) {
        self.things.push(Thing { name, bytes, expected: Expected { lines }, decisions: Vec::new() });
    }

    /// Sends a thing of which one line comes.
    pub(crate) fn send_one(&mut self, name: String, bytes: Vec<u8>, kind: LineKind) {
        self.send(name, bytes, vec![ExpectedLine::of(kind)]);
    }

    /// Sends a file as it is.
    pub(crate) fn deliver(&mut self, file: &File, verdict: VerdictKind) {
        self.send(file.name.clone(), file.bytes.clone(), vec![file.line(verdict)]);
    }

    /// Sends a file that another program has saved since, its content unchanged.
    pub(crate) fn deliver_resaved(&mut self, name: String, bytes: Vec<u8>, file: &File, verdict: VerdictKind) {
        self.send(name, bytes, vec![file.line(verdict).with(RemarkKind::Resaved)]);
    }

    /// Makes the usual file and sends it: it is the only one of its unit.
    pub(crate) fn send_usual(&mut self) -> File {
        let file = self.usual();
        self.deliver(&file, VerdictKind::Only);
        file
    }

    /// Makes the usual file.
    pub(crate) fn usual(&mut self) -> File {
        let draft = self.draft();
        self.export(&draft)
    }

    /// Takes a decision on the files of the unit.
    pub(crate) fn decide(&mut self, decision: Decision) {
        let id = format!("{}-{}", self.number, self.decisions.len());
        self.decisions.push(decided(id, decision));
    }

    /// Chooses files of the unit over others.
    pub(crate) fn choose(&mut self, files: &[&File], over: &[&File]) {
        let named = |files: &[&File]| files.iter().map(|file| file.named()).collect();
        let choice = Choice {
            unit: self.sender.id.clone(),
            files: named(files),
            over: named(over),
            reason: self.stock.plain("chosen", &mut self.random).to_owned(),
            ..Choice::default()
        };
        self.decide(Decision { choice: Some(choice), ..Decision::default() });
    }

    /// A name of this desk's alone.
    pub(crate) fn name(&self, stem: &str, ending: &str) -> String {
        format!("{stem} {}.{ending}", self.number)
    }
}

/// The file of assessments of a directive, as the product writes it.
pub(crate) fn export_of(directive: &Directive, drafts: &[&Assessment], at: Moment) -> File {
    // All texts of the stock are in the form NFC.
    let written = exchange::export_all(directive, drafts, at, OFFSET, &str::to_owned);
    File { name: written.name, bytes: written.text.into_bytes(), sha256: written.sha256 }
}

/// The line of a container with that many members.
pub(crate) fn container(kind: ContainerKind, members: usize) -> ExpectedLine {
    ExpectedLine::of(LineKind::Container(kind, u32::try_from(members).unwrap_or(u32::MAX)))
}
