use std::ops::Range;

/// Plain text in which words are looked for.
///
/// White space of any kind and length is one space, characters that nobody sees are left out, and all dashes are one.
#[derive(Debug)]
pub(super) struct Search<'a> {
    text: &'a str,
    folded: String,
    /// For each byte of `folded`, where its character begins in `text`.
    positions: Vec<usize>,
    blocks: Vec<Block>,
    ignores_case: bool,
}

/// A paragraph, heading, item or table cell, by its bytes in the folded text.
#[derive(Debug)]
struct Block {
    start: usize,
    end: usize,
    /// The end of the last of the blocks from this one on that all begin with a dash.
    end_of_dashed: usize,
}

/// Maximum number of places to find: two are too many already.
const ENOUGH: usize = 2;

impl<'a> Search<'a> {
    /// Prepares a text for searches. `blocks` are the bytes at which its blocks begin.
    pub(super) fn new(text: &'a str, blocks: &[usize]) -> Self {
        Self::with_case(text, blocks, false)
    }

    /// Prepares a text for searches in which upper and lower case are the same.
    pub(super) fn ignoring_case(text: &'a str, blocks: &[usize]) -> Self {
        Self::with_case(text, blocks, true)
    }

    fn with_case(text: &'a str, blocks: &[usize], ignores_case: bool) -> Self {
        let (folded, positions) = fold(text, ignores_case);
        let starts = blocks.iter().map(|block| positions.partition_point(|position| position < block));
        let starts: Vec<usize> = starts.collect();
        let ends = starts.iter().skip(1).copied().chain([folded.len()]);
        let trimmed = |(start, end): (&usize, usize)| {
            let end = start + folded[*start..end].trim_end().len();
            Block { start: *start, end, end_of_dashed: end }
        };
        let mut blocks: Vec<Block> = starts.iter().zip(ends).map(trimmed).collect();
        let is_dashed = |block: &Block| folded[block.start..block.end].starts_with('-');
        for index in (1..blocks.len()).rev() {
            if is_dashed(&blocks[index - 1]) && is_dashed(&blocks[index]) {
                blocks[index - 1].end_of_dashed = blocks[index].end_of_dashed;
            }
        }
        Self { text, folded, positions, blocks, ignores_case }
    }

    /// Returns the first places in which the words stand, by their bytes in the text. They begin and end at the borders of
    /// words.
    pub(super) fn find(&self, words: &str) -> Vec<Range<usize>> {
        let found = self.whole(words);
        let within = |end_of: fn(&Block) -> usize| -> Vec<Range<usize>> {
            let places =
                found.iter().filter(|place| self.block(place.start).is_some_and(|block| place.end <= end_of(block)));
            places.take(ENOUGH).map(|place| self.in_text(place)).collect()
        };
        let in_paragraph = within(|block| block.end);
        if in_paragraph.is_empty() { within(|block| block.end_of_dashed) } else { in_paragraph }
    }

    /// Returns the first places that begin with some words and end with others.
    ///
    /// A place is within a block; if there is none, it is within blocks that follow each other and begin with a dash.
    pub(super) fn find_between(&self, first: &str, last: &str) -> Vec<Range<usize>> {
        let (first, last) = (self.whole(first), self.whole(last));
        let within = |end_of: fn(&Block) -> usize| -> Vec<Range<usize>> {
            let places = first.iter().flat_map(|begin| {
                let end = self.block(begin.start).map_or(0, end_of);
                let after = &last[last.partition_point(|last| last.start < begin.end)..];
                after.iter().take_while(move |last| last.end <= end).map(|last| begin.start..last.end)
            });
            places.take(ENOUGH).map(|place| self.in_text(&place)).collect()
        };
        let in_paragraph = within(|block| block.end);
        if in_paragraph.is_empty() { within(|block| block.end_of_dashed) } else { in_paragraph }
    }

    /// Returns the first place in which the words stand, though perhaps within other words, and whole words around it.
    pub(super) fn find_anywhere(&self, words: &str) -> Option<(Range<usize>, Range<usize>)> {
        let place = self.all(words).next()?;
        let before = |at: usize| self.folded[..at].char_indices().next_back().map(|(before, _)| before);
        let after = |at: usize| self.folded[at..].chars().next().map(|c| at + c.len_utf8());
        let (mut start, mut end) = (place.start, place.end);
        while let Some(at) = before(start).filter(|_| self.splits_word(start)) {
            start = at;
        }
        while let Some(at) = after(end).filter(|_| self.splits_word(end)) {
            end = at;
        }
        Some((self.in_text(&place), self.in_text(&(start..end))))
    }

    fn whole(&self, words: &str) -> Vec<Range<usize>> {
        self.all(words).filter(|place| !self.splits_word(place.start) && !self.splits_word(place.end)).collect()
    }

    /// Returns each place of the words in the folded text.
    fn all(&self, words: &str) -> impl Iterator<Item = Range<usize>> + '_ {
        let (words, _) = fold(words, self.ignores_case);
        let words = words.trim().to_owned();
        let mut start = 0;
        std::iter::from_fn(move || {
            if words.is_empty() {
                return None;
            }
            let at = start + self.folded.get(start..)?.find(&words)?;
            start = at + self.folded[at..].chars().next().map_or(1, char::len_utf8);
            Some(at..at + words.len())
        })
    }

    fn block(&self, at: usize) -> Option<&Block> {
        let after = self.blocks.partition_point(|block| block.start <= at);
        self.blocks.get(after.checked_sub(1)?)
    }

    /// Returns whether a word goes on at a place in the folded text.
    fn splits_word(&self, at: usize) -> bool {
        let mut before = self.folded[..at].chars().rev();
        let mut after = self.folded[at..].chars();
        let (Some(last), Some(first)) = (before.next(), after.next()) else { return false };
        if is_letter(last) && is_letter(first) {
            return true;
        }
        let joins = |joint: char, left: Option<char>, right: Option<char>| {
            let (Some(left), Some(right)) = (left, right) else { return false };
            is_joint(joint, left, right)
        };
        let original = |at: usize| self.text[self.positions[at]..].chars().next().unwrap_or(' ');
        joins(original(at), Some(last), after.next())
            || joins(original(at - last.len_utf8()), before.next(), Some(first))
    }

    fn in_text(&self, place: &Range<usize>) -> Range<usize> {
        let last = self.positions[place.end - 1];
        let len = self.text[last..].chars().next().map_or(0, char::len_utf8);
        self.positions[place.start]..last + len
    }
}

fn is_letter(c: char) -> bool {
    // Letters can have accents as characters of their own.
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
}

/// Returns whether a character joins what stands before and after it to one word: `e-post`, `EU:s`, `3,5`.
fn is_joint(joint: char, left: char, right: char) -> bool {
    let letters = is_letter(left) && is_letter(right);
    match joint {
        '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '_' => letters,
        ':' => letters && !right.is_uppercase(),
        '.' | ',' => left.is_numeric() && right.is_numeric(),
        _ => false,
    }
}

/// Returns text as it is searched, with the place of each byte's character.
fn fold(text: &str, ignores_case: bool) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut positions = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let c = match c {
            c if is_invisible(c) => continue,
            c if c.is_whitespace() => ' ',
            '\u{2010}'..='\u{2015}' | '−' => '-',
            c if ignores_case => c.to_lowercase().next().unwrap_or(c),
            c => c,
        };
        if c == ' ' && folded.ends_with(' ') {
            continue;
        }
        folded.push(c);
        positions.resize(folded.len(), at);
    }
    (folded, positions)
}

/// Returns whether a character is there for the layout alone: soft hyphens, zero-width spaces and joiners, and marks of
/// direction.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}
