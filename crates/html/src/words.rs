//! The words of plain text and of HTML.

use std::borrow::Cow;

/// Checks whether the words of `text` occur, in their order, in `html`, which holds no elements.
pub(crate) fn contains_words(html: &str, text: &str) -> bool {
    let found = unescape(html);
    let mut rest = words(&found);
    words(text).all(|word| rest.any(|other| other == word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Resolves the references that HTML serialisation writes in text (HTML Living Standard, section 13.3).
fn unescape(html: &str) -> Cow<'_, str> {
    if !html.contains('&') {
        return html.into();
    }
    html.replace("&nbsp;", "\u{a0}").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").into()
}

#[cfg(test)]
mod tests {
    use super::contains_words;

    #[test]
    fn words_are_found_in_their_order() {
        assert!(contains_words("one more two", "one, two"));
        assert!(contains_words("a&nbsp;b &amp;lt;", "a b &lt;"));
        assert!(!contains_words("two one", "one two"));
        assert!(!contains_words("one", "one one"));
        assert!(contains_words("", " - "));
    }
}
