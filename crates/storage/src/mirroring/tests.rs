#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use domain::assessment::Assessment;

const ID: &str = "d";

#[derive(Default)]
struct Paper {
    texts: RefCell<Map<String>>,
    is_gone: bool,
}

impl Mirror for Paper {
    fn is_there(&self) -> bool {
        !self.is_gone
    }

    fn read(&self, id: &str) -> Option<String> {
        self.texts.borrow().get(id).cloned()
    }

    fn read_all(&self) -> Result<Vec<(String, String)>, StoreFault> {
        Ok(all(self))
    }

    fn write(&self, id: &str, text: &str) -> Result<(), StoreFault> {
        self.texts.borrow_mut().insert(id.into(), text.into());
        Ok(())
    }

    fn remove(&self, id: &str) -> Result<(), StoreFault> {
        self.texts.borrow_mut().remove(id);
        Ok(())
    }

    fn settings(&self) -> Option<String> {
        None
    }
}

fn text(writer: &str, generation: u64, ahead_of: Option<u64>) -> String {
    let assessment = Assessment { overall: format!("{writer} {generation}"), ..Assessment::default() };
    let id = ID.to_owned();
    let draft = StoredDraft { id, generation, writer: writer.into(), ahead_of, assessment, ..StoredDraft::default() };
    record::to_text(&draft, "1022-CV/TU", "2024-06-18")
}

/// A write on top of a state that the journal has and that is the newest known.
fn write(writer: &str, generation: u64) -> Write {
    Write {
        id: ID.into(),
        number: 0,
        writer: writer.into(),
        expected: generation - 1,
        follows: String::new(),
        base: (0, String::new()),
        known: generation - 1,
        generation,
        text: text(writer, generation, None),
        aside: "aside".into(),
    }
}

fn with(standing: &str) -> Paper {
    let paper = Paper::default();
    paper.write(ID, standing).unwrap();
    paper
}

fn all(paper: &Paper) -> Vec<(String, String)> {
    paper.texts.borrow().iter().map(|(id, text)| (id.to_string(), text.clone())).collect()
}

#[test]
fn another_window_is_ahead_once_it_has_written_what_is_not_known_here() {
    let mine = write("me", 3);
    let is_ahead = |standing: &str| Mirroring::default().is_ahead(&with(standing), &mine);
    assert!(is_ahead(&text("other", 3, None)));
    assert!(!is_ahead(&text("other", 2, None)));
    assert!(!is_ahead(&text("me", 9, None)));
    assert!(!is_ahead("not a record"));
    assert!(!Mirroring::default().is_ahead(&Paper::default(), &mine));
}

#[test]
fn the_journal_must_have_a_known_draft_where_the_mirror_cannot_be_read() {
    let (there, gone) = (Paper::default(), Paper { is_gone: true, ..Paper::default() });
    assert!(Mirroring::needs_journal(&gone, &write("me", 3)));
    assert!(!Mirroring::needs_journal(&gone, &write("me", 1)));
    assert!(!Mirroring::needs_journal(&there, &write("me", 3)));
}

#[test]
fn what_is_ahead_stays_and_is_a_conflict_only_if_the_journal_took_nothing() {
    let theirs = text("other", 7, None);
    for (took, outcome) in [(true, Some(Ok(()))), (false, None)] {
        let paper = with(&theirs);
        assert_eq!(Mirroring::default().put(&paper, &write("me", 3), took), outcome);
        assert_eq!(all(&paper), [(ID.to_owned(), theirs.clone())]);
    }
}

#[test]
fn what_the_journal_did_not_take_says_so() {
    let (paper, mine) = (with(&text("other", 2, None)), write("me", 3));
    assert_eq!(Mirroring::default().put(&paper, &mine, false), Some(Ok(())));
    let written = record::from_text(&paper.read(ID).unwrap()).unwrap();
    assert_eq!((written.ahead_of, written.generation), (Some(2), 3));
}

#[test]
fn what_only_the_mirror_has_is_kept_beside() {
    let theirs = text("other", 2, Some(1));
    let (paper, mine) = (with(&theirs), write("me", 3));
    assert_eq!(Mirroring::default().put(&paper, &mine, true), Some(Ok(())));
    assert_eq!(all(&paper), [(ID.to_owned(), mine.text), ("d-other".to_owned(), theirs)]);
}

#[test]
fn what_says_the_same_need_not_be_kept_beside() {
    let mine = write("me", 3);
    let draft = record::from_text(&mine.text).unwrap();
    let theirs = StoredDraft { writer: "other".into(), generation: 2, ahead_of: Some(1), ..draft };
    let paper = with(&record::to_text(&theirs, "1022-CV/TU", "2024-06-18"));
    assert_eq!(Mirroring::default().put(&paper, &mine, true), Some(Ok(())));
    assert_eq!(all(&paper), [(ID.to_owned(), mine.text)]);
}

#[test]
fn what_is_kept_beside_takes_no_other_s_place() {
    let theirs = text("other", 2, Some(1));
    let paper = with(&theirs);
    paper.write("d-other", "an earlier one").unwrap();
    assert_eq!(Mirroring::default().put(&paper, &write("me", 3), true), Some(Ok(())));
    assert_eq!(paper.read("d-other").unwrap(), "an earlier one");
    assert_eq!(paper.read("d-other+").unwrap(), theirs);
    // It is there already.
    paper.write(ID, &theirs).unwrap();
    assert_eq!(Mirroring::default().put(&paper, &write("me", 3), true), Some(Ok(())));
    assert_eq!(paper.texts.borrow().len(), 3);
}

#[test]
fn what_was_written_as_the_page_was_left_gives_way_to_the_same_state_but_to_no_older_one() {
    let (paper, mirroring) = (Paper::default(), Mirroring::default());
    mirroring.put_at_once(&paper, &write("me", 4));
    let left = paper.read(ID).unwrap();
    assert_eq!(record::from_text(&left).unwrap().ahead_of, Some(3));
    assert_eq!(mirroring.put(&paper, &write("me", 3), true), Some(Ok(())));
    assert_eq!(paper.read(ID).unwrap(), left);
    assert_eq!(mirroring.put(&paper, &write("me", 4), true), Some(Ok(())));
    assert_eq!(paper.read(ID).unwrap(), text("me", 4, None));
}

#[test]
fn what_this_window_wrote_under_another_name_is_another_s() {
    let (paper, mirroring) = (Paper::default(), Mirroring::default());
    assert_eq!(mirroring.put(&paper, &write("me", 4), false), Some(Ok(())));
    let before = paper.read(ID).unwrap();
    assert_eq!(mirroring.put(&paper, &write("me again", 5), true), Some(Ok(())));
    assert_eq!(all(&paper), [(ID.to_owned(), text("me again", 5, None)), ("d-me".to_owned(), before)]);
}

#[test]
fn a_record_of_the_same_name_is_known_without_having_been_written_here() {
    let newer = text("me", 9, None);
    let paper = with(&newer);
    assert_eq!(Mirroring::default().put(&paper, &write("me", 3), true), Some(Ok(())));
    assert_eq!(paper.read(ID).unwrap(), newer);
    for older in [text("me", 2, Some(1)), text("me", 3, Some(2))] {
        let paper = with(&older);
        assert_eq!(Mirroring::default().put(&paper, &write("me", 3), true), Some(Ok(())));
        assert_eq!(all(&paper), [(ID.to_owned(), text("me", 3, None))]);
    }
}
