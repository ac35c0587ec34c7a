use super::words::add_words;
use anslag_core::{Announcement, AnnouncementId, LanguageTag};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Number of files of words.
pub const FILES: u16 = 512;

/// Number of announcements in a file of results.
pub const BLOCK: u32 = 16;

/// Number of characters at the beginning of a word that decide on its file. So one file has all words that begin alike.
const PREFIX: usize = 3;

/// Digits of numbers: five bits each, and a sixth that says whether more follow.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// File of words: for each, the numbers of the announcements that have it.
///
/// A line has the word, the numbers, and those of announcements that have it in the title or a topic, if there are any. Numbers
/// are written as the distance from the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordFile {
    words: BTreeMap<String, Numbers>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Numbers {
    all: BTreeSet<u32>,
    titles: BTreeSet<u32>,
}

/// Returns the words of an announcement, each with whether it is in the title or a topic.
#[must_use]
pub fn words_of(announcement: &Announcement) -> BTreeMap<String, bool> {
    let mut words = BTreeMap::new();
    add_words(announcement.title.as_str(), true, &mut words);
    for topic in &announcement.topics {
        for (_, name) in topic.name.iter() {
            add_words(name.as_str(), true, &mut words);
        }
    }
    if let Some(lead) = &announcement.lead {
        add_words(lead.as_str(), false, &mut words);
    }
    add_words(announcement.body.text(), false, &mut words);
    words
}

/// Returns the number of the file that has a word.
#[must_use]
pub fn file_of(word: &str) -> u16 {
    let prefix = word.char_indices().nth(PREFIX).map_or(word, |(end, _)| &word[..end]);
    // FNV-1a, which the script computes too.
    let hash = prefix.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    u16::try_from(hash % u32::from(FILES)).expect("it is less than the number of files")
}

/// Returns the path of a file of words in the published layout.
#[must_use]
pub fn words_path(file: u16) -> String {
    format!("search/words/{file}.txt")
}

/// Returns the path of a file of results in the published layout.
#[must_use]
pub fn entries_path(block: u32) -> String {
    format!("search/entries/{block}.json")
}

/// Returns what a result shows: the id, the title, its language and the day of publication.
#[must_use]
pub fn entry(id: &AnnouncementId, title: &str, language: &LanguageTag, day: Date) -> Value {
    json!([id.as_str(), title, language.as_str(), day.to_string()])
}

impl WordFile {
    /// Reads a file; returns `None` if it is damaged.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = BTreeMap::new();
        for line in text.lines() {
            let mut fields = line.split(' ');
            let (word, all) = (fields.next()?, numbers(fields.next()?)?);
            let titles = fields.next().map_or_else(|| Some(BTreeSet::new()), numbers)?;
            words.insert(word.to_owned(), Numbers { all, titles });
        }
        Some(Self { words })
    }

    /// Adds a word of the announcement with a number.
    pub fn add(&mut self, word: &str, number: u32, is_title: bool) {
        let numbers = match self.words.get_mut(word) {
            Some(numbers) => numbers,
            None => self.words.entry(word.to_owned()).or_default(),
        };
        numbers.all.insert(number);
        if is_title {
            numbers.titles.insert(number);
        }
    }

    /// Keeps the announcements with these numbers only.
    pub fn retain(&mut self, is_kept: impl Fn(u32) -> bool) {
        for numbers in self.words.values_mut() {
            numbers.all.retain(|number| is_kept(*number));
            numbers.titles.retain(|number| is_kept(*number));
        }
        self.words.retain(|_, numbers| !numbers.all.is_empty());
    }

    /// Returns the file as text; empty if it has no word.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for (word, Numbers { all, titles }) in &self.words {
            text.push_str(word);
            for numbers in [all, titles].into_iter().filter(|numbers| !numbers.is_empty()) {
                text.push(' ');
                push_numbers(numbers, &mut text);
            }
            text.push('\n');
        }
        text
    }
}

fn push_numbers(numbers: &BTreeSet<u32>, text: &mut String) {
    let mut next = 0;
    for number in numbers {
        let mut step = number - next;
        next = number + 1;
        loop {
            let (digit, rest) = (step % 32, step / 32);
            let more = if rest > 0 { 32 } else { 0 };
            text.push(char::from(DIGITS[(digit + more) as usize]));
            if rest == 0 {
                break;
            }
            step = rest;
        }
    }
}

fn numbers(digits: &str) -> Option<BTreeSet<u32>> {
    let (mut found, mut next, mut step, mut shift) = (BTreeSet::new(), 0_u32, 0_u32, 0_u32);
    for byte in digits.bytes() {
        let value = u32::try_from(DIGITS.iter().position(|digit| *digit == byte)?).ok()?;
        step = step.checked_add((value % 32).checked_shl(shift)?)?;
        shift += 5;
        if value < 32 {
            let number = next.checked_add(step)?;
            found.insert(number);
            (next, step, shift) = (number.checked_add(1)?, 0, 0);
        }
    }
    (shift == 0).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_comes_back_from_its_text() {
        let mut file = WordFile::default();
        for number in [0, 1, 31, 32, 1000, 70_000, u32::MAX - 1] {
            file.add("kommun", number, number % 2 == 1);
        }
        file.add("året", 7, false);
        let text = file.to_text();
        assert!(text.ends_with("året H\n"), "{text}");
        assert_eq!(WordFile::parse(&text).unwrap(), file);
        file.retain(|number| number != 7 && number != 31);
        assert!(!file.to_text().contains("året"));
        assert_ne!(WordFile::parse(&text).unwrap(), file);
        for damaged in ["kommun", "kommun !", "kommun g", "kommun _______A"] {
            assert_eq!(WordFile::parse(damaged), None, "{damaged}");
        }
    }

    #[test]
    fn words_that_begin_alike_are_in_one_file() {
        assert_eq!(file_of("kommun"), file_of("kom"));
        assert_ne!(file_of("kommun"), file_of("kon"));
    }
}
