use super::line::Line;
use crate::date::{DateDoubt, StatedDate, read_date};

/// Date of a line such as `Publicerad 2021-05-18`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp<'a> {
    pub(super) key: &'static str,
    /// The whole line, and its number.
    pub(super) line: &'a str,
    pub(super) number: usize,
    /// The date; `None` if the line has none.
    pub(super) date: Option<Result<StatedDate, DateDoubt>>,
}

/// Words before a date of publication or of a change, with the keys of source files.
const WORDS: [(&str, &[&str]); 2] = [
    (
        "modified",
        &[
            "senast uppdaterad",
            "senast uppdaterat",
            "uppdaterad",
            "uppdaterat",
            "senast ändrad",
            "ändrad",
            "last updated",
            "updated",
            "last modified",
            "modified",
            "uuendatud",
            "atjaunots",
        ],
    ),
    (
        "date",
        &[
            "publicerad den",
            "publicerad",
            "publicerat",
            "publicerades",
            "publiceringsdatum",
            "published on",
            "published",
            "date of publication",
            "datum",
            "date",
            "pressmeddelande",
            "press release",
            "avaldatud",
            "publicēts",
        ],
    ),
];

/// Longest line with a date, in characters.
const LONGEST: usize = 100;

/// Takes the lines that tell when a text was published and changed.
pub(super) fn take<'a>(groups: &mut Vec<Vec<Line<'a>>>) -> Vec<Stamp<'a>> {
    let mut stamps = Vec::new();
    for group in groups.iter_mut() {
        group.retain(|line| match read(line) {
            Some(found) => {
                stamps.extend(found);
                false
            }
            None => true,
        });
    }
    groups.retain(|group| !group.is_empty());
    stamps
}

/// Reads a line of one or several stamps.
fn read<'a>(line: &Line<'a>) -> Option<Vec<Stamp<'a>>> {
    if line.text.chars().count() > LONGEST {
        return None;
    }
    let parts = |marks: &[char]| -> Option<Vec<Stamp<'a>>> {
        let parts = line.text.split(marks).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| stamp(part, line)).collect()
    };
    parts(&['|', '•', '·', ',']).or_else(|| parts(&['|', '•', '·'])).filter(|stamps| !stamps.is_empty())
}

fn stamp<'a>(part: &'a str, line: &Line<'a>) -> Option<Stamp<'a>> {
    let lower = part.to_lowercase();
    let (key, word) =
        WORDS.iter().find_map(|(key, words)| Some((*key, *words.iter().find(|word| lower.starts_with(**word))?)))?;
    // Letters can be of other lengths in lower case.
    let rest = part.get(word.len()..).filter(|rest| !rest.starts_with(char::is_alphabetic))?;
    let has_colon = rest.trim_start().starts_with(':');
    let written = rest.trim_start_matches([':', ' ', '\u{a0}', '\t']).trim();
    let stamp = |date| Stamp { key, line: line.text, number: line.number, date };
    if written.is_empty() {
        return has_colon.then(|| stamp(None));
    }
    match read_date(written, None) {
        // "Publicerad i Bohusläningen" is no date, "Publicerad: i går" is one that cannot be read.
        Err(DateDoubt::NoDate) if !has_colon => None,
        date => Some(stamp(Some(date))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &[(&str, &str)]) {
        let mut groups = vec![vec![Line { number: 1, text: line, is_indented: false }]];
        let stamps = take(&mut groups);
        let date = |stamp: &Stamp<'_>| match &stamp.date {
            Some(Ok(date)) => date.to_string(),
            Some(Err(error)) => format!("{error:?}"),
            None => String::new(),
        };
        let found: Vec<(&str, String)> = stamps.iter().map(|stamp| (stamp.key, date(stamp))).collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(key, date)| (*key, date.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stamps_of_lines() {
        check("Publicerad 2021-05-18", &[("date", "2021-05-18")]);
        check("Publicerad: 18 maj 2021 kl. 10.00", &[("date", "2021-05-18T10:00:00")]);
        check("PUBLICERAD DEN 18 MAJ 2021", &[("date", "2021-05-18")]);
        check("Publicerad 2021-05-18, uppdaterad 2021-05-20", &[("date", "2021-05-18"), ("modified", "2021-05-20")]);
        check(
            "Published May 18, 2021 | Last updated 20 May 2021",
            &[("date", "2021-05-18"), ("modified", "2021-05-20")],
        );
        check("Pressmeddelande 2021-05-18", &[("date", "2021-05-18")]);
        check("Publicerad:", &[("date", "")]);
        check("Publicerad: i går", &[("date", "NoDate")]);
        check("Publicerad 18 maj", &[("date", "NoYear")]);
        check("Publicerad i Bohusläningen", &[]);
        check("Datumet är bestämt", &[]);
        check("Uppdaterade planer finns", &[]);
    }
}
