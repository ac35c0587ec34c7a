use crate::Kind;
use std::borrow::Cow;

/// The most UTF-16 code units that a cell of Excel holds.
const CELL: usize = 32_767;

/// What stands at the end of a text that was cut.
const CUT: &str = " […]";

/// The cell as a Swedish Excel should get it.
pub(crate) fn cell(kind: Kind, value: &str) -> Cow<'_, str> {
    match kind {
        Kind::Decimal | Kind::Percent => Cow::Owned(value.replace('.', ",")),
        Kind::Integer | Kind::Bytes | Kind::Date | Kind::DateTime => Cow::Borrowed(value),
        Kind::Text
        | Kind::Id
        | Kind::Code
        | Kind::Choice(_)
        | Kind::Multi
        | Kind::Iri
        | Kind::Phone
        | Kind::Email
        | Kind::Edtf
        | Kind::Duration => text(value),
    }
}

/// Returns a text that was cut to fit into a cell, or `None` if it fits as it is.
pub(crate) fn cut(value: &str) -> Option<String> {
    cut_at(value, CELL).map(|end| format!("{}{CUT}", &value[..end]))
}

fn text(value: &str) -> Cow<'_, str> {
    let guarded = is_formula(value) || is_taken_for_another(value);
    match (guarded, cut_at(value, CELL - usize::from(guarded))) {
        (false, None) => Cow::Borrowed(value),
        (true, None) => Cow::Owned(format!("'{value}")),
        (false, Some(end)) => Cow::Owned(format!("{}{CUT}", &value[..end])),
        (true, Some(end)) => Cow::Owned(format!("'{}{CUT}", &value[..end])),
    }
}

/// Whether a spreadsheet takes the text for a formula, white space at its beginning passed over.
fn is_formula(value: &str) -> bool {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    value.starts_with(['\t', '\r', '\n']) || value.trim_start().starts_with(begins)
}

/// Whether Excel takes the text for a number or a date and would show it otherwise: digits and the marks between them,
/// but neither a plain number such as a year nor a day such as 2021-05-18.
fn is_taken_for_another(value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_number = digits(value) && value.len() <= 15 && (value == "0" || !value.starts_with('0'));
    let is_day = value.len() == 10 && value.split('-').map(str::len).eq([4, 2, 2]) && digits(&value.replace('-', ""));
    value.starts_with(|c: char| c.is_ascii_digit())
        && value.bytes().all(|b| b.is_ascii_digit() || b"-/.,: eE%".contains(&b))
        && !is_number
        && !is_day
}

/// Where to cut a text, so that it fits into a cell together with the mark; none where it fits as it is.
fn cut_at(value: &str, limit: usize) -> Option<usize> {
    // A text has at least as many bytes as code units, and most texts end the question here.
    if value.len() <= limit || value.encode_utf16().count() <= limit {
        return None;
    }
    let room = limit - CUT.encode_utf16().count();
    let mut units = 0;
    value.char_indices().find_map(|(at, c)| {
        units += c.len_utf16();
        (units > room).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: Kind, value: &str, expected: &str) {
        assert_eq!(cell(kind, value), expected);
    }

    #[test]
    fn formulas_are_guarded() {
        check(Kind::Text, "=HYPERLINK(\"http://example.org\")", "'=HYPERLINK(\"http://example.org\")");
        check(Kind::Phone, "+46521722393", "'+46521722393");
        check(Kind::Text, "- Ett citat", "'- Ett citat");
        check(Kind::Text, "@a", "'@a");
        check(Kind::Text, "\t=1", "'\t=1");
        check(Kind::Text, "  =1", "'  =1");
        check(Kind::Text, "＝1+1", "'＝1+1");
        check(Kind::Text, "1+1=2, sa hon", "1+1=2, sa hon");
        check(Kind::Text, "", "");
    }

    #[test]
    fn texts_that_excel_takes_for_another_thing_are_guarded() {
        check(Kind::Code, "0114", "'0114");
        check(Kind::Code, "1487", "1487");
        check(Kind::Edtf, "2021-05", "'2021-05");
        check(Kind::Edtf, "2021-05-18", "2021-05-18");
        check(Kind::Edtf, "2021", "2021");
        check(Kind::Text, "1/2", "'1/2");
        check(Kind::Text, "1e5", "'1e5");
        check(Kind::Text, "12345678901234567", "'12345678901234567");
        check(Kind::Text, "24 maj", "24 maj");
        check(Kind::Percent, "33.3", "33,3");
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        let fits = "å".repeat(CELL);
        check(Kind::Text, &fits, &fits);
        let cut = cell(Kind::Text, &"😀".repeat(CELL)).into_owned();
        assert!(cut.ends_with("😀 […]"));
        assert_eq!(cut.encode_utf16().count(), CELL - 1);
        let guarded = cell(Kind::Text, &format!("={}", "a".repeat(CELL))).into_owned();
        assert!(guarded.starts_with("'=a") && guarded.ends_with("a […]"));
        assert_eq!(guarded.encode_utf16().count(), CELL);
    }
}
