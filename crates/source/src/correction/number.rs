/// Words for a price of nothing.
const FREE: [&str; 9] =
    ["gratis", "fritt", "fri entré", "fritt inträde", "kostnadsfritt", "kostnadsfri", "free", "ingen kostnad", "noll"];

/// Words and signs around a number, which its key implies. A longer one comes before a shorter one that it ends with.
const UNITS: [&str; 25] = [
    ":-",
    ",-",
    "kronor",
    "krona",
    "kr.",
    "kr",
    "sek",
    "procent",
    "percent",
    "per cent",
    "%",
    "euro",
    "eur",
    "€",
    "kvm",
    "m²",
    "m2",
    "styck",
    "stycken",
    "st.",
    "st",
    "platser",
    "tjänster",
    "bytes",
    "byte",
];

/// Words for powers of ten, each with its exponent.
const MULTIPLES: [(&str, u32); 14] = [
    ("miljarder", 9),
    ("miljard", 9),
    ("miljoner", 6),
    ("miljon", 6),
    ("million", 6),
    ("mnkr", 6),
    ("mkr", 6),
    ("msek", 6),
    ("mn", 6),
    ("tusen", 3),
    ("thousand", 3),
    ("tkr", 3),
    ("tsek", 3),
    ("ksek", 3),
];

/// Returns the number that a text means, in digits with a point before decimals.
pub(super) fn corrections(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    if FREE.contains(&lower.trim_end_matches(['!', '.'])) {
        return vec!["0".to_owned()];
    }
    let mut rest = lower.as_str();
    let mut exponent = 0;
    // A unit may stand on both sides, and after a multiple.
    for _ in 0..3 {
        if exponent == 0
            && let Some((number, power)) =
                MULTIPLES.iter().find_map(|(word, power)| Some((rest.strip_suffix(word)?, *power)))
        {
            (rest, exponent) = (number.trim(), power);
        }
        let before = UNITS.iter().find_map(|unit| rest.strip_prefix(unit));
        rest = before.or_else(|| UNITS.iter().find_map(|unit| rest.strip_suffix(unit))).unwrap_or(rest).trim();
    }
    let plain = whole(rest).or_else(|| decimal(rest));
    plain.and_then(|plain| shift(&plain, exponent)).into_iter().collect()
}

/// Returns a whole number of another base.
fn whole(text: &str) -> Option<String> {
    let digits = |prefix, radix| u64::from_str_radix(&text.strip_prefix(prefix)?.replace('_', ""), radix).ok();
    digits("0x", 16).or_else(|| digits("0o", 8)).or_else(|| digits("0b", 2)).map(|number: u64| number.to_string())
}

/// Returns a number without signs between its thousands, and with a point before its decimals.
///
/// `1,250` and `1.250` may be a thousand or one and a quarter, so that they are left alone.
fn decimal(text: &str) -> Option<String> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '_' | '\'' | '’')).collect();
    let is_number = digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    if !is_number || !digits.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let last = digits.rfind([',', '.']);
    let Some(last) = last else { return Some(digits) };
    let (before, after) = (&digits[..last], &digits[last + 1..]);
    let sign = digits.as_bytes()[last];
    let others = before.bytes().filter(|byte| matches!(byte, b',' | b'.')).count();
    let is_grouped = |number: &str| {
        let mut groups = number.split([',', '.']);
        groups.next().is_some_and(|first| (1..=3).contains(&first.len())) && groups.all(|group| group.len() == 3)
    };
    if others > 0 {
        let is_same = before.bytes().all(|byte| byte == sign || byte.is_ascii_digit());
        let bare = |number: &str| number.replace([',', '.'], "");
        return if is_same {
            is_grouped(&digits).then(|| bare(&digits))
        } else {
            (is_grouped(before) && !before.contains(char::from(sign))).then(|| format!("{}.{after}", bare(before)))
        };
    }
    let is_ambiguous = after.len() == 3 && (1..=3).contains(&before.len()) && before != "0" && !text.contains(' ');
    match (before, after) {
        _ if is_ambiguous => None,
        (_, "") => Some(before.to_owned()),
        ("", _) => Some(format!("0.{after}")),
        (_, _) => Some(format!("{before}.{after}")),
    }
}

/// Moves the point of a number to the right.
fn shift(number: &str, places: u32) -> Option<String> {
    let places = usize::try_from(places).ok()?;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let (moved, left) = fraction.split_at_checked(places).unwrap_or((fraction, ""));
    let zeros = "0".repeat(places - moved.len().min(places));
    let whole = format!("{whole}{moved}{zeros}");
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    Some(if left.is_empty() { whole.to_owned() } else { format!("{whole}.{left}") })
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(super::corrections(text).first().map(String::as_str), expected, "{text}");
    }

    #[test]
    fn numbers_are_written_plainly() {
        for text in ["60", "60 %", "60%", "60 procent", "060", "+60", "60,-", "60:-", "0x3c", "60."] {
            check(text, Some("60"));
        }
        for text in
            ["1 000 000", "1.000.000", "1,000,000", "1_000_000", "1000000 kr", "SEK 1 000 000", "1 miljon kronor"]
        {
            check(text, Some("1000000"));
        }
        for text in ["1 mnkr", "1,0 mnkr", "1 000 tkr", "1'000'000"] {
            check(text, Some("1000000"));
        }
        for text in ["50,5", "50.5", "50,5 %"] {
            check(text, Some("50.5"));
        }
        for text in ["1 250,50", "1.250,50", "1,250.50", "1250,50 kr"] {
            check(text, Some("1250.50"));
        }
        check("1,5 miljoner", Some("1500000"));
        check(",5", Some("0.5"));
        check("0,125", Some("0.125"));
        check("1234,567", Some("1234.567"));
        check("Gratis", Some("0"));
        for text in ["1,250", "1.250", "50-60", "ca 50", "-5", "", "kr", "12 av 20", "1.2.3", "fem"] {
            check(text, None);
        }
    }
}
