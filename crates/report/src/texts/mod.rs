//! All the words of the report. An official document is in Vietnamese, whatever the language of the screen.

mod numbers;
mod tables;
pub mod unit;
pub mod workbook;

pub use numbers::{number, rate, share};
pub use tables::{OPEN_LEVEL, TOTAL, TableWords, WORDS, cell, column, heading, kind, only_first};

use crate::typed::without_stop;
use domain::date::Date;
use gathering::measures::Measure;
use gathering::step_state::StepState;
use gathering::table::{Heading, NOTHING};
use numbers::rate_of;

/// The mark of what nobody has signed.
pub const DRAFT: &str = "DỰ THẢO";
/// The mark of what is made up.
pub const SAMPLE: &str = "BẢN MẪU";

/// The title.
pub const TITLE: &str = "BÁO CÁO";

/// To whom the report upwards is sent: those to whom the directive has the gathering body report.
pub const UPWARDS: [&str; 2] = ["Ban Thường vụ Thành ủy", "Thường trực Thành ủy"];

/// What the report is about; the name of the gathering may be empty.
#[must_use]
pub fn subject(directive: &str, name: &str) -> String {
    let about = format!("Tổng hợp kết quả thực hiện {directive}");
    if name.is_empty() { about } else { [&about, name].join(", ") }
}

/// What it stands on (căn cứ). The day and the gathering body may be unknown.
#[must_use]
pub fn grounds(directive: &str, day: Option<Date>, body: &str) -> String {
    let day = day.map(|day| format!(" ngày {}", day.to_official())).unwrap_or_default();
    let grounds = format!("Căn cứ {directive}{day} và báo cáo của các cơ quan, đơn vị");
    if body.is_empty() {
        format!("{grounds}, kết quả được tổng hợp như sau:")
    } else {
        format!("{grounds}, {body} tổng hợp kết quả như sau:")
    }
}

/// How the units report: what is said of them in the opening.
#[derive(Clone, Copy, Debug)]
pub struct Reported {
    /// The cut-off day.
    pub day: Date,
    /// The five measures of all units.
    pub of: Measure,
    /// Of those that have not reported, how many have more time.
    pub extended: u32,
    /// How many need not report.
    pub excused: u32,
}

/// Who has reported (tình hình báo cáo).
#[must_use]
pub fn reported(told: Reported) -> String {
    let Reported { day, of, extended, excused } = told;
    let mut text = format!(
        "Đến ngày {}, có {} đơn vị gửi báo cáo, đạt {}",
        day.to_official(),
        share(of.received, of.expected),
        rate(of.rate())
    );
    if of.due > 0 {
        text += &format!("; trong đó đúng hạn {}, chậm {}", number(of.on_time), number(of.late));
        let unknown = of.received.saturating_sub(of.on_time).saturating_sub(of.late);
        if unknown > 0 {
            text += &format!(", chưa xác định đúng hạn hay chậm {}", number(unknown));
        }
    }
    let missing = of.missing();
    if missing == 0 {
        text += "; không còn đơn vị chưa gửi (Phụ lục 1).";
    } else if extended == 0 {
        text += &format!("; còn {} đơn vị chưa gửi (Phụ lục 1).", number(missing));
    } else {
        let (missing, extended) = (number(missing), number(extended));
        text += &format!("; còn {missing} đơn vị chưa gửi, trong đó {extended} đơn vị được lùi hạn (Phụ lục 1).");
    }
    if excused > 0 {
        text += &format!(" Số đơn vị nêu trên không kể {} đơn vị được miễn báo cáo.", number(excused));
    }
    text
}

/// Of how many units the words and answers count below; those whose files wait for a decision are not among them.
#[must_use]
pub fn counted(units: u32) -> String {
    format!("Các nội dung dưới đây được tổng hợp từ tệp của {} đơn vị.", number(units))
}

/// The parts of the text, by the directive's own words for what is to be reported.
pub const RESULTS: &str = "Kết quả lãnh đạo triển khai quán triệt, thực hiện";
/// See [`RESULTS`].
pub const LIMITATIONS: &str = "Những hạn chế, khó khăn";
/// See [`RESULTS`].
pub const CAUSES: &str = "Nguyên nhân";
/// A kind of causes.
pub const OBJECTIVE_CAUSES: &str = "Nguyên nhân khách quan";
/// A kind of causes.
pub const SUBJECTIVE_CAUSES: &str = "Nguyên nhân chủ quan";
/// See [`RESULTS`].
pub const STEPS: &str = "Nhiệm vụ, giải pháp";
/// See [`RESULTS`].
pub const PROPOSALS: &str = "Đề xuất, kiến nghị";

/// The heading of a part, from 1.
#[must_use]
pub fn part(at: usize, after: &str, name: &str) -> String {
    let roman = ["I", "II", "III", "IV", "V"].get(at.saturating_sub(1)).copied().unwrap_or_default();
    [roman, after, " ", name].concat()
}

/// The heading of what is in a part, from 1.
#[must_use]
pub fn subpart(at: usize, name: &str) -> String {
    [&at.to_string(), ". ", name].concat()
}

/// Whose words the names of tasks and requirements are.
#[must_use]
pub fn editorial(directive: &str) -> String {
    format!("Tên gọi tắt của nhiệm vụ và việc chia thành yêu cầu là phần biên tập, không phải nguyên văn {directive}.")
}

/// A task, by its number and its short heading.
#[must_use]
pub fn task(id: &str, headline: &str) -> String {
    [id, headline].join(". ")
}

/// How many units have done what a requirement asks.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'a> {
    /// The requirement's id and title.
    pub id: &'a str,
    /// See `id`.
    pub title: &'a str,
    /// In the scope of how many units it lies.
    pub in_scope: u32,
    /// Đã thực hiện.
    pub done: u32,
    /// Đang thực hiện.
    pub in_progress: u32,
    /// Chưa thực hiện.
    pub not_started: u32,
    /// Chưa trả lời.
    pub unanswered: u32,
}

/// How far a requirement is met.
#[must_use]
pub fn answered(told: Answered<'_>) -> String {
    let Answered { id, title, in_scope, done, in_progress, not_started, unanswered } = told;
    if in_scope == 0 {
        return format!("{id}. {title}: không có đơn vị thuộc phạm vi đã gửi báo cáo (0/0, {NOTHING}).");
    }
    let of = |part: u32| format!("{} đơn vị ({})", share(part, in_scope), rate_of(part, in_scope));
    format!(
        "{id}. {title}: đã thực hiện {}; đang thực hiện {}; chưa thực hiện {}; chưa trả lời {}.",
        of(done),
        of(in_progress),
        of(not_started),
        of(unanswered)
    )
}

/// How many of the units that count tell of limitations and difficulties.
#[must_use]
pub fn limitations(units: u32, all: u32) -> String {
    let (units, rate) = (share(units, all), rate_of(units, all));
    format!("Có {units} đơn vị được tổng hợp ({rate}) nêu hạn chế, khó khăn (Phụ lục 3).")
}

/// How many tell of objective causes.
#[must_use]
pub fn objective_causes(units: u32, all: u32) -> String {
    let (units, rate) = (share(units, all), rate_of(units, all));
    format!("Có {units} đơn vị được tổng hợp ({rate}) nêu nguyên nhân khách quan.")
}

/// How many tell of subjective causes.
#[must_use]
pub fn subjective_causes(units: u32, all: u32) -> String {
    let (units, rate) = (share(units, all), rate_of(units, all));
    format!("Có {units} đơn vị được tổng hợp ({rate}) nêu nguyên nhân chủ quan.")
}

/// How the next steps stand on the cut-off day.
#[derive(Clone, Copy, Debug)]
pub struct StepCounts {
    /// The cut-off day.
    pub day: Date,
    /// Those that are done.
    pub done: u32,
    /// Those that are not, and are not overdue.
    pub open: u32,
    /// Those that were due before that day.
    pub overdue: u32,
    /// Those without a day.
    pub undated: u32,
}

/// How the next steps stand.
#[must_use]
pub fn steps(told: StepCounts) -> String {
    let StepCounts { day, done, open, overdue, undated } = told;
    let all = [done, open, overdue, undated].into_iter().fold(0, u32::saturating_add);
    let of = |part: u32| format!("{} ({})", share(part, all), rate_of(part, all));
    format!(
        "Tính đến ngày {}, các đơn vị nêu {} nhiệm vụ, giải pháp; trong đó đã hoàn thành {}, trong hạn {}, quá hạn {}, \
         chưa có thời hạn {} (Phụ lục 4).",
        day.to_official(),
        number(all),
        of(done),
        of(open),
        of(overdue),
        of(undated)
    )
}

/// How many units make how many proposals.
#[must_use]
pub fn proposals(count: u32, units: u32, all: u32) -> String {
    let (units, rate) = (share(units, all), rate_of(units, all));
    format!("Có {units} đơn vị được tổng hợp ({rate}) nêu {} đề xuất, kiến nghị (Phụ lục 3).", number(count))
}

/// A level that decides, with its number in the report; none where the units left it open.
#[must_use]
pub fn level(at: usize, name: Option<&str>) -> String {
    match name {
        Some(name) => format!("{at}. Đối với {name}"),
        None => format!("{at}. Chưa nêu cấp có thẩm quyền"),
    }
}

/// How many proposals there are to a level.
#[must_use]
pub fn proposals_to(count: u32, units: u32) -> String {
    format!("{} đề xuất, kiến nghị của {} đơn vị.", number(count), number(units))
}

/// What somebody says, how many units say it (none where the officer does), and of which requirements; these may be none.
#[must_use]
pub fn said(text: &str, units: Option<u32>, requirements: &[&str]) -> String {
    let units = units.map(|units| format!("{} đơn vị nêu", number(units)));
    let of = (!requirements.is_empty()).then(|| format!("yêu cầu {}", requirements.join(", ")));
    let told: Vec<String> = units.into_iter().chain(of).collect();
    if told.is_empty() { with_stop(text) } else { format!("{} ({}).", without_stop(text), told.join("; ")) }
}

/// A next step: what, who leads it, by when, and how it stands on the cut-off day.
#[must_use]
pub fn step(task: &str, owner: &str, due: &str, state: StepState, day: Date) -> String {
    let mut text = without_stop(task).to_owned();
    if !owner.is_empty() {
        text += &format!("; chủ trì: {owner}");
    }
    if !due.is_empty() {
        text += &format!("; thời hạn: {due}");
    }
    match state {
        StepState::Done => text + "; đã hoàn thành",
        StepState::Undated => text + "; chưa có thời hạn",
        StepState::Overdue => format!("{text}; quá hạn tính đến ngày {}", day.to_official()),
        StepState::Open => text,
    }
}

fn with_stop(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { [without_stop(text), "."].concat() }
}

/// An annex, from 1.
#[must_use]
pub fn annex(at: usize) -> String {
    let heading = match at {
        1 => Heading::Register,
        2 => Heading::Requirements,
        3 => Heading::Issues,
        _ => Heading::Steps,
    };
    format!("Phụ lục {at}. {}", tables::heading(heading))
}

/// As of which day the numbers of an annex are.
#[must_use]
pub fn as_of(day: Date) -> String {
    format!("Số liệu tính đến ngày {}.", day.to_official())
}

/// What stands below a table without rows.
#[must_use]
pub fn nothing_in(heading: Heading) -> &'static str {
    match heading {
        Heading::Missing => "Không còn đơn vị chưa gửi báo cáo.",
        Heading::Issues => "Không có khó khăn, vướng mắc, kiến nghị.",
        Heading::Steps => "Không có nhiệm vụ, giải pháp.",
        _ => "Không có số liệu.",
    }
}

/// The foot of a page: of what it was made. The days are as they are shown.
#[must_use]
pub fn footer(roster_as_of: &str, cut_off: Date, files: u32, digest: &str) -> String {
    let (cut_off, files) = (cut_off.to_official(), number(files));
    let roster = if roster_as_of.is_empty() { NOTHING } else { roster_as_of };
    format!(
        "Danh sách đơn vị tính đến ngày {roster}; số liệu tính đến ngày {cut_off}; {files} tệp được tính; \
         mã đối chiếu {digest}"
    )
}

#[cfg(test)]
mod tests;
