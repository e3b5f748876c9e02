#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
use super::*;
use crate::decisions::{Decision, Decisions, own_id};
use crate::made::{choice, day, decided, file, key, left_out, part, roster, stand, stand_in, typed, unit_is};
use crate::succession::View;
use crate::verdict::Supersession;
use domain::date::DateText;
use domain::roster::{Roster, Unit};

mod laws;

const X: &str = "quan-uy-o-mon";
const Y: &str = "ban-dan-van";

fn counts(why: Why) -> Verdict {
    Verdict::Counts(why)
}

fn by(name: &str) -> Verdict {
    Verdict::Superseded { by: key(name), how: Supersession::Chain }
}

fn aside(cause: Cause) -> Verdict {
    Verdict::Aside(cause)
}

fn verdicts_of(received: &[Received], decisions: &Decisions) -> Vec<Verdict> {
    stand(received, decisions).0.verdicts
}

fn ruled(received: &[Received]) -> Vec<Verdict> {
    verdicts_of(received, &Decisions::default())
}

#[test]
fn the_only_file_of_a_unit_counts_and_the_same_again_is_a_duplicate() {
    let again = Received { resaved: true, ..file("a", X, "d", &[]) };
    let received = [again, file("a", X, "d", &[]), file("b", Y, "e", &[])];
    let duplicate = Verdict::Duplicate { of: key("a") };
    assert_eq!(ruled(&received), [duplicate, counts(Why::Only), counts(Why::Only)]);
    let (standing, units) = stand(&received, &Decisions::default());
    let row = &standing.rows[units.row_of(X).unwrap() as usize];
    assert_eq!((row.counting.as_slice(), row.presence()), (&[1][..], Presence::Whole));
    assert_eq!(standing.rows[0].presence(), Presence::Missing);
}

#[test]
fn a_file_takes_the_place_of_those_that_it_names_directly_or_through_others() {
    let named = [file("a", X, "d", &[]), file("b", X, "d", &["a"]), file("c", X, "d", &["b", "never-sent"])];
    assert_eq!(ruled(&named), [by("c"), by("c"), counts(Why::Latest { of: 2 })]);
    // The one between was not sent.
    let skipped = [file("a", X, "d", &[]), file("c", X, "d", &["b", "a"])];
    assert_eq!(ruled(&skipped), [by("c"), counts(Why::Latest { of: 1 })]);
}

#[test]
fn clocks_and_numbers_of_edits_do_not_tell_which_is_later() {
    let mut one = file("a", X, "d", &["base"]);
    let mut other = file("b", X, "d", &["base"]);
    (one.exported_at, one.facts.revision) = ("2024-07-01T08:00:00Z".into(), 5);
    (other.exported_at, other.facts.revision) = ("2024-07-09T08:00:00Z".into(), 50);
    assert_eq!(ruled(&[one, other]), [aside(Cause::SeparateWays), aside(Cause::SeparateWays)]);
}

#[test]
fn a_file_that_joins_separate_ways_takes_the_place_of_both() {
    let received =
        [file("a", X, "d", &[]), file("b", X, "d", &["a"]), file("c", X, "d", &["a"]), file("m", X, "d", &["b", "c"])];
    assert_eq!(ruled(&received), [by("m"), by("m"), by("m"), counts(Why::Latest { of: 3 })]);
    let open = &received[..3];
    let (standing, units) = stand(open, &Decisions::default());
    assert_eq!(standing.verdicts, [by("b"), aside(Cause::SeparateWays), aside(Cause::SeparateWays)]);
    let row = &standing.rows[units.row_of(X).unwrap() as usize];
    assert_eq!(
        (row.waiting.as_slice(), row.others.as_slice(), row.presence()),
        (&[1, 2][..], &[0][..], Presence::Waiting)
    );
}

#[test]
fn of_separate_ways_that_say_the_same_the_one_with_the_most_edits_counts() {
    let mut received = [file("a", X, "d", &["base"]), file("b", X, "d", &["base"]), file("c", X, "e", &[])];
    for (one, revision) in received.iter_mut().zip([3, 2, 1]) {
        (one.facts.revision, one.facts.content) = (revision, [7; 16]);
    }
    let same = |name| Verdict::Superseded { by: key(name), how: Supersession::SameContent };
    assert_eq!(ruled(&received), [counts(Why::Latest { of: 2 }), same("a"), same("a")]);
    // Where it is not known what they say, nothing is the same.
    received.iter_mut().for_each(|one| one.facts.content = [0; 16]);
    assert_eq!(ruled(&received[..2]), [aside(Cause::SeparateWays), aside(Cause::SeparateWays)]);
}

#[test]
fn another_draft_of_a_unit_is_for_a_person_to_decide() {
    let received = [file("a", X, "d", &[]), file("b", X, "d", &["a"]), file("c", X, "e", &["b"])];
    assert_eq!(ruled(&received), [by("b"), aside(Cause::TwoDrafts), aside(Cause::TwoDrafts)]);
}

#[test]
fn files_without_a_draft_are_each_a_draft_until_one_that_names_them_comes() {
    let received = [file("a", X, "", &[]), file("b", X, "", &[]), file("c", X, "d", &["b", "a"])];
    assert_eq!(ruled(&received[..1]), [counts(Why::Only)]);
    assert_eq!(ruled(&received[..2]), [aside(Cause::TwoDrafts), aside(Cause::TwoDrafts)]);
    assert_eq!(ruled(&received), [by("c"), by("c"), counts(Why::Latest { of: 2 })]);
    // Of two states in one file, the name of the file tells of neither.
    let mut second = file("a", X, "", &[]);
    (second.key.index, second.facts.content) = (1, [9; 16]);
    let two = [file("a", X, "", &[]), second, file("c", X, "d", &["a"])];
    assert!(ruled(&two).iter().all(|verdict| *verdict == aside(Cause::TwoDrafts)));
}

#[test]
fn a_file_of_another_unit_that_names_it_does_not_take_its_place() {
    let received = [file("a", X, "d", &[]), file("b", Y, "d", &["a"])];
    assert_eq!(ruled(&received), [counts(Why::Only), counts(Why::Only)]);
}

fn parts(parts: u32, covered: u32, required: u32) -> Verdict {
    counts(Why::Part { parts, covered, required })
}

#[test]
fn parts_that_do_not_overlap_are_put_together_and_what_is_missing_is_told() {
    let received = [part("a", X, "d", &[], &["1.1"]), part("b", X, "d", &["a"], &["1.2", "1.3"])];
    assert_eq!(ruled(&received), [parts(2, 3, 4), parts(2, 3, 4)]);
    let (standing, units) = stand(&received, &Decisions::default());
    let row = &standing.rows[units.row_of(X).unwrap() as usize];
    assert_eq!((row.missing.iter().collect::<Vec<_>>(), row.presence()), (vec![3], Presence::Incomplete));
    let whole = [&received[..], &[part("c", X, "d", &[], &["1.4"])]].concat();
    let (standing, units) = stand(&whole, &Decisions::default());
    assert_eq!(standing.rows[units.row_of(X).unwrap() as usize].presence(), Presence::Whole);
    assert_eq!(standing.verdicts[2], parts(3, 4, 4));
}

#[test]
fn a_task_in_which_the_unit_takes_part_is_missing_too() {
    let mut one = part("a", X, "d", &[], &["1.1", "1.2", "1.3", "1.4"]);
    one.facts.opted_in = vec!["3".into()];
    let (standing, units) = stand(&[one], &Decisions::default());
    assert_eq!(standing.verdicts, [parts(1, 4, 6)]);
    assert_eq!(standing.rows[units.row_of(X).unwrap() as usize].missing.len(), 2);
}

#[test]
fn a_later_part_takes_the_place_of_an_earlier_one_of_the_same() {
    let received =
        [part("a", X, "d", &[], &["1.1"]), part("b", X, "d", &["a"], &["1.1"]), part("c", X, "d", &["b"], &["1.2"])];
    assert_eq!(ruled(&received), [by("b"), parts(2, 2, 4), parts(2, 2, 4)]);
    // Two later parts, which together speak of all that it spoke of.
    let split = [
        part("a", X, "d", &[], &["1.1", "1.2"]),
        part("b", X, "d", &["a"], &["1.1"]),
        part("c", X, "d", &["a"], &["1.2"]),
    ];
    assert_eq!(ruled(&split), [by("b"), parts(2, 2, 4), parts(2, 2, 4)]);
}

#[test]
fn parts_that_overlap_wait_and_those_that_do_not_count() {
    let received = [
        part("a", X, "d", &[], &["1.1", "1.2"]),
        part("b", X, "d", &[], &["1.2", "1.3"]),
        part("c", X, "d", &[], &["1.4"]),
        part("e", X, "d", &[], &["9.9"]),
    ];
    let overlap = aside(Cause::PartsOverlap);
    assert_eq!(ruled(&received), [overlap.clone(), overlap.clone(), parts(1, 1, 4), aside(Cause::CoversNothing)]);
    // Where one came of the other and they have only some in common, it is not told what of the earlier one goes on.
    let chained = [received[0].clone(), part("b", X, "d", &["a"], &["1.2", "1.3"])];
    assert_eq!(ruled(&chained), [overlap.clone(), overlap]);
}

#[test]
fn a_whole_takes_the_place_of_the_parts_that_led_to_it_and_of_no_others() {
    let received = [part("a", X, "d", &[], &["1.1"]), part("b", X, "d", &[], &["1.2"]), file("w", X, "d", &["a", "b"])];
    assert_eq!(ruled(&received), [by("w"), by("w"), counts(Why::Latest { of: 2 })]);
    let beside = [received[0].clone(), received[1].clone(), file("w", X, "d", &["a"])];
    assert_eq!(ruled(&beside), [by("w"), aside(Cause::SeparateWays), aside(Cause::SeparateWays)]);
    let after = [file("w", X, "d", &[]), part("p", X, "d", &["w"], &["1.1"])];
    assert_eq!(ruled(&after), [counts(Why::Only), aside(Cause::PartAfterWhole { whole: key("w") })]);
}

#[test]
fn what_is_not_of_this_gathering_is_put_aside_and_takes_nobodys_place() {
    let mut received: Vec<Received> = (0..5).map(|_| file("z", X, "d", &["a"])).collect();
    received[0] = file("a", X, "d", &[]);
    for (one, name) in received.iter_mut().zip(["a", "b", "c", "e", "f"]) {
        one.key = key(name);
    }
    received[1].facts.sample = true;
    received[2].directive = "1-CT/TU".into();
    received[3].edition = "2023-01-01".into();
    received[4].facts.as_of = Some(day("2023-12-31"));
    let from = Some(day("2024-01-01"));
    let ruled = |from| stand_in(&received, &Decisions::default(), &roster(), View::Current, from).0.verdicts;
    let early = aside(Cause::EarlierPeriod { as_of: day("2023-12-31") });
    let others = [aside(Cause::Sample), aside(Cause::OtherDirective), aside(Cause::OtherEdition)];
    assert_eq!(ruled(from)[0], counts(Why::Only));
    assert_eq!(ruled(from)[1..4], others);
    assert_eq!(ruled(from)[4], early);
    assert_eq!(ruled(None)[4], counts(Why::Latest { of: 1 }));
    // The first day of the period is in it.
    assert_eq!(ruled(Some(day("2023-12-31")))[4], counts(Why::Latest { of: 1 }));
}

#[test]
fn a_sample_counts_not_even_where_it_was_chosen() {
    let mut sample = file("a", X, "d", &[]);
    sample.facts.sample = true;
    let decisions = decided(&[choice("1", X, &["a"], &[])]);
    assert_eq!(verdicts_of(&[sample, file("b", X, "e", &[])], &decisions), [aside(Cause::Sample), counts(Why::Only)]);
}

#[test]
fn what_is_left_out_takes_no_place_and_comes_back_when_that_is_taken_back() {
    let received = [file("a", X, "d", &[]), file("b", X, "d", &["a"]), file("c", X, "d", &["b"])];
    let mut decisions = decided(&[left_out("1", "c"), left_out("2", "b")]);
    let out = |id: &str| Verdict::LeftOut { decision: id.into(), reason: "test".into() };
    assert_eq!(verdicts_of(&received, &decisions), [counts(Why::Only), out("2"), out("1")]);
    decisions.put(Decision::removed("1".into()));
    // The chain leads through what is left out.
    assert_eq!(verdicts_of(&received, &decisions), [by("c"), out("2"), counts(Why::Latest { of: 1 })]);
}

fn chosen(id: &str, is_later: bool) -> Verdict {
    counts(Why::Chosen { decision: id.into(), is_later })
}

#[test]
fn a_persons_choice_wins_over_every_rule() {
    let over =
        |id: &str, name: &str| Verdict::Superseded { by: key(name), how: Supersession::Chosen { decision: id.into() } };
    let received = [file("a", X, "d", &[]), file("b", X, "d", &["a"]), file("c", X, "e", &[])];
    let decisions = decided(&[choice("1", X, &["c"], &["b", "a"])]);
    assert_eq!(verdicts_of(&received, &decisions), [over("1", "c"), over("1", "c"), chosen("1", false)]);
    // An earlier one over one that came of it.
    let decisions = decided(&[choice("1", X, &["a"], &["b", "c"])]);
    assert_eq!(verdicts_of(&received, &decisions), [chosen("1", false), over("1", "a"), over("1", "a")]);
    // A later decision takes the place of an earlier one, and gives it back.
    let mut decisions = decided(&[choice("1", X, &["a"], &["b", "c"]), choice("2", X, &["b"], &["c"])]);
    assert_eq!(verdicts_of(&received, &decisions), [by("b"), chosen("2", false), over("2", "b")]);
    decisions.put(Decision::removed("2".into()));
    assert_eq!(verdicts_of(&received, &decisions)[0], chosen("1", false));
    // It is of no effect once its file is gone.
    let decisions = decided(&[choice("1", X, &["gone"], &["b"])]);
    assert_eq!(verdicts_of(&received[..2], &decisions), [by("b"), counts(Why::Latest { of: 1 })]);
}

#[test]
fn what_is_in_doubt_counts_once_it_is_chosen() {
    let mut early = file("a", X, "d", &[]);
    early.facts.as_of = Some(day("2023-12-31"));
    let mut claimed = file("b", Y, "e", &[]);
    claimed.facts.unit.name = "Khac".into();
    let received = [early, claimed, file("c", Y, "f", &[])];
    let decisions = decided(&[choice("1", X, &["a"], &[]), choice("2", Y, &["b"], &["c"])]);
    let from = Some(day("2024-01-01"));
    let verdicts = stand_in(&received, &decisions, &roster(), View::Current, from).0.verdicts;
    assert_eq!(verdicts[..2], [chosen("1", false), chosen("2", false)]);
}

#[test]
fn what_comes_after_a_choice_takes_its_place_where_it_came_of_it_and_waits_where_not() {
    let first = [file("a", X, "d", &[]), file("b", X, "e", &[])];
    let decisions = decided(&[choice("1", X, &["a"], &["b"])]);
    let corrected = [&first[..], &[file("c", X, "d", &["a"])]].concat();
    let verdicts = verdicts_of(&corrected, &decisions);
    assert_eq!((&verdicts[0], &verdicts[2]), (&by("c"), &chosen("1", true)));
    let third = [&first[..], &[file("c", X, "f", &[])]].concat();
    let verdicts = verdicts_of(&third, &decisions);
    assert_eq!(
        (&verdicts[0], &verdicts[2]),
        (&chosen("1", false), &aside(Cause::AfterChoice { decision: "1".into() }))
    );
    // Two corrections that went separate ways: what was chosen goes on counting.
    let split = [&first[..], &[file("c", X, "d", &["a"]), file("g", X, "d", &["a"])]].concat();
    let verdicts = verdicts_of(&split, &decisions);
    assert_eq!(verdicts[0], chosen("1", false));
    assert_eq!(verdicts[2..], [aside(Cause::SeparateWays), aside(Cause::SeparateWays)]);
}

#[test]
fn several_are_chosen_only_where_they_are_parts_of_one() {
    let received =
        [part("a", X, "d", &[], &["1.1"]), part("b", X, "d", &[], &["1.2"]), part("c", X, "d", &[], &["1.2"])];
    let decisions = decided(&[choice("1", X, &["a", "b"], &["c"])]);
    let verdicts = verdicts_of(&received, &decisions);
    assert_eq!(verdicts[..2], [chosen("1", false), chosen("1", false)]);
    let decisions = decided(&[choice("1", X, &["b", "c"], &[])]);
    assert_eq!(verdicts_of(&received, &decisions)[1..], [aside(Cause::ChosenTwice), aside(Cause::ChosenTwice)]);
}

#[test]
fn two_officers_who_chose_differently_leave_it_open() {
    let received = [file("a", X, "d", &[]), file("b", X, "e", &[])];
    let mut decisions = decided(&[choice("1", X, &["a"], &["b"])]);
    decisions.join(decided(&[choice("2", X, &["b"], &["a"])]));
    assert_eq!(verdicts_of(&received, &decisions), [aside(Cause::TwoDrafts), aside(Cause::TwoDrafts)]);
    assert_eq!(Settled::of(&decisions).conflicts().len(), 1);
}

#[test]
fn two_officers_who_chose_the_same_are_at_one_whatever_each_chose_it_over() {
    let received = [file("a", X, "d", &[]), file("b", X, "e", &[]), file("c", X, "f", &[])];
    let mut decisions = decided(&[choice("1", X, &["a"], &["b"])]);
    decisions.join(decided(&[choice("2", X, &["a"], &["c"])]));
    let how = || Supersession::Chosen { decision: "1".into() };
    let over = || Verdict::Superseded { by: key("a"), how: how() };
    assert_eq!(verdicts_of(&received, &decisions), [chosen("1", false), over(), over()]);
    assert_eq!(Settled::of(&decisions).conflicts().len(), 1);
}

#[test]
fn a_choice_for_a_unit_under_its_old_name_holds_for_the_new_one_but_for_one_made_for_that() {
    let received = [file("1", "old", "d", &[]), file("2", "new", "e", &[])];
    let stand = |decisions: &[crate::decisions::Decision]| {
        stand_in(&received, &decided(decisions), &changed_roster(), View::Current, None).0.verdicts
    };
    assert_eq!(stand(&[choice("1", "old", &["1"], &["2"])])[0], chosen("1", false));
    let both = [choice("1", "old", &["1"], &["2"]), choice("2", "new", &["2"], &["1"])];
    assert_eq!(stand(&both)[1], chosen("2", false));
}

#[test]
fn a_typed_unit_waits_until_a_person_says_whose_it_is() {
    let received = [typed("a", "so", "So Y te"), typed("b", "so", "SO  Y TE")];
    let unknown = aside(Cause::UnitUnknown);
    assert_eq!(ruled(&received), [unknown.clone(), unknown]);
    let claim = Claim::of(&received[0].facts.unit);
    let own = own_id("so", "So Y te");
    let decisions = decided(&[unit_is("1", claim, &own)]);
    let (standing, units) = stand(&received, &decisions);
    assert_eq!(standing.verdicts, [aside(Cause::TwoDrafts), aside(Cause::TwoDrafts)]);
    assert_eq!(standing.rows[units.row_of(&own).unwrap() as usize].waiting, [0, 1]);
    let chosen_one = decided(&[decisions.list[0].clone(), choice("2", &own, &["a"], &["b"])]);
    assert_eq!(verdicts_of(&received, &chosen_one)[0], chosen("2", false));
}

#[test]
fn an_id_that_two_names_claim_is_for_a_person_to_decide() {
    let named = |file_name: &str, name: &str| {
        let mut one = file(file_name, X, file_name, &[]);
        one.facts.unit.name = name.into();
        one
    };
    // One name alone may be the unit's new one.
    assert_eq!(ruled(&[named("a", "Moi")]), [counts(Why::Only)]);
    let own = file("b", X, "b", &[]);
    let twice = aside(Cause::UnitClaimedTwice);
    assert_eq!(ruled(&[named("a", "Moi"), own.clone()]), [twice.clone(), counts(Why::Only)]);
    let received = [named("a", "Moi"), named("c", "Khac")];
    assert_eq!(ruled(&received), [twice.clone(), twice]);
    let (standing, units) = stand(&received, &Decisions::default());
    // Neither is certainly the unit's, which has not reported then.
    assert_eq!(standing.rows[units.row_of(X).unwrap() as usize].presence(), Presence::Missing);
    let decisions = decided(&[unit_is("1", Claim::of(&received[1].facts.unit), Y)]);
    assert_eq!(verdicts_of(&received, &decisions), [counts(Why::Only), counts(Why::Only)]);
}

/// Two units that were merged, and one that was renamed.
fn changed_roster() -> Roster {
    let unit = |id: &str, from: &str, to: &str, successors: &[&str]| Unit {
        id: id.into(),
        name: id.into(),
        group: "g".into(),
        valid_from: DateText::from_typed(from),
        valid_to: DateText::from_typed(to),
        successors: successors.iter().map(|id| (*id).to_owned()).collect(),
        ..Unit::default()
    };
    let (last, first) = ("30/06/2025", "01/07/2025");
    let units = vec![
        unit("a", "", last, &["ab"]),
        unit("b", "", last, &["ab"]),
        unit("ab", first, "", &[]),
        unit("old", "", last, &["new"]),
        unit("new", first, "", &[]),
    ];
    Roster { units, ..Roster::default() }
}

#[test]
fn what_merged_units_sent_is_shown_beneath_the_new_one_and_never_added_up() {
    let received = [file("1", "a", "d", &[]), file("2", "b", "e", &[]), file("3", "old", "f", &[])];
    let none = Decisions::default();
    let stand = |view, decisions: &Decisions| stand_in(&received, decisions, &changed_roster(), view, None);
    let (former, _) = stand(View::Former, &none);
    assert!(former.verdicts.iter().all(|verdict| *verdict == counts(Why::Only)));
    let (current, units) = stand(View::Current, &none);
    let beneath = aside(Cause::FormerUnit { rows: vec![0] });
    assert_eq!(current.verdicts, [beneath.clone(), beneath.clone(), counts(Why::Only)]);
    assert_eq!((units.rows[0].id.as_str(), current.rows[0].presence()), ("ab", Presence::Missing));
    assert_eq!((current.rows[0].beneath.as_slice(), current.rows[1].counting.as_slice()), (&[0, 1][..], &[2][..]));
    // A person may let one of them stand for the new unit.
    let (chosen_one, _) = stand(View::Current, &decided(&[choice("1", "ab", &["2"], &[])]));
    assert_eq!(chosen_one.verdicts[..2], [beneath, chosen("1", false)]);
}

#[test]
fn a_renamed_unit_goes_on_with_its_draft_and_the_new_one_of_several_is_not_in_the_old_view() {
    let received = [file("1", "old", "d", &[]), file("2", "new", "d", &["1"]), file("3", "ab", "e", &[])];
    let stand = |view| stand_in(&received, &Decisions::default(), &changed_roster(), view, None).0.verdicts;
    assert_eq!(stand(View::Current), [by("2"), counts(Why::Latest { of: 1 }), counts(Why::Only)]);
    assert_eq!(stand(View::Former), [by("2"), counts(Why::Latest { of: 1 }), aside(Cause::OtherView)]);
}

#[test]
fn files_that_name_each_other_in_a_circle_are_not_lost() {
    let received = [file("a", X, "d", &["b"]), file("b", X, "d", &["a"]), file("c", X, "d", &[])];
    assert!(ruled(&received).iter().all(|verdict| *verdict == aside(Cause::SeparateWays)));
    let parts = [part("a", X, "d", &["b"], &["1.1"]), part("b", X, "d", &["a"], &["1.1"])];
    assert!(ruled(&parts).iter().all(|verdict| *verdict == aside(Cause::PartsOverlap)));
}
