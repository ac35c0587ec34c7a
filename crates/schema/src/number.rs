//! Numbers as people write them, in the languages of our own words.

use crate::label_in;
use anslag_core::{Currency, Decimal, Money, Percent};

/// A space at which no line breaks.
pub(crate) const NO_BREAK: char = '\u{a0}';

/// Units of the size of a file, largest first, with their numbers of bytes.
const SIZES: [(u128, &str); 4] = [(1_000_000_000_000, "TB"), (1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];

/// The smallest unit.
const BYTES: [&str; 4] = ["byte", "bytes", "baiti", "baiti"];

/// Formats a number with a separator between groups of three digits: `1 234,5`.
pub(crate) fn decimal(number: Decimal, language: &str) -> String {
    grouped(&number.plain(), language)
}

/// Formats a whole number.
#[must_use]
pub fn count(number: u64, language: &str) -> String {
    grouped(&number.to_string(), language)
}

/// Formats a share.
#[must_use]
pub fn percent(percent: Percent, language: &str) -> String {
    let number = decimal(percent.value(), language);
    if language == "sv" { format!("{number}{NO_BREAK}%") } else { format!("{number}%") }
}

/// Formats an amount: `1 250 000,50 kr`. It has two decimals, or none if it is a whole number.
#[must_use]
pub fn money(Money { amount, currency }: Money, language: &str) -> String {
    let plain = amount.plain();
    let plain = match plain.split_once('.') {
        Some((_, decimals)) if decimals.len() == 1 => format!("{plain}0"),
        _ => plain,
    };
    let number = grouped(&plain, language);
    match (symbol(currency, language), language) {
        (Some(symbol), "en") => format!("{symbol}{number}"),
        (None, "en") => format!("{}{NO_BREAK}{number}", currency.code()),
        (symbol, _) => format!("{number}{NO_BREAK}{}", symbol.unwrap_or(currency.code())),
    }
}

/// Formats the size of a file, rounded to two digits or to a whole number: `1,2 MB`.
#[must_use]
pub fn size(bytes: u64, language: &str) -> String {
    for (unit, name) in SIZES {
        // From here on, the next smaller unit would be rounded to 1000.
        if u128::from(bytes) + unit / 2000 < unit {
            continue;
        }
        let tenths = (u128::from(bytes) * 10 + unit / 2) / unit;
        let number = match tenths {
            10..100 if !tenths.is_multiple_of(10) => format!("{}.{}", tenths / 10, tenths % 10),
            _ => ((u128::from(bytes) + unit / 2) / unit).to_string(),
        };
        return format!("{}{NO_BREAK}{name}", grouped(&number, language));
    }
    format!("{bytes}{NO_BREAK}{}", label_in(BYTES, language))
}

/// Returns the symbol of a currency that people of a language know without its code.
fn symbol(currency: Currency, language: &str) -> Option<&'static str> {
    match (currency.code(), language) {
        ("SEK", "sv") => Some("kr"),
        ("EUR", _) => Some("€"),
        _ => None,
    }
}

/// Sets separators into a number that is written with a decimal point.
///
/// Separators are those of CLDR: Estonian and Latvian write four digits without one.
fn grouped(plain: &str, language: &str) -> String {
    let (group, point, least) = match language {
        "sv" => (NO_BREAK, ',', 4),
        "et" | "lv" => (NO_BREAK, ',', 5),
        _ => (',', '.', 4),
    };
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
    let mut number = String::with_capacity(plain.len() * 2);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) && whole.len() >= least {
            number.push(group);
        }
        number.push(digit);
    }
    if !decimals.is_empty() {
        number.push(point);
        number.push_str(decimals);
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares with no-break spaces written as `_`, in Swedish, English, Estonian and Latvian.
    #[track_caller]
    fn check(format: impl Fn(&str) -> String, expected: [&str; 4]) {
        let found = crate::LANGUAGES.map(|language| format(language).replace(NO_BREAK, "_"));
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_have_the_separators_of_the_language() {
        let of = |text: &str| Decimal::new(text).unwrap();
        check(|own| decimal(of("60"), own), ["60"; 4]);
        check(|own| decimal(of("0.5"), own), ["0,5", "0.5", "0,5", "0,5"]);
        check(|own| decimal(of("1234.5"), own), ["1_234,5", "1,234.5", "1234,5", "1234,5"]);
        check(|own| decimal(of("12345"), own), ["12_345", "12,345", "12_345", "12_345"]);
        check(
            |own| decimal(of("123456789.25"), own),
            ["123_456_789,25", "123,456,789.25", "123_456_789,25", "123_456_789,25"],
        );
        let share = Percent::new(of("33.3")).unwrap();
        check(|own| percent(share, own), ["33,3_%", "33.3%", "33,3%", "33,3%"]);
    }

    #[test]
    fn amounts_have_two_decimals_or_none() {
        let of = |amount: &str, code| Money {
            amount: Decimal::new(amount).unwrap(),
            currency: Currency::new(code).unwrap(),
        };
        let amount = of("1250000.5", "SEK");
        check(
            |own| money(amount, own),
            ["1_250_000,50_kr", "SEK_1,250,000.50", "1_250_000,50_SEK", "1_250_000,50_SEK"],
        );
        check(|own| money(of("100", "EUR"), own), ["100_€", "€100", "100_€", "100_€"]);
        check(|own| money(of("99.95", "NOK"), own), ["99,95_NOK", "NOK_99.95", "99,95_NOK", "99,95_NOK"]);
        check(|own| money(of("0.125", "KWD"), own), ["0,125_KWD", "KWD_0.125", "0,125_KWD", "0,125_KWD"]);
    }

    #[test]
    fn sizes_are_rounded() {
        check(|own| size(1_200_000, own), ["1,2_MB", "1.2_MB", "1,2_MB", "1,2_MB"]);
        for (bytes, expected) in [
            (0, "0_byte"),
            (999, "999_byte"),
            (1000, "1_kB"),
            (12_345, "12_kB"),
            (999_499, "999_kB"),
            (999_500, "1_MB"),
            (2_000_000, "2_MB"),
            (1_540_000_000, "1,5_GB"),
            (1_234_000_000_000_000, "1_234_TB"),
            (u64::MAX, "18_446_744_TB"),
        ] {
            assert_eq!(size(bytes, "sv").replace(NO_BREAK, "_"), expected);
        }
    }
}
