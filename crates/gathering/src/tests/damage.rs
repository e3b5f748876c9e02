//! Whatever bytes are handed in, nothing panics, and what is reported is consistent.

use super::zip::{Entry, archive, packed, stored, unicode_path};
use super::{file, lines, page};
use crate::bundle::{Head, Piece, write};
use proptest::prelude::*;

/// Things of each kind, whole.
fn things() -> Vec<Vec<u8>> {
    let json = file("Quận ủy Ninh Kiều");
    let inner = archive(&[packed("a.json", &json), stored("Thumbs.db", b"x")]);
    let zip = archive(&[
        packed("a.json", &json),
        stored("b.zip", &inner),
        Entry {
            is_streamed: true,
            extra: unicode_path(b"Qu\xe2.json", "Quận.json"),
            ..packed(b"Qu\xe2.json", &page(&json))
        },
    ]);
    let wide = archive(&[Entry { is_zip64: true, ..packed("a.json", &json) }]);
    let mut bundle = String::new();
    let piece = Piece::File { name: "a.json", receipt: None, file: &json };
    write(Head::default(), [piece.clone(), piece].into_iter(), &mut |text| bundle.push_str(text));
    let text = String::from_utf8(json.clone()).unwrap();
    let mail = format!(
        "From: =?utf-8?B?UXXhuq1u?= <a@b.vn>\r\nDate: Mon, 01 Jul 2024 07:30:00 +0700\r\nSubject: =?utf-8?Q?B=C3?=\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\nx\r\n--b1\r\n\
         Content-Type: application/json; name*=utf-8''a%20b.json\r\nContent-Disposition: attachment\r\n\r\n{text}\r\n--b1\r\n\
         Content-Type: message/rfc822\r\n\r\nFrom: c@d\r\nContent-Type: multipart/digest; boundary=b2\r\n\r\n--b2\r\n\r\n\
         From: e@f\r\nContent-Transfer-Encoding: base64\r\nContent-Type: application/x; name=x\r\n\r\ne30=\r\n--b2--\r\n--b1\r\n\
         Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=windows-1258\r\n\r\n=3Chtml=\r\n>\r\n--b1--\r\n"
    );
    vec![json.clone(), zip, inner, wide, bundle.into_bytes(), mail.into_bytes(), page(&json), super::utf16(&json)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_and_cut_things_never_panic(
        which in 0..8usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in any::<Option<prop::sample::Index>>(),
        moved in any::<Option<(prop::sample::Index, prop::sample::Index)>>(),
    ) {
        let mut bytes = things().swap_remove(which);
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some((from, to)) = moved {
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            let piece = bytes[from.min(to)..from.max(to)].to_vec();
            bytes.splice(from..from, piece);
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = lines("x", &bytes);
    }

    #[test]
    fn no_bytes_panic(start in 0..9usize, bytes in prop::collection::vec(any::<u8>(), 0..300), name in any::<String>()) {
        let starts: [&[u8]; 9] = [
            b"", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"From: a\nDate: b\n", b"{", b"<html>", b"\xff\xfe",
            b"{\"format\":\"directive-gathering\",\"version\":1}\n",
        ];
        let _ = lines(&name, &[starts[start], &bytes].concat());
    }

    /// Lines of mails in every order: no header or boundary is where it belongs.
    #[test]
    fn no_order_of_the_lines_of_a_mail_panics(order in prop::collection::vec(any::<prop::sample::Index>(), 1..60)) {
        let mail = String::from_utf8(things().swap_remove(5)).unwrap();
        let all: Vec<&str> = mail.split_inclusive('\n').collect();
        let mut text = "From: a@b\r\nMIME-Version: 1.0\r\n".to_owned();
        order.iter().for_each(|at| text.push_str(all[at.index(all.len())]));
        let _ = lines("x.eml", text.as_bytes());
    }
}

/// Each byte of the parts of an archive that say where things are.
#[test]
fn every_byte_of_a_directory_may_be_wrong() {
    let whole =
        archive(&[packed("a.json", b"{}"), stored("b.json", b"[]"), Entry { is_zip64: true, ..packed("c", b"x") }]);
    for at in 0..whole.len() {
        for value in [0, 1, 0x7f, 0x80, 0xff] {
            let mut changed = whole.clone();
            changed[at] = value;
            let _ = lines("x.zip", &changed);
        }
    }
}
