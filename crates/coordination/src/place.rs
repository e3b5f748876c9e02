//! Addresses within the board: what follows `/tong-hop/`.

/// Where the officer is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The list of gatherings (các đợt tổng hợp): `""`.
    #[default]
    Shelf,
    /// The first screen of the gathering of that id (toàn cảnh): `<id>`.
    Overview(String),
    /// Who has sent (tình hình gửi): `<id>/tinh-hinh-gui`.
    Register(String),
    /// Units × requirements (từng đơn vị): `<id>/don-vi`.
    Units(String),
    /// One unit, by the id of its row, percent-encoded in the address: `<id>/don-vi/<unit>`.
    Unit(String, String),
    /// What all units say of the requirement of that id, one after the other (đọc và trả lời): `<id>/doc/<requirement>`; of the first
    /// requirement where it is empty, and the proposals of [`crate::parts::PROPOSALS`].
    Reading(String, String),
    /// What units say, put together by the officer (các vấn đề): `<id>/van-de`.
    Issues(String),
    /// What was received (tệp đã nhận): `<id>/tep`.
    Files(String),
    /// The report upwards (báo cáo tổng hợp): `<id>/bao-cao`.
    Report(String),
    /// What people decided differently (quyết định khác nhau): `<id>/khac-nhau`.
    Disputes(String),
    /// Two gatherings beside each other (so sánh hai đợt), the other by its id: `<id>/so-sanh/<other>`; where it is empty the nearest one.
    Compare(String, String),
    /// Name, days, and by which units (thiết lập): `<id>/thiet-lap`.
    Settings(String),
}

const REGISTER: &str = "tinh-hinh-gui";
const UNITS: &str = "don-vi";
const READING: &str = "doc";
const ISSUES: &str = "van-de";
const FILES: &str = "tep";
const REPORT: &str = "bao-cao";
const DISPUTES: &str = "khac-nhau";
const COMPARE: &str = "so-sanh";
const SETTINGS: &str = "thiet-lap";

impl Place {
    /// The place of an address; of one that is none, the nearest that there is.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let Some(id) = parts.next().and_then(decoded) else { return Self::Shelf };
        match (parts.next(), parts.next()) {
            (Some(REGISTER), _) => Self::Register(id),
            (Some(UNITS), unit) => match unit.and_then(decoded) {
                Some(unit) => Self::Unit(id, unit),
                None => Self::Units(id),
            },
            (Some(READING), requirement) => Self::Reading(id, requirement.and_then(decoded).unwrap_or_default()),
            (Some(ISSUES), _) => Self::Issues(id),
            (Some(FILES), _) => Self::Files(id),
            (Some(REPORT), _) => Self::Report(id),
            (Some(DISPUTES), _) => Self::Disputes(id),
            (Some(COMPARE), other) => Self::Compare(id, other.and_then(decoded).unwrap_or_default()),
            (Some(SETTINGS), _) => Self::Settings(id),
            _ => Self::Overview(id),
        }
    }

    /// Its address, from which [`Place::parse`] makes it again.
    #[must_use]
    pub fn path(&self) -> String {
        let (id, rest) = match self {
            Self::Shelf => return String::new(),
            Self::Overview(id) => return encoded(id),
            Self::Register(id) => (id, REGISTER),
            Self::Units(id) | Self::Unit(id, _) => (id, UNITS),
            Self::Reading(id, _) => (id, READING),
            Self::Issues(id) => (id, ISSUES),
            Self::Files(id) => (id, FILES),
            Self::Report(id) => (id, REPORT),
            Self::Disputes(id) => (id, DISPUTES),
            Self::Compare(id, _) => (id, COMPARE),
            Self::Settings(id) => (id, SETTINGS),
        };
        let path = [&encoded(id), "/", rest].concat();
        match self {
            Self::Unit(_, last) | Self::Reading(_, last) | Self::Compare(_, last) if !last.is_empty() => {
                [&path, "/", &encoded(last)].concat()
            }
            _ => path,
        }
    }

    /// The id of the gathering; none for the list of them.
    #[must_use]
    pub fn gathering(&self) -> Option<&str> {
        match self {
            Self::Shelf => None,
            Self::Overview(id)
            | Self::Register(id)
            | Self::Units(id)
            | Self::Unit(id, _)
            | Self::Reading(id, _)
            | Self::Issues(id)
            | Self::Files(id)
            | Self::Report(id)
            | Self::Disputes(id)
            | Self::Compare(id, _)
            | Self::Settings(id) => Some(id),
        }
    }
}

/// All but letters and digits of ASCII, `-`, `_` and `.` as percent and two hexadecimal digits for each byte.
fn encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |four: u8| char::from(DIGITS.get(usize::from(four)).copied().unwrap_or(b'0'));
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            out.push(char::from(byte));
        } else {
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

/// The inverse; nothing where that is no text. What need not be encoded may be all the same, and what should be need not.
fn decoded(text: &str) -> Option<String> {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.bytes());
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        bytes.push((digit()? << 4) | digit()?);
    }
    String::from_utf8(bytes).ok().filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places(id: &str, unit: &str) -> [Place; 14] {
        let id = || id.to_owned();
        [
            Place::Shelf,
            Place::Overview(id()),
            Place::Register(id()),
            Place::Units(id()),
            Place::Unit(id(), unit.to_owned()),
            Place::Reading(id(), unit.to_owned()),
            Place::Reading(id(), String::new()),
            Place::Issues(id()),
            Place::Files(id()),
            Place::Report(id()),
            Place::Disputes(id()),
            Place::Compare(id(), unit.to_owned()),
            Place::Compare(id(), String::new()),
            Place::Settings(id()),
        ]
    }

    proptest! {
        #[test]
        fn a_place_is_made_again_of_its_address(id in "[a-z0-9]{1,12}|.{1,9}", unit in ".{1,20}") {
            for place in places(&id, &unit) {
                let path = place.path();
                let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.%/".contains(letter);
                prop_assert!(path.chars().all(is_plain), "{}", path);
                prop_assert_eq!(Place::parse(&path), place);
            }
        }

        #[test]
        fn any_address_leads_somewhere(path in ".{0,40}") {
            let place = Place::parse(&path);
            prop_assert_eq!(Place::parse(&place.path()), place);
        }
    }

    #[test]
    fn addresses_are_plain_and_unknown_ones_lead_to_the_nearest_place() {
        let unit = Place::Unit("k7".into(), "~xa to63 5".into());
        assert_eq!(unit.path(), "k7/don-vi/%7Exa%20to63%205");
        for (path, place) in [
            ("", Place::Shelf),
            ("//", Place::Shelf),
            ("%ff", Place::Shelf),
            ("k7/", Place::Overview("k7".into())),
            ("k7/la", Place::Overview("k7".into())),
            ("k7/tep/1", Place::Files("k7".into())),
            ("k7/don-vi/%zz", Place::Units("k7".into())),
            ("k7/don-vi/%7exa to63 5", unit),
        ] {
            assert_eq!(Place::parse(path), place, "{path}");
        }
    }
}
