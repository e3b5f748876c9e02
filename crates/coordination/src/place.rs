//! The addresses within the board: what stands after `/tong-hop/`.

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
    /// What was received (tệp đã nhận): `<id>/tep`.
    Files(String),
    /// Name, days, and by which units (thiết lập): `<id>/thiet-lap`.
    Settings(String),
}
