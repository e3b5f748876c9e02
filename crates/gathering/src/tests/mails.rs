//! Mails as files.

use super::zip::{archive, packed, stored};
use super::{cause, file, is_held, lines, page};
use crate::kind::Kind;
use crate::limits::MOST_NESTED;
use crate::line::{Cause, ContainerKind, Line, Outcome, Remark};

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let number = at(0) << 16 | at(1) << 8 | at(2);
        for digit in 0..4 {
            let letter = LETTERS[usize::try_from(number >> (18 - 6 * digit) & 63).unwrap()];
            text.push(if digit <= three.len() { char::from(letter) } else { '=' });
        }
        if text.len() % 78 == 76 {
            text.push_str("\r\n");
        }
    }
    text
}

const HEAD: &str = "From: =?utf-8?B?UXXhuq1uIOG7p3k=?= <qu@cantho.gov.vn>\r\nTo: a@b.vn\r\nSubject: =?utf-8?Q?B=C3=A1o c=C3=A1o?=\r\n\
                    Date: Mon, 01 Jul 2024 07:30:00 +0700\r\nMIME-Version: 1.0\r\n";

/// A part that is attached, in base64.
fn part(kind: &str, name: &str, bytes: &[u8]) -> String {
    let disposition = format!("Content-Disposition: attachment; filename=\"{name}\"");
    format!(
        "Content-Type: {kind}; name=\"{name}\"\r\n{disposition}\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
        base64(bytes)
    )
}

/// A mail with a greeting and parts.
fn mail(parts: &[String]) -> Vec<u8> {
    let mut text = format!("{HEAD}Content-Type: multipart/mixed; boundary=\"=_b\"\r\n\r\n--=_b\r\n");
    text.push_str("Content-Type: text/plain; charset=utf-8\r\n\r\nKính gửi\r\n");
    for part in parts {
        text.push_str("--=_b\r\n");
        text.push_str(part);
    }
    (text + "--=_b--\r\n").into_bytes()
}

fn members(mail: &[u8]) -> Vec<Line> {
    let mut found = lines("x.eml", mail);
    let container = found.remove(0);
    assert!(matches!(container.outcome, Outcome::Container { kind: ContainerKind::Mail, .. }), "{container:?}");
    found
}

/// 16
#[test]
fn what_is_attached_is_read_and_the_mail_is_a_hint_of_its_receipt() {
    let bytes = file("Quận ủy Ninh Kiều");
    let name = "=?utf-8?B?UXXhuq1uLmpzb24=?=";
    for kind in ["application/json", "application/octet-stream", "text/plain; charset=windows-1258", "text/html"] {
        let found = members(&mail(&[part(kind, name, &bytes)]));
        assert_eq!(found.len(), 1, "{found:?}");
        let Outcome::Held { remarks, .. } = &found[0].outcome else { panic!("{kind} {found:?}") };
        assert_eq!(remarks, &[Remark::FromMail]);
        assert_eq!((found[0].name.as_str(), &found[0].bytes), ("Quận.json", &bytes), "{kind}");
        let receipt = found[0].receipt.as_ref().unwrap();
        assert_eq!(receipt.from, "Quận ủy <qu@cantho.gov.vn>");
        assert_eq!(receipt.date, "2024-07-01T00:30:00Z");
        assert_eq!(receipt.subject, "Báo cáo");
    }
}

#[test]
fn several_attachments_of_all_kinds_have_a_line_each() {
    let found = members(&mail(&[
        part("application/json", "a.json", &file("A")),
        part("application/json", "a.json", &file("B")),
        part("application/zip", "c.zip", &archive(&[packed("c.json", &file("C"))])),
        part("application/pdf", "d.pdf", b"%PDF-1.7"),
        part("application/ms-tnef", "winmail.dat", b"\x78\x9f\x3e\x22\x01\0"),
        part("text/html", "e.html", &page(&file("E"))),
    ]));
    assert_eq!(found.iter().filter(|line| is_held(line)).count(), 4, "{found:?}");
    // What lies deeper came with the mail as well.
    assert!(found.iter().all(|line| line.receipt.is_some()));
    assert_eq!(cause(&found[4]), Cause::WrongKind(Kind::Pdf));
    assert_eq!(cause(&found[5]), Cause::WrongKind(Kind::OutlookAttachments));
}

#[test]
fn a_picture_of_the_text_is_passed_over_and_an_attached_one_is_not() {
    let shown = "Content-Type: image/png; name=\"logo.png\"\r\nContent-ID: <a@b>\r\nContent-Disposition: inline\r\n\
                 Content-Transfer-Encoding: base64\r\n\r\n";
    let shown = shown.to_owned() + &base64(b"\x89PNG\r\n\x1a\n") + "\r\n";
    let attached = part("image/png", "photo.png", b"\x89PNG\r\n\x1a\n");
    let found = members(&mail(&[shown, part("application/json", "a.json", &file("A")), attached]));
    assert!(is_held(&found[0]));
    assert_eq!(cause(&found[1]), Cause::WrongKind(Kind::Picture));
    assert_eq!(found[2].outcome, Outcome::Skipped { files: 1, names: vec!["logo.png".into()] });
}

#[test]
fn a_mail_in_a_mail_counts_as_a_container() {
    let in_mail = |inner: &[u8], name: &str| {
        let inner = str::from_utf8(inner).unwrap();
        mail(&[format!(
            "Content-Type: message/rfc822; name=\"{name}\"\r\nContent-Disposition: attachment\r\n\r\n{inner}\r\n"
        )])
    };
    let boundary = |mail: Vec<u8>, depth: usize| {
        String::from_utf8(mail).unwrap().replace("=_b", &format!("=_{depth}")).into_bytes()
    };
    let mut bytes = boundary(mail(&[part("application/json", "a.json", &file("A"))]), 0);
    for depth in 1..=3 {
        bytes = boundary(in_mail(&bytes, "b.eml"), depth * 10);
        let found = lines("x.eml", &bytes);
        let last = found.last().unwrap();
        if depth <= 2 {
            assert!(is_held(last), "{depth} {found:?}");
        } else {
            assert_eq!(cause(last), Cause::NestedTooDeep { limit: MOST_NESTED });
        }
    }
    let in_zip = archive(&[stored("b.eml", &mail(&[part("application/json", "a.json", &file("A"))]))]);
    assert!(is_held(lines("x.zip", &in_zip).last().unwrap()));
}

/// A program that sends a file as the text of the mail, or a page saved as one.
#[test]
fn a_file_that_is_the_mail_itself_is_found() {
    let plain = String::from_utf8(file("A")).unwrap();
    let alone =
        format!("{HEAD}Content-Type: application/json; name=\"a.json\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
    let alone = alone + &base64(plain.as_bytes());
    assert!(is_held(&members(alone.as_bytes())[0]));
    let pasted =
        format!("{HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{plain}");
    assert!(is_held(&members(pasted.as_bytes())[0]));
    let saved = String::from_utf8(page(plain.as_bytes())).unwrap().replace('=', "=3D");
    let saved = format!("{HEAD}Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{saved}");
    assert!(is_held(&members(saved.as_bytes())[0]));
}

#[test]
fn a_mail_with_nothing_attached_is_refused() {
    let [only] = lines("x.eml", &mail(&[])).try_into().unwrap();
    assert_eq!(cause(&only), Cause::NoMembers);
}

#[test]
fn a_mail_that_is_cut_gives_what_is_whole() {
    let whole = mail(&[part("application/json", "a.json", &file("A")), part("application/json", "b.json", &file("B"))]);
    let at = whole.len() - 200;
    let found = lines("x.eml", &whole[..at]);
    assert!(is_held(&found[1]));
    assert!(!found.iter().skip(2).any(is_held), "{found:?}");
}

#[test]
fn a_mail_of_nothing_but_fields_is_refused() {
    for line in ["a:\r\n", "--b\r\n", "\r\n--b\r\n"] {
        let head = HEAD.to_owned() + "Content-Type: multipart/mixed; boundary=b\r\n";
        let found = lines("x.eml", (head + &line.repeat(200_001)).as_bytes());
        assert_eq!(cause(&found[0]), Cause::Broken, "{line:?}");
    }
}

/// As many as are read take little of the stack: a browser gives a quarter of what a thread has here.
#[test]
fn many_mails_within_one_another_fit_the_stack() {
    let nested = || {
        let mut text = HEAD.to_owned();
        (0..199).for_each(|_| text.push_str("Content-Type: message/rfc822\r\n\r\n"));
        let found = lines("x.eml", text.as_bytes());
        assert!(found.len() > 1, "{found:?}");
    };
    std::thread::Builder::new().stack_size(512 * 1024).spawn(nested).unwrap().join().unwrap();
}

/// Mails within mails are let go of one within the other: so many would take the whole stack.
#[test]
fn a_mail_of_thousands_of_mails_is_refused() {
    let mut text = HEAD.to_owned();
    for _ in 0..20_000 {
        text.push_str("Content-Type: message/rfc822\r\n\r\n");
    }
    let found = lines("x.eml", text.as_bytes());
    assert_eq!(cause(&found[0]), Cause::Broken);
    let mut digest = HEAD.to_owned();
    for depth in 0..20_000 {
        digest.push_str(&format!("Content-Type: multipart/digest; boundary={depth}\r\n\r\n--{depth}\r\n\r\n"));
    }
    assert_eq!(cause(&lines("x.eml", digest.as_bytes())[0]), Cause::Broken);
}
