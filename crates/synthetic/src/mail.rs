//! Writes mails (RFC 5322) with things attached.

/// What a mail says of itself.
pub(crate) struct Head<'a> {
    /// Who sends it: the name.
    pub(crate) from: &'a str,
    /// Its subject.
    pub(crate) subject: &'a str,
    /// Its text.
    pub(crate) text: &'a str,
    /// On which day of July 2024 it was sent.
    pub(crate) day: u8,
}

/// A mail with things attached, by their names, and a picture within its text, as signatures have.
pub(crate) fn mail(head: &Head<'_>, attached: &[(&str, &[u8])]) -> Vec<u8> {
    const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let mut mail = format!(
        "From: {} <vanthu@example.vn>\r\nTo: tonghop@example.vn\r\nSubject: {}\r\n\
         Date: {:02} Jul 2024 09:30:00 +0700\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"=_part\"\r\n\r\n--=_part\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
        word(head.from),
        word(head.subject),
        head.day,
        base64(head.text.as_bytes()),
    );
    for (name, bytes) in attached {
        let name = word(name);
        mail.push_str(&format!(
            "--=_part\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            base64(bytes)
        ));
    }
    mail.push_str(&format!(
        "--=_part\r\nContent-Type: image/png; name=\"logo.png\"\r\nContent-ID: <logo>\r\n\
         Content-Disposition: inline; filename=\"logo.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n\
         --=_part--\r\n",
        base64(PICTURE)
    ));
    mail.into_bytes()
}

/// A text in a field, as mails write what is not ASCII.
fn word(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { ["=?utf-8?B?", &encoded(text.as_bytes()), "?="].concat() }
}

/// Base64 in lines.
fn base64(bytes: &[u8]) -> String {
    const BYTES_OF_LINE: usize = 57;
    bytes.chunks(BYTES_OF_LINE).map(encoded).collect::<Vec<_>>().join("\r\n")
}

fn encoded(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 4);
    for three in bytes.chunks(3) {
        let at = |index: usize| usize::from(three.get(index).copied().unwrap_or(0));
        let number = at(0) << 16 | at(1) << 8 | at(2);
        for digit in 0..4 {
            let letter = LETTERS.get(number >> (18 - 6 * digit) & 63).copied().filter(|_| digit <= three.len());
            text.push(char::from(letter.unwrap_or(b'=')));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_ends_as_it_should() {
        assert_eq!(["", "f", "fo", "foo"].map(|text| encoded(text.as_bytes())), ["", "Zg==", "Zm8=", "Zm9v"]);
    }
}
