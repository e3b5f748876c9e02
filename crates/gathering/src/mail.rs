//! A mail (RFC 5322) as a file: its attachments, and what its head says.

use crate::kind::Kind;
use crate::line::Cause;
use crate::receipt::Receipt;
use crate::sniff::kind_of;
use domain::date::{Date, Moment};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// A mail that was read.
pub(crate) struct Mail {
    /// What it says of itself.
    pub(crate) receipt: Receipt,
    /// What is attached to it.
    pub(crate) attachments: Vec<Attachment>,
    /// The pictures that its text shows, such as those of a signature: their names.
    pub(crate) pictures: Vec<String>,
}

/// A thing attached to a mail.
pub(crate) struct Attachment {
    /// Its name; empty where it has none.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// How often a mail may name what can hold a mail, by each word for it. Each could lie in the one before it, and they are let go
/// of one within the other.
const MOST_MAILS: usize = 200;
const MAILS: [&[u8]; 3] = [b"rfc822", b"message/global", b"digest"];

/// How many lines a mail may have that could be a field or begin a part: each costs fifty times its bytes in memory.
const MOST_FIELDS: usize = 200_000;
/// The most letters of a field's name.
const LONGEST_FIELD: usize = 78;

/// Opens a mail.
///
/// # Errors
/// Where it is none after all, or is built of more than any mail is.
pub(crate) fn open(bytes: &[u8]) -> Result<Mail, Cause> {
    let may_be_field =
        |line: &&[u8]| line.starts_with(b"--") || line.iter().take(LONGEST_FIELD).any(|byte| *byte == b':');
    if bytes.split(|byte| *byte == b'\n').filter(may_be_field).count() > MOST_FIELDS
        || MAILS.iter().map(|word| count(bytes, word)).sum::<usize>() > MOST_MAILS
    {
        return Err(Cause::Broken);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let message = MessageParser::default().parse(bytes).ok_or(Cause::Broken)?;
    let mut mail = Mail { receipt: receipt(&message), attachments: Vec::new(), pictures: Vec::new() };
    for part in &message.parts {
        let name = part.attachment_name().unwrap_or_default();
        if matches!(part.body, PartType::Multipart(_)) {
            continue;
        }
        let content = content(part, bytes);
        let is_attached = !name.is_empty()
            || part.is_message()
            || part.is_binary()
            || part.content_disposition().is_some_and(|disposition| disposition.is_attachment());
        if is_shown(part, &content) {
            mail.pictures.push(name.to_owned());
        } else if is_attached || is_ours(&content) {
            mail.attachments.push(Attachment { name: name_of(part, name), bytes: content });
        }
    }
    Ok(mail)
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|window| window.eq_ignore_ascii_case(word)).count()
}

/// A mail in a mail mostly has no name of its own: its subject is one.
fn name_of(part: &MessagePart<'_>, name: &str) -> String {
    let subject = || part.message().and_then(Message::subject).unwrap_or_default();
    if name.is_empty() { subject().to_owned() } else { name.to_owned() }
}

/// What a part holds. Texts are taken from the mail as they stand there: the library has them in Unicode, and a file is its bytes.
fn content(part: &MessagePart<'_>, mail: &[u8]) -> Vec<u8> {
    let at = |offset: u32| usize::try_from(offset).unwrap_or(usize::MAX);
    let raw = mail.get(at(part.offset_body)..at(part.offset_end)).unwrap_or_default();
    let as_read = || part.contents().to_vec();
    match (&part.body, part.encoding) {
        (PartType::Binary(bytes) | PartType::InlineBinary(bytes), _) => bytes.to_vec(),
        (PartType::Message(message), Encoding::Base64 | Encoding::QuotedPrintable) => message.raw_message().to_vec(),
        (_, Encoding::None) => raw.to_vec(),
        (_, Encoding::Base64) => base64_decode(raw).unwrap_or_else(as_read),
        (_, Encoding::QuotedPrintable) => quoted_printable_decode(raw).unwrap_or_else(as_read),
    }
}

/// Whether it is a picture within the text.
fn is_shown(part: &MessagePart<'_>, content: &[u8]) -> bool {
    let is_attached = part.content_disposition().is_some_and(|disposition| disposition.is_attachment());
    kind_of(content) == Kind::Picture && !is_attached && part.content_id().is_some()
}

/// Whether the text of a mail is itself what somebody meant to send: a file, or a page that was saved as a mail.
fn is_ours(content: &[u8]) -> bool {
    match kind_of(content) {
        Kind::Bundle => true,
        Kind::Json => content.windows(exchange::FORMAT.len()).any(|window| window == exchange::FORMAT.as_bytes()),
        Kind::Page => exchange::carrier::carried(content).is_some(),
        _ => false,
    }
}

fn receipt(message: &Message<'_>) -> Receipt {
    let from = message.from().and_then(|from| from.first()).map(|from| {
        match (from.name.as_deref(), from.address.as_deref()) {
            (Some(name), Some(address)) => format!("{name} <{address}>"),
            (name, address) => name.or(address).unwrap_or_default().to_owned(),
        }
    });
    let date = message.date().filter(|date| date.is_valid() && Date::new(date.year, date.month, date.day).is_some());
    Receipt {
        from: from.unwrap_or_default(),
        date: date.map(|date| Moment(date.to_timestamp().saturating_mul(1000)).to_iso()).unwrap_or_default(),
        subject: message.subject().unwrap_or_default().to_owned(),
        ..Receipt::default()
    }
}
