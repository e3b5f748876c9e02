//! Links that a person types: only `http` and `https`, with a host and without user info.

use super::fold::is_of_word;

/// Why a link is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It does not begin with `http://` or `https://`.
    Scheme,
    /// It names no host.
    Host,
    /// It holds this letter, which no address has at that place.
    Letter(char),
    /// It carries a user name or password before the host.
    UserInfo,
}

/// Checks a typed link, spaces around it aside.
///
/// # Errors
/// Says what is wrong with it.
pub fn check(typed: &str) -> Result<(), LinkFault> {
    let typed = typed.trim();
    let Some(rest) = after_scheme(typed) else {
        // A link within marks, as a letter or a mail has it.
        return Err(typed.chars().next().filter(is_odd).map_or(LinkFault::Scheme, LinkFault::Letter));
    };
    if let Some(letter) = typed.chars().find(is_odd) {
        return Err(LinkFault::Letter(letter));
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(LinkFault::UserInfo);
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !authority.ends_with(']') => (host, port),
        _ => (authority, ""),
    };
    let is_address = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let host_is_good = match is_address {
        Some(address) => address.contains(':') && address.chars().all(|c| c.is_ascii_hexdigit() || ":.".contains(c)),
        None => {
            let is_of_name = |c: &char| is_of_word(*c) || matches!(c, '-' | '_' | '.' | ':' | '[' | ']');
            if let Some(letter) = host.chars().find(|c| !is_of_name(c)) {
                return Err(LinkFault::Letter(letter));
            }
            host.split('.').all(|label| !label.is_empty() && !label.contains([':', '[', ']']))
        }
    };
    let port_is_good = port.len() <= 5 && port.bytes().all(|b| b.is_ascii_digit());
    if host_is_good && port_is_good { Ok(()) } else { Err(LinkFault::Host) }
}

fn after_scheme(link: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let (start, rest) = link.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

/// The link that was most likely meant, where a letter that no link has is all that is wrong: marks around it fall, and what is
/// not seen; a backslash becomes a slash; blanks and marks fall in the host, and are encoded behind it.
#[must_use]
pub fn mended(typed: &str) -> Option<String> {
    let bare = typed.trim_matches(|c: char| c.is_whitespace() || is_odd(&c));
    let rest = after_scheme(bare)?;
    let mut link = bare.strip_suffix(rest)?.to_owned();
    let mut is_host = true;
    for letter in rest.chars() {
        let letter = if letter == '\\' { '/' } else { letter };
        is_host &= !matches!(letter, '/' | '?' | '#');
        match letter {
            letter if !is_odd(&letter) => link.push(letter),
            letter if is_host || is_hidden(letter) => {}
            '<' => link.push_str("%3C"),
            '>' => link.push_str("%3E"),
            '"' => link.push_str("%22"),
            _ => link.push_str("%20"),
        }
    }
    (link != typed.trim() && check(&link).is_ok()).then_some(link)
}

/// Whether no address has such a letter anywhere.
fn is_odd(letter: &char) -> bool {
    letter.is_whitespace() || is_hidden(*letter) || matches!(letter, '\\' | '<' | '>' | '"')
}

/// Whether a letter is not seen: a control, one that turns the direction, or one without a width.
#[must_use]
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || is_turn(letter)
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether it is one of the controls of Unicode's bidirectional algorithm, with which a text can be made to read as another.
#[must_use]
pub fn is_turn(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use super::*;

    #[test]
    fn usual_links_are_taken() {
        for link in [
            "https://cantho.gov.vn",
            " http://vanban.cantho.gov.vn:8080/a?b=c#d ",
            "HTTPS://cantho.gov.vn/tệp.pdf",
            "http://192.168.1.5/x",
            "http://[::1]:80/",
            "http://[::1]/",
            "http://may_chu.vn:65535",
            "https://điện-tử.vn",
        ] {
            assert_eq!(check(link), Ok(()), "{link}");
        }
    }

    #[test]
    fn others_are_refused_with_the_reason() {
        for (link, fault) in [
            ("cantho.gov.vn", LinkFault::Scheme),
            ("javascript:alert(1)", LinkFault::Scheme),
            ("ftp://cantho.gov.vn", LinkFault::Scheme),
            ("https://", LinkFault::Host),
            ("https:///tệp", LinkFault::Host),
            ("https://a b.vn", LinkFault::Letter(' ')),
            ("https://.vn", LinkFault::Host),
            ("https://a.vn:port", LinkFault::Host),
            ("https://a.vn:123456", LinkFault::Host),
            ("https://a.vn/hai từ", LinkFault::Letter(' ')),
            ("https://a.vn/\u{7f}", LinkFault::Letter('\u{7f}')),
            ("https://a!b.vn", LinkFault::Letter('!')),
            ("https://a.vn/\u{200b}", LinkFault::Letter('\u{200b}')),
            ("<https://a.vn>", LinkFault::Letter('<')),
            ("https://a:b:80", LinkFault::Host),
            ("http://[12]/", LinkFault::Host),
            ("http://[::x]/", LinkFault::Host),
            ("https://cantho.gov.vn\\@evil.example", LinkFault::Letter('\\')),
            ("https://a@b.vn", LinkFault::UserInfo),
            ("https://a:b@c.vn", LinkFault::UserInfo),
        ] {
            assert_eq!(check(link), Err(fault), "{link}");
        }
    }

    #[test]
    fn a_link_with_a_letter_that_none_has_is_mended() {
        for (link, mended_link) in [
            ("https://a.vn/Báo cáo quý 2.pdf", Some("https://a.vn/Báo%20cáo%20quý%202.pdf")),
            ("https:// vanban. cantho.gov.vn/x", Some("https://vanban.cantho.gov.vn/x")),
            ("<https://a.vn/x>", Some("https://a.vn/x")),
            (" \"HTTPS://a.vn\" ", Some("HTTPS://a.vn")),
            ("https:\\\\a.vn", None),
            ("https://a.vn\\x\\y", Some("https://a.vn/x/y")),
            ("https://a.vn/\u{200b}x\ty\u{a0}z", Some("https://a.vn/xy%20z")),
            ("https://a.vn/?q=<b>\"c", Some("https://a.vn/?q=%3Cb%3E%22c")),
            // Nobody can tell what was meant, or nothing is wrong.
            ("https://a!b.vn", None),
            ("https://a b@c.vn", None),
            ("https:// /x", None),
            ("cantho.gov.vn/hai từ", None),
            ("https://a.vn/x", None),
            (" https://a.vn/x ", None),
        ] {
            assert_eq!(mended(link).as_deref(), mended_link, "{link}");
        }
    }

    #[test]
    fn the_links_of_an_attacker_are_refused_and_odd_ones_to_a_host_taken() {
        let mut seen = [0, 0];
        for line in include_str!("../../../tests/e2e/src/hostile/payloads.jsonl").lines() {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let kind = line.get("kind").and_then(serde_json::Value::as_str).unwrap();
            let link = line.get("text").and_then(serde_json::Value::as_str).unwrap();
            let is_good = match kind {
                "link-bad" => false,
                "link-good" => true,
                _ => continue,
            };
            assert_eq!(check(link).is_ok(), is_good, "{link:?}");
            seen[usize::from(is_good)] += 1;
        }
        assert!(seen[0] > 100 && seen[1] > 20, "{seen:?}");
    }
}
