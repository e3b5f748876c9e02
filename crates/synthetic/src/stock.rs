//! The stock of texts: phrases that units write, with placeholders for figures, days and documents.

use crate::plan::day_of_period;
use crate::random::Random;
use domain::date::Date;

/// Lists of phrases by their names.
pub(crate) struct Stock(Vec<(&'static str, Vec<&'static str>)>);

const PHRASES: &str = include_str!("../texts/phrases.txt");

impl Stock {
    /// The stock.
    pub(crate) fn new() -> Self {
        let mut lists: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in PHRASES.lines() {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => lists.push((name, Vec::new())),
                None => {
                    if let Some((_, list)) = lists.last_mut() {
                        list.push(line);
                    }
                }
            }
        }
        Self(lists)
    }

    /// All phrases of a list.
    pub(crate) fn list(&self, name: &str) -> &[&'static str] {
        self.0.iter().find(|(other, _)| *other == name).map_or(&[], |(_, list)| list)
    }

    /// One phrase of a list, as it stands there.
    pub(crate) fn plain(&self, name: &str, random: &mut Random) -> &'static str {
        random.one(self.list(name)).copied().unwrap_or_default()
    }

    /// One phrase of a list, with figures.
    pub(crate) fn phrase(&self, name: &str, random: &mut Random) -> String {
        self.filled(self.plain(name, random), random)
    }

    /// So many different phrases of a list, as far as it has them, with figures, in one text; a line for each few of them.
    pub(crate) fn text(&self, name: &str, phrases: usize, random: &mut Random) -> String {
        const PHRASES_OF_PARAGRAPH: usize = 3;
        let mut list = self.list(name).to_vec();
        random.shuffle(&mut list);
        let chosen: Vec<String> = list.iter().take(phrases).map(|phrase| self.filled(phrase, random)).collect();
        chosen.chunks(PHRASES_OF_PARAGRAPH).map(|paragraph| paragraph.join(" ")).collect::<Vec<_>>().join("\n")
    }

    /// A phrase with figures in its places: `{n}` a small number, `{N}` a large one, `{p}` a rate, `{d}` a day, `{k}` the number of a
    /// document.
    fn filled(&self, phrase: &str, random: &mut Random) -> String {
        let mut text = String::new();
        let mut rest = phrase;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (place, after) = after.split_once('}').unwrap_or_default();
            text.push_str(&match place {
                "n" => two_digits(random.between(2, 48)),
                "N" => thousands(random.between(1100, 98_000)),
                "p" => rate(random),
                "d" => day_of_period(random).map(Date::to_display).unwrap_or_default(),
                "k" => self.number(random),
                _ => ["{", place, "}"].concat(),
            });
            rest = after;
        }
        text + rest
    }

    /// The number and symbol of a document.
    pub(crate) fn number(&self, random: &mut Random) -> String {
        format!("{}-{}", random.between(3, 420), self.plain("symbols", random))
    }

    /// A person's name.
    pub(crate) fn person(&self, random: &mut Random) -> String {
        ["family", "middle", "given"].map(|part| self.plain(part, random)).join(" ")
    }
}

fn two_digits(number: u64) -> String {
    format!("{number:02}")
}

fn thousands(number: u64) -> String {
    format!("{}.{:03}", number / 1000, number % 1000)
}

fn rate(random: &mut Random) -> String {
    let tenths = random.between(405, 1000);
    match tenths % 10 {
        0 => format!("{}%", tenths / 10),
        tenth => format!("{},{tenth}%", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_filled() {
        let stock = Stock::new();
        let mut random = Random::of(1, 0, 0);
        for name in ["results", "limitations", "objective", "subjective", "steps", "outcomes", "proposals", "overall"] {
            let text = stock.text(name, 100, &mut random);
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{name}: {text}");
        }
    }
}
