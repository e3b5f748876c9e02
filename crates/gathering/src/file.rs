//! One assessment file: what becomes of it.

use crate::facts::Facts;
use crate::kind::Kind;
use crate::line::{Cause, Outcome, Place, Remark, Unread};
use crate::lost;
use crate::received::{Key, Received};
use crate::utf16;
use exchange::salvage::salvage;
use exchange::{Incoming, Refusal};
use std::sync::Arc;

/// What became of a file.
pub(crate) struct Verdict {
    /// What.
    pub(crate) outcome: Outcome,
    /// The bytes that are to be stored (see `Line::bytes`).
    pub(crate) bytes: Vec<u8>,
}

impl Verdict {
    /// Refuses a thing for what it is as a whole.
    pub(crate) fn refused(cause: Cause, place: Option<Place>) -> Self {
        Self { outcome: Outcome::Refused { cause, place, readable: 0 }, bytes: Vec::new() }
    }
}

/// What becomes of a thing that is no container.
pub(crate) fn of(kind: Kind, bytes: Vec<u8>, directive: &str, mut remarks: Vec<Remark>) -> Verdict {
    match kind {
        Kind::Json => of_json(bytes, directive, remarks),
        Kind::Page => match exchange::carrier::carried(&bytes) {
            Some(file) => {
                remarks.push(Remark::FromPage);
                of_json(file, directive, remarks)
            }
            None => Verdict::refused(Cause::of_kind(kind), None),
        },
        Kind::Utf16 => Verdict::refused(Cause::Utf16(utf16::file(&bytes, directive)), None),
        kind => Verdict::refused(Cause::of_kind(kind), None),
    }
}

/// What becomes of a file that is JSON.
pub(crate) fn of_json(bytes: Vec<u8>, directive: &str, remarks: Vec<Remark>) -> Verdict {
    let refusal = match exchange::read(&bytes, directive) {
        Ok(incoming) => return held(&incoming, bytes, remarks),
        Err(refusal) => refusal,
    };
    let outcome = match refusal {
        Refusal::OtherDirective(directive) => Outcome::Aside { directive },
        Refusal::NewerVersion(version) => match exchange::read_newer(&bytes, directive) {
            Err(Refusal::OtherDirective(directive)) => Outcome::Aside { directive },
            _ => Outcome::KeptUnread(Unread::NewerFile(version)),
        },
        refusal => return refused(refusal, bytes),
    };
    Verdict { outcome, bytes }
}

fn refused(mut refusal: Refusal, bytes: Vec<u8>) -> Verdict {
    let place = Some(Place::Document(refusal.place(&bytes)));
    let readable = salvage(&mut refusal, &bytes).map_or(0, |salvage| count(salvage.assessments.len()));
    let may_have_lost = match &refusal {
        Refusal::Json(error) => error.cause == json::Cause::NotUtf8,
        Refusal::Damaged { .. } => true,
        _ => false,
    };
    let lost = if may_have_lost { lost::letters(&bytes) } else { None };
    let cause = lost.map_or(Cause::File(refusal), Cause::LostLetters);
    let bytes = if readable > 0 { bytes } else { Vec::new() };
    Verdict { outcome: Outcome::Refused { cause, place, readable }, bytes }
}

fn held(incoming: &Incoming, bytes: Vec<u8>, mut remarks: Vec<Remark>) -> Verdict {
    let envelope = &incoming.envelope;
    let sha256: Arc<str> = envelope.sha256.as_str().into();
    let (directive, edition) = (envelope.directive.id.as_str().into(), envelope.directive.edition.as_str().into());
    let received = |(index, assessment)| Received {
        key: Key { sha256: Arc::clone(&sha256), index },
        resaved: incoming.resaved.is_some(),
        exported_at: envelope.exported_at.clone(),
        directive: Arc::clone(&directive),
        edition: Arc::clone(&edition),
        facts: Facts::of(assessment),
    };
    let mut assessments: Vec<Received> = (0..).zip(incoming.assessments()).map(received).collect();
    let all = assessments.len();
    assessments.retain(|received| !received.facts.sample);
    if assessments.is_empty() {
        return Verdict::refused(Cause::Sample, None);
    }
    if assessments.len() < all {
        remarks.push(Remark::SamplesLeftOut(count(all - assessments.len())));
    }
    if let Some(place) = &incoming.resaved {
        remarks.push(Remark::Resaved(place.clone()));
    }
    Verdict { outcome: Outcome::Held { sha256, assessments, remarks }, bytes }
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
