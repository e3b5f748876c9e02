//! Texts of what makes documents and workbooks.

use coordination::office::OfficeFile;

/// Texts of what makes documents and workbooks.
pub struct OfficeTexts {
    /// Makes a file.
    pub make: fn(OfficeFile) -> &'static str,
    /// A file is being made.
    pub making: fn(OfficeFile) -> &'static str,
    /// How many files were read, of how many.
    pub read: fn(usize, usize) -> String,
    /// How many rows were put in, of how many.
    pub rows: fn(u32, u32) -> String,
    /// Name of the bar that shows it.
    pub progress: &'static str,
    /// Gives it up.
    pub cancel: &'static str,
}

/// Tiếng Việt.
pub const VI: OfficeTexts = OfficeTexts {
    make: |file| match file {
        OfficeFile::Document => "Tải Word",
        OfficeFile::Workbook => "Tải Excel",
    },
    making: |file| match file {
        OfficeFile::Document => "Đang lập tệp Word…",
        OfficeFile::Workbook => "Đang lập tệp Excel…",
    },
    read: |read, all| ["Đang đọc lời của các đơn vị: ", &read.to_string(), "/", &all.to_string(), " tệp"].concat(),
    rows: |done, all| ["Đã ghi ", &done.to_string(), "/", &all.to_string(), " dòng"].concat(),
    progress: "Tiến độ lập tệp",
    cancel: "Dừng",
};

/// English.
pub const EN: OfficeTexts = OfficeTexts {
    make: |file| match file {
        OfficeFile::Document => "Download for Word",
        OfficeFile::Workbook => "Download for Excel",
    },
    making: |file| match file {
        OfficeFile::Document => "Making the Word file…",
        OfficeFile::Workbook => "Making the Excel file…",
    },
    read: |read, all| ["Reading what the units say: ", &read.to_string(), "/", &all.to_string(), " files"].concat(),
    rows: |done, all| ["Rows put in: ", &done.to_string(), "/", &all.to_string()].concat(),
    progress: "Progress of making the file",
    cancel: "Stop",
};
