use crate::{CellType, Kind, guard};
use std::borrow::Cow;

/// Most UTF-16 code units of a cell of Excel.
const CELL: usize = 32_767;

/// End of a text that was cut.
const CUT: &str = " […]";

/// Most digits of a number that Excel keeps.
const DIGITS: usize = 15;

/// Returns the cell of the file for a Swedish Excel.
pub(crate) fn cell(kind: Kind, value: &str) -> Cow<'_, str> {
    match kind.cell_type() {
        CellType::Decimal if is_exact(value) => Cow::Owned(value.replace('.', ",")),
        CellType::Integer if is_exact(value) => Cow::Borrowed(value),
        CellType::Decimal | CellType::Integer => Cow::Owned(format!("'{}", value.replace('.', ","))),
        CellType::Date | CellType::Instant => Cow::Borrowed(value),
        CellType::Text => text(value),
    }
}

/// Returns a text that was cut to fit into a cell, or `None` if it fits as it is.
pub(crate) fn cut(value: &str) -> Option<String> {
    cut_at(value, CELL).map(|end| format!("{}{CUT}", &value[..end]))
}

/// Returns whether Excel keeps every digit of a number.
fn is_exact(number: &str) -> bool {
    number.bytes().filter(u8::is_ascii_digit).count() <= DIGITS
}

fn text(value: &str) -> Cow<'_, str> {
    let guarded = guard::is_needed(value);
    match (guarded, cut_at(value, CELL - usize::from(guarded))) {
        (false, None) => Cow::Borrowed(value),
        (true, None) => Cow::Owned(format!("'{value}")),
        (false, Some(end)) => Cow::Owned(format!("{}{CUT}", &value[..end])),
        (true, Some(end)) => Cow::Owned(format!("'{}{CUT}", &value[..end])),
    }
}

/// Returns where to cut a text, so that it fits into a cell together with the mark; `None` if it fits as it is.
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
    fn texts_are_guarded_and_numbers_have_a_decimal_comma() {
        check(Kind::Phone, "+46521722393", "'+46521722393");
        check(Kind::Code, "0114", "'0114");
        check(Kind::Code, "1487", "1487");
        check(Kind::Id, "2024-10-17-1", "2024-10-17-1");
        check(Kind::Edtf, "2021-05", "'2021-05");
        check(Kind::Edtf, "2021-05-18", "2021-05-18");
        check(Kind::Text, "1,5", "'1,5");
        check(Kind::Text, "", "");
        check(Kind::Percent, "33.3", "33,3");
        check(Kind::Decimal, "1250000.5", "1250000,5");
    }

    #[test]
    fn a_number_keeps_its_digits() {
        check(Kind::Decimal, "1234567890123.25", "1234567890123,25");
        check(Kind::Decimal, "12345678901234.25", "'12345678901234,25");
        check(Kind::Bytes, "123456789012345", "123456789012345");
        check(Kind::Bytes, "1234567890123456", "'1234567890123456");
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
