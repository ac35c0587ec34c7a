use crate::{
    correction::{answer, corrections, is_quotation_mark},
    noun::Noun,
    replacement::quoted,
};
use std::ops::Range;

/// Text without its faults. It is as long as before, so that all places are the same.
pub(crate) struct Repaired {
    pub(crate) text: String,
    /// Places of values that were wrong.
    pub(crate) invalid: Vec<Range<usize>>,
}

/// Bytes of the longest text in which repairs are tried, since each repair parses the text again.
pub(crate) const LONGEST: usize = 1 << 16;

/// Part of a text that a repair may replace: the value of a key, or an item of a list, that stands on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written<'t> {
    /// Name of the key; `None` for an item of a list.
    pub(crate) key: Option<&'t str>,
    /// Span of the value.
    pub(crate) value: Range<usize>,
    /// First byte of the next line.
    pub(crate) next: usize,
}

/// Returns the value on the line that holds a byte of a text; `None` if the line has none. `sign` stands after a key.
pub(crate) fn written_at(text: &str, at: usize, sign: char) -> Option<Written<'_>> {
    let Range { start, end } = line_at(text, at);
    let line = &text[start..end];
    let next = (end + 1).min(text.len());
    // What is below a hyphen in YAML is a key too.
    let indent = line.len() - line.trim_start_matches([' ', '-', '\t']).len();
    let key_end = line.find(sign).filter(|end| *end > indent);
    let (key, from) = match key_end {
        Some(end) if !line[indent..end].contains(['"', '{', '[']) => {
            (Some(line[indent..end].trim()), end + sign.len_utf8())
        }
        _ => (None, line.len() - line.trim_start_matches([' ', '\t']).len()),
    };
    let value = &line[from..];
    let trimmed = match key {
        Some(_) => value.trim(),
        None => value.trim().trim_end_matches(',').trim_end(),
    };
    let begins = start + from + (value.len() - value.trim_start().len());
    (!trimmed.is_empty()).then(|| Written { key, value: begins..begins + trimmed.len(), next })
}

/// Returns what may be meant by a value that is no value, the likeliest first.
pub(crate) fn candidates(value: &str, wanted: Noun) -> Vec<String> {
    let (value, comment) = match value.find(" #") {
        Some(at) => (value[..at].trim_end(), &value[at..]),
        None => (value, ""),
    };
    let bare = without_quotes(value);
    let meant = || corrections(wanted, value).into_iter().filter(|meant| meant != value);
    let plain: Vec<String> = match wanted {
        Noun::Number | Noun::Date | Noun::Day => meant().collect(),
        Noun::Edtf => meant().map(|meant| quoted(&meant)).collect(),
        Noun::Flag => answer(bare).map(str::to_owned).into_iter().collect(),
        _ => Vec::new(),
    };
    let list = value.strip_prefix('[').map(|items| items.strip_suffix(']').unwrap_or(items));
    let list = list.filter(|items| !items.contains(['[', ']', '{'])).map(list_of);
    // Text is no number, whatever stands between its quotation marks.
    let is_text = !matches!(wanted, Noun::Number | Noun::Date | Noun::Day | Noun::Edtf | Noun::Flag);
    let text = Some(quoted(bare)).filter(|_| is_text && !value.starts_with('{') && !value.contains(char::is_control));
    plain.into_iter().chain(list).chain(text).map(|meant| format!("{meant}{comment}")).collect()
}

/// Returns a list of texts, from what stands between its brackets: items with commas or quotation marks between them.
fn list_of(items: &str) -> String {
    let is_between = |c: char| c == ',' || c == '\n';
    let is_quoted = items.matches('"').count() > 1 && items.matches('"').count().is_multiple_of(2);
    let items: Vec<String> = if is_quoted {
        items.split('"').skip(1).step_by(2).map(quoted).collect()
    } else {
        let items = items.split(is_between).map(str::trim).filter(|item| !item.is_empty());
        items.map(|item| quoted(without_quotes(item))).collect()
    };
    format!("[{}]", items.join(", "))
}

/// Returns a text without the quotation marks around it, or the single one that nobody closed or opened.
fn without_quotes(text: &str) -> &str {
    let is_around = text.starts_with(is_quotation_mark) && text.ends_with(is_quotation_mark);
    let is_single = text.matches(is_quotation_mark).count() == 1;
    if is_around || is_single { text.trim_matches(is_quotation_mark).trim() } else { text }
}

/// Returns the text with something else in place of a part.
pub(crate) fn replaced(text: &str, part: &Range<usize>, by: &str) -> String {
    format!("{}{by}{}", &text[..part.start], &text[part.end..])
}

/// Returns the text with spaces in place of a part.
pub(crate) fn erased(text: &str, part: &Range<usize>) -> String {
    replaced(text, part, &" ".repeat(part.len()))
}

/// Returns the text with a number in place of a part, and as long as before, so that other places stay the same.
pub(crate) fn blanked(text: &str, part: &Range<usize>) -> String {
    replaced(text, part, &format!("0{}", " ".repeat(part.len().saturating_sub(1))))
}

/// Returns the span of the line that holds a byte, without its end.
pub(crate) fn line_at(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at.min(text.len()));
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    start..text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// Returns the first candidate that leaves no error on its line.
///
/// `first_error` returns the first byte of the first error of a text.
pub(crate) fn repaired(
    text: &str,
    written: &Written<'_>,
    candidates: Vec<String>,
    first_error: impl Fn(&str) -> Option<usize>,
) -> Option<String> {
    candidates.into_iter().find(|candidate| {
        let next = written.next - written.value.len() + candidate.len();
        first_error(&replaced(text, &written.value, candidate)).is_none_or(|at| at >= next)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, at: usize, sign: char, expected: Option<(Option<&str>, &str)>) {
        let found = written_at(text, at, sign);
        assert_eq!(found.map(|found| (found.key, &text[found.value])), expected);
    }

    #[test]
    fn the_value_of_a_line_is_found() {
        check("a = 1\nb =  Hej på dig \nc = 2", 10, '=', Some((Some("b"), "Hej på dig")));
        check("a: - b", 3, ':', Some((Some("a"), "- b")));
        check("x:\n  - a: b", 8, ':', Some((Some("a"), "b")));
        check("tags = [\n  a b,\n]", 12, '=', Some((None, "a b")));
        check("a =", 2, '=', None);
        check("", 0, '=', None);
    }

    #[test]
    fn candidates_are_what_may_be_meant() {
        let first = |value: &str, wanted| candidates(value, wanted)[0].clone();
        assert_eq!(first("Hej \"på\" dig", Noun::Text), r#""Hej \"på\" dig""#);
        assert_eq!(first("“Hej”", Noun::Text), "\"Hej\"");
        assert_eq!(first("1 november 2026 # då", Noun::Date), "2026-11-01 # då");
        assert_eq!(first("60 %", Noun::Number), "60");
        assert_eq!(first("Ja", Noun::Flag), "true");
        assert_eq!(first("[a, 'b']", Noun::Text), "[\"a\", \"b\"]");
        assert_eq!(first("[\"a\" \"b\"]", Noun::Text), "[\"a\", \"b\"]");
        assert_eq!(first("[a", Noun::Text), "[\"a\"]");
        assert_eq!(first("[a] b", Noun::Text), "\"[a] b\"");
        assert!(candidates("2026-02-30", Noun::Date).is_empty());
    }
}
