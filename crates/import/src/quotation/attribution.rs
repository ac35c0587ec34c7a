use super::speaker::{Speaker, role_of_one, role_of_several};
use crate::Doubt;

/// Verbs between a quote and its speaker.
const VERBS: [&str; 42] = [
    "säger",
    "sade",
    "sa",
    "berättar",
    "menar",
    "förklarar",
    "konstaterar",
    "understryker",
    "tycker",
    "kommenterar",
    "fortsätter",
    "tror",
    "uppger",
    "skriver",
    "hälsar",
    "påpekar",
    "betonar",
    "tillägger",
    "avslutar",
    "poängterar",
    "lovar",
    "undrar",
    "says",
    "said",
    "explains",
    "explained",
    "comments",
    "commented",
    "adds",
    "added",
    "notes",
    "noted",
    "continues",
    "writes",
    "concludes",
    "ütleb",
    "ütles",
    "selgitab",
    "rõhutab",
    "saka",
    "sacīja",
    "uzsver",
];

/// Words between people.
const AND: [&str; 5] = ["och", "and", "ja", "un", "samt"];

/// Words in names of people without a capital letter.
const PARTICLES: [&str; 9] = ["af", "av", "von", "van", "de", "der", "den", "da", "la"];

/// Words that stand for people who were named before.
const PRONOUNS: [&str; 12] = ["hon", "han", "hen", "de", "she", "he", "they", "ta", "nad", "viņa", "viņš", "viņi"];

/// Words that begin a clause and no role.
const CLAUSES: [&str; 18] = [
    "och", "men", "att", "när", "efter", "om", "så", "som", "då", "medan", "and", "but", "when", "after", "while",
    "who", "because", "adding",
];

/// Words that end a role.
const ROLE_ENDS: [&str; 8] =
    [" som ", " vilka ", " vilken ", " who ", " which ", " när ", " efter ", " med anledning "];

/// Longest role, in characters.
const LONGEST_ROLE: usize = 100;

/// Most people who say one quote.
const MOST_SPEAKERS: usize = 6;

/// Speakers of a quote, and the end of the words that tell them.
pub(super) struct Attribution {
    pub(super) said: Said,
    pub(super) end: usize,
}

pub(super) enum Said {
    By(Vec<Speaker>, Option<Doubt>),
    /// By people who are named elsewhere: `säger hon`.
    BySomebody,
}

/// Returns the places where an attribution can begin in a quote without marks: verbs after a comma or the end of a sentence.
pub(super) fn verbs(text: &str) -> impl Iterator<Item = usize> {
    let mut last = None;
    words(text).filter_map(move |(at, word)| {
        let before = last.replace(word);
        let is_after_mark = before.is_some_and(|before: &str| before.ends_with([',', '!', '?', '…', '.', '”', '"']));
        (is_after_mark && is_verb(word)).then_some(at)
    })
}

/// Reads the attribution that a text begins with: `, säger Anna Ek, rektor.` and ` Anna Ek said.`
pub(super) fn attribution(text: &str, known: &[Speaker]) -> Option<Attribution> {
    let mut reader = Reader { text, at: 0, known };
    reader.skip_marks();
    let has_verb = reader.verb();
    if has_verb && reader.one_of(&PRONOUNS) {
        return Some(Attribution { said: Said::BySomebody, end: reader.at });
    }
    let mut speakers = Vec::new();
    let mut doubt = None;
    loop {
        let title = if has_verb { reader.title() } else { None };
        let names = reader.names();
        if names.is_empty() {
            break;
        }
        if !has_verb && !reader.verb() {
            return None;
        }
        let role = title.or_else(|| if has_verb { reader.role() } else { None });
        let several = names.len() > 1;
        let (role, unit) = match role {
            None => (None, None),
            Some(role) if !several => role_of_one(&role),
            Some(role) => role_of_several(&role).unwrap_or_else(|| {
                doubt = Some(Doubt::Role { role });
                (None, None)
            }),
        };
        speakers.extend(names.into_iter().map(|name| match reader.known_by(&name) {
            Some(known) if role.is_none() => known.clone(),
            _ => Speaker { name, role: role.clone(), unit: unit.clone() },
        }));
        // "…, rektor, och Bo Alm, lärare"
        if !has_verb || speakers.len() >= MOST_SPEAKERS || !reader.and_another() {
            break;
        }
    }
    (!speakers.is_empty()).then_some(Attribution { said: Said::By(speakers, doubt), end: reader.at })
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    known: &'a [Speaker],
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Takes the marks between a quote and its attribution.
    fn skip_marks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([',', ' ', '\u{a0}', '–', '-']).len();
    }

    /// Returns the next word without the marks after it, and its end.
    fn word(&self) -> Option<(&'a str, usize)> {
        let rest = self.rest();
        let start = rest.len() - rest.trim_start().len();
        let word = rest[start..].split(char::is_whitespace).next().filter(|word| !word.is_empty())?;
        let bare = word.trim_end_matches([',', '.', ':', ';', '!', '?', ')', '”', '"']);
        Some((bare, self.at + start + bare.len()))
    }

    fn verb(&mut self) -> bool {
        let Some((_, end)) = self.word().filter(|(word, _)| is_verb(word)) else { return false };
        self.at = end;
        true
    }

    fn one_of(&mut self, words: &[&str]) -> bool {
        let Some((_, end)) = self.word().filter(|(word, _)| words.contains(&word.to_lowercase().as_str())) else {
            return false;
        };
        self.at = end;
        true
    }

    /// Takes a title before a name: `kommunalrådet Anna Ek`.
    fn title(&mut self) -> Option<String> {
        let start = self.at;
        for _ in 0..3 {
            let (word, end) = self.word()?;
            let is_lower = word.chars().all(|c| c.is_lowercase() || c == '-') && !word.is_empty();
            if !is_lower || is_function_word(word) || self.text[end..].starts_with([',', '.', ':']) {
                break;
            }
            self.at = end;
        }
        let title = self.text[start..self.at].trim();
        let mut ahead = Reader { ..*self };
        if title.is_empty() || ahead.name().is_none_or(|name| !name.contains(' ')) {
            self.at = start;
            return None;
        }
        Some(title.to_owned())
    }

    /// Takes names with words such as `och` between them.
    fn names(&mut self) -> Vec<String> {
        let mut names = Vec::new();
        while names.len() < MOST_SPEAKERS {
            let start = self.at;
            if !names.is_empty() && !self.one_of(&AND) {
                break;
            }
            match self.name() {
                Some(name) if name.contains(' ') || self.known_by(&name).is_some() => names.push(name),
                _ => {
                    self.at = start;
                    break;
                }
            }
        }
        names
    }

    /// Takes words that begin with a capital letter.
    fn name(&mut self) -> Option<String> {
        let start = self.at;
        let mut end = None;
        for position in 0..6 {
            let Some((word, after)) = self.word() else { break };
            let is_particle = position > 0 && PARTICLES.contains(&word);
            let is_name = word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\'' | '.'));
            if !is_name && !is_particle {
                break;
            }
            self.at = after;
            if is_name {
                end = Some(after);
            }
            if !self.rest().starts_with([' ', '\u{a0}']) {
                break;
            }
        }
        self.at = end.unwrap_or(start);
        end.map(|end| self.text[start..end].split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Takes the role after a name.
    fn role(&mut self) -> Option<String> {
        let rest = self.rest().strip_prefix(',')?;
        let text = rest.trim_start();
        let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        if CLAUSES.contains(&first.as_str()) || is_verb(&first) || text.starts_with(['”', '“', '"', '»', '«']) {
            return None;
        }
        let stop =
            ends_of_clause(text).min(ROLE_ENDS.iter().filter_map(|word| text.find(word)).min().unwrap_or(text.len()));
        let stop = another_after_and(text).map_or(stop, |another| stop.min(another));
        let role = text[..stop].trim();
        self.at += 1 + (rest.len() - text.len()) + stop;
        // The words that tell more of the person are part of the attribution, up to the end of the sentence.
        let more = self.rest();
        if ROLE_ENDS.iter().any(|word| more.starts_with(word)) {
            self.at += end_of_sentence(more);
        }
        (!role.is_empty() && role.chars().count() <= LONGEST_ROLE).then(|| role.to_owned())
    }

    /// Takes the words between a role and another name.
    fn and_another(&mut self) -> bool {
        let mut ahead = Reader { ..*self };
        ahead.skip_marks();
        if !ahead.one_of(&AND) {
            return false;
        }
        let after = ahead.at;
        let _ = ahead.title();
        let is_name = ahead.name().is_some_and(|name| name.contains(' '));
        if is_name {
            self.at = after;
        }
        is_name
    }

    /// Returns the one known speaker whose first or last name a word is.
    fn known_by(&self, name: &str) -> Option<&'a Speaker> {
        let is_called = |speaker: &&Speaker| speaker.name == name || speaker.name.split(' ').any(|part| part == name);
        let mut called = self.known.iter().filter(is_called);
        let first = called.next()?;
        called.all(|other| other.name == first.name).then_some(first)
    }
}

fn is_verb(word: &str) -> bool {
    VERBS.contains(&word)
}

fn is_function_word(word: &str) -> bool {
    CLAUSES.contains(&word) || PRONOUNS.contains(&word) || AND.contains(&word) || is_verb(word) || word == "till"
}

/// Returns the words of a text, with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let places = text.split_inclusive(char::is_whitespace).scan(0, |at, part| {
        let start = *at;
        *at += part.len();
        Some((start, part.trim_end()))
    });
    places.filter(|(_, word)| !word.is_empty())
}

/// Returns the place of the first comma or end of a sentence.
fn ends_of_clause(text: &str) -> usize {
    let mark = text.find([',', ';', ':', '!', '?', '”', '“', '"', '\n']).unwrap_or(text.len());
    mark.min(end_of_sentence(text))
}

/// Returns the place of the first point that ends a sentence: at the end, or before a capital letter, a dash or a quote.
fn end_of_sentence(text: &str) -> usize {
    let is_end = |at: &usize| {
        let after = &text[at + 1..];
        let next = after.trim_start();
        next.is_empty() || next.len() < after.len() && !next.starts_with(char::is_lowercase)
    };
    text.match_indices('.').map(|(at, _)| at).find(is_end).unwrap_or(text.len())
}

/// Returns the place of the word before another person in a role: `rektor och Bo Alm, lärare`.
fn another_after_and(text: &str) -> Option<usize> {
    words(text).find_map(|(at, word)| {
        let mut ahead = Reader { text, at: at + word.len(), known: &[] };
        (AND.contains(&word) && ahead.name().is_some_and(|name| name.contains(' '))).then_some(at)
    })
}
