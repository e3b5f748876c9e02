//! Merging is tested with assessments that have few words and ids, so that they meet in every way.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use domain::assessment::{Answer, Assessment, Evidence, NextStep, Proposal, SelfRating, Status};
use domain::date::DateText;
use json::{Json, Unknown};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub(super) const MARK: &str = "— Từ tệp x.json: —";

fn text() -> impl Strategy<Value = String> {
    select(vec!["", "", "a", "b", "a\nb", "a, rồi c", "ab", "a / b", "Đã mở 12 lớp"]).prop_map(str::to_owned)
}

fn date() -> impl Strategy<Value = DateText> {
    select(vec!["", "", "30/6/2024", "1/7/2024", "hôm qua"]).prop_map(DateText::from_typed)
}

fn unknown() -> impl Strategy<Value = Unknown> {
    vec((select(vec!["zz", "yy"]), text()), 0..2).prop_map(|fields| {
        Unknown(fields.into_iter().map(|(key, text)| (key.to_owned(), Json::String(text))).collect())
    })
}

/// Ids that are not given twice.
fn numbered<T>(kind: &'static str, mut rows: Vec<(u8, T)>, set: fn(&mut T, String)) -> Vec<T> {
    rows.sort_by_key(|(number, _)| *number);
    rows.dedup_by_key(|(number, _)| *number);
    rows.into_iter()
        .map(|(number, mut row)| {
            set(&mut row, format!("{kind}{number}"));
            row
        })
        .collect()
}

fn register() -> impl Strategy<Value = Vec<Evidence>> {
    let entry = (select(vec!["", "1-KH/QU", "1 - kh/qu", "2-BC/QU"]), date(), text(), text(), unknown()).prop_map(
        |(number, date, issuer, summary, unknown)| Evidence {
            number: number.to_owned(),
            date,
            issuer,
            summary,
            unknown,
            ..Evidence::default()
        },
    );
    vec((0u8..5, entry), 0..4).prop_map(|rows| numbered("e", rows, |row, id| row.id = id))
}

fn steps() -> impl Strategy<Value = Vec<NextStep>> {
    let step =
        (text(), text(), date(), date(), text(), unknown()).prop_map(|(task, owner, due, done_at, result, unknown)| {
            NextStep { task, owner, due, done_at, result, unknown, ..NextStep::default() }
        });
    vec((0u8..4, step), 0..3).prop_map(|rows| numbered("s", rows, |row, id| row.id = id))
}

fn proposals() -> impl Strategy<Value = Vec<Proposal>> {
    let row = (text(), select(vec!["", "central", "departments"]), unknown());
    let row = row.prop_map(|(text, to, unknown)| Proposal { text, to: to.into(), unknown, ..Proposal::default() });
    vec((0u8..4, row), 0..3).prop_map(|rows| numbered("p", rows, |row, id| row.id = id))
}

fn answer() -> impl Strategy<Value = Answer> {
    let status = option::of(select(Status::ALL.to_vec()));
    (status, text(), text(), text(), vec(0u8..5, 0..3), steps(), unknown()).prop_map(
        |(status, results, limitations, cause, picks, next_steps, unknown)| {
            let mut evidence: Vec<String> = picks.into_iter().map(|number| format!("e{number}")).collect();
            evidence.sort();
            evidence.dedup();
            let mut answer =
                Answer { status, results, limitations, evidence, next_steps, unknown, ..Answer::default() };
            answer.causes.objective = cause;
            answer
        },
    )
}

prop_compose! {
    fn assessment()(
        register in register(),
        answers in vec((select(vec!["1.1", "1.2", "2.2.1"]), answer()), 0..3),
        as_of in date(),
        texts in vec(text(), 3),
        proposals in proposals(),
        replies in vec((select(vec!["r1", "r2"]), text()), 0..3),
        opted_in in vec(select(vec!["2", "3"]), 0..2),
        level in select(vec!["", "good", "fair"]),
        unknown in unknown(),
        revision in 0u32..9,
    ) -> Assessment {
        let mut all = Assessment { as_of, revision, unknown, evidence: register, ..Assessment::default() };
        let [label, name, overall]: [String; 3] = texts.try_into().unwrap();
        (all.period.label, all.prepared_by.name, all.overall, all.proposals) = (label, name, overall, proposals);
        for (remark, text) in replies {
            all.set_text(&Field::Reply(remark.into()), &text);
        }
        all.opted_in = opted_in.into_iter().map(str::to_owned).collect();
        all.opted_in.sort();
        all.opted_in.dedup();
        if !level.is_empty() {
            all.self_rating = SelfRating { scale: "124-QD/TW".into(), level: level.into(), ..SelfRating::default() };
        }
        for (id, mut answer) in answers {
            answer.evidence.retain(|id| all.evidence.iter().any(|entry| entry.id == *id));
            all.answers.insert(id.to_owned(), answer);
        }
        all
    }
}

prop_compose! {
    /// A register of rows that are hard to tell from each other, also by their ids, and who refers to which.
    fn alike()(rows in vec((
        select(vec!["e1", "e2", "e3", "e1-2", "e1-3", "e2-3", "e2-4", "e1-2-5"]),
        select(vec!["", "1-KH", "1 - kh"]),
        select(vec!["", "1/7/2024"]),
        select(vec!["", "a", "b", "a / b", "a\nb"]),
        select(vec!["", "a", "b"]),
        unknown(),
        select(vec!["1.1", "1.2", "2.2.1"]),
    ), 0..6)) -> Assessment {
        let mut all = Assessment::default();
        for (id, number, date, issuer, summary, unknown, requirement) in rows {
            if all.evidence_by_id(id).is_some() {
                continue;
            }
            let (number, date) = (number.to_owned(), DateText::from_typed(date));
            let (issuer, summary) = (issuer.to_owned(), summary.to_owned());
            all.evidence.push(Evidence { id: id.into(), number, date, issuer, summary, unknown, ..Evidence::default() });
            let answer = all.answers.or_default(requirement.into());
            answer.evidence.push(id.into());
            let (task, owner) = (all.evidence.last().unwrap().issuer.clone(), String::new());
            answer.next_steps.push(NextStep { id: id.into(), task, owner, ..NextStep::default() });
        }
        all
    }
}

prop_compose! {
    fn choices()(own in vec((0usize..60, select(vec![MergeChoice::Mine, MergeChoice::Theirs, MergeChoice::Both])), 0..30),
        overall in select(vec![MergeChoice::Mine, MergeChoice::Theirs, MergeChoice::Both])) -> (MergeChoice, Vec<(usize, MergeChoice)>) {
        (overall, own)
    }
}

fn chosen(found: &Comparison, (overall, own): &(MergeChoice, Vec<(usize, MergeChoice)>)) -> Choices {
    let mut choices = Choices::all(*overall);
    for (at, choice) in own {
        if let Some(difference) = found.differences.get(*at) {
            choices.set(difference.part.clone(), *choice);
        }
    }
    choices
}

/// What an assessment says, with the content of each row in the place of its id and lists without an order in one.
fn meaning(of: &Assessment) -> (Assessment, Vec<String>) {
    let mut all = of.clone();
    (all.revision, all.covers) = (0, Vec::new());
    let say = |entry: &Evidence| format!("{:?}", Evidence { id: String::new(), ..entry.clone() });
    let mut register: Vec<String> = all.evidence.iter().map(say).collect();
    register.sort();
    for answer in all.answers.values_mut() {
        answer.evidence = answer.evidence.iter().map(|id| say(of.evidence_by_id(id).unwrap())).collect();
        answer.evidence.sort();
        answer.next_steps.iter_mut().for_each(|step| step.id = String::new());
    }
    all.proposals.iter_mut().for_each(|one| one.id = String::new());
    all.replies.retain(|one| !one.text.is_empty());
    all.replies.sort_by(|one, other| one.remark.cmp(&other.remark));
    all.answers.retain(|_, answer| *answer != Answer::default());
    all.evidence = Vec::new();
    (all, register)
}

fn lines(of: &Assessment) -> Vec<String> {
    let mut texts = vec![&of.overall, &of.period.label, &of.prepared_by.name];
    texts.extend(of.proposals.iter().map(|one| &one.text));
    texts.extend(of.replies.iter().map(|one| &one.text));
    for answer in of.answers.values() {
        texts.extend([&answer.results, &answer.limitations, &answer.causes.objective]);
        texts.extend(answer.next_steps.iter().flat_map(|step| [&step.task, &step.owner, &step.result]));
    }
    texts.extend(of.evidence.iter().flat_map(|entry| [&entry.issuer, &entry.summary]));
    texts.into_iter().flat_map(|text| text.lines()).map(str::to_owned).collect()
}

fn dangling(of: &Assessment) -> bool {
    of.answers.values().flat_map(|answer| &answer.evidence).any(|id| of.evidence_by_id(id).is_none())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn an_assessment_merged_with_itself_stays(one in assessment(), choice in choices()) {
        let found = Comparison::of(&one, &one);
        prop_assert_eq!(&found.differences, &[]);
        prop_assert_eq!(found.merged(&chosen(&found, &choice), MARK), one);
    }

    #[test]
    fn keeping_all_of_mine_changes_nothing(mine in assessment(), theirs in assessment()) {
        let found = Comparison::of(&mine, &theirs);
        prop_assert_eq!(found.merged(&Choices::all(MergeChoice::Mine), MARK), mine);
        prop_assert_eq!(found.summary(&Choices::all(MergeChoice::Mine)).changes(), 0);
    }

    #[test]
    fn taking_all_of_theirs_gives_theirs(mine in assessment(), theirs in assessment()) {
        let merged = Comparison::of(&mine, &theirs).merged(&Choices::all(MergeChoice::Theirs), MARK);
        prop_assert_eq!(meaning(&merged), meaning(&theirs));
        prop_assert_eq!(Comparison::of(&merged, &theirs).differences, []);
    }

    #[test]
    fn keeping_both_loses_no_line(mine in assessment(), theirs in assessment()) {
        let merged = Comparison::of(&mine, &theirs).merged(&Choices::default(), MARK);
        let kept = lines(&merged);
        for line in lines(&mine).iter().chain(&lines(&theirs)) {
            prop_assert!(kept.iter().any(|other| other.contains(line.as_str())), "{line:?} is not in {kept:#?}");
        }
    }

    #[test]
    fn keeping_both_a_second_time_changes_nothing(mine in assessment(), theirs in assessment()) {
        let once = Comparison::of(&mine, &theirs).merged(&Choices::default(), MARK);
        let twice = Comparison::of(&once, &theirs).merged(&Choices::default(), MARK);
        prop_assert_eq!(&twice, &once);
    }

    #[test]
    fn rows_that_are_alike_are_found_again(mine in alike(), theirs in alike()) {
        let found = Comparison::of(&mine, &theirs);
        let once = found.merged(&Choices::default(), MARK);
        let again = Comparison::of(&once, &theirs);
        prop_assert_eq!(&again.theirs, &found.theirs, "each row is the one that it became");
        prop_assert_eq!(again.merged(&Choices::default(), MARK), once);
        let merged = found.merged(&Choices::all(MergeChoice::Theirs), MARK);
        prop_assert_eq!(meaning(&merged), meaning(&theirs));
        prop_assert_eq!(Comparison::of(&merged, &theirs).differences, []);
        prop_assert_eq!(Comparison::of(&mine, &mine).differences, []);
    }

    #[test]
    fn whatever_is_chosen_references_lead_somewhere(mine in assessment(), theirs in assessment(), choice in choices()) {
        let found = Comparison::of(&mine, &theirs);
        let choices = chosen(&found, &choice);
        let merged = found.merged(&choices, MARK);
        prop_assert!(!dangling(&merged));
        let mut ids: Vec<&String> = merged.evidence.iter().map(|entry| &entry.id).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), merged.evidence.len(), "each id once");
        prop_assert_eq!(found.merged(&choices, MARK), merged, "the same choices, the same result");
        let summary = found.summary(&choices);
        prop_assert_eq!(summary.kept + summary.changes(), found.differences.len());
    }

    #[test]
    fn a_portion_leaves_the_rest_alone(mine in assessment(), theirs in assessment(), choice in choices()) {
        let mut portion = theirs;
        portion.covers = vec!["1.1".into()];
        portion.answers.retain(|id, _| id == "1.1");
        let found = Comparison::of(&mine, &portion);
        let mut merged = found.merged(&chosen(&found, &choice), MARK);
        let mut rest = mine.clone();
        merged.answers.remove("1.1");
        rest.answers.remove("1.1");
        prop_assert_eq!(&merged.answers, &rest.answers);
        for entry in &mine.evidence {
            prop_assert!(merged.evidence_by_id(&entry.id).is_some());
        }
        merged.evidence.clone_from(&rest.evidence);
        (merged.revision, merged.opted_in) = (rest.revision, rest.opted_in.clone());
        prop_assert_eq!(merged, rest);
    }
}

fn of_requirement(answer: Answer) -> Assessment {
    Assessment { answers: [("1.1".to_owned(), answer)].into(), ..Assessment::default() }
}

fn with_results(results: &str) -> Assessment {
    of_requirement(Answer { results: results.into(), ..Answer::default() })
}

fn joined(mine: &str, theirs: &str) -> String {
    let merged = Comparison::of(&with_results(mine), &with_results(theirs)).merged(&Choices::default(), MARK);
    merged.answers.get("1.1").unwrap().results.clone()
}

#[test]
fn two_texts_are_joined_under_a_line_that_names_the_file() {
    assert_eq!(joined("Của tôi.", "Của bạn."), "Của tôi.\n\n— Từ tệp x.json: —\nCủa bạn.");
    assert_eq!(joined("Đã làm.", "Đã làm. Thêm một câu."), "Đã làm. Thêm một câu.", "written on");
    assert_eq!(joined("một\nhai\nba", "hai"), "một\nhai\nba", "a line that is there already");
    assert_eq!(joined("Đã mở 12", "Đã mở 120 lớp"), "Đã mở 12\n\n— Từ tệp x.json: —\nĐã mở 120 lớp", "another figure");
    assert_eq!(joined("Đạt 3", "Đạt 3,5%"), "Đạt 3\n\n— Từ tệp x.json: —\nĐạt 3,5%", "another figure");
}

#[test]
fn many_rows_are_told_apart() {
    let register = |id: &dyn Fn(usize) -> String, number: &dyn Fn(usize) -> String, issuer: &str| {
        let entry = |at| Evidence { id: id(at), number: number(at), issuer: issuer.to_owned(), ..Evidence::default() };
        Assessment { evidence: (0..20_000).map(entry).collect(), ..Assessment::default() }
    };
    let one_id = |_: usize| "e1".to_owned();
    let ids = |at: usize| format!("e1-{}", at * 2);
    let (none, one, many) = (|_: usize| String::new(), |_: usize| "1-KH".to_owned(), |at: usize| format!("{at}-KH"));
    let mine = [register(&ids, &none, "a"), register(&ids, &one, "a"), register(&one_id, &many, "a")];
    let theirs = [register(&one_id, &none, ""), register(&one_id, &one, "b"), register(&ids, &many, "b")];
    for (mine, theirs) in mine.iter().flat_map(|mine| theirs.iter().map(move |theirs| (mine, theirs))) {
        // Were each row looked for among all others, this would take minutes.
        assert_eq!(align::aligned(mine, theirs).evidence.len(), 20_000);
    }
}

#[test]
fn a_document_is_known_by_number_and_date_and_references_follow() {
    let entry = |id: &str, number: &str| Evidence {
        id: id.into(),
        number: number.into(),
        date: DateText::from_typed("12/4/2024"),
        ..Evidence::default()
    };
    let picks =
        |ids: &[&str]| Answer { evidence: ids.iter().map(|id| (*id).to_owned()).collect(), ..Answer::default() };
    let mine =
        Assessment { evidence: vec![entry("e1", "85-KH/QU"), entry("e2", "7-BC")], ..of_requirement(picks(&["e1"])) };
    // The same ids, the other way round, and a document of theirs.
    let theirs = Assessment {
        evidence: vec![entry("e2", "85 - kh/qu"), entry("e1", "9-TB")],
        ..of_requirement(picks(&["e2", "e1"]))
    };
    let found = Comparison::of(&mine, &theirs);
    let merged = found.merged(&Choices::default(), MARK);
    let numbers: Vec<&str> = merged.evidence.iter().map(|entry| entry.number.as_str()).collect();
    assert_eq!(numbers, ["85-KH/QU", "7-BC", "9-TB"]);
    let picked = &merged.answers.get("1.1").unwrap().evidence;
    let numbers: Vec<&str> = picked.iter().map(|id| merged.evidence_by_id(id).unwrap().number.as_str()).collect();
    assert_eq!(numbers, ["85-KH/QU", "9-TB"]);
}

#[test]
fn a_document_that_is_referred_to_stays_and_comes_in() {
    let entry = |id: &str, number: &str| Evidence { id: id.into(), number: number.into(), ..Evidence::default() };
    let picks = |id: &str| of_requirement(Answer { evidence: vec![id.into()], ..Answer::default() });
    let mine = Assessment { evidence: vec![entry("e1", "1")], ..picks("e1") };
    let theirs = Assessment { evidence: vec![entry("e7", "2")], ..picks("e7") };
    let found = Comparison::of(&mine, &theirs);
    let mut choices = Choices::all(MergeChoice::Theirs);
    choices.set(MergePart::Picks("1.1".into()), MergeChoice::Mine);
    let merged = found.merged(&choices, MARK);
    assert_eq!(merged.evidence, [entry("e1", "1"), entry("e7", "2")]);
    choices = Choices::all(MergeChoice::Mine);
    choices.set(MergePart::Picks("1.1".into()), MergeChoice::Theirs);
    assert_eq!(found.merged(&choices, MARK).evidence, [entry("e1", "1"), entry("e7", "2")]);
}

#[test]
fn two_steps_that_got_the_same_id_on_two_machines_are_two() {
    let step = |id: &str, task: &str, owner: &str| NextStep {
        id: id.into(),
        task: task.into(),
        owner: owner.into(),
        ..NextStep::default()
    };
    let with = |steps: Vec<NextStep>| of_requirement(Answer { next_steps: steps, ..Answer::default() });
    let mine = with(vec![step("s1", "Rà soát", ""), step("s2", "Tập huấn", "")]);
    let theirs = with(vec![step("s1", "Rà soát", "UBND quận"), step("s2", "Kiểm tra", "")]);
    let merged = Comparison::of(&mine, &theirs).merged(&Choices::default(), MARK);
    let steps = &merged.answers.get("1.1").unwrap().next_steps;
    let said: Vec<(&str, &str)> = steps.iter().map(|step| (step.task.as_str(), step.owner.as_str())).collect();
    assert_eq!(said, [("Rà soát", "UBND quận"), ("Tập huấn", ""), ("Kiểm tra", "")]);
    assert_ne!(steps[1].id, steps[2].id);
}

#[test]
fn what_a_newer_version_wrote_is_named_and_merged() {
    let field = |name: &str, text: &str| Unknown([(name.to_owned(), Json::String(text.into()))].into());
    let mut mine = with_results("x");
    mine.unknown = field("mood", "calm");
    let mut theirs = with_results("x");
    theirs.answers.or_default("1.1".into()).unknown = field("score", "7");
    std::rc::Rc::make_mut(&mut theirs.around).envelope = field("stamp", "s");
    assert_eq!(not_understood(&theirs), ["/stamp", "answers[\"1.1\"].score"]);
    let found = Comparison::of(&mine, &theirs);
    assert_eq!(found.differences, [Difference { part: MergePart::Newer, kind: Kind::Different }]);
    let merged = found.merged(&Choices::default(), MARK);
    assert_eq!(not_understood(&merged), ["mood", "/stamp", "answers[\"1.1\"].score"]);
    assert_eq!(not_understood(&found.merged(&Choices::all(MergeChoice::Theirs), MARK)), not_understood(&theirs));
}

fn different(part: MergePart, kind: Kind) -> Difference {
    Difference { part, kind }
}

#[test]
fn a_choice_stands_for_its_place_and_the_last_one_counts() {
    let (one, other) = (MergePart::Status("1.1".into()), MergePart::Picks("1.1".into()));
    let mut choices = Choices::all(MergeChoice::Mine);
    choices.set(one.clone(), MergeChoice::Theirs);
    choices.set(other.clone(), MergeChoice::Both);
    choices.set(other.clone(), MergeChoice::Theirs);
    choices.set(other.clone(), MergeChoice::Mine);
    assert_eq!(choices.of(&different(one, Kind::Different)), MergeChoice::Theirs);
    assert_eq!(choices.of(&different(other, Kind::Different)), MergeChoice::Mine);
    assert_eq!(choices.of(&different(MergePart::SelfRating, Kind::Different)), MergeChoice::Mine);
}

#[test]
fn both_is_offered_where_both_can_stand() {
    let (text, status) = (MergePart::Text(Field::Overall), MergePart::Status("1.1".into()));
    assert!(different(text.clone(), Kind::Different).offers_both());
    assert!(different(MergePart::Newer, Kind::Different).offers_both());
    assert!(!different(text, Kind::OnlyThere).offers_both());
    assert!(!different(status.clone(), Kind::Different).offers_both());
    assert!(!different(status, Kind::OnlyHere).offers_both());
    let date = MergePart::Text(Field::Evidence("e1".into(), EvidenceField::Date));
    assert!(!different(date, Kind::Different).offers_both());
}

#[test]
fn each_place_has_an_id_of_its_own_on_the_page_and_leads_into_the_form() {
    let text = MergePart::Text(Field::Overall);
    let places = [
        (text, Some(FormPlace::Field(Field::Overall)), format!("choose-{}", Field::Overall.dom_id())),
        (MergePart::Status("1.1".into()), Some(FormPlace::Status("1.1".into())), "choose-status-1.1".into()),
        (MergePart::Picks("1.1".into()), Some(FormPlace::Picks("1.1".into())), "choose-picks-1.1".into()),
        (MergePart::Steps("1.1".into()), Some(FormPlace::Steps("1.1".into())), "choose-steps-1.1".into()),
        (MergePart::Entry("e1".into()), Some(FormPlace::Register), "choose-entry-e1".into()),
        (
            MergePart::OptIn("2".into()),
            Some(FormPlace::OptIn("2".into())),
            format!("choose-{}", FormPlace::OptIn("2".into()).dom_id()),
        ),
        (MergePart::SelfRating, Some(FormPlace::SelfRating), format!("choose-{}", FormPlace::SelfRating.dom_id())),
        (MergePart::Newer, None, "choose-newer".into()),
    ];
    for (part, place, id) in places {
        assert_eq!((part.place(), part.dom_id()), (place, id), "{part:?}");
    }
}

#[test]
fn a_step_of_the_file_keeps_its_id_or_gets_one_that_nobody_has() {
    let with = |requirement: &str, ids: &[&str]| {
        let step =
            |id: &&str| NextStep { id: (*id).into(), task: format!("{requirement} {id}"), ..NextStep::default() };
        let answer = Answer { next_steps: ids.iter().map(step).collect(), ..Answer::default() };
        let mut assessment = Assessment::default();
        assessment.answers.insert(requirement.into(), answer);
        assessment
    };
    let aligned = align::aligned(&with("1.1", &["s1", "s1-3"]), &with("1.2", &["s1", "q"]));
    let ids: Vec<&str> = aligned.answers.get("1.2").unwrap().next_steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(ids, ["s1-4", "q"]);
}
