//! The words of a unit's own report.

use super::numbers::number;
use crate::typed::{self, without_stop};
use domain::date::DateText;

/// A blank that a person fills by hand.
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
/// What stands where a word is missing.
pub const MISSING: &str = "…";

/// How many, as such reports have it: `04`, `12`, `1.234`.
#[must_use]
pub fn count(many: usize) -> String {
    let many = u32::try_from(many).unwrap_or(u32::MAX);
    if many < 10 { ["0", &number(many)].concat() } else { number(many) }
}

/// What is missing is a blank.
#[must_use]
pub fn or_missing(text: &str) -> &str {
    if text.is_empty() { MISSING } else { text }
}

/// The number and symbol, with a blank for the number: `Số      -BC/QU`.
#[must_use]
pub fn number_line(before: &str, after: &str, symbol: &str) -> String {
    [before, BLANK, after, or_missing(symbol)].concat()
}

/// Place and date, with blanks for the date.
#[must_use]
pub fn place_and_date(place: &str) -> String {
    format!("{}, {DATE_TO_FILL}", or_missing(place))
}

/// The date, to be filled by hand.
const DATE_TO_FILL: &str = "ngày\u{a0}\u{a0}\u{a0}\u{a0}\u{a0} tháng\u{a0}\u{a0}\u{a0}\u{a0}\u{a0} năm\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// To which report an annex belongs.
#[must_use]
pub fn attached(after: &str, symbol: &str) -> String {
    let symbol = or_missing(symbol);
    format!("(Kèm theo Báo cáo số{BLANK}{after}{symbol} {DATE_TO_FILL})")
}

/// Before whom it is sent to.
pub const TO: &str = "Kính gửi:";
/// Who gets a copy, where nobody filled it in.
pub const COPIES: [&str; 2] = ["Như trên", "Lưu"];

/// A line of those who get a copy, with what stands at its end.
#[must_use]
pub fn recipient(name: &str, end: &str) -> String {
    ["- ", name, end].concat()
}

/// What the directive is about, by its own words ("Về …"), within a sentence.
fn about(subject: &str) -> String {
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = subject.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// What the report is about (trích yếu), of what the directive is about.
#[must_use]
pub fn subject(directive: &str) -> String {
    let about = about(directive);
    let of = about.strip_prefix("về ").or_else(|| about.strip_prefix("v/v ")).unwrap_or(&about);
    ["kết quả ", of].concat()
}

/// On what the report is made. The day, the unit and what the figures are of may be unknown.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// What the directive is called.
    pub directive: &'a str,
    /// The day on which it was issued.
    pub issued: &'a str,
    /// What it is about.
    pub about: &'a str,
    /// The unit.
    pub unit: &'a str,
    /// The period.
    pub period: &'a str,
    /// The day that the figures speak of, with the word for it: `ngày 18/6/2024`.
    pub as_of: &'a str,
}

/// What the report answers, and what its figures are of.
#[must_use]
pub fn basis(of: Basis<'_>) -> String {
    let mut text = ["Thực hiện ", of.directive].concat();
    if !of.issued.is_empty() {
        text += &format!(" ngày {}", of.issued);
    }
    if !of.about.is_empty() {
        text += &format!(" {}", about(of.about));
    }
    let unit = if of.unit.is_empty() { "đơn vị" } else { of.unit };
    let period = (!of.period.is_empty()).then(|| format!("kỳ báo cáo: {}", of.period));
    let as_of = (!of.as_of.is_empty()).then(|| format!("số liệu tính đến {}", of.as_of));
    let facts: Vec<String> = period.into_iter().chain(as_of).collect();
    let facts = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join("; ")) };
    format!("{text}, {unit} báo cáo kết quả như sau{facts}:")
}

/// A day within a sentence: the word for it stands before a day alone, and not before `tháng 4/2024` or `quý II`.
#[must_use]
pub fn on_day(day: &DateText) -> String {
    let text = typed::day(day);
    if day.date().is_some() { ["ngày ", &text].concat() } else { text }
}

/// A period without a name. Its days have the word for them.
#[must_use]
pub fn period(from: &str, to: &str) -> String {
    match (from.is_empty(), to.is_empty()) {
        (false, false) => format!("từ {from} đến {to}"),
        (false, true) => format!("từ {from}"),
        (true, false) => format!("đến {to}"),
        (true, true) => String::new(),
    }
}

/// Proposals of which the unit did not say who decides, after those of which it did.
pub const OTHER_PROPOSALS: &str = "Đề xuất, kiến nghị khác";
/// Of a requirement of which the unit does not say how far it is met.
pub const UNSTATED: &str = "Chưa nêu";
/// In a part of which the unit says nothing.
pub const NOTHING_REPORTED: &str = "Chưa có nội dung báo cáo.";

/// To whom proposals are made.
#[must_use]
pub fn to_level(name: &str) -> String {
    ["Đối với ", name].concat()
}

/// How far the requirements in the unit's scope are met.
#[derive(Clone, Copy, Debug, Default)]
pub struct Progress {
    /// Đã thực hiện.
    pub done: usize,
    /// Đang thực hiện.
    pub in_progress: usize,
    /// Chưa thực hiện.
    pub not_started: usize,
    /// Those of which the unit does not say.
    pub unanswered: usize,
}

/// How far the requirements in the unit's scope are met; kinds that there are none of are not told of. `annex` has more of each, where
/// there is one.
#[must_use]
pub fn progress(of: Progress, annex: Option<usize>) -> String {
    let Progress { done, in_progress, not_started, unanswered } = of;
    let annex = annex.map(|annex| format!(" (Phụ lục {annex})")).unwrap_or_default();
    if done + in_progress + not_started == 0 {
        return format!("Chưa nêu mức độ thực hiện của {} yêu cầu thuộc phạm vi của đơn vị{annex}.", count(unanswered));
    }
    let told = [
        ("đã thực hiện", done),
        ("đang thực hiện", in_progress),
        ("chưa thực hiện", not_started),
        ("chưa nêu mức độ thực hiện", unanswered),
    ];
    let told = told.iter().filter(|(_, many)| *many > 0);
    let told: Vec<String> = told.map(|(words, many)| format!("{words} {}", count(*many))).collect();
    let all = count(done + in_progress + not_started + unanswered);
    format!("Trong {all} yêu cầu thuộc phạm vi của đơn vị: {}{annex}.", told.join(", "))
}

/// How the unit rates itself, and on which scale.
#[must_use]
pub fn rating(level: &str, scale: &str) -> String {
    format!("Tự đánh giá mức độ thực hiện: {level} ({scale}).")
}

/// How many next steps there are, and how many of them are done.
#[must_use]
pub fn steps(all: usize, done: usize, annex: usize) -> String {
    let done = if done == 0 { String::new() } else { format!(", trong đó đã hoàn thành {}", count(done)) };
    format!("Đơn vị đề ra {} nhiệm vụ, giải pháp{done} (Phụ lục {annex}).", count(all))
}

/// That a step is done, when (with the word for it) and with what result, as far as the unit says so.
#[must_use]
pub fn step_done(day: &str, result: &str) -> String {
    let done = if day.is_empty() { String::new() } else { format!("Hoàn thành {day}") };
    match (done.is_empty(), result.is_empty()) {
        (false, false) => [&done, ". ", result].concat(),
        (true, _) => result.to_owned(),
        (false, true) => done,
    }
}

/// An annex, from 1.
#[must_use]
pub fn annex(at: usize, name: &str) -> String {
    format!("Phụ lục {at}. {name}")
}

/// A requirement, by its id and title.
#[must_use]
pub fn requirement(id: &str, title: &str) -> String {
    [id, ". ", title].concat()
}

/// Why there is no supporting document.
#[must_use]
pub fn without_evidence(reason: &str) -> String {
    format!("Chưa có tài liệu kiểm chứng: {reason}")
}

/// Several citations: one a line.
#[must_use]
pub fn citations(all: &[String]) -> String {
    all.join(";\n")
}

/// Kinds of documents (tên loại văn bản), by the letters of their symbols. Those whose letters stand for several kinds have none.
const KINDS: [(&str, &str); 16] = [
    ("", "Nghị quyết"),
    ("NQ", "Nghị quyết"),
    ("", "Quyết định"),
    ("", "Quy định"),
    ("", "Chỉ thị"),
    ("KL", "Kết luận"),
    ("", "Quy chế"),
    ("CTr", "Chương trình"),
    ("KH", "Kế hoạch"),
    ("HD", "Hướng dẫn"),
    ("TB", "Thông báo"),
    ("BC", "Báo cáo"),
    ("TTr", "Tờ trình"),
    ("BB", "Biên bản"),
    ("CV", "Công văn"),
    ("ĐA", "Đề án"),
];
/// A document of a kind that is not known.
const ANY_KIND: &str = "Văn bản";

/// A document that supports an answer. Each part may be empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cited<'a> {
    /// Number and symbol.
    pub number: &'a str,
    /// Its date, with the word for it: `ngày 12/4/2024`.
    pub day: &'a str,
    /// Who issued it.
    pub issuer: &'a str,
    /// Its summary.
    pub summary: &'a str,
    /// Section or page.
    pub section: &'a str,
    /// A link; cited where there is neither a number nor a summary.
    pub url: &'a str,
}

/// A document, cited in full: `Kế hoạch số 85-KH/QU ngày 12/4/2024 của Quận ủy thực hiện …`. Its kind is the first word of its number
/// or its summary, or follows from its symbol. What both say is said once. Empty where nothing of it is known.
#[must_use]
pub fn citation(of: Cited<'_>) -> String {
    let (of_number, number) = kind_first(of.number).unwrap_or(("", of.number));
    let number = without_word(number).unwrap_or(number);
    let summary = without_stop(of.summary);
    let (of_summary, rest) = kind_first(summary).unwrap_or(("", summary));
    // Of a summary without a kind, a number is that of something else.
    let (number, rest) = if of_summary.is_empty() { (number, rest) } else { said_once(number, rest) };
    let kind = if of_summary.is_empty() { of_number } else { of_summary };
    let mut text = match (number.is_empty(), kind.is_empty()) {
        (false, _) => format!("{} số {number}", if kind.is_empty() { kind_by_symbol(number) } else { kind }),
        (true, false) => kind.to_owned(),
        (true, true) => summary.to_owned(),
    };
    if text.is_empty() {
        of.url.clone_into(&mut text);
    }
    if !of.day.is_empty() {
        text += &format!(" {}", of.day);
    }
    if !of.issuer.is_empty() {
        text += &format!(" của {}", of.issuer);
    }
    // Where it stands first, the summary is there already.
    let is_first = number.is_empty() && kind.is_empty();
    if !is_first && !rest.is_empty() {
        // What begins as a sentence would is told apart by a comma.
        let joined = if of_summary.is_empty() { ", " } else { " " };
        text = [text.as_str(), joined, rest].concat();
    }
    if !of.section.is_empty() {
        text += &format!(", {}", of.section);
    }
    text.trim_start_matches([',', ' ']).to_owned()
}

/// The number of a document, and what its summary says after its kind and that number. The number may stand in either, or in short in
/// one of them.
fn said_once<'a>(number: &'a str, rest: &'a str) -> (&'a str, &'a str) {
    let Some(after) = without_word(rest) else { return (number, rest) };
    let (said, behind) = after.split_once(' ').unwrap_or((after, ""));
    let bare = said.trim_end_matches([',', ';']);
    let is_number = bare.contains(|letter: char| letter.is_ascii_digit());
    let is_short =
        |of: &str| of.strip_prefix(number).is_some_and(|more| more.is_empty() || more.starts_with(['-', '/']));
    if is_number && (number.is_empty() || is_short(bare)) { (bare, behind.trim_start()) } else { (number, rest) }
}

/// What follows the word for a number (`số`), where a text begins with that.
fn without_word(text: &str) -> Option<&str> {
    let rest = ["Số", "số", "SỐ"].iter().find_map(|word| text.strip_prefix(word))?;
    let bare = rest.trim_start_matches([':', '.', ' ', '\u{a0}']);
    // Any other word may begin alike.
    (bare.len() < rest.len() || bare.starts_with(|letter: char| letter.is_ascii_digit())).then_some(bare)
}

/// The kind that a text begins with, and the rest of it.
fn kind_first(text: &str) -> Option<(&'static str, &str)> {
    KINDS.iter().find_map(|(_, kind)| {
        let rest = text.strip_prefix(kind)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| (*kind, rest.trim_start()))
    })
}

/// The kind that the letters of a number stand for: `85-KH/QU`, `57/BC-UBND`.
fn kind_by_symbol(number: &str) -> &'static str {
    let letters = number.split(['-', '/', ' ']);
    let known = letters.filter(|letters| !letters.is_empty());
    let mut kinds = known.filter_map(|letters| KINDS.iter().find(|(symbol, _)| *symbol == letters));
    kinds.next().map_or(ANY_KIND, |(_, kind)| kind)
}

#[cfg(test)]
mod tests;
