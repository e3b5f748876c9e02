#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;
use crate::decisions::{Decision, Decisions, UnitIs};
use domain::date::DateText;
use domain::roster::{Group, Unit};
use unicode_normalization::UnicodeNormalization;

fn unit(id: &str, group: &str, name: &str) -> Unit {
    Unit { id: id.into(), group: group.into(), name: name.into(), ..Unit::default() }
}

fn roster() -> Roster {
    let group = |id: &str| Group { id: id.into(), name: id.to_uppercase(), ..Group::default() };
    Roster {
        groups: vec![group("quan"), group("ban"), group("so")],
        units: vec![
            unit("ninh-kieu", "quan", "Quận ủy Ninh Kiều"),
            unit("binh-thuy", "quan", "Quận ủy Bình Thủy"),
            Unit {
                valid_to: DateText::from_typed("30/06/2025"),
                successors: vec!["tuyen-giao-dan-van".into()],
                ..unit("tuyen-giao", "ban", "Ban Tuyên giáo Thành ủy")
            },
            Unit {
                valid_to: DateText::from_typed("30/06/2025"),
                successors: vec!["tuyen-giao-dan-van".into()],
                ..unit("dan-van", "ban", "Ban Dân vận Thành ủy")
            },
            Unit {
                valid_from: DateText::from_typed("01/07/2025"),
                ..unit("tuyen-giao-dan-van", "ban", "Ban Tuyên giáo và Dân vận Thành ủy")
            },
            unit("mttq", "so", "Ủy ban MTTQ Việt Nam thành phố"),
        ],
        ..Roster::default()
    }
}

fn claim(id: &str, group: &str, name: &str) -> Claim {
    Claim { id: id.into(), group: group.into(), name: name.into(), ..Claim::default() }
}

fn is(id: &str, claim: Claim, unit: &str) -> Decision {
    let unit_is = UnitIs { claim, unit: unit.into(), ..UnitIs::default() };
    Decision { id: id.into(), unit_is: Some(unit_is), ..Decision::default() }
}

fn owner_of(claim: &Claim, decisions: &Decisions) -> Option<(String, How)> {
    let settled = Settled::of(decisions);
    let units = Units::of(&roster(), View::Current, &settled);
    match units.owner(claim, &settled)? {
        Owner::Member(at, how) => Some((units.members[at as usize].id.clone(), how)),
        Owner::Own(row, how) => Some((units.rows[row as usize].id.clone(), how)),
    }
}

#[test]
fn it_belongs_by_id_then_by_name_in_the_group_then_by_a_name_that_one_unit_has() {
    let none = Decisions::default();
    let decomposed: String = "Quận uỷ  Ninh Kiều".nfd().collect();
    for (claim, unit, how) in [
        (claim("dan-van", "quan", "whatever"), "dan-van", How::Id),
        (claim("", "quan", &decomposed), "ninh-kieu", How::Name),
        (claim("of-another-roster", "quan", "QUẬN ỦY BÌNH THUỶ"), "binh-thuy", How::Name),
        (claim("", "so", "UBMTTQ Việt Nam TP"), "mttq", How::Name),
        (claim("", "so", "Ban Dân vận Thành uỷ"), "dan-van", How::NameElsewhere),
    ] {
        assert_eq!(owner_of(&claim, &none), Some((unit.to_owned(), how)), "{claim:?}");
    }
    for unknown in [claim("", "quan", ""), claim("", "quan", "Quan uy Ninh Kieu"), claim("", "so", "Sở Y tế")] {
        assert_eq!(owner_of(&unknown, &none), None, "{unknown:?}");
    }
}

#[test]
fn what_a_person_confirmed_is_remembered_and_can_be_taken_back() {
    let mut decisions = Decisions::default();
    decisions.decide(is("d1", claim("", "quan", "Quan uy Ninh Kieu"), "ninh-kieu"));
    let typed_again = claim("", "quan", "QUAN UY NINH KIEU");
    assert_eq!(owner_of(&typed_again, &decisions), Some(("ninh-kieu".into(), How::Decided)));
    // It wins over the id that the file has.
    decisions.decide(is("d2", claim("dan-van", "ban", "Quận ủy Bình Thủy"), "binh-thuy"));
    assert_eq!(owner_of(&claim("dan-van", "ban", "Quận uỷ Bình Thuỷ"), &decisions).unwrap().0, "binh-thuy");
    // A unit that this roster does not have.
    decisions.decide(is("d3", claim("", "so", "Sở X"), "so-x"));
    assert_eq!(owner_of(&claim("", "so", "Sở X"), &decisions), None);
    decisions.put(Decision::removed("d1".into()));
    assert_eq!(owner_of(&typed_again, &decisions), None);
}

#[test]
fn a_unit_of_its_own_is_a_row_and_other_spellings_can_be_given_to_it() {
    let mut decisions = Decisions::default();
    let own = own_id("so", "Sở Y tế");
    decisions.decide(is("d1", claim("", "so", "Sở Y tế"), &own));
    decisions.decide(is("d2", claim("", "so", "Sở Y tế TP Cần Thơ"), &own));
    decisions.decide(is("d3", claim("", "khac", "Trường A"), &own_id("khac", "Trường A")));
    for name in ["Sở y tế", "Sở Y tế thành phố Cần Thơ"] {
        assert_eq!(owner_of(&claim("", "so", name), &decisions).unwrap().0, own);
    }
    let settled = Settled::of(&decisions);
    let units = Units::of(&roster(), View::Current, &settled);
    let last: Vec<(&str, &str)> =
        units.rows[4..].iter().map(|row| (units.group_id(row.group), row.name.as_str())).collect();
    assert_eq!(last, [("khac", "Trường A"), ("so", "Sở Y tế")]);
    assert_eq!(units.row_of(&own), Some(5));
}

#[test]
fn the_old_ones_stand_beneath_the_new_one_and_the_view_can_be_switched() {
    let decisions = Decisions::default();
    let settled = Settled::of(&decisions);
    let rows = |view| {
        let units = Units::of(&roster(), view, &settled);
        let former = |row: &Row| row.former.iter().map(|at| units.members[*at as usize].id.clone()).collect::<Vec<_>>();
        units.rows.iter().map(|row| (row.id.clone(), former(row))).collect::<Vec<_>>()
    };
    let ids = |view| rows(view).into_iter().map(|row| row.0).collect::<Vec<_>>();
    assert_eq!(ids(View::Current), ["ninh-kieu", "binh-thuy", "tuyen-giao-dan-van", "mttq"]);
    assert_eq!(rows(View::Current)[2].1, ["tuyen-giao", "dan-van"]);
    assert_eq!(ids(View::Former), ["ninh-kieu", "binh-thuy", "tuyen-giao", "dan-van", "mttq"]);
    let units = Units::of(&roster(), View::Current, &settled);
    assert_eq!(
        (units.row_of("tuyen-giao"), units.row_of("tuyen-giao-dan-van"), units.row_of("x")),
        (None, Some(2), None)
    );
    assert_eq!(units.members[2].place, InView::Beneath(vec![2]));
}

#[test]
fn the_likest_units_are_suggested_and_at_most_three() {
    let decisions = Decisions::default();
    let units = Units::of(&roster(), View::Current, &Settled::of(&decisions));
    let suggested = |name: &str| {
        let found = units.suggestions(&claim("", "ban", name));
        found.into_iter().map(|one| (one.unit, one.likeness)).collect::<Vec<_>>()
    };
    assert_eq!(suggested("Quan uy Ninh Kieu")[0], ("ninh-kieu".into(), 99));
    assert_eq!(suggested("Ban Dan van")[0].0, "dan-van");
    assert!(suggested("Thành ủy").len() <= 3);
    assert_eq!(suggested("Công ty Xổ số"), []);
}

#[test]
fn a_name_that_two_units_have_is_nobodys() {
    let mut roster = roster();
    roster.units.push(unit("x1", "so", "Trung tâm Y tế"));
    roster.units.push(unit("x2", "ban", "Trung tâm Y tế"));
    let decisions = Decisions::default();
    let settled = Settled::of(&decisions);
    let units = Units::of(&roster, View::Current, &settled);
    assert_eq!(units.owner(&claim("", "quan", "Trung tâm Y tế"), &settled), None);
    assert_eq!(units.owner(&claim("", "ban", "Trung tâm Y tế"), &settled), Some(Owner::Member(7, How::Name)));
}
