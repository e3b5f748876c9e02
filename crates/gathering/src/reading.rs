//! Reads what was handed in: one line for each thing, each container before its content.

use crate::archive::{Archive, Fault, Member};
use crate::bundle::{self, BadRecord, Record, Unopened};
use crate::file::{self, Verdict};
use crate::gzip;
use crate::inflate::Budget;
use crate::kind::Kind;
use crate::limits::{MOST_CONTAINER, MOST_NESTED, MOST_RECORDS, most_bytes};
use crate::line::{Cause, ContainerKind, Line, Outcome, Place, Remark, Unread};
use crate::litter::is_litter;
use crate::mail;
use crate::names::{Name, cleaned};
use crate::portions::{Around, Portions};
use crate::ports::Ports;
use crate::receipt::Receipt;
use crate::sniff::kind_of;
use std::borrow::Cow;
use std::sync::Arc;

/// Why a file is refused before it is read, by its first bytes ([`crate::sniff::HEAD`] are enough) and its size: it is empty, too large, or
/// of a kind that is not read. Nothing, where it is to be read.
#[must_use]
pub fn refused_unread(head: &[u8], size: u64) -> Option<Cause> {
    if size == 0 {
        return Some(Cause::Empty);
    }
    let kind = kind_of(head);
    let limit = most_bytes(kind, false);
    if size <= limit {
        return None;
    }
    Some(if kind.is_read() { Cause::TooLarge { size, limit } } else { Cause::of_kind(kind) })
}

/// The line of a thing that was chosen and is refused before it is read ([`refused_unread`]): under its name, which `nfc` puts into
/// Unicode's form NFC. What the system left there is skipped all the same.
#[must_use]
pub fn unread_line(name: &str, size: u64, cause: Cause, nfc: &dyn Fn(&str) -> String) -> Line {
    let name = cleaned(&nfc(name));
    let (name, size, outcome) = if is_litter(&name) {
        (String::new(), 0, Outcome::Skipped { files: 1, names: vec![name] })
    } else {
        (name, size, Outcome::Refused { cause, place: None, readable: 0 })
    };
    Line { id: 0, parent: None, depth: 0, name, raw_name: None, size, receipt: None, outcome, bytes: Vec::new() }
}

/// Reads a thing that was chosen, under its name, about the directive of that id, and hands out a line for it and for each thing in
/// it. It never fails: what cannot be read has a line that says so. What lies in an archive is unpacked one thing at a time.
pub fn read(name: &str, bytes: &[u8], directive: &str, ports: &Ports<'_>, visit: &mut dyn FnMut(Line)) {
    let mut reader = Reader { directive, ports, visit, next: 0, budget: Budget::default() };
    let name = Name::new(name, ports);
    let at = Where::default();
    if is_litter(&name.shown) {
        return reader.skipped(vec![name.shown], &at);
    }
    reader.thing(name, Cow::Borrowed(bytes), &at);
}

/// Reads lines of a bundle that is read in portions ([`Portions`]), of which the first has that number: a line for each record, in `depth`
/// containers.
pub fn read_records(
    (number, bytes): (u32, &[u8]),
    depth: u32,
    directive: &str,
    ports: &Ports<'_>,
    visit: &mut dyn FnMut(Line),
) {
    let mut reader = Reader { directive, ports, visit, next: depth, budget: Budget::default() };
    let at = Where { parent: depth.checked_sub(1), depth, is_nested: true, ..Where::default() };
    for line in bundle::lines(number, bytes) {
        reader.record(&line, &at);
    }
}

/// A bundle that may be read in portions, under its name, with its size and what it begins with ([`crate::sniff::HEAD`] bytes are
/// enough); nothing, where it is to be read as a whole.
#[must_use]
pub fn in_portions(name: &str, head: &[u8], size: u64, ports: &Ports<'_>) -> Option<Portions> {
    let is_wanted = size <= MOST_CONTAINER && !is_litter(&Name::new(name, ports).shown);
    is_wanted.then(|| Portions::of(head)).flatten()
}

/// The lines around those of the records of a bundle that was read in portions: of its containers, as many as its depth, and behind the
/// records perhaps one that says what is missing.
pub fn read_around(name: &str, size: u64, around: &Around, ports: &Ports<'_>, visit: &mut dyn FnMut(Line)) {
    let mut reader = Reader { directive: "", ports, visit, next: 0, budget: Budget::default() };
    let (mut name, mut at) = (Name::new(name, ports), Where::default());
    if let Some(packed) = &around.packed {
        let member = reader.name_in_gzip(&name, packed.as_deref());
        let Some(inside) = reader.container(name, size, ContainerKind::Gzip, 1, &at) else { return };
        (name, at) = (member, inside);
    }
    let cut = around.cut();
    let members = usize::try_from(around.found).unwrap_or(usize::MAX).saturating_add(usize::from(cut.is_some()));
    let Some(inside) = reader.container(name, around.size, ContainerKind::Bundle, members, &at) else { return };
    if let Some(cause) = cut {
        reader.refused(Name::default(), 0, cause, Some(Place::Byte(around.size)), &inside);
    }
}

struct Reader<'a> {
    directive: &'a str,
    ports: &'a Ports<'a>,
    visit: &'a mut dyn FnMut(Line),
    /// The id of the next line.
    next: u32,
    budget: Budget,
}

/// Where a thing lies.
#[derive(Clone, Default)]
struct Where {
    parent: Option<u32>,
    depth: u32,
    receipt: Option<Arc<Receipt>>,
    /// Whether a mail is around it.
    is_mailed: bool,
    /// Whether it lies among others, in an archive, a mail or a bundle. What is packed alone is as good as chosen itself.
    is_nested: bool,
}

/// How many names a line of skipped files has at most.
const MOST_NAMES: usize = 100;

impl Reader<'_> {
    fn thing(&mut self, name: Name, bytes: Cow<'_, [u8]>, at: &Where) {
        let kind = kind_of(&bytes);
        let size = bytes.len() as u64;
        let limit = most_bytes(kind, at.is_nested);
        if size > limit && kind.is_read() {
            return self.refused(name, size, Cause::TooLarge { size, limit }, None, at);
        }
        match kind {
            Kind::Zip | Kind::Gzip | Kind::Mail | Kind::Bundle if at.depth > MOST_NESTED => {
                self.refused(name, size, Cause::NestedTooDeep { limit: MOST_NESTED }, None, at);
            }
            Kind::Zip => self.archive(name, &bytes, at),
            Kind::Gzip => self.gzip(name, &bytes, at),
            Kind::Mail => self.mail(name, &bytes, at),
            Kind::Bundle => self.bundle(name, &bytes, at),
            kind => {
                let verdict = file::of(kind, bytes.into_owned(), self.directive, remarks(&name, at));
                self.line(name, size, verdict, at);
            }
        }
    }

    fn archive(&mut self, name: Name, bytes: &[u8], at: &Where) {
        let size = bytes.len() as u64;
        let archive = match Archive::open(bytes, self.ports) {
            Ok(archive) => archive,
            Err(_) if begins_as_document(bytes) => {
                return self.refused(name, size, Cause::WrongKind(Kind::Office), None, at);
            }
            Err(Fault { cause, byte }) => return self.refused(name, size, cause, byte.map(Place::Byte), at),
        };
        if let Some(kind) = archive.document() {
            return self.refused(name, size, Cause::WrongKind(kind), None, at);
        }
        let (litter, members): (Vec<&Member>, Vec<&Member>) =
            archive.members.iter().partition(|member| is_litter(&member.name.shown));
        if !members.is_empty() && members.iter().all(|member| member.is_encrypted) {
            return self.refused(name, size, Cause::Encrypted, None, at);
        }
        let Some(inside) = self.container(name, size, ContainerKind::Zip, archive.members.len(), at) else { return };
        for member in members {
            match archive.unpacked(member, &mut self.budget) {
                Ok(bytes) => self.thing(member.name.clone(), Cow::Owned(bytes), &inside),
                Err(Fault { cause, byte }) => {
                    self.refused(member.name.clone(), member.declared, cause, byte.map(Place::Byte), &inside);
                }
            }
        }
        self.skipped(litter.iter().map(|member| member.name.shown.clone()).collect(), &inside);
    }

    fn gzip(&mut self, name: Name, bytes: &[u8], at: &Where) {
        let size = bytes.len() as u64;
        let opened = match gzip::open(bytes, at.is_nested, &mut self.budget) {
            Ok(opened) => opened,
            Err(cause) => return self.refused(name, size, cause, None, at),
        };
        let member = self.name_in_gzip(&name, opened.name.as_deref());
        let Some(inside) = self.container(name, size, ContainerKind::Gzip, 1, at) else { return };
        match opened.bytes {
            Ok(bytes) => self.thing(member, Cow::Owned(bytes), &inside),
            Err(cause) => self.refused(member, 0, cause, None, &inside),
        }
    }

    /// The name of what a gzip file holds: as it says itself, or by its own.
    fn name_in_gzip(&self, name: &Name, raw: Option<&[u8]>) -> Name {
        match raw {
            Some(raw) => Name::of_member(raw, false, rawzip::extra_fields::ExtraFields::new(b""), self.ports),
            None => Name::new(name.shown.strip_suffix(".gz").unwrap_or(&name.shown), self.ports),
        }
    }

    fn mail(&mut self, name: Name, bytes: &[u8], at: &Where) {
        let size = bytes.len() as u64;
        let mail = match mail::open(bytes) {
            Ok(mail) => mail,
            Err(cause) => return self.refused(name, size, cause, None, at),
        };
        let at = Where { receipt: Some(Arc::new(mail.receipt)), is_mailed: true, ..at.clone() };
        let members = mail.attachments.len() + mail.pictures.len();
        let Some(inside) = self.container(name, size, ContainerKind::Mail, members, &at) else { return };
        let mut skipped = mail.pictures;
        for attachment in mail.attachments {
            let name = Name::new(&attachment.name, self.ports);
            let size = attachment.bytes.len();
            if is_litter(&name.shown) {
                skipped.push(name.shown);
            } else if let Err(cause) = self.budget.spend(size) {
                self.refused(name, size as u64, cause, None, &inside);
            } else {
                self.thing(name, Cow::Owned(attachment.bytes), &inside);
            }
        }
        self.skipped(skipped, &inside);
    }

    fn bundle(&mut self, name: Name, bytes: &[u8], at: &Where) {
        let size = bytes.len() as u64;
        let bundle = match bundle::open(bytes) {
            Ok(bundle) => bundle,
            Err(Unopened::TooMany(count)) => {
                let cause = Cause::TooManyMembers { count, limit: MOST_RECORDS };
                return self.refused(name, size, cause, None, at);
            }
            Err(Unopened::Newer(version)) => {
                let outcome = Outcome::KeptUnread(Unread::NewerBundle(version));
                return self.line(name, size, Verdict { outcome, bytes: bytes.to_vec() }, at);
            }
        };
        let found = bundle.lines.len() as u64;
        let last_is_cut = bundle.lines.last().is_some_and(|line| matches!(bundle::read(line), Err(BadRecord::Cut(_))));
        let cut = Around { packed: None, size, found, expected: bundle.expected, last_is_cut }.cut();
        let members = bundle.lines.len() + usize::from(cut.is_some());
        let Some(inside) = self.container(name, size, ContainerKind::Bundle, members, at) else { return };
        for line in &bundle.lines {
            self.record(line, &inside);
        }
        if let Some(cause) = cut {
            self.refused(Name::default(), 0, cause, Some(Place::Byte(size)), &inside);
        }
    }

    fn record(&mut self, line: &bundle::Line<'_>, at: &Where) {
        let size = line.bytes.len() as u64;
        let place = |place| Some(Place::Record(line.number, place));
        match bundle::read(line) {
            Ok(Record::File(around, bytes)) => {
                let name = Name::new(&around.name, self.ports);
                let receipt = Some(around.receipt).filter(|receipt| *receipt != Receipt::default());
                let at = Where { receipt: receipt.map(Arc::new).or_else(|| at.receipt.clone()), ..at.clone() };
                let size = bytes.len() as u64;
                let verdict = file::of_json(bytes, self.directive, remarks(&name, &at));
                self.line(name, size, verdict, &at);
            }
            Ok(Record::Other(kind)) => {
                let outcome = Outcome::KeptUnread(Unread::Record(kind.chars().take(MOST_KIND).collect()));
                self.line(Name::default(), size, Verdict { outcome, bytes: line.bytes.to_vec() }, at);
            }
            Err(BadRecord::Cut(error)) => self.refused(Name::default(), size, Cause::CutRecord, place(error.place), at),
            Err(BadRecord::Json(error)) => {
                let at_place = place(error.place.clone());
                self.refused(Name::default(), size, Cause::File(exchange::Refusal::Json(error)), at_place, at);
            }
            Err(BadRecord::Other) => {
                self.refused(Name::default(), size, Cause::BadRecord, place(json::DocumentPlace::start()), at);
            }
        }
    }

    /// The line of a container, and where its members lie; nothing, where it is refused for their number.
    fn container(&mut self, name: Name, size: u64, kind: ContainerKind, members: usize, at: &Where) -> Option<Where> {
        let refused = match kind {
            _ if members == 0 => Some(Cause::NoMembers),
            ContainerKind::Bundle => None,
            _ => self.budget.enter(members as u64).err(),
        };
        if let Some(cause) = refused {
            self.refused(name, size, cause, None, at);
            return None;
        }
        let is_nested = at.is_nested || kind != ContainerKind::Gzip;
        let inside = Where { parent: Some(self.next), depth: at.depth + 1, is_nested, ..at.clone() };
        let outcome = Outcome::Container { kind, members: u32::try_from(members).unwrap_or(u32::MAX) };
        self.line(name, size, Verdict { outcome, bytes: Vec::new() }, at);
        Some(inside)
    }

    fn skipped(&mut self, mut names: Vec<String>, at: &Where) {
        if names.is_empty() {
            return;
        }
        let files = u32::try_from(names.len()).unwrap_or(u32::MAX);
        names.truncate(MOST_NAMES);
        let verdict = Verdict { outcome: Outcome::Skipped { files, names }, bytes: Vec::new() };
        self.line(Name::default(), 0, verdict, at);
    }

    fn refused(&mut self, name: Name, size: u64, cause: Cause, place: Option<Place>, at: &Where) {
        self.line(name, size, Verdict::refused(cause, place), at);
    }

    fn line(&mut self, name: Name, size: u64, verdict: Verdict, at: &Where) {
        let id = self.next;
        self.next += 1;
        (self.visit)(Line {
            id,
            parent: at.parent,
            depth: at.depth,
            name: name.shown,
            raw_name: name.raw,
            size,
            receipt: at.receipt.clone(),
            outcome: verdict.outcome,
            bytes: verdict.bytes,
        });
    }
}

/// The most letters of the name of a kind of record.
const MOST_KIND: usize = 64;

/// Whether an archive that cannot be read begins as an office document does.
fn begins_as_document(bytes: &[u8]) -> bool {
    const NAME: usize = 30;
    let name = bytes.get(NAME..).unwrap_or_default();
    name.starts_with(b"[Content_Types].xml") || name.starts_with(b"mimetypeapplication/vnd.oasis")
}

/// What is known of how a file came before it is read.
fn remarks(name: &Name, at: &Where) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if name.raw.is_some() {
        remarks.push(Remark::NameGuessed);
    }
    if at.is_mailed {
        remarks.push(Remark::FromMail);
    }
    remarks
}
