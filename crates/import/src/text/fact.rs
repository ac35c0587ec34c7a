//! Facts that sentences state in plain words.

use crate::{
    date::{DatePoint, find_dates},
    draft::{Draft, comment},
};
use toml_edit::{Array, InlineTable, Table, Value, value};

/// Words of sentences about funding.
const FUNDING: [&str; 3] = ["finansier", "funded", "financed"];

/// Words for a share in per cent.
const PERCENT: [&str; 4] = ["procent", "%", "per cent", "percent"];

/// Words before whoever pays.
const BY: [&str; 2] = [" av ", " by "];

/// Words before a duration.
const LASTING: [&str; 9] = [
    "sträcker sig över ",
    "pågår i ",
    "pågår under ",
    "löper över ",
    "löper under ",
    "löper på ",
    "lasts for ",
    "runs for ",
    "runs over ",
];

/// Numbers in words.
const NUMBERS: [(&[&str], u8); 10] = [
    (&["ett", "en", "one", "a", "an"], 1),
    (&["två", "two"], 2),
    (&["tre", "three"], 3),
    (&["fyra", "four"], 4),
    (&["fem", "five"], 5),
    (&["sex", "six"], 6),
    (&["sju", "seven"], 7),
    (&["åtta", "eight"], 8),
    (&["nio", "nine"], 9),
    (&["tio", "ten"], 10),
];

/// Units of time, as ISO 8601 writes them.
const UNITS: [(&[&str], char); 4] = [
    (&["år", "års", "year", "years"], 'Y'),
    (&["månad", "månader", "månaders", "month", "months"], 'M'),
    (&["vecka", "veckor", "veckors", "week", "weeks"], 'W'),
    (&["dag", "dagar", "dagars", "day", "days"], 'D'),
];

/// Events that a sentence can announce, with what stands before them.
const EVENTS: [&str; 10] = [
    "ett studiebesök",
    "en invigning",
    "ett öppet hus",
    "ett informationsmöte",
    "ett samrådsmöte",
    "a study visit",
    "an inauguration",
    "an open house",
    "an information meeting",
    "a consultation meeting",
];

/// Words of a sentence about what is not certain to take place.
const PLANNED: [&str; 6] = ["ambition", "planer", "avsikt", "hoppas", "plan to", "planned"];

/// Words before a condition.
const CONDITIONS: [&str; 4] = ["givet att ", "förutsatt att ", "under förutsättning att ", "provided that "];

/// Words before places.
const PLACES: [&str; 4] = ["på plats i ", "på besök i ", "on site in ", "to visit "];

/// States what a sentence says, with the sentence as a comment. Returns a key that it may be about, but not certainly.
pub(super) fn state(sentence: &str, draft: &mut Draft) -> Option<&'static str> {
    let lower = lower_case(sentence);
    if let Some(name) = programme(sentence)
        && draft.get("project.programme").is_none()
    {
        draft.quote("project.programme", name, sentence);
    }
    if let Some(duration) = duration(&lower)
        && draft.get("project.duration").is_none()
    {
        draft.quote("project.duration", duration, sentence);
    }
    if FUNDING.iter().any(|word| lower.contains(word)) && PERCENT.iter().any(|word| lower.contains(word)) {
        match funding(sentence, &lower) {
            Some(shares) if draft.get("project.funding").is_none() => draft.quote("project.funding", shares, sentence),
            _ => return Some("project.funding"),
        }
    }
    if let Some(name) = EVENTS.iter().find(|name| has_word(&lower, name)) {
        match event(name, sentence, &lower) {
            Some(event) => draft.push("events", event),
            None => return Some("events"),
        }
    }
    None
}

/// Returns the name after a word such as `utbytesprogrammet`.
fn programme(sentence: &str) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let at = words.iter().position(|word| word.ends_with("programmet") || *word == "programme")?;
    let name = names(&words[at + 1..].join(" "))?;
    name.contains(' ').then_some(name)
}

/// Returns the duration of a project, as ISO 8601 writes it.
fn duration(lower: &str) -> Option<String> {
    if !["projekt", "program", "project"].iter().any(|word| lower.contains(word)) {
        return None;
    }
    let rest = LASTING.iter().find_map(|words| lower.split_once(words))?.1;
    let mut words = rest.split([' ', '-']).map(|word| word.trim_end_matches(['.', ',']));
    let mut count = number(words.next()?)?;
    let mut unit = words.next()?;
    // "en 1 års-period"
    if let Some(own) = number(unit) {
        (count, unit) = (own, words.next()?);
    }
    let (_, letter) = UNITS.iter().find(|(names, _)| names.contains(&unit))?;
    (count > 0).then(|| match letter {
        'W' => format!("P{}D", u16::from(count) * 7),
        letter => format!("P{count}{letter}"),
    })
}

fn number(word: &str) -> Option<u8> {
    let named = NUMBERS.iter().find(|(names, _)| names.contains(&word)).map(|(_, number)| *number);
    named.or_else(|| word.parse().ok())
}

/// Returns the shares of those who pay, if the sentence names each and they are at most everything.
fn funding(sentence: &str, lower: &str) -> Option<Array> {
    let mut shares = Array::new();
    let mut sum = 0.0;
    let mut rest = 0;
    while let Some((at, word)) = PERCENT.iter().filter_map(|word| Some((lower[rest..].find(word)?, word))).min() {
        let (before, after) = (&lower[rest..rest + at], rest + at + word.len());
        let digits = before.trim_end().rsplit(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').next()?;
        let percent: f64 = digits.replace(',', ".").parse().ok()?;
        let clause = sentence[after..].split([',', '.', ';']).next()?;
        let by = BY.iter().filter_map(|word| Some(clause.rfind(word)? + word.len())).max()?;
        let payer = &clause[by..];
        let funder = names(payer.strip_prefix("the ").unwrap_or(payer))?;
        sum += percent;
        let mut share = InlineTable::new();
        share.insert("funder", funder.into());
        #[expect(clippy::cast_possible_truncation, reason = "whole shares of at most 100 per cent")]
        let percent =
            if percent.fract() == 0.0 && percent <= 100.0 { Value::from(percent as i64) } else { Value::from(percent) };
        share.insert("percent", percent);
        let mut share = Value::InlineTable(share);
        share.decor_mut().set_prefix("\n  ");
        shares.push_formatted(share);
        rest = after;
    }
    shares.set_trailing("\n");
    shares.set_trailing_comma(true);
    (!shares.is_empty() && sum <= 100.0).then_some(shares)
}

/// Returns an event that a sentence dates. `name` begins with its article.
fn event(name: &str, sentence: &str, lower: &str) -> Option<Table> {
    let (article, name) = name.split_once(' ')?;
    let dates = find_dates(sentence, None);
    let [found] = &dates[..] else { return None };
    let date = found.date.as_ref().ok().filter(|date| date.doubt.is_none())?;
    // A time without an offset from UTC is none of EDTF.
    let is_clock = |point: DatePoint| matches!(point, DatePoint::Clock(_));
    if is_clock(date.first) || date.last.is_some_and(is_clock) {
        return None;
    }
    let at = PLACES.iter().find_map(|words| Some(lower.find(words)? + words.len()));
    let places = at.and_then(|at| names(&sentence[at..]));
    let between = if article.starts_with('a') { "in" } else { "i" };
    let mut letters = name.chars();
    let title: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let title = match &places {
        Some(places) => format!("{title} {between} {places}"),
        None => title,
    };
    let mut event = Table::new();
    event.insert("name", value(title));
    let mut when = Value::from(date.to_string());
    when.decor_mut().set_suffix(comment(sentence));
    event.insert("when", value(when));
    if let Some(places) = places {
        let places = places.replace(" och ", ", ").replace(" and ", ", ");
        event.insert("places", value(places.split(", ").collect::<Array>()));
    }
    if PLANNED.iter().any(|word| lower.contains(word)) {
        event.insert("status", value("planerad"));
    }
    if let Some(at) = CONDITIONS.iter().find_map(|words| lower.find(words)) {
        event.insert("condition", value(sentence[at..].trim_end_matches(['.', '!'])));
    }
    Some(event)
}

/// Returns the words that a name begins with: `Nordiska rådet`, `Tartu och Daugavpils`.
fn names(text: &str) -> Option<String> {
    const MOST_WORDS: usize = 6;
    let clause = text.split([',', '.', ';', ':', '(', '!', '?']).next()?.trim();
    clause.starts_with(char::is_uppercase).then_some(())?;
    let is_joint = |word: &str| matches!(word, "och" | "and");
    let mut words: Vec<&str> = Vec::new();
    let mut all = clause.split_whitespace().peekable();
    while let Some(word) = all.next() {
        let is_name = word.starts_with(char::is_uppercase);
        let goes_on = is_joint(word) && all.peek().is_some_and(|next| next.starts_with(char::is_uppercase));
        // "Nordiska rådet", "Vänersborgs kommun": the second word of an organisation has no capital letter.
        let is_second = words.len() == 1
            && ["rådet", "kommun", "kommunen", "regionen", "fonden", "unionen", "council"].contains(&word);
        if !is_name && !goes_on && !is_second || words.len() >= MOST_WORDS {
            break;
        }
        words.push(word);
    }
    Some(words.join(" "))
}

/// Returns a text in lower case, in which every letter stands where it stood.
fn lower_case(text: &str) -> String {
    let lower = |c: char| {
        let mut letters = c.to_lowercase();
        letters.next().filter(|lower| letters.next().is_none() && lower.len_utf8() == c.len_utf8()).unwrap_or(c)
    };
    text.chars().map(lower).collect()
}

/// Returns whether a text has words, and not only the beginnings of others.
fn has_word(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let is_edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        is_edge(text[..at].chars().next_back()) && is_edge(text[at + words.len()..].chars().next())
    })
}

/// Splits a paragraph into sentences.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_end = |at: &usize| {
            let after = &rest[at + 1..];
            let next = after.trim_start();
            next.len() < after.len() && next.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric())
        };
        let end = rest.match_indices(['.', '!', '?']).map(|(at, _)| at).find(is_end).map_or(rest.len(), |at| at + 1);
        let (sentence, after) = rest.split_at(end);
        rest = after.trim_start();
        Some(sentence.trim()).filter(|sentence| !sentence.is_empty())
    })
}
