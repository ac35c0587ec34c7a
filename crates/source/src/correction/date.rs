use jiff::civil::{Date, Time};

/// Months by the first letters of their names in Swedish and English.
const MONTHS: [(&str, i8); 14] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("maj", 5),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

/// Seasons, each with its number in EDTF.
const SEASONS: [(&str, &str); 12] = [
    ("våren", "21"),
    ("vår", "21"),
    ("spring", "21"),
    ("sommaren", "22"),
    ("sommar", "22"),
    ("summer", "22"),
    ("hösten", "23"),
    ("höst", "23"),
    ("autumn", "23"),
    ("vintern", "24"),
    ("vinter", "24"),
    ("winter", "24"),
];

/// Words around a date that do not tell which date it is.
const FILLERS: [&str; 20] = [
    "den",
    "the",
    "of",
    "kl",
    "kl.",
    "klockan",
    "at",
    "i",
    "in",
    "måndag",
    "tisdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lördag",
    "söndag",
    "måndagen",
    "tisdagen",
    "onsdagen",
    "torsdagen",
];

/// Words for a year that is not certain.
const ABOUT: [&str; 6] = ["ca", "ca.", "cirka", "omkring", "about", "circa"];

/// Returns the day or the time that a text means.
pub(super) fn corrections(text: &str) -> Vec<String> {
    moment(text).into_iter().collect()
}

/// Returns the EDTF dates that a text may mean: also seasons, months, and intervals.
pub(super) fn edtf_corrections(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    single(&lower).or_else(|| interval(&lower)).into_iter().collect()
}

/// Returns a day by its year, month and day. Swaps month and day if the month is over 12.
pub(super) fn day(year: &str, month: &str, day: &str) -> Option<Date> {
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    Date::new(year, month, day).or_else(|_| Date::new(year, day, month)).ok()
}

/// Returns the day of eight digits.
pub(super) fn compact_day(text: &str) -> Option<Date> {
    let is_compact = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_compact.then(|| day(&text[..4], &text[4..6], &text[6..])).flatten()
}

/// Returns a day, or a day with a time.
fn moment(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let (date, rest) = date(&words(&lower))?;
    match rest[..] {
        [] => Some(date.to_string()),
        [ref clock] => {
            let (time, offset) = clock_time(clock)?;
            Some(format!("{date}T{time}{offset}"))
        }
        _ => None,
    }
}

/// Splits a text into the words of a day and a time. A time after a `t` is a word of its own.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in text.split([' ', ',']).filter(|word| !word.is_empty() && !FILLERS.contains(word)) {
        match word.split_once('t') {
            Some((day, time)) if ends_in_digit(day) && time.starts_with(|c: char| c.is_ascii_digit()) => {
                words.extend([day.to_owned(), time.to_owned()]);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// Returns the day that words begin with, and the words after it.
fn date(words: &[String]) -> Option<(Date, Vec<String>)> {
    let first = words.first()?;
    if let Some(date) = numeric(first) {
        return Some((date, words[1..].to_vec()));
    }
    let (second, third) = (words.get(1)?, words.get(2));
    // 1 november 2026, or November 1, 2026
    let in_words = |day: &str, name: &str| Some((ordinal(day)?, month(name)?));
    let day = in_words(first, second).or_else(|| in_words(second, first));
    if let (Some((day, month)), Some(year)) = (day, third.and_then(|third| year(third))) {
        return Some((Date::new(year, month, day).ok()?, words[3..].to_vec()));
    }
    // 1/11 2026, as Swedes write it
    if let (Some((day, month)), Some(year)) = (first.split_once('/'), year(second)) {
        return Some((Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?, words[2..].to_vec()));
    }
    None
}

/// Returns a day of digits alone. One that begins with its day is ambiguous, unless points or a number over 12 tell.
fn numeric(word: &str) -> Option<Date> {
    if let Some(date) = compact_day(word) {
        return Some(date);
    }
    let mut parts = word.split(['-', '/', '.']);
    let (Some(a), Some(b), Some(c), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    if a.len() == 4 {
        return day(a, b, c);
    }
    let is_over = |text: &str| text.parse::<i8>().is_ok_and(|number| number > 12);
    let is_certain = word.contains('.') || is_over(a) || is_over(b) || a == b;
    is_certain.then(|| day(c, b, a)).flatten()
}

/// Returns the number of a month by its name or the beginning of it.
fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let known = MONTHS.iter().find(|(name, _)| word.starts_with(name)).map(|(_, number)| *number);
    known.filter(|_| word.chars().all(char::is_alphabetic) && word.len() < 10)
}

/// Returns the number of a day: `1`, `1:a`, `1st`.
fn ordinal(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ending = &word[digits.len()..];
    let day = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
    matches!(ending, "" | "." | ":a" | ":e" | "a" | "e" | "st" | "nd" | "rd" | "th").then_some(day)
}

fn year(word: &str) -> Option<i16> {
    (word.len() == 4).then(|| word.parse().ok()).flatten()
}

/// Returns a time of day with seconds, and its offset from UTC.
fn clock_time(word: &str) -> Option<(Time, String)> {
    let at = word.find(['z', '+']).or_else(|| word.find('-')).unwrap_or(word.len());
    let (clock, offset) = word.split_at(at);
    let numbers: Option<Vec<i8>> = clock.split([':', '.']).map(|part| part.parse().ok()).collect();
    let time = match numbers?[..] {
        [hour] => Time::new(hour, 0, 0, 0),
        [hour, minute] => Time::new(hour, minute, 0, 0),
        [hour, minute, second] => Time::new(hour, minute, second, 0),
        _ => return None,
    };
    let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
    let offset = match (offset.chars().next(), digits.len()) {
        (None, _) => String::new(),
        (Some('z'), 0) => "Z".to_owned(),
        (Some(sign @ ('+' | '-')), 4) => format!("{sign}{}:{}", &digits[..2], &digits[2..]),
        (Some(sign @ ('+' | '-')), 2) => format!("{sign}{digits}:00"),
        (Some(sign @ ('+' | '-')), 1) => format!("{sign}0{digits}:00"),
        _ => return None,
    };
    Some((time.ok()?, offset))
}

/// Returns one date: a day, a month, a season, a year.
fn single(text: &str) -> Option<String> {
    let words = words(text);
    match &words[..] {
        [word] if year(word).is_some() => return Some(word.clone()),
        [about, word] if ABOUT.contains(&about.as_str()) => {
            return year(word).map(|_| format!("{word}~"));
        }
        [name, word] if year(word).is_some() => {
            let season =
                SEASONS.iter().find(|(season, _)| season == name).map(|(_, number)| format!("{word}-{number}"));
            if let Some(found) = season.or_else(|| month(name).map(|month| format!("{word}-{month:02}"))) {
                return Some(found);
            }
        }
        [word] => {
            let short = word.split_once(['-', '/', '.']).and_then(|(year, month)| {
                let month: i8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
                self::year(year).map(|year| format!("{year:04}-{month:02}"))
            });
            if short.is_some() {
                return short;
            }
        }
        _ => {}
    }
    moment(text)
}

/// Returns an interval of two dates. The first one takes a missing month or year from the second one.
fn interval(text: &str) -> Option<String> {
    let between = [" till och med ", " till ", " t.o.m. ", " to ", " until ", "--", " - ", " / ", "/", "-"];
    between.iter().find_map(|sign| {
        let (first, last) = text.split_once(sign)?;
        let first = first.strip_prefix("från ").or_else(|| first.strip_prefix("from ")).unwrap_or(first);
        let last = single(last.trim())?;
        let whole = last.parse::<Date>().ok();
        let completed = whole.and_then(|end| {
            let words = words(first);
            match &words[..] {
                [day] => Date::new(end.year(), end.month(), ordinal(day)?).ok(),
                [day, name] => Date::new(end.year(), month(name)?, ordinal(day)?).ok(),
                _ => None,
            }
        });
        let first = completed.map(|date| date.to_string()).or_else(|| single(first.trim()))?;
        Some(format!("{first}/{last}"))
    })
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(super::corrections(text).first().map(String::as_str), expected, "{text}");
    }

    #[track_caller]
    fn check_edtf(text: &str, expected: Option<&str>) {
        assert_eq!(super::edtf_corrections(text).first().map(String::as_str), expected, "{text}");
    }

    #[test]
    fn days_are_written_by_iso_8601() {
        for text in ["2026-11-1", "20261101", "2026/11/01", "2026.11.01", "1 november 2026", "den 1 november 2026"] {
            check(text, Some("2026-11-01"));
        }
        for text in ["1 nov 2026", "1 nov. 2026", "1:a november 2026", "November 1, 2026", "1/11 2026", "1.11.2026"] {
            check(text, Some("2026-11-01"));
        }
        check("söndag 1 november 2026", Some("2026-11-01"));
        check("2026-30-11", Some("2026-11-30"));
        check("30/11/2026", Some("2026-11-30"));
        check("11/30/2026", Some("2026-11-30"));
        for text in ["1/11/2026", "11-01-26", "2026-02-30", "30 februari 2026", "november", "i morgon", "", "2026-11"] {
            check(text, None);
        }
    }

    #[test]
    fn times_are_written_by_iso_8601() {
        for text in ["2026-11-01 kl 18", "2026-11-01 kl. 18.00", "1 november 2026 kl. 18:00", "2026-11-01T18"] {
            check(text, Some("2026-11-01T18:00:00"));
        }
        check("2026-11-01T18:00:00+0100", Some("2026-11-01T18:00:00+01:00"));
        check("2026-11-01 18:00 +1", None);
        check("2026-11-01T18:00:00z", Some("2026-11-01T18:00:00Z"));
        check("2026-11-01T25:00", None);
    }

    #[test]
    fn vague_dates_are_written_by_edtf() {
        check_edtf("hösten 2026", Some("2026-23"));
        check_edtf("november 2026", Some("2026-11"));
        check_edtf("2026-1", Some("2026-01"));
        check_edtf("2026", Some("2026"));
        check_edtf("ca 2026", Some("2026~"));
        check_edtf("5-6 december 2026", Some("2026-12-05/2026-12-06"));
        check_edtf("30 november - 2 december 2026", Some("2026-11-30/2026-12-02"));
        check_edtf("2026-12-05 till 2026-12-06", Some("2026-12-05/2026-12-06"));
        check_edtf("2026-2027", Some("2026/2027"));
        check_edtf("vår och höst", None);
    }
}
