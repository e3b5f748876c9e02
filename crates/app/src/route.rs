//! The addresses of the product: every view, task and requirement has its own.

/// Where the person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The directive (công văn), at a task or requirement if one is named.
    Directive(Option<String>),
    /// The list of drafts.
    Drafts,
    /// A draft, at one of its sections.
    Draft(String, Section),
    /// The board of the coordinating body (tổng hợp), at the place of that address within it.
    Board(String),
}

/// A section of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Section {
    /// Where the draft stands (tổng quan).
    Overview,
    /// Phần chung.
    General,
    /// One task with its requirements.
    Task(String),
    /// The task of that requirement, at the requirement.
    Requirement(String),
    /// The register of evidence (tài liệu kiểm chứng).
    Evidence,
    /// Đánh giá chung, kiến nghị.
    Closing,
    /// What is open, and the export.
    Export,
    /// The unit's report (báo cáo), for its leader to sign.
    Report,
    /// The filled form as a document to print.
    Print,
    /// Its kept states (lịch sử), or one of them as a document.
    History(Option<String>),
}

impl Route {
    /// Reads an address such as `/tu-danh-gia/x7k2/yeu-cau/1.2`. What is not understood leads to the nearest view
    /// that is.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("tu-danh-gia"), Some(draft), section, detail) => {
                Self::Draft(draft.to_owned(), Section::parse(section, detail))
            }
            (Some("tu-danh-gia"), ..) => Self::Drafts,
            (Some("cong-van"), at, ..) => Self::Directive(at.map(str::to_owned)),
            (Some("tong-hop"), ..) => {
                let place: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).skip(1).collect();
                Self::Board(place.join("/"))
            }
            _ => Self::Directive(None),
        }
    }

    /// The address, such that [`Route::parse`] leads back here.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Directive(None) => "/cong-van".into(),
            Self::Directive(Some(at)) => ["/cong-van", at].join("/"),
            Self::Drafts => "/tu-danh-gia".into(),
            Self::Draft(id, section) => {
                let (name, detail) = section.parts();
                let mut path = ["/tu-danh-gia", id, name].join("/");
                if let Some(detail) = detail {
                    path.push('/');
                    path.push_str(detail);
                }
                path
            }
            Self::Board(place) if place.is_empty() => "/tong-hop".into(),
            Self::Board(place) => ["/tong-hop", place].join("/"),
        }
    }

    /// The draft that is open here.
    #[must_use]
    pub fn draft(&self) -> Option<&str> {
        if let Self::Draft(id, _) = self { Some(id) } else { None }
    }
}

impl Section {
    fn parse(name: Option<&str>, detail: Option<&str>) -> Self {
        match (name, detail) {
            (Some("nhiem-vu"), Some(task)) => Self::Task(task.to_owned()),
            (Some("yeu-cau"), Some(requirement)) => Self::Requirement(requirement.to_owned()),
            (Some("tai-lieu"), _) => Self::Evidence,
            (Some("ket-luan"), _) => Self::Closing,
            (Some("xuat"), _) => Self::Export,
            (Some("bao-cao"), _) => Self::Report,
            (Some("ban-in"), _) => Self::Print,
            (Some("lich-su"), snapshot) => Self::History(snapshot.map(str::to_owned)),
            (Some("chung"), _) => Self::General,
            _ => Self::Overview,
        }
    }

    fn parts(&self) -> (&'static str, Option<&str>) {
        match self {
            Self::Overview => ("tong-quan", None),
            Self::General => ("chung", None),
            Self::Task(task) => ("nhiem-vu", Some(task)),
            Self::Requirement(requirement) => ("yeu-cau", Some(requirement)),
            Self::Evidence => ("tai-lieu", None),
            Self::Closing => ("ket-luan", None),
            Self::Export => ("xuat", None),
            Self::Report => ("bao-cao", None),
            Self::Print => ("ban-in", None),
            Self::History(snapshot) => ("lich-su", snapshot.as_deref()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_place() {
        let draft = |section| Route::Draft("k3".into(), section);
        for route in [
            Route::Directive(None),
            Route::Directive(Some("2.2.1".into())),
            Route::Drafts,
            draft(Section::Overview),
            draft(Section::General),
            draft(Section::Task("1".into())),
            draft(Section::Requirement("2.2.1".into())),
            draft(Section::Evidence),
            draft(Section::Closing),
            draft(Section::Export),
            draft(Section::Report),
            draft(Section::Print),
            draft(Section::History(None)),
            draft(Section::History(Some("s7".into()))),
            Route::Board(String::new()),
            Route::Board("tinh-hinh-gui".into()),
            Route::Board("don-vi/quan-uy-ninh-kieu/2.2.1".into()),
        ] {
            assert_eq!(Route::parse(&route.path()), route);
        }
    }

    #[test]
    fn an_unknown_address_leads_to_the_nearest_view() {
        assert_eq!(Route::parse(""), Route::Directive(None));
        assert_eq!(Route::parse("/bao-gio"), Route::Directive(None));
        assert_eq!(Route::parse("/tong-hop//tinh-hinh-gui/"), Route::Board("tinh-hinh-gui".into()));
        assert_eq!(Route::parse("/tu-danh-gia/k3/gi-do"), Route::Draft("k3".into(), Section::Overview));
    }
}
