//! The styles that follow from the figures of a profile. They go into a sheet that a script makes: the policy of a page blocks style
//! attributes. What does not depend on a profile stands in `styles/pages.css`.

use report::profile::{Letters, PageNumberPlace, Profile};

/// The rules for what stands on the pages, for the root that they are drawn in.
#[must_use]
pub fn of_text(profile: &Profile) -> String {
    let (body, paper) = (&profile.body, &profile.paper);
    let mut rules = vec![
        rule(
            ".sheet-a4",
            &[
                ("--paper-width", &millimetres(paper.width)),
                ("--paper-height", &millimetres(paper.height)),
                ("--margin-top", &millimetres(paper.top)),
                ("--margin-bottom", &millimetres(paper.bottom)),
                ("--margin-left", &millimetres(paper.left)),
                ("--margin-right", &millimetres(paper.right)),
                ("--first-line", &millimetres(body.first_line)),
                ("--between", &points(body.between)),
                ("--line-at-least", &points(body.line_at_least)),
                ("--table-letters", &points(profile.table.size)),
                ("font-family", &font(profile)),
                ("font-size", &points(body.letters.size)),
            ],
        ),
        letters(".superior", profile.superior),
        letters(".issuer", profile.issuer),
        letters(".number", profile.number.letters),
        letters(".place-date", profile.place_and_date),
        letters(".kind-of", profile.title),
        letters(".subject .line", profile.subject),
        letters(".addressees", profile.addressees),
        letters(".part", profile.part.letters),
        letters(".annex-name", profile.annex),
        letters(".annex-table", profile.table),
        letters(".authority", profile.authority),
        letters(".position", profile.position),
        letters(".signer", profile.signer),
        letters(".recipients .label", profile.recipients.label_letters),
        letters(".recipients li", profile.recipients.letters),
    ];
    rules.extend(
        (1..).zip(&profile.motto).map(|(at, line)| letters(&format!(".motto[data-line=\"{at}\"]"), line.letters)),
    );
    rules.join("\n")
}

/// The rules for the pages of paper themselves, for the document: what a shadow root says of them is not heard.
#[must_use]
pub fn of_pages(profile: &Profile) -> String {
    let paper = &profile.paper;
    let margins = [paper.top, paper.right, paper.bottom, paper.left].map(millimetres).join(" ");
    let number = &profile.page_number;
    let place = match number.place {
        PageNumberPlace::TopCentre => "@top-center",
        PageNumberPlace::BottomCentre => "@bottom-center",
    };
    let look = format!("font: {} {}; color: #000", points(number.letters.size), font(profile));
    let numbered = format!("margin: {margins}; {place} {{ content: counter(page); {look} }} {NO_OTHER}");
    let mut rules = vec![format!("@page {{ size: A4; {numbered} }}")];
    // The pages before the first that has a number: in every profile, the first page.
    if number.from > 1 {
        rules.push(format!("@page :first {{ {place} {{ content: none }} }}"));
    }
    rules.push(format!("@page annex {{ size: A4 landscape; {numbered} }}"));
    rules.join("\n")
}

/// The number that all else has when it is printed (`styles/print.css`).
const NO_OTHER: &str = "@bottom-right { content: none }";

fn letters(of: &str, letters: Letters) -> String {
    let weight = if letters.bold { "700" } else { "400" };
    let style = if letters.italic { "italic" } else { "normal" };
    let line = if letters.underlined { "underline" } else { "none" };
    rule(
        of,
        &[
            ("font-size", &points(letters.size)),
            ("font-weight", weight),
            ("font-style", style),
            ("text-decoration", line),
        ],
    )
}

fn rule(of: &str, properties: &[(&str, &str)]) -> String {
    let properties: Vec<String> = properties.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    // As strong as the rules of the pages, after which it comes.
    format!("@layer components {{ .sheets {of} {{ {} }} }}", properties.join("; "))
}

/// The font of the profile; where a machine has none of that name, one with letters of the same widths.
fn font(profile: &Profile) -> String {
    // A name from data must not become another rule.
    let name: String = profile.font.chars().filter(|letter| letter.is_alphanumeric() || *letter == ' ').collect();
    format!("\"{name}\", \"Liberation Serif\", Tinos, serif")
}

fn millimetres(figure: u32) -> String {
    format!("{figure}mm")
}

fn points(figure: u32) -> String {
    format!("{figure}pt")
}
