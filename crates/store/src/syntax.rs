use crate::{
    bare_word::bare_words,
    error::{QueryError, SyntaxFault, SyntaxRule},
    keywords::{begins_update, is_keyword, nearest_keyword},
};
use anslag_vocab::{ALL, OF_THE_CATALOGUE};

/// Maximum number of expected tokens in a message.
const MAX_EXPECTED: usize = 8;

/// Words by which the SPARQL parser names the rule that a query breaks. It has no other means to tell rules apart.
const RULES: [(&str, SyntaxRule); 6] = [
    ("The SELECT contains a variable that is unbound", SyntaxRule::NotGrouped),
    ("The SELECT contains an expression with a variable that is unbound", SyntaxRule::NotGrouped),
    ("SELECT * is not authorized with GROUP BY", SyntaxRule::GroupedStar),
    ("The SELECT overrides an existing variable using an expression", SyntaxRule::NameInUse),
    ("Duplicated variable name in SELECT", SyntaxRule::Duplicate),
    ("only available in SPARQL 1.2", SyntaxRule::LaterVersion),
];

/// Finds out what is wrong with a query: from its words, or else from the message of the SPARQL parser, which names a
/// position and the tokens that it expects.
pub(crate) fn syntax_error(query: &str, message: &str) -> QueryError {
    if let Some((offset, fault)) = fault_of_words(query) {
        return QueryError::Syntax { place: Some(line_and_column(query, offset)), fault };
    }
    if let Some((_, rule)) = RULES.iter().find(|(words, _)| message.contains(words)) {
        let select = bare_words(query).into_iter().find(|word| word.word.eq_ignore_ascii_case("SELECT"));
        let place = select.map(|select| line_and_column(query, select.offset));
        return QueryError::Syntax { place, fault: SyntaxFault::Rule { rule: *rule } };
    }
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
        let is_at_end = offset >= query.trim_end().chars().count();
        // Of keywords alone, the parser names only the longest one, and not all that may stand there.
        let tokens = if longest.is_some() { &[] } else { tokens.as_slice() };
        Some((line_and_column(query, offset), expectation(tokens, is_at_end)))
    };
    match parse() {
        Some((place, fault)) => QueryError::Syntax { place: Some(place), fault },
        None => QueryError::Syntax { place: None, fault: SyntaxFault::Unexpected },
    }
}

/// Returns what is wrong with the words of a query, and where.
fn fault_of_words(query: &str) -> Option<(usize, SyntaxFault)> {
    let words = bare_words(query);
    let mut declared: Vec<&str> = ALL.iter().chain(&OF_THE_CATALOGUE).map(|vocabulary| vocabulary.prefix).collect();
    let mut begins = None;
    let mut is_declaration = false;
    for word in &words {
        match (word.is_prefix, is_declaration) {
            (true, true) => declared.push(word.word),
            (true, false) if !declared.contains(&word.word) => {
                let prefix = word.word.to_owned();
                let near = |known: &&&str| strsim::damerau_levenshtein(known, word.word) <= 1 + known.len() / 4;
                let nearest =
                    declared.iter().filter(near).min_by_key(|known| strsim::damerau_levenshtein(known, word.word));
                return Some((
                    word.offset,
                    SyntaxFault::UnknownPrefix { prefix, meant: nearest.map(|&known| known.to_owned()) },
                ));
            }
            (true, false) => {}
            (false, _) => {
                let is_prologue = ["PREFIX", "BASE"].iter().any(|keyword| keyword.eq_ignore_ascii_case(word.word));
                if begins.is_none() && !is_prologue {
                    begins = Some(word.word);
                    if begins_update(word.word) {
                        return Some((word.offset, SyntaxFault::Update { keyword: word.word.to_uppercase() }));
                    }
                }
            }
        }
        is_declaration = !word.is_prefix && word.word.eq_ignore_ascii_case("PREFIX");
        if !word.is_prefix
            && !is_keyword(word.word)
            && let Some(meant) = nearest_keyword(word.word)
        {
            return Some((word.offset, SyntaxFault::Keyword { word: word.word.to_owned(), meant }));
        }
    }
    None
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
fn expectation(tokens: &[&str], is_at_end: bool) -> SyntaxFault {
    let mut named: Vec<String> = tokens
        .iter()
        .filter(|token| !token.starts_with('[') && !token.contains(' '))
        .map(|token| format!("`{}`", token.trim_matches('"')))
        .collect();
    let is_cut = named.len() > MAX_EXPECTED;
    named.truncate(MAX_EXPECTED);
    match (named.is_empty(), is_at_end) {
        (true, true) => SyntaxFault::End,
        (true, false) => SyntaxFault::Unexpected,
        (false, true) => SyntaxFault::EndBefore { tokens: named.join(", "), more: if is_cut { ", …" } else { "" } },
        (false, false) => SyntaxFault::Expected { tokens: named.join(", "), more: if is_cut { ", …" } else { "" } },
    }
}

/// Returns the line and the column of a character, from 1.
///
/// Positions in the white space at the end, or beyond it, count as the end of the text.
pub(crate) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let end = text.trim_end().chars().count();
    let before: String = text.chars().take(offset.min(end)).collect();
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}
