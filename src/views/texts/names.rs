//! The names of sections and scopes.

use super::history;
use app::Section;
use domain::scope::Scope;

pub(super) fn section_vi(section: &Section) -> String {
    match section {
        Section::Overview => "Tổng quan".into(),
        Section::General => "Phần chung".into(),
        Section::Task(id) => ["Nhiệm vụ ", id].concat(),
        Section::Requirement(id) => ["Yêu cầu ", id].concat(),
        Section::Evidence => "Tài liệu kiểm chứng".into(),
        Section::Closing => "Đánh giá chung, kiến nghị".into(),
        Section::Export => "Kiểm tra và xuất tệp".into(),
        Section::Report => "Báo cáo của đơn vị".into(),
        Section::Print => "Bản in".into(),
        Section::History(_) => history::VI.title.into(),
    }
}

pub(super) fn section_en(section: &Section) -> String {
    match section {
        Section::Overview => "Overview".into(),
        Section::General => "General part".into(),
        Section::Task(id) => ["Task ", id].concat(),
        Section::Requirement(id) => ["Requirement ", id].concat(),
        Section::Evidence => "Supporting documents".into(),
        Section::Closing => "Overall assessment, proposals".into(),
        Section::Export => "Review and export".into(),
        Section::Report => "The unit's report".into(),
        Section::Print => "Print view".into(),
        Section::History(_) => history::EN.title.into(),
    }
}

pub(super) fn scope_vi(scope: Scope) -> &'static str {
    match scope {
        Scope::Executes => "Công văn giao nhiệm vụ này cho tất cả nơi nhận, trong đó có đơn vị.",
        Scope::Leads => "Công văn giao đơn vị lãnh đạo, chủ trì nhiệm vụ này.",
        Scope::Coordinates => "Công văn nêu đơn vị phối hợp thực hiện nhiệm vụ này.",
        Scope::OptedIn => "Công văn không nêu tên đơn vị ở nhiệm vụ này; đơn vị tự xác định có phối hợp.",
        Scope::OutOfScope => "Không thuộc phạm vi của đơn vị: công văn không nêu tên đơn vị ở nhiệm vụ này.",
    }
}

pub(super) fn scope_en(scope: Scope) -> &'static str {
    match scope {
        Scope::Executes => "The unit carries this task out: the directive gives it to every addressee.",
        Scope::Leads => "The directive has the unit lead this task.",
        Scope::Coordinates => "The directive names the unit as coordinating in this task.",
        Scope::OptedIn => "The directive does not name the unit in this task; the unit says that it takes part.",
        Scope::OutOfScope => "Out of the unit's scope: the directive does not name the unit in this task.",
    }
}
