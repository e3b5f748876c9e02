//! What became of lines without an assessment (containers, what is skipped, stored or refused), why, and what to do.

use super::line_words::LineWords;
use coordination::thing::{JOINED, LOST, STOPPED, ThingLine};
use gathering::codes;

const SEND_AGAIN_VI: &str = "Xin đơn vị xuất lại và gửi tệp gốc dạng đính kèm, không sửa, không mở bằng phần mềm khác.";
const EXPORTED_ONLY_VI: &str = "Cần tệp .json mà đơn vị xuất từ trang tự đánh giá.";
const UNPACK_VI: &str = "Hãy giải nén bằng phần mềm đã nén, rồi thả thư mục vào đây.";
const PACK_AGAIN_VI: &str = "Xin gửi lại tệp nén, hoặc gửi thẳng tệp .json.";

/// Tiếng Việt.
pub(super) fn line_vi(line: &ThingLine) -> LineWords {
    let (number, word) = (line.number.to_string(), line.word.as_str());
    let of = |verdict, what: String, remedy| LineWords { verdict, what, remedy };
    match line.outcome.as_str() {
        "zip" => of("Tệp nén", counted(&number, " mục ở trong"), ""),
        "gzip" => of("Tệp nén", String::new(), ""),
        "mail" => of("Thư", counted(&number, " tệp đính kèm"), ""),
        "bundle" => of("Gói của đợt khác", counted(&number, " bản ghi"), ""),
        "skipped" => of("Bỏ qua", word.to_owned(), ""),
        codes::NEWER_VERSION => of(
            "Giữ, chưa đọc",
            told("Cần bản phần mềm mới hơn", " (phiên bản ", word, ")"),
            "Hãy mở trang mới nhất; tệp được giữ nguyên và chưa tính.",
        ),
        "newer-bundle" => of(
            "Giữ, chưa đọc",
            told("Gói do bản phần mềm mới hơn ghi", " (phiên bản ", word, ")"),
            "Hãy mở trang mới nhất rồi thêm lại gói này.",
        ),
        codes::OTHER_RECORD => of("Giữ, chưa đọc", told("Bản ghi loại khác trong gói", ": ", word, ""), ""),
        codes::OTHER_DIRECTIVE => of("Để riêng", told("Tự đánh giá theo văn bản khác", ": ", word, ""), ""),
        JOINED => of("Đã gộp", "Quyết định hoặc thiết lập của đồng nghiệp.".into(), ""),
        codes::HELD => of("Nhận", String::new(), ""),
        _ => {
            let (what, remedy) = cause_vi(line);
            of("Không nhận", what, remedy)
        }
    }
}

fn cause_vi(line: &ThingLine) -> (String, &'static str) {
    let (number, limit, word) = (line.number.to_string(), line.limit, line.word.as_str());
    let plain = |what: &str, remedy| (what.to_owned(), remedy);
    match line.cause.as_str() {
        "empty" => plain("Tệp rỗng: có thể chưa tải xong về máy.", SEND_AGAIN_VI),
        "zeros" => plain("Tệp chỉ có số không: việc chép tệp bị ngắt giữa chừng.", SEND_AGAIN_VI),
        "unreadable" => {
            plain("Không đọc được: thiết bị đã rút hoặc tệp đã đổi.", "Hãy cắm lại thiết bị và bấm Đọc lại.")
        }
        LOST => plain("Bản lưu trên máy này không còn đọc được.", "Hãy thêm lại tệp này."),
        "too-large" => (told("Quá lớn", ": tối đa ", &megabytes(limit, ','), " MB"), EXPORTED_ONLY_VI),
        "too-much" => plain("Nhiều mục hoặc dài hơn mức một bản tự đánh giá có thể có.", EXPORTED_ONLY_VI),
        "sample" => plain("Đây là bản mẫu, không phải báo cáo của đơn vị.", ""),
        "lost-letters" => (told("Mất chữ tiếng Việt", ": ", &number, " chỗ"), SEND_AGAIN_VI),
        "utf-16" => plain("Tệp lưu kiểu UTF-16 (Unicode); nội dung không đổi.", "Xin đơn vị gửi tệp gốc."),
        "utf-16-changed" | "utf-16-other" => plain("Tệp lưu kiểu UTF-16 (Unicode).", "Xin đơn vị gửi tệp gốc."),
        "not-utf-8" => plain("Tệp không ở bảng mã UTF-8.", SEND_AGAIN_VI),
        "not-json" | "other-format" | "text" => plain("Không phải tệp tự đánh giá.", EXPORTED_ONLY_VI),
        "cut-file" => plain("Tệp bị cắt giữa chừng.", SEND_AGAIN_VI),
        "changed" => plain("Nội dung đã bị sửa sau khi xuất: mã kiểm tra không khớp.", SEND_AGAIN_VI),
        "bad-version" => (told("Số phiên bản không hợp lệ", ": ", word, ""), SEND_AGAIN_VI),
        codes::NEWER_VERSION => plain("Cần bản phần mềm mới hơn.", "Hãy mở trang mới nhất rồi thêm lại tệp."),
        codes::OTHER_DIRECTIVE => (told("Theo văn bản khác", ": ", word, ""), ""),
        "mismatch" => plain("Có mục không đúng dạng.", SEND_AGAIN_VI),
        "no-assessment" => plain("Trong tệp không có bản tự đánh giá nào.", SEND_AGAIN_VI),
        "page" => plain("Trang web không có bản tự đánh giá.", EXPORTED_ONLY_VI),
        "word" => plain("Đây là tệp Word.", EXPORTED_ONLY_VI),
        "excel" => plain("Đây là tệp Excel.", EXPORTED_ONLY_VI),
        "powerpoint" => plain("Đây là tệp PowerPoint.", EXPORTED_ONLY_VI),
        "office" => plain("Đây là tệp văn phòng.", EXPORTED_ONLY_VI),
        "encrypted-office" => plain("Đây là tệp văn phòng có mật khẩu.", EXPORTED_ONLY_VI),
        "pdf" => {
            plain("Đây là bản in (PDF).", "Cần tệp .json. Nếu là báo cáo đã ký, ghi số và ngày ở phần Tình hình gửi.")
        }
        "picture" => plain("Đây là ảnh.", EXPORTED_ONLY_VI),
        "media" => plain("Đây là tệp âm thanh hoặc phim.", EXPORTED_ONLY_VI),
        "shortcut" => plain("Đây là lối tắt, không có nội dung.", "Hãy chọn chính tệp mà lối tắt trỏ tới."),
        "program" => plain("Đây là chương trình; không mở.", EXPORTED_ONLY_VI),
        code => packed_vi(code, line),
    }
}

/// Of archives, mails and bundles.
fn packed_vi(code: &str, line: &ThingLine) -> (String, &'static str) {
    let (number, limit, word) = (line.number.to_string(), line.limit.to_string(), line.word.as_str());
    let plain = |what: &str, remedy| (what.to_owned(), remedy);
    match code {
        "rar" => plain("Tệp nén RAR.", UNPACK_VI),
        "7z" => plain("Tệp nén 7-Zip.", UNPACK_VI),
        "other-archive" => (told("Tệp nén kiểu khác", ": ", word, ""), UNPACK_VI),
        "outlook-message" | "outlook-attachments" => {
            plain("Thư lưu từ Outlook.", "Mở thư, lưu tệp đính kèm rồi thả vào đây.")
        }
        "encrypted" => plain("Tệp nén có mật khẩu.", "Hãy giải nén rồi thả thư mục vào đây."),
        "packing-method" => {
            (told("Kiểu nén chưa hỗ trợ", ": ", word, ""), "Hãy nén lại bằng Windows, hoặc thả thư mục.")
        }
        "unusual-ratio" => plain("Nội dung giải nén lớn bất thường.", PACK_AGAIN_VI),
        "sum-too-large" => (
            told("Các mục trước đã giải nén đến mức tối đa", " ", &megabytes(line.limit, ','), " MB"),
            "Hãy chia thành nhiều tệp nén.",
        ),
        "too-many-members" => {
            (told("Có quá nhiều mục", ": tối đa ", &limit, ""), "Hãy chia thành nhiều tệp nén, hoặc thả thư mục.")
        }
        "nested-too-deep" => {
            (told("Tệp nén lồng quá nhiều lớp", ": tối đa ", &limit, ""), "Hãy giải nén lớp ngoài rồi thả vào đây.")
        }
        "cut" => plain("Tệp nén bị cắt cụt.", PACK_AGAIN_VI),
        "broken" | "checksum" => plain("Tệp nén hỏng.", PACK_AGAIN_VI),
        "overlapping" => plain("Tệp nén hỏng hoặc cố ý làm sai.", PACK_AGAIN_VI),
        "no-members" => plain("Không có tệp nào ở trong.", ""),
        "cut-record" => plain("Dòng cuối của gói bị cắt.", "Các dòng trước đã đọc. Xin đồng nghiệp xuất lại gói."),
        "cut-bundle" => (told("Gói bị cắt", ": chỉ có ", &number, " bản ghi"), "Xin đồng nghiệp xuất lại gói."),
        STOPPED => (
            told("Đã dừng theo yêu cầu", " sau ", &number, " bản ghi"),
            "Hãy thêm lại gói này để đọc nốt; phần đã đọc không bị tính hai lần.",
        ),
        "bad-record" => plain("Một dòng của gói không đúng dạng.", "Xin đồng nghiệp xuất lại gói."),
        _ => plain("Không phải loại tệp đọc được.", EXPORTED_ONLY_VI),
    }
}

/// A sentence, with what it speaks of where that is known.
fn told(sentence: &str, before: &str, known: &str, after: &str) -> String {
    if known.is_empty() || known == "0" {
        [sentence, "."].concat()
    } else {
        [sentence, before, known, after, "."].concat()
    }
}

/// How many there are; nothing where that is not known.
fn counted(number: &str, of: &str) -> String {
    if number == "0" { String::new() } else { [number, of, "."].concat() }
}

/// Bytes in megabytes with one decimal, rounded down: it is a limit.
fn megabytes(bytes: u64, point: char) -> String {
    let tenths = bytes / 100_000;
    let (whole, tenth) = (tenths / 10, tenths % 10);
    if tenth == 0 {
        return whole.to_string();
    }
    let mut text = whole.to_string();
    text.push(point);
    text + &tenth.to_string()
}

const SEND_AGAIN_EN: &str = "Ask the unit to export it again and to send the original as an attachment, without editing or opening it elsewhere.";
const EXPORTED_ONLY_EN: &str = "What is needed is the .json file that the unit exports from its page.";
const UNPACK_EN: &str = "Unpack it with the program that packed it, and drop the folder here.";
const PACK_AGAIN_EN: &str = "Ask for the archive again, or for the .json file itself.";

/// English.
pub(super) fn line_en(line: &ThingLine) -> LineWords {
    let (number, word) = (line.number.to_string(), line.word.as_str());
    let of = |verdict, what: String, remedy| LineWords { verdict, what, remedy };
    match line.outcome.as_str() {
        "zip" => of("Archive", counted(&number, " things in it"), ""),
        "gzip" => of("Archive", String::new(), ""),
        "mail" => of("Mail", counted(&number, " attached"), ""),
        "bundle" => of("Bundle of another gathering", counted(&number, " records in it"), ""),
        "skipped" => of("Skipped", word.to_owned(), ""),
        codes::NEWER_VERSION => of(
            "Kept, not read",
            told("A newer version of the product is needed", " (version ", word, ")"),
            "Open the newest page; the file is kept as it is and does not count yet.",
        ),
        "newer-bundle" => of(
            "Kept, not read",
            told("A newer version of the product wrote the bundle", " (version ", word, ")"),
            "Open the newest page and add the bundle again.",
        ),
        codes::OTHER_RECORD => of("Kept, not read", told("A record of another kind", ": ", word, ""), ""),
        codes::OTHER_DIRECTIVE => of("Put aside", told("It reports on another document", ": ", word, ""), ""),
        JOINED => of("Joined", "A decision or settings of a colleague.".into(), ""),
        codes::HELD => of("Accepted", String::new(), ""),
        _ => {
            let (what, remedy) = cause_en(line);
            of("Refused", what, remedy)
        }
    }
}

fn cause_en(line: &ThingLine) -> (String, &'static str) {
    let (number, limit, word) = (line.number.to_string(), line.limit, line.word.as_str());
    let plain = |what: &str, remedy| (what.to_owned(), remedy);
    match line.cause.as_str() {
        "empty" => plain("It is empty: perhaps it was not loaded to its end.", SEND_AGAIN_EN),
        "zeros" => plain("It has nothing but zeros: copying it broke off.", SEND_AGAIN_EN),
        "unreadable" => plain(
            "It could not be read: the device is gone or the file has changed.",
            "Plug the device in and read it again.",
        ),
        LOST => plain("What was kept on this machine can no longer be read.", "Add the file again."),
        "too-large" => (told("Too large", ": at most ", &megabytes(limit, '.'), " MB"), EXPORTED_ONLY_EN),
        "too-much" => plain("It has more in it than an assessment can have.", EXPORTED_ONLY_EN),
        "sample" => plain("It is the sample and no unit's report.", ""),
        "lost-letters" => (told("Vietnamese letters were lost", ", in places: ", &number, ""), SEND_AGAIN_EN),
        "utf-16" => plain("It was saved in UTF-16; its content is unchanged.", "Ask the unit for the original."),
        "utf-16-changed" | "utf-16-other" => plain("It was saved in UTF-16.", "Ask the unit for the original."),
        "not-utf-8" => plain("It is not in UTF-8.", SEND_AGAIN_EN),
        "not-json" | "other-format" | "text" => plain("It is no self-assessment file.", EXPORTED_ONLY_EN),
        "cut-file" => plain("It is cut off.", SEND_AGAIN_EN),
        "changed" => plain("It was changed after it was exported: its digest does not match.", SEND_AGAIN_EN),
        "bad-version" => (told("Its version number is not valid", ": ", word, ""), SEND_AGAIN_EN),
        codes::NEWER_VERSION => {
            plain("A newer version of the product is needed.", "Open the newest page and add it again.")
        }
        codes::OTHER_DIRECTIVE => (told("On another document", ": ", word, ""), ""),
        "mismatch" => plain("Something in it has the wrong form.", SEND_AGAIN_EN),
        "no-assessment" => plain("There is no self-assessment in it.", SEND_AGAIN_EN),
        "page" => plain("A web page without a self-assessment.", EXPORTED_ONLY_EN),
        "word" => plain("It is a Word document.", EXPORTED_ONLY_EN),
        "excel" => plain("It is an Excel workbook.", EXPORTED_ONLY_EN),
        "powerpoint" => plain("It is a PowerPoint file.", EXPORTED_ONLY_EN),
        "office" => plain("It is an office document.", EXPORTED_ONLY_EN),
        "encrypted-office" => plain("It is an office document with a password.", EXPORTED_ONLY_EN),
        "pdf" => plain(
            "It is a print (PDF).",
            "The .json file is needed. Of a signed report, note number and date under Who has reported.",
        ),
        "picture" => plain("It is a picture.", EXPORTED_ONLY_EN),
        "media" => plain("It is sound or film.", EXPORTED_ONLY_EN),
        "shortcut" => plain("It is a shortcut with nothing in it.", "Choose the file that it leads to."),
        "program" => plain("It is a program and is not opened.", EXPORTED_ONLY_EN),
        code => packed_en(code, line),
    }
}

/// Of archives, mails and bundles.
fn packed_en(code: &str, line: &ThingLine) -> (String, &'static str) {
    let (number, limit, word) = (line.number.to_string(), line.limit.to_string(), line.word.as_str());
    let plain = |what: &str, remedy| (what.to_owned(), remedy);
    match code {
        "rar" => plain("A RAR archive.", UNPACK_EN),
        "7z" => plain("A 7-Zip archive.", UNPACK_EN),
        "other-archive" => (told("An archive of another kind", ": ", word, ""), UNPACK_EN),
        "outlook-message" | "outlook-attachments" => {
            plain("A mail that Outlook saved.", "Open the mail, save its attachment, and drop that here.")
        }
        "encrypted" => plain("An archive with a password.", "Unpack it and drop the folder here."),
        "packing-method" => (
            told("It is packed in a way that is not read", ": ", word, ""),
            "Pack it with Windows, or drop the folder.",
        ),
        "unusual-ratio" => plain("It would unpack to an unusual size.", PACK_AGAIN_EN),
        "sum-too-large" => (
            told("What came before it unpacked to the most there may be", ": ", &megabytes(line.limit, '.'), " MB"),
            "Make several archives of it.",
        ),
        "too-many-members" => (
            told("It has too many things in it", ": at most ", &limit, ""),
            "Make several archives of it, or drop the folder.",
        ),
        "nested-too-deep" => (
            told("Archives within archives, too deep", ": at most ", &limit, ""),
            "Unpack the outer one and drop what is in it.",
        ),
        "cut" => plain("The archive is cut off.", PACK_AGAIN_EN),
        "broken" | "checksum" => plain("The archive is damaged.", PACK_AGAIN_EN),
        "overlapping" => plain("The archive is damaged, or made wrong on purpose.", PACK_AGAIN_EN),
        "no-members" => plain("There is no file in it.", ""),
        "cut-record" => plain(
            "The last line of the bundle is cut off.",
            "The lines before it were read. Ask your colleague to export it again.",
        ),
        "cut-bundle" => {
            (told("The bundle is cut off", ": records in it: ", &number, ""), "Ask your colleague to export it again.")
        }
        STOPPED => (
            told("You stopped the reading", ", records read by then: ", &number, ""),
            "Add the bundle again to read the rest; nothing is counted twice.",
        ),
        "bad-record" => plain("A line of the bundle has the wrong form.", "Ask your colleague to export it again."),
        _ => plain("It is of a kind that is not read.", EXPORTED_ONLY_EN),
    }
}
