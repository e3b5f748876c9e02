//! The containers in which files come: archives, mails and pages.

use crate::archive::{ENCRYPTED, Member, archive, gzip};
use crate::desk::{Desk, File, container};
use crate::kinds::{CauseKind, LineKind, RemarkKind, VerdictKind};
use crate::mail::{Head, mail};
use crate::names::{with_ending, with_suffix};
use crate::thing::{ExpectedAssessment, ExpectedLine};
use domain::assessment::UnitRef;
use domain::sample;
use gathering::line::ContainerKind;

/// A name with a folder, as people give them.
fn named(desk: &mut Desk<'_>, ending: &str) -> String {
    let folder = desk.stock.plain("folder", &mut desk.random);
    let stem = desk.stock.plain("document", &mut desk.random);
    format!("{folder}/{stem}.{ending}")
}

/// The Explorer of a Vietnamese Windows packed it: names in windows-1258, and files of the system.
pub(super) fn explorer(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let name = named(desk, "json");
    let members = [
        Member::packed(&desk.letters.in_1258(&name), &file.bytes),
        Member::packed(b"Thumbs.db", b"\xd0\xcf\x11\xe0"),
        Member::packed(b"desktop.ini", b"[.ShellClassInfo]\r\n"),
    ];
    let lines = vec![
        container(ContainerKind::Zip, members.len()),
        file.line(VerdictKind::Only).with(RemarkKind::NameGuessed).within(0),
        ExpectedLine::of(LineKind::Skipped(2)).within(0),
    ];
    desk.send(with_ending(&file.name, "zip"), archive(&members), lines);
}

/// A Mac packed it: names decomposed, and a second entry for each.
pub(super) fn mac(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let name = desk.letters.decomposed(&named(desk, "json"));
    let shadow = ["__MACOSX/._", &name].concat();
    let members = [Member::packed(name.as_bytes(), &file.bytes), Member::packed(shadow.as_bytes(), &[0, 5, 22, 7])];
    let lines = vec![
        container(ContainerKind::Zip, members.len()),
        file.line(VerdictKind::Only).within(0),
        ExpectedLine::of(LineKind::Skipped(1)).within(0),
    ];
    desk.send(with_ending(&file.name, "zip"), archive(&members), lines);
}

/// Archives within archives: as deep as is opened, and one deeper.
pub(super) fn nested(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let within = |name: &str, bytes: &[u8]| archive(&[Member::named(name, bytes)]);
    let third = within(&file.name, &file.bytes);
    let whole = within("2.zip", &within("3.zip", &third));
    let zip = || container(ContainerKind::Zip, 1);
    let lines = vec![zip(), zip().within(0), zip().within(1), file.line(VerdictKind::Only).within(2)];
    desk.send(with_ending(&file.name, "zip"), whole.clone(), lines);
    let deep = ExpectedLine::of(LineKind::Refused(CauseKind::NestedTooDeep));
    let lines = vec![zip(), zip().within(0), zip().within(1), deep.within(2)];
    desk.send(with_suffix(&with_ending(&file.name, "zip"), "_2"), within("1.zip", &whole), lines);
}

/// "Download all" of a web mail: two things under one name.
pub(super) fn same_name(desk: &mut Desk<'_>) {
    let draft = desk.draft();
    let one = desk.export(&draft);
    let next = desk.edited(&draft, &one);
    let other = desk.export(&next);
    let members = [&one, &other].map(|file| Member::named("bao-cao.json", &file.bytes));
    let lines = vec![
        container(ContainerKind::Zip, members.len()),
        one.line(VerdictKind::SupersededByChain).within(0),
        other.line(VerdictKind::Latest(1)).within(0),
    ];
    desk.send(with_ending(&other.name, "zip"), archive(&members), lines);
}

/// One of two things in an archive wants a password.
pub(super) fn partly_encrypted(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let open = Member::named(&file.name, &file.bytes);
    let closed = Member::named("mat.json", &file.bytes);
    let closed = Member { flags: closed.flags | ENCRYPTED, ..closed };
    let lines = vec![
        container(ContainerKind::Zip, 2),
        file.line(VerdictKind::Only).within(0),
        ExpectedLine::of(LineKind::Refused(CauseKind::Encrypted)).within(0),
    ];
    desk.send(with_ending(&file.name, "zip"), archive(&[open, closed]), lines);
}

/// A gzip file.
pub(super) fn gzipped(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let lines = vec![container(ContainerKind::Gzip, 1), file.line(VerdictKind::Only).within(0)];
    desk.send([&file.name, ".gz"].concat(), gzip(&file.bytes), lines);
}

/// A page that carries the file.
pub(super) fn page(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let held = String::from_utf8_lossy(&file.bytes).replace('<', "\\u003c");
    let page = [
        "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"></head><body>\n",
        "<script type=\"application/json\" id=\"directive-assessment-data\">",
        &held,
        "</script>\n</body></html>\n",
    ]
    .concat();
    let line = file.line(VerdictKind::Only).with(RemarkKind::FromPage);
    desk.send(with_ending(&file.name, "html"), page.into_bytes(), vec![line]);
}

/// A mail with the file of the unit and perhaps a document attached, and with a picture in its text.
fn mailed(desk: &mut Desk<'_>, file: &File, day: u8) -> Vec<u8> {
    let unit = desk.sender.unit.name.clone();
    let fill = |text: &str| text.replace("{u}", &unit);
    let subject = fill(desk.stock.plain("subject", &mut desk.random));
    let text = fill(desk.stock.plain("body", &mut desk.random));
    let head = Head { from: &unit, subject: &subject, text: &text, day };
    mail(&head, &[(&file.name, &file.bytes), ("bao-cao.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")])
}

/// The result of such a mail in the container of that line.
fn lines_of_mail(file: &File, at: u32) -> Vec<ExpectedLine> {
    vec![
        container(ContainerKind::Mail, 3),
        file.line(VerdictKind::Only).with(RemarkKind::FromMail).within(at),
        ExpectedLine::of(LineKind::Refused(CauseKind::WrongKind(gathering::kind::Kind::Pdf))).within(at),
        ExpectedLine::of(LineKind::Skipped(1)).within(at),
    ]
}

/// A mail that was sent after the deadline.
pub(super) fn late_mail(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let day = crate::plan::small(desk.random.between(17, 30));
    let bytes = mailed(desk, &file, day);
    desk.send(with_ending(&file.name, "eml"), bytes, lines_of_mail(&file, 0));
}

/// A mail in an archive.
pub(super) fn mail_in_archive(desk: &mut Desk<'_>) {
    let file = desk.usual();
    let bytes = mailed(desk, &file, 9);
    let mut lines = vec![container(ContainerKind::Zip, 1)];
    lines.extend(lines_of_mail(&file, 1));
    if let Some(mail) = lines.get_mut(1) {
        mail.parent = Some(0);
    }
    desk.send(with_ending(&file.name, "zip"), archive(&[Member::named("thu.eml", &bytes)]), lines);
}

/// Two units in one file, with the sample among them.
pub(super) fn several_in_one(desk: &mut Desk<'_>) {
    let draft = desk.draft();
    let slip = desk.stock.plain("slip", &mut desk.random);
    let other = UnitRef { name: format!("{slip} {}", desk.number), id: String::new(), ..draft.unit.clone() };
    let (other, sample) = (desk.draft_for(&other), sample::built_in());
    let file = desk.export_all(&[&draft, &sample, &other]);
    let mut line = file.line(VerdictKind::Only).with(RemarkKind::SamplesLeftOut(1));
    line.assessments.push(ExpectedAssessment { key: file.key(2), verdict: VerdictKind::UnitUnknown });
    desk.send(file.name.clone(), file.bytes, vec![line]);
}
