//! Links that a person types: only `http` and `https`, with a host and without user info.

/// Why a link is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It does not begin with `http://` or `https://`.
    Scheme,
    /// It names no host, or holds characters that no address has.
    Host,
    /// It carries a user name or password before the host.
    UserInfo,
}

/// Checks a typed link, spaces around it aside.
///
/// # Errors
/// Says what is wrong with it.
pub fn check(typed: &str) -> Result<(), LinkFault> {
    let typed = typed.trim();
    let rest = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| {
            let (start, rest) = typed.split_at_checked(scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then_some(rest)
        })
        .ok_or(LinkFault::Scheme)?;
    let is_odd = |c: char| c.is_whitespace() || c.is_control() || is_turn(c) || matches!(c, '\\' | '<' | '>' | '"');
    if typed.chars().any(is_odd) {
        return Err(LinkFault::Host);
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
        None => host
            .split('.')
            .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')),
    };
    let port_is_good = port.len() <= 5 && port.bytes().all(|b| b.is_ascii_digit());
    if host_is_good && port_is_good { Ok(()) } else { Err(LinkFault::Host) }
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
            ("https://a b.vn", LinkFault::Host),
            ("https://.vn", LinkFault::Host),
            ("https://a.vn:port", LinkFault::Host),
            ("https://a.vn:123456", LinkFault::Host),
            ("https://a.vn/hai từ", LinkFault::Host),
            ("https://a.vn/\u{7f}", LinkFault::Host),
            ("https://a!b.vn", LinkFault::Host),
            ("http://[12]/", LinkFault::Host),
            ("http://[::x]/", LinkFault::Host),
            ("https://cantho.gov.vn\\@evil.example", LinkFault::Host),
            ("https://a@b.vn", LinkFault::UserInfo),
            ("https://a:b@c.vn", LinkFault::UserInfo),
        ] {
            assert_eq!(check(link), Err(fault), "{link}");
        }
    }

    #[test]
    fn the_links_of_an_attacker_are_refused_and_odd_ones_to_a_host_taken() {
        let mut seen = [0, 0];
        for line in include_str!("../../tests/e2e/src/hostile/payloads.jsonl").lines() {
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
