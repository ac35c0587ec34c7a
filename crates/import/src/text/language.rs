/// Common words of languages, with the tags of the languages.
const WORDS: [(&str, &[&str]); 4] = [
    (
        "sv",
        &[
            "och", "att", "det", "som", "är", "för", "av", "på", "med", "den", "till", "har", "inte", "vi", "kommer",
            "ett",
        ],
    ),
    (
        "en",
        &["and", "the", "of", "to", "is", "in", "for", "that", "with", "on", "will", "be", "are", "we", "this", "from"],
    ),
    (
        "et",
        &[
            "ja", "on", "et", "ei", "see", "kui", "ning", "oma", "või", "aga", "mis", "ka", "linna", "kes", "siis",
            "välja",
        ],
    ),
    (
        "lv",
        &["un", "ir", "ar", "no", "uz", "par", "kas", "tiek", "lai", "pie", "tas", "pēc", "arī", "vai", "gada", "kā"],
    ),
];

/// Fewest common words that tell a language.
const FEWEST: usize = 5;

/// Returns the language of a text, if its common words are of that one and hardly of another.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let mut counts = WORDS.map(|(tag, _)| (0_usize, tag));
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty() && word.len() < 8).take(5000) {
        let word = word.to_lowercase();
        for ((count, _), (_, words)) in counts.iter_mut().zip(&WORDS) {
            *count += usize::from(words.contains(&word.as_str()));
        }
    }
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let [(most, tag), (second, _), ..] = counts;
    (most >= FEWEST && most >= 3 * second).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn a_language_is_told_by_its_common_words() {
        let swedish = "Det är bra att vi har en plan för det som kommer, och den är klar.";
        let english = "The plan is ready and we will build the school in the spring of this year.";
        assert_eq!((language(swedish), language(english)), (Some("sv"), Some("en")));
        assert_eq!(language("Vatten stängs av"), None);
        assert_eq!(language(&format!("{swedish} {english}")), None);
    }
}
