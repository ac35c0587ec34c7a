use std::ops::Range;

/// Longest word that can be part of a date, in bytes.
const LONGEST_WORD: usize = 24;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    Word,
    /// White space with at most one line break.
    Space,
    Mark,
}

/// Part of a text: digits, letters, white space, or one other character.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    kind: Kind,
    text: &'a str,
    start: usize,
}

/// Splits a text into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        let class = |c: char| match c {
            c if c.is_ascii_digit() => Kind::Number,
            c if c.is_alphabetic() => Kind::Word,
            c if c.is_whitespace() => Kind::Space,
            _ => Kind::Mark,
        };
        let kind = class(first);
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = characters.next_if(|(_, c)| kind != Kind::Mark && class(*c) == kind) {
            end = at + c.len_utf8();
        }
        let text = &text[start..end];
        let is_break = kind == Kind::Space && text.matches('\n').count() > 1;
        tokens.push(Token { kind: if is_break { Kind::Mark } else { kind }, text, start });
    }
    tokens
}

/// Position in the tokens of a text.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    tokens: &'t [Token<'t>],
    at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(tokens: &'t [Token<'t>]) -> Self {
        Self { tokens, at: 0 }
    }

    /// Moves on by one token; returns `false` at the end.
    pub(super) fn advance(&mut self) -> bool {
        self.at += 1;
        self.at < self.tokens.len()
    }

    /// Returns whether no token is left.
    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Returns the bytes between an earlier position and this one, without white space around them.
    pub(super) fn range_from(&self, earlier: Self) -> Range<usize> {
        let used = self.tokens.get(earlier.at..self.at).unwrap_or_default();
        let mut used = used.iter().filter(|token| token.kind != Kind::Space);
        let first = used.next();
        let last = used.next_back().or(first);
        let start = first.map_or(0, |token| token.start);
        start..last.map_or(start, |token| token.start + token.text.len())
    }

    /// Parses something, or stays where it is.
    pub(super) fn attempt<T>(&mut self, parse: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let parsed = parse(&mut ahead)?;
        *self = ahead;
        Some(parsed)
    }

    /// Takes digits.
    pub(super) fn number(&mut self) -> Option<&'t str> {
        self.take(Kind::Number)
    }

    /// Takes digits if there are exactly as many.
    pub(super) fn digits(&mut self, count: usize) -> Option<&'t str> {
        self.attempt(|ahead| ahead.number().filter(|digits| digits.len() == count))
    }

    /// Takes a word, in lower case.
    pub(super) fn word(&mut self) -> Option<String> {
        self.attempt(|ahead| ahead.take(Kind::Word).filter(|word| word.len() <= LONGEST_WORD).map(str::to_lowercase))
    }

    /// Takes a word of capitals.
    pub(super) fn capitals(&mut self) -> Option<&'t str> {
        self.take(Kind::Word).filter(|word| word.chars().all(char::is_uppercase))
    }

    /// Takes one of some words.
    pub(super) fn one_of(&mut self, words: &[&str]) -> Option<()> {
        self.attempt(|ahead| ahead.word().filter(|word| words.contains(&word.as_str())).map(drop))
    }

    /// Takes one of some characters.
    pub(super) fn mark(&mut self, marks: &[char]) -> Option<char> {
        self.attempt(|ahead| ahead.take(Kind::Mark)?.chars().next().filter(|mark| marks.contains(mark)))
    }

    /// Takes white space.
    pub(super) fn space(&mut self) -> Option<()> {
        self.take(Kind::Space).map(drop)
    }

    /// Takes white space if there is any.
    pub(super) fn skip_space(&mut self) {
        let _ = self.space();
    }

    /// Returns whether a number can begin here: not in a word, a longer number, a path or a decimal.
    pub(super) fn begins_number(&self) -> bool {
        let before = |back: usize| self.at.checked_sub(back).and_then(|at| self.tokens.get(at));
        let is_number = |token: Option<&Token<'_>>| token.is_some_and(|token| token.kind == Kind::Number);
        match before(1) {
            None => true,
            Some(token) => match token.kind {
                Kind::Space => true,
                Kind::Word | Kind::Number => false,
                Kind::Mark => match token.text {
                    "/" | "_" | "=" | "%" | "§" | "\\" | "#" | "@" | "+" => false,
                    "-" | "." | "," | ":" => !is_number(before(2)) && !is_word(before(2)),
                    _ => true,
                },
            },
        }
    }

    /// Returns whether a number can end here: before white space, the end of the text, or a mark that ends a clause.
    pub(super) fn ends_number(&self) -> bool {
        let next = self.tokens.get(self.at);
        let after = self.tokens.get(self.at + 1);
        match next {
            None => true,
            Some(token) => match token.kind {
                Kind::Space => true,
                Kind::Word | Kind::Number => false,
                Kind::Mark => match token.text {
                    "-" | "/" | "." | "," | ":" => {
                        !after.is_some_and(|after| matches!(after.kind, Kind::Number | Kind::Word))
                    }
                    "_" | "=" | "%" | "\\" | "@" => false,
                    _ => true,
                },
            },
        }
    }

    fn take(&mut self, kind: Kind) -> Option<&'t str> {
        let token = self.tokens.get(self.at).filter(|token| token.kind == kind)?;
        self.at += 1;
        Some(token.text)
    }
}

fn is_word(token: Option<&Token<'_>>) -> bool {
    token.is_some_and(|token| token.kind == Kind::Word)
}
