//! Whatever was found comes out of the bytes as it went in, and bytes that are cut or changed do no harm.

#![allow(clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::note::{HasRead, Note};
use crate::rewrite::Rewrite;
use domain::assessment::{Status, UnitRef};
use domain::date::Date;
use gathering::decisions::LeftOut;
use gathering::facts::{AnswerFacts, Facts, StepFacts};
use gathering::received::Key;
use json::{Json, Map, Unknown};
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["", "[a-z0-9.]{1,8}", "\\PC{0,12}"]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 0..4)
}

fn date() -> impl Strategy<Value = Option<Date>> {
    prop::option::of((1900_u16..2200, 1_u8..13, 1_u8..29))
        .prop_map(|date| date.and_then(|(y, m, d)| Date::new(y, m, d)))
}

fn unit() -> impl Strategy<Value = UnitRef> {
    let unknown = prop_oneof![
        Just(Unknown::default()),
        text().prop_map(|value| { Unknown(Map::from([("later".to_owned(), Json::String(value))])) })
    ];
    (text(), text(), text(), unknown).prop_map(|(id, group, name, unknown)| UnitRef { id, group, name, unknown })
}

fn answer() -> impl Strategy<Value = AnswerFacts> {
    let statuses: Vec<Status> = Status::ALL.to_vec();
    let step = (date(), any::<bool>()).prop_map(|(due, is_done)| StepFacts { due, is_done });
    let status = prop::option::of(prop::sample::select(statuses));
    (text(), status, any::<[bool; 3]>(), prop::collection::vec(step, 0..3)).prop_map(
        |(requirement, status, [has_limitations, has_objective_causes, has_subjective_causes], steps)| AnswerFacts {
            requirement,
            status,
            has_limitations,
            has_objective_causes,
            has_subjective_causes,
            steps,
        },
    )
}

fn facts() -> impl Strategy<Value = Facts> {
    let whose = (unit(), text(), texts(), any::<u32>(), any::<bool>(), date());
    let what = (texts(), prop::collection::vec(answer(), 0..4), texts(), texts(), texts(), any::<[u8; 16]>());
    (whose, what).prop_map(
        |(
            (unit, draft_id, based_on, revision, sample, as_of),
            (covers, answers, opted_in, proposals, replies, content),
        )| Facts {
            unit,
            draft_id,
            based_on,
            revision,
            sample,
            as_of,
            covers,
            answers,
            opted_in,
            proposals,
            replies,
            content,
        },
    )
}

fn received() -> impl Strategy<Value = Received> {
    (text(), any::<u32>(), any::<bool>(), text(), text(), text(), facts()).prop_map(
        |(sha256, index, resaved, exported_at, directive, edition, facts)| Received {
            key: Key { sha256: sha256.as_str().into(), index },
            resaved,
            exported_at,
            directive: directive.as_str().into(),
            edition: edition.as_str().into(),
            facts,
        },
    )
}

fn line() -> impl Strategy<Value = ThingLine> {
    (text(), any::<u32>(), any::<u64>(), text(), texts(), any::<bool>()).prop_map(
        |(name, depth, size, word, remarks, kept)| ThingLine {
            name,
            depth,
            size,
            word,
            remarks,
            kept,
            outcome: "held".to_owned(),
            ..ThingLine::default()
        },
    )
}

fn decision() -> impl Strategy<Value = Decision> {
    (text(), text()).prop_map(|(id, reason)| Decision {
        id,
        left_out: Some(LeftOut { reason, ..LeftOut::default() }),
        ..Decision::default()
    })
}

fn note() -> impl Strategy<Value = Note> {
    let read = |(unit, sha256)| Some(HasRead { unit, sha256, ..HasRead::default() });
    (text(), any::<u32>(), (text(), text()).prop_map(read)).prop_map(|(id, revision, read)| Note {
        id,
        revision,
        read,
        ..Note::default()
    })
}

fn found() -> impl Strategy<Value = Found> {
    let settings = text().prop_map(|name| Settings { name, ..Settings::default() });
    let rewrite = (text(), text()).prop_map(|(paragraph, text)| Rewrite { paragraph, text, ..Rewrite::default() });
    let files = (any::<u32>(), prop::collection::vec(any::<u8>(), 0..40));
    (
        prop::collection::vec(line(), 0..3),
        prop::collection::vec((any::<u32>(), received()), 0..3),
        prop::collection::vec(files, 0..3),
        prop::collection::vec(decision(), 0..3),
        prop::collection::vec(rewrite, 0..2),
        prop::collection::vec(note(), 0..3),
        prop::collection::vec(settings, 0..2),
    )
        .prop_map(|(lines, received, files, decisions, rewrites, notes, settings)| Found {
            lines,
            received,
            files,
            decisions,
            rewrites,
            notes,
            settings,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_found_comes_out_as_it_went_in(found in found()) {
        prop_assert_eq!(read(&written(found.clone())), Some(found));
    }

    #[test]
    fn of_bytes_that_are_cut_nothing_is_read(found in found(), cut in any::<prop::sample::Index>()) {
        let bytes = written(found);
        prop_assert_eq!(read(&bytes[..cut.index(bytes.len())]), None);
    }

    #[test]
    fn no_bytes_are_a_reason_to_fail(found in found(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = written(found);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(&bytes);
    }

    #[test]
    fn files_come_out_of_one_as_they_went_in(files in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..9), 0..5)) {
        let files: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
        let bytes = packed(&files);
        prop_assert_eq!(packed_files(&bytes), Some(files));
    }
}
