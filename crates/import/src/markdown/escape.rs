/// Returns text as Markdown that shows it as it is, but for marks that mean something only at the beginning of a line.
///
/// `before` is the character before the text on its line.
pub(crate) fn text(text: &str, mut before: Option<char>) -> String {
    let mut escaped = String::with_capacity(text.len() * 9 / 8);
    let mut rest = text.chars().peekable();
    while let Some(char) = rest.next() {
        let is_markup = match char {
            '\\' | '*' | '[' | ']' | '<' | '`' | '~' => true,
            // Within a word, it is text.
            '_' => {
                !(before.is_some_and(char::is_alphanumeric) && rest.peek().is_some_and(|next| next.is_alphanumeric()))
            }
            '&' => rest.peek().is_some_and(|next| *next == '#' || next.is_ascii_alphabetic()),
            // A link may follow.
            '!' => rest.peek().is_none(),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(char);
        before = Some(char);
    }
    escaped
}

/// Returns escaped text that begins a line, so that it begins no block.
pub(crate) fn line_start(escaped: String) -> String {
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let mark = &escaped[digits..];
    let mut after = mark.chars();
    let first = after.next();
    let next = after.next();
    let begins_block = match first {
        Some('.' | ')') => (1..=9).contains(&digits) && next.is_none_or(char::is_whitespace),
        Some('-' | '+') => {
            digits == 0 && next.is_none_or(|next| next.is_whitespace() || matches!(next, '-' | '|' | ':'))
        }
        Some('#' | '>' | '=' | '|') => digits == 0,
        Some(':') => digits == 0 && next == Some('-'),
        _ => false,
    };
    if begins_block { format!("{}\\{mark}", &escaped[..digits]) } else { escaped }
}

/// Returns an address as the destination of a link or a picture.
pub(super) fn destination(address: &str) -> String {
    let encoded: String = address
        .chars()
        .map(|char| match char {
            '\\' => "%5C".to_owned(),
            '<' => "%3C".to_owned(),
            '>' => "%3E".to_owned(),
            // A name of a character would be read as the character.
            '&' => "\\&".to_owned(),
            '*' | '_' | '`' | '~' | '[' | ']' => format!("\\{char}"),
            char if char.is_whitespace() || char.is_control() => "%20".to_owned(),
            char => char.to_string(),
        })
        .collect();
    if encoded.is_empty() || encoded.contains(['(', ')']) { format!("<{encoded}>") } else { encoded }
}

/// Returns the title of a link or a picture with the space before it; nothing if there is none.
pub(super) fn title(title: Option<&str>) -> String {
    match title {
        Some(title) if !title.trim().is_empty() => format!(" \"{}\"", text(title.trim(), None).replace('"', "\\\"")),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_no_markup() {
        #[track_caller]
        fn check(plain: &str, escaped: &str) {
            assert_eq!(line_start(text(plain, None)), escaped);
        }
        check("a_b_c *d* [e]", "a_b_c \\*d\\* \\[e\\]");
        check("_a", "\\_a");
        check("AT&T & &amp; R&", "AT\\&T & \\&amp; R&");
        check("2026. var bra", "2026\\. var bra");
        check("3,5 % och 1.5", "3,5 % och 1.5");
        check("- Ja, säger Anna", "\\- Ja, säger Anna");
        check("-5 grader", "-5 grader");
        check("# a", "\\# a");
        check("Läs!", "Läs\\!");
    }

    #[test]
    fn an_address_is_a_destination() {
        assert_eq!(destination("https://a.se/b(c) d"), "<https://a.se/b(c)%20d>");
        assert_eq!(destination("https://a.se/?b&c_d"), "https://a.se/?b\\&c\\_d");
    }
}
