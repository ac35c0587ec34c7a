use crate::token::{TokenKind, Tokens};

/// Word of a query that stands outside of texts, IRIs, comments, variables and names with prefixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BareWord<'q> {
    /// Word as written.
    pub(crate) word: &'q str,
    /// Number of characters before it.
    pub(crate) offset: usize,
    /// `true` if a colon follows it, so that it is a prefix.
    pub(crate) is_prefix: bool,
}

/// Returns the bare words of a query, in order.
pub(crate) fn bare_words(query: &str) -> Vec<BareWord<'_>> {
    let (mut bytes, mut offset) = (0, 0);
    let words = Tokens::of(query).filter_map(|token| match token.kind {
        TokenKind::Word { is_prefix } if !token.text.starts_with('_') => Some((token, is_prefix)),
        TokenKind::Word { .. } | TokenKind::Term | TokenKind::Ambiguous | TokenKind::Symbol(_) => None,
    });
    words
        .map(|(token, is_prefix)| {
            offset += query[bytes..token.start].chars().count();
            bytes = token.start;
            BareWord { word: token.text, offset, is_prefix }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_outside_of_texts_and_names() {
        let query =
            "PREFIX ö: <http://a/b#c> # no word\nSELECT ?å { ?å ö:namn \"text 'med'\"@sv ; a <x y> . FILTER(?b < 3) }";
        let words = bare_words(query);
        let shown: Vec<_> = words.iter().map(|word| (word.word, word.is_prefix)).collect();
        let expected = [
            ("PREFIX", false),
            ("ö", true),
            ("SELECT", false),
            ("ö", true),
            ("a", false),
            ("x", false),
            ("y", false),
            ("FILTER", false),
        ];
        assert_eq!(shown, expected);
        assert_eq!(query.chars().nth(words[2].offset), Some('S'));
    }
}
