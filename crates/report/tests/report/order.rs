//! Neither the order in which things came nor the day of counting changes anything.

use crate::gathered::{SOME_DAY, excerpt, sample};
use domain::date::{Date, DateText};
use proptest::prelude::*;
use report::chosen::ExcerptKind;
use report::compose::NoCutOff;
use std::sync::LazyLock;

static COUNTED: LazyLock<(usize, usize)> = LazyLock::new(|| {
    let gathered = sample();
    (gathered.files.len(), gathered.decisions.list.len())
});

fn shuffled(many: usize) -> impl Strategy<Value = Vec<usize>> {
    Just((0..many).collect::<Vec<_>>()).prop_shuffle()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn files_and_decisions_come_in_any_order((files, decisions) in (shuffled(COUNTED.0), shuffled(COUNTED.1))) {
        let mut gathered = sample();
        let units = gathered.units(4);
        gathered.choose(excerpt("a", ExcerptKind::Limitation, "1.1", "Thiếu kinh phí", &units));
        let (before, stamp) = (gathered.report(), gathered.counted().stamp);
        gathered.files = files.iter().map(|at| gathered.files[*at].clone()).collect();
        gathered.decisions.list = decisions.iter().map(|at| gathered.decisions.list[*at].clone()).collect();
        prop_assert_eq!(gathered.report(), before);
        prop_assert_eq!(gathered.counted().stamp, stamp);
    }
}

#[test]
fn it_is_the_same_on_every_day() {
    let mut gathered = sample();
    let before = gathered.report();
    let (year, month, day) = SOME_DAY;
    gathered.today = Date::new(year + 1, month, day).unwrap();
    assert_eq!(gathered.report(), before);
    gathered.settings.cut_off = DateText::from_typed("01/08/2024");
    assert_ne!(gathered.report(), before);
}

#[test]
fn without_a_cut_off_day_there_is_none() {
    let mut gathered = sample();
    gathered.settings.cut_off = DateText::default();
    assert_eq!(gathered.report_of(&gathered.counted()), Err(NoCutOff));
}
