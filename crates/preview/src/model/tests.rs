#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]
use super::*;
use domain::sample;
use json::TextChoice;
use report::document::Paragraph;
use report::particular::Particular;
use report::plain;

const OVERALL: &str = "results/overall";

fn model() -> Model {
    Model::new(Directive::built_in().unwrap(), Profiles::built_in().unwrap())
}

/// The form shows a draft with that assessment, of whose report that was kept.
fn draft(assessment: Assessment, report: &str) -> Msg {
    let report = report.to_owned();
    Msg::Shown(Box::new(StoredDraft { id: "k3".into(), assessment, report, ..StoredDraft::default() }))
}

fn shown(kept: &str) -> Model {
    let mut model = model();
    assert_eq!(model.update(draft(sample::built_in(), kept)), [Effect::Dress]);
    model
}

fn paragraph<'a>(model: &'a Model, id: &str) -> &'a Paragraph {
    model.document().paragraphs().find(|one| one.id == id).unwrap()
}

/// What is to be kept after a message.
fn kept(model: &mut Model, msg: Msg) -> String {
    match model.update(msg).as_slice() {
        [Effect::Keep(keep)] | [Effect::Keep(keep), Effect::Dress] if keep.draft == "k3" => keep.kept.clone(),
        other => panic!("{other:?}"),
    }
}

fn rewrite(text: &str) -> Msg {
    Msg::Rewrite(OVERALL.to_owned(), text.to_owned())
}

#[test]
fn what_is_edited_is_kept_and_stands_there_again_when_the_draft_is_opened() {
    let mut model = shown("");
    kept(&mut model, Msg::Fill(Particular::Name, "Nguyễn Văn Ví Dụ".into()));
    let all = kept(&mut model, rewrite("Lời của lãnh đạo."));
    assert!(!all.is_empty());
    let again = shown(&all);
    assert_eq!(again.document(), model.document());
    let text = plain::text(again.document());
    assert!(text.contains("Lời của lãnh đạo.") && text.contains("Nguyễn Văn Ví Dụ"));
    assert_eq!(again.changed_beneath(), 0);
}

#[test]
fn a_change_of_the_assessment_is_shown_beneath_what_was_written_and_takes_nothing() {
    let mut model = shown("");
    let all = kept(&mut model, rewrite("Lời của lãnh đạo."));
    let mut changed = sample::built_in();
    changed.overall = "Đánh giá mới.".into();
    model.update(draft(changed, &all));
    assert_eq!((paragraph(&model, OVERALL).text.as_str(), model.changed_beneath()), ("Lời của lãnh đạo.", 1));
    let kept_on = kept(&mut model, Msg::KeepRewritten(OVERALL.to_owned()));
    assert!(!kept_on.is_empty());
    assert_eq!((paragraph(&model, OVERALL).text.as_str(), model.changed_beneath()), ("Lời của lãnh đạo.", 0));
    assert_eq!(kept(&mut model, Msg::TakeGenerated(OVERALL.to_owned())), "", "nothing is left to keep");
    assert_eq!(paragraph(&model, OVERALL).text, "Đánh giá mới.");
    assert!(model.can_undo());
    kept(&mut model, Msg::Undo);
    assert_eq!(paragraph(&model, OVERALL).text, "Lời của lãnh đạo.");
    assert!(!model.can_undo());
}

#[test]
fn nothing_is_kept_where_nothing_has_changed() {
    let mut model = shown("");
    let as_generated = paragraph(&model, OVERALL).text.clone();
    for msg in [
        rewrite(&as_generated),
        Msg::Rewrite("nowhere".into(), "x".into()),
        Msg::TakeGenerated(OVERALL.into()),
        Msg::KeepRewritten(OVERALL.into()),
        Msg::Undo,
        Msg::Fill(Particular::Symbol, String::new()),
        // What follows by rule, typed once more.
        Msg::Fill(Particular::Superior, "THÀNH ỦY CẦN THƠ".into()),
    ] {
        assert_eq!(model.update(msg.clone()), [], "{msg:?}");
    }
    assert_eq!(model.update(Msg::Print), [Effect::Print]);
}

#[test]
fn what_a_newer_version_has_kept_is_shown_without_and_never_written_over() {
    let mut model = shown(r#"{"edits":[]}"#);
    assert!(!model.is_editable());
    assert_eq!(model.update(rewrite("Lời của lãnh đạo.")), []);
    assert_ne!(paragraph(&model, OVERALL).text, "Lời của lãnh đạo.");
    // The next draft has nothing of the kind.
    model.update(draft(sample::built_in(), ""));
    assert!(model.is_editable());
}

#[test]
fn another_profile_is_another_look_of_the_same_text() {
    let mut model = shown("");
    kept(&mut model, rewrite("Lời của lãnh đạo."));
    let before: Vec<Paragraph> = model.document().paragraphs().cloned().collect();
    let state = model.profiles().last().unwrap().id.clone();
    kept(&mut model, Msg::Fill(Particular::Profile, state.clone()));
    assert_eq!(model.profile().unwrap().id, state);
    assert_eq!(model.document().paragraphs().cloned().collect::<Vec<_>>(), before);
    assert!(plain::text(model.document()).contains("Độc lập - Tự do - Hạnh phúc"));
}

#[test]
fn every_field_keeps_what_is_filled_in() {
    let mut model = shown("");
    for (at, field) in Particular::ALL.iter().copied().enumerate() {
        let text = format!("Chữ {at}");
        kept(&mut model, Msg::Fill(field, text.clone()));
        assert_eq!(field.text(model.particulars()), text);
        if field != Particular::Profile {
            let shown = plain::text(model.document()).to_lowercase();
            assert!(shown.contains(&text.to_lowercase()), "{field:?}");
        }
    }
}

#[test]
fn what_is_on_its_way_to_the_draft_is_not_replaced_by_what_the_form_has_shown_before_it_came() {
    let mut model = shown("");
    let first = kept(&mut model, rewrite("Lời"));
    let second = kept(&mut model, rewrite("Lời của lãnh đạo."));
    for arrived in [first, second] {
        model.update(draft(sample::built_in(), &arrived));
        assert_eq!(paragraph(&model, OVERALL).text, "Lời của lãnh đạo.");
    }
    // Once it has come, what another window makes of the draft is shown.
    model.update(draft(sample::built_in(), ""));
    assert_ne!(paragraph(&model, OVERALL).text, "Lời của lãnh đạo.");
}

#[test]
fn another_draft_has_nothing_of_what_was_on_its_way_to_the_one_before() {
    let mut model = shown("");
    kept(&mut model, rewrite("Lời của lãnh đạo."));
    let other = StoredDraft { id: "m4".into(), assessment: sample::built_in(), ..StoredDraft::default() };
    model.update(Msg::Shown(Box::new(other)));
    assert_ne!(paragraph(&model, OVERALL).text, "Lời của lãnh đạo.");
}

#[test]
fn one_document_is_made_at_a_time_and_its_end_is_told() {
    let mut model = shown("");
    assert_eq!(model.update(Msg::Make), [Effect::Make]);
    assert_eq!(model.update(Msg::Make), []);
    assert_eq!(model.update(Msg::Cancel), [Effect::Cancel]);
    model.update(Msg::Made(Err(MakeFault::NotMade)));
    assert_eq!(model.making(), Making::Not, "nobody waits for it any longer");
    model.update(Msg::Make);
    model.update(Msg::Made(Ok(2)));
    assert_eq!(model.making(), Making::Done(2));
}

#[test]
fn the_superior_body_can_be_emptied_and_comes_back_when_it_is_typed() {
    let mut model = shown("");
    let superior = |model: &Model| plain::text(model.document()).contains("THÀNH ỦY CẦN THƠ");
    assert!(superior(&model));
    let all = kept(&mut model, Msg::Fill(Particular::Superior, String::new()));
    assert!(!superior(&model));
    let mut again = shown(&all);
    assert!(!superior(&again));
    assert_eq!(again.particulars().shown(Particular::Superior, &again.suggested()), "", "the field stays empty");
    assert_eq!(kept(&mut again, Msg::Fill(Particular::Superior, "THÀNH ỦY CẦN THƠ".into())), "");
    assert!(superior(&again));
}

#[test]
fn what_is_written_after_something_was_given_up_is_not_replaced_by_it() {
    let mut model = shown("");
    kept(&mut model, rewrite("Lời trước."));
    kept(&mut model, Msg::TakeGenerated(OVERALL.to_owned()));
    kept(&mut model, rewrite("Lời mới."));
    assert!(!model.can_undo());
    assert_eq!(model.update(Msg::Undo), []);
    assert_eq!(paragraph(&model, OVERALL).text, "Lời mới.");
}

#[test]
fn once_it_was_closed_the_draft_is_shown_as_the_form_has_it() {
    let mut model = shown("");
    kept(&mut model, rewrite("Lời của lãnh đạo."));
    model.update(Msg::Closed);
    model.update(draft(sample::built_in(), ""));
    assert_ne!(paragraph(&model, OVERALL).text, "Lời của lãnh đạo.");
}

#[test]
fn what_is_to_be_kept_says_over_what_it_was_made() {
    let mut model = shown("");
    let bases: Vec<String> = ["Lời", "Lời của"]
        .into_iter()
        .flat_map(|text| model.update(rewrite(text)))
        .filter_map(|effect| if let Effect::Keep(keep) = effect { Some(keep.base) } else { None })
        .collect();
    assert_eq!((bases.len(), bases[0].as_str()), (2, ""));
    assert!(bases[1].contains("Lời"));
}
