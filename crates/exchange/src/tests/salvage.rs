//! From a file that was cut or changed, everything readable is recovered, and the end of that is reported.

use super::{V2, at, exported, full, opened, sealed, text, tree};
use crate::Refusal;
use crate::read::read;
use crate::salvage::{Lost, Salvage, salvage};
use domain::assessment::Assessment;
use json::Json;

fn of(bytes: &[u8]) -> Option<Salvage> {
    salvage(&mut opened(bytes).unwrap_err(), bytes)
}

fn cut_before(mark: &str) -> Option<Salvage> {
    let file = exported(&full()).text;
    of(&file.as_bytes()[..file.find(mark).unwrap()])
}

#[test]
fn a_file_that_was_cut_gives_what_stands_before_the_cut() {
    let salvage = cut_before("\"overall\"").unwrap();
    let [found] = salvage.assessments.as_slice() else { panic!("{salvage:?}") };
    let whole = full();
    assert_eq!((&found.answers, &found.evidence), (&whole.answers, &whole.evidence));
    assert_eq!((found.overall.as_str(), found.unit.name.as_str()), ("", ""));
    assert_eq!(salvage.cut.unwrap().place.path, "assessments[0]");
    // What is read last cannot be told from its end: "optedIn" comes between the register and the overall assessment.
    let lost =
        [Lost::Overall, Lost::Period, Lost::PreparedBy, Lost::Proposals, Lost::Replies, Lost::SelfRating, Lost::Unit];
    assert_eq!(salvage.lost, lost);
}

#[test]
fn what_is_cut_within_a_row_keeps_the_row() {
    let salvage = cut_before("\"task\"").unwrap();
    let step = &salvage.assessments[0].answers.get("1.1").unwrap().next_steps[0];
    assert_eq!((step.id.as_str(), step.owner.as_str(), step.task.as_str()), ("s1", "Ủy ban Kiểm tra", ""));
    let salvage = cut_before("\"owner\":\"Ủy ban Kiểm").unwrap();
    let step = &salvage.assessments[0].answers.get("1.1").unwrap().next_steps[0];
    assert_eq!(step.due.to_display(), "30/09/2024");
    assert!(salvage.lost.contains(&Lost::Answers));
}

#[test]
fn a_row_is_kept_once_something_of_it_was_read() {
    let salvage = cut_before("\"id\":\"s1\"").unwrap();
    let step = &salvage.assessments[0].answers.get("1.1").unwrap().next_steps[0];
    assert_eq!((step.id.as_str(), step.due.to_display()), ("cut", text("30/09/2024")));
    let file = exported(&full()).text;
    let start = file.find("\"evidence\":[{").unwrap() + "\"evidence\":[{".len();
    let salvage = of(&file.as_bytes()[..start]).unwrap();
    assert!(salvage.assessments[0].evidence.is_empty());
    assert_eq!(salvage.assessments[0].answers, full().answers);
}

#[test]
fn a_file_beyond_a_limit_is_not_damaged() {
    let mut large = tree(V2);
    *at(&mut large, "zzNew") = Json::Array(vec![Json::Number(text("0")); 20_000]);
    let large = sealed(large);
    assert!(matches!(opened(large.as_bytes()), Err(Refusal::Json(_))));
    assert_eq!(of(large.as_bytes()), None);
}

#[test]
fn a_cut_anywhere_gives_a_part_of_the_truth_or_nothing() {
    let whole = full();
    let file = exported(&whole).text;
    let mut last = 0;
    // Without its line feed the file is whole.
    for at in (0..file.len() - 1).step_by(3) {
        let Some(salvage) = of(&file.as_bytes()[..at]) else { continue };
        let found = &salvage.assessments[0];
        for (id, answer) in found.answers.iter() {
            let own = whole.answers.get(id).unwrap();
            assert!(answer.results.is_empty() || answer.results == own.results, "cut at {at}");
            assert!(answer.status.is_none() || answer.status == own.status, "cut at {at}");
        }
        let size = found.answers.len() + found.evidence.len() + usize::from(!found.unit.name.is_empty());
        assert!(size >= last, "more of the file, less read: cut at {at}");
        last = size;
    }
    assert_eq!(last, 2 + 1 + 1, "almost all of the file gives almost all of it");
}

#[test]
fn a_changed_file_is_read_whole() {
    let file = exported(&full()).text.replace("lúng túng", "lung tung");
    let salvage = of(file.as_bytes()).unwrap();
    assert_eq!(salvage.cut, None);
    assert_eq!(salvage.assessments[0].answers.get("1.1").unwrap().limitations, "Một số chi bộ còn lung tung.");
}

#[test]
fn what_is_refused_for_another_reason_gives_nothing() {
    for file in ["{", "[]", "{\"a\":1,", "{\"format\":\"other\",\"assessments\":[{\"answers\":{}}", "không phải JSON"]
    {
        assert_eq!(of(file.as_bytes()), None, "{file}");
    }
    let mut refusal = read(V2, "other").unwrap_err();
    assert!(matches!(refusal, Refusal::OtherDirective(_)));
    assert_eq!(salvage(&mut refusal, V2), None);
    let deep = text("{\"assessments\":") + &"[".repeat(20);
    assert_eq!(of(deep.as_bytes()), None);
}

#[test]
fn a_portion_says_what_it_covers_and_an_older_reader_keeps_that() {
    let directive = super::directive();
    let portion = full().portion(&directive, &["1.1".into()]);
    let file = exported(&portion);
    assert!(file.name.starts_with("1022-CV-TU_Quan-uy-Ninh-Kieu-mot-phan_"), "{}", file.name);
    assert!(file.text.contains("\"covers\":[\"1.1\"]"));
    assert_eq!(super::only(file.text.as_bytes()).covered(), ["1.1"]);
    // To a reader that does not know the field it is one of a newer version, which is kept.
    let older = file.text.replace("\"covers\"", "\"coverz\"");
    let read = of(older.as_bytes()).unwrap();
    let again = exported(&Assessment { covers: Vec::new(), ..read.assessments[0].clone() });
    assert!(again.text.contains("\"coverz\":[\"1.1\"]"));
}
