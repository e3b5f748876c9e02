//! The annexes (phụ lục). Each begins on a new page, and says which report it belongs to and the day as of which its numbers hold.

use crate::document::{Block, Content, Page, Section};
use crate::figures::Input;
use crate::filled::Filled;
use crate::texts;
use domain::date::Date;
use gathering::annexes;
use gathering::table::Table;

pub(super) fn annexes(input: &Input<'_>, filled: &Filled<'_>, day: Date) -> Vec<Section> {
    let (units, basis) = (input.figures.units, &input.basis);
    let register = input.figures.register;
    let tables = [
        vec![annexes::missing(register, units), annexes::register(register, units)],
        vec![annexes::requirements(input.figures.summary, units, basis)],
        vec![annexes::issues(input.issues, units, basis)],
        vec![annexes::steps(input.steps, units, basis)],
    ];
    (1..).zip(tables).map(|(at, tables)| annex((at, filled.attached()), tables, input, day)).collect()
}

fn annex((at, attached): (usize, String), tables: Vec<Table>, input: &Input<'_>, day: Date) -> Section {
    /// The annex that has the names of requirements.
    const REQUIREMENTS: usize = 2;
    let place = ["annex-", &at.to_string()].concat();
    let id = |name: &str| [&place, "/", name].concat();
    let mut blocks = vec![
        Block::heading(&place, 2, texts::annex(at)),
        Block::note(&id("attached"), attached),
        Block::note(&id("as-of"), texts::as_of(day)),
    ];
    for (number, table) in tables.into_iter().enumerate() {
        let (heading, is_empty) = (table.heading, table.rows.is_empty());
        let of_table = ["table-", &number.to_string()].concat();
        blocks.push(Block { id: id(&of_table), content: Content::Table(Box::new(table)) });
        if is_empty {
            blocks.push(Block::note(&id(&[&of_table, "-empty"].concat()), texts::nothing_in(heading).to_owned()));
        }
    }
    if at == REQUIREMENTS {
        blocks.push(Block::note(&id("editorial"), texts::editorial(&input.basis.directive.name)));
    }
    Section { page: Page::Landscape, blocks }
}
