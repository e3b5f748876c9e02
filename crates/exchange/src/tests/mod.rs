//! Tests of the floor as a whole.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod damage;
mod fuzz;
mod limits;
mod reading;
mod returned;
mod salvage;
#[cfg(feature = "schema")]
mod schema;
mod storing;
mod two_ways;
mod writing;
mod zip;

use super::envelope::seal;
use super::{ExportFile, Incoming, Refusal, export, read};
use domain::assessment::{
    Answer, Assessment, Causes, Evidence, NextStep, Period, PreparedBy, Proposal, Reply, SelfRating, Status, UnitRef,
};
use domain::date::{DateText, Moment};
use domain::directive::Directive;
use json::{self, Json, Limits};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// A file of version 2 as it is released.
const V2: &[u8] = include_bytes!("../../../../tests/fixtures/v2-sample.json");

/// A file with remarks, version 1, as it is released.
const REMARKS_V1: &[u8] = include_bytes!("../../../../tests/fixtures/remarks-v1-sample.json");

/// A file of version 1 as it was released.
const V1: &[u8] = include_bytes!("../../../../tests/fixtures/v1-sample.json");

const ID: &str = "1022-CV/TU";

/// 2024-07-01, 07:30 in Cần Thơ.
const MORNING: Moment = Moment(1_719_793_800_000);

/// Minutes ahead of UTC in Cần Thơ.
const OFFSET: i32 = 7 * 60;

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

fn directive() -> Directive {
    Directive::built_in().unwrap()
}

fn exported(assessment: &Assessment) -> ExportFile {
    static DIRECTIVE: LazyLock<Directive> = LazyLock::new(directive);
    export(&DIRECTIVE, assessment, MORNING, OFFSET, &nfc)
}

fn opened(bytes: &[u8]) -> Result<Incoming, Refusal> {
    read(bytes, ID)
}

/// The only assessment of a file.
fn only(bytes: &[u8]) -> Assessment {
    let [assessment] = opened(bytes).unwrap().envelope.assessments.try_into().unwrap();
    assessment
}

fn tree(bytes: &[u8]) -> Json {
    json::read(bytes, &Limits::STORE).unwrap()
}

/// The text of a document, with the digest that it ought to have.
fn sealed(document: Json) -> String {
    seal(document).0
}

/// What is at a path of keys and indexes, such as `assessments/0/unit`.
fn at<'a>(json: &'a mut Json, path: &str) -> &'a mut Json {
    path.split('/').filter(|step| !step.is_empty()).fold(json, |json, step| match json {
        Json::Object(fields) => {
            if !fields.contains_key(step) {
                fields.insert(step.to_owned(), Json::Null);
            }
            fields.get_mut(step).unwrap()
        }
        Json::Array(items) => items.get_mut(step.parse::<usize>().unwrap()).unwrap(),
        _ => panic!("nothing at {step}"),
    })
}

/// A value in JSON.
fn parsed(text: &str) -> Json {
    tree(text.as_bytes())
}

/// The released sample with another value in a place, sealed anew.
fn v2_with(path: &str, value: &str) -> String {
    let mut document = tree(V2);
    *at(&mut document, path) = parsed(value);
    sealed(document)
}

/// The released sample without a field, sealed anew.
fn v2_without(path: &str, field: &str) -> String {
    let mut document = tree(V2);
    if let Json::Object(fields) = at(&mut document, path) {
        fields.remove(field);
    }
    sealed(document)
}

fn text(text: &str) -> String {
    text.to_owned()
}

/// What the released sample of version 2 holds: every field filled in. A field of a later version does not belong here.
#[allow(clippy::too_many_lines, reason = "one value with every field")]
fn full() -> Assessment {
    let done = Answer {
        status: Some(Status::Done),
        results: text("Đã tổ chức 04 hội nghị quán triệt;\n1.245 lượt cán bộ, đảng viên tham dự."),
        limitations: text("Một số chi bộ còn lúng túng."),
        causes: Causes {
            objective: text("Khối lượng văn bản lớn."),
            subjective: text("Cán bộ kiêm nhiệm."),
            ..Causes::default()
        },
        evidence: vec![text("e1")],
        no_evidence_reason: text("Tài liệu thứ hai đang trình ký."),
        next_steps: vec![NextStep {
            id: text("s1"),
            task: text("Kiểm tra 02 đảng ủy phường"),
            owner: text("Ủy ban Kiểm tra"),
            due: DateText::from_typed("30/09/2024"),
            done_at: DateText::from_typed("25/9/2024"),
            result: text("Đã kiểm tra 02/02 đảng ủy phường."),
            ..NextStep::default()
        }],
        ..Answer::default()
    };
    let begun = Answer { status: Some(Status::InProgress), ..Answer::default() };
    Assessment {
        unit: UnitRef {
            id: text("quan-uy-ninh-kieu"),
            group: text("quan-huyen-uy"),
            name: text("Quận ủy Ninh Kiều"),
            ..UnitRef::default()
        },
        draft_id: text("k7m2xq4h"),
        based_on: vec![
            text("16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4"),
            text("a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e"),
        ],
        revision: 7,
        created_at: text("2024-06-20T01:00:00Z"),
        updated_at: text("2024-07-01T00:15:00Z"),
        sample: true,
        as_of: DateText::from_typed("30/6/2024"),
        period: Period {
            label: text("6 tháng đầu năm 2024"),
            from: DateText::from_typed("1/1/2024"),
            to: DateText::from_typed("30/6/2024"),
            ..Period::default()
        },
        prepared_by: PreparedBy {
            name: text("Nguyễn Thị Ánh"),
            position: text("Chuyên viên"),
            contact: text("0292 3xxx xxx"),
            ..PreparedBy::default()
        },
        answers: [(text("1.1"), done), (text("1.2"), begun)].into(),
        evidence: vec![Evidence {
            id: text("e1"),
            number: text("123-KH/QU"),
            date: DateText::from_typed("31/6/2024"),
            issuer: text("Quận ủy Ninh Kiều"),
            summary: text("Kế hoạch “quán triệt” Công văn 1022-CV/TU"),
            section: text("mục II, trang 3"),
            url: text("https://example.org/vb?a=1&b=2"),
            ..Evidence::default()
        }],
        opted_in: vec![text("2")],
        overall: text("Tốt \\ \"khá\" 👍"),
        proposals: vec![Proposal { id: text("p1"), text: text("Không"), to: text("central"), ..Proposal::default() }],
        replies: vec![Reply { remark: text("r1"), text: text("Đã bổ sung số liệu."), ..Reply::default() }],
        self_rating: SelfRating { scale: text("124-QD/TW"), level: text("tot"), ..SelfRating::default() },
        ..Assessment::default()
    }
}
