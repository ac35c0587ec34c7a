/// Word of a query that stands outside of texts, IRIs, comments, variables and names with prefixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BareWord<'q> {
    /// Word as written.
    pub(crate) word: &'q str,
    /// Number of characters before it.
    pub(crate) offset: usize,
    /// Whether a colon follows it, so that it is a prefix.
    pub(crate) is_prefix: bool,
}

/// Returns the bare words of a query, in order.
pub(crate) fn bare_words(query: &str) -> Vec<BareWord<'_>> {
    let characters: Vec<(usize, char)> = query.char_indices().collect();
    let at = |position: usize| characters.get(position).map(|(_, c)| *c);
    let byte = |position: usize| characters.get(position).map_or(query.len(), |(byte, _)| *byte);
    let skip = |from: usize, ends: &dyn Fn(usize) -> bool| {
        (from..=characters.len()).find(|&p| p >= characters.len() || ends(p))
    };
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut words = Vec::new();
    let mut position = 0;
    while let Some(c) = at(position) {
        let next = match c {
            '#' => skip(position, &|p| at(p) == Some('\n')),
            '"' | '\'' => {
                let closes = |p: usize| at(p) == Some(c) && at(p - 1) != Some('\\') || at(p) == Some('\n');
                skip(position + 1, &closes).map(|end| end + 1)
            }
            '<' => {
                let end = skip(position + 1, &|p| at(p).is_some_and(|c| c == '>' || c.is_whitespace()));
                // Without its end, it is the sign for less.
                Some(end.filter(|end| at(*end) == Some('>')).map_or(position + 1, |end| end + 1))
            }
            // Variables, language tags and local names.
            '?' | '$' | '@' | ':' | '^' => {
                skip(position + 1, &|p| !at(p).is_some_and(|c| is_word(c) || "-.:%".contains(c)))
            }
            c if c.is_alphabetic() => {
                let end = skip(position, &|p| !at(p).is_some_and(|c| is_word(c) || c == '-'));
                let end = end.unwrap_or(characters.len());
                let word = &query[byte(position)..byte(end)];
                words.push(BareWord { word, offset: position, is_prefix: at(end) == Some(':') });
                Some(end)
            }
            _ => None,
        };
        position = next.unwrap_or(position + 1).max(position + 1);
    }
    words
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
