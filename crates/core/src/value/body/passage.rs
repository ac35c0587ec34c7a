use crate::value::body::{
    passage_error::{PassageChoice, PassageError},
    search::Search,
};
use std::{cell::OnceCell, ops::Range};

/// The longest words that an error repeats, in characters.
const LONGEST_SHOWN: usize = 60;

/// The most words at each end that tell two places apart.
const MOST_WORDS: usize = 20;

/// Sign for the words that are left out between the first and the last ones.
const ELLIPSES: [&str; 2] = ["…", "..."];

/// The most ellipses of a pattern at which it is divided into first and last words.
const MOST_ELLIPSES: usize = 10;

/// Searches for passages of a body. One search prepares the text for all that follow.
#[derive(Debug)]
pub struct Passages<'b> {
    text: &'b str,
    blocks: &'b [usize],
    search: OnceCell<Search<'b>>,
    ignoring_case: OnceCell<Search<'b>>,
}

impl<'b> Passages<'b> {
    pub(super) const fn new(text: &'b str, blocks: &'b [usize]) -> Self {
        Self { text, blocks, search: OnceCell::new(), ignoring_case: OnceCell::new() }
    }

    /// Finds the one passage that a pattern fits: `first words … last words`, or all the words.
    ///
    /// A passage begins and ends at borders of words. It is within one paragraph, or within paragraphs that follow each
    /// other and all begin with a dash. White space, characters that nobody sees and the kinds of dashes make no
    /// difference. Two places are an error.
    pub fn find(&self, pattern: &str) -> Result<&'b str, PassageError> {
        let pattern = pattern.trim();
        let search = self.search();
        match matches(search, pattern).as_slice() {
            [place] => Ok(&self.text[place.clone()]),
            [first, second, ..] => Err(PassageError::Ambiguous {
                places: Box::new([first, second].map(|place| in_context(self.text, place))),
                choices: Box::new([first, second].map(|place| choice(search, self.text, place))),
            }),
            [] => Err(self.reason(pattern)),
        }
    }

    /// Finds a passage that consists of the words, by the rules of [`find`](Self::find) but for the last: it does not matter
    /// how many places have them. One that has them letter by letter comes first.
    #[must_use]
    pub fn find_words(&self, words: &str) -> Option<&'b str> {
        if let Some(place) = find_exactly(self.text, self.blocks, words) {
            return Some(&self.text[place]);
        }
        let places = self.search().find(words);
        let same = places.iter().find(|place| self.text[(*place).clone()] == *words);
        same.or(places.first()).map(|place| &self.text[place.clone()])
    }

    fn search(&self) -> &Search<'b> {
        self.search.get_or_init(|| Search::new(self.text, self.blocks))
    }

    fn ignoring_case(&self) -> &Search<'b> {
        self.ignoring_case.get_or_init(|| Search::ignoring_case(self.text, self.blocks))
    }

    /// Returns why no place fits.
    fn reason(&self, pattern: &str) -> PassageError {
        let is_ellipsis = |end: &str| ELLIPSES.contains(&end);
        if ELLIPSES.iter().any(|ellipsis| pattern.starts_with(ellipsis)) || is_ellipsis(pattern) {
            return PassageError::NoFirstWords;
        }
        if ELLIPSES.iter().any(|ellipsis| pattern.ends_with(ellipsis)) {
            return PassageError::NoLastWords;
        }
        let (first, last) = ends(pattern).next().unwrap_or((pattern, pattern));
        let missing = [first, last].into_iter().find(|words| self.search().find(words).is_empty());
        let Some(words) = missing else {
            return PassageError::Apart { first: shortened(first), last: shortened(last) };
        };
        if let Some((place, whole)) = self.search().find_anywhere(words)
            && place != whole
        {
            return PassageError::InsideWord { words: shortened(words), whole: self.text[whole].to_owned() };
        }
        let similar = self.ignoring_case().find(words).first().map(|place| self.text[place.clone()].to_owned());
        PassageError::NotFound { words: shortened(words), similar }
    }
}

/// Finds words that stand letter by letter within a block, and apart from all others by white space. Most quotes do, and
/// need no search.
fn find_exactly(text: &str, blocks: &[usize], words: &str) -> Option<Range<usize>> {
    let start = text.find(words)?;
    let end = start + words.len();
    let is_edge = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c.is_ascii_punctuation());
    let is_border = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_apart = is_edge(words.chars().next())
        && is_edge(words.chars().next_back())
        && is_border(text[..start].chars().next_back())
        && is_border(text[end..].chars().next());
    let block = |at: usize| blocks.partition_point(|block| *block <= at);
    (is_apart && block(start) == block(end - 1)).then_some(start..end)
}

/// Returns the first places that a pattern fits. An ellipsis is one of the text if the text has all of the pattern.
fn matches(search: &Search<'_>, pattern: &str) -> Vec<Range<usize>> {
    let whole = search.find(pattern);
    if !whole.is_empty() {
        return whole;
    }
    let mut places: Vec<_> = ends(pattern).flat_map(|(first, last)| search.find_between(first, last)).collect();
    places.sort_by_key(|place| (place.start, place.end));
    places.dedup();
    places
}

/// Returns what stands before and after each ellipsis.
fn ends(pattern: &str) -> impl Iterator<Item = (&str, &str)> {
    let at = ELLIPSES.iter().flat_map(|ellipsis| pattern.match_indices(ellipsis));
    let ends = at.map(|(at, ellipsis)| (pattern[..at].trim(), pattern[at + ellipsis.len()..].trim()));
    ends.filter(|(first, last)| !first.is_empty() && !last.is_empty()).take(MOST_ELLIPSES)
}

/// Returns what means a place, and no other place with other words.
fn choice(search: &Search<'_>, text: &str, place: &Range<usize>) -> PassageChoice {
    let words: Vec<&str> = text[place.clone()].split_whitespace().collect();
    let pattern = (1..=MOST_WORDS.min(words.len())).find_map(|count| {
        let pattern = if 2 * count < words.len() {
            format!("{} … {}", words[..count].join(" "), words[words.len() - count..].join(" "))
        } else {
            words.join(" ")
        };
        (matches(search, &pattern) == [place.clone()]).then_some(pattern)
    });
    pattern.map_or_else(|| PassageChoice::Words(text[place.clone()].to_owned()), PassageChoice::Pattern)
}

/// Returns a place in brackets, with some words of the text before and after it.
fn in_context(text: &str, place: &Range<usize>) -> String {
    let (before, after) = (&text[..place.start], &text[place.end..]);
    let start = before.char_indices().rev().take(LONGEST_SHOWN / 2).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(LONGEST_SHOWN / 2).map_or(after.len(), |(at, _)| at);
    let before = match before[start..].split_once(char::is_whitespace) {
        Some((_, words)) if start > 0 => format!("…{words}"),
        _ => before[start..].to_owned(),
    };
    let after = match after[..end].rsplit_once(char::is_whitespace) {
        Some((words, _)) if end < after.len() => format!("{words}…"),
        _ => after[..end].to_owned(),
    };
    format!("{before}[{}]{after}", shortened(&text[place.clone()])).replace('\n', " ")
}

/// Returns words with an ellipsis in place of their middle if they are long.
fn shortened(words: &str) -> String {
    let words = words.replace('\n', " ");
    let count = words.chars().count();
    if count <= LONGEST_SHOWN {
        return words;
    }
    let half = LONGEST_SHOWN / 2;
    let (first, last): (String, String) =
        (words.chars().take(half).collect(), words.chars().skip(count - half).collect());
    format!("{} … {}", first.trim_end(), last.trim_start())
}
