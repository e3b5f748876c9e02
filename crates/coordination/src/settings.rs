//! What a gathering is about, as it is stored and as it appears in a bundle.

use domain::date::DateText;
use domain::directive::Directive;
use gathering::basis::Basis;
use gathering::succession::View;
use json::{Unknown, choice, record};
use report::around::Particulars;

/// What a gathering (đợt tổng hợp) is about.
#[record(open)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Its id, unique among those of all officers; made with it, never shown.
    pub id: String,
    /// Its name, such as "6 tháng đầu năm 2024".
    #[optional]
    pub name: String,
    /// The first day of the period; what speaks of a day before it is of an earlier period.
    #[optional]
    pub from: DateText,
    /// The last day on which a report is on time (hạn gửi).
    #[optional]
    pub deadline: DateText,
    /// The day as of which all numbers are told (ngày chốt số liệu).
    #[optional]
    pub cut_off: DateText,
    /// By which units it counts.
    #[optional]
    pub roster_view: RosterView,
    /// Whether it is the sample (bản mẫu), which says so on every screen.
    #[optional]
    pub sample: bool,
    /// Whether it is the sample of the period before, with which the sample is compared.
    #[optional]
    pub is_before: bool,
    /// Who gathers on this machine (người tổng hợp), in that person's words: it stands beside what is decided. What a bundle says of it is
    /// not taken over.
    #[optional]
    pub officer: String,
    /// What was filled in of what stands around the text of the report upwards.
    #[optional]
    pub report: Particulars,
    /// Digests of what days and fields around the report had before they were changed: where one is empty, no bundle fills that in again.
    #[optional]
    pub given_up: Vec<String>,
    /// When it was made, `yyyy-mm-ddThh:mm:ssZ`.
    #[optional]
    pub created_at: String,
    /// How often these settings were changed: of two of one id the higher holds.
    #[optional]
    pub revision: u32,
    /// What a newer version wrote here.
    pub unknown: Unknown,
}

/// By which units a gathering counts.
#[choice]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RosterView {
    /// Those that are there now (theo đơn vị mới).
    #[default]
    Current,
    /// Those that were there before some became part of others (theo đơn vị cũ).
    Former,
}

impl Settings {
    /// Remembers that something had that, by its digest.
    pub(crate) fn give_up(&mut self, digest: String) {
        if !self.given_up.contains(&digest) {
            self.given_up.push(digest);
        }
    }

    /// The units by which it counts.
    #[must_use]
    pub fn view(&self) -> View {
        match self.roster_view {
            RosterView::Current => View::Current,
            RosterView::Former => View::Former,
        }
    }

    /// What the verdicts and the numbers stand on.
    #[must_use]
    pub fn basis<'a>(&self, directive: &'a Directive) -> Basis<'a> {
        Basis { directive, from: self.from.date(), deadline: self.deadline.date(), cut_off: self.cut_off.date() }
    }
}
