//! Letters that were lost when a file was saved in a code page without them: each was replaced by a `?`.

/// How many letters were lost in a file that is known to be changed. Nothing, where that is not what happened to it.
///
/// A question mark of a person's stands behind a word, one of a lost letter mostly before another letter. Where such are, those
/// that stand alone or end a word are counted with them.
pub(crate) fn letters(bytes: &[u8]) -> Option<u32> {
    let is_ours = bytes.windows(exchange::FORMAT.len()).any(|window| window == exchange::FORMAT.as_bytes());
    if !is_ours {
        return None;
    }
    let mut certain = 0;
    let mut all = 0;
    for word in bytes.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'"' | b',' | b'\\')) {
        if word.windows(3).any(|window| window == b"://") {
            continue;
        }
        for (at, _) in word.iter().enumerate().filter(|(_, byte)| **byte == b'?') {
            all += 1;
            certain += u32::from(word.get(at + 1).is_some_and(|next| is_letter(*next)));
        }
    }
    // Whoever saves such a file as UTF-8 once more keeps what letters are left; there a slip of the pen could look like one.
    let is_saved_again = str::from_utf8(bytes).is_ok() && !bytes.is_ascii();
    let least = if is_saved_again { 3 } else { 1 };
    (certain >= least).then_some(all)
}

/// Of any code page.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &[u8]) -> Option<u32> {
        letters(&[b"{\"format\":\"directive-assessment\",\"x\":\"", text, b"\"}"].concat())
    }

    #[test]
    fn letters_are_counted_where_they_were_lost() {
        assert_eq!(of(b"Qu?n \xf9y Ninh Ki?u ? x?"), Some(4));
        assert_eq!(of(b"Qu?n ?y"), Some(2));
        assert_eq!(of("Qu?n ủy B?nh Th?y".as_bytes()), Some(3));
        assert_eq!(letters(b"Qu?n"), None);
    }

    #[test]
    fn a_question_is_no_loss() {
        assert_eq!(of(b"What? Why?"), None);
        assert_eq!(of("Vì sao? Ai?".as_bytes()), None);
        assert_eq!(of(b"https://a.b/c?d=e&f?g"), None);
        assert_eq!(of("một chỗ a?b".as_bytes()), None);
    }
}
