//! The parts of the report, in the order of what the directive asks for: results, limitations, causes, next steps, proposals.

use super::input::UnitInput;
use super::said::Said;
use crate::document::{Block, nothing_in};
use crate::texts;
use crate::texts::unit as words;
use crate::texts::unit::Progress;
use crate::typed::{in_lines, one_line};
use domain::assessment::{Answer, Status};
use std::collections::BTreeMap;

pub(super) fn parts(input: &UnitInput<'_>, said: &Said<'_>) -> Vec<Block> {
    let parts = [
        ("results", texts::RESULTS, results(input, said)),
        ("limitations", texts::LIMITATIONS, paragraphs("limitations", said, |answer| &answer.limitations)),
        ("causes", texts::CAUSES, causes(said)),
        ("steps", texts::STEPS, steps(said)),
        ("proposals", texts::PROPOSALS, proposals(input)),
    ];
    let mut blocks = Vec::new();
    for (at, (place, name, content)) in (1..).zip(parts) {
        blocks.push(Block::part(input.profile, at, place, name));
        if content.is_empty() {
            blocks.push(Block::paragraph(&nothing_in(place), words::NOTHING_REPORTED.to_owned()));
        }
        blocks.extend(content);
    }
    blocks
}

/// I: the overall assessment and how far the requirements are met. What the unit says of each stands in the first annex.
fn results(input: &UnitInput<'_>, said: &Said<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut put = |id: &str, text: String| {
        if !text.is_empty() {
            blocks.push(Block::paragraph(id, text));
        }
    };
    put("results/overall", in_lines(&input.assessment.overall));
    let mut progress = Progress::default();
    for (_, answer) in &said.answers {
        match answer.status {
            Some(Status::Done) => progress.done += 1,
            Some(Status::InProgress) => progress.in_progress += 1,
            Some(Status::NotStarted) => progress.not_started += 1,
            Some(Status::OutOfScope) | None => progress.unanswered += 1,
        }
    }
    if !said.answers.is_empty() {
        put("results/progress", words::progress(progress, said.answers_annex()));
    }
    put("results/rating", rating(input));
    blocks
}

/// How the unit rates itself, where it does, on a scale that the directive has.
fn rating(input: &UnitInput<'_>) -> String {
    let chosen = &input.assessment.self_rating;
    let scale = input.directive.rating_scales.iter().find(|scale| scale.id == chosen.scale);
    let level = scale.and_then(|scale| Some((scale, scale.levels.iter().find(|level| level.id == chosen.level)?)));
    level.map(|(scale, level)| words::rating(&level.name, &scale.name)).unwrap_or_default()
}

/// What is said of each requirement, a paragraph each.
fn paragraphs(place: &str, said: &Said<'_>, of: fn(&Answer) -> &String) -> Vec<Block> {
    let texts = said.texts(of).into_iter();
    texts.map(|(id, text)| Block::paragraph(&[place, "/", id].concat(), text)).collect()
}

/// III: the objective ones and the subjective ones.
fn causes(said: &Said<'_>) -> Vec<Block> {
    let kind = |place, name, of| (place, name, paragraphs(place, said, of));
    let of = [
        kind("objective-causes", texts::OBJECTIVE_CAUSES, |answer| &answer.causes.objective),
        kind("subjective-causes", texts::SUBJECTIVE_CAUSES, |answer| &answer.causes.subjective),
    ];
    let of = of.into_iter();
    let mut blocks = Vec::new();
    for (at, (place, name, paragraphs)) in (1..).zip(of.filter(|(_, _, paragraphs)| !paragraphs.is_empty())) {
        blocks.push(Block::heading(place, 3, texts::subpart(at, name)));
        blocks.extend(paragraphs);
    }
    blocks
}

/// IV: how many there are; which, stands in an annex.
fn steps(said: &Said<'_>) -> Vec<Block> {
    let all = said.steps().count();
    let done = said.steps().filter(|(_, step)| !step.done_at.is_empty()).count();
    let text = || words::steps(all, done, said.steps_annex());
    (all > 0).then(|| Block::paragraph("steps/all", text())).into_iter().collect()
}

/// V: by the level that decides, the highest first, and those that are open last.
fn proposals(input: &UnitInput<'_>) -> Vec<Block> {
    let levels = &input.directive.proposal_levels;
    let place = |to: &str| levels.iter().position(|level| level.id == to).unwrap_or(levels.len());
    // Two rows of a file may have one id.
    let mut ids: BTreeMap<&str, u32> = BTreeMap::new();
    let mut by_level: BTreeMap<usize, Vec<Block>> = BTreeMap::new();
    for proposal in &input.assessment.proposals {
        let text = in_lines(&proposal.text);
        if text.is_empty() {
            continue;
        }
        let seen = ids.entry(&proposal.id).or_default();
        *seen += 1;
        let again = if *seen > 1 { ["/", &seen.to_string()].concat() } else { String::new() };
        let id = ["proposals/", &proposal.id, &again].concat();
        by_level.entry(place(&proposal.to)).or_default().push(Block::paragraph(&id, text));
    }
    // Where no level is named there is nothing to tell apart.
    let has_headings = by_level.keys().any(|level| *level < levels.len());
    let mut blocks = Vec::new();
    for (at, (level, paragraphs)) in (1..).zip(by_level) {
        if has_headings {
            let level = levels.get(level);
            let id = ["proposals/level/", level.map_or("open", |level| &level.id)].concat();
            let name = level.map(|level| words::to_level(&one_line(&level.name)));
            let name = name.unwrap_or_else(|| words::OTHER_PROPOSALS.to_owned());
            blocks.push(Block::heading(&id, 3, texts::subpart(at, &name)));
        }
        blocks.extend(paragraphs);
    }
    blocks
}
