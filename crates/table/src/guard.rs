//! Texts that a spreadsheet takes for something else when it opens a CSV file.
//!
//! The rules are those of Excel and `LibreOffice` in Swedish and in English. They take anything for a value that consists of
//! digits and of what numbers, money, dates and times are written with. An apostrophe too many is visible; a date that
//! was a reference is lost.

use std::sync::LazyLock;

/// Most digits of a number that a cell shows as it was written. Excel shows a longer one as `1,23457E+11`.
const SHOWN_DIGITS: usize = 11;

/// Most bytes of a date with words, such as `Wednesday, September 15, 2021 10:30:45 PM`.
const LONGEST_DATE: usize = 48;

/// Months and days of the week in Swedish and English. Spreadsheets know them by their first three letters.
static CALENDAR: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "januari january februari february mars march april maj may juni june juli july augusti august \
    september oktober october november december måndag monday tisdag tuesday onsdag wednesday torsdag \
    thursday fredag friday lördag saturday söndag sunday"
        .split(' ')
        .collect()
});

/// Currencies, and the halves of the day in Swedish and English.
static UNITS: LazyLock<Vec<&str>> = LazyLock::new(|| "kr sek nok dkk eur usd gbp fm em am pm".split(' ').collect());

/// Truth values and errors in Swedish and English.
static CONSTANTS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "sant falskt true false #n/a #saknas! #null! #skärning! #div/0! #division/0! #value! #värdefel! #ref! \
    #referens! #name? #namn? #num! #ogiltigt!"
        .split(' ')
        .collect()
});

/// Returns whether a text needs a guard: a spreadsheet would take it for a formula, a number, a date, a time, a truth value
/// or an error.
pub(crate) fn is_needed(value: &str) -> bool {
    is_formula(value) || is_constant(value.trim()) || is_value(value)
}

/// Returns whether the text begins like a formula. White space before it is ignored.
fn is_formula(value: &str) -> bool {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    value.starts_with(['\t', '\r', '\n']) || value.trim_start().starts_with(begins)
}

/// Returns whether the text is the name of a truth value or an error.
fn is_constant(value: &str) -> bool {
    let may_be_one = value.len() <= 16 && value.starts_with(['#', 'S', 's', 'F', 'f', 'T', 't']);
    may_be_one && CONSTANTS.iter().any(|name| name.chars().eq(value.chars().flat_map(char::to_lowercase)))
}

/// Returns whether the text consists of digits and of what numbers, money, dates and times are written with, and a
/// spreadsheet would show it otherwise.
fn is_value(value: &str) -> bool {
    // Most cells are words or prose, and this is asked of each.
    let is_prose = value.len() > LONGEST_DATE && value.starts_with(char::is_alphabetic);
    if is_prose || !value.bytes().any(|byte| byte.is_ascii_digit()) || is_plain(value) || is_joined(value) {
        return false;
    }
    let mut before = None;
    let mut rest = value.trim();
    while let Some(c) = rest.chars().next() {
        let token = match c {
            _ if c.is_ascii_digit() => split(rest, |c| c.is_ascii_digit()).0,
            _ if c.is_alphabetic() => {
                let (word, after) = split(rest, char::is_alphabetic);
                if !is_word(before, word, after) {
                    return false;
                }
                word
            }
            _ if c.is_whitespace() || "-−+/.,:%()$€£¥".contains(c) => &rest[..c.len_utf8()],
            _ => return false,
        };
        before = token.chars().next_back();
        rest = &rest[token.len()..];
    }
    true
}

/// Returns whether a word between two texts is part of a number, a date or a time.
fn is_word(before: Option<char>, word: &str, after: &str) -> bool {
    let follows_digit = before.is_some_and(|c| c.is_ascii_digit());
    let begins_with_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let word = word.to_lowercase();
    match word.as_str() {
        // 1E+3
        "e" => {
            let exponent = after.strip_prefix(['+', '-', '−']).unwrap_or(after);
            (follows_digit || matches!(before, Some('.' | ','))) && begins_with_digit(exponent)
        }
        // 2021-05-18T10:00Z
        "t" => follows_digit && begins_with_digit(after),
        "z" => follows_digit && after.is_empty(),
        // 8 p
        "a" | "p" => before.is_some_and(char::is_whitespace) && after.is_empty(),
        _ => {
            let is_long = word.chars().nth(2).is_some();
            UNITS.contains(&&*word) || is_long && CALENDAR.iter().any(|name| name.starts_with(&word))
        }
    }
}

/// Returns whether a cell shows a number or a day as it was written: `2021`, `2021-05-18`.
fn is_plain(value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_number = digits(value) && value.len() <= SHOWN_DIGITS && (value == "0" || !value.starts_with('0'));
    is_number || value.split('-').map(str::len).eq([4, 2, 2]) && value.split('-').all(digits)
}

/// Returns whether the text has more parts than a date: `2024-10-17-1`, `192.168.0.1`, `2021-05-18/2021-05-20`.
fn is_joined(value: &str) -> bool {
    let is_separator = |c| matches!(c, '-' | '/' | '.');
    value.chars().all(|c| c.is_alphanumeric() || is_separator(c))
        && value.chars().filter(|c| is_separator(*c)).count() >= 3
}

/// Splits a text after the characters at its beginning that fit.
fn split(text: &str, fits: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|c| !fits(c)).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the texts that stand between ` · `.
    #[track_caller]
    fn check(expected: bool, texts: &str) {
        let wrong: Vec<_> = texts.split(" · ").filter(|text| is_needed(text) != expected).collect();
        assert!(wrong.is_empty(), "guarded: {}, expected: {expected}: {wrong:?}", !expected);
    }

    #[test]
    fn formulas_are_guarded() {
        check(
            true,
            "=HYPERLINK(\"http://example.org\") · +46521722393 · -5 · - Ett citat · @a · ＝1+1 · ＋1 · －1 · ＠a",
        );
        check(true, "\t=1 ·   =1 · \u{a0}=1 · \nrad · =1 = 1");
    }

    #[test]
    fn numbers_are_guarded_if_they_would_be_shown_otherwise() {
        check(true, "0114 · 00 · 007 · 12345678901234567 · 123456789012 · 1 000 · 1\u{a0}000 · 1\u{202f}000 ·  5 · 5 ");
        check(true, "1,5 · 1.5 · ,5 · .5 · 5, · 1,000.50 · 1.000,50 · (5) · ( 5 ) · (1,5) · 5- · −5");
        check(true, "1e3 · 1E+3 · 1e-3 · 1,5E3 · 1.e3 · 50% · 50 % · %50 · 12,5 %");
        check(true, "1/2 · 1 1/2 · 3/4 · 11/2021 · 08-123 45 67 · 462 85");
    }

    #[test]
    fn money_is_guarded() {
        check(true, "100 kr · 100kr · 100 kr. · 1 000,50 kr · kr 100 · KR100 · 100:- · 100 SEK · SEK 100 · (5 kr)");
        check(true, "5 € · €5 · $5 · £3.50 · 5 EUR");
    }

    #[test]
    fn dates_are_guarded() {
        check(true, "2021-05 · 1-2 · 1-2-21 · 18/5 · 18/5 2021 · 18.5.2021 · 5/18/2021 · 2021/05/18 · 210518-1234");
        check(true, "1 maj · maj 12 · Maj 12 · MAJ-12 · 1 may · May 1, 2021 · mars 2021 · March 2021 · mar-21");
        check(true, "MARCH1 · SEPT2 · dec1 · 2may · 1 januari · feb. 2 · 3 apr · 4 juni · 5 jul 2021 · 6 aug · 7 sept");
        check(true, "8 okt · 9 oct · 10 nov 2021 · 11 december 2021");
        check(true, "mån 1 maj · Monday, May 1, 2021 · sön 2021-05-02 · fre 4/12");
    }

    #[test]
    fn times_are_guarded() {
        check(true, "10:00 · 10.30 · 24:00 · 10:00:30 · 8 am · 8:30 PM · 8 p · 8:30 fm · 8 em");
        check(true, "2021-05-18 10:00 · 2021-05-18T10:00:00+02:00 · 2021-05-18T08:00Z · 20210518T10:00");
    }

    #[test]
    fn truth_values_and_errors_are_guarded() {
        check(true, "SANT · sant · Falskt · TRUE · true · False ·  TRUE  · #N/A · #SAKNAS! · #REF! · #DIV/0!");
    }

    #[test]
    fn what_stays_as_it_is_has_no_guard() {
        check(false, "");
        check(false, "1487 · 2021 · 0 · 12345678901 · 2021-05-18");
        check(false, "2024-10-17-1 · 2024-05-01-maj · 2021-05-18-e · 1-2-3-4 · 192.168.0.1 · 1.2.3.4");
        check(false, "2026-12-05/2026-12-06 · 2021-05-18/2022 · 2021? · 2021~ · P1D · a|b · KS 2021/123");
        check(false, "maj · mars · Maj 12 öppnar · den 1 maj · 1:a maj · 5 ma · Sant? · sanning · #1 · ... · (kr) · ?");
        check(false, "1a · 8 a b · 3 e · 1e · 1E3x · E4 · 100 m · 100 kronor · 12 st · 1+1=2, sa hon · ’=1");
        check(false, "https://a.example/1 · a@b.example");
    }
}
