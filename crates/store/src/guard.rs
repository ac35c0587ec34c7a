use crate::{
    error::{Excess, QueryError},
    syntax::line_and_column,
    token::{Token, TokenKind, Tokens},
};

/// Maximum length of a query, in bytes.
const MAX_LEN: usize = 1 << 20;

/// Maximum number of brackets inside of each other.
const MAX_DEPTH: usize = 100;

/// Maximum number of patterns. The optimizer takes time in their fourth power.
const MAX_PATTERNS: usize = 200;

/// Maximum number of operators, filters and calls.
const MAX_OPERATORS: usize = 2000;

/// Stack of a thread that parses and evaluates a query within these bounds, in bytes.
///
/// A bracket takes at most 5 KiB of it, and an operator no more. Only what is used of it takes memory.
pub const QUERY_STACK: usize = 64 << 20;

/// Returns an error unless a query is small enough to be parsed, optimized and evaluated on a thread with [`QUERY_STACK`].
///
/// Parser, optimizer and evaluation recurse into what a query nests. Data of `VALUES`, lists and arguments are not nested, and
/// bounded by the length of the query only.
pub fn ensure_bounded(query: &str) -> Result<(), QueryError> {
    let too_large = |start: usize, excess| {
        let place = line_and_column(query, query[..start].chars().count());
        Err(QueryError::TooLarge { place, excess })
    };
    if query.len() > MAX_LEN {
        return too_large(0, Excess::Length { kib: MAX_LEN >> 10 });
    }
    let (mut patterns, mut operators) = (0, 0);
    for token in Tokens::of(query) {
        if token.kind == TokenKind::Ambiguous {
            return too_large(token.start, Excess::Ambiguous);
        }
        if token.depth > MAX_DEPTH {
            return too_large(token.start, Excess::Depth { max: MAX_DEPTH });
        }
        if token.is_data {
            continue;
        }
        if is_pattern(&token) {
            patterns += 1;
        } else if is_operator(&token) {
            operators += 1;
        }
        if patterns > MAX_PATTERNS {
            return too_large(token.start, Excess::Patterns { max: MAX_PATTERNS });
        }
        if operators > MAX_OPERATORS {
            return too_large(token.start, Excess::Operators { max: MAX_OPERATORS });
        }
    }
    Ok(())
}

/// Returns whether a token can add a pattern to those that are joined: the end of a triple, a group, a step of a path, an item
/// of a collection.
fn is_pattern(token: &Token<'_>) -> bool {
    match token.kind {
        TokenKind::Symbol('{' | '[' | '/') => true,
        TokenKind::Symbol('.' | ';' | ',') => !token.is_in_parentheses,
        TokenKind::Symbol('(') | TokenKind::Term => token.is_in_parentheses && token.follows_term,
        TokenKind::Word { is_prefix: false } => {
            ["FILTER", "BIND", "VALUES"].iter().any(|word| word.eq_ignore_ascii_case(token.text))
        }
        TokenKind::Word { .. } | TokenKind::Ambiguous | TokenKind::Symbol(_) => false,
    }
}

/// Returns whether a token can add a level to an expression or a path.
fn is_operator(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Symbol('(' | '!' | '^' | '|' | '&' | '=' | '<' | '>' | '+' | '-' | '*' | '?'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excess(query: &str) -> Option<Excess> {
        match ensure_bounded(query) {
            Ok(()) => None,
            Err(QueryError::TooLarge { excess, .. }) => Some(excess),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn what_nests_is_bounded() {
        let (depth, patterns, operators) = (
            Some(Excess::Depth { max: MAX_DEPTH }),
            Some(Excess::Patterns { max: MAX_PATTERNS }),
            Some(Excess::Operators { max: MAX_OPERATORS }),
        );
        let nested = |open: &str, close: &str, count: usize| {
            format!("SELECT * {{ ?a ?b ?c FILTER({}1{}) }}", open.repeat(count), close.repeat(count))
        };
        let repeated = |text: &str, count: usize| format!("SELECT * {{ {} }}", text.repeat(count));
        for (query, expected) in [
            (nested("(", ")", 90), None),
            (nested("(", ")", 100), depth.clone()),
            (nested("STR(", ")", 1000), depth.clone()),
            (nested("EXISTS {", "}", 1000), depth.clone()),
            // No bracket in a text, an IRI or a comment is one.
            (format!("ASK {{ ?a <urn:{p}> '{p}' , \"\"\"{p}\"\"\" }} # {p}", p = "(".repeat(1000)), None),
            (nested("!", "", 2100), operators.clone()),
            (nested("1*", "", 2100), operators.clone()),
            (repeated("?a <urn:b> ?c . ", 190), None),
            (repeated("?a <urn:b> ?c . ", 10_000), patterns.clone()),
            (repeated("?a <urn:b> ?c FILTER(1) ", 10_000), patterns.clone()),
            (repeated("OPTIONAL {} ", 10_000), patterns.clone()),
            (format!("ASK {{ ?a ?b ({}) }}", "1 ".repeat(10_000)), patterns.clone()),
            (format!("ASK {{ ?a ?b ({}) }}", "<urn:a> ".repeat(10_000)), patterns.clone()),
            (format!("ASK {{ ?a <urn:b>{} ?c }}", "/<urn:b>".repeat(10_000)), patterns.clone()),
            (format!("ASK {{ ?a <urn:b>{} ?c }}", "|<urn:b>".repeat(10_000)), operators.clone()),
            (format!("ASK {{ VALUES (?a ?b) {{ {} }} }}", "(<urn:a.b-c> 1.5) ".repeat(10_000)), None),
            (format!("ASK {{ FILTER(?a IN (1{})) }}", ", 1.5".repeat(10_000)), None),
            ("ASK { FILTER(1 <a:b#(>2) }".to_owned(), Some(Excess::Ambiguous)),
            (" ".repeat(MAX_LEN + 1), Some(Excess::Length { kib: 1024 })),
        ] {
            assert_eq!(excess(&query), expected, "{}", &query[..query.len().min(99)]);
        }
    }

    /// Inputs by which fuzzing came to new code: see `cargo xtask fuzz`.
    #[test]
    fn what_fuzzing_found_is_refused_or_does_not_overflow_the_stack() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus/query");
        let inputs: Vec<_> = std::fs::read_dir(folder).unwrap().collect();
        assert!(inputs.len() > 40);
        for input in inputs {
            let text = String::from_utf8_lossy(&std::fs::read(input.unwrap().path()).unwrap()).into_owned();
            // Short inputs nest little, and many of them nest much.
            for query in [text.clone(), format!("ASK {{ ?a ?b {}", text.repeat(1 + 10_000 / text.len().max(1)))] {
                if ensure_bounded(&query).is_ok() {
                    let parse = move || drop(oxigraph::sparql::SparqlEvaluator::new().parse_query(&query));
                    std::thread::Builder::new().stack_size(QUERY_STACK).spawn(parse).unwrap().join().unwrap();
                }
            }
        }
    }
}
