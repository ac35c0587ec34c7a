use crate::error::QueryError;

/// Maximum number of expected tokens in a message.
const MAX_EXPECTED: usize = 8;

/// Reads the position and the expected tokens from a message of the SPARQL parser.
pub(crate) fn syntax_error(query: &str, message: &str) -> QueryError {
    let parse = || {
        let (position, expected) = message.strip_prefix("error at ")?.split_once(": ")?;
        let (line, column) = position.split_once(':')?;
        let (line, column) = (line.parse::<usize>().ok()?, column.parse::<usize>().ok()?);
        let tokens = expected.trim_start_matches("expected ").trim_start_matches("one of ");
        let tokens: Vec<&str> = tokens.split(", ").collect();
        let before = query.split_inclusive('\n').take(line.checked_sub(1)?).map(|line| line.chars().count());
        let offset = before.sum::<usize>() + column.checked_sub(1)?;
        let is_keyword = |token: &&str| token.bytes().all(|byte| byte.is_ascii_uppercase());
        let longest = tokens.iter().map(|token| token.len()).max().filter(|_| tokens.iter().all(is_keyword));
        let offset = longest.map_or(offset, |length| keyword_offset(query, offset, length));
        Some((line_and_column(query, offset), expectation(&tokens)))
    };
    match parse() {
        Some((place, expected)) => QueryError::Syntax { place: Some(place), expected },
        None => QueryError::Syntax { place: None, expected: message.to_owned() },
    }
}

/// Returns the position of a missing keyword, in characters.
///
/// The parser reads as many characters as the longest keyword has and reports the position after them. If a word begins
/// these characters, it should have been the keyword; otherwise the last word among them is the best guess.
fn keyword_offset(query: &str, offset: usize, longest: usize) -> usize {
    let characters: Vec<char> = query.trim_end().chars().collect();
    let start = offset.saturating_sub(longest);
    let word = characters.iter().skip(start).take_while(|character| character.is_ascii_alphabetic()).count();
    if word > 0 && characters.get(start + word) != Some(&':') {
        return start;
    }
    let last = offset.min(characters.len()).saturating_sub(1);
    let follows_space =
        |position: &usize| characters.get(position - 1).is_none_or(|character| character.is_whitespace());
    (start + 1..=last).rev().find(follows_space).unwrap_or(start)
}

/// Words the expected tokens, without the parser's character classes.
fn expectation(tokens: &[&str]) -> String {
    const UNKNOWN_PREFIX: &str = "Prefix not found";
    if tokens.contains(&UNKNOWN_PREFIX) {
        return UNKNOWN_PREFIX.to_lowercase();
    }
    let mut named: Vec<&str> = tokens.iter().copied().filter(|token| !token.starts_with('[')).collect();
    let more = if named.len() > MAX_EXPECTED { ", …" } else { "" };
    named.truncate(MAX_EXPECTED);
    match named.as_slice() {
        [] => "unexpected text".to_owned(),
        [one] => format!("expected {one}"),
        several => format!("expected one of {}{more}", several.join(", ")),
    }
}

/// Returns the line and the column of a character, from 1.
///
/// Positions in the white space at the end, or beyond it, count as the end of the text.
fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let end = text.trim_end().chars().count();
    let before: String = text.chars().take(offset.min(end)).collect();
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}
