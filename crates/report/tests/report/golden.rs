//! A whole report, word for word. `UPDATE=1` writes it anew; what changed is then to be read.

use crate::gathered::{Gathered, excerpt, small_sample};
use domain::date::DateText;
use report::chosen::{Excerpt, ExcerptKind};
use report::plain;
use std::{env, fs};

/// A small sample with arrivals noted, one file left out, and something of each kind chosen.
pub(crate) fn prepared() -> Gathered {
    let mut gathered = small_sample(1);
    let units = gathered.units(4);
    gathered.receive(units[..1].to_vec(), "10/07/2024");
    gathered.receive(units[1..2].to_vec(), "18/07/2024");
    gathered.leave_out(&units[3]);
    let (few, more) = (&units[..2], &units[1..]);
    let of = |id, kind, requirement, text| excerpt(id, kind, requirement, text, more);
    let limitation = ExcerptKind::Limitation;
    gathered.choose(excerpt("a", ExcerptKind::Result, "1.2", "Đã tổ chức 12 hội nghị quán triệt.", few));
    gathered.choose(of("b", limitation, "1.2", "Thiếu kinh phí"));
    gathered.choose(excerpt("c", limitation, "1.1", "thiếu  KINH PHÍ.", few));
    gathered.choose(excerpt("d", limitation, "1.4", "Việc lồng ghép còn hình thức", &[]));
    gathered.choose(of("e", ExcerptKind::ObjectiveCause, "1.2", "Văn bản hướng dẫn ban hành chậm"));
    gathered.choose(of("f", ExcerptKind::SubjectiveCause, "1.4", "Người đứng đầu chưa sâu sát"));
    let step = of("g", ExcerptKind::Step, "1.2", "Ban hành kế hoạch");
    let (owner, due) = ("Văn phòng Thành ủy".into(), DateText::from_typed("15/07/2024"));
    gathered.choose(Excerpt { owner, due, ..step });
    let proposal =
        |id, level: &str| Excerpt { level: level.into(), ..of(id, ExcerptKind::Proposal, "", "Sửa nghị định.") };
    gathered.choose(proposal("h", "central"));
    gathered.choose(proposal("i", ""));
    gathered
}

/// Holds a text against the fixture of that name.
pub(crate) fn reads_as_it_did(name: &str, text: &str) {
    let path = format!("{}/tests/fixtures/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, text).unwrap();
    }
    let before = fs::read_to_string(&path).unwrap();
    for (at, (line, other)) in (1..).zip(text.lines().zip(before.lines())) {
        assert_eq!(line, other, "{name}, line {at}");
    }
    assert_eq!(text, before);
}

#[test]
fn the_report_of_the_sample_reads_as_it_did() {
    reads_as_it_did("report", &plain::text(&prepared().report()));
}
