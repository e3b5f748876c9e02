//! The form's pages as the markup tests read them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use crate::views::{App, AppProps};
use app::msg::ImportChoice;
use app::{Clock, Edit, Effect, EffectHandler, Model, Msg, Route, Runtime, Section};
use domain::assessment::{SelfRating, Status, UnitRef};
use domain::date::Moment;
use domain::directive::Directive;
use domain::field::{AnswerField, EvidenceField, Field, StepField};
use domain::roster::Roster;
use exchange::remark::{Remark, RemarkField, RemarkState};
use exchange::{Returned, export_remarks};
use std::rc::Rc;
use ui::markup;

struct Nowhere;

impl EffectHandler for Nowhere {
    fn clock(&self) -> Clock {
        Clock::default()
    }

    fn perform(&self, _: &Rc<Runtime>, _: Effect) {}
}

/// A draft on its way to the page.
pub(in crate::views::form) struct Filled {
    pub(in crate::views::form) runtime: Rc<Runtime>,
    pub(in crate::views::form) id: String,
}

impl Filled {
    pub(in crate::views::form) fn begun_by(unit: &str) -> Self {
        let (directive, roster) = (Directive::built_in().unwrap(), Roster::built_in().unwrap());
        let listed = roster.unit(unit).unwrap();
        let unit = UnitRef {
            id: listed.id.clone(),
            group: listed.group.clone(),
            name: listed.name.clone(),
            ..UnitRef::default()
        };
        let runtime =
            Runtime::new(Model::new(Rc::new(directive), Rc::new(roster), 7, str::to_owned), Box::new(Nowhere));
        runtime.send(Msg::Loaded(storage::Loaded::default()));
        runtime.send(Msg::StartDraft(unit));
        let id = runtime.model().route.draft().unwrap().to_owned();
        Self { runtime, id }
    }

    pub(in crate::views::form) fn edit(&self, edit: Edit) -> &Self {
        self.runtime.send(Msg::Edit(self.id.clone(), edit));
        self
    }

    pub(in crate::views::form) fn text(&self, field: Field, typed: &str) -> &Self {
        self.edit(Edit::Text(field, typed.to_owned()))
    }

    pub(in crate::views::form) fn status(&self, requirement: &str, status: Status) -> &Self {
        self.edit(Edit::Status(requirement.to_owned(), Some(status)))
    }

    pub(in crate::views::form) fn answer(&self, requirement: &str, field: AnswerField, typed: &str) -> &Self {
        self.text(Field::Answer(requirement.to_owned(), field), typed)
    }

    /// Adds an entry of that number, and gives its id.
    pub(in crate::views::form) fn evidence(&self, requirement: Option<&str>, number: &str) -> String {
        self.edit(Edit::AddEvidence(requirement.map(str::to_owned)));
        let id = self.runtime.model().draft(&self.id).unwrap().assessment.evidence.last().unwrap().id.clone();
        self.text(Field::Evidence(id.clone(), EvidenceField::Number), number);
        id
    }

    /// Adds a proposal, and gives its id.
    pub(in crate::views::form) fn proposal(&self) -> String {
        self.edit(Edit::AddProposal);
        self.runtime.model().draft(&self.id).unwrap().assessment.proposals.last().unwrap().id.clone()
    }

    pub(in crate::views::form) fn step(&self, requirement: &str) -> String {
        self.edit(Edit::AddStep(requirement.to_owned()));
        let model = self.runtime.model();
        model
            .draft(&self.id)
            .unwrap()
            .assessment
            .answers
            .get(requirement)
            .unwrap()
            .next_steps
            .last()
            .unwrap()
            .id
            .clone()
    }

    /// Opens a file with these remarks for the draft.
    pub(in crate::views::form) fn opens_remarks(&self, remarks: Vec<Remark>) -> &Self {
        let file = {
            let model = self.runtime.model();
            let draft = model.draft(&self.id).unwrap();
            let unit = draft.assessment.unit.clone();
            let returned = Returned { unit, draft_id: draft.file_id().to_owned(), remarks, ..Returned::default() };
            export_remarks(&model.directive, &returned, Moment(0), 0, &str::to_owned)
        };
        self.runtime.send(Msg::FileRead(file.name, file.text.into_bytes()));
        self
    }

    /// Takes these remarks into the draft.
    pub(in crate::views::form) fn remarks(&self, remarks: Vec<Remark>) -> &Self {
        self.opens_remarks(remarks);
        self.runtime.send(Msg::Import(ImportChoice::Attach(self.id.clone())));
        let told = self.runtime.model().notices.last().unwrap().id;
        self.runtime.send(Msg::Dismiss(told));
        self
    }

    pub(in crate::views::form) fn go(&self, section: Section) {
        self.runtime.send(Msg::Go(Route::Draft(self.id.clone(), section)));
    }
}

/// The section as a unit sees it that has filled the form so.
pub(in crate::views::form) fn page(
    unit: &'static str,
    section: Section,
    fill: impl FnOnce(&Filled) + Send + 'static,
) -> String {
    markup::render::<App>(move || {
        let filled = Filled::begun_by(unit);
        fill(&filled);
        filled.go(section);
        AppProps { runtime: Some(filled.runtime) }
    })
}

pub(in crate::views::form) const NINH_KIEU: &str = "quan-uy-ninh-kieu";
pub(in crate::views::form) const BAN_CAN_SU: &str = "ban-can-su-dang-ubnd";

pub(in crate::views::form) fn task(id: &str) -> Section {
    Section::Task(id.to_owned())
}

pub(in crate::views::form) fn sections() -> Vec<Section> {
    let rest =
        [Section::Overview, Section::General, Section::Evidence, Section::Closing, Section::Export, Section::Print];
    ["1", "2", "3"].into_iter().map(task).chain(rest).collect()
}

/// Something in every place, with errors and advice.
pub(in crate::views::form) fn full(filled: &Filled) {
    for (requirement, status) in
        [("1.1", Status::Done), ("1.2", Status::InProgress), ("1.3", Status::NotStarted), ("1.4", Status::OutOfScope)]
    {
        filled.status(requirement, status).answer(requirement, AnswerField::Results, "Đã làm.");
    }
    filled.answer("1.2", AnswerField::Limitations, "Còn chậm.");
    let step = filled.step("1.2");
    let due = Field::Step("1.2".into(), step, StepField::Due);
    filled.text(due, "31/9/2024").text(Field::AsOf, "30/6/2024").text(Field::PeriodFrom, "hôm qua");
    let kept = filled.evidence(Some("1.2"), "85-KH/QU");
    filled.evidence(None, "85-kh/qu");
    filled.edit(Edit::Pick("1.3".into(), kept, true));
    filled.edit(Edit::OptIn("3".into(), true));
    let rating = SelfRating { scale: "124-QD/TW".into(), level: "good".into(), ..SelfRating::default() };
    filled.edit(Edit::SelfRating(rating)).text(Field::Overall, "Tốt.");
    let proposal = filled.proposal();
    filled.text(Field::Proposal(proposal.clone()), "Sớm có hướng dẫn.");
    filled.edit(Edit::ProposalTo(proposal, "central".into()));
    let done = Remark { state: RemarkState::Done, ..remark("r4", "1.2", None, "Đã rõ.") };
    filled.remarks(vec![
        remark("r1", "1.1", Some(RemarkField::Results), "Nêu số liệu."),
        remark("r2", "1.3", Some(RemarkField::Evidence), "Thiếu tài liệu."),
        remark("r3", "", None, "Bổ sung kiến nghị."),
        done,
    ]);
    filled.text(Field::Reply("r1".into()), "12 lớp.").text(Field::Reply("r4".into()), "Vâng.");
}

/// A remark of that id on a requirement, or on the whole.
pub(in crate::views::form) fn remark(id: &str, requirement: &str, field: Option<RemarkField>, words: &str) -> Remark {
    Remark {
        id: id.into(),
        requirement: requirement.into(),
        field,
        text: words.into(),
        at: "2024-07-02T01:05:00Z".into(),
        by: "Ban Tuyên giáo".into(),
        about: "0".repeat(64),
        ..Remark::default()
    }
}

/// The opening tags, without their brackets.
pub(in crate::views::form) fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag).filter(|tag| !tag.starts_with('/'))
}

pub(in crate::views::form) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = [" ", name, "=\""].concat();
    tag.split_once(&start)?.1.split('"').next()
}

pub(in crate::views::form) fn count(html: &str, attributes: &[&str]) -> usize {
    tags(html).filter(|tag| attributes.iter().all(|attribute| tag.contains(attribute))).count()
}

/// The text between the tags, outside of elements that are marked as Vietnamese where `own` is set.
pub(in crate::views::form) fn text(html: &str, own: bool) -> String {
    let mut text = String::new();
    let mut marked: Vec<(&str, bool)> = Vec::new();
    for piece in html.split('<') {
        let Some((tag, after)) = piece.split_once('>') else { continue };
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(marked.pop().map(|(open, _)| open), Some(name), "{tag}");
        } else if !["input", "br", "!--"].contains(&name) {
            let is_marked = attribute(tag, "lang") == Some("vi") || marked.last().is_some_and(|(_, marked)| *marked);
            marked.push((name, is_marked));
        }
        if !(own && marked.last().is_some_and(|(_, marked)| *marked)) {
            text.push_str(after);
            text.push(' ');
        }
    }
    text.replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&")
}

#[track_caller]
pub(in crate::views::form) fn has(html: &str, wanted: &str) {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line(&text(html, false)).contains(&one_line(wanted)), "{wanted:?} is not in:\n{}", text(html, false));
}

#[track_caller]
pub(in crate::views::form) fn has_not(html: &str, unwanted: &str) {
    assert!(!text(html, false).contains(unwanted), "{unwanted:?}");
}
