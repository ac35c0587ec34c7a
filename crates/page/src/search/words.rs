use std::{collections::BTreeMap, iter};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Number of characters of a word that count.
const LONGEST: usize = 40;

/// Letters of their own in Swedish, which are not taken for letters with a mark.
const OWN_LETTERS: [char; 3] = ['å', 'ä', 'ö'];

/// Returns the words of a text as people search for them: in lower case, and without marks on letters other than å, ä and ö.
///
/// The script of the search page does the same, and a table of cases is run through both.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = text.nfkc().collect::<String>().to_lowercase();
    let folded: String = lower.chars().flat_map(fold).nfc().collect();
    let is_part = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    let words = folded.split(|letter| !is_part(letter)).filter(|word| !word.is_empty());
    words.map(|word| word.chars().take(LONGEST).collect()).collect()
}

/// Adds the words of a text, each with whether it is in a title or a topic.
pub(super) fn add_words(text: &str, is_title: bool, into: &mut BTreeMap<String, bool>) {
    for word in words(text) {
        *into.entry(word).or_default() |= is_title;
    }
}

fn fold(letter: char) -> Box<dyn Iterator<Item = char>> {
    if letter.is_ascii() || OWN_LETTERS.contains(&letter) {
        Box::new(iter::once(letter))
    } else {
        Box::new(iter::once(letter).nfd().filter(|part| !matches!(part, '\u{300}'..='\u{36f}')))
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_those_of_the_table() {
        let cases = include_str!("words.tsv").lines().filter_map(|line| line.split_once('\t'));
        let mut count = 0;
        for (text, expected) in cases {
            assert_eq!(words(text).join(" "), expected, "{text}");
            count += 1;
        }
        assert!(count > 15);
        assert_eq!(words(&"ö".repeat(50)), ["ö".repeat(40)]);
    }
}
