//! What assessments say, as bytes.

use domain::assessment::{Status, UnitRef};
use domain::date::Date;
use gathering::bytes::{In, Out};
use gathering::facts::{AnswerFacts, Facts, StepFacts};
use gathering::received::{Key, Received};
use json::{Limits, Unknown};

/// The bits of an answer, or of an assessment.
const LIMITATIONS: u8 = 1;
const OBJECTIVE: u8 = 2;
const SUBJECTIVE: u8 = 4;
const RESAVED: u8 = 1;
const SAMPLE: u8 = 2;

pub(super) fn write(out: &mut Out, received: &Received) {
    let Received { key, resaved, exported_at, directive, edition, facts } = received;
    out.text(&key.sha256);
    out.number(key.index);
    out.byte(flag(*resaved, RESAVED) | flag(facts.sample, SAMPLE));
    out.text(exported_at);
    out.text(directive);
    out.text(edition);
    write_unit(out, &facts.unit);
    out.text(&facts.draft_id);
    texts(out, &facts.based_on);
    out.number(facts.revision);
    date(out, facts.as_of);
    texts(out, &facts.covers);
    out.list(&facts.answers, write_answer);
    texts(out, &facts.opted_in);
    texts(out, &facts.proposals);
    texts(out, &facts.replies);
    out.0.extend_from_slice(&facts.content);
}

pub(super) fn read(from: &mut In<'_>) -> Option<Received> {
    let key = Key { sha256: from.text()?.into(), index: from.number()? };
    let flags = from.byte()?;
    Some(Received {
        key,
        resaved: flags & RESAVED != 0,
        exported_at: from.owned()?,
        directive: from.text()?.into(),
        edition: from.text()?.into(),
        facts: Facts {
            unit: read_unit(from)?,
            draft_id: from.owned()?,
            based_on: from.list(In::owned)?,
            revision: from.number()?,
            sample: flags & SAMPLE != 0,
            as_of: read_date(from)?,
            covers: from.list(In::owned)?,
            answers: from.list(read_answer)?,
            opted_in: from.list(In::owned)?,
            proposals: from.list(In::owned)?,
            replies: from.list(In::owned)?,
            content: from.exactly(16)?.try_into().ok()?,
        },
    })
}

fn write_unit(out: &mut Out, unit: &UnitRef) {
    out.text(&unit.id);
    out.text(&unit.group);
    out.text(&unit.name);
    let unknown = UnitRef { unknown: unit.unknown.clone(), ..UnitRef::default() };
    // Nearly no file has any.
    let is_known = unknown == UnitRef::default();
    out.text(&if is_known { String::new() } else { json::canonical(&json::Json::Object(unknown.unknown.0)) });
}

fn read_unit(from: &mut In<'_>) -> Option<UnitRef> {
    let (id, group, name) = (from.owned()?, from.owned()?, from.owned()?);
    let unknown = match from.bytes()? {
        b"" => Unknown::default(),
        text => match json::read(text, &Limits::STORE).ok()? {
            json::Json::Object(fields) => Unknown(fields),
            _ => return None,
        },
    };
    Some(UnitRef { id, group, name, unknown })
}

fn write_answer(out: &mut Out, answer: &AnswerFacts) {
    out.text(&answer.requirement);
    out.byte(answer.status.and_then(place_of).unwrap_or(NONE));
    let limitations = flag(answer.has_limitations, LIMITATIONS);
    let objective = flag(answer.has_objective_causes, OBJECTIVE);
    out.byte(limitations | objective | flag(answer.has_subjective_causes, SUBJECTIVE));
    out.list(&answer.steps, |out, step| {
        out.byte(u8::from(step.is_done));
        date(out, step.due);
    });
}

fn read_answer(from: &mut In<'_>) -> Option<AnswerFacts> {
    let requirement = from.owned()?;
    let status = match from.byte()? {
        NONE => None,
        place => Some(*Status::ALL.get(usize::from(place))?),
    };
    let flags = from.byte()?;
    Some(AnswerFacts {
        requirement,
        status,
        has_limitations: flags & LIMITATIONS != 0,
        has_objective_causes: flags & OBJECTIVE != 0,
        has_subjective_causes: flags & SUBJECTIVE != 0,
        steps: from.list(|from| Some(StepFacts { is_done: from.byte()? != 0, due: read_date(from)? }))?,
    })
}

/// That there is no status.
const NONE: u8 = u8::MAX;

/// The place of a status among all.
fn place_of(status: Status) -> Option<u8> {
    u8::try_from(Status::ALL.iter().position(|other| *other == status)?).ok()
}

fn date(out: &mut Out, date: Option<Date>) {
    out.text(&date.map(Date::to_iso).unwrap_or_default());
}

fn read_date(from: &mut In<'_>) -> Option<Option<Date>> {
    match from.text()? {
        "" => Some(None),
        text => Date::from_iso(text).map(Some),
    }
}

fn texts(out: &mut Out, texts: &[String]) {
    out.list(texts, |out, text| out.text(text));
}

fn flag(is_set: bool, bit: u8) -> u8 {
    if is_set { bit } else { 0 }
}
