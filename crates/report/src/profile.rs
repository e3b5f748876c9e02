//! How an official report looks (thể thức): the figures of a rule are data, since rules differ and change.

use domain::content::{ContentError, parse};
use domain::date::DateText;
use json::{choice, record};

/// The profiles that there are, the first of which is taken where nobody chose.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profiles {
    /// At least one, each with an id of its own.
    pub profiles: Vec<Profile>,
}

/// A profile: what an official report looks like by one rule.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Its id, such as `party-36-hd-vptw`.
    pub id: String,
    /// What it is called where it is chosen.
    pub name: String,
    /// The rule that the figures come from.
    pub source: String,
    /// The day on which that rule was in force.
    pub as_of: DateText,
    /// The paper and its margins. Of an annex that lies across, width and height are exchanged and the margins stay.
    pub paper: Paper,
    /// The font of all text.
    pub font: String,
    /// The head on the right (tiêu đề; Quốc hiệu, tiêu ngữ), centred, with a rule below its last line that is as long as that.
    pub motto: Vec<MottoLine>,
    /// The superior body (cơ quan cấp trên), on the left.
    pub superior: Letters,
    /// Whether the issuer of the directive stands there where nobody filled it in.
    #[optional]
    pub superior_is_issuer: bool,
    /// The issuing body (cơ quan ban hành), below the superior one.
    pub issuer: Letters,
    /// What stands alone below the issuing body.
    pub below_issuer: Mark,
    /// The line of the number (số, ký hiệu), below that.
    pub number: NumberLine,
    /// Place and date (địa danh, ngày tháng năm), on the right below the motto.
    pub place_and_date: Letters,
    /// What kind of document it is (tên loại): `BÁO CÁO`, centred.
    pub title: Letters,
    /// What it is about (trích yếu), centred.
    pub subject: Letters,
    /// What stands alone below the subject.
    pub below_subject: Mark,
    /// To whom it is sent (kính gửi), centred.
    pub addressees: Letters,
    /// The paragraphs.
    pub body: Body,
    /// The headings of parts, such as `I- KẾT QUẢ`. Headings within a part are bold letters of the body.
    pub part: PartHeading,
    /// The headings of annexes (phụ lục), centred.
    pub annex: Letters,
    /// What stands in tables.
    pub table: Letters,
    /// For whom it is signed (thẩm quyền ký), on the right.
    pub authority: Letters,
    /// The signer's position (chức vụ).
    pub position: Letters,
    /// The signer's name (họ tên).
    pub signer: Letters,
    /// Who gets a copy (nơi nhận), on the left beside the signature.
    pub recipients: RecipientsList,
    /// The number of a page.
    pub page_number: PageNumber,
}

/// A paper and its margins, in millimetres.
#[record(closed)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Its width, upright.
    pub width: u32,
    /// Its height, upright.
    pub height: u32,
    /// The margin above. The number of the page stands in it.
    pub top: u32,
    /// The margin below.
    pub bottom: u32,
    /// The margin on the left.
    pub left: u32,
    /// The margin on the right.
    pub right: u32,
}

/// How letters look. They are black.
#[record(closed)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// Their size, in points.
    pub size: u32,
    /// Đậm.
    #[optional]
    pub bold: bool,
    /// Nghiêng.
    #[optional]
    pub italic: bool,
    /// Capitals (chữ in hoa). The text of a report is in capitals already: nobody need turn it into such.
    #[optional]
    pub capitals: bool,
    /// Gạch chân.
    #[optional]
    pub underlined: bool,
}

/// A line of the head on the right.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MottoLine {
    /// Its text.
    pub text: String,
    /// How it looks.
    pub letters: Letters,
}

/// What stands alone, centred, below something.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// A rule, about a third as long as the line above.
    #[default]
    Rule,
    /// `*`
    Star,
    /// `-----`
    Dashes,
}

impl Mark {
    /// The mark as text; none of a rule, which is drawn.
    #[must_use]
    pub const fn text(self) -> Option<&'static str> {
        match self {
            Self::Rule => None,
            Self::Star => Some("*"),
            Self::Dashes => Some("-----"),
        }
    }
}

/// The line of the number: what stands before the blank for it, and after, before the symbol of who issues it.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberLine {
    /// `Số`, or `Số:`.
    pub before: String,
    /// `-BC/`, or `/BC-`.
    pub after: String,
    /// How it looks.
    pub letters: Letters,
}

/// The paragraphs of the text: justified.
#[record(closed)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// How they look.
    pub letters: Letters,
    /// By how much the first line stands in, in millimetres.
    pub first_line: u32,
    /// How high a line is at least, in points.
    pub line_at_least: u32,
    /// How much is between paragraphs, in points.
    pub between: u32,
}

/// The heading of a part.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartHeading {
    /// What stands after its number: `-`, or `.`.
    pub after: String,
    /// How it looks.
    pub letters: Letters,
}

/// The list of who gets a copy.
#[record(closed)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecipientsList {
    /// Its label.
    pub label: String,
    /// How the label looks.
    pub label_letters: Letters,
    /// How the lines look.
    pub letters: Letters,
    /// What stands at the end of each line but the last, which ends with a stop.
    pub between: String,
}

/// The number of a page.
#[record(closed)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageNumber {
    /// Where it stands.
    pub place: PageNumberPlace,
    /// How it looks.
    pub letters: Letters,
    /// The first page that has one. Pages are counted from 1, through the annexes.
    pub from: u32,
}

/// Where the number of a page stands.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageNumberPlace {
    /// In the middle of the margin above.
    #[default]
    TopCentre,
    /// In the middle of the margin below.
    BottomCentre,
}

impl Profiles {
    /// Those that the product has.
    ///
    /// # Errors
    /// None, as the tests of the data hold.
    pub fn built_in() -> Result<Self, ContentError> {
        parse(include_bytes!("../../../content/report-profiles.json"))
    }

    /// The profile with this id; the first where there is none. There is always one in those that are built in.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id).or_else(|| self.profiles.first())
    }
}

impl Paper {
    /// The width of what is printed on a page that stands upright, in millimetres.
    #[must_use]
    pub const fn text_width(&self) -> u32 {
        self.width.saturating_sub(self.left).saturating_sub(self.right)
    }
}

#[cfg(test)]
mod tests;
