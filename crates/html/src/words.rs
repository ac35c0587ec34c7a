/// Checks whether the words of `part` occur in `text`, in their order.
pub(crate) fn contains_words(text: &str, part: &str) -> bool {
    let mut rest = words(text);
    words(part).all(|word| rest.any(|other| other == word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::contains_words;

    #[test]
    fn words_are_found_in_their_order() {
        assert!(contains_words("one more two", "one, two"));
        assert!(!contains_words("ab", "a b"));
        assert!(!contains_words("two one", "one two"));
        assert!(!contains_words("one", "one one"));
        assert!(contains_words("", " - "));
    }
}
