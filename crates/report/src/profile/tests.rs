#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;
use domain::ids::once;

fn built_in() -> Vec<Profile> {
    Profiles::built_in().unwrap().profiles
}

/// All letters of a profile, with what they are of.
fn letters(of: &Profile) -> Vec<(&'static str, Letters)> {
    let motto = of.motto.iter().map(|line| ("motto", line.letters));
    let others = [
        ("superior", of.superior),
        ("issuer", of.issuer),
        ("number", of.number.letters),
        ("placeAndDate", of.place_and_date),
        ("title", of.title),
        ("subject", of.subject),
        ("addressees", of.addressees),
        ("body", of.body.letters),
        ("part", of.part.letters),
        ("annex", of.annex),
        ("table", of.table),
        ("authority", of.authority),
        ("position", of.position),
        ("signer", of.signer),
        ("recipients.label", of.recipients.label_letters),
        ("recipients", of.recipients.letters),
        ("pageNumber", of.page_number.letters),
    ];
    motto.chain(others).collect()
}

#[test]
fn every_profile_has_an_id_of_its_own_a_rule_and_room_for_text() {
    let profiles = built_in();
    let ids: Vec<String> = profiles.iter().map(|profile| profile.id.clone()).collect();
    assert_eq!(once(&ids).len(), 2);
    for profile in &profiles {
        let id = &profile.id;
        assert!(!profile.source.is_empty() && profile.as_of.date().is_some(), "{id}");
        let paper = profile.paper;
        assert_eq!((paper.width, paper.height), (210, 297), "{id}");
        assert!((150..=170).contains(&paper.text_width()), "{id}");
        assert!(profile.body.first_line < 20 && profile.body.between >= 6, "{id}");
        assert!(profile.body.line_at_least > profile.body.letters.size, "{id}");
        assert!(profile.page_number.from >= 2, "{id}: the first page has no number");
        assert!(!profile.motto.is_empty(), "{id}");
        for (name, letters) in letters(profile) {
            assert!((11..=16).contains(&letters.size), "{id}: {name}");
        }
        let capitals = profile.motto.iter().filter(|line| line.letters.capitals);
        assert!(capitals.clone().count() > 0);
        capitals.for_each(|line| assert_eq!(line.text, line.text.to_uppercase(), "{id}"));
    }
}

#[test]
fn the_party_profile_has_the_figures_of_its_guidance() {
    let profile = &built_in()[0];
    assert!(profile.source.contains("36-HD/VPTW"));
    let Paper { top, bottom, left, right, .. } = profile.paper;
    assert_eq!((top, bottom, left, right), (20, 20, 30, 15));
    assert_eq!(profile.motto.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["ĐẢNG CỘNG SẢN VIỆT NAM"]);
    assert_eq!((profile.motto[0].letters.size, profile.motto[0].letters.bold), (15, true));
    assert_eq!((profile.superior.size, profile.superior.bold), (14, false));
    assert_eq!((profile.issuer.size, profile.issuer.bold), (14, true));
    assert_eq!((profile.below_issuer, profile.below_subject), (Mark::Star, Mark::Dashes));
    // Without a colon.
    assert_eq!((profile.number.before.as_str(), profile.number.after.as_str()), ("Số", "-BC/"));
    assert!((15..=16).contains(&profile.title.size) && (14..=15).contains(&profile.subject.size));
    assert!((14..=15).contains(&profile.body.letters.size));
    assert_eq!((profile.body.first_line, profile.body.line_at_least, profile.body.between), (10, 18, 6));
    assert!(profile.authority.bold && !profile.position.bold && profile.signer.bold);
    assert!(profile.recipients.label_letters.underlined && profile.recipients.letters.size == 12);
    assert_eq!(
        (profile.page_number.place, profile.page_number.letters.size, profile.page_number.from),
        (PageNumberPlace::TopCentre, 14, 2)
    );
}

#[test]
fn the_state_profile_stays_within_the_figures_of_its_decree() {
    let profile = &built_in()[1];
    assert!(profile.source.contains("30/2020/NĐ-CP"));
    let Paper { top, bottom, left, right, .. } = profile.paper;
    assert!((20..=25).contains(&top) && (20..=25).contains(&bottom));
    assert!((30..=35).contains(&left) && (15..=20).contains(&right));
    let motto: Vec<(u32, bool)> = profile.motto.iter().map(|line| (line.letters.size, line.letters.bold)).collect();
    assert!(matches!(motto.as_slice(), [(12..=13, true), (13..=14, true)]));
    assert!((12..=13).contains(&profile.superior.size) && (12..=13).contains(&profile.issuer.size));
    assert_eq!((profile.below_issuer, profile.below_subject), (Mark::Rule, Mark::Rule));
    assert_eq!((profile.number.before.as_str(), profile.number.after.as_str()), ("Số:", "/BC-"));
    assert!((13..=14).contains(&profile.title.size) && (13..=14).contains(&profile.body.letters.size));
    assert!(profile.place_and_date.italic && profile.authority.bold);
    let label = profile.recipients.label_letters;
    assert!(label.bold && label.italic && label.size == 12 && profile.recipients.letters.size == 11);
    assert!((13..=14).contains(&profile.page_number.letters.size));
}

#[test]
fn an_unknown_profile_is_the_first_one() {
    let profiles = Profiles::built_in().unwrap();
    assert_eq!(profiles.get("state-30-2020-nd-cp").unwrap().id, "state-30-2020-nd-cp");
    assert_eq!(profiles.get("").unwrap().id, "party-36-hd-vptw");
}
