//! Tokens of SPARQL, as far as brackets, operators and words need them. Wherever the parser gets to, it sees the same ones.

/// Kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Keyword, name of a function, or the prefix of a name.
    Word {
        /// `true` if a colon follows it, so that it is a prefix.
        is_prefix: bool,
    },
    /// Variable, IRI, literal, or the local part of a name.
    Term,
    /// IRI that the parser takes for an operator and other tokens if an operator may stand there.
    Ambiguous,
    /// Any other character.
    Symbol(char),
}

/// A token of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'q> {
    pub(crate) kind: TokenKind,
    pub(crate) text: &'q str,
    /// First byte in the query.
    pub(crate) start: usize,
    /// Number of open brackets, this one included.
    pub(crate) depth: usize,
    /// `true` if the innermost open bracket before the token is a parenthesis.
    pub(crate) is_in_parentheses: bool,
    /// `true` if a term stands before it, without an operator or a comma between them.
    pub(crate) follows_term: bool,
    /// `true` if it is data of `VALUES`.
    pub(crate) is_data: bool,
}

/// Position in a `VALUES` (SPARQL 1.1, section 10.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Values {
    Outside,
    Variables,
    Rows,
}

/// Splits a query into tokens. It ends at what the parser cannot pass, such as a literal without its end.
#[derive(Debug)]
pub(crate) struct Tokens<'q> {
    query: &'q str,
    at: usize,
    brackets: Vec<char>,
    follows_term: bool,
    values: Values,
}

impl<'q> Tokens<'q> {
    pub(crate) const fn of(query: &'q str) -> Self {
        Self { query, at: 0, brackets: Vec::new(), follows_term: false, values: Values::Outside }
    }

    fn skip_space_and_comments(&mut self) {
        loop {
            let rest = &self.query[self.at..];
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if !trimmed.starts_with('#') {
                return;
            }
            self.at += trimmed.find(['\n', '\r']).unwrap_or(trimmed.len());
        }
    }

    /// Returns the kind and the length of the next token; `None` if the parser cannot pass it.
    fn measure(&self, first: char) -> Option<(TokenKind, usize)> {
        let rest = &self.query[self.at..];
        let name = |rest: &str, more: &str| {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || more.contains(c)));
            end.unwrap_or(rest.len())
        };
        Some(match first {
            '"' | '\'' => (TokenKind::Term, literal(rest, first)?),
            '<' => match iri(rest) {
                Some(len) if self.may_be_operator() && !is_alike_as_operator(&rest[..len]) => {
                    (TokenKind::Ambiguous, len)
                }
                Some(len) => (TokenKind::Term, len),
                None => (TokenKind::Symbol('<'), 1),
            },
            '?' | '$' => match name(&rest[1..], "") {
                0 => (TokenKind::Symbol(first), 1),
                len => (TokenKind::Term, 1 + len),
            },
            '@' => (TokenKind::Symbol('@'), 1 + name(&rest[1..], "-")),
            ':' => (TokenKind::Term, 1 + local_name(&rest[1..])),
            _ if first.is_ascii_digit() => (TokenKind::Term, number(rest)),
            _ if first.is_alphabetic() || first == '_' => {
                let len = name(rest, "-");
                let is_term = ["true", "false"].iter().any(|word| word.eq_ignore_ascii_case(&rest[..len]));
                let is_prefix = rest[len..].starts_with(':');
                (if is_term && !is_prefix { TokenKind::Term } else { TokenKind::Word { is_prefix } }, len)
            }
            _ => (TokenKind::Symbol(first), first.len_utf8()),
        })
    }

    /// Returns whether an operator may stand here, so that `<` may mean less.
    fn may_be_operator(&self) -> bool {
        self.follows_term && self.brackets.last() == Some(&'(') && self.values == Values::Outside
    }

    /// Notes what a token means for those after it.
    fn advance(&mut self, kind: TokenKind, text: &str) {
        match kind {
            TokenKind::Word { is_prefix: false } if text.eq_ignore_ascii_case("VALUES") => {
                self.values = Values::Variables;
                self.follows_term = false;
            }
            TokenKind::Word { is_prefix: false } if text.eq_ignore_ascii_case("AS") => self.follows_term = false,
            TokenKind::Word { .. } => {}
            TokenKind::Term | TokenKind::Ambiguous => self.follows_term = true,
            TokenKind::Symbol(symbol) => {
                match symbol {
                    '(' | '[' | '{' => self.brackets.push(symbol),
                    ')' | ']' | '}' => drop(self.brackets.pop()),
                    _ => {}
                }
                self.values = match (self.values, symbol) {
                    (Values::Variables, '{') => Values::Rows,
                    (Values::Rows, '}') => Values::Outside,
                    (values, _) => values,
                };
                match symbol {
                    ')' | ']' => self.follows_term = true,
                    // Signs begin numbers too.
                    '+' | '-' | '.' | '@' => {}
                    _ => self.follows_term = false,
                }
            }
        }
    }
}

impl<'q> Iterator for Tokens<'q> {
    type Item = Token<'q>;

    fn next(&mut self) -> Option<Token<'q>> {
        self.skip_space_and_comments();
        let first = self.query[self.at..].chars().next()?;
        let Some((kind, len)) = self.measure(first) else {
            self.at = self.query.len();
            return None;
        };
        let (start, text) = (self.at, &self.query[self.at..self.at + len]);
        let (is_in_parentheses, follows_term) = (self.brackets.last() == Some(&'('), self.follows_term);
        let was_data = self.values != Values::Outside;
        self.at += len;
        self.advance(kind, text);
        let is_data = was_data && self.values != Values::Outside;
        let depth = self.brackets.len();
        Some(Token { kind, text, start, depth, is_in_parentheses, follows_term, is_data })
    }
}

/// Returns the length of a literal, as the parser reads it: long if it can be, else short.
fn literal(text: &str, quote: char) -> Option<usize> {
    let long: String = [quote; 3].iter().collect();
    let end_of = |delimiter: &str, is_long: bool| {
        let mut at = delimiter.len();
        loop {
            let rest = text.get(at..)?;
            if rest.starts_with(delimiter) {
                return Some(at + delimiter.len());
            }
            at += match rest.chars().next()? {
                '\\' => escape(rest)?,
                '\n' | '\r' if !is_long => return None,
                c => c.len_utf8(),
            };
        }
    };
    let as_long = text.starts_with(&long).then(|| end_of(&long, true)).flatten();
    as_long.or_else(|| end_of(&long[..1], false))
}

/// Returns the length of an escape of a literal (SPARQL 1.1, section 19.8).
fn escape(text: &str) -> Option<usize> {
    let digits = match text[1..].chars().next()? {
        't' | 'b' | 'n' | 'r' | 'f' | '"' | '\'' | '\\' => return Some(2),
        'u' => 4,
        'U' => 8,
        _ => return None,
    };
    let is_whole = text.get(2..2 + digits).is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    is_whole.then_some(2 + digits)
}

/// Returns the length of an IRI between angle brackets; `None` if it cannot be one.
fn iri(text: &str) -> Option<usize> {
    let ends = |c: char| c <= ' ' || "<>\"{}|^`".contains(c);
    let end = 1 + text[1..].find(ends)?;
    text[end..].starts_with('>').then_some(end + 1)
}

/// Returns whether an IRI hides nothing if the parser takes it for an operator and other tokens.
///
/// After the colon of a prefix, no token can begin with two slashes: there, the parser cannot pass.
fn is_alike_as_operator(iri: &str) -> bool {
    let inside = iri.trim_start_matches('<').trim_end_matches('>');
    let is_prefix = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(|c| c.is_ascii_alphanumeric())
    };
    inside.split_once("://").is_some_and(|(scheme, _)| is_prefix(scheme))
        || inside.chars().all(|c| c.is_alphanumeric() || c == ':' || c == '_')
}

/// Returns the length of a number, without its sign and its exponent.
fn number(text: &str) -> usize {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let whole = digits(text);
    let fraction = text[whole..].strip_prefix('.').map_or(0, digits);
    if fraction > 0 { whole + 1 + fraction } else { whole }
}

/// Returns the length of the local part of a name.
fn local_name(text: &str) -> usize {
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match c {
            '\\' => at += 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
            c if c.is_alphanumeric() || "_-:%".contains(c) => at += c.len_utf8(),
            _ => break,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        assert_eq!(Tokens::of(query).map(|token| token.text).collect::<Vec<_>>(), expected, "{query}");
    }

    #[test]
    fn tokens_are_those_of_the_parser() {
        check("?a <urn:b#c> \"d#\"@sv-FI.#e\n", &["?a", "<urn:b#c>", "\"d#\"", "@sv-FI", "."]);
        check("a:b\\'c.d:e", &["a", ":b\\'c", ".", "d", ":e"]);
        check("'''a''b\n'''c", &["'''a''b\n'''", "c"]);
        // A long literal without its end is an empty one, and what follows.
        check("\"\"\"a\" (", &["\"\"", "\"a\"", "("]);
        check(r"'''a' \q", &["''", "'a'", "\\", "q"]);
        check("(\"a\nb\")", &["("]);
        check("(?a < ?b&&?c>1)", &["(", "?a", "<", "?b", "&", "&", "?c", ">", "1", ")"]);
    }

    #[test]
    fn an_iri_that_could_be_an_operator_is_told() {
        let is_ambiguous = |query: &str| Tokens::of(query).any(|token| token.kind == TokenKind::Ambiguous);
        for query in ["(1 <a:(>2)", "(?a <#b>", "(1 <a:'>2)", "(STR(?a) <a:b#c>2)", "(?a<?b&&?c>1)", "(1 <1-1://>2)"] {
            assert!(is_ambiguous(query), "{query}");
        }
        for query in ["?a <#b>", "(<a:b#c>)", "(?a <http://a/#b>)", "(?a <a:b>)", "VALUES (?a) { (<a:#b> <a:#c>) }"] {
            assert!(!is_ambiguous(query), "{query}");
        }
    }
}
