/// Beginnings of the words for spans of time, each with its letter in ISO 8601 and what comes before it.
const UNITS: [(&str, &str, char); 12] = [
    ("år", "P", 'Y'),
    ("year", "P", 'Y'),
    ("mån", "P", 'M'),
    ("month", "P", 'M'),
    ("veck", "P", 'W'),
    ("week", "P", 'W'),
    ("dag", "P", 'D'),
    ("dygn", "P", 'D'),
    ("day", "P", 'D'),
    ("tim", "PT", 'H'),
    ("hour", "PT", 'H'),
    ("min", "PT", 'M'),
];

/// Words for small numbers.
const NUMBERS: [(&str, u32); 16] = [
    ("ett", 1),
    ("en", 1),
    ("one", 1),
    ("två", 2),
    ("two", 2),
    ("tre", 3),
    ("three", 3),
    ("fyra", 4),
    ("four", 4),
    ("fem", 5),
    ("five", 5),
    ("sex", 6),
    ("six", 6),
    ("tio", 10),
    ("ten", 10),
    ("tolv", 12),
];

/// Returns the durations that a text such as `18 månader` may mean.
pub(super) fn corrections(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let upper = text.to_uppercase().replace(' ', "");
    let with_p = format!("P{}", upper.trim_start_matches('P'));
    let at = lower.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0);
    let split = match at {
        Some(at) => Some((&lower[..at], lower[at..].trim_start_matches([' ', '-']))),
        None => lower.split_once(' '),
    };
    let in_words = split.and_then(|(number, unit)| {
        let number = number.parse().ok().or_else(|| {
            let found = NUMBERS.iter().find(|(word, _)| *word == number);
            found.map(|(_, number)| *number)
        })?;
        let (_, before, letter) = UNITS.iter().find(|(word, ..)| unit.starts_with(word))?;
        let is_alone = unit.trim_end_matches('.').chars().all(char::is_alphabetic);
        is_alone.then(|| format!("{before}{number}{letter}"))
    });
    in_words.into_iter().chain([upper, with_p]).collect()
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(super::corrections(text)[0], expected, "{text}");
    }

    #[test]
    fn spans_of_time_are_written_by_iso_8601() {
        check("2 år", "P2Y");
        check("18 månader", "P18M");
        check("18 mån.", "P18M");
        check("14 dagar", "P14D");
        check("två veckor", "P2W");
        check("36 months", "P36M");
        check("p1y", "P1Y");
        check("2 timmar", "PT2H");
    }
}
